"""Preview and print of the report on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.notice_bar import NoticeBar
from assistant.window.page.view import PageView
from assistant.window.side_work import SideWork
from assistant.window.waiting import WaitGivenUpError, Waiting
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.working import WorkingReport

if TYPE_CHECKING:
    from assistant.window.preview_pane import PreviewPane
    from assistant.window.preview_view import PreviewView
    from assistant.workbench.printing import PagedReport

_WAIT = 200
"""Milliseconds from a change of the report to other pages."""
_HALF, _LEAST_SHARE = 50, 20
"""Percent."""
_ROOM, _ROOM_BESIDE = (1000, 1120), (1200, 1500)
"""Pixels of the window from which panels, and the outline, have room beside a preview, or beside it and the page."""
_LONG = 20_000
"""Characters of a report whose pages take a noticeable time."""


class PreviewFlow(QObject):
    """Puts the preview in the place of the page that is edited or beside it, and takes it away again.

    Signals:
        room_wanted: a window narrower than this has no room for panels beside the preview, one narrower than that none
            for the outline (int, int); 0 when it is closed.
    """

    room_wanted = Signal(int, int)

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
        self._is_beside = False
        self.share = _HALF
        """Percent of the room that a preview beside the page takes; the clerk's own hand changes it."""
        self._split = QSplitter(workspace)
        self._split.setChildrenCollapsible(False)
        column = workspace.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(page), self._split, 1)
        self._split.addWidget(page)
        self._split.splitterMoved.connect(lambda _at, _index: self._note_share())
        actions["preview"].triggered.connect(lambda _checked=False: self.toggle())
        actions["preview_beside"].triggered.connect(lambda _checked=False: self.toggle(beside=True))
        actions["print"].triggered.connect(lambda _checked=False: self.print_report())
        page.cursorPositionChanged.connect(self._follow)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._refresh)
        self._aside = SideWork(self)
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
        self._split.addWidget(made)
        made.closed.connect(self.close)
        made.beside_requested.connect(lambda beside: self.open(beside=beside))
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
        """Whether the preview is shown, instead of the page or beside it."""
        return self._pane is not None and not self._pane.isHidden()

    @property
    def hides_page(self) -> bool:
        """Whether the preview stands in the place of the page."""
        return self.is_open and not self._is_beside

    @property
    def zoomed(self) -> PageView | PreviewView:
        """What zooming goes to: the page, or the preview where it hides the page or has the focus."""
        return self.pane.view if self.hides_page or (self.is_open and self.pane.view.hasFocus()) else self._page

    def go_to(self, position: int) -> None:
        """Bring a code point of the text into sight where the preview is open."""
        if self.is_open:
            self.pane.view.go_to(position)

    def fit(self) -> bool:
        """Make the sheets as wide as the room where zooming goes to the preview; return whether it does."""
        if self.zoomed is self._page:
            return False
        self.pane.view.fit_width()
        return True

    def toggle(self, *, beside: bool = False) -> None:
        """Show the preview in this way, or the page alone where it is shown so."""
        if self.is_open and self._is_beside == beside:
            self.close()
        else:
            self.open(beside=beside)

    def open(self, *, beside: bool = False) -> None:
        """Show the preview at the place of the caret, instead of the page or beside it."""
        self._flush()
        self._is_beside = beside
        self.room_wanted.emit(*(_ROOM_BESIDE if beside else _ROOM))
        self.pane.show_beside(beside=beside)
        self.pane.show()
        self._page.setVisible(beside)
        if not self._show_pages():
            self.close()
            return
        if beside:
            self._divide()
            QTimer.singleShot(0, self, self._divide)  # where panels made way there is more room by then
        self.pane.view.fit_width()
        self.pane.view.go_to(self._page.caret_position)
        (self._page if beside else self.pane.view).setFocus()

    def share_evenly(self) -> None:
        """Give page and preview half of the room each."""
        self.share = _HALF
        self._divide()

    def _divide(self) -> None:
        if not (self.is_open and self._is_beside):
            return
        room = self._split.width()
        self._split.setSizes([room * (100 - self.share) // 100, room * self.share // 100])

    def _note_share(self) -> None:
        page, preview = self._split.sizes()
        self.share = min(max(round(100 * preview / max(1, page + preview)), _LEAST_SHARE), 100 - _LEAST_SHARE)

    def close(self) -> None:
        """Show the page alone."""
        if self.is_open:
            self.pane.hide()
            self._page.show()
            self._page.setFocus()
            QTimer.singleShot(0, self, self._give_room_back)  # once the preview's own width counts no more

    def _give_room_back(self) -> None:
        if not self.is_open:
            self.room_wanted.emit(0, 0)

    def leave(self) -> None:
        """Show the page again where the preview hides it."""
        if self.hides_page:
            self.close()

    def _follow(self) -> None:
        """Keep the line of the caret in sight beside the page."""
        if self.is_open and self._is_beside and not self._timer.isActive():
            self.pane.view.show_position(self._page.caret_position)

    def print_report(self) -> None:
        """Ask for printer, pages and sides, and print; open places are marked as in a draft."""
        from assistant.window.printing import ask_and_print

        self._flush()
        paged = self._paged()
        if paged is None:
            return
        if paged.draft_mark:
            self._notices.tell(sentence("print.draft"))
        if ask_and_print(self._window, paged, self._desk.working.title or tr("报告")):
            self._notices.tell(sentence("print.done", count=len(paged.pages)))
        elif paged.draft_mark:
            self._notices.hide()  # nothing is printed after all

    def _leave_for(self, position: int) -> None:
        self.leave()
        self._page.go_to(position)
        self._page.setFocus()

    def _show_pages(self) -> bool:
        paged = self._paged() if self._desk.has_report else None
        if paged is None:
            return False
        self.pane.show_report(paged)
        self._follow()
        return True

    def _refresh(self) -> None:
        """Show the pages of the changed report; those of a long one are laid out beside the window's thread."""
        working = self._desk.working
        if len(working.report.text) < _LONG:
            self._show_pages()
        else:
            breathe = self._aside.breathe
            self._aside.begin(lambda: _printable_or_error(working, breathe), self._take)

    def _take(self, paged: PagedReport | AssistantError) -> None:
        if isinstance(paged, AssistantError):
            self._notices.tell(describe_error(paged), wrong=True)
        elif self.is_open:
            self.pane.show_report(paged)
            self._follow()

    def _paged(self) -> PagedReport | None:
        self._aside.drop()
        working = self._desk.working
        if len(working.report.text) < _LONG:
            paged = _printable_or_error(working)
        else:
            words = sentence("preview.wait")
            waiting: Waiting[PagedReport | AssistantError] = Waiting(self._window, words, can_be_given_up=True)
            try:
                paged = waiting.run(lambda: _printable_or_error(working))
            except WaitGivenUpError:
                return None
        if isinstance(paged, AssistantError):
            self._notices.tell(describe_error(paged), wrong=True)
            return None
        return paged


def _printable_or_error(
    working: WorkingReport, breathe: Callable[[], None] = lambda: None
) -> PagedReport | AssistantError:
    from assistant.workbench.printing import printable  # not before it is wanted: the start is short

    try:
        return printable(working, breathe=breathe)
    except AssistantError as error:
        return error
