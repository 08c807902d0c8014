"""Tables on paper: columns, heights of rows, and what stands in a part of a table that fits a page.

Rows are not parted but where one alone is higher than a page; header rows are repeated. All lengths are twips.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.report.pictures import Picture
from assistant.report.tables import Border, Table, VerticalAlign
from assistant.typeset.arrangement import PlacedParagraph
from assistant.typeset.layout import Layout
from assistant.typeset.layout_table import TWIPS_PER_MM
from assistant.typeset.lines import Line, Stretch, break_lines

CELL_MARGIN = 108
"""Between the text of a cell and its left and right edge: Word's own default."""
GAP = 20
"""The line between two tables, and behind one that ends the report, which Word cannot do without."""
_TWIPS_PER_EIGHTH = 2.5
_LEAST_COLUMN = 2 * CELL_MARGIN + 60


@dataclass(frozen=True, slots=True)
class GridLine:
    """A straight line from one point to another."""

    left: float
    top: float
    right: float
    bottom: float
    border: Border

    def moved(self, across: float, down: float) -> GridLine:
        """Return the same line at another place."""
        return GridLine(self.left + across, self.top + down, self.right + across, self.bottom + down, self.border)


@dataclass(frozen=True, slots=True)
class Fill:
    """A coloured ground."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    """RRGGBB."""


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture at its place."""

    left: float
    top: float
    width: float
    height: float
    picture: Picture


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line of text in a cell."""

    line: Line
    paragraph: PlacedParagraph
    is_first: bool
    is_last: bool
    left: int
    """From the left edge of the text area."""
    top: float
    """From the top of the part."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """What of a table stands on one page; heights are counted from its top, widths from the text area's left."""

    height: float
    lines: tuple[CellLine, ...]
    edges: tuple[GridLine, ...]
    fills: tuple[Fill, ...]
    pictures: tuple[PlacedPicture, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of a cell, an empty line (None) or a picture."""

    height: float
    content: CellLine | PlacedPicture | None


@dataclass(frozen=True, slots=True)
class _Content:
    """A cell in its bands, with the items that stand in each of them."""

    index: int
    first: int
    behind: int
    left: int
    right: int
    rule: float
    """Height of the rule above it, under which its items begin."""
    rule_below: float
    """Height of the table's last rule in a cell that ends there, else 0."""
    items: tuple[tuple[_Item, ...], ...]
    """One tuple of items where they stand together, or one for each band of a row that was parted."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table measured: its bands (rows, and parts of a row that is higher than a page) and what is in them."""

    table: Table
    heights: tuple[float, ...]
    """Of every band."""
    headers: int
    """How many bands are repeated on every page."""
    contents: tuple[_Content, ...]

    def part(self, first: int, behind: int) -> TablePart:
        """Return what the bands from `first` up to `behind` show."""
        tops = [0.0]
        for height in self.heights[first:behind]:
            tops.append(tops[-1] + height)
        lines: list[CellLine] = []
        edges: list[GridLine] = []
        fills: list[Fill] = []
        pictures: list[PlacedPicture] = []
        for content in self.contents:
            begin, end = max(content.first, first), min(content.behind, behind)
            if begin >= end:
                continue
            top, bottom = tops[begin - first], tops[end - first]
            cell = self.table.cells[content.index]
            if cell.fill:
                fills.append(Fill(content.left, top, content.right - content.left, bottom - top, cell.fill))
            edges += _edges(content, top, bottom, cell.borders)
            for item_top, item in _placed(content, begin, top, bottom, cell.vertical, tops, first):
                if isinstance(item, CellLine):
                    lines.append(replace(item, top=item_top))
                elif isinstance(item, PlacedPicture):
                    pictures.append(replace(item, top=item_top))
        lines.sort(key=lambda line: line.line.start)
        return TablePart(tops[-1], tuple(lines), tuple(dict.fromkeys(edges)), tuple(fills), tuple(pictures))


def column_edges(table: Table, layout: Layout) -> list[int]:
    """Return where columns begin and the last one ends, from the left of the text area.

    A table stands in the middle; one that is wider than the text area is made narrower as a whole.
    """
    widths = [max(_LEAST_COLUMN, round(width * TWIPS_PER_MM)) for width in table.widths_mm]
    room = layout.page.text_width
    if sum(widths) > room:
        share = room / sum(widths)
        widths = [int(width * share) for width in widths]
    edges = [(room - sum(widths)) // 2]
    for width in widths:
        edges.append(edges[-1] + width)
    return edges


def picture_size(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Return width and height of a picture that is made smaller where it doesn't fit."""
    own_width, own_height = max(1.0, picture.width_mm * TWIPS_PER_MM), max(1.0, picture.height_mm * TWIPS_PER_MM)
    share = min(1.0, width / own_width, height / own_height)
    return own_width * share, own_height * share


def measure_table(text: str, paragraphs: Sequence[PlacedParagraph], layout: Layout) -> TableBlock:
    """Return the table in whose cells these paragraphs stand."""
    place = paragraphs[0].cell
    assert place is not None
    table, edges = place.table, column_edges(place.table, layout)
    items: list[list[_Item]] = [[] for _ in table.cells]
    for paragraph in paragraphs:
        assert paragraph.cell is not None
        index = paragraph.cell.index
        cell = table.cells[index]
        left, right = edges[cell.column], edges[cell.column + cell.column_span]
        items[index] += _items(text, paragraph, layout, left + CELL_MARGIN, right - CELL_MARGIN)
    rules = _rule_heights(table)
    rows = _row_heights(table, [sum(item.height for item in own) for own in items], rules, layout.table_pitch)
    most = float(layout.page.text_height)
    bands, first_band = _bands(rows, most)
    contents = []
    for index, cell in enumerate(table.cells):
        first, behind = first_band[cell.row], first_band[cell.row + cell.row_span]
        below = rules[-1] if cell.row + cell.row_span == len(rows) else 0.0
        is_parted = cell.row_span == 1 and behind - first > 1
        parted = _parted(items[index], most) if is_parted else (tuple(items[index]),)
        left, right = edges[cell.column], edges[cell.column + cell.column_span]
        contents.append(_Content(index, first, behind, left, right, rules[cell.row], below, parted))
    headers = first_band[table.header_rows]
    return TableBlock(table, tuple(bands), headers if sum(bands[:headers]) < most / 2 else 0, tuple(contents))


def _items(text: str, paragraph: PlacedParagraph, layout: Layout, left: int, right: int) -> list[_Item]:
    room = max(1, right - left)
    if paragraph.picture is not None:
        width, height = picture_size(paragraph.picture, room, layout.page.text_height)
        return [_Item(height, PlacedPicture(left, 0.0, width, height, paragraph.picture))]
    pitch = float(layout.table_pitch)
    lines = break_lines(text, paragraph.start, (Stretch(paragraph.end, layout.table),), room, room)
    last = len(lines) - 1
    found = [
        _Item(pitch, CellLine(line, paragraph, number == 0, number == last, left, 0.0))
        for number, line in enumerate(lines)
    ]
    return found or [_Item(pitch, None)]


def _rule_heights(table: Table) -> list[float]:
    """Return how much room the rule above every row takes, and the one under the last.

    Source: measured in LibreOffice 7.4.
    """
    rules = [0.0] * (len(table.heights_mm) + 1)
    for cell in table.cells:
        top, _, bottom, _ = (border.width * _TWIPS_PER_EIGHTH for border in cell.borders)
        behind = cell.row + cell.row_span
        rules[cell.row], rules[behind] = max(rules[cell.row], top), max(rules[behind], bottom)
    return rules


def _row_heights(table: Table, needed: Sequence[float], rules: Sequence[float], least: float) -> list[float]:
    """Return the heights of the rows; what a cell over several rows needs more goes to its last row."""
    rows = [max(least, round(height * TWIPS_PER_MM)) for height in table.heights_mm]
    for cell, height in zip(table.cells, needed, strict=True):
        if cell.row_span == 1:
            rows[cell.row] = max(rows[cell.row], height)
    for cell, height in zip(table.cells, needed, strict=True):
        if cell.row_span > 1:
            last = cell.row + cell.row_span - 1
            rows[last] += max(0.0, height - sum(rows[cell.row : last + 1]))
    rows = [height + rule for height, rule in zip(rows, rules, strict=False)]
    rows[-1] += rules[-1]
    return rows


def _bands(rows: Sequence[float], most: float) -> tuple[list[float], list[int]]:
    """Return the heights of the bands, and the first band of every row and behind the last."""
    bands: list[float] = []
    first = [0]
    for height in rows:
        while height > most:
            bands.append(most)
            height -= most
        bands.append(height)
        first.append(len(bands))
    return bands, first


def _parted(items: Sequence[_Item], most: float) -> tuple[tuple[_Item, ...], ...]:
    """Return the items of a cell that is higher than a page, page by page."""
    parts: list[list[_Item]] = [[]]
    height = 0.0
    for item in items:
        if height + item.height > most and parts[-1]:
            parts.append([])
            height = 0.0
        parts[-1].append(item)
        height += item.height
    return tuple(tuple(part) for part in parts)


def _placed(
    content: _Content,
    begin: int,
    top: float,
    bottom: float,
    vertical: VerticalAlign,
    tops: Sequence[float],
    first: int,
) -> list[tuple[float, CellLine | PlacedPicture | None]]:
    """Return the items that a part shows of a cell, with their tops; text stands where the cell begins."""
    found: list[tuple[float, CellLine | PlacedPicture | None]] = []
    if len(content.items) > 1:
        for band, items in enumerate(content.items, content.first):
            if first <= band < first + len(tops) - 1:
                found += _stacked(items, tops[band - first])
        return found
    if begin != content.first:
        return []
    items = content.items[0]
    top, bottom = top + content.rule, bottom - content.rule_below
    spare = max(0.0, bottom - top - sum(item.height for item in items))
    share = {VerticalAlign.TOP: 0.0, VerticalAlign.CENTRE: 0.5, VerticalAlign.BOTTOM: 1.0}[vertical]
    return _stacked(items, top + spare * share)


def _stacked(items: Sequence[_Item], top: float) -> list[tuple[float, CellLine | PlacedPicture | None]]:
    found = []
    for item in items:
        found.append((top, item.content))
        top += item.height
    return found


def _edges(content: _Content, top: float, bottom: float, borders: Sequence[Border]) -> list[GridLine]:
    left, right = content.left, content.right
    sides = (
        (left, top, right, top),
        (right, top, right, bottom),
        (left, bottom, right, bottom),
        (left, top, left, bottom),
    )
    return [GridLine(*side, border) for side, border in zip(sides, borders, strict=True) if border.style != "none"]
