"""Stretches that reports repeat inside their sentences."""

from assistant.phrases.repeated import repeated_stretches


def test_a_saying_that_is_repeated_is_found_with_its_lines():
    lines = ["推动学习教育走深走实。", "促进改革不断走深走实，取得成效。", "没有别的。"]
    assert repeated_stretches(lines)["走深走实"] == [1, 0] or repeated_stretches(lines)["走深走实"] == [0, 1]


def test_pieces_of_a_longer_stretch_and_of_words_are_not_found():
    lines = ["要奋进新征程、建功新时代。", "我们奋进新征程、建功新时代，再出发。", "一起奋进新征程、建功新时代。"]
    found = repeated_stretches(lines)
    assert "奋进新征程、建功新时代" in found
    assert not any(one in found for one in ("进新征程、建功新时代", "奋进新征程、建功新时"))


def test_nothing_repeated_nothing_found():
    assert repeated_stretches([]) == {}
    assert repeated_stretches(["各不相同的文字。"]) == {}
