"""The dialog 检查设置: rules on and off, words left alone, the unit's own words, import and export."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assistant.storage.check_choices import export_check_choices
from assistant.window.check_choices_dialog import CheckChoicesDialog
from assistant.window.tick_list import ROW_DATA
from assistant.workbench.proofreading import CheckChoices, import_check_choices, switchable_rules

CHOICES = CheckChoices(
    off=("mark-half-width", "later-rule"), left_alone=(("word-usage", "其它"),), own=(("县财局", "县财政局"),)
)


@pytest.fixture
def dialog(window):
    return CheckChoicesDialog(window, CHOICES)


def rule_item(dialog, rule):
    items = [dialog._rules.item(row) for row in range(dialog._rules.count())]
    return next(item for item in items if item.data(ROW_DATA) == rule)


def press(dialog, label):
    next(one for one in dialog.findChildren(QPushButton) if one.text() == label).click()


def test_what_is_shown_is_what_is_kept(dialog):
    assert dialog.choices == CHOICES
    assert dialog._rules.count() == len(switchable_rules())
    assert not any(rule.startswith("placeholder-") for rule in switchable_rules())


def test_a_rule_is_switched_on_and_another_off(dialog):
    rule_item(dialog, "mark-half-width").setCheckState(Qt.CheckState.Checked)
    rule_item(dialog, "word-long-sentence").setCheckState(Qt.CheckState.Unchecked)
    assert dialog.choices.off == ("word-long-sentence", "later-rule")


def test_a_word_left_alone_is_taken_back(dialog):
    dialog._alone.topLevelItem(0).setSelected(True)
    next(one for one in dialog.findChildren(QPushButton) if one.toolTip() == "以后重新提示选中的词").click()
    assert dialog.choices.left_alone == ()
    assert dialog.choices.own == CHOICES.own


def test_own_words_are_added_once_and_only_whole(dialog):
    for wrong, right in (("红水乡", "xx乡"), ("县财局", "县财政局机关"), ("", "甲"), ("乙", "乙")):
        dialog._wrong.setText(wrong)
        dialog._right.setText(right)
        press(dialog, "添加")
    assert dialog.choices.own == (("红水乡", "xx乡"), ("县财局", "县财政局机关"))


def test_all_rules_come_back_and_own_words_stay(dialog):
    press(dialog, "全部恢复")
    assert dialog.choices.left_alone == ()
    assert "mark-half-width" not in dialog.choices.off
    assert dialog.choices.own == CHOICES.own


def test_imported_choices_are_added_to_those_shown(dialog, tmp_path):
    path = tmp_path / "检查设置.json"
    export_check_choices(CheckChoices(off=("mark-space",), own=(("帐目", "账目"),)), path)
    dialog.show_choices(import_check_choices(dialog.choices, path))
    assert set(dialog.choices.off) == {"mark-half-width", "mark-space", "later-rule"}
    assert dict(dialog.choices.own) == {"县财局": "县财政局", "帐目": "账目"}


def test_wishes_for_files_are_told(dialog, qtbot):
    with qtbot.waitSignal(dialog.export_requested) as told:
        press(dialog, "导出…")
    assert told.args == [CHOICES]
    with qtbot.waitSignal(dialog.import_requested):
        press(dialog, "导入…")
