"""Tables in OOXML: a fixed grid with merges, widths and borders of every cell.

Source: ECMA-376 Part 1, 17.4 (tables); the order of children is fixed by the schema.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from assistant.report.tables import Border, Cell, Table
from assistant.typeset.arrangement import Look, PlacedParagraph
from assistant.typeset.layout import Layout
from assistant.typeset.layout_table import TWIPS_PER_MM
from assistant.typeset.tables import CELL_MARGIN, GAP, column_edges
from assistant.writing.markup import exact_spacing
from assistant.writing.styles import style_id

_SIDES = ("top", "left", "bottom", "right")
_BORDER_OF_SIDE = {"top": 0, "right": 1, "bottom": 2, "left": 3}
_EMPTY = f'<w:p><w:pPr><w:pStyle w:val="{style_id(Look.CELL)}"/></w:pPr></w:p>'
_SEPARATOR = (
    f'<w:p><w:pPr><w:snapToGrid w:val="0"/>{exact_spacing(GAP)}<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""Between two tables, which Word would make one of, and behind one that ends the body."""


def with_tables(
    placed: Iterable[PlacedParagraph], xml: Iterable[str], layout: Layout, section: str = ""
) -> Iterator[str]:
    """Yield the XML of the body; `xml` has one entry for each placed paragraph, those in cells included.

    `section` is the section that the paragraph behind the last table ends, where there is one.
    """
    pairs = zip(placed, xml, strict=True)
    is_behind_table = False
    for table, group in groupby(pairs, key=lambda pair: pair[0].cell and pair[0].cell.table):
        if table is None:
            yield from (one for _, one in group)
            is_behind_table = False
            continue
        if is_behind_table:
            yield _SEPARATOR
        cells: dict[int, list[str]] = {}
        for paragraph, one in group:
            assert paragraph.cell is not None
            cells.setdefault(paragraph.cell.index, []).append(one)
        yield _table(table, {index: "".join(parts) for index, parts in cells.items()}, layout)
        is_behind_table = True
    if is_behind_table:
        yield _SEPARATOR.replace("</w:pPr>", f"{section}</w:pPr>")


def _table(table: Table, contents: dict[int, str], layout: Layout) -> str:
    edges = column_edges(table, layout)
    grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
    rows = "".join(_row(table, row, contents, edges) for row in range(len(table.heights_mm)))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{edges[-1] - edges[0]}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
        f'<w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def _row(table: Table, row: int, contents: dict[int, str], edges: list[int]) -> str:
    height = round(table.heights_mm[row] * TWIPS_PER_MM)
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    header = "<w:tblHeader/>" if row < table.header_rows else ""
    own = [(index, cell) for index, cell in enumerate(table.cells) if cell.row <= row < cell.row + cell.row_span]
    own.sort(key=lambda pair: pair[1].column)
    cells = "".join(
        _cell(cell, row, edges[cell.column + cell.column_span] - edges[cell.column], contents.get(index, _EMPTY))
        for index, cell in own
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{header}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, row: int, width: int, content: str) -> str:
    is_first, is_last = row == cell.row, row == cell.row + cell.row_span - 1
    span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    merge = ""
    if cell.row_span > 1:
        merge = '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    shown = {"top": is_first, "bottom": is_last, "left": True, "right": True}
    borders = "".join(_border(side, cell.borders[_BORDER_OF_SIDE[side]]) for side in _SIDES if shown[side])
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    vertical = "center" if cell.vertical == "centre" else cell.vertical.value
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:tcBorders>{borders}</w:tcBorders>{fill}'
        f'<w:vAlign w:val="{vertical}"/></w:tcPr>{content if is_first else _EMPTY}</w:tc>'
    )


def _border(side: str, border: Border) -> str:
    if border.style == "none":
        return f'<w:{side} w:val="nil"/>'
    return f'<w:{side} w:val="{border.style}" w:sz="{border.width}" w:space="0" w:color="000000"/>'
