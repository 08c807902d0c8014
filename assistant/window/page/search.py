"""Finding: where words stand in the lines of a report. Knows no widget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.window.page.runs import Line


class Match(NamedTuple):
    """A place that was found: line, and columns in code points."""

    line: int
    start: int
    end: int


class Query:
    """Words to look for."""

    def __init__(self, text: str, *, whole_word: bool = False, case: bool = False) -> None:
        self.text = text
        pattern = re.escape(text)
        if whole_word:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        self._pattern = re.compile(pattern, 0 if case else re.IGNORECASE) if text else None

    def in_line(self, line: str) -> Iterator[tuple[int, int]]:
        """Yield the columns of every place in a line."""
        if self._pattern is not None:
            for found in self._pattern.finditer(line):
                yield found.span()

    def count(self, lines: Sequence[Line]) -> int:
        """Return in how many places the words stand."""
        if self._pattern is None:
            return 0
        return sum(len(self._pattern.findall(line.text)) for line in lines)

    def all(self, lines: Sequence[Line]) -> Iterator[Match]:
        """Yield every place in the order of the text."""
        for number, line in enumerate(lines):
            for start, end in self.in_line(line.text):
                yield Match(number, start, end)

    def next_behind(self, lines: Sequence[Line], line: int, column: int) -> Match | None:
        """Return the first place at or behind a column, going on from the top where there is none."""
        for number in [*range(line, len(lines)), *range(line + 1)]:
            behind = column if number == line else 0
            for start, end in self.in_line(lines[number].text):
                if start >= behind:
                    return Match(number, start, end)
            column = column if number != line else 0
        return None

    def last_before(self, lines: Sequence[Line], line: int, column: int) -> Match | None:
        """Return the last place that ends at or before a column, going on from the bottom where there is none."""
        limit: int | None = column
        for number in [*range(line, -1, -1), *range(len(lines) - 1, line - 1, -1)]:
            before = None
            for start, end in self.in_line(lines[number].text):
                if number != line or limit is None or end <= limit:
                    before = Match(number, start, end)
            if before is not None:
                return before
            limit = None if number == line else limit
        return None


def narrowed(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """Return the smallest change (code points) that has the effect of putting `new` in place of a span."""
    old = text[start:end]
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return start + head, end - tail, new[head : len(new) - tail]


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next(
        (i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
