"""Documents as LibreOffice sets them: 22 lines of 28 characters, page numbers at their place.

Not measured here, for LibreOffice does it in its own way: lines with digits (it always adds a gap beside them) and
marks at a line's end.
"""

from __future__ import annotations

import io
import shutil

import docx
import pytest

from assistant.report.model import Role
from assistant.typeset.layout import load_layout
from assistant.writing.docx import write_docx
from tests.writing.rendered_pages import body_of, page_number_dashes, pages_of
from tests.writing.report_values import FULL_REPORT_LINES, PROPERTIES, Line, chinese, field_at, heading, report_of

PITCH_POINTS = 28.95
POINTS_PER_MM = 72 / 25.4


@pytest.fixture(scope="module")
def render(soffice, pdftotext, tmp_path_factory):
    """Writes lines as a document, has LibreOffice set it, returns (PDF, pages of lines)."""

    def run(lines, layout="公文", fields=(), draft=False):
        report, paragraphs = report_of(lines, fields)
        document = tmp_path_factory.mktemp("document") / "report.docx"
        data = write_docx(report, paragraphs, load_layout(layout), draft=draft, properties=PROPERTIES)
        document.write_bytes(data)
        assert docx.Document(io.BytesIO(data)).paragraphs
        pdf = soffice(document)
        return pdf, pages_of(pdftotext(pdf, "-bbox"))

    return run


def body_report():
    """Seven pages' worth of headings and paragraphs, punctuation-free but for the run-in headings."""
    yield Line("关于工作情况的报告", Role.TITLE)
    yield Line("同志们：", Role.SALUTATION)
    for first in "一二三四":
        yield heading(1, f"{first}、", "主要工作")
        for second in "一二三":
            yield heading(2, f"（{second}）", "抓好服务", "。" + chinese(300))
            yield Line(chinese(150))


@pytest.fixture(scope="module")
def plain(render):
    """Three full pages of one paragraph, and one line more."""
    return render([Line(chinese(3 * 22 * 28 + 26))])


@pytest.fixture(scope="module")
def report(render):
    return render(list(body_report()))


def test_full_pages_have_22_lines(plain):
    _, pages = plain
    assert [len(body_of(page)) for page in pages] == [22, 22, 22, 1]


def test_lines_have_28_characters_and_indented_ones_26(plain):
    _, pages = plain
    lengths = [len(line.text) for page in pages for line in body_of(page)]
    assert lengths[0] == 26
    assert set(lengths[1:]) == {28}


def test_pitch(plain):
    _, pages = plain
    for page in pages[:3]:
        lines = body_of(page)
        assert (lines[-1].top - lines[0].top) / 21 == pytest.approx(PITCH_POINTS, abs=0.05)


def test_lines_fill_the_text_area_from_edge_to_edge(plain):
    _, pages = plain
    first, *others = body_of(pages[0])  # all justified: the paragraph goes on
    assert first.left == pytest.approx(28 * POINTS_PER_MM + 31.5, abs=0.5)
    for line in others:
        assert line.left == pytest.approx(28 * POINTS_PER_MM, abs=0.5)
        assert line.right == pytest.approx(184 * POINTS_PER_MM, abs=1.1)


def test_report_with_headings_keeps_the_22_rows(report):
    _, pages = report
    assert len(pages) >= 6
    for page in pages[:-1]:
        lines = body_of(page)
        rows = [(line.top - lines[0].top) / PITCH_POINTS for line in lines]
        assert all(abs(row - round(row)) < 0.35 for row in rows)  # a face of another size sits a little higher
        # 21 where a heading moves to the next page with its text.
        assert round(rows[-1]) + 1 in (21, 22)


def test_run_in_heading_stays_in_one_paragraph(report):
    _, pages = report
    starts = [line.text for page in pages for line in body_of(page) if line.text.startswith("（")]
    assert len(starts) == 12
    assert all(text[3:8] == "抓好服务。" and len(text) == 26 for text in starts)


def test_title_is_centred_and_parted_from_the_text_by_a_blank_line(report):
    _, pages = report
    title, salutation, *_ = body_of(pages[0])
    assert (title.left + title.right) / 2 == pytest.approx((28 + 78) * POINTS_PER_MM, abs=1)
    assert salutation.text == "同志们："
    assert salutation.left == pytest.approx(28 * POINTS_PER_MM, abs=0.5)
    assert round((salutation.top - title.top) / PITCH_POINTS) == 2


@pytest.fixture
def pdftoppm():
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm (poppler-utils) is not installed")


@pytest.mark.usefixtures("pdftoppm")
def test_page_numbers_stand_outside_7_mm_below_the_text_area(report):
    pdf, pages = report
    for number in (1, 2, 3):
        dashes = page_number_dashes(pdf, number)
        assert dashes.middle == pytest.approx(269.0, abs=0.8)
        if number % 2:
            assert dashes.right == pytest.approx(179.1, abs=1)
        else:
            assert dashes.left == pytest.approx(32.9, abs=1)
        assert pages[number - 1][-1].text == f"—{number}—"


@pytest.mark.usefixtures("pdftoppm")
def test_page_numbers_of_a_speech_stand_in_the_centre(render):
    pdf, pages = render(list(body_report()), layout="讲话稿")
    for number in (1, 2):
        dashes = page_number_dashes(pdf, number)
        assert dashes.middle == pytest.approx(269.0, abs=0.8)
        assert (dashes.left + dashes.right) / 2 == pytest.approx(28 + 78, abs=1)
        assert len(body_of(pages[number - 1])) in (20, 21, 22)


def test_no_mark_gets_lost(render):
    """LibreOffice 7.4 leaves out marks that hang over the edge where the letters are set closer."""
    text = "".join(chinese(20 + length) + "，" for length in range(1, 28))
    _, pages = render([Line(text)])
    assert "".join(line.text for page in pages for line in body_of(page)) == text


def test_draft_shows_its_mark_at_the_head_of_every_page_and_moves_nothing(render):
    lines = [Line("办理XX件" + chinese(1300))]
    field = field_at(lines[0].text, "XX")
    _, pages = render(lines, fields=(field,), draft=True)
    _, final = render(lines, fields=(field,))
    assert [page[0].text for page in pages] == ["草稿：尚有1处未填"] * 3
    assert [[line.text for line in page[1:]] for page in pages] == [[line.text for line in page] for page in final]


def test_signature_and_date_stand_at_the_right(render):
    _, pages = render(FULL_REPORT_LINES)
    by_text = {line.text: line for page in pages for line in page}
    signature, date = by_text["某某市财政局办公室"], by_text["2026年1月8日"]
    assert signature.right == pytest.approx(184 * POINTS_PER_MM - 31.5, abs=1)
    assert date.left > signature.left
