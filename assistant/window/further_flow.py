"""这一节还可以写 in the window: shown for the section at the caret, put into the report as one step of undo."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.further_panel import FurtherPanel
from assistant.window.page.editor import PageEditor
from assistant.window.page_bridge import put_replacement
from assistant.window.side_work import SideWork
from assistant.window.tab_order import read_in_order
from assistant.window.waiting import SHORT
from assistant.workbench.phrases_shown import Further, Furthers, Library, as_typed
from assistant.workbench.sentences import describe_error, sentence

_REST = 400
"""Milliseconds after the caret moved or the text changed; shown only where the list is in sight."""


class FurtherFlow(QObject):
    """Keeps the list up to the caret's section and puts what is chosen into the page.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        shown: the list is to come to sight.
    """

    told = Signal(str, bool)
    shown = Signal()

    def __init__(self, parent: QWidget, desk: Desk, page: PageEditor, library: Callable[[], Library | None]) -> None:
        super().__init__(parent)
        self._desk, self._page, self._library = desk, page, library
        panel = self.panel = FurtherPanel(parent)
        self._aside = SideWork(self)
        self._reading = Lock()
        """Held while the library's file is open on another thread."""
        self._is_chosen_from = False
        """Whether the keyboard is to go to the list as soon as it is filled."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.refresh)
        page.cursorPositionChanged.connect(self._wait)
        panel.heading_requested.connect(self._insert_heading)
        panel.sentence_requested.connect(self._insert_sentence)
        panel.left.connect(page.setFocus)
        read_in_order(panel)

    def start(self) -> None:
        """Show what the caret's section could say as well, with the keyboard in the list."""
        self.shown.emit()
        self._is_chosen_from = True
        self.refresh()

    def start_at(self, first: int) -> None:
        """Do so for the section whose heading is paragraph `first`."""
        if not self._desk.has_report:
            return
        self._page.go_to(self._desk.working.paragraphs[first].end)
        self.start()

    def refresh(self) -> None:
        """Look again, where the list is in sight."""
        self._rest.stop()
        if not self.panel.isVisible() or not self._desk.has_report:
            return
        from assistant.workbench import further_points  # its word lists take time to load
        from assistant.workbench.phrase_library import library_at

        self._page.flush()
        working, position, library = self._desk.working, self._page.caret_position, self._library()
        if len(working.report.text) <= SHORT:
            self._aside.drop()
            self._take(further_points.furthers_at(working, position, library))
            return
        path = library.path if library is not None else None

        def look() -> Furthers:
            if path is None:
                return further_points.furthers_at(working, position, None)
            with self._reading:
                self._aside.breathe()  # where the library was let go meanwhile nothing is read of it
                with library_at(path) as own:  # each thread has a connection of its own to the file
                    return further_points.furthers_at(working, position, own)

        self._aside.begin(look, self._take)

    def let_go(self) -> None:
        """Read no more of the library: its file may be moved when this returns."""
        self._aside.drop()
        with self._reading:
            pass

    def _take(self, furthers: Furthers) -> None:
        self.panel.show_furthers(furthers)
        if self._is_chosen_from:
            self._is_chosen_from = False
            self.panel.start_choosing()

    def _wait(self) -> None:
        if self.panel.isVisible():
            self._rest.start()

    def _insert_heading(self, further: Further) -> None:
        if not self._may_edit():
            return
        from assistant.workbench import further_points

        self._page.flush()
        try:
            edit = further_points.insertion(self._desk.working, further)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        if edit is None:
            return
        put_replacement(self._page, edit.replacement)
        self._page.flush()
        self._page.go_to(self._behind(further))
        self.told.emit(sentence("further.inserted", heading=further.heading), False)
        self._page.setFocus()
        self.refresh()

    def _behind(self, further: Further) -> int:
        """Return where the caret belongs: behind what was inserted."""
        paragraphs = self._desk.working.paragraphs
        at = min(further.at, len(paragraphs) - 1)
        below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        has_line = further.frame and not paragraphs[at].run_in and below is not None
        return below.end if has_line and below is not None else paragraphs[at].end

    def _insert_sentence(self, words: str) -> None:
        if not self._may_edit():
            return
        self._page.insert_text(as_typed(words))
        self._page.flush()
        self._page.setFocus()

    def _may_edit(self) -> bool:
        return self._desk.has_report and not self._desk.is_read_only
