"""A rule about wrong characters and words that are wrong wherever they stand (`resources/wording/confusions.toml`).

A short one counts only where it makes whole words of the text: 处里 in 到处里外 is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.lines import Line
from assistant.checking.words_of import stands_alone
from assistant.resources import load_rules

_SHORT = 3
"""Wrong words up to this length are compared with the words of their surroundings."""


@dataclass(frozen=True, slots=True)
class _Confusion:
    right: str
    unless: tuple[str, ...]
    rule: str
    severity: Severity


@cache
def _confusions() -> dict[str, _Confusion]:
    found: dict[str, _Confusion] = {}
    for group in load_rules("wording", "confusions.toml")["group"]:
        for row in group["pairs"].split("\n"):
            if row.strip():
                wrong, right, *rest = row.split()
                unless = tuple(rest[0].removeprefix("!").split("|")) if rest else ()
                found[wrong] = _Confusion(right, unless, group["rule"], Severity(group["severity"]))
    return found


@cache
def _any_wrong() -> re.Pattern[str]:
    """Return one pattern over all wrong words, gathered by their first characters so that it is quick."""
    by_first: dict[str, list[str]] = {}
    for wrong in sorted(_confusions(), key=len, reverse=True):
        by_first.setdefault(wrong[0], []).append(re.escape(wrong[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items()))


@cache
def _first_characters() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted({wrong[0] for wrong in _confusions()})) + "]")


def confusions(line: Line) -> Iterator[Finding]:
    """Yield every wrong word of the list."""
    for found in _any_wrong().finditer(line.prose):
        wrong = found[0]
        one = _confusions()[wrong]
        if _is_within(line.prose, found.start(), wrong, one.unless):
            continue
        if len(wrong) <= _SHORT and not stands_alone(line.prose, found.start(), found.end()):
            continue
        yield Finding(
            found.start(),
            found.end(),
            one.rule,
            one.severity,
            fix=one.right,
            parameters={"printed": wrong, "right": one.right},
        )


def _is_within(text: str, start: int, wrong: str, unless: tuple[str, ...]) -> bool:
    """Whether the wrong word is part of a longer one in which it is right."""
    for longer in unless:
        offset = longer.find(wrong)
        first = start - max(offset, 0)
        if first >= 0 and text.startswith(longer, first):
            return True
    return False
