"""A draft that came back, as a clerk takes it: choose the file, look, tick, take over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from assistant.window.draft_dialog import DraftDialog
from assistant.workbench.exporting import export_report
from tests.window.modal import ModalAnswer
from tests.writing.filled_drafts import typed_into_controls, with_words_changed

REPORT = "青禾县2025年工作总结\n一、收入\n税收收入完成xx亿元，增长X%。各项工作稳步推进，成效明显。\n支出xx万元。\n"


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    return window


@pytest.fixture
def draft(opened, tmp_path):
    path = tmp_path / "草稿.docx"
    export_report(opened.desk.working, path, draft=True)
    return path


@pytest.fixture
def read(opened, monkeypatch):
    def run(path, action=None):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        answer = ModalAnswer(opened, DraftDialog, action) if action else None
        opened.drafts.run()
        if answer is not None:
            answer.check()

    return run


def press(dialog, text):
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def rows(tree):
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def text_of(window):
    return window.page.snapshot().text


def filled(window, draft, *values):
    ids = [field.id for field in window.desk.working.report.fields]
    return typed_into_controls(draft.read_bytes(), dict(zip(ids, values, strict=False)))


def test_values_and_ticked_words_are_taken_in_one_go(opened, draft, read):
    draft.write_bytes(with_words_changed(filled(opened, draft, "12.5", "3.4"), "成效明显", "成效十分显著"))

    def look(dialog):
        assert [[item.text(1), item.text(2)] for item in rows(dialog.values)] == [["xx", "12.5"], ["X", "3.4"]]
        assert [item.checkState(0) for item in rows(dialog.values)] == [Qt.CheckState.Checked] * 2
        assert not dialog.ticked_changes
        for item in rows(dialog.changes):
            item.setCheckState(0, Qt.CheckState.Checked)
        press(dialog, "采用打勾的项")

    read(draft, look)
    assert text_of(opened) == REPORT.strip().replace("xx亿", "12.5亿").replace("X%", "3.4%").replace(
        "成效明显", "成效十分显著"
    )
    opened.page.undo()
    opened.page.undo()
    assert text_of(opened) == REPORT.strip()


def test_what_is_not_ticked_stays(opened, draft, read):
    draft.write_bytes(with_words_changed(filled(opened, draft, "12.5", "3.4"), "成效明显", "成效显著"))

    def look(dialog):
        rows(dialog.values)[0].setCheckState(0, Qt.CheckState.Unchecked)
        press(dialog, "采用打勾的项")

    read(draft, look)
    assert text_of(opened) == REPORT.strip().replace("X%", "3.4%")


def test_settled_values_are_replaced_only_when_ticked_and_misfits_never(opened, draft, read):
    first, second, _ = opened.desk.working.report.fields
    opened.links.fill_all({first.id: "11"})
    draft.write_bytes(filled(opened, draft, "12.5", "很多很多"))

    def look(dialog):
        items = rows(dialog.values)
        assert [item.text(0) for item in items] == [first.label, second.label]
        assert [item.checkState(0) for item in items] == [Qt.CheckState.Unchecked] * 2
        assert not items[1].flags() & Qt.ItemFlag.ItemIsEnabled
        press(dialog, "取消")

    read(draft, look)
    assert "11亿元" in text_of(opened)


def test_untouched_draft_is_told_without_a_dialog(opened, draft, read):
    read(draft)
    assert "没有新填的内容" in opened.notices.text


def test_foreign_file_is_told(opened, tmp_path, read):
    (tmp_path / "x.docx").write_bytes(b"no document")
    read(tmp_path / "x.docx")
    assert "x.docx" in opened.notices.text
    assert text_of(opened) == REPORT.strip()
