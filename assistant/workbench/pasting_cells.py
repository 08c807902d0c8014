"""Pasting cells into a table: they fill its cells from the caret to the right and down, as in Word and WPS.

Rows that the table does not have come to it at its end. Fields in the cells stay fields and get what was pasted as
their values. What does not fit, by columns, merged cells or fields, changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.reading.html_tables import PageWithTables
from assistant.report.edits import replace_span
from assistant.report.errors import AssistantError
from assistant.report.fields import Field, Occurrence
from assistant.report.model import Report
from assistant.report.tables import Cell, Table
from assistant.workbench.working import WorkingReport, tidy_answer

Grid = tuple[tuple[str, ...], ...]
"""Rows of the texts of their cells, lines of a cell parted by newlines."""
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class FilledCells:
    """What makes of a report one with cells that were pasted into one of its tables."""

    before: Report
    """With the rows that were added, empty still."""
    changes: tuple[tuple[int, int, str], ...]
    """What comes in place of which of its code points: first, the one behind the last, new text."""
    values: tuple[tuple[str, str], ...]
    """Fields (id) that stood in the cells, and the values that they get."""
    caret: int
    """The code point with which the first of the cells begins."""
    count: int
    """How many cells were filled."""
    added_rows: int

    @property
    def report(self) -> Report:
        """The report with the cells filled, without the new values of its fields."""
        report = self.before
        for start, end, text in sorted(self.changes, reverse=True):
            report = replace_span(report, start, end, text)
        return report


def grid_of_page(page: PageWithTables) -> Grid | None:
    """Return the cells of a page that is one table and nothing else; None for others and for merged cells."""
    if len(page.tables) != 1:
        return None
    table = page.tables[0]
    beside = (*page.lines[: table.first_line], *page.lines[table.end_line :])
    if any(line.strip() for line in beside) or any(one.row_span * one.column_span > 1 for one in table.cells):
        return None
    rows: list[list[str]] = [[] for _ in table.heights_mm]
    for index, first, behind in table.cell_spans():
        rows[table.cells[index].row].append("\n".join(page.lines[first:behind]))
    return tuple(map(tuple, rows))


def grid_of_text(text: str) -> Grid | None:
    """Return the cells of text as programs with tables offer it, parted by tabs; None where there is no tab."""
    if "\t" not in text:
        return None
    rows = [line.split("\t") for line in text.removesuffix("\n").split("\n")]
    columns = max(map(len, rows))
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def table_around(report: Report, start: int, end: int) -> Table | None:
    """Return the table in which a span of code points lies with both its ends."""
    first, last = report.text.count("\n", 0, start), report.text.count("\n", 0, end)
    return next((one for one in report.tables if one.first_line <= first and last < one.end_line), None)


def fill_cells(working: WorkingReport, position: int, grid: Grid) -> FilledCells:
    """Return what puts the grid into the cells of a table, from the one at a code point to the right and down.

    Raises:
        AssistantError: `paste.cells_wide` (columns, room), `paste.cells_merged`, `paste.cells_fields` (labels).
    """
    report = working.report
    table = table_around(report, position, position)
    assert table is not None, "the caller has looked for the table"
    index = table.cell_at(report.text.count("\n", 0, position))
    assert index is not None, "every line of a table stands in one of its cells"
    begin = table.cells[index]
    added = max(0, begin.row + len(grid) - len(table.heights_mm))
    if added:
        report, table = _with_rows(report, table, added)
    places = [
        (cell, text)
        for number, row in enumerate(grid)
        for cell, text in zip(_cells_in_row(table, begin.row + number, begin.column, len(row)), row, strict=True)
    ]
    spans = _spans_of(report, table)
    values, texts = _shared_out(working, report, [(*spans[cell], text) for cell, text in places])
    return FilledCells(report, tuple(texts), values, spans[index][0], len(places), added)


def _cells_in_row(table: Table, row: int, column: int, count: int) -> list[int]:
    """Return the indexes of so many cells of a row, from the one that begins in a column on."""
    own = [number for number, cell in enumerate(table.cells) if cell.row == row and cell.column >= column]
    covered = sum(table.cells[number].column_span for number in own)
    begins = own and table.cells[own[0]].column == column
    if not begins or covered < len(table.widths_mm) - column:  # the rest belongs to cells of rows above
        raise AssistantError("paste.cells_merged")
    if len(own) < count:
        raise AssistantError("paste.cells_wide", columns=count, room=len(own))
    return own[:count]


def _with_rows(report: Report, table: Table, count: int) -> tuple[Report, Table]:
    """Return the report with empty rows at the end of a table, each cell like the last one above it, and the table."""
    last = len(table.heights_mm) - 1
    columns = range(len(table.widths_mm))
    looks = [next(cell for cell in table.cells if _covers(cell, last, column)) for column in columns]
    cells = [
        replace(look, row=last + row, column=column, row_span=1, column_span=1, lines=1)
        for row in range(1, count + 1)
        for column, look in zip(columns, looks, strict=True)
    ]
    larger = replace(
        table, heights_mm=(*table.heights_mm, *[table.heights_mm[-1]] * count), cells=(*table.cells, *cells)
    )
    end = _spans_of(report, table)[len(table.cells) - 1][1]
    grown = replace_span(report, end, end, "\n" * len(cells))
    tables = tuple(larger if one.first_line == table.first_line else one for one in grown.tables)
    return replace(grown, tables=tables), larger


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span


def _spans_of(report: Report, table: Table) -> list[tuple[int, int]]:
    """Return from which to which code point the text of each cell of a table reaches."""
    lines = report.text.split("\n")
    start = sum(len(line) + 1 for line in lines[: table.first_line])
    spans = []
    for _index, first, behind in table.cell_spans():
        length = sum(len(line) + 1 for line in lines[first:behind])
        spans.append((start, start + length - 1))
        start += length
    return spans


def _shared_out(
    working: WorkingReport, report: Report, cells: Sequence[tuple[int, int, str]]
) -> tuple[tuple[tuple[str, str], ...], list[tuple[int, int, str]]]:
    """Return the values that fields in the cells get, and the texts of the cells without fields."""
    values: dict[str, str] = {}
    texts: list[tuple[int, int, str]] = []
    misfits: list[str] = []
    for start, end, text in cells:
        own = [(one, place) for one in report.fields for place in one.occurrences if start <= place.start < end]
        old = report.text[start:end]
        if text == old or (own and not text.strip()):
            continue
        if not own:
            texts.append((start, end, text))
            continue
        field, place = own[0]
        value = _value_in(working, field, old, (place.start - start, place.end - start), text)
        if len(own) > 1 or value is None or values.setdefault(field.id, value) != value:
            misfits.append(field.label)
    if misfits:
        raise AssistantError("paste.cells_fields", labels="、".join(list(dict.fromkeys(misfits))[:_MOST_NAMED]))
    return tuple(values.items()), texts


def _value_in(working: WorkingReport, field: Field, old: str, place: tuple[int, int], text: str) -> str | None:
    """Return the value of a cell's field once `text` is in the cell: all of it, or what differs; None for none."""
    before, behind = old[: place[0]], old[place[1] :]
    inner = text.strip()
    if len(inner) >= len(before) + len(behind) and inner.startswith(before) and inner.endswith(behind):
        inner = inner[len(before) : len(inner) - len(behind)]
    if inner in _markers_of(field.occurrences):
        return None
    return tidy_answer(working, field.id, inner) if inner and "\n" not in inner else None


def _markers_of(occurrences: Sequence[Occurrence]) -> set[str]:
    return {one.marker for one in occurrences}
