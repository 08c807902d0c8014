"""Waiting for work without which the clerk cannot go on: on another thread, with a dialog once it takes long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from assistant.window.language import tr

_PATIENCE = 600
"""Milliseconds after which it is said what is being done."""
SHORT = 30_000
"""Characters of a report up to which whatever is worked out about it is done before the next key could be pressed."""
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.Drop,
    QEvent.Type.ContextMenu,
    QEvent.Type.Close,
}
_Result = TypeVar("_Result")


class WaitGivenUpError(Exception):
    """The clerk did not want to wait any longer."""


def waited_for(window: QWidget, words: str, characters: int, work: Callable[[], _Result]) -> _Result:
    """Return what is worked out about a report of so many characters: at once for a short one, else by waiting for it.

    Raises:
        WaitGivenUpError: the clerk gave it up; what is still worked out is thrown away.
    """
    if characters <= SHORT:
        return work()
    waiting: Waiting[_Result] = Waiting(window, words, can_be_given_up=True)
    return waiting.run(work)


class Waiting(QObject, Generic[_Result]):
    """Does one piece of work while the window is painted and answers, but takes no input."""

    _ended = Signal()

    def __init__(self, window: QWidget, words: str, *, can_be_given_up: bool) -> None:
        """Prepare; `words` say what is being done."""
        super().__init__(window)
        self._words, self._can_be_given_up = words, can_be_given_up
        self._window = window
        self._loop = QEventLoop(self)
        self._dialog: QProgressDialog | None = None
        self._result: list[_Result] = []
        self._error: BaseException | None = None
        self._is_given_up = self._is_sealed = False
        self._deciding = threading.Lock()
        self._ended.connect(self._loop.quit, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], _Result]) -> _Result:
        """Return the result of the work, or raise its error.

        Raises:
            WaitGivenUpError: the clerk gave it up; what is still worked out is thrown away.
        """
        threading.Thread(target=self._work, args=(work,), name="waiting", daemon=True).start()
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.timeout.connect(self._tell)
        patience.start(_PATIENCE)
        self._application.installEventFilter(self)
        self._loop.exec()
        self._application.removeEventFilter(self)
        patience.stop()
        if self._dialog is not None:
            self._dialog.hide()  # at once: it is deleted only when whoever waited has gone back to the event loop
            self._dialog.deleteLater()
        with self._deciding:
            self.deleteLater()
        if self._is_given_up:
            raise WaitGivenUpError
        if self._error is not None:
            raise self._error
        return self._result[0]

    def seal(self) -> None:
        """Let the work, from here on, come to its end: what it does now cannot be left half done.

        Raises:
            WaitGivenUpError: it was given up before.
        """
        with self._deciding:
            if self._is_given_up:
                raise WaitGivenUpError
            self._is_sealed = True

    def go_on(self) -> None:
        """Let the work go on; called by it between its steps.

        Raises:
            WaitGivenUpError: nobody waits for it any more.
        """
        if self._is_given_up:
            raise WaitGivenUpError

    def _work(self, work: Callable[[], _Result]) -> None:
        try:
            self._result.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error
        with self._deciding:  # the window deletes this once it is given up, or told
            if not self._is_given_up:
                self._ended.emit()

    @property
    def _application(self) -> QCoreApplication:
        application = QApplication.instance()
        assert application is not None
        return application

    def _tell(self) -> None:
        self._application.removeEventFilter(self)  # the dialog takes input, and lets none past
        dialog = self._dialog = QProgressDialog(self._words, tr("取消"), 0, 0, self._window)
        if not self._can_be_given_up:
            dialog.setCancelButton(None)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.setMinimumDuration(0)
        dialog.canceled.disconnect(dialog.cancel)  # what can no longer be given up is still waited for
        dialog.canceled.connect(self._give_up)
        dialog.installEventFilter(self)
        dialog.show()

    def _give_up(self) -> None:
        with self._deciding:
            if self._is_sealed:
                return
            self._is_given_up = True
        self._loop.quit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take no input while it is not said yet that there is something to wait for; then none that hides it."""
        if self._dialog is None:
            return event.type() in _INPUT
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if not (is_escape or event.type() is QEvent.Type.Close):
            return False
        if event.type() is not QEvent.Type.KeyRelease and self._can_be_given_up:
            self._give_up()
        return True
