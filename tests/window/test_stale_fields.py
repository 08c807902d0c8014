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
