"""What flows share that exchange files with others (sheets, tables, drafts): asking for one, reading it, telling."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.start_folder import ExchangeFolder
from assistant.window.waiting import WaitGivenUpError, Waiting
from assistant.workbench.sentences import describe_error, sentence

_Result = TypeVar("_Result")


class ExchangeFlow(QObject):
    """Exchanges files with others; each kind of file has a flow of its own.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None], folder: ExchangeFolder) -> None:
        super().__init__(window)
        self._window, self._desk, self._flush, self._folder = window, desk, flush, folder

    def _asked_file(self, title: str, file_filter: str) -> Path | None:
        """Ask for a file to be read; None where the clerk gives none."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(self._folder.begin()), file_filter)
        if not chosen:
            return None
        self._folder.keep(Path(chosen))
        return Path(chosen)

    def _worked_out(
        self, words: str, work: Callable[[Waiting[_Result]], _Result], *, given_up: str = "read.given_up"
    ) -> _Result | None:
        """Return what is worked out beside the window; None, and told, where that cannot be or is given up.

        `words` say what is being done, and `given_up` names the sentence for a clerk who does not wait for it.
        """
        waiting: Waiting[_Result] = Waiting(self._window, words, can_be_given_up=True)
        try:
            return waiting.run(lambda: work(waiting))
        except WaitGivenUpError:
            self.told.emit(sentence(given_up), False)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
        return None
