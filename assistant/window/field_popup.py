"""A small input beside a field in the page: opened with Enter, closed with Enter or Escape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.window.page import PageEditor
from assistant.window.value_input import ValueInput
from assistant.workbench.advice import Advice
from assistant.workbench.unit_info import load_answer_book
from assistant.workbench.value_offers import offers_for
from assistant.workbench.working import tidy_answer

_WIDTH = 320


class FieldPopup(QFrame):
    """Takes the value of one field where it stands.

    Signals:
        answered: an answer was given (field id, answer).
        insisted: an answer is to be written though it does not fit (field id, answer).
    """

    answered = Signal(str, str)
    insisted = Signal(str, str)

    def __init__(self, page: PageEditor, desk: Desk, advice_for: Callable[[str], Advice | None]) -> None:
        super().__init__(page)
        self.setObjectName("card")
        self.setFixedWidth(_WIDTH)
        self._page, self._desk, self._advice_for = page, desk, advice_for
        self._field_id: str | None = None
        self._advised = ""
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setObjectName("muted")
        self.value = ValueInput(self)
        self.value.entered.connect(self._enter)
        self.value.line.textChanged.connect(lambda _text: self._offer_insisting())
        self._insist = QPushButton(tr("仍然采用"), self, autoDefault=True)
        self._insist.setProperty("quiet", True)
        self._insist.setToolTip(tr("照这样写入正文"))
        self._insist.clicked.connect(lambda _checked=False: self._write_anyhow())
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP // 2)
        column.addWidget(self._label)
        column.addWidget(self.value)
        column.addWidget(self._insist, 0, Qt.AlignmentFlag.AlignRight)
        self._insist.hide()
        self.hide()
        page.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def open(self, field_id: str) -> bool:
        """Ask for a field beside its place at the caret; return whether it could be asked for."""
        if not self._desk.has_report or self._desk.is_read_only:
            return False
        self._page.flush()
        working = self._desk.working
        field = next((one for one in working.report.fields if one.id == field_id), None)
        if field is None:
            return False
        self._field_id = field_id
        advice = self._advice_for(field_id)
        self._advised = advice.value if advice is not None and advice.value != field.value else ""
        places = tr("（共 {count} 处）", count=len(field.occurrences)) if len(field.occurrences) > 1 else ""
        self._label.setText(field.label + places)
        self.value.show_field(
            field,
            reads=lambda text: tidy_answer(self._desk.working, field_id, text),
            offers=offers_for(working, field, load_answer_book()),
            hint=tr("{advised}（按回车采用）", advised=self._advised) if self._advised else "",
        )
        self.show()
        self._place()
        self.raise_()
        self.value.start()
        return True

    def _place(self) -> None:
        """Stand below the field, or above it where there is no room below."""
        if self.isHidden():
            return
        self.adjustSize()
        rect = self._page.field_rect
        viewport = self._page.viewport()
        x = min(max(rect.left(), 0), max(0, viewport.width() - self.width()))
        below = rect.bottom() + 4
        fits = below + self.height() <= viewport.height() or rect.top() < self.height()
        y = below if fits else rect.top() - self.height() - 4
        self.move(viewport.mapTo(self._page, QPoint(x, y)))

    def _enter(self) -> None:
        """Take the answer; stay open where it does not fit."""
        answer = self.value.text.strip() or self._advised
        if self._tell(answer) is False:
            return
        self._close()

    def _offer_insisting(self) -> None:
        """Show the button for an answer that does not fit its kind."""
        text, field_id = self.value.text.strip(), self._field_id
        is_misfit = bool(text) and field_id is not None and tidy_answer(self._desk.working, field_id, text) is None
        if is_misfit is self._insist.isHidden():
            self._insist.setVisible(is_misfit)
            self._place()

    def _write_anyhow(self) -> None:
        field_id, answer = self._field_id, self.value.text.strip()
        self._close()
        if field_id is not None:
            self.insisted.emit(field_id, answer)

    def _tell(self, answer: str) -> bool:
        """Tell a changed answer; return whether the field is settled or nothing was to be told."""
        field_id = self._field_id
        if field_id is None or not self._desk.has_report:
            return True
        field = next((one for one in self._desk.working.report.fields if one.id == field_id), None)
        if field is None or (answer == field.value and not (answer and field.state.blocks_final)) or not answer:
            return True
        self._field_id = None  # a question about links takes the focus away: nothing is to be told twice
        self.answered.emit(field_id, answer)
        self._field_id = field_id
        now = next((one for one in self._desk.working.report.fields if one.id == field_id), None)
        return now is None or not now.state.blocks_final

    def leave(self) -> None:
        """Take what is typed but not entered, and close."""
        if not self.isHidden():
            self._tell(self.value.text.strip())
            self._close()

    @property
    def pending(self) -> tuple[str, str] | None:
        """The field and what is typed for it but not entered yet, or None."""
        if self.isHidden() or self._field_id is None or not self.value.text.strip():
            return None
        return self._field_id, self.value.text

    def _close(self) -> None:
        field_id, self._field_id = self._field_id, None
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus and field_id is not None:
            self._page.setFocus()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Let the tab key go between line and button: the page around them has another use for it."""
        other = self._insist if self.value.line.hasFocus() else self.value.line
        if not other.isHidden():
            other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close without a change with Escape; no other key goes on to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Claim Escape before the window's shortcut gets it."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() is QEvent.Type.ShortcutOverride and is_escape:
            event.accept()
            return True
        return super().event(event)

    def _follow_focus(self, _old: QObject | None, now: QWidget | None) -> None:
        """Take what was typed when the clerk goes elsewhere in the window."""
        if self.isHidden() or self._field_id is None or now is None or now.window() is not self.window():
            return
        if now is not self and not self.isAncestorOf(now):
            self.leave()
