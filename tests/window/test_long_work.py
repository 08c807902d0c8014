"""Long work given up while it is done: nothing is written, nothing is changed, and it is said so."""

import threading

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog

from assistant.window import waiting
from assistant.window.export_flow import Export
from assistant.window.long_list import LongList
from assistant.window.mask_dialog import MaskDialog
from assistant.window.version_dialog import VersionDialog
from assistant.window.waiting import Waiting
from assistant.workbench.exporting import export_report
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.sheets import write_sheet_file
from assistant.workbench.versions import Reason, versions_of_report
from tests.window.modal import ModalAnswer, press

REPORT = "xx县2025年工作总结\n一、收入情况\n完成税收收入xx亿元，增长X%。\n二、支出情况\n支出XX亿元，用于12所学校。"


@pytest.fixture
def opened(window, tmp_path, monkeypatch):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    monkeypatch.setattr(waiting, "SHORT", 0)
    return window


@pytest.fixture
def given_up(opened, monkeypatch):
    """Return what does something that the clerk cancels while it is waited for, and lets its thread end."""
    run, may_go_on = Waiting.run, threading.Event()
    monkeypatch.setattr(waiting, "_PATIENCE", 0)

    def held(self, work):
        return run(self, lambda: may_go_on.wait(10) and work())

    def act(action, how=lambda dialog: dialog.canceled.emit()):
        monkeypatch.setattr(Waiting, "run", held)
        answer = ModalAnswer(opened, QProgressDialog, how)
        action()
        answer.check()
        may_go_on.set()
        for thread in threading.enumerate():
            if thread.name == "waiting":
                thread.join(10)

    return act


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))


def state(window):
    window.page.flush()
    return window.desk.working, window.page.can_undo


@pytest.mark.parametrize("there", [False, True])
def test_sheets_that_are_given_up_are_not_written(opened, given_up, monkeypatch, tmp_path, there):
    path = tmp_path / "表.xlsx"
    fields = opened.desk.working.report.fields
    opened.bridge.edit_fields([FieldEdit(one.id, source=f"科室{number}") for number, one in enumerate(fields)])
    if there:
        path.write_bytes(b"former")
    choose(monkeypatch, path)
    asked = ModalAnswer(opened, waiting.QWidget, lambda box: press("每科室一份")(box))
    given_up(opened.sheets.write)
    asked.check()
    assert [one.name for one in tmp_path.glob("*.xlsx")] == (["表.xlsx"] if there else [])
    assert not there or path.read_bytes() == b"former"
    assert opened.notices.text == "已取消导出采集表，没有写入文件；同名的原有文件没有改动。"


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt"])
def test_an_export_that_is_given_up_leaves_the_former_file(opened, given_up, monkeypatch, tmp_path, suffix):
    path = tmp_path / f"草稿{suffix}"
    path.write_bytes(b"former")
    monkeypatch.setattr(opened.files, "confirmed", lambda _question: True)
    export = Export(opened.files, opened, opened.desk)
    given_up(lambda: export.write_to(path, draft=True, layout="公文"))
    assert path.read_bytes() == b"former"
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["范文.txt", path.name])
    assert opened.notices.text.startswith("已取消导出，没有写入")


@pytest.mark.parametrize("kind", ["sheet", "draft", "table"])
def test_what_is_read_no_further_changes_nothing(opened, given_up, monkeypatch, tmp_path, kind):
    path = tmp_path / ("来.docx" if kind == "draft" else "来.xlsx")
    if kind == "draft":
        export_report(opened.desk.working, path, draft=True)
    else:
        write_sheet_file(opened.desk.working, path)
    choose(monkeypatch, path)
    before = state(opened)
    given_up({"sheet": opened.sheets.read, "draft": opened.drafts.run, "table": opened.tables.run}[kind])
    assert state(opened) == before
    assert opened.notices.text == "已取消读取，报告没有改动。"


def test_a_sample_that_is_given_up_is_not_written(opened, given_up, monkeypatch, tmp_path):
    path = tmp_path / "范文二.docx"
    choose(monkeypatch, path)
    asked = ModalAnswer(opened, MaskDialog, lambda dialog: dialog.accept())
    run = Waiting.run
    monkeypatch.setattr(
        Waiting, "run", lambda self, work: given_up_at_last(self, work) if "另存" in self._words else run(self, work)
    )
    stopped = []

    def given_up_at_last(self, work):
        stopped.append(self._words)
        self._give_up()
        with pytest.raises(waiting.WaitGivenUpError):
            work()
        raise waiting.WaitGivenUpError

    opened.masks.run()
    asked.check()
    assert stopped
    assert not path.exists()
    assert opened.notices.text.startswith("已取消，没有另存范文")


@pytest.mark.parametrize("which", ["compare", "restore"])
def test_a_version_that_is_given_up_changes_nothing(opened, given_up, which):
    opened.keeping.versions.keep(Reason.NAMED, name="初稿")
    opened.bridge.fill(opened.desk.working.report.fields[0].id, "青禾")
    before, said = state(opened), []

    def look(dialog):
        if which == "restore":
            given_up(dialog._restore.click)
        else:
            given_up(lambda: dialog.comparison_requested.emit())
        said.append(dialog._about.text())
        dialog.accept()

    answer = ModalAnswer(opened, VersionDialog, look)
    opened.keeping.versions.run()
    answer.check()
    assert said == ["已取消，报告没有改动。"]
    assert state(opened) == before


def test_reuse_that_is_given_up_leaves_the_report(opened, given_up):
    before = state(opened)
    given_up(opened.files.reuse)
    assert state(opened) == before
    assert opened.notices.text == "已取消，没有新建报告。"


def test_a_file_that_is_opened_no_further_leaves_the_report(opened, given_up, tmp_path):
    path = tmp_path / "长.txt"
    path.write_text(REPORT * 1000, "utf-8")
    before = state(opened)
    given_up(lambda: opened.files.open_path(path))
    assert state(opened) == before
    assert opened.notices.text == "已取消打开“长.txt”。"


@pytest.mark.parametrize("way", ["escape", "close"])
def test_what_is_waited_for_is_given_up_by_escape_and_by_closing_too(opened, given_up, way):
    def leave(dialog):
        if way == "close":
            QApplication.sendEvent(dialog, QCloseEvent())
        else:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(dialog, waiting.QKeyEvent(kind, Qt.Key.Key_Escape, Qt.KeyboardModifier(0)))

    given_up(opened.files.reuse, leave)
    assert opened.notices.text == "已取消，没有新建报告。"


def test_a_version_is_kept_before_a_draft_is_taken(opened):
    opened.drafts.taking.emit()
    (kept,) = versions_of_report(opened.desk.working)
    assert kept.head.reason == "read_back"


def test_a_long_list_is_filled_in_parts(window, qtbot):
    shown = LongList(window, "各项")
    shown.show_rows([(f"第 {number} 项", number) for number in range(1000)])
    assert 0 < shown.count() < 1000
    qtbot.waitUntil(lambda: shown.count() == 1000)
    last = shown.item(999)
    assert (last.text(), last.toolTip(), last.data(Qt.ItemDataRole.UserRole)) == ("第 999 项", "第 999 项", 999)
    assert shown.indexAt(QPoint(2, 2)).row() == 0
