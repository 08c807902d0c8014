"""Set expressions and frames that are phrases wherever they stand: `resources/phrases/expressions.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.phrases.stretches import Stretches, stretch_pattern
from assistant.resources import load_rules


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
    by_beginning = _by_beginning()
    beginnings = by_beginning.keys() & set(_beginning().findall(text))
    return [one for beginning in sorted(beginnings) for one in by_beginning[beginning] if one in text]


@cache
def _by_beginning() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for expression in load_rules("phrases", "expressions.toml")["fixed"].split():
        found.setdefault(expression[:2], []).append(expression)
    return {beginning: tuple(expressions) for beginning, expressions in found.items()}


@cache
def _beginning() -> re.Pattern[str]:
    """Return a pattern that finds every place of two characters with which an expression may begin."""
    firsts, seconds = ("".join(sorted(set(column))) for column in zip(*_by_beginning(), strict=True))
    return re.compile(f"(?=([{re.escape(firsts)}][{re.escape(seconds)}]))")


@cache
def _frames() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_rules("phrases", "expressions.toml")["frames"]
    return tuple((stretch_pattern(pattern), frame) for pattern, frame in rules)
