from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.workbench.comparing import difference_of, marked_words, paired_paragraphs


def marked(before: str, after: str) -> tuple[list[str], list[str]]:
    gone, come = marked_words(before, after)
    return [before[a:b] for a, b in gone], [after[a:b] for a, b in come]


def test_figures_are_compared_as_wholes():
    assert marked("完成12.5亿元，增长5.2%。", "完成12.8亿元，增长5.2%。") == (["12.5"], ["12.8"])


def test_single_equal_characters_between_changes_count_as_changed():
    assert marked("推进改革工作", "深化创革任务") == (["推进改革工作"], ["深化创革任务"])
    assert marked("扎实推进各项工作", "扎实开展各项工作") == (["推进"], ["开展"])


def test_paragraphs_that_belong_together_stand_in_one_row():
    before = "标题\n一、收入情况\n完成10亿元，增长5%。\n删去的一段。\n结尾"
    after = "标题\n新的一段话在这里。\n一、收入情况\n完成12亿元，增长5%。\n结尾"
    pairs = paired_paragraphs(before, after)
    assert [(pair.before, pair.after) for pair in pairs] == [(0, 0), (None, 1), (1, 2), (2, 3), (3, None), (4, 4)]
    found = difference_of(pairs)
    assert (found.paragraphs, found.added, found.removed) == (3, 11, 8)


def test_very_long_changes_are_marked_as_wholes():
    assert marked_words("甲" * 7_000, "乙" * 7_000) == (((0, 7_000),), ((0, 7_000),))
    many = "\n".join(f"甲{number}" for number in range(300))
    assert len(paired_paragraphs(many, many.replace("甲", "乙"))) == 600


def test_many_changed_paragraphs_are_still_paired():
    words = [
        first + second
        for first in "收支债民教医农林水路桥房"
        for second in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地"
    ]
    before = [f"{word}项工作完成{n}件，其中{n + 1}件提前办结。" for n, word in enumerate(words)]
    after = [line.replace("完成", "已完成").replace("提前", "按时") for line in before]
    del after[50:53]
    pairs = paired_paragraphs("\n".join(before), "\n".join(after))
    assert [(pair.before, pair.after) for pair in pairs if pair.after is None] == [(n, None) for n in (50, 51, 52)]
    assert len(pairs) == len(before)


texts = st.text(st.sampled_from("甲乙丙1.,\n "), max_size=30)


@given(texts, texts)
def test_every_line_of_both_texts_stands_in_one_pair_in_order(before, after):
    pairs = paired_paragraphs(before, after)
    old, new = before.split("\n"), after.split("\n")
    assert [pair.before for pair in pairs if pair.before is not None] == list(range(len(old)))
    assert [pair.after for pair in pairs if pair.after is not None] == list(range(len(new)))
    for pair in pairs:
        kept = _without(pair.before_text, pair.before_marks), _without(pair.after_text, pair.after_marks)
        assert kept[0] == kept[1]
        assert pair.is_equal == (
            pair.before is not None and pair.after is not None and not pair.before_marks + pair.after_marks
        )


def _without(text, marks):
    return "".join(character for at, character in enumerate(text) if not any(a <= at < b for a, b in marks))
