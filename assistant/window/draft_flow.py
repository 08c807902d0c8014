"""Drafts that come back: choose the file, look at what it holds, take over what is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.start_folder import ExchangeFolder
from assistant.window.waiting import WaitGivenUpError, Waiting
from assistant.workbench.sentences import describe_error, sentence

if TYPE_CHECKING:
    from assistant.workbench.drafts import LoadedDraft, ReturnedValue

_FILTER = "Word 草稿 (*.docx)"


class DraftFlow(QObject):
    """Takes values and changed text from drafts.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        taking: something of a draft is about to be taken.
        text_requested: put other words in place (object: sequence of text changes, in the order of the text).
        values_requested: fill these fields (object: mapping from field id to value).
    """

    told = Signal(str, bool)
    taking = Signal()
    text_requested = Signal(object)
    values_requested = Signal(object)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None], folder: ExchangeFolder) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._flush = flush
        self._folder = folder

    def run(self) -> None:
        """Ask for a draft, show what came back, and take what the clerk ticks."""
        from assistant.window.draft_dialog import DraftDialog  # not before it is wanted: the start is short

        self._flush()
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("读回草稿"), str(self._folder.begin()), tr(_FILTER))
        if not chosen:
            return
        path = Path(chosen)
        self._folder.keep(path)
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

        def work() -> tuple[LoadedDraft, Sequence[ReturnedValue]]:
            draft = read_draft_file(working, path)
            return draft, returned_values(working, draft)

        words = sentence("read.wait", path=path)
        waiting: Waiting[tuple[LoadedDraft, Sequence[ReturnedValue]]] = Waiting(
            self._window, words, can_be_given_up=True
        )
        try:
            return waiting.run(work)
        except WaitGivenUpError:
            self.told.emit(sentence("read.given_up"), False)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
        return None
