"""The word that a double click selects."""

import pytest

from assistant.workbench.words import word_at

LINE = "全县一般公共预算收入完成12.5亿元，同比增长3%。"


@pytest.mark.parametrize(
    ("touched", "expected"),
    [
        ("预", "预算"),
        ("算", "预算"),
        ("公", "公共"),
        ("完", "完成"),
        ("2", "12.5"),
        (".", "12.5"),
        ("，", "，"),
        ("%", "3%"),
    ],
)
def test_the_word_under_a_character_is_found(touched, expected):
    start, end = word_at(LINE, LINE.index(touched))
    assert LINE[start:end] == expected


def test_behind_the_last_character_there_is_no_word():
    assert word_at("正文", 2) == (2, 2)
    assert word_at("", 0) == (0, 0)


def test_a_character_of_no_word_is_one_by_itself():
    line = "𠀀的"
    assert word_at(line, 0) == (0, 1)
