"""Collection sheets: sent out as a file for other offices, and taken back with a look at what changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.workbench import sheets
from assistant.workbench.exporting import suggested_name
from assistant.workbench.sentences import describe_error, sentence

_FILTER = "采集表 (*.xlsx)"


class SheetFlow(QObject):
    """Writes and reads collection sheets.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        edits_requested: fill these fields and note who gave their values (object: list of FieldEdit).
    """

    told = Signal(str, bool)
    edits_requested = Signal(object)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._flush = flush

    def write(self) -> None:
        """Ask for a file and write a sheet with every field into it."""
        self._flush()
        folder = self._desk.path.parent if self._desk.path is not None else Path.home()
        suggestion = folder / f"{suggested_name(self._desk.working)}采集表{sheets.SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("导出采集表"), str(suggestion), tr(_FILTER))
        if not chosen:
            return
        path = Path(chosen)
        try:
            path = path if path.suffix else path.with_suffix(sheets.SUFFIX)
            if self._is_by_office():
                files = sheets.write_sheets_by_office(self._desk.working, path)
                self.told.emit(sentence("sheet.written_by_office", path=path.parent, count=len(files)), False)
                return
            count = sheets.write_sheet_file(self._desk.working, path)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        self.told.emit(sentence("sheet.written", path=path, count=count), False)

    def _is_by_office(self) -> bool:
        """Ask whether each office gets a sheet of its own, where offices are named."""
        offices = sheets.offices_of(self._desk.working)
        if not offices:
            return False
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("导出采集表"))
        box.setText(sentence("sheet.ask_offices", count=len(offices), first=tr("、").join(offices[:4])))
        apart = box.addButton(tr("每科室一份"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("合为一份"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked is apart

    def read(self) -> None:
        """Ask for a filled sheet, show what it would change, and take what the clerk ticks."""
        from assistant.window.taking_dialog import TakingDialog  # not before it is wanted: the start is short
        from assistant.workbench.taking import proposals_from_answers

        self._flush()
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("读取采集表"), "", tr(_FILTER))
        if not chosen:
            return
        try:
            loaded = sheets.read_sheet_file(self._desk.working, Path(chosen))
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        proposals = proposals_from_answers(self._desk.working, loaded.answers)
        if not proposals and not loaded.problems:
            self.told.emit(sentence("sheet.nothing_new", path=chosen), False)
            return
        dialog = TakingDialog(self._window, tr("读取采集表"), proposals, loaded.problems)
        accepted = dialog.exec() == TakingDialog.DialogCode.Accepted
        edits = dialog.ticked
        dialog.deleteLater()
        if accepted and edits:
            self.edits_requested.emit(edits)
            self.told.emit(sentence("sheet.taken", count=len(edits)), False)
