"""The rows of the phrase panel: one phrase each, what was looked for shown in colour, category and sources below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextDocument
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, LIGHT, Colours, interface_font
from assistant.workbench.phrase_forms import as_typed

if TYPE_CHECKING:
    from assistant.workbench.phrases_shown import Phrase

PHRASE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_BUILT_IN = "内置短语"
"""What the phrases that ship come from (workbench/builtin_phrases.py, which takes long to load)."""


class PhraseRows(QAbstractListModel):
    """The phrases that were found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._phrases: list[Phrase] = []
        self.example_of: Callable[[Phrase], str] = lambda phrase: ""

    def show_phrases(self, phrases: list[Phrase]) -> None:
        """Show other phrases."""
        self.beginResetModel()
        self._phrases = phrases
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many phrases are shown."""
        return 0 if parent.isValid() else len(self._phrases)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the phrase or its words."""
        if not index.isValid():
            return None
        phrase = self._phrases[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return phrase.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.example_of(phrase) or None
        return phrase if role == PHRASE else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let phrases be dragged into the text."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged phrases as they are typed, one a line."""
        carried = QMimeData()
        carried.setText("\n".join(as_typed(index.data(PHRASE).text) for index in indexes))
        return carried


class RowDelegate(QStyledItemDelegate):
    """Draws words over as many lines as they need, and a muted line below them."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self.words: list[str] = []
        """What is shown in colour."""
        self.colours: Colours = LIGHT

    def parts_of(self, index: _Index) -> tuple[str, str]:
        """Return the words of a row and what stands below them."""
        raise NotImplementedError

    def marked_in(self, words: str) -> list[str]:
        """Return what of a row's words is shown in colour."""
        return self.words

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height that the row takes in the width of the list."""
        width = self._view.viewport().width()
        return QSize(width, int(self._document(index, width).size().height()) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs of 6.9.3
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.colours.accent_soft))
        painter.translate(rect.left(), rect.top() + GAP_SMALL)
        self._document(index, rect.width()).drawContents(painter)
        painter.restore()

    def _document(self, index: _Index, width: int) -> QTextDocument:
        words, below = self.parts_of(index)
        text = escape(words)
        for word in self.marked_in(words):
            text = text.replace(escape(word), f'<b style="color:{self.colours.accent}">{escape(word)}</b>')
        document = QTextDocument()
        document.setDefaultFont(interface_font())
        document.setDocumentMargin(GAP)
        colours = self.colours
        document.setHtml(
            f'<span style="color:{colours.text}">{text}</span><br>'
            f'<span style="color:{colours.muted};font-size:small">{escape(below).replace(chr(10), "<br>")}</span>'
        )
        document.setTextWidth(width)
        return document


class PhraseDelegate(RowDelegate):
    """Draws a phrase, its category and where it comes from."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.letters: list[str] = []
        """Initials that were looked for; what they stand for is shown in colour."""

    def marked_in(self, words: str) -> list[str]:
        """Return the words that were looked for, and what of the phrase the initials stand for."""
        if not self.letters:
            return self.words
        from assistant.workbench.phrases_shown import spelt_with  # its word lists take time to load

        return [*self.words, *(part for letters in self.letters if (part := spelt_with(words, letters)))]

    def parts_of(self, index: _Index) -> tuple[str, str]:
        """Return the phrase, and its star, category and reports."""
        phrase: Phrase = index.data(PHRASE)
        names = tr("、").join(dict.fromkeys(_shown(name) for name, _section in phrase.sources[:2]))
        return phrase.text, f"{'★ ' if phrase.pinned else ''}{tr(phrase.category)}　{names}"


def _shown(name: str) -> str:
    """Return the name of a phrase's report as the clerk reads it."""
    return tr(name) if name == _BUILT_IN else name.rsplit(".", 1)[0]
