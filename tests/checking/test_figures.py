"""Contradicting figures: which one is told, what would mend it, and what must stay silent."""

import json

import pytest

from assistant.checking.figures import contradictions
from assistant.checking.findings import Examined, Severity
from assistant.filling.arithmetic import Verdict, evaluate, proposals
from assistant.filling.asking import find_fields
from assistant.filling.relations import find_relations
from assistant.filling.reuse import reuse_report
from assistant.report.fields import Kind, State
from assistant.report.model import Report
from assistant.report.relations import RelationKind
from assistant.resources import resource_path
from tests.report.filled import fill_field, set_state

SAMPLES = sorted(resource_path("samples").glob("*.txt"))
FINANCE = [path for path in SAMPLES if path.stem.startswith("财政")]
"""The samples that are dense with figures which follow from each other."""


def filled(text, *values):
    report = Report(text, find_fields(text))
    for field, value in zip(report.fields, values, strict=True):
        report = fill_field(report, field.id, value) if value else report
    return report


def found(report):
    return [
        (report.text[one.start : one.end], one.fix, one.severity.value) for one in contradictions(Examined(report, ()))
    ]


def sample(path):
    """Return a shipped sample filled with its example answers."""
    text = path.read_text("utf-8")
    answers = json.loads(path.with_name(f"{path.stem}.answers.json").read_text("utf-8"))
    report = Report(text, find_fields(text))
    for field in report.fields:
        if isinstance(answers.get(field.id), str):
            report = fill_field(report, field.id, answers[field.id])
    return report


def test_a_figure_let_stand_from_the_earlier_report_is_the_one_in_doubt():
    report = reuse_report(Report("支出200亿元，其中民生支出150亿元，占比75%。"))
    by_value = {field.value: field.id for field in report.fields}
    report = fill_field(fill_field(report, by_value["200"], "250"), by_value["75"], "80")
    report = set_state(report, by_value["150"], State.CONFIRMED)
    assert [words for words, _, _ in found(report)] == ["150"]


SHARE = "支出xx亿元，其中民生支出xx亿元，占比xx%。"


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        # a rate that does not follow from its figures
        (SHARE, ("28.46", "23.05", "75.3"), [("75.3", "81.0", "warning")]),
        # a slip in an amount: one other digit there mends it, the rate would change altogether
        (SHARE, ("28.46", "24.05", "81.0"), [("24.05", "23.05", "warning")]),
        # one wrong figure that breaks two relations is told once
        (
            "收入xx亿元，其中税收收入xx亿元、非税收入xx亿元。税收收入占收入的xx%。",
            ("18.57", "9.12", "4.45", "67.2"),
            [("18.57", "13.57", "warning")],
        ),
        ("发现问题xx个，已整改xx个。", ("67", "69"), [("69", None, "warning")]),
        # a sum that is only supposed: too little may be left out, too much may not
        ("共争取资金xx万元，其中甲xx万元、乙xx万元。", ("90", "30", "25"), [("90", None, "hint")]),
        ("共争取资金xx万元，其中甲xx万元、乙xx万元。", ("90", "70", "80"), [("90", None, "warning")]),
        (SHARE, ("28.46", "23.05", ""), []),
        (SHARE, ("28.46", "23.05", "81.0"), []),
        ("收入xx亿元，增长xx%。", ("3", "80"), []),
    ],
)
def test_what_is_told(text, values, expected):
    assert found(filled(text, *values)) == expected


def test_parameters_explain_it():
    report = filled(SHARE, "28.46", "23.05", "75.3")
    (finding,) = contradictions(Examined(report, ()))
    assert finding.rule == "figure-contradiction"
    assert finding.severity is Severity.WARNING
    assert finding.parameters == {
        "printed": "75.3",
        "right": "81.0",
        "formula": "民生支出÷支出×100%＝占比",
        "calculation": "23.05÷28.46×100%＝81.0%",
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_shipped_samples_add_up(path):
    assert found(sample(path)) == []


@pytest.mark.parametrize("path", FINANCE, ids=lambda path: path.stem)
def test_the_finance_samples_are_dense_with_relations(path):
    report = sample(path)
    kinds = {relation.kind for relation in find_relations(report)}
    assert {RelationKind.SHARE, RelationKind.GROWTH, RelationKind.SUM, RelationKind.PP_CHANGE} <= kinds
    assert len(find_relations(report)) >= 25


@pytest.mark.parametrize("path", FINANCE, ids=lambda path: path.stem)
def test_one_wrong_digit_is_nearly_always_noticed(path):
    report = sample(path)
    checked = {
        operand.field_id
        for relation in find_relations(report)
        if relation.kind is not RelationKind.PART_LE_WHOLE and evaluate(relation, report).verdict is Verdict.CONSISTENT
        for operand in relation.operands
    }
    told = [
        found(fill_field(report, field.id, str((int(field.value[0]) + 3) % 10) + field.value[1:]))
        for field in report.fields
        if field.id in checked and field.value[0].isdigit()
    ]
    assert len(told) >= 25
    assert sum(map(bool, told)) >= 0.95 * len(told)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_proposed_is_the_example_answer(path):
    report = sample(path)
    figures = [field for field in report.fields if field.kind in (Kind.NUMBER, Kind.PERCENT)]
    proposed = {
        field.id: found_value.value
        for field in figures
        if (found_value := proposals(fill_field(report, field.id, "")).get(field.id)) is not None
    }
    assert len(proposed) >= (15 if path in FINANCE else 0)
    assert proposed == {field.id: field.value for field in figures if field.id in proposed}
