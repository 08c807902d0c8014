"""Phrases in the window: searching and inserting by keyboard, and the grey continuation at the caret."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from assistant.workbench.shipped import shipped_samples


@pytest.fixture
def opened(window):
    window.open_at_start(shipped_samples()[0].path)
    yield window
    window.phrases.close()


def write_line(window, text):
    cursor = window.page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    window.page.setTextCursor(cursor)
    window.page.insert_text("\n" + text)


def test_a_phrase_is_found_and_inserted_without_the_mouse(qtbot, opened):
    write_line(opened, "")
    opened.actions_by_name["phrases"].trigger()
    panel = opened.phrases.panel
    qtbot.waitUntil(lambda: panel.current is not None)
    qtbot.keyClicks(panel._words, "zzzr")
    qtbot.waitUntil(lambda: "责任" in panel.current.text)
    chosen = panel.current.text
    qtbot.keyClick(panel._words, Qt.Key.Key_Return)
    assert opened.page.snapshot().text.split("\n")[-1] == chosen


def test_slots_become_open_fields(qtbot, opened):
    write_line(opened, "")
    before = len(opened.desk.working.report.fields)
    opened.actions_by_name["phrases"].trigger()
    panel = opened.phrases.panel
    panel._words.setText("收集问题")
    qtbot.waitUntil(lambda: panel.current is not None and "{数}" in panel.current.text)
    slots = panel.current.text.count("{")
    panel.insert_requested.emit(panel.current)
    assert len(opened.desk.working.report.fields) == before + slots


def test_starred_first_dropped_gone(qtbot, opened):
    opened.actions_by_name["phrases"].trigger()
    panel = opened.phrases.panel
    panel._words.setText("落实")
    qtbot.waitUntil(lambda: panel.current is not None and "落实" in panel.current.text)
    panel._list.setCurrentIndex(panel._rows.index(3))
    starred = panel.current.text
    panel.pin_requested.emit(panel.current)
    assert panel.current.text == starred
    panel.drop_requested.emit(panel.current)
    assert panel.current.text != starred


def test_import_learns_from_own_reports(opened, tmp_path):
    own = Path(tmp_path / "我的总结.txt")
    own.write_text("一、做法\n（一）擦亮清廉青禾品牌，涵养务实新风。\n", "utf-8")
    told = []
    opened.phrases.told.connect(lambda text, wrong: told.append((text, wrong)))
    opened.phrases.import_files([own, tmp_path / "没有.txt"])
    assert told[0] == ("新收录报告 1 份，短语 3 条。", False)
    assert told[1][1]
    found = opened.phrases.panel.look_for("清廉青禾", "")
    assert found[0].sources[0][0] == "我的总结.txt"


def test_tab_takes_the_continuation(qtbot, opened):
    opened.phrases.prepare()
    write_line(opened, "坚持以习近平")
    qtbot.keyClick(opened.page, Qt.Key.Key_Shift)
    opened.page.setFocus()
    completion = opened.phrases.completion
    completion._rest.start()
    qtbot.waitUntil(lambda: completion.shown != "")
    shown = completion.shown
    assert shown.startswith("新时代")
    qtbot.keyClick(opened.page, Qt.Key.Key_Tab)
    assert opened.page.snapshot().text.endswith("坚持以习近平" + shown)


def test_nothing_is_shown_while_composing(qtbot, opened):
    opened.phrases.prepare()
    write_line(opened, "坚持以习近平")
    opened.page.setFocus()
    QApplication.sendEvent(opened.page, QInputMethodEvent("xin", []))
    completion = opened.phrases.completion
    assert not completion._rest.isActive()
    completion._show()
    assert completion.shown == ""
    QApplication.sendEvent(opened.page, QInputMethodEvent("", []))


def test_what_the_section_lacks_is_inserted_by_keyboard_and_undone(qtbot, opened):
    page = opened.page
    page.go_to(opened.desk.working.report.text.index("存在的主要问题"))
    before = page.snapshot().text
    opened.actions_by_name["further"].trigger()
    panel = opened.phrases.further.panel
    qtbot.waitUntil(lambda: panel.current is not None)
    chosen = panel.current
    qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    after = page.snapshot().text
    assert chosen.heading in after
    assert chosen.heading not in before
    page.undo()
    assert page.snapshot().text == before


def test_the_outline_shows_what_a_section_lacks(qtbot, opened):
    tree = opened.outline.tree
    tree.setCurrentIndex(tree.model().index(0, 0))
    tree._ask("further")
    panel = opened.phrases.further.panel
    assert panel.isVisible()
    assert "一、" in panel._section.text()
    qtbot.keyClick(panel._list, Qt.Key.Key_Escape)
    assert opened.page.hasFocus()
