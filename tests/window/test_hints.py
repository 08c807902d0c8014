"""The hints for a first report: once, one after the other, never in the way of typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from assistant.window.hints import HintBubble
from assistant.window.main_window import MainWindow
from assistant.workbench.shipped import shipped_samples


@pytest.fixture
def bubble(window, qtbot):
    window.files.open_path(shipped_samples()[0].path)
    qtbot.waitUntil(lambda: window.findChild(HintBubble) is not None)
    return window.findChild(HintBubble)


def press(bubble, words, qtbot):
    button = next(one for one in bubble.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_three_hints_stand_beside_what_they_are_about(window, bubble, qtbot):
    seen = []
    for _ in range(3):
        seen.append((bubble.hint.title, bubble.hint.about))
        assert window.rect().contains(bubble.geometry())
        press(bubble, "知道了", qtbot)
    assert seen == [("大纲", window.outline), ("正文", window.page), ("填空", window.fill_panel)]
    assert not bubble.isVisible()
    assert window.files.settings.hints_seen


def test_hints_leave_the_focus_where_it_was(window, bubble, qtbot):
    qtbot.waitUntil(window.page.hasFocus)
    press(bubble, "知道了", qtbot)
    assert window.page.hasFocus()


def test_hints_go_and_come_with_what_they_are_about(window, bubble):
    window.outline_dock.hide()
    assert not bubble.isVisible()
    window.outline_dock.show()
    assert bubble.isVisible()


def test_hints_that_were_put_away_do_not_come_back(window, bubble, qtbot):
    press(bubble, "不再提示", qtbot)
    second = MainWindow()
    qtbot.addWidget(second, before_close_func=lambda w: w.desk.clear())
    second.show()
    with qtbot.waitSignal(second.files.opened):
        second.files.open_path(shipped_samples()[1].path)
    qtbot.waitUntil(second.page.isVisible)
    assert second.findChild(HintBubble) is None


def test_hints_cover_no_room_and_go_with_escape(window, bubble):
    window.rooms.open_interview()
    assert not bubble.isVisible()
    window.escape()
    assert bubble.isVisible()
    window.escape()
    assert not bubble.isVisible()
    assert window.files.settings.hints_seen


def test_the_first_hint_leaves_the_title_in_sight(window, bubble):
    title = window.page.cursorRect()
    shown = title.translated(window.page.viewport().mapTo(window, title.topLeft()) - title.topLeft())
    assert bubble.geometry().top() > shown.bottom() + 2 * title.height()
