"""The tree of the outline: keys, dragging and renaming in place become wishes; the text itself is changed elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QTreeView, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.working import SectionEntry

ENTRY = Qt.ItemDataRole.UserRole + 1
"""Role under which an item holds its SectionEntry."""
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
    """

    change_requested = Signal(int, str)
    rename_requested = Signal(int, str)
    further_requested = Signal(int)
    drop_requested = Signal(int, int, bool)

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
        self.setDropIndicatorShown(True)

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

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the tree is built anew when the text has changed."""
        index = self.indexAt(event.position().toPoint())
        moved = self.currentIndex()
        if index.isValid() and moved.isValid() and event.source() is self:
            first, target = _entry(moved).section.first, _entry(index).section.first
            before = self._is_upper_half(index, event.position().toPoint())
            self.drop_requested.emit(first, target, before)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _is_upper_half(self, index: QModelIndex, point: QPoint) -> bool:
        return point.y() < self.visualRect(index).center().y()


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
