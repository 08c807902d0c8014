from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.report.model import Report
from assistant.storage.kept_copy import read_copy
from assistant.workbench.comparing import paired_paragraphs
from assistant.workbench.identity import with_id
from assistant.workbench.opening import open_path, open_text, opened_from
from assistant.workbench.saving import save_checked
from assistant.workbench.versions import (
    Reason,
    keep,
    load_version,
    paragraph_replacement,
    versions_of_report,
    whole_replacement,
)
from assistant.workbench.working import WorkingReport, start_work, with_report
from tests.report.filled import fill_field
from tests.storage.strategies import saved_reports


def work(text: str) -> WorkingReport:
    return with_id(start_work(open_text(text)))


def replaced(present: Report, former: Report, index: int) -> str:
    pairs = paired_paragraphs(former.text, present.text)
    one = paragraph_replacement(present, former, pairs, index)
    for run in one.runs:
        assert one.text[run.start : run.end]
    return present.text[: one.start] + one.text + present.text[one.end :]


def test_saving_keeps_what_was_there_and_what_is_there(tmp_path):
    path = tmp_path / "a.baogao"
    working = work("xx县工作总结\n完成xx项。")
    first = save_checked(working, path, known_digest=None)
    other = with_report(working, fill_field(working.report, working.report.fields[0].id, "青禾"))
    save_checked(other, path, known_digest=first.digest)
    # what the first saving wrote is a version already, and is not kept twice
    assert [one.head.reason for one in versions_of_report(other)] == ["saved", "saved"]
    theirs = (
        path.read_bytes().replace("青禾县".encode(), "安澜县".encode()).replace('"青禾"'.encode(), '"安澜"'.encode())
    )
    path.write_bytes(theirs)
    save_checked(other, path, known_digest=None)
    former = [one for one in versions_of_report(other) if one.head.reason == "former"]
    assert [read_copy(one.path)[1].report.text[:3] for one in former] == ["安澜县"]
    assert open_path(path).report == other.report


@settings(max_examples=25)
@given(saved_reports)
def test_any_report_is_the_same_after_saving_and_opening(tmp_path_factory, saved):
    path = tmp_path_factory.mktemp("any") / "a.baogao"
    working = with_id(start_work(opened_from(saved, "")), new=True)
    save_checked(working, path, known_digest=None)
    again = start_work(open_path(path))
    assert again.report == saved.report
    assert again.extra == working.extra
    assert load_version(versions_of_report(working)[0]).report == saved.report


def test_a_file_that_is_no_report_is_replaced_without_a_version(tmp_path):
    path = tmp_path / "a.baogao"
    path.write_bytes(b"garbage")
    working = work("xx县工作总结")
    save_checked(working, path, known_digest=None)
    assert [one.head.reason for one in versions_of_report(working)] == ["saved"]


def test_kept_version_comes_back():
    working = work("xx县工作总结\n完成xx项。")
    assert keep(working, Reason.NAMED, path=None, name="初稿")
    (version,) = versions_of_report(working)
    assert version.head.name == "初稿"
    assert load_version(version).report == working.report


def test_a_paragraph_is_taken_back_brought_back_or_taken_out():
    former = Report("标题\n第一段说的是收入情况。\n第二段说的是支出。\n结尾")
    changed = Report("标题\n第一段说的是全年收入情况。\n新来的内容在这里\n结尾")
    pairs = paired_paragraphs(former.text, changed.text)
    assert [(pair.before, pair.after) for pair in pairs][:2] == [(0, 0), (1, 1)]
    assert replaced(changed, former, 1) == changed.text.replace("全年", "")
    removed = next(n for n, pair in enumerate(pairs) if pair.after is None)
    assert replaced(changed, former, removed).count("第二段说的是支出。") == 1
    new = next(n for n, pair in enumerate(pairs) if pair.before is None)
    assert "新来的" not in replaced(changed, former, new)
    assert replaced(changed, former, new).count("\n") == 2


few_lines = st.lists(st.text("甲乙丙丁12", max_size=8), min_size=1, max_size=6).map("\n".join)


@given(few_lines, few_lines, st.integers(0, 20))
def test_taking_back_one_pair_touches_no_other(before, after, number):
    pairs = paired_paragraphs(before, after)
    index = number % len(pairs)
    expected = []
    for at, pair in enumerate(pairs):
        if at == index:
            expected += [] if pair.before is None else [pair.before_text]
        elif pair.after is not None:
            expected.append(pair.after_text)
    assert replaced(Report(after), Report(before), index) == "\n".join(expected)


def test_the_first_paragraph_is_brought_back_and_taken_out():
    long, short = Report("这是开头的一段文字\n结尾。"), Report("结尾。")
    assert replaced(short, long, 0) == long.text
    assert replaced(long, short, 0) == short.text


def test_a_field_that_stands_elsewhere_keeps_its_present_value():
    working = work("学习十九届X中X会精神\n贯彻十九届X中X会部署，完成xx项工作。")
    report = working.report
    assert [len(field.occurrences) for field in report.fields] == [2, 1]
    now = fill_field(report, report.fields[0].id, "十九届六中全会")
    now = fill_field(now, report.fields[1].id, "12")
    assert replaced(now, report, 1) == "学习十九届六中全会精神\n贯彻十九届六中全会部署，完成xx项工作。"


def test_whole_state_with_all_its_fields():
    report = work("xx县工作总结\n完成xx项。").report
    whole = whole_replacement(Report("别的"), report)
    assert (whole.start, whole.end, whole.text) == (0, 2, report.text)
    assert [(run.start, run.field_id) for run in whole.runs] == [(one.start, one.id) for one in report.fields]
