"""The longest time for which the window answers nothing when a single wish changes much of a report."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from assistant.report.model import Role
from assistant.window.application import TURN
from assistant.window.garbage import GarbageRounds
from assistant.window.main_window import MainWindow
from assistant.window.page.search import Query
from tests.benchmarks.living_window import Stalls, close, let_settle, new_window
from tests.benchmarks.measure import Row, parted_text

_USUAL, _LONG = 60_000, 300_000
_REST = 2.0
"""Seconds after a wish in which stalls count too."""
_FILLED = 100
_PASTED = 20_000
_WORD, _OTHER = "工作", "任务活"


def rows(long: bool) -> list[Row]:
    """Return a row for each wish in a report of 60,000 characters, with `long` also in one of 300,000."""
    application = QApplication.instance() or QApplication([])
    garbage = GarbageRounds(application)
    garbage.begin()  # as the program does, and so is the length of a turn
    sys.setswitchinterval(TURN)
    found = [row for size in (_USUAL, *([_LONG] if long else [])) for row in _rows_of(size)]
    garbage.end()
    return found


def _rows_of(characters: int) -> list[Row]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(parted_text(characters), "utf-8")
        window = new_window()
        stalls = Stalls(window)
        window.files.open_path(path)
        window.hints.dismiss()
        found = []
        for what, wish in _wishes(window).items():
            for words, act in ((what, wish), (f"{what}, undone", window.page.undo)):
                let_settle(window)
                if act == window.page.undo and not window.page.can_undo:
                    continue  # another zoom is no change
                stalls.take()
                act()
                stalls.watch(_REST)
                found.append(Row(f"{words}, {characters:,} / 100 ms", stalls.take(), 100.0, 1.0))
        close(window)
    return found


def _wishes(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what is wished for, by its name; each is taken back before the next."""
    page = window.page

    def parts() -> list[int]:
        paragraphs = window.desk.working.paragraphs
        return [n for n, one in enumerate(paragraphs) if one.role is Role.HEADING and one.level == 1]

    def replace_all() -> None:
        page.replace_spans([(start, end, _OTHER) for start, end in page.places_of(Query(_WORD))])

    def paste() -> None:
        text = page.snapshot().text
        page.go_to(len(text) // 2)
        QGuiApplication.clipboard().setText(text[:_PASTED])
        page.paste()

    return {
        "a value": lambda: window.bridge.fill(window.desk.working.report.fields[-1].id, "12"),
        f"{_FILLED} values": lambda: window.bridge.fill_all(
            {one.id: "12" for one in window.desk.working.report.fields[:_FILLED]}
        ),
        "a part moved up": lambda: window.sections.change(parts()[5], "up"),
        "the last part moved first": lambda: window.sections.drop(parts()[-1], parts()[0], True),
        "a heading renamed": lambda: window.sections.rename(parts()[4], "别的名称"),
        "a part removed": lambda: window.sections.change(parts()[4], "remove"),
        "all replaced": replace_all,
        f"{_PASTED:,} pasted": paste,
        "another zoom": lambda: window.fit.choose(page.zoom + 10),
    }
