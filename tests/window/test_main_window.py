"""The main window, used as a clerk uses it: open, fill, undo, save, export."""

import docx
import openpyxl
import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QListWidget, QMessageBox, QTabBar

from assistant.report.fields import Link, State
from assistant.window.export_dialog import ExportDialog
from assistant.window.fill_rows import ROW, FieldRow
from assistant.window.link_dialog import LinkDialog
from assistant.window.taking_dialog import TakingDialog
from assistant.window.unit_dialog import ProposalDialog, UnitDialog
from assistant.workbench.opening import open_path
from assistant.workbench.preferences import load_settings
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.unit_info import AnswerBook, load_answer_book, save_answer_book
from assistant.workbench.working import FieldRun, with_snapshot
from tests.window.modal import ModalAnswer, press

REPORT = "xx县2025年工作总结\n今年以来，稳步推进。\n一、收入情况\n完成xx亿元，增长X%。\n二、支出情况\n完成XX亿元。\n"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def opened(window, source):
    window.files.open_path(source)
    return window


def fields(window):
    return {f.label: (f.value, f.state) for f in window.desk.working.report.fields}


def page_text(window):
    return window.page.snapshot().text


def fill_all(window):
    for field, value in zip(window.desk.working.report.fields, ("青禾", "12.5", "5.2", "11"), strict=True):
        window.bridge.fill(field.id, value)


def test_a_report_that_opens_does_not_widen_the_window_past_a_small_screen(window, source):
    window.resize(1280, 700)
    window.files.open_path(source)
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 700


def test_start_page_leads_to_a_sample(window, qtbot):
    assert window.windowTitle() == "报告助手"
    assert not window.actions_by_name["save"].isEnabled()
    window.start_page.gallery.sample_requested.emit(shipped_samples()[0].path)
    assert window.desk.has_report
    assert window.actions_by_name["save"].isEnabled()
    assert window.outline._model.rowCount() == 3
    assert page_text(window) == open_path(shipped_samples()[0].path).report.text
    assert window.desk.path is None


def test_the_outline_stays_with_the_section_that_is_typed_into(opened):
    opened.go_to(REPORT.index("一、收入") + len("一、收入情况\n完成"))
    for _ in range(40):  # as many characters as lead into the next section of the text of a moment ago
        QApplication.sendEvent(opened.page, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "长"))
    assert opened.page.is_pending
    assert opened.outline.tree.currentIndex().data() == "一、收入情况"
    opened.page.flush()
    assert opened.outline.tree.currentIndex().data() == "一、收入情况"


def test_outline_goes_to_its_section(opened):
    opened.outline.position_requested.emit(REPORT.index("二、支出"))
    assert opened.page.caret_position == REPORT.index("二、支出")
    assert opened.outline.tree.currentIndex().data() == "二、支出情况"


def test_filling_by_keyboard_alone(opened, qtbot, type_chinese):
    opened.fill_panel.start_typing()
    for value in ("青禾", "12.5", "5.2%", "11亿元"):
        type_chinese(opened.fill_panel.card._value, value)
        qtbot.keyClick(opened.fill_panel.card._value, Qt.Key.Key_Return)
    assert page_text(opened) == (
        "青禾县2025年工作总结\n今年以来，稳步推进。\n一、收入情况\n完成12.5亿元，增长5.2%。\n二、支出情况\n完成11亿元。"
    )
    assert opened.fill_panel._count.text() == "已填 4/4"
    assert all(state is State.FILLED for _, state in fields(opened).values())


def test_one_undo_takes_back_a_value_everywhere(window, tmp_path, qtbot):
    path = tmp_path / "a.txt"
    path.write_text("学习十九届X中X会精神。\n贯彻十九届X中X会部署。\n落实十九届X中X会要求。", "utf-8")
    window.files.open_path(path)
    before = page_text(window)
    field = window.desk.working.report.fields[0]
    window.bridge.fill(field.id, "十九届六中全会")
    assert page_text(window).count("十九届六中全会") == 3
    window.actions_by_name["undo"].trigger()
    window.page.flush()
    assert page_text(window) == before
    assert window.desk.working.report.field(field.id) == field
    window.actions_by_name["redo"].trigger()
    window.page.flush()
    assert page_text(window).count("十九届六中全会") == 3
    assert window.desk.working.report.field(field.id).value == "十九届六中全会"


def test_typing_over_a_field_in_the_page_fills_it(opened, qtbot, type_chinese):
    field = opened.desk.working.report.fields[1]
    opened.page.go_to_field(field.id)
    with qtbot.waitSignal(opened.page.snapshot_changed, timeout=3000):
        type_chinese(opened.page, "12.5")
    assert opened.desk.working.report.field(field.id).value == "12.5"
    assert opened.fill_panel._count.text() == "已填 1/4"


def test_a_marker_that_is_typed_becomes_a_field(opened, qtbot, type_chinese):
    opened.page.go_to(len(page_text(opened)))
    with qtbot.waitSignal(opened.page.snapshot_changed, timeout=3000):
        type_chinese(opened.page, "另有xx项工作。")
    qtbot.waitUntil(lambda: len(opened.page.snapshot().runs) == 5, timeout=3000)
    assert len(opened.desk.working.report.fields) == 5
    assert opened.page.snapshot().runs[-1].marker == "xx"


def test_a_misfit_is_told_and_kept(opened, qtbot, type_chinese):
    field = opened.desk.working.report.fields[1]
    opened.go_to_field(field.id)
    type_chinese(opened.fill_panel.card._value, "许多")
    qtbot.keyClick(opened.fill_panel.card._value, Qt.Key.Key_Return)
    assert opened.fill_panel.card.field_id == field.id
    assert opened.fill_panel.card._wrong.isVisible()
    assert opened.fill_panel.card._value.text() == "许多"
    assert page_text(opened) == REPORT.rstrip("\n")


def test_waiving_and_asking_again(opened):
    field = opened.desk.working.report.fields[0]
    opened.fill_panel.card.waive_requested.emit(field.id)
    assert opened.desk.working.report.field(field.id).state is State.WAIVED
    opened.fill_panel.card.waive_requested.emit(field.id)
    assert opened.desk.working.report.field(field.id).state is State.OPEN


def test_filter_of_the_fill_panel(opened):
    panel = opened.fill_panel

    def shown():
        rows = [panel._rows.index(i).data(ROW) for i in range(panel._rows.rowCount())]
        return [row.field.label for row in rows if isinstance(row, FieldRow)]

    assert len(shown()) == 4
    panel._words.setText("增长")
    assert len(shown()) == 2
    panel._words.setText("没有这样的词")
    assert panel._nothing.isVisible()
    panel._words.clear()
    opened.bridge.fill(opened.desk.working.report.fields[0].id, "青禾")
    panel._which.setCurrentIndex(1)
    assert len(shown()) == 3


def test_save_and_open_again(opened, tmp_path, qtbot, monkeypatch):
    target = tmp_path / "我的 报告.baogao"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    opened.bridge.fill(opened.desk.working.report.fields[0].id, "青禾")
    assert opened.windowTitle().startswith("● ")
    opened.actions_by_name["save"].trigger()
    assert opened.windowTitle() == "我的 报告 - 报告助手"
    saved = opened.desk.working
    opened.actions_by_name["start"].trigger()
    assert not opened.desk.has_report
    assert load_settings().recent[0].path == str(target)
    assert "继续上次的报告" in opened.start_page._continue.text()
    qtbot.mouseClick(opened.start_page._continue, Qt.MouseButton.LeftButton)
    assert opened.desk.working.report == saved.report
    assert opened.desk.path == target


def test_the_source_is_never_written_to(opened, source, tmp_path, monkeypatch):
    target = tmp_path / "新.baogao"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    fill_all(opened)
    opened.files.save()
    assert source.read_text("utf-8") == REPORT
    assert target.exists()


def test_leaving_asks_about_changes(opened, qtbot):
    opened.bridge.fill(opened.desk.working.report.fields[0].id, "青禾")
    answer = ModalAnswer(opened, QMessageBox, press("取消"))
    assert not opened.close()
    answer.check()
    assert opened.isVisible()
    answer = ModalAnswer(opened, QMessageBox, press("不保存"))
    assert opened.close()
    answer.check()


def test_final_is_refused_with_the_list(opened, tmp_path):
    seen = {}

    def look(dialog):
        seen["final"] = dialog._final.isEnabled()
        seen["listed"] = dialog.findChild(QListWidget).count()
        seen["draft"] = dialog.choice.draft
        dialog._path.setText(str(tmp_path / "草稿.docx"))
        dialog._export.click()

    answer = ModalAnswer(opened, ExportDialog, look)
    opened.actions_by_name["export"].trigger()
    answer.check()
    assert seen == {"final": False, "listed": 4, "draft": True}
    assert open_path(tmp_path / "草稿.docx").report.text == REPORT.rstrip("\n")
    assert "草稿" in opened.notices.text


def test_the_list_leads_to_the_field(opened):
    wanted = opened.desk.working.report.fields[2]

    def choose(dialog):
        listed = dialog.findChild(QListWidget)
        listed.itemActivated.emit(listed.item(2))

    answer = ModalAnswer(opened, ExportDialog, choose)
    opened.files.export()
    answer.check()
    assert opened.fill_panel.card.field_id == wanted.id
    assert opened.page.field_at_caret == wanted.id


def test_a_draft_takes_findings_along_as_comments(window, tmp_path):
    source, target = tmp_path / "范文.txt", tmp_path / "草稿.docx"
    source.write_text(REPORT + "截止目前，各项任务已经完成。\n", "utf-8")
    window.files.open_path(source)

    def export(dialog):
        assert dialog.comments.isEnabled()
        dialog.comments.setChecked(True)
        dialog._path.setText(str(target))
        dialog._export.click()

    answer = ModalAnswer(window, ExportDialog, export)
    window.files.export()
    answer.check()
    assert len(docx.Document(target).comments) > 0


def export_draft_to(window, target):
    def export(dialog):
        dialog._path.setText(str(target))
        dialog._export.click()

    answer = ModalAnswer(window, ExportDialog, export)
    window.files.export()
    answer.check()


def test_a_draft_has_no_comments_unless_they_are_asked_for(opened, tmp_path):
    export_draft_to(opened, tmp_path / "草稿.docx")
    assert len(docx.Document(tmp_path / "草稿.docx").comments) == 0


@pytest.mark.parametrize(("words", "is_replaced"), [("取消", False), ("替换", True)])
def test_an_export_asks_before_it_takes_the_place_of_a_file(opened, tmp_path, words, is_replaced):
    target = tmp_path / "草稿.docx"
    target.write_bytes(b"somebody's")
    again = []

    def decide(box):
        if not is_replaced:  # the dialog asks for another file then
            again.append(ModalAnswer(opened, ExportDialog, lambda dialog: dialog.reject()))
        press(words)(box)

    answer = ModalAnswer(opened, QMessageBox, decide)
    export_draft_to(opened, target)
    answer.check()
    for one in again:
        one.check()
    assert (target.read_bytes() != b"somebody's") is is_replaced


def test_a_new_export_asks_nothing(opened, tmp_path):
    answer = ModalAnswer(opened, QMessageBox, press("取消"))
    export_draft_to(opened, tmp_path / "草稿.docx")
    assert not answer.was_asked
    assert (tmp_path / "草稿.docx").exists()


def test_final_export(opened, tmp_path):
    fill_all(opened)
    target = tmp_path / "定稿.docx"

    def export(dialog):
        assert dialog._final.isChecked()
        dialog._path.setText(str(target))
        dialog._export.click()

    answer = ModalAnswer(opened, ExportDialog, export)
    opened.files.export()
    answer.check()
    assert open_path(target).report.text == page_text(opened)
    assert "xx" not in open_path(target).report.text


def test_a_finding_in_the_export_dialog_leads_to_its_place(window, tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text("青禾县工作总结\n一、收入情况\n完成5亿元。\n三、支出情况\n完成6亿元。\n", "utf-8")
    window.files.open_path(path)

    def go(dialog):
        found = next(one for one in dialog.findChildren(QListWidget) if one.accessibleName() == "检查结果")
        rows = [found.item(row) for row in range(found.count())]
        found.itemActivated.emit(next(row for row in rows if "三" in row.text()))

    answer = ModalAnswer(window, ExportDialog, go)
    window.files.export()
    answer.check()
    assert window.page.caret_position == window.page.snapshot().text.index("三、")


def test_export_into_a_missing_folder_is_told(opened, tmp_path):
    told = []

    def export(dialog):
        dialog._path.setText(str(tmp_path / "无" / "草稿.docx"))
        told.append(ModalAnswer(opened, ExportDialog, read))
        dialog._export.click()

    def read(dialog):
        told.append(dialog._problem.text())
        dialog.reject()

    answer = ModalAnswer(opened, ExportDialog, export)
    opened.files.export()
    answer.check()
    told[0].check()
    assert "文件夹不存在" in told[1]
    assert opened.desk.has_report


def test_bad_files_are_told_and_the_report_stays(opened, tmp_path):
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"no zip")
    opened.files.open_path(broken)
    assert "坏.docx" in opened.notices.text
    assert page_text(opened) == REPORT.rstrip("\n")


def test_clipboard_becomes_a_report(window):
    QGuiApplication.clipboard().setText("##paidbegin##xx县工作总结\r\n\r\n今年以来，完成xx项。  \r\n")
    window.start_page.paste_requested.emit()
    assert page_text(window) == "xx县工作总结\n今年以来，完成xx项。"
    assert len(window.desk.working.report.fields) == 2
    assert "去除了" in window.notices.text
    QGuiApplication.clipboard().clear()
    window.desk.clear()
    window.start_page.paste_requested.emit()
    assert "剪贴板" in window.notices.text


def test_pasted_web_content_becomes_clean_text_with_fields(opened, qtbot):
    web = QMimeData()
    web.setHtml('<p style="color:red;font-size:30pt">投入<b>XX</b>万元。</p><table><tr><td>甲</td></tr></table>')
    opened.page.go_to(len(page_text(opened)))
    opened.page.insertFromMimeData(web)
    opened.page.flush()
    assert "投入XX万元。" in page_text(opened)
    assert [(f.label, f.unit) for f in opened.desk.working.report.fields][-1] == ("投入", "万元")
    block = opened.page.document().lastBlock()
    assert block.charFormat().fontPointSize() in (0, 16)


def test_find_and_replace_leave_fields_alone(opened):
    opened.actions_by_name["find"].trigger()
    opened.find_bar._words.setText("xx")
    assert opened.find_bar._count.text() == "第 1 处，共 3 处"
    opened.find_bar._new.setText("YY")
    opened.find_bar.replace_every.click()
    assert "YY" not in page_text(opened)
    opened.find_bar._words.setText("完成")
    opened.find_bar._new.setText("实现")
    opened.find_bar.replace_every.click()
    assert page_text(opened).count("实现") == 2
    opened.actions_by_name["undo"].trigger()
    assert page_text(opened).count("完成") == 2


def test_f8_goes_round_the_open_fields(opened, qtbot):
    seen = []
    opened.page.go_to(0)
    for _ in range(5):
        opened.actions_by_name["next_open"].trigger()
        seen.append(opened.page.field_at_caret)
    ids = [f.id for f in opened.desk.working.report.fields]
    assert seen[1:] == [ids[(ids.index(seen[0]) + n) % 4] for n in range(1, 5)]
    assert set(seen) == set(ids)


def test_themes_and_zoom_are_remembered(opened):
    opened.set_theme("dark")
    opened.actions_by_name["zoom_in"].trigger()
    settings = load_settings()
    assert settings.theme == "dark"
    assert settings.zoom == opened.page.zoom
    opened.set_theme("light")


def test_the_page_keeps_its_colours_under_the_style_sheet(opened, qtbot):
    opened.set_theme("dark")
    opened.hide()
    with qtbot.waitExposed(opened):
        opened.show()
    assert opened.page.palette().color(QPalette.ColorRole.Text).lightness() > 128
    opened.set_theme("light")
    assert opened.page.palette().color(QPalette.ColorRole.Text).lightness() < 128


def test_the_outline_shows_its_beginning_when_a_report_is_opened(window, qtbot):
    window.files.open_path(shipped_samples()[0].path)
    tree = window.outline.tree
    qtbot.waitUntil(lambda: tree.model().rowCount() > 0)  # the panels follow the page
    assert tree.indexAt(tree.viewport().rect().topLeft()).row() == 0
    assert not tree.currentIndex().isValid()


LINKED = "X市财政局总结\nX市委作出部署。\nX市政府狠抓落实，X省大力支持。"


@pytest.fixture
def linked(window, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(LINKED, "utf-8")
    window.files.open_path(path)
    return window


def untick(*numbers):
    def act(dialog):
        for number in numbers:
            dialog._boxes[number][0].setChecked(False)
        dialog._accept.click()

    return act


def fill_by_card(window, field_id, value, type_chinese, qtbot):
    window.fill_panel.choose_field(field_id)
    window.fill_panel.start_typing()
    type_chinese(window.fill_panel.card._value, value)
    qtbot.keyClick(window.fill_panel.card._value, Qt.Key.Key_Return)


def test_suggested_links_are_asked_about_before_filling(linked, qtbot, type_chinese):
    city = linked.desk.working.report.fields[0]
    answer = ModalAnswer(linked, LinkDialog, untick(2))
    fill_by_card(linked, city.id, "安澜", type_chinese, qtbot)
    answer.check()
    assert page_text(linked) == "安澜市财政局总结\n安澜市委作出部署。\nX市政府狠抓落实，X省大力支持。"
    assert [len(f.occurrences) for f in linked.desk.working.report.fields] == [2, 1, 1]
    assert not any(o.link is Link.SUGGESTED for f in linked.desk.working.report.fields for o in f.occurrences)


def test_without_an_answer_about_links_nothing_is_filled(linked, qtbot, type_chinese):
    city = linked.desk.working.report.fields[0]
    answer = ModalAnswer(linked, LinkDialog, lambda dialog: dialog.reject())
    fill_by_card(linked, city.id, "安澜", type_chinese, qtbot)
    answer.check()
    assert page_text(linked) == LINKED


def test_typing_into_one_suggested_place_asks_as_well(linked, qtbot, type_chinese):
    city = linked.desk.working.report.fields[0]
    answer = ModalAnswer(linked, LinkDialog, untick())
    linked.page.go_to_field(city.id, 1)
    type_chinese(linked.page, "安澜")
    qtbot.waitUntil(lambda: answer.was_asked, timeout=3000)
    answer.check()
    qtbot.waitUntil(lambda: page_text(linked).count("安澜") == 3, timeout=3000)
    assert linked.desk.working.report.field(city.id).value == "安澜"


def test_typing_into_one_place_only_when_the_clerk_says_so(linked, qtbot, type_chinese):
    city = linked.desk.working.report.fields[0]
    answer = ModalAnswer(linked, LinkDialog, lambda dialog: dialog.reject())
    linked.page.go_to_field(city.id, 1)
    type_chinese(linked.page, "安澜")
    qtbot.waitUntil(lambda: answer.was_asked, timeout=3000)
    answer.check()
    qtbot.waitUntil(lambda: len(linked.desk.working.report.fields) == 3, timeout=3000)
    assert page_text(linked) == LINKED.replace("X市委", "安澜市委")
    assert [f.value for f in linked.desk.working.report.fields] == ["", "安澜", ""]


def test_links_can_be_split_and_taken_back(linked):
    before = linked.page.snapshot()
    city = linked.desk.working.report.fields[0]
    answer = ModalAnswer(linked, LinkDialog, untick(0))
    linked.fill_panel.card.links_requested.emit(city.id)
    answer.check()
    assert [len(f.occurrences) for f in linked.desk.working.report.fields] == [1, 2, 1]
    linked.actions_by_name["undo"].trigger()
    linked.page.flush()
    assert linked.page.snapshot() == before
    assert [len(f.occurrences) for f in linked.desk.working.report.fields] == [3, 1]


def fill_sheet(path, values, column="值"):
    """Write values into the sheet's rows, by the name of the field."""
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book.active.iter_rows() for cell in row]
    names = next(cell for cell in cells if cell.value == "名称")
    number = next(cell for cell in cells if cell.value == column).column
    for row in range(names.row + 1, book.active.max_row + 1):
        value = values.get(book.active.cell(row, names.column).value)
        if value is not None:
            book.active.cell(row, number).value = value
    book.save(path)


def read_sheet(window, action=None):
    """Read the sheet back; the preview is accepted as it stands, or acted on."""
    answer = ModalAnswer(window, TakingDialog, action or (lambda dialog: dialog._accept.click()))
    window.actions_by_name["read_sheet"].trigger()
    answer.check()


def shown_rows(dialog):
    items = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    return [(item.text(1), item.text(2), item.text(5), item.checkState(0) is Qt.CheckState.Checked) for item in items]


def test_a_sheet_goes_out_and_comes_back(opened, tmp_path, monkeypatch):
    sheet = tmp_path / "采集表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(sheet)], ""))
    before = opened.page.snapshot()
    opened.actions_by_name["write_sheet"].trigger()
    labels = [field.label for field in opened.desk.working.report.fields]
    fill_sheet(sheet, dict(zip(labels[1:], ("12.5亿元", "5.2", "许多"), strict=True)))
    seen = []

    def look_and_accept(dialog):
        seen.extend(shown_rows(dialog))
        dialog._accept.click()

    read_sheet(opened, look_and_accept)
    assert seen == [
        ("（未填）", "12.5亿元", "", True),
        ("（未填）", "5.2%", "", True),
        ("（未填）", "许多亿元", "不合类型", False),
    ]
    assert "完成12.5亿元，增长5.2%" in page_text(opened)
    assert "采用了" in opened.notices.text
    opened.actions_by_name["undo"].trigger()
    assert opened.page.snapshot() == before


def test_office_and_remark_of_a_sheet_are_kept(opened, tmp_path, monkeypatch):
    sheet = tmp_path / "采集表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(sheet)], ""))
    field = opened.desk.working.report.fields[1]
    opened.actions_by_name["write_sheet"].trigger()
    fill_sheet(sheet, {field.label: "12.5"})
    fill_sheet(sheet, {field.label: "预算科"}, column="负责科室")
    fill_sheet(sheet, {field.label: "快报数"}, column="备注")
    read_sheet(opened)
    kept = opened.desk.working.report.field(field.id)
    assert (kept.value, kept.source, kept.note) == ("12.5", "预算科", "快报数")


def test_suggested_links_of_a_sheet_are_asked_about(linked, tmp_path, monkeypatch):
    sheet = tmp_path / "采集表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(sheet)], ""))
    linked.actions_by_name["write_sheet"].trigger()
    fill_sheet(sheet, {linked.desk.working.report.fields[0].label: "安澜"})
    answer = ModalAnswer(linked, LinkDialog, untick(1))
    read_sheet(linked)
    answer.check()
    assert page_text(linked) == "安澜市财政局总结\nX市委作出部署。\n安澜市政府狠抓落实，X省大力支持。"


def test_a_sheet_replaces_values_only_when_told(opened, tmp_path, monkeypatch):
    sheet = tmp_path / "采集表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(sheet)], ""))
    field = opened.desk.working.report.fields[1]
    opened.actions_by_name["write_sheet"].trigger()
    opened.bridge.fill(field.id, "9")
    fill_sheet(sheet, {field.label: "12.5"})
    seen = []

    def look_and_leave(dialog):
        seen.extend(shown_rows(dialog))
        dialog.reject()

    read_sheet(opened, look_and_leave)
    assert seen == [("9亿元", "12.5亿元", "替换已填的内容", False)]
    assert opened.desk.working.report.field(field.id).value == "9"

    def tick_and_accept(dialog):
        dialog._tick_all(True)
        dialog._accept.click()

    read_sheet(opened, tick_and_accept)
    assert opened.desk.working.report.field(field.id).value == "12.5"


def test_a_sheet_that_is_left_changes_nothing(opened, tmp_path, monkeypatch):
    sheet = tmp_path / "采集表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(sheet), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(sheet)], ""))
    opened.actions_by_name["write_sheet"].trigger()
    fill_sheet(sheet, {opened.desk.working.report.fields[1].label: "12.5"})
    before, ticked = opened.page.snapshot(), []

    def leave(dialog):
        ticked.extend(dialog.ticked)
        dialog.reject()

    read_sheet(opened, leave)
    assert len(ticked) == 1
    assert opened.page.snapshot() == before


FIGURES = "全市收入X亿元，其中税收收入X亿元，税收收入占全市收入比重X%。"


@pytest.fixture
def figures(window, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(FIGURES, "utf-8")
    window.files.open_path(path)
    return window


def test_a_value_that_follows_is_offered_and_taken_with_enter(figures, qtbot):
    whole, part, share = (f.id for f in figures.desk.working.report.fields)
    figures.bridge.fill(whole, "20")
    figures.bridge.fill(part, "9")
    figures.go_to_field(share)
    card = figures.fill_panel.card
    assert card._value.placeholderText() == "45.0"
    assert "÷" in card._reason.text()
    assert page_text(figures).endswith("比重X%。")
    qtbot.keyClick(card._value, Qt.Key.Key_Return)
    assert page_text(figures).endswith("比重45.0%。")


def test_a_contradiction_is_shown_at_its_field(figures, qtbot):
    ids = [f.id for f in figures.desk.working.report.fields]
    for field_id, value in zip(ids, ("20", "9", "54"), strict=True):
        figures.bridge.fill(field_id, value)
    figures.go_to_field(ids[2])
    qtbot.waitUntil(lambda: "对不上" in figures.fill_panel.card._wrong.text(), timeout=20_000)
    assert figures.status_line.remarks == "检查：1 处需留意"
    figures.bridge.fill(ids[2], "45")
    qtbot.waitUntil(lambda: figures.status_line.remarks == "", timeout=20_000)


def test_a_finished_report_becomes_the_basis_of_a_new_one(window, tmp_path, qtbot):
    path = tmp_path / "去年.txt"
    path.write_text("2025年工作总结\n全年完成收入12亿元，培训4次。\n一、收入\n收入较好。", "utf-8")
    window.files.open_path(path)
    window.actions_by_name["reuse"].trigger()
    assert {f.state for f in window.desk.working.report.fields} == {State.STALE}
    assert "待核" in window.fill_panel._count.text() or "0/3" in window.fill_panel._count.text()
    year, money, times = (f.id for f in window.desk.working.report.fields)
    window.go_to_field(money)
    window.fill_panel.card._waive.click()
    assert window.desk.working.report.field(money).state is State.CONFIRMED
    window.bridge.fill(times, "6")
    window.bridge.fill(year, "2026")
    assert page_text(window).startswith("2026年工作总结\n全年完成收入12亿元，培训6次。")
    assert window.fill_panel._count.text() == "已填 3/3"
    window.actions_by_name["undo"].trigger()
    window.page.flush()
    assert window.desk.working.report.field(year).state is State.STALE


def test_the_units_own_values_are_offered(window, source, qtbot):
    save_answer_book(AnswerBook(county="青禾县", unit="青禾县财政局", unit_short="县财政局"))
    window.files.open_path(source)
    assert window.notices._action.isVisible()
    answer = ModalAnswer(window, ProposalDialog, lambda dialog: dialog.accept())
    window.notices._action.click()
    answer.check()
    assert page_text(window).startswith("青禾县2025年")


def test_the_units_own_values_are_entered_once(window):
    def enter(dialog):
        dialog._lines["county"].setText("青禾县")
        dialog.accept()

    answer = ModalAnswer(window, UnitDialog, enter)
    window.actions_by_name["unit"].trigger()
    answer.check()
    assert load_answer_book().county == "青禾县"


def type_in_card(window, field, value, type_chinese):
    window.go_to_field(field.id)
    type_chinese(window.fill_panel.card._value, value)


@pytest.mark.parametrize("how", ["click in page", "F8", "outline", "save", "filter"])
def test_a_typed_value_is_never_lost(opened, qtbot, type_chinese, tmp_path, monkeypatch, how):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.baogao"), ""))
    first, second = opened.desk.working.report.fields[:2]
    type_in_card(opened, first, "青禾", type_chinese)
    if how == "click in page":
        opened.page.go_to_field(second.id)
    elif how == "F8":
        opened.actions_by_name["next_open"].trigger()
    elif how == "outline":
        opened.outline.position_requested.emit(REPORT.index("二、"))
    elif how == "save":
        opened.actions_by_name["save"].trigger()
        assert open_path(tmp_path / "a.baogao").report.field(first.id).value == "青禾"
    else:
        opened.fill_panel._words.setFocus()
    qtbot.waitUntil(lambda: opened.desk.working.report.field(first.id).value == "青禾", timeout=2000)
    assert page_text(opened).startswith("青禾县")


def test_closing_with_a_typed_value_asks(opened, type_chinese):
    type_in_card(opened, opened.desk.working.report.fields[0], "青禾", type_chinese)
    answer = ModalAnswer(opened, QMessageBox, press("取消"))
    assert not opened.close()
    answer.check()


def test_the_source_is_refused_as_a_target(opened, source, tmp_path):
    fill_all(opened)

    told = []

    def export(dialog):
        dialog._format.setCurrentIndex(1)
        assert dialog.choice.path != source
        dialog._path.setText(str(source))
        told.append(ModalAnswer(opened, ExportDialog, read))
        dialog._export.click()

    def read(dialog):
        told.append(dialog._problem.text())
        dialog.reject()

    answer = ModalAnswer(opened, ExportDialog, export)
    opened.files.export()
    answer.check()
    told[0].check()
    assert "原文件" in told[1]
    assert source.read_text("utf-8") == REPORT


def test_undo_works_right_after_filling(opened, qtbot, type_chinese):
    before = page_text(opened)
    type_in_card(opened, opened.desk.working.report.fields[0], "青禾", type_chinese)
    qtbot.keyClick(opened.fill_panel.card._value, Qt.Key.Key_Return)
    assert page_text(opened) != before
    with qtbot.waitActive(opened):
        opened.activateWindow()
    qtbot.keyClick(opened.fill_panel.card._value, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page_text(opened) == before


def test_in_the_open_filter_enter_goes_to_the_next_field(opened, qtbot, type_chinese):
    opened.fill_panel._which.setCurrentIndex(1)
    fields = opened.desk.working.report.fields
    type_in_card(opened, fields[1], "12", type_chinese)
    qtbot.keyClick(opened.fill_panel.card._value, Qt.Key.Key_Return)
    assert opened.fill_panel.card.field_id == fields[2].id


def test_f2_without_fields_leaves_the_page_alone(window, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("工作总结\n今年以来，稳步推进。", "utf-8")
    window.files.open_path(path)
    window.page.setFocus()
    window.actions_by_name["fill"].trigger()
    assert window.page.hasFocus()
    assert "没有待填项" in window.notices.text


def test_a_misfit_can_be_insisted_on(opened, qtbot, type_chinese):
    field = opened.desk.working.report.fields[1]
    type_in_card(opened, field, "近百", type_chinese)
    qtbot.keyClick(opened.fill_panel.card._value, Qt.Key.Key_Return)
    assert opened.fill_panel.card._waive.text() == "仍然采用"
    opened.fill_panel.card._waive.click()
    assert "完成近百亿元" in page_text(opened)
    assert opened.desk.working.report.field(field.id).state is State.CONFIRMED


def test_escape_closes_the_find_bar(opened, qtbot):
    opened.actions_by_name["find"].trigger()
    with qtbot.waitActive(opened):
        opened.activateWindow()
    qtbot.keyClick(opened.find_bar._words, Qt.Key.Key_Escape)
    assert not opened.find_bar.isVisible()


def test_a_half_typed_marker_leaves_no_value_behind(opened):
    field = opened.desk.working.report.fields[1]
    start = field.start
    runs = tuple(
        FieldRun(o.start, o.end if f.id != field.id else o.end - 1, f.id, o.marker)
        for f in opened.desk.working.report.fields[:2]
        for o in f.occurrences
    )
    text = REPORT[: start + 1] + REPORT[start + 2 :]
    half = with_snapshot(opened.desk.working, text, runs)
    assert (half.report.field(field.id).state, half.report.field(field.id).value) == (State.OPEN, "")


def test_pasted_paragraphs_keep_their_last_break(opened):
    opened.page.go_to(REPORT.index("一、收入"))
    data = QMimeData()
    data.setText("第一段。\n第二段。\n")
    opened.page.insertFromMimeData(data)
    opened.page.flush()
    assert "第一段。\n第二段。\n一、收入情况" in page_text(opened)


def test_source_and_note_are_kept_with_the_report(opened, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.baogao"), ""))
    field = opened.desk.working.report.fields[1]
    opened.go_to_field(field.id)
    opened.fill_panel.card._source.setText("预算科")
    opened.fill_panel.card._note.setText("快报数")
    opened.fill_panel.card._note.editingFinished.emit()
    opened.bridge.fill(field.id, "12")
    opened.files.save()
    kept = open_path(tmp_path / "a.baogao").report.field(field.id)
    assert (kept.value, kept.source, kept.note) == ("12", "预算科", "快报数")


def test_sheets_by_office(opened, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "采集表.xlsx"), ""))
    first, second = opened.desk.working.report.fields[1:3]
    opened.bridge.note_source(first.id, "预算科", "")
    opened.bridge.note_source(second.id, "国库科", "")
    answer = ModalAnswer(opened, QMessageBox, press("每科室一份"))
    opened.actions_by_name["write_sheet"].trigger()
    answer.check()
    names = {path.name for path in tmp_path.glob("*.xlsx")}
    assert names == {"采集表.xlsx", "采集表_预算科.xlsx", "采集表_国库科.xlsx"}


@pytest.mark.parametrize(("words", "is_replaced"), [("取消", False), ("替换", True)])
def test_a_sheet_that_an_office_may_have_filled_is_not_replaced_unasked(
    opened, tmp_path, monkeypatch, words, is_replaced
):
    filled = tmp_path / "采集表12.5_预算科.xlsx"
    filled.write_bytes(b"filled")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "采集表12.5"), ""))
    opened.bridge.note_source(opened.desk.working.report.fields[1].id, "预算科", "")
    apart = ModalAnswer(opened, QMessageBox, press("每科室一份"))
    asked = []

    def answer_next(box):
        asked.append(box.text())
        press(words)(box)

    def then(box):
        second.append(ModalAnswer(opened, QMessageBox, answer_next))
        press("每科室一份")(box)

    second = []
    apart._action = then
    opened.actions_by_name["write_sheet"].trigger()
    apart.check()
    second[0].check()
    assert asked == ["已经有采集表12.5_预算科.xlsx，其中可能有科室填好的内容。要替换吗？"]
    assert (filled.read_bytes() != b"filled") is is_replaced
    assert (tmp_path / "采集表12.5.xlsx").exists() is is_replaced


def test_relinking_settles_nothing(linked):
    city = linked.desk.working.report.fields[0]
    linked.bridge.fill(city.id, "12")
    assert linked.desk.working.report.field(city.id).value == "12"
    linked.bridge.relink(city.id, {(city.id, 0), (city.id, 1)})
    assert linked.desk.working.report.field(city.id).state is State.OPEN
    assert page_text(linked) == LINKED


def test_a_masked_value_never_reaches_a_final(opened):
    fill_all(opened)
    first = opened.desk.working.report.fields[1]
    opened.bridge.insist(first.id, "约X")
    seen = {}

    def look(dialog):
        seen["final"] = dialog._final.isEnabled()
        dialog.reject()

    answer = ModalAnswer(opened, ExportDialog, look)
    opened.files.export()
    answer.check()
    assert seen == {"final": False}


def test_the_panels_are_tabs_with_the_fill_panel_in_front(window, qtbot, tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text("青禾县工作总结\n完成xx万元。", "utf-8")
    docks = {dock.windowTitle(): dock for dock in window.findChildren(QDockWidget)}
    assert not any(docks[name].isVisible() for name in ("填空", "检查", "短语"))
    window.files.open_path(path)
    assert set(window.tabifiedDockWidgets(docks["填空"])) == {docks["检查"], docks["短语"]}
    bar = next(bar for bar in window.findChildren(QTabBar) if bar.count() == 3)
    qtbot.waitUntil(lambda: bar.tabText(bar.currentIndex()) == "填空")


def test_a_window_as_wide_as_a_small_screen_stays_so(window, source):
    window.show_start_page()
    window.resize(1366, 740)
    window.files.open_path(source)
    QApplication.processEvents()
    assert window.width() == 1366
    assert window.minimumSizeHint().width() < 910  # 1366 pixels at 150 %


def test_a_long_text_is_read_aside_and_arrives_whole(window, tmp_path, qtbot, type_chinese):
    path = tmp_path / "长.txt"
    path.write_text("青禾县总结\n" + "一、做法\n完成投资X亿元，培训干部若干人次，成效明显。\n" * 1500, "utf-8")
    window.files.open_path(path)
    before = window.desk.working.report
    window.page.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(window.page.snapshot_offered):
        type_chinese(window.page, "另有xx项。")
    qtbot.waitUntil(lambda: window.desk.working.report.text.endswith("另有xx项。"))
    assert len(window.desk.working.report.fields) == len(before.fields) + 1
    assert window.page.snapshot().runs[-1].marker == "xx"
    window.page.undo()
    window.page.flush()
    assert window.desk.working.report == before


def test_what_is_typed_while_a_long_text_is_read_is_not_lost(window, tmp_path, qtbot, type_chinese):
    path = tmp_path / "长.txt"
    path.write_text("青禾县总结\n" + "一、做法\n完成投资X亿元，培训干部若干人次，成效明显。\n" * 1500, "utf-8")
    window.files.open_path(path)
    window.page.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(window.page.snapshot_offered):
        type_chinese(window.page, "先写")
    type_chinese(window.page, "后写")
    qtbot.waitUntil(lambda: window.desk.working.report.text.endswith("先写后写"))
