"""Finding: where words stand in the lines of a report. Knows no widget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.report.errors import AssistantError
from assistant.window.page.runs import Line


class Match(NamedTuple):
    """A place that was found: line, and columns in code points."""

    line: int
    start: int
    end: int


class Query:
    """Words, or a regular expression, to look for."""

    def __init__(self, text: str, *, whole_word: bool = False, case: bool = False, regex: bool = False) -> None:
        """Take what is looked for.

        Raises:
            AssistantError: `find.pattern` (position) for a regular expression that is none.
        """
        self.text = text
        self._regex = regex
        pattern = text if regex else re.escape(text)
        if whole_word:
            pattern = rf"(?<!\w)(?:{pattern})(?!\w)"
        try:
            self._pattern = re.compile(pattern, 0 if case else re.IGNORECASE) if text else None
        except (re.error, OverflowError, RecursionError) as error:
            raise AssistantError("find.pattern", position=(getattr(error, "pos", None) or 0) + 1) from error

    def in_line(self, line: str) -> Iterator[tuple[int, int]]:
        """Yield the columns of every place in a line; what is empty is no place."""
        if self._pattern is not None:
            for found in self._pattern.finditer(line):
                if found.end() > found.start():
                    yield found.span()

    def replaced(self, line: str, new: str) -> str:
        """Return a line with every place replaced.

        Raises:
            AssistantError: `find.replacement` where `new` names a group that the expression does not have.
        """
        done, parts = 0, []
        for start, end in self.in_line(line):
            parts += [line[done:start], self.replacement(line, start, new)]
            done = end
        return "".join(parts) + line[done:]

    def replacement(self, line: str, start: int, new: str) -> str:
        r"""Return what comes in the place that begins at a column: groups are written $1 or \1.

        Raises:
            AssistantError: `find.replacement` where `new` names a group that the expression does not have.
        """
        found = self._pattern.match(line, start) if self._regex and self._pattern is not None else None
        if found is None:
            return new
        try:
            return found.expand(re.sub(r"\$(\d)", r"\\g<\1>", new))
        except (re.error, IndexError) as error:
            raise AssistantError("find.replacement", words=new) from error

    def count(self, lines: Sequence[Line]) -> int:
        """Return in how many places the words stand."""
        return sum(1 for line in lines for _place in self.in_line(line.text))

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
    alike, apart = 0, min(len(one), len(other))
    if one[:apart] == other[:apart]:
        return apart
    while apart - alike > 1:
        middle = (alike + apart) // 2
        if one[alike:middle] == other[alike:middle]:
            alike = middle
        else:
            apart = middle
    return alike
