"""An error that nobody caught: the work is copied first, then the clerk is told, once."""

from __future__ import annotations

import logging
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QObject, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from assistant.window.autosave import Autosave
from assistant.workbench.preferences import describe_crash, end_fault_log, start_fault_log
from assistant.workbench.sentences import sentence

_log = logging.getLogger(__name__)


class Surprise(QObject):
    """Reports errors that nobody caught."""

    def __init__(self, window: QWidget, autosave: Autosave) -> None:
        super().__init__(window)
        self._window = window
        self._autosave = autosave
        self._box: QMessageBox | None = None
        self._is_reporting = False

    def begin(self) -> None:
        """Have the interpreter write where it stood if it crashes; no report text gets there."""
        if start_fault_log():
            _log.error("the program crashed when it ran last; see the fault log")

    def end(self) -> None:
        """Stop watching: the program ends as it should."""
        end_fault_log()

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Save a copy, log where it happened, and tell; errors while doing so change nothing."""
        if self._is_reporting:
            return
        self._is_reporting = True
        try:
            with suppress(Exception):
                _log.error("not caught", exc_info=(kind, error, trace))
            # widgets are for the window's own thread
            if QThread.currentThread() is not self.thread():
                return
            is_copied = False
            with suppress(Exception):
                is_copied = self._autosave.run_and_wait()
            with suppress(Exception):
                self._tell(describe_crash(kind, error, trace), is_copied=is_copied)
        finally:
            self._is_reporting = False

    def _tell(self, details: str, *, is_copied: bool) -> None:
        if self._box is not None:
            return
        box = self._box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(sentence("surprise.title"))
        box.setText(sentence("surprise.copied" if is_copied else "surprise"))
        box.setInformativeText(sentence("surprise.what_now"))
        copy = box.addButton(sentence("surprise.copy_details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.setDefaultButton(box.addButton(sentence("surprise.go_on"), QMessageBox.ButtonRole.AcceptRole))
        box.finished.connect(self._forget)
        # not exec: the error may have come from anywhere, so control goes back there
        box.open()

    def _forget(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None
