"""Drafts that come back: every value to its field, whatever the colleague's program kept; changed words are told."""

import docx
import pytest

from assistant.report.errors import AssistantError
from assistant.report.fields import State
from assistant.workbench.drafts import read_draft_file
from assistant.workbench.exporting import export_report, findings_beside_fields
from assistant.workbench.official_parts import with_official
from assistant.workbench.opening import open_text
from assistant.workbench.unit_info import reused
from assistant.workbench.working import start_work
from tests.workbench.answered import answer_field
from tests.writing.filled_drafts import (
    put_into_data,
    typed_into_controls,
    with_titles_alone,
    with_words_changed,
    without_bookmarks,
    without_controls,
    without_ends_of_bookmarks,
    without_prefixes,
)

TEXT = """xx县2025年工作总结
今年以来，全县上下稳步推进各项工作，成效明显。
一、收入情况
（一）税收完成xx亿元。同比增长X%，比年初预算多xx万元。
（二）xx月xx日召开现场会，x镇作了“经验介绍”。
张xx局长、xx县领导出席。
"""
MADE_UP = {"number": "12.5", "percent": "3.4", "date": "3月5日"}


@pytest.fixture
def working():
    return start_work(open_text(TEXT))


@pytest.fixture
def values(working):
    return {
        field.id: MADE_UP.get(field.kind.value) or f"青禾{number}" for number, field in enumerate(working.report.fields)
    }


@pytest.fixture
def draft(working, tmp_path):
    export_report(working, tmp_path / "草稿.docx", draft=True)
    return (tmp_path / "草稿.docx").read_bytes()


@pytest.fixture
def back(working, tmp_path):
    def read(data, report=None):
        path = tmp_path / "回来.docx"
        path.write_bytes(data)
        return read_draft_file(report or working, path)

    return read


def told(loaded):
    return {field_id: answer.value for field_id, answer in loaded.answers.items()}


def test_untouched_draft_brings_nothing(back, draft):
    loaded = back(draft)
    assert (loaded.answers, loaded.problems, loaded.changes) == ({}, (), ())


@pytest.mark.parametrize("fill", [typed_into_controls, put_into_data])
def test_values_come_back_from_word(fill, back, draft, values):
    loaded = back(fill(draft, values))
    assert told(loaded) == values
    assert (loaded.problems, loaded.changes) == ((), ())


def test_a_marker_with_blanks_in_it_is_no_answer(back, tmp_path):
    report = start_work(open_text("工作总结\n表彰【先进　单位名称】，完成＿＿　＿＿亿元。"))
    export_report(report, tmp_path / "草稿.docx", draft=True)
    loaded = back((tmp_path / "草稿.docx").read_bytes(), report)
    assert (loaded.answers, loaded.problems, loaded.changes) == ({}, (), ())


def test_values_come_back_by_bookmarks_alone(back, draft, values):
    assert told(back(without_controls(typed_into_controls(draft, values)))) == values


@pytest.mark.parametrize("bare", [with_titles_alone, without_prefixes])
def test_values_come_back_by_title_or_binding_alone_when_the_words_around_are_others(bare, back, tmp_path):
    report = start_work(open_text("工作总结\n全年收入xx亿元。"))
    export_report(report, tmp_path / "草稿.docx", draft=True)
    (field,) = report.report.fields
    filled = bare(typed_into_controls((tmp_path / "草稿.docx").read_bytes(), {field.id: "135"}))
    for old, new in (("全年收入", "到十二月底一共收到"), ("亿元。", "个亿，好于预期。")):
        filled = with_words_changed(filled, old, new)
    assert told(back(filled, report)) == {field.id: "135"}


def test_bookmarks_without_an_end_bring_nothing_wrong(back, draft, values):
    loaded = back(without_ends_of_bookmarks(without_controls(typed_into_controls(draft, values))))
    assert (told(loaded), loaded.problems) == (values, ())


def test_values_come_back_by_the_words_around_them(back, draft, values):
    bare = without_bookmarks(without_controls(typed_into_controls(draft, values)))
    assert told(back(bare)) == values


@pytest.mark.parametrize("fill", [typed_into_controls, put_into_data])
def test_values_come_back_from_libreoffice(fill, back, draft, values, soffice, tmp_path):
    path = tmp_path / "filled.docx"
    path.write_bytes(fill(draft, values))
    loaded = back(soffice(path, "docx").read_bytes())
    assert told(loaded) == values
    assert (loaded.problems, loaded.changes) == ((), ())


def test_stale_values_come_back_only_where_they_changed(back, values, tmp_path):
    report = reused(start_work(open_text("青禾县2025年工作总结\n全年办理事项120件，增长3.5%。\n")))
    export_report(report, tmp_path / "草稿.docx", draft=True)
    data = (tmp_path / "草稿.docx").read_bytes()
    stale = [one for one in report.report.fields if one.state is State.STALE]
    field = next(one for one in stale if one.value == "120")
    assert len(stale) > 1
    assert told(back(typed_into_controls(data, {field.id: "135"}), report)) == {field.id: "135"}


def test_different_values_for_one_field_are_told_and_not_taken(back, draft, working):
    field = next(one for one in working.report.fields if len(one.occurrences) > 1)
    filled = put_into_data(typed_into_controls(draft, {field.id: "甲"}), {field.id: "乙"})
    loaded = back(filled)
    assert loaded.answers == {}
    assert len(loaded.problems) == 1
    assert "甲" in loaded.problems[0]
    assert "乙" in loaded.problems[0]


def test_changed_words_are_told_with_their_place(back, draft, values, working):
    filled = with_words_changed(typed_into_controls(draft, values), "同比增长", "比上年同期增长")
    loaded = back(with_words_changed(filled, "成效明显", "成效显著"))
    assert told(loaded) == values
    text = working.report.text
    for change in reversed(loaded.changes):
        text = text[: change.start] + change.new + text[change.end :]
    assert text == working.report.text.replace("同比增长", "比上年同期增长").replace("明显", "显著")


def test_new_and_dropped_paragraphs_are_told(back, draft, working):
    new = with_words_changed(draft, "（一）税收", "新加一段话。</w:t></w:r></w:p><w:p><w:r><w:t>（一）税收")
    added = back(new).changes
    assert [(change.old, change.new) for change in added] == [("", "\n新加一段话。")]
    changes = back(with_words_changed(draft, "今年以来，全县上下稳步推进各项工作，成效明显。", "")).changes
    assert [change.old for change in changes] == ["今年以来，全县上下稳步推进各项工作，成效明显。"]


def test_fields_filled_meanwhile_are_no_changed_words(back, draft, values, working):
    field = working.report.fields[1]
    report, _ = answer_field(working, field.id, "77")
    loaded = back(typed_into_controls(draft, values), report)
    assert told(loaded) == values
    assert loaded.changes == ()


def test_foreign_document_is_refused(back, tmp_path):
    export_report(start_work(open_text("另一份报告\n完成xx件事项。\n")), tmp_path / "other.docx", draft=True)
    with pytest.raises(AssistantError) as caught:
        back((tmp_path / "other.docx").read_bytes())
    assert caught.value.code == "draft.foreign"


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"", b"no document"])
def test_broken_file_is_refused(back, data):
    with pytest.raises(AssistantError):
        back(data)


def test_comments_head_imprint_and_attachments_are_no_changes(tmp_path):
    end = [
        "截止目前，各项任务已经完成。",
        "附件：任务清单",
        "青禾县财政局",
        "2026年1月8日",
        "附件",
        "任务清单",
        "共3项。",
    ]
    text = TEXT + "\n".join(end)
    parts = {"organ": "青禾县财政局文件", "number": "青财〔2026〕5号", "signer": "王某", "issuer": "青禾县财政局"}
    working = with_official(start_work(open_text(text)), parts)
    path = tmp_path / "草稿.docx"
    export_report(working, path, draft=True, comments=True)
    assert len(docx.Document(path).comments) == len(findings_beside_fields(working)) > 0
    back = read_draft_file(working, path)
    assert back.changes == ()
    assert told(back.loaded) == {}


@pytest.mark.parametrize(
    ("name", "draft", "code"), [("a.pdf", True, "comments.name"), ("a.docx", False, "comments.final")]
)
def test_comments_go_into_word_drafts_alone(name, draft, code, working, tmp_path):
    with pytest.raises(AssistantError) as raised:
        export_report(working, tmp_path / name, draft=draft, comments=True, paint_pdf=lambda _pages: b"")
    assert raised.value.code == code
    assert not (tmp_path / name).exists()
