"""Edits of text and values: places stay with their text, and filling can be taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.edits import keep_answer, replace_span
from assistant.report.errors import AssistantError
from assistant.report.fields import Field, Kind, Occurrence, State
from assistant.report.model import Report
from tests.report.filled import fill_field
from tests.report.marked import marked_report

TWICE = marked_report("⟦a:xx⟧县财政局总结\n⟦a:xx⟧县收入⟦b:XX⟧亿元，增长⟦c:X⟧%。")


def places(report: Report) -> dict[str, list[str]]:
    return {f.id: [report.text[o.start : o.end] for o in f.occurrences] for f in report.fields}


def test_filling_changes_every_place():
    filled = fill_field(TWICE, "a", "青禾")
    assert filled.text == "青禾县财政局总结\n青禾县收入XX亿元，增长X%。"
    assert places(filled) == {"a": ["青禾", "青禾"], "b": ["XX"], "c": ["X"]}
    assert filled.field("a").state is State.FILLED
    assert filled.field("b").state is State.OPEN


def test_an_empty_value_brings_the_markers_back():
    assert fill_field(fill_field(TWICE, "a", "青禾"), "a", "") == TWICE


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(alphabet="县1x𬭩é，", max_size=5)), max_size=8))
def test_any_filling_can_be_taken_back(steps):
    report = TWICE
    for field_id, value in steps:
        report = fill_field(report, field_id, value)
        assert all(
            text == (report.field(i).value or o)
            for i, texts in places(report).items()
            for text, o in zip(texts, [p.marker for p in report.field(i).occurrences], strict=True)
        )
    for field_id in "abc":
        report = fill_field(report, field_id, "")
    assert report == TWICE


@pytest.mark.parametrize(
    ("start", "end", "text", "left"),
    [(3, 6, "共xx新年", "xx"), (0, 3, "新xx元年", "xx"), (2, 4, "共x新x元年", "x新x"), (1, 5, "共新元年", None)],
)
def test_a_place_that_is_cut_keeps_what_is_left_of_it(start, end, text, left):
    cut = replace_span(marked_report("共⟦a:xxxx⟧元年"), start, end, "新")
    assert cut.text == text
    assert places(cut) == ({"a": [left]} if left else {})


def test_a_value_has_one_line():
    with pytest.raises(AssistantError, match=r"field\.line_break"):
        fill_field(TWICE, "a", "一\n二")
    with pytest.raises(KeyError):
        fill_field(TWICE, "no", "一")


@given(st.data())
def test_replacing_text_keeps_the_other_places(data):
    start = data.draw(st.integers(0, len(TWICE.text)))
    end = data.draw(st.integers(start, len(TWICE.text)))
    new = data.draw(st.text(alphabet="新字\n", max_size=4))
    after = replace_span(TWICE, start, end, new)
    assert after.text == TWICE.text[:start] + new + TWICE.text[end:]
    for field in TWICE.fields:
        untouched = [o for o in field.occurrences if o.end <= start or o.start >= end]
        kept = [o for f in after.fields if f.id == field.id for o in f.occurrences]
        assert [after.text[o.start : o.end] for o in kept if after.text[o.start : o.end] == o.marker] >= [
            o.marker for o in untouched
        ]
        assert all(0 <= o.start < o.end <= len(after.text) for o in kept)


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(AssistantError, match=r"edit\.span"):
        replace_span(TWICE, 5, 10_000, "")


def test_an_answer_that_does_not_fit_is_kept_beside_the_text():
    kept = keep_answer(TWICE, "b", "许多")
    assert kept.text == TWICE.text
    assert (kept.field("b").value, kept.field("b").state) == ("许多", State.OPEN)


def test_occurrences_that_lose_their_text_go_with_their_field():
    start = TWICE.text.index("XX")
    assert "b" not in places(replace_span(TWICE, start, start + 2, ""))
    assert replace(TWICE, fields=()).fields == ()


def test_marked_notation():
    report = marked_report("甲⟦a:x⟧乙")
    assert report == Report("甲x乙", (Field("a", Kind.TEXT, "a", "", (Occurrence(1, 2, "x"),)),))
