"""Tables and pictures on pages: heights, places, parts of long tables. Measured beside LibreOffice in tests/writing."""

from dataclasses import replace

import pytest

from assistant.reading.structure import paragraphs_of
from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.tables import CellAlign, VerticalAlign
from assistant.typeset.drawing import draw_page
from assistant.typeset.layout import load_layout
from assistant.typeset.objects import arrange_report
from assistant.typeset.pages import lay_out_pages
from tests.report.grids import grid

LAYOUT = load_layout()
PITCH = LAYOUT.page.pitch
ROW = 18 * 20 + 10
"""A row of one line: 18 pt and the rule above it, half a point."""


def pages_of(report):
    paragraphs = paragraphs_of(report.text, (), report.tables)
    return lay_out_pages(report.text, arrange_report(report, paragraphs, LAYOUT), LAYOUT)


def long_table(rows, **changes):
    drawing = " ".join(chr(0x4E00 + 2 * row) + chr(0x4E01 + 2 * row) for row in range(rows))
    lines = [f"第{number}格" for number in range(2 * rows)]
    table = replace(grid(drawing, first_line=1), **changes)
    return Report("\n".join(["前文。", *lines, "后文。"]), tables=(table,))


def test_text_goes_on_where_a_table_ends():
    (page,) = pages_of(long_table(3))
    tops = {line.text_of(long_table(3).text): line.row * PITCH for line in page.lines}
    assert tops["第0格"] == pytest.approx(PITCH + 10)
    assert tops["第4格"] == pytest.approx(PITCH + 10 + 2 * ROW)
    assert tops["后文。"] == pytest.approx(PITCH + 3 * ROW + 10)


def test_a_long_table_goes_on_with_its_header_on_the_next_page():
    report = long_table(50, header_rows=1)
    first, second = pages_of(report)[:2]
    shown = [line.text_of(report.text) for page in (first, second) for line in page.lines]
    assert shown[:2] == ["前文。", "第0格"]
    assert len(shown) == len(set(shown))
    assert [line.text_of(report.text) for line in second.repeated] == ["第0格", "第1格"]
    assert second.lines[0].row * PITCH == pytest.approx(ROW + 10)
    assert max(line.row * PITCH for line in first.lines) + 360 <= LAYOUT.page.text_height


def test_a_row_higher_than_a_page_is_parted():
    table = grid("ab", first_line=1, a=60)
    report = Report("\n".join(["前", *(f"行{n}" for n in range(60)), "旁", "后"]), tables=(table,))
    pages = pages_of(report)
    shown = [line.text_of(report.text) for page in pages for line in page.lines]
    assert [text for text in shown if text.startswith("行")] == [f"行{n}" for n in range(60)]
    assert shown[-1] == "后"


def test_places_in_cells():
    table = grid("aab ccb", first_line=1, b=3)
    cells = (
        replace(table.cells[0], align=CellAlign.CENTRE),
        replace(table.cells[1], vertical=VerticalAlign.TOP),
        replace(table.cells[2], align=CellAlign.RIGHT, vertical=VerticalAlign.BOTTOM, fill="D9D9D9"),
    )
    report = Report("前\n标题\n一\n二\n三\n值\n后", tables=(replace(table, cells=cells),))
    (page,) = pages_of(report)
    drawn = {one.text: one for one in draw_page(report.text, page, LAYOUT).texts}
    left = LAYOUT.page.left + (LAYOUT.page.text_width - round(30 * 1440 / 25.4) * 3) / 2
    width = round(30 * 1440 / 25.4)
    assert drawn["标题"].left + drawn["标题"].width / 2 == pytest.approx(left + width, abs=1)
    assert drawn["值"].left + drawn["值"].width == pytest.approx(left + 2 * width - 108, abs=1)
    assert drawn["二"].baseline - drawn["一"].baseline == pytest.approx(360)
    assert drawn["值"].baseline == pytest.approx(drawn["三"].baseline, abs=12)
    assert [(fill.colour, fill.width) for fill in draw_page(report.text, page, LAYOUT).fills] == [("D9D9D9", 2 * width)]
    assert {rule.border.width for rule in page.grid_lines} == {4}


def test_a_wide_picture_is_made_smaller_and_stands_in_the_middle():
    report = Report(f"前\n{PICTURE_SIGN}\n后", pictures=(Picture(b"", "png", 312.0, 100.0),))
    (page,) = pages_of(report)
    (placed,) = page.pictures
    assert (placed.left, placed.top) == (0, PITCH)
    assert placed.width == LAYOUT.page.text_width
    assert placed.height == pytest.approx(LAYOUT.page.text_width * 100 / 312)
    assert page.lines[-1].row * PITCH == pytest.approx(PITCH + placed.height)


def test_a_picture_that_does_not_fit_goes_to_the_next_page():
    report = Report("\n".join(["正文"] * 15 + [PICTURE_SIGN, "后"]), pictures=(Picture(b"", "png", 100.0, 90.0),))
    first, second = pages_of(report)
    assert (len(first.lines), first.pictures) == (15, ())
    assert second.pictures[0].top == 0


def test_text_beside_a_picture_in_a_line_is_drawn_around_it():
    report = Report(f"图{PICTURE_SIGN}说明", pictures=(Picture(b"", "png", 20.0, 10.0),))
    (page,) = pages_of(report)
    assert [line.text_of(report.text) for line in page.lines] == ["图", "说明"]
    assert len(page.pictures) == 1


def test_a_report_without_any_stands_on_whole_rows():
    (page,) = pages_of(Report("一\n二\n三"))
    assert [repr(line.row) for line in page.lines] == ["0", "1", "2"]
