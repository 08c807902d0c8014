"""关联 for several values at once: each value with the places it would go to, all to be looked at in one go."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.link_dialog import place_row
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, interface_font
from assistant.window.tick_list import closing_buttons
from assistant.workbench.linking import PlaceChoice

_SIZE = (640, 560)


@dataclass(frozen=True, slots=True)
class LinkQuestion:
    """One value and the places that may be meant."""

    field_id: str
    label: str
    value: str
    choices: tuple[PlaceChoice, ...]


class LinkBatchDialog(QDialog):
    """Asks for each value which of its places are one value; all are ticked at first."""

    def __init__(self, parent: QWidget, questions: Sequence[LinkQuestion]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("关联"))
        self.resize(*_SIZE)
        self._boxes: dict[str, list[tuple[QCheckBox, PlaceChoice]]] = {}
        head = QLabel(tr("以下 {count} 项各有几处，打勾的一并填写", count=len(questions)), self)
        head.setFont(interface_font(HEAD_SIZE, bold=True))
        head.setWordWrap(True)
        about = QLabel(tr("这些地方看上去是同一内容。不是同一内容的请去掉勾，会另成一项。"), self)
        about.setObjectName("muted")
        about.setWordWrap(True)
        self._accept = QPushButton(tr("填写打勾的处"), self)
        self._accept.setProperty("primary", True)
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(head)
        column.addWidget(about)
        column.addWidget(self._questions(questions), 1)
        column.addLayout(closing_buttons(self, self._accept))
        self._accept.setFocus()

    @property
    def ticked(self) -> dict[str, set[tuple[str, int]]]:
        """The ticked places (field id, index) by the field whose value they get."""
        return {
            field_id: {(choice.field_id, choice.index) for box, choice in boxes if box.isChecked()}
            for field_id, boxes in self._boxes.items()
        }

    def _questions(self, questions: Sequence[LinkQuestion]) -> QScrollArea:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setSpacing(GAP)
        for number, one in enumerate(questions):
            if number:
                line = QFrame(inner)
                line.setFrameShape(QFrame.Shape.HLine)
                column.addWidget(line)
            words = tr("{label}：{value}", label=html.escape(one.label), value=f"<b>{html.escape(one.value)}</b>")
            column.addWidget(QLabel(words, inner))
            boxes = self._boxes[one.field_id] = []
            for choice in (choice for choice in one.choices if choice.belongs):
                box, row = place_row(inner, choice)
                box.toggled.connect(self._update_button)
                boxes.append((box, choice))
                column.addLayout(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows take the keys
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _update_button(self) -> None:
        self._accept.setEnabled(any(self.ticked.values()))
