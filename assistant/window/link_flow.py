"""Filling with a look at links: where places are linked by guess only, the clerk is asked first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.window.desk import Desk
from assistant.window.page_bridge import PageBridge
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import sentence
from assistant.workbench.working import has_suggested_links, tidy_answer


class LinkFlow(QObject):
    """Asks which places are one value, and fills them.

    Signals:
        same_named: open fields of the same name may be filled with the same value (str: what to say, str: field id).
    """

    same_named = Signal(str, str)

    def __init__(self, window: QWidget, desk: Desk, bridge: PageBridge) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._bridge = bridge

    def fill(self, field_id: str, answer: str) -> None:
        """Fill a field; where its places are linked by guess only, ask first."""
        self.take([FieldEdit(field_id, answer)])

    def fill_all(self, answers: Mapping[str, str]) -> None:
        """Fill fields in one step; those whose places are linked by guess only are asked about all at once."""
        self.take([FieldEdit(field_id, answer) for field_id, answer in answers.items()])

    def take(self, edits: Iterable[FieldEdit]) -> None:
        """Take edits of fields; where values go to places linked by guess only, ask about all of them at once."""
        fields = {field.id: field for field in self._desk.working.report.fields}
        known = [edit for edit in edits if edit.field_id in fields]
        guessed = [edit for edit in known if has_suggested_links(fields[edit.field_id]) and self._goes_in(edit)]
        self._bridge.edit_fields([edit for edit in known if edit not in guessed])
        if len(guessed) == 1:
            self._ask_and_take(guessed[0])
        elif guessed:
            self._ask_about_all(guessed)
        if len(known) == 1 and self._goes_in(known[0]):
            self._offer_same_named(known[0].field_id)

    def _goes_in(self, edit: FieldEdit) -> bool:
        """Whether a value goes into the text: one that does not fit is kept beside it, and its places do not matter."""
        if not edit.value:
            return False
        return edit.state is not None or tidy_answer(self._desk.working, edit.field_id, edit.value) is not None

    def _offer_same_named(self, field_id: str) -> None:
        from assistant.workbench.linking import same_named

        found = same_named(self._desk.working, field_id)
        if found:
            count = sum(len(one.occurrences) for one in found)
            label = self._desk.working.report.field(field_id).label
            self.same_named.emit(sentence("links.same_named", count=count, label=label), field_id)

    def join_same_named(self, field_id: str) -> None:
        """Let the clerk tick open fields of the same name, and fill them with the same value."""
        from assistant.workbench.linking import same_named

        fields = {one.id: one for one in self._desk.working.report.fields}
        if field_id not in fields:
            return
        value = fields[field_id].value
        also = frozenset(one.id for one in same_named(self._desk.working, field_id))
        ticked = self._ticked_places(field_id, value, also=also)
        if ticked is not None:
            with self._bridge.one_step():
                self._bridge.relink(field_id, ticked)
                self._bridge.fill(field_id, value)

    def _ask_about_all(self, edits: Sequence[FieldEdit]) -> None:
        from assistant.window.link_batch_dialog import LinkBatchDialog, LinkQuestion
        from assistant.workbench.linking import place_choices

        working = self._desk.working
        labels = {one.field_id: working.report.field(one.field_id).label for one in edits}
        questions = [
            LinkQuestion(one.field_id, labels[one.field_id], one.value or "", place_choices(working, one.field_id))
            for one in edits
        ]
        dialog = LinkBatchDialog(self._window, questions)
        accepted = dialog.exec() == LinkBatchDialog.DialogCode.Accepted
        ticked = dialog.ticked if accepted else {}
        dialog.deleteLater()
        with self._bridge.one_step():
            for edit in edits:
                if places := ticked.get(edit.field_id):
                    self._bridge.relink(edit.field_id, places)
            settled = [one if ticked.get(one.field_id) else replace(one, value=None, state=None) for one in edits]
            self._bridge.edit_fields(settled)

    def _ask_and_take(self, edit: FieldEdit) -> None:
        ticked = self._ticked_places(edit.field_id, edit.value or "")
        with self._bridge.one_step():
            if ticked is not None:
                self._bridge.relink(edit.field_id, ticked)
            self._bridge.edit_fields([edit if ticked is not None else replace(edit, value=None, state=None)])

    def show_links(self, field_id: str) -> None:
        """Let the clerk say which places are one value."""
        ticked = self._ticked_places(field_id, "")
        if ticked is not None:
            self._bridge.relink(field_id, ticked)

    def ask_about(self, field_id: str, value: str, index: int) -> None:
        """Ask about a value that was typed into one place; without an answer it stays in that place alone."""
        ticked = self._ticked_places(field_id, value)
        if ticked is None or (field_id, index) not in ticked:
            self._bridge.take_out(field_id, index)
            return
        with self._bridge.one_step():
            self._bridge.relink(field_id, ticked)
            self._bridge.fill(field_id, value)

    def _ticked_places(
        self, field_id: str, value: str, *, also: frozenset[str] = frozenset()
    ) -> set[tuple[str, int]] | None:
        from assistant.window.link_dialog import LinkDialog  # not before it is wanted: the start is short
        from assistant.workbench.linking import place_choices

        field = self._desk.working.report.field(field_id)
        dialog = LinkDialog(self._window, field.label, place_choices(self._desk.working, field_id), value, also=also)
        accepted = dialog.exec() == LinkDialog.DialogCode.Accepted
        ticked = dialog.ticked
        dialog.deleteLater()
        return ticked if accepted and ticked else None
