"""清除痕迹: the clerk chooses what of her work the program is to forget."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QWidget

from assistant.report.errors import AssistantError
from assistant.window.dialog_parts import dialog_column, head_words, muted_words
from assistant.window.file_flow import FileFlow
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.traces import OWN_WORK, Trace, bytes_of, number_of, remove_traces

_WIDTH = 460


class TracesDialog(QDialog):
    """Lists the kinds of traces, each to be ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("traces.title"))
        self.setMinimumWidth(_WIDTH)
        head = head_words(self, sentence("traces.head"))
        column = dialog_column(self)
        column.addWidget(head)
        column.addWidget(muted_words(self, sentence("traces.about")))
        self._boxes: dict[Trace, QCheckBox] = {}
        for trace in Trace:
            self._boxes[trace] = box = QCheckBox(sentence(f"traces.{trace}") + _extent(trace), self)
            box.setChecked(trace is Trace.RECENT)
            box.toggled.connect(self._update_button)
            if trace is OWN_WORK[0]:
                column.addSpacing(GAP)
                column.addWidget(muted_words(self, sentence("traces.own_work")))
            column.addWidget(box)
        column.addSpacing(GAP)
        column.addLayout(self._buttons())

    @property
    def ticked(self) -> set[Trace]:
        """The kinds that are to be removed."""
        return {trace for trace, box in self._boxes.items() if box.isChecked()}

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = QPushButton(tr("取消"), self)
        cancel.setDefault(True)
        cancel.clicked.connect(self.reject)
        self._remove = QPushButton(sentence("traces.remove"), self)
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(self.accept)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._remove)
        return row

    def _update_button(self) -> None:
        self._remove.setEnabled(bool(self.ticked))


def _extent(trace: Trace) -> str:
    """Return how much there is of a kind, in words; nothing where that is little or not known."""
    if size := bytes_of(trace):
        return sentence("traces.size", limit=size)
    if number := number_of(trace):
        return sentence("traces.entries" if trace in OWN_WORK else "traces.number", count=number)
    return ""


class TracesFlow(QObject):
    """Removes traces.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        library_changing: the phrase library is about to be made anew: whoever has it open must close it.
        library_changed: it was made anew.
        own_work_changed: the clerk's own words, or what her unit is, were forgotten.
    """

    told = Signal(str, bool)
    library_changing = Signal()
    library_changed = Signal()
    own_work_changed = Signal()

    def __init__(self, window: QWidget, files: FileFlow) -> None:
        super().__init__(window)
        self._window, self._files = window, files

    def run(self) -> None:
        """Ask what is to be forgotten, and forget it."""
        dialog = TracesDialog(self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        ticked = dialog.ticked
        dialog.deleteLater()
        if not accepted or not ticked:
            return
        self._remove(ticked)

    def _remove(self, ticked: set[Trace]) -> None:
        if Trace.RECENT in ticked:
            self._files.keep_settings(recent=(), last_folder="", exchange_folder="")
        if Trace.LIBRARY in ticked:
            self.library_changing.emit()
        try:
            remove_traces(ticked)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
        else:
            self.told.emit(sentence("traces.done"), False)
        if not ticked.isdisjoint(OWN_WORK):
            self.own_work_changed.emit()
        if Trace.LIBRARY in ticked:
            self.library_changed.emit()
