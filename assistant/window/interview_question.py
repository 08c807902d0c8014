"""One question of 逐项填写: the sentence with its place, a large input, source and note, and the ways on."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.report.fields import Field, State
from assistant.window.fitted_area import FittedArea
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, LIGHT, Colours, interface_font
from assistant.window.value_input import ValueInput
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.interview import Question
from assistant.workbench.sentences import kind_word, state_word

_INPUT_SIZE, _SENTENCE_SIZE = 15, 13
_WIDEST = 780
_KEPT = 310
"""Pixels of height for a question and its answer: below them the buttons stay where they are from one to the next."""


class InterviewQuestion(QWidget):
    """Shows one question and takes its answer.

    Signals:
        answered: Enter was pressed, or 填好 (str: the answer as typed).
        edit_requested: something else was decided about the field (object: FieldEdit, bool: whether to go on).
        links_requested: say which places belong to the field (field id).
        step_requested: go to the next (1) or previous (-1) question.
        typed: the answer is being typed.
    """

    answered = Signal(str)
    edit_requested = Signal(object, bool)
    links_requested = Signal(str)
    step_requested = Signal(int)
    typed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._colours: Colours = LIGHT
        self._advised = self._remark = ""
        self._doubts: Callable[[str], str] = lambda text: ""
        self._section = self._words(muted=True)
        self._sentence = self._words(size=_SENTENCE_SIZE)
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._label = self._words()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self.value = ValueInput(self, size=_INPUT_SIZE)
        self.value.entered.connect(self._enter)
        self.value.typed.connect(self.typed)
        self.value.typed.connect(self._name_next)
        self.value.typed.connect(self._show_doubt)
        self._doubt = self._words()
        self._doubt.setObjectName("wrong")
        self._prompt = self._words(muted=True)
        self._source = QLineEdit(self)
        self._source.setPlaceholderText(tr("负责科室、人"))
        self._source.setAccessibleName(tr("来源"))
        self._note = QLineEdit(self)
        self._note.setPlaceholderText(tr("备注"))
        self._note.setAccessibleName(tr("备注"))
        for line in (self._source, self._note):
            line.editingFinished.connect(self._tell_about)
            line.returnPressed.connect(self.value.start)
        self._asking = self._make_asking()
        self._arrange()

    def _words(self, *, size: int = 0, bold: bool = False, muted: bool = False) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        if size:
            label.setFont(interface_font(size, bold=bold))
        if muted:
            label.setObjectName("muted")
        return label

    def _make_asking(self) -> QWidget:
        """Return the row in which the office that must give the value is named."""
        row = QWidget(self)
        self._office = QComboBox(row)
        self._office.setEditable(True)
        self._office.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._office.setAccessibleName(tr("请哪个科室提供"))
        self._office.setMinimumWidth(220)
        line = self._office.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("科室名称"))
        line.returnPressed.connect(self._ask_office)
        label = QLabel(tr("请哪个科室提供？"), row)
        label.setBuddy(self._office)
        take = QPushButton(tr("记下，下一项"), row)
        take.clicked.connect(self._ask_office)
        column = QHBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(self._office, 1)
        column.addWidget(take)
        row.hide()
        return row

    def _button(self, words: str, hint: str, slot: Callable[[], object], *, quiet: bool = True) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("quiet", quiet)
        button.setToolTip(hint)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _arrange(self) -> None:
        self._back = self._button(tr("上一项"), "PageUp", lambda: self.step_requested.emit(-1), quiet=False)
        self._skip = self._button(tr("跳过"), "PageDown", lambda: self.step_requested.emit(1), quiet=False)
        self._ask = self._button(
            tr("问科室(&K)"), tr("记下由哪个科室提供，采集表上会列出"), self.start_asking, quiet=False
        )
        self._decide = self._button("", "", self._take_decision)
        self._links = self._button(tr("关联…(&L)"), tr("查看这一项的各处，拆开或并入其他项"), self._ask_links)
        self._next = self._button(tr("填好，下一项"), tr("回车"), self._enter, quiet=False)
        self._next.setProperty("primary", True)
        inner = QVBoxLayout()
        inner.setSpacing(GAP)
        inner.addWidget(self._section)
        inner.addWidget(self._sentence)
        inner.addSpacing(GAP)
        inner.addWidget(self._label)
        inner.addWidget(self.value)
        inner.addWidget(self._doubt)
        inner.addWidget(self._prompt)
        inner.addSpacing(GAP)
        inner.addLayout(self._about_row())
        inner.addWidget(self._asking)
        inner.addStretch(1)
        inner.setContentsMargins(0, 0, 0, 0)
        asked = QWidget(self)
        asked.setLayout(inner)
        self._area = FittedArea(self, asked, wanted=_KEPT)
        middle = QWidget(self)
        middle.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._area)
        column.addLayout(self._button_row())
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        row.addStretch(1)
        row.addWidget(middle, 20)
        row.addStretch(1)

    def _about_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, line in ((tr("来源(&S)"), self._source), (tr("备注(&N)"), self._note)):
            label = QLabel(words, self)
            label.setBuddy(line)
            row.addWidget(label)
            row.addWidget(line, 1)
        return row

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in (self._back, self._skip, self._ask):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self._decide, self._links, self._next):
            row.addWidget(button)
        return row

    # -- showing -----------------------------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Show the place in the colours of a theme."""
        self._colours = colours
        if self._question is not None:
            self._sentence.setText(self._marked(self._question.pieces))
            self._label.setText(self._named(self._question.field))

    def show_question(
        self,
        question: Question,
        *,
        reads: Callable[[str], str | None],
        offers: Sequence[str],
        advised: str,
        reason: str,
        offices: Sequence[str],
        doubts: Callable[[str], str],
        remark: str = "",
    ) -> None:
        """Show a question; what is being typed for the same field stays.

        `advised` is a value that Enter takes in the empty line, `reason` why; `offices` are those named before.
        `doubts` tells what speaks against an answer, `remark` is what a check says of the present value.
        """
        field = question.field
        old = self._question.field if self._question is not None else None
        is_same = old is not None and old.id == field.id
        kept = self.value.text if old is not None and is_same and old.value == field.value else None
        self._question, self._advised = question, advised
        self._doubts, self._remark = doubts, remark
        self._section.setText(question.section)
        self._section.setVisible(bool(question.section))
        self._sentence.setText(self._marked(question.pieces))
        self._label.setText(self._named(field))
        hint = tr("{advised}（按回车采用）", advised=advised) if advised else ""
        self.value.show_field(field, reads=reads, offers=offers, hint=hint, text=kept)
        self._prompt.setText("\n".join(one for one in (reason if advised else "", question.prompt) if one))
        if not (is_same and (self._source.hasFocus() or self._note.hasFocus())):
            self._source.setText(field.source)
            self._note.setText(field.note)
        words, about = self._decision()
        self._decide.setText(words)
        self._decide.setToolTip(about)
        self._decide.setVisible(bool(words))
        self._links.setVisible(len(field.occurrences) > 1 or field.state.blocks_final)
        if not is_same:
            self._asking.hide()
        self._show_offices(offices)
        self._name_next()
        self._show_doubt()

    def _show_doubt(self) -> None:
        """Say what speaks against what is typed, or against the value that stands."""
        text = self.value.text.strip()
        doubt = (self._doubts(text) if text else "") if self.is_changed else self._remark
        self._doubt.setText(doubt)
        self._doubt.setVisible(bool(doubt))

    def _name_next(self) -> None:
        """Say on the button that an old value stands where Enter would let it stand."""
        stands = self._question is not None and self._question.field.state is State.STALE and not self.is_changed
        self._next.setText(tr("沿用，下一项") if stands else tr("填好，下一项"))

    def _show_offices(self, offices: Sequence[str]) -> None:
        if self._asking.isVisible():
            return
        self._office.clear()
        self._office.addItems(list(offices))

    def _marked(self, pieces: Sequence[str]) -> str:
        colours = self._colours
        style = f"background-color:{colours.open_soft};color:{colours.open};font-weight:bold"
        return "".join(
            f'<span style="{style}">&nbsp;{html.escape(piece)}&nbsp;</span>' if number % 2 else html.escape(piece)
            for number, piece in enumerate(pieces)
        )

    def _named(self, field: Field) -> str:
        """Return the name of a field with its kind, number of places and state behind it, in one line."""
        places = tr(" · 共 {count} 处", count=len(field.occurrences)) if len(field.occurrences) > 1 else ""
        about = f"{kind_word(field.kind)}{places} · {state_word(field.state)}"
        return (
            f'<span style="font-size:{HEAD_SIZE + 2}pt;font-weight:bold">{html.escape(field.label)}</span>'
            f'&emsp;<span style="color:{self._colours.muted}">{html.escape(about)}</span>'
        )

    def _decision(self) -> tuple[str, str]:
        """Return the words of the button that settles the field without a new value, and what it is for."""
        if self._question is None:
            return "", ""
        field = self._question.field
        if field.state is State.STALE:
            return tr("沿用(&Y)"), tr("原来的内容仍然正确")
        if field.state is State.OPEN and field.value:
            return tr("仍然采用(&Y)"), tr("照这样写入正文")
        if field.state is State.WAIVED:
            return tr("取消保留(&Y)"), tr("这一项重新要求填写")
        return (tr("保留占位符(&Y)"), tr("这一项按原样打印，不再要求填写")) if field.state is State.OPEN else ("", "")

    # -- answering ---------------------------------------------------------------------------------

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that the field does not hold."""
        return self._question is not None and self.value.text.strip() != self._question.field.value

    @property
    def pending(self) -> tuple[str, str] | None:
        """The field id and what is typed for it but not entered yet, or None."""
        if self._question is None or not self.is_changed or not self.value.text.strip():
            return None
        return self._question.field.id, self.value.text

    def leave(self) -> None:
        """Tell what is typed but not entered, so that nothing is lost."""
        if self._question is None:
            return
        self._tell_about()
        if self.is_changed:
            self.edit_requested.emit(FieldEdit(self._question.field.id, self.value.text), False)

    def stop_asking(self) -> bool:
        """Hide the row in which an office is named; return whether it was shown."""
        was_shown = self._asking.isVisible()
        self._asking.hide()
        if was_shown:
            self.value.start()
        return was_shown

    def start_asking(self) -> None:
        """Ask for the office that must give the value."""
        if self._question is None:
            return
        self._asking.show()
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self._asking))
        if self._question.field.source:
            self._office.setEditText(self._question.field.source)
        self._office.setFocus()
        line = self._office.lineEdit()
        assert line is not None
        line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next and previous question, before the scroll area around takes the keys for itself."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.step_requested.emit(step)
        else:
            super().keyPressEvent(event)

    def _ask_office(self) -> None:
        office = self._office.currentText().strip()
        if self._question is not None and office:
            self._source.setText(office)
            self._asking.hide()
            self.edit_requested.emit(FieldEdit(self._question.field.id, source=office), True)

    def _enter(self) -> None:
        if self._question is None:
            return
        self._tell_about()
        self.answered.emit(self.value.text.strip() or self._advised)

    def _tell_about(self) -> None:
        if self._question is None:
            return
        field = self._question.field
        told = (self._source.text().strip(), self._note.text().strip())
        if told != (field.source, field.note):
            self.edit_requested.emit(FieldEdit(field.id, source=told[0], note=told[1]), False)

    def _take_decision(self) -> None:
        if self._question is None:
            return
        field = self._question.field
        if field.state is State.STALE:
            edit = FieldEdit(field.id, state=State.CONFIRMED)
        elif field.state is State.WAIVED:
            edit = FieldEdit(field.id, state=State.OPEN)
        elif field.value:
            edit = FieldEdit(field.id, field.value, state=State.CONFIRMED)
        else:
            edit = FieldEdit(field.id, state=State.WAIVED)
        self.edit_requested.emit(edit, edit.state is not State.OPEN)

    def _ask_links(self) -> None:
        if self._question is not None:
            self.links_requested.emit(self._question.field.id)
