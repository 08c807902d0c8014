"""A Word document with tables and pictures through the whole program: opened, asked, filled, saved, exported."""

import io
import json
import zipfile
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn

from assistant.report.model import Role
from assistant.report.pictures import PICTURE_SIGN
from assistant.storage.report_file import load_report
from assistant.workbench.exporting import export_report, save_working
from assistant.workbench.opening import open_bytes, open_path
from assistant.workbench.paging import page_report
from assistant.workbench.proofreading import check
from assistant.workbench.scanning import scan_values
from assistant.workbench.working import start_work
from tests.reading.word_tables import report_with_tables
from tests.workbench.answered import answer_field

WHEN = datetime(2026, 1, 8, tzinfo=UTC)


@pytest.fixture
def opened():
    return open_bytes(report_with_tables(), "总结.docx", ".docx")


def shape(data):
    document = docx.Document(io.BytesIO(data))
    tables = [[[_text_of(cell) for cell in row.cells] for row in table.rows] for table in document.tables]
    sizes = [(round(one.width.mm), round(one.height.mm)) for one in document.inline_shapes]
    return tables, sizes


def _text_of(cell):
    """Return what stands in a cell, in controls of a draft too."""
    marks = (qn("w:t"), qn("w:br"))
    return "\n".join("".join(one.text or "\n" for one in p._p.iter(*marks)) for p in cell.paragraphs)


def media_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in sorted(package.namelist()) if name.startswith("word/media/")]


@pytest.mark.parametrize("by_way_of_file", [False, True])
def test_tables_and_pictures_come_out_as_they_went_in(opened, tmp_path, by_way_of_file):
    working = start_work(opened)
    if by_way_of_file:
        working = start_work(open_path(save_working(working, tmp_path / "a.baogao")))
    out = tmp_path / "out.docx"
    export_report(working, out, draft=True, when=WHEN)
    source, made = report_with_tables(), out.read_bytes()
    assert shape(made) == shape(source)
    assert media_of(made) == media_of(source)
    widths = [[round(column.width.mm) for column in one.columns] for one in docx.Document(out).tables]
    assert widths[0] == [30, 60, 40]


def test_what_was_exported_opens_as_the_same_report(opened, tmp_path):
    working = start_work(opened)
    out = tmp_path / "out.docx"
    export_report(working, out, draft=True, when=WHEN)
    again = open_path(out)
    cells = [[(c.row, c.column, c.row_span, c.column_span, c.lines) for c in t.cells] for t in again.report.tables]
    assert cells == [
        [(c.row, c.column, c.row_span, c.column_span, c.lines) for c in t.cells] for t in opened.report.tables
    ]
    assert [one.data for one in again.report.pictures] == [one.data for one in opened.report.pictures]
    assert [p.text_of(again.report.text) for p in again.paragraphs if p.role is Role.CELL] == [
        p.text_of(opened.report.text) for p in opened.paragraphs if p.role is Role.CELL
    ]


def test_fields_in_cells_are_asked_and_filled(opened, tmp_path):
    text = opened.report.text
    in_cells = [
        (field, place)
        for field in opened.report.fields
        for place in field.occurrences
        if opened.report.tables[0].cell_at(text.count("\n", 0, place.start)) is not None
    ]
    assert [text[place.start : place.end] for _, place in in_cells] == ["XX", "X.X"]
    assert [(field.label, field.unit) for field, _ in in_cells] == [("收入完成数", "亿元"), ("收入增长%完成数", "")]
    working, tidy = answer_field(start_work(opened), in_cells[1][0].id, "12.5")
    assert tidy.fits
    out = tmp_path / "out.docx"
    export_report(working, out, draft=True, when=WHEN)
    assert docx.Document(out).tables[0].cell(2, 2).text == "12.5"


def test_scan_tells_places_in_the_text_of_the_file(opened):
    values = json.loads(json.dumps(scan_values(opened)))
    assert PICTURE_SIGN not in opened.source_text
    for field in values["fields"]:
        for place in field["occurrences"]:
            assert opened.source_text[place["start"] : place["end"]] == place["text"]
    lines = opened.source_text.split("\n")
    for one in values["paragraphs"]:
        assert opened.source_text[one["start"] : one["end"]] == lines[one["line"]]
    told = {one["line"]: one for one in values["paragraphs"]}
    assert set(told) == {number for number, line in enumerate(lines) if line.strip()}
    cell = next(one for one in values["paragraphs"] if lines[one["line"]] == "增长%")
    assert (cell["role"], cell["cell"]) == ("body", {"table": 0, "row": 2, "column": 1})
    heading = next(one for one in values["paragraphs"] if lines[one["line"]].startswith("三、"))
    assert (heading["role"], heading["cell"]) == ("heading", None)


def test_checks_leave_cells_alone(opened):
    report = opened.report
    found = check(report, opened.paragraphs)
    in_cells = {
        one.rule
        for one in found
        if any(table.cell_at(report.text.count("\n", 0, one.start)) is not None for table in report.tables)
    }
    assert {rule for rule in in_cells if not rule.startswith("placeholder-")} == set()


def test_pages_show_them(opened):
    paged = page_report(start_work(opened), draft=True)
    drawn = [paged.drawn(index) for index in range(len(paged.pages))]
    assert sum(len(page.pictures) for page in drawn) == 2
    assert sum(len(page.grid_lines) for page in drawn) > 20
    assert any(text.is_marked and text.text == "XX" for page in drawn for text in page.texts)


def test_a_document_that_libreoffice_made(opened, soffice, tmp_path):
    source = tmp_path / "a.docx"
    source.write_bytes(report_with_tables(footnote=False))
    odt = soffice(source, "odt")
    again = open_path(soffice(odt, "docx"))
    assert [len(one.cells) for one in again.report.tables] == [11, 6, 4]
    assert [one.cells[3].row_span for one in again.report.tables[:1]] == [2]
    assert [(round(one.width_mm), round(one.height_mm)) for one in again.report.pictures] == [(80, 60), (40, 30)]
    cells = [p.text_of(again.report.text) for p in again.paragraphs if p.role is Role.CELL]
    assert cells == [p.text_of(opened.report.text) for p in opened.paragraphs if p.role is Role.CELL]


def test_a_report_file_keeps_what_is_not_changed(opened, tmp_path):
    path = save_working(start_work(opened), tmp_path / "a.baogao")
    assert load_report(path).report == opened.report
