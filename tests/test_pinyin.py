"""The lean readings say what pypinyin says."""

from pypinyin import Style, lazy_pinyin
from pypinyin.pinyin_dict import pinyin_dict

from assistant.phrases.initials import initials_of
from assistant.pinyin import readings


def test_every_character_is_read_as_pypinyin_reads_it():
    assert len(pinyin_dict) > 40_000
    told = readings()
    common = {code for code in pinyin_dict if "一" <= chr(code) <= "龥"}
    seldom = sorted(pinyin_dict.keys() - common)[::20]  # each of these is looked for in the whole file
    assert [code for code in (*common, *seldom) if told.of(chr(code)) != pinyin_dict[code]] == []
    assert [told.of(one) for one in "a，1\ue000\U0002ffff"] == [""] * 5


def test_initials_are_those_of_pypinyin():
    characters = "".join(map(chr, range(ord("一"), ord("龥") + 1)))
    theirs = [lazy_pinyin(one, style=Style.FIRST_LETTER)[0][:1] for one in characters]
    assert [initials_of(one) for one in characters] == theirs
