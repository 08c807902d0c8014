"""Side work: what takes long for a long report is worked out on another thread, and taken over by the window's own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_REST_S = 0.3
"""Seconds without a key after which work that gave way goes on."""
_Result = TypeVar("_Result")


class GivenUpError(Exception):
    """Nobody waits for this work any more."""


class SideWork(QObject):
    """Works on one thing after the other; of several that were begun only the newest is taken over.

    What is worked out gets values only: no widget, no document, nothing that changes meanwhile.
    """

    _ended = Signal(object, object)
    _goes_on_at = 0.0
    """When work that gives way goes on: the same for all, whatever they work on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None
        self._number = 0
        self._at_work = 0
        self._waking = threading.Event()
        self._telling = threading.Lock()
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)
        parent.destroyed.connect(self.end)

    def begin(self, work: Callable[[], _Result], then: Callable[[_Result], None]) -> None:
        """Work something out, and call `then` with the result on the window's thread, unless newer work was begun.

        An error in the work is raised there too.
        """
        self._number += 1
        number = self._number
        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor  # not before it is wanted: the start is short

            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="side-work")

        self._waking.set()

        def work_if_wanted() -> _Result | None:
            self._at_work = number
            return work() if number == self._number else None

        def tell(future: Future[_Result | None]) -> None:
            with self._telling:
                if not future.cancelled() and number == self._number:
                    with suppress(RuntimeError):  # the window is gone
                        self._ended.emit(number, lambda: then(cast(_Result, future.result())))

        self._executor.submit(work_if_wanted).add_done_callback(tell)

    def breathe(self) -> None:
        """Let the window go first: work calls this between its small pieces.

        Python runs one thread at a time, so a key waits for whatever else is at work. While somebody types, this waits.

        Raises:
            GivenUpError: newer work was begun, or nobody wants the result.
        """
        while True:
            if self._at_work != self._number:
                raise GivenUpError
            left = SideWork._goes_on_at - time.monotonic()
            if left <= 0:
                return
            self._waking.clear()
            self._waking.wait(left)

    @staticmethod
    def give_way() -> None:
        """Let all work that breathes wait until there was no key for a while."""
        SideWork._goes_on_at = time.monotonic() + _REST_S

    def drop(self) -> None:
        """Do not take over what is being worked out."""
        self._number += 1
        self._waking.set()

    def end(self) -> None:
        """Take nothing over any more, and begin nothing that still waits."""
        with self._telling:  # what is being told now is told before the window goes, and nothing after
            self.drop()
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def _take(self, number: int, take: Callable[[], None]) -> None:
        if number == self._number:
            take()
