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
    LIBRARY = "library"
    LOGS = "logs"


def bytes_of(trace: Trace) -> int:
    """Return how much room a kind of trace takes; 0 where that is little or cannot be told."""
    with suppress(AssistantError, OSError):
        if trace is Trace.VERSIONS:
            return bytes_of_versions()
        if trace is Trace.RECOVERY:
            return sum(copy.path.stat().st_size for copy in unsaved_copies())
    return 0


def number_of(trace: Trace) -> int:
    """Return how many reports a kind of trace goes back to, for the phrase library; 0 for the others."""
    if trace is Trace.LIBRARY:
        from assistant.workbench.imported import imported_reports  # phrases are slow to load and seldom forgotten

        with suppress(AssistantError):
            return len(imported_reports())
    return 0


def remove_traces(chosen: Collection[Trace]) -> None:
    """Remove versions, recovery copies of windows that ended, imported reports, and logs.

    Recent files are the settings' business. A library that cannot be changed now leaves the other kinds removed.

    Raises:
        AssistantError: `folder.unusable`, `library.in_use` (path), `library.unusable` (path).
    """
    if Trace.VERSIONS in chosen:
        remove_all_versions()
    if Trace.RECOVERY in chosen:
        for copy in unsaved_copies():
            remove_unsaved(copy.path)
    if Trace.LOGS in chosen:
        from assistant.storage.logs import remove_old_logs  # not before it is wanted: the start is short

        remove_old_logs()
    if Trace.LIBRARY in chosen:
        from assistant.workbench.imported import forget_imported

        forget_imported()
