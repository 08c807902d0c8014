"""How a row of the fill panel is drawn: label and value above, the sentence around the place below."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.report.fields import State
from assistant.window.fill_rows import ROW, FieldRow, FillRows, SectionRow
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, LIGHT, SMALL_SIZE, Colours, interface_font
from assistant.workbench.sentences import state_word

_DOT = 8
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@cache
def _row_sizes() -> tuple[QSize, QSize]:
    """Return the sizes of a section's row and of a field's; they are asked for every row of a long list."""
    line, small = QFontMetrics(interface_font()).height(), QFontMetrics(interface_font(SMALL_SIZE)).height()
    return QSize(0, small + GAP * 2), QSize(0, line + small + GAP + GAP_SMALL * 3)


class FillDelegate(QStyledItemDelegate):
    """Draws sections and fields."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.colours: Colours = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row: one line for a section, two for a field."""
        rows = index.model()
        section, field = _row_sizes()
        return section if isinstance(rows, FillRows) and rows.is_section(index.row()) else field

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = index.data(ROW)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs of 6.9.3
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, SectionRow):
            self._draw_section(painter, rect, row)
        else:
            self._draw_field(painter, rect, state, row)
        painter.restore()

    def _draw_section(self, painter: QPainter, rect: QRect, row: SectionRow) -> None:
        painter.fillRect(rect, QColor(self.colours.raised))
        inner = rect.adjusted(GAP + GAP_SMALL, 0, -GAP - GAP_SMALL, 0)
        count = f"{row.settled}/{row.total}"
        painter.setFont(interface_font(SMALL_SIZE))
        metrics = QFontMetrics(painter.font())
        painter.setPen(QColor(self.colours.done if row.settled == row.total else self.colours.muted))
        painter.drawText(inner, _RIGHT, count)
        room = inner.width() - metrics.horizontalAdvance(count) - GAP
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(inner, _LEFT, metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room))

    def _draw_field(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, row: FieldRow) -> None:
        colours = self.colours
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.raised))
        painter.fillRect(QRect(rect.left() + GAP * 3, rect.bottom(), rect.width() - GAP * 3, 1), QColor(colours.line))
        line = QFontMetrics(interface_font()).height()
        upper = QRect(rect.left() + GAP * 3, rect.top() + GAP, rect.width() - GAP * 4, line)
        lower = QRect(upper.left(), upper.bottom() + GAP_SMALL, upper.width(), rect.bottom() - upper.bottom() - GAP)
        self._draw_dot(painter, rect, upper, row)
        self._draw_label_and_value(painter, upper, row)
        self._draw_context(painter, lower, row)

    def _state_colour(self, row: FieldRow) -> QColor:
        state, colours = row.field.state, self.colours
        if row.remark:
            return QColor(colours.error)
        if state.blocks_final:
            return QColor(colours.error if row.field.value and state is State.OPEN else colours.open)
        return QColor(colours.muted if state is State.WAIVED else colours.done)

    def _draw_dot(self, painter: QPainter, rect: QRect, upper: QRect, row: FieldRow) -> None:
        colour = self._state_colour(row)
        painter.setPen(colour)
        painter.setBrush(Qt.BrushStyle.NoBrush if row.field.state.blocks_final else colour)
        painter.drawEllipse(rect.left() + GAP + 2, upper.center().y() - _DOT // 2 + 1, _DOT, _DOT)

    def _draw_label_and_value(self, painter: QPainter, upper: QRect, row: FieldRow) -> None:
        field = row.field
        settled = not field.state.blocks_final and field.state is not State.WAIVED
        is_value = settled or field.state is State.STALE
        value = field.value + field.unit if is_value else field.value or state_word(field.state)
        painter.setFont(interface_font(bold=settled))
        metrics = QFontMetrics(painter.font())
        room = upper.width() // 2
        shown = metrics.elidedText(value, Qt.TextElideMode.ElideRight, room)
        painter.setPen(self._state_colour(row) if row.remark or not settled else QColor(self.colours.text))
        painter.drawText(upper, _RIGHT, shown)
        room = upper.width() - metrics.horizontalAdvance(shown) - GAP * 2
        painter.setFont(interface_font())
        painter.setPen(QColor(self.colours.text))
        label = QFontMetrics(painter.font()).elidedText(field.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(upper, _LEFT, label)

    def _draw_context(self, painter: QPainter, lower: QRect, row: FieldRow) -> None:
        """Draw the words around the place, the place itself in the colour of its state."""
        painter.setFont(interface_font(SMALL_SIZE))
        metrics = QFontMetrics(painter.font())
        places = len(row.field.occurrences)
        if places > 1:
            count = tr("共 {places} 处", places=places)
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(lower, _RIGHT, count)
            lower = lower.adjusted(0, 0, -metrics.horizontalAdvance(count) - GAP, 0)
        left = lower.left()
        parts = ((row.before, self.colours.muted), (row.shown, ""), (row.behind, self.colours.muted))
        for text, colour in parts:
            painter.setPen(QColor(colour) if colour else self._state_colour(row))
            part = QRect(left, lower.top(), lower.right() - left, lower.height())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, _LEFT, shown)
            left += metrics.horizontalAdvance(shown)
            if shown != text:
                break
