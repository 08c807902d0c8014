"""Breaking paragraphs into lines: Chinese text breaks anywhere, but for marks that may not begin or end a line.

A line never hangs over the margin and is never set closer than the style says: what doesn't fit goes to the next line.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.resources import load_rules
from assistant.typeset.layout import TextStyle
from assistant.typeset.widths import is_latin, widths_of

_SPACES = " \t\u3000\u00a0"
_LATIN_RUN = re.compile("[ -~\u00a0-\u00b6\u00b8-\u00d6\u00d8-\u02ff\u0370-\u058f]+")
_TOLERANCE = 0.5
"""Twips: sums of fractions are no reason to break a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph; offsets are code points in the text that was broken."""

    start: int
    end: int
    """Behind the last character, spaces that end the line included: those are not drawn."""
    width: float
    """Natural width in twips, without spaces at the end and without letter spacing behind the last character."""
    room: int
    """Width there is for it, in twips."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a paragraph in one style."""

    end: int
    """Code point behind it; it begins where the one before ends."""
    style: TextStyle


@dataclass(frozen=True, slots=True)
class _Rules:
    never_first: frozenset[str]
    never_last: frozenset[str]
    joined_to_latin: frozenset[str]
    double_marks: frozenset[str]
    parting: frozenset[str]
    gap: float


@functools.cache
def _rules() -> _Rules:
    data = load_rules("typeset", "line_breaking.toml")
    return _Rules(
        frozenset(data["never_first"]),
        frozenset(data["never_last"]),
        frozenset(data["joined_to_latin"]),
        frozenset(data["double_marks"]),
        frozenset(data["word_may_end_after"]),
        float(data["gap_beside_latin"]),
    )


def advances(text: str, start: int, stretches: Sequence[Stretch]) -> list[float]:
    """Return the width of every character of the stretches in twips, gaps between them left out."""
    found: list[float] = []
    position = start
    for stretch in stretches:
        found += widths_of(stretch.style).of(text[position : stretch.end])
        position = stretch.end
    return found


def gaps(text: str, start: int, stretches: Sequence[Stretch]) -> dict[int, float]:
    """Return the extra width in front of each character at a border of scripts or styles, in twips, by code point.

    Source: LibreOffice, and Word by its own default, part Chinese characters from the digits and letters beside them;
    marks have no gap. Letter spacing isn't drawn across a border, nor where one style follows another (measured in
    LibreOffice 7.4).
    """
    found: dict[int, float] = {}
    position = start
    for stretch in stretches:
        gap, spacing = _rules().gap * stretch.style.size * 10, stretch.style.letter_spacing
        for run in _LATIN_RUN.finditer(text, position, stretch.end):
            for border in run.span():
                if start < border < stretches[-1].end:
                    letters = text[border - 1].isalnum() and text[border].isalnum()
                    found[border] = gap * letters - spacing
        position = stretch.end
        if position < stretches[-1].end:
            found.setdefault(position, -spacing)
    return found


def may_break(text: str, position: int) -> bool:
    """Whether a line may end in front of the character at `position`, which is not the first."""
    before, behind = text[position - 1], text[position]
    rules = _rules()
    if behind in _SPACES or behind in rules.never_first or before in rules.never_last:
        return False
    if before in _SPACES:
        return True
    if is_latin(before) and is_latin(behind):
        return before in rules.parting and behind.isalpha()
    if before in rules.joined_to_latin and is_latin(behind) and behind.isalnum():
        return False
    return not (before == behind and before in rules.double_marks)


def break_lines(
    text: str, start: int, stretches: Sequence[Stretch], first_room: int, other_room: int
) -> tuple[Line, ...]:
    """Return the lines of text[start:stretches[-1].end]; rooms in twips, for the first line and all others."""
    end = stretches[-1].end if stretches else start
    steps, parted = advances(text, start, stretches), gaps(text, start, stretches)
    lines: list[Line] = []
    begin, room = start, first_room
    while begin < end:
        cut = _overflow(steps, parted, stretches, start, begin, room)
        if cut < end:
            cut = _last_break(text, begin, cut)
        drawn_end = cut
        while drawn_end > begin and text[drawn_end - 1] in _SPACES:
            drawn_end -= 1
        width = sum(steps[begin - start : drawn_end - start])
        width += sum(parted.get(position, 0) for position in range(begin + 1, drawn_end)) if parted else 0
        width -= _spacing_at(stretches, drawn_end - 1)
        lines.append(Line(begin, cut, width, room))
        begin, room = cut, other_room
    return tuple(lines)


def _spacing_at(stretches: Sequence[Stretch], position: int) -> int:
    """Return the letter spacing behind the character at `position`, in twips."""
    return next(one.style.letter_spacing for one in stretches if position < one.end)


def _overflow(
    steps: Sequence[float],
    parted: Mapping[int, float],
    stretches: Sequence[Stretch],
    start: int,
    begin: int,
    room: int,
) -> int:
    """Return the code point of the first character that doesn't fit a line which begins at `begin`.

    The last character of a line stands there whole, without letter spacing behind it (measured in LibreOffice 7.4):
    for characters set closer that takes a little more room.
    """
    width = -parted.get(begin, 0.0)
    first = begin
    for stretch in stretches:
        most = room + _TOLERANCE + stretch.style.letter_spacing
        for position in range(first, stretch.end):
            width += steps[position - start] + parted.get(position, 0.0)
            if width > most:
                return position
        first = max(first, stretch.end)
    return start + len(steps)


def _last_break(text: str, begin: int, cut: int) -> int:
    """Return where a line that is full at `cut` ends: there, before it, or within a word for want of room."""
    end = len(text)
    while cut < end and text[cut] in _SPACES:
        cut += 1
    for position in range(cut, begin, -1):
        if position == end or may_break(text, position):
            return position
    return max(cut, begin + 1)
