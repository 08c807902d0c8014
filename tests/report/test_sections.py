"""Sections moved, promoted, inserted and removed; headings as the real structure finds them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.structure import paragraphs_of
from assistant.report import sections
from assistant.report.errors import AssistantError
from assistant.report.outline import all_sections, outline_of
from tests.report.marked import marked_report

REPORT = marked_report(
    """⟦n:xx⟧县财政局工作总结
今年以来，各项工作稳步推进。
一、主要工作
（一）收入
收入⟦a:xx⟧亿元。
（二）支出
1.民生支出。完成⟦b:xx⟧亿元。
2.基建支出。完成⟦c:xx⟧亿元。
（三）改革
改革⟦d:xx⟧项。
二、存在问题
问题⟦e:xx⟧个。
三、下步打算
打算⟦f:xx⟧条。"""
)


def derive(report):
    return paragraphs_of(report.text)


def lines(report):
    return report.text.split("\n")


def head(report, words):
    """Return the index of the paragraph that holds the words."""
    return next(i for i, line in enumerate(lines(report)) if words in line)


def field_contexts(report):
    return {f.id: [report.text[o.start - 2 : o.end + 2] for o in f.occurrences] for f in report.fields}


def test_outline():
    tree = outline_of(derive(REPORT))
    assert [(s.level, s.first, s.last) for s in tree] == [(1, 2, 10), (1, 10, 12), (1, 12, 14)]
    assert [s.first for s in tree[0].children] == [3, 5, 8]
    assert [s.first for s in tree[0].children[1].children] == [6, 7]


def test_the_last_section_ends_where_the_report_closes():
    text = "总结\n一、收入\n完成。\n二、支出\n完成。\n特此报告。\n附件：1.一览表\n青禾县财政局\n2026年1月8日"
    assert [(s.first, s.last) for s in outline_of(paragraphs_of(text))] == [(1, 3), (3, 5)]


def test_move_down_renumbers_only_its_siblings():
    moved = sections.move_section(REPORT, derive(REPORT), head(REPORT, "收入"), after=head(REPORT, "（三）"))
    assert [line for line in lines(moved) if line.startswith("（")] == ["（一）支出", "（二）改革", "（三）收入"]
    assert lines(moved)[2] == "一、主要工作"
    assert field_contexts(moved) == field_contexts(REPORT)


def test_move_to_another_parent_takes_its_level():
    moved = sections.move_section(REPORT, derive(REPORT), head(REPORT, "（三）"), after=head(REPORT, "2.基建"))
    assert [line for line in lines(moved) if re.match(r"\d\.", line)] == [
        "1.民生支出。完成xx亿元。",
        "2.基建支出。完成xx亿元。",
        "3.改革",
    ]


def test_move_up_before_another_chapter():
    moved = sections.move_section(REPORT, derive(REPORT), head(REPORT, "三、"), before=head(REPORT, "二、"))
    assert [line for line in lines(moved) if re.match("[一二三]、", line)] == [
        "一、主要工作",
        "二、下步打算",
        "三、存在问题",
    ]


def test_promote_takes_its_subsections_along():
    promoted = sections.promote_section(REPORT, derive(REPORT), head(REPORT, "（二）"))
    text = lines(promoted)
    assert text[5] == "二、支出"
    assert text[6:8] == ["（一）民生支出。完成xx亿元。", "（二）基建支出。完成xx亿元。"]
    assert text[8] == "（三）改革"
    assert text[10] == "三、存在问题"
    assert field_contexts(promoted) == {**field_contexts(REPORT), "b": ["完成xx亿元"], "c": ["完成xx亿元"]}


def test_demote_and_promote_give_the_report_back():
    demoted = sections.demote_section(REPORT, derive(REPORT), head(REPORT, "（三）"))
    assert lines(demoted)[8] == "3.改革"
    assert sections.promote_section(demoted, derive(demoted), 8) == REPORT


def test_levels_have_limits():
    with pytest.raises(AssistantError, match=r"section\.too_high"):
        sections.promote_section(REPORT, derive(REPORT), head(REPORT, "一、"))
    deep = marked_report("一、甲\n（一）乙\n1.丙。丁。\n（1）戊。己。")
    with pytest.raises(AssistantError, match=r"section\.too_deep"):
        sections.demote_section(deep, derive(deep), 1)
    with pytest.raises(AssistantError, match=r"section\.into_itself"):
        sections.move_section(REPORT, derive(REPORT), head(REPORT, "一、"), after=head(REPORT, "（二）"))
    with pytest.raises(AssistantError, match=r"section\.unknown"):
        sections.remove_section(REPORT, derive(REPORT), 0)


def test_insert_and_remove():
    at = head(REPORT, "二、")
    inserted = sections.insert_section(REPORT, derive(REPORT), at=at, level=1, heading="特色亮点", body=("亮点如下。",))
    assert lines(inserted)[at : at + 3] == ["二、特色亮点", "亮点如下。", "三、存在问题"]
    assert lines(inserted)[-2] == "四、下步打算"
    assert sections.remove_section(inserted, derive(inserted), at) == REPORT


def test_removed_fields_are_gone():
    removed = sections.remove_section(REPORT, derive(REPORT), head(REPORT, "（二）"))
    assert {f.id for f in removed.fields} == {"n", "a", "d", "e", "f"}
    assert "（二）改革" in lines(removed)


def test_rename_keeps_the_number():
    renamed = sections.rename_section(REPORT, derive(REPORT), head(REPORT, "1.民生"), "教育支出")
    assert "1.教育支出。完成xx亿元。" in lines(renamed)
    assert renamed.field("b").start == REPORT.field("b").start


def test_numbers_that_were_wrong_elsewhere_stay():
    report = marked_report("一、甲\n（一）乙\n（三）丙\n二、丁\n（一）戊\n（二）己")
    moved = sections.move_section(report, derive(report), 5, before=4)
    assert lines(moved) == ["一、甲", "（一）乙", "（三）丙", "二、丁", "（一）己", "（二）戊"]


@given(st.data())
def test_moving_sections_loses_no_text_and_no_field(data):
    report, refused = REPORT, set()
    for _ in range(data.draw(st.integers(1, 5))):
        found = all_sections(derive(report))
        moved = data.draw(st.sampled_from(found))
        target = data.draw(st.sampled_from(found))
        try:
            if data.draw(st.booleans()):
                report = sections.move_section(report, derive(report), moved.first, before=target.first)
            else:
                report = sections.move_section(report, derive(report), moved.first, after=target.first)
        except AssistantError as error:
            refused.add(error.code)
    assert refused <= {"section.into_itself", "section.too_deep"}
    strip = re.compile(r"^(?:[一二三四五六七八]、|（[一二三四五六七八]）|\d\.|（\d）)")
    assert sorted(strip.sub("", line) for line in lines(report)) == sorted(
        strip.sub("", line) for line in lines(REPORT)
    )
    assert {f.id: report.text[f.start : f.start + 2] for f in report.fields} == dict.fromkeys("nabcdef", "xx")
