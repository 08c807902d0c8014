"""The working report: answers, snapshots of the editor, progress and sections."""

import pytest

from assistant.report.fields import State
from assistant.workbench.opening import open_text
from assistant.workbench.working import (
    FieldRun,
    blocking_fields,
    progress_of,
    section_entries,
    start_work,
    with_snapshot,
)
from tests.workbench.answered import answer_field, waive_field

TEXT = "xx县工作总结\n今年以来，稳步推进。\n一、收入\n完成xx亿元，增长X%。\n二、支出\n完成xx亿元。"


@pytest.fixture
def working():
    return start_work(open_text(TEXT))


def runs_of(report):
    return tuple(FieldRun(o.start, o.end, f.id, o.marker) for f in report.fields for o in f.occurrences)


def test_open_fields_are_counted_by_section(working):
    assert [(e.number + e.heading, e.open_fields) for e in section_entries(working)] == [
        ("一、收入", 2),
        ("二、支出", 1),
    ]
    assert progress_of(working.report).total == 4


def test_answers(working):
    first = working.report.fields[1].id
    filled, value = answer_field(working, first, "12.5亿元")
    assert value.fits
    assert "完成12.5亿元，增长X%" in filled.report.text
    assert [e.open_fields for e in section_entries(filled)] == [1, 1]
    emptied, _ = answer_field(filled, first, "")
    assert emptied.report.text == TEXT


def test_a_misfit_is_kept_and_the_field_stays_open(working):
    first = working.report.fields[1].id
    after, value = answer_field(working, first, "许多")
    assert not value.fits
    assert after.report.text == TEXT
    assert (after.report.field(first).value, after.report.field(first).state) == ("许多", State.OPEN)
    again = with_snapshot(after, after.report.text, runs_of(after.report))
    assert again.report == after.report


def test_waived_fields_do_not_block(working):
    for field in working.report.fields:
        working = waive_field(working, field.id)
    assert blocking_fields(working.report) == ()
    assert working.report.text == TEXT


def test_snapshot_of_the_same_text_changes_nothing(working):
    assert with_snapshot(working, TEXT, runs_of(working.report)).report == working.report


def test_a_typed_value_fills_the_field(working):
    field = working.report.fields[1]
    text = TEXT.replace("完成xx亿元，增长", "完成12亿元，增长")
    after = with_snapshot(working, text, runs_of(working.report))
    assert (after.report.field(field.id).value, after.report.field(field.id).state) == ("12", State.FILLED)
    assert after.report.field(field.id).label == field.label


def test_a_field_that_undo_brings_back_has_its_label_again(working):
    field = working.report.fields[1]
    without = with_snapshot(working, TEXT.replace("xx亿元，", "亿元，"), ())
    assert field.id not in {f.id for f in without.report.fields if f.start == field.start}
    again = with_snapshot(without, TEXT, runs_of(working.report))
    assert again.report.field(field.id).label == field.label


def test_a_typed_marker_becomes_a_field(working):
    after = with_snapshot(working, TEXT + "\n另有XX项。", runs_of(working.report))
    assert after.report.fields[-1].unit == "项"


def test_places_that_tell_different_values_leave_their_field_open():
    working = start_work(open_text("X市财政局召开会议。\nX市委作出部署。\n全力支持X市发展。"))
    (field,) = working.report.fields
    assert len(field.occurrences) == 3
    first, *others = runs_of(working.report)
    runs = (FieldRun(0, 2, field.id, "X"), *(FieldRun(one.start + 1, one.end + 1, field.id, "X") for one in others))
    after = with_snapshot(working, f"安澜{working.report.text[first.end :]}", runs).report.field(field.id)
    assert (after.state, after.value) == (State.OPEN, "")


@pytest.mark.parametrize("typed", ["x", "1x", "xxx"])
def test_a_marker_that_was_only_shortened_stays_open(working, typed):
    field = working.report.fields[1]
    start, end = field.start, field.start + len(typed)
    text = TEXT[:start] + typed + TEXT[field.occurrences[0].end :]
    after = with_snapshot(working, text, (FieldRun(start, end, field.id, "xx"),))
    assert after.report.field(field.id).state is State.OPEN
