"""Outlines: what ships, the report an outline becomes, and editing a plan."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.model import Role
from assistant.resources import load_rules
from assistant.workbench.opening import open_text
from assistant.workbench.outlines import (
    PlannedHeading,
    moved,
    renamed,
    report_text,
    shifted,
    shipped_outlines,
    with_heading,
    without_section,
)
from assistant.workbench.scanning import check_values

OUTLINES = shipped_outlines()


def plan_of(levels):
    return tuple(PlannedHeading(int(level), f"第{at}节") for at, level in enumerate(levels))


def told(plan):
    return " ".join(f"{heading.level}{heading.text[1:-1]}" for heading in plan)


def test_every_genre_has_an_outline():
    assert [outline.genre for outline in OUTLINES] == load_rules("samples", "index.toml")["genres"]


@pytest.mark.parametrize("outline", OUTLINES, ids=lambda outline: outline.genre)
def test_an_outline_becomes_a_report(outline):
    opened = open_text(report_text(outline, outline.plan))
    headings = [paragraph for paragraph in opened.paragraphs if paragraph.role is Role.HEADING]
    assert [heading.level for heading in headings] == [heading.level for heading in outline.plan]
    assert opened.paragraphs[0].role is Role.TITLE
    slots = report_text(outline, outline.plan).count("【")
    assert sum(len(field.occurrences) for field in opened.report.fields) == slots
    found = check_values(opened)["findings"]
    assert {one["rule"] for one in found if one["severity"] != "hint"} <= {"placeholder-open"}


def test_numbers_follow_the_levels():
    text = report_text(OUTLINES[0], plan_of("1221232"))
    numbers = [line.split("第")[0] for line in text.splitlines() if line.endswith("节")]
    assert numbers == ["一、", "（一）", "（二）", "二、", "（一）", "1.", "（二）"]


def test_editing():
    plan = plan_of("12312")
    assert told(renamed(plan, 0, "第甲节")) == "1甲 21 32 13 24"
    assert told(without_section(plan, 1)) == "10 13 24"
    assert told(without_section(plan, 0)) == "13 24"
    more, at = with_heading(plan, 1, "第新节")
    assert (told(more), at) == ("10 21 32 2新 13 24", 3)
    assert with_heading((), -1, "第新节")[1] == 0


def test_moving_takes_what_is_below():
    plan = plan_of("12312")
    assert moved(plan, 0, 1) == ((*plan[3:], *plan[:3]), 2)
    assert moved(plan, 3, -1) == ((*plan[3:], *plan[:3]), 0)
    assert moved(plan, 0, -1) == (plan, 0)
    assert moved(plan, 4, 1) == (plan, 4)
    assert moved(plan, 4, -1) == (plan, 4)


def test_levels():
    plan = plan_of("12312")
    assert told(shifted(plan, 1, -1)) == "10 11 22 13 24"
    assert told(shifted(plan, 3, 1)) == "10 21 32 23 34"
    assert shifted(plan, 0, 1) == plan
    assert shifted(plan, 0, -1) == plan


_STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "drop", "up", "down", "in", "out"]), st.integers(0, 9)), max_size=12
)


@given(_STEPS)
def test_no_edit_leaves_a_gap_in_the_levels(steps):
    plan = OUTLINES[0].plan
    for name, at in steps:
        index = at % len(plan) if plan else -1
        if name == "add":
            plan, _ = with_heading(plan, index, "新的标题")
        elif plan and name == "drop":
            plan = without_section(plan, index)
        elif plan and name in ("up", "down"):
            plan, _ = moved(plan, index, -1 if name == "up" else 1)
        elif plan:
            plan = shifted(plan, index, 1 if name == "in" else -1)
    levels = [0, *(heading.level for heading in plan)]
    assert all(behind <= before + 1 for before, behind in pairwise(levels))
    assert all(1 <= level <= 4 for level in levels[1:])
