"""The own unit's values at work: entered in a dialog, offered for each report that is opened."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.unit_info import is_lost, load_answer_book, proposals_for, save_answer_book


class UnitFlow(QObject):
    """Edits the answer book and offers what it proposes.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        offered: something can be filled from the book (str: the sentence).
        values_requested: fill these fields (object: mapping from field id to answer).
    """

    told = Signal(str, bool)
    offered = Signal(str)
    values_requested = Signal(object)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._flush = flush

    def edit(self) -> None:
        """Let the clerk enter the unit's values; offer at once what they propose."""
        from assistant.window.unit_dialog import UnitDialog  # not before it is wanted: the start is short

        dialog = UnitDialog(self._window, load_answer_book())
        with suppress(AssistantError):
            if is_lost():
                self.told.emit(sentence("book.lost"), True)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        book = dialog.book
        dialog.deleteLater()
        if not accepted:
            return
        try:
            save_answer_book(book)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        self.told.emit(sentence("book.saved"), False)
        self.offer()

    def offer(self) -> None:
        """Offer what the book proposes for the open report, if anything."""
        if not self._desk.has_report:
            return
        count = len(proposals_for(self._desk.working, load_answer_book()))
        if count:
            self.offered.emit(sentence("book.offer", count=count))

    def propose(self) -> None:
        """List what the book proposes and fill what the clerk ticks."""
        from assistant.window.unit_dialog import ProposalDialog

        self._flush()
        proposals = proposals_for(self._desk.working, load_answer_book())
        if not proposals:
            self.told.emit(sentence("book.nothing"), False)
            return
        dialog = ProposalDialog(self._window, proposals)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        ticked = dialog.ticked
        dialog.deleteLater()
        if accepted and ticked:
            self.values_requested.emit(ticked)
