"""Markers in cells: named by the heads of row and column, of the kind and unit that these tell."""

import pytest

from assistant.filling.asking import find_fields, with_new_fields
from assistant.report.fields import Kind
from assistant.report.model import Report
from tests.report.grids import grid


def fields_in(drawing, *cells):
    text = "\n".join(["前文", *cells, "后文"])
    return find_fields(text, (grid(drawing, first_line=1),))


def told(fields):
    return [(field.label, field.kind, field.unit) for field in fields]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("指标", "完成数", "税收收入", "XX"), ("税收收入完成数", Kind.NUMBER, "")),
        (("项目", "投资（万元）", "水库除险", "XX"), ("水库除险投资", Kind.NUMBER, "万元")),
        (("指标", "增长（%）", "工业产值", "X.X"), ("工业产值增长率", Kind.PERCENT, "%")),
        (("项目", "本年", "非税收入", "X"), ("非税收入本年", Kind.NUMBER, "")),
        (("项目", "2025年", "税收收入", "XX"), ("税收收入2025年", Kind.NUMBER, "")),
        (("事项", "完成时限", "管网改造", "XXXX"), (None, Kind.DATE, "")),
        (("事项", "责任人", "管网改造", "XXX"), (None, Kind.PERSON, "")),
        (("事项", "牵头单位", "管网改造", "XX"), (None, Kind.ORG, "")),
    ],
)
def test_heads_tell_name_kind_and_unit(cells, expected):
    (field,) = fields_in("ab cd", *cells)
    label, kind, unit = expected
    assert (field.kind, field.unit) == (kind, unit)
    assert label is None or field.label == label


def test_a_column_of_units_tells_the_unit_of_each_row():
    fields = fields_in("abc def ghi", "指标", "单位", "完成数", "收入", "亿元", "XX", "面积", "万亩", "XX")
    assert [(one.kind, one.unit) for one in fields] == [(Kind.NUMBER, "亿元"), (Kind.NUMBER, "万亩")]
    assert len({one.id for one in fields}) == 2


@pytest.mark.parametrize(
    ("above", "unit"), [("单位：万元", "万元"), ("表1 收入情况（单位：亿元）", "亿元"), ("如下：", "")]
)
def test_a_line_above_tells_the_unit_of_figures_that_have_none(above, unit):
    cells = ("项目", "本年", "增长（%）", "负责人", "收入", "XX", "XX", "XXX")
    fields = find_fields("\n".join([above, *cells, "后文"]), (grid("abcd efgh", first_line=1),))
    assert [(one.kind, one.unit) for one in fields] == [
        (Kind.NUMBER, unit),
        (Kind.PERCENT, "%"),
        (Kind.PERSON, ""),
    ]


def test_merged_heads_count_for_all_their_rows():
    fields = fields_in("abc dec dfg", "项目", "类别", "数值", "公路", "里程", "桥梁", "XX")
    assert told(fields)[0][0].startswith("公路") or told(fields)[0][0].startswith("桥梁")


def test_words_in_the_cell_go_before_those_of_the_grid():
    (field,) = fields_in("ab cd", "项目", "投资（万元）", "水库", "XX公里")
    assert (field.kind, field.unit) == (Kind.NUMBER, "公里")


def test_a_cell_without_heads_is_asked_as_it_stands():
    (field,) = fields_in("a", "XX")
    assert [place.marker for place in field.occurrences] == ["XX"]


def test_markers_that_are_typed_into_cells_are_named_alike():
    text = "前文\n指标\n完成数\n税收收入\nXX\n后文"
    report = with_new_fields(Report(text, tables=(grid("ab cd", first_line=1),)))
    assert [one.label for one in report.fields] == ["税收收入完成数"]
