"""Cells that are pasted into a table fill its cells to the right and down; fields in them stay fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.errors import AssistantError
from assistant.report.tables import are_placed
from assistant.workbench.opening import open_page
from assistant.workbench.pasting import pasted_page
from assistant.workbench.pasting_cells import fill_cells, grid_of_page, grid_of_text, table_around
from assistant.workbench.working import start_work


def html(*rows):
    """A table, its cells parted by blanks."""
    shown = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split())}</tr>" for row in rows)
    return f"<table>{shown}</table>"


TABLE = html("指标 单位 完成", "税收收入 亿元 8.1", "非税收入 亿元 3.2")
MASKED = html("指标 完成", "税收收入 xx亿元", "非税收入 xx亿元", "支出 xx")
MERGED = "<table><tr><td colspan=2>收支</td><td>数</td></tr><tr><td>收</td><td>税</td><td>1</td></tr></table>"


def work(table):
    return start_work(open_page(pasted_page(f"<p>工作总结</p>{table}<p>以上。</p>")))


def cells_of(report):
    table = report.tables[0]
    lines = report.text.split("\n")
    rows = [[] for _ in table.heights_mm]
    for index, first, behind in table.cell_spans():
        rows[table.cells[index].row].append("/".join(lines[first:behind]))
    return [" ".join(row) for row in rows]


def filled(table, at, text):
    working = work(table)
    made = fill_cells(working, working.report.text.index(at), grid_of_text(text))
    assert are_placed(made.report.tables, made.report.text.count("\n") + 1)
    assert made.report.text.startswith("工作总结\n")
    assert made.report.text.endswith("\n以上。")
    return made


def test_cells_are_filled_to_the_right_and_down():
    made = filled(TABLE, "亿元", "万元\t81000\n万元\t32000\n")
    assert cells_of(made.report) == ["指标 单位 完成", "税收收入 万元 81000", "非税收入 万元 32000"]
    assert (made.count, made.added_rows) == (4, 0)
    assert made.report.text[made.caret :].startswith("万元\n81000")


def test_rows_that_are_missing_come_to_the_end():
    made = filled(TABLE, "非税", "土地收入\t亿元\n罚没收入\t亿元\n捐赠\t\n")
    assert cells_of(made.report) == [
        "指标 单位 完成",
        "税收收入 亿元 8.1",
        "土地收入 亿元 3.2",
        "罚没收入 亿元 ",
        "捐赠  ",
    ]
    assert made.added_rows == 2
    table = made.report.tables[0]
    assert [cell.align for cell in table.cells[-3:]] == [cell.align for cell in table.cells[6:9]]


def test_too_many_columns_change_nothing():
    with pytest.raises(AssistantError, match=r"paste\.cells_wide") as caught:
        filled(TABLE, "亿元", "1\t2\t3")
    assert caught.value.parameters == {"columns": 3, "room": 2}


@pytest.mark.parametrize(
    ("at", "text", "cells"),
    [
        ("收支", "支出\t数额", ["支出 数额", "收 税 1"]),
        ("收\n", "支\t费\t2", ["收支 数", "支 费 2"]),
        ("税", "费\t2\n利\t3", ["收支 数", "收 费 2", " 利 3"]),
    ],
)
def test_merged_cells_are_one_cell_of_their_row(at, text, cells):
    assert cells_of(filled(MERGED, at, text).report) == cells


def test_rows_below_a_merged_cell_that_begins_elsewhere_change_nothing():
    table = "<table><tr><td>甲</td><td>乙</td></tr><tr><td colspan=2>丙</td></tr></table>"
    working = work(table)
    with pytest.raises(AssistantError, match=r"paste\.cells_merged"):
        fill_cells(working, working.report.text.index("乙"), (("1",), ("2",)))


def test_fields_get_the_values_and_keep_what_stands_beside_them():
    working = work(MASKED)
    grid = (("8.1亿元",), ("3.2",), ("120",))
    made = fill_cells(working, working.report.text.index("xx"), grid)
    assert cells_of(made.report) == ["指标 完成", "税收收入 xx亿元", "非税收入 xx亿元", "支出 xx"]
    assert [value for _, value in made.values] == ["8.1", "3.2", "120"]
    assert [working.report.field(one).start for one, _ in made.values] == [
        place for place in range(len(working.report.text)) if working.report.text.startswith("xx", place)
    ]


@pytest.mark.parametrize("text", ["较好", "第一季度\n第二季度", "8.1亿元，增长3%"])
def test_what_is_no_value_of_a_field_changes_nothing(text):
    working = work(MASKED)
    with pytest.raises(AssistantError, match=r"paste\.cells_fields") as caught:
        fill_cells(working, working.report.text.index("xx"), ((text,), ("3.2",)))
    assert "税收收入" in caught.value.parameters["labels"]


def test_empty_cells_and_the_same_words_leave_fields_alone():
    working = work(MASKED)
    made = fill_cells(working, working.report.text.index("税收"), (("税收", "xx亿元"), ("非税", "")))
    assert made.values == ()
    assert cells_of(made.report) == ["指标 完成", "税收 xx亿元", "非税 xx亿元", "支出 xx"]
    assert len(made.report.fields) == 3


@pytest.mark.parametrize(
    ("source", "grid"),
    [
        (html("1 2", "3 4"), (("1", "2"), ("3", "4"))),
        ("<table><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></table>", (("甲\n乙", "丙"),)),
        (f"<p>说明</p>{TABLE}", None),
        (f"{TABLE}{TABLE}", None),
        (MERGED, None),
    ],
)
def test_a_table_alone_is_a_grid(source, grid):
    assert grid_of_page(pasted_page(source)) == grid


def test_lines_with_tabs_are_a_grid():
    assert grid_of_text("1\t2\n3\n") == (("1", "2"), ("3", ""))
    assert grid_of_text("一行\n两行") is None


def test_a_span_over_the_edge_of_a_table_is_in_none():
    report = work(TABLE).report
    assert table_around(report, report.text.index("税收"), report.text.index("8.1")) == report.tables[0]
    assert table_around(report, 0, report.text.index("8.1")) is None
    assert table_around(report, 0, 0) is None


_cell = st.text("甲1.\n", max_size=4)


@given(st.integers(0, 2), st.integers(0, 2), st.lists(st.tuples(_cell, _cell), min_size=1, max_size=5))
def test_a_grid_stands_where_it_was_pasted(row, column, grid):
    working = work(TABLE)
    table = working.report.tables[0]
    lines = working.report.text.split("\n")
    line = table.first_line + row * 3 + column
    position = sum(len(one) + 1 for one in lines[:line])
    if column == 2:
        with pytest.raises(AssistantError):
            fill_cells(working, position, tuple(grid))
        return
    made = fill_cells(working, position, tuple(grid))
    assert are_placed(made.report.tables, made.report.text.count("\n") + 1)
    shown = cells_of(made.report)
    assert len(shown) == max(3, row + len(grid))
    cells = made.report.tables[0].cells
    found = {}
    new_lines = made.report.text.split("\n")
    for index, first, behind in made.report.tables[0].cell_spans():
        found[cells[index].row, cells[index].column] = "\n".join(new_lines[first:behind])
    for number, (one, other) in enumerate(grid):
        assert (found[row + number, column], found[row + number, column + 1]) == (one, other)
