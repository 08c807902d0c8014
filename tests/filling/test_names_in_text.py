"""Where a name stands in a text: words that are common without being a name are only probably one."""

import pytest

from assistant.filling.names_in_text import places_of_name
from assistant.report.fields import Link


@pytest.mark.parametrize(
    ("text", "name", "places"),
    [
        ("青禾县，青禾", "青禾", [(0, Link.CERTAIN), (4, Link.CERTAIN)]),
        ("和平县推进和平发展", "和平", [(0, Link.CERTAIN), (5, Link.SUGGESTED)]),
        ("高峰同志到会，人流高峰过去。", "高峰", [(0, Link.CERTAIN), (9, Link.SUGGESTED)]),
        ("安澜", "青禾", []),
    ],
)
def test_places_of_a_name(text, name, places):
    assert list(places_of_name(text, name)) == places
