"""What the trials of both systems have in common: they say what holds, and stop at the first thing that does not."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from parts import ROOT, BuildError

_TIMES = "docProps/core.xml"
"""The only part of a document that tells when it was made."""


def say_if(is_true: bool, words: str) -> None:
    """Say what holds.

    Raises:
        BuildError: it does not.
    """
    if not is_true:
        raise BuildError(f"not so: {words}")
    print(f"packages: {words}", flush=True)


def wait_until(is_so: Callable[[], bool], words: str, seconds: float) -> None:
    """Wait for something, and say it.

    Raises:
        BuildError: it did not come true in time.
    """
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            raise BuildError(f"not so within {seconds:.0f} s: {words}")
        time.sleep(0.2)
    print(f"packages: {words}", flush=True)


def compare_documents(theirs: Path, work: Path, system: str) -> None:
    """Do the demo here, and hold its documents part by part against those in `theirs`."""
    ours = work / "here"
    here = [sys.executable, "-m", "assistant", "demo", "--out", str(ours)]
    subprocess.run(here, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    made = sorted(path.name for path in ours.glob("*.docx"))
    say_if(bool(made), "the demo makes a document here")
    for name in made:
        with zipfile.ZipFile(ours / name) as first, zipfile.ZipFile(theirs / name) as second:
            parts = [part for part in first.namelist() if part != _TIMES]
            is_same = first.namelist() == second.namelist()
            is_same = is_same and all(first.read(part) == second.read(part) for part in parts)
        say_if(is_same, f"{name} made on {system} is the same, part by part, as the one made from source")
