"""Stretches: patterns of the rules are found in each of them as in a text of its own."""

import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.phrases.stretches import Stretches, stretch_pattern

STRETCHES = st.lists(st.text("坚持把的是，“”12", min_size=1, max_size=6), max_size=6)


@given(
    STRETCHES, st.sampled_from(["^坚持", "[的是]$", "^[^，]{2,}$", "“[^”]{1,3}”", "把(?<!坚把)", "^[^坚持]+$", "[12]"])
)
def test_the_same_is_found_as_in_each_by_itself(stretches, source):
    expected = {index for index, one in enumerate(stretches) if re.search(source, one)}
    assert Stretches(stretches).holding(stretch_pattern(source)) == expected
