"""脱敏: the open report becomes a masked sample in a file of its own; the report itself stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.start_folder import start_folder
from assistant.window.waiting import WaitGivenUpError, Waiting, waited_for
from assistant.workbench.sentences import describe_error, sentence

if TYPE_CHECKING:
    from assistant.workbench import masking

_FILTER = "Word 文档 (*.docx);;文本文件 (*.txt)"


class MaskFlow(QObject):
    """Makes masked samples.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._flush = flush

    def run(self) -> None:
        """Ask what is to be masked and for a file, and write the sample."""
        from assistant.window.mask_dialog import MaskDialog  # not before it is wanted: the start is short
        from assistant.workbench import masking

        self._flush()
        working = self._desk.working
        try:
            rows = waited_for(
                self._window, sentence("mask.wait"), len(working.report.text), lambda: masking.mask_rows(working)
            )
        except WaitGivenUpError:
            self.told.emit(sentence("mask.given_up"), False)
            return
        if not rows:
            self.told.emit(sentence("mask.nothing"), False)
            return
        dialog = MaskDialog(self._window, rows)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        unticked = dialog.unticked
        dialog.deleteLater()
        if accepted:
            self._write(rows, unticked)

    def _write(self, rows: tuple[masking.MaskRow, ...], unticked: frozenset[int]) -> None:
        from assistant.workbench import masking

        working = self._desk.working
        length = len(working.report.text)

        try:
            masked, name = waited_for(
                self._window, sentence("mask.wait"), length, lambda: masking.masked_sample(working, rows, unticked)
            )
        except WaitGivenUpError:
            self.told.emit(sentence("mask.given_up"), False)
            return
        folder = start_folder(self._desk)
        suggestion = folder / sentence("mask.file_name", title=name)
        chosen, chosen_filter = QFileDialog.getSaveFileName(
            self._window, sentence("mask.title"), f"{suggestion}{masking.SUFFIXES[0]}", tr(_FILTER)
        )
        if not chosen:
            return
        path = Path(chosen)
        try:
            if path.suffix.lower() not in masking.SUFFIXES:
                path = path.with_name(path.name + (".txt" if "txt" in chosen_filter else masking.SUFFIXES[0]))
                if path.exists():  # the file dialog asked about the name without its suffix
                    self.told.emit(sentence("mask.exists", path=path), True)
                    return
            masking.refuse_own_files(path, self._desk.source, self._desk.path)
            self._export(path, masked.text)
        except WaitGivenUpError:
            self.told.emit(sentence("mask.given_up"), False)
            return
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        told = sentence("mask.written", path=path, count=len(masked.spots))
        if unticked:
            told += sentence("mask.kept", count=len(unticked))
        self.told.emit(told, False)

    def _export(self, path: Path, text: str) -> None:
        """Write the sample beside the window."""
        from assistant.workbench import masking

        working = self._desk.working
        waiting: Waiting[None] = Waiting(self._window, sentence("mask.writing", path=path), can_be_given_up=True)
        waiting.run(
            lambda: masking.write_masked(
                path, text, layout=working.layout, tables=working.report.tables, before_writing=waiting.seal
            )
        )
