"""Every rule and list of resources/wording says where it comes from and since when."""

import tomllib

import pytest

from assistant.resources import resource_path

_DATA = ("find", "pairs", "list", "slips", "groups", "members", "certain", "words", "wrong")
_FILES = ("collocations", "confusions", "expressions", "formulas", "frames", "measures", "sounds", "trades")


def without_source(data, place="", source=None, since=None):
    """Yield the places of rules and lists of which neither they nor what they stand in name a source and a date."""
    if isinstance(data, list):
        for number, part in enumerate(data):
            yield from without_source(part, f"{place}[{number}]", source, since)
    elif isinstance(data, dict):
        source, since = data.get("source", source), data.get("since", since)
        if any(key in data for key in _DATA) and not (source and since):
            yield place
        for key, part in data.items():
            yield from without_source(part, f"{place}/{key}", source, since)


@pytest.mark.parametrize("name", _FILES)
def test_everything_has_a_source_and_a_date(name):
    assert list(without_source(tomllib.loads(resource_path("wording", f"{name}.toml").read_text("utf-8")))) == []
