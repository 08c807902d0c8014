"""Which lines a pattern needs not be tried on: never one that it matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.expressions import _patterns, _to_try
from assistant.checking.needed import needed_characters


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("截止到?(?=目前)", "截"),
        ("(?:甲乙|丙)丁*", "甲丙"),
        ("[甲乙]?丙{2,}", "丙"),
        ("(?<=戊)的?", "戊"),
    ],
)
def test_one_of_the_characters_stands_in_every_match(pattern, needed):
    assert needed_characters(re.compile(pattern)) <= set(pattern)
    assert needed_characters(re.compile(pattern)) & set(needed)


@pytest.mark.parametrize("pattern", ["甲?", "[^甲]", "(?:甲|.)", "(?!甲)"])
def test_nothing_is_needed_where_anything_may_match(pattern):
    assert needed_characters(re.compile(pattern)) is None


@given(st.text(alphabet="截止至目前其它年月日作做出贡献的力度加强提高了，。；1以为", max_size=40))
def test_no_match_is_left_out(text):
    tried = {id(pattern) for pattern in _to_try(text)}
    assert all(id(pattern) in tried for pattern in _patterns() if pattern.find.search(text))
