"""Files: opening, saving and exporting the report on the desk, with the dialogs that belong to it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from assistant.report.errors import AssistantError
from assistant.window.desk import Desk
from assistant.window.dialog_parts import asked_to_replace, may_be_written, patterns, pressed_button
from assistant.window.language import tr
from assistant.window.start_folder import start_folder
from assistant.window.waiting import SHORT, WaitGivenUpError, Waiting, waited_for
from assistant.workbench import exporting, opening, preferences
from assistant.workbench.identity import with_id
from assistant.workbench.live_text import roles_of
from assistant.workbench.pasting import opened_paste
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.working import WorkingReport, blocking_fields

if TYPE_CHECKING:
    from assistant.window.export_dialog import ExportChoice
    from assistant.workbench import saving

_SAVE_FILTER = "报告助手文件 (*.baogao)"
_LATER_MS = 500
"""Milliseconds after which the settings are written where a report is to appear first."""
_log = logging.getLogger(__name__)


class Access(Enum):
    """How a report is opened that somebody else may be working on."""

    EDIT = auto()
    READ_ONLY = auto()
    COPY = auto()
    NONE = auto()


class _OfficeWantedError(Exception):
    """A document must be converted by another program first, whose dialog another thread cannot show."""


def _open_filter() -> str:
    return tr("报告和范文 ({kinds});;所有文件 (*)", kinds=patterns(opening.SUFFIXES))


def _read_whole(path: Path, convert: opening.Conversion) -> opening.OpenedReport:
    """Open a report with all that the window will ask of it."""
    opened = opening.open_path(path, convert=convert)
    assert opened.paragraphs is not None  # kept once they were read, and so are the roles for the page
    roles_of(opened.report.text, opened.report.tables)
    if opened.report.pictures:
        from assistant.window.picture_painter import make_ready

        make_ready(opened.report.pictures)
    return opened


def _ask_office(data: bytes, suffix: str) -> bytes:
    raise _OfficeWantedError(data, suffix)


def _raising(error: AssistantError) -> opening.Conversion:
    """Return what stands for a program that could not convert a document."""

    def convert(_data: bytes, _suffix: str) -> bytes:
        raise error

    return convert


class FileFlow(QObject):
    """Opens, saves and exports.

    Signals:
        opened: another report lies on the desk (object: OpenedReport).
        reopened: a new report was made of the one on the desk.
        reused: it was made on the basis of a finished one (a sentence to be told).
        told: a sentence for the notice bar (str, bool: whether it is an error).
        exported: a file was written (str: a sentence that says so, object: Path).
        settings_changed: recent reports or folder are other ones.
        field_requested: go to a field (field id).
        position_requested: go to a code point of the text (int).
        findings_requested: show the panel of what the checks found.
        export_left: the question how to export was left for one of these.
    """

    opened = Signal(object)
    reopened = Signal()
    reused = Signal(str)
    told = Signal(str, bool)
    exported = Signal(str, object)
    settings_changed = Signal()
    field_requested = Signal(str)
    position_requested = Signal(int)
    findings_requested = Signal()
    export_left = Signal()

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._flush = flush
        self.settings = preferences.load_settings()
        self.access_to: Callable[[Path], Access] = lambda path: Access.EDIT
        """Says how a report file may be opened."""
        self.may_replace: Callable[[Path], bool] = lambda path: True
        """Says whether a report file may be replaced by another report."""
        self.rescue: Callable[[Path, AssistantError], bool] = lambda path, error: False
        """Offers what is left of a damaged report file; returns whether something of it lies on the desk."""
        self.before_export: Callable[[], object] = lambda: None
        """Is called when a report is about to be exported, beside the window."""
        self.is_ignored: Callable[[str, int], bool] = lambda rule, start: False
        """Says whether the clerk had a place (rule, code point) ignored: it is not listed again, nor commented on."""
        self.export_choice: ExportChoice | None = None
        """How the open report was to be exported last; None while nobody was asked."""

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, tr("打开"), self._begin_at(), _open_filter())
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path, *, fields_later: bool = False) -> bool:
        """Open a file, after asking about unsaved changes; return whether it lies on the desk now.

        With `fields_later` whoever opens it looks for fields where the desk says that this is still to be done.
        """
        try:
            opened = self._read(path, fields_later=fields_later)
        except WaitGivenUpError:
            self.told.emit(sentence("open.given_up", path=path), False)
            return False
        except AssistantError as error:
            self._tell_error(error)
            return error.code == "report_file.broken" and self.rescue(path, error)
        if not self.may_leave():
            return False
        if path.suffix.lower() != exporting.REPORT_SUFFIX:
            self._put(opened, None, source=path)
        elif not self._put_own(opened, path):
            return False
        self._remember(path, later=fields_later)
        return True

    def _read(self, path: Path, *, fields_later: bool) -> opening.OpenedReport:
        if not opening.is_long(path):
            return opening.open_path(path, convert=lambda *one: self._converted(path, *one), fields_later=fields_later)
        try:
            return self._read_aside(path, _ask_office)
        except _OfficeWantedError as wanted:
            try:
                made = self._converted(path, *wanted.args)
            except AssistantError as error:
                return self._read_aside(path, _raising(error))
            return self._read_aside(path, lambda _data, _suffix: made)

    def _read_aside(self, path: Path, convert: opening.Conversion) -> opening.OpenedReport:
        words = sentence("open.wait", path=path)
        waiting: Waiting[opening.OpenedReport] = Waiting(self._window, words, can_be_given_up=True)
        return waiting.run(lambda: _read_whole(path, convert))

    def _converted(self, path: Path, data: bytes, suffix: str) -> bytes:
        from assistant.window.office_wait import OfficeWait  # not before it is wanted: the start is short

        return OfficeWait(self._window, path).convert(data, suffix)

    def _put_own(self, opened: opening.OpenedReport, path: Path) -> bool:
        access = self.access_to(path)
        if access is Access.NONE:
            return False
        if access is Access.COPY:
            self._desk.lay_out_unsaved(opened, None, is_copy=True)
            self.opened.emit(opened)
        else:
            self._put(opened, path, is_read_only=access is Access.READ_ONLY)
        return True

    def _begin_at(self) -> str:
        return str(start_folder(self._desk, self.settings.last_folder))

    def choose_and_reuse(self) -> None:
        """Ask for a finished report and begin a new one from it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            tr("选择做好的报告"),
            self._begin_at(),
            _open_filter(),
        )
        if chosen and self.open_path(Path(chosen)):
            self._put_reused()

    def reuse(self) -> None:
        """Begin a new report from the open one, after asking about unsaved changes."""
        if self.may_leave():
            self._put_reused()

    def _put_reused(self) -> None:
        from assistant.workbench.unit_info import reused  # not before it is wanted: the start is short

        working = self._desk.working
        try:
            made = waited_for(self._window, sentence("reuse.wait"), len(working.report.text), lambda: reused(working))
        except WaitGivenUpError:
            self.told.emit(sentence("reuse.given_up"), False)
            return
        self._desk.begin(made)
        self.export_choice = None
        self.reopened.emit()
        count = len(blocking_fields(self._desk.working.report))
        self.reused.emit(sentence("reuse.done", count=count))

    def open_sample(self, path: Path) -> None:
        """Begin from a shipped sample."""
        if self.may_leave():
            self._put(opening.open_path(path), None)

    def begin_from_outline(self) -> None:
        """Ask for a genre and its headings and begin a report from them, after asking about unsaved changes."""
        from assistant.window.outline_dialog import OutlineDialog  # not before it is wanted: the start is short
        from assistant.workbench.outlines import shipped_outlines

        dialog = OutlineDialog(self._window, shipped_outlines())
        if dialog.exec() and self.may_leave():
            self._put(opening.open_text(dialog.text), None, is_kept=False)
        dialog.deleteLater()

    def open_clipboard(self) -> None:
        """Make a report of the clipboard's text."""
        offered = QGuiApplication.clipboard().mimeData()
        plain, html = (offered.text(), offered.html()) if offered is not None else ("", "")
        try:
            words = sentence("paste.wait")
            opened = waited_for(self._window, words, len(plain) + len(html), lambda: opened_paste(plain, html))
        except WaitGivenUpError:
            return
        except AssistantError as error:
            self._tell_error(error)
            return
        if opened is None:
            self.told.emit(sentence("clipboard.empty"), True)
        elif self.may_leave():
            self._put(opened, None, is_kept=False)

    def _put(
        self,
        opened: opening.OpenedReport,
        path: Path | None,
        *,
        source: Path | None = None,
        is_read_only: bool = False,
        is_kept: bool = True,
    ) -> None:
        """Lay a report out; one that is kept in no file, as one that was pasted, is copied and asked about at once."""
        if is_kept:
            self._desk.lay_out(opened, path, source=source, is_read_only=is_read_only)
        else:
            self._desk.lay_out_unsaved(opened, None)
        self.export_choice = None
        self.opened.emit(opened)
        if opened.notices:
            self.told.emit("".join(sentence(notice) for notice in opened.notices), False)

    def save(self) -> bool:
        """Save to the report's own file, asking for one where there is none; return whether it is saved."""
        self._flush()
        if self._desk.path is None or self._desk.is_read_only:
            return self.save_as()
        return self._save_to(self._desk.path, known_digest=self._desk.digest)

    def save_as(self) -> bool:
        """Ask for a file and save to it; return whether it is saved."""
        self._flush()
        name = exporting.suggested_name(self._desk.working) + exporting.REPORT_SUFFIX
        suggestion = str(self._desk.path or Path(self._begin_at()) / name)
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("保存报告"), suggestion, tr(_SAVE_FILTER))
        if not chosen:
            return False
        path = exporting.report_path(Path(chosen))
        if not may_be_written(self._window, path, chosen):
            return False
        if exporting.is_same_file(path, self._desk.path):
            return self._save_to(path, known_digest=self._desk.digest)
        return self.may_replace(path) and self._save_to(path)

    def _save_to(self, path: Path, *, known_digest: str | None = None) -> bool:
        working = self._desk.working
        if self._desk.path is not None and not exporting.is_same_file(path, self._desk.path):
            working = with_id(working, new=True)  # from here on two reports, each with versions of its own
        try:
            saved = self._written(working, path, known_digest)
        except AssistantError as error:
            self._tell_error(error)
            return self._save_otherwise(path, error)
        if working is not self._desk.working:
            self._desk.put(working)
        self._desk.mark_saved(saved.path, saved.digest)
        self._remember(saved.path)
        self.told.emit(sentence("saved.again" if saved.was_gone else "saved", path=saved.path), False)
        return True

    def _written(self, working: WorkingReport, path: Path, known_digest: str | None) -> saving.SavedFile:
        """Write the report file; a long one beside the window, which takes no input meanwhile."""
        from assistant.workbench import saving  # not before it is wanted: the start is short

        if len(working.report.text) <= SHORT:
            return saving.save_checked(working, path, known_digest=known_digest)
        words = sentence("save.wait", path=path)
        waiting: Waiting[saving.SavedFile] = Waiting(self._window, words, can_be_given_up=False)
        return waiting.run(lambda: saving.save_checked(working, path, known_digest=known_digest))

    def _save_otherwise(self, path: Path, error: AssistantError) -> bool:
        """Tell why a report was not saved and offer another place, or to replace what somebody else wrote."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(sentence("save.title"))
        box.setText(describe_error(error))
        elsewhere = box.addButton(sentence("save.elsewhere"), QMessageBox.ButtonRole.AcceptRole)
        is_changed = error.code == "report_file.changed"
        over = box.addButton(sentence("save.over"), QMessageBox.ButtonRole.DestructiveRole) if is_changed else None
        cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(elsewhere)
        box.setEscapeButton(cancel)
        clicked = pressed_button(box)
        if clicked is elsewhere:
            return self.save_as()
        return clicked is not None and clicked is over and self._save_to(path)

    def export(self) -> None:
        """Ask how to export, and do it."""
        from assistant.window.export_flow import Export  # not before it is wanted: the start is short

        self._flush()
        Export(self, self._window, self._desk).run()

    def may_leave(self) -> bool:
        """Ask about unsaved changes, if there are any; return whether the desk may be cleared."""
        if not self._desk.has_report:
            return True
        self._flush()
        if self._desk.is_saved:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("报告助手"))
        box.setText(sentence("leave.question"))
        save = box.addButton(tr("保存"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(tr("不保存"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        clicked = pressed_button(box)
        return self.save() if clicked is save else clicked is drop

    def confirmed(self, question: str) -> bool:
        """Ask whether to replace something, and return whether the clerk wants it."""
        return asked_to_replace(self._window, question)

    def _remember(self, path: Path, *, later: bool = False) -> None:
        title = self._desk.working.title
        settings = preferences.with_recent(self.settings, path.absolute(), title, datetime.now().astimezone())
        self._keep(replace(settings, last_folder=str(path.absolute().parent)), later=later)

    def _keep(self, settings: preferences.Settings, *, later: bool = False) -> None:
        self.settings = settings
        if later:  # a disk may take longer for it than the report takes to appear
            QTimer.singleShot(_LATER_MS, self, self._write_settings)
        else:
            self._write_settings()
        self.settings_changed.emit()

    def _write_settings(self) -> None:
        try:
            preferences.save_settings(self.settings)
        except AssistantError as error:
            _log.info("settings not saved: %s", error.code)

    def keep_settings(self, **changes: Any) -> None:
        """Remember other settings (theme, zoom, window)."""
        self._keep(replace(self.settings, **changes))

    def _tell_error(self, error: AssistantError) -> None:
        self.told.emit(describe_error(error), True)
