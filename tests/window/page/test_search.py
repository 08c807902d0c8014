from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.report.errors import AssistantError
from assistant.window.page.marks import MovingSpan
from assistant.window.page.mirror import Change
from assistant.window.page.runs import Line
from assistant.window.page.search import Match, Query
from tests.window.page.typing_keys import replace_all, shown, undo_all

LINES = [Line("甲乙甲"), Line(""), Line("乙甲ABC abc")]


def test_every_place_is_found():
    assert list(Query("甲").all(LINES)) == [Match(0, 0, 1), Match(0, 2, 3), Match(2, 1, 2)]
    assert Query("甲").count(LINES) == 3
    assert Query("").count(LINES) == 0


@pytest.mark.parametrize(
    ("line", "column", "behind", "before"),
    [
        (0, 0, Match(0, 0, 1), Match(2, 1, 2)),
        (0, 1, Match(0, 2, 3), Match(0, 0, 1)),
        (0, 3, Match(2, 1, 2), Match(0, 2, 3)),
        (2, 2, Match(0, 0, 1), Match(2, 1, 2)),
    ],
)
def test_the_search_goes_round(line, column, behind, before):
    assert Query("甲").next_behind(LINES, line, column) == behind
    assert Query("甲").last_before(LINES, line, column) == before


def test_the_only_place_may_lie_in_the_line_that_was_begun_in():
    lines = [Line("甲乙")]
    assert Query("甲").next_behind(lines, 0, 1) == Match(0, 0, 1)
    assert Query("乙").last_before(lines, 0, 0) == Match(0, 1, 2)
    assert Query("丙").next_behind(lines, 0, 0) is None
    assert Query("丙").last_before(lines, 0, 0) is None


def test_case_and_whole_words():
    assert Query("abc").count(LINES) == 2
    assert Query("abc", case=True).count(LINES) == 1
    assert Query("ab", whole_word=True).count(LINES) == 0
    assert Query("a.c").count(LINES) == 0


def test_find_selects_and_goes_round(page):
    editor = page("重点\n😀重点‹a:xx›重点")
    seen = []
    for _ in range(4):
        assert editor.find("重点")
        seen.append(editor.caret_position)
    assert seen == [2, 6, 10, 2]
    assert editor.find("重点", forward=False)
    assert editor.textCursor().selectedText() == "重点"
    assert editor.caret_position == 10
    assert editor.matches("重点") == 3
    assert not editor.find("没有")


def test_replace_all_leaves_fields_alone_and_is_one_step(page):
    editor = page("甲县\n‹a:甲县|xx›与甲县、‹b:xx›甲‹c:县|xx›😀甲县")
    editor.go_to(5)
    assert replace_all(editor, "甲县", "乙市") == 3
    assert shown(editor) == "乙市\n‹a:甲县›与乙市、‹b:xx›甲‹c:县›😀乙市"
    assert undo_all(editor) == 1
    assert shown(editor) == "甲县\n‹a:甲县›与甲县、‹b:xx›甲‹c:县›😀甲县"
    assert replace_all(editor, "没有", "甲") == 0


def test_regular_expressions_with_groups():
    query = Query(r"第(.)季度", regex=True)
    assert list(query.in_line("第一季度和第二季度")) == [(0, 4), (5, 9)]
    assert query.replaced("第一季度和第二季度", "$1季") == "一季和二季"
    assert Query("x*", regex=True).count([Line("甲x乙")]) == 1
    assert Query("a.c").replaced("a.c abc", "$1") == "$1 abc"


@pytest.mark.parametrize(("pattern", "position"), [("(", 1), ("[甲", 1), ("*", 1), ("甲(?P<", 6)])
def test_a_bad_expression_is_told_with_its_place(pattern, position):
    with pytest.raises(AssistantError, match=r"find\.pattern") as caught:
        Query(pattern, regex=True)
    assert caught.value.parameters["position"] == position


def test_a_group_that_does_not_exist_is_told():
    with pytest.raises(AssistantError, match=r"find\.replacement"):
        Query("甲", regex=True).replaced("甲", "$2")


def test_places_within_a_span(page):
    editor = page("重点\n重点‹a:xx›重点")
    query = Query("重点")
    assert editor.places_of(query) == [(0, 2), (3, 5), (7, 9)]
    editor.look_within((3, 9))
    assert editor.matches(query) == 2
    seen = []
    for _ in range(3):
        assert editor.find(query)
        seen.append(editor.selected_span)
    assert seen == [(3, 5), (7, 9), (3, 5)]
    assert editor.find(query, forward=False)
    assert editor.selected_span == (7, 9)
    editor.look_within((1, 3))
    assert not editor.find(query)
    editor.look_within(None)
    assert editor.matches(query) == 3


def test_a_span_moves_with_the_text(page):
    editor = page("重点\n重点重点\n重点")
    editor.look_within((3, 7))
    query = Query("重点")
    steps = [
        ((0, 0, "重点重点"), [(7, 9), (9, 11)]),
        ((9, 9, "重点"), [(7, 9), (9, 11), (11, 13)]),
        ((13, 13, "和重点"), [(7, 9), (9, 11), (11, 13), (14, 16)]),
        ((0, 7, ""), [(0, 2), (2, 4), (4, 6), (7, 9)]),
    ]
    for (start, end, new), places in steps:
        editor.replace_spans([(start, end, new)])
        assert editor.places_of(query) == places
    for _start, places in reversed(steps[:-1]):
        editor.undo()
        assert editor.places_of(query) == places


_edits = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12), st.text("乙\n", max_size=6)))


@given(st.text("甲重点\n", max_size=30), _edits)
@example("", [(0, 0, "乙\n"), (0, 0, "乙乙乙乙乙"), (6, 1, "")])
def test_a_moving_span_stays_within_the_text(text, edits):
    lines = [Line(one) for one in text.split("\n")]
    start, end = len(text) // 3, 2 * len(text) // 3
    span = MovingSpan(start, end)
    for at, length, new in edits:
        old = "\n".join(line.text for line in lines)
        at = min(at, len(old))
        behind = min(at + length, len(old))
        changed = [Line(one) for one in (old[:at] + new + old[behind:]).split("\n")]
        first = old.count("\n", 0, at)
        last = old.count("\n", 0, behind)
        change = Change(first, tuple(lines[first : last + 1]), tuple(changed[first : first + new.count("\n") + 1]))
        starts = list(accumulate((len(line.text) + 1 for line in changed), initial=0))[:-1]
        span.follow([change], changed, starts)
        lines = changed
        whole = len("\n".join(line.text for line in lines))
        assert 0 <= span.start <= span.end <= whole
