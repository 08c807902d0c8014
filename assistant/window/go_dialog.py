"""定位: go to a page by its number, or to a section by words of its heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE
from assistant.workbench.working import SectionEntry

_CHOICE = Qt.ItemDataRole.UserRole
_MOVING = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class GoDialog(QDialog):
    """Lists pages and sections that what is typed may mean.

    Pages are counted, and the sections of a long text read, while it is open: what is chosen before is gone to as soon
    as its place is known.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("定位"))
        self.resize(460, 420)
        self._entries: Sequence[SectionEntry] = ()
        self._are_read = False
        self._page_starts: Sequence[int] | None = None
        self._is_going = False
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("标题中的字，或页码（正在分页…）"))
        self.line.setAccessibleName(tr("页码或标题"))
        self.line.textChanged.connect(self._begin_anew)
        self.list = QListWidget(self)
        self.list.setObjectName("framed")
        self.list.setUniformItemSizes(True)  # else each of some thousand is measured before the first is shown
        self.list.setAccessibleName(tr("页和标题"))
        self.list.itemActivated.connect(lambda _item: self._go())
        self.list.itemClicked.connect(lambda _item: self._go())
        self._hint = QLabel(tr("上下键选择，回车前往。"), self)
        self._hint.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self.line.setFocus()

    @property
    def position(self) -> int | None:
        """Where to go (code point), or None where nothing is chosen or its place is not known yet."""
        page, section = self._choice
        if page:
            return self._page_starts[page - 1] if self._page_starts is not None else None
        return self._entries[section].position if section >= 0 and self._are_read else None

    @property
    def _choice(self) -> tuple[int, int]:
        """The number of the chosen page, 0 for none, and of the section in the order of the text, -1 for none."""
        item = self.list.currentItem()
        choice: tuple[int, int] = (0, -1) if item is None else item.data(_CHOICE)
        return choice

    def show_pages(self, starts: Sequence[int]) -> None:
        """Take with which code point each page begins."""
        self._page_starts = starts
        words = tr("页码（1 至 {count}），或标题中的字", count=len(starts)) if starts else tr("标题中的字")
        self.line.setPlaceholderText(words)
        self._follow(other_list=self._asked_page > 0)

    def show_sections(self, entries: Sequence[SectionEntry], *, are_read: bool) -> None:
        """Take the sections; `are_read` tells whether they stand in the text as it is now, else others follow."""
        same = [_words_of(one) for one in entries] == [_words_of(one) for one in self._entries]
        self._entries, self._are_read = entries, are_read
        self._follow(other_list=not same)

    @property
    def _asked_page(self) -> int:
        """The number that was typed, 0 for none."""
        words = self.line.text().strip()
        return int(words) if words.isdecimal() else 0

    def _begin_anew(self) -> None:
        """List what the typed words may mean."""
        self._is_going = False
        self._list()
        self.list.setCurrentRow(0)

    def _follow(self, *, other_list: bool) -> None:
        """Stay with what is chosen when more is known, and go there where the clerk wanted to."""
        chosen, row = self._choice, max(0, self.list.currentRow())
        if other_list:
            self._list()
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        if self._is_going and self._choice == chosen:
            self._go()

    def _list(self) -> None:
        words, number = self.line.text().strip(), self._asked_page
        self.list.clear()
        if number and self._page_starts is None:
            self._add(tr("第 {number} 页（正在分页…）", number=number), (number, -1))
        elif self._page_starts is not None and 0 < number <= len(self._page_starts):
            self._add(tr("第 {number} 页", number=number), (number, -1))
        for index, entry in enumerate(self._entries):
            heading = _words_of(entry)
            if words in heading:
                self._add("　" * (entry.section.level - 1) + heading, (0, index))
        self._hint.setText(tr("上下键选择，回车前往。") if self.list.count() else self._nothing_words())

    def _nothing_words(self) -> str:
        """Return why there is nothing to go to."""
        if self._asked_page and self._page_starts:
            return tr("没有第 {number} 页，全文共 {count} 页。", number=self._asked_page, count=len(self._page_starts))
        return tr("没有含这些字的标题。") if self.line.text().strip() else tr("这份报告还没有标题，可以输入页码。")

    def _add(self, words: str, choice: tuple[int, int]) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_CHOICE, choice)
        item.setToolTip(words.strip())

    def _go(self) -> None:
        """Go to what is chosen: at once, or as soon as its place is known."""
        self._is_going = self.list.currentItem() is not None
        if self.position is not None:
            self.accept()
        elif self._is_going:
            self._hint.setText(tr("正在分页…，随后即前往。"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrow keys while the caret stays in the line; go with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            return
        if event.key() in _MOVING:
            rows = self.list.count()
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            row = self.list.currentRow() + by[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(row, 0), rows - 1))
            return
        super().keyPressEvent(event)


def _words_of(entry: SectionEntry) -> str:
    return entry.number + entry.heading
