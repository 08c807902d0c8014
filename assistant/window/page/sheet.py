"""The sheet on its desk: where it lies in the view, how it is zoomed, and the painting of all that is not text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker
from PySide6.QtGui import QColor, QPainter, QPalette, QTextBlock
from PySide6.QtWidgets import QTextEdit

from assistant.report.model import Role
from assistant.window.page.document import PageDocument
from assistant.window.page.layout import is_laid_out, laid_out_again, laid_out_later, lay_out, resize_lines, set_margins
from assistant.window.page.look import Faces, Highlighter, current_look, unpack
from assistant.window.page.marks import MovingMarks, MovingSpan
from assistant.window.page.mirror import Change
from assistant.window.page.painting import (
    FieldPainter,
    paint_desk_edge,
    paint_match,
    paint_sheet,
    paint_wave,
    stretches,
    units_shown,
)
from assistant.window.page.runs import Line, Utf16
from assistant.window.page.search import Query
from assistant.window.page.style import Colours, Measures, PageStyle, without_margins
from assistant.window.page.titles import TITLES_WITHIN, TitleBreak, centre_lines, no_break

GAP = 16
"""Pixels of desk above and below the sheet."""
MIN_ZOOM, MAX_ZOOM = 50, 300


class Sheet:
    """The look of one editor's page."""

    def __init__(self, editor: QTextEdit, page: PageDocument, style: PageStyle, colours: Colours) -> None:
        self._editor = editor
        self._page = page
        self._style = self._whole = style
        self.colours = colours
        self.zoom = 100
        self.title_break: TitleBreak = no_break
        self.current_field: str | None = None
        self.query = Query("")
        self.scope: MovingSpan | None = None
        """Where the words of the query are looked for; None for everywhere."""
        self.marks = MovingMarks()
        page.changed.connect(self._follow)
        self._first_shown = 0
        self.faces = self._new_faces()
        self.highlighter = Highlighter(page.qt, self.faces)
        editor.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.set_colours(colours)
        self.apply_zoom(self.zoom)

    def _follow(self, changes: Sequence[Change]) -> None:
        self.marks.follow(changes)
        if self.scope is not None:
            self.scope.follow(changes, self._page.mirror.lines, self._page.mirror.starts)

    def forget(self) -> None:
        """Forget what was marked in a report that another one takes the place of."""
        self.marks.clear()
        self.scope = None

    def places_in(self, number: int, query: Query) -> Iterator[tuple[int, int]]:
        """Yield where a query's words stand in a line (columns), as far as that is where they are looked for."""
        mirror, scope = self._page.mirror, self.scope
        for start, end in query.in_line(mirror.lines[number].text):
            if scope is None or scope.holds(mirror.starts[number] + start, mirror.starts[number] + end):
                yield start, end

    # --- Zoom and colours -------------------------------------------------------------------------------------------

    def _new_faces(self) -> Faces:
        per_point = self._editor.logicalDpiY() / 72 * self.zoom / 100
        return Faces(Measures(self._style, per_point), self.colours, self.title_break)

    @property
    def measures(self) -> Measures:
        """Lengths at the present zoom."""
        return self.faces.measures

    def style_for(self, *, is_narrow: bool) -> PageStyle:
        """Return the style of the whole sheet, or that of one without margins for a narrow room."""
        return without_margins(self._whole) if is_narrow else self._whole

    @property
    def is_narrow(self) -> bool:
        """Whether the sheet is shown without its margins."""
        return self._style is not self._whole

    def apply_zoom(self, percent: int, *, is_narrow: bool | None = None) -> None:
        """Give everything its size at this zoom, with margins or without; text and undo are not touched."""
        if is_narrow is not None and is_narrow is not self.is_narrow:
            self._style = self.style_for(is_narrow=is_narrow)
        self.zoom = min(max(percent, MIN_ZOOM), MAX_ZOOM)
        self.faces = self.highlighter.faces = self._new_faces()
        document = self._page.qt
        # told of nothing: neither text nor runs are others, and most faces have the body's size
        with self._page.unfollowed(), laid_out_later(document), QSignalBlocker(document):
            document.setDefaultFont(self.faces.body)
            set_margins(document, self.measures, gap=GAP)
            self._page.objects.measure(self.measures)
            resize_lines(document, self.highlighter)
            self._editor.setLineWrapColumnOrWidth(round(self.width))  # gives the document a page again
        self._page.sync_modified()
        self._editor.setCursorWidth(max(1, round(self.zoom / 75)))

    def break_titles(self, title_break: TitleBreak) -> None:
        """Take what says where a title's further lines begin."""
        self.title_break = title_break
        self.faces = self.highlighter.faces = self._new_faces()

    def lay_out_titles(self) -> None:
        """Lay out the titles anew."""
        block = self._page.qt.firstBlock()
        with self._page.unfollowed(), laid_out_again(self._page.qt):
            while block.isValid() and block.blockNumber() < TITLES_WITHIN:
                if current_look(block).role is Role.TITLE:
                    lay_out(self._page.qt, self.faces, block.blockNumber(), block.blockNumber())
                    self.highlighter.rehighlightBlock(block)
                block = block.next()

    def keep_font(self) -> None:
        """Put the body's font back, which Qt replaces when the window gets another one."""
        if self._page.qt.defaultFont() != self.faces.body:
            with self._page.unfollowed():
                self._page.qt.setDefaultFont(self.faces.body)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours from now on."""
        self.colours = colours
        self.faces = self.highlighter.faces = self._new_faces()
        self.keep_palette()
        with self._page.unfollowed(), laid_out_again(self._page.qt):
            self._recolour_noise()
        self._editor.viewport().update()
        self._editor.update()

    def _recolour_noise(self) -> None:
        """Write lines that do not belong to the report in their quiet colour; no other face has one."""
        block = self._page.qt.firstBlock()
        while block.isValid():
            look = unpack(block.userState())
            if look is not None and look.role is Role.NOISE:
                self.highlighter.rehighlightBlock(block)
            block = block.next()

    def keep_palette(self) -> None:
        """Give the editor the sheet's palette again: a style sheet puts an older one back when it polishes."""
        colours, palette = self.colours, QPalette(self._editor.palette())
        for role, colour in (
            (QPalette.ColorRole.Base, colours.desk),
            (QPalette.ColorRole.Window, colours.desk),
            (QPalette.ColorRole.Text, colours.text),
            (QPalette.ColorRole.Highlight, colours.selection),
            (QPalette.ColorRole.HighlightedText, colours.selected_text),
        ):
            palette.setColor(role, QColor(colour))
        if palette != self._editor.palette():
            self._editor.setPalette(palette)

    # --- Geometry ---------------------------------------------------------------------------------------------------

    @property
    def width(self) -> float:
        """Width of the sheet in pixels."""
        return self.measures.millimetres(self._style.width)

    @property
    def text_left(self) -> float:
        """Where the lines begin, in the document's pixels."""
        return self.measures.millimetres(self._style.left)

    def rect(self) -> QRectF:
        """Return the sheet in the document's pixels; it is at least one page high."""
        height = self._height() - 2 * GAP
        return QRectF(0, GAP, round(self.width), max(height, round(self.measures.millimetres(self._style.height))))

    def _height(self) -> float:
        """Return how high all lines are, with the desk above and below; about, until they are laid out."""
        if is_laid_out(self._page.qt):
            return self._page.qt.documentLayout().documentSize().height()
        return float(self._editor.verticalScrollBar().maximum() + self._editor.viewport().height())

    def offset(self) -> QPointF:
        """Return the document's point in the top left corner of the view."""
        editor = self._editor
        return QPointF(editor.horizontalScrollBar().value(), editor.verticalScrollBar().value())

    def blocks_in(self, top: float, bottom: float) -> Iterator[QTextBlock]:
        """Yield the blocks between two heights of the document."""
        document, layout = self._page.qt, self._page.qt.documentLayout()
        table_at = self._page.objects.table_at
        self._first_shown = self._block_at(top)
        block = document.findBlockByNumber(self._first_shown)
        if (table := table_at(block)) is not None:
            block = document.findBlock(table.firstPosition())
        while block.isValid():
            if layout.blockBoundingRect(block).top() > bottom and table_at(block) is None:
                return
            yield block
            block = block.next()

    def topmost(self) -> int:
        """Return Qt's position at the beginning of the topmost line in sight.

        WORKAROUND: Qt's own hit test finds the end of the document while not all lines are laid out.
        """
        height = self.offset().y()
        block = self._page.qt.findBlockByNumber(self._block_at(height))
        within = height - self._page.qt.documentLayout().blockBoundingRect(block).top()
        lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
        return block.position() + next((line.textStart() for line in lines if line.y() + line.height() > within), 0)

    def _block_at(self, height: float) -> int:
        """Return the number of the block that reaches over a height; Qt's own hit test walks through all of them.

        It is looked for around the one that was found before: while one types it is the same again and again, and
        whoever asks for a block far below has everything above it laid out.
        """
        count = self._page.qt.blockCount()
        low, reach = min(self._first_shown, count - 1), 1
        while low > 0 and self._top_of(low) > height:
            low, reach = max(low - reach, 0), reach * 2
        high, reach = low + 1, 1
        while high < count and self._top_of(high) <= height:
            high, reach = high + reach, reach * 2
        return max(bisect_right(range(count), height, low, min(high, count), key=self._top_of) - 1, 0)

    def _top_of(self, number: int) -> float:
        """Return where a block begins; those of a table stand beside each other, and begin with the first."""
        block = self._page.qt.findBlockByNumber(number)
        table = self._page.objects.table_at(block)
        if table is not None:
            block = self._page.qt.findBlock(table.firstPosition())
        return self._page.qt.documentLayout().blockBoundingRect(block).top()

    # --- Painting ---------------------------------------------------------------------------------------------------

    def has_edge_in(self, height: int) -> bool:
        """Whether the sheet's upper or lower edge, or its shadow, lies in a view of this height."""
        top, rect = self.offset().y(), self.rect()
        return top <= rect.top() + GAP or top + height >= rect.bottom() - GAP

    def _rect_near(self, area: QRectF) -> QRectF:
        """Return the sheet as far as its edges can be seen in an area: a path of a thousand pages paints slowly."""
        return self.rect().intersected(area.adjusted(-self.width, -GAP, self.width, GAP))

    def paint_desk(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint the desk beside the view of the sheet."""
        painter.fillRect(exposed, QColor(self.colours.desk))
        corner = QPointF(self._editor.viewport().pos()) - self.offset()
        near = self._rect_near(exposed.translated(-corner))
        if not near.isEmpty():
            paint_desk_edge(painter, near.translated(corner), self.colours)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint everything that lies under the text."""
        offset = self.offset()
        area = exposed.translated(offset)
        if self.rect().contains(area):  # most keys change a line or two; the border is drawn around the sheet
            painter.fillRect(exposed, QColor(self.colours.sheet))
            painter.translate(-offset)
        else:
            near = self._rect_near(area)
            if not near.contains(area):
                painter.fillRect(exposed, QColor(self.colours.desk))
                paint_desk_edge(painter, near.translated(-offset), self.colours)
            painter.translate(-offset)
            paint_sheet(painter, near, self.colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fields = FieldPainter(self._page.qt, self.colours)
        for block in self.blocks_in(area.top(), area.bottom()):
            self._paint_block(painter, block, fields, area)

    def _paint_block(self, painter: QPainter, block: QTextBlock, fields: FieldPainter, area: QRectF) -> None:
        number = block.blockNumber()
        if number >= len(self._page.mirror.lines):
            return
        line = self._page.mirror.lines[number]
        if number < TITLES_WITHIN and current_look(block).role is Role.TITLE:
            centre_lines(block, self.faces.title_fill(line.text))
        size = self._type_size(block) if line.runs or self.query.text else 0.0
        units = Utf16(line.text) if self.query.text else None
        if line.runs:
            fields.paint(painter, block, line, area, size=size, current=self.current_field)
        if units is not None:
            for start, end in self.places_in(number, self.query):
                for place, baseline in stretches(self._page.qt, block, units.unit(start), units.unit(end)):
                    paint_match(painter, place, baseline, size, self.colours)
        self._paint_marks(painter, block, line, area)

    def _type_size(self, block: QTextBlock) -> float:
        style = self._style
        sizes = {Role.TITLE: style.title_size, Role.CELL: style.cell_size}
        points = sizes.get(current_look(block).role, style.size)
        return self.measures.points(points)

    def _paint_marks(self, painter: QPainter, block: QTextBlock, line: Line, area: QRectF) -> None:
        """Underline what is marked in those lines of a block that are shown."""
        marks = self.marks.of_line(block.blockNumber())
        if not marks:
            return
        size, units = self._type_size(block), Utf16(line.text)
        first, behind = units_shown(self._page.qt, block, area.adjusted(0, -size, 0, size))
        for start, end, severity in marks:
            unit, unit_end = units.unit(start), units.unit(end)
            if first < unit_end and unit < behind:
                for place, baseline in stretches(self._page.qt, block, unit, unit_end):
                    paint_wave(painter, place, baseline, size, getattr(self.colours, severity))
