"""The rooms in which fields are filled, used by keys alone: 逐项填写 and 填空表."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDockWidget, QLineEdit

from assistant.report.fields import State
from assistant.window.batch_dialog import BatchDialog
from assistant.window.taking_dialog import TakingDialog
from assistant.workbench.answer_rows import Column, answer_rows
from assistant.workbench.unit_info import AnswerBook, save_answer_book
from tests.window.modal import ModalAnswer

_KEY, _ALT, _CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
REPORT = (
    "xx县2025年工作总结\n一、收入情况\n税收收入完成xx亿元，增长X%。非税收入完成xx万元。\n"
    "二、项目情况\n新开工项目xx个。xx月xx日召开大会。"
)


@pytest.fixture
def opened(window, tmp_path, qtbot):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def text_of(window):
    return window.page.snapshot().text


def field(window, label):
    return next(one for one in window.desk.working.report.fields if one.label == label)


def asked(window):
    room = window.rooms.interview
    return window.desk.working.report.field(room.current).label


@pytest.fixture
def interview(opened, qtbot):
    qtbot.keyClick(opened.page, _KEY.Key_F6)
    return opened.rooms.interview


def enter(room, qtbot, type_chinese, text):
    type_chinese(room.question.value.line, text)
    qtbot.keyClick(room.question.value.line, _KEY.Key_Return)


def test_the_interview_asks_one_by_one_and_ends_with_all_answers(opened, interview, qtbot, type_chinese):
    assert opened.rooms.open_room is interview
    assert not opened.page.isVisible()
    assert not any(dock.isVisible() for dock in opened.findChildren(QDockWidget) if dock.objectName() == "fill_dock")
    assert interview._place.text() == "1/6"
    for text in ("青禾", "12.5亿元", "5.2", "300", "8"):
        assert interview.question.value.line.hasFocus()
        enter(interview, qtbot, type_chinese, text)
    assert interview._place.text() == "6/6"
    enter(interview, qtbot, type_chinese, "2025年3月5日")
    assert interview.is_reviewing
    assert interview.table.hasFocus()
    assert text_of(opened) == (
        "青禾县2025年工作总结\n一、收入情况\n税收收入完成12.5亿元，增长5.2%。非税收入完成300万元。\n"
        "二、项目情况\n新开工项目8个。3月5日召开大会。"
    )
    opened.page.undo()
    opened.page.flush()
    assert "xx月xx日" in text_of(opened)
    qtbot.keyClick(interview.table, _KEY.Key_Escape)
    assert opened.rooms.open_room is None
    assert opened.page.hasFocus()
    assert opened.fill_panel.isVisible()


def test_the_sentence_is_shown_with_its_place(opened, interview, qtbot, type_chinese):
    enter(interview, qtbot, type_chinese, "青禾")
    shown = interview.question._sentence.text()
    assert shown.startswith("税收收入完成<span")
    assert ">&nbsp;xx&nbsp;</span>亿元，增长X%。" in shown
    assert interview.question.value._unit.text() == "亿元"
    assert interview.question._section.text() == "一、收入情况"


def test_a_misfit_stays_and_can_be_insisted_on(opened, interview, qtbot, type_chinese):
    enter(interview, qtbot, type_chinese, "青禾")
    type_chinese(interview.question.value.line, "许多")
    assert "不像数字" in interview.question.value._reading.text()
    qtbot.keyClick(interview.question.value.line, _KEY.Key_Return)
    assert asked(opened) == "税收收入"
    assert "完成xx亿元" in text_of(opened)
    assert field(opened, "税收收入").value == "许多"
    qtbot.keyClick(interview.question.value.line, _KEY.Key_Y, _ALT)
    qtbot.waitUntil(lambda: "完成许多亿元" in text_of(opened), timeout=2000)
    assert asked(opened) == "税收收入增长率"
    opened.page.undo()
    opened.page.flush()
    assert (field(opened, "税收收入").value, field(opened, "税收收入").state) == ("许多", State.OPEN)
    opened.page.undo()
    assert field(opened, "税收收入").value == ""


def test_back_skip_and_nothing_typed_is_lost(opened, interview, qtbot, type_chinese):
    line = interview.question.value.line
    qtbot.keyClick(line, _KEY.Key_PageDown)
    type_chinese(line, "12.5")
    qtbot.keyClick(line, _KEY.Key_PageUp)
    assert asked(opened) == "县名"
    assert "完成12.5亿元" in text_of(opened)
    type_chinese(line, "青禾")
    assert opened.rooms.pending == (field(opened, "县名").id, "青禾")
    qtbot.keyClick(line, _KEY.Key_Escape)
    assert text_of(opened).startswith("青禾县")
    assert opened.page.field_at_caret == field(opened, "县名").id


@pytest.mark.parametrize("name", ["next_open", "next_remark", "find", "phrases", "preview"])
@pytest.mark.parametrize("room", ["interview", "answers"])
def test_what_leads_to_the_page_leaves_the_room(opened, qtbot, room, name):
    qtbot.waitUntil(lambda: opened.proofing.is_settled, timeout=20_000)
    opened.actions_by_name[room].trigger()
    assert opened.rooms.open_room is not None
    opened.actions_by_name[name].trigger()
    assert opened.rooms.open_room is None
    assert opened.page.isVisible() or name == "preview"
    if name == "find":
        assert opened.find_bar.isVisible()
        assert opened.find_bar.isAncestorOf(opened.focusWidget())


@pytest.mark.parametrize("room", ["interview", "answers"])
def test_nothing_changes_a_page_that_a_room_hides(opened, qtbot, room):
    opened.page.go_to(0)
    before = text_of(opened)
    opened.actions_by_name[room].trigger()
    for name in ("heading_1", "section_down", "mark_field", "unmark_field", "section_remove", "fix_remark"):
        opened.actions_by_name[name].trigger()
    assert text_of(opened) == before
    opened.rooms.close()
    assert opened.actions_by_name["heading_1"].isEnabled()


def test_a_section_of_the_outline_leads_to_its_first_open_field_in_the_room(opened, interview, qtbot):
    second = text_of(opened).index("二、")
    opened.outline.position_requested.emit(second)
    assert asked(opened) == "新开工项目"
    assert interview.question.value.line.hasFocus()
    opened.actions_by_name["answers"].trigger()
    room = opened.rooms.answers
    room.which.setCurrentIndex(room.which.findText("已填"))
    opened.outline.position_requested.emit(text_of(opened).index("一、"))
    assert here(room.table) == ("税收收入", Column.VALUE)
    assert room.table.hasFocus()


def test_a_section_without_fields_is_shown_in_the_page(window, tmp_path, qtbot):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT + "\n三、下步打算\n继续努力。", "utf-8")
    window.files.open_path(path)
    window.actions_by_name["interview"].trigger()
    position = text_of(window).index("三、")
    window.outline.position_requested.emit(position)
    assert window.rooms.open_room is None
    assert window.page.caret_position == position


def test_the_key_to_fill_goes_to_the_question(opened, interview, qtbot):
    interview._orders.setFocus()
    opened.actions_by_name["fill"].trigger()
    assert interview.question.value.line.hasFocus()
    assert opened.rooms.open_room is interview


@pytest.mark.parametrize("how", ["save", "table", "close"])
def test_leaving_in_any_way_keeps_what_is_typed(opened, interview, qtbot, type_chinese, how):
    type_chinese(interview.question.value.line, "青禾")
    if how == "save":
        opened.flush()
    elif how == "table":
        opened.actions_by_name["answers"].trigger()
        assert opened.rooms.open_room is opened.rooms.answers
    else:
        opened.rooms.close()
    assert text_of(opened).startswith("青禾县")


def test_an_office_is_asked_by_two_keys_and_goes_on_the_sheet(opened, interview, qtbot, type_chinese):
    line = interview.question.value.line
    qtbot.keyClick(line, _KEY.Key_K, _ALT)
    office = interview.question._office
    qtbot.waitUntil(office.isVisible, timeout=2000)
    type_chinese(office.lineEdit(), "预算科")
    qtbot.keyClick(office, _KEY.Key_Return)
    assert asked(opened) == "税收收入"
    assert field(opened, "县名").source == "预算科"
    qtbot.keyClick(line, _KEY.Key_K, _ALT)
    qtbot.waitUntil(office.isVisible, timeout=2000)
    assert office.currentText() == "预算科"
    qtbot.keyClick(office, _KEY.Key_Return)
    assert field(opened, "税收收入").source == "预算科"
    interview.show_review()
    assert "其中 2 项已记下科室" in interview._summary.text()
    opened.page.undo()
    assert field(opened, "税收收入").source == ""


def test_the_review_leads_back_to_any_question(opened, interview, qtbot):
    qtbot.keyClick(interview.question.value.line, _KEY.Key_Return, _CONTROL)
    assert interview.is_reviewing
    qtbot.keyClick(interview.table, _KEY.Key_Down)
    qtbot.keyClick(interview.table, _KEY.Key_Down)
    qtbot.keyClick(interview.table, _KEY.Key_Return)
    assert asked(opened) == "税收收入增长率"
    assert interview.question.value.line.hasFocus()


def test_a_settled_answer_is_changed_out_of_the_review_and_the_review_comes_again(
    opened, interview, qtbot, type_chinese
):
    enter(interview, qtbot, type_chinese, "青禾")
    qtbot.keyClick(interview.question.value.line, _KEY.Key_Return, _CONTROL)
    at(interview.table, 0)
    qtbot.keyClick(interview.table, _KEY.Key_Return)
    interview.question.value.line.selectAll()
    enter(interview, qtbot, type_chinese, "安澜")
    assert interview.is_reviewing
    assert here(interview.table) == ("县名", Column.VALUE)
    assert text_of(opened).startswith("安澜县")
    at(interview.table, 1)
    qtbot.keyClick(interview.table, _KEY.Key_Return)
    enter(interview, qtbot, type_chinese, "12.5")
    assert asked(opened) == "税收收入增长率"


def test_a_value_that_other_figures_contradict_is_doubted_while_it_is_typed(window, tmp_path, qtbot, type_chinese):
    path = tmp_path / "范文.txt"
    path.write_text("xx县工作总结\n全县收入完成xx亿元，其中税收收入xx亿元，占全县收入的xx%。\n", "utf-8")
    window.files.open_path(path)
    with qtbot.waitActive(window):
        window.activateWindow()
    whole, part, share = [one.id for one in window.desk.working.report.fields[1:4]]
    window.bridge.fill_all({whole: "30", part: "10"})
    window.page.flush()
    qtbot.waitUntil(lambda: window.proofing.is_settled, timeout=20_000)
    window.rooms.open_interview(share)
    question = window.rooms.interview.question
    assert question._doubt.isHidden()
    type_chinese(question.value.line, "33")
    assert question._doubt.isHidden()
    type_chinese(question.value.line, ".9")
    assert question._doubt.isHidden(), "30 and 10 may be rounded"
    question.value.line.clear()
    type_chinese(question.value.line, "53")
    assert question._doubt.text() == "与文中相关数字对不上：10÷30×100%＝33.3%。"
    qtbot.keyClick(question.value.line, _KEY.Key_Return)
    qtbot.waitUntil(lambda: window.proofing.is_settled, timeout=20_000)
    doubted = [row.field.id for row in answer_rows(window.desk.working, window.proofing.remarks) if row.remark]
    assert doubted
    window.rooms.interview.ask(doubted[0])
    assert "对不上" in question._doubt.text()


def test_an_answer_is_typed_in_the_review_itself(opened, interview, qtbot, type_chinese):
    qtbot.keyClick(interview.question.value.line, _KEY.Key_Return, _CONTROL)
    at(interview.table, 1)
    qtbot.keyClick(interview.table, _KEY.Key_1)
    editor = interview.table.findChild(QLineEdit)
    qtbot.keyClick(editor, _KEY.Key_2)
    qtbot.keyClick(editor, _KEY.Key_Return)
    qtbot.waitUntil(lambda: "完成12亿元" in text_of(opened), timeout=2000)
    assert interview.is_reviewing
    assert here(interview.table) == ("税收收入增长率", Column.VALUE)


def test_the_review_leads_to_the_place_in_the_page(opened, interview, qtbot):
    interview.show_review()
    at(interview.table, 3)
    entries = {action.text(): action for action in interview.table.actions()}
    entries["复制"].trigger()
    assert QGuiApplication.clipboard().text().split("\t")[1] == "非税收入"
    entries["到正文"].trigger()
    assert opened.rooms.open_room is None
    assert opened.page.field_at_caret == field(opened, "非税收入").id


def test_where_nothing_is_open_all_answers_are_shown_at_once(opened, qtbot):
    for one in opened.desk.working.report.fields:
        opened.bridge.toggle_waived(one.id)
    opened.page.go_to(len(text_of(opened)))
    opened.actions_by_name["interview"].trigger()
    assert opened.rooms.interview.is_reviewing


def test_a_damaged_answer_book_is_told_where_it_is_entered(window, assistant_home):
    path = assistant_home / "data" / "answer_book.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\0" * 300)
    told = []
    window.unit.told.connect(lambda words, _wrong: told.append(words))
    answer = ModalAnswer(window, QDialog, QDialog.reject)
    window.unit.edit()
    answer.check()
    assert told == ["单位信息的文件已损坏，读不出来，原文件已另留一份（文件名后加 .damaged）。请重新填写。"]
    assert path.with_name("answer_book.json.damaged").read_bytes() == b"\0" * 300


def test_orders_and_values_to_choose_from(opened, qtbot):
    save_answer_book(AnswerBook(county="青禾县", city="安澜市"))
    qtbot.keyClick(opened.page, _KEY.Key_F6)
    room = opened.rooms.interview
    assert room.question.value.line.placeholderText() == "青禾（按回车采用）"
    assert room.question._prompt.text().startswith("单位信息")
    qtbot.keyClick(room.question.value.line, _KEY.Key_1, _ALT)
    assert room.question.value.text == "青禾"
    room._orders.setCurrentIndex(1)
    assert asked(opened) == "税收收入"
    assert text_of(opened).startswith("青禾县")


def test_enter_in_the_empty_line_takes_what_is_advised(opened, qtbot):
    save_answer_book(AnswerBook(county="青禾县"))
    qtbot.keyClick(opened.page, _KEY.Key_F6)
    qtbot.keyClick(opened.rooms.interview.question.value.line, _KEY.Key_Return)
    assert text_of(opened).startswith("青禾县")


def test_a_day_is_chosen_from_the_calendar(opened, interview, qtbot):
    interview.ask(field(opened, "召开大会的日期").id)
    value = interview.question.value
    value.line.setText("3月5日")
    qtbot.keyClick(value.line, _KEY.Key_Down, _ALT)
    calendar = next(one for one in value.children() if type(one).__name__ == "_Calendar")
    assert (calendar._calendar.selectedDate().month(), calendar._calendar.selectedDate().day()) == (3, 5)
    days = calendar._calendar.focusProxy()
    qtbot.keyClick(days, _KEY.Key_Right)
    qtbot.keyClick(days, _KEY.Key_Return)
    assert value.text.endswith("3月6日")


def test_the_rooms_close_when_another_report_is_opened(opened, interview, tmp_path):
    other = tmp_path / "另一份.txt"
    other.write_text("没有占位符的总结\n一切都好。", "utf-8")
    opened.files.open_path(other)
    assert opened.rooms.open_room is None
    opened.actions_by_name["interview"].trigger()
    assert opened.rooms.open_room is None
    assert "没有待填项" in opened.notices.text


# --- The table --------------------------------------------------------------------------------------------------------


@pytest.fixture
def table(opened, qtbot):
    qtbot.keyClick(opened.page, _KEY.Key_F7)
    assert opened.rooms.open_room is opened.rooms.answers
    return opened.rooms.answers.table


def labels(table):
    return [row.field.label for row in table.rows.rows]


def test_a_cell_is_filled_by_typing_and_enter_goes_down(opened, table, qtbot, type_chinese):
    assert table.hasFocus()
    qtbot.keyClick(table, _KEY.Key_Down)
    qtbot.keyClick(table, _KEY.Key_F2)
    editor = table.findChild(QLineEdit)
    type_chinese(editor, "12.5亿元")
    qtbot.keyClick(editor, _KEY.Key_Return)
    qtbot.waitUntil(lambda: "完成12.5亿元" in text_of(opened), timeout=2000)
    qtbot.waitUntil(lambda: table.rows.rows[table.currentIndex().row()].field.label == "税收收入增长率", timeout=2000)


def test_filter_sort_and_enter_on_the_context_goes_to_the_page(opened, table, qtbot):
    room = opened.rooms.answers
    opened.bridge.fill(field(opened, "税收收入").id, "12.5")
    opened.bridge.note_source(field(opened, "非税收入").id, "预算科", "")
    room.which.setCurrentIndex(room.which.findText("已填"))
    assert labels(table) == ["税收收入"]
    room.which.setCurrentIndex(room.which.findText("预算科（0/1）"))
    assert labels(table) == ["非税收入"]
    room.which.setCurrentIndex(0)
    room.words.setText("开工项目")
    assert labels(table) == ["新开工项目", "召开大会的日期"]
    room.words.clear()
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert labels(table) == sorted(labels(table))
    wanted = table.rows.rows[2].field
    table.setCurrentIndex(table.rows.index(2, 9))
    qtbot.keyClick(table, _KEY.Key_Return)
    assert opened.rooms.open_room is None
    assert opened.page.field_at_caret == wanted.id


def test_many_fields_are_edited_in_one_step(opened, table, qtbot):
    before = opened.desk.working.report
    for row in (1, 3):
        table.selectionModel().select(table.rows.index(row, 2), table.selectionModel().SelectionFlag.Select)
    table.selectionModel().select(table.rows.index(0, 2), table.selectionModel().SelectionFlag.Deselect)

    def fill(dialog):
        dialog.value.setText("7")
        dialog.office.setEditText("预算科")
        dialog.accept()

    answer = ModalAnswer(opened, BatchDialog, fill)
    qtbot.keyClick(table, _KEY.Key_B, _ALT)
    qtbot.waitUntil(lambda: answer.was_asked, timeout=2000)
    answer.check()
    filled = [(one.label, one.value, one.source) for one in opened.desk.working.report.fields if one.source]
    assert filled == [("税收收入", "7", "预算科"), ("非税收入", "7", "预算科")]
    opened.page.undo()
    opened.page.flush()
    assert opened.desk.working.report == before
    opened.page.redo()
    opened.page.flush()
    assert field(opened, "非税收入").source == "预算科"
    table.selectAll()
    opened.rooms.answers.waive_chosen()
    assert {one.state for one in opened.desk.working.report.fields} == {State.FILLED, State.WAIVED}


def test_only_what_can_be_typed_is_cleared(opened, table, qtbot):
    room = opened.rooms.answers
    opened.bridge.fill(room.table.rows.rows[0].field.id, "青禾")
    before = text_of(opened)
    fixed = [column for column in range(room.table.rows.columnCount()) if not is_editable(room.table, 0, column)]
    assert len(fixed) > 2
    for column in fixed:
        room.table.setCurrentIndex(room.table.rows.index(0, column))
        room.table.clear_chosen()
    assert text_of(opened) == before
    value = next(column for column in range(room.table.rows.columnCount()) if is_editable(room.table, 0, column))
    room.table.setCurrentIndex(room.table.rows.index(0, value))
    room.table.clear_chosen()
    assert text_of(opened) != before


def is_editable(table, row, column):
    return bool(table.rows.flags(table.rows.index(row, column)) & Qt.ItemFlag.ItemIsEditable)


def test_columns_from_a_spreadsheet_are_previewed_and_taken(opened, table, qtbot):
    QGuiApplication.clipboard().setText("非税收入\t300\n税收收入\t12.5\n不认识\t1\n")
    seen = []

    def look(dialog):
        seen.extend(one.text(0) for one in dialog._items())
        dialog._accept.click()

    answer = ModalAnswer(opened, TakingDialog, look)
    qtbot.keyClick(table, _KEY.Key_V, _CONTROL)
    answer.check()
    assert seen == ["税收收入", "非税收入"]
    assert "完成12.5亿元，增长X%。非税收入完成300万元" in text_of(opened)
    table.clearSelection()
    table.setCurrentIndex(table.rows.index(3, list(Column).index(Column.VALUE)))
    QGuiApplication.clipboard().setText("400\n9")
    answer = ModalAnswer(opened, TakingDialog, lambda dialog: (dialog._tick_all(True), dialog._accept.click()))
    qtbot.keyClick(table, _KEY.Key_V, _CONTROL)
    answer.check()
    assert "非税收入完成400万元。\n二、项目情况\n新开工项目9个" in text_of(opened)
    table.clearSelection()
    table.setCurrentIndex(table.rows.index(1, 1))
    table.selectionModel().select(table.rows.index(3, 2), table.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(table, _KEY.Key_C, _CONTROL)
    assert QGuiApplication.clipboard().text() == "税收收入\t12.5\n非税收入\t400"
    table.clearSelection()
    table.setCurrentIndex(table.rows.index(3, 2))
    qtbot.keyClick(table, _KEY.Key_Delete)
    assert "非税收入完成xx万元" in text_of(opened)


def typed_into(table, qtbot, type_chinese, text, key=_KEY.Key_Return, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(table, _KEY.Key_F2)
    editor = table.findChild(QLineEdit)
    type_chinese(editor, text)
    qtbot.keyClick(editor, key, modifier)
    qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None, timeout=2000)


def here(table):
    index = table.currentIndex()
    return table.rows.rows[index.row()].field.label, list(Column)[index.column()]


def at(table, row, column=Column.VALUE):
    table.setCurrentIndex(table.rows.index(row, list(Column).index(column)))


def test_what_no_longer_fits_the_filter_stays_so_that_typing_goes_on_below(opened, table, qtbot, type_chinese):
    room = opened.rooms.answers
    room.which.setCurrentIndex(room.which.findText("未填"))
    at(table, 1)
    typed_into(table, qtbot, type_chinese, "12.5")
    assert here(table) == ("税收收入增长率", Column.VALUE)
    typed_into(table, qtbot, type_chinese, "5.2")
    assert here(table) == ("非税收入", Column.VALUE)
    assert len(labels(table)) == 6
    assert room._again.text() == "收起已不符合筛选的 2 项"
    room._again.click()
    assert labels(table) == ["县名", "非税收入", "新开工项目", "召开大会的日期"]
    assert here(table) == ("非税收入", Column.VALUE)
    assert room._again.isHidden()
    opened.rooms.close()
    opened.bridge.fill(field(opened, "县名").id, "青禾")
    opened.rooms.open_answers()
    assert len(labels(table)) == 3


@pytest.mark.parametrize("room", ["answers", "interview"])
def test_what_is_typed_in_a_cell_is_saved_with_the_report(opened, qtbot, type_chinese, room):
    opened.actions_by_name[room].trigger()
    if room == "interview":
        opened.rooms.interview.show_review()
    table = getattr(opened.rooms, room).table
    at(table, 1)
    qtbot.keyClick(table, _KEY.Key_F2)
    type_chinese(table.findChild(QLineEdit), "12.5")
    opened.flush()
    assert "完成12.5亿元" in text_of(opened)
    assert here(table) == ("税收收入", Column.VALUE)


def test_the_key_of_the_interview_begins_at_the_row_of_the_table(opened, table, qtbot):
    at(table, 3)
    qtbot.keyClick(table, _KEY.Key_F6)
    assert asked(opened) == "非税收入"


def test_what_is_typed_on_any_cell_of_a_row_is_its_value(opened, table, qtbot):
    for row, column, key in ((1, Column.LABEL, _KEY.Key_7), (3, Column.CONTEXT, _KEY.Key_8)):
        at(table, row, column)
        qtbot.keyClick(table, key)
        editor = table.findChild(QLineEdit)
        qtbot.keyClick(editor, _KEY.Key_Return)
        qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None, timeout=2000)
    assert "完成7亿元，增长X%。非税收入完成8万元" in text_of(opened)
    at(table, 4, Column.UNIT)
    qtbot.keyClick(table, _KEY.Key_F2)
    assert here(table) == ("新开工项目", Column.VALUE)


def test_tab_goes_on_to_the_next_cell_that_can_be_typed_in(opened, table, qtbot, type_chinese):
    at(table, 1)
    typed_into(table, qtbot, type_chinese, "12.5", _KEY.Key_Tab)
    assert here(table) == ("税收收入", Column.SOURCE)
    typed_into(table, qtbot, type_chinese, "预算科", _KEY.Key_Tab)
    typed_into(table, qtbot, type_chinese, "快报数", _KEY.Key_Tab)
    assert here(table) == ("税收收入增长率", Column.VALUE)
    typed_into(table, qtbot, type_chinese, "5.2", _KEY.Key_Backtab)
    assert here(table) == ("税收收入", Column.NOTE)
    filled = field(opened, "税收收入")
    assert (filled.value, filled.source, filled.note) == ("12.5", "预算科", "快报数")


def test_cells_are_filled_down_cut_and_filled_all_at_once_as_in_a_sheet(opened, table, qtbot, type_chinese):
    before = opened.desk.working.report
    at(table, 1)
    typed_into(table, qtbot, type_chinese, "7")
    at(table, 1)
    column = table.currentIndex().column()
    for row in (3, 4):
        table.selectionModel().select(table.rows.index(row, column), table.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(table, _KEY.Key_D, _CONTROL)
    assert "完成7亿元，增长X%。非税收入完成7万元。\n二、项目情况\n新开工项目7个" in text_of(opened)
    opened.page.undo()
    opened.page.flush()
    assert "非税收入完成xx万元" in text_of(opened)
    typed_into(table, qtbot, type_chinese, "9", _KEY.Key_Return, _CONTROL)
    assert "完成9亿元，增长X%。非税收入完成9万元。\n二、项目情况\n新开工项目9个" in text_of(opened)
    qtbot.keyClick(table, _KEY.Key_X, _CONTROL)
    assert QGuiApplication.clipboard().text() == "9\n9\n9"
    assert text_of(opened) == before.text
    for _ in range(3):
        opened.page.undo()
    opened.page.flush()
    assert opened.desk.working.report == before
    at(table, 1)
    typed_into(table, qtbot, type_chinese, "8")
    at(table, 2)
    qtbot.keyClick(table, _KEY.Key_D, _CONTROL)
    assert "完成8亿元，增长8%" in text_of(opened)


def test_names_and_values_go_to_a_sheet_and_come_back_in_another_order(opened, table):
    opened.bridge.fill(field(opened, "税收收入").id, "12.5")
    table.copy_for_sheet()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[:3] == ["名称\t内容\t单位", "县名\t\t", "税收收入\t12.5\t亿元"]
    filled = [lines[0], "多出的一行\t3\t个", *(line.replace("\t\t", "\t6\t") for line in reversed(lines[2:]))]
    QGuiApplication.clipboard().setText("\n".join(filled))
    seen = []

    def look(dialog):
        seen.extend((one.text(0), one.text(2)) for one in dialog._items())
        dialog.reject()

    answer = ModalAnswer(opened, TakingDialog, look)
    opened.rooms.answers.paste()
    answer.check()
    assert ("非税收入", "6万元") in seen
    assert "税收收入" not in dict(seen)


def test_the_menu_of_the_window_copies_and_pastes_in_the_table_not_in_the_page_behind_it(opened, table, qtbot):
    before = text_of(opened)
    at(table, 1, Column.LABEL)
    opened.actions_by_name["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "税收收入"
    QGuiApplication.clipboard().setText("12.5")
    at(table, 1)
    opened.actions_by_name["paste"].trigger()
    assert text_of(opened) == before.replace("完成xx亿元", "完成12.5亿元")
    opened.rooms.answers.which.setFocus()
    opened.actions_by_name["paste"].trigger()
    assert text_of(opened) == before.replace("完成xx亿元", "完成12.5亿元")
    opened.actions_by_name["select_all"].trigger()
    assert not opened.page.textCursor().hasSelection()


def test_widths_and_sorting_of_the_table_are_remembered(opened, table, qtbot):
    table.setColumnWidth(1, 333)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    sealed = opened.rooms.columns
    opened.rooms.answers = None
    opened.rooms.columns = sealed
    opened.rooms.close()
    opened.rooms.open_answers()
    again = opened.rooms.answers.table
    assert again is not table
    assert again.columnWidth(1) == 333
    assert labels(again) == sorted(labels(again), reverse=True)


def test_escape_leaves_first_the_cell_then_the_filter_then_the_table(opened, qtbot):
    opened.rooms.open_answers()
    room = opened.rooms.answers
    room.table.setFocus()
    qtbot.keyClick(room.table, _KEY.Key_F2)
    cell = room.table.findChild(QLineEdit)
    cell.setText("12.5")
    opened.escape()
    assert opened.rooms.open_room is room
    assert room.table.hasFocus()
    assert not any(one.value for one in opened.desk.working.report.fields)
    room.words.setFocus()
    room.words.setText("收入")
    opened.escape()
    assert (opened.rooms.open_room, room.words.text()) == (room, "")
    opened.escape()
    assert opened.rooms.open_room is None
