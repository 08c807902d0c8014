"""Garbage: Python looks for cycles of objects while the window rests, not between two letters.

Left to itself it does so after so many new objects, which is in the middle of typing, and on whatever thread makes
them: a QObject that is freed on a worker's thread takes the program down.
"""

from __future__ import annotations

import gc
import linecache
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_YOUNG_MS = 1_000
_RESTS = 8
"""Rounds in a row with hardly any work, after which all objects are looked at: a long report has millions."""
_MOST_AT_ONCE = 50_000
"""Objects that are looked at between two keys; a machine of an office takes twice as long as the one of a developer."""
_REST_S = 0.05
"""Seconds of work in a round up to which the program rests: the caret blinks."""


class GarbageRounds(QObject):
    """Collects on the window's thread, at times of its own, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rests = 0
        self._worked = time.process_time()
        self._timer = QTimer(self)
        self._timer.setInterval(_YOUNG_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Take over from the interpreter. What was loaded until now stays, so it is not looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def collect(self) -> None:
        """Look at what is young; at everything once in each longer rest."""
        rests = time.process_time() - self._worked < _REST_S
        self._rests = self._rests + 1 if rests else 0
        if self._rests == _RESTS:
            self._look_at_all()
        else:
            gc.collect(1)
        linecache.clearcache()  # PySide reads the source of each module that is loaded, and it would all be kept
        self._worked = time.process_time()

    def _look_at_all(self) -> None:
        """Look at what has lived for a while: all of it at once only while the clerk looks at another window.

        What would take longer than a key may wait, as the objects of a long report do, is taken to stay until then.
        """
        if QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            gc.unfreeze()
            gc.collect(2)
            gc.freeze()
        elif len(gc.get_objects(2)) <= _MOST_AT_ONCE:
            gc.collect(2)
        else:
            gc.collect(1)
            gc.freeze()

    def end(self) -> None:
        """Leave it to the interpreter again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
