"""Keeping: everything that guards the clerk's work, wired to the window's parts in one place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.autosave import Autosave
from assistant.window.desk import Desk
from assistant.window.file_flow import FileFlow
from assistant.window.lock_flow import LockFlow
from assistant.window.notice_bar import NoticeBar
from assistant.window.page import PageEditor
from assistant.window.surprise import Surprise
from assistant.workbench.sentences import describe_error, sentence

if TYPE_CHECKING:
    from assistant.window.draft_flow import DraftFlow
    from assistant.window.fill_panel import FillPanel
    from assistant.window.room_flow import RoomFlow
    from assistant.window.sheet_flow import SheetFlow
    from assistant.window.status_line import StatusLine
    from assistant.window.table_flow import TableFlow
    from assistant.window.year_flow import YearFlow
    from assistant.workbench.field_edits import FieldEdit

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class Keeping(QObject):
    """Autosave, recovery, and what happens after an error that nobody caught.

    The copy is kept, the lock is held and errors are caught from the first letter on; the rest comes with the panels.
    """

    def __init__(self, window: QWidget, desk: Desk, page: PageEditor, files: FileFlow) -> None:
        super().__init__(window)
        self._window, self._desk, self._page, self._files = window, desk, page, files
        self.autosave = Autosave(self, page, desk)
        self.locks = LockFlow(window, desk, self.autosave)
        self._surprise = Surprise(window, self.autosave)
        self._has_told_failure = False
        files.access_to = self.locks.access_to
        files.may_replace = self.locks.may_replace
        desk.file_changed.connect(lambda: page.setReadOnly(desk.is_read_only))

    def furnish(self, actions: Actions, flush: Callable[[], None]) -> None:
        """Make what brings former work back."""
        from assistant.window.recovery_flow import RecoveryFlow  # none of them before it is wanted
        from assistant.window.rescue_flow import RescueFlow
        from assistant.window.traces_flow import TracesFlow
        from assistant.window.version_flow import VersionFlow
        from assistant.workbench.versions import Reason

        window, desk, files = self._window, self._desk, self._files
        self.recovery = RecoveryFlow(window, desk, files, self.autosave)
        self.versions = VersionFlow(window, desk, self._page, files, flush)
        self.rescue = RescueFlow(window, desk, files)
        self.traces = TracesFlow(window, files)
        files.before_export = lambda: self.versions.keep(Reason.EXPORT)
        actions["versions"].triggered.connect(lambda _checked=False: self.versions.run())
        actions["traces"].triggered.connect(lambda _checked=False: self.traces.run())
        actions["recover"].triggered.connect(lambda _checked=False: self.recovery.run())

    def show_in(self, notices: NoticeBar, status_line: StatusLine, fill_panel: FillPanel, rooms: RoomFlow) -> None:
        """Tell what is kept in these parts of the window; the fill panel rests while a report is only looked at."""
        self._notices, self._status_line = notices, status_line
        for flow in (self.recovery, self.versions, self.rescue, self.traces):
            flow.told.connect(self._tell)
        self.autosave.pending = lambda: rooms.pending or fill_panel.card.pending
        fill_panel.card.typed.connect(self.autosave.wait)
        rooms.typed.connect(self.autosave.wait)
        self.autosave.copied.connect(self._tell_copied)
        self.autosave.failed.connect(self._tell_failed)
        self._desk.file_changed.connect(self._tell_saved)
        self._desk.file_changed.connect(lambda: fill_panel.setEnabled(not self._desk.is_read_only))

    def guard(self, drafts: DraftFlow, *flows: SheetFlow | TableFlow | YearFlow) -> None:
        """Keep a version before one of these flows changes the report; called before they are connected to the page."""
        for flow in flows:
            flow.edits_requested.connect(self._keep_before)
        drafts.taking.connect(self._keep_before_reading)

    @property
    def excepthook(self) -> Hook:
        """What to do with an error that nobody caught."""
        return self._surprise.report

    def begin(self) -> None:
        """Do what belongs to the start of the program: tidy up after killed processes, offer unsaved reports."""
        from assistant.workbench.recovering import keep_temporary_files_here, temporary_folder, tidy_folders

        tidy_folders()
        with suppress(AssistantError):
            keep_temporary_files_here(temporary_folder())
        self._surprise.begin()
        self.recovery.offer_at_start()

    def end(self) -> None:
        """Do what belongs to its end."""
        self.locks.end()
        self.autosave.end()
        self._surprise.end()
        from assistant.workbench.recovering import keep_temporary_files_here

        keep_temporary_files_here(None)

    def _tell(self, text: str, wrong: bool) -> None:
        self._notices.tell(text, wrong=wrong)

    def _tell_copied(self, when: datetime) -> None:
        self._has_told_failure = False
        self._status_line.show_autosave(sentence("autosave.done", when=when.strftime("%H:%M:%S")))

    def _tell_failed(self, error: AssistantError) -> None:
        if not self._has_told_failure:  # once, until a copy is written again: it fails twice a second
            self._has_told_failure = True
            self._notices.tell(sentence("autosave.warning"), wrong=True)
        self._status_line.show_autosave(sentence("autosave.failed"), hint=describe_error(error))

    def _tell_saved(self) -> None:
        if self._desk.is_saved:
            self._status_line.show_autosave("")

    def _keep_before(self, edits: Sequence[FieldEdit]) -> None:
        if edits:
            self._keep_before_reading()

    def _keep_before_reading(self) -> None:
        from assistant.workbench.versions import Reason

        self.versions.keep_aside(Reason.READ_BACK)
