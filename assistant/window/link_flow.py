"""Filling with a look at links: where places are linked by guess only, the clerk is asked first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from assistant.window.desk import Desk
from assistant.window.page_bridge import PageBridge
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.working import has_suggested_links


class LinkFlow(QObject):
    """Asks which places are one value, and fills them."""

    def __init__(self, window: QWidget, desk: Desk, bridge: PageBridge) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._bridge = bridge

    def fill(self, field_id: str, answer: str) -> None:
        """Fill a field; where its places are linked by guess only, ask first."""
        self.take([FieldEdit(field_id, answer)])

    def fill_all(self, answers: Mapping[str, str]) -> None:
        """Fill fields in one step; those whose places are linked by guess only are asked about one by one."""
        self.take([FieldEdit(field_id, answer) for field_id, answer in answers.items()])

    def take(self, edits: Iterable[FieldEdit]) -> None:
        """Take edits of fields in one step; where a value goes to places linked by guess only, ask one by one."""
        fields = {field.id: field for field in self._desk.working.report.fields}
        known = [edit for edit in edits if edit.field_id in fields]
        guessed = [edit for edit in known if edit.value and has_suggested_links(fields[edit.field_id])]
        self._bridge.edit_fields([edit for edit in known if edit not in guessed])
        for edit in guessed:
            self._ask_and_take(edit)

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

    def _ticked_places(self, field_id: str, value: str) -> set[tuple[str, int]] | None:
        from assistant.window.link_dialog import LinkDialog  # not before it is wanted: the start is short
        from assistant.workbench.linking import place_choices

        field = self._desk.working.report.field(field_id)
        dialog = LinkDialog(self._window, field.label, place_choices(self._desk.working, field_id), value)
        accepted = dialog.exec() == LinkDialog.DialogCode.Accepted
        ticked = dialog.ticked
        dialog.deleteLater()
        return ticked if accepted and ticked else None
