"""Drafts: every place that is not ready is marked, and nobody can print one without seeing so."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.text.run import Run

from assistant.report.fields import Field, Kind, Occurrence, State
from assistant.report.model import Role
from assistant.typeset.layout import load_layout
from assistant.writing.docx import write_docx
from tests.writing.ooxml_schema import W, complaints, part_of, parts_of
from tests.writing.report_values import PROPERTIES, Line, field_at, heading, report_of

LINES = (
    Line("##XX##", Role.NOISE),
    heading(2, "（一）", "增长XX%", "。全年增长XX%，共12项。"),
    Line("办理XX件“YY”事项。"),
)
TEXT = report_of(LINES)[0].text


def written(*fields, draft=True, layout="公文", lines=LINES):
    report, paragraphs = report_of(lines, tuple(fields))
    document = write_docx(report, paragraphs, load_layout(layout), draft=draft, properties=PROPERTIES)
    assert complaints(document) == []
    return docx.Document(io.BytesIO(document)), document


def runs_of(paragraph):
    """Return the runs of a paragraph, those in content controls too."""
    return [Run(element, paragraph) for element in paragraph._p.iter(W + "r")]


def marked(document):
    return [
        (run.text, run.style.style_id)
        for paragraph in document.paragraphs
        for run in runs_of(paragraph)
        if run.font.highlight_color is WD_COLOR_INDEX.YELLOW
    ]


def test_a_long_label_is_cut_to_what_word_takes():
    long = replace(field_at(TEXT, "XX", which=2), label="办理事项" * 20)
    _, data = written(long)
    (alias,) = part_of(data, "word/document.xml").iter(W + "alias")
    assert alias.get(W + "val") == "办理事项" * 16


def test_open_and_stale_places_are_marked_in_heading_and_body():
    document, _ = written(
        field_at(TEXT, "XX", which=1),
        field_at(TEXT, "XX", which=2),
        field_at(TEXT, "12", State.STALE),
        field_at(TEXT, "XX", State.WAIVED, which=3),
    )
    plain = "DefaultParagraphFont"
    assert marked(document) == [("XX", "Heading2Char"), ("XX", plain), ("12", plain)]
    texts = ["".join(run.text for run in runs_of(paragraph)) for paragraph in document.paragraphs]
    assert texts == [line.text for line in LINES[1:]]


def test_every_place_has_a_run_of_its_own():
    document, _ = written(field_at(TEXT, "XX", State.FILLED, which=3), field_at(TEXT, "YY"))
    assert [run.text for run in runs_of(document.paragraphs[1])] == ["办理", "XX", "件“", "YY", "”", "事项。"]


@pytest.mark.parametrize(
    ("states", "note"),
    [
        ((State.OPEN, State.OPEN), "草稿：尚有 2 处未填"),
        ((State.OPEN, State.STALE), "草稿：尚有 1 处未填、1 处待核"),
        ((State.STALE, State.CONFIRMED), "草稿：尚有 1 处待核"),
        ((State.FILLED, State.WAIVED), "草稿"),
    ],
)
def test_head_of_every_page_counts_what_is_missing(states, note):
    document, _ = written(*(field_at(TEXT, "XX", state, which=index) for index, state in enumerate(states, 1)))
    section = document.sections[0]
    assert section.header.paragraphs[0].text == section.even_page_header.paragraphs[0].text == note


def test_places_in_noise_do_not_count():
    document, _ = written(field_at(TEXT, "XX"), field_at(TEXT, "XX", which=1))
    assert document.sections[0].header.paragraphs[0].text == "草稿：尚有 1 处未填"


def test_speech_has_one_header_for_all_pages():
    document, data = written(field_at(TEXT, "YY"), layout="讲话稿")
    assert document.sections[0].header.paragraphs[0].text == "草稿：尚有 1 处未填"
    assert "word/header2.xml" not in parts_of(data)


def test_final_shows_no_marks_and_no_header():
    document, data = written(field_at(TEXT, "XX", which=1), field_at(TEXT, "12", State.STALE), draft=False)
    assert marked(document) == []
    assert not [name for name in parts_of(data) if "header" in name]
    assert len(document.paragraphs[0].runs) == 2


def test_place_across_the_end_of_the_lead_is_marked_on_both_sides():
    start = TEXT.index("%。全年")
    field = Field("f", Kind.TEXT, "", "", (Occurrence(start, start + 4, "%。全年"),))
    document, _ = written(field)
    assert marked(document) == [("%。", "Heading2Char"), ("全年", "DefaultParagraphFont")]


def test_several_places_of_one_field_and_places_out_of_order():
    first, second = TEXT.index("XX%。"), TEXT.index("XX件")
    later = Field("a", Kind.NUMBER, "", "", (Occurrence(second, second + 2, "XX"),))
    earlier = Field(
        "b", Kind.NUMBER, "", "", (Occurrence(first, first + 2, "XX"), Occurrence(first + 9, first + 11, ""))
    )
    document, _ = written(later, earlier)
    assert [text for text, _ in marked(document)] == ["XX", TEXT[first + 9 : first + 11], "XX"]
