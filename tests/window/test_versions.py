"""Versions in the window: kept by themselves, compared, named, taken back whole or by paragraph."""

from dataclasses import replace
from datetime import datetime

import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMessageBox

from assistant.storage.kept_copy import encode_copy, read_body
from assistant.window.export_flow import Export
from assistant.window.version_dialog import VersionDialog, _day_and_time
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.versions import Reason, versions_of_report
from tests.window.modal import ModalAnswer, press

REPORT = "xx县2025年工作总结\n一、收入情况\n完成xx亿元，增长X%。\n二、支出情况\n完成XX亿元。"


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    return window


def reasons(window):
    return [one.head.reason for one in versions_of_report(window.desk.working)]


def fill(window, number, value):
    window.bridge.fill(window.desk.working.report.fields[number].id, value)


def in_dialog(window, action):
    answer = ModalAnswer(window, VersionDialog, action)
    window.actions_by_name["versions"].trigger()
    answer.check()


def test_versions_are_kept_before_export_and_before_values_are_read(opened, tmp_path):
    Export(opened.files, opened, opened.desk).write_to(tmp_path / "草稿.docx", draft=True, layout="公文")
    assert reasons(opened) == ["export"]
    field = opened.desk.working.report.fields[0]
    opened.sheets.edits_requested.emit([])
    opened.sheets.edits_requested.emit([FieldEdit(field.id, "青禾")])
    opened.tables.edits_requested.emit([FieldEdit(field.id, "安澜")])
    assert sorted(reasons(opened)) == ["export", "read_back"]
    assert opened.page.snapshot().text.startswith("安澜县")
    assert "青禾县2025年工作总结" in [one.head.title for one in versions_of_report(opened.desk.working)]


def test_nothing_is_kept_by_the_clock_while_nothing_has_changed(opened, qtbot):
    assert not opened.keeping.versions.keep_by_the_clock()
    fill(opened, 0, "青禾")
    assert opened.keeping.versions.keep_by_the_clock()
    qtbot.waitUntil(lambda: reasons(opened) == ["timed"])


def test_whole_version_is_taken_back_in_one_step(opened):
    opened.keeping.versions.keep(Reason.SAVED)
    before = opened.desk.working.report
    fill(opened, 0, "青禾")
    fill(opened, 1, "12.5")
    filled = opened.desk.working.report
    in_dialog(opened, lambda dialog: dialog._restore.click())
    assert opened.desk.working.report == before
    assert opened.page.snapshot().text == REPORT
    assert "已恢复所选版本" in opened.notices.text
    assert sorted(reasons(opened)) == ["restore", "saved"]
    opened.actions_by_name["undo"].trigger()
    opened.page.flush()
    assert opened.desk.working.report == filled


def test_one_paragraph_is_taken_back(opened):
    opened.keeping.versions.keep(Reason.SAVED)
    fill(opened, 0, "青禾")
    fill(opened, 3, "11")
    seen = {}

    def act(dialog):
        seen["about"] = dialog._about.text()
        seen["shown"] = dialog._view.toPlainText()
        dialog._view.anchorClicked.emit(QUrl("restore:4"))
        seen["after"] = dialog._about.text()
        dialog.accept()

    in_dialog(opened, act)
    assert "有 2 段不同" in seen["about"]
    assert "恢复此段" in seen["shown"]
    assert "完成11亿元" in seen["shown"]
    assert "有 1 段不同" in seen["after"]
    assert opened.page.snapshot().text == REPORT.replace("xx县", "青禾县")
    assert [field.value for field in opened.desk.working.report.fields] == ["青禾", "", "", ""]
    assert len(opened.page.snapshot().runs) == 4


def test_versions_get_names(opened, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" 送审稿 ", True))
    seen = []

    def act(dialog):
        seen.append(dialog._about.text())
        dialog.keep_requested.emit("初稿")
        seen.append(dialog._list.item(0).text())
        dialog._name.click()
        seen.append(dialog._list.item(0).text())
        dialog.accept()

    in_dialog(opened, act)
    assert "还没有历史版本" in seen[0]
    assert seen[1].endswith("初稿")
    assert seen[2].endswith("送审稿")
    assert reasons(opened) == ["named"]


def test_two_versions_are_compared_with_each_other(opened):
    """The earlier one stands on the left whichever was chosen; nothing can be taken back from there by paragraph."""
    opened.keeping.versions.keep(Reason.NAMED, name="初稿")
    fill(opened, 0, "青禾")
    fill(opened, 3, "11")
    opened.keeping.versions.keep(Reason.NAMED, name="送审稿")
    fill(opened, 1, "9")
    for version, seconds in zip(versions_of_report(opened.desk.working), ("59", "01"), strict=True):
        head, body = read_body(version.path)
        version.path.write_bytes(encode_copy(replace(head, when_iso=f"2026-11-21T08:00:{seconds}+08:00"), body))
    seen = []

    def act(dialog):
        for row, other in ((1, 1), (0, 2), (0, 0), (1, 2)):
            dialog._list.setCurrentRow(row)
            dialog._other.setCurrentIndex(other)
            seen.append((dialog._about.text(), dialog._view.toPlainText()))
        dialog.name_requested.emit("最早的")
        seen.append((dialog._other.currentText(), dialog._list.currentItem().text()))
        dialog.accept()

    in_dialog(opened, act)
    assert seen[0] == seen[1]
    about, shown = seen[0]
    assert about == "两个版本有 2 段不同：后来新增 4 字，删去 4 字。"
    assert shown.index("初稿") < shown.index("送审稿")
    assert shown.index("xx县") < shown.index("青禾县")
    assert "恢复此段" not in shown
    assert "与现在相比有 1 段不同" in seen[2][0]
    assert "恢复此段" in seen[2][1]
    assert seen[3][0] == "文字没有不同。"
    assert seen[4][0] == seen[4][1]
    assert seen[4][1].endswith("最早的")


def test_of_a_long_paragraph_what_is_around_the_changes_is_shown(opened):
    long = "一二三四五六七八九十" * 40
    opened.page.setFocus()
    opened.page.replace_spans([(0, 0, f"甲{long}子{long}丑{long}\n")])
    opened.page.flush()
    opened.keeping.versions.keep(Reason.NAMED, name="初稿")
    opened.page.replace_spans([(len(long) + 1, len(long) + 2, "新")])
    opened.page.flush()
    shown = []
    in_dialog(opened, lambda dialog: (shown.append(dialog._view.toPlainText()), dialog.accept()))
    assert "甲一二三四五六七八九十一……" in shown[0]
    assert "九十子一二" in shown[0]
    assert "九十新一二" in shown[0]
    assert len(shown[0]) < 600


def test_a_version_is_deleted_after_a_question_and_the_next_one_is_chosen(opened):
    for number, name in enumerate(("初稿", "二稿", "送审稿")):
        opened.keeping.versions.keep(Reason.NAMED, name=name)
        fill(opened, number, str(number + 5))
    for number, version in enumerate(versions_of_report(opened.desk.working)):
        head, body = read_body(version.path)
        version.path.write_bytes(encode_copy(replace(head, when_iso=f"2026-11-21T08:0{9 - number}:00+08:00"), body))
    seen = []

    def names(dialog):
        return [dialog._list.item(row).text()[-3:].strip("　 ") for row in range(dialog._list.count())]

    def act(dialog):
        before = names(dialog)
        for words in ("取消", "删除"):
            dialog._list.setCurrentRow(1)
            answer = ModalAnswer(dialog, QMessageBox, press(words))
            dialog._remove.click()
            answer.check()
            seen.append(names(dialog))
        assert before == seen[0]
        assert seen[1] == [before[0], before[2]]
        assert dialog.chosen.head.name == before[2]
        for _ in range(2):
            dialog.removal_requested.emit()
        assert not dialog._remove.isEnabled()
        assert dialog._view.toPlainText() == ""
        assert "还没有历史版本" in dialog._about.text()
        dialog.accept()

    in_dialog(opened, act)
    assert versions_of_report(opened.desk.working) == ()


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("2026-01-02T00:01:00", "今天 00:01"),
        ("2026-01-01T23:59:00", "昨天 23:59"),
        ("2025-12-31T08:00:00", "2025年12月31日 08:00"),
        ("2026-01-03T08:00:00", "01月03日 08:00"),
    ],
)
def test_days_are_told_as_people_say_them(qapp, when, shown):
    assert _day_and_time(datetime.fromisoformat(when), datetime(2026, 1, 2, 9)) == shown


@pytest.fixture
def with_table(window, tmp_path):
    document = Document()
    document.add_paragraph("青禾县2025年工作总结")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), ["指标", "本期", "税收", "xx亿元"], strict=True
    ):
        cell.text = words
    document.add_paragraph("二、存在问题")
    document.add_paragraph("力度不够。")
    path = tmp_path / "表.docx"
    document.save(path)
    window.files.open_path(path)
    return window


def change(window, words, new):
    start = window.page.snapshot().text.index(words)
    window.page.replace_spans([(start, start + len(words), new)])
    window.page.flush()


def test_cells_and_what_stands_behind_a_table_are_taken_back_and_the_table_stays(with_table):
    window = with_table
    first = window.desk.working.report
    window.keeping.versions.keep(Reason.NAMED, name="初稿")
    change(window, "指标", "项目")
    change(window, "xx亿元", "5亿元")
    change(window, "二、存在问题\n", "")
    change(window, "力度", "新的一段。\n力度")
    changed = window.desk.working.report
    seen = []

    def act(dialog):
        flow = window.keeping.versions
        while differing := [n for n, pair in enumerate(flow._pairs) if not pair.is_equal]:
            seen.append((flow._pairs[differing[0]].before_text, flow._pairs[differing[0]].after_text))
            dialog.paragraph_requested.emit(differing[0])
        dialog.accept()

    in_dialog(window, act)
    assert ("指标", "项目") in seen
    assert window.desk.working.report.text == first.text
    assert window.desk.working.report.tables == first.tables
    for _ in seen:
        window.page.undo()
    window.page.flush()
    assert window.desk.working.report == changed


def test_what_would_change_the_shape_of_a_table_is_taken_back_with_the_whole_alone(with_table):
    window = with_table
    window.keeping.versions.keep(Reason.NAMED, name="初稿")
    first = window.desk.working.report
    window.page.go_to(first.text.index("税收"))
    window.page.insert_characters("甲")
    QTest.keyClick(window.page, Qt.Key.Key_Return)
    window.page.flush()
    shown = []

    def act(dialog):
        shown.append(dialog._view.toPlainText())
        dialog._restore.click()

    in_dialog(window, act)
    assert "含表格或图片的增减，只能恢复整份" in shown[0]
    assert "恢复此段" not in shown[0]
    assert window.desk.working.report == first
