"""The help: every page is there, is found by its words, and names every part's licence."""

import re
from pathlib import Path

import pytest

from assistant.workbench.help_pages import find_help, help_pages, keys_of_places, licences
from tests.translations import messages, read_translations

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


# What reports hold, and the print dialog of the system.
_NOT_OURS = {"某某", "XX", "附件1", "附件：……", "附件：", "出席：", "请假：", "列席：", "长边翻转"}


@pytest.mark.parametrize("page", help_pages(), ids=lambda page: page.id)
def test_a_page_says_the_same_in_english(page):
    english = next(one for one in help_pages("en") if one.id == page.id)

    def shape(text):
        keys = re.findall(r"\b(?:(?:Ctrl|Alt|Shift)\+)+[A-Z0-9](?![a-z])|\bF\d+", text)
        return sorted(keys), len(re.findall(r"^(?:-|\d\.) ", text, re.MULTILINE)), len(text.splitlines())

    assert shape(english.text) == shape(page.text)
    assert not re.search("[\u3400-\u9fff]", english.title)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page_id", [page.id for page in help_pages()])
def test_what_a_page_quotes_stands_in_the_window(page_id, language):
    page = next(one for one in help_pages(language) if one.id == page_id)
    texts = [text for part in messages().values() for text in part]
    if language == "en":
        texts = [text for text in read_translations().values() if text is not None]
    shown = "\n".join(texts).replace("&", "")
    quoted = re.findall("“([^”]+)”", page.text)
    assert [words for words in quoted if words not in shown and words not in _NOT_OURS] == []


def test_english_help_is_found_by_its_words():
    assert find_help("collection sheet", "en")[0].id == "offices"
    assert "MIT" in licences("en")
    assert licences("en").count("|") == licences().count("|")


def test_keys_of_places_are_named_with_their_place():
    rows = keys_of_places()
    assert {row.place for row in rows} == {"填空", "正文", "查找", "大纲", "短语", "还可以写", "逐项填写", "填空表"}
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
