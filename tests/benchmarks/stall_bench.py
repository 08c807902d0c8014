"""The longest time for which the window answers nothing while it works long: exports, sheets, versions, imports.

It works in a home of its own: what an import takes in is no part of the library of whoever runs this.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from assistant.window.application import TURN
from assistant.window.export_flow import Export
from assistant.window.garbage import GarbageRounds
from assistant.window.main_window import MainWindow
from assistant.window.phrase_review_dialog import PhraseReviewDialog
from assistant.window.version_dialog import VersionDialog
from assistant.workbench.versions import Reason
from tests.benchmarks.living_window import Stalls, close, new_window
from tests.benchmarks.measure import Row, report_text

_CHARACTERS, _LONGER = 30_000, 300_000
_FILES = 20
_REST = 2.0
"""Seconds after the work in which stalls count too."""


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench, with `long` in a report of 300,000 characters, else in one of 30,000."""
    application = QApplication.instance() or QApplication([])
    garbage = GarbageRounds(application)
    garbage.begin()
    sys.setswitchinterval(TURN)
    former = os.environ.get("ASSISTANT_HOME")
    with TemporaryDirectory() as name:
        os.environ["ASSISTANT_HOME"] = str(Path(name) / "home")
        found = _rows_in(Path(name), _LONGER if long else _CHARACTERS)
        if former is None:
            del os.environ["ASSISTANT_HOME"]
        else:
            os.environ["ASSISTANT_HOME"] = former
    garbage.end()
    return found


def _rows_in(folder: Path, characters: int) -> list[Row]:
    path = folder / "a.txt"
    path.write_text(report_text(characters), "utf-8")
    window = new_window()
    stalls = Stalls(window)
    window.files.open_path(path)
    window.hints.dismiss()
    _settle(window, stalls)
    window.keeping.versions.keep_aside(Reason.SAVED)
    window.page.moveCursor(window.page.textCursor().MoveOperation.End)
    window.page.insert_characters("另有一句。")  # what the version taken back does not have
    _settle(window, stalls)
    found = []
    for what, work in _works(window, folder).items():
        stalls.take()
        work()
        stalls.watch(_REST)
        found.append(Row(f"longest stall, {what} {characters:,} / 100 ms", stalls.take(), 100.0, 1.0))
        _settle(window, stalls)
    close(window)
    return found


def _settle(window: MainWindow, stalls: Stalls) -> None:
    stalls.watch(_REST)
    while not (window.proofing.is_settled and window.pages.is_counted and window.phrases.has_learnt):
        stalls.watch(0.1)


def _works(window: MainWindow, folder: Path) -> dict[str, Callable[[], object]]:
    """Return what takes long, by its name."""

    def export(name: str) -> Callable[[], object]:
        return lambda: Export(window.files, window, window.desk).write_to(folder / name, draft=True, layout="公文")

    def sheet() -> None:
        QFileDialog.getSaveFileName = lambda *_: (str(folder / "a.xlsx"), "")  # type: ignore[method-assign]
        window.sheets.write()

    def restore() -> None:
        _answer(window, VersionDialog, lambda dialog: dialog._restore.click())
        window.keeping.versions.run()

    def take_in() -> None:
        text = report_text(_FILES * _CHARACTERS // 4)
        part = len(text) // _FILES
        paths = [folder / f"{number:02}.txt" for number in range(_FILES)]
        for number, one in enumerate(paths):
            one.write_text(f"第{number}份材料\n{text[number * part : (number + 1) * part]}", "utf-8")
        _answer(window, PhraseReviewDialog, lambda dialog: dialog.reject())
        window.phrases.intake.import_paths(paths)

    return {
        "DOCX of": export("a.docx"),
        "PDF of": export("a.pdf"),
        "sheet of": sheet,
        "version of": restore,
        f"import of {_FILES} files beside": take_in,
    }


def _answer(window: MainWindow, kind: type, act: Callable[[object], object]) -> None:
    """Act on a dialog of this kind once it is shown."""
    timer = QTimer(window, interval=300)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
