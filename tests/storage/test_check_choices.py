"""The clerk's choices about checks: kept, passed on, and harmless when damaged."""

import json

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
