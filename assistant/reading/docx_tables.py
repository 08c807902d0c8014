"""Tables of a .docx: rows and cells as they are met, made into a grid that has neither gap nor overlap.

Source: ECMA-376 Part 1, 17.4; widths are those of w:tblGrid, borders those of the cell, else of the table, else of its
style.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from assistant.reading.docx_numbering import W, is_on, number_of, value_of
from assistant.reading.shown_lines import ShownLine, added, hidden
from assistant.report.tables import NO_BORDER, Border, Borders, Cell, CellAlign, Table, VerticalAlign

MOST_CELLS = 4_000
"""Of one document; larger tables are lists of data, which no page of a report holds."""
_MOST_COLUMNS = 63
"""Word's own limit."""
_MOST_STEPS = 40
"""Styles that are based on each other."""
_MM_PER_TWIP = 25.4 / 1440
_TEXT_WIDTH_MM = 156.0
_ALIGNMENTS = {
    **dict.fromkeys(("left", "start"), CellAlign.LEFT),
    **dict.fromkeys(("right", "end"), CellAlign.RIGHT),
    **dict.fromkeys(("both", "distribute"), CellAlign.JUSTIFY),
    "center": CellAlign.CENTRE,
}
_VERTICALS = {"center": VerticalAlign.CENTRE, "bottom": VerticalAlign.BOTTOM}
_STYLES = {"thick": "thick", "double": "double", "dotted": "dotted", "triple": "double"}
_FILL_DIGITS = frozenset("0123456789ABCDEFabcdef")

Edges = Mapping[str, Border]
"""Borders by side: top, left, bottom, right, insideH, insideV."""


@dataclass(slots=True)
class _RawCell:
    """A w:tc that is being read."""

    column: int
    span: int
    is_continued: bool
    """Whether it goes on with the cell above."""
    lines: list[ShownLine] = field(default_factory=list)
    align: CellAlign | None = None
    has_align: bool = False
    vertical: VerticalAlign = VerticalAlign.TOP
    edges: dict[str, Border] = field(default_factory=dict)
    fill: str = ""
    row_span: int = 1


@dataclass(slots=True)
class TableReading:
    """A table that is being read."""

    edges: Edges
    widths: list[int]
    """Of the grid's columns, in twips."""
    rows: list[list[_RawCell]] = field(default_factory=list)
    heights: list[int] = field(default_factory=list)
    headers: int = 0
    column: int = 0
    cell: _RawCell | None = None
    has_diagonals: bool = False

    def begin_row(self, row: _Element) -> None:
        """Take the properties of a w:tr."""
        properties = row.find(f"{W}trPr")
        if is_on(properties, "tblHeader") and self.headers == len(self.rows):
            self.headers += 1
        height = number_of(properties, "trHeight") or 0
        self.rows.append([])
        self.heights.append(max(0, min(height, 20_000)))
        self.column = 0
        self._skip(number_of(properties, "gridBefore") or 0)

    def _skip(self, columns: int) -> None:
        """Put a cell without borders where the table has none."""
        if columns > 0 and self.rows:
            edges = dict.fromkeys(("top", "left", "bottom", "right"), NO_BORDER)
            self.rows[-1].append(_RawCell(self.column, columns, False, [added("")], edges=edges))
            self.column += columns

    def begin_cell(self, cell: _Element) -> _RawCell:
        """Take the properties of a w:tc."""
        properties = cell.find(f"{W}tcPr")
        span = max(1, min(number_of(properties, "gridSpan") or 1, _MOST_COLUMNS))
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        made = _RawCell(self.column, span, merge is not None and merge.get(f"{W}val", "continue") == "continue")
        made.vertical = _VERTICALS.get(value_of(properties, "vAlign") or "", VerticalAlign.TOP)
        if properties is not None:
            own = properties.find(f"{W}tcBorders")
            made.edges = edges_of(own)
            made.fill = _fill_of(properties)
            diagonals = [] if own is None else [own.find(f"{W}tl2br"), own.find(f"{W}tr2bl")]
            self.has_diagonals |= any(one is not None and _border(one) != NO_BORDER for one in diagonals)
        self.column += span
        if not self.rows:
            self.rows.append([])
            self.heights.append(0)
        self.rows[-1].append(made)
        self.cell = made
        return made

    def end_cell(self) -> None:
        """Let a cell have a line at least."""
        if self.cell is not None and not any(line.text is not None for line in self.cell.lines):
            self.cell.lines.append(added(""))
        self.cell = None

    def note_paragraph(self, properties: _Element | None) -> None:
        """Take where the first paragraph of a cell stands for where its lines stand."""
        if self.cell is not None and not self.cell.has_align:
            self.cell.has_align = True
            self.cell.align = _ALIGNMENTS.get(value_of(properties, "jc") or "")

    @property
    def all_lines(self) -> list[ShownLine]:
        """The lines of all cells as they were met, for a table that cannot be kept."""
        return [
            line for row in self.rows for cell in row for line in cell.lines if line.source is not None or line.picture
        ]

    def finish(self, first_line: int) -> tuple[Table, list[ShownLine]] | None:
        """Return the table, which begins at a line of the report, and its lines; None where it is no grid."""
        self.rows, self.heights = _without_empty_rows(self.rows, self.heights)
        columns = max((row[-1].column + row[-1].span for row in self.rows), default=0)
        if not 0 < columns <= _MOST_COLUMNS:
            return None
        for row in self.rows:
            behind = row[-1].column + row[-1].span
            if behind < columns:
                edges = dict.fromkeys(("top", "left", "bottom", "right"), NO_BORDER)
                row.append(_RawCell(behind, columns - behind, False, [added("")], edges=edges))
        lines: list[ShownLine] = []
        cells: list[Cell] = []
        kept = self._merged()
        for number, row in enumerate(self.rows):
            for cell in row:
                if id(cell) not in kept:
                    lines += [hidden(line.source) for line in cell.lines if line.source is not None]
                    continue
                lines += cell.lines
                cells.append(self._made(cell, number, columns))
        table = Table(
            first_line,
            self._widths_mm(columns),
            tuple(round(height * _MM_PER_TWIP, 2) for height in self.heights),
            tuple(cells),
            min(self.headers, len(self.rows)),
        )
        return (table, lines) if table.is_whole() else None

    def _merged(self) -> set[int]:
        """Let cells grow over those that continue them; return the ids of all that are left."""
        above: dict[tuple[int, int], _RawCell] = {}
        kept: set[int] = set()
        for row in self.rows:
            now: dict[tuple[int, int], _RawCell] = {}
            for cell in row:
                place = (cell.column, cell.span)
                if cell.is_continued and place in above:
                    above[place].row_span += 1
                    above[place].edges = {**above[place].edges, **_bottom_of(cell.edges)}
                    now[place] = above[place]
                else:
                    kept.add(id(cell))
                    now[place] = cell
            above = now
        return kept

    def _made(self, cell: _RawCell, row: int, columns: int) -> Cell:
        at_top, at_left = row == 0, cell.column == 0
        at_bottom, at_right = row + cell.row_span == len(self.rows), cell.column + cell.span == columns
        outer = {"top": at_top, "left": at_left, "bottom": at_bottom, "right": at_right}
        inner = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}

        def edge(side: str) -> Border:
            return cell.edges.get(side) or self.edges.get(side if outer[side] else inner[side], NO_BORDER)

        borders: Borders = (edge("top"), edge("right"), edge("bottom"), edge("left"))
        shown = sum(line.text is not None for line in cell.lines)
        return Cell(
            *(row, cell.column, cell.row_span, cell.span, shown),
            align=cell.align,
            vertical=cell.vertical,
            borders=borders,
            fill=cell.fill,
        )

    def _widths_mm(self, columns: int) -> tuple[float, ...]:
        widths = [width for width in self.widths[:columns] if width > 0]
        if len(widths) < columns:
            return (round(_TEXT_WIDTH_MM / columns, 2),) * columns
        return tuple(round(width * _MM_PER_TWIP, 2) for width in widths)


def begin_table(table: _Element, styles: Mapping[str, Edges]) -> TableReading:
    """Return the reading of a w:tbl; `styles` holds the borders of table styles by id."""
    properties = table.find(f"{W}tblPr")
    own = edges_of(properties.find(f"{W}tblBorders") if properties is not None else None)
    grid = table.find(f"{W}tblGrid")
    widths = [_twips(column.get(f"{W}w")) for column in grid] if grid is not None else []
    return TableReading({**styles.get(value_of(properties, "tblStyle") or "", {}), **own}, widths)


def read_table_styles(styles: _Element | None) -> dict[str, Edges]:
    """Return the borders of every table style by its id, those of the style it is based on included."""
    own: dict[str, Edges] = {}
    based: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if style.tag == f"{W}style" and style.get(f"{W}type") == "table":
            identifier = style.get(f"{W}styleId", "")
            own[identifier] = edges_of(style.find(f"{W}tblPr/{W}tblBorders"))
            based[identifier] = value_of(style, "basedOn") or ""
    found: dict[str, Edges] = {}
    for identifier in own:
        chain: list[str] = []
        name = identifier
        while name in own and name not in chain and len(chain) < _MOST_STEPS:
            chain.append(name)
            name = based[name]
        found[identifier] = {side: edge for one in reversed(chain) for side, edge in own[one].items()}
    return found


def edges_of(borders: _Element | None) -> dict[str, Border]:
    """Return what a w:tblBorders or w:tcBorders says, by side."""
    found = {}
    for edge in borders if borders is not None else ():
        if isinstance(edge.tag, str):
            side = {"start": "left", "end": "right"}.get(name := edge.tag.removeprefix(W), name)
            found[side] = _border(edge)
    return found


def _border(edge: _Element) -> Border:
    style = edge.get(f"{W}val", "none")
    if style in ("none", "nil"):
        return NO_BORDER
    made = Border(_STYLES.get(style) or ("dashed" if "ash" in style else "single"))
    size = edge.get(f"{W}sz", "")
    return replace(made, width=max(2, min(int(size), 96))) if size.isascii() and size.isdigit() else made


def _bottom_of(edges: Edges) -> dict[str, Border]:
    return {"bottom": edges["bottom"]} if "bottom" in edges else {}


def _fill_of(properties: _Element) -> str:
    shade = properties.find(f"{W}shd")
    fill = shade.get(f"{W}fill", "") if shade is not None else ""
    return fill.upper() if len(fill) == 6 and set(fill) <= _FILL_DIGITS and fill.upper() != "FFFFFF" else ""


def _without_empty_rows(rows: list[list[_RawCell]], heights: list[int]) -> tuple[list[list[_RawCell]], list[int]]:
    """Leave out rows that were deleted or hold nothing."""
    kept = [(row, height) for row, height in zip(rows, heights, strict=True) if row]
    return [row for row, _ in kept], [height for _, height in kept]


def _twips(text: str | None) -> int:
    text = (text or "").partition(".")[0]
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
