"""The card at the foot of the fill panel: one field, its sentence, and the place to type its value."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.report.fields import State
from assistant.window.fill_rows import FieldRow
from assistant.window.look import GAP, GAP_SMALL
from assistant.workbench.sentences import kind_word, sentence
from assistant.workbench.working import has_suggested_links


class FillCard(QFrame):
    """Shows one field and takes its value.

    Signals:
        value_entered: Enter was pressed (field id, answer).
        value_left: another field was chosen while a changed answer stood here (field id, answer).
        waive_requested: the field shall stay masked, or no longer (field id).
        confirm_requested: let the old value stand (field id).
        links_requested: say which places belong to the field (field id).
        step_requested: go to the next (1) or previous (-1) field.
    """

    value_entered = Signal(str, str)
    value_left = Signal(str, str)
    waive_requested = Signal(str)
    confirm_requested = Signal(str)
    links_requested = Signal(str)
    step_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._row: FieldRow | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._about = QLabel(self)
        self._about.setObjectName("muted")
        self._context = QLabel(self)
        self._context.setWordWrap(True)
        self._context.setTextFormat(Qt.TextFormat.RichText)
        self._value = QLineEdit(self)
        self._value.setAccessibleName("填写内容")
        self._value.returnPressed.connect(self._enter)
        self._unit = QLabel(self)
        self._wrong = QLabel(self)
        self._wrong.setObjectName("wrong")
        self._wrong.setWordWrap(True)
        self._next = QPushButton("填好，下一项", self)
        self._next.setProperty("primary", True)
        self._next.setToolTip("回车")
        self._next.clicked.connect(self._enter)
        self._waive = QPushButton("保留占位符", self)
        self._waive.setProperty("quiet", True)
        self._waive.clicked.connect(self._ask_to_waive)
        self._links = QPushButton("关联…", self)
        self._links.setProperty("quiet", True)
        self._links.setToolTip("查看这一项的各处，拆开或并入其他项")
        self._links.clicked.connect(self._ask_for_links)
        self._arrange()
        self.show_field(None)

    def _arrange(self) -> None:
        value = QHBoxLayout()
        value.addWidget(self._value, 1)
        value.addWidget(self._unit)
        buttons = QHBoxLayout()
        buttons.addWidget(self._waive)
        buttons.addWidget(self._links)
        buttons.addStretch(1)
        buttons.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP + GAP_SMALL)
        column.setSpacing(GAP - 2)
        for part in (self._label, self._about, self._context):
            column.addWidget(part)
        column.addLayout(value)
        column.addWidget(self._wrong)
        column.addLayout(buttons)

    @property
    def field_id(self) -> str | None:
        """The id of the field shown, or None."""
        return self._row.field.id if self._row is not None else None

    def show_field(self, row: FieldRow | None) -> None:
        """Show a field, or nothing; an answer being typed for the same unchanged field stays."""
        is_same = row is not None and self._row is not None and row.field == self._row.field
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        field = row.field
        guessed = "（推测为同一项）" if has_suggested_links(field) else ""
        places = f" · 共 {len(field.occurrences)} 处{guessed}" if len(field.occurrences) > 1 else ""
        self._label.setText(f"<b>{html.escape(field.label)}</b>")
        self._about.setText(kind_word(field.kind) + places)
        self._context.setText(
            f"…{html.escape(row.before)}<b>【{html.escape(row.shown)}】</b>{html.escape(row.behind)}…"
        )
        self._unit.setText(field.unit)
        self._unit.setVisible(bool(field.unit))
        is_wrong = bool(field.value) and field.state is State.OPEN
        self._wrong.setText(sentence("value.misfit", kind=kind_word(field.kind)))
        self._wrong.setVisible(is_wrong)
        self._value.setProperty("wrong", is_wrong)
        self._value.style().unpolish(self._value)
        self._value.style().polish(self._value)
        is_stale = field.state is State.STALE
        self._waive.setText("沿用" if is_stale else "取消保留" if field.state is State.WAIVED else "保留占位符")
        self._waive.setToolTip("原来的内容仍然正确" if is_stale else "这一项按原样打印，不再要求填写")
        self._waive.setVisible(field.state is not State.CONFIRMED)
        if not is_same:
            self._value.setText(field.value)

    def start_typing(self) -> None:
        """Put the caret into the value, all of it chosen."""
        self._value.setFocus(Qt.FocusReason.OtherFocusReason)
        self._value.selectAll()

    def leave(self) -> None:
        """Tell a changed answer before another field is shown, so that nothing typed is lost."""
        if self._row is not None and self._value.text().strip() != self._row.field.value:
            self.value_left.emit(self._row.field.id, self._value.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys go to the field above or below."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._row is not None:
            self.value_entered.emit(self._row.field.id, self._value.text())

    def _ask_for_links(self) -> None:
        if self._row is not None:
            self.links_requested.emit(self._row.field.id)

    def _ask_to_waive(self) -> None:
        if self._row is None:
            return
        if self._row.field.state is State.STALE:
            self.confirm_requested.emit(self._row.field.id)
        else:
            self.waive_requested.emit(self._row.field.id)
