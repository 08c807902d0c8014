"""Tables for tests, drawn as text: one letter a cell, a row a line; the same letter beside or below is one cell."""

from dataclasses import replace

from assistant.report.tables import Cell, Table


def grid(drawing: str, *, first_line: int = 1, **lines: int) -> Table:
    """Return the table that the drawing shows; `lines` tells cells that hold more than one line ("b=2")."""
    rows = drawing.split()
    cells = []
    for letter in dict.fromkeys("".join(rows)):
        places = [(r, c) for r, row in enumerate(rows) for c, one in enumerate(row) if one == letter]
        (top, left), (bottom, right) = places[0], places[-1]
        cells.append(Cell(top, left, bottom - top + 1, right - left + 1, lines.get(letter, 1)))
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(first_line, (30.0,) * len(rows[0]), (0.0,) * len(rows), tuple(cells))


def moved(table: Table, by: int) -> Table:
    """Return the table so many lines further down."""
    return replace(table, first_line=table.first_line + by)
