"""Tables: which lines of a report's text stand in which cell.

The text stays the truth: every paragraph of a cell is a line of it, cell by cell and row by row. A table only says
where its lines begin and how many belong to each cell. In front of, between and behind tables stands a line that
belongs to none, so that there is always a place to write beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class CellAlign(StrEnum):
    """Where the lines of a cell stand between its sides."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class VerticalAlign(StrEnum):
    """Where the lines of a cell stand between its upper and lower edge."""

    TOP = "top"
    CENTRE = "centre"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Border:
    """One edge of a cell."""

    style: str = "single"
    """single, double, dashed, dotted, thick, or none."""
    width: int = 4
    """Eighths of a point."""


NO_BORDER = Border("none", 0)
Borders = tuple[Border, Border, Border, Border]
"""Top, right, bottom, left."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; what is merged is one cell that spans several rows or columns of the grid."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    lines: int = 1
    """How many lines of the text stand in it; at least one, which may be empty."""
    align: CellAlign | None = None
    """None where the layout says it."""
    vertical: VerticalAlign = VerticalAlign.CENTRE
    borders: Borders = (Border(), Border(), Border(), Border())
    fill: str = ""
    """Colour of its ground as RRGGBB, or ""."""


MOST_PLACES = 400_000
"""Rows times columns of a table; a document is read with 4,000 cells, each in one of 63 columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; its cells cover it without gap and overlap."""

    first_line: int
    """Number of the text's line that stands first in its first cell."""
    widths_mm: tuple[float, ...]
    """Of every column of the grid."""
    heights_mm: tuple[float, ...]
    """The least height of every row; 0 where its text alone tells it."""
    cells: tuple[Cell, ...]
    """Row by row, in each row from the left: the order of their lines."""
    header_rows: int = 0
    """How many rows are repeated at the head of every page."""

    @property
    def end_line(self) -> int:
        """Number of the line behind the table's last one."""
        return self.first_line + sum(cell.lines for cell in self.cells)

    def cell_spans(self) -> Iterator[tuple[int, int, int]]:
        """Yield (index of the cell, its first line, the line behind its last one)."""
        line = self.first_line
        for index, cell in enumerate(self.cells):
            yield index, line, line + cell.lines
            line += cell.lines

    def cell_at(self, line: int) -> int | None:
        """Return the index of the cell in which a line of the text stands, or None."""
        return next((index for index, first, behind in self.cell_spans() if first <= line < behind), None)

    def is_whole(self) -> bool:
        """Whether the cells stand in order and cover the grid without gap and overlap."""
        rows, columns = len(self.heights_mm), len(self.widths_mm)
        if not 0 < rows * columns <= MOST_PLACES:
            return False
        taken: set[tuple[int, int]] = set()
        for cell in self.cells:
            if not (0 <= cell.row <= rows - cell.row_span and 0 <= cell.column <= columns - cell.column_span):
                return False
            own = {(row, column) for row in _rows_of(cell) for column in _columns_of(cell)}
            if cell.lines < 1 or cell.row_span < 1 or cell.column_span < 1 or taken & own:
                return False
            taken |= own
        places = [(cell.row, cell.column) for cell in self.cells]
        return len(taken) == rows * columns and places == sorted(places) and 0 <= self.header_rows <= rows


def _rows_of(cell: Cell) -> range:
    return range(cell.row, cell.row + cell.row_span)


def _columns_of(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def lines_of_tables(tables: Sequence[Table]) -> frozenset[int]:
    """Return the numbers of all lines that stand in cells."""
    return frozenset(line for table in tables for line in range(table.first_line, table.end_line))


def are_placed(tables: Sequence[Table], line_count: int) -> bool:
    """Whether tables stand in order in a text of so many lines, each with a line in front and one behind."""
    free = 1
    for table in tables:
        if table.first_line < free or not table.is_whole():
            return False
        free = table.end_line + 1
    return not tables or free <= line_count


def free_spans(text: str, tables: Sequence[Table], start: int, end: int) -> list[tuple[int, int]]:
    """Return what of the code points from `start` to `end` may be removed without breaking a grid, in order.

    The line break between two cells, and between a cell and what stands beside the table, stays; a table that is
    covered with its neighbour lines may go as a whole. The first span may be empty: it tells where new text belongs.
    """
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    spans, begin, line = [], start, first
    position = text.find("\n", start, end)
    while position >= 0:
        if _is_border(tables, line, first, last):
            spans.append((begin, position))
            begin = position + 1
        line += 1
        position = text.find("\n", position + 1, end)
    return [*spans, (begin, end)]


def _is_border(tables: Sequence[Table], line: int, first: int, last: int) -> bool:
    """Whether the break behind a line must stay when what is between the lines `first` and `last` goes."""
    for table in tables:
        covers = first < table.first_line and last >= table.end_line
        if not covers and table.first_line - 1 <= line < table.end_line:
            return table.cell_at(line) is None or table.cell_at(line) != table.cell_at(line + 1)
    return False


def tables_after(tables: Sequence[Table], first: int, last: int, new_lines: int) -> tuple[Table, ...]:
    """Return the tables once `new_lines` lines have taken the place of those from `first` to `last`, both included.

    A cell grows and shrinks with its lines; a table whose lines are gone, or whose grid was cut, is none any more.
    """
    by = new_lines - (last - first + 1)
    kept = []
    for table in tables:
        if table.end_line <= first:
            kept.append(table)
        elif last < table.first_line:
            kept.append(replace(table, first_line=table.first_line + by))
        else:
            index = table.cell_at(first)
            if index is not None and index == table.cell_at(last) and table.cells[index].lines + by > 0:
                cell = replace(table.cells[index], lines=table.cells[index].lines + by)
                kept.append(replace(table, cells=(*table.cells[:index], cell, *table.cells[index + 1 :])))
    return tuple(kept)


def tables_followed(tables: Sequence[Table], before: str, after: str) -> tuple[Table, ...]:
    """Return the tables of a text that has become another one in one place."""
    if not tables or before == after:
        return tuple(tables)
    old, new = before.split("\n"), after.split("\n")
    shorter = min(len(old), len(new))
    head = next((number for number in range(shorter) if old[number] != new[number]), shorter)
    tail = next((number for number in range(shorter - head) if old[-1 - number] != new[-1 - number]), shorter - head)
    if head == len(old) - tail:  # lines came in, none went: beside one that stays
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    moved = tables_after(tables, head, len(old) - tail - 1, len(new) - tail - head)
    return moved if are_placed(moved, len(new)) else ()
