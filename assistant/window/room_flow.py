"""The rooms in which fields are filled, 逐项填写 and 填空表: shown in the place of the page, and left again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QVBoxLayout, QWidget

from assistant.report.fields import State
from assistant.window.actions import Actions
from assistant.window.desk import Desk
from assistant.window.look import LIGHT, Colours
from assistant.window.page import PageEditor
from assistant.window.tab_order import read_in_order
from assistant.workbench.advice import Advice, Remark
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import sentence
from assistant.workbench.unit_info import load_answer_book
from assistant.workbench.working import WorkingReport, section_entries

if TYPE_CHECKING:
    from assistant.window.answer_room import AnswerRoom
    from assistant.window.field_popup import FieldPopup
    from assistant.window.interview_room import InterviewRoom

_LEAD_TO_PAGE = frozenset(
    (
        *("next_open", "previous_open", "next_remark", "previous_remark", "find", "go_to", "characters"),
        *("phrases", "further", "preview", "preview_beside"),
    )
)
"""Actions that show a place in the page, or something beside it: a room is left for them."""
_CHANGE_PAGE = (
    *("mark_field", "unmark_field", "heading_1", "heading_2", "heading_3", "heading_4", "body_text", "fix_remark"),
    *("section_up", "section_down", "section_raise", "section_lower", "section_insert", "section_remove"),
)
"""Actions that change the text at the caret: nobody is to do that to a page that a room hides."""


class RoomFlow(QObject):
    """Opens the rooms, keeps them in step with the report, and closes them without losing anything.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        edits_requested: give fields values, sources, notes or decisions (object: list of FieldEdit).
        links_requested: say which places belong to a field (field id).
        sheet_wanted: write (True) or read (False) a collection sheet.
        export_requested: export the report.
        typed: an answer is being typed in a room.
        about_to_open: a room comes in the place of the page.
    """

    told = Signal(str, bool)
    edits_requested = Signal(object)
    links_requested = Signal(str)
    sheet_wanted = Signal(bool)
    export_requested = Signal()
    typed = Signal()
    about_to_open = Signal()

    def __init__(
        self, window: QMainWindow, desk: Desk, page: PageEditor, flush: Callable[[], None], actions: Actions
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._page, self._flush = window, desk, page, flush
        self._colours: Colours = LIGHT
        self._actions = actions
        self._shown: tuple[WorkingReport, Mapping[str, Advice], Sequence[Remark]] | None = None
        self._docks: list[QDockWidget] = []
        self._front: QDockWidget | None = None
        self._columns = b""
        self.interview: InterviewRoom | None = None
        self.answers: AnswerRoom | None = None
        self.popup: FieldPopup | None = None
        desk.report_changed.connect(self._follow)
        actions.before = lambda name: self.close() if name in _LEAD_TO_PAGE else None
        actions["interview"].triggered.connect(lambda _checked=False: self.open_interview())
        actions["answers"].triggered.connect(lambda _checked=False: self.open_answers())

    @property
    def columns(self) -> bytes:
        """How wide the columns of the table are and what it is sorted by, to be remembered."""
        return self._columns if self.answers is None else self.answers.table.columns_state

    @columns.setter
    def columns(self, state: bytes) -> None:
        self._columns = state
        if self.answers is not None:
            self.answers.table.restore_columns(state)

    # -- opening and closing -----------------------------------------------------------------------

    @property
    def open_room(self) -> QWidget | None:
        """The room that is shown, or None."""
        rooms: tuple[QWidget | None, ...] = (self.interview, self.answers)
        return next((room for room in rooms if room is not None and not room.isHidden()), None)

    def open_interview(self, field_id: str | None = None) -> None:
        """Ask for the fields one by one, beginning with this one, the one at the caret, or the first open one."""
        if self.interview is not None and self.open_room is self.interview and field_id is None:
            self.close()
            return
        if not self._may_open():
            return
        in_table = self.answers.table.chosen_ids[:1] if self.answers and self.open_room is self.answers else []
        wanted = field_id or next(iter(in_table), None) or self._page.field_at_caret
        if self.interview is None:
            self.interview = self._make_interview()
        self._show(self.interview)
        if field_id is None and not in_table and self._is_settled(wanted):
            wanted = None
        if wanted is None and not any(one.state.blocks_final for one in self._desk.working.report.fields):
            self.interview.show_review()
        else:
            self.interview.ask(wanted)

    def open_answers(self) -> None:
        """Show all fields as a table."""
        if self.answers is not None and self.open_room is self.answers:
            self.close()
            return
        if not self._may_open():
            return
        if self.answers is None:
            self.answers = self._make_answers()
        self._show(self.answers)
        self.answers.begin(self._page.field_at_caret)

    def _may_open(self) -> bool:
        if not self._desk.has_report:
            return False
        if self._desk.is_read_only or not self._desk.working.report.fields:
            self.told.emit(sentence("rooms.read_only" if self._desk.is_read_only else "no.fields"), False)
            return False
        self._flush()
        return True

    def _is_settled(self, field_id: str | None) -> bool:
        found = next((one for one in self._desk.working.report.fields if one.id == field_id), None)
        return found is None or not found.state.blocks_final

    def _show(self, room: QWidget) -> None:
        if self.open_room is None:
            self.about_to_open.emit()
            self._hide_docks()
            self._page_area().hide()
            self._enable_changes(False)
        elif self.open_room is not room:
            self.open_room.hide()
        if self._shown is not None:
            self.show_report(*self._shown, also=room)
        room.show()

    def ask_beside(self, field_id: str) -> bool:
        """Ask for a field in a small input beside its place in the page; return whether it could be asked for."""
        from assistant.window.field_popup import FieldPopup

        if self.popup is None:
            self.popup = FieldPopup(self._page, self._desk, self._advice_for)
            self.popup.answered.connect(lambda field_id, answer: self._pass_on([FieldEdit(field_id, answer)]))
            self.popup.insisted.connect(
                lambda field_id, answer: self._pass_on([FieldEdit(field_id, answer, state=State.CONFIRMED)])
            )
            self.popup.value.typed.connect(self.typed)
        return self.popup.open(field_id)

    def _advice_for(self, field_id: str) -> Advice | None:
        return self._shown[1].get(field_id) if self._shown is not None else None

    def close(self, *, to_field: str | None = None) -> None:
        """Go back to the page, at the field that was asked for last."""
        room = self.open_room
        if room is None:
            return
        self.leave()
        wanted = to_field or (self.interview.current if room is self.interview and self.interview else None)
        room.hide()
        self._page_area().show()
        self._show_docks()
        self._enable_changes(self._desk.has_report)
        if wanted is not None and self._desk.has_report:
            self._page.go_to_field(wanted)
        self._page.setFocus()

    def _enable_changes(self, enabled: bool) -> None:
        for name in _CHANGE_PAGE:
            self._actions[name].setEnabled(enabled)

    def go_to_section(self, position: int) -> bool:
        """Show the first field of the section that begins at a code point in the room; return whether one could be.

        A room is left where the section has no field: then the page shows the section.
        """
        room = self.open_room
        if room is None:
            return False
        entries = [one for one in section_entries(self._desk.working) if one.position == position]
        within = [
            one
            for one in self._desk.working.report.fields
            if any(entry.position <= place.start <= entry.end for entry in entries for place in one.occurrences)
        ]
        found = next((one.id for one in within if one.state.blocks_final), within[0].id if within else None)
        if found is None:
            self.close()
        elif room is self.interview:
            self.interview.ask(found)
        elif self.answers is not None:
            self.answers.show_field(found)
        return found is not None

    def start_typing(self) -> bool:
        """Put the caret where the open room takes the value at hand; return whether a room is open."""
        if self.interview is not None and self.open_room is self.interview and not self.interview.is_reviewing:
            self.interview.question.value.start()
        return self.open_room is not None

    def escape(self) -> bool:
        """Close what is open in the room, else the room; return whether there was one."""
        if self.open_room is None:
            return False
        if self.open_room is self.interview and self.interview is not None and self.interview.question.stop_asking():
            return True
        if self.open_room is self.answers and self.answers is not None and self.answers.stop_asking():
            return True
        self.close()
        return True

    def _hide_docks(self) -> None:
        right = Qt.DockWidgetArea.RightDockWidgetArea
        docks = [one for one in self._window.findChildren(QDockWidget) if self._window.dockWidgetArea(one) is right]
        self._docks = [one for one in docks if not one.isHidden()]
        self._front = next((one for one in self._docks if not one.visibleRegion().isEmpty()), None)
        for dock in self._docks:
            dock.hide()

    def _show_docks(self) -> None:
        for dock in self._docks:
            dock.show()
        if self._front is not None:
            self._front.raise_()
        self._docks = []

    # -- keeping in step ---------------------------------------------------------------------------

    def show_report(
        self,
        working: WorkingReport,
        advice: Mapping[str, Advice],
        remarks: Sequence[Remark],
        *,
        also: QWidget | None = None,
    ) -> None:
        """Show the report as it stands in the room that is open, and in one that is about to be."""
        self._shown = working, advice, remarks
        for room in {self.open_room, also}:
            if room is not None and room is self.interview:
                self.interview.show_report(working, advice, remarks)
            elif room is not None and room is self.answers:
                self.answers.show_report(working, remarks)

    def _follow(self, working: WorkingReport) -> None:
        """Show the report at once where a room is open: advice and remarks of a long one come later."""
        if self.open_room is not None and self._shown is not None:
            self.show_report(working, *self._shown[1:])

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._colours = colours
        for room in (self.interview, self.answers):
            if room is not None:
                room.set_colours(colours)

    def leave(self) -> None:
        """Take what is typed in a room, or beside a field, but not entered yet."""
        if self.popup is not None:
            self.popup.leave()
        if self.interview is not None and self.open_room is self.interview:
            self.interview.leave()
        if self.answers is not None and self.open_room is self.answers:
            self.answers.table.leave_cell(keeps=True)

    @property
    def pending(self) -> tuple[str, str] | None:
        """The field and the answer that is typed in a room, or beside it, but not entered yet; None for none."""
        if self.popup is not None and self.popup.pending is not None:
            return self.popup.pending
        if self.interview is None or self.open_room is not self.interview or self.interview.is_reviewing:
            return None
        return self.interview.question.pending

    def _pass_on(self, edits: Sequence[FieldEdit]) -> None:
        """Ask for edits, unless the report was taken off the desk meanwhile."""
        if self._desk.has_report:
            self.edits_requested.emit(edits)

    # -- making ------------------------------------------------------------------------------------

    def _make_interview(self) -> InterviewRoom:
        from assistant.window.interview_room import InterviewRoom

        room = InterviewRoom(self._place(), book=load_answer_book)
        room.edits_requested.connect(self._pass_on)
        room.links_requested.connect(self.links_requested)
        room.field_shown.connect(self._page.go_to_field)
        room.closed.connect(self.close)
        room.page_requested.connect(lambda field_id: self.close(to_field=field_id))
        room.sheet_requested.connect(lambda: self.sheet_wanted.emit(True))
        room.export_requested.connect(self.export_requested)
        room.typed.connect(self.typed)
        self._add(room)
        return room

    def _make_answers(self) -> AnswerRoom:
        from assistant.window.answer_room import AnswerRoom

        room = AnswerRoom(self._place())
        room.table.restore_columns(self._columns)
        room.edits_requested.connect(self._pass_on)
        room.field_requested.connect(lambda field_id: self.close(to_field=field_id))
        room.interview_requested.connect(self.open_interview)
        room.closed.connect(self.close)
        room.sheet_wanted.connect(self.sheet_wanted)
        self._add(room)
        return room

    def _page_area(self) -> QWidget:
        """Return what the page has of the workspace: itself, or what it shares with a preview beside it."""
        area: QWidget = self._page
        while (parent := area.parentWidget()) is not None and not isinstance(parent.layout(), QVBoxLayout):
            area = parent
        return area

    def _place(self) -> QWidget:
        place = self._page_area().parentWidget()
        assert place is not None, "the page stands in the workspace"
        return place

    def _add(self, room: InterviewRoom | AnswerRoom) -> None:
        room.hide()
        room.set_colours(self._colours)
        read_in_order(room)
        column = self._place().layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, room, 1)
