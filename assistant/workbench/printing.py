"""What preview shows and the printer prints: a final, or a draft that says so where anything is open or stale."""

from __future__ import annotations

from collections.abc import Callable

from assistant.workbench.exporting import with_markers_asked
from assistant.workbench.paging import PagedReport, go_on, page_report
from assistant.workbench.working import WorkingReport, blocking_fields

__all__ = ["PagedReport", "printable"]


def printable(working: WorkingReport, *, breathe: Callable[[], None] = go_on) -> PagedReport:
    """Return the report on its pages; every open or stale place is marked, so that none slips into print.

    `breathe` is called before each paragraph, and may wait or stop the work.

    Raises:
        AssistantError: `layout.unknown` or `layout.invalid`.
    """
    asked = with_markers_asked(working)
    return page_report(asked, draft=bool(blocking_fields(asked.report)), breathe=breathe)
