"""The dialog 历史版本: versions beside the present text or one another, taken back whole or in part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assistant.window.compare_view import CompareView
from assistant.window.dialog_parts import asked_to_replace, dialog_column, muted_words
from assistant.window.language import tr
from assistant.window.look import GAP, Colours
from assistant.workbench.comparing import PairOfParagraphs, difference_of
from assistant.workbench.recovering import time_of
from assistant.workbench.sentences import sentence
from assistant.workbench.versions import Version

_LIST_WIDTH = 250


class VersionDialog(QDialog):
    """Shows versions; what is done with them is done by the flow, which then shows the outcome.

    Signals:
        comparison_requested: compare the chosen version with the present text, or with another one (`against`).
        restore_requested: take the chosen version back as a whole.
        paragraph_requested: take one paragraph of it back (index of the pair).
        name_requested: keep the chosen version under this name (str).
        keep_requested: keep the present text as a version of this name (str).
        removal_requested: delete the chosen version for good.
    """

    comparison_requested = Signal()
    restore_requested = Signal()
    paragraph_requested = Signal(int)
    name_requested = Signal(str)
    keep_requested = Signal(str)
    removal_requested = Signal()

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("versions.title"))
        self.resize(1040, 680)
        self._versions: tuple[Version, ...] = ()
        self._list = QListWidget(self)
        self._list.setAccessibleName(sentence("versions.title"))
        self._list.setWordWrap(True)
        self._list.setMinimumWidth(_LIST_WIDTH)
        self._list.currentRowChanged.connect(self._choose)
        self._about = muted_words(self)
        self._view = CompareView(self, colours)
        self._view.restore_requested.connect(self.paragraph_requested)
        self._other = QComboBox(self)
        self._other.setAccessibleName(sentence("versions.against"))
        self._other.currentIndexChanged.connect(lambda _index: self._choose(self._list.currentRow()))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._list)
        split.addWidget(self._compared())
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = dialog_column(self)
        column.addWidget(self._about)
        column.addWidget(split, 1)
        column.addLayout(self._buttons())

    @property
    def chosen(self) -> Version | None:
        """The version that is chosen in the list."""
        row = self._list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    @property
    def against(self) -> Version | None:
        """The other version that the chosen one is compared with; None for the present text."""
        number = self._other.currentIndex() - 1
        return self._versions[number] if 0 <= number < len(self._versions) else None

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these versions, latest first; the one that was chosen stays so."""
        former, against = self.chosen, self.against
        for shown in (self._list, self._other):
            shown.blockSignals(True)
            shown.clear()
        self._versions = tuple(versions)
        self._other.addItem(sentence("versions.present"))
        for version in versions:
            self._list.addItem(QListWidgetItem(_described(version)))
            self._other.addItem(_described(version))
        paths = [version.path for version in versions]
        self._other.setCurrentIndex(paths.index(against.path) + 1 if against and against.path in paths else 0)
        for shown in (self._list, self._other):
            shown.blockSignals(False)
        self._about.setText(sentence("versions.about" if versions else "versions.none"))
        self._list.setCurrentRow(
            paths.index(former.path) if former and former.path in paths else self._row_after(former)
        )
        for button in (self._restore, self._name, self._remove):
            button.setEnabled(bool(versions))
        if not versions:
            self._view.clear()

    def _row_after(self, gone: Version | None) -> int:
        """Return the row that stands where a version stood that is there no more."""
        if gone is None:
            return 0
        later = sum(one.order > gone.order for one in self._versions)
        return min(later, len(self._versions) - 1)

    def show_comparison(self, pairs: Sequence[PairOfParagraphs], restorable: frozenset[int]) -> None:
        """Show the chosen version beside what it is compared with: the earlier one on the left.

        `restorable` are the pairs that can be taken back into the present text.
        """
        difference = difference_of(pairs)
        chosen, against = self.chosen, self.against
        if not difference.paragraphs:
            words = "compare.equal"
        else:
            words = "versions.difference" if against is None else "versions.difference_between"
        self._about.setText(
            sentence(words, paragraphs=difference.paragraphs, added=difference.added, removed=difference.removed)
        )
        heads = sentence("versions.then"), sentence("versions.now")
        if chosen is not None and against is not None:
            earlier, later = in_order(chosen, against)
            heads = _described(earlier), _described(later)
        self._view.show_pairs(pairs, heads, restorable=restorable if against is None else None)

    def tell(self, text: str) -> None:
        """Show a sentence above the lists."""
        self._about.setText(text)

    def _compared(self) -> QWidget:
        """Return the comparison with what it is made with above it."""
        side = QWidget(self)
        words = QLabel(sentence("versions.against"), side)
        words.setBuddy(self._other)
        row = QHBoxLayout()
        row.addWidget(words)
        row.addWidget(self._other, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(GAP, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self._view, 1)
        return side

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        keep = QPushButton(sentence("versions.keep"), self)
        keep.clicked.connect(lambda: self._ask_name(self.keep_requested.emit))
        self._name = QPushButton(sentence("versions.name"), self)
        self._name.clicked.connect(
            lambda: self._ask_name(self.name_requested.emit, self.chosen.head.name if self.chosen else "")
        )
        self._remove = QPushButton(sentence("versions.remove"), self)
        self._remove.clicked.connect(self._ask_to_remove)
        self._restore = QPushButton(sentence("versions.restore"), self)
        self._restore.setProperty("primary", True)
        self._restore.clicked.connect(self.restore_requested)
        close = QPushButton(sentence("versions.close"), self)
        close.clicked.connect(self.accept)
        row.addWidget(keep)
        row.addWidget(self._name)
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self._restore)
        for button in (keep, self._name, self._remove, self._restore):
            button.setAutoDefault(False)
        return row

    def _ask_name(self, tell: Callable[[str], None], name: str = "") -> None:
        name, is_given = QInputDialog.getText(
            self, sentence("versions.title"), sentence("versions.ask_name"), QLineEdit.EchoMode.Normal, name
        )
        if is_given and name.strip():
            tell(name.strip())

    def _ask_to_remove(self) -> None:
        if self.chosen is None:
            return
        question = sentence("versions.ask_remove", version=_described(self.chosen))
        if asked_to_replace(self, question, words=tr("删除")):
            self.removal_requested.emit()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._versions):
            self.comparison_requested.emit()


def in_order(one: Version, other: Version) -> tuple[Version, Version]:
    """Return two versions, the earlier one first."""
    return (one, other) if one.order <= other.order else (other, one)


def _described(version: Version) -> str:
    when = _day_and_time(time_of(version.head.when_iso), datetime.now().astimezone())
    why = version.head.name or sentence(f"versions.reason_{version.head.reason}")
    return f"{'★ ' if version.is_named else ''}{when}　{why}"


def _day_and_time(when: datetime, now: datetime) -> str:
    days = (now.date() - when.date()).days
    if days in (0, 1):
        return when.strftime(tr("今天 %H:%M") if days == 0 else tr("昨天 %H:%M"))
    return when.strftime(tr("%m月%d日 %H:%M") if when.year == now.year else tr("%Y年%m月%d日 %H:%M"))
