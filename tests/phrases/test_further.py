"""What a section could say as well: genres, kinds, points that are missing, and where they belong."""

import pytest

from assistant.phrases.further import KnownHeading, further_points, genre_of, kind_of, known_headings
from assistant.reading.structure import paragraphs_of

REPORT = """某县财政局2024年工作总结
一、主要做法
（一）加强组织领导
成立领导小组，统筹推进。
（二）强化理论武装
组织学习12次。
二、下一步打算
（一）压实责任
一是健全制度机制。二是严格督导检查。
"""


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("某县财政局2024年半年工作总结", "半年、年度工作总结和计划"),
        ("在全市财政工作会议上的讲话", "总结大会讲话"),
        ("某某局党组书记述责述廉报告", "述责述廉"),
        ("某中学校长述职报告", "述职报告"),
        ("关于村级集体经济发展的调研报告", "调研报告"),
        ("领导班子对照检查材料", "民主生活会对照检查"),
        ("关于安全生产工作的情况汇报", "情况汇报"),
        ("高标准农田建设工作总结", "专项工作总结"),
        ("通知", ""),
    ],
)
def test_the_title_tells_the_genre(title, genre):
    assert genre_of(title) == genre


def test_the_first_lines_tell_the_genre_where_no_title_does():
    assert genre_of("", "同志们：\n下面，我讲三点意见。") == "总结大会讲话"


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (["存在的主要问题"], "问题"),
        (["下一步工作打算"], "打算"),
        (["整改方向和具体措施"], "打算"),
        (["问题产生的根源"], "原因"),
        (["特色亮点及成效"], "成效"),
        (["坚持学字为先", "存在的不足"], "问题"),
        (["坚持问题导向，抓实整改"], "做法"),
    ],
)
def test_the_heading_tells_the_kind(headings, kind):
    assert kind_of(headings) == kind


def further(at, known=()):
    return further_points(REPORT, paragraphs_of(REPORT), REPORT.index(at), known)


def test_what_is_said_is_not_offered():
    points = {one.point for one in further("成立领导小组")}
    assert "组织领导" not in points
    assert "思想政治" not in points
    assert {"督导检查", "宣传引导", "廉政建设"} <= points


def test_leads_of_enumerations_count_as_said():
    points = {one.point for one in further("一是健全")}
    assert "制度机制" not in points
    assert "督导检查" not in points
    assert "责任落实" not in points


def test_headings_of_other_reports_come_before_our_own_words():
    known = [KnownHeading("半年、年度工作总结和计划", "做法", False, "强化宣传引导，营造浓厚氛围", "", "民政局总结")]
    offered = [one for one in further("成立领导小组", known) if one.point == "宣传引导"]
    assert offered[0].heading == "强化宣传引导，营造浓厚氛围"
    assert offered[0].sources == ("民政局总结",)
    assert offered[0].frame.endswith("。")


def test_a_new_section_stands_behind_the_one_at_the_caret():
    one = further("成立领导小组")[0]
    assert (one.level, one.at) == (2, 4)
    assert further("一、主要做法")[0].level == 2
    assert further("一、主要做法")[0].at == 6


def test_parts_that_the_whole_report_lacks():
    known = [
        KnownHeading("半年、年度工作总结和计划", "问题", True, "存在的主要问题", "", "民政局总结"),
        KnownHeading("调研报告", "原因", True, "原因分析", "", "调研"),
    ]
    parts = [one for one in further("成立领导小组", known) if one.is_part]
    assert [(one.point, one.heading, one.level, one.at) for one in parts] == [("问题", "存在的主要问题", 1, 6)]


def test_headings_are_read_with_kind_and_first_sentence():
    found = list(known_headings(REPORT, paragraphs_of(REPORT), "总结"))
    assert [(one.heading, one.kind, one.is_top) for one in found] == [
        ("主要做法", "做法", True),
        ("加强组织领导", "做法", False),
        ("强化理论武装", "做法", False),
        ("下一步打算", "打算", True),
        ("压实责任", "打算", False),
    ]
    assert found[4].frame == ""
    assert found[1].frame == "成立领导小组，统筹推进。"


def test_a_text_without_headings_is_told_its_parts():
    text = "某县财政局2024年工作总结\n今年以来，工作平稳。\n"
    known = [KnownHeading("半年、年度工作总结和计划", "问题", True, "存在的主要问题", "", "民政局总结")]
    assert [one.heading for one in further_points(text, paragraphs_of(text), 0, known)] == ["存在的主要问题"]
