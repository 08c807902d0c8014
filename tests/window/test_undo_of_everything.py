"""Undo after random actions of all kinds restores text, fields and outline exactly."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from assistant.report.fields import Link, State
from assistant.window.find_bar import FindWish
from assistant.window.page_bridge import put_replacement
from assistant.workbench import versions
from assistant.workbench.advice import remarks_on
from assistant.workbench.comparing import paired_reports
from assistant.workbench.draft_text import TextChange
from assistant.workbench.exporting import saved_of
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.next_year import next_year_proposals
from assistant.workbench.opening import open_text
from assistant.workbench.unit_info import reused
from assistant.workbench.working import section_entries

TEXT = (
    "xx县2025年工作总结\n一、甲事\n税收完成xx亿元，增长X%，详见第二部分。上述（二）另有xx项。\n（一）甲一\n正文甲一。\n"
    "（二）甲二\n正文甲二xx人，贯彻十九届X中X会精神。\n二、乙事\n落实十九届X中X会部署，xx月xx日召开大会。"
)
OLD = (
    "云岭县民政局2024年工作总结和2025年计划\n一、甲事\n2024年投入3.68亿元，比上年的3.20亿元增长15.0%。。截至2024年11月30日救助1286人次。\n"
    "二、乙事\n陈国平同志牵头，投入4.10亿元。"
)
NUMBER = st.integers(0, 20)
ACTIONS = st.one_of(
    st.tuples(st.just("fill"), NUMBER, st.sampled_from(["12", "5.6%", "青禾", "许多", "2026年3月5日", "", "六"])),
    st.tuples(st.just("decide"), NUMBER, st.sampled_from([State.WAIVED, State.OPEN])),
    st.tuples(st.just("insist"), NUMBER, st.just("将近一半")),
    st.tuples(st.just("source"), NUMBER, st.sampled_from(["预算科", "国库科", ""])),
    st.tuples(st.just("many"), NUMBER, st.sampled_from(["7", "许多"])),
    st.tuples(st.just("take out"), NUMBER),
    st.tuples(st.just("join"), NUMBER, NUMBER),
    st.tuples(st.just("unmark"), NUMBER),
    st.tuples(st.just("mark"), NUMBER),
    st.tuples(st.just("section"), NUMBER, st.sampled_from(["up", "down", "promote", "demote", "insert", "remove"])),
    st.tuples(st.just("rename"), NUMBER),
    st.tuples(st.just("drop"), NUMBER, NUMBER, st.booleans()),
    st.tuples(st.just("level"), NUMBER, st.sampled_from(["heading_1", "heading_2", "heading_4", "body_text"])),
    st.tuples(st.just("replace"), NUMBER, st.sampled_from(["正文", "事", "1", "[甲乙]"]), st.sampled_from(["文", ""])),
    st.tuples(st.just("type"), NUMBER, st.sampled_from(["甲", "新增xx项", "①"])),
    st.tuples(st.just("paste"), NUMBER, st.sampled_from(["另有XX户", "一\n二、新事\n三"])),
    st.tuples(st.just("cut"), NUMBER),
    st.tuples(st.just("draft"), NUMBER),
    st.tuples(st.just("phrase"), NUMBER),
    st.tuples(st.just("fix"), NUMBER),
    st.tuples(st.just("confirm"), NUMBER),
    st.tuples(st.just("years"), NUMBER),
    st.tuples(st.just("paragraph"), NUMBER),
    st.tuples(st.just("version"), NUMBER),
)


@pytest.fixture
def quiet(window):
    window.bridge.blockSignals(True)
    return window


def act(window, name, number, *given_):
    report = window.desk.working.report
    fields, bridge, page = report.fields, window.bridge, window.page
    field = fields[number % len(fields)] if fields else None
    headings = [entry.section.first for entry in section_entries(window.desk.working)]
    heading = headings[number % len(headings)] if headings else None
    of_field = {
        "fill": lambda value: bridge.fill(field.id, value),
        "decide": lambda state: bridge.edit_fields([FieldEdit(field.id, state=state)]),
        "insist": lambda value: bridge.insist(field.id, value),
        "source": lambda source: bridge.note_source(field.id, source, "快报"),
        "many": lambda value: bridge.edit_fields([FieldEdit(one.id, value, source="甲") for one in fields[number:]]),
        "take out": lambda: bridge.take_out(field.id, 0) if len(field.occurrences) > 1 else None,
        "join": lambda other: bridge.relink(field.id, {(field.id, 0), (fields[other % len(fields)].id, 0)}),
        "unmark": lambda: page.unmark(field.id),
        "confirm": lambda: bridge.confirm(field.id),
    }
    of_section = {
        "section": lambda wish: window.sections.change(heading, wish),
        "rename": lambda: window.sections.rename(heading, f"改名{number}"),
        "drop": lambda other, before: window.sections.drop(heading, headings[other % len(headings)], before),
    }
    if name in of_field:
        if field is not None:
            of_field[name](*given_)
    elif name in of_section:
        if heading is not None:
            of_section[name](*given_)
    elif name in ("fix", "years", "paragraph", "version"):
        act_on_report(window, name, number)
    elif name == "replace":
        window.finding.replace_all(FindWish(given_[0], regex=True, in_fields=True), given_[1])
    else:
        act_in_text(window, name, number * 5, *given_)


def earlier_of(working):
    """Return a version in which other words and another value stood."""
    report = open_text(working.report.text.replace("事", "情", 1) + "\n四、以前还有一段xx项。").report
    return replace(saved_of(working), report=report)


def act_on_report(window, name, number):
    """Do what is offered for the whole report: mend a finding, move years on, bring an earlier version back."""
    working = window.desk.working
    if name == "fix":
        found = [one for one in remarks_on(working) if one.fix is not None]
        if found:
            window.proofing.panel.fix_requested.emit((found[number % len(found)],))
    elif name == "years":
        window.years.edits_requested.emit([one.edit for one in next_year_proposals(working, this_year=2025)])
    else:
        earlier = earlier_of(working)
        if name == "version":
            window.keeping.versions.take_back(earlier)
            return
        window.desk.put(versions.with_fields_known(working, earlier, whole=False))
        pairs = paired_reports(earlier.report, working.report)
        differing = sorted(versions.restorable_pairs(working.report, earlier.report, pairs))
        if differing:
            index = differing[number % len(differing)]
            put_replacement(window.page, versions.paragraph_replacement(working.report, earlier.report, pairs, index))


def act_in_text(window, name, position, *given_):
    page = window.page
    page.go_to(position, position + 3 if name in ("mark", "cut") else None)
    if name == "mark":
        window.sections.mark_field()
    elif name == "level":
        window.actions_by_name[given_[0]].trigger()
    elif name == "type":
        page.insert_characters(given_[0])
    elif name == "phrase":
        page.insert_text("统筹推进{重点任务}，确保取得实效")
    elif name == "paste":
        page.insert_text(given_[0])
    elif name == "cut":
        page.cut()
    else:
        text = window.desk.working.report.text
        old = text[position : position + 2]
        window.bridge.change_text([TextChange(position, position + 2, old, "改", old)])


def state_of(window):
    report = window.desk.working.report
    entries = [(one.section, one.number, one.heading, one.position) for one in section_entries(window.desk.working)]
    return report.text, report.fields, entries, report.role_overrides, window.desk.working.layout


def test_undo_of_everything(quiet):
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(actions=st.lists(ACTIONS, min_size=1, max_size=8))
    def check(actions):
        take_back_all(quiet, actions)

    check()
    clear()


def test_undo_in_a_report_that_is_used_again(quiet):
    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(actions=st.lists(ACTIONS, min_size=1, max_size=6))
    def check(actions):
        take_back_all(quiet, actions, OLD)

    check()
    clear()


@pytest.mark.parametrize("name", ["confirm", "years", "fix", "paragraph", "version", "phrase"])
def test_undo_of_what_is_seldom_drawn(quiet, name):
    """Each of these changes something here, so that the property above means it too."""
    take_back_all(quiet, [(name, 1)], OLD, changes=True)
    clear()


def clear():
    # what was cut lies on the clipboard, which outlives the program's own objects
    QGuiApplication.clipboard().clear()


def take_back_all(window, actions, text=TEXT, *, changes=False):
    opened = open_text(text)
    assert not any(place.link is Link.SUGGESTED for field in opened.report.fields for place in field.occurrences)
    window.desk.lay_out(opened, None)
    if text == OLD:
        window.desk.begin(reused(window.desk.working))
    window.page.load(window.desk.working.report)
    before = state_of(window)
    for action in actions:
        act(window, *action)
        window.flush()
    assert state_of(window) != before or not changes
    steps = 0
    while window.page.can_undo:
        window.page.undo()
        window.page.flush()
        steps += 1
        assert steps < 100
    assert state_of(window) == before
