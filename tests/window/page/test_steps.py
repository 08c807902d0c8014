"""Steps by words and paragraphs, in Chinese too."""

import pytest
from PySide6.QtCore import Qt

from assistant.workbench.words import word_at
from tests.window.page.typing_keys import shown, undo_all

_KEY, _CONTROL, _SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "标题\n扎实推进学习教育，完成12.5亿元 以上。\n第二段"
LINE = TEXT.split("\n")[1]


@pytest.fixture
def editor(page):
    made = page(TEXT)
    made.word_at = word_at
    made.go_to(3)
    return made


def test_ctrl_and_the_arrows_go_word_by_word_and_back(editor, qtbot):
    places = []
    for _ in range(30):
        qtbot.keyClick(editor, _KEY.Key_Right, _CONTROL)
        places.append(editor.caret_position)
        if editor.caret_position >= TEXT.index("第二段"):
            break
    words = [TEXT[a:b] for a, b in zip([3, *places], places, strict=False)]
    assert words == ["扎实", "推进", "学习", "教育", "，", "完成", "12.5", "亿元 ", "以上", "。", "\n"]
    back = []
    for _ in words:
        qtbot.keyClick(editor, _KEY.Key_Left, _CONTROL)
        back.append(editor.caret_position)
    assert back == [*reversed(places[:-1]), 3]


def test_shift_selects_words(editor, qtbot):
    qtbot.keyClick(editor, _KEY.Key_Right, _CONTROL | _SHIFT)
    qtbot.keyClick(editor, _KEY.Key_Right, _CONTROL | _SHIFT)
    assert editor.textCursor().selectedText() == "扎实推进"
    qtbot.keyClick(editor, _KEY.Key_Left, _CONTROL | _SHIFT)
    assert editor.textCursor().selectedText() == "扎实"


def test_one_word_is_erased_at_a_time(editor, qtbot):
    qtbot.keyClick(editor, _KEY.Key_Delete, _CONTROL)
    assert shown(editor).split("\n")[1] == LINE.removeprefix("扎实")
    editor.go_to(3 + len("推进学习教育"))
    qtbot.keyClick(editor, _KEY.Key_Backspace, _CONTROL)
    assert shown(editor).split("\n")[1].startswith("推进学习，")
    editor.go_to(3)
    qtbot.keyClick(editor, _KEY.Key_Backspace, _CONTROL)
    assert shown(editor).split("\n")[0].startswith("标题推进")
    undo_all(editor)
    assert shown(editor) == TEXT


def test_ctrl_up_and_down_go_by_paragraphs(editor, qtbot):
    editor.go_to(6)
    qtbot.keyClick(editor, _KEY.Key_Down, _CONTROL)
    assert editor.caret_position == TEXT.index("第二段")
    qtbot.keyClick(editor, _KEY.Key_Down, _CONTROL)
    assert editor.caret_position == len(TEXT)
    editor.go_to(6)
    qtbot.keyClick(editor, _KEY.Key_Up, _CONTROL)
    assert editor.caret_position == 3
    qtbot.keyClick(editor, _KEY.Key_Up, _CONTROL | _SHIFT)
    assert editor.selected_span == (0, 3)
