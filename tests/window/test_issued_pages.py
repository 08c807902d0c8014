"""Issued documents, attachments, first and last ink: our own PDF against the DOCX as LibreOffice sets it."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import asdict, replace
from types import SimpleNamespace

import docx
import pytest
from pypdf import PdfReader

from assistant.typeset.official import OfficialParts
from assistant.window.pdf import paint_pdf
from assistant.workbench.exporting import export_report, with_layout
from assistant.workbench.official_parts import with_official
from assistant.workbench.opening import open_path
from assistant.workbench.paging import layout_values, page_report
from assistant.workbench.working import start_work
from tests.writing.ooxml_schema import complaints
from tests.writing.rendered_pages import ink_rows
from tests.writing.report_values import chinese

A, B = "公文", "公文（GB/T 33476）"
PARTS = OfficialParts(
    organ="青禾县人民政府文件",
    number="青政〔2026〕5号",
    copy_number="000001",
    secrecy="机密★1年",
    urgency="特急",
    copies_to="县委各部门，县人大常委会办公室，县政协办公室，县法院，县检察院，各人民团体，驻青有关单位",
    issuer="青禾县人民政府办公室",
    issued="2026年1月8日",
)
SIGNED = replace(PARTS, signer="王某 李某 张某", copies_to="", urgency="")
HEAD = ["关于安全生产工作情况的报告", "县人民政府：", "现将有关情况报告如下。", "一、主要工作"]
END = ["附件：1.重点任务清单", "2.有关数据统计表", "青禾县应急管理局", "2026年1月8日", "（联系人：王某某）"]
ATTACHED = ["附件1", "重点任务清单", "一、任务", chinese(120) + "。", "附件2", "有关数据统计表", chinese(90) + "。"]
REPORTS = {
    # name: (lines, layout, head and imprint)
    "on_the_even_page": ([*HEAD, chinese(300) + "。", *END], A, PARTS),
    "behind_an_odd_page": ([*HEAD, chinese(60) + "。"], B, SIGNED),
    "behind_an_empty_page": ([*HEAD, chinese(160 + 20 * 28) + "。"], A, PARTS),
    "with_attachments": ([*HEAD, chinese(300) + "。", *END, *ATTACHED], B, PARTS),
    "attachments_alone": ([*HEAD, chinese(300) + "。", *END, *ATTACHED], "讲话稿", OfficialParts()),
    # the note, then the date as well, would be alone on the next page
    "kept_note": ([*HEAD, chinese(26 + 9 * 28), "特此报告。", *END], A, OfficialParts()),
    "kept_signature": ([*HEAD, chinese(26 + 10 * 28), "特此报告。", *END], B, OfficialParts()),
    "kept_without_text": ([*HEAD, chinese(26 + 10 * 28), *END], "讲话稿", OfficialParts()),
    "minutes": (
        ["县政府第12次常务会议纪要", "会议议定以下事项。", "出席：" + "王某某　" * 12, "列席：" + "李某某　" * 3],
        A,
        OfficialParts(organ="青禾县人民政府常务会议纪要", number="第12号", issuer="青禾县人民政府办公室"),
    ),
    "letter_a": ([*HEAD, chinese(300) + "。", *END], A, replace(PARTS, organ="青禾县人民政府", form="letter")),
    "letter_b": (
        [*HEAD, chinese(400) + "。"],
        B,
        OfficialParts("青禾县人民政府", "青政函〔2026〕5号", form="letter"),
    ),
    "ink_a": ([chinese(3 * 28 * 22)], A, OfficialParts()),
    "ink_b": ([chinese(3 * 28 * 22)], B, OfficialParts()),
}


@pytest.fixture(scope="module")
def made(soffice_convert, faces, qapp, tmp_path_factory):
    """Every report by its name: as it is worked on, its DOCX, our PDF, and the PDF that LibreOffice makes."""
    folder = tmp_path_factory.mktemp("issued")
    rendered = folder / "rendered"
    found = {}
    for name, (lines, layout, parts) in REPORTS.items():
        source = folder / f"{name}.txt"
        source.write_text("\n".join(lines), "utf-8")
        working = with_official(with_layout(start_work(open_path(source)), layout), asdict(parts))
        own, document = folder / f"{name}.pdf", folder / f"{name}.docx"
        export_report(working, document, draft=False)
        export_report(working, own, draft=False, paint_pdf=paint_pdf)
        found[name] = SimpleNamespace(working=working, docx=document, own=own, rendered=rendered / own.name)
    rendered.mkdir()
    soffice_convert([one.docx for one in found.values()], "pdf", rendered)
    return found


def _lines(pdf):
    """Return (baseline in mm, text without blanks) of every line of every page, top down."""
    pages = []
    for page in PdfReader(pdf).pages:
        pieces = []

        def visit(text, matrix, text_matrix, _font, _size, pieces=pieces, height=float(page.mediabox.height)):
            if text.strip():
                x = text_matrix[4] * matrix[0] + matrix[4]
                pieces.append((height - text_matrix[5] * matrix[3] - matrix[5], x, "".join(text.split())))

        page.extract_text(visitor_text=visit)
        lines = []
        for top, left, text in sorted(pieces):
            if not lines or top - lines[-1][0] > 5:
                lines.append((top, []))
            lines[-1][1].append((left, text))
        pages.append([(top * 25.4 / 72, "".join(text for _, text in sorted(parts))) for top, parts in lines])
    return pages


@pytest.mark.parametrize("name", REPORTS)
def test_pages_and_lines_stand_where_the_rendered_document_has_them(made, name):
    own, rendered = _lines(made[name].own), _lines(made[name].rendered)
    assert [[text for _, text in page] for page in own] == [[text for _, text in page] for page in rendered]
    for ours, theirs in zip(own, rendered, strict=True):
        assert [top for top, _ in ours] == pytest.approx([top for top, _ in theirs], abs=0.3)


@pytest.mark.parametrize("name", REPORTS)
def test_listing_tells_the_lines_of_the_pages(made, name):
    listed = [["".join(line.split()) for line in page["lines"]] for page in layout_values(made[name].working)["pages"]]
    shown = [[text for _, text in page if not text.startswith("—")] for page in _lines(made[name].own)]
    assert listed == shown


@pytest.mark.parametrize("name", REPORTS)
def test_documents_are_sound(made, name):
    assert complaints(made[name].docx.read_bytes()) == []
    assert docx.Document(made[name].docx).paragraphs


@pytest.mark.parametrize(
    ("name", "count", "numbers"),
    [
        ("on_the_even_page", 2, ["—1—", "—2—"]),
        ("behind_an_odd_page", 2, ["—1—", "—2—"]),
        ("behind_an_empty_page", 4, ["—1—", "—2—", "", ""]),
        ("letter_a", 2, ["", "—2—"]),
        ("with_attachments", 4, ["—1—", "—2—", "—3—", "—4—"]),
    ],
)
def test_imprint_stands_on_an_even_page(made, name, count, numbers):
    pages = page_report(made[name].working).pages
    assert [bool(page.imprint.parts) for page in pages] == [False] * (count - 1) + [True]
    foots = [page[-1][1] if page else "" for page in _lines(made[name].rendered)]
    assert [foot if foot.startswith("—") else "" for foot in foots] == numbers


@pytest.mark.parametrize(
    ("name", "first"),
    [("kept_note", "特此报告。"), ("kept_signature", "特此报告。"), ("kept_without_text", "附件：1.重点任务清单")],
)
def test_an_ending_stands_on_one_page_with_text(made, name, first):
    pages = _lines(made[name].rendered)
    assert len(pages) == 2
    assert pages[1][0][1] == first


def test_attachments_begin_on_pages_of_their_own(made):
    pages = _lines(made["attachments_alone"].rendered)
    assert [page[0][1] for page in pages[-2:]] == ["附件1", "附件2"]
    label, title = pages[-2][:2]
    assert title[0] - label[0] == pytest.approx(2 * 28.95 * 25.4 / 72, abs=1)  # on the third line


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm (poppler-utils) is not installed")
@pytest.mark.parametrize(("name", "first", "last"), [("ink_a", 39.9, 259.6), ("ink_b", 37, 262)])
@pytest.mark.parametrize("which", ["own", "rendered"])
def test_first_and_last_ink(made, name, first, last, which):
    rows = ink_rows(getattr(made[name], which), 2)
    assert rows[0] == pytest.approx(first, abs=1)
    assert rows[-1] == pytest.approx(last, abs=1)


def _red_rows(pdf):
    """Return (first row with red, rows that are red over more than 165 mm) of the first page, in millimetres."""
    call = ["pdftoppm", "-r", "300", "-f", "1", "-l", "1", str(pdf)]
    image = subprocess.run(call, capture_output=True, check=True).stdout
    _, size, _, pixels = image.split(b"\n", 3)
    width, height = map(int, size.split())
    bright, dark = (
        bytes(1 if test(value) else 0 for value in range(256)) for test in (lambda v: v > 180, lambda v: v < 100)
    )
    counts = []
    for row in range(height):
        line = pixels[row * width * 3 : (row + 1) * width * 3]
        reds = int.from_bytes(line[::3].translate(bright)) & int.from_bytes(line[1::3].translate(dark))
        counts.append(reds.bit_count() * 25.4 / 300)
    first = next(row for row, count in enumerate(counts) if count)
    return first * 25.4 / 300, [row * 25.4 / 300 for row, count in enumerate(counts) if count > 165]


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm (poppler-utils) is not installed")
@pytest.mark.parametrize("which", ["own", "rendered"])
def test_red_of_documents_and_letters(made, which):
    mark, _ = _red_rows(getattr(made["on_the_even_page"], which))
    assert mark == pytest.approx(72, abs=1)
    mark, rules = _red_rows(getattr(made["letter_a"], which))
    assert mark == pytest.approx(30, abs=1)
    assert rules[-1] == pytest.approx(277, abs=0.5)
    upper, lower = [row for row in rules if row < 150], [row for row in rules if row > 150]
    for thick, thin in ((upper[:6], upper[-2:]), (lower[-6:], lower[:2])):  # thick ones outside
        assert max(thick) - min(thick) == pytest.approx(0.45, abs=0.15)
        assert max(thin) - min(thin) < 0.2
