"""Reuse: the cases of tests/cases/reuse.txt, what happens to fields, and links."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling.asking import find_fields
from assistant.filling.figures_in_text import find_figures
from assistant.filling.reuse import proposed_value, reuse_report
from assistant.report.edits import keep_answer
from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.report.model import Report
from tests.report.filled import fill_field, set_state

_LINES = [
    line
    for line in (Path(__file__).parent.parent / "cases" / "reuse.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]
BOOK = {
    "province": "江南省",
    "city": "安澜市",
    "county": "青禾县",
    "unit": "青禾县财政局",
    "unit_short": "县财政局",
    "superior": "安澜市财政局",
    "secretary": "周知远",
    "head": "周知远",
}
OTHER = {**BOOK, "county": "云坪区", "unit": "云坪区民政局", "unit_short": "区民政局", "superior": "安澜市民政局"}


def stale(text, book=None):
    """Return the texts of the new report's places in order, by field."""
    fields = reuse_report(Report(text), book=book).fields
    return [[text[place.start : place.end] for place in field.occurrences] for field in fields]


def by_label(report):
    return {field.label: field for field in report.fields}


@pytest.mark.parametrize("line", _LINES)
def test_case(line):
    text = re.sub("[⟦⟧]", "", line)
    report = reuse_report(Report(text))
    places = sorted((place.start, place.end) for field in report.fields for place in field.occurrences)
    assert [text[start:end] for start, end in places] == [found[1] for found in re.finditer("⟦(.*?)⟧", line)]
    assert all(field.state is State.STALE for field in report.fields)


def test_a_third_of_the_cases_is_left_alone():
    assert sum("⟦" not in line for line in _LINES) >= len(_LINES) // 3


# --- kinds and units


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("组织学习30余次。", Kind.NUMBER, "30余", "次"),
        ("投入1亿元。", Kind.NUMBER, "1", "亿元"),
        ("增长5.2%。", Kind.PERCENT, "5.2", "%"),
        ("提高3.5个百分点。", Kind.PERCENT, "3.5", "个百分点"),
        ("近20年来成效显著。", Kind.NUMBER, "20", "年"),
        ("培训一千二百人。", Kind.NUMBER, "一千二百", "人"),
        ("2023年度工作。", Kind.DATE, "2023", "年"),
        ("2023年3月5日召开。", Kind.DATE, "2023年3月5日", ""),
        ("1-11月，支出加快。", Kind.DATE, "1-11", "月"),
        ("二十届三中全会精神。", Kind.SESSION, "二十届三中全会", ""),
        ("召开第3次会议。", Kind.NUMBER, "3", "次"),
        ("百分之五。", Kind.PERCENT, "五", ""),
        ("林川县财政局。", Kind.PLACE, "林川县", ""),
        ("周知远同志主持。", Kind.PERSON, "周知远", ""),
    ],
)
def test_kind_value_and_unit(text, kind, value, unit):
    field = reuse_report(Report(text)).fields[0]
    assert (field.kind, field.value, field.unit) == (kind, value, unit)
    assert field.occurrences[0].marker == value


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023年度工作总结", "年份（原2023）"),
        ("自治区第十二次党代会精神", "自治区第几次党代会"),
        ("2023年发展党员30名。", "发展党员"),
        ("林川县财政局", "地名“林川县”"),
    ],
)
def test_labels_hold_no_old_figure_beside_them(text, label):
    assert label in by_label(reuse_report(Report(text)))


# --- links


def test_one_year_is_one_field_and_so_is_one_session():
    text = "2023年度总结\n2023年，学习二十届三中全会精神。2024年，落实二十届三中全会部署。"
    assert stale(text) == [["2023", "2023"], ["二十届三中全会", "二十届三中全会"], ["2024"]]
    links = {place.link for field in reuse_report(Report(text)).fields for place in field.occurrences}
    assert links == {Link.CERTAIN}


def test_one_figure_is_linked_where_the_words_before_it_are_the_same_and_only_suggested():
    text = "公共预算收入完成13.57亿元。前言说过，预算收入完成13.57亿元，支出完成4亿元，税收达到4亿元。"
    fields = reuse_report(Report(text)).fields
    assert [[place.link for place in field.occurrences] for field in fields] == [
        [Link.CERTAIN, Link.SUGGESTED],
        [Link.CERTAIN],
        [Link.CERTAIN],
    ]


def test_a_month_said_twice_may_be_two():
    places = reuse_report(Report("3月，启动。一年后的3月，完成。")).fields[0].occurrences
    assert [place.link for place in places] == [Link.CERTAIN, Link.SUGGESTED]


def test_all_places_of_a_name_are_one_field():
    text = "林川县财政局总结\n" + "林川县财政局的工作，为林川县发展作贡献，建设美丽林川。" * 21
    whole, bare = stale(text)
    assert whole == ["林川县"] * 43
    assert bare == ["林川"] * 21


def test_a_common_word_is_a_name_for_sure_only_beside_its_kind():
    text = "和平县财政局\n和平县发展和平事业。"
    fields = reuse_report(Report(text)).fields
    assert [(field.value, [place.link for place in field.occurrences]) for field in fields] == [
        ("和平县", [Link.CERTAIN, Link.CERTAIN]),
        ("和平", [Link.CERTAIN]),
    ]


# --- names and the answer book


@pytest.mark.parametrize(
    "text",
    [
        "青禾县财政局党组，县财政局和市财政局",
        "安澜市青禾县委部署",
        "局长周知远同志主持，周局长强调",
        "青禾县委部署，前往柳溪镇、高坪村调研",
    ],
)
def test_what_the_book_confirms_is_left_alone(text):
    assert stale(text, BOOK) == []


def test_what_the_book_contradicts_is_stale():
    text = "青禾县财政局总结\n县财政局党组书记周知远同志主持，前往柳溪镇调研。青禾县财政局财政局机关学习。"
    assert stale(text, {**OTHER, "secretary": "沈怀谦", "head": "沈怀谦"}) == [
        ["青禾县", "青禾县"],
        ["财政局", "财政局", "财政局"],
        ["县财政局"],
        ["周知远"],
        ["柳溪镇"],
    ]


def test_a_bureau_behind_a_field_is_found_without_the_end_of_its_place():
    filled = fill_field(Report("xx县财政局", find_fields("xx县财政局")), find_fields("xx县财政局")[0].id, "青禾")
    values = [field.value for field in reuse_report(filled, book=OTHER).fields]
    assert values == ["青禾", "财政局"]


def test_without_a_book_bureaus_are_left_alone():
    assert stale("区财政局总支切实履行职责") == []


# --- fields that the report has


def test_fields_become_stale_open_ones_stay_and_waived_ones_open():
    text = "xx县收入xx亿元，支出xx亿元，增长xx%，由xx同志负责。"
    report = Report(text, find_fields(text))
    place, income, spending, growth, person = (field.id for field in report.fields)
    report = fill_field(report, place, "青禾")
    report = fill_field(report, income, "12", state=State.CONFIRMED)
    report = set_state(report, spending, State.WAIVED)
    report = keep_answer(report, growth, "很多")
    again = reuse_report(report)
    assert again.text == report.text
    found = {field.id: (field.state, field.value) for field in again.fields}
    assert found[place] == (State.STALE, "青禾")
    assert found[income] == (State.STALE, "12")
    assert found[spending] == (State.OPEN, "")
    assert found[growth] == (State.OPEN, "很多")
    assert found[person] == (State.OPEN, "")
    assert len(again.fields) == len(report.fields)
    assert fill_field(again, income, "").text.count("xx亿元") == 2


def test_one_name_that_was_asked_for_twice_is_one_field_with_its_plain_places():
    text = "xx县财政局\n学习青禾经验，xx县奋勇争先。"
    report = Report(text, find_fields(text))
    for field in report.fields:
        report = fill_field(report, field.id, "青禾")
    again = reuse_report(report)
    assert [(field.value, len(field.occurrences)) for field in again.fields] == [("青禾", 3)]
    assert fill_field(again, again.fields[0].id, "云坪").text == "云坪县财政局\n学习云坪经验，云坪县奋勇争先。"


def test_a_new_year_goes_into_every_place():
    report = reuse_report(Report("2023年度总结\n2023年投入4亿元。"))
    year = report.fields[0]
    again = fill_field(report, year.id, proposed_value(year))
    assert again.text == "2024年度总结\n2024年投入4亿元。"
    assert [field.state for field in again.fields] == [State.FILLED, State.STALE]


def test_reusing_twice_changes_nothing_more():
    once = reuse_report(Report("2023年，林川县财政局投入4亿元，召开第3次会议。"))
    assert reuse_report(once) == once


# --- what takes the place of a value


@pytest.mark.parametrize(
    ("value", "today", "proposed"),
    [
        ("2023", None, "2024"),
        ("2023", 2025, "2024"),
        ("2025", 2025, "2026"),
        ("2035", 2025, ""),
        ("1949", 2025, ""),
        ("二〇二三", None, "二〇二四"),
        ("二○二九", None, "二〇三〇"),
        ("2021—2025", None, ""),
        ("3月5日", None, ""),
        ("2023年3月5日", None, ""),
    ],
)
def test_years_offer_the_next(value, today, proposed):
    field = Field("a", Kind.DATE, "", "年", (Occurrence(0, 4, value),), value, State.STALE)
    assert proposed_value(field, today) == proposed


def test_only_stale_years_offer_the_next():
    field = Field("a", Kind.DATE, "", "年", (Occurrence(0, 4, "xx"),), "2023", State.FILLED)
    assert proposed_value(field) == ""
    number = Field("a", Kind.NUMBER, "", "元", (Occurrence(0, 4, "2023"),), "2023", State.STALE)
    assert proposed_value(number) == ""


# --- what holds for every text

_CHARACTERS = st.sampled_from(
    "一二三十百千万两第届次年月日中全会个名人家元亿青禾县市局财政xX*0123456789.-—%，。《》“”、1\n\0"
)


@given(st.text(_CHARACTERS, max_size=60))
def test_places_never_overlap_and_show_the_value(text):
    report = reuse_report(Report(text, find_fields(text)))
    assert report.text == text
    end = 0
    for place, field in sorted(((p, f) for f in report.fields for p in f.occurrences), key=lambda pair: pair[0].start):
        assert end <= place.start < place.end
        assert text[place.start : place.end] == (field.value or place.marker)
        assert "\n" not in text[place.start : place.end]
        end = place.end
    assert len({field.id for field in report.fields}) == len(report.fields)
    assert len({field.label for field in report.fields}) == len(report.fields)
    assert [field.start for field in report.fields] == sorted(field.start for field in report.fields)


@given(st.integers(0, 10**7), st.sampled_from(["次", "名", "亿元", "%", "人次", "个百分点", "公里", ""]))
def test_every_figure_is_found(figure, unit):
    assert [one.text for one in find_figures(f"累计达到{figure}{unit}，成效明显。")] == [str(figure)]


# --- the real samples


def test_reuse_of_sample_003(samples_dir):
    text = next(samples_dir.glob("003*.txt")).read_text("utf-8")
    report = reuse_report(Report(text), book=OTHER)
    covered = {at for field in report.fields for place in field.occurrences for at in range(place.start, place.end)}
    assert [m.start() for m in re.finditer("[0-9]", text) if m.start() not in covered] == []
    values = {(field.value, field.unit) for field in report.fields if field.kind is not Kind.ORG}
    assert values == {
        ("2023", "年"), ("2024", "年"), ("30余", "次"), ("4", "次"), ("12", "次"), ("2", "名"), ("1", "亿元"),
    }  # fmt: skip
    assert {field.value for field in report.fields if field.kind is Kind.ORG} == {"区财政局", "财政局"}


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_no_digit_of_a_sample_is_passed_over_but_those_of_titles(samples_dir, number):
    text = next(samples_dir.glob(f"{number}*.txt")).read_text("utf-8")
    report = reuse_report(Report(text, find_fields(text)))
    covered = {at for field in report.fields for place in field.occurrences for at in range(place.start, place.end)}
    rest = [text[m.start() : m.end() + 1] for m in re.finditer("[0-9]+", text) if m.start() not in covered]
    assert set(rest) <= {"1.", "2.", "3.", "4.", "5》", "50年", "100年"}
