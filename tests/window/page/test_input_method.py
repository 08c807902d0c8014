from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.window.page.typing_keys import compose, press, shown, type_text, undo_all


def preedit_of(editor):
    return editor.textCursor().block().layout().preeditAreaText()


def show_preedit(editor, text):
    QApplication.sendEvent(editor, QInputMethodEvent(text, []))


def test_a_commit_replaces_the_selected_run(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    compose(editor, "s", "shi", commit="石家庄")
    assert shown(editor) == "标题\n共‹a:石家庄›元"
    assert undo_all(editor) == 1
    assert shown(editor) == "标题\n共‹a:xx›元"


def test_a_commit_without_preedit_replaces_the_selected_run(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    compose(editor, commit="十")
    compose(editor, commit="二")
    assert shown(editor) == "标题\n共‹a:十二›元"
    assert undo_all(editor) == 1


def test_the_preedit_shows_in_place_and_is_no_text(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    show_preedit(editor, "shi")
    assert preedit_of(editor) == "shi"
    assert editor.snapshot().text == "标题\n共元"
    assert editor.textCursor().position() == 4


def test_composing_given_up_brings_the_run_back(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    show_preedit(editor, "shi")
    show_preedit(editor, "")
    assert shown(editor) == "标题\n共‹a:xx›元"
    assert editor.textCursor().selectedText() == "xx"
    assert not editor.can_undo
    assert not editor.can_redo


def test_composing_given_up_brings_selected_text_back(page):
    editor = page("标题\n共计元")
    editor.go_to(3, 5)
    show_preedit(editor, "shi")
    show_preedit(editor, "")
    assert editor.snapshot().text == "标题\n共计元"
    assert not editor.can_undo


def test_nothing_is_told_while_composing(qtbot, page):
    editor = page("标题\n共‹a:xx›元")
    told = []
    editor.snapshot_changed.connect(told.append)
    editor.go_to_field("a")
    show_preedit(editor, "shi")
    editor.flush()
    with qtbot.assertNotEmitted(editor.snapshot_changed, wait=400):
        pass
    assert told == []
    with qtbot.waitSignal(editor.snapshot_changed):
        compose(editor, commit="石")
    assert [snapshot.text for snapshot in told] == ["标题\n共石元"]


def test_each_commit_into_text_is_a_step(page):
    editor = page("标题\n")
    editor.go_to(3)
    compose(editor, "g", commit="公文")
    compose(editor, "x", commit="写作")
    editor.undo()
    assert editor.snapshot().text == "标题\n公文"


def test_a_commit_behind_a_filled_run_is_plain(page):
    editor = page("‹a:12|xx›\n共‹a:12|xx›元")
    editor.go_to(6)
    compose(editor, "d", commit="多")
    assert shown(editor) == "‹a:12›\n共‹a:12›多元"


def test_a_composition_beside_typing_goes_on_with_the_run(page):
    editor = page("标题\n共‹a:xx›元")
    editor.go_to_field("a")
    type_text(editor, "12")
    compose(editor, "w", commit="万")
    assert shown(editor) == "标题\n共‹a:12万›元"


def test_a_composition_over_a_selection_is_one_step(page):
    editor = page("标题\n共计元")
    editor.go_to(3, 5)
    compose(editor, "h", commit="合计")
    assert editor.snapshot().text == "标题\n合计元"
    assert undo_all(editor) == 1


def test_undo_waits_for_the_composition(page):
    editor = page("标题\n共计元")
    type_text(editor, "甲")
    show_preedit(editor, "shi")
    editor.undo()
    assert editor.snapshot().text == "甲标题\n共计元"
    compose(editor)
    press(editor, "enter")
    assert editor.snapshot().text == "甲\n标题\n共计元"
