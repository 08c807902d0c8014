"""Answering modal dialogs in tests: what to do is said before the dialog opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QWidget

_Widget = TypeVar("_Widget", bound=QWidget)


class ModalAnswer(QObject):
    """Waits for a modal dialog of a kind and acts on it, once; an error in the action is raised again in `check`."""

    def __init__(self, parent: QObject, kind: type[_Widget], action: Callable[[_Widget], object]) -> None:
        super().__init__(parent)
        self._kind, self._action = kind, action
        self._error: Exception | None = None
        self.was_asked = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        is_waited_for = isinstance(dialog, QProgressDialog) and not issubclass(self._kind, QProgressDialog)
        if is_waited_for or not isinstance(dialog, self._kind):
            return
        self._timer.stop()
        self.was_asked = True
        try:
            self._action(dialog)
        except Exception as error:  # noqa: BLE001 - raised again in check, where the test sees it
            self._error = error
            dialog.close()

    def check(self) -> None:
        """Raise what the action raised, and require that the dialog was there."""
        self._timer.stop()
        if self._error is not None:
            raise self._error
        assert self.was_asked, "the dialog did not open"


def press(text: str) -> Callable[[QMessageBox], None]:
    """Return an action that presses the button with this text."""

    def act(box: QMessageBox) -> None:
        next(button for button in box.buttons() if button.text() == text).click()

    return act
