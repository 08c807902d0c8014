"""What stands where on paper: title block, blank lines, leads, signature, date, attachments."""

from __future__ import annotations

import copy
import tomllib
from dataclasses import replace

import pytest

from assistant.report.model import Role
from assistant.resources import read_resource
from assistant.typeset.arrangement import Look, arrange, width_in_characters
from assistant.typeset.layout import load_layout, read_layout
from tests.writing.report_values import FULL_REPORT_LINES, Line, heading, report_of

LAYOUT = load_layout()


def placed(*lines, layout=LAYOUT):
    report, paragraphs = report_of(lines)
    return arrange(report.text, paragraphs, layout)


def test_every_role_finds_its_look_and_noise_is_left_out():
    assert [(paragraph.look, paragraph.blank_lines_before) for paragraph in placed(*FULL_REPORT_LINES)] == [
        (Look.TITLE, 0),
        (Look.SUBTITLE, 0),
        (Look.SUBTITLE, 0),
        (Look.SALUTATION, 1),
        (Look.BODY, 0),
        (Look.HEADING_1, 0),
        (Look.BODY, 0),
        (Look.HEADING_2, 0),
        (Look.BODY, 0),
        (Look.BODY, 0),
        (Look.BODY, 0),
        (Look.CLOSING, 0),
        (Look.ATTACHMENT, 1),
        (Look.ATTACHMENT, 0),
        (Look.SIGNATURE, 1),
        (Look.DATE, 0),
    ]


def test_report_without_title_begins_on_the_first_line():
    assert [
        paragraph.blank_lines_before for paragraph in placed(Line("同志们：", Role.SALUTATION), Line("正文。"))
    ] == [0, 0]


def test_empty_lines_and_padding_are_the_layouts_matter():
    first, second = placed(Line("　　标题", Role.TITLE), Line("　\t"), Line(""), Line("　　正文。 "))
    assert (first.start, first.end) == (2, 4)
    assert (second.end - second.start, second.blank_lines_before) == (3, 1)


def test_run_in_heading_leads_up_to_its_full_stop():
    with_stop, without = placed(heading(2, "（一）", "抓学习", "。一是学。"), heading(3, "1.", "抓落实", "要真抓。"))
    assert (with_stop.lead.end, with_stop.lead.level) == (7, 2)
    assert (without.lead.end - without.start, without.lead.level) == (5, 3)


def test_enumeration_leads_only_where_the_layout_says_so():
    line = Line("一是抓学习。带头学。", enumerations=("一是",))
    later = Line("还有不足。一是抓学习不够。", enumerations=("一是",))
    assert [paragraph.lead for paragraph in placed(line)] == [None]
    data = copy.deepcopy(tomllib.loads(read_resource("layouts", "gongwen.toml")))
    data["text"]["enumeration_lead"] = {"bold": True}
    first, second = placed(line, later, layout=read_layout(data, "own"))
    assert (first.lead.end, first.lead.level) == (6, None)
    assert second.lead is None


@pytest.mark.parametrize(
    ("signature", "date", "indents"),
    [
        ("某某市人民政府办公室", "2026年1月8日", (200, 400)),
        ("某某市财政局", "2026年1月8日", (200, 0)),
        ("某某局", "2026年1月8日", (700, 200)),  # the date is longer
    ],
)
def test_signature_and_date_without_seal(signature, date, indents):
    first, second = placed(Line("正文。"), Line(signature, Role.SIGNATURE), Line(date, Role.DATE))[1:]
    assert (first.right, second.right) == indents
    begins = [
        -paragraph.right / 100 - width_in_characters(line) for paragraph, line in ((first, signature), (second, date))
    ]
    assert begins[1] - begins[0] == 2


@pytest.mark.parametrize(
    ("signature", "date", "indents"),
    [
        ("某某市财政局", "2026年1月8日", (400, 400)),
        ("某某局", "2026年1月8日", (550, 400)),
        ("某某市人民政府办公室某某工作领导小组", "2026年1月8日", (0, 600)),  # 18 characters reach the margin
    ],
)
def test_with_a_seal_the_signature_stands_centred_over_the_date(signature, date, indents):
    layout = replace(LAYOUT, seal=True)
    lines = (Line("正文。"), Line(signature, Role.SIGNATURE), Line(date, Role.DATE))
    first, second = placed(*lines, layout=layout)[1:]
    assert (first.right, second.right) == indents
    assert (first.blank_lines_before, second.blank_lines_before) == (2, 0)


def test_an_attachment_has_its_own_page_its_label_and_its_title():
    text, list_head, name, label, title, body = placed(
        Line("正文。"),
        Line("附件", Role.ATTACHMENT),
        Line("1.任务清单", Role.ATTACHMENT),
        Line("附件1", Role.ATTACHMENT),
        Line("任务清单", Role.ATTACHMENT),
        Line("各单位要完成任务。"),
    )
    assert [one.look for one in (text, list_head, name)] == [Look.BODY, Look.ATTACHMENT, Look.ATTACHMENT]
    assert (label.look, label.starts_page, label.blank_lines_before) == (Look.ATTACHMENT_LABEL, True, 0)
    assert (title.look, title.starts_page, title.blank_lines_before) == (Look.ATTACHMENT_TITLE, False, 1)
    assert (body.look, body.blank_lines_before) == (Look.BODY, 1)


def test_a_file_that_is_an_attachment_begins_with_its_label():
    label, title = placed(Line("附件1", Role.ATTACHMENT), Line("工作要点", Role.TITLE))
    assert (label.look, label.starts_page) == (Look.ATTACHMENT_LABEL, False)
    assert (title.look, title.blank_lines_before) == (Look.TITLE, 1)


def test_minutes_end_with_who_was_there():
    text, first, second, date = placed(
        Line("县政府第12次常务会议纪要", Role.TITLE),
        Line("会议议定以下事项。"),
        Line("出席：王某　李某　张某"),
        Line("列席：赵某"),
        Line("2026年1月8日", Role.DATE),
    )[1:]
    assert (text.left, text.lead) == (0, None)
    assert (first.left, first.hanging, first.blank_lines_before) == (1575, 945, 1)
    assert (second.left, second.blank_lines_before) == (1575, 0)
    assert (first.lead.end - first.start, first.lead.level) == (3, 1)
    assert date.look is Look.DATE
    report = placed(Line("工作总结", Role.TITLE), Line("出席：王某"))
    assert report[1].left == 0


def test_signature_or_date_alone_ends_two_characters_from_the_margin():
    assert placed(Line("正文。"), Line("某某局", Role.SIGNATURE))[1].right == 200
    assert placed(Line("正文。"), Line("2026年1月8日", Role.DATE))[1].right == 200


def test_attachment_names_wrap_under_their_first_character():
    single, first, next_one, bare = placed(
        Line("附件：任务清单", Role.ATTACHMENT),
        Line("附件：1.任务清单", Role.ATTACHMENT),
        Line("2.统计表", Role.ATTACHMENT),
        Line("任务清单", Role.ATTACHMENT),
    )
    assert (single.left, single.hanging) == (1575, 945)
    assert (first.left, first.hanging) == (1805, 1175)
    assert (next_one.left, next_one.hanging) == (1805, 230)
    assert (bare.left, bare.hanging) == (0, 0)


def test_digits_are_half_as_wide_as_chinese():
    assert width_in_characters("2026年1月8日") == 6
