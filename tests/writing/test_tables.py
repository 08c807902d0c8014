"""Tables and pictures in Word documents: grid, merges, borders, bytes; and their places as LibreOffice sets them."""

import io
import struct
import zlib
from dataclasses import replace
from itertools import chain

import docx
import pytest

from assistant.reading.structure import paragraphs_of
from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import NO_BORDER, Border, Cell, CellAlign, Table
from assistant.typeset.layout import load_layout
from assistant.typeset.objects import arrange_report
from assistant.typeset.pages import lay_out_pages, row_top
from assistant.writing.docx import write_docx
from assistant.writing.plain import write_text
from tests.report.grids import grid
from tests.writing.ooxml_schema import W, complaints, part_of, parts_of
from tests.writing.rendered_pages import pages_of
from tests.writing.report_values import PROPERTIES, chinese, field_at


def png(width=8, height=6):
    """Return a grey picture."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


MERGED = grid("aab cdb cef", first_line=1, d=2)
PICTURE = Picture(png(), "png", 60.0, 45.0, "现场<照片>", (0.1, 0.0, 0.0, 0.0))
REPORT = Report(
    f"前文。\n合计\n备注\n甲\n乙\n续\n丙\n丁XX\n后文。\n{PICTURE_SIGN}\n{PICTURE_SIGN}\n末。",
    tables=(MERGED,),
    pictures=(PICTURE, replace(PICTURE, description="")),
)


def written(report, *, draft=False):
    paragraphs = paragraphs_of(report.text, (), report.tables)
    return write_docx(report, paragraphs, load_layout(), draft=draft, properties=PROPERTIES)


def test_merges_widths_and_text():
    data = written(REPORT)
    assert complaints(data) == []
    (table,) = docx.Document(io.BytesIO(data)).tables
    shown = [[cell.text for cell in row.cells] for row in table.rows]
    assert shown == [["合计", "合计", "备注"], ["甲", "乙\n续", "备注"], ["甲", "丙", "丁XX"]]
    assert [round(column.width.mm, 1) for column in table.columns] == [30.0, 30.0, 30.0]
    styles = {p.style.name for row in table.rows for cell in row.cells for p in cell.paragraphs}
    assert styles == {"表格文字"}


def test_borders_and_grounds():
    first = replace(
        MERGED.cells[0],
        borders=(Border("double", 6), NO_BORDER, Border("dashed", 8), Border("single", 12)),
        fill="D9D9D9",
        align=CellAlign.CENTRE,
    )
    report = replace(REPORT, tables=(replace(MERGED, cells=(first, *MERGED.cells[1:]), header_rows=1),))
    data = written(report)
    assert complaints(data) == []
    body = part_of(data, "word/document.xml")
    cell = next(body.iter(f"{W}tc"))
    edges = {edge.tag[len(W) :]: (edge.get(f"{W}val"), edge.get(f"{W}sz")) for edge in cell.find(f".//{W}tcBorders")}
    assert edges == {
        "top": ("double", "6"),
        "left": ("single", "12"),
        "bottom": ("dashed", "8"),
        "right": ("nil", None),
    }
    assert cell.find(f".//{W}shd").get(f"{W}fill") == "D9D9D9"
    assert cell.find(f".//{W}jc").get(f"{W}val") == "center"
    assert len(list(body.iter(f"{W}tblHeader"))) == 1


def test_open_fields_in_cells_are_controls_of_a_draft():
    field = field_at(REPORT.text, "XX")
    data = written(replace(REPORT, fields=(field,)), draft=True)
    assert complaints(data) == []
    (control,) = part_of(data, "word/document.xml").iter(f"{W}sdt")
    assert any(one.tag == f"{W}tc" for one in control.iterancestors())


def test_pictures_are_there_once_each_with_their_bytes():
    data = written(REPORT)
    parts = parts_of(data)
    assert [name for name in parts if "media" in name] == ["word/media/image1.png"]
    assert parts["word/media/image1.png"] == PICTURE.data
    shapes = docx.Document(io.BytesIO(data)).inline_shapes
    assert [(round(one.width.mm), round(one.height.mm)) for one in shapes] == [(60, 45), (60, 45)]
    assert written(REPORT) == data


def test_tables_side_by_side_and_at_the_end_are_parted():
    report = Report("前\n甲\n\n乙\n", tables=(grid("a", first_line=1), grid("b", first_line=3)))
    body = part_of(written(report), "word/document.xml").find(f"{W}body")
    assert [one.tag[len(W) :] for one in body] == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_plain_text_has_tabs_between_cells():
    text = write_text(REPORT, newline="\n").decode("utf-8-sig")
    assert text == "前文。\n合计\t\t备注\n甲\t乙 续\n\t丙\t丁XX\n后文。\n〔图片〕\n〔图片〕\n末。"


def test_text_without_tables_is_written_as_it_is():
    assert write_text(Report("一\n二"), newline="\n").decode("utf-8-sig") == "一\n二"


@pytest.fixture(scope="module")
def long_report():
    """Two pages and a half: a merged table, a picture, a table over the page's end, and text behind each."""
    first = grid("abc dbe", first_line=2)
    heads = [Cell(0, column, align=CellAlign.CENTRE) for column in range(3)]
    rows = [Cell(row, column) for row in range(1, 41) for column in range(3)]
    numbered = [f"第{number}项" for number in range(120)]
    lines = ["工作情况", chinese(60), "甲", chinese(30), "丙", "丁", "戊", chinese(80), PICTURE_SIGN, "图后正文。"]
    second = Table(len(lines), (30.0, 60.0, 60.0), (0.0,) * 41, (*heads, *rows), 1)
    lines += ["序号", "任务", "单位", *numbered, "表后正文。"]
    return Report("\n".join(lines), tables=(first, second), pictures=(Picture(png(), "png", 80.0, 60.0),))


def test_lines_stand_where_libreoffice_sets_them(long_report, soffice, pdftotext, tmp_path):
    layout = load_layout()
    document = tmp_path / "tables.docx"
    document.write_bytes(written(long_report))
    rendered = pages_of(pdftotext(soffice(document), "-bbox"))
    placed = arrange_report(long_report, paragraphs_of(long_report.text, (), long_report.tables), layout)
    ours = lay_out_pages(long_report.text, placed, layout)
    assert len(rendered) == len(ours)
    for theirs, page in zip(rendered, ours, strict=True):
        for line in chain(page.lines, page.repeated):
            size = layout.table.size if line.pitch else 0
            words = line.text_of(long_report.text)
            if not size or not words:
                continue
            baseline = (row_top(layout, page, line.row) + 0.8 * line.pitch) / 20
            # LibreOffice tells the top of the type's box, 0.86 of its size above the baseline in these faces
            assert any(words in one.text and abs(one.top + 10.3 - baseline) < 3 for one in theirs), words
    last = ours[-1].lines[-1]
    assert last.text_of(long_report.text) == "表后正文。"
    assert any("表后正文。" in one.text for one in rendered[-1])
