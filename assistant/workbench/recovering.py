"""Recovery: the open report is copied while it is worked on, and offered again where its window ended without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from assistant.filling.asking import with_new_fields
from assistant.report.edits import keep_answer
from assistant.report.errors import AssistantError
from assistant.report.fields import State
from assistant.report.model import Report
from assistant.storage.copy_pictures import with_pictures_beside
from assistant.storage.copy_writer import CopyWriter
from assistant.storage.folders import keep_temporary_files_here, temporary_folder
from assistant.storage.kept_copy import CopyHead, encode_copy
from assistant.storage.recovery import (
    UnsavedCopy,
    copy_path,
    read_unsaved,
    remove_unsaved,
    start_session,
    tidy_folders,
    unsaved_copies,
)
from assistant.storage.report_file import SavedReport, encode_report, load_report
from assistant.storage.session import Session
from assistant.workbench.exporting import saved_of
from assistant.workbench.identity import report_id
from assistant.workbench.opening import OpenedReport, opened_from
from assistant.workbench.working import FieldRun, ShownObjects, WorkingReport, report_as_shown

__all__ = [
    "CopyWriter",
    "Session",
    "UnsavedCopy",
    "copy_path",
    "keep_temporary_files_here",
    "remove_unsaved",
    "start_session",
    "temporary_folder",
    "tidy_folders",
    "unsaved_copies",
]


@dataclass(frozen=True, slots=True)
class Recovered:
    """An unsaved report read back, with what is known of its file."""

    copy: UnsavedCopy
    saved: SavedReport
    former: Report | None
    """The report in the file that it belongs to, or None where there is none that can be read."""

    @property
    def opened(self) -> OpenedReport:
        """The report as one that was just opened."""
        # markers that were typed last had not become fields yet
        saved = replace(self.saved, report=with_new_fields(self.saved.report))
        return opened_from(saved, Path(self.copy.head.path or self.copy.head.source).name)

    @property
    def path(self) -> Path | None:
        """The report file that it belongs to."""
        return Path(self.copy.head.path) if self.copy.head.path else None

    @property
    def source(self) -> Path | None:
        """The file that it was read from."""
        return Path(self.copy.head.source) if self.copy.head.source else None

    @property
    def when(self) -> datetime:
        """When the copy was made."""
        return time_of(self.copy.head.when_iso)


def recovery_writer(session: Session, told: Callable[[AssistantError | None], None]) -> CopyWriter:
    """Return the writer of this window's recovery copy; `told` is called on its thread.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    return CopyWriter(copy_path(session), told)


def unsaved_bytes(
    copy: Path,
    working: WorkingReport,
    text: str,
    runs: Sequence[FieldRun],
    objects: ShownObjects,
    *,
    pending: tuple[str, str] | None,
    path: Path | None,
    source: Path | None,
    digest: str | None,
    breathe: Callable[[], None] = lambda: None,
) -> bytes:
    """Return the recovery copy of a report as the editor shows it; its large pictures are written beside `copy`.

    `pending` is a field's id and an answer that is typed but not entered: an open field keeps it beside the text.
    `breathe` is called between two parts of the work, and may wait.

    Raises:
        AssistantError: `report_file.unencodable` (place, position), and those of writing the pictures.
    """
    report = report_as_shown(working, text, runs, objects)
    if pending is not None and any(one.id == pending[0] and one.state is State.OPEN for one in report.fields):
        report = keep_answer(report, *pending)
    shown = replace(working, report=with_pictures_beside(report, copy))
    head = replace(head_of(working, "unsaved", path=path, source=source), file_digest=digest or "")
    breathe()
    return encode_copy(head, encode_report(saved_of(shown), compact=True))


def head_of(working: WorkingReport, reason: str, *, path: Path | None, source: Path | None = None) -> CopyHead:
    """Return what a copy made now says of itself."""
    return CopyHead(
        report_id=report_id(working),
        when_iso=datetime.now().astimezone().isoformat(timespec="milliseconds"),
        reason=reason,
        title=working.title,
        path=str(path.absolute()) if path is not None else "",
        source=str(source.absolute()) if source is not None else "",
    )


def recovered(copy: UnsavedCopy) -> Recovered:
    """Return the report of an unsaved copy, and what its file holds.

    Raises:
        AssistantError: `copy.broken` (path), and those of `read_file` and `decode_report`.
    """
    head, saved = read_unsaved(copy.path)
    former = None
    if head.path:
        try:
            former = load_report(Path(head.path)).report
        except AssistantError:
            former = None
    return Recovered(UnsavedCopy(copy.path, head), saved, former)


def time_of(when_iso: str) -> datetime:
    """Return a time out of a copy in the clerk's own time zone; the beginning of time where it is none."""
    try:
        return datetime.fromisoformat(when_iso).astimezone()
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0).astimezone()
