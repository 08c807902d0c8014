"""The id of a report: its recovery copies and versions are found by it, whatever it is called and wherever it lies."""

from __future__ import annotations

import os
from dataclasses import replace

from assistant.workbench.working import WorkingReport

_ID_KEY = "id"


def report_id(working: WorkingReport) -> str:
    """Return the id of a report, or "" where it has none yet."""
    found = working.extra.get(_ID_KEY)
    return found if isinstance(found, str) else ""


def with_id(working: WorkingReport, *, new: bool = False) -> WorkingReport:
    """Return the working report with an id by which its copies are found; `new` for a report made of another one."""
    if report_id(working) and not new:
        return working
    return replace(working, extra={**working.extra, _ID_KEY: os.urandom(16).hex()})
