"""Layout files: the numbers that the standard asks for, and errors that name what is wrong."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path

import pytest

from assistant import resources
from assistant.report.errors import AssistantError
from assistant.report.model import Role
from assistant.typeset.layout import (
    Alignment,
    NumberPosition,
    layout_names,
    load_layout,
    read_layout,
)
from assistant.typeset.layout_files import use_own_layouts

MARGINS_TWIPS = {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474, "header": 851, "footer": 1446}


@pytest.fixture
def data():
    """The tables of gongwen.toml, free to be changed."""
    return copy.deepcopy(tomllib.loads(resources.read_resource("layouts", "gongwen.toml")))


@pytest.fixture
def own_resources(tmp_path, monkeypatch):
    """A resources folder of the test's own, and nothing remembered from the real one."""
    (tmp_path / "layouts").mkdir()
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path)
    monkeypatch.setattr(resources, "_PACKED", tmp_path / "none")
    _forget()
    yield tmp_path / "layouts"
    _forget()


def _forget():
    resources.load_rules.cache_clear()
    use_own_layouts(Path("nowhere"))


def test_layouts_are_listed_with_the_default_first():
    assert layout_names() == ("公文", "公文（GB/T 33476）", "内部材料（28磅）", "讲话稿")
    assert load_layout().name == "公文"


@pytest.mark.parametrize(("name", "stem"), [("公文", "gongwen"), ("讲话稿", "jianghua")])
def test_layout_is_found_by_name_and_by_file_stem(name, stem):
    assert load_layout(name) == load_layout(stem)
    assert load_layout(stem).name == name


@pytest.mark.parametrize("name", ["公文", "讲话稿"])
def test_page_is_that_of_the_standard(name):
    page = load_layout(name).page
    assert (page.width, page.height) == (11906, 16838)
    assert {key: getattr(page, key) for key in MARGINS_TWIPS} == MARGINS_TWIPS
    assert (page.lines, page.characters, page.pitch, page.grid) == (22, 28, 579, True)
    assert (page.text_width, page.text_height) == (8845, 12756)


@pytest.mark.parametrize("name", ["公文", "讲话稿"])
def test_sizes_and_fonts_are_those_of_the_standard(name):
    layout = load_layout(name)
    assert (layout.body.font, layout.body.size, layout.body.letter_spacing, layout.body.cell) == ("仿宋", 32, -5, 315)
    assert layout.body.twips(layout.body.first_line) == 630
    assert (layout.title.font, layout.title.size, layout.title.letter_spacing) == ("方正小标宋简体", 44, 0)
    assert [style.font for style in layout.headings] == ["黑体", "楷体", "仿宋", "仿宋"]
    assert {style.first_line for style in layout.headings} == {200}
    assert layout.run_in == layout.headings
    assert (layout.page_number.font, layout.page_number.size) == ("宋体", 28)
    assert layout.enumeration_lead is None


def test_what_parts_a_speech_from_an_official_document():
    official, speech = load_layout("公文"), load_layout("讲话稿")
    assert [style.bold for style in official.headings] == [False] * 4
    assert [style.bold for style in speech.headings] == [False, False, True, False]
    assert official.page_number.position is NumberPosition.OUTSIDE
    assert official.page_number.indent_twips == 280
    assert speech.page_number.position is NumberPosition.CENTRE


def test_style_of_a_role():
    layout = load_layout()
    assert layout.style_of(Role.SALUTATION).alignment is Alignment.LEFT
    assert layout.style_of(Role.HEADING, 2) is layout.headings[1]
    assert layout.style_of(Role.NOISE) is layout.body


@pytest.mark.parametrize("name", ["公文", "讲话稿"])
def test_every_font_in_use_has_fallbacks(name):
    layout = load_layout(name)
    styles = (layout.title, layout.subtitle, layout.body, *layout.headings, layout.draft_mark)
    used = {style.font for style in styles} | {layout.page_number.font}
    assert used <= {face.name for face in layout.fonts if face.fallbacks}


def test_unknown_layout():
    with pytest.raises(AssistantError) as caught:
        load_layout("蓝头文件")
    assert caught.value.code == "layout.unknown"
    assert caught.value.parameters == {"name": "蓝头文件", "names": layout_names()}


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ("page.pitch_pt", 29, "page.pitch_pt"),  # 21 lines
        ("page.pitch_pt", 28.97, "page.pitch_pt"),  # no whole twip
        ("page.margin_left_mm", 40, "page.characters"),
        ("page.margin_left_mm", "28", "page.margin_left_mm"),
        ("page.width_mm", True, "page.width_mm"),
        ("page.lines", 22.5, "page.lines"),
        ("page.grid", "yes", "page.grid"),
        ("page", 3, "page"),
        ("page_number.position", "top", "page_number.position"),
        ("text.title.size_pt", 0, "text.title.size_pt"),
        ("text.title.size_pt", 16.25, "text.title.size_pt"),
        ("text.title.colour", "red", "text.title.colour"),
        ("text.body.font", "", "text.body.font"),
        ("text.body.font", "甲" * 32, "text.body.font"),
        ("text.heading_5", {}, "text.heading_5"),
        ("text.heading_2.align", "justified", "text.heading_2.align"),
        ("fonts.仿宋", "仿宋_GB2312", "fonts.仿宋"),
        ("front.blank_lines_after", -1, "front.blank_lines_after"),
        ("nmae", "公文", "nmae"),
    ],
)
def test_wrong_value_is_named(data, path, value, key):
    *tables, last = path.split(".")
    table = data
    for name in tables:
        table = table[name]
    table[last] = value
    with pytest.raises(AssistantError) as caught:
        read_layout(data, "公文")
    assert (caught.value.code, caught.value.parameters) == ("layout.invalid", {"name": "公文", "key": key})


@pytest.mark.parametrize("path", ["name", "page.pitch_pt", "text.body.size_pt", "text.title", "front"])
def test_missing_value_is_named(data, path):
    *tables, last = path.split(".")
    table = data
    for name in tables:
        table = table[name]
    del table[last]
    with pytest.raises(AssistantError) as caught:
        read_layout(data, "公文")
    assert caught.value.parameters["key"] == path


def test_run_in_headings_and_enumeration_leads_may_have_styles_of_their_own(data):
    data["text"]["run_in_3"] = {"bold": True}
    data["text"]["enumeration_lead"] = {"font": "楷体"}
    layout = read_layout(data, "公文")
    assert [style.bold for style in layout.run_in] == [False, False, True, False]
    assert not layout.headings[2].bold
    assert layout.enumeration_lead is not None
    assert layout.enumeration_lead.font == "楷体"


def test_broken_file_is_an_error_only_for_its_own_layout(own_resources):
    text = resources.resource_path("layouts").joinpath("eigen.toml")
    text.write_text("name = ", "utf-8")
    assert layout_names() == ()
    with pytest.raises(AssistantError) as caught:
        load_layout("eigen")
    assert (caught.value.code, caught.value.parameters) == ("layout.invalid", {"name": "eigen", "key": "", "line": 1})


def test_name_may_be_cut_short_where_one_layout_begins_so():
    assert load_layout("内部材料").name == "内部材料（28磅）"
    assert load_layout("公文（").name == "公文（GB/T 33476）"
    with pytest.raises(AssistantError):
        load_layout("")


def test_margins_of_the_companion_standard():
    page = load_layout("gongwen_33476").page
    assert (page.top, page.bottom, page.left, page.right, page.pitch) == (1960, 1847, 1587, 1474, 592)


def test_own_layout_stands_beside_the_shipped_ones(tmp_path):
    text = resources.read_resource("layouts", "neibu.toml").replace("内部材料（28磅）", "我局")
    (tmp_path / "woju.toml").write_text(text, "utf-8")
    use_own_layouts(tmp_path)
    try:
        assert "我局" in layout_names()
        assert load_layout("我局").page.pitch == 560
        (tmp_path / "woju.toml").write_text(text.replace("pitch_pt = 28 ", "pitch_pt = 28.5 "), "utf-8")
        assert load_layout("我局").page.pitch == 570
    finally:
        use_own_layouts(Path("nowhere"))


@pytest.mark.parametrize(
    ("good", "bad", "key", "line"),
    [
        ("pitch_pt = 28 ", "pitch_pt = 31 ", "page.pitch_pt", "pitch_pt"),
        ("bold = false", 'bold = "nein"', "text.body.bold", "bold"),
        ("[text.title]", "[text.titel]", "text.title", "[text.titel]"),
        ("grid = false", "grid = falsch", "", "grid"),
    ],
)
def test_mistake_in_an_own_layout_is_named_with_its_line(tmp_path, good, bad, key, line):
    text = resources.read_resource("layouts", "neibu.toml")
    assert good in text
    wrong = text.replace(good, bad, 1).replace("内部材料（28磅）", "我局")
    (tmp_path / "woju.toml").write_text(wrong, "utf-8")
    use_own_layouts(tmp_path)
    try:
        with pytest.raises(AssistantError) as caught:
            load_layout("woju")
    finally:
        use_own_layouts(Path("nowhere"))
    assert caught.value.code == "layout.invalid"
    assert caught.value.parameters["key"] == key
    if key != "text.title":
        assert wrong.split("\n")[caught.value.parameters["line"] - 1].startswith(line)
