"""Rich text as Word, WPS and LibreOffice write it; code pages, groups that are no text, damage."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.rtf import read_rtf
from assistant.report.errors import AssistantError
from tests.reading.test_doc import TEXT

MADE = Path(__file__).parent.parent / "cases" / "documents" / "made_by_libreoffice.rtf"
FONTS = r"{\fonttbl{\f0\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset136 x;}{\f2\fcharset0 Arial;}}"


def test_all_that_the_page_shows():
    read = read_rtf(MADE.read_bytes())
    assert read.text == TEXT
    assert set(read.notices) == {
        "notice.changes",
        "notice.comments",
        "notice.hidden",
        "notice.numbering",
        "notice.tables",
    }


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (r"\'ca\'d5\'c8\'eb XX", "收入 XX"),
        (r"\ansicpg936 " + FONTS + r"\f0\'ca\'d5{\f2 12}\'c8\'eb", "收12入"),
        (r"\ansicpg936 " + FONTS + r"\f1\'a6\'ac", b"\xa6\xac".decode("cp950")),
        (r"\ansicpg950 \'a6\'ac", b"\xa6\xac".decode("cp950")),
        # a font that claims to be western, with Chinese bytes, as old programs of WPS wrote it
        (r"\ansicpg936 " + FONTS + r"\f2\'ca\'d5\'c8\'eb", "收入"),
        (r"\uc1\u25910?\u20837?", "收入"),
        (r"\uc2\u25910\'ca\'d5\u20837\'c8\'eb", "收入"),
        (r"\uc0\u25910\u20837 。".encode("gb18030").decode("latin-1"), "收入。"),
        (r"{\uc0\u25910}\u20837?x", "收入x"),
        (r"\u-10174?\u-8265?x\u-10174?y", "𠮷xy"),
        (r"a\par b\line c\tab d\page e", "a\nb\nc\td\ne"),
        (r"\{a\}\\b\~c\_d\-e", "{a}\\b\xa0c-de"),
        (r"a{\*\unknown b{c}}d{\header e}{\info{\title f}}{\pict\bin3 }}}}g", "adg"),
        (r"{\field{\*\fldinst HYPERLINK http://x.invalid}{\fldrslt a}}b", "ab"),
        (r"{\listtext\'d2\'bb\'a1\'a2\tab}a\par{\listtext\f3\'b7\tab}b", "一、a\nb"),
        (r"{\pntext 1.\tab}{\*\pn\pnlvlbody{\pntxta .}}a", "1.a"),
        (r"a{\v b}c{\deleted d}e{\revised f}\v g\v0 h", "acefh"),
        (r"a\cell b\cell\row", "a\nb\n"),
        (r"{\upr{a}{\*\ud{\uc0\u25910}}}b", "收b"),
        (r"a{\shp{\*\shpinst\shpleft1{\sp{\sn n}{\sv v}}{\shptxt b\par}}{\shprslt c}}d", "a\nb\nd"),
        ("a\r\nb\r\n\\par\r\nc", "ab\nc"),
    ],
)
def test_what_the_page_shows(inner, text):
    data = b"{\\rtf1\\ansi" + (inner if inner.startswith("\\") else " " + inner).encode("latin-1") + b"}"
    assert read_rtf(data).text == text.rstrip("\n")


def test_what_is_no_rich_text():
    with pytest.raises(AssistantError, match=r"file\.broken_document"):
        read_rtf(b"{\\urtf}")


def test_groups_within_groups():
    with pytest.raises(AssistantError, match=r"file\.too_nested"):
        read_rtf(b"{\\rtf1" + b"{" * 100_000)
    with pytest.raises(AssistantError, match=r"file\.too_complex"):
        read_rtf(b"{\\rtf1" + b"\\b" * 1_500_001)


def test_damage_is_read_or_told():
    whole = MADE.read_bytes()
    chance = random.Random(5)
    for _ in range(100):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 20)):
            damaged[chance.randrange(len(damaged))] = chance.choice(b"\\{}'u0-x\xff*")
        read_rtf(b"{\\rtf" + bytes(damaged[5:])).text.encode("utf-8")


TOKENS = [b"{", b"}", b"\\u-1", b"\\'", b"\\'a1", b"\\bin9", b"\\*", b"\\v", b"\\uc3", b"x", b"\\f1"]


@given(st.lists(st.sampled_from(TOKENS)))
def test_any_tokens_give_text(tokens):
    read_rtf(b"{\\rtf1" + b"".join(tokens)).text.encode("utf-8")
