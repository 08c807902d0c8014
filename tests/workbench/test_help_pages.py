"""The help: every page is there, is found by its words, and names every part's licence."""

import re
from pathlib import Path

import pytest

from assistant.workbench.help_pages import find_help, help_pages, keys_of_places, licences

ROOT = Path(__file__).parent.parent.parent


def test_pages_have_titles_of_their_own():
    titles = [page.title for page in help_pages()]
    assert titles[0] == "写第一份报告"
    assert len(set(titles)) == len(titles) == 12
    assert not any(title.startswith("#") for title in titles)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("采集表", "offices"),
        ("历史版本", "keep"),
        ("拼音", "phrases"),
        ("脱敏", "reuse"),
        ("导出 草稿", "export"),
        ("F8", "fill"),
    ],
)
def test_a_page_is_found_by_its_words(query, first):
    assert find_help(query)[0].id == first


def test_every_word_must_be_there():
    assert find_help("拼音 双面") == ()
    assert find_help("  ") == help_pages()
    assert {page.id for page in find_help("ctrl+e")} == {"start", "export"}


@pytest.mark.parametrize("page", help_pages(), ids=lambda page: page.id)
def test_a_page_says_the_same_in_english(page):
    english = next(one for one in help_pages("en") if one.id == page.id)

    def shape(text):
        keys = re.findall(r"\b(?:(?:Ctrl|Alt|Shift)\+)+[A-Z0-9](?![a-z])|\bF\d+", text)
        return sorted(keys), len(re.findall(r"^(?:-|\d\.) ", text, re.MULTILINE)), len(text.splitlines())

    assert shape(english.text) == shape(page.text)
    assert not re.search("[\u3400-\u9fff]", english.title)


def test_english_help_is_found_by_its_words():
    assert find_help("collection sheet", "en")[0].id == "offices"
    assert "MIT" in licences("en")
    assert licences("en").count("|") == licences().count("|")


def test_keys_of_places_are_named_with_their_place():
    rows = keys_of_places()
    assert {row.place for row in rows} == {"填空", "正文", "大纲", "短语", "逐项填写", "填空表"}
    assert all(row.keys and row.what for row in rows)


def test_every_part_of_the_program_is_named_with_its_licence():
    notice = (ROOT / "packaging" / "THIRD-PARTY.md").read_text("utf-8")
    inside = notice.partition("## In the program")[2].partition("\n### ")[0]
    parts = re.findall(r"^\| ([^|(]+?)(?: \([^|]*)? \| ([A-Z][\w.-]*)", inside, re.MULTILINE)
    assert len(parts) >= 14
    for names, licence in parts:
        for name in names.removesuffix(" of Debian").split(", "):
            row = next((line for line in licences().splitlines() if name in line), "")
            assert licence.partition("-")[0] in row, name
