"""Preview and print of the report on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout

from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.desk import Desk
from assistant.window.notice_bar import NoticeBar
from assistant.window.page.view import PageView
from assistant.workbench.sentences import describe_error, sentence

if TYPE_CHECKING:
    from assistant.window.preview_pane import PreviewPane
    from assistant.window.preview_view import PreviewView
    from assistant.workbench.printing import PagedReport

_WAIT = 200
"""Milliseconds from a change of the report to other pages."""


class PreviewFlow(QObject):
    """Puts the preview in the place of the page that is edited, and takes it away again."""

    def __init__(
        self, page: PageView, desk: Desk, flush: Callable[[], None], actions: Actions, notices: NoticeBar
    ) -> None:
        workspace = page.parentWidget()
        assert workspace is not None, "the page stands in the workspace"
        super().__init__(workspace)
        self._page, self._desk, self._flush = page, desk, flush
        self._window, self._notices = workspace, notices
        self._pane: PreviewPane | None = None
        self._desk_colour = ""
        actions["preview"].triggered.connect(lambda _checked=False: self.toggle())
        actions["print"].triggered.connect(lambda _checked=False: self.print_report())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._show_pages)
        desk.report_changed.connect(lambda _working: self._timer.start() if self.is_open else None)

    @property
    def pane(self) -> PreviewPane:
        """The preview, made when it is first asked for."""
        if self._pane is None:
            self._pane = self._made_pane()
        return self._pane

    def _made_pane(self) -> PreviewPane:
        from assistant.window.preview_pane import PreviewPane  # not before it is wanted: the start is short

        made = PreviewPane(self._window)
        made.hide()
        column = self._window.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, made, 1)
        made.closed.connect(self.close)
        made.print_requested.connect(self.print_report)
        made.position_requested.connect(self._leave_for)
        if self._desk_colour:
            made.view.set_desk_colour(self._desk_colour)
        return made

    def set_desk_colour(self, colour: str) -> None:
        """Lay the pages on a desk of this colour."""
        self._desk_colour = colour
        if self._pane is not None:
            self._pane.view.set_desk_colour(colour)

    @property
    def is_open(self) -> bool:
        """Whether the preview is shown instead of the page."""
        return self._pane is not None and not self._pane.isHidden()

    @property
    def zoomed(self) -> PageView | PreviewView:
        """What zooming goes to: the page, or the preview where it is open."""
        return self.pane.view if self.is_open else self._page

    def go_to(self, position: int) -> None:
        """Bring a code point of the text into sight where the preview is open."""
        if self.is_open:
            self.pane.view.go_to(position)

    def fit(self) -> bool:
        """Make the sheets as wide as the room where the preview is open; return whether it is."""
        if self.is_open:
            self.pane.view.fit_width()
        return self.is_open

    def toggle(self) -> None:
        """Show the preview, or the page again."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the preview at the place of the caret."""
        self._flush()
        self.pane.show()
        self._page.hide()
        if self._show_pages():
            self.pane.view.fit_width()
            self.pane.view.go_to(self._page.caret_position)
            self.pane.view.setFocus()
        else:
            self.close()

    def close(self) -> None:
        """Show the page that is edited."""
        if self.is_open:
            self.pane.hide()
            self._page.show()
            self._page.setFocus()

    def print_report(self) -> None:
        """Ask for printer, pages and sides, and print; open places are marked as in a draft."""
        from assistant.window.printing import ask_and_print

        self._flush()
        paged = self._paged()
        if paged is None:
            return
        if paged.draft_mark:
            self._notices.tell(sentence("print.draft"))
        if ask_and_print(self._window, paged, self._desk.working.title or "报告"):
            self._notices.tell(sentence("print.done", count=len(paged.pages)))

    def _leave_for(self, position: int) -> None:
        self.close()
        self._page.go_to(position)

    def _show_pages(self) -> bool:
        paged = self._paged() if self._desk.has_report else None
        if paged is None:
            return False
        self.pane.show_report(paged)
        return True

    def _paged(self) -> PagedReport | None:
        from assistant.workbench.printing import printable

        try:
            return printable(self._desk.working)
        except AssistantError as error:
            self._notices.tell(describe_error(error), wrong=True)
            return None
