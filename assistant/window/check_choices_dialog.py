"""The dialog 检查设置: rules switched on and off, words that are left alone, and the unit's own wrong words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from assistant.window.dialog_parts import accept_button, closing_buttons, dialog_column
from assistant.window.language import tr
from assistant.window.look import GAP
from assistant.window.tick_list import ROW_DATA
from assistant.workbench.proofreading import CheckChoices, is_usable_word, off_for, switchable_rules
from assistant.workbench.sentences import rule_word

_WIDTH, _HEIGHT = 560, 520
_CLERK, _UNIT = "clerk", "unit"
"""For whom a rule is switched on or off."""


class CheckChoicesDialog(QDialog):
    """Shows the clerk's choices about checks and lets them be changed.

    Signals:
        export_requested: write the choices as they are shown to a file (object: CheckChoices).
        import_requested: take a colleague's choices; what came is shown by `show_choices`.
    """

    export_requested = Signal(object)
    import_requested = Signal()

    def __init__(self, parent: QWidget, choices: CheckChoices, unit: str = "") -> None:
        """Show choices; `unit` is the name of the unit for which rules can be switched off too, "" for none."""
        super().__init__(parent)
        self.setWindowTitle(tr("检查设置"))
        self.resize(_WIDTH, _HEIGHT)
        self._choices = choices
        self._unit = unit
        self._off: dict[str, set[str]] = {_CLERK: set(), _UNIT: set()}
        self._scope = self._make_scope()
        self._rules = QListWidget(self)
        self._rules.setAccessibleName(tr("检查规则"))
        self._rules.itemChanged.connect(self._note)
        self._alone = _table(self, (tr("不提示的词"), tr("规则")), tr("不提示的词"))
        self._own = _table(self, (tr("文中写作"), tr("应为")), tr("单位词表"))
        self._wrong, self._right = QLineEdit(self), QLineEdit(self)
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.addTab(self._rules_page(), tr("规则"))
        tabs.addTab(self._alone_page(), tr("不提示的词"))
        tabs.addTab(self._own_page(), tr("单位词表"))
        column = dialog_column(self)
        column.addWidget(tabs, 1)
        column.addLayout(self._buttons())
        self.show_choices(choices)

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def choices(self) -> CheckChoices:
        """The choices as they are shown now."""
        rules = switchable_rules()
        # ids of rules that a later program knows, and those of other units, stay off
        unknown = [rule for rule in self._choices.off if rule not in rules]
        others = [one for one in self._choices.unit_off if one[0] != self._unit or one[1] not in rules]
        return replace(
            self._choices,
            off=(*(rule for rule in rules if rule in self._off[_CLERK]), *unknown),
            unit_off=(*((self._unit, rule) for rule in rules if rule in self._off[_UNIT]), *others),
            left_alone=tuple(_rows(self._alone)),
            own=tuple(_rows(self._own)),
        )

    def show_choices(self, choices: CheckChoices) -> None:
        """Show choices in place of those shown before, such as imported ones."""
        self._choices = choices
        rules = set(switchable_rules())
        self._off = {_CLERK: rules & set(choices.off), _UNIT: rules & set(off_for(choices, self._unit))}
        self._show_rules()
        self._alone.clear()
        for rule, words in choices.left_alone:
            _add_row(self._alone, (words, rule_word(rule)), (rule, words))
        self._own.clear()
        for pair in choices.own:
            _add_row(self._own, pair, pair)

    def _show_rules(self) -> None:
        """Tick the rules that hold for the chosen scope."""
        scope = self._scope.currentData()
        row = self._rules.currentRow()
        self._rules.blockSignals(True)
        self._rules.clear()
        for rule in switchable_rules():
            name = rule_word(rule)
            is_off_elsewhere = scope == _CLERK and rule in self._off[_UNIT]
            item = QListWidgetItem(tr("{name}（本单位已关闭）", name=name) if is_off_elsewhere else name, self._rules)
            item.setData(ROW_DATA, rule)
            item.setToolTip(rule)
            item.setCheckState(Qt.CheckState.Unchecked if rule in self._off[scope] else Qt.CheckState.Checked)
        self._rules.setCurrentRow(max(row, 0))
        self._rules.blockSignals(False)

    def _note(self, item: QListWidgetItem) -> None:
        """Keep what was ticked for the scope that is shown."""
        off = self._off[self._scope.currentData()]
        (off.discard if item.checkState() is Qt.CheckState.Checked else off.add)(item.data(ROW_DATA))

    # -- pages -------------------------------------------------------------------------------------

    def _make_scope(self) -> QComboBox:
        scope = QComboBox(self)
        scope.addItem(tr("只对我"), _CLERK)
        scope.setAccessibleName(tr("规则对谁启用"))
        if self._unit:
            scope.addItem(tr("对本单位（{unit}）", unit=self._unit), _UNIT)
            scope.setToolTip(tr("对本单位关闭的规则随导出的设置一起交给同事"))
        else:
            scope.setToolTip(tr("在“单位信息”里填写单位名称后，可以对本单位启用或关闭"))
        scope.currentIndexChanged.connect(lambda _index: self._show_rules())
        return scope

    def _rules_page(self) -> QWidget:
        page = self._page(tr("打勾的规则会检查；未填的占位符一律检查，不能关闭。"), self._rules)
        label = QLabel(tr("启用范围："), page)
        label.setBuddy(self._scope)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label)
        row.addWidget(self._scope, 1)
        layout = page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(1, row)
        return page

    def _alone_page(self) -> QWidget:
        remove = QPushButton(tr("移除"), self)
        remove.setToolTip(tr("以后重新提示选中的词"))
        remove.clicked.connect(lambda _checked: _remove_chosen(self._alone))
        return self._page(tr("这些词不再提示。在检查结果里选“这个词以后都不提示”即可加入。"), self._alone, remove)

    def _own_page(self) -> QWidget:
        self._wrong.setPlaceholderText(tr("例：县财局"))
        self._wrong.setAccessibleName(tr("文中写作"))
        self._right.setPlaceholderText(tr("例：县财政局"))
        self._right.setAccessibleName(tr("应为"))
        add = QPushButton(tr("添加"), self)
        add.setAutoDefault(False)
        add.clicked.connect(lambda _checked: self._add_own())
        self._right.returnPressed.connect(self._add_own)
        remove = QPushButton(tr("移除"), self)
        remove.setAutoDefault(False)
        remove.clicked.connect(lambda _checked: _remove_chosen(self._own))
        page = self._page(tr("本单位常写错的名称和提法，检查时按“应为”提示。"), self._own)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in (self._wrong, QLabel("→", self), self._right, add, remove):
            row.addWidget(part)
        layout = page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addLayout(row)
        return page

    def _page(self, about: str, shown: QWidget, button: QPushButton | None = None) -> QWidget:
        page = QWidget(self)
        told = QLabel(about, page)
        told.setObjectName("muted")
        told.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(told)
        column.addWidget(shown, 1)
        if button is not None:
            button.setAutoDefault(False)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(button)
            column.addLayout(row)
        return page

    def _buttons(self) -> QHBoxLayout:
        accept = accept_button(self, tr("保存"))
        row = closing_buttons(self, accept)
        wishes = (
            (tr("导入…"), tr("并入同事导出的检查设置"), self.import_requested.emit),
            (tr("导出…"), tr("存成文件，供同事导入"), lambda: self.export_requested.emit(self.choices)),
            (tr("全部恢复"), tr("启用全部规则，清空不提示的词；单位词表保留"), self._reset),
        )
        for place, (label, tip, wish) in enumerate(wishes):
            button = QPushButton(label, self)
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.clicked.connect(lambda _checked=False, wish=wish: wish())
            row.insertWidget(place, button)
        return row

    # -- changing ----------------------------------------------------------------------------------

    def _reset(self) -> None:
        others = tuple(one for one in self.choices.unit_off if one[0] != self._unit)
        self.show_choices(replace(self.choices, off=(), unit_off=others, left_alone=()))

    def _add_own(self) -> None:
        wrong, right = self._wrong.text().strip(), self._right.text().strip()
        if not is_usable_word(wrong) or not is_usable_word(right) or wrong == right:
            (self._wrong if not is_usable_word(wrong) else self._right).setFocus()
            return
        others = [pair for pair in _rows(self._own) if pair[0] != wrong]
        self._own.clear()
        for pair in (*others, (wrong, right)):
            _add_row(self._own, pair, pair)
        self._wrong.clear()
        self._right.clear()
        self._wrong.setFocus()


def _table(parent: QWidget, heads: tuple[str, str], name: str) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setHeaderLabels(list(heads))
    tree.setRootIsDecorated(False)
    tree.setAlternatingRowColors(False)
    tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    tree.setAccessibleName(name)
    return tree


def _add_row(tree: QTreeWidget, shown: tuple[str, str], stands_for: tuple[str, str]) -> None:
    item = QTreeWidgetItem(tree, list(shown))
    item.setData(0, ROW_DATA, stands_for)


def _rows(tree: QTreeWidget) -> list[tuple[str, str]]:
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [item.data(0, ROW_DATA) for item in items if item is not None]


def _remove_chosen(tree: QTreeWidget) -> None:
    for item in tree.selectedItems():
        tree.takeTopLevelItem(tree.indexOfTopLevelItem(item))
