"""Drafts that come back: choose the file, look at what it holds, take over what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from assistant.window.exchange_flow import ExchangeFlow
from assistant.window.language import tr
from assistant.workbench.sentences import sentence

if TYPE_CHECKING:
    from assistant.workbench.drafts import LoadedDraft, ReturnedValue

_FILTER = "Word 草稿 (*.docx)"


class DraftFlow(ExchangeFlow):
    """Takes values and changed text from drafts.

    Signals:
        taking: something of a draft is about to be taken.
        text_requested: put other words in place (object: sequence of text changes, in the order of the text).
        values_requested: fill these fields (object: mapping from field id to value).
    """

    taking = Signal()
    text_requested = Signal(object)
    values_requested = Signal(object)

    def run(self) -> None:
        """Ask for a draft, show what came back, and take what the clerk ticks."""
        from assistant.window.draft_dialog import DraftDialog  # not before it is wanted: the start is short

        self._flush()
        path = self._asked_file(tr("读回草稿"), tr(_FILTER))
        if path is None:
            return
        read = self._read(path)
        if read is None:
            return
        draft, values = read
        if not values and not draft.changes:
            self.told.emit(" ".join((sentence("draft.nothing", path=path), *draft.problems[:1])), bool(draft.problems))
            return
        dialog = DraftDialog(self._window, values, draft.changes, draft.problems)
        accepted = dialog.exec() == DraftDialog.DialogCode.Accepted
        ticked, changes = dialog.ticked_values, dialog.ticked_changes
        dialog.deleteLater()
        if accepted:
            if ticked or changes:
                self.taking.emit()
            self.text_requested.emit(changes)  # before the values: these move the text
            self.values_requested.emit(ticked)
            self.told.emit(sentence("draft.taken", path=path, count=len(ticked), changes=len(changes)), False)

    def _read(self, path: Path) -> tuple[LoadedDraft, Sequence[ReturnedValue]] | None:
        """Return what came back in a draft, read beside the window; None, and told, where it cannot be used."""
        from assistant.workbench.drafts import read_draft_file, returned_values

        working = self._desk.working

        def work(_waiting: object) -> tuple[LoadedDraft, Sequence[ReturnedValue]]:
            draft = read_draft_file(working, path)
            return draft, returned_values(working, draft)

        return self._worked_out(sentence("read.wait", path=path), work)
