"""The review after an import: what was found in the clerk's reports, to be kept, dropped, starred or changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from assistant.window.dialog_parts import dialog_column, head_words, muted_words
from assistant.window.language import tr
from assistant.workbench.phrases_shown import CATEGORIES, Decision, Phrase
from assistant.workbench.sentences import sentence

_TEXT, _CATEGORY, _STAR, _SECTION = range(4)
_PHRASE = Qt.ItemDataRole.UserRole
_SIZE = (860, 600)
_ROW = 28
_WIDTHS = {_CATEGORY: 110, _STAR: 60, _SECTION: 200}


class PhraseReviewDialog(QDialog):
    """Lists phrases, best first: ticked ones are kept; words and category are changed in place.

    `example_of` finds the sentence that a phrase comes from; it is asked when the mouse rests on a phrase.
    """

    def __init__(
        self, parent: QWidget, phrases: Sequence[Phrase], summary: str, example_of: Callable[[Phrase], str]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("review.title"))
        self.resize(*_SIZE)
        head = head_words(self, summary)
        about = muted_words(self, sentence("review.about", count=len(phrases)))
        self.tree = _ReviewTree(self)
        items = [_item(phrase, example_of) for phrase in phrases]
        self.tree.addTopLevelItems(items)
        if items:
            self.tree.setCurrentItem(items[0], _TEXT)
        column = dialog_column(self)
        column.addWidget(head)
        column.addWidget(about)
        column.addWidget(self.tree, 1)
        column.addLayout(self._buttons())
        self.tree.setFocus()

    @property
    def decisions(self) -> list[Decision]:
        """What differs from what the import found."""
        found = []
        shown = [tr(one) for one in CATEGORIES]
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            assert item is not None
            phrase: Phrase = item.data(_TEXT, _PHRASE)
            words = " ".join(item.text(_TEXT).split())
            category = CATEGORIES[shown.index(item.text(_CATEGORY))]
            decision = Decision(
                phrase.id,
                is_kept=item.checkState(_TEXT) is Qt.CheckState.Checked,
                pinned=True if item.checkState(_STAR) is Qt.CheckState.Checked else None,
                text=words if words and words != phrase.text else None,
                category=category if category != phrase.category else None,
            )
            if decision != Decision(phrase.id):
                found.append(decision)
        return found

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, state in (("review.all", Qt.CheckState.Checked), ("review.none", Qt.CheckState.Unchecked)):
            button = QPushButton(sentence(name), self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, state=state: self.tree.tick_all(state))
            row.addWidget(button)
        row.addStretch(1)
        later = QPushButton(sentence("review.later"), self)
        later.setToolTip(sentence("review.later_hint"))
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        self.accept_button = QPushButton(sentence("review.accept"), self)
        self.accept_button.setProperty("primary", True)
        self.accept_button.setAutoDefault(False)
        self.accept_button.clicked.connect(self.accept)
        row.addWidget(later)
        row.addWidget(self.accept_button)
        return row


class _ReviewTree(QTreeWidget):
    """Space or Delete drops and keeps, F2 changes the words, * sets the star."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("framed")
        self.setAccessibleName(sentence("review.title"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setHeaderLabels(sentence("review.heads").split("|"))
        self.setItemDelegateForColumn(_CATEGORY, _CategoryDelegate(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means for the chosen rows."""
        chosen = self.selectedItems() or [item for item in (self.currentItem(),) if item]
        if event.key() == Qt.Key.Key_Delete and chosen:
            _set(chosen, _TEXT, Qt.CheckState.Unchecked)
        elif event.key() == Qt.Key.Key_Space and chosen:
            is_kept = chosen[0].checkState(_TEXT) is Qt.CheckState.Checked
            _set(chosen, _TEXT, Qt.CheckState.Unchecked if is_kept else Qt.CheckState.Checked)
        elif event.text() == "*" and chosen:
            is_starred = chosen[0].checkState(_STAR) is Qt.CheckState.Checked
            _set(chosen, _STAR, Qt.CheckState.Unchecked if is_starred else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)

    def tick_all(self, state: Qt.CheckState) -> None:
        """Keep or drop every phrase."""
        _set([item for row in range(self.topLevelItemCount()) if (item := self.topLevelItem(row))], _TEXT, state)


class _CategoryDelegate(QStyledItemDelegate):
    """Lets the category be chosen from the list of categories."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        box = QComboBox(parent)
        box.addItems([tr(one) for one in CATEGORIES])
        return box

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data())

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())


def _set(items: Sequence[QTreeWidgetItem], column: int, state: Qt.CheckState) -> None:
    for item in items:
        item.setCheckState(column, state)


class _Item(QTreeWidgetItem):
    """A phrase that tells its example when it is asked for it."""

    def __init__(self, words: list[str], example_of: Callable[[], str]) -> None:
        super().__init__(words)
        self._example_of = example_of

    def data(self, column: int, role: int) -> object:
        """Return the example as a tip, all else as it was set."""
        if column == _TEXT and role == Qt.ItemDataRole.ToolTipRole:
            return self._example_of() or self.text(_TEXT)
        return super().data(column, role)


def _item(phrase: Phrase, example_of: Callable[[Phrase], str]) -> QTreeWidgetItem:
    section = phrase.sources[0][1] if phrase.sources else ""
    item = _Item([phrase.text, tr(phrase.category), "", section], lambda: example_of(phrase))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
    item.setData(_TEXT, _PHRASE, phrase)
    item.setSizeHint(_TEXT, QSize(0, _ROW))
    item.setCheckState(_TEXT, Qt.CheckState.Checked)
    item.setCheckState(_STAR, Qt.CheckState.Checked if phrase.pinned else Qt.CheckState.Unchecked)
    item.setToolTip(_SECTION, section)
    return item
