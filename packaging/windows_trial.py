"""The Windows packages tried under Wine: silent install, self test, the same document as here, clean removal.

Not a part of the daily suite: it needs Wine 10 (Debian 13) and a minute.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from parts import PROGRAM, ROOT, BuildError

_FOLDER = ("测试 目录", "报告助手")
_TIMES = "docProps/core.xml"
"""The only part of a document that tells when it was made."""
_PATIENCE = 120


def try_packages(dist: Path, version: str, work: Path) -> None:
    """Install, run and remove the packages in a fresh Wine prefix.

    Raises:
        BuildError: what went wrong, in one line.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    wine = _Wine(work)
    wine.call("wineboot", "--init")
    wine.call("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
    # the installer wants its last argument unquoted, blanks and all
    place = "\\".join(["/D=C:", *_FOLDER]).split(" ")
    wine.call(str(dist / f"{PROGRAM}-{version}-setup.exe"), "/S", *place)
    program = wine.drive.joinpath(*_FOLDER)
    _say_if(program.is_dir(), "installed into a Chinese path with a blank")
    before = _listing(program)
    wine.call(str(program / "assistant.exe"), "selftest")
    wine.call(str(program / "assistant.exe"), "demo", "--out", str(work / "windows"))
    _say_if(_listing(program) == before, "nothing is written beside the program")
    _compare_documents(work)
    wine.call(str(program / "uninstall.exe"), "/S")
    _wait_until_gone(program)
    with zipfile.ZipFile(dist / f"{PROGRAM}-{version}-portable.zip") as packed:
        packed.extractall(work / "portable")
    portable = next((work / "portable").iterdir())
    wine.call(str(portable / "assistant.exe"), "selftest")
    print("packages: the portable folder passed its self test", flush=True)


class _Wine:
    """A fresh prefix on a screen of its own; the locale makes it a Chinese Windows (code page 936)."""

    def __init__(self, work: Path) -> None:
        self.drive = work / "prefix" / "drive_c"
        own = {"WINEPREFIX": str(work / "prefix"), "WINEDEBUG": "-all", "LC_ALL": "zh_CN.UTF-8", "HOME": str(work)}
        self._environment = {**os.environ, **own}

    def call(self, *words: str) -> None:
        call = ["xvfb-run", "-a", "wine", *words]
        try:
            done = subprocess.run(
                call,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise BuildError(f"wine {words[0]}: {error}") from error
        if done.returncode:
            raise BuildError(f"wine {words[0]} ended with {done.returncode}: {done.stdout.decode('utf-8', 'replace')}")


def _compare_documents(work: Path) -> None:
    here = [sys.executable, "-m", "assistant", "demo", "--out", str(work / "linux")]
    subprocess.run(here, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    made = sorted(path.name for path in (work / "linux").glob("*.docx"))
    for name in made:
        ours, theirs = (zipfile.ZipFile(work / system / name) for system in ("linux", "windows"))
        same = ours.namelist() == theirs.namelist()
        parts = [part for part in ours.namelist() if part != _TIMES]
        _say_if(same and all(ours.read(part) == theirs.read(part) for part in parts), f"{name} is the same as on Linux")


def _listing(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def _wait_until_gone(program: Path) -> None:
    """The uninstaller goes on in a copy of itself."""
    end = time.monotonic() + _PATIENCE
    while program.exists() and time.monotonic() < end:
        time.sleep(0.5)
    _say_if(not program.exists(), "removed without remains")


def _say_if(is_true: bool, words: str) -> None:
    if not is_true:
        raise BuildError(f"not so: {words}")
    print(f"packages: {words}", flush=True)


def main() -> int:
    """Try packages that were built elsewhere: `python windows_trial.py DIST VERSION WORK`."""
    try:
        try_packages(Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3]).resolve())
    except BuildError as error:
        print(f"packages: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
