"""Masking: hand cases, the shipped samples with their answers, and what holds for every text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling.asking import find_fields
from assistant.filling.masking import mask_report, masked_again
from assistant.filling.reuse import reuse_report
from assistant.report.fields import Kind, State
from assistant.report.model import Report
from assistant.resources import resource_path
from tests.report.filled import fill_field, set_state

BOOK = {
    "province": "江南省",
    "city": "安澜市",
    "county": "青禾县",
    "unit": "青禾县财政局",
    "unit_short": "县财政局",
    "industry": "财政",
    "superior": "安澜市财政局",
    "secretary": "周知远",
    "head": "周知远",
}
SAMPLES = sorted(resource_path("samples").glob("*.txt"))
FINANCE = [path for path in SAMPLES if path.stem.startswith("财政")]
"""The samples in which nearly every figure and name is masked."""
NAMES = (Kind.PLACE, Kind.ORG, Kind.PERSON)


def masked(text, entries=BOOK, style="xx"):
    return mask_report(Report(text), entries=entries, style=style).text


def filled(text, *values):
    report = Report(text, find_fields(text))
    for field, value in zip(report.fields, values, strict=True):
        report = fill_field(report, field.id, value) if value else report
    return report


def sample(path):
    """Return a shipped sample filled with its example answers."""
    answers = json.loads(path.with_name(f"{path.stem}.answers.json").read_text("utf-8"))
    report = Report(path.read_text("utf-8"), find_fields(path.read_text("utf-8")))
    for field in report.fields:
        if isinstance(answers.get(field.id), str):
            report = fill_field(report, field.id, answers[field.id])
    return report


def require_all_read_back(made):
    """Every spot holds a marker, no marker but a compound belongs to two, and spots are in order."""
    places = [(place.start, place.end) for field in find_fields(made.text) for place in field.occurrences]
    by = end = 0
    for spot in made.spots:
        start = spot.start + by
        by += len(spot.mask) - (spot.end - spot.start)
        assert spot.start >= end
        end = spot.end
        assert made.text[start : start + len(spot.mask)] == spot.mask
        assert any(a < start + len(spot.mask) and start < b for a, b in places), spot


def require_no_name_left(made):
    names = {spot.original for spot in made.spots if spot.kind in NAMES}
    assert {name for name in names if name in made.text} == set()


# --- hand cases


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年3月5日召开会议", "20xx年xx月xx日召开会议"),
        ("3月5日召开会议", "xx月xx日召开会议"),
        ("二〇二五年三月印发", "20xx年xx月印发"),
        ("自1949年以来", "自19xx年以来"),
        ("2021—2025年规划", "20xx—20xx年规划"),
        ("1—6月，支出加快", "xx—xx月，支出加快"),
        ("收入12.5亿元，增长5.2%", "收入xx亿元，增长xx%"),
        ("百分之五", "百分之xx"),
        ("学习30余次", "学习xx余次"),
        ("铁路12km", "铁路××km"),
        ("学习二十届四中全会精神", "学习二十届X中全会精神"),
        ("二十届三中、四中全会", "二十届X中、X中全会"),
        ("第十七届人民代表大会第五次会议", "第xx届人民代表大会第xx次会议"),
        ("召开第3次会议", "召开第xx次会议"),
        ("财发〔2023〕5号", "财发〔20xx〕xx号"),
        ("张三同志主持", "xx同志主持"),
        ("青禾县财政局", "xx县财政局"),
        ("江南省安澜市青禾县财政局，学习青禾经验", "xx省xx市xx县财政局，学习xx经验"),
        ("县财政局局长周知远强调，周局长指出", "县财政局局长xx强调，xx局长指出"),
        ("前往柳溪镇调研，柳溪的变化", "前往xx镇调研，xx的变化"),
        ("财政工作是县财政局的本职", "财政工作是县财政局的本职"),
        ("xx县收入XX亿元", "xx县收入XX亿元"),
        ("习近平总书记强调，两个维护，24小时值班，《预算法》第三条", None),
        ("党的二十大和二十届历次全会精神，“十五五”规划，1号文件", None),
    ],
)
def test_case(text, expected):
    made = mask_report(Report(text), entries=BOOK)
    assert made.text == (text if expected is None else expected)
    require_all_read_back(made)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("××", "××县20××年××月××日，二十届×中全会，××亿元"),
        ("**", "**县20**年**月**日，二十届*中全会，**亿元"),
        ("○○", "○○县20○○年○○月○○日，二十届○中全会，○○亿元"),
    ],
)
def test_styles(style, expected):
    assert masked("青禾县2025年3月5日，二十届四中全会，5亿元", style=style) == expected


def test_a_common_word_is_a_value_apart_from_the_place_of_that_name():
    made = mask_report(Report("和平县财政局为和平事业作贡献，和平县奋进。"))
    assert [(spot.original, spot.mask, spot.places) for spot in made.spots] == [
        ("和平县", "xx县", 2),
        ("和平", "xx", 1),
        ("和平县", "xx县", 2),
    ]


def test_names_side_by_side_stay_two_questions():
    made = mask_report(Report("参加的有周知远沈怀谦。"), entries={"secretary": "周知远", "head": "沈怀谦"})
    assert len([place for field in find_fields(made.text) for place in field.occurrences]) == 2
    require_no_name_left(made)


@pytest.mark.parametrize(
    ("entries", "text", "expected"),
    [
        ({"unit": "临江中学"}, "临江中学总结：临江学子", "xx中学总结：xx学子"),
        ({"unit": "云坪民政局"}, "云坪民政局", "xx民政局"),
        ({"unit_short": "县财政局", "industry": "财政"}, "县财政局抓好财政工作", "县财政局抓好财政工作"),
        ({"county": "青禾"}, "青禾县委", "xx县委"),
        ({"联系人": "欧阳若水"}, "联系人：欧阳若水", "联系人：xx"),
    ],
)
def test_entries_of_the_book(entries, text, expected):
    assert masked(text, entries) == expected


# --- fields


def test_filled_fields_get_their_own_markers_back_and_their_names_are_masked_elsewhere():
    report = filled("**县收入XX亿元，××同志。\n学习经验。", "青禾", "12.5", "张远帆")
    report = Report(report.text + "青禾人民，张远帆说，张局长。", report.fields)
    made = mask_report(report)
    assert made.text == "**县收入XX亿元，××同志。\n学习经验。xx人民，xx说，xx局长。"
    require_all_read_back(made)


def test_open_and_waived_fields_stay():
    report = filled("收入xx亿元，支出xx亿元，增长xx%", "", "", "5.2")
    report = set_state(report, report.fields[1].id, State.WAIVED)
    made = mask_report(report)
    assert made.text == "收入xx亿元，支出xx亿元，增长xx%"
    assert [spot.original for spot in made.spots] == ["5.2"]


def test_an_industry_that_was_filled_in_is_no_name():
    report = filled("xx局抓好xx工作", "财政", "财政")
    report = Report(report.text + "，财政收入", report.fields)
    assert mask_report(report).text == "xx局抓好xx工作，财政收入"


def test_stale_fields_are_masked_by_their_kind():
    text = "2025年，青禾县财政局3月5日投入12.5亿元，二十届四中全会，周知远同志。"
    assert mask_report(reuse_report(Report(text))).text == masked(text)


def test_only_the_chosen_spots_are_masked():
    report = Report("青禾县收入5亿元，支出6亿元")
    made = mask_report(report, entries=BOOK)
    assert masked_again(report.text, made.spots[1:2]).text == "青禾县收入xx亿元，支出6亿元"
    assert masked_again(report.text, ()).text == report.text


# --- the shipped samples


@pytest.mark.parametrize("style", ["xx", "××", "**"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("is_plain", [True, False], ids=["plain", "fields"])
def test_sample(path, is_plain, style):
    report = sample(path)
    made = mask_report(Report(report.text) if is_plain else report, entries=BOOK, style=style)
    require_all_read_back(made)
    require_no_name_left(made)
    assert all(name not in made.text for name in ("青禾", "安澜", "江南", "周知远"))
    assert path not in FINANCE or len(made.spots) >= len(find_fields(path.read_text("utf-8")))


@pytest.mark.parametrize("path", FINANCE, ids=lambda path: path.stem)
def test_a_filled_sample_goes_back_to_its_own_fields(path):
    text = path.read_text("utf-8")
    again = {field.id for field in find_fields(mask_report(sample(path)).text)}
    own = {field.id for field in find_fields(text)}
    assert len(own & again) >= 0.9 * len(own)


# --- what holds for every text

_CHARACTERS = st.sampled_from(
    "一二三十百千万两第届次年月日中全会个名人家元亿青禾县市局财政周知远张同志xX*×○0123456789.-—+%，。《》“”、：k\n\0"
)


@given(st.text(_CHARACTERS, max_size=60), st.sampled_from(["xx", "××", "**"]))
def test_every_mask_reads_back_and_no_name_stays(text, style):
    made = mask_report(Report(text, find_fields(text)), entries=BOOK, style=style)
    require_all_read_back(made)
    require_no_name_left(made)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("述责述廉报告\n好。\n述责述廉人：王建国", "述责述廉报告\n好。\n述责述廉人：xx"),
        ("情况汇报\n好。\n汇报人：欧阳建华", "情况汇报\n好。\n汇报人：xx"),
        ("工作总结\n好。\n县财政局 张三丰", "工作总结\n好。\n县财政局 xx"),
        ("工作总结\n县财政局局长 张三丰\n好。", "工作总结\n县财政局局长 xx\n好。"),
        ("工作总结\n好。\n联系人：办公室", "工作总结\n好。\n联系人：办公室"),
    ],
)
def test_the_name_in_a_signature_line_is_masked(text, masked):
    assert mask_report(Report(text)).text == masked
