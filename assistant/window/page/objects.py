"""Tables and pictures in the page's document: Qt's own, whose blocks are the report's lines, one by one.

A table keeps its shape (merges, widths, borders) under a name that its frame carries; how many lines stand in each
cell is what the document says. A picture's sign carries the picture's name in its format.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from assistant.report.pictures import MOST_PIXELS, PICTURE_SIGN, Picture, pixels_to_unpack
from assistant.report.tables import CellAlign, Table, VerticalAlign
from assistant.window.page.style import Measures
from assistant.window.picture_painter import SHOWN, image_of, paint_picture

_NAME = QTextFormat.Property.UserProperty.value + 200
_ALIGNMENTS = {
    CellAlign.LEFT: Qt.AlignmentFlag.AlignLeft,
    CellAlign.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    CellAlign.RIGHT: Qt.AlignmentFlag.AlignRight,
    CellAlign.JUSTIFY: Qt.AlignmentFlag.AlignLeft,
}
_VERTICALS = {
    VerticalAlign.TOP: QTextCharFormat.VerticalAlignment.AlignTop,
    VerticalAlign.CENTRE: QTextCharFormat.VerticalAlignment.AlignMiddle,
    VerticalAlign.BOTTOM: QTextCharFormat.VerticalAlignment.AlignBottom,
}
_CELL_MARGIN_MM = 1.9
_RULE = "#8b9099"
_PLACEHOLDER = 400
"""Pixels across the frame that stands for a picture that Qt cannot read."""

FillCell = Callable[[QTextCursor, int, int], None]
"""Puts the lines from the first up to the second number at a cursor."""


class PageObjects:
    """The tables and pictures of one page."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._shapes: dict[str, Table] = {}
        self._pictures: dict[str, Picture] = {}
        self._counted: set[Picture] = set()
        self._pixels = 0
        self._framed: set[str] = set()
        """Pictures beyond `MOST_PIXELS`: a report file may hold what no document is read with."""
        self._names = itertools.count(1)
        self._measures: Measures | None = None
        self.has_tables = False
        """Whether any table stands in the document."""

    def clear(self) -> None:
        """Forget what another report had."""
        self._shapes.clear()
        self._pictures.clear()
        self._counted.clear()
        self._framed.clear()
        self._pixels = 0
        self.has_tables = False

    @property
    def has_any(self) -> bool:
        """Whether the report has, or had, any table or picture."""
        return bool(self._shapes or self._pictures)

    # --- Pictures ---------------------------------------------------------------------------------------------------

    def keep(self, picture: Picture) -> str:
        """Return the name under which a picture stands in the text."""
        name = f"picture:{next(self._names)}"
        self._pictures[name] = picture
        if picture not in self._counted:
            self._counted.add(picture)
            self._pixels += pixels_to_unpack(picture.data, picture.kind)
        if self._pixels > MOST_PIXELS:
            self._framed.add(name)
        self._add_resource(name, picture)
        return name

    def picture(self, name: str) -> Picture | None:
        """Return the picture of this name."""
        return self._pictures.get(name)

    def _add_resource(self, name: str, picture: Picture) -> None:
        """Give the document the picture in its size on the sheet, as sharp as a screen shows it."""
        if self._measures is None:
            return
        image = QImage() if name in self._framed else QImage(image_of(picture, SHOWN))
        style = self._measures.style
        width = min(picture.width_mm, style.width - style.left - style.right)
        height = picture.height_mm * width / max(picture.width_mm, 0.1)
        pixels = max(1.0, self._measures.millimetres(width))
        if image.isNull():
            image = _placeholder(picture, width, height)
        shown = round(image.width() * height / max(width, 0.1))
        if abs(shown - image.height()) > 1 + image.height() / 50:  # stretched by who placed it
            share = min(1.0, SHOWN / max(shown, 1))
            image = image.scaled(max(1, round(image.width() * share)), max(1, round(shown * share)))
        image.setDevicePixelRatio(image.width() / pixels)
        self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)

    # --- Tables -----------------------------------------------------------------------------------------------------

    def build(self, cursor: QTextCursor, line_count: int, tables: Sequence[Table], fill: FillCell) -> None:
        """Put lines and tables into the empty document; each table has a line in front and one behind."""
        self.has_tables = bool(tables)
        done = 0
        for table in tables:
            fill(cursor, done, table.first_line)
            self._insert(cursor, table, fill)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            done = table.end_line
        fill(cursor, done, line_count)

    def _insert(self, cursor: QTextCursor, table: Table, fill: FillCell) -> None:
        name = f"table:{next(self._names)}"
        self._shapes[name] = table
        made = cursor.insertTable(len(table.heights_mm), len(table.widths_mm), self._format(name, table))
        for cell in table.cells:
            if cell.row_span > 1 or cell.column_span > 1:
                made.mergeCells(cell.row, cell.column, cell.row_span, cell.column_span)
        for index, first, behind in table.cell_spans():
            cell = table.cells[index]
            place = made.cellAt(cell.row, cell.column).firstCursorPosition()
            form = QTextTableCellFormat()
            form.setVerticalAlignment(_VERTICALS[cell.vertical])
            form.setBorder(1)
            form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setBorderBrush(QBrush(QColor(_RULE)))
            made.cellAt(cell.row, cell.column).setFormat(form)
            block = QTextBlockFormat()
            block.setAlignment(_ALIGNMENTS.get(cell.align or CellAlign.LEFT, Qt.AlignmentFlag.AlignLeft))
            place.setBlockFormat(block)
            fill(place, first, behind)

    def _format(self, name: str, table: Table) -> QTextTableFormat:
        made = QTextTableFormat()
        made.setProperty(_NAME, name)
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderBrush(QBrush(QColor(_RULE)))
        made.setCellSpacing(0)
        made.setHeaderRowCount(table.header_rows)
        total = sum(table.widths_mm) or 1.0
        made.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * width / total) for width in table.widths_mm]
        )
        if self._measures is not None:
            style = self._measures.style
            room = style.width - style.left - style.right
            width = min(total, room)
            made.setWidth(QTextLength(QTextLength.Type.FixedLength, self._measures.millimetres(width)))
            # WORKAROUND: a table that Qt is to centre stands too far right, for it forgets the sheet's right margin.
            made.setLeftMargin(self._measures.millimetres((room - width) / 2))
            made.setCellPadding(self._measures.millimetres(_CELL_MARGIN_MM) / 2)
        return made

    def measure(self, measures: Measures) -> None:
        """Give tables and pictures their sizes at another zoom."""
        self._measures = measures
        for name, picture in self._pictures.items():
            self._add_resource(name, picture)
        for frame in self._frames():
            name = frame.format().property(_NAME)
            frame.setFormat(self._format(name, self._shapes[name]))

    def _frames(self) -> Iterator[QTextTable]:
        if self.has_tables:
            for frame in self._document.rootFrame().childFrames():
                if isinstance(frame, QTextTable):
                    yield frame

    def tables(self) -> tuple[Table, ...]:
        """Return the tables as they stand: with their lines, and how many of them each cell holds."""
        found = []
        for frame in self._frames():
            table = self._shapes[frame.format().property(_NAME)]
            starts = [frame.cellAt(cell.row, cell.column).firstPosition() for cell in table.cells]
            numbers = [self._document.findBlock(start).blockNumber() for start in starts]
            behind = self._document.findBlock(frame.lastPosition()).blockNumber() + 1
            counts = [last - first for first, last in itertools.pairwise([*numbers, behind])]
            cells = tuple(replace(cell, lines=count) for cell, count in zip(table.cells, counts, strict=True))
            found.append(replace(table, first_line=numbers[0], cells=cells))
        return tuple(found)

    def table_at(self, block: QTextBlock) -> QTextTable | None:
        """Return the table in which a block stands."""
        return _table_at(QTextCursor(block)) if self.has_tables else None

    def is_border(self, position: int, other: int) -> bool:
        """Whether the edge of a cell or table lies between two of Qt's positions."""
        first, last = sorted((position, other))
        return self.has_tables and (
            self._cell_of(first) != self._cell_of(last)
            or any(first < frame.firstPosition() <= last for frame in self._frames())
        )

    def _cell_of(self, position: int) -> tuple[str, int, int] | None:
        cursor = QTextCursor(self._document)
        cursor.setPosition(position)
        table = _table_at(cursor)
        if table is None:
            return None
        cell = table.cellAt(position)
        return table.format().property(_NAME), cell.row(), cell.column()

    def selected_cells(self, cursor: QTextCursor) -> list[tuple[int, int]]:
        """Return first and last position of every cell that a selection over several cells of one table takes in."""
        table = _table_at(cursor) if self.has_tables and cursor.hasComplexSelection() else None
        if table is None:
            return []
        row, rows, column, columns = selected_grid(cursor)
        places = {
            (cell.firstPosition(), cell.lastPosition())
            for r in range(row, row + rows)
            for c in range(column, column + columns)
            for cell in (table.cellAt(r, c),)
        }
        return sorted(places)

    def next_cell(self, position: int, *, forward: bool) -> tuple[int, int] | None:
        """Return first and last position of the cell behind or before the one at a position; None outside tables.

        Behind the last cell comes the line behind the table, before the first one the line in front of it.
        """
        cursor = QTextCursor(self._document)
        cursor.setPosition(position)
        table = _table_at(cursor) if self.has_tables else None
        if table is None:
            return None
        shape = self._shapes[table.format().property(_NAME)]
        here = table.cellAt(position)
        index = next(i for i, cell in enumerate(shape.cells) if (cell.row, cell.column) == (here.row(), here.column()))
        index += 1 if forward else -1
        if 0 <= index < len(shape.cells):
            cell = table.cellAt(shape.cells[index].row, shape.cells[index].column)
            return cell.firstPosition(), cell.lastPosition()
        beside = table.lastPosition() + 1 if forward else table.firstPosition() - 1
        return beside, beside


def _table_at(cursor: QTextCursor) -> QTextTable | None:
    return cursor.currentTable()


def selected_grid(cursor: QTextCursor) -> tuple[int, int, int, int]:
    """Return first row, number of rows, first column and number of columns of a selection over several cells."""
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    return row, rows, column, columns


def picture_format(name: str) -> QTextImageFormat:
    """Return the format of the sign of a picture."""
    made = QTextImageFormat()
    made.setName(name)
    return made


def insert_pictures(cursor: QTextCursor, text: str, pictures: Iterator[str]) -> None:
    """Insert text without fields, each sign in it with the next of the pictures; a sign without one is left out."""
    parts = text.split(PICTURE_SIGN)
    for number, part in enumerate(parts):
        if number:
            name = next(pictures, "")
            if name:
                cursor.insertImage(picture_format(name))
        if part:
            cursor.insertText(part, QTextCharFormat())


def _placeholder(picture: Picture, width: float, height: float) -> QImage:
    tall = min(max(1, round(_PLACEHOLDER * height / max(width, 0.1))), SHOWN)
    image = QImage(_PLACEHOLDER, tall, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_picture(painter, image.rect().toRectF().adjusted(2, 2, -2, -2), picture)
    painter.end()
    return image
