"""Set expressions and frames that are phrases wherever they stand: `resources/phrases/expressions.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assistant.resources import load_rules


def known_expressions(text: str) -> tuple[str, ...]:
    """Return the set expressions that a text holds."""
    found = (expressions for beginning, expressions in _by_beginning().items() if beginning in text)
    return tuple(expression for expressions in found for expression in expressions if expression in text)


def expressions_in(line: str, known: Sequence[str]) -> Iterator[str]:
    """Yield those of the known expressions that a line holds, each once; not one that stands inside longer ones."""
    found = {expression: line.count(expression) for expression in known if expression in line}
    for expression, times in found.items():
        inside = sum(count for longer, count in found.items() if expression in longer and expression != longer)
        if inside < times:
            yield expression


def frames_in(line: str) -> Iterator[str]:
    """Yield the frames of a line: what stands around words that are said anew each time."""
    for pattern, frame in _frames():
        for found in pattern.finditer(line):
            yield found.expand(frame)


@cache
def _by_beginning() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for expression in load_rules("phrases", "expressions.toml")["fixed"].split():
        found.setdefault(expression[:2], []).append(expression)
    return {beginning: tuple(expressions) for beginning, expressions in found.items()}


@cache
def _frames() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), frame) for pattern, frame in load_rules("phrases", "expressions.toml")["frames"])
