"""What the page's context menu offers at its place: to mend what is remarked, to fill the field, to mark words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from assistant.report.fields import Field, State
from assistant.window.actions import Actions
from assistant.window.desk import Desk
from assistant.window.language import tr
from assistant.window.link_flow import LinkFlow
from assistant.window.page import PageEditor
from assistant.window.page.place import whole_run
from assistant.window.page_bridge import PageBridge
from assistant.window.proofing import Proofing
from assistant.workbench.advice import Remark

_LONGEST = 16
"""Characters of a proposal that a menu shows."""


class PageMenu(QObject):
    """Puts in front of the page's own entries what can be done at the caret, which stands where was clicked."""

    def __init__(
        self, page: PageEditor, desk: Desk, actions: Actions, *, proofing: Proofing, bridge: PageBridge, links: LinkFlow
    ) -> None:
        super().__init__(page)
        self._page, self._desk, self._actions = page, desk, actions
        self._proofing, self._bridge, self._links = proofing, bridge, links
        page.extend_menu = self.extend

    def extend(self, menu: QMenu) -> None:
        """Add what fits the place."""
        if not self._desk.has_report or self._desk.is_read_only:
            return
        self._page.flush()
        first = menu.actions()[0]
        for group in (self._for_remark(menu), self._for_field(menu), self._for_selection()):
            if group:
                menu.insertActions(first, group)
                menu.insertSeparator(first)

    def _for_remark(self, menu: QMenu) -> list[QAction]:
        remark = self._remark_here()
        if remark is None:
            return []
        wishes: list[tuple[str, Callable[[], object]]] = []
        if remark.fix is not None:
            new, old = _short(remark.fix), _short(remark.printed)
            words = tr("改为“{new}”", new=new) if remark.fix.strip() else tr("删去“{old}”", old=old)
            wishes.append((words, lambda: self._proofing.fix((remark,), goes_on=False)))
        wishes.append((tr("忽略此处"), lambda: self._proofing.ignore((remark,))))
        wishes.append((tr("这个词以后都不提示"), lambda: self._proofing.leave_alone(remark)))
        made = [_action(menu, words, wish) for words, wish in wishes]
        made[0].setToolTip(remark.message)
        return made

    def _remark_here(self) -> Remark | None:
        """Return the remark on the fewest words among those at the caret, where the words still stand."""
        start, end = self._page.selected_span
        text = self._desk.working.report.text
        here = [
            one
            for one in self._proofing.remarks
            if one.start <= start and end <= one.end and text[one.start : one.end] == one.printed
        ]
        return min(here, key=lambda one: one.end - one.start, default=None)

    def _for_field(self, menu: QMenu) -> list[QAction]:
        field_id = self._page.field_at_caret
        field = next((one for one in self._desk.working.report.fields if one.id == field_id), None)
        if field is None:
            return []
        made = [
            _action(menu, tr("填写“{label}”…", label=_short(field.label)), lambda: self._page.enter_field(field.id))
        ]
        if field.state is State.STALE:
            made.append(_action(menu, tr("沿用"), lambda: self._bridge.confirm(field.id)))
        made += [_action(menu, words, lambda: self._bridge.toggle_waived(field.id)) for words in _waiving(field)]
        made.append(_action(menu, tr("关联…"), lambda: self._links.show_links(field.id)))
        return [*made, self._actions["unmark_field"]]

    def _for_selection(self) -> list[QAction]:
        cursor = self._page.textCursor()
        return [self._actions["mark_field"]] if cursor.hasSelection() and whole_run(cursor) is None else []


def _waiving(field: Field) -> list[str]:
    if field.state is State.WAIVED:
        return [tr("取消保留")]
    return [tr("保留占位符")] if field.state is State.OPEN else []


def _action(menu: QMenu, words: str, wish: Callable[[], object]) -> QAction:
    action = QAction(words, menu)
    action.triggered.connect(lambda _checked=False: wish())
    return action


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
