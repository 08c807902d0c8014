"""How many pages the report has and on which the caret stands, worked out beside the window once writing rests."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

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
    """Keeps the number of pages in the status line.

    Signals:
        counted: the pages of the report as it lies on the desk are known (tuple of the code points with which they
            begin; none where its layout cannot be read).
    """

    counted = Signal(object)

    def __init__(self, parent: QObject, desk: Desk, page: PageEditor, status: StatusLine) -> None:
        super().__init__(parent)
        self._desk, self._page, self._status = desk, page, status
        self._counted: WorkingReport | None = None
        """The text, layout and head that `_starts` speaks of."""
        self._at_work: WorkingReport | None = None
        """Those whose pages are being counted."""
        self._is_awaited = False
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
        if _has_pages_of(working, self._counted):
            return
        if self._is_awaited:
            self.count()
        else:
            self._timer.start(_LONG_REST if len(working.report.text) > _LONG else _REST)

    @property
    def is_counted(self) -> bool:
        """Whether the pages are those of the report as it lies on the desk."""
        return self._desk.has_report and _has_pages_of(self._desk.working, self._counted)

    def hurry(self) -> None:
        """Count at once what is not counted yet: somebody waits for `counted`."""
        if not self.is_counted:
            self._is_awaited = True
            self.count()

    @property
    def starts(self) -> tuple[int, ...]:
        """The code point with which each page begins, of a moment ago while the text is changed; none before."""
        return self._starts

    def forget(self) -> None:
        """Say nothing of pages until those of another report are counted."""
        self._aside.drop()
        self._counted, self._at_work, self._starts = None, None, ()
        self._status.forget_pages()
        self._timer.start(_REST)

    def count(self) -> None:
        """Count the pages of the report on the desk now."""
        if not self._desk.has_report:
            return
        working = self._desk.working
        self._timer.stop()
        if _has_pages_of(working, self._at_work):
            return
        self._at_work = working
        breathe = self._aside.breathe
        self._aside.begin(lambda: _starts_of(working, breathe), lambda starts: self._take(working, starts))

    def _take(self, working: WorkingReport, starts: tuple[int, ...]) -> None:
        self._counted, self._at_work, self._starts = working, None, starts
        self._show()
        if self.is_counted:
            self._is_awaited = False
            self.counted.emit(starts)

    def _show(self) -> None:
        """Show the page of the caret, once writing rests."""
        if self._starts and self._desk.has_report and not self._page.is_pending:
            at = max(1, bisect_right(self._starts, self._page.caret_position))
            self._status.show_page(at, len(self._starts))


def _has_pages_of(working: WorkingReport, other: WorkingReport | None) -> bool:
    """Whether a report has the pages of another value of it: text, layout and head are the same."""
    return (
        other is not None
        and working.report is other.report
        and working.layout == other.layout
        and working.extra == other.extra
    )


def _starts_of(working: WorkingReport, breathe: Callable[[], None]) -> tuple[int, ...]:
    """Return where the pages begin, none where the layout cannot be read."""
    from assistant.workbench.paging import page_starts  # not before it is wanted: the start is short

    try:
        return page_starts(working, breathe=breathe)
    except AssistantError:
        return ()
