"""Set expressions and frames that are phrases wherever they stand: `resources/phrases/expressions.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.phrases.stretches import Stretches, stretch_pattern
from assistant.resources import load_rules

_BEGINNING = 4
"""Characters by which an expression is looked for first."""


def expressions_in(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the set expressions that lines hold with the index of the line, each once a line.

    One that stands inside a longer one alone is none.
    """
    known = _known_in("\n".join(lines))
    for index, line in enumerate(lines):
        found = {expression: line.count(expression) for expression in known if expression in line}
        for expression, times in found.items():
            inside = sum(count for longer, count in found.items() if expression in longer and expression != longer)
            if inside < times:
                yield index, expression


def frames_in(lines: Stretches) -> Iterator[tuple[int, str]]:
    """Yield the frames of lines with the index of the line: what stands around words that are said anew each time."""
    for pattern, frame in _frames():
        for index, found in lines.places_of(pattern):
            yield index, found.expand(frame)


def _known_in(text: str) -> list[str]:
    """Return the set expressions that a text holds, sorted."""
    by_beginning = _by_beginning()
    beginnings = by_beginning.keys() & set(_beginning().findall(text))
    longer = (one for beginning in beginnings for one in by_beginning[beginning] if one in text)
    return sorted([*longer, *(one for one in _short_ones() if one in text)])


@cache
def _fixed() -> tuple[str, ...]:
    return tuple(load_rules("phrases", "expressions.toml")["fixed"].split())


@cache
def _short_ones() -> tuple[str, ...]:
    """Return the few that are shorter than a beginning."""
    return tuple(one for one in _fixed() if len(one) < _BEGINNING)


@cache
def _by_beginning() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for expression in _fixed():
        if len(expression) >= _BEGINNING:
            found.setdefault(expression[:_BEGINNING], []).append(expression)
    return found


@cache
def _beginning() -> re.Pattern[str]:
    """Return a pattern that finds every place with which a longer expression may begin."""
    columns = ("".join(sorted(set(column))) for column in zip(*_by_beginning(), strict=True))
    return re.compile(f"(?=({''.join(f'[{re.escape(column)}]' for column in columns)}))")


@cache
def _frames() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_rules("phrases", "expressions.toml")["frames"]
    return tuple((stretch_pattern(pattern), frame) for pattern, frame in rules)
