"""Autosave of a long report: how long it holds the window, and how long the copy takes beside it.

Needs ASSISTANT_HOME to name a folder that may be written to; makes one of its own where it is not set.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time

from assistant.workbench.opening import open_text
from tests.benchmarks.measure import Row, report_text

CHARACTERS, MOST_HELD, MOST_BESIDE = 300_000, 100.0, 1_000.0
"""Milliseconds that the window may be held, and that may pass until the copy is written: with the second before it
that stays below the two seconds of work that a kill may cost."""


def rows(long: bool) -> list[Row]:
    """Copy a long report again and again."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("ASSISTANT_HOME", folder)
        held, beside = _copies(30 if long else 10)
    what = f"autosave of {CHARACTERS:,} characters"
    return [
        Row(f"{what} holds the window", statistics.median(held), MOST_HELD, 1.0),
        Row(f"{what} until written, at worst", max(beside), MOST_BESIDE, 1.0),
    ]


def _copies(rounds: int) -> tuple[list[float], list[float]]:
    from assistant.window.application import make_application
    from assistant.window.main_window import MainWindow

    make_application(["assistant"])
    window = MainWindow()
    window.files._put(open_text(report_text(CHARACTERS)), None)
    autosave = window.keeping.autosave
    held, beside = [], []
    for number in range(rounds):
        window.page.insert_text(str(number))
        started = time.perf_counter()
        autosave.run()
        held.append((time.perf_counter() - started) * 1000)
        assert autosave.run_and_wait()
        beside.append((time.perf_counter() - started) * 1000)
    window.desk.clear()
    window.close()
    return held, beside
