"""Values of an earlier report in the page: what was confirmed is done with, what was not is stopped at."""

from assistant.report.fields import State
from assistant.window.page.runs import is_open


def test_a_confirmed_value_is_not_stopped_at_again(window, tmp_path, qtbot, type_chinese):
    path = tmp_path / "去年.txt"
    path.write_text("青禾县水利局2024年工作总结\n一、主要工作\n完成投资5.2亿元。\n", "utf-8")
    window.files.open_path(path)
    window.files.reuse()
    place, year, figure = window.desk.working.report.fields
    assert {one.state for one in (place, year, figure)} == {State.STALE}
    window.bridge.confirm(place.id)
    runs = window.page._page.mirror.placed_runs()
    assert [is_open(one.text, one.tag) for one in runs] == [False, True, True]
    window.page.go_to(0)
    window.page.next_open_field(True)
    assert window.page.field_at_caret == year.id
    type_chinese(window.page, "2025")
    window.page.next_open_field(True)
    assert window.page.field_at_caret == figure.id
    window.page.undo()
    window.page.undo()
    window.page.flush()
    assert [is_open(one.text, one.tag) for one in window.page._page.mirror.placed_runs()] == [True, True, True]


def test_a_value_that_was_let_stand_too_soon_can_be_looked_at_once_more(window, tmp_path, qtbot):
    path = tmp_path / "去年.txt"
    path.write_text("青禾县水利局2024年工作总结\n一、主要工作\n完成投资5.2亿元。\n", "utf-8")
    window.files.open_path(path)
    window.files.reuse()
    before = window.page.snapshot().text
    place, _year, figure = window.desk.working.report.fields
    window.bridge.confirm(place.id)
    window.bridge.fill(figure.id, "6.8")
    window.fill_panel.choose_field(figure.id)
    button = window.fill_panel.card._waive
    assert button.text() == "改回待核"
    button.click()
    assert window.page.snapshot().text == before
    assert window.desk.working.report.field(figure.id).state is State.STALE
    window.rooms.open_answers()
    room = window.rooms.answers

    def is_offered():
        room.table.choose_field(place.id)
        return room._doubt.isVisible()

    qtbot.waitUntil(is_offered)  # the rows may follow
    room.doubt_chosen()
    assert window.desk.working.report.field(place.id).state is State.STALE
    window.page.undo()
    window.page.flush()
    assert window.desk.working.report.field(place.id).state is State.CONFIRMED


def test_a_masked_field_is_not_offered_for_a_second_look(window, tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text("工作总结\n完成投资xx亿元。\n", "utf-8")
    window.files.open_path(path)
    field = window.desk.working.report.fields[0]
    window.bridge.fill(field.id, "5.2")
    window.fill_panel.choose_field(field.id)
    assert not window.fill_panel.card._waive.isVisible()


def test_a_mark_that_stands_for_one_word_is_no_value_of_last_year(window, tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text("工作总结\n通过每周*理论学习会，设置业务大讲堂。\n", "utf-8")
    window.files.open_path(path)
    for field in window.desk.working.report.fields:
        window.bridge.fill(field.id, "五")
        window.fill_panel.choose_field(field.id)
        assert not window.fill_panel.card._waive.isVisible()
