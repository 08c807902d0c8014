"""The link dialog 关联: the places that may be one value, each to be ticked."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, head_words, muted_words
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.linking import PlaceChoice
from assistant.workbench.sentences import inner_quotes


class LinkDialog(QDialog):
    """Asks which places are one value; those that belong to the field now are ticked."""

    def __init__(
        self,
        parent: QWidget,
        label: str,
        choices: tuple[PlaceChoice, ...],
        value: str,
        *,
        also: frozenset[str] = frozenset(),
    ) -> None:
        """Show the places; those of the fields `also` are ticked as well."""
        super().__init__(parent)
        self._also = also
        self.setWindowTitle(tr("关联"))
        self.resize(620, 480)
        self._boxes: list[tuple[QCheckBox, PlaceChoice]] = []
        own = [choice for choice in choices if choice.belongs or choice.field_id in also]
        others = [choice for choice in choices if choice not in own]
        question = (
            tr("把“{value}”填到以下打勾的 {count} 处？", value=value, count=len(own))
            if value
            else tr("“{label}”包括哪几处？", label=inner_quotes(label))
        )
        head = head_words(self, question)
        about = muted_words(self, tr("这些地方看上去是同一内容。不是同一内容的请去掉勾，会另成一项。"))
        self._accept = accept_button(self, tr("一并填写") if value else tr("确定"))
        column = dialog_column(self)
        column.addWidget(head)
        column.addWidget(about)
        column.addWidget(self._places(own, others), 1)
        column.addLayout(self._buttons())
        self._accept.setFocus()

    @property
    def ticked(self) -> set[tuple[str, int]]:
        """The (field id, index of the place) pairs that are ticked."""
        return {(choice.field_id, choice.index) for box, choice in self._boxes if box.isChecked()}

    def _places(self, own: list[PlaceChoice], others: list[PlaceChoice]) -> QScrollArea:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        self._add_rows(inner, column, own)
        if others:
            more = QLabel(tr("也可能是同一内容（需要时打勾并入）"), inner)
            more.setObjectName("muted")
            column.addSpacing(GAP)
            column.addWidget(more)
            self._add_rows(inner, column, others)
        column.addStretch(1)
        return places_area(self, inner)

    def _add_rows(self, inner: QWidget, column: QVBoxLayout, choices: list[PlaceChoice]) -> None:
        for choice in choices:
            box, row = place_row(inner, choice)
            box.setChecked(choice.belongs or choice.field_id in self._also)
            box.toggled.connect(self._update_button)
            self._boxes.append((box, choice))
            column.addLayout(row)

    def _buttons(self) -> QHBoxLayout:
        none = QPushButton(tr("全不选"), self)
        none.setProperty("quiet", True)
        none.clicked.connect(self._untick_all)
        row = closing_buttons(self, self._accept)
        row.insertWidget(0, none)
        return row

    def _untick_all(self) -> None:
        for box, _ in self._boxes:
            box.setChecked(False)

    def _update_button(self) -> None:
        self._accept.setEnabled(bool(self.ticked))


def places_area(dialog: QDialog, inner: QWidget) -> QScrollArea:
    """Return the area in which the rows of places scroll."""
    area = QScrollArea(dialog)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows take the keys
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def place_row(parent: QWidget, choice: PlaceChoice) -> tuple[QCheckBox, QHBoxLayout]:
    """Return a tick for a place, and the row in which it stands before the words round the place."""
    box = QCheckBox(parent)
    box.setChecked(choice.belongs)
    words = f"…{html.escape(choice.before)}<b>【{html.escape(choice.shown)}】</b>{html.escape(choice.behind)}…"
    text = QLabel(words, parent)
    text.setTextFormat(Qt.TextFormat.RichText)
    text.setWordWrap(True)
    text.setBuddy(box)
    box.setAccessibleName(f"{choice.before}{choice.shown}{choice.behind}")
    row = QHBoxLayout()
    row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return box, row
