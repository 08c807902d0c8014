"""Long titles in the page: broken where they will be printed so, each line in the middle.

Qt fills every line of a paragraph, and leaves two characters of a title to the last. Room behind the last character of
a line makes it break there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock

from assistant.window.page.runs import Utf16

TITLES_WITHIN = 12
"""Lines from the first one on among which the report's title stands."""
TitleBreak = Callable[[str, float], tuple[int, ...]]
"""Gives the code points with which the further lines of a title begin, for lines of so many characters."""


class LineFill(NamedTuple):
    """Where a line of a title ends, and what room it leaves."""

    end: int
    """UTF-16 unit of its last character in the title."""
    room: float
    """Pixels to be left behind it, so that Qt takes no more into the line."""


def no_break(_title: str, _capacity: float) -> tuple[int, ...]:
    """Leave a title to Qt."""
    return ()


def fill_lines(title: str, places: Sequence[int], font: QFont, width: float, size: float) -> tuple[LineFill, ...]:
    """Return how each line of a title but the last is filled, () where Qt is to break it.

    Further lines begin at `places` (code points); `width` is that of a line and `size` that of the type, in pixels. The
    room of the first line is meant to stand in front of it too, so that its words are in the middle; lines between the
    first and the last are moved by half of theirs (`centre_lines`).
    """
    if not places:
        return ()
    metrics = QFontMetricsF(font)
    taken = [metrics.horizontalAdvance(title[start:end]) for start, end in pairwise((0, *places, len(title)))]
    if max(taken) > width:
        return ()
    # so much that half of the next character would not fit: faces are measured a little differently by devices
    rooms = [max(0.0, width - one - size / 2) for one in taken[:-1]]
    units = Utf16(title)
    ends = [units.unit(place - 1) for place in places]
    return (LineFill(ends[0], rooms[0] / 2), *map(LineFill, ends[1:], rooms[1:]))


def centre_lines(block: QTextBlock, fills: Sequence[LineFill]) -> None:
    """Move the lines of a title between its first and its last one so that their words stand in the middle.

    Qt counts the room behind them as a part of them. Lines that are laid out anew have to be moved anew.
    """
    layout = block.layout()
    if layout.lineCount() != len(fills) + 1:
        return
    left = layout.lineAt(layout.lineCount() - 1).x()
    for number, fill in enumerate(fills[1:], 1):
        line = layout.lineAt(number)
        line.setPosition(QPointF(left + fill.room / 2, line.y()))
