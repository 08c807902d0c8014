"""The dialog 从提纲开始: a genre, and its tree of headings to be changed before it becomes a report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.window.dialog_parts import dialog_column, head_words, muted_words
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench import outlines
from assistant.workbench.outlines import Outline, Plan
from assistant.workbench.sentences import sentence

_GENRES_WIDTH = 210
_ROW = 28
_FRAME_HEIGHT = 72


class OutlineDialog(QDialog):
    """Shows the outlines by genre; headings are renamed in place, added, removed, moved and shifted."""

    def __init__(self, parent: QWidget | None, shipped: tuple[Outline, ...]) -> None:
        super().__init__(parent)
        self._shipped = shipped
        self._outline = shipped[0]
        self._plan: Plan = shipped[0].plan
        self.setWindowTitle(sentence("outline.title"))
        self.resize(860, 560)
        self.genres = QListWidget(self)
        self.genres.setObjectName("framed")
        self.genres.setAccessibleName(sentence("outline.genres"))
        self.genres.setFixedWidth(_GENRES_WIDTH)
        self.genres.addItems([tr(outline.genre) for outline in shipped])
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("framed")
        self.tree.setAccessibleName(sentence("outline.tree"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.frame = QPlainTextEdit(self)
        self.frame.setAccessibleName(sentence("outline.frame"))
        self.frame.setPlaceholderText(sentence("outline.no_frame"))
        self.frame.setTabChangesFocus(True)
        self.frame.setFixedHeight(_FRAME_HEIGHT)
        self._arrange()
        self.genres.currentRowChanged.connect(self._choose)
        self.tree.itemChanged.connect(self._rename)
        self.tree.currentItemChanged.connect(self._show_frame)
        self.frame.textChanged.connect(self._take_frame)
        self.genres.setCurrentRow(0)
        self.genres.setFocus()

    @property
    def text(self) -> str:
        """The text of the report that begins from what is shown."""
        return outlines.report_text(self._outline, self._plan)

    def _arrange(self) -> None:
        head = head_words(self, sentence("outline.head"))
        about = muted_words(self, sentence("outline.about"))
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self.genres)
        middle.addWidget(self.tree, 1)
        middle.addLayout(self._edits())
        column = dialog_column(self)
        column.addWidget(head)
        column.addWidget(about)
        column.addLayout(middle, 1)
        under = QLabel(sentence("outline.frame"), self)
        under.setObjectName("muted")
        under.setBuddy(self.frame)
        column.addWidget(under)
        column.addWidget(self.frame)
        column.addLayout(self._end())

    def _edits(self) -> QVBoxLayout:
        column = QVBoxLayout()
        edits: tuple[tuple[str, str, Callable[[Plan, int], tuple[Plan, int]]], ...] = (
            ("add", "Ctrl+Return", lambda plan, at: outlines.with_heading(plan, at, sentence("outline.new"))),
            ("drop", "Ctrl+Delete", lambda plan, at: (outlines.without_section(plan, at), at)),
            ("up", "Alt+Up", lambda plan, at: outlines.moved(plan, at, -1)),
            ("down", "Alt+Down", lambda plan, at: outlines.moved(plan, at, 1)),
            ("out", "Alt+Left", lambda plan, at: (outlines.shifted(plan, at, -1), at)),
            ("in", "Alt+Right", lambda plan, at: (outlines.shifted(plan, at, 1), at)),
        )
        for name, keys, edit in edits:
            button = QPushButton(sentence(f"outline.{name}"), self)
            button.setObjectName(f"outline_{name}")
            button.setToolTip(tr("{what}（{keys}）", what=sentence(f"outline.{name}"), keys=keys))
            button.setShortcut(QKeySequence(keys))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, edit=edit: self._edit(edit))
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _end(self) -> QHBoxLayout:
        cancel = QPushButton(sentence("outline.cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.begin = QPushButton(sentence("outline.begin"), self)
        self.begin.setProperty("primary", True)
        self.begin.setAutoDefault(False)
        self.begin.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.begin)
        return row

    def _choose(self, row: int) -> None:
        self._outline = self._shipped[row]
        self._show(self._outline.plan, 0)

    def _index(self) -> int:
        item = self.tree.currentItem()
        return -1 if item is None else int(item.data(0, Qt.ItemDataRole.UserRole))

    def _edit(self, edit: Callable[[Plan, int], tuple[Plan, int]]) -> None:
        index = self._index()
        if index >= 0 or not self._plan:
            self._show(
                *edit(self._plan, index) if self._plan else outlines.with_heading((), -1, sentence("outline.new"))
            )

    def _show(self, plan: Plan, current: int) -> None:
        self._plan = plan
        self.tree.clear()
        above = [self.tree.invisibleRootItem()]
        items = []
        for index, heading in enumerate(plan):
            del above[heading.level :]
            item = QTreeWidgetItem([heading.text])
            item.setSizeHint(0, QSize(0, _ROW))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setData(0, Qt.ItemDataRole.UserRole, index)
            above[-1].addChild(item)
            above.append(item)
            items.append(item)
        self.tree.expandAll()
        self.begin.setEnabled(bool(plan))
        if items:
            self.tree.setCurrentItem(items[min(current, len(items) - 1)])
        self._show_frame()

    def _rename(self, item: QTreeWidgetItem) -> None:
        words = item.text(0).strip()
        index = int(item.data(0, Qt.ItemDataRole.UserRole))
        if words:
            self._plan = outlines.renamed(self._plan, index, words)
        else:
            item.setText(0, self._plan[index].text)

    def _show_frame(self) -> None:
        index = self._index()
        is_heading = 0 <= index < len(self._plan)
        self.frame.blockSignals(True)
        self.frame.setPlainText(self._plan[index].frame if is_heading else "")
        self.frame.blockSignals(False)
        self.frame.setEnabled(is_heading)

    def _take_frame(self) -> None:
        index = self._index()
        if 0 <= index < len(self._plan):
            self._plan = outlines.with_frame(self._plan, index, self.frame.toPlainText())
