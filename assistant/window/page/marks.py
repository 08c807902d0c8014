"""Marks that stay with their words: where what the checks remark is underlined, line by line, and where one looks.

Kept beside the document: of some thousands of Qt's own cursors each one is moved at every key. Knows no widget.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from assistant.window.page.mirror import Change
from assistant.window.page.painting import Mark, Severity
from assistant.window.page.runs import Line
from assistant.window.page.search import narrowed

_AT_ONCE = 1_000


class LineMark(NamedTuple):
    """A mark within one line, in code points of that line."""

    start: int
    end: int
    severity: Severity


_Marks = tuple[LineMark, ...]


class MovingMarks:
    """The marks of all lines of a document."""

    def __init__(self) -> None:
        self._by_line: list[_Marks] = []

    def clear(self) -> None:
        """Show none."""
        self._by_line = []

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(map(len, self._by_line))

    def of_line(self, number: int) -> _Marks:
        """Return the marks of a line."""
        return self._by_line[number] if number < len(self._by_line) else ()

    def place(self, marks: Sequence[Mark], lines: Sequence[Line], starts: Sequence[int]) -> Iterator[None]:
        """Take marks in place of the former ones once all are placed, and stop after each thousand of them.

        `starts` are the code points at which the lines begin; neither may change meanwhile.
        """
        placed: list[_Marks] = [()] * len(lines)
        for number, mark in enumerate(marks, 1):
            _place(placed, mark, lines, starts)
            if number % _AT_ONCE == 0:
                yield
        self._by_line = placed

    def follow(self, changes: Sequence[Change]) -> None:
        """Move with the text: a mark goes with its words, and leaves with them."""
        if not self._by_line:
            return
        for change in changes:
            behind = change.first + len(change.old)
            own = self._by_line[change.first : behind]
            self._by_line[change.first : behind] = _moved(own, change) if any(own) else [()] * len(change.new)


class MovingSpan:
    """A stretch of the text that grows and shrinks with what is written in it."""

    def __init__(self, start: int, end: int) -> None:
        """Take from which to which code point it reaches."""
        self.start, self.end = start, end

    def holds(self, start: int, end: int) -> bool:
        """Whether a place (code points) lies within."""
        return self.start <= start and end <= self.end

    def follow(self, changes: Sequence[Change], lines: Sequence[Line], starts: Sequence[int]) -> None:
        """Move with the text; `lines` are those that it has now, and `starts` the code points at which they begin."""
        for change in changes:
            # what stands above a change, which comes in the order of the text, is as it is now
            base = starts[change.first] if change.first < len(starts) else self.end + 1
            old, new = ("".join(f"{line.text}\n" for line in lines) for lines in (change.old, change.new))
            if change.first + len(change.new) >= len(starts):  # no newline stands behind the last line
                old, new = old.removesuffix("\n"), new.removesuffix("\n")
            first, behind, put_in = narrowed(old, 0, len(old), new)
            first, behind, growth = base + first, base + behind, len(put_in) - (behind - first)
            if behind <= self.start:
                self.start += growth  # what is put in just before it stays outside, what comes at its end is in it
            elif first < self.start:
                self.start = first
            if first <= self.end:
                self.end = self.end + growth if behind <= self.end else first + len(put_in)
        # the last line was taken to have a line break behind it
        self.end = min(self.end, starts[-1] + len(lines[-1].text))
        self.start = min(self.start, self.end)


def _place(placed: list[_Marks], mark: Mark, lines: Sequence[Line], starts: Sequence[int]) -> None:
    """Add a mark to the lines that it stands in."""
    number = max(bisect_right(starts, mark.start) - 1, 0)
    while number < len(lines) and starts[number] < mark.end:
        start = max(mark.start - starts[number], 0)
        end = min(mark.end - starts[number], len(lines[number].text))
        if start < end:
            placed[number] += (LineMark(start, end, mark.severity),)
        number += 1


def _moved(own: Sequence[_Marks], change: Change) -> list[_Marks]:
    """Return the marks of the lines that took the place of others."""
    old, new = ("\n".join([line.text for line in lines]) for lines in (change.old, change.new))
    first, behind, put_in = narrowed(old, 0, len(old), new)
    growth = len(put_in) - (behind - first)

    def moved(position: int, *, is_end: bool) -> int:
        if position < first or (is_end and position == first):
            return position
        return position + growth if position >= behind else first

    marks = []
    for start, line_marks in zip(_starts(change.old), own, strict=False):
        for one in line_marks:
            begins, ends = moved(start + one.start, is_end=False), moved(start + one.end, is_end=True)
            marks.append(Mark(begins, ends, one.severity))
    placed: list[_Marks] = [()] * len(change.new)
    starts = _starts(change.new)
    for mark in marks:
        _place(placed, mark, change.new, starts)
    return placed


def _starts(lines: Sequence[Line]) -> list[int]:
    return list(accumulate((len(line.text) + 1 for line in lines), initial=0))[:-1]
