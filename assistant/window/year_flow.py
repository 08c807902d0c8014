"""年份顺延: after a finished report was taken as the basis of a new one, its years move on together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.workbench.sentences import sentence


class YearFlow(QObject):
    """Offers the years and dates of the year after, and takes those that are ticked.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        offered: a sentence, where years can move on (str).
        edits_requested: give these fields other values (object: list of FieldEdit).
    """

    told = Signal(str, bool)
    offered = Signal(str)
    edits_requested = Signal(object)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._desk, self._flush = window, desk, flush

    def offer(self, words: str) -> None:
        """Tell that a new report was begun on the basis of a finished one, with an offer where it has years."""
        from assistant.workbench.next_year import next_year_proposals  # not before it is wanted: the start is short

        if next_year_proposals(self._desk.working, this_year=_this_year()):
            self.offered.emit(words)
        else:
            self.told.emit(words, False)

    def run(self) -> None:
        """Show what each year and date becomes, and change what the clerk ticks."""
        from assistant.window.taking_dialog import TakingDialog
        from assistant.workbench.next_year import next_year_proposals

        self._flush()
        proposals = next_year_proposals(self._desk.working, this_year=_this_year())
        if not proposals:
            self.told.emit(sentence("years.none"), False)
            return
        dialog = TakingDialog(self._window, tr("年份顺延"), proposals)
        accepted = dialog.exec() == TakingDialog.DialogCode.Accepted
        edits = dialog.ticked
        dialog.deleteLater()
        if accepted and edits:
            self.edits_requested.emit(edits)
            self.told.emit(sentence("years.moved", count=len(edits)), False)


def _this_year() -> int:
    return date.today().year
