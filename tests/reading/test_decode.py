"""Encodings of text files."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.decode import decode_text
from assistant.report.errors import AssistantError

TEXT = "同志们：\n根据部署要求，今天我们召开xx市财政系统总结大会，主要任务是总结工作。\n一、深入学习领会\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings(data, encoding, newline):
    codec = {"utf-16": "utf-16"}.get(encoding, encoding)
    has_mark = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not has_mark:
        data = TEXT.replace("\n", newline).encode(codec)
    decoded = decode_text(data)
    assert decoded.text == TEXT
    assert decoded.encoding == encoding


TRADITIONAL = "各位同仁：\n根據縣政府的部署要求，今天我們召開XX縣財政工作總結會議。\n一、收入情況\n同比增長X%。\n"


@pytest.mark.parametrize("text", ["總結報告\n一、收入\n", TRADITIONAL])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_big5(text, newline):
    decoded = decode_text(text.replace("\n", newline).encode("big5"))
    assert (decoded.text, decoded.encoding) == (text, "big5")


@pytest.mark.parametrize("text", ["总结\n", "工作总结", "青禾县财政局关于收入情况的汇报"])
def test_few_words(text):
    assert decode_text(text.encode("gbk")).text == text


def test_line_ends_of_all_kinds_in_one_file():
    assert decode_text(b"a\r\nb\rc\nd\r\r\ne").text == "a\nb\nc\nd\n\ne"


def test_pictures_are_no_text():
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    with pytest.raises(AssistantError, match=r"file\.not_text"):
        decode_text(picture)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_one_code(data):
    try:
        text = decode_text(data).text
    except AssistantError as error:
        text = error.code
    assert text == "file.not_text" or "\r" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=100))
def test_utf8_is_read_as_it_is(text):
    if not text.startswith("\ufeff"):
        assert decode_text(text.encode("utf-8")).text == text
