"""Which lines a pattern needs not be tried on: never one that it matches; and words that are looked for together."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking import expressions, formulas, measures
from assistant.checking.needed import Sieve, needed_pieces
from assistant.checking.runs import Spotter, pieces_of


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("凸显到?(?=窗口)", {"窗口"}),
        ("(?:甲乙|丙)丁*", {"甲乙", "丙"}),
        ("[甲乙]?丙{2,}", {"丙"}),
        ("(?<=戊)的?", {"戊"}),
        ("(?P<at>凸)(?=显|现)", {"凸显", "凸现"}),
        ("(?<=[甲乙])凸", {"甲凸", "乙凸"}),
    ],
)
def test_one_of_the_pieces_stands_in_every_match(pattern, needed):
    first, second = needed_pieces(re.compile(pattern))
    assert needed in (first, second)


@pytest.mark.parametrize("pattern", ["甲?", "[^甲]", "(?:甲|.)", "(?!甲)", "(?i)ab"])
def test_nothing_is_needed_where_anything_may_match(pattern):
    assert needed_pieces(re.compile(pattern)) == (None, None)


def test_two_needs_have_no_character_in_common():
    first, second = needed_pieces(re.compile("凸显[^，]{0,9}窗口"))
    assert {first, second} == {frozenset({"凸显"}), frozenset({"窗口"})}


def _all_patterns():
    yield tuple(one.find for one in expressions._patterns())
    yield tuple(pattern for pattern, _ in formulas._wordings())
    yield tuple(pattern for _, pattern in formulas._joined())
    yield tuple(pattern for pattern, _ in measures._of_nouns())


_WORDS = re.findall(
    r"\S+",
    "截止 截至 目前 其它 2024年 3月 15日 作出 做出 贡献 的 力度 加强 提高 了 ， 。 1 以 为 学懂 做实 弄通 四个 "
    "看齐 意识 管党治党 电影 5步 30分 材料 党的 十九 二十 大 中全会 不断 深入 .5% 万元 \ue000 共建共享共治",
)


@given(
    st.lists(
        st.one_of(
            st.sampled_from(_WORDS),
            st.text(alphabet="截止至目前其它年月日作做出贡献的力度加强提高了，。；1以为", max_size=3),
        ),
        max_size=14,
    ).map("".join)
)
def test_no_match_is_left_out(text):
    for patterns in _all_patterns():
        tried = set(_sieve(patterns).to_try(text))
        assert [place for place, pattern in enumerate(patterns) if pattern.search(text) and place not in tried] == []


@cache
def _sieve(patterns):
    return Sieve(patterns)


@given(st.lists(st.text("甲乙丙丁", min_size=2, max_size=4), max_size=6), st.text("甲乙丙丁", max_size=20))
def test_words_are_found_wherever_they_stand(words, text):
    expected = [
        (place, word)
        for place in range(len(text))
        for word in sorted(set(words), key=len)[::-1]
        if text[place:].startswith(word)
    ]
    assert sorted(Spotter(set(words)).find(text)) == sorted(expected)
    assert [place for place, _ in Spotter(set(words)).find(text)] == [place for place, _ in expected]


def test_a_piece_that_is_asked_for_later_is_told_of_a_line_seen_before():
    line = "一行从前看过的话"
    pieces_of(line)
    Spotter(["看过的话"])
    assert pieces_of(line) & {"看过", "过的", "的话"}
