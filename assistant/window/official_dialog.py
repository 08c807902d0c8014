"""The form 版头和版记: what an issued document has above the red line and at its very end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from assistant.window.desk import Desk
from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column, muted_words
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.official_parts import LETTER, official_of, problems_of, with_official
from assistant.workbench.sentences import sentence

_FORMS = (("", "文件：红色分隔线，版记在末页下方"), (LETTER, "信函：上下红色双线，首页不排页码"))
_LINES = (
    ("organ", "发文机关标志", "××县人民政府文件"),
    ("number", "发文字号", "×政〔2026〕1号"),
    ("signer", "签发人", "上行文才有"),
    ("copy_number", "份号", "六位数字，如 000001"),
    ("secrecy", "密级和保密期限", "机密★1年"),
    ("urgency", "紧急程度", "特急 或 加急"),
    ("copies_to", "抄送", "机关之间用逗号隔开"),
    ("issuer", "印发机关", "××县人民政府办公室"),
    ("issued", "印发日期", "2026年1月8日"),
)


class OfficialDialog(QDialog):
    """Asks for the parts, and says which of them are not written as the standard asks."""

    def __init__(self, parent: QWidget, values: dict[str, str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("版头和版记"))
        self.setMinimumWidth(520)
        self.lines: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setSpacing(GAP)
        self.form_box = QComboBox(self)
        self.form_box.setAccessibleName(tr("格式"))
        for value, word in _FORMS:
            self.form_box.addItem(tr(word), value)
        self.form_box.setCurrentIndex(max(0, self.form_box.findData(values.get("form", ""))))
        form.addRow(tr("格式"), self.form_box)
        for name, label, hint in _LINES:
            line = QLineEdit(values.get(name, ""), self)
            line.setPlaceholderText(tr(hint))
            line.setAccessibleName(tr(label))
            line.textChanged.connect(self._check)
            form.addRow(tr(label), line)
            self.lines[name] = line
        about = muted_words(self, sentence("official.about"))
        self.problems = QLabel(self)
        self.problems.setObjectName("open")
        self.problems.setWordWrap(True)
        self._accept = accept_button(self, tr("确定"))
        column = dialog_column(self)
        column.addWidget(about)
        column.addWidget(self._scrolled(form), 1)
        column.addWidget(self.problems)
        column.addLayout(closing_buttons(self, self._accept))
        self._check()

    def _scrolled(self, form: QFormLayout) -> QScrollArea:
        """Return the form in an area that scrolls where a small screen has no room for all of it."""
        inner = QWidget(self)
        form.setContentsMargins(0, 0, GAP, 0)
        inner.setLayout(form)
        self._area = area = QScrollArea(self)
        area.setObjectName("bare")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        # long words of another language would be cut: nothing scrolls sideways here
        area.setMinimumWidth(inner.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self._form_height = inner.sizeHint().height()
        return area

    def sizeHint(self) -> QSize:
        """Return a size in which the whole form is seen."""
        return super().sizeHint() + QSize(0, max(0, self._form_height - self._area.sizeHint().height()))

    @property
    def values(self) -> dict[str, str]:
        """What is written in the form, by the part's name."""
        told = {name: line.text() for name, line in self.lines.items()}
        return {**told, "form": self.form_box.currentData()} if any(told.values()) else told

    def _check(self) -> None:
        found = problems_of(self.values)
        self.problems.setText("\n".join(found))
        self._accept.setEnabled(not found)


class OfficialFlow(QObject):
    """Shows the form and keeps what it says with the report.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
    """

    told = Signal(str, bool)

    def __init__(self, window: QWidget, desk: Desk, flush: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._desk, self._flush = window, desk, flush

    def run(self) -> None:
        """Ask for head and imprint."""
        self._flush()
        dialog = OfficialDialog(self._window, asdict(official_of(self._desk.working)))
        accepted, values = dialog.exec() == OfficialDialog.DialogCode.Accepted, dialog.values
        dialog.deleteLater()
        if accepted:
            self._desk.put(with_official(self._desk.working, values))
            self.told.emit(sentence("official.kept" if any(values.values()) else "official.none"), False)
