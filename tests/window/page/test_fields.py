from __future__ import annotations

from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.window.page import ValueChange
from tests.window.page.typing_keys import shown, type_text, undo_all

MANY = "标题\n" + "\n".join(f"第{number}段共‹a:xx›元，" + "文" * 80 for number in range(60))


def test_filling_sixty_places_is_one_step(page):
    editor = page(MANY)
    before = shown(editor)
    editor.set_values([ValueChange("a", "12.5")])
    assert editor.snapshot().text.count("12.5") == 60
    assert undo_all(editor) == 1
    assert shown(editor) == before
    editor.redo()
    assert editor.snapshot().text.count("12.5") == 60


def test_several_fields_are_filled_in_one_step_and_told_once(page):
    editor = page("‹a:xx›报告\n‹b:××›和‹a:xx›")
    told = []
    editor.snapshot_changed.connect(told.append)
    editor.set_values([ValueChange("a", "甲"), ValueChange("b", "乙", State.CONFIRMED)])
    assert shown(editor) == "‹a:甲›报告\n‹b:乙›和‹a:甲›"
    assert [run.flag for run in told[0].runs] == [None, State.CONFIRMED, None]
    assert len(told) == 1
    assert undo_all(editor) == 1


def test_an_empty_value_brings_each_marker_back(page):
    editor = page("‹a:12|xx›报告\n‹a:12|××›")
    editor.set_values([ValueChange("a", "")])
    assert editor.snapshot().text == "xx报告\n××"


def test_texts_may_differ_from_place_to_place(page):
    editor = page("‹a:xx›报告\n‹a:××›年")
    editor.set_values([ValueChange("a", "2024", text_by_occurrence=("二〇二四",))])
    assert editor.snapshot().text == "二〇二四报告\n2024年"
    editor.go_to(0)
    type_text(editor, "某")
    editor.flush()
    assert editor.snapshot().text == "某二〇二四报告\n2024年"


def test_a_flag_alone_leaves_the_text(page):
    editor = page("标题\n‹a:xx›")
    editor.set_values([ValueChange("a", flag=State.WAIVED)])
    assert editor.snapshot().runs[0].flag is State.WAIVED
    assert not editor.next_open_field()
    editor.undo()
    assert editor.next_open_field()


def test_a_value_has_no_line_break(page):
    editor = page("标题\n‹a:xx›")
    editor.set_values([ValueChange("a", "甲\n乙")])
    assert editor.snapshot().text == "标题\n甲 乙"


def test_a_value_that_is_there_already_makes_no_step(page):
    editor = page("标题\n‹a:12|xx›")
    editor.set_values([ValueChange("a", "12")])
    assert not editor.can_undo


def test_caret_and_view_stay_where_they_are(qtbot, page):
    editor = page(MANY)
    position = editor.snapshot().text.index("第40段")
    editor.go_to(position)
    bar = editor.verticalScrollBar()
    bar.setValue(bar.value() + 60)
    top = editor.cursorRect().top()
    editor.set_values([ValueChange("a", "一个很长的值" * 20)])
    text = editor.snapshot().text
    assert text[editor.caret_position :].startswith("第40段")
    assert abs(editor.cursorRect().top() - top) <= 1


def test_the_caret_within_a_run_and_a_selected_run_are_kept(page):
    editor = page("标题\n共‹a:十二万|xx›元")
    editor.go_to(5)
    editor.set_values([ValueChange("a", "三十万")])
    assert editor.caret_position == 5
    editor.go_to_field("a")
    editor.set_values([ValueChange("a", "五")])
    assert editor.textCursor().selectedText() == "五"


def test_text_is_marked_as_a_field_and_unmarked_again(page):
    editor = page("标题\n共xx元，xx人")
    field = Field("n", Kind.NUMBER, "", "", (Occurrence(4, 6, "xx", Link.SUGGESTED), Occurrence(8, 10, "xx")))
    for place in field.occurrences:
        editor.mark_as_field(place.start, place.end, field)
    assert shown(editor) == "标题\n共‹n:xx›元，‹n:xx›人"
    assert [run.link for run in editor.snapshot().runs] == [Link.SUGGESTED, Link.CERTAIN]
    editor.unmark("n")
    assert shown(editor) == "标题\n共xx元，xx人"
    assert undo_all(editor) == 3
    editor.redo()
    assert shown(editor) == "标题\n共‹n:xx›元，xx人"


def test_a_filled_place_is_marked_with_the_marker_of_its_field(page):
    editor = page("标题\n2023年")
    field = Field("y", Kind.DATE, "", "", (Occurrence(3, 7, "xxxx"),), "2023", State.STALE)
    editor.mark_as_field(3, 7, field)
    run = editor.snapshot().runs[0]
    assert (run.marker, run.flag) == ("xxxx", State.STALE)


def test_going_to_a_field_selects_it_in_the_upper_part_of_the_view(page):
    editor = page(MANY)
    assert editor.go_to_field("a", 45)
    assert editor.textCursor().selectedText() == "xx"
    assert editor.field_at_caret == "a"
    assert 0 < editor.cursorRect().top() < editor.viewport().height() / 2
    assert not editor.go_to_field("a", 60)
    assert not editor.go_to_field("z")


def test_the_tooltip_is_asked_for_the_field_under_the_pointer(page):
    editor = page("标题\n共‹a:xx›元")
    cursor = editor.textCursor()
    cursor.setPosition(4)
    inside = editor.cursorRect(cursor).center()
    inside.setX(inside.x() + 5)
    assert editor.run_at(inside).tag.field_id == "a"
    inside.setX(inside.x() - 10)
    assert editor.run_at(inside) is None


def test_saving_is_remembered_through_undo_and_redo(page):
    editor = page("标题\n‹a:xx›")
    told = []
    steps = (lambda: editor.set_values([ValueChange("a", "1")]), editor.mark_saved, editor.undo, editor.redo)
    for step in steps:
        step()
        told.append((editor.is_modified, editor.document().isModified()))
    assert told == [(True, True), (False, False), (True, True), (False, False)]


def test_markers_that_are_found_after_typing_do_not_come_between_undo_and_redo(page):
    editor = page("标题\n")

    def adopt(snapshot):
        known = {run.start for run in snapshot.runs}
        for start in (i for i in range(len(snapshot.text)) if snapshot.text.startswith("xx", i) and i not in known):
            editor.adopt_fields([Field(f"f{start}", Kind.TEXT, "", "", (Occurrence(start, start + 2, "xx"),))])

    editor.snapshot_changed.connect(adopt)
    editor.go_to(3)
    for word in ("共xx元", "。", "和xx"):
        editor.insert_text(word)
        editor.flush()
    assert shown(editor) == "标题\n共‹f4:xx›元。和‹f9:xx›"
    seen = []
    while editor.can_undo:
        editor.undo()
        editor.flush()
        seen.append(shown(editor))
    assert seen == ["标题\n共‹f4:xx›元。", "标题\n共‹f4:xx›元", "标题\n"]
    while editor.can_redo:
        editor.redo()
        editor.flush()
    assert shown(editor) == "标题\n共‹f4:xx›元。和‹f9:xx›"
