"""Rules: for each one what it must find and what must stay silent."""

import pytest

from assistant.checking.findings import Severity
from assistant.checking.rules import check_report
from assistant.filling.asking import find_fields
from assistant.reading.structure import paragraphs_of
from assistant.report.edits import keep_answer
from assistant.report.fields import State
from assistant.report.model import Report
from tests.report.filled import fill_field, set_state


def findings(text, rule):
    report = Report(text)
    return [f for f in check_report(report, paragraphs_of(text)) if f.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text", "fixes"),
    [
        ("structure-number-sequence", "一、甲\n三、乙", ["二、乙"]),
        ("structure-number-sequence", "一、甲\n（一）乙\n（三）丙\n（四）丁", ["（二）丙"]),
        ("structure-number-sequence", "二、甲\n三、乙", ["一、甲"]),
        ("structure-number-sequence", "一、甲\n（一）乙\n二、丙\n（二）丁", ["（一）丁"]),
        ("structure-number-sequence", "1.甲。乙。\n1.丙。丁。", ["2.丙。丁。"]),
        ("structure-number-form", "一、甲\n(一)乙\n（二)丙", ["（一）乙", "（二）丙"]),
        ("structure-number-form", "一、甲\n1、乙。丙。", ["1.乙。丙。"]),
        ("structure-number-form", "一.甲\n二、乙", ["一、甲"]),
        (
            "structure-number-missing",
            "（一）抓学习。好。\n加强作风建设。好。\n（三）抓落实。好。",
            ["（二）加强作风建设。好。"],
        ),
    ],
)
def test_hits(rule, text, fixes):
    assert [f.fix for f in findings(text, rule)][: len(fixes)] == fixes


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n（二）己",
        "一、甲\n1.乙。丙。\n2.丁。戊。\n二、己\n1.庚。辛。",
        "工作总结\n今年以来，一是抓收入。二是抓支出。",
        "一、甲\n（一）乙\n1.丙。丁。\n（1）戊。己。\n（2）庚。辛。\n2.壬。癸。\n（二）子",
    ],
)
def test_right_numbers_are_silent(text):
    found = check_report(Report(text), paragraphs_of(text))
    assert [one for one in found if one.severity is not Severity.HINT] == []


def test_a_finding_spans_its_paragraph():
    text = "一、甲\n三、乙\n四、丙"
    found = findings(text, "structure-number-sequence")
    assert [text[f.start : f.end] for f in found] == ["三、乙"]


def test_placeholders_by_state():
    text = "收入xx亿元，支出xx亿元，结余xx亿元，共X项。"
    report = Report(text, find_fields(text))
    ids = [f.id for f in report.fields]
    report = fill_field(report, ids[0], "12")
    report = set_state(report, ids[1], State.WAIVED)
    report = fill_field(report, ids[2], "3", state=State.STALE)
    report = keep_answer(report, ids[3], "许多")
    found = check_report(report, paragraphs_of(report.text))
    assert [(f.rule, report.text[f.start : f.end]) for f in found] == [
        ("placeholder-waived", "xx"),
        ("placeholder-stale", "3"),
        ("placeholder-open", "X"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一般公共预算收入12亿元，同比增长.%。", "增长.%"),
        ("税收收入9亿元，增长%。", "增长%"),
        ("全年投入万元用于民生。", "投入万元"),
        ("拨付资金约亿元。", "拨付资金约亿元"),
        ("印发《〔〕市“十四五”规划》。", "《〔〕市“十四五”规划》"),
        ("培训余人次。", "培训余人次"),
        ("月日召开会议。", "月日"),
        ("印发〔〕号文件。", "〔〕号"),
    ],
)
def test_deleted_masks(text, found):
    assert [text[f.start : f.end] for f in findings(text, "placeholder-deleted")] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "收入12亿元，增长5.2%。",
        "投入3万元。",
        "突破万元大关。",
        "亿元产值企业达到5家。",
        "培育亿元以上企业。",
        "几万元的资金。",
        "每月日均接待3人。",
        "3月5日召开会议。",
        "本月份完成任务。",
        "《〔2026〕5号文件》",
        "（一）收入情况",
        "三月份至四月份",
    ],
)
def test_whole_figures_are_no_deleted_masks(text):
    assert findings(text, "placeholder-deleted") == []


def test_masks_that_are_there_are_not_deleted():
    text = "投入xx万元，增长X%，xx月xx日。"
    report = Report(text, find_fields(text))
    assert {f.rule for f in check_report(report, paragraphs_of(text))} == {"placeholder-open"}


def test_words_of_another_trade_are_hints():
    text = "财政工作总结\n" + "财政预算收支平稳。" * 8 + "为民政事业高质量发展提供保障。"
    assert [(f.fix, text[f.start : f.end]) for f in findings(text, "word-residue")] == [("财政", "民政")]
    assert findings(text.replace("为民政事业", "为民政、财政事业"), "word-residue") == []


def test_names_left_in_a_masked_report_are_hints():
    text = "xx县工作总结\n收入xx亿元，支出xx亿元，助力红水乡第一届丰收节，共xx场。"
    report = Report(text, find_fields(text))
    found = [f for f in check_report(report, paragraphs_of(text)) if f.rule == "word-name"]
    assert [text[f.start : f.end] for f in found] == ["红水乡"]
    assert findings(text, "word-name") == []


def test_half_a_word_that_a_report_has_twice_is_only_a_hint():
    once = "工作总结\n一、成效\n我们为高质量发展提供了坚实撑。"
    assert [f.severity for f in findings(once, "word-missing")] == [Severity.WARNING]
    twice = once + "\n二、打算\n继续为高质量发展提供坚实撑。"
    assert [f.severity for f in findings(twice, "word-missing")] == [Severity.HINT] * 2
