"""The list 还可以写: headings and sentences that other reports have where the caret stands, and this one lacks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, Colours
from assistant.window.phrase_rows import RowDelegate
from assistant.workbench.phrases_shown import Further, Furthers, Phrase
from assistant.workbench.sentences import sentence

_ROW = Qt.ItemDataRole.UserRole
_BELOW = Qt.ItemDataRole.UserRole + 1


class FurtherPanel(QWidget):
    """Lists what could be written as well, and tells what is to be put into the report.

    Signals:
        heading_requested: add a heading with its sentence (object: Further).
        sentence_requested: put a sentence where the caret is (str, with slots).
        left: back to the page.
    """

    heading_requested = Signal(object)
    sentence_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._section = QLabel(self)
        self._section.setWordWrap(True)
        self._section.setMargin(GAP)
        self._rows = QStandardItemModel(self)
        self._list = QListView(self)
        self._list.setModel(self._rows)
        self._delegate = _FurtherDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(sentence("further.list"))
        self._list.installEventFilter(self)
        self._list.doubleClicked.connect(lambda _index: self._insert())
        self._heading_button = QPushButton(sentence("further.insert"), self)
        self._heading_button.setToolTip(sentence("further.insert_hint"))
        self._sentence_button = QPushButton(sentence("further.sentence"), self)
        self._sentence_button.setToolTip(sentence("further.sentence_hint"))
        self._heading_button.clicked.connect(self._insert)
        self._sentence_button.clicked.connect(self._insert_sentence)
        self._list.selectionModel().currentChanged.connect(lambda _new, _old: self._enable())
        buttons = QHBoxLayout()
        buttons.setContentsMargins(GAP, GAP_SMALL, GAP, GAP)
        buttons.addWidget(self._heading_button, 1)
        buttons.addWidget(self._sentence_button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._section)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        self._enable()

    @property
    def current(self) -> Further | Phrase | None:
        """The chosen row."""
        found: Further | Phrase | None = self._list.currentIndex().data(_ROW)
        return found

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._delegate.colours = colours
        self._list.viewport().update()

    def show_furthers(self, furthers: Furthers) -> None:
        """Show what is offered for a section; the chosen row stays where it was, as far as it can."""
        row = max(self._list.currentIndex().row(), 0)
        name = furthers.section
        told = "further.section" if name else "further.report"
        if not furthers.points and not furthers.sentences:
            told = "further.nothing"
        self._section.setText(sentence(told, section=name))
        self._rows.clear()
        rows: tuple[Further | Phrase, ...] = (*furthers.points, *furthers.sentences)
        for one in rows:
            words, below = _parts_of(one)
            item = QStandardItem(words)
            item.setEditable(False)
            item.setData(one, _ROW)
            item.setData(below, _BELOW)
            item.setToolTip(f"{words}\n{below}")
            self._rows.appendRow(item)
        self._list.setCurrentIndex(self._rows.index(min(row, self._rows.rowCount() - 1), 0))
        self._enable()

    def start_choosing(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter inserts the heading, with Ctrl only the sentence; Escape goes back to the page."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                only_sentence = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self._insert_sentence() if only_sentence else self._insert()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _insert(self) -> None:
        if isinstance(self.current, Further):
            self.heading_requested.emit(self.current)
        else:
            self._insert_sentence()

    def _insert_sentence(self) -> None:
        words = _sentence_of(self.current)
        if words:
            self.sentence_requested.emit(words)

    def _enable(self) -> None:
        self._heading_button.setEnabled(isinstance(self.current, Further))
        self._sentence_button.setEnabled(bool(_sentence_of(self.current)))


class _FurtherDelegate(RowDelegate):
    def parts_of(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, str]:
        return index.data(Qt.ItemDataRole.DisplayRole), index.data(_BELOW)


def _sentence_of(one: Further | Phrase | None) -> str:
    if isinstance(one, Further):
        return one.frame
    return one.text if one is not None else ""


def _parts_of(one: Further | Phrase) -> tuple[str, str]:
    """Return what a row says, and what stands below it."""
    if isinstance(one, Phrase):
        return one.text, sentence("further.kind_sentence", category=tr(one.category))
    told = "further.kind_part" if one.is_part else "further.kind_heading"
    sources = tr("、").join(tr("《{name}》", name=name) for name in one.sources[:2] if name)
    below = sentence(told, point=one.point) + (f"　{sources}" if sources else "")
    return one.heading, f"{below}\n{one.frame}" if one.frame else below
