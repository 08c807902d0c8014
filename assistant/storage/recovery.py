"""Recovery copies: the unsaved report of every running window, in the recovery folder.

A session has one copy at most, and writes it whole each time. Copies of sessions whose process has ended are what
a crash or a power cut left behind.
"""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.atomic import remove_leftovers, sync_file, write_atomically
from assistant.storage.copy_pictures import SUFFIX as PICTURES_SUFFIX
from assistant.storage.copy_pictures import bytes_of_pictures, remove_pictures, with_pictures_back
from assistant.storage.folders import data_folder, office_folder, recovery_folder, settings_folder, temporary_folder
from assistant.storage.kept_copy import CopyHead, read_body, read_copy
from assistant.storage.report_file import SavedReport
from assistant.storage.session import Session, is_alive, remove_dead_sessions
from assistant.storage.versions import version_folders

SUFFIX = ".unsaved"
_FORMER = ".former"
_LONGEST_USE = 600.0
"""Seconds; far more than Word or WPS is given for a document, or a sheet takes to be written."""


@dataclass(frozen=True, slots=True)
class UnsavedCopy:
    """A report that was not saved when its window ended."""

    path: Path
    head: CopyHead


def start_session() -> Session:
    """Begin the session of this window.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    folder = recovery_folder()
    try:
        return Session(folder)
    except OSError as error:
        raise AssistantError("folder.unusable", path=str(folder), reason=type(error).__name__) from error


def copy_path(session: Session) -> Path:
    """Return where the recovery copy of a session lies."""
    return recovery_folder() / f"{session.id}{SUFFIX}"


def write_unsaved(path: Path, data: bytes) -> None:
    """Write a recovery copy, the bytes of `encode_copy`, at once; then wait for the disk, which may take seconds.

    A process that is killed has lost nothing from the first step on. A power cut before the disk has it all may spoil
    the copy; the one before stays beside it until the next, and is on the disk.

    Raises:
        AssistantError: those of `write_atomically`; the former copy is untouched.
    """
    former = _former_of(path)
    with suppress(OSError):
        former.unlink(missing_ok=True)
        former.hardlink_to(path)
    write_atomically(path, data, is_synced=False)
    sync_file(path)


def remove_unsaved(path: Path) -> None:
    """Remove a recovery copy, the one before it, and its pictures; one that is gone already is no error."""
    path = _latest_of(path)
    for one in (_former_of(path), path):
        with suppress(OSError):
            one.unlink()
    remove_pictures(path)


def unsaved_copies() -> tuple[UnsavedCopy, ...]:
    """Return the copies of windows that run no more, latest first; what is no copy is passed over.

    Raises:
        AssistantError: `folder.unusable` (path, reason).
    """
    folder = recovery_folder()
    found = []
    with suppress(OSError):
        for path in folder.glob(f"*{SUFFIX}"):
            if not is_alive(folder, path.stem):
                found += _whole_one_of(path, _former_of(path))
    return tuple(sorted(found, key=lambda copy: copy.head.when_iso, reverse=True))


def read_unsaved(path: Path) -> tuple[CopyHead, SavedReport]:
    """Return what a recovery copy says of itself, and the report in it with the pictures that lie beside.

    Raises:
        AssistantError: `copy.broken` (path), and those of `read_file` and `decode_report`.
    """
    head, saved = read_copy(path)
    return head, replace(saved, report=with_pictures_back(saved.report, _latest_of(path)))


def bytes_of_unsaved(path: Path) -> int:
    """Return how much room a recovery copy takes, its pictures too."""
    return path.stat().st_size + bytes_of_pictures(_latest_of(path))


def _whole_one_of(*paths: Path) -> list[UnsavedCopy]:
    """Return the first of these copies that is whole, in a list; none where none is."""
    for path in paths:
        with suppress(AssistantError):
            return [UnsavedCopy(path, read_body(path)[0])]
    return []


def _latest_of(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(_FORMER))


def _former_of(path: Path) -> Path:
    return path.with_name(path.name + _FORMER)


def tidy_folders() -> None:
    """Remove what killed processes left in the program's own folders; recovery copies and versions stay."""
    for folder in (data_folder, settings_folder, recovery_folder):
        with suppress(AssistantError):
            remove_leftovers(folder())
    with suppress(AssistantError):
        for kept in version_folders():
            remove_leftovers(kept)
    with suppress(AssistantError, OSError):
        _remove_lone_pictures(recovery_folder())
        remove_dead_sessions(recovery_folder())
    for passing in (office_folder, temporary_folder):
        with suppress(AssistantError, OSError):
            _remove_old(passing())


def _remove_lone_pictures(folder: Path) -> None:
    """Remove pictures whose copy is gone: the process was killed between the two, or before it wrote the copy."""
    for pictures in folder.glob(f"*{SUFFIX}{PICTURES_SUFFIX}"):
        copy = pictures.with_name(pictures.name.removesuffix(PICTURES_SUFFIX))
        is_needed = copy.exists() or _former_of(copy).exists() or is_alive(folder, copy.stem)
        if not is_needed:
            remove_pictures(copy)
        else:
            remove_leftovers(pictures)


def _remove_old(folder: Path) -> None:
    """Remove what a killed process left in a folder for passing things; what is in use is younger."""
    latest = time.time() - _LONGEST_USE
    for place in folder.iterdir():
        with suppress(OSError):
            if place.lstat().st_mtime > latest:
                continue
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place, ignore_errors=True)
            else:
                place.unlink()
