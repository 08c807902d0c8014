"""Marks of the checks go with their words."""

from __future__ import annotations

import pytest

from assistant.window.page.marks import MovingMarks
from assistant.window.page.mirror import differences
from assistant.window.page.painting import Mark, Severity
from assistant.window.page.runs import Line

TEXT = "一二三四五\n甲乙丙丁\n子丑寅卯"


def _lines(text):
    return [Line(one) for one in text.split("\n")]


def _starts(lines):
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.text) + 1)
    return starts[:-1]


def _marked(marks, text):
    """Return the words that are marked, line by line."""
    return [[line[one.start : one.end] for one in marks.of_line(n)] for n, line in enumerate(text.split("\n"))]


@pytest.fixture
def marks():
    """Return marks on 三四, 乙丙 and 寅."""
    found, lines = MovingMarks(), _lines(TEXT)
    for _ in found.place(
        [Mark(2, 4, Severity.ERROR), Mark(7, 9, Severity.HINT), Mark(13, 14, Severity.HINT)], lines, _starts(lines)
    ):
        raise AssertionError
    assert _marked(found, TEXT) == [["三四"], ["乙丙"], ["寅"]]
    return found


@pytest.mark.parametrize(
    ("new", "marked"),
    [
        ("一二新三四五\n甲乙丙丁\n子丑寅卯", [["三四"], ["乙丙"], ["寅"]]),
        ("一二三新四五\n甲乙丙丁\n子丑寅卯", [["三新四"], ["乙丙"], ["寅"]]),
        ("一二三四新五\n甲乙丙丁\n子丑寅卯", [["三四"], ["乙丙"], ["寅"]]),
        ("一二四五\n甲乙丙丁\n子丑寅卯", [["四"], ["乙丙"], ["寅"]]),
        ("一二五\n甲乙丙丁\n子丑寅卯", [[], ["乙丙"], ["寅"]]),
        ("一二三\n四五\n甲乙丙丁\n子丑寅卯", [["三"], ["四"], ["乙丙"], ["寅"]]),
        ("一二三四五\n甲乙\n丙丁\n子丑寅卯", [["三四"], ["乙"], ["丙"], ["寅"]]),
        ("一二三四五甲乙丙丁\n子丑寅卯", [["三四", "乙丙"], ["寅"]]),
        ("一二三四五\n新\n又新\n甲乙丙丁\n子丑寅卯", [["三四"], [], [], ["乙丙"], ["寅"]]),
        ("子丑寅卯", [["寅"]]),
        ("新一二三四五\n甲乙丙丁\n新子丑寅卯", [["三四"], ["乙丙"], ["寅"]]),
        ("全新", [[]]),
    ],
)
def test_marks_go_with_their_words(marks, new, marked):
    marks.follow(differences(0, _lines(TEXT), _lines(new)))
    assert _marked(marks, new) == marked


def test_a_mark_over_a_line_break_stands_in_both_lines(marks):
    lines = _lines(TEXT)
    assert list(marks.place([Mark(4, 8, Severity.WARNING)], lines, _starts(lines))) == []
    assert _marked(marks, TEXT) == [["五"], ["甲乙"], []]
    assert marks.count == 2
    marks.clear()
    marks.follow(differences(0, lines, _lines("又")))
    assert marks.count == 0
