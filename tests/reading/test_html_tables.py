"""Tables on the clipboard as Word, WPS, Excel and browsers write them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.html_tables import read_page
from assistant.report.tables import CellAlign, are_placed

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--td {mso-number-format:General;} .xl65 {text-align:center;}--></style></head><body>
<table border=0 cellpadding=0 cellspacing=0 width=216 style='border-collapse:collapse;width:162pt'>
<!--StartFragment-->
 <col width=72 span=3 style='width:54pt'>
 <tr height=19><td colspan=3 class=xl65 width=216 style='text-align:center'>上半年收支</td></tr>
 <tr height=19><td width=144 style='width:108pt'>项目</td><td align=right width=72>收入</td><td width=72>支出</td></tr>
 <tr style='display:none'><td>隐藏</td><td>1</td><td>2</td></tr>
 <tr height=19><td>税收</td><td align=right>12.5</td><td></td></tr>
<!--EndFragment--></table></body></html>"""
WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->
<p class=MsoNormal>情况如下：<o:p></o:p></p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><thead>
 <tr><td width=189 valign=top style='width:141.7pt'>
 <p class=MsoNormal align=center style='text-align:center'>单位</p></td>
 <td width=378 style='width:283.5pt'><p class=MsoNormal>完成情况<br>（万元）</p></td></tr></thead>
 <tr><td rowspan=2><p class=MsoNormal>水利局</p></td><td><p>xx</p></td></tr>
 <tr><td><p><del>旧</del><ins>新</ins></p></td></tr>
</table>
<table><tr><td>甲</td><td>乙</td></tr></table>
<p class=MsoNormal>以上。</p><!--EndFragment--></body></html>"""


def cells_of(page, number=0):
    table = page.tables[number]
    return {
        (table.cells[index].row, table.cells[index].column): list(page.lines[first:behind])
        for index, first, behind in table.cell_spans()
    }


def test_a_range_of_excel():
    page = read_page(EXCEL)
    assert cells_of(page) == {
        (0, 0): ["上半年收支"],
        (1, 0): ["项目"],
        (1, 1): ["收入"],
        (1, 2): ["支出"],
        (2, 0): ["税收"],
        (2, 1): ["12.5"],
        (2, 2): [""],
    }
    table = page.tables[0]
    assert table.cells[0].column_span == 3
    assert table.cells[0].align is CellAlign.CENTRE
    assert table.cells[2].align is CellAlign.RIGHT
    assert table.widths_mm == (38.1, 19.05, 19.05)  # 144, 72 and 72 of 96 pixels an inch


def test_tables_of_word_between_paragraphs():
    page = read_page(WORD)
    assert page.lines[0] == "情况如下："
    assert page.lines[-1] == "以上。"
    assert cells_of(page) == {
        (0, 0): ["单位"],
        (0, 1): ["完成情况", "（万元）"],
        (1, 0): ["水利局"],
        (1, 1): ["xx"],
        (2, 1): ["新"],
    }
    first, second = page.tables
    assert (first.header_rows, first.cells[2].row_span) == (1, 2)
    assert second.first_line == first.end_line + 1  # a line stands between two tables
    assert sum(first.widths_mm) <= 156.01


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<table><tr><td>只有一格</td></tr></table>", ("只有一格",)),
        (
            "<table><tr><td>甲<table><tr><td>乙</td><td>丙</td></tr></table></td><td>丁</td></tr></table>",
            ("甲", "乙", "丙", "丁"),
        ),
        ("<table></table>甲", ("甲",)),
        ("<p>没有表格</p>", ("没有表格",)),
    ],
)
def test_layout_by_tables_is_text(source, lines):
    page = read_page(source)
    assert (page.lines, page.tables) == (lines, ())


def test_rows_of_different_lengths_and_spans_over_the_edge():
    page = read_page("<table><tr><td rowspan=9>甲<td>乙<tr><td>丙<td>丁</table>")
    assert cells_of(page) == {(0, 0): ["甲"], (0, 1): ["乙"], (0, 2): [""], (1, 1): ["丙"], (1, 2): ["丁"]}


_TABLE_TAGS = ["<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=3>", "<th rowspan=2>", "</td>", "<thead>"]


@given(st.lists(st.sampled_from([*_TABLE_TAGS, "<p>", "甲", "\u2028"]), max_size=40))
def test_any_tags_give_tables_that_can_be_placed(parts):
    page = read_page("".join(parts))
    moved = [replace(table, first_line=table.first_line + 1) for table in page.tables]
    assert are_placed(moved, len(page.lines) + 2)
    assert not any("\n" in line for line in page.lines)
