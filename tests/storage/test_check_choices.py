"""The clerk's choices about checks: kept, passed on, and harmless when damaged."""

import json
import re

import pytest

from assistant.report.errors import AssistantError
from assistant.storage.check_choices import (
    CheckChoices,
    export_check_choices,
    import_check_choices,
    load_check_choices,
    save_check_choices,
)
from assistant.storage.folders import data_folder
from assistant.workbench.sentences import describe_error

CHOICES = CheckChoices(("mark-colon",), (("word-usage", "其它"),), (("财正局", "财政局"),))


def test_choices_come_back():
    assert load_check_choices() == CheckChoices()
    save_check_choices(CHOICES)
    assert load_check_choices() == CHOICES


def test_unknown_keys_stay():
    save_check_choices(CHOICES)
    path = data_folder() / "check_choices.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "later": 1}), "utf-8")
    save_check_choices(load_check_choices())
    assert json.loads(path.read_text("utf-8"))["later"] == 1


@pytest.mark.parametrize("text", ["", "[]", '{"off": 3, "own": [{"wrong": ""}], "left_alone": {}}', "{"])
def test_a_damaged_file_is_as_if_empty(text):
    save_check_choices(CHOICES)
    (data_folder() / "check_choices.json").write_text(text, "utf-8")
    assert load_check_choices() == CheckChoices()


def test_a_colleagues_choices_are_added(tmp_path):
    export_check_choices(CheckChoices(("mark-end",), (), (("财正局", "财政厅"), ("甲", "乙"))), tmp_path / "同事.json")
    joined = import_check_choices(CHOICES, tmp_path / "同事.json")
    assert joined.off == ("mark-colon", "mark-end")
    assert dict(joined.own) == {"财正局": "财政局", "甲": "乙"}
    with pytest.raises(AssistantError):
        import_check_choices(CHOICES, tmp_path / "没有.json")


@pytest.mark.parametrize("data", [b"{", b"[" * 100_000, b"{}", b'{"off": 3}', b"\xff\xfe\x00", b"PK\x03\x04"])
def test_a_file_without_choices_is_told(tmp_path, data):
    (tmp_path / "别的.json").write_bytes(data)
    with pytest.raises(AssistantError) as caught:
        import_check_choices(CHOICES, tmp_path / "别的.json")
    assert describe_error(caught.value) == "“别的.json”里没有可用的检查设置，没有导入。请让同事重新导出。"


def test_a_file_of_somebody_else_stays_where_it_is(tmp_path):
    (tmp_path / "别的.json").write_bytes(b"{")
    with pytest.raises(AssistantError):
        import_check_choices(CHOICES, tmp_path / "别的.json")
    assert [path.name for path in tmp_path.iterdir()] == ["别的.json"]


def test_a_file_that_is_too_large_or_none_is_told(tmp_path):
    (tmp_path / "大.json").write_bytes(b" " * (5 << 20))
    for name, code in (("大.json", "file.too_large"), (".", "file.is_folder")):
        with pytest.raises(AssistantError, match=re.escape(code)):
            import_check_choices(CHOICES, tmp_path / name)


def test_a_name_that_windows_forbids_is_told(tmp_path):
    with pytest.raises(AssistantError, match=r"file\.bad_name"):
        export_check_choices(CHOICES, tmp_path / "CON.json")


def test_rules_that_are_off_for_a_unit_go_to_colleagues(tmp_path):
    choices = CheckChoices(unit_off=(("青禾县财政局", "mark-end"),))
    save_check_choices(choices)
    assert load_check_choices() == choices
    export_check_choices(choices, tmp_path / "本单位.json")
    joined = import_check_choices(CheckChoices(unit_off=(("青禾县水利局", "mark-end"),)), tmp_path / "本单位.json")
    assert joined.unit_off == (("青禾县水利局", "mark-end"), ("青禾县财政局", "mark-end"))
