"""Saving where something is in the way: the text stays, the reason is told, another place is offered."""

import errno
import json
import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QMessageBox

from assistant.workbench.opening import open_path, open_text
from assistant.workbench.saving import holder_of
from tests.window.modal import ModalAnswer, press

REPORT = "xx县2025年工作总结\n一、收入情况\n完成xx亿元，增长X%。"


@pytest.fixture
def target(tmp_path):
    return tmp_path / "报告.baogao"


@pytest.fixture
def saved(window, tmp_path, target):
    source = tmp_path / "范文.txt"
    source.write_text(REPORT, "utf-8")
    window.files.open_path(source)
    assert window.files._save_to(target)
    return window


def fill(window, value="青禾"):
    window.bridge.fill(window.desk.working.report.fields[0].id, value)


def write_as_somebody_else(path):
    document = json.loads(path.read_text("utf-8"))
    document["report"]["text"][1] = "一、支出情况"
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def saying(words, seen):
    def act(box):
        seen.append(box.text())
        press(words)(box)

    return act


def test_what_somebody_else_wrote_is_not_replaced_without_asking(saved, target):
    write_as_somebody_else(target)
    fill(saved)
    theirs, seen = target.read_bytes(), []
    answer = ModalAnswer(saved, QMessageBox, saying("取消", seen))
    assert not saved.files.save()
    answer.check()
    assert "被别人改动过" in seen[0]
    assert target.read_bytes() == theirs
    assert not saved.desk.is_saved
    answer = ModalAnswer(saved, QMessageBox, press("覆盖"))
    assert saved.files.save()
    answer.check()
    assert open_path(target).report.text == REPORT.replace("xx县", "青禾县")
    fill(saved, "安澜")
    assert saved.files.save()


def test_another_place_is_offered(saved, target, tmp_path, monkeypatch):
    write_as_somebody_else(target)
    fill(saved)
    theirs, other = target.read_bytes(), tmp_path / "另存.baogao"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    former_id = saved.desk.working.extra["id"]
    answer = ModalAnswer(saved, QMessageBox, press("另存为…"))
    assert saved.files.save()
    answer.check()
    assert (saved.desk.path, target.read_bytes()) == (other, theirs)
    assert saved.desk.working.extra["id"] != former_id


def test_saving_as_the_same_file_does_not_replace_what_somebody_else_wrote_there(saved, target, monkeypatch):
    write_as_somebody_else(target)
    fill(saved)
    theirs, seen = target.read_bytes(), []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer = ModalAnswer(saved, QMessageBox, saying("取消", seen))
    assert not saved.files.save_as()
    answer.check()
    assert "被别人改动过" in seen[0]
    assert target.read_bytes() == theirs


@pytest.mark.parametrize(("words", "is_replaced"), [("取消", False), ("覆盖", True)])
def test_saving_as_a_report_that_somebody_works_on_asks_first(saved, target, tmp_path, monkeypatch, words, is_replaced):
    other = tmp_path / "同事.baogao"
    other.write_bytes(target.read_bytes())
    lock_of_somebody_else(other)
    fill(saved)
    theirs, seen = other.read_bytes(), []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    answer = ModalAnswer(saved, QMessageBox, saying(words, seen))
    assert saved.files.save_as() == is_replaced
    answer.check()
    assert "正由 李 在电脑 BANGONG-2 上编辑" in seen[0]
    assert (other.read_bytes() != theirs) == is_replaced
    assert (saved.desk.path == other) == is_replaced


def test_a_file_that_is_gone_is_written_again_and_that_is_told(saved, target):
    told = []
    saved.files.told.connect(lambda words, _wrong: told.append(words))
    target.rename(target.with_name("改名.baogao"))
    fill(saved)
    assert saved.files.save()
    assert target.exists()
    assert saved.files.save()
    assert told == [
        "原来的“报告.baogao”已不在（可能被移动、改名或删除），现已重新保存一份。",
        "已保存到“报告.baogao”。",
    ]


def test_a_stick_that_was_pulled_out_takes_the_report_when_it_is_back(saved, target, tmp_path):
    fill(saved)
    away = tmp_path.rename(tmp_path.with_name("拔出"))
    answer = ModalAnswer(saved, QMessageBox, press("取消"))
    assert not saved.files.save()
    answer.check()
    away.rename(tmp_path)
    assert saved.files.save()
    assert open_path(target).report.text == REPORT.replace("xx县", "青禾县")


def test_a_folder_in_the_place_of_the_report_is_told(saved, target):
    target.unlink()
    target.mkdir()
    fill(saved)
    seen = []
    answer = ModalAnswer(saved, QMessageBox, saying("取消", seen))
    assert not saved.files.save()
    answer.check()
    assert seen == ["“报告.baogao”是文件夹，不是文件，没有读写。请选择其中的文件，或换一个名字。"]


def test_a_name_that_no_system_has_is_told(saved):
    told = []
    saved.files.told.connect(lambda words, _wrong: told.append(words))
    assert not saved.files.open_path(Path("总结\0.docx"))
    assert "系统不允许用" in told[0]


def test_more_than_can_be_pasted_at_once_is_told(saved):
    offered = QMimeData()
    offered.setText("正文" * 150_001)
    before = saved.page.snapshot().text
    saved.page.insertFromMimeData(offered)
    assert saved.page.snapshot().text == before
    assert saved.notices.text == (
        "要粘贴的内容有 300002 字，超过一次 300000 字的上限，没有粘贴。请分几次粘贴，或存成文件后打开。"
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EACCES, "没有权限"),
        (errno.EROFS, "只读"),
        (errno.ENOENT, "文件夹不存在"),
        (errno.ENAMETOOLONG, "太长"),
        (errno.EIO, "可能已拔出或断网"),
        (errno.ENOLCK, "没有写成"),
    ],
)
def test_every_failure_has_a_sentence_and_the_text_stays(saved, target, monkeypatch, number, words):
    fill(saved)
    before, seen = target.read_bytes(), []
    real = os.replace

    def replace(source, to):
        if Path(to).name == target.name:
            raise OSError(number, "no")
        real(source, to)

    answer = ModalAnswer(saved, QMessageBox, saying("取消", seen))
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        assert not saved.files.save()
    answer.check()
    assert words in seen[0]
    assert target.read_bytes() == before
    assert saved.page.snapshot().text == REPORT.replace("xx县", "青禾县")
    assert not saved.desk.is_saved
    assert saved.files.save()


def test_a_name_that_windows_forbids_is_told(saved, tmp_path):
    seen = []
    answer = ModalAnswer(saved, QMessageBox, saying("取消", seen))
    assert not saved.files._save_to(tmp_path / "总结:初稿.baogao")
    answer.check()
    assert "系统不允许用“总结:初稿.baogao”作文件名" in seen[0]


def test_a_read_only_file_is_told_and_stays(saved, target):
    fill(saved)
    before, seen = target.read_bytes(), []
    target.chmod(0o444)
    answer = ModalAnswer(saved, QMessageBox, saying("取消", seen))
    assert not saved.files.save()
    answer.check()
    assert "只读" in seen[0]
    assert target.read_bytes() == before


def test_a_name_that_is_too_long_and_a_folder_that_is_gone_are_told(saved, tmp_path):
    seen = []
    for path in (tmp_path / ("长" * 100 + ".baogao"), tmp_path / "无" / "a.baogao"):
        answer = ModalAnswer(saved, QMessageBox, saying("取消", seen))
        assert not saved.files._save_to(path)
        answer.check()
    assert "太长" in seen[0]
    assert "文件夹不存在" in seen[1]
    assert saved.page.snapshot().text == REPORT


def lock_of_somebody_else(path):
    holder = {"user": "李", "host": "BANGONG-2", "session": "77", "when_iso": "2026-01-01T08:00:00+08:00"}
    path.with_name(f".~lock.{path.name}#").write_text(json.dumps(holder), "utf-8")


@pytest.fixture
def locked(window, target):
    from assistant.workbench.exporting import save_working
    from assistant.workbench.working import start_work

    save_working(start_work(open_text(REPORT)), target)
    lock_of_somebody_else(target)
    return window


def test_open_report_is_locked_and_released(saved, target):
    assert holder_of(target, "another").session == saved.keeping.autosave.session.id
    saved.show_start_page()
    assert holder_of(target, "another") is None
    saved.files.open_path(target)
    assert holder_of(target, "another") is not None
    saved.keeping.end()
    assert holder_of(target, "another") is None


def test_a_report_that_somebody_works_on_is_opened_as_a_copy(locked, target, tmp_path, monkeypatch):
    before, seen = target.read_bytes(), []
    answer = ModalAnswer(locked, QMessageBox, saying("打开副本", seen))
    assert locked.files.open_path(target)
    answer.check()
    assert "李" in seen[0]
    assert "BANGONG-2" in seen[0]
    assert (locked.desk.path, locked.desk.is_saved) == (None, False)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "副本.baogao"), ""))
    assert locked.files.save()
    assert target.read_bytes() == before


def test_a_report_that_somebody_works_on_is_opened_read_only(locked, target, tmp_path, monkeypatch):
    before = target.read_bytes()
    answer = ModalAnswer(locked, QMessageBox, press("只读打开"))
    assert locked.files.open_path(target)
    answer.check()
    assert locked.page.isReadOnly()
    assert not locked.fill_panel.isEnabled()
    assert "（只读）" in locked.windowTitle()
    assert holder_of(target, "x").host == "BANGONG-2"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "另存.baogao"), ""))
    assert locked.files.save()
    assert not locked.page.isReadOnly()
    assert target.read_bytes() == before


def test_a_lock_that_nobody_touches_is_said_to_be_idle(locked, target):
    lock, seen = target.with_name(f".~lock.{target.name}#"), []
    for age in (60, 3 * 3600):
        os.utime(lock, (time.time() - age,) * 2)
        answer = ModalAnswer(locked, QMessageBox, saying("取消", seen))
        locked.files.open_path(target)
        answer.check()
    assert "没有动静" not in seen[0]
    assert "180 分钟没有动静" in seen[1]


def test_the_lock_of_an_open_report_is_touched(saved, target):
    lock = target.with_name(f".~lock.{target.name}#")
    os.utime(lock, (0, 0))
    saved.keeping.locks._touch()
    assert time.time() - lock.stat().st_mtime < 60


def test_opening_can_be_called_off_or_insisted_on(locked, target):
    answer = ModalAnswer(locked, QMessageBox, press("取消"))
    assert not locked.files.open_path(target)
    answer.check()
    assert not locked.desk.has_report
    answer = ModalAnswer(locked, QMessageBox, press("仍要编辑"))
    assert locked.files.open_path(target)
    answer.check()
    assert locked.desk.path == target
    assert holder_of(target, "x").host != "BANGONG-2"
