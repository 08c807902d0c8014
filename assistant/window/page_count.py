"""How many pages the report has and on which the caret stands, worked out beside the window once writing rests."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.page import PageEditor
from assistant.window.side_work import SideWork
from assistant.window.status_line import StatusLine
from assistant.workbench.working import WorkingReport

_REST, _LONG_REST = 1_000, 3_000
"""Milliseconds without a change before pages are counted; the longer one for long reports."""
_LONG = 60_000
"""Characters."""


class PageCount(QObject):
    """Keeps the number of pages in the status line."""

    def __init__(self, parent: QObject, desk: Desk, page: PageEditor, status: StatusLine) -> None:
        super().__init__(parent)
        self._desk, self._page, self._status = desk, page, status
        self._counted: object = None
        """The text, layout and head that `_starts` speaks of."""
        self._starts: tuple[int, ...] = ()
        self._aside = SideWork(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.count)
        desk.report_changed.connect(self._wait)
        page.cursorPositionChanged.connect(self._show)
        if desk.has_report:
            self._timer.start(_REST)

    def _wait(self, working: WorkingReport) -> None:
        self._show()  # the caret has moved while one typed
        if working.report is not self._counted:
            self._timer.start(_LONG_REST if len(working.report.text) > _LONG else _REST)

    @property
    def is_counted(self) -> bool:
        """Whether the pages are those of the report as it lies on the desk."""
        return self._desk.has_report and self._counted is self._desk.working.report

    @property
    def starts(self) -> tuple[int, ...]:
        """The code point with which each page begins, of a moment ago while the text is changed; none before."""
        return self._starts

    def forget(self) -> None:
        """Say nothing of pages until those of another report are counted."""
        self._aside.drop()
        self._counted, self._starts = None, ()
        self._status.forget_pages()
        self._timer.start(_REST)

    def count(self) -> None:
        """Count the pages of the report on the desk now."""
        if not self._desk.has_report:
            return
        working = self._desk.working
        breathe = self._aside.breathe
        self._aside.begin(lambda: _starts_of(working, breathe), lambda starts: self._take(working, starts))

    def _take(self, working: WorkingReport, starts: tuple[int, ...]) -> None:
        self._counted, self._starts = working.report, starts
        self._show()

    def _show(self) -> None:
        """Show the page of the caret, once writing rests."""
        if self._starts and self._desk.has_report and not self._page.is_pending:
            at = max(1, bisect_right(self._starts, self._page.caret_position))
            self._status.show_page(at, len(self._starts))


def _starts_of(working: WorkingReport, breathe: Callable[[], None]) -> tuple[int, ...]:
    """Return where the pages begin, none where the layout cannot be read."""
    from assistant.workbench.paging import page_starts  # not before it is wanted: the start is short

    try:
        return page_starts(working, breathe=breathe)
    except AssistantError:
        return ()
