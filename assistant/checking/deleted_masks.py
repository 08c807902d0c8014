"""A rule about masks that were deleted with their mark: there is nothing to fill, and a gap would be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.findings import Examined, Finding, Severity
from assistant.resources import load_rules


@cache
def _places() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((place["what"], re.compile(place["pattern"])) for place in _rules()["place"])


def _rules() -> dict[str, list[dict[str, str]]]:
    return load_rules("wording", "deleted_masks.toml")


def deleted_masks(examined: Examined) -> Iterator[Finding]:
    """Yield places where a figure or a name is missing without a mark: 同比增长.%, 投入万元, 《〔〕市规划》."""
    text = examined.report.text
    taken = bytearray(len(text))
    for start, end in ((place.start, place.end) for field in examined.report.fields for place in field.occurrences):
        taken[start:end] = b"\1" * (end - start)
    for what, pattern in _places():
        for found in pattern.finditer(text):
            if not any(taken[found.start() : found.end()]):
                taken[found.start() : found.end()] = b"\1" * len(found[0])
                yield Finding(
                    found.start(), found.end(), "placeholder-deleted", Severity.WARNING, parameters={"what": what}
                )
