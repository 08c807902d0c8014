"""Versions: former states of a report, kept in the data folder without being asked for, and thinned as they age.

Versions that the clerk has named stay until she removes them. Automatic ones: all of the last hour, then one a
quarter of an hour for a day, one a day for a month, one a week after that; and the oldest go where they take more
than `MOST_BYTES_OF_ONE` for a report or `MOST_BYTES` together.

Which is the later of two is told by the number that each gets when it is kept: a clock may have been set back.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.atomic import write_atomically
from assistant.storage.folders import data_folder
from assistant.storage.kept_copy import CopyHead, digest_of, encode_copy, read_body, read_head

SUFFIX = ".version"
MOST_BYTES_OF_ONE = 32 << 20
MOST_BYTES = 256 << 20
_HOUR, _DAY = 3600, 86_400
_SLOTS = ((_HOUR, 1), (_DAY, _HOUR // 4), (30 * _DAY, _DAY))
"""(age in seconds up to which, seconds of which one automatic version is kept); a week beyond the last."""
_WEEK = 7 * _DAY
_NUMBER = re.compile(rf"\.([0-9]{{1,15}}){re.escape(SUFFIX)}$")


class Reason(StrEnum):
    """Why a version was kept."""

    NAMED = "named"
    SAVED = "saved"
    FORMER = "former"
    """It stood in the file before something else was saved there."""
    TIMED = "timed"
    EXPORT = "export"
    READ_BACK = "read_back"
    """Before values were taken from a sheet, a table or a draft."""
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Version:
    """A former state of a report."""

    path: Path
    head: CopyHead
    size: int
    """In bytes."""

    @property
    def is_named(self) -> bool:
        """Whether the clerk has named it, so that it stays."""
        return self.head.reason == Reason.NAMED

    @property
    def seconds(self) -> float:
        """When it was made, in seconds since 1970; 0 where that cannot be told."""
        return _seconds(self.head.when_iso)

    @property
    def order(self) -> tuple[int, float]:
        """What is larger for a version that was kept later; of those without a number the clock tells."""
        return _number_of(self.path.name), self.seconds


def keep_version(head: CopyHead, body: bytes) -> Version | None:
    """Keep a state of a report; an automatic one that equals a version of that report is not kept again.

    `body` is what `encode_report` gave, or the bytes of a report file.

    Raises:
        AssistantError: `folder.unusable` and those of `write_atomically`.
    """
    digest = digest_of(body)
    folder = _folder_of(head.report_id)
    if head.reason != Reason.NAMED and any(path.name.startswith(f"{digest[:24]}-") for path in _files_in(folder)):
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise AssistantError("folder.unusable", path=str(folder), reason=type(error).__name__) from error
    data = encode_copy(head, body)
    path = folder / f"{digest[:24]}-{os.urandom(4).hex()}.{_next_number()}{SUFFIX}"
    write_atomically(path, data)
    _thin(head.report_id, now=_seconds(head.when_iso))
    return Version(path, head, len(data))


def versions_of(report_id: str) -> tuple[Version, ...]:
    """Return the versions of a report, latest first; what is no version is passed over.

    Raises:
        AssistantError: `folder.unusable`.
    """
    return _versions_in([_folder_of(report_id)])


def versions_of_file(path: Path) -> tuple[Version, ...]:
    """Return the versions of whatever report lay at `path`, latest first: for a file that cannot be read itself.

    Raises:
        AssistantError: `folder.unusable`.
    """
    wanted = str(path.absolute())
    return tuple(version for version in _versions_in(version_folders()) if version.head.path == wanted)


def name_version(version: Version, name: str) -> Version:
    """Give a version a name, by which it stays.

    Raises:
        AssistantError: `copy.broken` (path), those of `read_file` and of `write_atomically`.
    """
    head, body = read_body(version.path)
    head = replace(head, name=name, reason=Reason.NAMED.value)
    write_atomically(version.path, encode_copy(head, body))
    return replace(version, head=head)


def remove_version(version: Version) -> None:
    """Remove a version; one that is gone already is no error."""
    with suppress(OSError):
        version.path.unlink()


def remove_all_versions() -> None:
    """Remove every version of every report, named ones too.

    Raises:
        AssistantError: `folder.unusable`.
    """
    shutil.rmtree(_root(), ignore_errors=True)


def bytes_of_versions() -> int:
    """Return how much room all versions take.

    Raises:
        AssistantError: `folder.unusable`.
    """
    return sum(_size(path) for folder in version_folders() for path in _files_in(folder))


def version_folders() -> list[Path]:
    """Return the folders in which versions lie, one for each report.

    Raises:
        AssistantError: `folder.unusable`.
    """
    return [Path(path) for path in _listed(_root())]


def thinned(versions: Iterable[Version], *, now: float, most_bytes: int = MOST_BYTES_OF_ONE) -> list[Version]:
    """Return the versions that go: automatic ones of a time of which a later one stays, then the oldest."""
    going: list[Version] = []
    staying: list[Version] = []
    taken: set[tuple[int, int]] = set()
    for version in sorted(versions, key=lambda one: one.order, reverse=True):
        slot = _slot(version.seconds, now)
        if version.is_named or slot not in taken:
            staying.append(version)
        else:
            going.append(version)
        if not version.is_named and slot[0] > 1:
            taken.add(slot)
    room = most_bytes - sum(version.size for version in staying)
    # the latest automatic one stays however large it is
    for version in reversed([one for one in staying if not one.is_named][1:]):
        if room >= 0:
            break
        going.append(version)
        room += version.size
    return going


def _slot(seconds: float, now: float) -> tuple[int, int]:
    length = next((length for age, length in _SLOTS if now - seconds <= age), _WEEK)
    return length, int(seconds // length)


def _thin(report_id: str, *, now: float) -> None:
    for version in thinned(versions_of(report_id), now=now):
        remove_version(version)
    over = bytes_of_versions() - MOST_BYTES
    if over <= 0:
        return
    automatic = [one for one in _versions_in(version_folders()) if not one.is_named]
    for version in reversed(automatic[1:]):
        if over <= 0:
            break
        remove_version(version)
        over -= version.size


def _versions_in(folders: Iterable[Path]) -> tuple[Version, ...]:
    found = []
    for folder in folders:
        for path in _files_in(folder):
            with suppress(AssistantError):
                found.append(Version(path, read_head(path), _size(path)))
    return tuple(sorted(found, key=lambda version: version.order, reverse=True))


def _next_number() -> int:
    """Return the number of the next version, whatever its report: one more than any has."""
    names = (path.name for folder in version_folders() for path in _files_in(folder))
    return 1 + max(map(_number_of, names), default=0)


def _number_of(name: str) -> int:
    """Return the number in the name of a version's file, 0 where it was kept before they had one."""
    found = _NUMBER.search(name)
    return int(found[1]) if found else 0


def _files_in(folder: Path) -> list[Path]:
    """Return the files of versions in a folder; none where it cannot be looked into."""
    return [Path(path) for path in _listed(folder) if path.endswith(SUFFIX)]


def _listed(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries]
    except OSError:
        return []


def _root() -> Path:
    return data_folder() / "versions"


def _folder_of(report_id: str) -> Path:
    # the id comes out of a file that anybody may have written: it never becomes a path itself
    return _root() / hashlib.sha256(report_id.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _seconds(when_iso: str) -> float:
    try:
        return datetime.fromisoformat(when_iso).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
