"""The choice of a layout: a list with what each is for, and a button to make one the clerk's own."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.layouts import font_notices, layout_rows
from assistant.workbench.sentences import describe_error
from assistant.workbench.working import WorkingReport


class LayoutChoice(QWidget):
    """Lists the layouts; one whose file is wrong cannot be chosen, and the line under the list says why.

    Signals:
        layout_changed: another layout was chosen (its name).
    """

    layout_changed = Signal(str)

    def __init__(self, parent: QWidget | None, layout: str, working: WorkingReport) -> None:
        super().__init__(parent)
        self._working = working
        self._installed = frozenset(QFontDatabase.families())
        self.box = QComboBox(self)
        self.box.setAccessibleName(tr("版式"))
        self.words = QLabel(self)
        self.words.setObjectName("muted")
        self.words.setWordWrap(True)
        self._change = QPushButton(tr("自定义…"), self)
        self._change.setToolTip(tr("以所选版式为底，改成自己的版式，边改边看"))
        self._change.clicked.connect(self._edit)
        self.words.linkActivated.connect(self._mend)
        row = QHBoxLayout()
        row.addWidget(self.box, 1)
        row.addWidget(self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(row)
        column.addWidget(self.words)
        self._fill(layout)
        self.box.currentTextChanged.connect(self._show_description)
        self.box.currentTextChanged.connect(self.layout_changed)

    @property
    def layout_name(self) -> str:
        """Name of the layout that is chosen."""
        return self.box.currentText()

    def _fill(self, layout: str) -> None:
        self.box.blockSignals(True)
        self.box.clear()
        problems = []
        for number, row in enumerate(layout_rows()):
            self.box.addItem(row.name, tr(row.description))
            self.box.setItemData(number, tr(row.description), Qt.ItemDataRole.ToolTipRole)
            if row.problem is not None:
                problems.append(
                    tr(
                        '{problem}<a href="{name}">修改</a>',
                        problem=escape(describe_error(row.problem)),
                        name=escape(row.name),
                    )
                )
                model = self.box.model()
                assert isinstance(model, QStandardItemModel)  # what a combo box has unless given another
                model.item(number).setEnabled(False)
        self.box.setCurrentText(layout)
        self.box.blockSignals(False)
        self._show_description()
        if problems:
            self.words.setText("<br>".join((escape(self.words.text()), *problems)))

    def _show_description(self) -> None:
        notices = font_notices(self.layout_name, self._installed, self._working.report.text) if self.layout_name else ()
        self.words.setText("\n".join((self.box.currentData() or "", *notices)))

    def _edit(self) -> None:
        """Let the clerk change the chosen layout, or a copy of one that ships."""
        from assistant.window.layout_dialog import edit_layout  # not before it is wanted: the start is short

        kept = edit_layout(self, self.layout_name, self._working)
        if kept:
            self._fill(kept)
            self.layout_changed.emit(kept)

    def _mend(self, name: str) -> None:
        """Let the clerk mend a layout whose file is wrong."""
        self.box.setCurrentText(self.layout_name)
        from assistant.window.layout_dialog import edit_layout

        if kept := edit_layout(self, name, self._working):
            self._fill(kept)
