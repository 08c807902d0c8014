"""Relations: the cases of tests/cases/relations.txt, the shipped samples, and what holds for every text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling.asking import find_fields
from assistant.filling.relations import find_relations
from assistant.report.model import Report
from assistant.report.relations import OperandRole, RelationKind
from tests.report.filled import fill_field


def read_cases():
    lines = (Path(__file__).parent.parent / "cases" / "relations.txt").read_text("utf-8").splitlines()
    cases = []
    for line in lines:
        if line.startswith("\t"):
            cases[-1][1].append(line.strip())
        elif line and not line.startswith("# "):
            cases.append((line, []))
    return [pytest.param(text, wanted, id=text[:20]) for text, wanted in cases]


def report_of(text):
    return Report(text, find_fields(text))


def told(report):
    """Return the relations in the notation of the cases."""
    numbers = {place.start: f"#{n}" for n, place in enumerate(
        sorted((place for field in report.fields for place in field.occurrences), key=lambda place: place.start), 1
    )}  # fmt: skip
    return [
        relation.kind.value
        + ("" if relation.is_certain else "?")
        + " "
        + " ".join(numbers.get(o.start, report.text[o.start : o.end]) for o in relation.operands)
        for relation in find_relations(report)
    ]


@pytest.mark.parametrize(("text", "wanted"), read_cases())
def test_case(text, wanted):
    assert sorted(told(report_of(text))) == sorted(wanted)


def test_cases_without_relations_are_many():
    assert sum(not case.values[1] for case in read_cases()) >= 20


def test_formulas_speak_the_words_of_the_report():
    report = report_of("全市一般公共预算支出X亿元，其中民生支出X亿元，占一般公共预算支出比重X%。")
    assert [relation.formula for relation in find_relations(report)] == [
        "民生支出≤全市一般公共预算支出",
        "民生支出÷全市一般公共预算支出×100%＝占比",
    ]
    growth = find_relations(report_of("一般公共预算收入完成xx亿元，同比增收xx亿元，增长xx%。"))
    assert [relation.formula for relation in growth] == ["增收÷（一般公共预算收入－增收）×100%＝增长率"]


def test_a_base_is_found_in_another_paragraph_by_its_only_name():
    report = report_of("税收收入xx亿元，保持稳定。\n前10户企业入库xx亿元，占全县税收收入的xx%。")
    assert told(report) == ["share #1 #2 #3"]
    twice = report_of("税收收入xx亿元。\n税收收入xx亿元。\n前10户企业入库xx亿元，占全县税收收入的xx%。")
    assert told(twice) == ["share #3 #4"]


def test_filling_changes_no_relation():
    text = "收回存量资金xx万元，其中本金xx万元、利息xx万元，已支出X,XXX万元，支出进度xx%。"
    report = report_of(text)
    before = told(report)
    for field, value in zip(report.fields, ["约1,234.50", "十二", "300余", "5", "３.5"], strict=True):
        report = fill_field(report, field.id, value)
    assert len(before) == 4
    assert told(report) == before


def test_the_odd_one_out_of_two_years():
    report = report_of("推动X年全市工作再上台阶，成绩显著。X年，市局获评先进。")
    (relation,) = find_relations(report)
    assert relation.kind is RelationKind.EQUAL
    assert not relation.is_certain


@given(st.text(alphabet="其中占比重增长合计已支出由到共、，。；：xX%亿元万个名年20.5收入的\n", max_size=80))
def test_relations_of_any_text_are_well_formed(text):
    report = report_of(text)
    ids = {field.id for field in report.fields} | {None}
    for relation in find_relations(report):
        assert len(relation.operands) > 1
        assert any(operand.field_id is not None for operand in relation.operands)
        assert {operand.field_id for operand in relation.operands} <= ids
        assert all(0 <= operand.start < operand.end <= len(text) for operand in relation.operands)
        assert len({operand.start for operand in relation.operands}) == len(relation.operands)
        assert relation.formula
        assert list(relation.operands) == sorted(relation.operands, key=lambda operand: operand.start)
        if relation.kind is RelationKind.SUM:
            assert len(relation.with_role(OperandRole.WHOLE)) == 1
            assert len(relation.with_role(OperandRole.PART)) > 1


def test_an_empty_report_has_none():
    assert find_relations(Report("")) == ()
