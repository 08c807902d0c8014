"""Set expressions and frames that are phrases wherever they stand: `resources/phrases/expressions.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.phrases.stretches import Stretches, stretch_pattern
from assistant.resources import load_rules

_BEGINNING, _SHORT_BEGINNING = 4, 2
"""Characters by which an expression is looked for first."""


def expressions_in(lines: Stretches) -> Iterator[tuple[int, str]]:
    """Yield the set expressions that lines hold with the index of the line, each once a line.

    One that stands inside a longer one alone is none.
    """
    for index, found in lines.by_stretch(_places_in(lines.text)):
        for expression, times in found.items():
            inside = sum(count for longer, count in found.items() if expression in longer and expression != longer)
            if inside < times:
                yield index, expression


def frames_in(lines: Stretches) -> Iterator[tuple[int, str]]:
    """Yield the frames of lines with the index of the line: what stands around words that are said anew each time."""
    for pattern, frame in _frames():
        for index, found in lines.places_of(pattern):
            yield index, found.expand(frame)


def _places_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield where the set expressions of a text stand."""
    for beginning, by_beginning in _beginnings():
        for place in beginning.finditer(text):
            for expression in by_beginning.get(place[1], ()):
                if text.startswith(expression, at := place.start()):
                    yield at, expression


@cache
def _beginnings() -> list[tuple[re.Pattern[str], dict[str, list[str]]]]:
    """Return patterns of all places with which an expression may begin, and the expressions by their beginning.

    Short ones have a shorter beginning.
    """
    found: dict[int, dict[str, list[str]]] = {}
    for expression in load_rules("phrases", "expressions.toml")["fixed"].split():
        length = _BEGINNING if len(expression) >= _BEGINNING else _SHORT_BEGINNING
        found.setdefault(length, {}).setdefault(expression[:length], []).append(expression)
    return [(_any_of(by_beginning), by_beginning) for by_beginning in found.values()]


def _any_of(beginnings: Iterable[str]) -> re.Pattern[str]:
    columns = ("".join(sorted(set(column))) for column in zip(*beginnings, strict=True))
    return re.compile(f"(?=({''.join(f'[{re.escape(column)}]' for column in columns)}))")


@cache
def _frames() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_rules("phrases", "expressions.toml")["frames"]
    return tuple((stretch_pattern(pattern), frame) for pattern, frame in rules)
