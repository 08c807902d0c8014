"""Saving the open report: never over what somebody else wrote meanwhile, and never under an impossible name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file
from assistant.storage.file_lock import LockHolder, holder_of, release_lock, take_lock
from assistant.storage.kept_copy import digest_of
from assistant.storage.names import is_forbidden_name
from assistant.storage.report_file import LARGEST_BYTES, save_report
from assistant.workbench.exporting import report_path, saved_of
from assistant.workbench.working import WorkingReport

__all__ = ["LockHolder", "holder_of", "release_lock", "take_lock"]


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A report file as it was just written."""

    path: Path
    digest: str
    """By which it is known whether somebody else has changed the file since."""


def save_checked(working: WorkingReport, path: Path, *, known_digest: str | None) -> SavedFile:
    """Write the report file; `known_digest` is that of the file as it was last read or written, None to replace any.

    Raises:
        AssistantError: `report_file.changed` (path) where the file is another one now, `file.bad_name`, or another
            `file.*` or `report_file.*` code; the former file is untouched.
    """
    path = report_path(path)
    if is_forbidden_name(path.name):
        raise AssistantError("file.bad_name", path=str(path))
    if known_digest is not None and file_digest(path) not in (None, known_digest):
        raise AssistantError("report_file.changed", path=str(path))
    return SavedFile(path, digest_of(save_report(path, saved_of(working))))


def file_digest(path: Path) -> str | None:
    """Return the digest of a report file, or None where there is none that can be read."""
    try:
        return digest_of(read_file(path, limit_bytes=LARGEST_BYTES))
    except AssistantError:
        return None
