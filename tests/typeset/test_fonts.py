"""Fonts that are not there, and characters that a font lacks."""

from assistant import resources
from assistant.typeset.fonts import lacking_characters, missing_fonts
from assistant.typeset.layout import load_layout, read_layout
from assistant.typeset.layout_files import read_layout_file

OFFICE = {"仿宋", "楷体", "黑体", "宋体", "华文中宋", "Times New Roman"}


def test_missing_fonts_are_named_with_what_stands_in_for_them():
    assert missing_fonts(load_layout(), OFFICE) == (("方正小标宋简体", "华文中宋"),)
    assert missing_fonts(load_layout(), {*OFFICE, "方正小标宋简体"}) == ()
    assert missing_fonts(load_layout(), {"simsun"})[0] == ("方正小标宋简体", "SimSun")
    assert {stand_in for _, stand_in in missing_fonts(load_layout(), ())} == {""}


def test_characters_outside_gb2312_are_told_for_fonts_that_hold_no_more(tmp_path):
    path = tmp_path / "own.toml"
    text = resources.read_resource("layouts", "gongwen.toml")
    path.write_text(text.replace('font = "仿宋" ', 'font = "仿宋_GB2312" '), "utf-8")
    small = read_layout(read_layout_file(path).tables, "own")
    assert lacking_characters(small, "李喆、王堃、张喆（2026年）ＡＢ，𠮷") == "喆堃𠮷"
    assert lacking_characters(small, "李明") == ""
    assert lacking_characters(load_layout(), "李喆") == ""
