"""Tables of a page from the clipboard: Word, WPS, Excel and browsers write them alike, as rows of cells that span.

Layout by tables (tables within tables, a single cell) is none; its text is read as paragraphs. Nothing is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.reading.document_text import plain_text
from assistant.reading.html import Page, feed
from assistant.report.tables import Cell, CellAlign, Table

MOST_CELLS = 4_000
"""Of one table; larger ones are lists of data, which no page of a report holds."""
_MOST_COLUMNS = 63
_TEXT_WIDTH_MM = 156.0
_MM = {"px": 25.4 / 96, "pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "": 25.4 / 96}
_LENGTH = re.compile(r"\s*(\d{1,5}(?:\.\d{1,4})?)\s*(px|pt|in|cm|mm|)\s*(?:;|$)", re.I)
_WIDTH = re.compile(r"(?:^|;|\s)width\s*:([^;]*)", re.I)
_ALIGN = re.compile(r"text-align\s*:\s*(left|right|center|justify)", re.I)
_ALIGNMENTS = {
    "left": CellAlign.LEFT,
    "right": CellAlign.RIGHT,
    "center": CellAlign.CENTRE,
    "justify": CellAlign.JUSTIFY,
}
_INNER_BREAKS = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class PageWithTables:
    """What a page shows."""

    lines: tuple[str, ...]
    """Its paragraphs, those of cells among them, cell by cell and row by row."""
    tables: tuple[Table, ...]


@dataclass(slots=True)
class _RawCell:
    row: int
    column: int
    row_span: int
    column_span: int
    is_head: bool
    width: float
    align: CellAlign | None
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _RawTable:
    cells: list[_RawCell] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    row: int = -1
    column: int = 0
    cell: _RawCell | None = None
    heads: int = 0
    """Rows of a thead."""
    has_inner: bool = False

    def begin_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Put a cell into the first free place of its row; it spans as far as nothing stands there."""
        self.row = max(self.row, 0)
        while (self.row, self.column) in self.taken:
            self.column += 1
        wanted = _number(attributes.get("colspan"), _MOST_COLUMNS)
        span = next((n for n in range(wanted) if (self.row, self.column + n) in self.taken), wanted)
        rows = _number(attributes.get("rowspan"), MOST_CELLS)
        style = attributes.get("style", "")
        width = _WIDTH.search(style)
        self.cell = _RawCell(
            *(self.row, self.column, rows, span),
            is_head=tag == "th",
            width=_millimetres(attributes.get("width", "")) or (_millimetres(width[1]) if width else 0.0),
            align=_align(attributes),
        )
        self.cells.append(self.cell)
        if len(self.cells) <= MOST_CELLS:
            self.taken |= {(self.row + r, self.column + c) for r in range(min(rows, MOST_CELLS)) for c in range(span)}
        self.column += span

    def finish(self, first_line: int) -> tuple[Table, list[str]] | None:
        """Return the table, which begins at a line, and its lines; None where it is no table of a report."""
        columns = max((cell.column + cell.column_span for cell in self.cells), default=0)
        rows = max((cell.row for cell in self.cells), default=-1) + 1
        is_grid = 2 <= rows * columns <= MOST_CELLS and columns <= _MOST_COLUMNS
        if not is_grid or self.has_inner or len(self.cells) > MOST_CELLS:
            return None
        for cell in self.cells:
            cell.row_span = min(cell.row_span, rows - cell.row)
        gaps = {(row, column) for row in range(rows) for column in range(columns)} - self.taken
        self.cells += [_RawCell(row, column, 1, 1, False, 0.0, None) for row, column in gaps]
        self.cells.sort(key=lambda cell: (cell.row, cell.column))
        lines = [line for cell in self.cells for line in cell.lines or [""]]
        cells = tuple(
            Cell(cell.row, cell.column, cell.row_span, cell.column_span, max(1, len(cell.lines)), align=cell.align)
            for cell in self.cells
        )
        table = Table(first_line, self._widths(columns), (0.0,) * rows, cells, self._header_rows(rows))
        return (table, lines) if table.is_whole() else None

    def _header_rows(self, rows: int) -> int:
        heads = self.heads
        while heads < rows and all(cell.is_head for cell in self.cells if cell.row == heads):
            heads += 1
        return heads if heads < rows else 0

    def _widths(self, columns: int) -> tuple[float, ...]:
        known = {cell.column: cell.width for cell in self.cells if cell.column_span == 1 and cell.width}
        if len(known) < columns:
            return (round(_TEXT_WIDTH_MM / columns, 2),) * columns
        shrink = min(1.0, _TEXT_WIDTH_MM / sum(known.values()))
        return tuple(round(known[column] * shrink, 2) for column in range(columns))


class _TablePage(Page):
    """The page, told by the parser; lines of cells are kept apart until their table ends."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self._tables: list[_RawTable] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element, a table, a row or a cell."""
        super().start(tag, attributes)
        if self.hidden:
            return
        if tag == "table":
            for outer in self._tables:
                outer.has_inner = True
            self._tables.append(_RawTable())
        elif self._tables and tag == "tr":
            self._tables[-1].row += 1
            self._tables[-1].column = 0
        elif self._tables and tag in ("td", "th"):
            self._tables[-1].begin_cell(tag, attributes)
        elif self._tables and self._tables[-1].cell is not None and self._tables[-1].cell.align is None:
            self._tables[-1].cell.align = _align(attributes)

    def end(self, tag: str) -> None:
        """Close the innermost element."""
        is_hidden = self.hidden
        super().end(tag)
        if is_hidden or not self._tables:
            return
        if tag in ("td", "th"):
            self._tables[-1].cell = None
        elif tag == "thead":
            self._tables[-1].heads = self._tables[-1].row + 1
        elif tag == "table":
            self._end_table()

    def take_line(self, line: str) -> None:
        """Put a line into the cell that is open, else on the page, in front of a table that is being read."""
        cell = self._tables[-1].cell if self._tables else None
        if cell is not None:
            cell.lines.append(_INNER_BREAKS.sub(" ", line))
        elif len(self._tables) > 1:
            outer = self._tables[-2].cell
            (outer.lines if outer is not None else self.lines).append(line)
        else:
            self.lines.append(line)

    def close(self) -> None:
        """End the last paragraph, and tables that have no end."""
        super().close()
        while self._tables:
            self._end_table()

    def _end_table(self) -> None:
        ended = self._tables.pop()
        follows = bool(self.tables) and self.tables[-1].end_line == len(self.lines)
        made = ended.finish(len(self.lines) + follows) if not self._tables else None
        if made is not None:
            self.tables.append(made[0])
            self.lines += ([""] if follows else []) + made[1]  # a line stands between two tables
            return
        flat = [line for cell in sorted(ended.cells, key=lambda one: (one.row, one.column)) for line in cell.lines]
        outer = self._tables[-1].cell if self._tables else None
        (outer.lines if outer is not None else self.lines).extend(flat)


def read_page(source: str) -> PageWithTables:
    """Return paragraphs and tables of a page.

    Raises:
        AssistantError: `file.too_nested` (most), `file.too_long` (characters, most).
    """
    page = _TablePage()
    feed(page, source)
    return PageWithTables(tuple(_plain(line) for line in page.lines), tuple(page.tables))


def _plain(line: str) -> str:
    return _INNER_BREAKS.sub(" ", plain_text(_INNER_BREAKS.sub(" ", line)))


def _number(text: str | None, most: int) -> int:
    text = (text or "").strip()
    return max(1, min(int(text), most)) if text.isascii() and text.isdigit() and len(text) < 7 else 1


def _millimetres(text: str) -> float:
    found = _LENGTH.match(text)
    return float(found[1]) * _MM[found[2].lower()] if found else 0.0


def _align(attributes: Mapping[str, str]) -> CellAlign | None:
    found = _ALIGN.search(attributes.get("style", ""))
    return _ALIGNMENTS.get((found[1] if found else attributes.get("align", "")).lower())
