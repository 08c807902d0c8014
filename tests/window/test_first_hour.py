"""What a clerk who knows only Word does in her first hour, each step with what she expects to see."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.window.count_dialog import CountDialog
from assistant.window.export_dialog import ExportDialog
from assistant.window.go_dialog import GoDialog
from assistant.window.main_window import MainWindow
from assistant.window.status_flow import StatusFlow
from tests.window.modal import ModalAnswer

REPORT = (
    "青禾县工作总结\n一、收入情况\n全县一般公共预算收入完成xx亿元，各项工作截止目前已经完成。\n"
    "二、支出情况\n截止目前，支出完成xx亿元。\n三、其他情况\n截止目前，其他工作完成6亿元。"
)
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    return window


def text_of(window):
    return window.page.snapshot().text


def point_on(window, words):
    """Return the middle of the first character of these words, in the page's viewport."""
    page, at = window.page, text_of(window).index(words)
    page.go_to(at)
    left = page.cursorRect()
    page.go_to(at + 1)
    return QPoint((left.left() + page.cursorRect().left()) // 2, left.center().y())


def test_the_first_window_fits_a_small_screen_with_its_frame(qtbot):
    made = MainWindow()
    qtbot.addWidget(made)
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert made.height() <= room.height() - 40 or made.height() == made.minimumSizeHint().height()
    assert made.width() <= max(room.width(), made.minimumSizeHint().width())


def test_the_gallery_shows_its_first_sample_unasked(window, qtbot):
    gallery = window.start_page.gallery
    qtbot.waitUntil(gallery.begin.isEnabled)
    qtbot.waitUntil(lambda: gallery.preview.toPlainText().strip() != "")


@pytest.mark.parametrize(("touched", "expected"), [("预算", "预算"), ("亿元", "亿元"), ("，各项", "，"), ("xx", "xx")])
def test_a_double_click_selects_a_word_or_a_field(opened, touched, expected):
    QTest.mouseDClick(opened.page.viewport(), LEFT, PLAIN, point_on(opened, touched))
    assert opened.page.textCursor().selectedText() == expected


def test_a_third_click_selects_the_line(opened):
    point = point_on(opened, "各项")
    QTest.mouseDClick(opened.page.viewport(), LEFT, PLAIN, point)
    QTest.mousePress(opened.page.viewport(), LEFT, PLAIN, point)
    assert opened.page.textCursor().selectedText() == REPORT.split("\n")[2]


def test_the_edit_menu_cuts_and_pastes_where_the_focus_is(opened, qtbot):
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.page.setFocus()
    opened.page.go_to(0, 3)
    opened.actions_by_name["cut"].trigger()
    assert text_of(opened).startswith("工作总结")
    opened.outline.words.setFocus()
    opened.actions_by_name["paste"].trigger()
    assert opened.outline.words.text() == "青禾县"
    opened.actions_by_name["undo"].trigger()
    assert text_of(opened) == REPORT


def test_a_new_section_is_named_where_it_stands(opened, qtbot):
    opened.outline.show_position(REPORT.index("二、"))
    with qtbot.waitActive(opened):
        opened.activateWindow()
    opened.page.go_to(REPORT.index("二、"))
    opened.actions_by_name["section_insert"].trigger()
    line = opened.outline.tree.findChild(QLineEdit)
    assert line is not None
    assert line.selectedText() == "新的小标题"
    line.setText("结余情况")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "三、结余情况\n四、其他情况" in text_of(opened))


def test_a_double_click_in_the_outline_renames(opened):
    tree = opened.outline.tree
    second = tree.model().index(1, 0)
    QTest.mouseDClick(tree.viewport(), LEFT, PLAIN, tree.visualRect(second).center())
    line = tree.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "支出情况"


def test_the_dragged_section_stays_chosen(opened):
    working = opened.desk.working.report.text.split("\n")
    opened.sections.drop(working.index("三、其他情况"), working.index("一、收入情况"), True)
    opened.page.flush()
    assert opened.outline.tree.currentIndex().data() == "一、其他情况"


def test_after_a_fix_the_page_shows_the_next_finding(opened, qtbot):
    qtbot.waitUntil(lambda: opened.proofing.is_settled)
    panel = opened.proofing.panel
    slips = [one for one in panel.shown if one.printed == "截止" or one.printed.startswith("截止目前")]
    assert len(slips) == 3
    panel.choose(slips[0])
    panel.fix_chosen()
    chosen = panel.chosen
    assert chosen is not None
    assert opened.page.selected_span == (chosen.start, chosen.end)
    panel.fix_requested.emit(panel._alike())
    assert "2 处" in opened.notices.text


def test_a_finding_offers_at_the_pointer_what_its_card_offers(opened, qtbot):
    qtbot.waitUntil(lambda: opened.proofing.is_settled)
    panel = opened.proofing.panel
    panel.choose(next(one for one in panel.shown if one.fix is not None))
    words = [action.text() for action in panel.new_menu().actions() if action.isVisible() and action.text()]
    assert words[0] == "修改"
    assert words[-4] == "忽略此处"
    assert words[-2:] == ["这个词以后都不提示", "关闭这条规则"]


def test_what_was_ignored_is_not_counted_before_an_export(opened, qtbot):
    qtbot.waitUntil(lambda: opened.proofing.is_settled)
    before = len(opened.proofing.remarks)
    opened.proofing.panel.ignore_requested.emit(opened.proofing.remarks[0])
    seen = []

    def look(dialog):
        seen.append(dialog.comments.text())
        dialog.reject()

    answer = ModalAnswer(opened, ExportDialog, look)
    opened.files.export()
    answer.check()
    assert seen == [f"附 {before - 1} 条检查批注"]


def exporting(window, act):
    answer = ModalAnswer(window, ExportDialog, act)
    window.files.export()
    answer.check()


def test_a_file_that_was_chosen_stays_chosen_whatever_else_is_changed(opened, tmp_path, qtbot):
    chosen = tmp_path / "上报" / "第一季度12.5.docx"

    def act(dialog):
        dialog._path.selectAll()
        qtbot.keyClicks(dialog._path, str(tmp_path / "out" / "x1"))
        assert dialog.choice.path == tmp_path / "out" / "x1.docx"
        dialog._format.setCurrentIndex(1)
        assert dialog.choice.path == tmp_path / "out" / "x1（草稿）.pdf"
        dialog._path.setText(str(chosen))
        dialog._follow_path(str(chosen))
        dialog._path.editingFinished.emit()
        assert dialog._format.currentData() == ".docx"
        dialog._draft.setChecked(False)
        dialog._final.setEnabled(True)
        dialog._final.setChecked(True)
        assert dialog.choice.path == chosen
        dialog._path.setText("总结")
        assert dialog.choice.path == chosen.parent / "总结.docx"
        dialog._path.setText(" ")
        assert not dialog._export.isEnabled()
        dialog.reject()

    exporting(opened, act)


def test_the_export_is_gone_back_to_as_it_was_left(opened, tmp_path, qtbot):
    from PySide6.QtWidgets import QPushButton

    def leave(dialog):
        dialog._format.setCurrentIndex(1)
        dialog._layouts.box.setCurrentText("讲话稿")
        dialog._folder = tmp_path
        dialog._suggest_path()
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "去填写").click()

    exporting(opened, leave)
    assert opened.notices.text == "处理好以后，可以回到导出继续。"
    assert opened.fill_panel.isVisible()
    seen = []
    answer = ModalAnswer(opened, ExportDialog, lambda dialog: (seen.append(dialog.choice), dialog.reject()))
    opened.notices._action.click()
    answer.check()
    assert (seen[0].layout, seen[0].path.suffix, seen[0].path.parent) == ("讲话稿", ".pdf", tmp_path)


@pytest.mark.parametrize(("words", "room"), [("去填写", "interview"), ("去检查", "answers")])
def test_the_export_leads_out_of_a_room(opened, qtbot, words, room):
    from PySide6.QtWidgets import QPushButton

    opened.actions_by_name[room].trigger()
    exporting(opened, lambda dialog: next(b for b in dialog.findChildren(QPushButton) if b.text() == words).click())
    assert opened.rooms.open_room is None
    assert opened.page.isVisible()
    assert (opened.fill_panel if words == "去填写" else opened.proofing.panel).isVisible()


def test_the_export_leads_to_fields_and_to_findings(opened, qtbot):
    buttons = {"去填写": lambda: opened.fill_panel.card.field_id, "去检查": lambda: opened.proofing.panel.isVisible()}
    for words, reached in buttons.items():

        def go(dialog, words=words):
            from PySide6.QtWidgets import QPushButton

            next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()

        answer = ModalAnswer(opened, ExportDialog, go)
        opened.files.export()
        answer.check()
        assert reached()


def test_an_exported_file_can_be_opened_from_its_notice(opened, tmp_path, monkeypatch):
    opened_places = []

    def open_url(url):
        opened_places.append(url.toLocalFile())
        return True

    monkeypatch.setattr("assistant.window.wiring.QDesktopServices.openUrl", open_url)
    opened.files.exported.emit("已导出", tmp_path / "甲.docx")
    for button in (opened.notices._action, opened.notices._other):
        button.click()
    assert opened_places == [str(tmp_path / "甲.docx"), str(tmp_path)]


def test_a_notice_of_success_goes_by_itself_and_an_error_stays(opened):
    opened.notices.tell("已保存。")
    assert opened.notices._going.isActive()
    opened.notices._going.timeout.emit()
    assert not opened.notices.isVisible()
    opened.notices.tell("保存失败。", wrong=True)
    assert not opened.notices._going.isActive()
    opened.notices.tell("有旧版本。", action="查看", wish=lambda: None)
    assert not opened.notices._going.isActive()


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("工作", "一、收入", "不能跨段"), ("完成xx", "亿元", "已经有待填项"), ("工作", "工作", "先在正文中选中")],
)
def test_why_no_field_can_be_made_is_said_exactly(opened, start, end, said):
    opened.page.go_to(REPORT.index(start), REPORT.index(end))
    opened.actions_by_name["mark_field"].trigger()
    assert said in opened.notices.text


def test_the_keys_of_word_do_what_they_do_there(opened):
    keys = {
        "save_as": "F12",
        "preview": "Ctrl+F2",
        "start": "Ctrl+W",
        "outline_new": "Ctrl+N",
        "find": "Ctrl+H",
        "section_up": "Alt+Shift+Up",
    }
    for name, key in keys.items():
        assert key in [one.toString() for one in opened.actions_by_name[name].shortcuts()], name


def test_no_menu_is_higher_than_a_small_screen(opened):
    for action in opened.menuBar().actions():
        assert action.menu().sizeHint().height() < 640, action.text()


def test_copy_in_a_menu_leaves_the_text_of_the_page(opened, qtbot):
    opened.page.setFocus()
    cursor = opened.page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    opened.page.setTextCursor(cursor)
    opened.actions_by_name["select_all"].trigger()
    opened.actions_by_name["copy"].trigger()
    assert QApplication.clipboard().text() == REPORT
    assert text_of(opened) == REPORT


def test_what_is_pasted_is_unsaved_work(window):
    QApplication.clipboard().setText("县财政局工作总结\n一、收入情况\n完成xx亿元。")
    window.files.open_clipboard()
    assert not window.desk.is_saved
    assert window.windowTitle().startswith("●")


def test_a_value_typed_in_the_page_that_is_none_of_its_kind_is_told(opened, qtbot):
    field = opened.desk.working.report.fields[0]
    opened.page.go_to_field(field.id)
    qtbot.keyClicks(opened.page, "abc")
    opened.page.go_to(0)
    assert "abc" in opened.notices.text
    assert opened.notices._action.text() == "去改"
    opened.notices._action.click()
    assert opened.page.field_at_caret == field.id
    opened.page.go_to_field(field.id)
    qtbot.keyClicks(opened.page, "12.5")
    opened.notices.hide()
    opened.page.go_to(0)
    assert not opened.notices.isVisible()


def test_undo_of_a_moved_section_selects_nothing(opened):
    opened.page.go_to(REPORT.index("支出情况"))
    opened.actions_by_name["section_up"].trigger()
    opened.page.undo()
    assert text_of(opened) == REPORT
    assert not opened.page.textCursor().hasSelection()
    assert opened.page.caret_position == REPORT.index("支出情况")


def test_words_being_typed_are_found_at_once_and_numbered(opened, qtbot):
    opened.page.go_to(0)
    opened.finding.open()
    opened.find_bar._words.setText("情况")
    assert opened.page.selected_span == (REPORT.index("情况"), REPORT.index("情况") + 2)
    assert opened.find_bar._count.text() == "第 1 处，共 3 处"
    qtbot.keyClick(opened.find_bar._words, Qt.Key.Key_Return)
    assert opened.find_bar._count.text() == "第 2 处，共 3 处"


def test_the_status_line_counts_what_is_selected(opened, qtbot):
    start = opened.page.snapshot().text.index("\n") + 1
    whole = opened.status_line.length
    opened.page.go_to(start, start + 5)
    qtbot.waitUntil(lambda: opened.status_line.length == f"已选 5/{whole}")
    opened.page.go_to(start)
    qtbot.waitUntil(lambda: opened.status_line.length == whole)


def test_a_click_on_the_status_line_leads_to_what_it_tells(opened, qtbot):
    line = opened.status_line
    opened.page.go_to(0)
    qtbot.mouseClick(line._facts["progress"], LEFT)
    assert opened.page.field_at_caret is not None
    for fact, dialog in (("pages", GoDialog), ("length", CountDialog)):
        answer = ModalAnswer(opened, dialog, lambda found: found.reject())
        qtbot.mouseClick(line._facts[fact], LEFT)
        qtbot.waitUntil(lambda answer=answer: answer.was_asked)
        answer.check()
    qtbot.mouseClick(line._facts["remarks"], LEFT)
    assert not opened.proofing.dock.visibleRegion().isEmpty()
    status = opened.findChild(StatusFlow)
    next(one for one in status.zoom_menu().actions() if one.text() == "75%").trigger()
    assert opened.page.zoom == 75


def test_the_status_line_tells_the_page(opened, qtbot):
    opened.pages.count()
    qtbot.waitUntil(lambda: opened.status_line.pages == "第 1 页，共 1 页")
    opened.pages.forget()
    assert opened.status_line.pages == ""


def test_a_filled_field_offers_no_placeholder_to_be_kept(opened):
    field = opened.desk.working.report.fields[0]
    opened.go_to_field(field.id)
    assert opened.fill_panel.card._waive.isVisible()
    opened.bridge.fill(field.id, "12.5")
    assert not opened.fill_panel.card._waive.isVisible()


def test_the_interview_shows_how_its_proposal_was_worked_out(window, tmp_path):
    path = tmp_path / "总结.txt"
    path.write_text("工作总结\n一、收入\n完成收入xx亿元，其中税收收入xx亿元，占xx%。\n", "utf-8")
    window.files.open_path(path)
    fields = window.desk.working.report.fields
    for field, value in zip(fields, ("10", "8"), strict=False):
        window.bridge.fill(field.id, value)
    window.rooms.open_interview()
    question = window.rooms.interview.question
    if question._advised:  # a share follows from its two figures
        assert question.value.line.placeholderText() == f"{question._advised}（按回车采用）"
        assert "÷" in question._prompt.text()


def test_the_review_is_headed_by_its_own_name(opened):
    opened.rooms.open_interview()
    room = opened.rooms.interview
    assert room._title.text() == "逐项填写"
    room.show_review()
    assert room._title.text() == "全部答案"


def test_the_special_characters_stand_beside_the_caret(opened, qtbot):
    opened.actions_by_name["characters"].trigger()
    panel = opened.writing.characters
    caret = opened.page.viewport().mapToGlobal(opened.page.cursorRect().center())
    assert not panel.frameGeometry().contains(caret)
    panel.close()


@pytest.mark.parametrize("width", [910, 1100, 1366])
def test_the_export_button_is_in_sight_in_a_narrow_window(opened, width):
    opened.resize(width, 600)
    QApplication.processEvents()
    button = opened._export
    assert button.isVisible()
    assert button.mapTo(opened, button.rect().bottomRight()).x() <= opened.width()
    texts = opened.actions_by_name.tool_bar.widgetForAction(opened.actions_by_name["undo"]).toolButtonStyle()
    assert (texts is Qt.ToolButtonStyle.ToolButtonTextBesideIcon) == (width > 910)


def test_an_export_that_failed_asks_again_with_all_that_was_chosen(opened, tmp_path, qtbot):
    target = tmp_path / "草稿.docx"
    seen = []

    def first(dialog):
        dialog.comments.setChecked(True)
        dialog._path.setText(str(tmp_path / "没有" / "草稿.docx"))
        seen.append(ModalAnswer(opened, ExportDialog, again))
        dialog._export.click()

    def again(dialog):
        qtbot.waitUntil(lambda: dialog._problem.isVisible())
        seen.append((dialog._problem.text(), dialog.comments.isChecked()))
        dialog._path.setText(str(target))
        dialog._export.click()

    answer = ModalAnswer(opened, ExportDialog, first)
    opened.files.export()
    answer.check()
    seen[0].check()
    assert seen[1][0].startswith("“草稿.docx”所在的文件夹不存在")
    assert seen[1][1]
    assert target.exists()
