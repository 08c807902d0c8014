"""关联 for several values at once: each value with the places it would go to, all to be looked at in one go."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, head_words, muted_words
from assistant.window.language import tr
from assistant.window.link_dialog import place_row, places_area
from assistant.window.look import GAP
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
        head = head_words(self, tr("以下 {count} 项各有几处，打勾的一并填写", count=len(questions)))
        about = muted_words(self, tr("这些地方看上去是同一内容。不是同一内容的请去掉勾，会另成一项。"))
        self._accept = accept_button(self, tr("填写打勾的处"))
        column = dialog_column(self)
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
        return places_area(self, inner)

    def _update_button(self) -> None:
        self._accept.setEnabled(any(self.ticked.values()))
