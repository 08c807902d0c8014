"""字数统计: how long the report and the selection are, by Word's rules and without punctuation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.report.counting import Counts
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, interface_font

_ROWS = (
    ("字数", "words", "与 Word“字数统计”的“字数”相同：每个汉字、中文标点算一字，连写的数字、字母算一字"),
    ("字数（不含标点）", "words_unmarked", "不算中文标点和单独的西文标点"),
    ("字符数（不计空格）", "characters", "与 Word 相同"),
    ("字符数（计空格）", "characters_and_blanks", "与 Word 相同"),
    ("中文字符", "chinese", "汉字和中文标点"),
    ("非中文单词", "foreign", "连写的数字、字母"),
    ("段落数", "paragraphs", "不算空行"),
)


class CountDialog(QDialog):
    """Shows the counts of the report, and of the selection where there is one, as soon as they are told."""

    def __init__(self, parent: QWidget, *, has_selection: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("字数统计"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP_LARGE * 2)
        grid.setVerticalSpacing(GAP)
        grid.addWidget(self._words(tr("全文"), muted=True), 0, 1, Qt.AlignmentFlag.AlignRight)
        if has_selection:
            grid.addWidget(self._words(tr("选中部分"), muted=True), 0, 2, Qt.AlignmentFlag.AlignRight)
        self._columns: list[list[QLabel]] = [[], []] if has_selection else [[]]
        for row, (words, _attribute, hint) in enumerate(_ROWS, 1):
            label = self._words(tr(words), bold=row == 1)
            label.setToolTip(tr(hint))
            grid.addWidget(label, row, 0)
            for number, column in enumerate(self._columns, 1):
                column.append(self._words("…", bold=row == 1))
                grid.addWidget(column[-1], row, number, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._words(tr("页数")), len(_ROWS) + 1, 0)
        self._pages = self._words(tr("正在分页…"))
        grid.addWidget(self._pages, len(_ROWS) + 1, 1, Qt.AlignmentFlag.AlignRight)
        close = QPushButton(tr("关闭"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        around = QVBoxLayout(self)
        around.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        around.setSpacing(GAP_LARGE)
        around.addLayout(grid)
        around.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def show_counts(self, counts: Sequence[Counts]) -> None:
        """Show the counts of the report, and those of the selection behind them."""
        for labels, one in zip(self._columns, counts, strict=True):
            for label, (words, attribute, _hint) in zip(labels, _ROWS, strict=True):
                label.setText(f"{getattr(one, attribute):,}")
                label.setAccessibleName(f"{tr(words)} {label.text()}")

    def show_pages(self, starts: Sequence[int]) -> None:
        """Show how many pages there are; none are told where the layout cannot be read."""
        self._pages.setText(str(len(starts)) if starts else "—")
        self._pages.setAccessibleName(f"{tr('页数')} {self._pages.text()}")

    def _words(self, text: str, *, bold: bool = False, muted: bool = False) -> QLabel:
        label = QLabel(text, self)
        if bold:
            label.setFont(interface_font(HEAD_SIZE, bold=True))
        if muted:
            label.setObjectName("muted")
        return label
