"""Saving the open report: never over what somebody else wrote meanwhile, and never under an impossible name."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file, remove_leftovers
from assistant.storage.file_lock import LockHolder, holder_of, minutes_idle, release_lock, take_lock, touch_lock
from assistant.storage.kept_copy import digest_of
from assistant.storage.names import refuse_forbidden_name
from assistant.storage.report_file import LARGEST_BYTES, decode_report, save_report
from assistant.storage.versions import Reason, keep_version
from assistant.workbench.exporting import report_path, saved_of
from assistant.workbench.recovering import head_of
from assistant.workbench.working import WorkingReport

__all__ = ["LockHolder", "holder_of", "minutes_idle", "release_lock", "take_lock", "touch_lock"]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A report file as it was just written."""

    path: Path
    digest: str
    """By which it is known whether somebody else has changed the file since."""
    was_gone: bool = False
    """Whether the file that was read or written last was not there any more: moved, renamed or deleted."""


def save_checked(working: WorkingReport, path: Path, *, known_digest: str | None) -> SavedFile:
    """Write the report file, and clear away what killed processes left beside it.

    `known_digest` is that of the file as it was last read or written, None to replace any.

    Raises:
        AssistantError: `report_file.changed` (path) where the file is another one now, `file.bad_name`, or another
            `file.*` or `report_file.*` code; the former file is untouched.
    """
    path = report_path(path)
    refuse_forbidden_name(path)
    former, is_missing = _bytes_of(path)
    was_gone = known_digest is not None and is_missing
    if known_digest is not None and former is not None and digest_of(former) != known_digest:
        raise AssistantError("report_file.changed", path=str(path))
    if former is not None:
        _keep(Reason.FORMER, working, path, former)
    data = save_report(path, saved_of(working))
    remove_leftovers(path.parent)
    _keep(Reason.SAVED, working, path, data)
    return SavedFile(path, digest_of(data), was_gone=was_gone)


def _bytes_of(path: Path) -> tuple[bytes | None, bool]:
    """Return what is in a file, None where it cannot be read, and whether there is none."""
    try:
        return read_file(path, limit_bytes=LARGEST_BYTES), False
    except AssistantError as error:
        return None, error.code == "file.missing"


def _keep(reason: Reason, working: WorkingReport, path: Path, data: bytes) -> None:
    """Keep what is in a file as a version, if it is a report; that it cannot be kept is no reason not to save."""
    try:
        if reason is Reason.FORMER:
            decode_report(data)
        keep_version(head_of(working, reason.value, path=path), data)
    except AssistantError as error:
        _log.info("version not kept: %s", error.code)
