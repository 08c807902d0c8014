"""从提纲开始: the tree of headings is edited by keys and buttons, and becomes the open report."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assistant.window.outline_dialog import OutlineDialog
from assistant.workbench.outlines import report_text, shipped_outlines
from tests.window.modal import ModalAnswer

OUTLINES = shipped_outlines()


@pytest.fixture
def dialog(qtbot):
    made = OutlineDialog(None, OUTLINES)
    qtbot.addWidget(made)
    return made


def press(dialog, name):
    dialog.findChild(QPushButton, f"outline_{name}").click()


def headings(dialog):
    return [line for line in dialog.text.splitlines() if line[1:2] == "、"]


def test_the_first_outline_is_shown_whole(dialog):
    assert dialog.text == report_text(OUTLINES[0], OUTLINES[0].plan)
    assert dialog.tree.topLevelItemCount() == 3
    assert dialog.tree.topLevelItem(0).childCount() == 3


def test_another_genre_shows_its_outline_and_the_frame_of_the_chosen_heading(dialog):
    dialog.genres.setCurrentRow(5)
    assert dialog.text == report_text(OUTLINES[5], OUTLINES[5].plan)
    assert OUTLINES[5].plan[0].frame in dialog.frame.toPlainText()


def test_headings_are_moved_added_renamed_and_removed(dialog):
    before = headings(dialog)
    press(dialog, "down")
    assert headings(dialog)[0] == "一、" + before[1][2:]
    press(dialog, "up")
    assert headings(dialog) == before
    press(dialog, "add")
    assert headings(dialog)[1] == "二、新的标题"
    dialog.tree.currentItem().setText(0, "亮点工作")
    assert headings(dialog)[1] == "二、亮点工作"
    dialog.tree.currentItem().setText(0, "  ")
    assert headings(dialog)[1] == "二、亮点工作"
    press(dialog, "in")
    assert "（四）亮点工作" in dialog.text
    press(dialog, "out")
    press(dialog, "drop")
    assert headings(dialog) == before


def test_all_headings_may_go_and_one_may_come_again(dialog):
    for _ in range(3):
        dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
        press(dialog, "drop")
    assert not dialog.begin.isEnabled()
    press(dialog, "add")
    assert headings(dialog) == ["一、新的标题"]
    assert dialog.begin.isEnabled()


def test_a_report_begins_from_an_outline(window, qtbot):
    def choose(dialog):
        dialog.genres.setCurrentRow(3)
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)

    answer = ModalAnswer(window, OutlineDialog, choose)
    window.start_page.outline_requested.emit()
    answer.check()
    assert window.desk.has_report
    assert window.page.snapshot().text.startswith("本人【年份】年度述职报告\n各位领导、同志们：")
    assert window.outline._model.rowCount() == 4


def test_the_sentences_under_a_heading_are_changed_and_come_into_the_report(dialog):
    dialog.frame.setPlainText("全年完成【指标名称】，\n增长【增长数字】%。")
    assert "全年完成【指标名称】，增长【增长数字】%。\n" in dialog.text
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(1))
    dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
    assert dialog.frame.toPlainText() == "全年完成【指标名称】，增长【增长数字】%。"
