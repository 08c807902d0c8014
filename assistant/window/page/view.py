"""The view of the page: a sheet centred on its desk, zoom, going to places, finding words, marks of checks.

What is edited, and how, is the editor's matter (editor.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from assistant.window.page.document import PageDocument
from assistant.window.page.marks import MovingSpan
from assistant.window.page.painting import Mark
from assistant.window.page.pointing import onto_line
from assistant.window.page.runs import FoundRun, PlacedRun, runs_touching
from assistant.window.page.search import Query
from assistant.window.page.sheet import MAX_ZOOM, MIN_ZOOM, Sheet
from assistant.window.page.style import Colours, PageStyle
from assistant.window.page.titles import TitleBreak

WHEEL_STEP = 10
"""Per cent of zoom for one notch of the wheel."""
EDGE = 12
"""Pixels that stay free beside the text when not all of the sheet is in view."""

_MM_PER_INCH = 25.4
_LINES_BELOW = 3
"""Lines that are to be seen below the one that was gone to."""


class PageView(QTextEdit):
    """Shows a document as a sheet.

    Signals:
        zoom_changed: the page is shown larger or smaller (int: per cent).
        zoom_chosen: the clerk turned the wheel to this zoom (int: per cent).
    """

    zoom_changed = Signal(int)
    zoom_chosen = Signal(int)

    def __init__(self, parent: QWidget | None, *, style: PageStyle, colours: Colours) -> None:
        super().__init__(parent)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self._page = PageDocument(self.document(), self)
        self._sheet = Sheet(self, self._page, style, colours)
        self._wheel = 0
        self._edge_was_near = True
        self.viewport().setAutoFillBackground(False)
        # every pixel is painted: so scrolling moves what is shown, and only what comes to sight is painted anew
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._paint_desk_again)

    # --- Zoom and look ----------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> int:
        """How large the page is shown, in per cent."""
        return self._sheet.zoom

    def set_zoom(self, percent: int) -> None:
        """Show the page larger or smaller (50 to 300 %); the caret stays where it is."""
        self.show_at(percent, is_narrow=self._sheet.is_narrow)

    def width_at(self, percent: int, *, is_narrow: bool) -> float:
        """Return how many pixels wide the sheet is at a zoom, with its margins or without."""
        return self._sheet.style_for(is_narrow=is_narrow).width / _MM_PER_INCH * self.logicalDpiY() * percent / 100

    def show_at(self, percent: int, *, is_narrow: bool) -> None:
        """Show the page larger or smaller (50 to 300 %), with the sheet's margins or without."""
        if percent == self.zoom and is_narrow is self._sheet.is_narrow:
            return
        bar = self.verticalScrollBar()
        with self.steady():
            with QSignalBlocker(bar):
                bar.setValue(0)  # else Qt lays out all that stood above what was shown, more than once
            self._sheet.apply_zoom(percent, is_narrow=is_narrow)
            self._centre()
            self._show_text_block()
        self.zoom_changed.emit(self.zoom)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Keep the caret's line where it is in the view, or the topmost line where the caret is out of view."""
        view = self.viewport().rect()
        is_shown = view.top() <= self.cursorRect().center().y() <= view.bottom()
        anchor = self.textCursor()
        if not is_shown:
            anchor.setPosition(self._sheet.topmost())
        top = self.cursorRect(anchor).top()
        yield
        bar = self.verticalScrollBar()
        self.cursorRect(anchor)  # lays out what stands above
        self._adjust_bars()
        bar.setValue(bar.value() + self.cursorRect(anchor).top() - top)
        if is_shown:  # lines are higher now, or a scroll bar has come
            bar.setValue(bar.value() + max(0, self.cursorRect(anchor).bottom() - self.viewport().rect().bottom()))

    def _adjust_bars(self) -> None:
        """Give the scroll bars their range; of lines that are not laid out yet Qt guesses it."""
        self._page.qt.documentLayout().documentSizeChanged.emit(QSizeF())

    def set_colours(self, colours: Colours) -> None:
        """Show desk, paper and fields in other colours."""
        self._sheet.set_colours(colours)

    def break_titles(self, title_break: TitleBreak) -> None:
        """Break long titles where `title_break` says, from now on."""
        self._sheet.break_titles(title_break)

    def lay_out_titles(self) -> None:
        """Lay out the titles anew: it is known now where they break."""
        self._sheet.lay_out_titles()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Underline stretches of the text as it stands; they move with it until others are shown."""
        for _ in self.show_marks_in_parts(marks):
            pass

    def show_marks_in_parts(self, marks: Sequence[Mark]) -> Iterator[None]:
        """Underline stretches of the text as it stands, and stop after each thousand.

        Where the text is changed meanwhile, those that were underlined before stay: whoever knows the stretches of the
        changed text shows them.
        """
        revision, mirror = self._page.qt.revision(), self._page.mirror
        for _ in self._sheet.marks.place(marks, mirror.lines, mirror.starts):
            yield
            if self._page.qt.revision() != revision:
                return
        self.viewport().update()

    def _centre(self) -> None:
        """Keep the sheet in the middle of the desk, as long as there is room for it."""
        bar = self.verticalScrollBar()
        is_needed = bar.maximum() > bar.minimum()  # it need not be visible yet: nor is the window
        room = self.contentsRect().width() - (bar.sizeHint().width() if is_needed else 0)
        side = max(0, (room - round(self._sheet.width)) // 2)
        margins = self.viewportMargins()
        right = max(0, room - round(self._sheet.width) - side)
        if (margins.left(), margins.right()) != (side, right):
            self.setViewportMargins(side, 0, right, 0)

    def _show_text_block(self) -> None:
        """Where the sheet is wider than the view, show its middle, but no line without its beginning."""
        hidden = (self._sheet.width - self.viewport().width()) / 2
        self.horizontalScrollBar().setValue(round(min(hidden, self._sheet.text_left - EDGE)))

    def _paint_desk_again(self) -> None:
        """Move the desk with the sheet; between the sheet's upper and lower edge it looks the same everywhere."""
        is_near = self._sheet.has_edge_in(self.viewport().height()) or self.horizontalScrollBar().maximum() > 0
        if not (is_near or self._edge_was_near):
            return
        self._edge_was_near = is_near
        self.update(QRegion(self.rect()) - QRegion(self.viewport().geometry()))

    # --- Going places -----------------------------------------------------------------------------------------------

    def go_to(self, position: int, end: int | None = None) -> None:
        """Put the caret at a code point of the text, or select up to `end`, and bring it into view."""
        line, column = self._page.mirror.place_of(position)
        start = behind = self._page.mirror.position_of(line, column)
        if end is not None:
            behind = self._page.mirror.position_of(*self._page.mirror.place_of(end))
        self._select(start, behind)

    def go_to_field(self, field_id: str, occurrence_index: int = 0) -> bool:
        """Select an occurrence of a field and bring it into view; return whether there is one."""
        runs = self._page.runs_of(field_id)
        if not -len(runs) <= occurrence_index < len(runs):
            return False
        self._select_run(runs[occurrence_index])
        return True

    def next_open_field(self, forward: bool = True) -> bool:
        """Select the first place of the next open field, going round; return whether there is any."""
        first: dict[str, PlacedRun] = {}
        for placed in self._page.mirror.placed_runs():
            if placed.is_open:
                first.setdefault(placed.tag.field_id, placed)
        if not first:
            return False
        cursor = self.textCursor()
        places = [(self._page.mirror.position_of(one.line, one.run.start), one) for one in first.values()]
        if forward:
            at = cursor.selectionEnd()
            self._select_run(next((one for start, one in places if start >= at), places[0][1]))
        else:
            at = cursor.selectionStart()
            self._select_run(next((one for start, one in reversed(places) if start < at), places[-1][1]))
        return True

    def _select_run(self, placed: PlacedRun) -> None:
        mirror = self._page.mirror
        self._select(mirror.position_of(placed.line, placed.run.start), mirror.position_of(placed.line, placed.run.end))

    def _select(self, start: int, end: int) -> None:
        """Select between two of Qt's positions; where that was out of view it comes to the upper third."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        rect, view = self.cursorRect(), self.viewport().rect()
        if rect.top() < view.top() or rect.bottom() > view.bottom() - rect.height() * _LINES_BELOW:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - view.height() // 3)
        self.ensureCursorVisible()

    @property
    def caret_position(self) -> int:
        """The code point at which the caret stands."""
        return self._page.mirror.code_point_of(self.textCursor().position())

    @property
    def selected_span(self) -> tuple[int, int]:
        """From which to which code point the text is selected."""
        cursor, mirror = self.textCursor(), self._page.mirror
        return mirror.code_point_of(cursor.selectionStart()), mirror.code_point_of(cursor.selectionEnd())

    @property
    def first_cell_position(self) -> int:
        """The code point at which the first of the selected cells begins, else the selection or the caret."""
        cells = self._page.objects.selected_cells(self.textCursor())
        return self._page.mirror.code_point_of(cells[0][0]) if cells else self.selected_span[0]

    @property
    def field_at_caret(self) -> str | None:
        """The field that the caret stands in or beside."""
        return self._sheet.current_field

    # --- Finding ----------------------------------------------------------------------------------------------------

    def look_within(self, span: tuple[int, int] | None) -> None:
        """Look for words within a span of the text only (code points), or everywhere; it moves with the text."""
        self._sheet.scope = MovingSpan(*span) if span is not None else None
        self.viewport().update()

    def matches(self, words: str | Query) -> int:
        """Highlight every place where the words stand, "" for none; return how many there are."""
        query = self._sheet.query = words if isinstance(words, Query) else Query(words)
        self.viewport().update()
        return query.count(self._page.mirror.lines) if self._sheet.scope is None else len(self.places_of(query))

    def places_of(self, query: Query) -> list[tuple[int, int]]:
        """Return where the words stand (code points: start, end), as far as that is where they are looked for."""
        mirror = self._page.mirror
        starts = mirror.starts
        return [
            (starts[number] + start, starts[number] + end)
            for number in range(len(mirror.lines))
            for start, end in self._sheet.places_in(number, query)
        ]

    def find(self, words: str | Query, *, forward: bool = True) -> bool:  # type: ignore[override]
        """Select the next place of the words, going round, and highlight all; return whether there is any."""
        query = self._sheet.query = words if isinstance(words, Query) else Query(words)
        self.viewport().update()
        mirror, cursor = self._page.mirror, self.textCursor()
        if self._sheet.scope is not None:
            return self._find_within(self.places_of(query), forward=forward)
        if forward:
            found = query.next_behind(mirror.lines, *mirror.column_of(cursor.selectionEnd()))
        else:
            found = query.last_before(mirror.lines, *mirror.column_of(cursor.selectionStart()))
        if found is None:
            return False
        self._select(mirror.position_of(found.line, found.start), mirror.position_of(found.line, found.end))
        return True

    def _find_within(self, places: Sequence[tuple[int, int]], *, forward: bool) -> bool:
        """Select the next of some places, going round."""
        if not places:
            return False
        start, end = self.selected_span
        if forward:
            found = next((one for one in places if one[0] >= end), places[0])
        else:
            found = next((one for one in reversed(places) if one[1] <= start), places[-1])
        self.go_to(*found)
        return True

    # --- Qt ---------------------------------------------------------------------------------------------------------

    def onto_line(self, point: QPointF) -> QPointF:
        """Return a point of the viewport, moved up or down onto the type of the line it is meant for."""
        offset = self._sheet.offset()
        return onto_line(self._page.qt, point + offset) - offset

    def bring_caret(self, point: QPointF) -> None:
        """Put the caret to a point of the viewport, unless what is selected lies there."""
        there, cursor = self.cursorForPosition(self.onto_line(point).toPoint()), self.textCursor()
        if not cursor.selectionStart() <= there.position() <= cursor.selectionEnd() or not cursor.hasSelection():
            self.setTextCursor(there)

    def run_at(self, point: QPoint) -> FoundRun | None:
        """Return the run whose text lies at a point of the viewport."""
        under = self._position_under(point)
        if under is None:
            return None
        return next((run for run in runs_touching(self._page.qt, under, under) if run.start <= under < run.end), None)

    def code_point_at(self, point: QPoint) -> int | None:
        """Return the code point of the character that lies at a point of the viewport, or None where there is none."""
        under = self._position_under(point)
        return None if under is None else self._page.mirror.code_point_of(under)

    def _position_under(self, point: QPoint) -> int | None:
        position = self._page.qt.documentLayout().hitTest(
            QPointF(point) + self._sheet.offset(), Qt.HitTestAccuracy.ExactHit
        )
        if position < 0:
            return None
        cursor = QTextCursor(self._page.qt)
        cursor.setPosition(position)
        return position if point.x() >= self.cursorRect(cursor).left() else position - 1

    def event(self, event: QEvent) -> bool:
        """Paint the desk in place of a frame."""
        if isinstance(event, QPaintEvent):
            if self.viewport().geometry().contains(event.rect()):
                return True  # the view paints all of that itself
            painter = QPainter(self)
            self._sheet.paint_desk(painter, QRectF(event.rect()))
            painter.end()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sheet and fields under the text."""
        painter = QPainter(self.viewport())
        self._sheet.paint(painter, QRectF(event.rect()))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet in the middle.

        Its lines stay as they are, whatever the room: Qt, left to itself, would lay out all of them anew.
        """
        if self._page.qt.pageSize().width() != self.lineWrapColumnOrWidth():
            super().resizeEvent(event)
            self._centre()
            return
        self._centre()  # first: where scroll bars make the view narrower Qt lays out all lines too
        self._adjust_bars()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the sheet's own font and colours whatever the window's are."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange) and hasattr(self, "_sheet"):
            self._sheet.keep_font()
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_sheet"):
            self._sheet.keep_palette()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl show the page larger or smaller."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / 120)
        self._wheel -= notches * 120
        if notches:
            self.set_zoom(min(max(self.zoom + notches * WHEEL_STEP, MIN_ZOOM), MAX_ZOOM))
            self.zoom_chosen.emit(self.zoom)
        event.accept()
