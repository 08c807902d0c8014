"""PDF files: lines become paragraphs, page numbers go, scans and damage get their sentence."""

import io
import random

import pypdf
import pytest

from assistant.reading.pdf import read_pdf
from assistant.report.errors import AssistantError


def pdf(*pages):
    """Return a PDF with a line of Helvetica, 10 points, for each (left, height, text) of each page."""
    writer = pypdf.PdfWriter()
    font = pypdf.generic.DictionaryObject(
        {
            pypdf.generic.NameObject(key): pypdf.generic.NameObject(value)
            for key, value in [("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Courier")]
        }
    )
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
        stream = pypdf.generic.StreamObject()
        stream.set_data("".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in lines).encode())
        page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


TOLD = ("file.broken_pdf", "file.no_text", "file.encrypted", "file.too_large_unpacked")
FULL = "abcdefghi " * 6 + "abcdefghij"


def test_lines_become_paragraphs():
    first = [(250, 800, "TITLE"), (70, 770, FULL), (50, 750, FULL), (50, 730, "short."), (70, 710, FULL)]
    second = [(50, 800, "goes on."), (70, 780, "new one."), (280, 30, "- 2 -")]
    read = read_pdf(pdf([*first, (280, 30, "- 1 -")], second))
    assert read.text.split("\n") == ["TITLE", f"{FULL} {FULL} short.", f"{FULL} goes on.", "new one."]
    assert read.notices == ("notice.pdf",)


def test_a_line_is_read_from_left_to_right_however_it_is_drawn():
    assert read_pdf(pdf([(300, 700, "right hand"), (50, 700, "left hand"), (50, 720, "above")])).text == (
        "above\nleft hand right hand"
    )


def test_titles_along_the_edge_are_left_out():
    pages = [[(50, 820, "Annual report"), (50, 700, f"Body {word}."), (280, 30, word)] for word in "abcd"]
    assert "Annual report" not in read_pdf(pdf(*pages)).text


def test_a_scan_and_a_password():
    with pytest.raises(AssistantError, match=r"file\.no_text"):
        read_pdf(pdf([]))
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([(50, 700, "secret report")])))
    writer.encrypt("secret", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    with pytest.raises(AssistantError, match=r"file\.encrypted"):
        read_pdf(made.getvalue())


def test_damage_is_told_by_one_code():
    whole = pdf([(50, 700 - 20 * line, FULL) for line in range(5)])
    chance = random.Random(3)
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.randrange(1, 10)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            text = read_pdf(bytes(damaged)).text
        except AssistantError as error:
            text = error.code
        assert not text.startswith("file.") or text in TOLD


def test_too_many_commands():
    with pytest.raises(AssistantError, match=r"file\.too_complex"):
        read_pdf(pdf([(50, 700, "x) Tj " + "T* " * 300_001 + "(y")]))
