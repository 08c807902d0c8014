"""Loading and typing in the page and in the whole window, against a bare QTextEdit of the same text; longest stalls."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from assistant.report.model import Report
from assistant.storage.folders import data_folder
from assistant.window.application import TURN
from assistant.window.garbage import GarbageRounds
from assistant.window.page import PageEditor, PageStyle
from assistant.workbench.live_text import roles_of
from assistant.workbench.opening import open_text
from tests.benchmarks.living_window import Stalls, close, let_settle, new_window
from tests.benchmarks.measure import Row, report_text

_KEYS = 300
_ROUNDS = 3
_REST = 4.0
"""Seconds after opening or typing in which stalls count too: checks, panels, copies."""
_LONG = 300_000
_FURNISHED = 1.5
"""Seconds in which a new window makes its panels."""


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench: one keystroke with layout and paint, median and p99; the longest stalls."""
    application = QApplication.instance() or QApplication([])
    garbage = GarbageRounds(application)
    garbage.begin()  # as the program does, and so is the length of a turn
    sys.setswitchinterval(TURN)
    data_folder()
    found = []
    for characters in (60_000, *([600_000] if long else [])):
        report = open_text(report_text(characters)).report
        found += _page_rows(report, characters)
        found += _window_rows(report, characters)
    found += _stall_rows()
    garbage.end()
    return found


def _page_rows(report: Report, characters: int) -> list[Row]:
    bare_loaded, _ = _floor(report)
    floor = _least_disturbed(lambda: _floor(report)[1])
    loaded, _ = _on_the_page(report)
    ours = _least_disturbed(lambda: _on_the_page(report)[1])
    load = Row(f"load {characters:,} characters / QTextEdit", loaded, bare_loaded)
    return [load, *_quantiles(f"keystroke in {characters:,} characters", ours, floor, characters)]


def _on_the_page(report: Report) -> tuple[float, list[float]]:
    """Return what loading a text into a page by itself takes, and each of some keystrokes in it, in milliseconds."""
    page = PageEditor(None, derive=roles_of, style=PageStyle())
    loaded = _timed(lambda: page.load(report))
    page.resize(900, 900)
    page.show()
    times = _keystrokes(page)
    page.hide()
    page.deleteLater()
    return loaded, times


def _least_disturbed(measure: Callable[[], list[float]]) -> list[float]:
    """Return the times of that round whose p99 is least: what else the machine does only adds to it."""
    return min((measure() for _ in range(_ROUNDS)), key=_p99)


def _p99(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _window_rows(report: Report, characters: int) -> list[Row]:
    """Return what a key costs where all panels hear of it: once all is checked, and a second after opening."""
    floor = _least_disturbed(lambda: _floor(report)[1])
    settled = _least_disturbed(lambda: _in_the_window(report, settled=True))
    just_opened = _in_the_window(report, settled=False)
    return [
        *_quantiles(f"the same in the window, {characters:,}", settled, floor, characters),
        *_quantiles(f"just after opening, {characters:,}", just_opened, floor, characters, is_aimed_at=False),
    ]


def _in_the_window(report: Report, *, settled: bool) -> list[float]:
    window = new_window()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(report.text, "utf-8")
        window.files.open_path(path)
        window.hints.dismiss()  # they are shown once, with the first report
        if settled:
            let_settle(window)
        times = _keystrokes(window.page)
        let_settle(window)  # else its threads would go on beside what is measured next
        close(window)
    return times


def _quantiles(
    what: str, ours: list[float], floor: list[float], characters: int, *, is_aimed_at: bool = True
) -> list[Row]:
    aim = (1.5 if characters < 100_000 else 2.0) if is_aimed_at else None
    return [
        Row(what + ", median", statistics.median(ours), statistics.median(floor)),
        Row(what + ", p99", _p99(ours), _p99(floor), aim),
    ]


def _stall_rows() -> list[Row]:
    """Return the longest time for which the window answered nothing, against the 100 ms that are allowed."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(report_text(_LONG), "utf-8")
        window = new_window()
        stalls = Stalls(window)
        stalls.watch(_FURNISHED)  # a file is chosen in a window that stands; how it comes up is measured by `start`
        stalls.take()
        window.files.open_path(path)
        stalls.watch(_REST)
        opening = stalls.take()
        while not window.proofing.is_settled:
            stalls.watch(0.1)
        stalls.watch(_REST)
        checking = stalls.take()
        for index in range(_KEYS):
            _press(window.page, "工作总结"[index % 4])
            stalls.watch(0.02)
        stalls.watch(_REST)
        typing = stalls.take()
        close(window)
    what = ("opening", "checking", "typing in")
    return [
        Row(f"longest stall, {one} {_LONG:,} / 100 ms", gap, 100.0, 1.0)
        for one, gap in zip(what, (opening, checking, typing), strict=True)
    ]


def _timed(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def _floor(report: Report) -> tuple[float, list[float]]:
    """Return what loading a text into a bare QTextEdit takes, and each of some keystrokes in it, in milliseconds."""
    bare = QTextEdit()
    bare.resize(900, 900)
    loaded = _timed(lambda: bare.setPlainText(report.text))
    bare.show()
    times = _keystrokes(bare)
    bare.hide()
    bare.deleteLater()
    return loaded, times


def _keystrokes(editor: QTextEdit) -> list[float]:
    """Return what each of some keystrokes takes in the middle of a text; nothing else is open meanwhile."""
    cursor = QTextCursor(editor.document().findBlockByNumber(editor.document().blockCount() // 2))
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    end = time.perf_counter() + 1
    while time.perf_counter() < end:
        QApplication.processEvents()
    times = []
    for index in range(_KEYS):
        started = time.perf_counter()
        _press(editor, "工作总结"[index % 4])
        times.append((time.perf_counter() - started) * 1000)
    return times


def _press(editor: QTextEdit, character: str) -> None:
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character))
    QApplication.processEvents()
