"""Sheets that came back from several offices, read at once; the years of a report that is used again."""

import openpyxl
import pytest

from assistant.report.errors import AssistantError
from assistant.report.fields import State
from assistant.workbench.answer_rows import OfficeProgress, former_value, progress_by_office
from assistant.workbench.next_year import next_year_proposals
from assistant.workbench.opening import open_text
from assistant.workbench.sheet_taking import read_sheet_files
from assistant.workbench.sheets import write_sheet_file
from assistant.workbench.taking import Verdict
from assistant.workbench.unit_info import reused
from assistant.workbench.working import start_work

TEXT = "县民政局总结\n一、救助\n全县低保对象xx人，临时救助xx人次。\n二、养老\n床位xx张。"


@pytest.fixture
def working():
    return start_work(open_text(TEXT))


def sheet(working, path, values, notes=()):
    """Write a sheet and fill its rows by their numbers from 0."""
    write_sheet_file(working, path)
    book = openpyxl.load_workbook(path)
    head = next(row for row in book.active.iter_rows() if any(cell.value == "值" for cell in row))
    columns = {cell.value: cell.column for cell in head}
    for row, value in values.items():
        book.active.cell(head[0].row + 1 + row, columns["值"]).value = value
    for row, note in dict(notes).items():
        book.active.cell(head[0].row + 1 + row, columns["备注"]).value = note
    book.save(path)
    return path


def offered(read):
    return [(one.label, one.new, one.name, one.verdict) for one in read.proposals]


def test_sheets_of_several_offices_are_read_at_once(working, tmp_path):
    first = sheet(working, tmp_path / "救助.xlsx", {0: 12890}, {1: "下周报"})
    second = sheet(working, tmp_path / "养老.xlsx", {2: 2560})
    read = read_sheet_files(working, [first, second])
    labels = [field.label for field in working.report.fields]
    assert offered(read) == [
        (labels[0], "12890", "救助.xlsx", Verdict.NEW),
        (labels[1], "", "救助.xlsx", Verdict.ABOUT),
        (labels[2], "2560", "养老.xlsx", Verdict.NEW),
    ]
    assert not read.problems


def test_answers_that_differ_are_both_offered_and_none_is_ticked(working, tmp_path):
    first = sheet(working, tmp_path / "甲.xlsx", {0: 12890, 1: 30})
    second = sheet(working, tmp_path / "乙.xlsx", {0: 12900, 1: "30人次"})
    read = read_sheet_files(working, [first, second])
    assert [(new, name, verdict) for _, new, name, verdict in offered(read)] == [
        ("12890", "甲.xlsx", Verdict.DIFFERS),
        ("12900", "乙.xlsx", Verdict.DIFFERS),
        ("30", "甲.xlsx", Verdict.NEW),
    ]
    assert [one.is_ticked for one in read.proposals] == [False, False, True]


def test_a_file_that_cannot_be_used_keeps_no_other_out(working, tmp_path):
    good = sheet(working, tmp_path / "好.xlsx", {0: 5})
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK nothing")
    read = read_sheet_files(working, [bad, good])
    assert [one.new for one in read.proposals] == ["5"]
    assert len(read.problems) == 1
    assert "坏.xlsx" in read.problems[0]
    with pytest.raises(AssistantError, match=r"sheet\.broken"):
        read_sheet_files(working, [bad])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_sheet_saved_as_text_is_read(working, tmp_path, encoding):
    path = sheet(working, tmp_path / "表.xlsx", {0: "1.2万人", 2: "2,560张"})
    rows = list(openpyxl.load_workbook(path).active.iter_rows(values_only=True))
    mark = "\t" if encoding == "utf-16" else ","
    quoted = [['"' + str(cell).replace('"', '""') + '"' if cell is not None else "" for cell in row] for row in rows]
    text = tmp_path / "表.csv"
    text.write_bytes("\r\n".join(mark.join(row) for row in quoted).encode(encoding))
    assert [one.new for one in read_sheet_files(working, [text]).proposals] == [
        one.new for one in read_sheet_files(working, [path]).proposals
    ]


def test_progress_is_told_by_office():
    working = start_work(open_text(TEXT))
    first, second, third = working.report.fields
    from dataclasses import replace

    fields = (
        replace(first, source="救助股", state=State.FILLED, value="5"),
        replace(second, source="救助股"),
        replace(third, source="养老股"),
    )
    assert progress_by_office(fields) == (OfficeProgress("救助股", 1, 2), OfficeProgress("养老股", 0, 1))


OLD = (
    "云岭县民政局2024年工作总结和2025年工作计划\n2024年，成立于1949年的敬老院截至2024年11月30日有床位240张，"
    "到2035年建成体系。3月15日召开会议。\n云岭县民政局\n2024年12月20日"
)


def test_years_move_on_together_and_whole_dates_are_asked():
    working = reused(start_work(open_text(OLD)))
    moved = [(one.old, one.new, one.verdict) for one in next_year_proposals(working, this_year=2025)]
    assert moved == [
        ("2024", "2025", Verdict.NEW),
        ("2025", "2026", Verdict.NEW),
        ("2024年11月30日", "2025年11月30日", Verdict.RECKONED),
        ("2024年12月20日", "2025年12月20日", Verdict.RECKONED),
    ]


def test_the_former_value_is_told_of_a_value_that_changed():
    from dataclasses import replace

    bed = next(one for one in reused(start_work(open_text(OLD))).report.fields if one.value == "240")
    assert former_value(bed) == ""
    assert former_value(replace(bed, value="256", state=State.FILLED)) == "240"
    assert former_value(replace(bed, state=State.CONFIRMED)) == ""
    masked = start_work(open_text(TEXT)).report.fields[0]
    assert former_value(replace(masked, value="5", state=State.FILLED)) == ""
