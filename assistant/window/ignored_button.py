"""The button that tells how many places of a report are left alone by the checks, and brings them back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from assistant.window.language import tr
from assistant.workbench.advice import Remark
from assistant.workbench.sentences import rule_word

_MOST = 15
"""Places that are listed one by one; behind these all can be brought back at once."""
_LONGEST, _SHORT = 22, 4


class IgnoredButton(QToolButton):
    """Shown while something is left alone; its menu lists what.

    Signals:
        heed_requested: remark again on these places (object: tuple of Remark).
    """

    heed_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTip(tr("查看这份报告里忽略了哪些，恢复提示"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.entries = QMenu(self)
        self.setMenu(self.entries)
        self.hide()

    def show_ignored(self, remarks: tuple[Remark, ...]) -> None:
        """Tell which remarks are not listed because their places are left alone in this report."""
        self.setVisible(bool(remarks))
        self.setText(tr("已忽略 {count} 处 ▾", count=len(remarks)))
        self.entries.clear()
        for one in remarks[:_MOST]:
            words = _shortened(one.context if len(one.printed) <= _SHORT else one.printed)
            back = self.entries.addAction(tr("恢复：{words}（{rule}）", words=words, rule=rule_word(one.rule)))
            back.triggered.connect(lambda _checked, one=one: self.heed_requested.emit((one,)))
        self.entries.addSeparator()
        self.entries.addAction(tr("全部恢复")).triggered.connect(lambda _checked: self.heed_requested.emit(remarks))


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
