"""Links asked about all at once, and names that stand elsewhere too."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from assistant.report.fields import Kind, State
from assistant.window.link_batch_dialog import LinkBatchDialog
from assistant.window.link_dialog import LinkDialog
from assistant.workbench.field_edits import FieldEdit
from tests.window.modal import ModalAnswer

GUESSED = "X市财政局总结\nX市委作出部署，X省委组织部同意。\nX市政府狠抓落实，X省大力支持。X省财政厅表扬。"
NAMED = "总结\nxx镇完成收入xx万元。\n支出较多。xx镇完成支出xx万元。xx镇获奖。"


@pytest.fixture
def open_text(window, tmp_path):
    def run(text):
        path = tmp_path / "范文.txt"
        path.write_text(text, "utf-8")
        window.files.open_path(path)
        return window

    return run


def text_of(window):
    return window.page.snapshot().text


def press(dialog, words):
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()


def take_both(window, action):
    city, province = window.desk.working.report.fields
    answer = ModalAnswer(window, LinkBatchDialog, action)
    window.links.take([FieldEdit(city.id, "安澜", "办公室"), FieldEdit(province.id, "江南")])
    answer.check()


def test_values_for_guessed_places_are_asked_about_in_one_dialog(open_text):
    window = open_text(GUESSED)
    city = window.desk.working.report.fields[0]
    before = window.page.snapshot()

    def look(dialog):
        assert [len(boxes) for boxes in dialog._boxes.values()] == [3, 3]
        dialog._boxes[city.id][1][0].setChecked(False)
        press(dialog, "填写打勾的处")

    take_both(window, look)
    assert text_of(window) == (
        "安澜市财政局总结\nX市委作出部署，江南省委组织部同意。\n安澜市政府狠抓落实，江南省大力支持。江南省财政厅表扬。"
    )
    assert window.desk.working.report.field(city.id).source == "办公室"
    window.page.undo()
    window.page.flush()
    assert window.page.snapshot() == before


def test_without_an_answer_about_all_only_sources_are_kept(open_text):
    window = open_text(GUESSED)
    take_both(window, lambda dialog: dialog.reject())
    assert text_of(window) == GUESSED
    assert [one.source for one in window.desk.working.report.fields] == ["办公室", ""]


def test_open_fields_of_the_same_name_are_offered(open_text):
    window = open_text(NAMED)
    first = window.desk.working.report.fields[0]
    window.links.fill(first.id, "双河")
    assert window.notices.text == "“xx镇”的地名：还有 2 处同名的没有填。"

    def look(dialog):
        assert [box.isChecked() for box, _choice in dialog._boxes] == [True, True, True]
        assert any("以下打勾的 3 处" in label.text() for label in dialog.findChildren(QLabel))
        dialog._boxes[1][0].setChecked(False)
        press(dialog, "一并填写")

    answer = ModalAnswer(window, LinkDialog, look)
    window.notices._action.click()
    answer.check()
    assert text_of(window) == "总结\n双河镇完成收入xx万元。\n支出较多。xx镇完成支出xx万元。双河镇获奖。"
    window.page.undo()
    window.page.flush()
    assert text_of(window) == NAMED.replace("xx镇", "双河镇", 1)


def test_an_open_field_takes_the_value_of_a_filled_one_that_is_joined(open_text):
    window = open_text(NAMED)
    towns = [one for one in window.desk.working.report.fields if one.kind is Kind.PLACE]
    window.bridge.fill(towns[1].id, "双河")
    window.bridge.relink(towns[0].id, {(towns[0].id, 0), (towns[1].id, 0)})
    assert text_of(window) == "总结\n双河镇完成收入xx万元。\n支出较多。双河镇完成支出xx万元。xx镇获奖。"
    joined = window.desk.working.report.field(towns[0].id)
    assert (joined.state, joined.value, len(joined.occurrences)) == (State.FILLED, "双河", 2)
    window.page.undo()
    window.page.flush()
    assert text_of(window) == NAMED.replace("支出较多。xx镇", "支出较多。双河镇")


def test_a_value_typed_where_it_does_not_belong_stays_there_alone(open_text):
    window = open_text(GUESSED)
    city = window.desk.working.report.fields[0]

    def untick_first(dialog):
        dialog._boxes[0][0].setChecked(False)
        press(dialog, "一并填写")

    answer = ModalAnswer(window, LinkDialog, untick_first)
    window.links.ask_about(city.id, "安澜", 0)
    answer.check()
    window.page.flush()
    assert text_of(window) == GUESSED
    fields = window.desk.working.report.fields
    assert [len(one.occurrences) for one in fields] == [1, 2, 3]


@pytest.mark.parametrize("act", [lambda dialog: press(dialog, "一并填写"), lambda dialog: dialog.reject()])
def test_going_back_past_a_value_that_was_asked_about_asks_for_nothing(open_text, act):
    window = open_text(GUESSED)
    answer = ModalAnswer(window, LinkDialog, act)
    window.page.go_to(0, 1)
    window.page.insert_text("安澜")
    window.page.flush()
    QTest.qWait(0)
    answer.check()
    filled = text_of(window)
    asked = ModalAnswer(window, LinkDialog, lambda dialog: dialog.reject())
    for _step in range(4):  # more than were made: each question would make one more
        window.page.undo()
        window.page.flush()
        QTest.qWait(0)
    assert text_of(window) == GUESSED
    for _step in range(4):
        window.page.redo()
        window.page.flush()
        QTest.qWait(0)
    assert text_of(window) == filled
    assert not asked.was_asked


def test_figures_of_the_same_name_are_not_offered(open_text):
    window = open_text("总结\n投入xx万元用于道路。投入xx万元用于水利。")
    window.links.fill(window.desk.working.report.fields[0].id, "5")
    assert not window.notices.isVisible()


def test_a_value_that_does_not_fit_is_kept_without_asking_for_its_places(open_text):
    window = open_text(GUESSED)
    city = window.desk.working.report.fields[0]
    window.links.take([FieldEdit(city.id, "12.5%")])
    assert text_of(window) == GUESSED
    assert window.desk.working.report.fields[0].value == "12.5%"
    asked = ModalAnswer(window, LinkDialog, lambda dialog: dialog.reject())
    window.links.take([FieldEdit(city.id, "12.5%", state=State.CONFIRMED)])
    asked.check()
