"""Waiting while Word or WPS converts an old document: beside the window's thread, with a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from assistant.report.errors import AssistantError
from assistant.window.language import tr
from assistant.workbench.office import converted_by_office, has_office_command
from assistant.workbench.sentences import sentence


class OfficeWait(QObject):
    """Converts one file and shows that it is being done."""

    _done = Signal()

    def __init__(self, window: QWidget, path: Path, command: Sequence[str] | None = None) -> None:
        """Prepare for a file; `command` begins another program than the one of this system."""
        super().__init__()
        self._window, self._path, self._command = window, path, command
        self._cancelled = threading.Event()
        self._made: bytes | None = None
        self._error: AssistantError | None = None

    def convert(self, data: bytes, suffix: str) -> bytes:
        """Return the document as .docx; events are handled meanwhile, the window itself rests.

        Raises:
            AssistantError: as `converted_by_office`.
        """
        if self._command is None and not has_office_command():
            raise AssistantError("office.missing")
        dialog = QProgressDialog(sentence("office.wait", path=self._path), tr("取消"), 0, 0, self._window)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.setMinimumDuration(0)
        dialog.setAutoClose(False)
        self._done.connect(dialog.accept, Qt.ConnectionType.QueuedConnection)
        thread = threading.Thread(target=self._run, args=(data, suffix), name="office")
        thread.start()
        dialog.exec()
        self._cancelled.set()  # however the dialog was closed; a conversion that is done does not look any more
        thread.join()
        dialog.deleteLater()
        if self._made is None:
            raise self._error or AssistantError("office.refused")
        return self._made

    def _run(self, data: bytes, suffix: str) -> None:
        try:
            self._made = converted_by_office(data, suffix, is_cancelled=self._cancelled.is_set, command=self._command)
        except AssistantError as error:
            self._error = error
        finally:
            self._done.emit()
