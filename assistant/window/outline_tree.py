"""The tree of the outline: keys, dragging and renaming in place become wishes; the text itself is changed elsewhere."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLine,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QTreeView, QWidget

from assistant.window.dragging import carry_row
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.working import SectionEntry

ENTRY = Qt.ItemDataRole.UserRole + 1
"""Role under which an item holds its SectionEntry."""
_LINE = 2
"""Pixels of the line that shows where a dragged section would come."""
_PLAIN, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_WISHES: dict[tuple[Qt.KeyboardModifier, int], str] = {
    (_ALT, Qt.Key.Key_Up): "up",
    (_ALT, Qt.Key.Key_Down): "down",
    (_ALT, Qt.Key.Key_Left): "promote",
    (_ALT, Qt.Key.Key_Right): "demote",
    (_PLAIN, Qt.Key.Key_F2): "rename",
    (_PLAIN, Qt.Key.Key_Insert): "insert",
    (_PLAIN, Qt.Key.Key_Delete): "remove",
}
_MENU = (
    ("up", "上移\tAlt+↑"),
    ("down", "下移\tAlt+↓"),
    ("promote", "升一级\tAlt+←"),
    ("demote", "降一级\tAlt+→"),
    ("insert", "在后面插入一节\tInsert"),
    ("rename", "改标题\tF2"),
    ("remove", "删除这一节\tDelete"),
    ("further", "这一节还可以写…\tCtrl+Shift+K"),
)


class OutlineTree(QTreeView):
    """Shows the sections and tells what the clerk wants done with one of them.

    Signals:
        change_requested: up, down, promote, demote, insert or remove a section (paragraph of its heading, which).
        rename_requested: other words for a heading (paragraph of the heading, words).
        further_requested: tell what a section could say as well (paragraph of its heading).
        drop_requested: a section was dragged (paragraph of its heading, that of the target, whether in front of it).
        drop_last_requested: a section was dragged below all others (paragraph of its heading).
    """

    change_requested = Signal(int, str)
    rename_requested = Signal(int, str)
    further_requested = Signal(int)
    drop_requested = Signal(int, int, bool)
    drop_last_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(GAP * 2)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("大纲"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)  # Qt's frames whole rows, where nothing is put
        self._drop_line: QLine | None = None

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wish_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what a key asks for."""
        wish = self._wish_of(event)
        if wish is None:
            super().keyPressEvent(event)
        else:
            self._ask(wish)

    def _wish_of(self, event: QKeyEvent) -> str | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return _WISHES.get((modifiers, event.key()))

    def _ask(self, wish: str) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        if wish == "rename":
            self.edit(index)
        elif wish == "further":
            self.further_requested.emit(_entry(index).section.first)
        else:
            self.change_requested.emit(_entry(index).section.first, wish)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the heading be renamed where it stands."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self.edit(index)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the section under the pointer."""
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = self.new_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def new_menu(self) -> QMenu:
        """Return the menu for the chosen section."""
        menu = QMenu(self)
        for wish, text in _MENU:
            menu.addAction(tr(text)).triggered.connect(lambda _checked=False, wish=wish: self._ask(wish))
        return menu

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the section beside the pointer."""
        carry_row(self, self.currentIndex(), Qt.DropAction.MoveAction)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which rows the section would come; only sections are dragged here."""
        if event.source() is not self:
            event.ignore()
            return
        super().dragMoveEvent(event)  # scrolls near the edges
        self._show_drop(event.position().toPoint())
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no goal any more."""
        super().dragLeaveEvent(event)
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the tree is built anew when the text has changed."""
        self.stopAutoScroll()
        self._show_drop(None)
        self.setState(QAbstractItemView.State.NoState)
        moved, goal = self.currentIndex(), self._goal_at(event.position().toPoint())
        if moved.isValid() and event.source() is self:
            first = _entry(moved).section.first
            if goal is None:
                self.drop_last_requested.emit(first)
            else:
                self.drop_requested.emit(first, _entry(goal[0]).section.first, goal[1])
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _goal_at(self, point: QPoint) -> tuple[QModelIndex, bool] | None:
        """Return the row next to which a section would come, and whether before it; None below all rows.

        What is dropped right below an open row comes before the first one in it, as the line shows.
        """
        index = self.indexAt(point)
        if not index.isValid():
            return None
        if point.y() < self.visualRect(index).center().y():
            return index, True
        inner = self.indexBelow(index)
        return (inner, True) if inner.parent() == index else (index, False)

    def _show_drop(self, point: QPoint | None) -> None:
        """Draw a line where a section would come that is let go at a point; with None no more."""
        self._drop_line = None
        goal = self._goal_at(point) if point is not None else None
        if goal is not None:
            row = self.visualRect(goal[0])
            y = row.top() if goal[1] else row.bottom()
            self._drop_line = QLine(row.left(), y, self.viewport().width(), y)
        elif point is not None:
            last = self.model().index(self.model().rowCount() - 1, 0)
            while (below := self.indexBelow(last)).isValid():
                last = below
            y = self.visualRect(last).bottom()
            self._drop_line = QLine(self.indentation(), y, self.viewport().width(), y)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and above them the line where a dragged section would come."""
        super().paintEvent(event)
        if self._drop_line is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().highlight().color(), _LINE))
            painter.drawLine(self._drop_line)


def _entry(index: QModelIndex | QPersistentModelIndex) -> SectionEntry:
    entry = index.data(ENTRY)
    assert isinstance(entry, SectionEntry)
    return entry


def fill_editor(editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
    """Put a heading's own words, without its number, into the line in which they are changed."""
    if isinstance(editor, QLineEdit):
        editor.setText(_entry(index).heading)
        editor.selectAll()


def take_from_editor(
    tree: OutlineTree, editor: QWidget, _model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
) -> None:
    """Ask for the words that were typed."""
    if isinstance(editor, QLineEdit):
        first, words = _entry(index).section.first, editor.text()
        # the tree is built anew then: not before Qt has done with this editor
        QTimer.singleShot(0, tree, lambda: tree.rename_requested.emit(first, words))
