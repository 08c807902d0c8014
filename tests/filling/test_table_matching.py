"""Figures from tables as bureaus make them: by the words of row and column, in the unit of the report."""

import io

import pytest
from openpyxl import Workbook

from assistant.filling.table_matching import figure_columns, likeness, match_table, plain_name, read_table
from assistant.report.errors import AssistantError
from assistant.report.fields import Field, Kind, Occurrence

FINANCE = (
    ("2025年1-6月青禾县财政收支情况表",),
    ("项目", "单位", "本月", "累计", "同比增长%"),
    ("一、一般公共预算收入", "万元", 10234, 123456, 5.2),
    ("  （一）税收收入", "万元", 8000, 90000, -3.1),
    ("    其中：增值税", "万元", 4000, "45,000", 2.5),
    ("  （二）非税收入", "万元", 2234, 33456, 12),
    ("二、一般公共预算支出", "万元", 20000, 250000, 8.8),
    ("    1.教育支出", "万元", 5000, 61200, 4),
    ("新增就业", "人", 120, 860, 1.5),
)


def field(label, unit="亿元", kind=Kind.NUMBER):
    return Field(label, kind, label, unit, (Occurrence(0, 2, "xx"),))


def rate(label):
    return field(label, "%", Kind.PERCENT)


def workbook(*sheets, formats=None, merged=()):
    made = Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets, 1):
        sheet = made.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
        for place in merged:
            sheet.merge_cells(place)
        for place, number_format in (formats or {}).items():
            sheet[place].number_format = number_format
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def grid_of(*rows, **options):
    return read_table(workbook(rows, **options))[0].grid


def values(grid, *fields, **options):
    return {one.field_id: one.value for one in match_table(grid, fields, **options)}


def match(grid, one):
    found = match_table(grid, [one])
    return found[0] if found else None


def test_a_finance_table():
    grid = grid_of(*FINANCE)
    labels = ("全县一般公共预算收入", "税收收入", "增值税", "非税收入", "一般公共预算支出", "教育支出")
    asked = [*map(field, labels), field("新增就业", "人"), rate("一般公共预算收入增长率"), rate("增值税增长率")]
    found = match_table(grid, asked)
    assert [(one.value, one.is_exact) for one in found] == [
        ("12.35", True),
        ("9", True),
        ("4.5", True),
        ("3.35", True),
        ("25", True),
        ("6.12", True),
        ("860", True),
        ("5.2", True),
        ("2.5", True),
    ]
    first = found[0]
    assert (first.row, first.column, first.name) == (3, 4, "一、一般公共预算收入")
    assert (first.heading, first.unit, first.original) == ("累计", "亿元", "123456万元")


def test_a_fall_is_no_growth_without_a_look():
    grid = grid_of(*FINANCE)
    grown, fallen = match(grid, rate("税收收入增长率")), match(grid, rate("税收收入下降率"))
    assert (grown.value, grown.is_exact) == ("-3.1", False)
    assert (fallen.value, fallen.is_exact) == ("3.1", True)
    assert match(grid, rate("增值税下降率")) is None


def test_the_clerk_can_choose_the_column():
    grid = grid_of(*FINANCE)
    assert [(one.column, one.heading) for one in figure_columns(grid)] == [(3, "本月"), (4, "累计")]
    asked = (field("税收收入"), rate("增值税增长率"))
    assert values(grid, *asked, value_column=3) == {"税收收入": "0.8", "增值税增长率": "2.5"}


def test_merged_headings_with_units_in_them():
    grid = grid_of(
        ("指标名称", "本月", None, "累计", None),
        (None, "金额（万元）", "同比（%）", "金额（亿元）", "同比（%）"),
        ("固定资产投资", 5600, 3.3, 12.5, 6.6),
        ("社会消费品零售总额", 300, 1.1, 2.25, 7.7),
        merged=("A1:A2", "B1:C1", "D1:E1"),
    )
    asked = (field("固定资产投资"), rate("固定资产投资增长率"), field("社会消费品零售总额", "万元"))
    assert values(grid, *asked) == {
        "固定资产投资": "12.5",
        "固定资产投资增长率": "6.6",
        "社会消费品零售总额": "22500",
    }


def test_one_unit_for_the_whole_sheet_and_two_tables_side_by_side():
    grid = grid_of(
        ("单位：万元",),
        ("收入项目", "金额", "支出项目", "金额"),
        ("税收收入", 12000, "教育支出", 3400),
        ("非税收入", 3000, "卫生健康支出", 1234.5),
        ("合 计", 15000, "合 计", 15000),
    )
    asked = [*map(field, ("税收收入", "教育支出")), field("卫生健康支出", "万元"), field("合计", "万元")]
    assert values(grid, *asked) == {"税收收入": "1.2", "教育支出": "0.34", "卫生健康支出": "1234.5"}


def test_cells_formatted_as_percentages():
    grid = grid_of(
        ("项目", "金额（亿元）", "增幅"),
        ("税收收入", 1.5, 0.052),
        ("民生支出占比", None, 0.785),
        ("非税收入", 2, 0.04),
        formats={"C3": "0.0%", "C2": "0.0%"},
    )
    assert values(grid, rate("税收收入增长率"), rate("非税收入增长率")) == {"税收收入增长率": "5.2"}


def test_growth_beside_columns_of_the_year_before():
    grid = grid_of(
        ("单位：万元",),
        ("项目", "预算数", "1-6月完成数", "完成预算%", "上年同期", "比上年同期增减额", "比上年同期增减%"),
        ("税收收入", 100, 60, 60, 50, 10, 20),
        ("增值税", 100, 60, 60, 50, 10, 0.052),
    )
    asked = (field("税收收入", "万元"), rate("税收收入增长率"), field("税收收入增收额", "万元"))
    assert [(one.value, one.is_exact) for one in match_table(grid, asked)] == [("60", True), ("20", True), ("10", True)]
    assert not match(grid, rate("增值税增长率")).is_exact


def test_an_unknown_unit_wants_a_look():
    grid = grid_of(("项目", "完成数"), ("税收收入", 12), ("就业人数", 40))
    assert not match(grid, field("税收收入")).is_exact
    assert match(grid, field("就业人数", "人")).is_exact


def test_units_of_other_things_do_not_fit():
    grid = grid_of(("项目", "数量（个）", "金额（万元）"), ("重点项目", 12, 34000))
    assert values(grid, field("重点项目", "个")) == {"重点项目": "12"}
    assert values(grid, field("重点项目", "亿元")) == {"重点项目": "3.4"}
    assert values(grid, field("重点项目", "公里")) == {}


def test_this_year_before_last_year_and_plans():
    grid = grid_of(("项目", "预算数（万元）", "2024年（万元）", "2025年（万元）"), ("税收收入", 1, 20000, 30000))
    assert values(grid, field("税收收入")) == {"税收收入": "3"}
    planned = match(grid_of(("项目", "上年同期（万元）"), ("税收收入", 100)), field("税收收入", "万元"))
    assert (planned.value, planned.is_exact) == ("100", False)


def test_columns_that_are_equally_good_give_nothing():
    grid = grid_of(("项目", "市本级（万元）", "开发区（万元）"), ("税收收入", 1, 2))
    assert values(grid, field("税收收入", "万元")) == {}
    assert values(grid, field("税收收入", "万元"), value_column=3) == {"税收收入": "2"}


def test_rows_that_are_equally_good_give_nothing():
    grid = grid_of(
        ("项目", "累计（亿元）"),
        ("市本级", 10),
        ("税收收入", 6),
        ("开发区", 5),
        ("税收收入", 3),
        ("东区教育支出", 1),
        ("西区教育支出", 2),
    )
    assert values(grid, field("税收收入"), field("教育支出")) == {}


def test_groups_tell_equal_names_apart():
    grid = grid_of(
        ("类别", "项目", "累计（亿元）"),
        ("市本级", "税收收入", 6),
        (None, "非税收入", 1),
        ("开发区", "税收收入", 3),
        (None, "非税收入", 2),
        merged=("A2:A3", "A4:A5"),
    )
    assert values(grid, field("开发区非税收入"), field("市本级税收收入")) == {
        "开发区非税收入": "2",
        "市本级税收收入": "6",
    }


def test_one_cell_serves_one_label():
    grid = grid_of(("项目", "累计（亿元）"), ("教育", 6))
    assert values(grid, field("教育支出")) == {"教育支出": "6"}
    assert values(grid, field("教育支出"), field("教育资金")) == {}
    assert values(grid, field("教育"), field("教育资金")) == {"教育": "6"}


def test_amounts_of_change():
    grid = grid_of(("项目", "累计（亿元）", "增减额（万元）", "增减%"), ("税收收入", 6, -3000, -4.5))
    asked = (field("税收收入减收额", "万元"), rate("税收收入下降率"), field("税收收入增收额", "元"))
    found = [(one.field_id, one.value, one.is_exact) for one in match_table(grid, asked[:2])]
    assert found == [("税收收入减收额", "3000", True), ("税收收入下降率", "4.5", True)]
    grown = match(grid, asked[2])
    assert (grown.value, grown.is_exact) == ("-30000000", False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("非税收入", "税收收入"),
        ("一般公共预算收入", "一般公共预算支出"),
        ("一般公共预算收入中税收收入", "一般公共预算收入"),
        ("教育支出", "体育支出"),
        ("高等教育支出", "中等教育支出"),
        ("民生支出", "民生支出占比"),
        ("教育支出", "支出"),
        ("收集问题（2）", "收集问题"),
        ("其他税收收入", "税收收入"),
    ],
)
def test_names_of_other_things(one, other):
    assert likeness(plain_name(one), plain_name(other)) == 0
    assert likeness(plain_name(other), plain_name(one)) == 0


@pytest.mark.parametrize(
    ("label", "name", "is_exact"),
    [
        ("税收收入", "　（一）税 收 收 入", True),
        ("全市教育支出", "其中：1、教育支出（万元）", True),
        ("一般公共预算收入", "一、一般公共预算收入合计", True),
        ("一般公共预算收入中税收收入", "税收收入预算中一般公共预算收入", None),
        ("社会保障支出", "社会保障和就业支出", False),
        ("地方一般公共预算收入", "一般公共预算收入", False),
        ("社会消费品零售额", "社会消费品零售总额", False),
    ],
)
def test_names_of_one_thing(label, name, is_exact):
    found = likeness(plain_name(label), plain_name(name))
    assert found == 0 if is_exact is None else (found > 0 and (found == 1) is is_exact)


def test_only_figures_are_filled():
    grid = grid_of(("项目", "累计"), ("会议日期", 12))
    assert values(grid, field("会议日期", "", Kind.DATE), field("会议日期", "", Kind.TEXT)) == {}


def test_sheets_and_what_cannot_be_read():
    rows = (("项目", "累计（亿元）"), ("税收收入", "=1+1"), ("非税收入", "#DIV/0!"))
    first, second = read_table(workbook(rows, FINANCE, ()))
    assert (first.title, first.unreadable, second.title, second.unreadable) == ("表1", 2, "表2", 0)
    assert match_table(first.grid, [field("税收收入"), field("非税收入")]) == ()


def test_no_table_at_all():
    assert values(grid_of(("会议通知",), ("请各科室", "准时参加")), field("税收收入")) == {}
    assert read_table(workbook(())) == ()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet.broken"),
        (b"PK\x03\x04 not a workbook", "sheet.broken"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "sheet.old_excel"),
    ],
)
def test_hostile_files(data, code):
    with pytest.raises(AssistantError) as caught:
        read_table(data)
    assert caught.value.code == code


def test_a_large_table_takes_no_time():
    rows = [("项目", "累计（万元）"), *((f"第{n}号专项资金支出{n}项目", n + 1) for n in range(2500))]
    assert values(grid_of(*rows), *(field(f"第{n}类重点专项资金") for n in range(40))) == {}


ATTACKS = (
    '=HYPERLINK("http://example.invalid","1")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+cmd",
    "@SUM(1)",
    "\t=1",
    "＝1＋1",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_text_that_looks_like_a_formula_gives_no_figure(attack):
    """As text it is text; as a formula it counts as what it was last computed to, which is nothing here."""
    for data_type in ("s", "f"):
        made = Workbook()
        made.active.append(("项目", "金额（亿元）"))
        made.active.append(("税收收入", None))
        made.active.append((attack, 12))
        cell = made.active["B2"]
        cell.value, cell.data_type = attack, data_type
        made.active["A3"].data_type = "s"
        stream = io.BytesIO()
        made.save(stream)
        (table,) = read_table(stream.getvalue())
        assert values(table.grid, field("税收收入")) == {}
