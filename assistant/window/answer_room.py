"""填空表: all fields in one table, to be filtered, sorted, filled many at a time, copied and pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from assistant.report.fields import State
from assistant.window.answer_choice import fill_choice
from assistant.window.answer_model import edit_of
from assistant.window.answer_table import AnswerTable
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, Colours, interface_font
from assistant.workbench.advice import Remark
from assistant.workbench.answer_rows import (
    AnswerRow,
    answer_rows,
    can_be_doubted,
    chosen_rows,
    offices_of,
    progress_by_office,
)
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.working import WorkingReport, progress_of

_WIDE, _FILTER, _ROOMY = 840, 90, 960
"""Pixels from which the head has room for the count, that the filter has at least, and from which the foot has room."""


class AnswerRoom(QWidget):
    """Shows all fields as a table.

    Signals:
        edits_requested: give fields values, sources, notes or decisions (object: list of FieldEdit).
        field_requested: show a field in the page (field id).
        interview_requested: ask for the fields one by one, beginning with this one (field id).
        closed: back to the page.
        sheet_wanted: write (True) or read (False) a collection sheet.
    """

    edits_requested = Signal(object)
    field_requested = Signal(str)
    interview_requested = Signal(str)
    closed = Signal()
    sheet_wanted = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._working: WorkingReport | None = None
        self._rows: tuple[AnswerRow, ...] = ()
        self._has_stayed = False
        self._listed: frozenset[str] = frozenset()
        """The fields that were shown since the filter was set: one that no longer fits stays until it is set again."""
        self.table = AnswerTable(self)
        self.table.setObjectName("framed")
        self.table.edits_requested.connect(self.edits_requested)
        self.table.paste_requested.connect(self.paste)
        self.table.field_activated.connect(self.field_requested)
        self.table.choice_changed.connect(self._show_choice)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self._nothing = QLabel(tr("没有符合筛选条件的待填项。"), self)
        self._nothing.setObjectName("muted")
        self._nothing.setMargin(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP, GAP_LARGE, GAP)
        column.setSpacing(GAP)
        column.addLayout(self._make_head())
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        column.addLayout(self._make_foot())
        self._show_choice()

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(tr("填空表"), self)
        title.setFont(interface_font(HEAD_SIZE, bold=True))
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self.words = QLineEdit(self)
        self.words.setMinimumWidth(_FILTER)
        self.words.setPlaceholderText(tr("按名称、内容、科室筛选"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(tr("筛选待填项"))
        self.words.textChanged.connect(lambda _text: self.filter_again())
        self.which = QComboBox(self)
        self.which.setAccessibleName(tr("显示哪些"))
        self.which.currentIndexChanged.connect(lambda _index: self.filter_again())
        self.which.activated.connect(lambda _index: self.filter_again())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(title)
        row.addWidget(self._count)
        row.addWidget(self.words, 1)
        row.addWidget(self.which)
        row.addWidget(self._button(tr("采集表…"), tr("导出采集表，请各科室填写"), lambda: self.sheet_wanted.emit(True)))
        row.addWidget(
            self._button(
                tr("读取采集表…"), tr("采用填好的采集表，先看将改动哪些"), lambda: self.sheet_wanted.emit(False)
            )
        )
        row.addWidget(self._button(tr("回到正文"), "Esc", self.closed.emit))
        return row

    def _make_foot(self) -> QHBoxLayout:
        self._chosen = QLabel(self)
        self._chosen.setObjectName("muted")
        self._again = self._button("", tr("不再符合筛选条件的项留在原处，点这里收起"), self.filter_again)
        self._again.setProperty("quiet", True)
        self._batch = self._button(tr("批量填写(&B)…"), tr("为选中的各项填写同样的内容、科室或备注"), self.fill_chosen)
        self._confirm = self._button(tr("沿用(&Y)"), tr("选中的待核项，原来的内容仍然正确"), self.confirm_chosen)
        self._doubt = self._button(tr("改回待核(&H)"), tr("选中的各项恢复去年的内容，重新核实"), self.doubt_chosen)
        self._waive = self._button(tr("保留占位符(&W)"), tr("选中的各项按原样打印，不再要求填写"), self.waive_chosen)
        paste = self._button(
            tr("粘贴(&P)…"), tr("从 Excel 复制“名称、内容”两栏，或只复制一栏（Ctrl+V）；先看改动再采用"), self.paste
        )
        self._ask = self._button(tr("逐项填写"), "F6", self._begin_interview)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._chosen)
        row.addWidget(self._again)
        row.addStretch(1)
        for button in (self._batch, self._confirm, self._doubt, self._waive, paste, self._ask):
            row.addWidget(button)
        return row

    def _button(self, words: str, hint: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(hint)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the filter its room in a narrow window: the status line counts as well."""
        super().resizeEvent(event)
        self._count.setVisible(self.width() >= _WIDE)
        self._again.setVisible(self._has_stayed and self.width() >= _ROOMY)

    # -- showing -----------------------------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self.table.set_colours(colours)

    def show_report(self, working: WorkingReport, remarks: Sequence[Remark]) -> None:
        """Show the fields of a report as they are now."""
        self._working = working
        self._rows = answer_rows(working, remarks)
        fill_choice(self.which, progress_by_office(working.report.fields))
        progress = progress_of(working.report)
        self._count.setText(tr("已填 {settled}/{total}", settled=progress.settled, total=progress.total))
        self._refresh()

    def begin(self, field_id: str | None) -> None:
        """Put the caret into the table, at a field."""
        self.filter_again()
        self.table.choose_field(field_id)
        self.table.setFocus()

    def show_field(self, field_id: str) -> None:
        """Make a field's value the current cell; where the filter leaves the field out, all are shown."""
        if field_id not in self._listed:
            self.words.clear()
            self.which.setCurrentIndex(0)
        self.begin(field_id)

    def stop_asking(self) -> bool:
        """Leave the cell that is edited as it was, or empty the filter that is typed in; return whether either was."""
        if self.table.leave_cell():
            return True
        if self.words.hasFocus() and self.words.text():
            self.words.clear()
            return True
        return False

    def filter_again(self) -> None:
        """Show what fits the filter now, and nothing else."""
        self._listed = frozenset()
        self._refresh()

    def _refresh(self) -> None:
        fitting = chosen_rows(self._rows, which=self.which.currentData(), words=self.words.text().strip())
        fits = {row.field.id for row in fitting}
        rows = [row for row in self._rows if row.field.id in fits or row.field.id in self._listed]
        self._listed = frozenset(row.field.id for row in rows)
        self.table.show_rows(rows)
        self._nothing.setVisible(not rows)
        self._has_stayed = len(rows) > len(fits)
        self._again.setVisible(self._has_stayed and self.width() >= _ROOMY)
        self._again.setText(tr("收起已不符合筛选的 {count} 项", count=len(rows) - len(fits)))
        self._show_choice()

    def _show_choice(self) -> None:
        chosen = self._chosen_rows()
        self._chosen.setText(tr("选中 {count} 项", count=len(chosen)) if chosen else "")
        self._batch.setEnabled(bool(chosen))
        self._confirm.setEnabled(any(row.field.state is State.STALE for row in chosen))
        # seldom wanted: it takes no room before it can do something
        self._doubt.setVisible(any(can_be_doubted(row.field) for row in chosen))
        self._waive.setEnabled(any(row.field.state is State.OPEN for row in chosen))
        self._ask.setEnabled(bool(chosen))

    def _chosen_rows(self) -> list[AnswerRow]:
        chosen = set(self.table.chosen_ids)
        return [row for row in self._rows if row.field.id in chosen]

    # -- many at a time ----------------------------------------------------------------------------

    def fill_chosen(self) -> None:
        """Ask what the chosen fields are to have in common, and fill it in."""
        from assistant.window.batch_dialog import BatchDialog  # not before it is wanted

        rows = self._chosen_rows()
        dialog = BatchDialog(self, [row.field.label for row in rows], offices_of([one.field for one in self._rows]))
        accepted = dialog.exec() == BatchDialog.DialogCode.Accepted
        edits = dialog.edits([row.field.id for row in rows])
        dialog.deleteLater()
        if accepted and edits:
            self.edits_requested.emit(edits)

    def confirm_chosen(self) -> None:
        """Let the old values of the chosen stale fields stand."""
        self._decide(State.STALE, State.CONFIRMED)

    def doubt_chosen(self) -> None:
        """Bring back the old values of the chosen settled fields, to be looked at once more."""
        edits = [FieldEdit(row.field.id, state=State.STALE) for row in self._chosen_rows() if can_be_doubted(row.field)]
        if edits:
            self.edits_requested.emit(edits)

    def waive_chosen(self) -> None:
        """Let the chosen open fields stay masked."""
        self._decide(State.OPEN, State.WAIVED)

    def _decide(self, now: State, then: State) -> None:
        edits = [FieldEdit(row.field.id, state=then) for row in self._chosen_rows() if row.field.state is now]
        if edits:
            self.edits_requested.emit(edits)

    def paste(self) -> None:
        """Show what the clipboard would change, and take what is ticked."""
        from assistant.window.taking_dialog import TakingDialog
        from assistant.workbench.taking import proposals_from_paste

        if self._working is None:
            return
        text = QGuiApplication.clipboard().text()
        if self._paste_one(text):
            return
        pasted = proposals_from_paste(self._working, text, self.table.ids_from_here, into=self.table.column)
        problems = (
            [tr("没有找到对应的待填项：{labels}", labels=tr("、").join(pasted.unmatched))] if pasted.unmatched else []
        )
        if pasted.surplus:
            problems.append(tr("多出的 {count} 行没有位置可填，没有采用。", count=pasted.surplus))
        if not pasted.proposals and not problems:
            problems = [tr("剪贴板里没有可以填写的内容。请在 Excel 中复制“名称、内容”两栏，或只复制一栏内容。")]
        dialog = TakingDialog(self, tr("粘贴到填空表"), pasted.proposals, problems)
        accepted = dialog.exec() == TakingDialog.DialogCode.Accepted
        edits = dialog.ticked
        dialog.deleteLater()
        if accepted and edits:
            self.edits_requested.emit(edits)
        self.table.setFocus()

    def _paste_one(self, text: str) -> bool:
        """Put the words of one copied cell into each chosen cell at once, as a sheet does; return whether it was one.

        Nothing is shown before: it is seen in the cells, and one undo takes it back.
        """
        from assistant.workbench.taking import pasted_cells

        rows = pasted_cells(text)
        if len(rows) != 1 or len(rows[0]) != 1 or not rows[0][0]:
            return False
        edits = [edit_of(field_id, column, rows[0][0]) for field_id, column in self.table.chosen_cells]
        if edits:
            self.edits_requested.emit(edits)
            self.table.setFocus()
        return bool(edits)

    def _show_menu(self, place: QPoint) -> None:
        """Show what can be done with the chosen rows where the mouse asks for it, or the key."""
        chosen = self.table.chosen_ids
        if not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: tuple[tuple[str, Callable[[], object], bool] | None, ...] = (
            (tr("剪切") + "\tCtrl+X", self.table.cut, True),
            (tr("复制") + "\tCtrl+C", self.table.copy, True),
            (tr("复制全部名称和内容，带表头"), self.table.copy_for_sheet, True),
            (tr("粘贴") + "\tCtrl+V", self.paste, True),
            (tr("清除内容") + "\tDel", self.table.clear_chosen, True),
            (tr("向下填充") + "\tCtrl+D", self.table.fill_down, True),
            (tr("选中整栏"), self.table.choose_column, True),
            *(((self._again.text(), self.filter_again, True),) if self._has_stayed else ()),
            None,
            (self._batch.text(), self.fill_chosen, True),
            (self._confirm.text(), self.confirm_chosen, self._confirm.isEnabled()),
            (self._doubt.text(), self.doubt_chosen, not self._doubt.isHidden()),
            (self._waive.text(), self.waive_chosen, self._waive.isEnabled()),
            None,
            (tr("逐项填写"), self._begin_interview, True),
            (tr("到正文"), lambda: self.field_requested.emit(chosen[0]), True),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            words, slot, is_enabled = entry
            action = menu.addAction(words)
            action.setEnabled(is_enabled)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _begin_interview(self) -> None:
        chosen = self.table.chosen_ids
        if chosen:
            self.interview_requested.emit(chosen[0])
