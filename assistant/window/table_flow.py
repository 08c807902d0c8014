"""Figures from any Excel table: a file is chosen, what it gives is looked at, and what is ticked is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.start_folder import ExchangeFolder
from assistant.window.waiting import WaitGivenUpError, Waiting
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import describe_error, name_of, sentence

_FILTER = "Excel 表格 (*.xlsx)"


class TableFlow(QObject):
    """Takes figures from tables.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        edits_requested: fill these fields and note where their values come from (object: list of FieldEdit).
    """

    told = Signal(str, bool)
    edits_requested = Signal(object)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None], folder: ExchangeFolder) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._flush = flush
        self._folder = folder

    def run(self) -> None:
        """Ask for a table, show what it gives for the open figures, and fill what the clerk ticks."""
        from assistant.window.table_dialog import TableDialog  # not before it is wanted: the start is short
        from assistant.workbench.table_import import Table, asked_figures, read_table_file

        self._flush()
        fields = asked_figures(self._desk.working)
        if not fields:
            self.told.emit(sentence("table.nothing_asked"), False)
            return
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("从表格取数"), str(self._folder.begin()), tr(_FILTER))
        if not chosen:
            return
        path = Path(chosen)
        self._folder.keep(path)
        waiting: Waiting[tuple[Table, ...]] = Waiting(
            self._window, sentence("read.wait", path=path), can_be_given_up=True
        )
        try:
            tables = waiting.run(lambda: read_table_file(path))
        except WaitGivenUpError:
            self.told.emit(sentence("read.given_up"), False)
            return
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        if not tables:
            self.told.emit(sentence("table.empty", path=path), True)
            return
        dialog = TableDialog(self._window, tables, fields)
        accepted = dialog.exec() == TableDialog.DialogCode.Accepted
        values, places = dialog.ticked, dialog.places
        dialog.deleteLater()
        if accepted and values:
            self.edits_requested.emit([FieldEdit(i, values[i], name_of(path), places[i]) for i in values])
            self.told.emit(sentence("table.taken", path=path, count=len(values)), False)
