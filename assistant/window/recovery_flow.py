"""Recovery: unsaved reports of windows that ended are offered, and one of them is taken up again."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from assistant.report.errors import AssistantError
from assistant.window.autosave import Autosave
from assistant.window.desk import Desk
from assistant.window.file_flow import FileFlow
from assistant.window.look import colours_for
from assistant.workbench import recovering
from assistant.workbench.sentences import sentence

_log = logging.getLogger(__name__)


class RecoveryFlow(QObject):
    """Offers what was not saved.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(self, window: QWidget, desk: Desk, files: FileFlow, autosave: Autosave) -> None:
        super().__init__(window)
        self._window, self._desk, self._files, self._autosave = window, desk, files, autosave

    def offer_at_start(self) -> None:
        """Offer unsaved reports, if there are any."""
        found = self._found()
        if found:
            self._offer(found)

    def run(self) -> None:
        """Offer unsaved reports, or say that there are none."""
        found = self._found()
        if found:
            self._offer(found)
        else:
            self.told.emit(sentence("recovery.nothing"), False)

    def _found(self) -> list[recovering.Recovered]:
        found = []
        try:
            for copy in recovering.unsaved_copies():
                try:
                    found.append(recovering.recovered(copy))
                except AssistantError as error:
                    _log.info("recovery copy unusable: %s", error.code)
        except AssistantError as error:
            _log.info("no recovery: %s", error.code)
        return found

    def _offer(self, found: list[recovering.Recovered]) -> None:
        from assistant.window.recovery_dialog import RecoveryDialog  # not before it is wanted: the start is short

        dialog = RecoveryDialog(self._window, found, colours_for(self._files.settings.theme))
        dialog.drop_requested.connect(lambda one: recovering.remove_unsaved(one.copy.path))
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        if accepted and chosen is not None and self._files.may_leave():
            self.take_up(chosen)

    def take_up(self, one: recovering.Recovered) -> None:
        """Put an unsaved report on the desk; its copy goes once this window has one of its own."""
        opened = one.opened
        self._desk.lay_out_unsaved(opened, one.path, source=one.source, digest=one.copy.head.file_digest or None)
        self._files.opened.emit(opened)
        self._autosave.replace(one.copy.path)
        self.told.emit(sentence("recovery.done", when=one.when.strftime("%H:%M:%S")), False)
