"""Loading and typing in the page, against a bare QTextEdit of the same text."""

from __future__ import annotations

import statistics
import time

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from assistant.window.page import PageEditor, PageStyle
from assistant.workbench.live_text import roles_of
from assistant.workbench.opening import open_text
from tests.benchmarks.measure import Row, report_text


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench: one keystroke with layout and paint, median and p99."""
    QApplication.instance() or QApplication([])
    found = []
    for characters in (60_000, *([600_000] if long else [])):
        report = open_text(report_text(characters)).report
        page, bare = PageEditor(None, derive=roles_of, style=PageStyle()), QTextEdit()
        started = time.perf_counter()
        page.load(report)
        loaded = (time.perf_counter() - started) * 1000
        started = time.perf_counter()
        bare.setPlainText(report.text)
        bare_loaded = (time.perf_counter() - started) * 1000
        found.append(Row(f"load {characters:,} characters / QTextEdit", loaded, bare_loaded))
        ours, floor = _keystrokes(page), _keystrokes(bare)
        p99 = int(len(ours) * 0.99)
        what = f"keystroke in {characters:,} characters / QTextEdit"
        found.append(Row(what + ", median", statistics.median(ours), statistics.median(floor)))
        found.append(Row(what + ", p99", sorted(ours)[p99], sorted(floor)[p99], 1.5 if characters < 100_000 else 2.0))
        page.deleteLater()
        bare.deleteLater()
    return found


def _keystrokes(editor: QTextEdit, count: int = 200) -> list[float]:
    """Return what each of some keystrokes in the middle of the text takes, in milliseconds."""
    editor.resize(900, 900)
    editor.show()
    cursor = QTextCursor(editor.document().findBlockByNumber(editor.document().blockCount() // 2))
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    QApplication.processEvents()
    times = []
    for index in range(count):
        started = time.perf_counter()
        editor.textCursor().insertText("工作总结"[index % 4])
        editor.ensureCursorVisible()
        QApplication.processEvents()
        times.append((time.perf_counter() - started) * 1000)
    return times
