"""The log file: what the program did, never what the clerk wrote.

Rule for every caller: a log message may name codes, rules, field ids, counts, sizes, seconds and types; it may
not hold text, titles, values, labels or paths of a report. No filter can see the difference, so this is checked
by reading. Exceptions are written with type and traceback only, because their messages often quote the input.
"""

from __future__ import annotations

import copy
import errno
import faulthandler
import logging
import os
import platform
import sys
import traceback
from contextlib import suppress
from io import FileIO
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from assistant import __version__
from assistant.report.errors import AssistantError
from assistant.storage.folders import log_folder

_FILE_NAME = "assistant.log"
_FAULT_NAME = "fault.log"
_LARGEST_BYTES = 1 << 20
_OLD_FILES = 3
_LINE = "%(asctime)s %(levelname)s %(name)s %(threadName)s: %(message)s"

_fault_file: FileIO | None = None
_ExcInfo: TypeAlias = "tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]"


def start_logging(level: int | str = logging.INFO) -> Path | None:
    """Write the program's own log records to a rotating file (4 files of 1 MiB at most) and return its path.

    Other libraries' records stay out, since they may quote a report. Without a usable log folder the program
    goes on without a log, and None is returned. Calling again replaces the earlier file and level.
    """
    logger = logging.getLogger("assistant")
    stop_logging()
    logger.setLevel(level)
    try:
        path = log_folder() / _FILE_NAME
        handler = _LogFile(path, maxBytes=_LARGEST_BYTES, backupCount=_OLD_FILES, encoding="utf-8")
    except (OSError, AssistantError):
        # A handler that drops everything keeps logging's last resort from writing to the clerk's terminal.
        logger.addHandler(_NoLog())
        return None
    handler.setFormatter(_DiscreetFormatter(_LINE))
    logger.addHandler(handler)
    logger.info("start: program %s, Python %s, %s", __version__, platform.python_version(), platform.platform())
    return path


def stop_logging() -> None:
    """Close the log file; records that come later go nowhere."""
    logger = logging.getLogger("assistant")
    for handler in list(logger.handlers):
        if isinstance(handler, (_LogFile, _NoLog)):
            logger.removeHandler(handler)
            handler.close()


def remove_old_logs() -> None:
    """Remove what was logged in earlier files, and empty the one that is written to.

    Raises:
        AssistantError: `folder.unusable`.
    """
    folder = log_folder()
    for path in sorted(folder.glob("*.log*")):
        with suppress(OSError):
            if path.name in (_FILE_NAME, _FAULT_NAME):
                os.truncate(path, 0)
            else:
                path.unlink()


def start_fault_log() -> bool:
    """Have a crash of the interpreter itself written to `fault.log`; return whether an earlier run left one there.

    What is written there are names of functions and lines, never values.
    """
    global _fault_file  # faulthandler writes to it until the process ends
    try:
        path = log_folder() / _FAULT_NAME
        had_one = path.is_file() and path.stat().st_size > 0
        if had_one:
            path.replace(path.with_name(f"last-{_FAULT_NAME}"))
        end_fault_log()
        _fault_file = path.open("ab", buffering=0)
        faulthandler.enable(_fault_file)
    except (OSError, AssistantError):
        return False
    return had_one


def end_fault_log() -> None:
    """Stop writing crashes."""
    global _fault_file
    if _fault_file is not None:
        faulthandler.disable()
        _fault_file.close()
        _fault_file = None


def describe_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return what a maintainer needs to know of an error, without its message, which may quote the report."""
    system = f"{__version__}, Python {platform.python_version()}, {platform.platform()}\n"
    return system + _DiscreetFormatter().formatException((kind, error.with_traceback(trace), trace))


class _NoLog(logging.NullHandler):
    """Stands in for the log file where there is none."""


class _LogFile(RotatingFileHandler):
    """A rotating file that never disturbs the program."""

    def rotate(self, source: str, dest: str) -> None:
        # A second window holds the file open on Windows: go on writing to the same one.
        with suppress(OSError):
            super().rotate(source, dest)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        # A full disk loses log lines, nothing more; a wrong format string must still be seen in tests.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


class _DiscreetFormatter(logging.Formatter):
    """Write exceptions without their messages."""

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have left its own rendering of the exception, messages included.
        record = copy.copy(record)
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's own name
        return "" if ei[1] is None else "".join(_lines_of(ei[1], set())).rstrip("\n")


def _lines_of(error: BaseException, seen: set[int]) -> list[str]:
    """Return traceback and type of `error`, behind those of the errors that led to it."""
    seen.add(id(error))
    lines: list[str] = []
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None and id(earlier) not in seen:
        lines += [*_lines_of(earlier, seen), "led to\n"]
    lines += traceback.format_tb(error.__traceback__)
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return [*lines, f"{name}{_harmless_part_of(error)}\n"]


def _harmless_part_of(error: BaseException) -> str:
    if isinstance(error, AssistantError):
        return f" [{error.code}]"
    if isinstance(error, OSError) and error.errno is not None:
        return f" [{errno.errorcode.get(error.errno, error.errno)}]"
    return ""
