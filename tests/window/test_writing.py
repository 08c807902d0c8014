"""What helps while writing: an input beside a field, find and replace, going, characters, counts, full screen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from assistant.report.counting import count_words
from assistant.report.fields import State
from assistant.window.count_dialog import CountDialog
from assistant.window.find_bar import FindWish, Scope
from assistant.window.go_dialog import GoDialog
from assistant.window.page.clipboard import PastedText
from assistant.window.page.search import Query
from assistant.workbench.characters import character_groups, character_name, with_recent_character
from assistant.workbench.field_card import field_card, formulas_of
from assistant.workbench.paging import page_starts
from assistant.workbench.preferences import load_settings
from tests.window.modal import ModalAnswer

_KEY, _ALT, _CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
REPORT = (
    "工作总结\n一、收入情况\n税收收入完成xx亿元，非税收入完成xx万元，第一季度较好。\n"
    "二、支出情况\n支出完成xx万元，第二季度较好。\n三、下步打算\n见第二部分。"
)


@pytest.fixture
def opened(window, tmp_path, qtbot):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.page.setFocus()
    return window


def text_of(window):
    return window.page.snapshot().text


def field(window, label):
    return next(one for one in window.desk.working.report.fields if one.label == label)


# --- The input beside a field -----------------------------------------------------------------------------------------


def test_three_keys_fill_a_field_where_it_stands(opened, qtbot, type_chinese):
    qtbot.keyClick(opened.page, _KEY.Key_F8)
    qtbot.keyClick(opened.page, _KEY.Key_Return)
    popup = opened.rooms.popup
    assert popup.isVisible()
    assert popup.value.line.hasFocus()
    type_chinese(popup.value.line, "12.5亿元")
    assert opened.rooms.pending == (field(opened, "税收收入").id, "12.5亿元")
    qtbot.keyClick(popup.value.line, _KEY.Key_Return)
    assert "完成12.5亿元" in text_of(opened)
    assert not popup.isVisible()
    assert opened.page.hasFocus()


def test_escape_changes_nothing_and_a_misfit_stays_open(opened, qtbot, type_chinese):
    opened.page.go_to_field(field(opened, "税收收入").id)
    qtbot.keyClick(opened.page, _KEY.Key_Return)
    popup = opened.rooms.popup
    type_chinese(popup.value.line, "许多")
    qtbot.keyClick(popup.value.line, _KEY.Key_Return)
    assert popup.isVisible()
    assert "完成xx亿元" in text_of(opened)
    qtbot.keyClick(popup.value.line, _KEY.Key_Escape)
    assert not popup.isVisible()
    assert opened.page.hasFocus()


def test_a_selected_passage_is_the_place_to_look_in(opened):
    start = text_of(opened).index("税收收入")
    opened.page.replace_span(start, start, PastedText("按照上级要求，" * 10))
    opened.page.go_to(start, start + 70)
    opened.actions_by_name["find"].trigger()
    assert opened.find_bar.wish.scope is Scope.SELECTION
    assert opened.find_bar.wish.words == ""
    opened.find_bar.close_bar()
    opened.page.go_to(start, start + 4)
    opened.actions_by_name["find"].trigger()
    assert (opened.find_bar.wish.scope, opened.find_bar.wish.words) == (Scope.REPORT, "按照上级")


def test_it_is_told_why_one_place_is_not_replaced(opened):
    opened.bridge.fill(field(opened, "税收收入").id, "12.5")
    opened.page.go_to(0)
    opened.actions_by_name["find"].trigger()
    opened.find_bar._words.setText("12.5")
    opened.find_bar._new.setText("13")
    opened.find_bar.replace_one.click()
    assert "待填项，没有替换" in opened.notices.text
    opened.find_bar._in_fields.setChecked(True)
    opened.find_bar.replace_one.click()
    assert "完成13亿元" in text_of(opened)
    opened.find_bar._words.setText("xx")
    opened.find_bar.replace_one.click()
    assert "占位符，没有替换" in opened.notices.text
    opened.find_bar._regex.setChecked(True)
    opened.find_bar._words.setText("(季)度")
    opened.find_bar._new.setText("$2")
    opened.find_bar.replace_one.click()
    assert "没有的括号" in opened.find_bar._wrong.text()
    assert opened.find_bar._wrong.isVisible()


def test_a_page_that_is_not_there_is_told(opened):
    dialog = GoDialog(opened)
    dialog.show_pages((0, 20))
    dialog.line.setText("9")
    assert dialog._hint.text() == "没有第 9 页，全文共 2 页。"
    assert dialog.position is None
    dialog.line.setText("2")
    assert "回车前往" in dialog._hint.text()
    dialog.line.setText("没有的字")
    assert "没有含这些字" in dialog._hint.text()
    dialog.deleteLater()


def test_why_nothing_is_looked_for_leaves_its_words_their_room(opened):
    opened.find_bar.open_bar("收入")
    width = opened.find_bar._words.width()
    opened.find_bar._regex.setChecked(True)
    opened.find_bar._words.setText("(收入")
    QApplication.processEvents()
    assert "没有查找" in opened.find_bar._wrong.text()
    assert opened.find_bar._wrong.isVisible()
    assert abs(opened.find_bar._words.width() - width) < width // 4
    opened.find_bar._words.setText("(收入)")
    assert not opened.find_bar._wrong.isVisible()


def test_a_value_that_does_not_fit_is_written_where_the_clerk_insists(opened, qtbot, type_chinese):
    opened.page.go_to_field(field(opened, "税收收入").id)
    qtbot.keyClick(opened.page, _KEY.Key_Return)
    popup = opened.rooms.popup
    assert popup._insist.isHidden()
    type_chinese(popup.value.line, "约十二")
    qtbot.keyClick(popup.value.line, _KEY.Key_Return)
    assert popup._insist.isVisible()
    qtbot.keyClick(popup.value.line, _KEY.Key_Tab)
    assert QApplication.focusWidget() is popup._insist
    qtbot.keyClick(popup._insist, _KEY.Key_Return)
    assert "完成约十二亿元" in text_of(opened)
    assert field(opened, "税收收入").state is State.CONFIRMED
    assert not popup.isVisible()
    assert opened.page.hasFocus()


def test_the_calendar_opens_by_key_and_no_section_is_moved(opened, tmp_path, qtbot):
    text = "工作总结\n一、会议\nxx月xx日召开会议。\n二、培训\n开展培训。"
    path = tmp_path / "会议.txt"
    path.write_text(text, "utf-8")
    opened.files.open_path(path)
    opened.page.go_to_field(opened.desk.working.report.fields[0].id)
    qtbot.keyClick(opened.page, _KEY.Key_Return)
    line = opened.rooms.popup.value.line
    qtbot.keyClick(line, _KEY.Key_Down, _ALT)
    assert text_of(opened) == text
    assert QApplication.activePopupWidget() is not None
    qtbot.keyClick(QApplication.focusWidget(), _KEY.Key_Return)
    assert line.text()
    assert line.hasFocus()
    qtbot.keyClick(line, _KEY.Key_Return)
    assert not opened.rooms.popup.isVisible()


def test_going_elsewhere_takes_what_was_typed(opened, qtbot, type_chinese):
    opened.page.go_to_field(field(opened, "税收收入").id)
    qtbot.keyClick(opened.page, _KEY.Key_Return)
    type_chinese(opened.rooms.popup.value.line, "12.5")
    opened.outline.words.setFocus()
    assert "完成12.5亿元" in text_of(opened)
    assert not opened.rooms.popup.isVisible()


def test_enter_behind_a_field_still_begins_a_paragraph(opened, qtbot):
    opened.page.go_to(text_of(opened).index("xx亿元") + 2)
    qtbot.keyClick(opened.page, _KEY.Key_Return)
    assert "完成xx\n亿元" in text_of(opened)


def test_the_card_tells_what_is_known_of_a_field(opened):
    opened.bridge.note_source(field(opened, "税收收入").id, "预算科", "快报<数>")
    shown = opened.page.tooltip_for(field(opened, "税收收入").id)
    assert "<b>税收收入</b>" in shown
    assert "数字 · 单位 亿元 · 未填" in shown
    assert "来源：预算科" in shown
    assert "快报&lt;数&gt;" in shown
    working = opened.desk.working
    assert field_card(working, "f-nowhere", formulas_of(working.report)) is None


def test_a_field_becomes_text_unless_it_is_a_marker_still(opened, qtbot):
    one = field(opened, "税收收入")
    opened.page.go_to_field(one.id)
    opened.actions_by_name["unmark_field"].trigger()
    assert "还是占位符" in opened.notices.text
    opened.bridge.fill(one.id, "12.5")
    opened.page.go_to_field(one.id)
    opened.actions_by_name["unmark_field"].trigger()
    assert "12.5" in text_of(opened)
    assert one.id not in [other.id for other in opened.desk.working.report.fields]
    opened.page.undo()
    opened.page.flush()
    assert field(opened, "税收收入").value == "12.5"


# --- Find and replace -------------------------------------------------------------------------------------------------


def test_expressions_are_replaced_with_groups_in_one_step(opened):
    before = text_of(opened)
    opened.finding.replace_all(FindWish("第(.)季度", regex=True), "前$1个季度")
    assert "前一个季度较好" in text_of(opened)
    assert "前二个季度较好" in text_of(opened)
    opened.page.undo()
    assert text_of(opened) == before


def test_a_bad_expression_is_a_sentence(opened):
    opened.actions_by_name["find"].trigger()
    opened.find_bar._regex.setChecked(True)
    opened.find_bar._words.setText("第(季度")
    assert "不完整" in opened.find_bar._wrong.text()
    opened.find_bar._words.setText("第.季度")
    assert opened.find_bar._count.text().endswith("共 2 处")
    opened.finding.replace_all(FindWish("季度", regex=True), "$3")
    assert "没有的括号" in opened.find_bar._wrong.text()
    assert text_of(opened) == REPORT


def test_only_the_section_or_the_selection_is_searched(opened):
    opened.page.go_to(REPORT.index("支出完成"))
    opened.actions_by_name["find"].trigger()
    opened.find_bar._scope.setCurrentIndex(1)
    opened.find_bar._choose_scope()
    opened.find_bar._words.setText("较好")
    assert opened.find_bar._count.text() == "第 1 处，共 1 处"
    opened.finding.replace_all(opened.find_bar.wish, "良好")
    assert text_of(opened).count("良好") == 1
    assert "第二季度良好" in text_of(opened)
    opened.find_bar.close_bar()
    assert opened.find_bar.wish.scope is Scope.REPORT
    opened.page.go_to(0, len("工作总结\n一、收入"))
    opened.actions_by_name["find"].trigger()
    assert opened.find_bar.wish.scope is Scope.SELECTION
    opened.find_bar._words.setText("收入")
    assert opened.find_bar._count.text() == "找到 1 处"


def test_a_section_is_looked_through_as_it_grows_and_another_report_as_a_whole(opened, tmp_path, type_chinese):
    opened.page.go_to(text_of(opened).index("支出完成"))
    opened.actions_by_name["find"].trigger()
    bar = opened.find_bar
    bar._scope.setCurrentIndex([bar._scope.itemData(n) for n in range(3)].index(Scope.SECTION.value))
    bar._scope.activated.emit(bar._scope.currentIndex())
    bar._words.setText("较好")
    assert bar._count.text() == "第 1 处，共 1 处"
    opened.page.go_to(text_of(opened).index("支出完成"))
    type_chinese(opened.page, "较好，")
    opened.actions_by_name["find"].trigger()
    bar._words.setText("较好")
    assert len(opened.page.places_of(Query("较好"))) == 2
    assert bar._count.text().endswith("共 2 处")
    path = tmp_path / "另一份.txt"
    path.write_text("工作总结\n较好。\n一、收入\n较好。", "utf-8")
    opened.desk.clear()
    opened.files.open_path(path)
    assert bar.wish.scope is Scope.REPORT
    assert bar._count.text() == "找到 2 处"


def test_fields_are_replaced_only_where_that_is_ticked_and_markers_never(opened):
    opened.bridge.fill(field(opened, "税收收入").id, "12.5")
    opened.finding.replace_all(FindWish("12.5"), "13")
    assert "完成12.5亿元" in text_of(opened)
    opened.finding.replace_all(FindWish("12.5", in_fields=True), "13")
    assert "完成13亿元" in text_of(opened)
    assert field(opened, "税收收入").value == "13"
    opened.finding.replace_all(FindWish("xx", in_fields=True), "9")
    assert text_of(opened).count("xx") == 2


def test_one_place_after_the_other(opened, qtbot):
    opened.page.go_to(0)
    opened.actions_by_name["find"].trigger()
    opened.find_bar._words.setText("较好")
    opened.find_bar._new.setText("良好")
    assert opened.page.textCursor().selectedText() == "较好"  # found while the words were typed
    qtbot.keyClick(opened.find_bar._new, _KEY.Key_Return)
    assert "第一季度良好" in text_of(opened)
    assert "第二季度较好" in text_of(opened)
    assert opened.page.textCursor().selectedText() == "较好"


# --- Going, characters, counts, full screen, outline ------------------------------------------------------------------


@pytest.mark.parametrize(("words", "place"), [("支出", "二、支出情况"), ("1", "工作总结"), ("三", "三、下步打算")])
def test_go_to_a_page_or_a_section(opened, qtbot, words, place):
    def act(dialog):
        qtbot.keyClicks(dialog.line, words) if words.isascii() else dialog.line.setText(words)
        qtbot.keyClick(dialog.line, _KEY.Key_Return)

    answer = ModalAnswer(opened, GoDialog, act)
    qtbot.keyClick(opened.page, _KEY.Key_G, _CONTROL)
    answer.check()
    assert text_of(opened)[opened.page.caret_position :].startswith(place)


@pytest.fixture
def long(window, tmp_path, qtbot):
    """The window with a report of some sixty pages, whose pages nobody has counted yet."""
    path = tmp_path / "长.txt"
    section = "一、收入情况\n" + "各项收入稳步增长，任务完成较好。\n" * 400
    path.write_text("工作总结\n" + section * 4 + "二、支出情况\n支出增长。\n", "utf-8")
    window.files.open_path(path)
    assert not window.pages.is_counted
    return window


def test_a_page_that_is_not_counted_yet_is_gone_to_once_it_is(long, qtbot):
    told = []

    def act(dialog):
        told.append(dialog.line.placeholderText())
        qtbot.keyClicks(dialog.line, "12")
        told.append(dialog.list.item(0).text())
        qtbot.keyClick(dialog.line, _KEY.Key_Return)
        assert dialog.isVisible()

    answer = ModalAnswer(long, GoDialog, act)
    long.writing.go_to_place()
    answer.check()
    assert told == ["标题中的字，或页码（正在分页…）", "第 12 页（正在分页…）"]
    assert long.page.caret_position == page_starts(long.desk.working)[11] > 0
    assert long.pages.is_counted


def test_a_section_of_a_text_that_is_being_read_is_gone_to_where_it_stands_now(long, qtbot, type_chinese):
    long.page.go_to(0)
    type_chinese(long.page, "青禾县财政局")
    assert long.page.is_pending

    def act(dialog):
        dialog.line.setText("支出")
        qtbot.keyClick(dialog.line, _KEY.Key_Return)

    answer = ModalAnswer(long, GoDialog, act)
    long.writing.go_to_place()
    answer.check()
    assert text_of(long)[long.page.caret_position :].startswith("二、支出情况")


def test_a_page_beyond_the_last_one_is_not_gone_to(long, qtbot):
    def act(dialog):
        dialog.line.setText("999")
        qtbot.keyClick(dialog.line, _KEY.Key_Return)
        qtbot.waitUntil(lambda: dialog.list.count() == 0)
        dialog.reject()

    answer = ModalAnswer(long, GoDialog, act)
    long.writing.go_to_place()
    answer.check()
    assert long.page.caret_position == 0


def test_counts_of_a_long_report_come_while_the_dialog_is_open(long, qtbot):
    def act(dialog):
        assert dialog._pages.text() == "正在分页…"
        pages = len(page_starts(long.desk.working))
        qtbot.waitUntil(lambda: dialog._pages.text() == str(pages))
        qtbot.waitUntil(lambda: dialog._columns[0][0].text() == f"{count_words(text_of(long)):,}")
        dialog.accept()

    answer = ModalAnswer(long, CountDialog, act)
    long.writing.show_counts()
    answer.check()


def test_pages_are_counted_anew_in_another_layout(opened, qtbot):
    qtbot.waitUntil(lambda: opened.pages.is_counted)
    opened.desk.put(replace(opened.desk.working, layout="讲话稿"))
    assert not opened.pages.is_counted
    qtbot.waitUntil(lambda: opened.pages.is_counted)


def test_special_characters_go_in_and_come_first_next_time(opened, qtbot):
    opened.page.go_to(0)
    opened.actions_by_name["characters"].trigger()
    panel = opened.writing.characters
    numbers = next(one for one in panel.lists if one.accessibleName() == "序号")
    numbers.setCurrentRow(1)
    qtbot.keyClick(numbers, _KEY.Key_Return)
    assert text_of(opened).startswith("②工作总结")
    assert load_settings().recent_characters == ("②",)
    assert with_recent_character(("①", "②"), "②") == ("②", "①")
    assert character_name("㎡") == "平方米"
    shown = "".join(group.characters for group in character_groups())
    assert len(shown) == len(set(shown))
    assert set("〔〕—…·①㎡℃‰×÷→") <= set(shown)
    panel.close()


def test_counts_of_report_and_selection(opened):
    seen = []
    opened.page.go_to(0, 4)

    def act(dialog):
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    answer = ModalAnswer(opened, CountDialog, act)
    opened.actions_by_name["count"].trigger()
    answer.check()
    assert seen[seen.index("字数") + 2] == "4"


def test_full_screen_shows_the_page_alone(opened, qtbot):
    opened.actions_by_name["full_screen"].trigger()
    assert opened.writing.is_full_screen
    assert not opened.menuBar().isVisible()
    assert not opened.fill_panel.isVisible()
    qtbot.keyClick(opened.page, _KEY.Key_S, _CONTROL | Qt.KeyboardModifier.ShiftModifier | _ALT)
    qtbot.keyClick(opened.page, _KEY.Key_F11)
    assert not opened.writing.is_full_screen
    assert opened.menuBar().isVisible()
    assert opened.fill_panel.isVisible()
    opened.writing.toggle_full_screen()
    qtbot.keyClick(opened.page, _KEY.Key_Escape)
    assert not opened.writing.is_full_screen


def test_the_outline_is_filtered_and_tells_what_is_found(opened, qtbot):
    panel = opened.outline
    panel.show_findings([REPORT.index("支出完成")])
    assert [item.toolTip() for item in panel._items] == [
        "一、收入情况\n未填和待核 2 项",
        "二、支出情况\n未填和待核 1 项\n检查结果 1 处",
        "三、下步打算",
    ]
    panel.words.setText("打算")
    root = panel.tree.rootIndex()
    assert [panel.tree.isRowHidden(row, root) for row in range(3)] == [True, True, False]
    qtbot.keyClick(panel.words, _KEY.Key_Return)
    assert opened.page.caret_position == REPORT.index("三、下步")
    panel.words.clear()
    assert not panel.tree.isRowHidden(0, root)


def test_the_section_at_the_caret_moves_and_its_mentions_follow(opened, qtbot):
    opened.page.go_to(REPORT.index("支出完成"))
    qtbot.keyClick(opened.page, _KEY.Key_Up, _ALT | Qt.KeyboardModifier.ShiftModifier)
    assert text_of(opened).startswith("工作总结\n一、支出情况\n支出完成xx万元")
    assert text_of(opened).endswith("见第一部分。")
    opened.page.undo()
    assert text_of(opened) == REPORT
