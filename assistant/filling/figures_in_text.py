"""Figures, dates, ordinals and sessions of a finished text: what belongs to its year.

What they look like, and which set expressions only look like them, stands in `resources/filling/reuse.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.filling.kinds import guess_kind
from assistant.filling.markers import Marker
from assistant.report.fields import Kind, Link
from assistant.report.model import lines_with_offsets
from assistant.resources import load_rules

_LETTER = re.compile("<([A-Z])>")
_LEAVE, _FIGURE = "leave", "figure"
# Characters of the line on either side that may tell the unit; lines can be very long.
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A run of a finished text that is a value."""

    start: int
    """First code point in the text."""
    end: int
    text: str
    kind: Kind
    unit: str
    """As printed behind the value, or ""."""
    form: str
    """figure, ordinal, year, date, session, name, or "" for other values."""
    link: Link | None
    """How sure it is that the same text elsewhere is the same value; None where more than the text must agree."""


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    form: str
    link: Link | None
    pattern: re.Pattern[str]


@cache
def _standing() -> re.Pattern[str]:
    standing = load_rules("filling", "reuse.toml")["standing"]
    words = sorted(standing["words"], key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, words), *standing["patterns"]]))


@cache
def _rules() -> tuple[_Rule, ...]:
    data = load_rules("filling", "reuse.toml")
    counters, letters = data["counters"], data["letters"]
    counting = "|".join([*counters["words"], f"个(?={'|'.join(counters['things'])})"])

    def compiled(pattern: str) -> re.Pattern[str]:
        spelt_out = _LETTER.sub(lambda letter: letters[letter[1]], pattern)
        return re.compile(spelt_out.replace("{counters}", counting))

    return tuple(
        _Rule(
            rule["kind"],
            rule.get("form", ""),
            Link(rule["link"]) if "link" in rule else None,
            compiled(rule["pattern"]),
        )
        for rule in data["rule"]
    )


def find_figures(text: str) -> tuple[Found, ...]:
    """Return the figures, dates, ordinals and sessions of a text in order; they never overlap or cross a line."""
    found: list[Found] = []
    for start, line in lines_with_offsets(text):
        found += sorted(_in_line(start, line), key=lambda one: one.start)
    return tuple(found)


def _in_line(start: int, line: str) -> Iterator[Found]:
    # One byte a character: whether a rule has taken it.
    taken = bytearray(len(line))
    for standing in _standing().finditer(line):
        _take(taken, *standing.span())
    for rule in _rules():
        for match in rule.pattern.finditer(line):
            first, last = match.span("v") if match.re.groupindex.get("v") and match["v"] else match.span()
            if rule.kind == _LEAVE:
                _take(taken, first, last)
            elif first < last and not any(taken[first:last]):
                _take(taken, first, last)
                yield _found(rule, start, line, first, last, match)


def _take(taken: bytearray, first: int, last: int) -> None:
    taken[first:last] = b"\1" * (last - first)


def _found(rule: _Rule, start: int, line: str, first: int, last: int, match: re.Match[str]) -> Found:
    value = line[first:last]
    unit = match["u"] if match.re.groupindex.get("u") else ""
    if rule.kind != _FIGURE:
        return Found(start + first, start + last, value, Kind(rule.kind), unit or "", rule.form, rule.link)
    before, behind = line[max(0, first - _CONTEXT) : first], line[last : last + _CONTEXT]
    kind, unit = _kind_and_unit(value, before, behind)
    return Found(start + first, start + last, value, kind, unit, rule.form, rule.link)


def _kind_and_unit(value: str, before: str, behind: str) -> tuple[Kind, str]:
    """Return number or percent, and the unit behind a figure; that of a span of years is 年."""
    guess = guess_kind(Marker(0, len(value), value, _FIGURE), before, behind)
    if guess.kind in (Kind.NUMBER, Kind.PERCENT):
        return guess.kind, guess.unit
    return Kind.NUMBER, "年" if behind.startswith("年") else ""
