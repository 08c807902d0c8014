"""Tables follow the text: they move with the lines in front, grow with their cells, and no edit breaks a grid."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.structure import paragraphs_of
from assistant.report.edits import replace_span, with_text
from assistant.report.fields import Field, Kind, Occurrence
from assistant.report.model import Report, Role
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.report.sections import move_section
from assistant.report.tables import are_placed, lines_of_tables, tables_after
from tests.report.filled import fill_field
from tests.report.grids import grid, moved

# 前言 / a: 项目, b: 数量 / c: 收入 (two lines), d: empty / 结语
TABLE = grid("ab cd", first_line=1, c=2)
REPORT = Report("前言\n项目\n数量\n收入\n（亿元）\n\n结语", tables=(TABLE,))
SEEN = Picture(b"png", "png", 40.0, 30.0)


def test_a_cell_knows_its_lines():
    assert TABLE.end_line == 6
    assert [TABLE.cell_at(line) for line in range(7)] == [None, 0, 1, 2, 2, 3, None]
    assert lines_of_tables(REPORT.tables) == frozenset(range(1, 6))


def test_merged_cells_cover_the_grid():
    assert grid("aab cdb").is_whole()
    assert not replace(TABLE, cells=TABLE.cells[:3]).is_whole()


@pytest.mark.parametrize(
    "changes", [{"row_span": 1 << 40}, {"column_span": 1 << 40}, {"row": -1}, {"column": 1 << 40}, {"row_span": -5}]
)
def test_a_cell_that_reaches_out_of_the_grid_is_found_before_its_places_are_counted(changes):
    """Counting them filled the memory."""
    assert not replace(TABLE, cells=(replace(TABLE.cells[0], **changes), *TABLE.cells[1:])).is_whole()


def test_a_grid_beyond_measure_is_none():
    one = replace(TABLE.cells[0], row_span=100_000, column_span=100_000)
    vast = replace(TABLE, widths_mm=(1.0,) * 100_000, heights_mm=(0.0,) * 100_000, cells=(one,))
    assert not vast.is_whole()


@pytest.mark.parametrize(("first", "lines", "fits"), [(0, 9, False), (1, 6, False), (1, 7, True), (3, 9, True)])
def test_a_table_has_a_line_in_front_and_one_behind(first, lines, fits):
    assert are_placed((grid("ab cd", first_line=first, c=2),), lines) is fits


def test_lines_in_front_move_it_and_lines_in_a_cell_make_it_grow():
    start = REPORT.text.index("前言")
    assert replace_span(REPORT, start, start, "标题\n").tables == (moved(TABLE, 1),)
    at = REPORT.text.index("数量") + 2
    grown = replace_span(REPORT, at, at, "（个）\n合计")
    assert grown.text == "前言\n项目\n数量（个）\n合计\n收入\n（亿元）\n\n结语"
    assert [cell.lines for cell in grown.tables[0].cells] == [1, 2, 2, 1]


def test_a_span_over_cells_empties_them_and_leaves_the_grid():
    first, last = REPORT.text.index("目"), REPORT.text.index("（亿元）") + 1
    cut = replace_span(REPORT, first, last, "新")
    assert cut.text == "前言\n项新\n\n亿元）\n\n结语"
    assert [cell.lines for cell in cut.tables[0].cells] == [1, 1, 1, 1]


def test_a_span_from_in_front_into_a_table_leaves_the_break_between_them():
    cut = replace_span(REPORT, 1, REPORT.text.index("量"), "")
    assert cut.text == "前\n\n量\n收入\n（亿元）\n\n结语"
    assert cut.tables == (TABLE,)


def test_a_table_goes_with_the_lines_around_it():
    assert replace_span(REPORT, 2, REPORT.text.index("结语"), "") == Report("前言结语")


def test_filling_a_cell_moves_nothing():
    place = REPORT.text.index("收入")
    fields = (Field("f", Kind.TEXT, "名目", "", (Occurrence(place, place + 2, "收入"),)),)
    filled = fill_field(Report(REPORT.text, fields, tables=REPORT.tables), "f", "一般公共预算收入")
    assert filled.tables == REPORT.tables


def test_pictures_go_with_their_signs():
    report = Report(f"前{PICTURE_SIGN}\n中\n{PICTURE_SIGN}\n后", pictures=(SEEN, Picture(b"gif", "gif", 1, 1)))
    assert replace_span(report, 1, 3, "").pictures == report.pictures[1:]
    assert replace_span(report, 3, 4, "").pictures == report.pictures
    assert replace_span(report, 4, 7, PICTURE_SIGN).pictures == report.pictures[:1]
    assert replace_span(report, 3, 5, "").pictures == report.pictures  # a sign right behind the span stays


def test_sections_take_tables_and_pictures_along():
    text = f"一、甲\n前\n格\n{PICTURE_SIGN}\n二、乙\n{PICTURE_SIGN}"
    other = Picture(b"gif", "gif", 1, 1)
    report = Report(text, tables=(grid("a", first_line=2),), pictures=(SEEN, other))
    made = move_section(report, paragraphs_of(text, (), report.tables), 0, after=4)
    assert made.text == f"一、乙\n{PICTURE_SIGN}\n二、甲\n前\n格\n{PICTURE_SIGN}"
    assert made.tables == (grid("a", first_line=4),)
    assert made.pictures == (other, SEEN)


def test_lines_of_cells_say_nothing_about_roles():
    text = "总结\n一、总体\n1.甲\n二、乙：\n正文。"
    table = grid("ab", first_line=2)
    roles = [p.role for p in paragraphs_of(text, (), (table,))]
    assert roles == [Role.TITLE, Role.HEADING, Role.CELL, Role.CELL, Role.BODY]
    assert paragraphs_of(f"总结\n{PICTURE_SIGN}\n正文。")[1].role is Role.PICTURE


@given(st.integers(0, 25), st.integers(0, 25), st.text(alphabet="字\n", max_size=4))
def test_no_edit_breaks_a_grid(one, other, new):
    start, end = sorted((min(one, len(REPORT.text)), min(other, len(REPORT.text))))
    made = replace_span(REPORT, start, end, new)
    assert are_placed(made.tables, made.text.count("\n") + 1)
    if made.tables:
        assert len(made.tables[0].cells) == 4
        assert made.text.startswith(REPORT.text[:start])


@given(st.integers(0, 25), st.integers(0, 25), st.text(alphabet="字\n", max_size=4))
def test_an_edited_text_is_followed(one, other, new):
    start, end = sorted((min(one, len(REPORT.text)), min(other, len(REPORT.text))))
    edited = REPORT.text[:start] + new + REPORT.text[end:]
    made = with_text(REPORT, edited)
    assert are_placed(made.tables, edited.count("\n") + 1) or not made.tables


def test_a_grid_that_was_cut_is_none_any_more():
    assert tables_after((TABLE,), 1, 3, 1) == ()
