"""The choice of a layout: a list with what each is for, and a button that copies one as the clerk's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QInputDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.report.errors import AssistantError
from assistant.window.look import GAP
from assistant.workbench.layouts import copy_layout, font_notices, layout_rows
from assistant.workbench.sentences import describe_error, sentence


class LayoutChoice(QWidget):
    """Lists the layouts; one whose file is wrong cannot be chosen, and the line under the list says why.

    Signals:
        layout_changed: another layout was chosen (its name).
    """

    layout_changed = Signal(str)

    def __init__(self, parent: QWidget | None, layout: str, text: str = "") -> None:
        super().__init__(parent)
        self._text = text
        self._installed = frozenset(QFontDatabase.families())
        self.box = QComboBox(self)
        self.box.setAccessibleName("版式")
        self.words = QLabel(self)
        self.words.setObjectName("muted")
        self.words.setWordWrap(True)
        self._copy = QPushButton("复制…", self)
        self._copy.setToolTip("复制所选版式，改成自己的版式")
        self._copy.clicked.connect(self._ask_for_copy)
        row = QHBoxLayout()
        row.addWidget(self.box, 1)
        row.addWidget(self._copy)
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
            self.box.addItem(row.name, row.description)
            self.box.setItemData(number, row.description, Qt.ItemDataRole.ToolTipRole)
            if row.problem is not None:
                problems.append(describe_error(row.problem))
                model = self.box.model()
                assert isinstance(model, QStandardItemModel)  # what a combo box has unless given another
                model.item(number).setEnabled(False)
        self.box.setCurrentText(layout)
        self.box.blockSignals(False)
        self._show_description()
        if problems:
            self.words.setText("\n".join((self.words.text(), *problems)))

    def _show_description(self) -> None:
        notices = font_notices(self.layout_name, self._installed, self._text) if self.layout_name else ()
        self.words.setText("\n".join((self.box.currentData() or "", *notices)))

    def _ask_for_copy(self) -> None:
        """Copy the chosen layout under a name that the clerk gives, and open its file to be changed."""
        name, accepted = QInputDialog.getText(
            self, "复制版式", sentence("layout.copy", name=self.layout_name), text=f"{self.layout_name}（自定）"
        )
        if not accepted or not name.strip():
            return
        try:
            path = copy_layout(self.layout_name, name)
        except AssistantError as error:
            self.words.setText(describe_error(error))
            return
        self._fill(" ".join(name.split()))
        self.words.setText(sentence("layout.copied", file=path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
