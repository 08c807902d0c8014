"""A main window as it lives on a desk: opened, left to finish its work, closed; and how long it answers nothing."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from assistant.window.main_window import MainWindow


def let_settle(window: MainWindow) -> None:
    """Let the window finish what it does about a text: checks, pages, what is learnt, the copy."""
    window.page.flush()
    while not (window.proofing.is_settled and window.pages.is_counted and window.phrases.has_learnt):
        QApplication.processEvents()
        time.sleep(0.005)
    window.keeping.autosave.run_and_wait()


class Stalls(QObject):
    """Notes the longest time between two turns of the event loop, whoever runs it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._last = time.perf_counter()
        self._longest = 0.0
        self.startTimer(1)

    def timerEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """Note the gap."""
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def watch(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            QApplication.processEvents()
            time.sleep(0.0005)

    def take(self) -> float:
        """Return the longest gap so far, in milliseconds, and begin anew."""
        self.timerEvent(QEvent(QEvent.Type.Timer))
        longest, self._longest = self._longest * 1000, 0.0
        return longest


def new_window() -> MainWindow:
    """Return a window of the size of a small screen, shown."""
    window = MainWindow()
    window.resize(1366, 768)
    window.show()
    QApplication.processEvents()
    return window


def close(window: MainWindow) -> None:
    """Let a window go, with what it keeps."""
    window.keeping.end()
    window.hide()
    window.deleteLater()
    QApplication.processEvents()
