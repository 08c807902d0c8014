"""The outline: the report's sections as a tree with a filter, and what is open and found in each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, LIGHT, SMALL_SIZE, Colours, interface_font
from assistant.window.outline_tree import ENTRY, OutlineTree, fill_editor, take_from_editor
from assistant.workbench.working import SectionEntry

_PILL, _PILL_HEIGHT, _DOT = 24, 17, 7
_BADGE_FIGURE = 8
"""Pixels of one figure of a badge's number."""
_NARROW = 200
"""Pixels of a tree, as on a small screen with large type, in which badges are dots, so that headings can be read."""
_FINDINGS = ENTRY + 1
"""Where a row keeps how many findings its section has."""


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
        self._findings: Sequence[int] = ()
        self._model = QStandardItemModel(self)
        self.tree = OutlineTree(self)
        self.tree.setModel(self._model)
        self._badges = _BadgeDelegate(self.tree)
        self.tree.setItemDelegate(self._badges)
        self.tree.clicked.connect(self._go)
        self.tree.activated.connect(self._go)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("筛选标题"))
        self.words.setAccessibleName(tr("筛选标题"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _text: self._filter())
        self.words.returnPressed.connect(self._go_to_first)
        self.words.installEventFilter(self)
        self._empty = QLabel(tr("这份报告还没有小标题。\n在正文中以“一、”“（一）”“1.”开头的段落会出现在这里。"), self)
        self._empty.setObjectName("muted")
        self._empty.setWordWrap(True)
        self._empty.setMargin(GAP * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP_SMALL, 0, 0)
        column.setSpacing(GAP_SMALL)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, 0, GAP, 0)
        head.addWidget(self.words)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        column.addStretch(0)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._badges.colours = colours
        self.tree.viewport().update()

    def show_entries(self, entries: tuple[SectionEntry, ...]) -> None:
        """Show the sections; the tree is built anew only where headings or levels changed."""
        same = [(e.section.level, e.number, e.heading) for e in entries] == [
            (e.section.level, e.number, e.heading) for e in self._entries
        ]
        self._entries = entries
        self._empty.setVisible(not entries)
        self.tree.setVisible(bool(entries))
        self.words.setVisible(bool(entries))
        if not same:
            self._build(entries)
            if self.words.text().strip():
                self._filter()
            self.show_findings(self._findings)
            return
        with self._unmeasured():
            for item, entry in zip(self._items, entries, strict=True):
                item.setData(entry, ENTRY)

    @contextmanager
    def _unmeasured(self) -> Iterator[None]:
        """Change what rows keep, without the tree measuring each of them anew."""
        self._model.blockSignals(True)
        try:
            yield
        finally:
            self._model.blockSignals(False)
        self.tree.viewport().update()

    def show_findings(self, findings: Sequence[int]) -> None:
        """Show how many findings each section has; `findings` holds where they begin (code points), in order."""
        self._findings = findings
        with self._unmeasured():
            for item, entry in zip(self._items, self._entries, strict=True):
                count = bisect_right(findings, entry.end) - bisect_left(findings, entry.position)
                item.setData(count, _FINDINGS)
                hint = _hint(entry, count)
                item.setToolTip(hint)
                item.setAccessibleText(hint.replace("\n", tr("，")))

    def _filter(self) -> None:
        """Show the sections whose heading holds the words, and those above them."""
        words = self.words.text().strip().casefold()

        def is_shown(item: QStandardItem) -> bool:
            children = [is_shown(item.child(row)) for row in range(item.rowCount())]
            shown = words in item.text().casefold() or any(children)
            self.tree.setRowHidden(item.row(), item.index().parent(), not shown)
            return shown

        root = self._model.invisibleRootItem()
        for row in range(root.rowCount()):
            is_shown(root.child(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape empty the filter before it leads back to the page, and the arrow down lead into the tree."""
        if isinstance(event, QKeyEvent) and watched is self.words:
            is_escape = event.key() == Qt.Key.Key_Escape and bool(self.words.text())
            if is_escape and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if is_escape and event.type() is QEvent.Type.KeyPress:
                self.words.clear()
                return True
            if event.key() == Qt.Key.Key_Down and event.type() is QEvent.Type.KeyPress:
                self._choose_first_shown()
                return True
        return super().eventFilter(watched, event)

    def _choose_first_shown(self) -> None:
        """Choose the first section that fits the filter, and let the arrow keys go on from there."""
        if (found := self._first_fitting()) is not None:
            self.tree.setCurrentIndex(found.index())
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_first(self) -> None:
        """Go to the first section whose heading holds the words."""
        if (found := self._first_fitting()) is not None:
            self.tree.setCurrentIndex(found.index())
            self._go(found.index())

    def _first_fitting(self) -> QStandardItem | None:
        words = self.words.text().strip().casefold()
        return next((item for item in self._items if words in item.text().casefold()), None)

    def show_position(self, position: int) -> None:
        """Mark the innermost section that holds a code point of the text."""
        at = bisect_right(self._entries, position, key=lambda entry: entry.position) - 1
        while at >= 0 and self._entries[at].end < position:
            at -= 1
        current = self._items[at].index() if at >= 0 else QModelIndex()
        if current == self.tree.currentIndex():
            return
        if not current.isValid():
            self.tree.clearSelection()
            self.tree.scrollToTop()
        self.tree.setCurrentIndex(current)

    def rename(self, position: int) -> None:
        """Let the heading at a code point of the text be typed where it stands; a filter that hides it goes."""
        self.show_position(position)
        index = self.tree.currentIndex()
        if index.isValid() and self.tree.isRowHidden(index.row(), index.parent()):
            self.words.clear()
        if index.isValid() and self.tree.isVisible():
            self.tree.setFocus()
            self.tree.edit(index)

    def _build(self, entries: tuple[SectionEntry, ...]) -> None:
        former, self._model = self._model, QStandardItemModel(self)  # emptying the former one would take longer
        self._items = []
        tops: list[QStandardItem] = []
        above: list[tuple[int, QStandardItem]] = []
        for entry in entries:
            while above and above[-1][0] >= entry.section.level:
                above.pop()
            item = QStandardItem(entry.number + entry.heading)
            item.setData(entry, ENTRY)
            if above:
                above[-1][1].appendRow(item)
            else:
                tops.append(item)
            self._items.append(item)
            above.append((entry.section.level, item))
        self._model.invisibleRootItem().appendRows(tops)
        self.tree.setModel(self._model)  # only now: the tree hears of each row that comes in
        former.deleteLater()
        self.tree.expandAll()
        self.tree.scrollToTop()

    def _go(self, index: QModelIndex) -> None:
        entry: SectionEntry = index.data(ENTRY)
        self.position_requested.emit(entry.position)


def _hint(entry: SectionEntry, findings: int) -> str:
    """Return what is told where the pointer rests on a section."""
    parts = [entry.number + entry.heading]
    parts += [tr("未填和待核 {open_fields} 项", open_fields=entry.open_fields)] if entry.open_fields else []
    parts += [tr("检查结果 {findings} 处", findings=findings)] if findings else []
    return "\n".join(parts)


class _Badge(NamedTuple):
    """A number in a pill, or a dot where there is no room for numbers."""

    words: str
    ground: str
    ink: str

    @property
    def width(self) -> int:
        """How wide it is drawn, in pixels; numbers of one and of two figures stand below each other."""
        return max(_PILL, _BADGE_FIGURE * len(self.words) + GAP) if self.words else _DOT

    def draw(self, painter: QPainter, right: int, middle: int) -> None:
        """Draw it up to a right edge, about the middle of a row."""
        height = _PILL_HEIGHT if self.words else _DOT
        place = QRect(right - self.width, middle - height // 2, self.width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self.ground))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(QColor(self.ink))
        painter.setFont(interface_font(SMALL_SIZE - 1))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.words)
        painter.restore()


class _BadgeDelegate(QStyledItemDelegate):
    """Draws the numbers of open fields and of findings at the right end of a section's row."""

    colours = LIGHT

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row, its text kept clear of the badges."""
        entry: SectionEntry = index.data(ENTRY)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(option.rect, QColor(self.colours.accent_soft))  # type: ignore[attr-defined]
        text_option = QStyleOptionViewItem(option)
        row: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs of 6.9.3
        counts = [
            (entry.open_fields, self.colours.open_soft, self.colours.open),
            (index.data(_FINDINGS) or 0, self.colours.error_soft, self.colours.error),
        ]
        badges = [_Badge(str(count), *colours) for count, *colours in counts if count]
        width = sum(badge.width + GAP_SMALL for badge in badges)
        tree = self.parent()
        if isinstance(tree, OutlineTree) and tree.viewport().width() < _NARROW:  # the words go first
            badges = [_Badge("", badge.ink, badge.ink) for badge in badges]
            width = sum(badge.width + GAP_SMALL for badge in badges)
        text_option.rect = row.adjusted(0, 0, -width - GAP_SMALL if badges else 0, 0)  # type: ignore[attr-defined]
        super().paint(painter, text_option, index)
        right = row.right() - GAP_SMALL
        for badge in badges:
            badge.draw(painter, right, row.center().y())
            right -= badge.width + GAP_SMALL

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row's size, never too low for Chinese type."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), 28))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give the line in which a heading is typed all of the row: type is cut in the words' own rectangle."""
        editor.setGeometry(option.rect)  # type: ignore[attr-defined]

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
