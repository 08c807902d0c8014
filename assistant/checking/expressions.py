"""Rules that are patterns in `resources/wording/expressions.toml`: words, marks and figures in their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.lines import FIELD, Line
from assistant.checking.needed import Sieve
from assistant.resources import load_rules

_ABOUT_TITLES = ("mark-quoted-name", "word-missing")
"""Rules that look into 《titles》 as well."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    severity: Severity
    find: re.Pattern[str]
    fix: str | None
    why: str
    in_titles: bool


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            one["rule"],
            Severity(one["severity"]),
            re.compile(one["find"].replace("F", FIELD)),
            one.get("fix"),
            one["why"],
            one["rule"].startswith(_ABOUT_TITLES),
        )
        for one in load_rules("wording", "expressions.toml")["pattern"]
    )


@cache
def _sieve() -> Sieve:
    return Sieve([one.find for one in _patterns()])


def expressions(line: Line) -> Iterator[Finding]:
    """Yield every place that a pattern of `expressions.toml` matches."""
    patterns = _patterns()
    for place in _sieve().to_try(line.masked):
        pattern = patterns[place]
        text = line.masked if pattern.in_titles else line.prose
        for found in pattern.find.finditer(text):
            group = next((name for name in found.re.groupindex if name[:2] == "at" and found[name] is not None), 0)
            start, end = found.span(group)
            if start == end:
                continue
            fix = found.expand(pattern.fix) if pattern.fix is not None else None
            if fix is not None and (FIELD in text[start:end] or fix == text[start:end]):
                fix = None
            yield Finding(
                start,
                end,
                pattern.rule,
                pattern.severity,
                fix=fix,
                parameters={"printed": line.text[start:end], "why": pattern.why},
            )
