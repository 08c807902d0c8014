"""What a right click on underlined words offers: what is proposed for them, and to leave them alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from assistant.window.check_panel import CheckPanel
from assistant.window.language import tr
from assistant.workbench.advice import Remark

_LONGEST = 24
"""Characters of a proposal that are shown in the menu."""


def remark_at(remarks: Sequence[Remark], position: int) -> Remark | None:
    """Return the remark on what stands at a code point, of several the one on the fewest characters."""
    here = [one for one in remarks if one.start <= position < max(one.end, one.start + 1)]
    return min(here, key=lambda one: one.end - one.start, default=None)


def words_of(remark: Remark) -> str:
    """Return what the pointer is told over underlined words."""
    return "\n".join((remark.message, tr("右键可以修改或忽略。")))


def offer_at_pointer(
    menu: QMenu, remark: Remark, panel: CheckPanel, show: Callable[[Remark], object], *, can_edit: bool
) -> None:
    """Put what can be done about a remark at the top of the page's menu; the panel's signals tell what is chosen."""
    entries: list[QAction] = []
    if remark.fix is None:
        entries.append(QAction(_shortened(remark.message), menu))
        entries[0].setEnabled(False)
    else:
        entries.append(QAction(_shortened(remark.fix) or tr("删去"), menu))
        entries[0].setEnabled(can_edit)
        font = entries[0].font()
        font.setBold(True)
        entries[0].setFont(font)
        entries[0].triggered.connect(lambda _checked: panel.fix_requested.emit((remark,)))
    wishes: tuple[tuple[str, Callable[[], object]], ...] = (
        (tr("忽略此处"), lambda: panel.ignore_requested.emit(remark)),
        (tr("这个词以后都不提示"), lambda: panel.words_requested.emit(remark)),
        (tr("在检查栏中查看"), lambda: show(remark)),
    )
    for words, wish in wishes:
        action = QAction(words, menu)
        action.triggered.connect(lambda _checked, wish=wish: wish())
        entries.append(action)
    menu.insertActions(menu.insertSeparator(menu.actions()[0]), entries)


def _shortened(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
