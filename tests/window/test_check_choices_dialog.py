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


def choose_scope(dialog, row):
    dialog._scope.setCurrentIndex(row)


def test_a_rule_is_switched_off_for_the_unit(window):
    dialog = CheckChoicesDialog(window, CHOICES, "青禾县财政局")
    choose_scope(dialog, 1)
    rule_item(dialog, "word-long-sentence").setCheckState(Qt.CheckState.Unchecked)
    assert dialog.choices.unit_off == (("青禾县财政局", "word-long-sentence"),)
    assert dialog.choices.off == CHOICES.off
    choose_scope(dialog, 0)
    assert rule_item(dialog, "word-long-sentence").text() == "长句（本单位已关闭）"
    assert rule_item(dialog, "word-long-sentence").checkState() is Qt.CheckState.Checked
    press(dialog, "全部恢复")
    assert dialog.choices.unit_off == ()


def test_rules_of_other_units_stay(window):
    choices = CheckChoices(unit_off=(("青禾县水利局", "mark-space"), ("青禾县财政局", "later-rule")))
    dialog = CheckChoicesDialog(window, choices, "青禾县财政局")
    press(dialog, "全部恢复")
    assert ("青禾县水利局", "mark-space") in dialog.choices.unit_off


def test_no_unit_no_scope(dialog):
    assert dialog._scope.count() == 1
    assert "单位信息" in dialog._scope.toolTip()
