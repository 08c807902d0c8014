"""A damaged report file: what can be read of it, or its latest good version, is offered instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.dialog_parts import pressed_button
from assistant.window.file_flow import FileFlow
from assistant.window.language import tr
from assistant.workbench.opening import OpenedReport
from assistant.workbench.rescue import Rescue, rescue_from
from assistant.workbench.sentences import describe_error, sentence


class RescueFlow(QObject):
    """Offers what is left of a damaged report; the damaged file itself is not touched.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(self, window: QWidget, desk: Desk, files: FileFlow) -> None:
        super().__init__(window)
        self._window, self._desk, self._files = window, desk, files

    def offer(self, path: Path, error: AssistantError) -> bool:
        """Offer what is left of the report at `path`; return whether something of it lies on the desk now."""
        rescue = rescue_from(path)
        if rescue.readable is None and rescue.version is None:
            return False
        chosen = self._ask(rescue, error)
        if chosen is None or not self._files.may_leave():
            return False
        self._desk.lay_out_unsaved(chosen, None)
        self._files.opened.emit(chosen)
        self.told.emit(sentence("rescue.done", path=path), False)
        return True

    def _ask(self, rescue: Rescue, error: AssistantError) -> OpenedReport | None:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(sentence("rescue.title"))
        box.setText(describe_error(error))
        box.setInformativeText(sentence("rescue.about"))
        offers = []
        if rescue.version is not None and rescue.when is not None:
            words = sentence("rescue.version", when=rescue.when.strftime(tr("%m月%d日 %H:%M")))
            offers.append((box.addButton(words, QMessageBox.ButtonRole.AcceptRole), rescue.version))
        if rescue.readable is not None:
            words = sentence("rescue.readable", count=len(rescue.readable.report.text))
            offers.append((box.addButton(words, QMessageBox.ButtonRole.AcceptRole), rescue.readable))
        box.setDefaultButton(offers[0][0])
        box.setEscapeButton(box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole))
        clicked = pressed_button(box)
        return next((opened for button, opened in offers if button is clicked), None)
