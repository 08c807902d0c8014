"""What dialogs are made of: their column, what is said at the top, and the buttons at the foot."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, interface_font
from assistant.workbench.sentences import sentence


def dialog_column(dialog: QDialog) -> QVBoxLayout:
    """Return the column in which everything in a dialog stands."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
    column.setSpacing(GAP)
    return column


def head_words(parent: QWidget, words: str) -> QLabel:
    """Return what a dialog asks or lists, in larger type."""
    label = QLabel(words, parent)
    label.setFont(interface_font(HEAD_SIZE, bold=True))
    label.setWordWrap(True)
    return label


def muted_words(parent: QWidget, words: str = "") -> QLabel:
    """Return an explanation, in a quiet colour and as many lines as it takes."""
    label = QLabel(words, parent)
    label.setObjectName("muted")
    label.setWordWrap(True)
    return label


def accept_button(dialog: QDialog, words: str) -> QPushButton:
    """Return the button that does what the dialog is for; Enter presses it."""
    button = QPushButton(words, dialog)
    button.setProperty("primary", True)
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    return button


def closing_buttons(dialog: QDialog, accept: QPushButton) -> QHBoxLayout:
    """Return the row of 取消 and the button that does what the dialog is for."""
    row = QHBoxLayout()
    row.addStretch(1)
    cancel = QPushButton(tr("取消"), dialog)
    cancel.clicked.connect(dialog.reject)
    row.addWidget(cancel)
    row.addWidget(accept)
    return row


def patterns(suffixes: Iterable[str]) -> str:
    """Return suffixes as the filter of a file dialog takes them: *.docx *.doc."""
    return " ".join(f"*{suffix}" for suffix in suffixes)


def pressed_button(box: QMessageBox) -> QAbstractButton | None:
    """Show a question, and return the button that was pressed; the box is gone then."""
    box.exec()
    pressed = box.clickedButton()
    box.deleteLater()
    return pressed


def asked_to_replace(parent: QWidget, question: str, *, words: str = "") -> bool:
    """Ask whether something may be replaced, or what else `words` say on the button; return whether it is wanted."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(tr("报告助手"))
    box.setText(question)
    yes = box.addButton(words or tr("替换"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole))
    return pressed_button(box) is yes


def may_be_written(parent: QWidget, path: Path, chosen: str) -> bool:
    """Whether a file may be written under a name that a file dialog gave, perhaps with a suffix added since.

    The dialog has asked about what it would replace under the name as it was typed, and about nothing else.
    """
    if str(path) == chosen or not path.is_file():
        return True
    return asked_to_replace(parent, sentence("export.replace", path=path))
