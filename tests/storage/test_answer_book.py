from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.errors import AssistantError
from assistant.storage.answer_book import (
    _CHECKS,
    LONGEST_VALUE,
    MOST_OWN,
    AnswerBook,
    is_lost,
    is_usable_value,
    load_answer_book,
    save_answer_book,
)
from tests.storage.strategies import json_values

FULL = AnswerBook(
    province="江南省",
    city="安澜市",
    county="青禾县",
    unit="青禾县财政局",
    unit_short="县财政局",
    industry="财政",
    superior="安澜市财政局",
    secretary="周知远",
    head="沈怀谦",
    own=(("联系电话", "0000-1234567"), ("空", "")),
    unknown={"将来": {"a": [1, None]}},
)


def test_a_damaged_book_is_set_aside_and_not_written_over(assistant_home):
    save_answer_book(FULL)
    path = assistant_home / "data" / "answer_book.json"
    damaged = path.read_bytes()[:-20]
    path.write_bytes(damaged)
    assert load_answer_book() == AnswerBook()
    assert is_lost()
    save_answer_book(AnswerBook(county="青禾县"))
    assert not is_lost()
    assert path.with_name("answer_book.json.damaged").read_bytes() == damaged
    assert load_answer_book() == AnswerBook(county="青禾县")


def test_a_book_that_is_whole_or_missing_is_not_lost():
    assert not is_lost()
    save_answer_book(AnswerBook())
    assert load_answer_book() == AnswerBook()
    assert not is_lost()


TEXTS = [name for name in AnswerBook.__dataclass_fields__ if name not in ("own", "unknown")]


@pytest.fixture
def file(assistant_home: Path) -> Path:
    """Where answer_book.json lies in this test."""
    (assistant_home / "data").mkdir()
    return assistant_home / "data" / "answer_book.json"


@pytest.fixture
def infos(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO)
    return caplog


def test_an_empty_book_without_a_file(infos):
    assert load_answer_book() == AnswerBook()
    assert AnswerBook().entries() == {}
    assert infos.records == []


@pytest.mark.parametrize("book", [AnswerBook(), FULL])
def test_round_trip(book, infos):
    save_answer_book(book)
    assert load_answer_book() == book
    assert infos.records == []


def test_file_is_readable_and_keeps_unknown_keys(file):
    save_answer_book(FULL)
    text = file.read_text("utf-8")
    assert '"unit": "青禾县财政局"' in text
    assert '"name": "联系电话"' in text
    assert list(json.loads(text)) == [*TEXTS, "own", "将来"]


def test_every_value_is_checked():
    assert {*AnswerBook.__dataclass_fields__} == {*_CHECKS, "unknown"}


def test_unknown_key_cannot_overwrite_a_value():
    save_answer_book(AnswerBook(city="安澜市", unknown={"city": 1}))
    assert load_answer_book() == AnswerBook(city="安澜市")


def test_entries_for_other_rooms():
    entries = FULL.entries()
    assert entries["unit_short"] == "县财政局"
    assert entries["联系电话"] == "0000-1234567"
    assert "空" not in entries
    assert AnswerBook(city="安澜市", own=(("city", "别处"),)).entries() == {"city": "安澜市"}


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        *((key, wrong) for key in TEXTS for wrong in (1, None, ["青禾县"])),
        ("city", "安澜\n市"),
        ("city", "安" * (LONGEST_VALUE + 1)),
        ("own", {}),
        ("own", "联系电话"),
    ],
)
def test_wrong_value_gives_its_default_and_a_record_without_the_value(file, infos, key, wrong):
    save_answer_book(FULL)
    document = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**document, key: wrong}), "utf-8")
    loaded = load_answer_book()
    assert getattr(loaded, key) == getattr(AnswerBook(), key)
    others = [name for name in AnswerBook.__dataclass_fields__ if name != key]
    assert [getattr(loaded, name) for name in others] == [getattr(FULL, name) for name in others]
    assert [(record.levelname, record.getMessage()) for record in infos.records] == [
        ("INFO", f"answer_book.json: {key} is unusable ({type(wrong).__name__}), default taken")
    ]


@pytest.mark.parametrize("wrong", [7, {}, {"name": "甲"}, {"name": "", "value": "乙"}, {"name": "甲", "value": 5}])
def test_one_wrong_own_entry_does_not_take_the_others(file, infos, wrong):
    save_answer_book(FULL)
    document = json.loads(file.read_text("utf-8"))
    document["own"].insert(0, wrong)
    file.write_text(json.dumps(document), "utf-8")
    assert load_answer_book() == FULL
    assert len(infos.records) == 1


def test_own_entries_of_a_file_are_cut(file):
    entries = [{"name": str(number), "value": "甲"} for number in range(MOST_OWN + 5)]
    file.write_text(json.dumps({"own": entries}), "utf-8")
    assert len(load_answer_book().own) == MOST_OWN


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"city": NaN}', b" " * (5 << 20)], ids=range(8)
)
def test_garbage_gives_an_empty_book_and_a_record(file, infos, data):
    file.write_bytes(data)
    assert load_answer_book() == AnswerBook()
    assert [record.levelname for record in infos.records] == ["INFO"]
    save_answer_book(FULL)
    assert load_answer_book() == FULL


@pytest.mark.parametrize("value", ["1e999", "[" * 800 + "]" * 800])
def test_unknown_value_that_cannot_be_written_again_is_left_out(file, value):
    file.write_text(f'{{"city": "安澜市", "x": {value}, "y": 1}}', "utf-8")
    loaded = load_answer_book()
    assert (loaded.city, loaded.unknown["y"]) == ("安澜市", 1)
    save_answer_book(loaded)
    assert load_answer_book() == loaded


@given(st.dictionaries(st.sampled_from([*_CHECKS, "x"]), json_values))
def test_no_values_crash(values):
    save_answer_book(AnswerBook())
    path = Path(os.environ["ASSISTANT_HOME"]) / "data" / "answer_book.json"
    path.write_text(json.dumps(values), "utf-8")
    loaded = load_answer_book()
    save_answer_book(loaded)
    assert load_answer_book() == loaded


@given(st.text())
def test_a_usable_value_comes_back(value):
    book = AnswerBook(unit=value, own=((value or "名", value),))
    save_answer_book(book)
    assert (load_answer_book() == book) == is_usable_value(value)


def test_unusable_folder_gives_an_empty_book_and_refuses_to_save(tmp_path, monkeypatch, infos):
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    monkeypatch.setenv("ASSISTANT_HOME", str(blocked))
    assert load_answer_book() == AnswerBook()
    assert len(infos.records) == 1
    with pytest.raises(AssistantError, match="folder"):
        save_answer_book(FULL)
