"""特殊字符: characters that a keyboard lacks, those used last in front, put in with a click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP, HEAD_SIZE, interface_font
from assistant.workbench.characters import CharacterGroup, character_name, with_recent_character

_CELL = 34
_COLUMNS = 12


class CharacterPanel(QDialog):
    """Shows the characters; stays open until it is closed.

    Signals:
        character_chosen: put a character into the text (str).
        recent_changed: the characters used last are others (object: tuple of str).
    """

    character_chosen = Signal(str)
    recent_changed = Signal(object)

    def __init__(self, parent: QWidget, groups: Sequence[CharacterGroup], recent: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("特殊字符"))
        self._recent = tuple(recent)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP // 2)
        self.lists: list[QListWidget] = []
        shown = [CharacterGroup(tr("最近用过"), "".join(self._recent)), *groups]
        for group in shown:
            head = QLabel(tr(group.name), self)
            head.setObjectName("muted")
            listed = self._list(group)
            head.setBuddy(listed)
            column.addWidget(head)
            column.addWidget(listed)
            self.lists.append(listed)
        self._recent_head = column.itemAt(0).widget()
        self._show_recent()
        hint = QLabel(tr("方向键选择，回车插入，Esc 关闭。"), self)
        hint.setObjectName("muted")
        column.addWidget(hint)
        self._stand_in_area(inner)
        first = self.lists[0] if self._recent else self.lists[1]
        first.setCurrentRow(0)
        first.setFocus()

    def _stand_in_area(self, inner: QWidget) -> None:
        """Let the groups scroll where a small screen has no room for all of them."""
        area = QScrollArea(self)
        area.setObjectName("bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        wanted = inner.sizeHint()
        self.resize(wanted.width() + area.verticalScrollBar().sizeHint().width(), wanted.height())

    def _list(self, group: CharacterGroup) -> QListWidget:
        listed = QListWidget(self)
        listed.setObjectName("framed")
        listed.setAccessibleName(tr(group.name))
        listed.setViewMode(QListWidget.ViewMode.IconMode)
        listed.setMovement(QListWidget.Movement.Static)
        listed.setResizeMode(QListWidget.ResizeMode.Adjust)
        listed.setUniformItemSizes(True)
        listed.setGridSize(QSize(_CELL, _CELL))
        listed.setFont(interface_font(HEAD_SIZE))
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setFixedWidth(_CELL * _COLUMNS + 14)
        listed.itemClicked.connect(self._choose)
        listed.itemActivated.connect(self._choose)
        self._fill(listed, group.characters)
        return listed

    def _fill(self, listed: QListWidget, characters: str) -> None:
        listed.clear()
        for character in characters:
            item = QListWidgetItem(character, listed)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            name = character_name(character)
            item.setToolTip(f"{character}　{tr(name)}" if name else character)
            item.setSizeHint(QSize(_CELL, _CELL))
        rows = max(1, -(-len(characters) // _COLUMNS))
        listed.setFixedHeight(rows * _CELL + 10)

    def _show_recent(self) -> None:
        self._fill(self.lists[0], "".join(self._recent))
        self.lists[0].setVisible(bool(self._recent))
        self._recent_head.setVisible(bool(self._recent))

    def _choose(self, item: QListWidgetItem) -> None:
        character = item.text()
        self.character_chosen.emit(character)
        recent = with_recent_character(self._recent, character)
        if recent != self._recent:
            self._recent = recent
            self.recent_changed.emit(recent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from one group to the next with Tab, as everywhere; Enter belongs to the lists."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)
