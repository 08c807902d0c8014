"""The lock file beside a report: who works on it, on which computer, since when.

It warns and forbids nothing: what protects the file itself is the comparison before saving. A lock whose window has
ended on this computer counts as none. Where no lock can be written (a read-only folder) there is none.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file, write_atomically
from assistant.storage.folders import recovery_folder
from assistant.storage.session import is_alive

_LARGEST_BYTES = 1 << 12
_BINARY: int = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class LockHolder:
    """Who works on a report."""

    user: str
    host: str
    session: str
    when_iso: str


def lock_path(path: Path) -> Path:
    """Return where the lock of a report lies: beside it, with a name that file managers hide."""
    return path.with_name(f".~lock.{path.name}#")


def take_lock(path: Path, session_id: str, *, by_force: bool = False) -> LockHolder | None:
    """Note that this window works on a report; return who does already, unless that is to be passed over.

    None means that nobody else does; it does not mean that the lock could be written.
    """
    data = json.dumps(asdict(_own(session_id)), ensure_ascii=True).encode("ascii")
    with suppress(OSError, ValueError, AssistantError):
        if _create(lock_path(path), data):
            return None
        holder = holder_of(path, session_id)
        if holder is not None and not by_force:
            return holder
        # a link was put there by somebody who means the file that it leads to
        if not lock_path(path).is_symlink():
            write_atomically(lock_path(path), data)
    return None


def holder_of(path: Path, session_id: str) -> LockHolder | None:
    """Return who else works on a report; None for a lock of this session, of a dead one, or one that says nothing."""
    holder = _read(path)
    if holder is None or holder.session == session_id or _is_dead(holder):
        return None
    return holder


def release_lock(path: Path, session_id: str) -> None:
    """Take this window's lock away; the lock of another one stays."""
    holder = _read(path)
    if holder is not None and holder.session == session_id:
        with suppress(OSError):
            lock_path(path).unlink()


def touch_lock(path: Path, session_id: str) -> None:
    """Say that this window still works on a report."""
    holder = _read(path)
    if holder is not None and holder.session == session_id:
        with suppress(OSError):
            os.utime(lock_path(path))


def minutes_idle(path: Path) -> int:
    """Return for how many minutes nobody has touched the lock of a report; clocks of two computers may differ."""
    try:
        return max(0, int(time.time() - lock_path(path).stat().st_mtime) // 60)
    except OSError:
        return 0


def _create(path: Path, data: bytes) -> bool:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    except FileExistsError:
        return False
    try:
        os.write(descriptor, data)
    finally:
        os.close(descriptor)
    return True


def _read(path: Path) -> LockHolder | None:
    try:
        parsed: object = json.loads(read_file(lock_path(path), limit_bytes=_LARGEST_BYTES))
    except (AssistantError, ValueError, RecursionError):
        return None
    if not isinstance(parsed, dict):
        return None
    texts = {one.name: parsed.get(one.name) for one in fields(LockHolder)}
    if not all(isinstance(text, str) for text in texts.values()):
        return None
    return LockHolder(**texts)  # type: ignore[arg-type]


def _is_dead(holder: LockHolder) -> bool:
    own = _own("")
    if (holder.host, holder.user) != (own.host, own.user):
        return False
    with suppress(AssistantError):
        return not is_alive(recovery_folder(), holder.session)
    return False


def _own(session_id: str) -> LockHolder:
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    return LockHolder(user, platform.node(), session_id, when)
