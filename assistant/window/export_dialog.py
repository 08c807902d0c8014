"""The export dialog: draft or final, layout and file, with what is still open listed beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QWidget,
)

from assistant.report.fields import Field
from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, head_words
from assistant.window.language import tr
from assistant.window.layout_choice import LayoutChoice
from assistant.window.long_list import LongList
from assistant.window.look import GAP
from assistant.workbench.exporting import NotedFinding, is_same_file, path_with
from assistant.workbench.sentences import state_word
from assistant.workbench.working import WorkingReport

_FIELD = Qt.ItemDataRole.UserRole
_SHORT_LIST, _LONG_LIST, _ROW = 56, 132, 26
"""Heights in pixels."""
_DRAFT = "（草稿）"
_FORMATS = (("Word 文档（.docx）", ".docx"), ("PDF 文件（.pdf）", ".pdf"), ("纯文本（.txt）", ".txt"))


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the clerk chose."""

    path: Path
    draft: bool
    layout: str
    comments: bool
    """Whether findings go along as Word comments."""


class ExportDialog(QDialog):
    """Asks how to export, and leads to the fields that forbid a final.

    Signals:
        field_requested: leave the dialog and go to this field (field id).
        position_requested: leave the dialog and go to this code point of the text (int).
        findings_requested: leave the dialog for the panel of findings.
        left: the dialog was left for one of these.
    """

    field_requested = Signal(str)
    position_requested = Signal(int)
    findings_requested = Signal()
    left = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        blocking: tuple[Field, ...],
        findings: tuple[NotedFinding, ...],
        folder: Path,
        name: str,
        layout: str,
        source: Path | None = None,
        working: WorkingReport,
        former: ExportChoice | None = None,
    ) -> None:
        """Ask; `former` is what was chosen for the same report before, and stands again."""
        super().__init__(parent)
        self.setWindowTitle(tr("导出"))
        self.setMinimumWidth(560)
        self._folder, self._name, self._source = folder, name, source
        self._export = accept_button(self, tr("导出"))
        self._final = QRadioButton(tr("定稿"), self)
        self._draft = QRadioButton(tr("草稿（未填处标黄，页眉注明）"), self)
        self._final.setChecked(not blocking)
        self._final.setEnabled(not blocking)
        self._draft.setChecked(bool(blocking))
        self._draft.toggled.connect(self._suggest_path)
        self.comments = QCheckBox(tr("附 {count} 条检查批注", count=len(findings)), self)
        self.comments.setToolTip(tr("检查结果写成 Word 批注，随草稿发给同事；读回草稿时不影响正文"))
        self.comments.setVisible(bool(findings))
        self._layouts = LayoutChoice(self, former.layout if former is not None else layout, working)
        self._make_file_choice()
        self._problem = QLabel(self)
        self._problem.setObjectName("wrong")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._arrange(blocking, findings)
        if former is not None:
            self._follow_path(str(former.path))
            self._format.setCurrentIndex(max(0, self._format.findData(former.path.suffix.lower())))
            self.comments.setChecked(former.comments)
        self._suggest_path()

    def _make_file_choice(self) -> None:
        """Make the format and the name, which follow each other."""
        self._format = QComboBox(self)
        self._format.setAccessibleName(tr("格式"))
        for text, suffix in _FORMATS:
            self._format.addItem(tr(text), suffix)
        self._format.currentIndexChanged.connect(self._suggest_path)
        self._path = QLineEdit(self)
        self._path.setAccessibleName(tr("文件"))
        self._path.textEdited.connect(self._follow_path)
        self._path.textChanged.connect(lambda text: self._export.setEnabled(bool(text.strip())))
        self._path.editingFinished.connect(self._follow_suffix)

    @property
    def choice(self) -> ExportChoice:
        """What is chosen now."""
        comments = self.comments.isEnabled() and self.comments.isChecked()
        path = path_with(self._folder / self._path.text().strip(), self._format.currentData())
        return ExportChoice(path, self._draft.isChecked(), self._layouts.layout_name, comments)

    def tell(self, problem: str) -> None:
        """Say why nothing was written, beside the file that is to be another one; "" says nothing."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.setProperty("is_placed", False)  # with a line more it may want to be higher
        self._path.setFocus()

    def _arrange(self, blocking: tuple[Field, ...], findings: tuple[NotedFinding, ...]) -> None:
        column = dialog_column(self)
        if blocking:
            head = head_words(self, tr("还有 {count} 项未填或待核，暂时只能导出草稿", count=len(blocking)))
            column.addLayout(self._with_button(head, tr("去填写"), lambda: self._leave_for(blocking[0].id)))
            column.addWidget(self._blocking_list(blocking), 1)
        else:
            column.addWidget(head_words(self, tr("全部填好，可以导出定稿")))
        if findings:
            noted = QLabel(tr("另外请留意：检查发现 {count} 处", count=len(findings)), self)
            noted.setObjectName("open")
            noted.setWordWrap(True)
            column.addLayout(self._with_button(noted, tr("去检查"), self._leave_for_findings))
            column.addWidget(self._finding_list(findings), 1)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        ways = QHBoxLayout()
        ways.addWidget(self._final)
        ways.addWidget(self._draft)
        ways.addStretch(1)
        form.addRow(tr("导出为"), ways)
        form.addRow(tr("版式"), self._layouts)
        form.addRow(tr("格式"), self._format_row())
        form.addRow(tr("文件"), self._path_row())
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addSpacing(GAP)
        column.addLayout(closing_buttons(self, self._export))

    def _with_button(self, label: QLabel, words: str, wish: Callable[[], None]) -> QHBoxLayout:
        """Return a row with a label and, at its end, the button that leads to what it speaks of."""
        button = QPushButton(words, self)
        button.setProperty("quiet", True)
        button.clicked.connect(lambda _checked=False: wish())
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(button)
        return row

    def _format_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._format, 1)
        row.addWidget(self.comments)
        return row

    def _blocking_list(self, blocking: tuple[Field, ...]) -> QListWidget:
        found = LongList(self, tr("未填或待核的项"))
        found.setMinimumHeight(_SHORT_LIST)
        found.setToolTip(tr("回车或双击到该处填写"))
        found.show_rows([(f"{field.label}　{state_word(field.state)}", field.id) for field in blocking])
        found.itemActivated.connect(self._go)
        return found

    def _finding_list(self, findings: tuple[NotedFinding, ...]) -> QListWidget:
        found = LongList(self, tr("检查结果"))
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setMinimumHeight(_SHORT_LIST)
        found.setMaximumHeight(min(_LONG_LIST, max(_SHORT_LIST, len(findings) * _ROW + GAP)))
        found.show_rows([(finding.words, finding.start) for finding in findings])
        found.setToolTip(tr("回车或双击到该处"))
        found.itemActivated.connect(self._go_to_finding)
        return found

    def _path_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        choose = QPushButton(tr("选择…"), self)
        choose.clicked.connect(self._choose_path)
        row.addWidget(choose)
        return row

    def _suggest_path(self) -> None:
        """Name the file as draft or final, of the chosen format, where and as the clerk wants it called."""
        self.comments.setEnabled(self._draft.isChecked() and self._format.currentData() == ".docx")
        ending = _DRAFT if self._draft.isChecked() else ""
        path = self._folder / f"{self._name}{ending}{self._format.currentData()}"
        if is_same_file(path, self._source):
            path = path.with_stem(f"{path.stem}（定稿）")
        self._path.setText(str(path))
        self._path.setCursorPosition(0)

    def _follow_path(self, text: str) -> None:
        """Take folder and name as the clerk wrote them: another format or state changes only what belongs to it."""
        path = Path(text.strip())
        if path.is_absolute():
            self._folder = path.parent
        is_known = path.suffix.lower() in [suffix for _words, suffix in _FORMATS]
        self._name = (path.stem if is_known else path.name).removesuffix(_DRAFT)

    def _follow_suffix(self) -> None:
        """Let a suffix that was typed choose the format."""
        index = self._format.findData(Path(self._path.text().strip()).suffix.lower())
        if index >= 0:
            self._format.blockSignals(True)
            self._format.setCurrentIndex(index)
            self._format.blockSignals(False)
            self.comments.setEnabled(self._draft.isChecked() and self._format.currentData() == ".docx")

    def _choose_path(self) -> None:
        suffix = self._format.currentData()
        chosen, _ = QFileDialog.getSaveFileName(self, tr("导出到"), self._path.text(), f"*{suffix}")
        if chosen:
            self._path.setText(str(path_with(Path(chosen), suffix)))
            self._follow_path(self._path.text())
            self._follow_suffix()

    def _go_to_finding(self, item: QListWidgetItem) -> None:
        self.reject()
        self.position_requested.emit(item.data(_FIELD))
        self.left.emit()

    def _go(self, item: QListWidgetItem) -> None:
        self._leave_for(item.data(_FIELD))

    def _leave_for(self, field_id: str) -> None:
        self.reject()
        self.field_requested.emit(field_id)
        self.left.emit()

    def _leave_for_findings(self) -> None:
        self.reject()
        self.findings_requested.emit()
        self.left.emit()
