"""What may wait until the clerk sees something: it is done once a widget has been painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE = 1_000
"""Milliseconds after which it is done for a widget that is not painted: the window may be minimised."""


class FirstPaint(QObject):
    """Calls a function once, soon after a widget was painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._then = widget, then
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._call)
        self._timer.start(_PATIENCE)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event."""
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _call(self) -> None:
        self._widget.removeEventFilter(self)
        self._then()
        self.deleteLater()
