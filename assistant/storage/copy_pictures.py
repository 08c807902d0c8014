"""Pictures beside a recovery copy: the copy is written every second or two, and its pictures never change.

A large picture lies once in a folder beside the copy, under the digest of its bytes; in the copy a reference stands in
its place. The folder is only added to while the copy lives, for the former copy needs its pictures too; it goes with
the copy.
"""

from __future__ import annotations

import logging
import re
import shutil
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.report.model import Report
from assistant.report.pictures import Picture
from assistant.storage.atomic import read_file, write_atomically
from assistant.storage.kept_copy import digest_of
from assistant.storage.report_file import LARGEST_BYTES

SUFFIX = ".pictures"
SMALL = 16_384
"""Bytes; a smaller picture stays in the copy."""
_REFERENCE = b"baogao-picture "
_DIGEST = re.compile("[0-9a-f]{64}")
# One white point, in place of a picture whose file is gone: its text is not lost with it.
_WHITE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63f80f0001010100b138f614"
    "0000000049454e44ae426082"
)
_log = logging.getLogger(__name__)


def pictures_folder(copy: Path) -> Path:
    """Return the folder beside a copy in which its large pictures lie."""
    return copy.with_name(copy.name + SUFFIX)


def with_pictures_beside(report: Report, copy: Path) -> Report:
    """Write the large pictures of a report beside its copy, each once; return the report with references to them.

    Raises:
        AssistantError: those of `write_atomically`.
    """
    if all(len(one.data) < SMALL for one in report.pictures):
        return report
    return replace(report, pictures=tuple(_beside(one, pictures_folder(copy)) for one in report.pictures))


def with_pictures_back(report: Report, copy: Path) -> Report:
    """Return the report of a copy with its pictures in place of the references; one that is gone is a white point."""
    return replace(report, pictures=tuple(_back(one, pictures_folder(copy)) for one in report.pictures))


def bytes_of_pictures(copy: Path) -> int:
    """Return how much room the pictures beside a copy take."""
    folder = pictures_folder(copy)
    return sum(path.stat().st_size for path in folder.iterdir()) if folder.is_dir() else 0


def remove_pictures(copy: Path) -> None:
    """Remove the pictures beside a copy; what cannot be removed stays."""
    shutil.rmtree(pictures_folder(copy), ignore_errors=True)


def _beside(picture: Picture, folder: Path) -> Picture:
    if len(picture.data) < SMALL:
        return picture
    digest = _kept_digest(picture.data)
    path = folder / digest
    try:
        is_there = path.stat().st_size == len(picture.data)
    except OSError:
        is_there = False
    if not is_there:
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise AssistantError("folder.unusable", path=str(folder), reason=type(error).__name__) from error
        write_atomically(path, picture.data)
    return replace(picture, data=_REFERENCE + digest.encode("ascii"))


@lru_cache(maxsize=32)
def _kept_digest(data: bytes) -> str:
    return digest_of(data)


def _back(picture: Picture, folder: Path) -> Picture:
    if not picture.data.startswith(_REFERENCE):
        return picture
    digest = picture.data.removeprefix(_REFERENCE).decode("ascii", "replace")
    try:
        data = read_file(folder / digest, limit_bytes=LARGEST_BYTES) if _DIGEST.fullmatch(digest) else b""
    except AssistantError:
        data = b""
    if digest_of(data) != digest:
        _log.info("recovery: a picture is gone")
        return replace(picture, data=_WHITE, kind="png")
    return replace(picture, data=data)
