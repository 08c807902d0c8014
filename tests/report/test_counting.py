"""Counts as Word's 字数统计 gives them, worked out by hand from its rules."""

import pytest

from assistant.report.counting import count_text, count_words


@pytest.mark.parametrize(
    ("text", "words", "unmarked"),
    [
        ("", 0, 0),
        ("工作总结", 4, 4),
        ("工作总结。", 5, 4),
        ("2025年增长12.5%。", 6, 5),  # 2025 年 增 长 12.5% 。
        ("“三保”支出——稳", 9, 5),
        ("用GDP衡量, 很好", 7, 6),  # 用 GDP 衡 量 , 很 好: the half-width comma stands alone
        ("Word 和 WPS Office", 4, 4),
        ("面积３㎡，约①处", 8, 7),
        ("一、\n（一）\n\n1.项目", 8, 5),  # 一 、 （ 一 ） 1. 项 目
        ("𬭩元素", 3, 3),
        ("会议(周一)", 6, 4),  # half-width brackets are words of their own
    ],
)
def test_words(text, words, unmarked):
    counts = count_text(text)
    assert (counts.words, counts.words_unmarked) == (words, unmarked)
    assert count_words(text) == words


def test_characters_and_paragraphs():
    counts = count_text("甲 乙\n\n丙　丁 5%\n")
    assert (counts.characters, counts.characters_and_blanks) == (6, 9)
    assert (counts.chinese, counts.foreign, counts.paragraphs) == (4, 1, 2)
