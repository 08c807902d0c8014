"""The fill panel 填空: every field with its value, and one card in which the chosen field is filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.window.answer_choice import fill_choice
from assistant.window.fill_card import FillCard
from assistant.window.fill_delegate import FillDelegate
from assistant.window.fill_rows import ROW, FieldRow, FillRows, field_row, rows_of
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, Colours
from assistant.workbench.advice import Advice, Remark
from assistant.workbench.answer_rows import progress_by_office, remarks_by_field
from assistant.workbench.working import WorkingReport, progress_of

_ROWS_AT_ONCE = 1_000
_LOW = 400
"""Pixels of height below which the card shows less, for the list to have room."""
_NO_ADVICE: Mapping[str, Advice] = MappingProxyType({})


class FillPanel(QWidget):
    """Lists the fields and lets the chosen one be filled.

    Signals:
        value_requested: fill a field (field id, answer as typed).
        waive_requested: let a field stay masked (field id).
        field_requested: show a field's place in the page (field id).
        value_insisted: take a value although it does not fit (field id, answer).
        all_settled: the last open field was settled.
        confirm_requested: let the old value of a stale field stand (field id).
        links_requested: say which places a field has (field id).
        interview_requested: ask for the fields one by one.
        table_requested: show all fields as a table.
        reuse_requested: begin a new report on the basis of this one, which has nothing to fill.
    """

    value_requested = Signal(str, str)
    waive_requested = Signal(str)
    field_requested = Signal(str)
    confirm_requested = Signal(str)
    value_insisted = Signal(str, str)
    all_settled = Signal()
    links_requested = Signal(str)
    interview_requested = Signal()
    table_requested = Signal()
    reuse_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._working: WorkingReport | None = None
        self._card_height = 0
        self._awaited: str | None = None
        """A field that was to be chosen before it was known."""
        self._advice: Mapping[str, Advice] = _NO_ADVICE
        self._remarks: Sequence[Remark] = ()
        self._build_head()
        self._build_list()
        self._nothing = QLabel(self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.setMargin(GAP * 2)
        self._foot_room = QWidget(self)
        self._reuse = QPushButton(tr("以这份报告为底稿新建"), self)
        self._reuse.setToolTip(tr("数字、日期、名称沿用原内容，逐项核实"))
        self._reuse.clicked.connect(lambda _checked=False: self.reuse_requested.emit())
        self._build_card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._nothing)
        column.addWidget(self._reuse, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._foot_room, 1)
        column.addWidget(self._list, 1)
        column.addWidget(self.card)

    def _build_list(self) -> None:
        self._rows = FillRows(self)
        self._delegate = FillDelegate(self)
        self._list = QListView(self)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(False)
        self._list.setLayoutMode(QListView.LayoutMode.Batched)  # of thousands of rows some at a time
        self._list.setBatchSize(_ROWS_AT_ONCE)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("待填项"))
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._list.activated.connect(lambda _index: self.start_typing())
        self._list.clicked.connect(lambda _index: self.start_typing())
        self._list.installEventFilter(self)

    def _build_card(self) -> None:
        self.card = FillCard(self)
        self.card.value_entered.connect(self._fill_and_go_on)
        self.card.value_left.connect(self.value_requested)
        self.card.waive_requested.connect(self._waive)
        self.card.confirm_requested.connect(lambda field_id: self._settle_and_go_on(self.confirm_requested, field_id))
        self.card.value_insisted.connect(
            lambda field_id, value: self._settle_and_go_on(self.value_insisted, field_id, value)
        )
        self.card.links_requested.connect(self.links_requested)
        self.card.step_requested.connect(self.step)

    def _build_head(self) -> None:
        self._head = QWidget(self)
        self._count = QLabel(self._head)
        self._bar = QProgressBar(self._head)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("填写进度"))
        self._words = QLineEdit(self._head)
        self._words.setPlaceholderText(tr("按名称、内容筛选"))
        self._words.setClearButtonEnabled(True)
        self._words.setAccessibleName(tr("筛选待填项"))
        self._words.textChanged.connect(self._refresh)
        self._which = QComboBox(self._head)
        self._which.setAccessibleName(tr("显示哪些"))
        fill_choice(self._which, ())
        self._which.currentIndexChanged.connect(self._refresh)
        top = QHBoxLayout()
        top.addWidget(self._count)
        top.addWidget(self._bar, 1)
        for words, hint, wish in (
            (tr("逐项填写"), tr("一项一项地问（F6）"), self.interview_requested),
            (tr("表格"), tr("全部列成表格，可批量填写、与 Excel 互相粘贴（F7）"), self.table_requested),
        ):
            button = QPushButton(words, self._head)
            button.setProperty("quiet", True)
            button.setToolTip(hint)
            button.clicked.connect(lambda _checked=False, wish=wish: wish.emit())
            top.addWidget(button)
        filters = QHBoxLayout()
        filters.addWidget(self._words, 1)
        filters.addWidget(self._which)
        column = QVBoxLayout(self._head)
        column.setContentsMargins(GAP + GAP_SMALL, GAP, GAP + GAP_SMALL, GAP)
        column.addLayout(top)
        column.addLayout(filters)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list some rows in a low window."""
        super().resizeEvent(event)
        self.card.set_low(self.height() < _LOW)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._delegate.colours = colours
        self._list.viewport().update()

    def show_report(
        self, working: WorkingReport, advice: Mapping[str, Advice] = _NO_ADVICE, remarks: Sequence[Remark] = ()
    ) -> None:
        """Show the fields of a report as they are now, with what is advised and remarked."""
        self._working = working
        self._advice, self._remarks = advice, remarks
        self._refresh()
        awaited, self._awaited = self._awaited, None
        self.choose_field(awaited)

    def _refresh(self) -> None:
        if self._working is None:
            return
        chosen = self.card.field_id
        fill_choice(self._which, progress_by_office(self._working.report.fields))
        which = self._which.currentData()
        # currentChanged while rows are replaced is no choice of the clerk's
        self._list.selectionModel().blockSignals(True)
        self._rows.show(rows_of(self._working, self._remarks, words=self._words.text().strip(), which=which))
        index = self._rows.index_of(chosen)
        self._list.setCurrentIndex(index)
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()
        progress = progress_of(self._working.report)
        self._count.setText(tr("已填 {settled}/{total}", settled=progress.settled, total=progress.total))
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.settled)
        self._show_nothing(total=progress.total)
        self._show_card(chosen)

    def _show_nothing(self, *, total: int) -> None:
        empty = self._rows.rowCount() == 0
        self._list.setVisible(not empty)
        self._nothing.setVisible(empty)
        self._foot_room.setVisible(empty)
        self._reuse.setVisible(total == 0)
        if total == 0:
            self._nothing.setText(
                tr(
                    "这份报告里没有占位符。\n文中的 X、xx、×× 或 ** 会自动成为待填项。\n\n"
                    "是去年做好的报告？以它为底稿写新的，数字、日期、名称会列在这里逐项核实。"
                )
            )
        elif self._words.text().strip():
            self._nothing.setText(tr("没有符合筛选条件的待填项。"))
        else:
            self._nothing.setText(tr("全部填好，可以导出定稿。"))

    def _show_card(self, field_id: str | None) -> None:
        fields = {field.id: field for field in self._working.report.fields} if self._working is not None else {}
        if field_id in fields and self._working is not None:
            field = fields[field_id]
            remark = remarks_by_field([field], self._remarks).get(field.id, "")
            row = field_row(self._working, field, remark)
            self.card.show_field(row, advice=self._advice.get(field.id), remark=remark)
            if self.card.sizeHint().height() != self._card_height:  # it may lie over the chosen row now
                self._card_height = self.card.sizeHint().height()
                QTimer.singleShot(0, self, lambda: self._list.scrollTo(self._list.currentIndex()))
        else:
            self.card.show_field(None)

    def choose_field(self, field_id: str | None) -> None:
        """Show a field in the card, as when its place in the page was clicked."""
        self._awaited = None
        if field_id is None or field_id == self.card.field_id:
            return
        if self._working is None or all(field.id != field_id for field in self._working.report.fields):
            self._awaited = field_id  # made a moment ago, and not shown yet
            return
        self.card.leave()
        self._show_card(field_id)
        index = self._rows.index_of(field_id)
        self._list.selectionModel().blockSignals(True)
        self._list.setCurrentIndex(index)
        self._list.selectionModel().blockSignals(False)
        self._list.viewport().update()
        self._list.scrollTo(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what is typed on a row of the list go into its value: the list has no letters of its own."""
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if is_plain and event.text().isprintable() and event.text().strip() and self.card.field_id is not None:
                self.card.start_typing()
                self.card.type_key(event)
                return True
        return super().eventFilter(watched, event)

    def start_typing(self) -> None:
        """Put the caret into the card's value."""
        if self.card.field_id is None:
            self.step(1)
        if self.card.field_id is not None:
            self.card.start_typing()

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, FieldRow):
            self.card.leave()
            self._show_card(row.field.id)
            self.field_requested.emit(row.field.id)

    def _fill_and_go_on(self, field_id: str, answer: str) -> None:
        """Fill the field; where the answer fits, go to the next open one."""
        following = self._following(1, open_only=True)
        self.value_requested.emit(field_id, answer)
        if self._working is None:
            return
        field = next((one for one in self._working.report.fields if one.id == field_id), None)
        if field is None or not field.state.blocks_final:
            self._go_on_to(following)

    def _go_on_to(self, following: str | None) -> None:
        """Choose the field that came next before this one was settled; tell when there is none left."""
        if self._working is None:
            return
        blocking = [field.id for field in self._working.report.fields if field.state.blocks_final]
        if not blocking:
            self.all_settled.emit()
            return
        chosen = following if following in blocking else blocking[0]
        self.choose_field(chosen)
        self.field_requested.emit(chosen)
        self.card.start_typing()

    def _waive(self, field_id: str) -> None:
        is_open = self._working is not None and self._working.report.field(field_id).state.blocks_final
        if is_open:
            self._settle_and_go_on(self.waive_requested, field_id)
        else:
            self.waive_requested.emit(field_id)

    def _settle_and_go_on(self, wish: SignalInstance, *told: str) -> None:
        """Settle the field in another way than by filling it, and go to the next open one."""
        following = self._following(1, open_only=True)
        wish.emit(*told)
        self._go_on_to(following)

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) field that is shown, going round at the ends."""
        chosen = self._following(by)
        if chosen is not None:
            self._list.setCurrentIndex(self._rows.index_of(chosen))
            self.card.start_typing()

    def _following(self, by: int, *, open_only: bool = False) -> str | None:
        """Return the id of the field after (1) or before (-1) the one in the card, among those shown."""
        ids = self._rows.field_ids()
        if self._working is None or not ids:
            return None
        blocking = {field.id for field in self._working.report.fields if field.state.blocks_final}
        at = ids.index(self.card.field_id) if self.card.field_id in ids else (-1 if by > 0 else 0)
        around = (ids[(at + by * distance) % len(ids)] for distance in range(1, len(ids) + 1))
        return next((one for one in around if not open_only or (one in blocking and one != self.card.field_id)), None)
