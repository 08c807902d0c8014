"""Collection sheets: sent out as files for other offices, and taken back with a look at what changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from assistant.report.fields import Field
from assistant.window.dialog_parts import asked_to_replace, pressed_button
from assistant.window.exchange_flow import ExchangeFlow
from assistant.window.language import tr
from assistant.window.waiting import Waiting
from assistant.workbench import sheets
from assistant.workbench.answer_rows import progress_by_office
from assistant.workbench.exporting import path_with, suggested_name
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sentences import name_of, sentence

if TYPE_CHECKING:
    from assistant.workbench.sheet_taking import SheetsRead

_FILTER = "采集表 (*.xlsx)"
_READ_FILTER = "采集表 (*.xlsx *.csv *.xls *.et)"
_MOST_OFFICES = 4


class SheetFlow(ExchangeFlow):
    """Writes and reads collection sheets.

    Signals:
        written: a sentence about new files, and the folder in which they are (str, Path).
        edits_requested: fill these fields and note who gave their values (object: list of FieldEdit).
    """

    written = Signal(str, object)
    edits_requested = Signal(object)

    def write(self) -> None:
        """Ask for a file and write a sheet with every field into it, or one for each office."""
        self._flush()
        by_office = self._is_by_office()
        if by_office is None:
            return
        suggestion = self._folder.begin() / f"{suggested_name(self._desk.working)}采集表{sheets.SUFFIX}"
        title = tr("导出采集表（文件名后加科室名称）") if by_office else tr("导出采集表")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(suggestion), tr(_FILTER))
        if not chosen:
            return
        path = path_with(Path(chosen), sheets.SUFFIX)
        self._folder.keep(path)
        working = self._desk.working
        wanted = sheets.sheets_by_office(working, path) if by_office else {path: working.report.fields}
        # the file dialog has asked about the name as it was typed, and about no other
        there = tuple(one.name for one in wanted if str(one) != chosen and one.is_file())
        if there and not asked_to_replace(self._window, sentence("sheet.replace", names=there)):
            return
        if self._is_written(wanted):
            self._tell_written(path, wanted, by_office=by_office)

    def _is_written(self, wanted: Mapping[Path, Sequence[Field]]) -> bool:
        """Write sheets beside the window, all or none where the clerk gives up; return whether they are written."""
        working = self._desk.working

        def work(waiting: Waiting[bool]) -> bool:
            sheets.write_sheets(working, wanted, go_on=waiting.go_on, before_writing=waiting.seal)
            return True

        return self._worked_out(sentence("sheet.wait"), work, given_up="sheet.given_up") is not None

    def _tell_written(self, path: Path, wanted: Mapping[Path, Sequence[Field]], *, by_office: bool) -> None:
        fields = self._desk.working.report.fields
        told = sentence("sheet.written", path=path, count=len(fields))
        if by_office:
            told = sentence("sheet.written_by_office", count=len(wanted), offices=self._offices())
            told += sentence("sheet.written_without_office", path=path) if path in wanted else ""
        self.written.emit(told, path.parent)

    def _offices(self) -> str:
        offices = sheets.offices_of(self._desk.working)
        return tr("、").join(offices[:_MOST_OFFICES]) + (tr("等") if len(offices) > _MOST_OFFICES else "")

    def _is_by_office(self) -> bool | None:
        """Ask whether each office gets a sheet of its own, where offices are named; None to write nothing."""
        offices = sheets.offices_of(self._desk.working)
        if not offices:
            return False
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("导出采集表"))
        box.setText(sentence("sheet.ask_offices", count=len(offices), first=self._offices()))
        apart = box.addButton(tr("每科室一份"), QMessageBox.ButtonRole.AcceptRole)
        together = box.addButton(tr("合为一份"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole))
        box.setDefaultButton(apart)
        clicked = pressed_button(box)
        return clicked is apart if clicked in (apart, together) else None

    def read(self) -> None:
        """Ask for filled sheets, show what they would change, and take what the clerk ticks."""
        self._flush()
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, tr("读取采集表（可同时选几份）"), str(self._folder.begin()), tr(_READ_FILTER)
        )
        if not chosen:
            return
        paths = [Path(one) for one in chosen]
        self._folder.keep(paths[0])
        read = self._read(paths)
        if read is None:
            return
        if not read.proposals and not read.problems:
            self.told.emit(sentence("sheet.nothing_new", path=_names_of(paths)), False)
            return
        from assistant.window.taking_dialog import TakingDialog

        dialog = TakingDialog(self._window, tr("读取采集表"), read.proposals, read.problems, name_head=tr("文件"))
        accepted = dialog.exec() == TakingDialog.DialogCode.Accepted
        edits = dialog.ticked
        dialog.deleteLater()
        if accepted and edits:
            self.edits_requested.emit(edits)
            self._flush()
            self.told.emit(self._taken(edits), False)

    def _read(self, paths: Sequence[Path]) -> SheetsRead | None:
        """Return what sheets offer, read beside the window; None, and told, where they cannot be used."""
        from assistant.workbench.sheet_taking import read_sheet_files  # not before it is wanted: the start is short

        working = self._desk.working
        words = sentence("read.wait", path=_names_of(paths))
        return self._worked_out(words, lambda waiting: read_sheet_files(working, paths, go_on=waiting.go_on))

    def _taken(self, edits: Sequence[FieldEdit]) -> str:
        """Return what was taken, and how far each office has come."""
        values = sum(edit.value is not None for edit in edits)
        told = sentence("sheet.taken", count=values)
        if values < len(edits):
            told = sentence("sheet.taken_with_notes", count=values, notes=len(edits) - values)
        progress = progress_by_office(self._desk.working.report.fields)
        if not progress:
            return told
        shown = [sentence("sheet.office", office=p.name, settled=p.settled, total=p.total) for p in progress]
        return told + sentence("sheet.progress", offices=tr("，").join(shown))


def _names_of(paths: Sequence[Path]) -> str:
    shown = tr("、").join(name_of(path) for path in paths[:_MOST_OFFICES])
    return shown + (tr("等") if len(paths) > _MOST_OFFICES else "")
