"""Collection sheets: sent out as a file for other offices, and taken back with a look at what changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.workbench import sheets
from assistant.workbench.exporting import suggested_name
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.working import tidy_answer

_FILTER = "采集表 (*.xlsx)"


class SheetFlow(QObject):
    """Writes and reads collection sheets.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        values_requested: fill these fields (object: mapping from field id to answer).
        sources_requested: note who gave values (object: mapping from field id to source and note).
    """

    told = Signal(str, bool)
    values_requested = Signal(object)
    sources_requested = Signal(object)

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
        chosen, _ = QFileDialog.getSaveFileName(self._window, "导出采集表", str(suggestion), _FILTER)
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
        box.setWindowTitle("导出采集表")
        box.setText(sentence("sheet.ask_offices", count=len(offices), first="、".join(offices[:4])))
        apart = box.addButton("每科室一份", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("合为一份", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked is apart

    def read(self) -> None:
        """Ask for a filled sheet and take what it holds; values that stand already are replaced only when asked."""
        self._flush()
        chosen, _ = QFileDialog.getOpenFileName(self._window, "读取采集表", "", _FILTER)
        if not chosen:
            return
        try:
            loaded = sheets.read_sheet_file(self._desk.working, Path(chosen))
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        self._take({field_id: answer.value for field_id, answer in loaded.answers.items()}, list(loaded.problems))
        self.sources_requested.emit({i: (one.source, one.note) for i, one in loaded.answers.items()})

    def _take(self, answers: dict[str, str], problems: list[str]) -> None:
        fields = {field.id: field for field in self._desk.working.report.fields}
        new: dict[str, str] = {}
        other: dict[str, str] = {}
        for field_id, answer in answers.items():
            if field_id not in fields or not answer.strip():
                continue
            field = fields[field_id]
            tidy = tidy_answer(self._desk.working, field_id, answer)
            if tidy is None:
                problems.append(sentence("answer.misfit", label=field.label, field=field_id, value=answer))
            elif field.state.blocks_final:
                new[field_id] = answer
            elif tidy != field.value:
                other[field_id] = answer
        if other and self._may_replace(other):
            new |= other
        self.values_requested.emit(new)
        told = sentence("sheet.taken", count=len(new))
        if problems:
            told += sentence("sheet.problems", count=len(problems), first=problems[0])
        self.told.emit(told, bool(problems))

    def _may_replace(self, other: dict[str, str]) -> bool:
        field = self._desk.working.report.field(next(iter(other)))
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("读取采集表")
        box.setText(
            sentence("sheet.overwrite", count=len(other), label=field.label, old=field.value, new=other[field.id])
        )
        replace = box.addButton("替换", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("保留原有内容", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return clicked is replace
