"""The pages of a report one below the other, as they will be printed; a click leads to the text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from assistant.window.language import tr
from assistant.window.page_painter import paint_page, prepare
from assistant.workbench.printing import PagedReport

_GAP = 16
"""Pixels between sheets, and around them."""
_TWIPS_PER_PIXEL = 15
"""At 100 percent: 96 pixels an inch."""
SMALLEST, LARGEST = 20, 400
"""Percent."""
_KEPT_PAGES = 12


class PreviewView(QAbstractScrollArea):
    """Shows sheets; pages are painted when they come into sight.

    Screen readers get the text of the page at the top, without line ends, as the description of the view.

    Signals:
        position_requested: go to this code point of the text (int).
        page_changed: another page is at the top (index from 0).
        zoom_changed: the sheets are shown larger or smaller (percent).
    """

    position_requested = Signal(int)
    page_changed = Signal(int)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paged: PagedReport | None = None
        self._zoom = 100
        self._is_fitted = True
        self._pictures: dict[int, QPixmap] = {}
        self._page = -1
        self._desk_colour = QColor("#e6e8eb")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("预览"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def zoom(self) -> int:
        """How large sheets are shown, in percent."""
        return self._zoom

    @property
    def page(self) -> int:
        """Index of the page that fills most of the upper half, from 0."""
        return max(0, self._page)

    def set_desk_colour(self, colour: str) -> None:
        """Draw this colour around the sheets."""
        self._desk_colour = QColor(colour)
        self.viewport().update()

    def show_report(self, paged: PagedReport) -> None:
        """Show other pages, at the same place as far as there is one."""
        self._paged = paged
        self._pictures.clear()
        self._arrange()
        self._describe_page()

    def set_zoom(self, percent: int) -> None:
        """Show the sheets at this size."""
        self._is_fitted = False
        self._apply_zoom(percent)

    def fit_width(self) -> None:
        """Make the sheets as wide as the room for them, now and when the room changes."""
        self._is_fitted = True
        if self._paged is not None:
            room = self.viewport().width() - 2 * _GAP
            self._apply_zoom(room * _TWIPS_PER_PIXEL * 100 // self._paged.layout.page.width)

    def go_to_page(self, index: int) -> None:
        """Bring the top of a page into sight."""
        self.verticalScrollBar().setValue(self._top(index) - _GAP // 2)

    def go_to(self, position: int) -> None:
        """Bring the line with this code point into sight."""
        if self._paged is not None:
            index, top = self._paged.place_of(position)
            self.verticalScrollBar().setValue(self._top(index) + self._pixels(top) - self.viewport().height() // 3)

    def show_position(self, position: int) -> None:
        """Bring the line with this code point into sight where it is not."""
        if self._paged is None:
            return
        index, top = self._paged.place_of(position)
        here = self._top(index) + self._pixels(top) - self.verticalScrollBar().value()
        if not 0 <= here <= self.viewport().height() - 2 * self._pixels(self._paged.layout.page.pitch):
            self.go_to(position)

    def sheet_rect(self, index: int) -> QRect:
        """Return where a sheet stands in the viewport."""
        width, height = self._sheet_size()
        left = max(_GAP, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        return QRect(left, self._top(index) - self.verticalScrollBar().value(), width, height)

    # -- measures ----------------------------------------------------------------------------------

    def _pixels(self, twips: float) -> int:
        return round(twips * self._zoom / 100 / _TWIPS_PER_PIXEL)

    def _sheet_size(self) -> tuple[int, int]:
        assert self._paged is not None
        sizes = self._paged.layout.page
        return self._pixels(sizes.width), self._pixels(sizes.height)

    def _top(self, index: int) -> int:
        return _GAP + index * (self._sheet_size()[1] + _GAP) if self._paged else 0

    def _apply_zoom(self, percent: int) -> None:
        percent = max(SMALLEST, min(LARGEST, percent))
        if percent == self._zoom:
            self._arrange()
            return
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._zoom = percent
        self._pictures.clear()
        self._arrange()
        bar.setValue(round(share * bar.maximum()))
        self.zoom_changed.emit(percent)

    def _arrange(self) -> None:
        if self._paged is None:
            return
        width, height = self._sheet_size()
        room = self.viewport().size()
        total = _GAP + len(self._paged.pages) * (height + _GAP)
        self.verticalScrollBar().setRange(0, max(0, total - room.height()))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(self._pixels(self._paged.layout.page.pitch) * 2)
        self.horizontalScrollBar().setRange(0, max(0, width + 2 * _GAP - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())
        self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        if self._paged is None:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        index = (middle - _GAP) // (self._sheet_size()[1] + _GAP)
        index = max(0, min(len(self._paged.pages) - 1, index))
        if index != self._page:
            self._page = index
            self._describe_page()
            self.page_changed.emit(index)

    def _describe_page(self) -> None:
        if self._paged is not None and self._paged.pages:
            text = self._paged.working.report.text
            lines = self._paged.pages[self.page].lines
            self.setAccessibleDescription("".join(line.text_of(text) for line in lines))

    # -- events ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheets that are in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._desk_colour)
        if self._paged is None:
            return
        seen = [index for index in range(len(self._paged.pages)) if self._in_sight(index, event.rect())]
        for index in seen:
            painter.drawPixmap(self.sheet_rect(index).topLeft(), self._picture(index))
        painter.end()

    def _in_sight(self, index: int, rect: QRect) -> bool:
        return self.sheet_rect(index).intersects(rect)

    def _picture(self, index: int) -> QPixmap:
        assert self._paged is not None
        if index not in self._pictures:
            while len(self._pictures) >= _KEPT_PAGES:
                self._pictures.pop(next(iter(self._pictures)))
            ratio = self.devicePixelRatioF()
            width, height = self._sheet_size()
            picture = QPixmap(round(width * ratio), round(height * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(QColor("#ffffff"))
            painter = QPainter(picture)
            prepare(painter, 1440 / _TWIPS_PER_PIXEL * self._zoom / 100)
            paint_page(painter, self._paged.drawn(index))
            painter.end()
            self._pictures[index] = picture
        return self._pictures[index]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to go to the text of the line that was clicked."""
        position = self._position_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and position is not None:
            self.position_requested.emit(position)

    def _position_at(self, point: QPoint) -> int | None:
        if self._paged is None:
            return None
        for index in range(len(self._paged.pages)):
            sheet = self.sheet_rect(index)
            if sheet.contains(point):
                twips = (point.y() - sheet.top()) * _TWIPS_PER_PIXEL * 100 / self._zoom
                return self._paged.position_at(index, twips)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the text of the page in sight on Return, to the first or last page on Home and End."""
        if self._paged is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            position = self._paged.position_at(self.page, 0)
            if position is not None:
                self.position_requested.emit(position)
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (10 if event.angleDelta().y() > 0 else -10))
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheets as wide as the room where that was asked for."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit_width()
        self._arrange()
