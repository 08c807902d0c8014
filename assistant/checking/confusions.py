"""A rule about wrong characters and words that are wrong wherever they stand (`resources/wording/confusions.toml`).

A short one counts only where it makes whole words of the text: 处里 in 到处里外 is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.lines import Line
from assistant.checking.runs import Spotter
from assistant.checking.words_of import is_known, stands_alone
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
def _spotter() -> Spotter:
    return Spotter(_confusions())


def _wrong_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a wrong word stands, and the word; none within another."""
    done = 0
    for start, wrong in _spotter().find(text):
        if start >= done:
            done = start + len(wrong)
            yield start, wrong


def confusions(line: Line) -> Iterator[Finding]:
    """Yield every wrong word of the list."""
    text = line.masked
    for start, wrong in _wrong_words(text):
        one, end = _confusions()[wrong], start + len(wrong)
        if not line.prose.startswith(wrong, start) and (len(wrong) <= _SHORT or one.severity is not Severity.ERROR):
            continue  # 《帐户管理办法》 is quoted as it is called
        if _is_within(text, start, wrong, one.unless):
            continue
        if len(wrong) <= _SHORT and not _is_by_itself(text, start, end):
            continue
        yield Finding(
            start, end, one.rule, one.severity, fix=one.right, parameters={"printed": wrong, "right": one.right}
        )


def _is_by_itself(text: str, start: int, end: int) -> bool:
    """Whether a word begins and another ends there; one of three characters may begin within one: 群众满意|渡."""
    if stands_alone(text, start, end):
        return True
    return end - start == _SHORT and stands_alone(text, end - 1, end) and is_known(text[start : end - 1])


def _is_within(text: str, start: int, wrong: str, unless: tuple[str, ...]) -> bool:
    """Whether the wrong word is part of a longer one in which it is right."""
    for longer in unless:
        offset = longer.find(wrong)
        first = start - max(offset, 0)
        if first >= 0 and text.startswith(longer, first):
            return True
    return False
