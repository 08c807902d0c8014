"""The collection sheet: out, through the programs of other offices, and back."""

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from assistant.filling.sheet import sheet_rows, write_sheet
from assistant.filling.sheet_cells import LARGEST_SHEETS, LARGEST_UNPACKED
from assistant.filling.sheet_reading import match_rows, read_sheet
from assistant.reading.structure import paragraphs_of
from assistant.report.errors import AssistantError
from assistant.report.fields import Kind, State
from assistant.workbench.opening import open_path
from assistant.workbench.shipped import shipped_samples
from tests.report.filled import fill_field
from tests.report.marked import marked_report

WHEN = datetime(2026, 3, 5, 8, 30, tzinfo=UTC)
TEXT = """⟦县名:xx⟧县2025年工作总结
今年以来，稳步推进。
一、收入情况
（一）税收。税收收入完成⟦税收收入:xx⟧亿元，增长⟦税收收入增幅:X⟧%。局党组坚持依法征收。
（二）非税。⟦推进会的日期:xx月xx日⟧，召开推进会；非税收入完成⟦非税收入:xx⟧万元。
二、支出情况
民生支出占一般公共预算支出的⟦民生支出占比:xx⟧%。其中，教育支出⟦教育支出:xx⟧亿元。"""
KINDS = {
    "县名": (Kind.PLACE, ""),
    "税收收入": (Kind.NUMBER, "亿元"),
    "税收收入增幅": (Kind.PERCENT, "%"),
    "推进会的日期": (Kind.DATE, ""),
    "非税收入": (Kind.NUMBER, "万元"),
    "民生支出占比": (Kind.PERCENT, "%"),
    "教育支出": (Kind.NUMBER, "亿元"),
    "里程": (Kind.NUMBER, "公里"),
    "户数": (Kind.NUMBER, "户"),
}
HEAD = 4
TRICKY = (
    "0.50",
    "2026-3-5",
    "=1+1",
    "+3",
    "-5.2",
    "@SUM(A1)",
    "＝1",
    "－2",
    "3月5日",
    "1/2",
    "007",
    "1e5",
    "TRUE",
    "_x0041_",
    "a  b",
    "‘引’",
    "5.2%",
    "12.5亿元",
)


def report_of(notation=TEXT):
    """Return a report whose fields are numbered f0, f1, … and labelled as in the notation."""
    report = marked_report(notation)
    fields = []
    for number, field in enumerate(report.fields):
        kind, unit = KINDS.get(field.id, (Kind.TEXT, ""))
        fields.append(replace(field, id=f"f{number}", kind=kind, unit=unit))
    return replace(report, fields=tuple(fields))


def paragraphs(report):
    return paragraphs_of(report.text, ())


def written(report, **more):
    return write_sheet(report, paragraphs(report), title="县工作总结", when=WHEN, **more)


def rows_for(report):
    return sheet_rows(report, paragraphs(report))


def opened(data):
    workbook = load_workbook(io.BytesIO(data))
    return workbook, workbook.worksheets[0]


def saved(workbook):
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def column(sheet, title):
    return next(cell.column for cell in sheet[HEAD] if cell.value == title)


def with_values(data, values, *, number_format=None):
    """Return the sheet with values put in as an office would, in the order of the rows."""
    workbook, sheet = opened(data)
    for row, value in enumerate(values, HEAD + 1):
        cell = sheet.cell(row, column(sheet, "值"))
        cell.value = value
        if isinstance(value, str) and not value.startswith("=="):
            cell.data_type = "s"
        if number_format is not None:
            cell.number_format = number_format
    return saved(workbook)


def values_of(read):
    return {field_id: answer.value for field_id, answer in read.answers.items()}


# --- What is sent out -----------------------------------------------------------------------------------------------


def test_a_row_a_field_in_the_order_of_the_text():
    report = report_of()
    _, sheet = opened(written(report, offices={report.fields[1].id: "税政科"}))
    titles = [cell.value for cell in sheet[HEAD]]
    assert titles == [
        "序号", "名称", "单位", "类型", "上下文", "章节", "负责科室", "值", "备注", "编号", "校验"
    ]  # fmt: skip
    rows = [dict(zip(titles, (c.value for c in row), strict=True)) for row in sheet.iter_rows(min_row=HEAD + 1)]
    assert [row["编号"] for row in rows] == [field.id for field in report.fields]
    assert [row["名称"] for row in rows] == [field.label for field in report.fields]
    assert rows[0]["上下文"] == "【　】县2025年工作总结"
    assert rows[0]["章节"] == "（标题）"
    assert rows[1]["上下文"] == "税收收入完成【　】亿元，增长X%。"
    assert rows[1]["章节"] == "一、收入情况\n（一）税收"
    assert (rows[1]["序号"], rows[1]["单位"], rows[1]["类型"], rows[1]["负责科室"]) == (2, "亿元", "数字", "税政科")
    assert rows[3]["上下文"] == "【　】，召开推进会；非税收入完成xx万元。"
    assert all(row["值"] is None for row in rows)


def test_only_the_fields_asked_for_and_the_office_that_answers():
    report = report_of()
    asked = [report.fields[4], report.fields[1]]
    _, sheet = opened(written(report, fields=asked, offices={field.id: "国库科" for field in asked}))
    assert [cell.value for cell in sheet["J"][HEAD:]] == [report.fields[1].id, report.fields[4].id]
    assert "填报科室：国库科" in sheet["A3"].value
    assert "共 2 项" in sheet["A3"].value


def test_present_values_stand_in_the_sheet_and_stale_ones_are_asked_anew():
    report = report_of()
    filled, stale = report.fields[1].id, report.fields[2].id
    report = fill_field(report, filled, "12.50")
    report = fill_field(report, stale, "3.4", state=State.STALE)
    rows = {row.field_id: row for row in rows_for(report)}
    assert rows[filled].value == "12.50"
    assert rows[filled].context_text == "税收收入完成【　】亿元，增长3.4%。"
    assert (rows[stale].value, rows[stale].context_text) == ("", "税收收入完成12.50亿元，增长【原值：3.4】%。")
    _, sheet = opened(written(report))
    assert "原值" in sheet["A2"].value
    assert values_of(read_sheet(written(report))) == {filled: "12.50"}


def test_several_places_of_one_field_and_a_long_sentence():
    report = report_of(
        "⟦会议:X中X会⟧精神，" + "学懂弄通做实，" * 30 + "贯彻⟦会议:X中X会⟧部署，" + "稳中求进，" * 30 + "圆满完成。"
    )
    (row,) = rows_for(report)
    assert row.context_text.startswith("【　】精神，学懂")
    assert row.context_text.endswith("……（文中共 2 处）")
    assert len(row.context_text) < 130
    late = replace(report.fields[0], occurrences=report.fields[0].occurrences[1:])
    (row,) = sheet_rows(report, paragraphs(report), fields=[late])
    assert row.context_text.startswith("……学懂弄通做实，")
    assert "贯彻【　】部署" in row.context_text


def test_it_prints_and_is_filled_as_an_office_expects():
    workbook, sheet = opened(written(report_of()))
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert sheet.freeze_panes == f"C{HEAD + 1}"
    assert sheet.protection.sheet
    assert sheet.column_dimensions["J"].hidden
    value, context = sheet[HEAD + 1][7], sheet[HEAD + 1][4]
    assert (value.protection.locked, context.protection.locked) == (False, True)
    assert (value.number_format, context.alignment.wrap_text) == ("@", True)
    prompts = {validation.promptTitle: validation for validation in sheet.data_validations.dataValidation}
    assert set(prompts) == {"地名", "数字", "百分比", "日期"}
    assert all(one.type is None and one.showInputMessage for one in prompts.values())
    assert (workbook.properties.created, workbook.properties.creator) == (WHEN.replace(tzinfo=None), None)


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠"])
def test_a_title_and_a_sentence_that_look_like_a_formula_are_text(first):
    attack = f'{first}HYPERLINK("http://example.invalid","收入")'
    report = report_of(f"{attack}⟦收入:xx⟧亿元。")
    data = write_sheet(report, paragraphs(report), title=attack, when=WHEN)
    _, sheet = opened(data)
    holding = [cell for row in sheet.iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
    assert len(holding) >= 2
    assert {cell.data_type for cell in holding} == {"s"}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<f>" not in b"".join(package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if "externalLink" in name or "connections" in name]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "＝1", "＋1", "－1", "＠a"])
def test_what_looks_like_a_formula_is_text_in_every_column(text):
    report = report_of()
    field = replace(report.fields[0], label=text, unit=text, value=text, note=text, state=State.FILLED)
    report = replace(report, fields=(field, *report.fields[1:]))
    data = written(report, offices={field.id: text})
    _, sheet = opened(data)
    dangerous = [
        cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and cell.value == text
    ]
    assert len(dangerous) == 5
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in dangerous)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")
    answer = read_sheet(data).answers[field.id]
    assert (answer.value, answer.note, answer.office) == (text.strip(),) * 3


def test_same_input_same_bytes_in_another_process():
    look = (
        "import hashlib; from tests.filling.test_sheet import *; "
        "print(hashlib.sha256(written(report_of())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", look],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_figures_written_as_text_get_no_green_corner():
    with zipfile.ZipFile(io.BytesIO(written(report_of()))) as package:
        xml = package.read("xl/worksheets/sheet1.xml").decode("utf-8")
    assert re.search("</headerFooter><ignoredErrors>.*numberStoredAsText", xml)


# --- Round trips ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def through_calc(tmp_path_factory):
    """Call it with the bytes of a workbook, get those that LibreOffice makes of it by way of .ods."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    if not any(Path(program).resolve().parent.glob("*sclo*")):
        pytest.skip("LibreOffice is here without Calc (libreoffice-calc-nogui)")
    profile = tmp_path_factory.mktemp("calc-profile").as_uri()

    def convert(source, suffix):
        folder = tmp_path_factory.mktemp("calc")
        call = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix, "--outdir", folder]
        done = subprocess.run([*call, source], capture_output=True, timeout=100, check=False)
        target = folder / f"{source.stem}.{suffix}"
        assert target.is_file(), f"LibreOffice made no {suffix}: {done.stdout!r} {done.stderr!r}"
        return target

    def through(data):
        source = tmp_path_factory.mktemp("sheet") / "采集表.xlsx"
        source.write_bytes(data)
        return convert(convert(source, "ods"), "xlsx").read_bytes()

    return through


@pytest.fixture(params=["shipped 0", "shipped 1", "002"])
def sample(request):
    if request.param == "002":
        return open_path(next(request.getfixturevalue("samples_dir").glob("002*.txt")))
    return open_path(shipped_samples()[int(request.param[-1])].path)


@pytest.fixture
def filled_sample(sample):
    """A sheet with a value for every field of a sample, and these values."""
    fields = sample.report.fields
    values = {
        field.id: TRICKY[number % len(TRICKY)] if number % 3 else f"第{number}项" for number, field in enumerate(fields)
    }
    data = write_sheet(sample.report, sample.paragraphs, title="", when=WHEN)
    return with_values(data, values.values()), values


def test_every_value_comes_back(filled_sample):
    data, values = filled_sample
    read = read_sheet(data)
    assert values_of(read) == values
    assert (read.problems, read.left) == ((), ())


def test_every_value_comes_back_through_libreoffice(filled_sample, through_calc):
    data, values = filled_sample
    read = read_sheet(through_calc(data))
    assert values_of(read) == values
    assert (read.problems, read.left) == ((), ())


def test_every_value_comes_back_without_the_hidden_columns(filled_sample, sample):
    data, values = filled_sample
    workbook, sheet = opened(data)
    sheet.delete_cols(column(sheet, "编号"), 2)
    read = match_rows(read_sheet(saved(workbook)), sheet_rows(sample.report, sample.paragraphs))
    found = values_of(read)
    assert found.items() <= values.items()
    told = {problem.parameters["value"] for problem in read.problems if problem.code == "sheet.row_unknown"}
    assert {value for field_id, value in values.items() if field_id not in found} <= told
    assert len(found) >= 0.95 * len(values)


def test_typed_numbers_and_dates_come_back_through_libreoffice(through_calc):
    typed = [date(2026, 3, 5), 12.5, 3, 0.1 + 0.2, 1234567.0, "甲", 33]
    read = read_sheet(through_calc(with_values(written(report_of()), typed)))
    assert list(values_of(read).values()) == ["2026年3月5日", "12.5", "3", "0.3", "1234567", "甲", "33"]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
@example("_x0041_ _x000D_z")
@example("\ufffe\uffff")
@example("#REF")
@example(" 　前后有空格\u00a0 ")
def test_any_text_comes_back(value):
    report = report_of()
    field = replace(report.fields[1], value=value, note=value, state=State.FILLED)
    read = read_sheet(written(replace(report, fields=(report.fields[0], field, *report.fields[2:]))))
    if not value.strip():
        assert read.answers == {}
    else:
        answer = read.answers[field.id]
        assert (answer.value, answer.note) == (value.strip(),) * 2


def test_characters_that_no_workbook_can_hold_are_left_out():
    report = report_of("完成\x07收入\ud800⟦税收收入:xx⟧亿元。")
    (row,) = rows_for(report)
    assert row.context_text == "完成收入【　】亿元。"
    assert match_rows(read_sheet(with_values(written(report), ["5"])), [row]).answers[row.field_id].value == "5"


# --- What offices do to it ------------------------------------------------------------------------------------------


def test_moved_deleted_and_added_rows_and_columns():
    report = report_of()
    data = with_values(written(report), [f"值{number}" for number in range(len(report.fields))])
    _, source = opened(data)
    lines = [[cell.value for cell in row] for row in source.iter_rows(min_row=HEAD)]
    head, rows = lines[0], lines[1:]
    order = [9, 7, 0, 4, 10, 1, 2, 8]  # 类型, 章节, 负责科室 are gone, the rest has changed places
    workbook = Workbook()
    sheet = workbook.active
    sheet.append([])
    sheet.append(["某某局汇总"])
    sheet.append(["审核人", *(f" {head[i]}\n（请核对）" for i in order)])
    for row in reversed(rows[1:]):
        sheet.append(["张三", *(row[i] for i in order)])
        sheet.append([])
    sheet.append(["合计"])
    read = read_sheet(saved(workbook))
    assert values_of(read) == {field.id: f"值{number}" for number, field in list(enumerate(report.fields))[1:]}
    assert read.problems == ()
    assert read.answers[report.fields[-1].id].row == 4


def test_several_sheets_and_heads_one_below_the_other():
    report = report_of()
    first, second = written(report, fields=report.fields[:3]), written(report, fields=report.fields[3:])
    workbook, sheet = opened(with_values(first, ["1", "2", "3"]))
    _, other = opened(with_values(second, ["4", "5", "6", "7"]))
    for row in other.iter_rows(min_row=1, values_only=True):
        sheet.append(row)
    workbook.create_sheet("说明").append(["本表由预算科汇总"])
    hidden = workbook.create_sheet("旧表")
    hidden.append(["名称", "值", "编号"])
    hidden.append(["旧", "999", report.fields[0].id])
    hidden.sheet_state = "hidden"
    read = read_sheet(saved(workbook))
    assert list(values_of(read).values()) == ["1", "2", "3", "4", "5", "6", "7"]


def test_rows_that_lost_their_number_are_found_only_where_there_is_no_doubt():
    report = report_of()
    data = with_values(written(report), [str(number) for number in range(7)])
    workbook, sheet = opened(data)
    sheet.delete_cols(column(sheet, "编号"), 2)
    sheet.append([8, "税收收入", "亿元", "数字", "本级税收收入另有【　】亿元。", "", "", "99"])
    lone = read_sheet(saved(workbook))
    assert (lone.answers, len(lone.left)) == ({}, 8)
    # another spot was filled in the meantime, and the sheet's own one keeps its place
    later = fill_field(report, report.fields[2].id, "3.4")
    read = match_rows(lone, rows_for(later))
    assert values_of(read) == {field.id: str(number) for number, field in enumerate(report.fields)}
    assert [(one.code, one.row, one.parameters["value"]) for one in read.problems] == [("sheet.row_unknown", 12, "99")]


def test_rows_of_another_report_are_not_taken():
    sent = report_of("全镇道路硬化完成⟦里程:xx⟧公里，惠及群众⟦户数:xx⟧户。")
    own = report_of("全县水库除险加固完成⟦里程:xx⟧公里，惠及群众⟦户数:xx⟧户。")
    workbook, sheet = opened(with_values(written(sent), ["1", "2"]))
    sheet.delete_cols(column(sheet, "编号"), 2)
    read = match_rows(read_sheet(saved(workbook)), rows_for(own))
    assert read.answers == {}
    assert [one.code for one in read.problems] == ["sheet.row_unknown"] * 2


def test_rows_sorted_without_the_hidden_columns_keep_their_own_values():
    report = report_of()
    data = with_values(written(report), [str(number) for number in range(7)])
    workbook, sheet = opened(data)
    visible = [[cell.value for cell in row[:9]] for row in sheet.iter_rows(min_row=HEAD + 1)]
    for number, cells in enumerate(reversed(visible), HEAD + 1):
        for place, value in enumerate(cells, 1):
            sheet.cell(number, place).value = value
    lone = read_sheet(saved(workbook))
    assert len(lone.left) == 6  # the row in the middle stays where it was
    read = match_rows(lone, rows_for(report))
    assert values_of(read) == {field.id: str(number) for number, field in enumerate(report.fields)}


def test_a_number_that_contradicts_its_row_is_not_believed():
    report = report_of()
    workbook, sheet = opened(with_values(written(report), ["1", "2"]))
    sheet.cell(HEAD + 1, column(sheet, "名称")).value = "别的指标"
    sheet.cell(HEAD + 1, column(sheet, "上下文")).value = "别的句子【　】。"
    read = match_rows(read_sheet(saved(workbook)), rows_for(report))
    assert values_of(read) == {report.fields[1].id: "2"}
    assert [one.code for one in read.problems] == ["sheet.row_mixed"]


def test_a_name_that_an_office_has_improved_does_no_harm():
    report = report_of()
    workbook, sheet = opened(with_values(written(report), ["1", "2"]))
    sheet.cell(HEAD + 2, column(sheet, "名称")).value = "税收收入（本级）"
    read = match_rows(read_sheet(saved(workbook)), rows_for(report))
    assert list(values_of(read).values()) == ["1", "2"]
    assert read.problems == ()


def test_two_values_for_one_field_are_a_conflict_and_equal_ones_are_not():
    report = report_of()
    first, second = (with_values(written(report), values) for values in (["1", "2", ""], ["1", "3", "4"]))
    workbook, sheet = opened(first)
    _, other = opened(second)
    for row in other.iter_rows(min_row=HEAD + 1, values_only=True):
        sheet.append(row)
    read = read_sheet(saved(workbook))
    assert values_of(read) == {report.fields[0].id: "1", report.fields[2].id: "4"}
    (problem,) = read.problems
    assert (problem.code, problem.row) == ("sheet.conflict", 13)
    told = {name: problem.parameters[name] for name in ("field", "value", "other_value", "other_row")}
    assert told == {"field": report.fields[1].id, "value": "3", "other_value": "2", "other_row": 6}
    assert match_rows(read, rows_for(report)).problems == read.problems


def test_notes_offices_and_merged_cells():
    report = report_of()
    workbook, sheet = opened(with_values(written(report), ["1", "2", "", "", "5"]))
    sheet.cell(5, column(sheet, "负责科室")).value = "预算科"
    sheet.merge_cells(start_row=5, end_row=8, start_column=7, end_column=7)
    sheet.cell(7, column(sheet, "备注")).value = "该数由税务局提供"
    sheet.merge_cells(start_row=9, end_row=10, start_column=8, end_column=8)
    read = read_sheet(saved(workbook))
    assert [answer.office for answer in read.answers.values()] == ["预算科", "预算科", ""]
    assert {field_id: one.note for field_id, one in read.notes.items()} == {report.fields[2].id: "该数由税务局提供"}
    assert [(one.code, one.row, one.parameters["value"]) for one in read.problems] == [("sheet.value_merged", 10, "5")]


# --- What programs make of what is typed ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (12.5, "General", "12.5"),
        (12.500000001, "General", "12.5"),
        (0.1 + 0.2, "General", "0.3"),
        (3.0, "General", "3"),
        (3, "@", "3"),
        (-0.0, "General", "0"),
        (-5.25, "General", "-5.25"),
        (1234567890.12, "General", "1234567890.12"),
        (100, "General", "100"),
        (0.5, "0.00", "0.50"),
        (33.333333, "0.0", "33.3"),
        (2.675, "0.00", "2.68"),
        (1234.5, "#,##0.00", "1234.50"),
        (-1234.5, "#,##0.00_);(#,##0.00)", "-1234.50"),
        (12.5, '0.0"亿元"', "12.5"),
        (12.5, '[>=10]0.0;"-"', "12.5"),
        (7, "0", "7"),
        (date(2026, 3, 5), None, "2026年3月5日"),
        (datetime(2026, 3, 5, 8, 30), None, "2026年3月5日"),
        (date(2026, 3, 1), 'yyyy"年"m"月"', "2026年3月"),
        (date(2026, 3, 5), 'm"月"d"日";@', "3月5日"),
        (date(2026, 12, 31), "[$-804]yyyy/m/d", "2026年12月31日"),
        (time(8, 5), "h:mm", "8:05"),
        ("\u3000 周知远\u00a0\n", "@", "周知远"),
    ],
)
def test_cells_become_what_the_office_saw(value, number_format, expected):
    report = report_of()
    read = read_sheet(with_values(written(report), [value], number_format=number_format))
    assert values_of(read) == {report.fields[0].id: expected}


@pytest.mark.parametrize(("number", "shown"), [(2, "5.2"), (1, "5.2%"), (0, "5.2%")])
def test_percentages_lose_their_sign_only_where_the_unit_is_printed(number, shown):
    report = report_of()
    values = [None] * 7
    values[number] = 0.052
    read = read_sheet(with_values(written(report), values, number_format="0.0%"))
    assert values_of(read) == {report.fields[number].id: shown}


@pytest.mark.parametrize(
    ("value", "number_format", "code"),
    [
        (True, None, "sheet.value_boolean"),
        ("#REF!", None, "sheet.value_error"),
        ("#DIV/0!", None, "sheet.value_error"),
        ("Err:502", None, "sheet.value_error"),
        (12000, '0!.0,"万"', "sheet.value_format"),
        (12000, "0.0,", "sheet.value_format"),
        (0.5, "# ?/?", "sheet.value_format"),
        (12000, "0.00E+00", "sheet.value_format"),
        (110101199001011234, "0", "sheet.value_format"),
        (-1e300, "General", "sheet.value_format"),
    ],
)
def test_cells_that_tell_no_value_are_problems(value, number_format, code):
    report = report_of()
    read = read_sheet(with_values(written(report), ["7", value], number_format=number_format))
    assert values_of(read) == {report.fields[0].id: "7"}
    assert [(one.code, one.row) for one in read.problems] == [(code, HEAD + 2)]


def test_styles_that_are_wrong_are_told_by_us_alone(capsys):
    """The library prints what it finds; on the command line that would stand among our own words."""
    made, changed = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(written(report_of()))) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/styles.xml":
                damaged = re.sub(rb'(<cellStyle [^>]*xfId=)"0"', rb'\1"99"', data)
                changed, data = damaged != data, damaged
            target.writestr(part, data)
    assert changed
    with pytest.raises(AssistantError, match=r"sheet\.broken"):
        read_sheet(made.getvalue())
    assert capsys.readouterr() == ("", "")


def test_formulas_count_as_what_they_were_last_computed_to():
    report = report_of()
    workbook, sheet = opened(written(report))
    sheet["H5"] = "=1+1"
    never_computed = saved(workbook)
    read = read_sheet(never_computed)
    assert read.answers == {}
    assert [(one.code, one.row) for one in read.problems] == [("sheet.value_uncomputed", 5)]
    computed = patched(never_computed, rb"<f>1\+1</f><v ?/>|<f>1\+1</f><v></v>", b"<f>1+1</f><v>41</v>")
    assert values_of(read_sheet(computed)) == {report.fields[0].id: "41"}


def test_a_number_beyond_all_bounds_is_a_problem():
    data = patched(with_values(written(report_of()), [7]), b'<v>7</v></c><c r="I5"', b'<v>1.0E999</v></c><c r="I5"')
    assert [one.code for one in read_sheet(data).problems] == ["sheet.value_format"]


def test_dimensions_as_wps_writes_them_hide_nothing():
    report = report_of()
    data = patched(with_values(written(report), ["5"]), rb'<dimension ref="[^"]*"', b'<dimension ref="A1"')
    assert values_of(read_sheet(data)) == {report.fields[0].id: "5"}


# --- Bad files ------------------------------------------------------------------------------------------------------


def patched(data, pattern, new, part="xl/worksheets/sheet1.xml"):
    """Return the workbook with something replaced in one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                content, count = re.subn(pattern, lambda _match: new, content)
                assert count
            package.writestr(name, content)
    return target.getvalue()


def zipped(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet.broken"),
        (b"\x00\xff" * 500, "sheet.broken"),
        ("名称,值\n".encode(), "sheet.broken"),
        (b"PK\x03\x04 no zip", "sheet.broken"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "sheet.broken"),
        (OLE + b"\x00" * 600, "sheet.old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "sheet.encrypted"),
        (zipped(media=bytes(LARGEST_UNPACKED + 1)), "sheet.too_large"),
        (zipped(**{"xl/sheet.xml": bytes(LARGEST_SHEETS + 1)}), "sheet.too_large"),
    ],
    ids=["empty", "random", "csv", "no zip", "ods", "xls", "encrypted", "bomb", "xml bomb"],
)
def test_what_is_no_workbook_is_refused(data, code):
    with pytest.raises(AssistantError) as caught:
        read_sheet(data)
    assert caught.value.code == code


def test_a_workbook_without_the_columns_is_refused():
    workbook = Workbook()
    workbook.active.append(["名称", "金额"])
    for data in (saved(workbook), saved(Workbook())):
        with pytest.raises(AssistantError) as caught:
            read_sheet(data)
        assert caught.value.code == "sheet.no_columns"


def test_a_cut_or_scratched_file_ends_with_a_code():
    data = with_values(written(report_of()), ["1", "2"])
    assert {code_of(data[:end]) for end in range(0, len(data), 997)} == {"sheet.broken"}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, content in parts.items():
        for junk in (b"", b"<", b"<a/>", b"\xff\xfe", content[: len(content) // 2], content.replace(b'"', b"'9", 40)):
            assert code_of(zipped(**{**parts, name: junk})) in (None, "sheet.broken", "sheet.no_columns")


def code_of(data):
    """Return the code with which a workbook is refused, or None where it is read."""
    try:
        read_sheet(data)
    except AssistantError as error:
        return error.code
    return None


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        (b"<mergeCells", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><mergeCells'),
        (b'<row r="5"', b'<row r="1048000"/><row r="1048001"'),
        (b'<c r="A5"', b'<c r="XFD5"/><c r="A5"'),
    ],
    ids=["merged", "rows", "columns"],
)
def test_huge_areas_take_no_time_or_memory(pattern, new):
    read_sheet(patched(with_values(written(report_of()), ["1"]), pattern, new))
