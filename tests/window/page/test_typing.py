from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from assistant.report.fields import State
from assistant.window.page import ValueChange
from tests.window.page.typing_keys import compose, press, replace_all, shown, type_text, undo_all


def point_of(editor, position):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    return editor.cursorRect(cursor).center() + QPoint(4, 0)


def click(qtbot, editor, position):
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point_of(editor, position))


def test_typing_replaces_a_selected_run_and_stays_its_value(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    type_text(editor, "123")
    assert shown(editor) == "标题\n共‹a:123›元"
    assert undo_all(editor) == 1
    assert shown(editor) == "标题\n共‹a:xx›元"
    assert editor.textCursor().selectedText() == "xx"


def test_text_typed_behind_or_before_a_filled_run_is_plain(page):
    editor = page("标题\n共‹a:12|xx›元‹b:xx›")
    editor.go_to(6)
    type_text(editor, "多")
    editor.go_to(4)
    type_text(editor, "约")
    assert shown(editor) == "标题\n共约‹a:12›多元‹b:xx›"


def test_typing_before_a_run_at_the_start_of_a_line_is_plain(page):
    editor = page("‹a:xx›县报告\n‹b:xx›年")
    editor.go_to(0)
    type_text(editor, "某")
    editor.go_to(7)
    type_text(editor, "到")
    assert shown(editor) == "某‹a:xx›县报告\n‹到›".replace("‹到›", "到‹b:xx›年")


def test_moving_away_and_back_ends_the_typing_into_a_run(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    type_text(editor, "12")
    press(editor, "left", "right")
    type_text(editor, "3")
    assert shown(editor) == "标题\n共‹a:12›3元"


def test_a_click_ends_the_typing_into_a_run(qtbot, page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    type_text(editor, "12")
    click(qtbot, editor, 6)
    editor.go_to(6)
    type_text(editor, "3")
    assert shown(editor) == "标题\n共‹a:12›3元"


def test_typing_inside_a_run_is_part_of_the_value(page):
    editor = page("标题\n共‹a:12|xx›元")
    editor.go_to(5)
    type_text(editor, "0")
    assert shown(editor) == "标题\n共‹a:102›元"


def test_backspace_shortens_the_value(page):
    editor = page("标题\n共‹a:123|xx›元")
    editor.go_to(7)
    press(editor, "backspace")
    assert shown(editor) == "标题\n共‹a:12›元"
    type_text(editor, "9")
    assert shown(editor) == "标题\n共‹a:129›元"


def test_a_run_erased_with_backspace_is_refilled_by_typing(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to(6)
    press(editor, "backspace", "backspace")
    assert shown(editor) == "标题\n共元"
    type_text(editor, "12")
    assert shown(editor) == "标题\n共‹a:12›元"
    assert undo_all(editor) == 1


def test_a_run_erased_with_delete_is_refilled_by_typing(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    press(editor, "delete")
    compose(editor, commit="十二")
    assert shown(editor) == "标题\n共‹a:十二›元"


def test_erasing_on_beyond_an_erased_run_gives_it_up(page):
    editor = page("标题\n共‹a:x›元")
    editor.go_to(5)
    press(editor, "backspace", "backspace")
    type_text(editor, "12")
    assert shown(editor) == "标题\n12元"


def test_a_selection_beyond_a_run_is_replaced_by_plain_text(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to(3, 6)
    type_text(editor, "收")
    assert shown(editor) == "标题\n收元"


def test_what_is_left_of_a_run_that_a_selection_cut_is_no_field(page):
    editor = page("标题\n共‹a:十二|xx›元‹a:十二|xx›")
    editor.go_to(5, 7)
    press(editor, "delete")
    editor.flush()
    assert shown(editor) == "标题\n共十‹a:十二›"


def test_neighbouring_runs_stay_apart(page):
    editor = page("标题\n‹a:xx›‹b:xx›")
    editor.go_to_field("a")
    type_text(editor, "12")
    assert shown(editor) == "标题\n‹a:12›‹b:xx›"
    editor.go_to_field("b")
    type_text(editor, "34")
    assert shown(editor) == "标题\n‹a:12›‹b:34›"


def test_typed_value_is_carried_to_the_other_places_in_the_same_step(qtbot, page):
    editor = page("‹a:xx›报告\n‹a:××›和‹a:xx›")
    editor.go_to_field("a", 1)
    with qtbot.waitSignal(editor.snapshot_changed) as told:
        type_text(editor, "甲乙")
    assert told.args[0].text == "甲乙报告\n甲乙和甲乙"
    assert undo_all(editor) == 1
    assert editor.snapshot().text == "xx报告\n××和xx"
    editor.redo()
    assert editor.snapshot().text == "甲乙报告\n甲乙和甲乙"


def test_a_marker_typed_back_opens_every_place_with_its_own_marker(page):
    editor = page("‹a:12|xx›报告\n‹a:12|××›")
    editor.go_to_field("a")
    type_text(editor, "xx")
    editor.flush()
    assert editor.snapshot().text == "xx报告\n××"


def test_typing_over_a_stale_value_makes_it_fresh(page):
    editor = page("标题\n‹a:12|xx›和‹a:12|xx›", a=State.STALE)
    assert {run.flag for run in editor.snapshot().runs} == {State.STALE}
    editor.go_to_field("a")
    type_text(editor, "15")
    editor.flush()
    assert {run.flag for run in editor.snapshot().runs} == {None}
    editor.undo()
    assert {run.flag for run in editor.snapshot().runs} == {State.STALE}


def test_typing_elsewhere_carries_first_so_that_every_undo_agrees(page):
    editor = page("标题\n‹a:xx›和‹a:xx›。")
    editor.go_to_field("a")
    compose(editor, commit="石")
    press(editor, "end")
    type_text(editor, "好")
    assert shown(editor) == "标题\n‹a:石›和‹a:石›。好"
    editor.undo()
    assert shown(editor) == "标题\n‹a:石›和‹a:石›。"
    editor.undo()
    assert shown(editor) == "标题\n‹a:xx›和‹a:xx›。"


def test_a_line_break_within_a_run_makes_plain_text_of_it(page):
    editor = page("标题\n‹a:十二|xx›和‹a:十二|xx›")
    editor.go_to(4)
    press(editor, "enter")
    editor.flush()
    assert shown(editor) == "标题\n十\n二和‹a:十二›"
    undo_all(editor)
    assert shown(editor) == "标题\n‹a:十二›和‹a:十二›"


def test_enter_leaves_a_selected_field_alone(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    press(editor, "enter")
    assert shown(editor) == "标题\n共‹a:xx›元"
    press(editor, "enter")
    assert shown(editor) == "标题\n共‹a:xx›\n元"


def test_shift_enter_begins_a_paragraph_too(page):
    editor = page("标题\n正文")
    editor.go_to(4)
    press(editor, "enter", shift=True)
    assert editor.snapshot().text == "标题\n正\n文"


def test_a_click_selects_an_open_field_and_a_second_one_goes_into_it(qtbot, page):
    editor = page("标题\n共‹a:xx›元‹b:12|xx›")
    click(qtbot, editor, 4)
    assert editor.textCursor().selectedText() == "xx"
    click(qtbot, editor, 5)
    assert not editor.textCursor().hasSelection()
    click(qtbot, editor, 8)
    assert not editor.textCursor().hasSelection()


def test_typing_is_one_step_until_the_caret_moves(page):
    editor = page("标题\n")
    editor.go_to(3)
    type_text(editor, "甲乙丙")
    press(editor, "left")
    type_text(editor, "丁")
    assert undo_all(editor) == 2


def test_redo_stays_alive_after_undo(qtbot, page):
    editor = page("标题\n正文‹a:xx›")
    editor.go_to(5)
    type_text(editor, "一、")
    press(editor, "enter")
    type_text(editor, "二、乙")
    editor.flush()
    wanted = shown(editor)
    while editor.can_undo:
        editor.undo()
        editor.flush()
        qtbot.wait(1)
    assert editor.can_redo
    while editor.can_redo:
        editor.redo()
        editor.flush()
        qtbot.wait(1)
    assert shown(editor) == wanted


def test_no_line_is_told_before_it_has_been_quiet(qtbot, page):
    editor = page("标题\n")
    told = []
    editor.snapshot_changed.connect(told.append)
    editor.go_to(3)
    type_text(editor, "甲乙丙")
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 1)
    editor.flush()
    assert len(told) == 1


def test_tab_and_f8_go_round_the_open_fields(page):
    editor = page("‹a:xx›\n‹b:12|xx›‹c:xx›‹a:xx›‹d:xx›", d=State.WAIVED)
    seen = []
    for name in ("tab", "f8", "tab"):
        press(editor, name)
        seen.append((editor.field_at_caret, editor.textCursor().selectionStart()))
    assert seen == [("a", 0), ("c", 5), ("a", 0)]
    press(editor, "tab", shift=True)
    assert editor.field_at_caret == "c"
    press(editor, "tab", control=True)
    assert "\t" not in editor.snapshot().text


def test_there_may_be_no_open_field(page):
    editor = page("标题\n‹a:12|xx›")
    assert not editor.next_open_field()


def test_the_field_at_the_caret_is_told(qtbot, page):
    editor = page("标题\n共‹a:xx›元")
    with qtbot.waitSignal(editor.field_at_caret_changed, check_params_cb=lambda field_id: field_id == "a"):
        editor.go_to(5)
    with qtbot.waitSignal(editor.field_at_caret_changed, check_params_cb=lambda field_id: field_id is None):
        editor.go_to(0)


def test_a_read_only_page_takes_nothing(page):
    editor = page("标题\n共‹a:xx›元")
    editor.setReadOnly(True)
    editor.go_to_field("a")
    type_text(editor, "12")
    compose(editor, "shi", commit="十")
    press(editor, "backspace", "enter")
    editor.cut()
    editor.insert_text("甲")
    assert shown(editor) == "标题\n共‹a:xx›元"
    assert replace_all(editor, "共", "计") == 0


def test_typing_goes_on_after_a_value_was_set_elsewhere(page):
    editor = page("标题\n共‹a:xx›元‹b:xx›")
    editor.go_to_field("a")
    type_text(editor, "12")
    editor.set_values([ValueChange("b", "7")])
    type_text(editor, "3")
    assert shown(editor) == "标题\n共‹a:123›元‹b:7›"


def test_ctrl_backspace_within_text_does_not_shorten_a_field(page):
    editor = page("标题\n共‹a:xx› yy")
    editor.go_to(9)
    press(editor, "backspace", control=True)
    assert shown(editor).startswith("标题\n共‹a:xx›")


def test_astral_characters_are_typed_and_erased_whole(page):
    editor = page("标题\n𬭩‹a:xx›😀")
    editor.go_to_field("a")
    type_text(editor, "𬭩1")
    assert shown(editor) == "标题\n𬭩‹a:𬭩1›😀"
    editor.moveCursor(QTextCursor.MoveOperation.End)
    press(editor, "backspace")
    assert shown(editor) == "标题\n𬭩‹a:𬭩1›"
    assert editor.caret_position == 6
