"""Traces: what the program remembers of reports besides the clerk's own files, and how it is removed."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from enum import StrEnum

from assistant.report.errors import AssistantError
from assistant.storage.recovery import remove_unsaved, unsaved_copies
from assistant.storage.versions import bytes_of_versions, remove_all_versions


class Trace(StrEnum):
    """A kind of trace."""

    RECENT = "recent"
    VERSIONS = "versions"
    RECOVERY = "recovery"
    LOGS = "logs"


def bytes_of(trace: Trace) -> int:
    """Return how much room a kind of trace takes; 0 where that is little or cannot be told."""
    with suppress(AssistantError, OSError):
        if trace is Trace.VERSIONS:
            return bytes_of_versions()
        if trace is Trace.RECOVERY:
            return sum(copy.path.stat().st_size for copy in unsaved_copies())
    return 0


def remove_traces(chosen: Collection[Trace]) -> None:
    """Remove versions, recovery copies of windows that ended, and logs; recent files are the settings' business.

    Raises:
        AssistantError: `folder.unusable`.
    """
    if Trace.VERSIONS in chosen:
        remove_all_versions()
    if Trace.RECOVERY in chosen:
        for copy in unsaved_copies():
            remove_unsaved(copy.path)
    if Trace.LOGS in chosen:
        from assistant.storage.logs import remove_old_logs  # not before it is wanted: the start is short

        remove_old_logs()
