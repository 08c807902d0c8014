"""The dialog 关于: version, where the program's data lies, and the parts it stands on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, Colours, icon, interface_font
from assistant.window.start_folder import show_folder

_SIZE = (600, 560)
_ICON = 56


class AboutDialog(QDialog):
    """Tells what the program is, where its data lies, and whose work it stands on."""

    def __init__(
        self, parent: QWidget, colours: Colours, *, about: str, data_folder: Path | None, licences: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("关于报告助手"))
        self.resize(*_SIZE)
        picture = QLabel(self)
        picture.setPixmap(icon("app", colours.accent, _ICON).pixmap(_ICON, _ICON))
        first, _, rest = about.partition("\n")
        name = QLabel(first, self)
        name.setFont(interface_font(HEAD_SIZE, bold=True))
        words = QLabel(rest.strip(), self)
        words.setWordWrap(True)
        beside = QVBoxLayout()
        beside.addWidget(name)
        beside.addWidget(words)
        head = QHBoxLayout()
        head.setSpacing(GAP_LARGE)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(beside, 1)
        parts = QTextBrowser(self)
        parts.setAccessibleName(tr("组成部分和许可证"))
        parts.setOpenLinks(False)
        parts.setMarkdown(licences)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.setSpacing(GAP)
        column.addLayout(head)
        if data_folder is not None:
            column.addLayout(self._folder_row(data_folder))
        column.addWidget(parts, 1)
        close = QPushButton(tr("关闭"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()

    def _folder_row(self, folder: Path) -> QHBoxLayout:
        where = QLabel(tr("数据文件夹：{folder}", folder=folder), self)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where.setWordWrap(True)
        where.setAccessibleName(tr("数据文件夹"))
        show = QPushButton(tr("打开文件夹"), self)
        show.clicked.connect(lambda: show_folder(folder))
        row = QHBoxLayout()
        row.addWidget(where, 1)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row
