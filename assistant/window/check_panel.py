"""The panel 检查: what the checks remark, by severity and rule, and what can be done about each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.window.ignored_button import IgnoredButton
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, LIGHT, SMALL_SIZE, Colours, interface_font
from assistant.workbench.advice import Remark, Severity
from assistant.workbench.sentences import rule_word, sentence, severity_word

_REMARK = Qt.ItemDataRole.UserRole + 1
_GROUP = Qt.ItemDataRole.UserRole + 2
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)
_LONGEST = 22
_OF_NO_PLACE = ("structure-no-title", "structure-no-date", "structure-no-salutation")
"""Rules about what is missing: the words where that would stand say nothing."""
_LISTED_UNSEEN = 500
"""Remarks up to which the list follows while nobody looks at it; longer ones are listed when they are looked at."""
_SHORT = 4
"""Words up to this length are shown with what stands around them."""


class CheckPanel(QWidget):
    """Lists remarks and tells what the clerk wants done.

    Signals:
        remark_chosen: go to its place (object: Remark).
        fix_requested: mend these places (object: tuple of Remark).
        ignore_requested: leave this place alone (object: Remark).
        ignore_all_requested: leave these places alone (object: tuple of Remark).
        heed_requested: remark again on places that were left alone (object: tuple of Remark).
        words_requested: leave these words alone everywhere (object: Remark).
        rule_off_requested: say nothing of this rule any more (str: rule id).
    """

    remark_chosen = Signal(object)
    fix_requested = Signal(object)
    ignore_requested = Signal(object)
    ignore_all_requested = Signal(object)
    heed_requested = Signal(object)
    words_requested = Signal(object)
    rule_off_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._remarks: tuple[Remark, ...] = ()
        self._is_behind = False
        self._colours = LIGHT
        self._folded: set[tuple[str, str]] = set()
        self._which = QComboBox(self)
        self._which.addItems([tr("全部"), tr("错误和警告")])
        self._which.setAccessibleName(tr("显示哪些检查结果"))
        self._which.currentIndexChanged.connect(lambda _index: self._rebuild())
        self._count = QLabel(self)
        self._count.setFont(interface_font(SMALL_SIZE))
        self._tree = self._make_tree()
        self._nothing = QLabel(tr("没有发现问题。"), self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._nothing.setMargin(GAP * 2)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.ignored = IgnoredButton(self)
        self.ignored.heed_requested.connect(self.heed_requested)
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self._which)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self._tree, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self.ignored)
        column.addWidget(self._make_card())
        self._rebuild()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setHeaderHidden(True)
        tree.setIndentation(GAP * 2)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.setAccessibleName(tr("检查结果"))
        tree.currentItemChanged.connect(lambda _item, _before: self._show_card())
        tree.itemClicked.connect(lambda item, _column: self._go(item))
        tree.itemActivated.connect(lambda item, _column: self._go(item))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._show_menu)
        tree.itemCollapsed.connect(lambda item: self._folded.add(item.data(0, _GROUP)))
        tree.itemExpanded.connect(lambda item: self._folded.discard(item.data(0, _GROUP)))
        return tree

    def _make_card(self) -> QWidget:
        card = QFrame(self)
        card.setObjectName("card")
        self._message = QLabel(card)
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fix = QPushButton(tr("修改"), card)
        self._fix.setProperty("primary", True)
        self._fix.setToolTip(tr("按建议修改这一处"))
        self._fix.clicked.connect(lambda _checked: self.fix_chosen())
        self._fix_all = QPushButton(tr("全部修改"), card)
        self._fix_all.clicked.connect(lambda _checked: self.fix_requested.emit(self._alike()))
        self._ignore = QToolButton(card)
        self._ignore.setText(tr("忽略 ▾"))
        self._ignore.setToolTip(tr("忽略这一处，或以后都不提示"))
        self._ignore.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._ignore.setMenu(self._make_ignore_menu())
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_SMALL)
        for button in (self._fix, self._fix_all, self._ignore):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self._message)
        column.addLayout(buttons)
        self._card = card
        return card

    def _make_ignore_menu(self) -> QMenu:
        menu = QMenu(self._ignore)
        self._here = menu.addAction(tr("忽略此处"))
        self._here.triggered.connect(lambda _checked: self._tell(self.ignore_requested))
        self._everywhere = menu.addAction("")
        self._everywhere.triggered.connect(lambda _checked: self.ignore_all_requested.emit(self._of_rule()))
        self._alone = menu.addAction(tr("这个词以后都不提示"))
        self._alone.triggered.connect(lambda _checked: self._tell(self.words_requested))
        menu.addAction(tr("关闭这条规则")).triggered.connect(lambda _checked: self._turn_off())
        return menu

    def _show_menu(self, point: QPoint) -> None:
        """Offer at the pointer what the card offers."""
        if not self._tree.indexAt(point).isValid():
            return
        self._tree.setCurrentItem(self._tree.itemAt(point))
        menu = self.new_menu()
        menu.exec(self._tree.viewport().mapToGlobal(point))
        menu.deleteLater()

    def new_menu(self) -> QMenu:
        """Return the menu for the chosen remark."""
        menu = QMenu(self)
        alike = len(self._alike())
        if self.chosen is not None and self.chosen.fix is not None:
            menu.addAction(tr("修改")).triggered.connect(lambda _checked: self.fix_chosen())
        if alike > 1:
            fix_all = menu.addAction(tr("全部修改（{alike}）", alike=alike))
            fix_all.triggered.connect(lambda _checked: self.fix_requested.emit(self._alike()))
        menu.addSeparator()
        ignoring = self._ignore.menu()
        menu.addActions(ignoring.actions() if ignoring is not None else [])
        return menu

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._colours = colours
        self._rebuild()

    def show_open(self, count: int, *, is_known: bool) -> None:
        """Say where no finding is listed how many fields are still to be filled or confirmed: those are no findings.

        Before a report was looked at for the first time, nothing is known of it.
        """
        told = tr("还有 {count} 项未填或待核，列在“填空”里。", count=count) if count else ""
        found = tr("没有发现问题。") if is_known else sentence("check.looking")
        self._nothing.setText("\n".join(line for line in (found, told) if line))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show what is remarked; the list is made anew only where that changed."""
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self._rebuild()

    def catch_up(self) -> None:
        """List what was remarked while the list was hidden or behind another tab."""
        if self._is_behind:
            self._is_behind = False
            self._list()

    @property
    def chosen(self) -> Remark | None:
        """The remark in the card, or None."""
        self.catch_up()
        item = self._tree.currentItem()
        if item is not None and item.childCount() == 1:  # the head of a single one stands for it
            item = item.child(0)
        remark = item.data(0, _REMARK) if item is not None else None
        return remark if isinstance(remark, Remark) else None

    def take_keys(self) -> None:
        """Put the keyboard into the list, on the remark in the card or the first."""
        leaves = self._leaves()
        if leaves and self.chosen is None:
            self._tree.setCurrentItem(leaves[0])
        self._tree.setFocus()

    def choose(self, remark: Remark) -> None:
        """Show a remark in the card, as when the caret came to its place."""
        for item in self._leaves():
            if item.data(0, _REMARK) == remark:
                self._tree.setCurrentItem(item)
                self._tree.scrollToItem(item)
                return

    def fix_chosen(self) -> None:
        """Ask to mend the place in the card."""
        if self.chosen is not None and self.chosen.fix is not None:
            self.fix_requested.emit((self.chosen,))

    @property
    def shown(self) -> tuple[Remark, ...]:
        """The remarks that are listed, in the order of the text."""
        only_grave = self._which.currentIndex() == 1
        return tuple(one for one in self._remarks if not only_grave or one.severity is not Severity.HINT)

    # -- building ----------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        counts = [sum(one.severity is severity for one in self._remarks) for severity in _ORDER]
        self._count.setText(sentence("check.counts", error=counts[0], warning=counts[1], hint=counts[2]))
        if not self.visibleRegion().isEmpty() or len(self._remarks) <= _LISTED_UNSEEN:
            self._is_behind = False
            self._list()
        else:
            self._is_behind = True

    def _list(self) -> None:
        chosen, row = self.chosen, self._row_of_chosen()
        self._tree.blockSignals(True)
        self._tree.clear()
        groups: dict[tuple[str, str], list[Remark]] = {}
        for one in sorted(self.shown, key=lambda one: (_ORDER.index(one.severity), one.rule, one.start)):
            groups.setdefault((one.severity.value, one.rule), []).append(one)
        for group, members in groups.items():
            self._tree.addTopLevelItem(self._group_item(group, members))
        for index in range(self._tree.topLevelItemCount()):
            item = self._tree.topLevelItem(index)
            if item is not None:
                item.setExpanded(item.data(0, _GROUP) not in self._folded)
        self._choose_again(chosen, row)
        self._tree.blockSignals(False)
        self._tree.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        self._show_card()

    def _group_item(self, group: tuple[str, str], members: list[Remark]) -> QTreeWidgetItem:
        severity, rule = group
        item = QTreeWidgetItem(
            [
                tr(
                    "{severity} · {rule}（{count}）",
                    severity=severity_word(severity),
                    rule=rule_word(rule),
                    count=len(members),
                )
            ]
        )
        item.setData(0, _GROUP, group)
        item.setFont(0, interface_font(SMALL_SIZE, bold=True))
        colour = {"error": self._colours.error, "warning": self._colours.open}.get(severity, self._colours.muted)
        item.setForeground(0, QColor(colour))
        for one in members:
            words = one.message if one.rule in _OF_NO_PLACE else one.printed.strip() or tr("空格")
            is_whole = len(words) <= _LONGEST or one.rule in _OF_NO_PLACE
            shown = words if is_whole else f"{words[:_LONGEST]}…"
            fix = f" → {one.fix or tr('删去')}" if one.fix is not None and len(one.fix) <= _LONGEST else ""
            around = f"　{one.context}" if len(words) <= _SHORT and one.context != words else ""
            leaf = QTreeWidgetItem([shown + fix + around])
            leaf.setData(0, _REMARK, one)
            leaf.setToolTip(0, one.message)
            item.addChild(leaf)
        return item

    def _leaves(self) -> list[QTreeWidgetItem]:
        self.catch_up()
        tops = [self._tree.topLevelItem(index) for index in range(self._tree.topLevelItemCount())]
        return [top.child(row) for top in tops if top is not None for row in range(top.childCount())]

    def _row_of_chosen(self) -> int:
        item = self._tree.currentItem()
        leaves = self._leaves()
        return next((row for row, leaf in enumerate(leaves) if leaf is item), -1)

    def _choose_again(self, chosen: Remark | None, row: int) -> None:
        """Keep the choice; where its place was mended, the one that took its row is next."""
        if chosen is None:
            return
        leaves = self._leaves()
        same = [leaf for leaf in leaves if _is_same(leaf.data(0, _REMARK), chosen)]
        if same:
            self._tree.setCurrentItem(min(same, key=lambda leaf: abs(leaf.data(0, _REMARK).start - chosen.start)))
        elif leaves:
            self._tree.setCurrentItem(leaves[min(max(row, 0), len(leaves) - 1)])

    def _show_card(self) -> None:
        """Show what is said of the chosen place, or what can be done with all of the chosen rule."""
        remark, members = self.chosen, self._of_rule()
        self._card.setVisible(bool(members))
        if not members:
            return
        rule, alike = rule_word(members[0].rule), len(self._alike())
        whole = tr("{rule}，共 {count} 处。", rule=rule, count=len(members))
        self._message.setText(remark.message if remark is not None else whole)
        self._fix.setVisible(remark is not None and remark.fix is not None)
        self._fix_all.setVisible(alike > 1)
        self._fix_all.setText(tr("全部修改（{alike}）", alike=alike))
        self._fix_all.setToolTip(tr("修改同样的全部 {alike} 处（{rule}）", alike=alike, rule=rule))
        self._here.setVisible(remark is not None)
        self._everywhere.setVisible(len(members) > 1)
        self._everywhere.setText(tr("忽略这份报告里这类全部 {count} 处", count=len(members)))
        self._alone.setVisible(remark is not None)
        self._alone.setEnabled(remark is not None and 0 < len(remark.printed) <= _LONGEST)

    def _of_rule(self) -> tuple[Remark, ...]:
        """Return the remarks of the rule, in its severity, of which one or the head is chosen."""
        if not self._tree.currentIndex().isValid():
            return ()
        item = self._tree.currentItem()
        top = item.parent() or item
        return tuple(top.child(row).data(0, _REMARK) for row in range(top.childCount()))

    def _alike(self) -> tuple[Remark, ...]:
        """Return the remarks that are mended along with the chosen one, or by the head of its rule.

        All of the rule where that is certain or about marks and numbers; of doubtful words only the same slip.
        """
        self.catch_up()
        members = self._of_rule()
        if not members:
            return ()
        first = self.chosen or members[0]
        is_certain = first.severity is Severity.ERROR or first.rule.startswith(("mark-", "structure-"))
        return tuple(
            one
            for one in members
            if one.fix is not None and (is_certain or (one.printed, one.fix) == (first.printed, first.fix))
        )

    # -- telling -----------------------------------------------------------------------------------

    def _go(self, item: QTreeWidgetItem) -> None:
        remark = item.data(0, _REMARK)
        if isinstance(remark, Remark):
            self.remark_chosen.emit(remark)

    def _tell(self, wish: object) -> None:
        if self.chosen is not None:
            wish.emit(self.chosen)  # type: ignore[attr-defined]

    def _turn_off(self) -> None:
        members = self._of_rule()
        if members:
            self.rule_off_requested.emit(members[0].rule)


def _is_same(one: Remark, other: Remark) -> bool:
    return (one.rule, one.printed, one.message) == (other.rule, other.printed, other.message)
