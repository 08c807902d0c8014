"""Aids for writing: go to a page or section, special characters, word count, a field made text, full screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDockWidget, QMainWindow, QWidget

from assistant.window.actions import Actions
from assistant.window.desk import Desk
from assistant.window.file_flow import FileFlow
from assistant.window.page import PageEditor
from assistant.window.page.editing import SHORT
from assistant.window.page_count import PageCount
from assistant.window.side_work import SideWork
from assistant.workbench.sentences import sentence
from assistant.workbench.working import WorkingReport, section_entries

if TYPE_CHECKING:
    from assistant.window.character_panel import CharacterPanel

_FRAME = 40
"""Pixels for the frame that the system draws round a panel."""
_SECTION_WISHES = {
    "section_up": "up",
    "section_down": "down",
    "section_raise": "promote",
    "section_lower": "demote",
    "section_insert": "insert",
    "section_remove": "remove",
}
_OUTLINE_KEYS = {
    "section_up": "Alt+Up",
    "section_down": "Alt+Down",
    "section_raise": "Alt+Left",
    "section_lower": "Alt+Right",
}


class WritingFlow(QObject):
    """Does what the writing actions ask for.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        section_change_requested: move or shift the section at the caret (int: paragraph of its heading, str: how).
        full_screen_left: everything is shown again.
    """

    told = Signal(str, bool)
    section_change_requested = Signal(int, str)
    full_screen_left = Signal()

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        page: PageEditor,
        files: FileFlow,
        flush: Callable[[], None],
        actions: Actions,
        pages: PageCount,
    ) -> None:
        super().__init__(window)
        self._pages = pages
        self._aside = SideWork(self)
        self._window, self._desk, self._page, self._files, self._flush = window, desk, page, files, flush
        self._tool_bar = actions.tool_bar
        self._hidden: list[QWidget] = []
        self._front: list[QDockWidget] = []
        self._was_maximized = False
        self.characters: CharacterPanel | None = None
        wishes: dict[str, Callable[[], object]] = {
            "go_to": self.go_to_place,
            "characters": self.show_characters,
            "count": self.show_counts,
            "unmark_field": self.make_text,
            "full_screen": self.toggle_full_screen,
        }
        wishes |= {name: partial(self._change_section, how) for name, how in _SECTION_WISHES.items()}
        for name, wish in wishes.items():
            actions[name].triggered.connect(lambda _checked=False, wish=wish: wish())
        # a click on a section leads into the page, where the keys that its menu shows go on to work
        for name, keys in _OUTLINE_KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), page, actions[name].trigger)
            # given to the constructor, this would be dropped: the small input in the page needs the keys itself
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    # -- going and counting ------------------------------------------------------------------------

    @contextmanager
    def _telling_pages(self, tell: Callable[[tuple[int, ...]], object]) -> Iterator[None]:
        """Tell with which code points the pages begin, now or as soon as they are counted beside the window."""
        self._pages.counted.connect(tell)
        try:
            if self._pages.is_counted:
                tell(self._pages.starts)
            self._pages.hurry()
            yield
        finally:
            self._pages.counted.disconnect(tell)

    def go_to_place(self) -> None:
        """Ask for a page or a section, and go there."""
        from assistant.window.go_dialog import GoDialog

        self._page.offer_changes()
        dialog = GoDialog(self._window)

        def show_sections(working: WorkingReport) -> None:
            dialog.show_sections(section_entries(working), are_read=not self._page.is_pending)

        show_sections(self._desk.working)
        self._desk.report_changed.connect(show_sections)
        with self._telling_pages(dialog.show_pages):
            accepted = dialog.exec() == QDialog.DialogCode.Accepted
        self._desk.report_changed.disconnect(show_sections)
        position = dialog.position
        dialog.deleteLater()
        if accepted and position is not None:
            self._page.go_to(position)
        self._page.setFocus()

    def show_counts(self) -> None:
        """Show how long the report and the selection are; a long report is counted beside the window."""
        from assistant.report.counting import count_text
        from assistant.window.count_dialog import CountDialog

        self._page.offer_changes()
        text = self._page.snapshot().text
        start, end = self._page.selected_span
        texts = [text, text[start:end]] if end > start else [text]
        dialog = CountDialog(self._window, has_selection=len(texts) > 1)
        if len(text) <= SHORT:
            dialog.show_counts([count_text(one) for one in texts])
        else:
            self._aside.begin(lambda: [count_text(one) for one in texts], dialog.show_counts)
        with self._telling_pages(dialog.show_pages):
            dialog.exec()
        self._aside.drop()
        dialog.deleteLater()

    def show_characters(self) -> None:
        """Show the special characters beside the page; they stay open."""
        from assistant.window.character_panel import CharacterPanel
        from assistant.workbench.characters import character_groups

        if self.characters is None:
            panel = CharacterPanel(self._window, character_groups(), self._files.settings.recent_characters)
            panel.character_chosen.connect(self._page.insert_characters)
            panel.recent_changed.connect(lambda recent: self._files.keep_settings(recent_characters=recent))
            self.characters = panel
        if not self.characters.isVisible():
            self._place_beside_caret(self.characters)
        self.characters.show()
        self.characters.raise_()
        self.characters.activateWindow()

    def _place_beside_caret(self, panel: QWidget) -> None:
        """Put a panel over the right side of the window, or the left one where the caret would be hidden."""
        view, room = self._page.viewport(), self._window.geometry()
        caret = view.mapToGlobal(self._page.cursorRect().topLeft())
        left = room.right() - panel.width() - _FRAME
        left = left if caret.x() < left else room.left()
        top = view.mapToGlobal(QPoint(0, 0)).y()
        panel.move(left, max(room.top(), min(top, room.bottom() - panel.height() - _FRAME)))

    # -- fields and sections -----------------------------------------------------------------------

    def make_text(self) -> None:
        """Make plain text of the field at the caret, wherever it stands."""
        from assistant.workbench.marking import stays_text

        self._flush()
        field_id = self._page.field_at_caret
        if field_id is None or self._desk.is_read_only:
            self.told.emit(sentence("unmark.nothing"), False)
        elif not stays_text(self._desk.working, field_id):
            self.told.emit(sentence("unmark.marker"), False)
        else:
            label = self._desk.working.report.field(field_id).label
            self._page.unmark(field_id)
            self._page.flush()
            self.told.emit(sentence("unmark.done", label=label), False)

    def _change_section(self, how: str) -> None:
        self._flush()
        position = self._page.caret_position
        around = [one for one in section_entries(self._desk.working) if one.position <= position <= one.end]
        if around:
            self.section_change_requested.emit(around[-1].section.first, how)
        else:
            self.told.emit(sentence("outline.no_section"), False)

    # -- full screen -------------------------------------------------------------------------------

    @property
    def is_full_screen(self) -> bool:
        """Whether only the page is shown, on the whole screen."""
        return bool(self._window.windowState() & Qt.WindowState.WindowFullScreen)

    def toggle_full_screen(self) -> None:
        """Show only the page on the whole screen, or everything again."""
        if self.is_full_screen:
            self.leave_full_screen()
            return
        docks = self._window.findChildren(QDockWidget)
        parts: list[QWidget] = [*docks, self._tool_bar]
        self._hidden = [part for part in parts if not part.isHidden()]
        self._front = [dock for dock in docks if not dock.visibleRegion().isEmpty()]
        self._was_maximized = self._window.isMaximized()
        for part in self._hidden:
            part.hide()
        self._window.menuBar().hide()
        self._window.showFullScreen()
        self.told.emit(sentence("full_screen"), False)
        self._page.setFocus()

    def leave_full_screen(self) -> bool:
        """Show everything again; return whether only the page was shown."""
        if not self.is_full_screen:
            return False
        if self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()
        self._window.menuBar().show()
        for part in self._hidden:
            part.show()
        for dock in self._front:
            QTimer.singleShot(0, dock, dock.raise_)
        self._hidden, self._front = [], []
        self.full_screen_left.emit()
        return True
