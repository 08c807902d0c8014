from __future__ import annotations

import json
import logging
import ntpath
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.errors import AssistantError
from assistant.storage.settings import (
    _CHECKS,
    MOST_RECENT,
    RecentFile,
    Settings,
    load_settings,
    save_settings,
    sealed,
    unsealed,
    with_recent,
    without_recent,
)
from tests.storage.strategies import json_values

WHEN = datetime(2025, 3, 1, 9, 30, 5, 123456, tzinfo=UTC)
FULL = Settings(
    layout="讲话稿",
    zoom=125,
    theme="dark",
    recent=(RecentFile("/家/总结.baogao", "工作总结", "2025-03-01T09:30:05+00:00"),),
    window_geometry="AdnQywADAAA=",
    panel_places="AAAA/w==",
    preview_share=35,
    hints_seen=True,
    recent_characters=("①", "㎡"),
    last_folder="/家",
    exchange_folder="/收到",
    unknown={"将来": {"a": [1, None]}},
)


@pytest.fixture
def file(assistant_home: Path) -> Path:
    """Where settings.json lies in this test."""
    (assistant_home / "settings").mkdir()
    return assistant_home / "settings" / "settings.json"


@pytest.fixture
def infos(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO)
    return caplog


def test_defaults_without_a_file(infos):
    assert load_settings() == Settings()
    assert Settings().layout == "公文"
    assert infos.records == []


@pytest.mark.parametrize("settings", [Settings(), FULL])
def test_round_trip(settings, infos):
    save_settings(settings)
    assert load_settings() == settings
    assert infos.records == []


def test_file_is_readable_and_keeps_unknown_keys(file):
    save_settings(FULL)
    text = file.read_text("utf-8")
    assert '"layout": "讲话稿"' in text
    assert '"title": "工作总结"' in text
    assert list(json.loads(text)) == [
        "layout", "zoom", "theme", "language", "completion", "recent", "window_geometry", "panel_places",
        "answer_columns", "preview_share", "hints_seen",
        "recent_characters", "last_folder", "exchange_folder", "将来",
    ]  # fmt: skip


@pytest.mark.parametrize("data", [b"", b"\x00\x01", bytes(range(256))])
def test_sealed_bytes_come_back(data):
    assert unsealed(sealed(data)) == data


@pytest.mark.parametrize("setting", ["", "x", "AAAA", "00000000:AAAA", sealed(b"Qt")[:-1], sealed(b"Qt").upper()])
def test_bytes_that_were_changed_are_not_taken(setting):
    assert unsealed(setting) == b""


def test_every_setting_is_checked():
    assert {*Settings.__dataclass_fields__} == {*_CHECKS, "unknown"}


def test_unknown_key_cannot_overwrite_a_setting():
    save_settings(Settings(zoom=150, unknown={"zoom": 1}))
    assert load_settings() == Settings(zoom=150)


def test_undecodable_file_name_survives():
    settings = with_recent(Settings(), "/home/\udcff.baogao", "报告", WHEN)
    save_settings(settings)
    assert load_settings() == settings


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("layout", 1),
        ("layout", ""),
        ("zoom", "100"),
        ("zoom", True),
        ("zoom", 100.0),
        ("zoom", 0),
        ("zoom", 10**9),
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("recent", {}),
        ("window_geometry", 5),
        ("panel_places", []),
        ("preview_share", 81),
        ("hints_seen", "yes"),
        ("hints_seen", 1),
        ("last_folder", None),
        ("exchange_folder", 3),
    ],
)
def test_wrong_value_gives_its_default_and_a_record_without_the_value(file, infos, key, wrong):
    save_settings(FULL)
    document = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**document, key: wrong}), "utf-8")
    loaded = load_settings()
    assert getattr(loaded, key) == getattr(Settings(), key)
    others = [name for name in Settings.__dataclass_fields__ if name != key]
    assert [getattr(loaded, name) for name in others] == [getattr(FULL, name) for name in others]
    assert [(record.levelname, record.getMessage()) for record in infos.records] == [
        ("INFO", f"settings.json: {key} is unusable ({type(wrong).__name__}), default taken")
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        7,
        {},
        {"path": "/a", "title": "t"},
        {"path": "", "title": "t", "opened_iso": "2025-03-01"},
        {"path": "/a", "title": None, "opened_iso": "2025-03-01"},
        {"path": "/a", "title": "t", "opened_iso": "昨天"},
    ],
)
def test_one_wrong_recent_file_does_not_take_the_others(file, infos, wrong):
    save_settings(FULL)
    document = json.loads(file.read_text("utf-8"))
    document["recent"].insert(0, wrong)
    file.write_text(json.dumps(document), "utf-8")
    assert load_settings() == FULL
    assert len(infos.records) == 1


def test_recent_files_of_a_file_are_cut_and_doubles_are_left_out(file):
    entries = [{"path": f"/{number // 2}", "title": str(number), "opened_iso": "2025-03-01"} for number in range(60)]
    file.write_text(json.dumps({"recent": entries}), "utf-8")
    assert [(one.path, one.title) for one in load_settings().recent] == [
        (f"/{number}", str(2 * number)) for number in range(MOST_RECENT)
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0" * 500,
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"zoom": NaN}',
        b'{"x": ' + b"9" * 5000 + b"}",
        b" " * (5 << 20),
    ],
    ids=range(10),
)
def test_garbage_gives_defaults_and_a_record(file, infos, data):
    file.write_bytes(data)
    assert load_settings() == Settings()
    assert [record.levelname for record in infos.records] == ["INFO"]
    save_settings(FULL)
    assert load_settings() == FULL


@pytest.mark.parametrize("value", ["1e999", "[" * 800 + "]" * 800])
def test_unknown_value_that_cannot_be_written_again_is_left_out(file, value):
    file.write_text(f'{{"zoom": 120, "x": {value}, "y": 1}}', "utf-8")
    loaded = load_settings()
    assert (loaded.zoom, loaded.unknown["y"]) == (120, 1)
    save_settings(loaded)
    assert load_settings() == loaded


def test_byte_order_mark_is_no_obstacle(file):
    file.write_bytes(b'\xef\xbb\xbf{"zoom": 150}')
    assert load_settings().zoom == 150


@given(st.dictionaries(st.sampled_from([*_CHECKS, "x"]), json_values))
def test_no_values_crash(values):
    save_settings(Settings(unknown={}))
    path = Path(os.environ["ASSISTANT_HOME"]) / "settings" / "settings.json"
    path.write_text(json.dumps(values), "utf-8")
    loaded = load_settings()
    save_settings(loaded)
    assert load_settings() == loaded


def test_unusable_folder_gives_defaults_and_refuses_to_save(tmp_path, monkeypatch, infos):
    (tmp_path / "home").write_bytes(b"x")
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    assert load_settings() == Settings()
    assert [record.getMessage() for record in infos.records] == ["settings.json: folder.unusable, defaults taken"]
    with pytest.raises(AssistantError, match=r"folder\.unusable"):
        save_settings(FULL)


# --- Recent files ---------------------------------------------------------------------------------------------------


def test_recent_file_moves_to_the_front_and_stands_there_once():
    settings = Settings()
    for name in ("a", "b", "a"):
        settings = with_recent(settings, Path(f"/x/{name}"), name.upper(), WHEN)
    settings = with_recent(settings, "/x/./b", "新", WHEN)
    assert [(Path(one.path).name, one.title) for one in settings.recent] == [("b", "新"), ("a", "A")]
    assert settings.recent[0].opened_iso == "2025-03-01T09:30:05+00:00"


def test_only_twelve_recent_files_are_kept():
    settings = Settings()
    for number in range(20):
        settings = with_recent(settings, f"/{number}", "", WHEN)
    assert [one.path for one in settings.recent] == [f"/{number}" for number in range(19, 7, -1)]


def test_recent_file_is_taken_out():
    settings = with_recent(with_recent(Settings(zoom=150), "/a", "", WHEN), "/b", "", WHEN)
    assert [one.path for one in without_recent(settings, Path("/a")).recent] == ["/b"]
    assert without_recent(settings, "/c") == settings
    assert without_recent(settings, "/a").zoom == 150


def test_case_counts_but_on_windows(monkeypatch):
    settings = with_recent(Settings(), "C:/Docs/A.baogao", "A", WHEN)
    if os.name == "posix":
        assert len(with_recent(settings, "c:/docs/a.BAOGAO", "a", WHEN).recent) == 2
    monkeypatch.setattr(os.path, "normcase", ntpath.normcase)
    assert [one.title for one in with_recent(settings, "c:/docs/a.BAOGAO", "a", WHEN).recent] == ["a"]
