"""All keys in one list, by menu and by place of the window, to be narrowed by a word."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, interface_font
from assistant.workbench.help_pages import KeyRow

_SIZE = (560, 620)
_NAMES = {"Return": "回车", "Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Ins": "Insert", "Del": "Delete"}
_PLUS = "加号"


def shown_keys(keys: str) -> str:
    """Return keys as a clerk reads them ("Alt+回车")."""
    if keys.endswith("++"):
        return f"{keys[:-2]}+{tr(_PLUS)}"
    return "+".join(tr(_NAMES.get(part, part)) for part in keys.split("+"))


class KeysDialog(QDialog):
    """Shows every key and what it does."""

    def __init__(self, parent: QWidget, rows: Iterable[KeyRow]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("快捷键"))
        self.resize(*_SIZE)
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(tr("按功能或按键查找"))
        self._words.setAccessibleName(tr("查找快捷键"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._narrow)
        self._tree = QTreeWidget(self)
        self._tree.setObjectName("framed")
        self._tree.setAccessibleName(tr("全部快捷键"))
        self._tree.setColumnCount(2)
        self._tree.setHeaderLabels([tr("功能"), tr("按键")])
        self._tree.setRootIsDecorated(False)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        self._places: list[QTreeWidgetItem] = []
        self._fill(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self._words)
        column.addWidget(self._tree, 1)

    def _fill(self, rows: Iterable[KeyRow]) -> None:
        for row in rows:
            if not self._places or self._places[-1].text(0) != row.place:
                place = QTreeWidgetItem(self._tree, [row.place])
                place.setFont(0, interface_font(bold=True))
                place.setFirstColumnSpanned(True)
                self._places.append(place)
            QTreeWidgetItem(self._places[-1], [row.what, tr("、").join(map(shown_keys, row.keys))])
        self._tree.expandAll()

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        for place in self._places:
            rows = [place.child(index) for index in range(place.childCount())]
            for row in rows:
                told = f"{place.text(0)} {row.text(0)} {row.text(1)}".casefold()
                row.setHidden(not all(word in told for word in wanted))
            place.setHidden(all(row.isHidden() for row in rows))
