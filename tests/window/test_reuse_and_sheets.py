"""Last year's report used again, and figures of several offices: what a clerk sees and does in the window."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from assistant.report.fields import State
from assistant.window.main_window import MainWindow
from assistant.window.taking_dialog import TakingDialog
from assistant.workbench import versions
from assistant.workbench.answer_rows import Column
from tests.window.modal import ModalAnswer

_KEY = Qt.Key
OLD = (
    "云岭县民政局2024年工作总结和2025年工作计划\n一、2024年工作\n2024年投入3.68亿元，比上年的3.20亿元增长15.0%。\n"
    "低保对象12460人，截至2024年11月30日救助1286人次。\n二、2025年计划\n2025年投入4.10亿元。"
)


@pytest.fixture
def reused(window, tmp_path, qtbot, monkeypatch):
    path = tmp_path / "去年.txt"
    path.write_text(OLD, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr("assistant.window.year_flow._this_year", lambda: 2025)
    window.files.open_path(path)
    window.actions_by_name["reuse_file"].trigger()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def text_of(window):
    return window.page.snapshot().text


def field(window, value):
    return next(one for one in window.desk.working.report.fields if one.value == value)


def test_the_years_of_a_report_used_again_move_on_in_one_step(reused, qtbot):
    before = text_of(reused)
    assert "沿用了原来的内容" in reused.notices.text
    seen = []

    def look(dialog):
        seen.extend((item.text(1), item.text(2), item.checkState(0).value > 0) for item in dialog._items())
        dialog._accept.click()

    answer = ModalAnswer(reused, TakingDialog, look)
    reused.notices._action.click()
    answer.check()
    assert seen == [
        ("2024年", "2025年", True),
        ("2025年", "2026年", True),
        ("2024年11月30日", "2025年11月30日", False),
    ]
    now = text_of(reused)
    assert now.startswith("云岭县民政局2025年工作总结和2026年工作计划\n一、2025年工作\n2025年投入")
    assert "截至2024年11月30日" in now
    reused.page.undo()
    assert text_of(reused) == before


def test_the_text_taken_over_is_kept_as_a_version(reused):
    found = versions.versions_of_report(reused.desk.working)
    assert [(one.head.name, one.is_named) for one in found] == [("底稿原文", True)]


def test_typing_on_a_row_of_the_list_goes_into_its_value(reused, qtbot):
    panel = reused.fill_panel
    panel.choose_field(field(reused, "3.68").id)
    panel._list.setFocus()
    qtbot.keyClicks(panel._list, "4")
    assert panel.card._value.text() == "4"
    qtbot.keyClicks(panel.card._value, ".02")
    qtbot.keyClick(panel.card._value, _KEY.Key_Return)
    assert "2024年投入4.02亿元" in text_of(reused)
    assert panel.card.field_id == field(reused, "3.20").id


def test_a_figure_taken_over_that_contradicts_new_ones_is_told_everywhere(reused, qtbot):
    rate = field(reused, "15.0")
    assert rate.label == "投入增长率"
    for old, new in (("3.68", "4.02"), ("3.20", "3.68")):
        reused.bridge.fill(field(reused, old).id, new)
    reused.bridge.confirm(rate.id)
    reused.flush()
    qtbot.waitUntil(lambda: reused.proofing.is_settled and bool(reused.proofing.remarks))
    remark = next(one for one in reused.proofing.remarks if one.rule == "figure-contradiction")
    assert text_of(reused)[remark.start : remark.end] == "15.0"
    reused.rooms.open_answers()
    rows = reused.rooms.answers.table.rows
    row = next(number for number, one in enumerate(rows.rows) if one.field.id == rate.id)
    state = rows.index(row, list(Column).index(Column.STATE))
    assert rows.data(state) == "有疑问"
    value = rows.index(0, list(Column).index(Column.VALUE)).siblingAtRow(
        next(number for number, one in enumerate(rows.rows) if one.field.value == "4.02")
    )
    assert rows.data(value, Qt.ItemDataRole.ToolTipRole) == "原值：3.68"


def test_nothing_found_is_not_said_of_what_is_still_to_be_confirmed(window, tmp_path, qtbot):
    path = tmp_path / "去年.txt"
    path.write_text("关于项目建设情况的汇报\n一、项目\n完成投资52万元。\n", "utf-8")
    window.files.open_path(path)
    window.files.reuse()
    qtbot.waitUntil(lambda: window.proofing.is_settled)
    assert "还有 1 项未填或待核" in window.proofing.panel._nothing.text()


def test_a_finished_report_that_was_opened_offers_to_be_used_again(window, tmp_path, qtbot):
    path = tmp_path / "去年.txt"
    path.write_text(OLD, "utf-8")
    window.files.open_path(path)
    with qtbot.waitActive(window):
        window.activateWindow()
    assert window.fill_panel._reuse.isVisible()
    window.fill_panel._reuse.click()
    assert {one.state for one in window.desk.working.report.fields} == {State.STALE}
    assert not window.fill_panel._reuse.isVisible()


def test_the_tool_bar_drops_words_before_it_hides_a_button(reused, qtbot):
    bar, style = reused.actions_by_name.tool_bar, Qt.ToolButtonStyle
    buttons = (bar.widgetForAction(reused.actions_by_name[name]) for name in ("undo", "redo", "interview"))
    undo, redo, interview = buttons
    reused.resize(1366, 700)
    qtbot.waitUntil(lambda: undo.toolButtonStyle() is style.ToolButtonTextBesideIcon)
    reused.resize(910, 480)
    qtbot.waitUntil(lambda: undo.toolButtonStyle() is style.ToolButtonIconOnly)
    assert redo.toolButtonStyle() is style.ToolButtonIconOnly  # its twin
    assert interview.toolButtonStyle() is style.ToolButtonTextBesideIcon  # its icon alone says least
    qtbot.waitUntil(lambda: reused._export.geometry().right() <= bar.width())
    reused.resize(1366, 700)
    qtbot.waitUntil(lambda: undo.toolButtonStyle() is style.ToolButtonTextBesideIcon)


def test_the_button_says_that_an_old_value_would_stand(reused, qtbot):
    card = reused.fill_panel.card
    reused.go_to_field(field(reused, "3.68").id)
    assert card._next.text() == "沿用，下一项"
    qtbot.keyClicks(card._value, "4.02")
    assert card._next.text() == "填好，下一项"
    qtbot.keyClick(card._value, _KEY.Key_Return)
    reused.rooms.open_interview()
    question = reused.rooms.interview.question
    assert question._next.text() == "沿用，下一项"
    qtbot.keyClicks(question.value.line, "5")
    assert question._next.text() == "填好，下一项"


def test_dialogs_begin_beside_the_report_else_where_files_were_last(window, tmp_path):
    from assistant.window.start_folder import start_folder

    assert start_folder(window.desk, str(tmp_path)) == tmp_path
    assert start_folder(window.desk, str(tmp_path / "没有")).is_dir()
    path = tmp_path / "去年.txt"
    path.write_text(OLD, "utf-8")
    window.files.open_path(path)
    saved = tmp_path / "下层" / "报告.baogao"
    saved.parent.mkdir()
    assert window.files._save_to(saved)
    assert start_folder(window.desk, str(tmp_path)) == saved.parent


# --- Offices ----------------------------------------------------------------------------------------------------------


def written(window, path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    answer = ModalAnswer(
        window, QMessageBox, lambda box: next(b for b in box.buttons() if b.text() == "每科室一份").click()
    )
    window.actions_by_name["write_sheet"].trigger()
    answer.check()


def fill(path, *values):
    book = openpyxl.load_workbook(path)
    head = next(row for row in book.active.iter_rows() if any(cell.value == "值" for cell in row))
    column = next(cell.column for cell in head if cell.value == "值")
    for number, value in enumerate(values, head[0].row + 1):
        book.active.cell(number, column).value = value
    book.save(path)


def test_sheets_of_offices_are_written_and_read_together(reused, tmp_path, monkeypatch, qtbot):
    for value, office in (("12460", "救助股"), ("1286", "救助股"), ("3.68", "财务股")):
        reused.bridge.note_source(field(reused, value).id, office, "")
    written(reused, tmp_path / "表.xlsx", monkeypatch)
    assert "救助股" in reused.notices.text
    assert "没有定科室" in reused.notices.text
    assert reused.notices._action.text() == "打开文件夹"
    first, second = tmp_path / "表_救助股.xlsx", tmp_path / "表_财务股.xlsx"
    other = tmp_path / "又一份.xlsx"
    other.write_bytes(first.read_bytes())
    fill(first, 12890, 1302)
    fill(other, 12900)
    fill(second, 4.02)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(first), str(second), str(other)], ""))

    def look(dialog):
        items = dialog._items()
        differing = [item for item in items if "不一致" in item.text(5)]
        assert {item.text(3) for item in differing} == {"表_救助股.xlsx", "又一份.xlsx"}
        assert [item.checkState(0) for item in differing] == [Qt.CheckState.Unchecked] * 2
        for item in differing:  # only one of two answers can be ticked
            item.setCheckState(0, Qt.CheckState.Checked)
        assert [item.checkState(0) for item in differing] == [Qt.CheckState.Unchecked, Qt.CheckState.Checked]
        dialog._accept.click()

    answer = ModalAnswer(reused, TakingDialog, look)
    reused.actions_by_name["read_sheet"].trigger()
    answer.check()
    assert "低保对象12900人" in text_of(reused)
    assert "救助1302人次" in text_of(reused)
    assert "投入4.02亿元" in text_of(reused)
    assert reused.notices.text == "从采集表采用了 3 项。各科室已填：财务股 1/1，救助股 2/2。"
    reused.rooms.open_answers()
    which = reused.rooms.answers.which
    assert [which.itemText(number) for number in range(7, which.count())] == ["财务股（1/1）", "救助股（2/2）"]


def test_writing_sheets_can_be_given_up(reused, monkeypatch):
    reused.bridge.note_source(field(reused, "12460").id, "救助股", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: pytest.fail("asked for a file"))
    answer = ModalAnswer(reused, QMessageBox, lambda box: box.reject())
    reused.actions_by_name["write_sheet"].trigger()
    answer.check()


def test_one_copied_cell_goes_into_all_chosen_cells_at_once(reused, qtbot):
    reused.rooms.open_answers()
    table = reused.rooms.answers.table
    column = list(Column).index(Column.SOURCE)
    chosen = table.selectionModel()
    chosen.clearSelection()
    for row in (1, 2, 4):
        chosen.select(table.rows.index(row, column), chosen.SelectionFlag.Select)
    QGuiApplication.clipboard().setText("养老股\n")
    qtbot.keyClick(table, _KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    sources = [row.field.source for row in table.rows.rows]
    assert [number for number, source in enumerate(sources) if source == "养老股"] == [1, 2, 4]
    reused.page.undo()
    reused.page.flush()
    assert not any(one.source for one in reused.desk.working.report.fields)


def test_the_table_has_a_menu_of_its_own(reused, qtbot):
    reused.rooms.open_answers()
    room = reused.rooms.answers
    room.table.selectAll()
    room.table.customContextMenuRequested.emit(room.table.rect().center())
    menu = room.findChild(QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert words[:5] == ["剪切", "复制", "复制全部名称和内容，带表头", "粘贴", "清除内容"]
    next(action for action in menu.actions() if action.text().startswith("沿用")).trigger()
    menu.close()
    assert {one.state for one in reused.desk.working.report.fields} == {State.CONFIRMED}


def test_the_chosen_theme_is_ticked_in_the_menu(reused):
    reused.set_theme("dark")
    ticked = [name for name in ("light", "dark", "system") if reused.actions_by_name[name].isChecked()]
    assert ticked == ["dark"]
    reused.set_theme("light")


def test_sheets_begin_where_they_were_the_day_before(reused, qtbot, monkeypatch, tmp_path):
    got = tmp_path / "各科室报来"
    got.mkdir()
    begun = []

    def choose(_parent, _title, begin, *_):
        begun.append(begin)
        return [str(got / "采集表.xlsx")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    reused.actions_by_name["read_sheet"].trigger()
    another = MainWindow()
    qtbot.addWidget(another, before_close_func=lambda w: w.desk.clear())
    (tmp_path / "别的.txt").write_text("工作总结\n完成xx项。", "utf-8")
    another.files.open_path(tmp_path / "别的.txt")
    another.sheets.read()
    assert begun[1] == str(got)
