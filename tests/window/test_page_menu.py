"""The page's context menu: what it offers at its place, and that it does it."""

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from assistant.report.fields import State

TEXT = "工作总结\n一、收入情况\n完成xx亿元,截止目前较好。\n二、支出情况\n支出平稳。"


@pytest.fixture
def opened(window, tmp_path, qtbot):
    path = tmp_path / "总结.txt"
    path.write_text(TEXT, "utf-8")
    window.files.open_path(path)
    qtbot.waitUntil(lambda: window.proofing.is_settled, timeout=20_000)
    return window


def entries(window):
    return {one.text(): one for one in window.page.new_menu().actions() if one.text()}


def text_of(window):
    return window.page.snapshot().text


def test_what_is_remarked_is_mended_where_it_stands(opened):
    opened.page.go_to(TEXT.index(",截") + 1)
    menu = opened.page.new_menu()
    assert menu.actions()[0].text() == "改为“，”"
    menu.actions()[0].trigger()
    assert "亿元，截止" in text_of(opened)
    assert opened.page.caret_position == TEXT.index(",截") + 1
    opened.page.undo()
    assert text_of(opened) == TEXT


def test_a_remark_is_left_alone_here(opened):
    at = TEXT.index(",截") + 1
    opened.page.go_to(at)
    before = len(opened.proofing.remarks)
    entries(opened)["忽略此处"].trigger()
    assert len(opened.proofing.remarks) == before - 1
    opened.page.go_to(at)
    assert "改为“，”" not in entries(opened)


def test_a_field_is_filled_and_kept_masked_from_its_menu(opened):
    field = opened.desk.working.report.fields[0]
    opened.page.go_to_field(field.id)
    shown = entries(opened)
    assert "待填项改为文字" in shown
    assert "选中文字设为待填项" not in shown
    shown["保留占位符"].trigger()
    assert opened.desk.working.report.field(field.id).state is State.WAIVED
    entries(opened)["取消保留"].trigger()
    assert opened.desk.working.report.field(field.id).state is State.OPEN
    next(one for words, one in entries(opened).items() if words.startswith("填写“")).trigger()
    assert opened.rooms.popup.isVisible()


def test_selected_words_become_a_field(opened):
    start = TEXT.index("支出平稳")
    opened.page.go_to(start, start + 4)
    entries(opened)["选中文字设为待填项"].trigger()
    assert len(opened.desk.working.report.fields) == 2


def test_plain_words_have_the_usual_entries_alone(opened):
    opened.page.go_to(1)
    assert next(iter(entries(opened))).startswith("撤销")


def test_the_caret_comes_to_what_is_clicked(opened):
    page = opened.page
    page.go_to(TEXT.index("支出平稳") + 2)
    place = page.cursorRect().center()
    page.go_to(0)
    shown = []
    page.extend_menu = lambda menu: shown.append(page.caret_position) or menu.addAction("x")
    QTimer.singleShot(0, lambda: QApplication.activePopupWidget().close())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, page.viewport().mapToGlobal(QPoint(place)))
    page.contextMenuEvent(event)
    assert shown == [TEXT.index("支出平稳") + 2]
