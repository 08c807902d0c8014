"""定位: go to a page by its number, or to a section by words of its heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE
from assistant.workbench.working import SectionEntry

_POSITION = Qt.ItemDataRole.UserRole
_MOVING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class GoDialog(QDialog):
    """Lists pages and sections that what is typed may mean."""

    def __init__(self, parent: QWidget, entries: Sequence[SectionEntry], page_starts: Sequence[int]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("定位"))
        self.resize(460, 420)
        self._entries, self._page_starts = entries, page_starts
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("页码（1 至 {count}），或标题中的字", count=len(page_starts)))
        self.line.setAccessibleName(tr("页码或标题"))
        self.line.textChanged.connect(self._refresh)
        self.list = QListWidget(self)
        self.list.setObjectName("framed")
        self.list.setAccessibleName(tr("页和标题"))
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.itemClicked.connect(lambda _item: self.accept())
        hint = QLabel(tr("上下键选择，回车前往。"), self)
        hint.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        self._refresh()
        self.line.setFocus()

    @property
    def position(self) -> int | None:
        """Where to go (code point), or None."""
        item = self.list.currentItem()
        return None if item is None else int(item.data(_POSITION))

    def _refresh(self) -> None:
        words = self.line.text().strip()
        self.list.clear()
        if words.isdecimal() and 0 < int(words) <= len(self._page_starts):
            self._add(tr("第 {number} 页", number=int(words)), self._page_starts[int(words) - 1])
        for entry in self._entries:
            heading = entry.number + entry.heading
            if words in heading:
                self._add("　" * (entry.section.level - 1) + heading, entry.position)
        self.list.setCurrentRow(0)

    def _add(self, words: str, position: int) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_POSITION, position)
        item.setToolTip(words.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys while the caret stays in the line; go with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.position is not None:
                self.accept()
            return
        if event.key() in _MOVING:
            rows = self.list.count()
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            row = self.list.currentRow() + by[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), rows - 1))
            return
        super().keyPressEvent(event)
