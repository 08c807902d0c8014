"""Garbage: Python looks for cycles of objects while the window rests, not between two letters.

Left to itself it does so after so many new objects, which is in the middle of typing, and on whatever thread makes
them: a QObject that is freed on a worker's thread takes the program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_YOUNG_MS = 1_000
_ROUNDS = 30
"""Every so many looks at the young objects, all are looked at."""


class GarbageRounds(QObject):
    """Collects on the window's thread, at times of its own, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_YOUNG_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Take over from the interpreter. What was loaded until now stays, so it is not looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def collect(self) -> None:
        """Look at what is young; now and then at everything."""
        self._count = (self._count + 1) % _ROUNDS
        gc.collect(1 if self._count else 2)

    def end(self) -> None:
        """Leave it to the interpreter again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
