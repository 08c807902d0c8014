"""A session: one running window, known to others by a file that the system keeps locked while the process lives.

The lock ends with the process however it ends, so nobody has to guess by process numbers or times.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

SUFFIX = ".session"
_BEGINNING_SECONDS = 60.0
_FLAGS: int = os.O_RDWR | getattr(os, "O_BINARY", 0)


class Session:
    """A session of this process; `end` gives it up."""

    def __init__(self, folder: Path) -> None:
        """Begin a session in `folder`.

        Raises:
            OSError: the folder takes no file, or knows no locks.
        """
        self.id = os.urandom(8).hex()
        self._path = folder / f"{self.id}{SUFFIX}"
        self._descriptor: int | None = os.open(self._path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        _lock(self._descriptor)

    def end(self) -> None:
        """Give the session up and remove its file; ending twice is no error."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
            with suppress(OSError):
                self._path.unlink()


def is_alive(folder: Path, session_id: str) -> bool:
    """Whether the process of a session in `folder` still runs."""
    try:
        descriptor = os.open(folder / f"{session_id}{SUFFIX}", _FLAGS)
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    try:
        _lock(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def remove_dead_sessions(folder: Path) -> None:
    """Remove the files of sessions whose process ended without doing so; not of one that may just be beginning."""
    latest = time.time() - _BEGINNING_SECONDS
    for path in folder.glob(f"*{SUFFIX}"):
        if path.stat().st_mtime < latest and not is_alive(folder, path.stem):
            with suppress(OSError):
                path.unlink()


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
