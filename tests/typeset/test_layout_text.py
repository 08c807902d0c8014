"""Layout files changed by value: only the value changes, and the file stays one that can be read."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.resources import read_resource
from assistant.typeset.layout import load_layout, read_layout
from assistant.typeset.layout_text import with_characters, with_lines, with_true_counts, with_value, with_words

TEXT = read_resource("layouts", "gongwen.toml")


def value_of(text, key):
    found = tomllib.loads(text)
    for part in key.split("."):
        found = found[part]
    return found


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "我局材料"),
        ("page.margin_top_mm", 30.5),
        ("page.grid", False),
        ("page_number.position", "centre"),
        ("text.body.font", "仿宋_GB2312"),
        ("text.heading_3.bold", True),  # a table without any value
        ("text.enumeration_lead.bold", True),  # a table that is not there
        ("ending.seal", True),  # the last line of the file
    ],
)
def test_one_value_changes_and_nothing_else(key, value):
    changed = with_value(TEXT, key, value)
    assert value_of(changed, key) == value
    before, after = TEXT.split("\n"), changed.split("\n")
    assert len([line for line in before if line not in after]) <= 1
    assert [line.split("#")[1:] for line in before if "#" in line] == [
        line.split("#")[1:] for line in after if "#" in line
    ]
    other = tomllib.loads(changed)
    read_layout(tomllib.loads(with_true_counts(changed)), str(other["name"]))


@given(st.text(max_size=20), st.sampled_from(["name", "text.title.font", "page_number.before"]))
def test_any_words_can_be_a_value(words, key):
    words = " ".join(words.split())
    changed = with_value(TEXT, key, "".join(one for one in words if one.isprintable()))
    assert '"' not in value_of(changed, key)


@pytest.mark.parametrize("stem", ["gongwen", "gongwen_33476", "jianghua", "neibu"])
def test_words_of_clerks_stand_at_every_value_and_change_none(stem):
    text = read_resource("layouts", f"{stem}.toml")
    told = with_words(text)
    assert tomllib.loads(told) == tomllib.loads(text)
    section = ""
    for line in told.split("\n"):
        section = line if line.startswith("[") else section
        assert not line or "#" in line or section.startswith("[fonts]"), line


@pytest.mark.parametrize("lines", [18, 20, 22, 25, 30])
def test_lines_set_the_pitch(lines):
    changed = with_lines(TEXT, load_layout("公文"), lines)
    page = read_layout(tomllib.loads(changed), "own").page
    assert (page.lines, page.text_height // page.pitch) == (lines, lines)


@pytest.mark.parametrize("characters", [24, 26, 27, 28, 29, 30])
def test_characters_set_the_letter_spacing(characters):
    changed = with_characters(TEXT, load_layout("公文"), characters)
    layout = read_layout(tomllib.loads(changed), "own")
    assert (layout.page.characters, layout.page.text_width // layout.body.cell) == (characters, characters)


def test_counts_follow_margins_and_pitch():
    changed = with_true_counts(with_value(with_value(TEXT, "page.margin_top_mm", 25), "page.pitch_pt", 27))
    page = read_layout(tomllib.loads(changed), "own").page
    assert page.lines == page.text_height // 540 == 24


def test_a_text_that_cannot_be_read_keeps_its_counts():
    broken = TEXT.replace("pitch_pt = 28.95", "pitch_pt = ")
    assert with_true_counts(broken) == broken
