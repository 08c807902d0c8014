"""Lines of a document as they stand in its text and in the report: merged cells hide some, pictures and gaps add some.

The text of the file stays what it is, for places in it are told to others; the report's own text may differ.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from assistant.reading.clean import Removal, clean_text, source_positions
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import Table, lines_of_tables


class ShownLine(NamedTuple):
    """A line, or one that only file or report has."""

    text: str | None
    """In the report, before it is cleaned; None where the report has no such line."""
    source: str | None
    """In the file's text; None where that has no such line."""
    picture: Picture | None = None
    """What its sign stands for, where it has one."""


def added(text: str) -> ShownLine:
    """Return a line that the report alone has."""
    return ShownLine(text, None)


def hidden(text: str) -> ShownLine:
    """Return a line that the file's text alone has."""
    return ShownLine(None, text)


def shown_lines(text: str, pictures: Sequence[Picture]) -> list[ShownLine]:
    """Return the lines of a paragraph, its pictures behind them; one that is a picture alone is empty in the file."""
    if not pictures:
        return [ShownLine(line, line) for line in text.split("\n")]
    behind = [ShownLine(PICTURE_SIGN, None, one) for one in pictures]
    if text:
        return [*shown_lines(text, ()), *behind]
    return [ShownLine(PICTURE_SIGN, "", pictures[0]), *behind[1:]]


@dataclass(frozen=True, slots=True)
class DocumentObjects:
    """Tables and pictures of a document."""

    lines: tuple[ShownLine, ...]
    tables: tuple[Table, ...]
    """Their lines are counted among those that the report has, before it is cleaned."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """In the order of their signs."""
        return tuple(line.picture for line in self.lines if line.picture is not None)

    @property
    def source_text(self) -> str:
        """The text of the file."""
        return "\n".join(line.source for line in self.lines if line.source is not None)


@dataclass(frozen=True, slots=True)
class PlacedObjects:
    """The text of a report with tables and pictures, and how its places stand in the file's text."""

    text: str
    tables: tuple[Table, ...]
    removals: tuple[Removal, ...]
    """What of the file's text is no part of the report, in order."""
    insertions: tuple[int, ...]
    """Code points of the report's text that the file does not have, in order."""


def positions_in_source(removals: Sequence[Removal], insertions: Sequence[int]) -> Callable[[int], int]:
    """Return a callable that maps code points of the report's text to the file's text."""
    in_source = source_positions(removals)
    if not insertions:
        return in_source
    return lambda position: in_source(position - bisect_left(insertions, position))


def place_objects(objects: DocumentObjects) -> PlacedObjects:
    """Clean the lines around tables and pictures, and say where these stand now."""
    shown = [line.text for line in objects.lines if line.text is not None]
    in_cells = lines_of_tables(objects.tables)
    whole = in_cells | {number for number, text in enumerate(shown) if PICTURE_SIGN in text}
    text = "\n".join(shown)
    cleaned = clean_text(text, whole)
    starts = _starts(shown)
    broken = [at for one in cleaned.removals for at in range(one.start, one.end) if text[at] == "\n"]

    def new_number(line: int) -> int:
        return line - bisect_left(broken, starts[line])

    tables = [replace(table, first_line=new_number(table.first_line)) for table in objects.tables]
    made = _Made(cleaned.text)
    number = -1
    for line in objects.lines:
        number += line.text is not None
        if line.text is not None and line.source != line.text and number in whole:
            made.mark(new_number(number), is_line=line.source is None)
    made_tables = made.with_free_lines(tables)
    removals = sorted((*_in_source(objects.lines, cleaned.removals), *_hidden(objects.lines)), key=lambda r: r.start)
    return PlacedObjects("\n".join(made.lines), made_tables, tuple(removals), tuple(made.insertions()))


class _Made:
    """The lines of the report, and which of them, or of their characters, the file does not have."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self._own_lines: list[bool] = [False] * len(self.lines)
        self._own_text: list[bool] = [False] * len(self.lines)

    def mark(self, number: int, *, is_line: bool) -> None:
        """Note that the file lacks a line, or its text alone."""
        self._own_text[number] = True
        self._own_lines[number] = is_line

    def with_free_lines(self, tables: Sequence[Table]) -> tuple[Table, ...]:
        """Put an empty line where a table has no line in front, or none behind."""
        made: list[Table] = []
        by, free = 0, 1
        for table in tables:
            table = replace(table, first_line=table.first_line + by)
            if table.first_line < free:
                self._insert(table.first_line)
                table = replace(table, first_line=table.first_line + 1)
                by += 1
            free = table.end_line + 1
            made.append(table)
        if made and made[-1].end_line >= len(self.lines):
            self._insert(len(self.lines))
        return tuple(made)

    def _insert(self, number: int) -> None:
        self.lines.insert(number, "")
        self._own_lines.insert(number, True)
        self._own_text.insert(number, True)

    def insertions(self) -> Iterator[int]:
        """Yield the code points that the file does not have; a line of its own with the break before or behind it."""
        start = 0
        for number, line in enumerate(self.lines):
            if self._own_lines[number] and number:
                yield start - 1
            if self._own_text[number]:
                yield from range(start, start + len(line))
            start += len(line) + 1
            if self._own_lines[number] and not number and len(self.lines) > 1:
                yield start - 1


def _starts(lines: Sequence[str]) -> list[int]:
    starts, position = [], 0
    for line in lines:
        starts.append(position)
        position += len(line) + 1
    return starts


def _in_source(lines: Sequence[ShownLine], removals: Sequence[Removal]) -> Iterator[Removal]:
    """Yield removals from the shown lines with their places in the file's text."""
    source_starts = _starts([line.source or "" for line in lines if line.source is not None])
    places: list[int | None] = []  # of every character and line break that is shown
    index = 0
    for line in lines:
        start = None
        if line.source is not None:
            start = source_starts[index]
            index += 1
        if line.text is not None:
            places.append(start - 1 if start is not None else None)
            places += [start + at if start is not None and line.source else None for at in range(len(line.text))]
    del places[0]  # no break stands in front of the first line
    for one in removals:
        told = [place for place in places[one.start : one.end] if place is not None and place >= 0]
        for first, behind in _stretches(told):
            at = one.text[: behind - first] if len(told) != one.end - one.start else one.text
            yield Removal(first, behind, at, one.reason)


def _stretches(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = last = None
    for place in places:
        if first is None or last is None or place != last + 1:
            if first is not None and last is not None:
                yield first, last + 1
            first = place
        last = place
    if first is not None and last is not None:
        yield first, last + 1


def _hidden(lines: Sequence[ShownLine]) -> Iterator[Removal]:
    """Yield the lines of merged cells that nobody sees, each with the break before it."""
    start = 0
    for line in lines:
        if line.source is None:
            continue
        if line.text is None:
            first = max(0, start - 1)
            reason = "merged_cell" if line.source.strip() else "blank_line"
            yield Removal(first, start + len(line.source), "\n"[: start - first] + line.source, reason)
        start += len(line.source) + 1
