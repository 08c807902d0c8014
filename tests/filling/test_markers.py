"""Markers: the cases of tests/cases/markers.txt, and what holds for every text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling.markers import find_markers

_LINES = [
    line
    for line in (Path(__file__).parent.parent / "cases" / "markers.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]
_MASKS = "xXＸ×*○_某△□"


@pytest.mark.parametrize("line", _LINES)
def test_case(line):
    text = re.sub("[⟦⟧]", "", line)
    expected = [found[1] for found in re.finditer("⟦(.*?)⟧", line)]
    found = find_markers(text)
    assert [marker.text for marker in found] == expected
    assert all(text[marker.start : marker.end] == marker.text for marker in found)


def test_half_of_the_cases_are_negative():
    negatives = sum("⟦" not in line for line in _LINES)
    assert negatives >= len(_LINES) // 3


@given(st.text(alphabet=_MASKS + "年月日中届会+市局一二，。\n0123456789aB", max_size=60))
def test_markers_never_overlap_and_never_cross_a_line(text):
    end = 0
    for marker in find_markers(text):
        assert end <= marker.start < marker.end
        assert text[marker.start : marker.end] == marker.text
        assert "\n" not in marker.text
        end = marker.end


@given(
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5, exclude_characters="某"), max_size=80)
)
def test_plain_chinese_has_no_markers(text):
    assert find_markers(text) == ()


def test_a_line_is_read_alike_wherever_it_stands_and_however_long_its_text_is():
    line = "XX年X月，全市共完成XX亿元，增长X.X%，**目标：**X项。"
    alone = [(marker.start, marker.text, marker.form) for marker in find_markers(line)]
    repeated = find_markers("\n".join([line] * 3))
    assert [(m.start % (len(line) + 1), m.text, m.form) for m in repeated] == alone * 3
    in_one_line = find_markers(line * 400)
    assert [(m.start % len(line), m.text, m.form) for m in in_one_line] == alone * 400
