"""Making and writing recovery copies beside the window's thread, so that no long report or slow disk holds up a key."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.recovery import remove_unsaved, write_unsaved

Content = Callable[[], bytes]
"""Makes what is to be written, on the writer's thread, out of values that nobody changes."""
_log = logging.getLogger(__name__)


class CopyWriter:
    """Writes one file again and again; of several contents that wait the latest is made and written.

    `told` is called on the writer's thread after each attempt, with None or the error.
    """

    def __init__(self, path: Path, told: Callable[[AssistantError | None], None]) -> None:
        """Begin the thread; it ends with `finish`, or with the process."""
        self._path = path
        self._told = told
        self._changed = threading.Condition()
        self._waiting: Content | None = None
        self._is_writing = self._is_finished = False
        self._thread = threading.Thread(target=self._run, name="copy-writer", daemon=True)
        self._thread.start()

    def write(self, content: Content) -> None:
        """Have this content made and written soon."""
        with self._changed:
            self._waiting = content
            self._changed.notify_all()

    def wait(self, seconds: float = 30.0) -> bool:
        """Wait until all is written; return whether that came true in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._waiting is None and not self._is_writing, seconds)

    def remove(self) -> None:
        """Remove the file; what waits to be written is dropped."""
        with self._changed:
            self._waiting = None
        self.wait()
        remove_unsaved(self._path)

    def finish(self) -> None:
        """Write what waits, and end the thread."""
        with self._changed:
            self._is_finished = True
            self._changed.notify_all()
        self._thread.join(30.0)

    def _run(self) -> None:
        while (content := self._next()) is not None:
            error = None
            try:
                write_unsaved(self._path, content())
            except AssistantError as caught:
                error = caught
            except Exception:  # noqa: BLE001 - whatever it is, it is logged and told
                # The thread lives on: the next copy may well succeed, and without it there would be none at all.
                _log.exception("copy not made")
                error = AssistantError("copy.not_made", path=str(self._path))
            finally:
                with self._changed:
                    self._is_writing = False
                    self._changed.notify_all()
            self._told(error)

    def _next(self) -> Content | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting is not None or self._is_finished)
            content, self._waiting = self._waiting, None
            self._is_writing = content is not None
            return content
