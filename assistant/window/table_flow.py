"""Figures from any Excel table: a file is chosen, what it gives is looked at, and what is ticked is taken."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assistant.window.exchange_flow import ExchangeFlow
from assistant.window.language import tr
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import name_of, sentence

_FILTER = "Excel 表格 (*.xlsx)"


class TableFlow(ExchangeFlow):
    """Takes figures from tables.

    Signals:
        edits_requested: fill these fields and note where their values come from (object: list of FieldEdit).
    """

    edits_requested = Signal(object)

    def run(self) -> None:
        """Ask for a table, show what it gives for the open figures, and fill what the clerk ticks."""
        from assistant.window.table_dialog import TableDialog  # not before it is wanted: the start is short
        from assistant.workbench.table_import import asked_figures, read_table_file

        self._flush()
        fields = asked_figures(self._desk.working)
        if not fields:
            self.told.emit(sentence("table.nothing_asked"), False)
            return
        path = self._asked_file(tr("从表格取数"), tr(_FILTER))
        if path is None:
            return
        tables = self._worked_out(sentence("read.wait", path=path), lambda _waiting: read_table_file(path))
        if tables is None:
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
