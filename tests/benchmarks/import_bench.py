"""Imports killed at random moments: the library opens, and is complete up to the last finished file.

One that is damaged ends the run.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

from assistant.phrases.library import Library
from assistant.workbench.phrase_library import find_phrases, library_at
from tests.benchmarks.measure import Row, report_text

KILLS, LONG_KILLS = 6, 30
_FILES = 60
_CHARACTERS = 3_000


def rows(long: bool) -> list[Row]:
    """Kill imports and look at what they leave."""
    chance, count = random.Random(), LONG_KILLS if long else KILLS
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _write_reports(folder / "reports")
        _done, whole = _killed(folder, 600.0)
        kept = []
        for _ in range(count):
            done, found = _killed(folder, chance.uniform(0.3, 1.8))
            wrong = [name for name, phrases in found.items() if whole[name] != phrases or not phrases[1]]
            if wrong or len(found) < done:
                raise SystemExit(f"{len(found)} of {done} finished files kept, not whole: {wrong}")
            kept.append(len(found))
    print(f"{count} imports of {_FILES} files killed; files kept: {sorted(kept)}")
    return [Row(f"damaged libraries in {count} killed imports, %", 0.0, 1.0, 0.0)]


def _write_reports(folder: Path) -> None:
    """Write reports of which no two are alike."""
    folder.mkdir()
    text = report_text(_FILES * _CHARACTERS)
    for number in range(_FILES):
        part = text[number * _CHARACTERS : (number + 1) * _CHARACTERS]
        (folder / f"{number:02}.txt").write_text(f"第{number}份材料\n{part}", "utf-8")


def _killed(folder: Path, seconds: float) -> tuple[int, dict[str, tuple[int, bool]]]:
    """Return how many files an import said to have finished before it was killed, and what the library holds."""
    path = folder / "killed"
    for left in folder.glob("killed*"):
        left.unlink()
    told = folder / "told"
    with told.open("wb") as output:
        command = [sys.executable, "-u", "-m", "assistant", "mine", str(folder / "reports"), "--library", str(path)]
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    done = sum(line.startswith("[") and "短语" in line for line in told.read_text("utf-8", "ignore").splitlines())
    with library_at(path) as library:
        assert library.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        find_phrases(library, "工作")
        return done, _kept_of(library)


def _kept_of(library: Library) -> dict[str, tuple[int, bool]]:
    """Return how many paragraphs of each file are kept, and whether it has phrases; both are written at once."""
    query = (
        "SELECT name, (SELECT count(*) FROM paragraph WHERE source = source.id), "
        "EXISTS (SELECT 1 FROM origin WHERE source = source.id) FROM source"
    )
    return {name: (count, bool(has_phrases)) for name, count, has_phrases in library.connection.execute(query)}
