"""What the program remembers between runs, for the window: layout, zoom, theme, recent reports, sizes."""

from __future__ import annotations

from assistant.storage.errands import errands_folder, leave_errand, take_errands
from assistant.storage.logs import describe_crash, end_fault_log, start_fault_log, start_logging
from assistant.storage.settings import (
    RecentFile,
    Settings,
    load_settings,
    save_settings,
    with_recent,
    without_recent,
)

__all__ = [
    "RecentFile",
    "Settings",
    "describe_crash",
    "end_fault_log",
    "errands_folder",
    "leave_errand",
    "load_settings",
    "save_settings",
    "start_fault_log",
    "start_logging",
    "take_errands",
    "with_recent",
    "without_recent",
]
