"""Running text: the lines of a report in the form in which they are compared while typing.

Masks of every style become one sign, and a number that follows the one before it (二是 behind 一是, （三） behind
（二）) becomes the sign "next number", so that a report that is at （四） learns from one that was at （二）.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.filling.markers import find_markers

MASK = "\ue000"
"""Stands for a masked run; completions never go across it."""
NEXT = "\ue001"
"""Stands for the number that follows the last one of its kind."""

_NUMERALS = "一二三四五六七八九十"
_ENUMERATION = 4
# The number at the beginning of a line, and the level that it counts.
_LABELS = (
    (re.compile(r"([一二三四五六七八九十])(?=、)"), 1),
    (re.compile(r"[（(]([一二三四五六七八九十])(?=[）)])"), 2),
    (re.compile(r"(\d{1,2})(?=[.．、])"), 3),
    (re.compile(r"([一二三四五六七八九十])(?=[是要])"), _ENUMERATION),
)
NUMBERED = frozenset("一二三四五六七八九十（(0123456789")
"""Characters with which a numbered line begins."""
_INSIDE = re.compile(r"(?<=[。；：，])([一二三四五六七八九])(?=[是要])")


@dataclass(frozen=True, slots=True)
class Counting:
    """The last number of each level, as far as the report has been read."""

    last: Mapping[int, int] = field(default_factory=dict)

    def next_of(self, level: int) -> int:
        """Return the number that comes next on a level."""
        return self.last.get(level, 0) + 1

    def with_number(self, level: int, number: int) -> Counting:
        """Return the counting behind a number; the levels below it begin anew."""
        return Counting({key: value for key, value in self.last.items() if key < level} | {level: number})


@dataclass(frozen=True, slots=True)
class RunningLine:
    """A line in running form."""

    text: str
    counting: Counting
    """As it stands behind the line's first number."""
    enumerated: int
    """Number of the last 一是, 二要 … in the line, 0 where there is none."""


def running_line(line: str, counting: Counting) -> RunningLine:
    """Return a line, or its beginning, in running form; `counting` is that of the lines before it."""
    line = _without_masks(line)
    pieces, position = [], 0
    enumerated = 0
    for pattern, level in _LABELS:
        label = pattern.match(line)
        if label is None:
            continue
        number = _number_of(label[1])
        if number > 1 and number == counting.next_of(level):
            pieces.append(line[: label.start(1)] + NEXT)
            position = label.end(1)
        counting = counting.with_number(level, number)
        enumerated = number if level == _ENUMERATION else 0
        break
    for word in _INSIDE.finditer(line, position):
        number = _number_of(word[1])
        if enumerated and number == enumerated + 1:
            pieces.append(line[position : word.start()] + NEXT)
            position = word.end()
        enumerated = number
    pieces.append(line[position:])
    return RunningLine("".join(pieces), counting, enumerated)


def spelt_out(continuation: str, before: str, line: RunningLine, counting: Counting) -> str | None:
    """Return a continuation of running text as it is typed, its next numbers put in; None where one is not known.

    `line` is the running form of `before`, `counting` that of the lines before.
    """
    enumerated = line.enumerated
    while NEXT in continuation:
        at = continuation.index(NEXT)
        full, behind = before + continuation[:at], continuation[at + 1 : at + 2]
        if not behind:
            return None
        level = _level_of_next(full, behind)
        number = enumerated + 1 if level is None else counting.next_of(level)
        if level in (None, _ENUMERATION):
            enumerated = number
        if level != 3 and number > len(_NUMERALS):
            return None
        printed = str(number) if level == 3 else _NUMERALS[number - 1]
        continuation = continuation[:at] + printed + continuation[at + 1 :]
    return continuation


def _level_of_next(full: str, behind: str) -> int | None:
    """Return the level of the number between `full` and `behind`, None inside a paragraph."""
    if full in ("（", "("):
        return 2
    if full:
        return None
    return 1 if behind == "、" else _ENUMERATION if behind in "是要" else 3


def _number_of(printed: str) -> int:
    return int(printed) if printed.isdigit() else _NUMERALS.index(printed) + 1


def _without_masks(line: str) -> str:
    pieces, position = [], 0
    for marker in find_markers(line):
        pieces += [line[position : marker.start], MASK]
        position = marker.end
    return "".join([*pieces, line[position:]]) if pieces else line
