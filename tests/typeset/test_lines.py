"""Where lines end: marks, words, digits, and how wide everything is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.typeset.layout import load_layout
from assistant.typeset.lines import Stretch, break_lines, gaps, may_break
from assistant.typeset.widths import is_latin, natural_width
from tests.writing.report_values import chinese

BODY = load_layout("公文").body
CELL = 315
LAST = 5
"""Twips: the last character of a line stands there whole, without the letter spacing of -5."""


def lines_of(text: str, cells: int, first_cells: int | None = None) -> list[str]:
    first = (cells if first_cells is None else first_cells) * CELL + LAST
    found = break_lines(text, 0, [Stretch(len(text), BODY)], first, cells * CELL + LAST)
    return [text[one.start : one.end] for one in found]


def test_the_last_character_of_a_line_stands_there_whole():
    text = chinese(3)
    assert [line.end for line in break_lines(text, 0, [Stretch(3, BODY)], 2 * CELL + LAST - 1, 2 * CELL)] == [1, 2, 3]
    assert [line.end for line in break_lines(text, 0, [Stretch(3, BODY)], 2 * CELL + LAST, 2 * CELL)] == [2, 3]


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("为24天，较常年同期偏多6天，8月上中旬旱象露头，北部丘", "陵区"),
        ("受访者日均工作时间为9.4小时，月均收入6180元。超过半数", "的人"),
    ],
)
def test_lines_of_figures_end_where_the_rendered_page_ends_them(line, behind):
    """The two ends were read off pages that LibreOffice 7.4 had set; the room is that of profile A."""
    text = line + behind
    first, *_ = break_lines(text, 0, [Stretch(len(text), BODY)], 8845, 8845)
    assert text[: first.end] == line


def test_a_change_of_style_is_a_border():
    lead = replace(BODY, font="楷体")
    assert gaps("标题。正文", 0, [Stretch(3, lead), Stretch(5, BODY)]) == {3: LAST}


def test_full_lines_of_chinese_are_cut_every_so_many_characters():
    assert [len(line) for line in lines_of(chinese(28 + 28 + 3), 28)] == [28, 28, 3]
    assert [len(line) for line in lines_of(chinese(26 + 28), 28, 26)] == [26, 28]


@pytest.mark.parametrize("mark", "，。；：！？、）》”…％")
def test_no_line_begins_with_a_closing_mark(mark):
    assert lines_of("一二三四五" + mark + "六", 5) == ["一二三四", "五" + mark + "六"]


@pytest.mark.parametrize("mark", "（《“〔")
def test_no_line_ends_with_an_opening_mark(mark):
    assert lines_of("一二三四" + mark + "五六", 5) == ["一二三四", mark + "五六"]


def test_double_marks_are_not_parted():
    assert lines_of("一二三四——五", 5) == ["一二三四", "——五"]


@pytest.mark.parametrize("word", ["2025", "12.5%", "GDP", "1,200"])
def test_numbers_and_words_are_not_parted(word):
    first, second, *_ = lines_of("一二三四" + word + "年增长情况", 5)
    assert (first, second[: len(word)]) == ("一二三四", word)


def test_a_word_longer_than_the_line_is_parted_for_want_of_room():
    assert "".join(lines_of("1" * 40, 5)) == "1" * 40


def test_spaces_at_the_end_of_a_line_stay_there_and_count_nothing():
    room = 5 * CELL + LAST
    line, _ = break_lines("一二三四五　　六", 0, [Stretch(8, BODY)], room, room)
    assert (line.end, line.width) == (7, room)


def test_widths_of_digits_are_those_of_times_new_roman():
    assert natural_width("全", BODY) == CELL
    assert natural_width("2", BODY) == 320 / 2 - 5
    assert natural_width("%", BODY) == pytest.approx(320 * 1706 / 2048 - 5)
    assert natural_width("“", BODY) == CELL


def test_marks_of_chinese_text_are_not_latin():
    assert [is_latin(character) for character in "2A%.é“”—…·×，℃"] == [True] * 5 + [False] * 8


def test_gaps_stand_beside_letters_and_digits_only():
    text = "办理12件，5%的"
    assert gaps(text, 0, [Stretch(len(text), BODY)]) == {2: 69, 4: 69, 6: 5, 8: 5}


def test_may_break_between_characters_but_not_after_a_mark_and_before_digits():
    assert may_break("一二", 1)
    assert not may_break("、12", 1)
    assert may_break("12件", 2)
