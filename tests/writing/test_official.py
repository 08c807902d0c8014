"""Head and imprint: where they stand on paper as LibreOffice sets them, and how their parts must be written."""

import itertools
import shutil
import subprocess

import pytest
from lxml import etree

from assistant.report.model import Role
from assistant.typeset.layout import load_layout
from assistant.typeset.official import OfficialParts, is_full_date, official_problems, tidy_number
from assistant.writing.docx import write_docx
from tests.writing.ooxml_schema import W, complaints, part_of
from tests.writing.report_values import FULL_REPORT_LINES, PROPERTIES, Line, field_at, report_of

FULL = OfficialParts(
    organ="青禾县人民政府文件",
    number="青政〔2026〕5号",
    copy_number="000001",
    secrecy="机密★1年",
    urgency="特急",
    copies_to="县委各部门，县人大常委会办公室，县政协办公室，县法院，县检察院，各人民团体，驻青有关单位",
    issuer="青禾县人民政府办公室",
    issued="2026年1月8日",
)
MM = 25.4 / 300
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def written(parts, layout="公文", lines=FULL_REPORT_LINES):
    report, paragraphs = report_of(lines)
    data = write_docx(report, paragraphs, load_layout(layout), draft=False, properties=PROPERTIES, official=parts)
    assert complaints(data) == []
    return data


def rows_of(pdf, page):
    """Return (red, black) pixels of each row of a page, 300 to the inch."""
    call = ["pdftoppm", "-r", "300", "-f", str(page), "-l", str(page), str(pdf)]
    image = subprocess.run(call, capture_output=True, check=True).stdout
    _, size, _, pixels = image.split(b"\n", 3)
    width, height = map(int, size.split())
    bright = bytes(1 if value > 180 else 0 for value in range(256))
    dark = bytes(1 if value < 100 else 0 for value in range(256))
    for row in range(height):
        line = pixels[row * width * 3 : (row + 1) * width * 3]
        reds, greens = line[::3], line[1::3]
        red = int.from_bytes(reds.translate(bright)) & int.from_bytes(greens.translate(dark))
        yield red.bit_count(), reds.translate(dark).count(1)


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm (poppler-utils) is not installed")
@pytest.mark.parametrize("layout", ["公文", "公文（GB/T 33476）"])
def test_head_and_imprint_stand_where_the_standard_has_them(layout, soffice, tmp_path):
    path = tmp_path / "issued.docx"
    path.write_bytes(written(FULL, layout))
    pdf = soffice(path)
    first = list(rows_of(pdf, 1))
    reds = [row for row, (red, _) in enumerate(first) if red]
    assert reds[0] * MM == pytest.approx(72, abs=1)
    line = next(row for row, (red, _) in enumerate(first) if red * MM > 150)
    number_foot = max(row for row, (_, black) in enumerate(first[: line - 3]) if black)
    assert (line - number_foot) * MM == pytest.approx(4, abs=0.5)
    rules = [row for row, (_, black) in enumerate(rows_of(pdf, 2)) if black * MM > 150]
    assert rules[-1] * MM == pytest.approx(262, abs=1)
    assert sum(behind - row > 1 for row, behind in itertools.pairwise(rules)) == 2  # three rules


def test_pages_behind_the_text_carry_no_number():
    # 29 lines and the head end on the last line of page 2: page 3 stays empty, the imprint stands on page 4
    lines = (Line("关于收入情况的汇报", Role.TITLE), *[Line("今年以来，全县收入稳步增长。")] * 29)
    data = written(FULL, lines=lines)
    body = part_of(data, "word/document.xml").find(W + "body")
    relations = {one.get("Id"): one.get("Target") for one in part_of(data, "word/_rels/document.xml.rels")}
    has_number = []
    for section in body.iter(W + "sectPr"):
        feet = [relations[one.get(R + "id")] for one in section.iter(W + "footerReference")]
        has_number.append({b"PAGE" in etree.tostring(part_of(data, f"word/{foot}")) for foot in feet})
    assert has_number == [{True}, {False}]


def test_document_without_head_and_imprint_is_as_before():
    assert written(OfficialParts()) == written(None)


def test_a_draft_of_a_letter_is_sound():
    report, paragraphs = report_of(FULL_REPORT_LINES, (field_at("\n".join(x.text for x in FULL_REPORT_LINES), "XX"),))
    letter = OfficialParts(organ="青禾县财政局", number="青财函〔2026〕1号", copies_to="县委办公室", form="letter")
    data = write_docx(report, paragraphs, load_layout(), draft=True, properties=PROPERTIES, official=letter)
    assert complaints(data) == []
    section = part_of(data, "word/document.xml").find(f".//{W}body/{W}sectPr")
    kinds = [(one.tag.removeprefix(W), one.get(f"{W}type")) for one in section if one.tag.endswith("Reference")]
    assert kinds == [
        (f"{place}Reference", kind) for place in ("header", "footer") for kind in ("default", "even", "first")
    ]
    assert section.find(f"{W}titlePg") is not None


def test_signer_stands_on_the_line_of_the_number():
    data = written(OfficialParts(organ="青禾县民政局文件", number="青民〔2026〕1号", signer="王某 李某"))
    assert complaints(data) == []


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        (FULL, []),
        (OfficialParts(), []),
        (OfficialParts(organ="甲", number="青政[2026]5号"), ["number"]),
        (OfficialParts(organ="甲", number="青政〔2026〕05号"), ["number"]),
        (OfficialParts(number="青政〔2026〕5号"), ["organ"]),
        (OfficialParts(organ="青禾县人民政府常务会议纪要", number="第12号"), []),
        (OfficialParts(organ="青禾县人民政府文件", number="第12号"), ["number"]),
        (OfficialParts(copy_number="12", secrecy="内部", urgency="急"), ["copy_number", "secrecy", "urgency"]),
        (OfficialParts(issuer="甲", issued="2026年01月08日"), ["issued"]),
    ],
)
def test_parts_are_checked(parts, wrong):
    assert list(official_problems(parts)) == wrong


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("青政[2026]第05号", "青政〔2026〕5号"),
        ("青政（2026）5", "青政〔2026〕5号"),
        ("青政〔2026〕12号", "青政〔2026〕12号"),
    ],
)
def test_brackets_of_the_number_are_put_right(typed, printed):
    assert tidy_number(typed) == printed


@pytest.mark.parametrize(
    ("text", "good"), [("2024年2月29日", True), ("2026年2月29日", False), ("2026年1月08日", False), ("今天", False)]
)
def test_dates_are_days_of_the_calendar(text, good):
    assert is_full_date(text) is good
