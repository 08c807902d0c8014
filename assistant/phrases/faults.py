"""What keeps a library file from being read or written, as a sentence: a full disk, another window, damage.

Codes are those of SQLite (sqlite.org/rescode.html); nothing is written where one of them is told.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from assistant.report.errors import AssistantError

_CODES = {
    "SQLITE_FULL": "file.no_space",
    "SQLITE_BUSY": "library.busy",
    "SQLITE_LOCKED": "library.busy",
    "SQLITE_READONLY": "file.read_only",
    "SQLITE_PERM": "file.no_permission",
    "SQLITE_IOERR": "file.place_gone",
}

_LEAST_FREE = 1 << 20
"""Bytes without which no library can be made."""

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What a file brings about that cannot be read or written; damaged texts are no UTF-8."""


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Tell errors of the library file at `path` as what the clerk can do about them.

    Raises:
        AssistantError: `file.no_space`, `file.read_only`, `file.no_permission`, `file.place_gone`, `library.busy` or
            `library.unusable` (path).
    """
    try:
        yield
    except FAULTS as error:
        code = code_of(error)
        if code == "file.place_gone" and _is_full(path.parent):
            code = "file.no_space"  # told by some file systems where SQLite maps a file into memory
        raise AssistantError(code, path=str(path)) from error


def _is_full(folder: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(folder).free < _LEAST_FREE
    return False


def code_of(error: Exception) -> str:
    """Return the code of the sentence that tells an error of SQLite."""
    name = getattr(error, "sqlite_errorname", "")
    return next((code for start, code in _CODES.items() if name.startswith(start)), "library.unusable")


def file_of(connection: sqlite3.Connection) -> Path:
    """Return where the file of a connection lies."""
    return Path(connection.execute("PRAGMA database_list").fetchone()[2])
