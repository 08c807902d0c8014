"""Long work on the phrase library, on another thread with a library of its own; a dialog tells once it takes long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from assistant.window.language import tr
from assistant.workbench.sentences import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.workbench.phrases_shown import Library

_PATIENCE = 400
"""Milliseconds after which it is said what is being done."""
_WIDTH = 360
_Result = TypeVar("_Result")


class LibraryWork(QObject, Generic[_Result]):
    """Does one piece of work while the window goes on painting.

    SQLite lets each thread have its own connection to the file: the window's own one reads what has been finished.
    """

    _progressed = Signal(int, str)
    _ended = Signal()

    def __init__(self, window: QWidget, words: str, *, steps: int = 0, can_be_given_up: bool = False) -> None:
        """Prepare; `words` say what is being done, in so many steps, or nobody knows how many."""
        super().__init__(window)
        self._given_up = threading.Event()
        self._loop = QEventLoop(self)
        self._results: list[_Result] = []
        self._error: BaseException | None = None
        self._dialog = QProgressDialog(words, tr("取消"), 0, steps, window)
        self._dialog.setMinimumWidth(_WIDTH)
        self._dialog.canceled.disconnect(self._dialog.cancel)  # it stays until the work has really ended
        self._dialog.canceled.connect(self._give_up)
        if not can_be_given_up:
            self._dialog.setCancelButton(None)
        bar = QProgressBar(self._dialog)
        bar.setTextVisible(False)  # the bar is too low for words
        self._dialog.setBar(bar)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_PATIENCE)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)
        self._dialog.setValue(0)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._loop.quit, Qt.ConnectionType.QueuedConnection)

    @property
    def is_given_up(self) -> bool:
        """Whether the clerk wants no more of it; asked by the work between its steps."""
        return self._given_up.is_set()

    def tell(self, step: int, words: str) -> None:
        """Say how far the work is; called by the work."""
        self._progressed.emit(step, words)

    def run(self, path: Path, work: Callable[[Library], _Result]) -> _Result:
        """Return the result of the work on the library file, or raise its error."""
        thread = threading.Thread(target=self._work, args=(path, work), name="library-work")
        thread.start()
        self._loop.exec()
        thread.join()  # it has told its end and has nothing more to do: what it tells by is deleted below
        self._dialog.close()
        self._dialog.deleteLater()
        self.deleteLater()
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _work(self, path: Path, work: Callable[[Library], _Result]) -> None:
        from assistant.workbench.phrase_library import library_at

        try:
            with library_at(path) as library:
                self._results.append(work(library))
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            self._error = error
        self._ended.emit()

    def _show_progress(self, step: int, words: str) -> None:
        if not self.is_given_up:
            self._dialog.setLabelText(words)
        self._dialog.setValue(step)

    def _give_up(self) -> None:
        self._given_up.set()
        self._dialog.setLabelText(sentence("phrases.sorting"))
        self._dialog.setCancelButton(None)
