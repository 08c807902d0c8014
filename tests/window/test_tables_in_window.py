"""Tables of an opened Word document in the window: saved, moved with their section, taken back with a version."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from assistant.report.pictures import PICTURE_SIGN
from assistant.storage.report_file import load_report
from assistant.window.page_bridge import put_replacement
from assistant.workbench import outlining, versions
from assistant.workbench.exporting import save_working, saved_of
from tests.reading.word_tables import report_with_tables


@pytest.fixture(autouse=True)
def empty_clipboard(qapp):
    yield
    qapp.clipboard().clear()


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "总结.docx"
    path.write_bytes(report_with_tables())
    window.files.open_path(path)
    return window


def report_of(window):
    window.page.flush()
    return window.desk.working.report


def cells_of(report, number):
    table = report.tables[number]
    return report.text.split("\n")[table.first_line : table.end_line]


def test_typing_in_a_cell_reaches_the_report(opened):
    before = report_of(opened)
    opened.page.go_to(before.text.index("亿元\nXX") + 2)
    opened.page.insert_text("（快报）")
    after = report_of(opened)
    assert after.tables == before.tables
    assert after.pictures == before.pictures
    assert "亿元（快报）" in cells_of(after, 0)


def test_tab_leads_to_the_next_cell_and_takes_no_words_for_a_figure(opened, qtbot):
    completion = opened.phrases.completion
    completion.offers = lambda _before: ["25年"]
    page = opened.page
    page.setFocus()
    page.moveCursor(QTextCursor.MoveOperation.End)
    completion._show()
    assert completion.shown == "25年"
    text = report_of(opened).text
    page.go_to(text.index("亿元\nXX") + 2)
    qtbot.keyClicks(page, "1600")
    completion._show()
    assert completion.shown == ""
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert report_of(opened).text == text.replace("亿元\nXX", "亿元1600\nXX", 1)
    assert page.textCursor().selectedText() == "XX"


def test_the_page_stays_at_a_section_that_is_renamed_in_the_outline(opened):
    text = report_of(opened).text
    first = next(i for i, p in enumerate(opened.desk.working.paragraphs) if p.heading_of(text) == "重点项目")
    opened.outline.tree.setFocus()
    opened.sections.rename(first, "项目情况")
    now = report_of(opened).text
    line = now[: opened.page.caret_position].count("\n")
    assert "项目情况" in now.split("\n")[line]
    assert "项目情况" in opened.outline.tree.currentIndex().data()


def test_a_section_takes_its_table_along_and_back(opened):
    before = report_of(opened)
    first = next(i for i, p in enumerate(opened.desk.working.paragraphs) if p.heading_of(before.text) == "重点项目")
    edit = outlining.move(opened.desk.working, first, -1)
    put_replacement(opened.page, edit.replacement)
    after = report_of(opened)
    assert [len(one.cells) for one in after.tables] == [6, 11, 4]
    assert [one.width_mm for one in after.pictures] == [40.0, 80.0]
    assert cells_of(after, 1) == cells_of(before, 0)
    opened.page.undo()
    assert report_of(opened).tables == before.tables
    assert report_of(opened).pictures == before.pictures
    assert report_of(opened).text == before.text


def test_a_version_brings_a_deleted_table_back(opened):
    before = report_of(opened)
    saved = saved_of(opened.desk.working)
    opened.page.selectAll()
    opened.page.cut()
    assert report_of(opened).tables == ()
    opened.desk.put(versions.with_fields_known(opened.desk.working, saved, whole=True))
    put_replacement(opened.page, versions.whole_replacement(opened.desk.working.report, saved.report))
    after = report_of(opened)
    assert (after.text, after.tables, after.pictures) == (before.text, before.tables, before.pictures)
    assert [one.id for one in after.fields] == [one.id for one in before.fields]


def test_what_the_page_tells_holds_them(opened):
    opened.page.go_to(report_of(opened).text.index(PICTURE_SIGN))
    opened.page.insert_text("新")
    snapshot = opened.page.snapshot()
    assert (len(snapshot.tables), len(snapshot.pictures)) == (3, 2)


def test_saved_and_opened_again(opened, tmp_path):
    path = tmp_path / "总结.baogao"
    before = report_of(opened)
    save_working(opened.desk.working, path)
    opened.files.open_path(path)
    assert report_of(opened).tables == before.tables
    assert load_report(path).report.pictures == before.pictures


SHEET = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>税收</td><td>xx</td></tr></table>"


def offer(qapp, plain, html=""):
    data = QMimeData()
    if plain:
        data.setText(plain)
    if html:
        data.setHtml(html)
    qapp.clipboard().setMimeData(data)


def test_a_table_from_the_clipboard_comes_in_as_one(window, tmp_path, qapp, qtbot):
    path = tmp_path / "总结.txt"
    path.write_text("工作总结\n完成xx项。\n以上。", "utf-8")
    window.files.open_path(path)
    before = report_of(window)
    offer(qapp, "项目\t金额\n税收\txx\n", SHEET)
    window.page.go_to(before.text.index("项。") + 2)
    window.page.paste()
    report = report_of(window)
    assert cells_of(report, 0) == ["项目", "金额", "税收", "xx"]
    assert [one.occurrences[0].start for one in report.fields] == [report.text.index("xx"), report.text.rindex("xx")]
    assert window.notices.text == "已粘贴 1 个表格，撤销可以恢复。"
    window.page.undo()
    assert report_of(window).text == before.text
    assert report_of(window).tables == ()
    window.page.redo()
    assert cells_of(report_of(window), 0) == ["项目", "金额", "税收", "xx"]


def test_a_page_with_a_table_pasted_into_a_cell_is_text_and_that_is_told(opened, qapp):
    before = report_of(opened)
    offer(qapp, "见表。\n项目\t金额\n", "<p>见表。</p><table><tr><td>项目</td><td>金额</td></tr></table>")
    opened.page.go_to(before.text.index("亿元\nXX") + 2)
    opened.page.paste()
    assert len(report_of(opened).tables) == len(before.tables)
    assert "亿元见表。\n项目 金额" in report_of(opened).text
    assert opened.notices.text.startswith("单元格里放不下表格")


def test_copied_cells_are_a_table_elsewhere(opened, qapp):
    table = opened.page.document().rootFrame().childFrames()[0]
    cursor = table.cellAt(0, 0).firstCursorPosition()
    cursor.setPosition(table.cellAt(1, 1).lastPosition(), cursor.MoveMode.KeepAnchor)
    opened.page.setTextCursor(cursor)
    opened.page.copy()
    assert qapp.clipboard().mimeData().html().startswith("<table><tr><td>")
    opened.files.open_clipboard()
    assert len(report_of(opened).tables) == 1


def test_a_new_report_is_made_of_a_table_on_the_clipboard(window, qapp):
    offer(qapp, "收入情况\n项目\t金额\n", f"<p>收入情况</p>{SHEET}<p>以上。</p>")
    window.files.open_clipboard()
    report = report_of(window)
    assert (
        report.text == "收入情况\n项目\n金额\n税收\nxx\n以上。\n"
        or report.text == "收入情况\n项目\n金额\n税收\nxx\n以上。"
    )
    assert cells_of(report, 0) == ["项目", "金额", "税收", "xx"]


def test_cells_from_a_table_program_fill_cells_and_fields_in_one_step(opened, qapp):
    before = report_of(opened)
    begin = before.text.index("亿元\nXX")
    places = begin + 3, before.text.index("X.X")
    fields = [next(one.id for one in before.fields if place in [o.start for o in one.occurrences]) for place in places]
    opened.page.go_to(begin)
    rows = (("万元", "135700"), ("", "5.2"), ("万元", "98000"), ("万元", "4600"))
    shown = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    offer(qapp, "\n".join("\t".join(row) for row in rows), f"<table>{shown}</table>")
    opened.page.paste()
    after = report_of(opened)
    assert cells_of(after, 0)[4:] == ["万元", "135700", "", "5.2", "支出", "万元", "98000", "", "万元", "4600"]
    assert len(after.tables[0].heights_mm) == 5
    assert [after.field(one).value for one in fields] == ["135700", "5.2"]
    assert "已填入 8 个单元格，表格增加了 1 行" in opened.notices.text
    opened.page.undo()
    assert report_of(opened) == before
    opened.page.redo()
    assert report_of(opened).tables == after.tables
    assert report_of(opened).text == after.text


def test_lines_with_tabs_fill_cells_too(opened, qapp):
    opened.page.go_to(report_of(opened).text.index("支出"))
    offer(qapp, "税收\t亿元\t12.5")
    opened.page.paste()
    assert cells_of(report_of(opened), 0)[-3:] == ["税收", "亿元", "12.5"]


def test_selected_cells_are_filled_from_the_first_one_however_they_were_selected(opened, qapp):
    table = opened.page.document().rootFrame().childFrames()[0]
    cursor = table.cellAt(1, 1).firstCursorPosition()
    cursor.setPosition(table.cellAt(0, 2).lastPosition())
    cursor.setPosition(table.cellAt(1, 1).firstPosition(), cursor.MoveMode.KeepAnchor)
    opened.page.setTextCursor(cursor)
    offer(qapp, "计量单位\t全年数")
    opened.page.paste()
    assert cells_of(report_of(opened), 0)[:5] == ["指标", "计量单位", "全年数", "收入", "亿元"]


def test_a_tab_behind_an_automatic_number_makes_no_cells(opened, qapp):
    opened.page.go_to(report_of(opened).text.index("支出"))
    offer(qapp, "1.\t财政", "<p>1. 财政</p>")
    opened.page.paste()
    assert cells_of(report_of(opened), 0)[-3:] == ["1. 财政支出", "亿元", ""]


def test_cells_that_do_not_fit_change_nothing_and_say_so(opened, qapp):
    before = report_of(opened)
    opened.page.go_to(before.text.index("亿元\nXX"))
    offer(qapp, "1\t2\t3\t4")
    opened.page.paste()
    assert report_of(opened) == before
    assert "往右只有 2 列" in opened.notices.text
    offer(qapp, "亿元\t较好")
    opened.page.paste()
    assert report_of(opened) == before
    assert "待填项" in opened.notices.text


_NESTED = "<b>" * 5000


@pytest.mark.parametrize(
    ("plain", "html", "added", "told"),
    [
        ("", f"{_NESTED}甲", "", "读不出文字，没有粘贴"),
        ("完成投资", f"{_NESTED}<del>一</del>", "完成投资", "请核对后再用"),
        ("完成投资", f"{_NESTED}<table><tr><td>一</td><td>二</td></tr></table>", "完成投资", "其中的表格读不出来"),
    ],
)
def test_what_cannot_be_read_of_the_clipboard_is_told(opened, qapp, plain, html, added, told):
    before = report_of(opened).text
    opened.page.go_to(before.index("现将"))
    offer(qapp, plain, html)
    opened.page.paste()
    assert report_of(opened).text == before.replace("现将", added + "现将", 1)
    assert told in opened.notices.text
    opened.desk.clear()
    opened.notices.hide()
    opened.files.open_clipboard()
    assert told in opened.notices.text
    assert opened.desk.has_report is bool(plain)
