"""A damaged report file, and forgetting what the program remembers."""

import pytest
from PySide6.QtWidgets import QMessageBox

from assistant.storage.answer_book import AnswerBook, load_answer_book, save_answer_book
from assistant.storage.check_choices import CheckChoices, load_check_choices, save_check_choices
from assistant.storage.folders import data_folder
from assistant.storage.report_file import load_report
from assistant.window.phrase_review_dialog import PhraseReviewDialog
from assistant.window.traces_flow import TracesDialog
from assistant.workbench.builtin_phrases import open_own_library
from assistant.workbench.imported import imported_reports
from assistant.workbench.opening import open_text
from assistant.workbench.preferences import load_settings
from assistant.workbench.recovering import head_of, start_session
from assistant.workbench.traces import OWN_WORK, Trace, bytes_of
from assistant.workbench.versions import versions_of_report
from tests.window.modal import ModalAnswer, press

REPORT = "xx县2025年工作总结\n一、收入情况\n完成xx亿元，增长X%。"


@pytest.fixture
def target(tmp_path):
    return tmp_path / "报告.baogao"


@pytest.fixture
def saved(window, target):
    window.files._put(open_text(REPORT), None)
    window.bridge.fill(window.desk.working.report.fields[0].id, "青禾")
    assert window.files._save_to(target)
    return window


def damage(path):
    data = path.read_bytes()
    path.write_bytes(data[: data.index("增长".encode())])


def press_starting_with(words, seen):
    def act(box):
        seen.append([button.text() for button in box.buttons()])
        next(button for button in box.buttons() if button.text().startswith(words)).click()

    return act


def test_what_can_be_read_of_a_damaged_file_is_opened(saved, target):
    saved.show_start_page()
    damage(target)
    damaged, seen = target.read_bytes(), []
    answer = ModalAnswer(saved, QMessageBox, press_starting_with("打开能读出的内容", seen))
    assert saved.files.open_path(target)
    answer.check()
    assert len(seen[0]) == 3
    assert saved.page.snapshot().text == "青禾县2025年工作总结\n一、收入情况\n完成xx亿元，"
    assert [field.label for field in saved.desk.working.report.fields][-1:] != []
    assert (saved.desk.path, saved.desk.is_saved) == (None, False)
    assert target.read_bytes() == damaged


def test_the_latest_good_version_is_opened(saved, target, tmp_path):
    former = saved.desk.working.report
    saved.show_start_page()
    target.write_bytes(b"\0" * 100)
    seen = []
    answer = ModalAnswer(saved, QMessageBox, press_starting_with("打开完好的版本", seen))
    assert saved.files.open_path(target)
    answer.check()
    assert len(seen[0]) == 2
    assert saved.desk.working.report == former
    assert len(versions_of_report(saved.desk.working)) == 1
    assert saved.files._save_to(tmp_path / "新.baogao")
    assert load_report(tmp_path / "新.baogao").report == former


def test_nothing_is_opened_when_called_off_or_when_nothing_is_left(saved, target, tmp_path):
    saved.show_start_page()
    damage(target)
    answer = ModalAnswer(saved, QMessageBox, press("取消"))
    assert not saved.files.open_path(target)
    answer.check()
    assert not saved.desk.has_report
    other = tmp_path / "别的.baogao"
    other.write_bytes(b"\0" * 100)
    assert not saved.files.open_path(other)
    assert "已损坏" in saved.notices.text


def test_a_newer_file_is_not_called_damaged(saved, target):
    target.write_bytes(target.read_bytes().replace(b'"version": 1', b'"version": 99'))
    assert not saved.files.open_path(target)
    assert "更新的版本" in saved.notices.text


def test_keys_of_a_newer_program_go_through_the_window(saved, target):
    text = target.read_text("utf-8")
    target.write_text(text.replace('{\n "format"', '{\n "将来": [1, {"a": null}],\n "format"', 1), "utf-8")
    assert saved.files.open_path(target)
    saved.bridge.fill(saved.desk.working.report.fields[1].id, "12")
    assert saved.files.save()
    assert load_report(target).extra["将来"] == [1, {"a": None}]


def test_traces_are_removed_as_ticked(saved, target):
    session = start_session()
    from assistant.storage.kept_copy import encode_copy
    from assistant.storage.recovery import copy_path, unsaved_copies, write_unsaved
    from assistant.storage.report_file import encode_report

    body = encode_report(load_report(target))
    write_unsaved(copy_path(session), encode_copy(head_of(saved.desk.working, "unsaved", path=None), body))
    session.end()
    assert bytes_of(Trace.VERSIONS) > 0
    assert bytes_of(Trace.RECOVERY) > len(body)

    def tick(dialog, *wanted):
        for trace, box in dialog._boxes.items():
            box.setChecked(trace in wanted)

    answer = ModalAnswer(saved, TracesDialog, lambda dialog: (tick(dialog, Trace.RECENT), dialog._remove.click()))
    saved.actions_by_name["traces"].trigger()
    answer.check()
    assert load_settings().recent == ()
    assert len(versions_of_report(saved.desk.working)) == 1
    answer = ModalAnswer(saved, TracesDialog, lambda dialog: (tick(dialog, *Trace), dialog._remove.click()))
    saved.actions_by_name["traces"].trigger()
    answer.check()
    assert versions_of_report(saved.desk.working) == ()
    assert unsaved_copies() == ()
    assert target.exists()
    assert saved.notices.text == "已清除所选痕迹。"

    def look(dialog):
        tick(dialog)
        assert not dialog._remove.isEnabled()
        dialog.reject()

    answer = ModalAnswer(saved, TracesDialog, look)
    saved.actions_by_name["traces"].trigger()
    answer.check()


def test_the_clerks_own_entries_are_apart_and_go_only_when_ticked(saved):
    save_check_choices(CheckChoices(("word-near",), (("word-doubled", "天天"),), (("阀值", "阈值"),)))
    save_answer_book(AnswerBook(county="青禾县", unit="青禾县财政局"))
    saved.proofing.read_choices_again()
    seen = {}

    def forget(*wanted):
        def choose(dialog):
            for trace, box in dialog._boxes.items():
                seen[trace] = (box.text(), box.isChecked())
                box.setChecked(trace in wanted)
            dialog._remove.click()

        answer = ModalAnswer(saved, TracesDialog, choose)
        saved.actions_by_name["traces"].trigger()
        answer.check()

    forget(Trace.LOGS, Trace.OWN_WORDS)
    assert [seen[trace] for trace in OWN_WORK] == [
        ("检查中选过“不再提示”的词语，共 1 条", False),
        ("自己添加的词表，共 1 条", False),
        ("单位信息（单位、地区、领导姓名等），共 2 条", False),
    ]
    assert load_check_choices() == CheckChoices(("word-near",), (("word-doubled", "天天"),))
    assert saved.proofing._choices == load_check_choices()
    assert load_answer_book().county == "青禾县"
    forget(Trace.LEFT_ALONE, Trace.ANSWER_BOOK)
    assert load_check_choices() == CheckChoices(("word-near",)) == saved.proofing._choices
    assert load_answer_book() == AnswerBook()


def test_imported_reports_are_forgotten_and_stars_stay(saved, tmp_path, qtbot):
    """Not a word of them is left in any file; the dialog says how many there are."""
    own = "切实加强碧螺湖治理，推动沿湖产业高质量发展。"
    (tmp_path / "碧螺湖.txt").write_text(f"碧螺湖工作总结\n一、主要做法\n{own}\n", "utf-8")
    review = ModalAnswer(saved, PhraseReviewDialog, lambda dialog: dialog.accept())
    saved.phrases.intake.import_paths([tmp_path / "碧螺湖.txt"])
    review.check()
    library = saved.phrases._opened()
    starred = saved.phrases._find("责任", "")[0]
    library.pin_phrase(starred.id, pinned=True)
    own_phrase = next(one for one in saved.phrases._find("碧螺湖", ""))
    library.pin_phrase(own_phrase.id, pinned=True)
    seen = []

    def forget(dialog):
        for trace, box in dialog._boxes.items():
            box.setChecked(trace is Trace.LIBRARY)
            seen.append(box.text())
        dialog._remove.click()

    answer = ModalAnswer(saved, TracesDialog, forget)
    saved.actions_by_name["traces"].trigger()
    answer.check()
    assert [text for text in seen if text.endswith("，共 1 份")]
    assert imported_reports() == ()
    assert saved.phrases._find("碧螺湖", "") == []
    assert saved.phrases._find("责任", "")[0].text == starred.text
    saved.phrases.close()
    left = [path for path in data_folder().rglob("*") if path.is_file()]
    assert left
    assert [path for path in left if "碧螺湖".encode() in path.read_bytes()] == []


def test_a_library_that_another_window_has_open_is_told(saved):
    other = open_own_library()
    try:
        saved.keeping.traces._remove({Trace.LIBRARY})
    finally:
        other.close()
    assert saved.notices.text == (
        "短语库“短语库.sqlite”正被另一个窗口使用，其中导入的材料没有清除。请关闭其他报告助手窗口后再试。"
    )
    saved.phrases.close()
