from __future__ import annotations

import json
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.fields import Field, Kind, Occurrence, State
from assistant.report.model import Report, Role
from assistant.report.tables import NO_BORDER, Cell, Table, VerticalAlign
from assistant.storage.report_file import Cleaned, SavedReport, decode_report, encode_report
from assistant.storage.salvage import salvage_report
from tests.counting import steps_of
from tests.storage.strategies import saved_reports

TEXT = "关于工作的报告\n全年收入XX亿元，\t增长12%。\n“结尾”"
REPORT = Report(
    TEXT,
    (
        Field("f1", Kind.NUMBER, "全年收入", "亿元", (Occurrence(12, 14, "XX"),)),
        Field("f2", Kind.PERCENT, "增长", "%", (Occurrence(20, 22, "xx"),), "12", State.FILLED),
    ),
)
GOOD = encode_report(SavedReport(REPORT, "讲话稿"))


def test_the_example_is_as_it_should_be():
    assert [TEXT[f.start : f.occurrences[0].end] for f in REPORT.fields] == ["XX", "12"]


def test_a_whole_file_gives_all_it_holds():
    found = salvage_report(GOOD)
    assert found is not None
    assert (found.report, found.layout) == (REPORT, "讲话稿")


WHOLE = SavedReport(
    Report(TEXT, REPORT.fields, (("“结尾”", Role.CLOSING), ("关于工作的报告", Role.TITLE))),
    "讲话稿",
    "范文.txt",
    "gb18030",
    {"report_id": "0123abcd", "将来": [1, {"a": None}]},
    (Cleaned(3, 9, "- 1 -", "page_line"), Cleaned(20, 21, "x", "site_mark")),
)


def test_roles_source_noise_id_and_unknown_keys_come_back_too():
    assert salvage_report(encode_report(WHOLE)) == WHOLE
    wrong_field = encode_report(WHOLE).replace(b'"kind": "percent"', b'"kind": "geld"')
    found = salvage_report(wrong_field)
    assert found == replace(WHOLE, report=replace(WHOLE.report, fields=REPORT.fields[:1]))


def test_what_stands_beside_the_damage_comes_back():
    data = encode_report(WHOLE)
    broken_source = salvage_report(data.replace('"范文.txt"'.encode(), b'"\xff'))
    assert broken_source is not None
    assert (broken_source.extra, broken_source.cleaned) == (WHOLE.extra, WHOLE.cleaned)
    assert broken_source.report.role_overrides == WHOLE.report.role_overrides
    cut = salvage_report(data[: data.index('"将来"'.encode()) + 12])
    assert cut is not None
    assert cut.extra == {"report_id": "0123abcd"}
    cut = salvage_report(data[: data.index(b"site_mark")])
    assert cut is not None
    assert cut.cleaned == WHOLE.cleaned[:1]


@pytest.mark.parametrize("value", ["NaN", '"\\ud800"', "1e999", "[" * 200 + "]" * 200])
def test_an_unknown_key_that_could_not_be_saved_again_is_left_out(value):
    data = encode_report(WHOLE).replace(b'"0123abcd"', value.encode())
    found = salvage_report(data)
    assert found is not None
    assert found.extra == {"将来": [1, {"a": None}]}
    assert decode_report(encode_report(found)) == found


def test_every_length_gives_the_text_up_to_there():
    known = 0
    for length in range(len(GOOD)):
        found = salvage_report(GOOD[:length])
        text = "" if found is None else found.report.text
        assert TEXT.startswith(text.rstrip("\\"))
        assert len(text) >= known
        known = len(text)
    assert known == len(TEXT)


def test_fields_in_front_of_the_damage_are_kept():
    cut = GOOD.index('"增长"'.encode())
    found = salvage_report(GOOD[:cut])
    assert found is not None
    assert found.report == Report(TEXT, REPORT.fields[:1])


def test_wrong_bytes_in_the_text_take_away_fields_that_no_longer_fit():
    found = salvage_report(GOOD.replace("全年".encode(), b"\xff"))
    assert found is not None
    assert "\ufffd收入XX亿元" in found.report.text
    assert found.report.fields == ()


@pytest.mark.parametrize("lost", ["format", "version", "program", "title", "layout", "source", "cleaned"])
def test_a_lost_key_loses_nothing_else(lost):
    document = json.loads(GOOD)
    del document[lost]
    found = salvage_report(json.dumps(document).encode())
    assert found is not None
    assert found.report == REPORT


@pytest.mark.parametrize(
    "change",
    [{"kind": "geld"}, {"id": ""}, {"occurrences": []}, {"occurrences": [[0, 2, "XX", "certain"]]}, {"id": "f2"}],
)
def test_a_wrong_field_takes_no_other_with_it(change):
    document = json.loads(GOOD)
    document["report"]["fields"][0] |= change
    found = salvage_report(json.dumps(document).encode())
    assert found is not None
    assert REPORT.fields[1] in found.report.fields or change == {"id": "f2"}
    assert found.report.text == TEXT


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 5000, b"{}", b'{"text": []}', b'"text": ["', b'"text": [""]', b"PK\x03\x04"]
)
def test_where_nothing_is_left_nothing_is_given(data):
    assert salvage_report(data) is None


@given(st.binary(max_size=60), st.integers(0, len(GOOD)), st.integers(0, 60))
def test_whatever_is_given_can_be_saved(junk, at, gone):
    found = salvage_report(GOOD[:at] + junk + GOOD[at + gone :])
    if found is not None:
        assert decode_report(encode_report(found)) == found


@given(st.binary(max_size=200))
def test_no_bytes_crash(data):
    salvage_report(b'{"text": [' + data)


@given(saved_reports)
def test_any_report_that_is_whole_keeps_its_text(saved):
    found = salvage_report(encode_report(saved))
    if found is not None:
        assert found.report.text == saved.report.text


@pytest.mark.parametrize("kind", ["fields", "cleaned", "tables"])
def test_salvaging_grows_with_the_file(kind):
    """However many fields, tables or pieces of noise there are, none is looked at again for each other one."""
    cell = Cell(0, 0, 1, 1, 1, align=None, vertical=VerticalAlign.TOP, borders=(NO_BORDER,) * 4, fill="")

    def damaged(count):
        lines = ["XX亿元" * count, *["格", ""] * count]
        fields = [Field(f"f{at}", Kind.NUMBER, "", "", (Occurrence(4 * at, 4 * at + 2, "XX"),)) for at in range(count)]
        tables = [Table(1 + 2 * at, (100.0,), (0.0,), (cell,), 0) for at in range(count)]
        report = Report(
            "\n".join(lines),
            tuple(fields) if kind == "fields" else (),
            tables=tuple(tables) if kind == "tables" else (),
        )
        cleaned = (Cleaned(0, 1, "a", "page_line"),) * count if kind == "cleaned" else ()
        return encode_report(SavedReport(report, "公文", cleaned=cleaned)).replace(b'"version"', b'"versio"')

    found = salvage_report(damaged(5))
    assert [len(found.report.fields), len(found.cleaned), len(found.report.tables)].count(5) == 1
    small, large = (steps_of(partial(salvage_report, damaged(count))) for count in (100, 500))
    assert large <= 9 * small
