"""Chinese numerals and heading labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.errors import AssistantError
from assistant.report.numbering import LARGEST, chinese_numeral, numeral_value, read_label, write_label


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (10000, "一万"),
        (10005, "一万零五"),
        (110000, "十一万"),
        (100000000, "一亿"),
        (100000001, "一亿零一"),
    ],
)
def test_numerals_as_people_write_them(value, numeral):
    assert chinese_numeral(value) == numeral
    assert numeral_value(numeral) == value


@given(st.integers(0, LARGEST))
def test_every_numeral_is_read_back(value):
    assert numeral_value(chinese_numeral(value)) == value


@pytest.mark.parametrize(("text", "value"), [("二〇二六", 2026), ("一二", 12), ("12", 12), ("１２", 12), ("两百", 200)])
def test_other_ways_to_write_numbers(text, value):
    assert numeral_value(text) == value


@pytest.mark.parametrize("text", ["", "甲", "一2", "十X", "第一", "1.5"])
def test_what_is_no_numeral(text):
    assert numeral_value(text) is None


def test_numeral_out_of_range():
    with pytest.raises(ValueError, match="-1"):
        chinese_numeral(-1)


@pytest.mark.parametrize(
    ("line", "level", "value", "printed"),
    [
        ("一、总体情况", 1, 1, "一、"),
        ("十二、其他", 1, 12, "十二、"),
        ("（二）主要做法", 2, 2, "（二）"),
        ("(五）加强党风廉政建设", 2, 5, "(五）"),
        ("(一)基层党建", 2, 1, "(一)"),
        ("（三）、收入", 2, 3, "（三）、"),
        ("3.围绕目标", 3, 3, "3."),
        ("１２．围绕目标", 3, 12, "１２．"),
        ("4、围绕目标", 3, 4, "4、"),
        ("（1）抓收入", 4, 1, "（1）"),
        ("②抓支出", 4, 2, "②"),
    ],
)
def test_labels(line, level, value, printed):
    label = read_label(line)
    assert label is not None
    assert (label.level, label.value, label.printed) == (level, value, printed)


@pytest.mark.parametrize(
    "line", ["一是抓收入", "3.5亿元", "2023年工作", "第一，", "二〇二三年", "（试行）", "1.2.3", ""]
)
def test_what_is_no_label(line):
    assert read_label(line) is None


@given(st.integers(1, 4), st.integers(1, 99))
def test_written_labels_are_read_back_well_formed(level, value):
    label = read_label(write_label(level, value) + "标题")
    assert label is not None
    assert (label.level, label.value, label.is_well_formed) == (level, value, True)


def test_there_is_no_level_five():
    with pytest.raises(AssistantError, match=r"numbering\.level"):
        write_label(5, 1)
