"""What a paste, a sheet or edits would change, before anything is taken."""

import pytest

from assistant.report.fields import State
from assistant.workbench.answer_rows import Column, Office, Which, answer_rows, chosen_rows, offices_of, sorted_rows
from assistant.workbench.answers import Answer
from assistant.workbench.field_edits import Facts, FieldEdit, plan_edits, with_facts
from assistant.workbench.interview import Order, contradiction_of, question_for, question_ids
from assistant.workbench.opening import open_text
from assistant.workbench.taking import (
    Verdict,
    pasted_cells,
    proposals_from_answers,
    proposals_from_edits,
    proposals_from_paste,
)
from assistant.workbench.unit_info import AnswerBook, reused
from assistant.workbench.value_offers import offers_for
from assistant.workbench.working import start_work, with_sources
from tests.workbench.answered import answer_field

TEXT = (
    "xx县2025年工作总结\n一、收入情况\n税收收入完成xx亿元，增长X%。非税收入完成xx万元。\n"
    "二、项目情况\n新开工项目xx个。xx同志负责此项工作。"
)


@pytest.fixture
def working():
    return start_work(open_text(TEXT))


def ids(working):
    return {field.label: field.id for field in working.report.fields}


def told(working, proposals):
    return [(working.report.field(one.edit.field_id).label, one.new, one.verdict) for one in proposals]


def test_labels_of_the_text(working):
    assert [(f.label, f.unit) for f in working.report.fields] == [
        ("县名", ""),
        ("税收收入", "亿元"),
        ("税收收入增长率", "%"),
        ("非税收入", "万元"),
        ("新开工项目", "个"),
        ("“xx同志负责”的姓名", ""),
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("甲\t1\n乙\t2\n", [["甲", "1"], ["乙", "2"]]),
        ("12\r\n\r\n5.2\r\n", [["12"], [""], ["5.2"]]),
        ("税收收入：12.5亿元\n新开工项目: 8个", [["税收收入", "12.5亿元"], ["新开工项目", "8个"]]),
        ('名称\t值\n"税收\n收入"\t12', [["名称", "值"], ["税收 收入", "12"]]),
        ("", []),
    ],
)
def test_cells_of_a_paste(text, cells):
    assert pasted_cells(text) == cells


def test_two_columns_go_to_the_fields_of_their_names(working):
    pasted = proposals_from_paste(working, "税收收入（亿元）\t12.5亿元\n新开工项目\t许多\n非税收入\t\n甲乙丙丁\t3", ())
    assert told(working, pasted.proposals) == [
        ("税收收入", "12.5", Verdict.NEW),
        ("新开工项目", "许多", Verdict.MISFIT),
    ]
    assert pasted.unmatched == ("甲乙丙丁",)
    assert pasted.by_name


def test_a_name_that_is_only_like_a_label_or_has_another_unit_is_to_be_looked_at(working):
    pasted = proposals_from_paste(working, "指标\t单位\t值\n非税收入（亿元）\t亿元\t3\n新开工的项目\t个\t8", ())
    assert told(working, pasted.proposals) == [
        ("非税收入", "3", Verdict.DOUBTFUL),
        ("新开工项目", "8", Verdict.DOUBTFUL),
    ]
    assert not any(one.is_ticked for one in pasted.proposals)


def test_one_column_goes_to_the_rows_in_order(working):
    at = list(ids(working).values())[1:4]
    pasted = proposals_from_paste(working, "12.5\n\n300\n7", at)
    assert told(working, pasted.proposals) == [("税收收入", "12.5", Verdict.NEW), ("非税收入", "300", Verdict.NEW)]
    pasted = proposals_from_paste(working, "预算科", at, into=Column.SOURCE)
    assert [(one.verdict, one.edit.source) for one in pasted.proposals] == [(Verdict.ABOUT, "预算科")]


def test_a_name_that_is_a_field_s_to_the_letter_is_sure_though_another_is_like_it():
    working = start_work(open_text("总结\n税收收入xx亿元。\n一、支出\n税收收入xx亿元。\n二、其他\n非税收入xx亿元。"))
    labels = [field.label for field in working.report.fields]
    assert labels[0] != labels[1]
    for label in labels:
        pasted = proposals_from_paste(working, f"{label}\t12.5", ())
        assert told(working, pasted.proposals) == [(label, "12.5", Verdict.NEW)]


def test_one_column_may_have_a_head_be_of_notes_and_be_longer_than_the_rows(working):
    at = list(ids(working).values())[1:3]
    pasted = proposals_from_paste(working, "内容\n12.5\n5.2\n300\n\n7", at)
    assert [one.new for one in pasted.proposals] == ["12.5", "5.2"]
    assert pasted.surplus == 2
    pasted = proposals_from_paste(working, "备注\n含省级", at, into=Column.NOTE)
    assert [(one.edit.value, one.edit.note, one.verdict) for one in pasted.proposals] == [
        (None, "含省级", Verdict.ABOUT)
    ]
    assert [one.new for one in proposals_from_paste(working, "12.5\n5", at, into=Column.LABEL).proposals] == [
        "12.5",
        "5",
    ]


def test_answers_that_replace_are_not_ticked_and_equal_ones_not_listed(working):
    known = ids(working)
    working, _ = answer_field(working, known["税收收入"], "9")
    working, _ = answer_field(working, known["新开工项目"], "8")
    answers = {
        known["税收收入"]: Answer("12", source="预算科"),
        known["新开工项目"]: Answer("8个"),
        known["非税收入"]: Answer("", note="下周给"),
    }
    found = proposals_from_answers(working, answers)
    assert [(one.label, one.old, one.new, one.verdict, one.is_ticked) for one in found] == [
        ("税收收入", "9", "12", Verdict.REPLACES, False),
        ("非税收入", "", "", Verdict.ABOUT, True),
    ]
    assert proposals_from_edits(working, [FieldEdit("f-nowhere", "1")]) == ()


def test_edits_are_planned_for_text_and_facts(working):
    known = ids(working)
    edits = [
        FieldEdit(known["税收收入"], "12.5亿元", source=" 预算科 "),
        FieldEdit(known["新开工项目"], "许多"),
        FieldEdit(known["“xx同志负责”的姓名"], state=State.WAIVED),
        FieldEdit("f-nowhere", "1"),
    ]
    planned = plan_edits(working, edits)
    assert [(one.value, one.flag) for one in planned.values] == [("12.5", None), ("", None), ("", State.WAIVED)]
    assert planned.after == {
        known["税收收入"]: Facts(source="预算科"),
        known["新开工项目"]: Facts(answer="许多"),
    }
    after = with_facts(working, planned.after)
    assert after.report.field(known["新开工项目"]).value == "许多"
    assert with_facts(after, planned.before).report == working.report


def test_the_old_value_typed_again_confirms_a_stale_field():
    working = reused(start_work(open_text("青禾县2025年工作总结\n全年办理事项120件。\n")))
    stale = next(one for one in working.report.fields if one.value == "120")
    again, other = (plan_edits(working, [FieldEdit(stale.id, value)]).values for value in ("120件", "135"))
    assert [(one.value, one.flag) for one in (*again, *other)] == [("120", State.CONFIRMED), ("135", None)]


def test_rows_are_filtered_and_sorted(working):
    known = ids(working)
    for label, value in (("税收收入", "120"), ("非税收入", "13.5"), ("新开工项目", "八")):
        working, _ = answer_field(working, known[label], value)
    working = with_sources(working, {known["税收收入"]: ("预算科", "")})
    rows = answer_rows(working)
    labels = [row.field.label for row in sorted_rows(rows, Column.VALUE)]
    assert labels[:3] == ["新开工项目", "非税收入", "税收收入"]
    assert [row.field.label for row in sorted_rows(rows, Column.VALUE, descending=True)][:2] == ["税收收入", "非税收入"]
    assert len(chosen_rows(rows, which=Which.OPEN)) == 3
    assert [row.field.label for row in chosen_rows(rows, which=Office("预算科"))] == ["税收收入"]
    assert [row.field.label for row in chosen_rows(rows, words="“xx")] == ["“xx同志负责”的姓名"]
    assert offices_of(working.report.fields) == ("预算科",)


def test_questions_come_in_three_orders(working):
    known = ids(working)
    working = with_sources(working, {known["非税收入"]: ("预算科", "")})
    labels = {field_id: label for label, field_id in known.items()}
    assert [labels[i] for i in question_ids(working, Order.TEXT)] == list(known)
    assert [labels[i] for i in question_ids(working, Order.KIND)][:3] == ["税收收入", "非税收入", "新开工项目"]
    assert next(labels[i] for i in question_ids(working, Order.OFFICE)) == "非税收入"
    asked = question_for(working, known["税收收入增长率"])
    assert asked.pieces == ("税收收入完成xx亿元，增长", "X", "%。")
    assert asked.section == "一、收入情况"
    assert "5.2" in asked.prompt


def test_a_value_is_held_against_other_figures_before_it_is_taken():
    working = start_work(open_text("总结\n全县收入完成xx亿元，其中税收收入xx亿元，占全县收入的xx%。"))
    whole, part, share = working.report.fields
    for field, value in ((whole, "40"), (part, "10")):
        working, _ = answer_field(working, field.id, value)
    assert contradiction_of(working, share.id, "25") == ""
    assert contradiction_of(working, share.id, "80") == "10÷40×100%＝25.0%"
    assert contradiction_of(working, part.id, "50") != ""
    assert contradiction_of(working, part.id, "12") == ""


def test_a_long_sentence_is_cut_on_both_sides():
    working = start_work(open_text("长" * 300 + "完成xx项" + "短" * 300))
    pieces = question_for(working, working.report.fields[0].id).pieces
    assert (pieces[0][:3], pieces[0][-2:], pieces[1]) == ("……长", "完成", "xx")
    assert (pieces[2][:2], pieces[2][-3:]) == ("项短", "短……")


def test_values_to_choose_from_come_from_the_book_and_the_report(working):
    known = ids(working)
    book = AnswerBook(county="青禾县", secretary="李青", head="王禾", own=(("税收收入", "12.5"),))
    assert offers_for(working, working.report.field(known["县名"]), book)[0] == "青禾"
    assert set(offers_for(working, working.report.field(known["“xx同志负责”的姓名"]), book)) >= {"李青", "王禾"}
    assert offers_for(working, working.report.field(known["税收收入"]), book) == ("12.5",)


def test_values_of_other_fields_of_the_kind_are_offered_and_figures_never():
    working = start_work(open_text("xx镇完成收入xx万元。\n支出较多。xx镇完成支出xx万元。由xx同志负责。"))
    town, income, other_town, spending, person = working.report.fields
    for field, value in ((town, "双河"), (income, "12"), (person, "周知远")):
        working, _ = answer_field(working, field.id, value)
    assert offers_for(working, working.report.field(other_town.id), AnswerBook()) == ("双河",)
    assert offers_for(working, working.report.field(spending.id), AnswerBook()) == ()
