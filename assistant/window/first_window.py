"""One window for one clerk: a second start brings the first window forward and opens its file there.

Done with a lock file and a folder that is watched, not with a socket: the program opens none.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from assistant.report.errors import AssistantError
from assistant.workbench.preferences import errands_folder, leave_errand, take_errands

_PATIENCE = 2.0
"""Seconds after which a first window that does not answer is left alone, and another one opens."""
_RETRY = 300
"""Milliseconds between looks whether a dialog has been closed."""


class FirstWindow(QObject):
    """Holds the place of the first window.

    Signals:
        file_requested: a second start wants this file opened (Path or None) and the window in front.
    """

    file_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: QLockFile | None = None
        self._waiting: list[Path | None] = []
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._retry = QTimer(self, interval=_RETRY, singleShot=True)
        self._retry.timeout.connect(self._hand_on)

    def take_place(self, path: Path | None) -> bool:
        """Return whether this start is to open a window; else the first window has taken over the file."""
        try:
            folder = errands_folder()
            self._lock = QLockFile(str(folder / "window.lock"))
            self._lock.setStaleLockTime(0)
            if not self._lock.tryLock(0) and _is_served(leave_errand(path)):
                return False
            take_errands()
        except AssistantError:
            return True  # without a data folder every start stands for itself
        self._watcher.addPath(str(folder))
        return True

    def end(self) -> None:
        """Give the place free."""
        if self._lock is not None:
            self._lock.unlock()

    def _look(self) -> None:
        self._waiting += take_errands()
        self._hand_on()

    def _hand_on(self) -> None:
        """Tell of the errands, but not past a dialog that waits for an answer."""
        while self._waiting:
            if QApplication.activeModalWidget() is not None:
                self._retry.start()
                return
            self.file_requested.emit(self._waiting.pop(0))


def _is_served(errand: Path) -> bool:
    end = time.monotonic() + _PATIENCE
    while errand.exists() and time.monotonic() < end:
        time.sleep(0.02)
    is_served = not errand.exists()
    errand.unlink(missing_ok=True)
    return is_served
