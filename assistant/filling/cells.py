"""What a cell means: the heads of its row and column, and the unit that stands there, said around what is in it.

A marker that stands alone in a cell has no words of its own; those of its row and column tell what it asks for.
The words stand in `resources/filling/cells.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from assistant.filling.markers import markers_in_line
from assistant.report.fields import Kind
from assistant.report.tables import Table
from assistant.resources import load_rules

_LONGEST_HEAD = 20
_BLANKS = re.compile(r"\s+")


class CellWords(NamedTuple):
    """What the grid says around a cell."""

    before: str
    """Heads of row and column."""
    behind: str
    """The unit, or ""."""
    kind: Kind | None
    """What the head of the column asks for, where the unit does not tell."""


def words_of_cells(text: str, tables: Sequence[Table]) -> Mapping[int, CellWords]:
    """Return what the grid says, by the numbers of the lines that stand in cells with a marker."""
    found: dict[int, CellWords] = {}
    lines = text.split("\n") if tables else []
    for table in tables:
        texts = [_BLANKS.sub("", "".join(lines[first:behind])) for _, first, behind in table.cell_spans()]
        grid, unit_above = _grid_of(table), _unit_above(lines, table)
        for index, first, behind in table.cell_spans():
            if any(markers_in_line(line) for line in lines[first:behind]):
                words = _words(table, index, grid, texts)
                if unit_above and not words.behind and words.kind is Kind.NUMBER:
                    words = words._replace(behind=unit_above)
                found.update((line, words) for line in range(first, behind))
    return found


def _grid_of(table: Table) -> dict[tuple[int, int], int]:
    """Return the index of the cell that covers each place of the grid."""
    return {
        (row, column): index
        for index, cell in enumerate(table.cells)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _words(table: Table, index: int, grid: Mapping[tuple[int, int], int], texts: Sequence[str]) -> CellWords:
    cell = table.cells[index]
    lefts = [grid[cell.row, column] for column in range(cell.column)]
    aboves = [grid[row, cell.column] for row in range(cell.row)]
    row_heads = [texts[one] for one in dict.fromkeys(lefts) if one != index and _is_head(texts[one])]
    column_heads = [
        texts[one]
        for one in dict.fromkeys(aboves)
        # a title over the whole table says nothing of one column
        if one != index and _is_head(texts[one]) and table.cells[one].column_span < len(table.widths_mm)
    ]
    unit_column = _unit_column(table, grid, texts)
    unit = texts[grid[cell.row, unit_column]] if unit_column is not None else ""
    if not re.fullmatch(_rules()["unit"], unit):
        unit = ""
    head = "".join(column_heads[:1])
    names = [one for one in row_heads if one != unit]
    row_head = "".join(_without_unit(one) for one in dict.fromkeys((*names[:1], *names[-1:])))
    unit = unit or _unit_in(head) or "".join(_unit_in(one) for one in names[-1:])
    before = row_head + (_without_unit(head) if head not in _rules()["plain_heads"] else "")
    return CellWords(before, unit, _kind_of(row_head, only="percent") or _kind_of(head))


def _is_head(text: str) -> bool:
    return 1 < len(text) <= _LONGEST_HEAD and not markers_in_line(text) and not text.isascii()


def _unit_column(table: Table, grid: Mapping[tuple[int, int], int], texts: Sequence[str]) -> int | None:
    """Return the column whose head says that units stand in it."""
    heads = _rules()["unit_heads"]
    return next((column for column in range(len(table.widths_mm)) if texts[grid[0, column]] in heads), None)


def _unit_above(lines: Sequence[str], table: Table) -> str:
    """Return the unit that a line right above a table tells of all its figures, or ""."""
    above = next(
        (line for line in reversed(lines[max(0, table.first_line - 2) : table.first_line]) if line.strip()), ""
    )
    found = _unit_above_table().search(above.strip())
    return found["unit"] if found is not None else ""


def _unit_in(head: str) -> str:
    found = _unit_in_head().search(head)
    return found["unit"] if found is not None else ""


def _without_unit(head: str) -> str:
    return _unit_in_head().sub("", head)


def _kind_of(head: str, *, only: str = "") -> Kind | None:
    kinds = _rules()["kinds"].items()
    return next((Kind(name) for name, pattern in kinds if only in ("", name) and re.search(pattern, head)), None)


@cache
def _unit_in_head() -> re.Pattern[str]:
    return re.compile(_rules()["unit_in_head"].replace("UNIT", _rules()["unit"]))


@cache
def _unit_above_table() -> re.Pattern[str]:
    return re.compile(_rules()["unit_above"].replace("UNIT", _rules()["unit"]))


@cache
def _rules() -> dict[str, Any]:
    return load_rules("filling", "cells.toml")
