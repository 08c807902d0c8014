"""What the program remembers between runs, for the window: layout, zoom, theme, recent reports, sizes."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from assistant.storage.errands import errands_folder, leave_errand, take_errands
from assistant.storage.folders import data_folder
from assistant.storage.settings import (
    RecentFile,
    Settings,
    load_settings,
    save_settings,
    sealed,
    unsealed,
    with_recent,
    without_recent,
)

__all__ = [
    "RecentFile",
    "Settings",
    "data_folder",
    "describe_crash",
    "end_fault_log",
    "errands_folder",
    "leave_errand",
    "load_settings",
    "save_settings",
    "sealed",
    "start_fault_log",
    "start_logging",
    "take_errands",
    "unsealed",
    "with_recent",
    "without_recent",
]

# The logs bring sockets and more along, which the first picture of the window does not need: they are loaded late.


def start_logging(level: str = "INFO") -> Path | None:
    """Begin the log file, for records of this level and above, and return its path, or None where there can be none."""
    from assistant.storage import logs

    return logs.start_logging(level)


def start_fault_log() -> bool:
    """Have the interpreter write where it stood if it crashes; return whether it did when it ran last."""
    from assistant.storage import logs

    return logs.start_fault_log()


def end_fault_log() -> None:
    """Stop watching for crashes: the program ends as it should."""
    from assistant.storage import logs

    logs.end_fault_log()


def describe_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return what is known of an error, without any text of a report."""
    from assistant.storage import logs

    return logs.describe_crash(kind, error, trace)
