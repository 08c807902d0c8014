"""Unsaved work: copied while she types, offered after a crash, gone once it is saved or dropped."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from assistant.window.main_window import MainWindow
from assistant.window.recovery_dialog import RecoveryDialog
from assistant.workbench.opening import open_path
from assistant.workbench.recovering import recovered, unsaved_copies
from tests.window.modal import ModalAnswer

REPORT = "xx县2025年工作总结\n一、收入情况\n完成xx亿元，增长X%。"


@pytest.fixture
def opened(window, tmp_path):
    path = tmp_path / "范文.txt"
    path.write_text(REPORT, "utf-8")
    window.files.open_path(path)
    return window


def crash(window):
    """Let a window end as a killed process does: its session is over, its copy stays."""
    assert window.keeping.autosave.run_and_wait()
    window.keeping.autosave.session.end()


@pytest.fixture
def another(qtbot):
    def make():
        made = MainWindow()
        qtbot.addWidget(made, before_close_func=lambda w: w.desk.clear())
        made.show()
        return made

    return make


def test_a_change_is_copied_and_the_status_line_tells_when(opened, qtbot, type_chinese):
    with qtbot.waitSignal(opened.keeping.autosave.copied, timeout=5000):
        type_chinese(opened.page, "今年")
    assert opened.status_line.autosave.startswith("自动保存 ")


def test_nothing_is_copied_while_nothing_has_changed(opened):
    opened.keeping.autosave.run()
    assert opened.keeping.autosave._writer is None


def test_typing_without_a_pause_does_not_put_the_copy_off(opened, type_chinese):
    type_chinese(opened.page, "甲")
    left = opened.keeping.autosave._timer.remainingTime()
    type_chinese(opened.page, "乙")
    assert 0 < opened.keeping.autosave._timer.remainingTime() <= left


def test_unsaved_report_is_offered_and_taken_up(opened, another, type_chinese, tmp_path):
    opened.files._save_to(tmp_path / "报告.baogao")
    opened.bridge.fill(opened.desk.working.report.fields[0].id, "青禾")
    opened.page.go_to(0)
    type_chinese(opened.page, "另有xx。")
    crash(opened)
    seen = {}

    def look(dialog):
        seen["row"] = dialog._list.item(0).text()
        seen["shown"] = dialog._view.toPlainText()
        dialog.accept()

    second = another()
    answer = ModalAnswer(second, RecoveryDialog, look)
    second.keeping.recovery.offer_at_start()
    answer.check()
    assert seen["row"].startswith("报告　")
    assert "改动 1 段" in seen["row"]
    assert "青禾县2025年工作总结" in seen["shown"]
    assert second.desk.path == tmp_path / "报告.baogao"
    assert not second.desk.is_saved
    assert second.desk.working.report.text == REPORT.replace("xx县", "另有xx。青禾县", 1)
    assert len(second.desk.working.report.fields) == 4
    assert unsaved_copies() == ()
    assert open_path(tmp_path / "报告.baogao").report.text == REPORT
    second.files.save()
    second.keeping.autosave.run()
    second.keeping.end()
    assert unsaved_copies() == ()


def test_an_answer_that_is_only_typed_yet_is_copied_too(opened, another, qtbot):
    field = opened.desk.working.report.fields[1]
    opened.go_to_field(field.id)
    with qtbot.waitSignal(opened.keeping.autosave.copied, timeout=5000):
        qtbot.keyClicks(opened.fill_panel.card._value, "12.5")
    crash(opened)
    second = another()
    answer = ModalAnswer(second, RecoveryDialog, lambda dialog: dialog.accept())
    second.keeping.recovery.offer_at_start()
    answer.check()
    assert second.page.snapshot().text == REPORT
    second.go_to_field(field.id)
    assert second.fill_panel.card._value.text() == "12.5"


def test_dropped_copy_is_not_offered_again(opened, another, type_chinese):
    type_chinese(opened.page, "今年")
    crash(opened)
    (copy,) = unsaved_copies()
    assert recovered(copy).former is None
    second = another()
    answer = ModalAnswer(second, RecoveryDialog, lambda dialog: dialog._drop())
    second.keeping.recovery.offer_at_start()
    answer.check()
    assert unsaved_copies() == ()
    second.actions_by_name["recover"].trigger()
    assert second.notices.text == "没有未保存的报告。"


def test_a_copy_that_is_put_off_stays(opened, another, type_chinese):
    type_chinese(opened.page, "今年")
    crash(opened)
    second = another()
    answer = ModalAnswer(second, RecoveryDialog, lambda dialog: dialog.reject())
    second.keeping.recovery.offer_at_start()
    answer.check()
    assert len(unsaved_copies()) == 1
    assert not second.desk.has_report


def test_copy_goes_when_the_clerk_leaves_without_saving(opened, type_chinese):
    type_chinese(opened.page, "今年")
    opened.keeping.autosave.run_and_wait()
    opened.show_start_page()
    opened.keeping.autosave.end()
    assert unsaved_copies() == ()


@pytest.mark.expected_logs("not caught")
def test_after_an_error_nobody_caught_the_work_is_copied_and_told(opened, type_chinese):
    type_chinese(opened.page, "今年")
    secret = "秘密"
    try:
        raise ValueError(secret)
    except ValueError:
        opened.keeping.excepthook(*sys.exc_info())
        opened.keeping.excepthook(*sys.exc_info())
    (box,) = opened.findChildren(QMessageBox)
    assert box.isVisible()
    assert "已自动保存" in box.text()
    assert opened.keeping.autosave._has_copy
    next(button for button in box.buttons() if button.text() == "复制详情").click()
    details = QGuiApplication.clipboard().text()
    assert "ValueError" in details
    assert "秘密" not in details
    box.close()


def test_a_recovery_folder_that_cannot_be_used_is_told(opened, type_chinese, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("ASSISTANT_HOME", str(blocked))
    type_chinese(opened.page, "今年")
    assert not opened.keeping.autosave.run_and_wait()
    assert opened.status_line.autosave == "自动保存失败"
    warning = "自动保存没有写成，窗口里的内容还在，但死机或断电时会丢失。请及时手动保存，并检查系统盘是否已满。"
    assert opened.notices.text == warning
    opened.notices.tell("别的")
    opened.keeping.autosave.run()
    assert opened.notices.text == "别的"  # said once
    opened.keeping.recovery.offer_at_start()
