"""Filling with a look at links: where places are linked by guess only, the clerk is asked first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from assistant.window.desk import Desk
from assistant.window.page_bridge import PageBridge
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
        field = self._desk.working.report.field(field_id)
        if answer.strip() and has_suggested_links(field):
            ticked = self._ticked_places(field_id, answer)
            if ticked is None:
                return
            self._bridge.relink(field_id, ticked)
        self._bridge.fill(field_id, answer)

    def fill_all(self, answers: Mapping[str, str]) -> None:
        """Fill fields in one step; those whose places are linked by guess only are asked about one by one."""
        fields = {field.id: field for field in self._desk.working.report.fields}
        guessed = [i for i in answers if i in fields and has_suggested_links(fields[i])]
        self._bridge.fill_all({i: answer for i, answer in answers.items() if i in fields and i not in guessed})
        for field_id in guessed:
            self.fill(field_id, answers[field_id])

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
