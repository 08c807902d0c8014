"""All packages, built on Debian into packaging/dist: `dev.py packages` calls this with the environment's Python.

With --verify they are installed and run under Wine 10 or newer (Debian 13) afterwards: `windows_trial.py`.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import zipfile
from pathlib import Path

import icon
import windows_trial
from windows_tree import HERE, PROGRAM, ROOT, WINDOWS, BuildError, build_tree, call, source_date

WORK, DIST = HERE / "build", HERE / "dist"
_ZIP_TIME = (2020, 1, 1, 0, 0, 0)


def version() -> str:
    """Return the program's version, from its only place."""
    text = (ROOT / "assistant" / "__init__.py").read_text("utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def build_setup(tree: Path, icon_file: Path, number: str) -> Path:
    """Return the installer of a tree."""
    setup = DIST / f"{PROGRAM}-{number}-setup.exe"
    call(
        *("makensis", "-V2", "-INPUTCHARSET", "UTF8"),
        *(f"-DVERSION={number}", f"-DSOURCE={tree}", f"-DOUTPUT={setup}", f"-DICON={icon_file}"),
        WINDOWS / "setup.nsi",
    )
    return setup


def build_portable(tree: Path, number: str) -> Path:
    """Return the tree as a zip that keeps its data beside itself; its files carry no times."""
    archive = DIST / f"{PROGRAM}-{number}-portable.zip"
    top = "报告助手"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(path for path in tree.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{top}/{file.relative_to(tree).as_posix()}", _ZIP_TIME)
            packed.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
        packed.writestr(zipfile.ZipInfo(f"{top}/portable", _ZIP_TIME), b"")
    return archive


def write_list(tree: Path, number: str) -> Path:
    """Write the files of the tree with their hashes, to hold two builds against each other."""
    listing = DIST / f"{PROGRAM}-{number}-files.txt"
    files = sorted(path for path in tree.rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.relative_to(tree).as_posix()}\n" for f in files]
    listing.write_text("".join(lines), "utf-8")
    return listing


def main() -> int:
    """Build everything and say where it lies and how large it is."""
    if sys.version_info[:2] != (3, 11):
        print("packages: the Windows packages carry CPython 3.11 and are compiled with it; start dev.py with 3.11")
        return 2
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    DIST.mkdir(exist_ok=True)
    number = version()
    icon_file = WORK / "program.ico"
    try:
        icon.write_icon(WINDOWS / "app.svg", icon_file)
        print(f"packages: building {PROGRAM} {number} of {source_date()}", flush=True)
        tree = build_tree(WORK, number, icon_file)
        size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file())
        print(f"packages: the installed program has {size / 1e6:.1f} MB", flush=True)
        for made in (
            write_list(tree, number),
            build_portable(tree, number),
            build_setup(tree, icon_file, number),
        ):
            print(f"packages: {made.name} {made.stat().st_size / 1e6:.1f} MB", flush=True)
        if "--verify" in sys.argv[1:]:
            windows_trial.try_packages(DIST, number, WORK / "trial")
    except BuildError as error:
        print(f"packages: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
