"""The dialog 恢复未保存的报告: what was not saved when the program ended last, with time and difference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from assistant.window.compare_view import CompareView
from assistant.window.dialog_parts import accept_button, dialog_column, head_words, muted_words
from assistant.window.language import tr
from assistant.window.look import Colours
from assistant.workbench.comparing import difference_of, paired_paragraphs
from assistant.workbench.recovering import Recovered
from assistant.workbench.sentences import sentence

_LIST_HEIGHT = 150


class RecoveryDialog(QDialog):
    """Offers unsaved reports; one can be taken up again, others stay for the next time unless they are dropped.

    Signals:
        drop_requested: remove the copy of a report (object: Recovered).
    """

    drop_requested = Signal(object)

    def __init__(self, parent: QWidget, found: Sequence[Recovered], colours: Colours) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("recovery.title"))
        self.resize(860, 600)
        self._found = list(found)
        self._list = QListWidget(self)
        self._list.setAccessibleName(sentence("recovery.title"))
        self._list.setMaximumHeight(_LIST_HEIGHT)
        self._view = CompareView(self, colours)
        head = head_words(self, sentence("recovery.head", count=len(found)))
        about = muted_words(self, sentence("recovery.about"))
        column = dialog_column(self)
        for widget in (head, about, self._list):
            column.addWidget(widget)
        column.addWidget(self._view, 1)
        column.addLayout(self._buttons())
        for one in self._found:
            self._list.addItem(QListWidgetItem(_described(one)))
        self._list.currentRowChanged.connect(self._show)
        self._list.itemActivated.connect(lambda _item: self.accept())
        self._list.setCurrentRow(0)
        self._list.setFocus()

    @property
    def chosen(self) -> Recovered | None:
        """The report that is chosen in the list."""
        row = self._list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        drop = QPushButton(sentence("recovery.drop"), self)
        drop.setProperty("quiet", True)
        drop.clicked.connect(self._drop)
        later = QPushButton(sentence("recovery.later"), self)
        later.clicked.connect(self.reject)
        self._accept = accept_button(self, sentence("recovery.accept"))
        row.addWidget(drop)
        row.addStretch(1)
        row.addWidget(later)
        row.addWidget(self._accept)
        return row

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        one = self._found[row]
        former = one.former.text if one.former is not None else ""
        heads = (sentence("recovery.former" if one.former is not None else "recovery.none"), sentence("recovery.copy"))
        self._view.show_pairs(paired_paragraphs(former, one.saved.report.text), heads)

    def _drop(self) -> None:
        if (one := self.chosen) is None:
            return
        row = self._list.currentRow()
        self.drop_requested.emit(one)
        del self._found[row]
        self._list.takeItem(row)
        if not self._found:
            self.reject()


def _described(one: Recovered) -> str:
    """Return a report in one line: name, when, how much differs from its file."""
    name = one.path.stem if one.path is not None else (one.copy.head.title or sentence("recovery.unnamed"))
    when = one.when.strftime(tr("%m月%d日 %H:%M:%S"))
    if one.former is None:
        return sentence("recovery.row_new", name=name, when=when, count=len(one.saved.report.text))
    difference = difference_of(paired_paragraphs(one.former.text, one.saved.report.text))
    filled = sum(field.value != "" for field in one.saved.report.fields)
    return sentence(
        "recovery.row",
        name=name,
        when=when,
        paragraphs=difference.paragraphs,
        added=difference.added,
        removed=difference.removed,
        filled=filled,
    )
