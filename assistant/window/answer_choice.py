"""Which fields are shown: the choice of states and offices that 填空 panel and 填空表 share."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox

from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.workbench.answer_rows import Office, OfficeProgress, Which

_SHOWN_LENGTH = 7
_WORDS = (
    (Which.ALL, "全部"),
    (Which.BLOCKING, "未填和待核"),
    (Which.OPEN, "未填"),
    (Which.STALE, "待核"),
    (Which.CONTRADICTED, "矛盾或不合类型"),
    (Which.SETTLED, "已填"),
    (Which.WITHOUT_OFFICE, "未定科室"),
)


def fill_choice(choice: QComboBox, offices: Sequence[OfficeProgress]) -> None:
    """Put states and offices, with how far these have come, into a choice of what is shown; what was chosen stays."""
    wanted = [(tr(words), which) for which, words in _WORDS] + [
        (tr("{office}（{settled}/{total}）", office=one.name, settled=one.settled, total=one.total), Office(one.name))
        for one in offices
    ]
    if [(choice.itemText(i), choice.itemData(i)) for i in range(choice.count())] == wanted:
        return
    # a long name of an office must not take the room of what stands beside
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(_SHOWN_LENGTH)
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for words, data in wanted:
        choice.addItem(words, data)
    choice.setCurrentIndex(next((at for at, (_words, data) in enumerate(wanted) if data == chosen), 0))
    choice.view().setMinimumWidth(choice.view().sizeHintForColumn(0) + GAP * 3)
    choice.blockSignals(False)
