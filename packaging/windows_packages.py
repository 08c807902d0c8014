"""The Windows tree as an installer and as a portable folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

from parts import PROGRAM, call
from windows_tree import WINDOWS

_ZIP_TIME = (2020, 1, 1, 0, 0, 0)


def build_setup(tree: Path, icon_file: Path, dist: Path, number: str, *, is_quick: bool = False) -> Path:
    """Return the installer of a tree; packed lightly where it is only to be tried."""
    setup = dist / f"{PROGRAM}-{number}-setup.exe"
    call(
        *("makensis", "-V2", "-INPUTCHARSET", "UTF8", *(["-DQUICK"] if is_quick else [])),
        *(f"-DVERSION={number}", f"-DSOURCE={tree}", f"-DOUTPUT={setup}", f"-DICON={icon_file}"),
        WINDOWS / "setup.nsi",
    )
    return setup


def build_portable(tree: Path, dist: Path, number: str) -> Path:
    """Return the tree as a zip that keeps its data beside itself; its files carry no times."""
    archive = dist / f"{PROGRAM}-{number}-portable.zip"
    top = "报告助手"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(path for path in tree.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{top}/{file.relative_to(tree).as_posix()}", _ZIP_TIME)
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
        packed.writestr(zipfile.ZipInfo(f"{top}/portable", _ZIP_TIME), b"")
    return archive
