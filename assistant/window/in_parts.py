"""In parts: a value is shown piece by piece, so that no piece keeps a key waiting; a newer value takes its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

_Value = TypeVar("_Value")


class InParts(Generic[_Value]):
    """Goes through the parts of showing a value, one at each turn of the event loop."""

    def __init__(self, parent: QObject, parts_of: Callable[[_Value], Iterator[None]]) -> None:
        """Take what shows a value, as a generator that stops after each part."""
        self._parts_of = parts_of
        self._parts: Iterator[None] = iter(())
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_on)

    def show(self, value: _Value, *, at_once: bool) -> None:
        """Show a value, at once or in parts; what was not shown of the former value is not shown any more."""
        self._timer.stop()
        self._parts = self._parts_of(value)
        if at_once:
            self.finish()
        else:
            self._timer.start(0)

    def drop(self) -> None:
        """Do not show what is still to be shown."""
        self._timer.stop()
        self._parts = iter(())

    def finish(self) -> None:
        """Show now what is still to be shown."""
        self._timer.stop()
        for _ in self._parts:
            pass

    @property
    def is_done(self) -> bool:
        """Whether all of the newest value is shown."""
        return not self._timer.isActive()

    def go_on(self) -> None:
        """Show the next part."""
        self._timer.stop()
        for _ in self._parts:
            self._timer.start(0)
            return
