"""Running text: masks and next numbers, and back."""

import pytest

from assistant.phrases.running_text import MASK, NEXT, Counting, running_line, spelt_out


def read(*lines):
    counting = Counting()
    read_lines = []
    for line in lines:
        running = running_line(line, counting)
        counting = running.counting
        read_lines.append(running.text)
    return read_lines, counting


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("完成xx亿元，增长X%。", f"完成{MASK}亿元，增长{MASK}%。"),
        ("一是抓学习。二是抓落实；三是抓督查。", f"一是抓学习。{NEXT}是抓落实；{NEXT}是抓督查。"),
        ("一要学，三要做。", "一要学，三要做。"),
        ("统一是关键。二是落实。", "统一是关键。二是落实。"),
    ],
)
def test_running_form(line, expected):
    assert read(line)[0] == [expected]


def test_headings_count_on_and_begin_anew_below_each():
    lines, _ = read("一、情况", "（一）做法", "（二）成效", "二、问题", "（一）不足", "1.甲", "2.乙")
    assert lines == [
        "一、情况",
        "（一）做法",
        f"（{NEXT}）成效",
        f"{NEXT}、问题",
        "（一）不足",
        "1.甲",
        f"{NEXT}.乙",
    ]


@pytest.mark.parametrize(
    ("lines", "before", "continuation", "expected"),
    [
        (["一、甲", "二、乙"], "", f"{NEXT}、下一步", "三、下一步"),
        (["（一）甲"], "（", f"{NEXT}）加强", "二）加强"),
        (["1.甲"], "", f"{NEXT}.加强", "2.加强"),
        ([], "一是学。二是做。", f"{NEXT}是看。{NEXT}是比", "三是看。四是比"),
        ([], "一是学。", NEXT, None),
        (["一是学。"], "", f"{NEXT}是做", "二是做"),
    ],
)
def test_spelt_out(lines, before, continuation, expected):
    _, counting = read(*lines)
    assert spelt_out(continuation, before, running_line(before, counting), counting) == expected
