"""Autosave: a copy of the open report in the recovery folder, written within a second of a change."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.page import PageEditor, Snapshot
from assistant.window.page_bridge import field_runs, shown_objects

if TYPE_CHECKING:
    from assistant.workbench.recovering import CopyWriter, Session

WAIT = 500
"""Milliseconds from the first change after a copy until the next copy is due; however fast she types.

A quarter of what may be lost: on a busy machine the timer comes late, and writing takes its time.
"""
_LULL_MS = 50
_LULL_S, _LONGEST_S = 0.04, 1.0
"""Seconds without a change after which the copy is written, and from the first change until it is in any case."""
_PATIENCE_S = 0.3
"""Seconds for which the work on a copy may stop all in all while keys are pressed."""
_log = logging.getLogger(__name__)


class Autosave(QObject):
    """Keeps the recovery copy of this window in step with the page; never touches the report file.

    Signals:
        copied: all that stands on the page is in the copy (object: datetime).
        failed: the copy could not be written (object: AssistantError).
    """

    copied = Signal(object)
    failed = Signal(object)
    _attempted = Signal(object)

    def __init__(self, parent: QObject, page: PageEditor, desk: Desk) -> None:
        super().__init__(parent)
        self._page, self._desk = page, desk
        self._session: Session | None = None
        self._writer: CopyWriter | None = None
        self._has_copy = False
        self.pending: Callable[[], tuple[str, str] | None] = lambda: None
        """Gives the field and the answer that is typed for it but not entered yet."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run_in_a_lull)
        self._changed_at = self._waits_from = self._pauses_until = 0.0
        page.textChanged.connect(self.wait)
        desk.report_changed.connect(self.wait)
        desk.file_changed.connect(self.wait)
        self._attempted.connect(self._tell)

    @property
    def session(self) -> Session:
        """The session of this window, begun when it is first asked for.

        Raises:
            AssistantError: `folder.unusable`.
        """
        if self._session is None:
            from assistant.workbench.recovering import start_session  # not before it is wanted: the start is short

            self._session = start_session()
        return self._session

    def wait(self) -> None:
        """Write a copy soon: something has changed."""
        self._changed_at = time.monotonic()
        # not begun anew by the next change: who types without a pause is copied too
        if not self._timer.isActive():
            self._waits_from = self._changed_at
            self._timer.start(WAIT)

    def _run_in_a_lull(self) -> None:
        """Write the copy between two keys rather than beside one, but not much later."""
        now = time.monotonic()
        if now - self._changed_at < _LULL_S and now - self._waits_from < _LONGEST_S:
            self._timer.start(_LULL_MS)
        else:
            self._pauses_until = now + _PATIENCE_S
            self._run()

    def run(self) -> None:
        """Write the copy now, or remove it where everything is saved."""
        self._pauses_until = 0.0
        self._run()

    def _pause(self) -> None:
        """Let keys go first for a moment: called on the writer's thread between the parts of its work."""
        while time.monotonic() < self._pauses_until and time.monotonic() - self._changed_at < _LULL_S:
            time.sleep(_LULL_S / 4)

    def _run(self) -> None:
        self._timer.stop()
        if not self._desk.has_report or self._desk.is_read_only:
            self._remove()
            return
        snapshot = self._page.snapshot()
        if self._desk.is_saved and snapshot.text == self._desk.working.report.text and self.pending() is None:
            self._remove()
            return
        try:
            self._writing().write(self._content_of(snapshot))
        except AssistantError as error:
            self._tell(error)
        else:
            self._has_copy = True

    def run_and_wait(self) -> bool:
        """Write the copy and wait until it is on the disk; return whether it is."""
        self.run()
        return self._writer is not None and self._writer.wait(5.0) and self._has_copy

    def replace(self, former: Path) -> None:
        """Take over the copy of a window that ended: it goes once this window has its own."""
        from assistant.workbench.recovering import remove_unsaved

        if self.run_and_wait():
            remove_unsaved(former)

    def end(self) -> None:
        """Remove the copy and give up the session: the window closes by the clerk's own decision."""
        self._timer.stop()
        self._remove()
        if self._writer is not None:
            self._writer.finish()
            self._writer = None
        if self._session is not None:
            self._session.end()
            self._session = None

    def _content_of(self, snapshot: Snapshot) -> Callable[[], bytes]:
        """Return what makes the copy, on the writer's thread, of the state as it is now."""
        from assistant.workbench.recovering import copy_path, unsaved_bytes

        desk = self._desk
        copy = copy_path(self.session)
        working, pending, path, source, digest = desk.working, self.pending(), desk.path, desk.source, desk.digest

        def content() -> bytes:
            self._pause()
            runs = field_runs(snapshot)
            self._pause()
            return unsaved_bytes(
                copy,
                working,
                snapshot.text,
                runs,
                shown_objects(snapshot),
                pending=pending,
                path=path,
                source=source,
                digest=digest,
                breathe=self._pause,
            )

        return content

    def _writing(self) -> CopyWriter:
        if self._writer is None:
            from assistant.workbench.recovering import recovery_writer

            self._writer = recovery_writer(self.session, self._attempt)
        return self._writer

    def _attempt(self, error: AssistantError | None) -> None:
        """Hand the outcome over to the window's thread."""
        with suppress(RuntimeError):  # the window is gone
            self._attempted.emit(error)

    def _tell(self, error: AssistantError | None) -> None:
        if error is None:
            self.copied.emit(datetime.now().astimezone())
        else:
            _log.info("autosave failed: %s", error.code)
            self.failed.emit(error)

    def _remove(self) -> None:
        if self._has_copy and self._writer is not None:
            self._writer.remove()
        self._has_copy = False
