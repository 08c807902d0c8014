"""The dialog for layouts of the clerk's own: a form, the file's text, and the report at hand on the changed page."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QFontDatabase, QPalette, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from assistant.report.errors import AssistantError
from assistant.window.dialog_parts import dialog_column
from assistant.window.language import tr
from assistant.window.layout_form import LayoutForm
from assistant.window.preview_view import PreviewView
from assistant.workbench.layout_editing import EditedLayout, begin_layout, paged, save_layout
from assistant.workbench.layouts import font_notices
from assistant.workbench.sentences import describe_error
from assistant.workbench.working import WorkingReport

_WAIT = 250
"""Milliseconds from a change to another page."""
_WRONG_LINE = QColor(255, 120, 120, 70)


class LayoutDialog(QDialog):
    """Changes a layout; one that ships is copied first. `layout_name` tells what was kept."""

    def __init__(self, parent: QWidget | None, name: str, working: WorkingReport) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("自定义版式"))
        self._working = working
        self._edited = begin_layout(name)
        self._installed = frozenset(QFontDatabase.families())
        self.layout_name = ""
        self.form = LayoutForm(self)
        self.form.value_entered.connect(lambda key, value: self._change(self._edited.with_value(key, value)))
        self.form.lines_entered.connect(lambda count: self._change(self._edited.with_lines(count)))
        self.form.characters_entered.connect(lambda count: self._change(self._edited.with_characters(count)))
        self.text = QPlainTextEdit(self._edited.text, self)
        self.text.setAccessibleName(tr("版式文件全文"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.textChanged.connect(self._take_text)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.form, tr("常用设置"))
        self.tabs.addTab(self.text, tr("全部设置"))
        self.preview = PreviewView(self)
        self.preview.set_desk_colour(self.palette().color(QPalette.ColorRole.Window).darker(108).name())
        self.problem = QLabel(self)
        self.problem.setObjectName("open")
        self.problem.setWordWrap(True)
        self._keep = QPushButton(tr("保存版式"), self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.show_page)
        self._arrange()
        self.show_page()
        if not self._keep.isEnabled():
            self.tabs.setCurrentWidget(self.text)

    def _arrange(self) -> None:
        split = QSplitter(self)
        split.addWidget(self.tabs)
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setSizes([540, 440])
        self._keep.setProperty("primary", True)
        self._keep.clicked.connect(self.accept)
        cancel = QPushButton(tr("取消"), self)
        cancel.clicked.connect(self.reject)
        for button in (self._keep, cancel):
            button.setAutoDefault(False)  # Return ends the entry of a value
        buttons = QHBoxLayout()
        buttons.addWidget(self.problem, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._keep)
        column = dialog_column(self)
        column.addWidget(split, 1)
        column.addLayout(buttons)
        self.resize(1040, 660)

    def _change(self, edited: EditedLayout) -> None:
        """Take a value of the form into the text; the page follows."""
        self._edited = edited
        self.text.blockSignals(True)
        bar = self.text.verticalScrollBar().value()
        self.text.setPlainText(edited.text)
        self.text.verticalScrollBar().setValue(bar)
        self.text.blockSignals(False)
        self._timer.start()

    def _take_text(self) -> None:
        self._edited = self._edited.with_text(self.text.toPlainText())
        self._timer.start()

    def show_page(self) -> None:
        """Show the report on the page as it is now, or the line that is wrong."""
        try:
            layout = self._edited.layout
            self.preview.show_report(paged(self._working, self._edited))
        except AssistantError as error:
            self._show_problem(error)
            return
        self.form.setEnabled(True)
        self.form.show_layout(layout)
        self.preview.fit_width()
        self.text.setExtraSelections([])
        self.problem.setText("\n".join(font_notices(layout, self._installed, self._working.report.text)))
        self._keep.setEnabled(True)

    def _show_problem(self, error: AssistantError) -> None:
        """Tell what is wrong and mark its line; the form waits until it is mended."""
        self.problem.setText(describe_error(error))
        self._keep.setEnabled(False)
        self.form.setEnabled(False)
        block = self.text.document().findBlockByNumber(int(str(error.parameters.get("line", 1))) - 1)
        mark = QTextEdit.ExtraSelection()
        mark.format.setBackground(_WRONG_LINE)  # type: ignore[attr-defined]  # missing in the stubs
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # type: ignore[attr-defined]  # missing in the stubs
        mark.cursor = QTextCursor(block)  # type: ignore[attr-defined]  # missing in the stubs
        self.text.setExtraSelections([mark])

    def accept(self) -> None:
        """Keep the layout; where that fails the dialog stays and says why."""
        if focused := self.focusWidget():
            focused.clearFocus()  # a name that is being typed counts
        try:
            save_layout(self._edited)
            self.layout_name = self._edited.layout.name
        except AssistantError as error:
            self.problem.setText(describe_error(error))
            return
        super().accept()


def edit_layout(parent: QWidget, name: str, working: WorkingReport) -> str:
    """Let the clerk change a layout; return the name under which it was kept, "" where it was not."""
    dialog = LayoutDialog(parent, name, working)
    dialog.exec()
    kept = dialog.layout_name
    dialog.deleteLater()
    return kept
