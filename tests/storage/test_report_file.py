from __future__ import annotations

import copy
import errno
import json
import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.errors import AssistantError
from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.report.model import Report, Role
from assistant.storage.report_file import (
    VERSION,
    Cleaned,
    SavedReport,
    decode_report,
    encode_report,
    load_report,
    save_report,
)
from tests.storage.listing import names_in
from tests.storage.strategies import saved_reports

REPORT = Report(
    text="关于工作的报告\n\n全年收入XX亿元，增长xx%。\n😀共XX亿元。",
    fields=(
        Field(
            "f1",
            Kind.NUMBER,
            "全年收入",
            "亿元",
            (Occurrence(13, 15, "XX"), Occurrence(27, 29, "XX", Link.SUGGESTED)),
            note="待定",
        ),
        Field("f2", Kind.PERCENT, "增长", "%", (Occurrence(20, 22, "xx"),), "12", State.FILLED, "统计局"),
    ),
    role_overrides=(("关于工作的报告", Role.TITLE),),
)
SAVED = SavedReport(
    REPORT, "公文", "范文.txt", "gb18030", {"未来": [1, {"a": None}]}, (Cleaned(3, 9, "- 1 -", "页码"),)
)
GOOD = json.loads(encode_report(SAVED))


def changed(path: str, value: object) -> bytes:
    """Return the good file with the value at a place such as `report.fields.0.kind` replaced (`...`: removed)."""
    document = copy.deepcopy(GOOD)
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    inner = document
    for part in way:
        inner = inner[part]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return json.dumps(document).encode()


def place_of(data: bytes) -> object:
    with pytest.raises(AssistantError) as caught:
        decode_report(data)
    assert caught.value.code == "report_file.broken"
    assert caught.value.parameters.keys() == {"place"}
    return caught.value.parameters["place"]


# --- Round trip -----------------------------------------------------------------------------------------------------


@given(saved_reports)
def test_round_trip(saved):
    data = encode_report(saved)
    assert decode_report(data) == saved
    assert encode_report(decode_report(data)) == data


def test_file_is_readable_json_in_a_fixed_order(tmp_path):
    save_report(tmp_path / "a.baogao", SAVED)
    text = (tmp_path / "a.baogao").read_bytes().decode()
    assert list(json.loads(text)) == [
        "format", "version", "program", "title", "layout", "report", "source", "cleaned", "未来",
    ]  # fmt: skip
    assert text.startswith('{\n "format": "baogao",\n "version": 1,\n "program": "')
    assert '\n   "全年收入XX亿元，增长xx%。",\n' in text
    assert text.endswith("\n}\n")
    assert load_report(tmp_path / "a.baogao") == SAVED


def test_occurrences_of_the_example_stand_where_they_should():
    for field in REPORT.fields:
        assert [REPORT.text[place.start : place.end] for place in field.occurrences] == [
            place.marker for place in field.occurrences
        ]


@pytest.mark.parametrize(
    ("report", "title"),
    [
        (Report(""), ""),
        (Report("\n \n　总结讲话 \n正文"), "总结讲话"),
        (Report("甲\n乙", (), (("乙", Role.TITLE),)), "乙"),
        (Report("长" * 300), "长" * 80),
    ],
)
def test_title_for_the_curious(report, title):
    assert json.loads(encode_report(SavedReport(report, "公文")))["title"] == title


def test_byte_order_mark_is_no_obstacle():
    assert decode_report(b"\xef\xbb\xbf" + encode_report(SAVED)) == SAVED


def test_extra_may_not_shadow_an_owned_key():
    with pytest.raises(ValueError, match="report"):
        SavedReport(REPORT, "公文", extra={"report": 1})


# --- Broken files ---------------------------------------------------------------------------------------------------

TOP = ("format", "version", "program", "title", "layout", "report", "source", "cleaned")
INNER = (
    "report.text", "report.fields", "report.role_overrides", "source.name", "source.encoding",
    "report.fields.1.id", "report.fields.1.kind", "report.fields.1.label", "report.fields.1.unit",
    "report.fields.1.value", "report.fields.1.state", "report.fields.1.source", "report.fields.1.note",
    "report.fields.1.occurrences", "cleaned.0.start", "cleaned.0.end", "cleaned.0.text", "cleaned.0.reason",
)  # fmt: skip


@pytest.mark.parametrize("wrong", [..., None, True, 1.5, -1, {}, [[]]], ids=repr)
@pytest.mark.parametrize("path", TOP + INNER)
def test_missing_keys_and_wrong_types_are_named(path, wrong):
    place = path.replace(".1.", "[1].").replace(".0.", "[0].")
    found = str(place_of(changed(path, wrong)))
    # An empty object or an inner list is named by what it lacks.
    assert found == place or (wrong in ({}, [[]]) and found.startswith(place))


@pytest.mark.parametrize(
    ("path", "wrong", "place"),
    [
        ("format", "docx", "format"),
        ("version", 0, "version"),
        ("report.text", [], "report.text"),
        ("report.text.0", 7, "report.text[0]"),
        ("report.text.1", "a\nb", "report.text[1]"),
        ("report.text.1", "a\rb", "report.text[1]"),
        ("report.text.1", "a\ud800b", "report.text[1]"),
        ("report.more", 1, "report.more"),
        ("source.more", 1, "source.more"),
        ("report.fields.1.more", 1, "report.fields[1].more"),
        ("report.fields.1.id", "f1", "report.fields[1].id"),
        ("report.fields.1.id", "", "report.fields[1].id"),
        ("report.fields.1.kind", "colour", "report.fields[1].kind"),
        ("report.fields.1.state", "lost", "report.fields[1].state"),
        ("report.fields.1.label", "\udc00", "report.fields[1].label"),
        ("report.fields.1.occurrences", [], "report.fields[1].occurrences"),
        ("report.fields.1.occurrences.0", [20, 22, "xx"], "report.fields[1].occurrences[0]"),
        ("report.fields.1.occurrences.0", {"start": 20}, "report.fields[1].occurrences[0]"),
        ("report.fields.1.occurrences.0.0", -1, "report.fields[1].occurrences[0][0]"),
        ("report.fields.1.occurrences.0.0", 23, "report.fields[1].occurrences[0][0]"),
        ("report.fields.1.occurrences.0.0", 20.0, "report.fields[1].occurrences[0][0]"),
        ("report.fields.1.occurrences.0.0", True, "report.fields[1].occurrences[0][0]"),
        ("report.fields.1.occurrences.0.1", len(REPORT.text) + 1, "report.fields[1].occurrences[0][1]"),
        ("report.fields.1.occurrences.0.1", 10**30, "report.fields[1].occurrences[0][1]"),
        ("report.fields.1.occurrences.0.2", None, "report.fields[1].occurrences[0][2]"),
        ("report.fields.1.occurrences.0.3", "sure", "report.fields[1].occurrences[0][3]"),
        ("report.fields.1.occurrences.0", [14, 22, "xx", "certain"], "report.fields[1].occurrences[0]"),
        ("report.fields.0.occurrences.1", [13, 15, "XX", "certain"], "report.fields[0].occurrences[1]"),
        ("report.role_overrides.0", ["a"], "report.role_overrides[0]"),
        ("report.role_overrides.0.0", 1, "report.role_overrides[0][0]"),
        ("report.role_overrides.0.1", "king", "report.role_overrides[0][1]"),
        ("cleaned.0", "a", "cleaned[0]"),
        ("cleaned.0.start", 10, "cleaned[0].start"),
        ("cleaned.0.more", 1, "cleaned[0].more"),
        ("未来", {"a": ["\ud800"]}, "未来.a[0]"),
        ("\ud800", 1, "\ud800"),
    ],
)
def test_each_broken_value_is_named(path, wrong, place):
    assert place_of(changed(path, wrong)) == place


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "line 1"),
        (b"\0" * 4096, "line 1"),
        (b"PK\x03\x04\xff\xff", "byte 4"),
        (b"\xff\xfe{\0}\0", "byte 0"),
        (b"[]", "file"),
        (b"7", "file"),
        (b"{}", "format"),
        (b'{"format": "baogao",\n"version": 1,,}', "line 2"),
        (b'{"format": "baogao", "format": "baogao"}', "file"),
        (b'{"format": "baogao", "x": NaN}', "file"),
        (b'{"format": "baogao", "x": 1e999}', "file"),
        (b'{"format": "baogao", "x": ' + b"9" * 5000 + b"}", "file"),
        (b"[" * 100_000, "file"),
    ],
    ids=range(13),
)
def test_what_is_no_report_file_is_named(data, place):
    assert place_of(data) == place


def test_value_that_is_nested_too_deep_is_named():
    deep = json.loads("[" * 200 + "]" * 200)
    assert str(place_of(changed("未来", deep))).startswith("未来[0][0]")


def test_place_of_a_deep_value_is_short():
    assert len(str(place_of(changed("未来", json.loads("[" * 200 + "]" * 200))))) < 100


@given(st.binary(max_size=200))
def test_no_bytes_crash(data):
    with pytest.raises(AssistantError):
        decode_report(data)


@given(st.data())
def test_damaged_file_is_refused_or_read(data):
    whole = bytearray(encode_report(SAVED))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(AssistantError):
        decode_report(bytes(whole))


@given(st.integers(0, len(encode_report(SAVED)) - 3))
def test_file_that_was_cut_off_is_refused(length):
    with pytest.raises(AssistantError):
        decode_report(encode_report(SAVED)[:length])


def test_newer_version_is_named_before_anything_else():
    data = json.dumps({"format": "baogao", "version": VERSION + 1, "report": "quite another form"}).encode()
    with pytest.raises(AssistantError) as caught:
        decode_report(data)
    assert caught.value.code == "report_file.newer"
    assert caught.value.parameters == {"version": VERSION + 1, "known": VERSION}


def test_loading_names_the_file(tmp_path):
    path = tmp_path / "a.baogao"
    path.write_bytes(changed("report.fields.1.kind", "colour"))
    with pytest.raises(AssistantError) as caught:
        load_report(path)
    assert caught.value.parameters == {"place": "report.fields[1].kind", "path": str(path)}


# --- Saving ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("saved", "place", "position"),
    [
        (SavedReport(Report("好\n坏\ud83d"), "公文"), "report.text", 3),
        (SavedReport(REPORT, "\udc00"), "layout", 0),
        (SavedReport(REPORT, "公文", "a\udcff"), "source.name", 1),
        (SavedReport(REPORT, "公文", extra={"a": {"\ud800": 1}}), "a.\ud800", 0),
    ],
)
def test_half_surrogates_are_refused(tmp_path, saved, place, position):
    with pytest.raises(AssistantError) as caught:
        save_report(tmp_path / "a.baogao", saved)
    assert caught.value.code == "report_file.unencodable"
    assert caught.value.parameters == {"place": place, "position": position}
    assert not names_in(tmp_path)


@pytest.mark.parametrize(
    "saved",
    [
        SavedReport(Report("甲\r乙"), "公文"),
        SavedReport(Report("甲乙丙", (Field("f", Kind.TEXT, "", "", (Occurrence(1, 4, "x"),)),)), "公文"),
        SavedReport(Report("甲乙丙", (Field("f", Kind.TEXT, "", "", ()),)), "公文"),
        SavedReport(REPORT, "公文", extra={"a": (1, 2)}),
    ],
)
def test_a_report_that_would_not_come_back_equal_is_not_written(tmp_path, saved):
    path = tmp_path / "a.baogao"
    save_report(path, SAVED)
    with pytest.raises(AssistantError) as caught:
        save_report(path, saved)
    assert caught.value.code == "report_file.not_verified"
    assert load_report(path) == SAVED


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_failing_save_keeps_the_old_report(tmp_path, monkeypatch, step):
    path = tmp_path / "a.baogao"
    save_report(path, SAVED)
    before = path.read_bytes()

    def fail(*args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, fail)
        with pytest.raises(AssistantError, match=r"file\.no_space"):
            save_report(path, SavedReport(Report("新"), "公文"))
    assert path.read_bytes() == before
    assert names_in(tmp_path) == [path.name]


def test_a_report_in_too_many_pieces_to_be_read_again_is_told_and_not_written(tmp_path, monkeypatch):
    path = tmp_path / "a.baogao"
    save_report(path, SAVED)
    monkeypatch.setattr("assistant.storage.report_file.MOST_PIECES", 5)
    with pytest.raises(AssistantError) as caught:
        save_report(path, SAVED)
    assert (caught.value.code, caught.value.parameters["most"]) == ("report_file.too_complex", 5)
    monkeypatch.undo()
    assert load_report(path) == SAVED


def test_report_too_large_to_be_read_again_is_not_written(tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.storage.report_file.LARGEST_BYTES", 500)
    with pytest.raises(AssistantError, match=r"report_file\.too_large"):
        save_report(tmp_path / "a.baogao", SAVED)
    assert not names_in(tmp_path)


def test_large_report_is_saved_and_loaded(tmp_path):
    line = "全年完成一般公共预算收入XX亿元，同比增长。"
    count = 5000
    text = "\n".join([line] * count)
    fields = tuple(
        Field(f"f{number}", Kind.NUMBER, "收入", "亿元", (Occurrence(start, start + 2, "XX"),))
        for number in range(count)
        for start in [number * (len(line) + 1) + 12]
    )
    path: Path = tmp_path / "a.baogao"
    save_report(path, SavedReport(Report(text, fields), "公文"))
    assert load_report(path).report.fields == fields
