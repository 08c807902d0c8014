"""逐项填写: a room in which the fields are asked one by one, with a page of all answers at the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.report.fields import State
from assistant.window.answer_table import AnswerTable
from assistant.window.interview_question import InterviewQuestion
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, Colours, interface_font
from assistant.workbench.advice import Advice, Remark
from assistant.workbench.answer_rows import answer_rows, remarks_by_field
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.interview import Order, contradiction_of, question_for, question_ids
from assistant.workbench.unit_info import AnswerBook
from assistant.workbench.value_offers import offers_for
from assistant.workbench.working import WorkingReport, progress_of, tidy_answer

_ORDERS = ((Order.TEXT, "按正文顺序"), (Order.KIND, "按类型"), (Order.OFFICE, "按科室"))


class InterviewRoom(QWidget):
    """Asks for one field after the other.

    Signals:
        edits_requested: give fields values, sources or notes (object: list of FieldEdit).
        links_requested: say which places belong to a field (field id).
        field_shown: another field is asked for (field id).
        closed: back to the page.
        page_requested: back to the page, to the place of this field (field id).
        sheet_requested: write the collection sheet.
        export_requested: export the report.
        typed: an answer is being typed.
    """

    edits_requested = Signal(object)
    links_requested = Signal(str)
    field_shown = Signal(str)
    closed = Signal()
    page_requested = Signal(str)
    sheet_requested = Signal()
    export_requested = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget, *, book: Callable[[], AnswerBook]) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._book = book
        self._working: WorkingReport | None = None
        self._advice: Mapping[str, Advice] = {}
        self._remarks: Sequence[Remark] = ()
        self._ids: tuple[str, ...] = ()
        self._current: str | None = None
        self._is_telling = False
        self._returning: str | None = None
        """A settled field that was asked for out of the review: once it is answered, that is shown again."""
        self._pages = QStackedWidget(self)
        self.question = InterviewQuestion(self._pages)
        self._pages.addWidget(self.question)
        self._pages.addWidget(self._make_review())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(self._pages, 1)
        self.question.answered.connect(self._answer)
        self.question.edit_requested.connect(self._edit)
        self.question.links_requested.connect(self.links_requested)
        self.question.step_requested.connect(self.step)
        self.question.typed.connect(self.typed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.show_review)

    def _make_head(self) -> QWidget:
        head = QWidget(self)
        self._title = QLabel(tr("逐项填写"), head)
        self._title.setFont(interface_font(HEAD_SIZE, bold=True))
        self._place = QLabel(head)
        self._bar = QProgressBar(head)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("填写进度"))
        self._count = QLabel(head)
        self._count.setObjectName("muted")
        self._orders = QComboBox(head)
        self._orders.setAccessibleName(tr("提问顺序"))
        for order, words in _ORDERS:
            self._orders.addItem(tr(words), order)
        self._orders.currentIndexChanged.connect(self._reorder)
        self._review = QPushButton(tr("全部答案"), head)
        self._review.setToolTip(tr("Ctrl+回车"))
        self._review.clicked.connect(lambda _checked=False: self.show_review())
        close = QPushButton(tr("回到正文"), head)
        close.setToolTip("Esc")
        close.clicked.connect(lambda _checked=False: self.closed.emit())
        row = QHBoxLayout(head)
        row.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._title)
        row.addWidget(self._place)
        row.addWidget(self._bar, 1)
        for part in (self._count, self._orders, self._review, close):
            row.addWidget(part)
        return head

    def _make_review(self) -> QWidget:
        page = QWidget(self)
        self._summary = QLabel(page)
        self._summary.setWordWrap(True)
        self.table = AnswerTable(page, in_place=False)
        self.table.setObjectName("framed")
        self.table.edits_requested.connect(self.edits_requested)
        self.table.field_activated.connect(self._ask_from_review)
        self._add_menu()
        back = QPushButton(tr("继续填写"), page)
        back.setToolTip(tr("选中一项按回车，可以直接回到那一项"))
        back.clicked.connect(lambda _checked=False: self.ask(self._first_open() or self._current))
        sheet = QPushButton(tr("导出采集表…"), page)
        sheet.clicked.connect(lambda _checked=False: self.sheet_requested.emit())
        self._export = QPushButton(tr("导出…"), page)
        self._export.setProperty("primary", True)
        self._export.clicked.connect(lambda _checked=False: self.export_requested.emit())
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addStretch(1)
        buttons.addWidget(sheet)
        buttons.addWidget(self._export)
        column = QVBoxLayout(page)
        column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addWidget(self._summary)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        return page

    def _add_menu(self) -> None:
        """Let the review offer at the pointer what its keys do, and the place in the page."""
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        wishes: tuple[tuple[str, Callable[[str], object]], ...] = (
            (tr("回到这一项"), self._ask_from_review),
            (tr("到正文"), self.page_requested.emit),
            (tr("复制"), lambda _field_id: self.table.copy()),
        )
        for words, wish in wishes:
            action = QAction(words, self.table)
            action.triggered.connect(lambda _checked=False, wish=wish: [wish(one) for one in self.table.chosen_ids[:1]])
            self.table.addAction(action)

    # -- showing -----------------------------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self.question.set_colours(colours)
        self.table.set_colours(colours)

    def show_report(self, working: WorkingReport, advice: Mapping[str, Advice], remarks: Sequence[Remark]) -> None:
        """Show the report as it stands; the question stays where its field is still there."""
        old = self._ids
        self._working, self._advice, self._remarks = working, advice, remarks
        ids = question_ids(working, self._order)
        known = set(ids)
        # while offices are being named the order stays as it was when it was chosen
        self._ids = old if set(old) == known else ids
        if self._current not in known:
            self._current = next(iter(self._ids), None)
        self._show_progress()
        if self.is_reviewing:
            self._fill_review()
        elif self._current is not None:
            self._show_question()

    @property
    def _order(self) -> Order:
        return Order(self._orders.currentData())

    @property
    def is_reviewing(self) -> bool:
        """Whether the page of all answers is shown."""
        return self._pages.currentIndex() == 1

    @property
    def current(self) -> str | None:
        """The id of the field that is asked for."""
        return self._current

    def ask(self, field_id: str | None) -> None:
        """Ask for a field, or where there is none for the first open one."""
        wanted = field_id if field_id in self._ids else self._first_open() or next(iter(self._ids), None)
        if wanted is None or self._working is None:
            return
        if wanted != self._current and not self.is_reviewing:
            self.question.leave()
        self._current = wanted
        self._pages.setCurrentIndex(0)
        self._show_question()
        self._show_progress()
        self.question.value.start()
        self.field_shown.emit(wanted)

    def _ask_from_review(self, field_id: str) -> None:
        self.ask(field_id)
        blocking = set(self._open_behind(None))
        self._returning = field_id if field_id not in blocking else None

    def show_review(self) -> None:
        """Show all answers."""
        self.question.leave()
        self._pages.setCurrentIndex(1)
        self._fill_review()
        self._show_progress()
        self.table.choose_field(self._current)
        self.table.setFocus()

    def leave(self) -> None:
        """Tell what is typed but not entered."""
        if self.is_reviewing:
            self.table.leave_cell(keeps=True)
        elif not self._is_telling:
            self.question.leave()

    def _show_question(self) -> None:
        working, field_id = self._working, self._current
        if working is None or field_id is None:
            return
        field = working.report.field(field_id)
        book = self._book()
        offers = offers_for(working, field, book)
        advice = self._advice.get(field_id)
        advised, reason = (advice.value, advice.reason) if advice is not None else ("", "")
        if not advised and offers and field.state is State.OPEN and not field.value and field.id in self._proposed():
            advised, reason = offers[0], tr("单位信息")
        offices = dict.fromkeys(one.source for one in working.report.fields if one.source)
        self.question.show_question(
            question_for(working, field_id),
            reads=lambda text: tidy_answer(working, field_id, text),
            offers=offers,
            advised=advised if advised != field.value else "",
            reason=reason,
            offices=tuple(offices),
            doubts=lambda text: _doubt_of(working, field_id, text),
            remark=remarks_by_field([field], self._remarks).get(field_id, ""),
        )

    def _proposed(self) -> set[str]:
        from assistant.workbench.unit_info import proposals_for

        return {one.field.id for one in proposals_for(self._working, self._book())} if self._working else set()

    def _show_progress(self) -> None:
        if self._working is None:
            return
        progress = progress_of(self._working.report)
        at = self._ids.index(self._current) + 1 if self._current in self._ids else 0
        self._place.setText("" if self.is_reviewing else f"{at}/{len(self._ids)}")
        self._place.setAccessibleName(tr("第 {at} 项，共 {count} 项", at=at, count=len(self._ids)))
        self._count.setText(tr("已填 {settled}/{total}", settled=progress.settled, total=progress.total))
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.settled)
        self._review.setVisible(not self.is_reviewing)
        self._title.setText(tr("全部答案") if self.is_reviewing else tr("逐项填写"))

    def _fill_review(self) -> None:
        if self._working is None:
            return
        by_id = {row.field.id: row for row in answer_rows(self._working, self._remarks)}
        self.table.show_rows([by_id[field_id] for field_id in self._ids])
        fields = self._working.report.fields
        is_open = [one for one in fields if one.state is State.OPEN]
        asked = sum(bool(one.source) for one in is_open)
        stale = sum(one.state is State.STALE for one in fields)
        waived = sum(one.state is State.WAIVED for one in fields)
        parts = [tr("共 {count} 项，已填 {settled} 项", count=len(fields), settled=len(fields) - len(is_open) - stale)]
        parts += (
            [
                tr("未填 {count} 项", count=len(is_open))
                + (tr("（其中 {asked} 项已记下科室）", asked=asked) if asked else "")
            ]
            if is_open
            else []
        )
        parts += [tr("待核 {stale} 项", stale=stale)] if stale else []
        parts += [tr("保留占位符 {waived} 项", waived=waived)] if waived else []
        self._summary.setText(tr("，").join(parts) + tr("。选中一项按回车，回到那一项；直接键入，就在这里改。"))

    # -- going on ----------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) question; behind the last one come all answers."""
        if self._current not in self._ids:
            return
        at = self._ids.index(self._current) + by
        if at >= len(self._ids):
            self.show_review()
        elif at >= 0:
            self.ask(self._ids[at])

    def _reorder(self) -> None:
        if self._working is not None:
            self.leave()
            self._ids = question_ids(self._working, self._order)
            if self.is_reviewing:
                self._fill_review()
            else:
                self.ask(self._first_open() or self._current)

    def _first_open(self) -> str | None:
        return next(iter(self._open_behind(None)), None)

    def _open_behind(self, field_id: str | None) -> list[str]:
        """Return the open and stale fields behind one, or all of them, in the order of the questions."""
        if self._working is None:
            return []
        blocking = {one.id for one in self._working.report.fields if one.state.blocks_final}
        behind = self._ids[self._ids.index(field_id) + 1 :] if field_id in self._ids else self._ids
        return [one for one in behind if one in blocking]

    def _answer(self, answer: str) -> None:
        """Take an answer; where it fits, or nothing was typed, go on."""
        field_id = self._current
        if field_id is None or self._working is None:
            return
        following = self._open_behind(field_id)
        field = self._working.report.field(field_id)
        if answer and (answer != field.value or field.state.blocks_final):
            self._tell(FieldEdit(field_id, answer))
            now = next((one for one in self._working.report.fields if one.id == field_id), None)
            if now is not None and now.state.blocks_final:
                return
        self._go_on(following)

    def _edit(self, edit: FieldEdit, goes_on: bool) -> None:
        following = self._open_behind(self._current)
        self._tell(edit)
        if goes_on:
            self._go_on(following)

    def _tell(self, edit: FieldEdit) -> None:
        """Tell an edit once, whatever focus does while it is being dealt with."""
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self.edits_requested.emit([edit])
        finally:
            self._is_telling = False

    def _go_on(self, following: Sequence[str]) -> None:
        still = set(self._open_behind(None))
        found = next((one for one in following if one in still), None)
        if found is None or self._returning == self._current:
            self.show_review()
        else:
            self.ask(found)


def _doubt_of(working: WorkingReport, field_id: str, text: str) -> str:
    value = tidy_answer(working, field_id, text)
    calculation = contradiction_of(working, field_id, value) if value is not None else ""
    return tr("与文中相关数字对不上：{calculation}。", calculation=calculation) if calculation else ""
