"""Files written whole or not at all, and files read with a limit.

The only place that writes files the clerk can lose. It knows bytes and paths, not what the bytes mean.
A process killed in the middle leaves the old file as it was, and at most one stray temporary file.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from assistant.report.errors import AssistantError

_PREFIX = ".baogao-"
_SUFFIX = ".tmp"
_BINARY: int = getattr(os, "O_BINARY", 0)
_NOT_BLOCKING: int = getattr(os, "O_NONBLOCK", 0)
_CHUNK_BYTES = 1 << 20

# Windows: virus scanners, indexers and WPS hold a file for a moment (access denied, sharing, lock violation).
_WINDOWS_BUSY = (5, 32, 33)
_RETRY_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)
# Where Python's errno says less than the Windows error does.
_WINDOWS_CODES: dict[int | None, str] = {
    **dict.fromkeys((15, 21, 31, 53, 55, 59, 64, 67, 121, 433, 483, 1117, 1167, 1231), "file.place_gone"),
    19: "file.read_only",
    32: "file.in_use",
    33: "file.in_use",
    39: "file.no_space",
    111: "file.name_too_long",
    112: "file.no_space",
    123: "file.bad_name",
    206: "file.name_too_long",
}
# A disk that was pulled out, a network drive that is out of reach.
_GONE = (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.EHOSTDOWN, errno.EHOSTUNREACH,
         errno.ENETDOWN, errno.ENETUNREACH, errno.ETIMEDOUT)  # fmt: skip
_WINDOWS_PATH_MISSING = 3
_WINDOWS_LONGEST_PATH = 259

_NO_SYNC = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)
_WRITE_CODES = {
    **dict.fromkeys(_GONE, "file.place_gone"),
    errno.ENOSPC: "file.no_space",
    errno.EDQUOT: "file.no_space",
    errno.EACCES: "file.no_permission",
    errno.EPERM: "file.no_permission",
    errno.EROFS: "file.read_only",
    errno.ENOENT: "file.folder_missing",
    errno.ENOTDIR: "file.folder_missing",
    errno.ENAMETOOLONG: "file.name_too_long",
    errno.EISDIR: "file.is_folder",
}
_READ_CODES = {
    **dict.fromkeys(_GONE, "file.place_gone"),
    errno.ENOENT: "file.missing",
    errno.ENOTDIR: "file.missing",
    errno.EISDIR: "file.is_folder",
    errno.EACCES: "file.no_permission",
    errno.EPERM: "file.no_permission",
    errno.ENAMETOOLONG: "file.name_too_long",
}


def write_atomically(path: Path, data: bytes, *, is_synced: bool = True) -> None:
    """Write `data` to `path` so that at every moment either the old file or the new one stands there.

    That holds for a power cut too, unless `is_synced` is false: then nobody waits for the disk, and only a process
    that is killed does no harm.

    An existing file keeps its permissions; a symbolic link stays and the file it names is replaced.
    Blocks up to 1.6 seconds where another Windows program holds the file.

    Raises:
        AssistantError: `file.no_space`, `file.no_permission`, `file.read_only`, `file.folder_missing`,
            `file.name_too_long`, `file.bad_name`, `file.in_use`, `file.is_folder`, `file.not_a_file`,
            `file.place_gone` (a disk or network drive) or `file.not_written` (path, reason); the old file is
            untouched and no temporary file is left.
    """
    try:
        before = _status_to_replace(path)
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        _write_and_replace(target, data, before, is_synced=is_synced)
    except OSError as error:
        raise _error(error, path, _WRITE_CODES, "file.not_written") from error
    except ValueError as error:
        raise _bad_name(path) from error
    if is_synced:
        _sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Wait until a file that was written without waiting is on the disk; where that fails, it may yet get there."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDWR | _BINARY)
        try:
            _sync(descriptor)
        finally:
            os.close(descriptor)
    _sync_folder(path.parent)


def read_file(path: Path, *, limit_bytes: int) -> bytes:
    """Return the content of a regular file that has 1 to `limit_bytes` bytes.

    Raises:
        AssistantError: `file.missing`, `file.is_folder`, `file.not_a_file`, `file.no_permission`, `file.in_use`,
            `file.name_too_long`, `file.bad_name`, `file.place_gone` or `file.not_read` (path, reason), `file.empty`
            (path), `file.too_large` (path, size, limit; both in bytes).
    """
    try:
        status = path.stat()
        _refuse_special(status, path)
        size = status.st_size
        data = b"" if size > limit_bytes else _read_up_to(path, limit_bytes + 1)
    except OSError as error:
        raise _error(error, path, _READ_CODES, "file.not_read") from error
    except ValueError as error:
        raise _bad_name(path) from error
    size = max(size, len(data))
    if size > limit_bytes:
        raise AssistantError("file.too_large", path=str(path), size=size, limit=limit_bytes)
    if not data:
        raise AssistantError("file.empty", path=str(path))
    return data


def remove_leftovers(folder: Path, *, older_than_seconds: float = 3600.0) -> None:
    """Remove temporary files that a killed process left in `folder`; what cannot be removed stays."""
    latest = time.time() - older_than_seconds
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX):
                with suppress(OSError):
                    if entry.is_file(follow_symlinks=False) and entry.stat().st_mtime <= latest:
                        Path(entry.path).unlink()


def _status_to_replace(path: Path) -> os.stat_result | None:
    """Return the status of the file to be replaced, or None where there is none yet; refuse what must stay."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    _refuse_special(status, path)
    # Replacing would succeed wherever the folder is writable; a file that is closed to writing means it, though.
    if not stat.S_IMODE(status.st_mode) & 0o222:
        raise AssistantError("file.read_only", path=str(path), reason="EACCES")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "no write permission", str(path))
    return status


def _refuse_special(status: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise AssistantError("file.is_folder", path=str(path), reason="EISDIR")
    if not stat.S_ISREG(status.st_mode):
        raise AssistantError("file.not_a_file", path=str(path), reason="EINVAL")


def _write_and_replace(target: Path, data: bytes, before: os.stat_result | None, *, is_synced: bool) -> None:
    # A short name of its own: the target's name may be as long as the file system allows.
    temporary = target.with_name(f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    descriptor = os.open(temporary, flags, 0o666 if before is None else 0o600)
    try:
        try:
            if before is not None:
                _keep_access(temporary, before)
            _write_all(descriptor, data)
            if is_synced:
                _sync(descriptor)
        finally:
            os.close(descriptor)
        _replace(temporary, target, is_new=before is None)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _keep_access(temporary: Path, before: os.stat_result) -> None:
    # File systems without owners or modes (FAT, some network shares) refuse; there is nothing to keep then.
    if sys.platform != "win32":
        with suppress(OSError):
            os.chown(temporary, before.st_uid, before.st_gid)
    with suppress(OSError):
        temporary.chmod(stat.S_IMODE(before.st_mode))


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest[:_CHUNK_BYTES]) :]


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems have no fsync at all.
        if error.errno not in _NO_SYNC:
            raise


def _replace(temporary: Path, target: Path, *, is_new: bool) -> None:
    for seconds in (*_RETRY_SECONDS, None):
        try:
            temporary.replace(target)
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in _WINDOWS_BUSY:
                raise
            if seconds is None:
                # The folder took the temporary file, so "access denied" means that the old file is held open.
                if is_new:
                    raise
                raise AssistantError("file.in_use", path=str(target), reason=_reason(error)) from error
            time.sleep(seconds)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; the file is in place already, so failing here is no failure."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _read_up_to(path: Path, limit_bytes: int) -> bytes:
    # Not blocking: where the file has become a pipe since it was looked at, opening must not wait for a writer.
    descriptor = os.open(path, os.O_RDONLY | _BINARY | _NOT_BLOCKING)
    try:
        chunks: list[bytes] = []
        missing = limit_bytes
        while missing > 0 and (chunk := os.read(descriptor, min(missing, _CHUNK_BYTES))):
            chunks.append(chunk)
            missing -= len(chunk)
    finally:
        os.close(descriptor)
    return b"".join(chunks)


def _error(error: OSError, path: Path, codes: dict[int, str], otherwise: str) -> AssistantError:
    winerror = getattr(error, "winerror", None)
    code = _WINDOWS_CODES.get(winerror) or codes.get(error.errno or 0, otherwise)
    if winerror == _WINDOWS_PATH_MISSING and len(str(path.absolute())) > _WINDOWS_LONGEST_PATH:
        code = "file.name_too_long"
    return AssistantError(code, path=str(path), reason=_reason(error))


def _bad_name(path: Path) -> AssistantError:
    return AssistantError("file.bad_name", path=str(path), reason="EINVAL")


def _reason(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, type(error).__name__)
