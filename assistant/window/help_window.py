"""The help: a list of pages, a line to search them, and the page itself; stays open beside the work."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import spoken_language, tr
from assistant.window.look import GAP, GAP_LARGE, Colours
from assistant.workbench.help_pages import HelpPage, find_help, help_pages
from assistant.workbench.sentences import sentence

_PAGE = Qt.ItemDataRole.UserRole
_LIST_WIDTH = 190
_SIZE = (860, 600)
_TEXT_MARGIN = 18
_LINE_PERCENT = 130


class HelpWindow(QDialog):
    """Shows the pages of the help; Up and Down in the search line go through what was found."""

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("使用说明"))
        self.setModal(False)
        self.resize(*_SIZE)
        self._found_colour = QColor(colours.open_soft)
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(tr("查找，如：采集表"))
        self._words.setAccessibleName(tr("在使用说明中查找"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._search)
        self._list = QListWidget(self)
        self._list.setAccessibleName(tr("使用说明的目录"))
        self._list.currentItemChanged.connect(self._show)
        self._nothing = QLabel(sentence("help.nothing"), self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._text = QTextBrowser(self)
        self._text.setAccessibleName(tr("说明"))
        self._text.setOpenLinks(False)
        self._text.document().setDocumentMargin(_TEXT_MARGIN)
        self._lay_out()
        self._fill(help_pages(spoken_language()))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._words)
        left.addWidget(self._nothing)
        left.addWidget(self._list, 1)
        for widget in (self._words, self._list):
            widget.setFixedWidth(_LIST_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        row.setSpacing(GAP_LARGE)
        row.addLayout(left)
        row.addWidget(self._text, 1)

    def show_page(self, page_id: str) -> None:
        """Show one page and come to the front."""
        self._words.clear()
        for number in range(self._list.count()):
            if self._list.item(number).data(_PAGE).id == page_id:
                self._list.setCurrentRow(number)
        self.show()
        self.raise_()
        self.activateWindow()
        self._words.setFocus()

    def _search(self, words: str) -> None:
        found = find_help(words, spoken_language())
        self._fill(found)
        self._nothing.setVisible(not found)

    def _fill(self, pages: tuple[HelpPage, ...]) -> None:
        shown = self._list.currentItem().data(_PAGE) if self._list.currentItem() else None
        self._list.blockSignals(True)
        self._list.clear()
        for page in pages:
            item = QListWidgetItem(page.title, self._list)
            item.setData(_PAGE, page)
        self._list.blockSignals(False)
        searched = bool(self._words.text().strip())
        self._list.setCurrentRow(0 if searched or shown not in pages else pages.index(shown))
        self._show(self._list.currentItem())

    def _show(self, item: QListWidgetItem | None, _former: QListWidgetItem | None = None) -> None:
        if item is None:
            return
        self._text.setMarkdown(item.data(_PAGE).text)
        self._space_out()
        self._mark_words()

    def _space_out(self) -> None:
        """Set the lines as far apart as reading wants."""
        cursor = QTextCursor(self._text.document())
        cursor.select(QTextCursor.SelectionType.Document)
        apart = QTextBlockFormat()
        apart.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        apart.setBottomMargin(GAP)
        cursor.mergeBlockFormat(apart)

    def _mark_words(self) -> None:
        """Show where the words of the search stand, and the first of them in view."""
        document, found = self._text.document(), []
        for word in self._words.text().split():
            cursor = document.find(word, 0)
            while not cursor.isNull():
                found.append(cursor)
                cursor = document.find(word, cursor)
        self._text.setExtraSelections([self._mark(cursor) for cursor in found])
        if found:
            first = QTextCursor(document)
            first.setPosition(min(cursor.selectionStart() for cursor in found))
            self._text.setTextCursor(first)

    def _mark(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        mark: Any = QTextEdit.ExtraSelection()  # the stubs don't know what it holds
        mark.cursor = cursor
        mark.format.setBackground(self._found_colour)
        return cast(QTextEdit.ExtraSelection, mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the list with Up and Down while words are typed; Escape closes."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
