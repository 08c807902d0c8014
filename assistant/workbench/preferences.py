"""What the program remembers between runs, for the window: layout, zoom, theme, recent reports, sizes."""

from __future__ import annotations

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
    "load_settings",
    "save_settings",
    "start_fault_log",
    "start_logging",
    "with_recent",
    "without_recent",
]
