"""Places that the clerk had the checks leave alone: kept with the report, so that they stay so, and taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from assistant.workbench.working import WorkingReport

Place = tuple[str, str, str]
"""Rule, the words before the place, and the words from its begin on: known again although text before it changes."""

_KEY = "ignored"
_AROUND = 8
_PARTS = 3
_MOST = 2_000
_LONGEST = 64


def place_of(rule: str, start: int, text: str) -> Place:
    """Return what the remark of a rule that begins at a code point of a text is known by."""
    return rule, text[max(0, start - _AROUND) : start], text[start : start + _AROUND * 2]


def ignored_places(working: WorkingReport) -> frozenset[Place]:
    """Return the places of a report that are left alone; what is no place in its file is passed over."""
    kept = working.extra.get(_KEY)
    if not isinstance(kept, list):
        return frozenset()
    return frozenset(
        (one[0], one[1], one[2])
        for one in kept[:_MOST]
        if isinstance(one, list)
        and len(one) == _PARTS
        and all(isinstance(words, str) and len(words) <= _LONGEST for words in one)
    )


def with_ignored(working: WorkingReport, places: Iterable[Place]) -> WorkingReport:
    """Return the working report with these places left alone, and no others."""
    extra = {key: value for key, value in working.extra.items() if key != _KEY}
    kept = [list(place) for place in sorted(set(places))[:_MOST]]
    return replace(working, extra={**extra, _KEY: kept} if kept else extra)
