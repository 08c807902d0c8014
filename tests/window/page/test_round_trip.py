from __future__ import annotations

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.report.model import Report
from assistant.window.page import PageEditor, Run
from assistant.window.page.runs import Utf16
from tests.window.page.typing_keys import derive

CHARACTERS = st.one_of(
    st.sampled_from("标题一二三，。x×X \n\n\u00a0\u2028\u3000\t😀𬭩𠀀\ufffd\u0000\u200b\u0301"),
    st.characters(exclude_categories=["Cs"], exclude_characters="\r\u2029\ufdd0\ufdd1\ufeff\ufffe\ufffc"),
)
STATES = st.sampled_from(list(State))


@st.composite
def reports(draw) -> Report:
    text = "".join(draw(st.lists(CHARACTERS, max_size=60)))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=12)))
    names = st.sampled_from("abc")
    places: dict[str, list[Occurrence]] = {}
    for start, end in itertools.pairwise(cuts):
        if "\n" not in text[start:end] and draw(st.booleans()):
            marker = draw(st.sampled_from([text[start:end], "xx"]))
            place = Occurrence(start, end, marker, draw(st.sampled_from(list(Link))))
            places.setdefault(draw(names), []).append(place)
    fields = [Field(name, Kind.TEXT, "", "", tuple(own), "", draw(STATES)) for name, own in places.items()]
    return Report(text, tuple(sorted(fields, key=lambda field: field.start)))


def expected_runs(report: Report) -> tuple[Run, ...]:
    flags = {State.WAIVED, State.CONFIRMED, State.STALE}
    return tuple(
        sorted(
            (
                Run(p.start, p.end, f.id, p.marker, p.link, f.state if f.state in flags else None)
                for f in report.fields
                for p in f.occurrences
            ),
            key=lambda run: run.start,
        )
    )


@given(wanted=reports())
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_report_comes_back_as_it_was_loaded(qapp, wanted):
    editor = PageEditor(derive=derive)
    editor.load(wanted)
    snapshot = editor.snapshot()
    assert snapshot.text == wanted.text
    assert snapshot.runs == expected_runs(wanted)
    assert editor._page.mirror.read_all() == editor._page.mirror.lines
    editor.deleteLater()


@given(text=st.text(st.sampled_from("a一😀𬭩"), max_size=30))
def test_positions_are_converted_both_ways(text):
    units = Utf16(text)
    for place in range(len(text) + 1):
        unit = units.unit(place)
        assert unit == len(text[:place].encode("utf-16-le")) // 2
        assert units.code_point(unit) == place


def test_a_position_within_a_pair_is_that_of_the_pair():
    assert Utf16("一😀二").code_point(2) == 1


def test_what_a_document_cannot_hold_becomes_a_space(qapp):
    editor = PageEditor(derive=derive)
    editor.load(Report("甲\r乙\u2029丙\ufdd0丁\ufffe"))
    assert editor.snapshot().text == "甲 乙 丙 丁 "
    editor.deleteLater()


def test_loading_another_report_forgets_the_first(page):
    editor = page("标题\n‹a:xx›")
    editor.insert_text("甲")
    assert editor.is_modified
    editor.load(Report("别的"))
    assert editor.snapshot().text == "别的"
    assert editor.snapshot().runs == ()
    assert not editor.can_undo
    assert not editor.is_modified
