"""Arithmetic: what filled figures say of each other, what is proposed, and how figures are read and written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling.arithmetic import Verdict, evaluate, proposals, reckon
from assistant.filling.asking import find_fields
from assistant.filling.figures import unit_behind
from assistant.filling.intervals import Interval
from assistant.filling.printed import read_figure, write_figure
from assistant.filling.relations import find_relations
from assistant.report.fields import State
from assistant.report.model import Report
from assistant.report.relations import RelationKind
from tests.report.filled import fill_field, set_state


def filled(text, *values):
    """Return a report whose fields have these values in the order of the text; "" leaves one open."""
    report = Report(text, find_fields(text))
    for field, value in zip(report.fields, values, strict=True):
        if value:
            report = fill_field(report, field.id, value)
    return report


def judged(report, kind):
    (relation,) = [one for one in find_relations(report) if one.kind is kind]
    return evaluate(relation, report)


SHARE = "支出xx亿元，其中民生支出xx亿元，占比xx%。"
GROWTH = "收入完成xx亿元，同比增收xx亿元，增长xx%。"
DECLINE = "收入完成xx亿元，同比减收xx万元，下降xx%。"
SUM = "本息xx亿元，其中本金xx亿元、利息xx亿元。"
POINTS = "税收占比由xx%提高到xx%，提高xx个百分点。"
YEARLY = "投资由2020年的xx亿元增加到2025年的xx亿元，年均增长xx%。"
TIMES = "今年投入xx亿元，是去年投入xx亿元的xx倍。"
AGE = "2021年，收看庆祝中国共产党成立xx周年大会。"
SOLVED = "收集问题xx条，已解决xx条，正在办理xx条。"
CHANGE = "面积由xx亩增加到xx亩，增加xx亩。"


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        ("anniversary", AGE, ("100",)),
        ("share", SHARE, ("28.46", "23.05", "81.0")),
        ("share", SHARE, ("28.46", "23.05", "81")),
        ("share", "支出xx亿元，其中民生支出xx万元，占比xx%。", ("28.46", "230,500", "81.0")),
        ("share", "排查隐患xx处，已整改xx处，整改率xx%。", ("六十七", "五十九", "88.1")),
        ("growth", GROWTH, ("13.57", "0.67", "5.2")),
        ("growth", DECLINE, ("15.94", "4600", "2.8")),
        ("growth", YEARLY, ("18.52", "24.30", "5.6")),
        ("growth", "投资由上年的xx亿元增加到xx亿元，增长xx%。", ("10", "12.5", "25")),
        ("ratio", TIMES, ("108.50", "82.20", "1.32")),
        ("sum", SUM, ("1.52", "0.94", "0.58")),
        ("sum", SUM, ("1.5", "0.94", "0.58")),
        ("sum", SOLVED, ("约100", "60", "38")),
        ("sum", SOLVED, ("100余", "60", "45")),
        ("pp_change", POINTS, ("66.2", "67.2", "1.0")),
        ("pp_change", POINTS, ("66.24", "67.2", "1.0")),
        ("increase", CHANGE, ("30", "50", "20")),
        ("part_le_whole", "发现问题xx个，已整改xx个。", ("67", "67")),
    ],
)
def test_consistent(kind, text, values):
    assert judged(filled(text, *values), RelationKind(kind)).verdict is Verdict.CONSISTENT


@pytest.mark.parametrize(
    ("kind", "text", "values", "right", "calculation"),
    [
        ("share", SHARE, ("28.46", "23.05", "82.0"), "81.0", "23.05÷28.46×100%＝81.0%"),
        ("anniversary", AGE, ("101",), "100", "2021－1921＝100"),
        ("growth", GROWTH, ("13.57", "0.67", "4.9"), "5.2", "0.67÷（13.57－0.67）×100%＝5.2%"),
        (
            "growth",
            YEARLY,
            ("18.52", "24.30", "6.2"),
            "5.6",
            "［（24.30÷18.52）^（1÷（2025－2020））－1］×100%＝5.6%",
        ),
        ("ratio", TIMES, ("108.50", "82.20", "1.5"), "1.3", "108.50÷82.20＝1.3"),
        ("sum", SUM, ("1.52", "0.94", "0.68"), "1.62", "0.94＋0.68＝1.62"),
        ("sum", SOLVED, ("100", "60", "45"), "105", "60＋45＝105"),
        (
            "share",
            "支出xx亿元，其中民生支出xx元，占比xx%。",
            ("0.50", "4000000", "9"),
            "8",
            "4000000元÷0.50亿元×100%＝8%",
        ),
        ("sum", SOLVED, ("一百", "六十", "三十"), "九十", "六十＋三十＝九十"),
        ("pp_change", POINTS, ("66.2", "67.2", "2.0"), "1.0", "67.2－66.2＝1.0"),
        ("increase", CHANGE, ("30", "50", "25"), "20", "50－30＝20"),
        ("part_le_whole", "发现问题xx个，已整改xx个。", ("67", "69"), "", "69＞67"),
        ("part_le_whole", "到位资金xx亿元，已支付xx万元。", ("1.2", "13000"), "", "13000万元＞1.2亿元"),
    ],
)
def test_contradicts(kind, text, values, right, calculation):
    outcome = judged(filled(text, *values), RelationKind(kind))
    assert (outcome.verdict, outcome.value, outcome.calculation) == (Verdict.CONTRADICTS, right, calculation)


@pytest.mark.parametrize(
    ("kind", "text", "values", "value"),
    [
        ("anniversary", AGE, ("",), "100"),
        ("share", SHARE, ("28.46", "23.05", ""), "81.0"),
        ("share", "支出xx亿元，其中民生支出xx亿元，占比XX.XX%。", ("28.46", "23.05", ""), "80.99"),
        ("share", "排查隐患xx处，已整改xx处，整改率xx%。", ("8", "4", ""), "50.0"),
        ("growth", GROWTH, ("13.57", "0.67", ""), "5.2"),
        ("sum", SUM, ("", "0.94", "0.58"), "1.52"),
        ("sum", SUM, ("1.52", "0.94", ""), "0.58"),
        ("sum", SUM, ("2", "1.25", ""), ""),
        ("sum", SOLVED, ("", "60", "45"), "105"),
        ("pp_change", POINTS, ("66.2", "", "1.0"), "67.2"),
        ("pp_change", POINTS, ("66", "67", ""), "1.0"),
    ],
)
def test_computable(kind, text, values, value):
    outcome = judged(filled(text, *values), RelationKind(kind))
    assert outcome.value == value
    assert outcome.verdict is (Verdict.COMPUTABLE if value else Verdict.OPEN)


@pytest.mark.parametrize(
    ("kind", "text", "values", "verdict"),
    [
        ("share", SHARE, ("28.46", "", ""), Verdict.OPEN),
        ("share", SHARE, ("0", "0", "5"), Verdict.OPEN),
        ("share", SHARE, ("3—5", "2", "50"), Verdict.OPEN),
        ("share", SHARE, ("28.46", "", "81.0"), Verdict.OPEN),
        ("growth", "收入xx亿元，增长xx%。", ("3", "5"), Verdict.UNTOLD),
        ("part_le_whole", "发现问题xx个，已整改xx个。", ("67", ""), Verdict.OPEN),
    ],
)
def test_nothing_to_say(kind, text, values, verdict):
    assert judged(filled(text, *values), RelationKind(kind)).verdict is verdict


def test_proposals_follow_from_filled_fields_and_write_nothing():
    report = filled(SHARE, "28.46", "23.05", "")
    found = proposals(report)
    (field_id,) = found
    assert report.field(field_id).value == ""
    assert (found[field_id].value, found[field_id].calculation) == ("81.0", "23.05÷28.46×100%＝81.0%")
    assert found[field_id].formula == "民生支出÷支出×100%＝占比"


def test_a_stale_figure_is_proposed_anew_and_proposes_nothing():
    report = filled(SHARE, "28.46", "23.05", "70.0")
    whole, _, percent = (field.id for field in report.fields)
    assert proposals(set_state(report, percent, State.STALE))[percent].value == "81.0"
    assert proposals(set_state(report, whole, State.STALE)) == {}
    assert proposals(set_state(fill_field(report, percent, ""), percent, State.WAIVED)) == {}


def test_relations_that_disagree_propose_nothing():
    text = "投资由上年的xx亿元增加到xx亿元，增加xx亿元。税收占比由xx%提高到xx%，提高xx个百分点。"
    agreeing = filled(text, "30", "", "20", "66.2", "", "1.0")
    assert [one.value for one in proposals(agreeing).values()] == ["50", "67.2"]
    twice = "本息xx亿元，其中本金xx亿元、利息xx亿元；本金xx亿元、利息xx亿元，合计xx亿元。"
    assert proposals(filled(twice, "", "0.94", "0.58", "0.94", "0.58", "1.52"))


def test_another_value_can_be_tried():
    report = filled(SUM, "1.52", "0.94", "0.68")
    (relation,) = [one for one in find_relations(report) if one.kind is RelationKind.SUM]
    last = relation.operands[-1]
    assert evaluate(relation, report, instead={last.start: "0.58"}).verdict is Verdict.CONSISTENT
    assert reckon(relation, report, last).value == "0.58"


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("12.5", "亿元", "1245000000", "1255000000"),
        ("约12.5", "亿元", "1245000000", "1255000000"),
        ("1,234.50", "万元", "12344950", "12345050"),
        ("１２．５", "%", "12.45", "12.55"),
        ("十二", "名", "12", "12"),
        ("67", "个", "67", "67"),
        ("300余", "人", "300", "400"),
        ("近300", "人次", "200", "300"),
        ("3", "万人次", "25000", "35000"),
        ("-3.1", "%", "-3.15", "-3.05"),
    ],
)
def test_reading_figures(text, unit, low, high):
    found = read_figure(text, unit_behind(unit, 0))
    assert (found.span.low, found.span.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["很多", "3—5", "", "12.5.6", "xx"])
def test_what_is_no_figure(text):
    assert read_figure(text, unit_behind("个", 0)) is None


def test_words_in_front_of_a_figure_widen_it():
    report = filled("收集问题约xx条，已解决xx条，正在办理xx条。", "100", "60", "38")
    assert judged(report, RelationKind.SUM).verdict is Verdict.CONSISTENT


_AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("9999"), places=4)


def _rounded(value, places):
    return f"{round(value, places):.{places}f}"


@given(_AMOUNTS, _AMOUNTS, st.integers(0, 3), st.integers(0, 2))
def test_rightly_rounded_shares_never_contradict(part, rest, places, percent_places):
    whole = part + rest
    percent = 100 * part / whole
    report = filled(SHARE, _rounded(whole, places), _rounded(part, places), _rounded(percent, percent_places))
    assert judged(report, RelationKind.SHARE).verdict is not Verdict.CONTRADICTS
    assert judged(report, RelationKind.PART_LE_WHOLE).verdict is Verdict.CONSISTENT


@given(_AMOUNTS, _AMOUNTS, st.integers(0, 3))
def test_rightly_rounded_growth_never_contradicts(base, increase, places):
    amount, rate = base + increase, 100 * increase / base
    report = filled(GROWTH, *(_rounded(value, places) for value in (amount, increase, rate)))
    assert judged(report, RelationKind.GROWTH).verdict is not Verdict.CONTRADICTS


@given(st.lists(st.integers(0, 9999), min_size=2, max_size=2), st.integers(1, 500))
def test_counts_that_do_not_add_up_always_contradict(parts, off):
    total = sum(parts)
    report = filled(SOLVED, str(total + off), *map(str, parts))
    outcome = judged(report, RelationKind.SUM)
    assert (outcome.verdict, outcome.value) == (Verdict.CONTRADICTS, str(total))


@given(_AMOUNTS, _AMOUNTS, st.sampled_from(["亿元", "万元", "个", "%"]), st.integers(0, 3))
def test_written_figures_are_read_back(value, other, unit_text, places):
    unit = unit_behind(unit_text, 0)
    text = write_figure(value * unit.scale, unit, places)
    assert abs(read_figure(text, unit).value / unit.scale - value) <= Decimal(1).scaleb(-places) / 2
    assert write_figure(value * unit.scale, unit, places, "1,000").replace(",", "") == text


@given(_AMOUNTS, _AMOUNTS, _AMOUNTS, _AMOUNTS)
def test_intervals_hold_what_is_reckoned_inside_them(one, width, two, other_width):
    first, second = Interval(one, one + width), Interval(two, two + other_width)
    inside, beside = one + width / 3, two + other_width / 2
    for span, value in (
        (first + second, inside + beside),
        (first - second, inside - beside),
        (first * second, inside * beside),
        (first / second, inside / beside),
        (-first, -inside),
    ):
        assert span.low <= value <= span.high


def test_no_division_by_what_may_be_nothing():
    with pytest.raises(ZeroDivisionError):
        Interval.exactly(1) / Interval(Decimal(-1), Decimal(1))
    with pytest.raises(ZeroDivisionError):
        Interval(Decimal(-1), Decimal(1)).power(Decimal("0.5"))
