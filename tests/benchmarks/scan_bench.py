"""Reading a report and finding its fields, against one pass of the plain regular expression for masks."""

from __future__ import annotations

import re

from assistant.workbench.opening import open_text
from tests.benchmarks.measure import Row, compare, report_text

_MASKS = re.compile("[XxＸ×*]+")


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench."""
    found = []
    for characters in (6_000, 60_000, *([600_000] if long else [])):
        text = report_text(characters)
        found.append(
            compare(
                f"open and scan {characters:,} characters / regex",
                lambda text=text: open_text(text),
                lambda text=text: _MASKS.findall(text),
                rounds=5 if characters < 100_000 else 2,
                aim=None,
            )
        )
    return found
