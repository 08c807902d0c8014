"""Checks with the clerk's choices, kept lines, and a commented copy."""

import pytest
from docx import Document

from assistant.filling.asking import find_fields
from assistant.reading.structure import paragraphs_of
from assistant.report.model import Report
from assistant.workbench.annotating import write_commented
from assistant.workbench.opening import open_text
from assistant.workbench.proofreading import CheckChoices, check, with_rule_off, with_words_left_alone

TEXT = "参与核算检测，其它方面增长xx%，其它工作,照常。"


def rules(choices):
    report = Report(TEXT, find_fields(TEXT))
    return [one.rule for one in check(report, paragraphs_of(TEXT), choices)]


def test_rules_are_switched_off_and_words_left_alone():
    choices = CheckChoices()
    assert rules(choices) == ["word-typo", "word-usage", "placeholder-open", "word-usage", "mark-half-width"]
    choices = with_words_left_alone(with_rule_off(choices, "mark-half-width"), "word-usage", "其它")
    assert rules(choices) == ["word-typo", "placeholder-open"]


def test_rules_are_switched_off_for_one_unit():
    report = Report(TEXT, find_fields(TEXT))
    choices = CheckChoices(unit_off=(("青禾县财政局", "word-usage"), ("青禾县财政局", "placeholder-open")))
    told = {
        unit: [one.rule for one in check(report, paragraphs_of(TEXT), choices, entries={"unit": unit})]
        for unit in ("青禾县财政局", "青禾县水利局")
    }
    assert "word-usage" not in told["青禾县财政局"]
    assert "placeholder-open" in told["青禾县财政局"]
    assert "word-usage" in told["青禾县水利局"]


def test_what_is_open_cannot_be_switched_off():
    choices = with_words_left_alone(with_rule_off(CheckChoices(), "placeholder-open"), "placeholder-open", "xx")
    assert "placeholder-open" in rules(choices)


def test_own_words_are_found():
    report = Report("财正局的财正局")
    found = check(report, paragraphs_of(report.text), CheckChoices(own=(("财正局", "财政局"),)))
    assert [(one.start, one.fix) for one in found if one.rule == "word-own"] == [(0, "财政局"), (4, "财政局")]


class StoppedError(Exception):
    """The check was stopped from outside."""


def test_a_check_breathes_between_lines_and_rules_and_can_be_stopped():
    report, breaths = Report("第一段。\n第二段。\n第三段。"), []
    check(report, paragraphs_of(report.text), breathe=lambda: breaths.append(1))
    assert len(breaths) > 3

    def stop():
        raise StoppedError

    with pytest.raises(StoppedError):
        check(report, paragraphs_of(report.text), breathe=stop)


def test_a_commented_copy_of_a_text(tmp_path):
    opened = open_text("工作总结\n一、抓学习\n参与核算检测，增长xx%。\n二、抓落实\n截止目前完成。")
    count = write_commented(opened, tmp_path / "无.txt", tmp_path / "批注.docx")
    said = [comment.text for comment in Document(str(tmp_path / "批注.docx")).comments]
    assert len(said) == count
    assert any("“核算检测”应为“核酸检测”" in text and "建议改为：核酸检测" in text for text in said)
    assert any(text.startswith("【错误】") and "还没有填写" in text for text in said)
