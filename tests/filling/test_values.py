"""Answers: what fits a field, and the form in which it goes into the text."""

import pytest

from assistant.filling.asking import find_fields
from assistant.filling.values import tidy_value


@pytest.mark.parametrize(
    ("text", "answer", "tidy"),
    [
        ("收入xx亿元", "12.5", "12.5"),
        ("收入xx亿元", "12.5亿元", "12.5"),
        ("收入xx亿元", " １２．５ ", "12.5"),
        ("收入xx万元", "1,234.50", "1,234.50"),
        ("共xx名", "十二", "十二"),
        ("共xx名", "约300", "约300"),
        ("增长X%", "5.2%", "5.2"),
        ("增长X%", "5.2％", "5.2"),
        ("增长X%", "-3.1", "-3.1"),
        ("xx月xx日召开", "3月5日", "3月5日"),
        ("xx月xx日召开", "2026-03-05", "3月5日"),
        ("xx月xx日召开", "2026年3月5日", "3月5日"),
        ("X年X月X日召开", "2026/3/5", "2026年3月5日"),
        ("xx月，召开会议", "3", "3"),
        ("xx月，召开会议", "2026年3月5日", "3"),
        ("X年，获评先进", "2026年", "2026"),
        ("X月X日至X日参观", "3月5日至7日", "3月5日至7日"),
        ("X月X日至X日参观", "3月5日到3月7日", "3月5日至3月7日"),
        ("X月X日至X日参观", "2026-03-05", "3月5日"),
        ("xx月xx日召开", "三月五日", "三月五日"),
        ("xx月xx日召开", "2024-2-29", "2月29日"),
        ("xx月，召开会议", "3月5日", "3"),
        ("xx月，召开会议", "03", "3"),
        ("十九届X中X会", "六", "十九届六中全会"),
        ("十九届X中X会", "6", "十九届六中全会"),
        ("二十届X中全会", "四", "二十届四中全会"),
        ("由xx同志负责", "周知远", "周知远"),
        ("X市财政局", "安澜", "安澜"),
        ("十九届X中X会", "十九届六中全会", "十九届六中全会"),
    ],
)
def test_fits(text, answer, tidy):
    value = tidy_value(find_fields(text)[0], answer)
    assert (value.text, value.fits) == (tidy, True)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("收入xx亿元", "很多"),
        ("收入xx亿元", "12万元"),
        ("收入xx亿元", "xx"),
        ("增长X%", "五点二个"),
        ("xx月xx日召开", "明天"),
        ("xx月xx日召开", "5日"),
        ("xx月xx日召开", "1212"),
        ("xx月xx日召开", "3月32日"),
        ("xx月xx日召开", "2月30日"),
        ("xx月xx日召开", "2025-2-29"),
        ("X月X日至X日参观", "4"),
        ("X月X日至X日参观", "3.5至"),
        ("xx月，召开会议", "1212"),
        ("xx月，召开会议", "13"),
        ("xx月，召开会议", "7月1日至3日"),
        ("X年，获评先进", "3"),
        ("十九届X中X会", "王建国"),
        ("由xx同志负责", "12"),
        ("X市财政局", "6"),
        ("由xx同志负责", "xx"),
        ("X市财政局", "   "),
    ],
)
def test_does_not_fit(text, answer):
    assert not tidy_value(find_fields(text)[0], answer).fits
