"""The outline: the report's sections as a tree, with the number of open fields in each."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assistant.window.look import GAP, GAP_SMALL, LIGHT, SMALL_SIZE, Colours, interface_font
from assistant.window.outline_tree import ENTRY, OutlineTree, fill_editor, take_from_editor
from assistant.workbench.working import SectionEntry

_BADGE_WIDTH = 34


class OutlinePanel(QWidget):
    """Shows the sections and asks to go to the one that is chosen.

    Signals:
        position_requested: go to this code point of the text (int).
    """

    position_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._entries: tuple[SectionEntry, ...] = ()
        self._items: list[QStandardItem] = []
        self._model = QStandardItemModel(self)
        self.tree = self._tree = OutlineTree(self)
        self._tree.setModel(self._model)
        self._badges = _BadgeDelegate(self._tree)
        self._tree.setItemDelegate(self._badges)
        self._tree.clicked.connect(self._go)
        self._tree.activated.connect(self._go)
        self._empty = QLabel("这份报告还没有小标题。\n在正文中以“一、”“（一）”“1.”开头的段落会出现在这里。", self)
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setMargin(GAP * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_SMALL, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self._tree, 1)
        column.addStretch(0)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._badges.colours = colours
        self._tree.viewport().update()

    def show_entries(self, entries: tuple[SectionEntry, ...]) -> None:
        """Show the sections; the tree is built anew only where headings or levels changed."""
        same = [(e.section.level, e.number, e.heading) for e in entries] == [
            (e.section.level, e.number, e.heading) for e in self._entries
        ]
        self._entries = entries
        self._empty.setVisible(not entries)
        self._tree.setVisible(bool(entries))
        if same:
            self._model.blockSignals(True)  # else the tree measures each row anew
            for item, entry in zip(self._items, entries, strict=True):
                item.setData(entry, ENTRY)
            self._model.blockSignals(False)
            self._tree.viewport().update()
            return
        self._build(entries)

    def show_position(self, position: int) -> None:
        """Mark the innermost section that holds a code point of the text."""
        at = bisect_right(self._entries, position, key=lambda entry: entry.position) - 1
        while at >= 0 and self._entries[at].end < position:
            at -= 1
        current = self._items[at].index() if at >= 0 else QModelIndex()
        if current == self._tree.currentIndex():
            return
        if not current.isValid():
            self._tree.clearSelection()
            self._tree.scrollToTop()
        self._tree.setCurrentIndex(current)

    def _build(self, entries: tuple[SectionEntry, ...]) -> None:
        self._model.clear()
        self._items = []
        above: list[tuple[int, QStandardItem]] = [(0, self._model.invisibleRootItem())]
        for entry in entries:
            while above[-1][0] >= entry.section.level:
                above.pop()
            item = QStandardItem(entry.number + entry.heading)
            item.setToolTip(entry.number + entry.heading)
            item.setData(entry, ENTRY)
            above[-1][1].appendRow(item)
            self._items.append(item)
            above.append((entry.section.level, item))
        self._tree.expandAll()
        self._tree.scrollToTop()

    def _go(self, index: QModelIndex) -> None:
        entry: SectionEntry = index.data(ENTRY)
        self.position_requested.emit(entry.position)


class _BadgeDelegate(QStyledItemDelegate):
    """Draws the number of open fields at the right end of a section's row."""

    colours = LIGHT

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row, its text kept clear of the badge."""
        entry: SectionEntry = index.data(ENTRY)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(option.rect, QColor(self.colours.accent_soft))  # type: ignore[attr-defined]
        text_option = QStyleOptionViewItem(option)
        row: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs of 6.9.3
        if entry.open_fields:
            text_option.rect = row.adjusted(0, 0, -_BADGE_WIDTH, 0)  # type: ignore[attr-defined]
        super().paint(painter, text_option, index)
        if not entry.open_fields:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        badge = QRect(row.right() - _BADGE_WIDTH + 4, row.center().y() - 8, _BADGE_WIDTH - 10, 17)
        painter.setBrush(QColor(self.colours.open_soft))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(badge, 8, 8)
        painter.setPen(QColor(self.colours.open))
        painter.setFont(interface_font(SMALL_SIZE - 1))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(entry.open_fields))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row's size, never too low for Chinese type."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), 28))

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Let the heading's own words be changed, not its number."""
        fill_editor(editor, index)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ask for other words; the tree follows the text."""
        tree = self.parent()
        if isinstance(tree, OutlineTree):
            take_from_editor(tree, editor, model, index)
