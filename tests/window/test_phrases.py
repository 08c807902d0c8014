"""Phrases in the window: searching and inserting by keyboard, and the grey continuation at the caret."""

import os
from pathlib import Path
from threading import Event, Timer

import pytest
from PySide6.QtCore import QMimeData, QPoint, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog

from assistant.phrases.library import open_library
from assistant.window.phrase_intake import _mined
from assistant.window.phrase_review_dialog import PhraseReviewDialog
from assistant.window.phrase_sources_dialog import PhraseSourcesDialog
from assistant.workbench import further_points, phrase_library
from assistant.workbench.builtin_phrases import own_library_path
from assistant.workbench.opening import SUFFIXES
from assistant.workbench.shipped import shipped_samples
from tests.window.modal import ModalAnswer


@pytest.fixture
def opened(window):
    window.files.open_path(shipped_samples()[0].path)
    yield window
    window.phrases.close()


def write_line(window, text):
    cursor = window.page.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    window.page.setTextCursor(cursor)
    window.page.insert_text("\n" + text)


def type_into(page, text):
    """Press one key a character, as keyboards of Chinese characters would; QTest knows Latin keys alone."""
    for character in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(page, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))


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


OWN = "一、做法\n（一）擦亮清廉青禾品牌，涵养务实新风。\n（二）锻造青禾铁军，提振实干精神。\n"


def test_import_learns_from_own_reports(opened, tmp_path):
    own = Path(tmp_path / "我的总结.txt")
    own.write_text(OWN, "utf-8")
    told = []
    opened.phrases.told.connect(lambda text, wrong: told.append((text, wrong)))
    answer = ModalAnswer(opened, PhraseReviewDialog, lambda dialog: dialog.reject())
    opened.phrases.intake.import_paths([own, tmp_path / "没有.txt"])
    answer.check()
    assert told[0][0].startswith("新收录报告 1 份，短语 ")
    assert "1 份没有收录：找不到文件" in told[0][0]
    assert told[0][1]
    found = opened.phrases.panel.look_for("清廉青禾", "")
    assert found[0].sources[0][0] == "我的总结.txt"


def test_what_could_not_be_taken_in_is_told_by_name(opened, tmp_path):
    (tmp_path / "坏的.docx").write_bytes(b"PK nothing")
    told = []
    opened.phrases.told.connect(lambda text, wrong: told.append(text))
    opened.phrases.intake.import_paths([tmp_path / "没有.txt", tmp_path / "坏的.docx", tmp_path / "也没有.txt"])
    assert "3 份没有收录：" in told[0]
    assert told[0].endswith("没有收录的还有：坏的.docx、也没有.txt。")


def test_dialogs_begin_with_the_clerks_documents_and_offer_all_that_can_be_read(opened, monkeypatch, tmp_path):
    asked = []

    def answer(*call):
        asked.append(call[2:])
        return "", ""

    for name in ("getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, answer)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    opened.phrases.intake.choose_files()
    opened.phrases.intake.choose_pack()
    opened.phrases.intake._ask_and_export([1])
    assert [Path(where).is_relative_to(tmp_path) for where, _kinds in asked] == [True] * 3
    assert all(f"*{suffix}" in asked[0][1] for suffix in SUFFIXES)


def test_an_import_tells_what_it_is_at(opened, tmp_path):
    paths = [tmp_path / "甲.txt", tmp_path / "乙.txt"]
    told = []

    class Work:
        is_given_up = False

        def tell(self, step, words):
            told.append((step, words))

    library = open_library(tmp_path / "library")
    _mined(library, paths, Work())
    assert told == [(0, "第 1 份，共 2 份：甲.txt"), (1, "第 2 份，共 2 份：乙.txt"), (2, "正在整理短语…")]
    paths[0].write_text(OWN, "utf-8")
    Work.is_given_up = True
    total, _found = _mined(library, paths, Work())
    library.close()
    assert total.told.startswith("已取消，2 份没有收录。新收录报告 0 份")


def library_files():
    """Return which files of the library the process has open."""
    named = str(own_library_path())
    return [one for one in Path("/proc/self/fd").iterdir() if os.path.realpath(one).startswith(named)]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="the system does not tell which files are open")
@pytest.mark.parametrize(
    ("room", "name", "begin"),
    [
        (phrase_library, "reports_to_learn", lambda phrases: phrases.learn_aside()),
        (further_points, "furthers_at", lambda phrases: phrases.further.start()),
    ],
    ids=["learning", "what could be written as well"],
)
def test_a_closed_library_is_open_nowhere(qtbot, opened, tmp_path, monkeypatch, room, name, begin):
    (tmp_path / "长.txt").write_text("年度工作总结\n" + "今年以来，各项工作稳步推进。\n" * 2500, "utf-8")
    assert opened.files.open_path(tmp_path / "长.txt")
    look, reading, may_go_on = getattr(room, name), Event(), Event()

    def look_slowly(*asked):
        reading.set()
        assert may_go_on.wait(10)
        return look(*asked)

    monkeypatch.setattr(room, name, look_slowly)
    begin(opened.phrases)
    qtbot.waitUntil(reading.is_set, timeout=15_000)
    Timer(0.1, may_go_on.set).start()
    opened.phrases.close()
    assert library_files() == []


def test_a_damaged_library_is_told_and_made_anew_by_its_button(qtbot, opened, tmp_path):
    phrases = opened.phrases
    (tmp_path / "我的总结.txt").write_text(OWN, "utf-8")
    answer = ModalAnswer(opened, PhraseReviewDialog, lambda dialog: dialog.reject())
    phrases.intake.import_paths([tmp_path / "我的总结.txt"])
    answer.check()
    qtbot.waitUntil(lambda: phrases.has_learnt)  # on its own connection to the same file
    phrases.close()
    path = own_library_path()
    content = path.read_bytes()
    # all but the first pages: it opens, and the first look into it fails
    path.write_bytes(content[:40960] + b"\xff" * (len(content) - 40960))
    assert phrases.panel.look_for("责任", "") == []
    assert "已损坏" in opened.notices.text
    assert opened.notices._action.text() == "重建短语库"
    opened.notices._action.click()
    assert opened.notices.text.startswith("短语库已重建：")
    assert phrases.panel.look_for("责任", "")
    assert len(list(path.parent.glob("短语库.损坏*.sqlite"))) == 1


def test_initials_show_what_they_stand_for(qtbot, opened):
    opened.actions_by_name["phrases"].trigger()
    panel = opened.phrases.panel
    panel._words.setText("dsxxjy")
    qtbot.waitUntil(lambda: panel.current is not None and "党史" in panel.current.text)
    assert panel._delegate.marked_in("开展党史学习教育") == ["党史学习教育"]


def test_the_review_drops_stars_and_changes_by_keyboard(qtbot, opened, tmp_path):
    folder = tmp_path / "材料" / "2024"
    folder.mkdir(parents=True)
    (folder / "我的总结.txt").write_text(OWN, "utf-8")

    def review(dialog):
        tree = dialog.tree
        rows = {tree.topLevelItem(row).text(0): tree.topLevelItem(row) for row in range(tree.topLevelItemCount())}
        tree.setCurrentItem(rows["锻造青禾铁军，提振实干精神"])
        qtbot.keyClick(tree, Qt.Key.Key_Delete)
        tree.setCurrentItem(rows["擦亮清廉青禾品牌，涵养务实新风"])
        qtbot.keyClicks(tree, "*")
        rows["擦亮清廉青禾品牌，涵养务实新风"].setText(0, "擦亮清廉品牌，涵养务实新风")
        rows["擦亮清廉青禾品牌，涵养务实新风"].setText(1, "成效")
        dialog.accept()

    answer = ModalAnswer(opened, PhraseReviewDialog, review)
    opened.phrases.panel.files_dropped.emit([tmp_path / "材料"])
    answer.check()
    look_for = opened.phrases.panel.look_for
    assert not [one for one in look_for("锻造青禾铁军", "") if "提振" in one.text]
    changed = look_for("擦亮清廉品牌", "成效")[0]
    assert (changed.text, changed.pinned) == ("擦亮清廉品牌，涵养务实新风", True)


def test_sources_are_listed_exported_and_removed(qtbot, opened, tmp_path):
    own = tmp_path / "我的总结.txt"
    own.write_text(OWN, "utf-8")
    intake = opened.phrases.intake
    answer = ModalAnswer(opened, PhraseReviewDialog, lambda dialog: dialog.accept())
    intake.import_paths([own])
    answer.check()
    pack = tmp_path / "我的.duanyu"

    def work(dialog):
        names = [dialog.tree.topLevelItem(row).text(0) for row in range(dialog.tree.topLevelItemCount())]
        assert names == ["我的总结.txt", "内置短语"]
        intake.export_pack(dialog._own_or_chosen(), pack)
        dialog.tree.setCurrentItem(dialog.tree.topLevelItem(1))
        assert dialog.chosen == []
        assert not dialog._named["remove"].isEnabled()
        dialog.tree.setCurrentItem(dialog.tree.topLevelItem(0))
        intake.remove(dialog.chosen)
        assert dialog.tree.topLevelItemCount() == 1
        dialog.accept()

    answer = ModalAnswer(opened, PhraseSourcesDialog, work)
    opened.actions_by_name["phrase_sources"].trigger()
    answer.check()
    assert opened.phrases.panel.look_for("清廉青禾", "") == []
    intake.import_paths([pack])
    assert opened.phrases.panel.look_for("清廉青禾", "")[0].sources[0][0] == "我的.duanyu"


def test_a_broken_pack_gets_a_sentence(opened, tmp_path):
    pack = tmp_path / "坏.duanyu"
    pack.write_bytes(b"{")
    told = []
    opened.phrases.told.connect(lambda text, wrong: told.append((text, wrong)))
    opened.phrases.intake.import_paths([pack])
    assert told[0][1]
    assert "不是可用的短语包" in told[0][0]


def test_a_dragged_phrase_is_text_with_masks(qtbot, opened):
    opened.actions_by_name["phrases"].trigger()
    panel = opened.phrases.panel
    panel._words.setText("收集问题")
    qtbot.waitUntil(lambda: panel.current is not None and "{数}" in panel.current.text)
    carried = panel._rows.mimeData([panel._list.currentIndex()])
    assert carried.text() == panel.current.text.replace("{数}", "xx")


def test_files_dragged_over_the_panel_are_taken(opened, tmp_path):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    opened.phrases.panel.dragEnterEvent(event)
    assert event.isAccepted()


def learn(window, qtbot):
    window.phrases.learn_aside()
    qtbot.waitUntil(lambda: window.phrases.has_learnt)


def test_what_the_report_held_is_not_learnt_twice(qtbot, opened):
    learn(opened, qtbot)
    opened.phrases._place = (3, 3)
    opened.phrases._learn(opened.page.snapshot().text.split("\n")[0])
    assert opened.phrases._place == (3, 3)
    opened.phrases._learn("这一段是刚写完的。")
    assert opened.phrases._place == (-1, -1)


def test_tab_takes_the_continuation(qtbot, opened):
    learn(opened, qtbot)
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
    learn(opened, qtbot)
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


@pytest.fixture
def typing(qtbot, opened):
    """The page with the caret in a new last paragraph, completion having learnt."""
    learn(opened, qtbot)
    write_line(opened, "")
    opened.page.setFocus()
    qtbot.waitUntil(opened.page.hasFocus)
    return opened


def test_a_further_character_goes_on_and_another_one_hides(qtbot, typing):
    page, completion = typing.page, typing.phrases.completion
    type_into(page, "坚持以习近平")
    qtbot.waitUntil(lambda: completion.shown.startswith("新时代"))
    shown = completion.shown
    type_into(page, "新")
    qtbot.waitUntil(lambda: completion.shown == shown[1:])
    type_into(page, "鲜")
    assert completion.shown == ""
    assert page.snapshot().text.endswith("坚持以习近平新鲜")


def test_what_the_input_method_commits_goes_on(qtbot, typing):
    page, completion = typing.page, typing.phrases.completion
    type_into(page, "坚持以习近平")
    qtbot.waitUntil(lambda: completion.shown.startswith("新时代"))
    shown = completion.shown
    QApplication.sendEvent(page, QInputMethodEvent("xinshidai", []))
    assert completion.shown == ""
    commit = QInputMethodEvent("", [])
    commit.setCommitString("新时代")
    QApplication.sendEvent(page, commit)
    qtbot.waitUntil(lambda: completion.shown == shown[3:])


def test_the_list_is_taken_by_tab_and_by_number(qtbot, typing):
    page, completion = typing.page, typing.phrases.completion
    completion.set_mode("list")
    type_into(page, "坚持")
    qtbot.waitUntil(lambda: completion._list.isVisible())
    second = completion._shown[1]
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page.snapshot().text.endswith("坚持" + second)
    type_into(page, "，坚持")
    qtbot.waitUntil(lambda: completion._list.isVisible())
    qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    second = completion._shown[1]
    assert completion.shown == second
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.snapshot().text.endswith("，坚持" + second)


def test_keys_that_move_or_break_the_line_are_left_alone(qtbot, typing):
    page, completion = typing.page, typing.phrases.completion
    completion.set_mode("list")
    type_into(page, "坚持")
    qtbot.waitUntil(lambda: completion._list.isVisible())
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not completion._list.isVisible()
    type_into(page, "以")
    qtbot.waitUntil(lambda: completion._list.isVisible())
    before = page.snapshot().text
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.snapshot().text == before + "\n"


def test_an_empty_paragraph_is_offered_the_number_that_comes_next_there(qtbot, typing):
    page, completion = typing.page, typing.phrases.completion
    text = typing.desk.working.report.text
    at = text.index("\n", text.index("\n", text.index("2.重点支出")) - 1)
    page.go_to(at)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: completion.shown.startswith("3."))


def test_the_way_of_showing_is_kept_and_off_means_off(qtbot, typing):
    page, completion = typing.page, typing.phrases.completion
    entries = [action for menu in typing.phrases.menus for action in menu.actions()]
    assert [action.text()[:2] for action in entries] == ["不提", "灰字", "列表"]
    entries[0].trigger()
    assert typing.files.settings.completion == "off"
    type_into(page, "坚持以习近平")
    assert not completion._rest.isActive()
    assert completion.shown == ""


def test_the_list_stays_at_the_caret_where_its_paragraph_is_set_otherwise(qtbot, opened):
    learn(opened, qtbot)
    opened.phrases.completion.set_mode("list")
    write_line(opened, "进一步")
    completion = opened.phrases.completion
    opened.page.setFocus()
    completion._present(["强化", "增强"])
    before = completion._list.pos()
    cursor = opened.page.textCursor()
    block = cursor.blockFormat()
    block.setAlignment(Qt.AlignmentFlag.AlignRight)
    block.setRightMargin(0)
    cursor.setBlockFormat(block)
    if completion.shown:
        qtbot.waitUntil(lambda: completion._list.pos() != before)
        assert completion._list.x() == min(
            opened.page.cursorRect().left(), opened.page.viewport().width() - completion._list.width()
        )
