"""Initials of pinyin, and what of a phrase they stand for."""

import pytest

from assistant.phrases.initials import initials_of, spelt_with


def test_initials():
    assert initials_of("党史学习教育") == "dsxxjy"
    assert initials_of("“双减”，APP") == "sjapp"


@pytest.mark.parametrize(
    ("text", "letters", "part"),
    [
        ("开展党史学习教育", "dsxxjy", "党史学习教育"),
        ("学史明理、学史增信", "xsmlxs", "学史明理、学史"),
        ("落实“四个意识”", "SGYS", "四个意识"),
        ("党史教育", "dsxxjy", ""),
        ("", "a", ""),
        ("党史", "", ""),
    ],
)
def test_what_initials_stand_for(text, letters, part):
    assert spelt_with(text, letters) == part
