"""Clicks between two lines: they are meant for the nearer one, at the place across."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

LONG = "标题\n" + "本段文字很长，要占好几行才写得完。" * 12 + "\n第二段。"


def rect_of(editor, position):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    return editor.cursorRect(cursor)


@pytest.fixture
def lines(page):
    """Give an editor with a paragraph of several lines, and where its second line begins."""
    editor = page(LONG)
    layout = editor.document().findBlockByNumber(1).layout()
    return editor, editor.document().findBlockByNumber(1).position() + layout.lineAt(1).textStart()


def clicked(editor, point):
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    return editor.textCursor().position()


def test_every_height_of_a_line_leads_to_the_place_across(lines):
    editor, second = lines
    target = second + 5
    here, above = rect_of(editor, target), rect_of(editor, second - 10)
    pitch = here.top() - above.top()
    assert pitch > here.height() * 1.3
    middle = here.center().y()
    for y in range(middle - pitch // 2 + 2, middle + pitch // 2 - 2):
        assert clicked(editor, QPoint(here.left(), y)) == target, y


def test_a_selection_drawn_between_lines_ends_across(lines):
    editor, second = lines
    begin, end = rect_of(editor, second + 2), rect_of(editor, second + 9)
    view, no_keys = editor.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(view, Qt.MouseButton.LeftButton, no_keys, begin.center())
    QTest.mouseMove(view, QPoint(end.left(), end.bottom() + 4))
    assert editor.textCursor().position() == second + 9
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, no_keys, QPoint(end.left(), end.bottom() + 4))
    assert (editor.textCursor().anchor(), editor.textCursor().position()) == (second + 2, second + 9)


def test_far_below_the_text_is_its_end(lines):
    editor, _second = lines
    last = rect_of(editor, editor.document().characterCount() - 1)
    assert clicked(editor, QPoint(last.left() - 30, last.bottom() + 150)) == editor.document().characterCount() - 1
