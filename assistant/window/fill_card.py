"""The card at the foot of the fill panel: one field, its sentence, and the place to type its value."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.report.fields import Field, State
from assistant.window.fill_rows import FieldRow
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL
from assistant.workbench.advice import Advice
from assistant.workbench.answer_rows import can_be_doubted, former_value
from assistant.workbench.sentences import kind_word, sentence
from assistant.workbench.working import has_suggested_links


class ValueEdit(QLineEdit):
    """A line that leaves undo, redo and export to the window where it has no use for the keys itself."""

    def event(self, event: QEvent) -> bool:
        """Claim a shortcut only where it does something here."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            nothing_to_undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            nothing_to_redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            is_export = event.key() == Qt.Key.Key_E and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if nothing_to_undo or nothing_to_redo or is_export:
                event.ignore()
                return False
        return super().event(event)


class FillCard(QFrame):
    """Shows one field and takes its value.

    Signals:
        value_entered: Enter was pressed (field id, answer).
        value_left: another field was chosen while a changed answer stood here (field id, answer).
        waive_requested: the field shall stay masked, or no longer (field id).
        source_entered: who gives the value, and a note (field id, source, note).
        value_insisted: take a value although it does not fit (field id, answer).
        confirm_requested: let the old value stand (field id).
        doubt_requested: bring back the old value, to be looked at once more (field id).
        links_requested: say which places belong to the field (field id).
        step_requested: go to the next (1) or previous (-1) field.
        typed: the answer is being typed.
    """

    value_entered = Signal(str, str)
    value_left = Signal(str, str)
    waive_requested = Signal(str)
    source_entered = Signal(str, str, str)
    value_insisted = Signal(str, str)
    confirm_requested = Signal(str)
    doubt_requested = Signal(str)
    links_requested = Signal(str)
    step_requested = Signal(int)
    typed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._row: FieldRow | None = None
        self._is_telling = False
        self._told: tuple[str, str] | None = None
        self._advice: Advice | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._about = QLabel(self)
        self._about.setObjectName("muted")
        self._context = QLabel(self)
        self._context.setWordWrap(True)
        self._context.setTextFormat(Qt.TextFormat.RichText)
        self._build_lines()
        self._wrong = QLabel(self)
        self._wrong.setObjectName("wrong")
        self._wrong.setWordWrap(True)
        self._reason = QLabel(self)
        self._reason.setObjectName("muted")
        self._reason.setWordWrap(True)
        self._build_buttons()
        self._is_low = False
        self._arrange()
        self.show_field(None)

    def _build_lines(self) -> None:
        self._value = ValueEdit(self)
        self._value.setAccessibleName(tr("填写内容"))
        self._value.textEdited.connect(self.typed)
        self._value.textChanged.connect(lambda _text: self._name_next())
        self._value.returnPressed.connect(self._enter)
        self._value.editingFinished.connect(self.leave)
        self._unit = QLabel(self)
        self._source = QLineEdit(self)
        self._source.setPlaceholderText(tr("负责科室、人"))
        self._source.setAccessibleName(tr("来源"))
        self._source.editingFinished.connect(self._tell_source)
        self._note = QLineEdit(self)
        self._note.setPlaceholderText(tr("备注"))
        self._note.setAccessibleName(tr("备注"))
        self._note.editingFinished.connect(self._tell_source)

    def _build_buttons(self) -> None:
        self._take = QPushButton(self)
        self._take.setProperty("quiet", True)
        self._take.clicked.connect(self._take_advice)
        self._next = QPushButton(tr("填好，下一项"), self)
        self._next.setProperty("primary", True)
        self._next.setToolTip(tr("回车"))
        self._next.clicked.connect(self._enter)
        self._waive = QPushButton(tr("保留占位符"), self)
        self._waive.setProperty("quiet", True)
        self._waive.clicked.connect(self._ask_to_waive)
        self._links = QPushButton(tr("关联…"), self)
        self._links.setProperty("quiet", True)
        self._links.setToolTip(tr("查看这一项的各处，拆开或并入其他项"))
        self._links.clicked.connect(self._ask_for_links)

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
        source = QHBoxLayout()
        source.addWidget(self._source, 1)
        source.addWidget(self._note, 1)
        column.addLayout(source)
        column.addWidget(self._wrong)
        advice = QHBoxLayout()
        advice.addWidget(self._reason, 1)
        advice.addWidget(self._take, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(advice)
        column.addLayout(buttons)

    @property
    def field_id(self) -> str | None:
        """The id of the field shown, or None."""
        return self._row.field.id if self._row is not None else None

    @property
    def pending(self) -> tuple[str, str] | None:
        """The field id and what is typed for it but not entered yet, or None."""
        if self._row is None or not self._value.text().strip() or self._value.text() == self._row.field.value:
            return None
        return self._row.field.id, self._value.text()

    def show_field(self, row: FieldRow | None, *, advice: Advice | None = None, remark: str = "") -> None:
        """Show a field, or nothing; an answer being typed for the same unchanged field stays.

        `advice` is a value that the field probably has, `remark` what a check says of its present one.
        """
        is_same = row is not None and self._row is not None and row.field == self._row.field
        self._row = row
        self.setVisible(row is not None)
        if row is None:
            return
        field = row.field
        self._describe(row)
        is_wrong = bool(field.value) and field.state is State.OPEN
        self._wrong.setText(sentence("value.misfit", kind=kind_word(field.kind)) if is_wrong else remark)
        self._wrong.setVisible(is_wrong or bool(remark))
        self._show_advice(advice if advice is not None and advice.value != field.value else None)
        self._value.setProperty("wrong", is_wrong)
        self._value.style().unpolish(self._value)
        self._value.style().polish(self._value)
        words, about = _second_choice(field, is_wrong=is_wrong)
        self._waive.setText(words)
        self._waive.setToolTip(about)
        self._links.setVisible(len(field.occurrences) > 1 or field.state.blocks_final)
        self._waive.setVisible(can_be_doubted(field) or field.state not in (State.CONFIRMED, State.FILLED))
        if not is_same:
            self._value.setText(field.value)
        for line, text in ((self._source, field.source), (self._note, field.note)):
            if not line.hasFocus() or not is_same:
                line.setText(text)
        self._name_next()
        self._show_less()

    def _describe(self, row: FieldRow) -> None:
        """Say what the field is, and show the words around it."""
        field = row.field
        guessed = tr("（推测为同一项）") if has_suggested_links(field) else ""
        count = len(field.occurrences)
        places = tr(" · 共 {count} 处{guessed}", count=count, guessed=guessed) if count > 1 else ""
        former = former_value(field)
        was = tr(" · 原值 {value}", value=former + field.unit) if former else ""
        self._label.setText(f"<b>{html.escape(field.label)}</b>")
        self._about.setText(kind_word(field.kind) + places + was)
        self._context.setText(
            f"…{html.escape(row.before)}<b>【{html.escape(row.shown)}】</b>{html.escape(row.behind)}…"
        )
        self._unit.setText(field.unit)
        self._unit.setVisible(bool(field.unit))

    def set_low(self, low: bool) -> None:
        """Leave out what is not needed for filling where the panel is low: kind, and an empty source and note."""
        self._is_low = low
        self._show_less()

    def _show_less(self) -> None:
        is_told = any(line.text() or line.hasFocus() for line in (self._source, self._note))
        self._about.setVisible(not self._is_low)
        self._label.setToolTip(self._about.text() if self._is_low else "")
        for line in (self._source, self._note):
            line.setVisible(not self._is_low or is_told)

    def _name_next(self) -> None:
        """Say on the button that an old value stands where Enter would let it stand: nobody does that unawares."""
        field = self._row.field if self._row is not None else None
        stands = field is not None and field.state is State.STALE and self._value.text().strip() == field.value
        self._next.setText(tr("沿用，下一项") if stands else tr("填好，下一项"))

    def _show_advice(self, advice: Advice | None) -> None:
        self._advice = advice
        self._reason.setVisible(advice is not None)
        self._take.setVisible(advice is not None)
        self._value.setPlaceholderText(advice.value if advice is not None else "")
        if advice is not None:
            self._reason.setText(advice.reason)
            self._take.setText(sentence("advice.take", value=advice.value))

    def _take_advice(self) -> None:
        if self._advice is not None:
            self._tell(self.value_entered, self._advice.value)

    def start_typing(self) -> None:
        """Put the caret into the value, all of it chosen."""
        self._value.setFocus(Qt.FocusReason.OtherFocusReason)
        self._value.selectAll()

    def type_key(self, event: QKeyEvent) -> None:
        """Type a key that was pressed beside the card into the value."""
        self._value.keyPressEvent(event)

    def leave(self) -> None:
        """Tell a changed answer before another field is shown, so that nothing typed is lost."""
        if self._row is None or self._is_telling or self._value.text().strip() == self._row.field.value:
            return
        if self._told != (self._row.field.id, self._value.text()):
            self._tell(self.value_left, self._value.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys go to the field above or below."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_requested.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._row is None:
            return
        if not self._value.text().strip() and self._advice is not None:
            self._take_advice()
        else:
            self._tell(self.value_entered, self._value.text())

    def _tell(self, wish: SignalInstance, answer: str) -> None:
        """Tell an answer once, whatever focus does while it is being dealt with."""
        if self._row is None or self._is_telling:
            return
        self._is_telling = True
        self._told = (self._row.field.id, answer)
        try:
            wish.emit(self._row.field.id, answer)
        finally:
            self._is_telling = False

    def _tell_source(self) -> None:
        if self._row is None:
            return
        told = (self._source.text().strip(), self._note.text().strip())
        if told != (self._row.field.source, self._row.field.note):
            self.source_entered.emit(self._row.field.id, *told)

    def _ask_for_links(self) -> None:
        if self._row is not None:
            self.links_requested.emit(self._row.field.id)

    def _ask_to_waive(self) -> None:
        if self._row is None:
            return
        field = self._row.field
        if can_be_doubted(field):
            self.doubt_requested.emit(field.id)
        elif field.state is State.STALE:
            self.confirm_requested.emit(field.id)
        elif field.state is State.OPEN and field.value:
            self.value_insisted.emit(field.id, field.value)
        else:
            self.waive_requested.emit(self._row.field.id)


def _second_choice(field: Field, *, is_wrong: bool) -> tuple[str, str]:
    """Return the words of the button beside filling, and what it is for."""
    if is_wrong:
        return tr("仍然采用"), tr("照这样写入正文")
    if field.state is State.STALE:
        return tr("沿用"), tr("原来的内容仍然正确")
    if can_be_doubted(field):
        return tr("改回待核"), tr("恢复去年的内容，重新核实")
    if field.state is State.WAIVED:
        return tr("取消保留"), tr("这一项重新要求填写")
    return tr("保留占位符"), tr("这一项按原样打印，不再要求填写")
