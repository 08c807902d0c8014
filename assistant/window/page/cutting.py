"""Removing what is selected where there are tables: cells are emptied, and a table goes only as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor

from assistant.report.tables import free_spans, tables_after
from assistant.window.page.document import PageDocument
from assistant.window.page.runs import joined, part_of


def removable(page: PageDocument, cursor: QTextCursor) -> list[tuple[int, int]]:
    """Return what of a selection may go without breaking a grid, in Qt's positions and in order."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    if not page.objects.has_tables or page.qt.findBlock(start) == page.qt.findBlock(end):
        return [(start, end)]
    cells = page.objects.selected_cells(cursor)
    if cells:
        return cells
    mirror = page.mirror
    text = "\n".join(line.text for line in mirror.lines)
    spans = free_spans(text, page.objects.tables(), mirror.code_point_of(start), mirror.code_point_of(end))
    places = [[mirror.position_of(*mirror.place_of(at)) for at in span] for span in spans]
    return [(first, last) for first, last in places]


def cut_tables(page: PageDocument, spans: Sequence[tuple[int, int]]) -> bool:
    """Remove spans of Qt's positions if whole tables go with them; return whether that was so."""
    tables = page.objects.tables()
    places = [(page.mirror.column_of(start), page.mirror.column_of(end)) for start, end in spans]
    if not any(first[0] < one.first_line < last[0] for first, last in places for one in tables):
        return False
    lines = list(page.mirror.lines)
    for (first, column), (last, behind) in reversed(places):
        left, right = lines[first], lines[last]
        lines[first : last + 1] = [joined(part_of(left, 0, column), part_of(right, behind, len(right.text)))]
        tables = tables_after(tables, first, last, 1)
    page.rebuild(lines, tables)
    return True
