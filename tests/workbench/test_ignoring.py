"""Places that are left alone are kept with the report, whatever its file holds."""

import pytest

from assistant.workbench.ignoring import ignored_places, place_of, with_ignored
from assistant.workbench.opening import open_text
from assistant.workbench.working import start_work

TEXT = "工作总结\n其它方面，继续加强。其它工作不够充分。"


@pytest.fixture
def working():
    return start_work(open_text(TEXT))


def test_a_place_is_known_again_when_text_before_it_changes():
    before = place_of("word-usage", TEXT.index("其它工作"), TEXT)
    longer = "县" + TEXT
    assert place_of("word-usage", longer.index("其它工作"), longer) == before
    assert place_of("word-usage", TEXT.index("其它方面"), TEXT) != before


def test_places_are_kept_and_taken_back(working):
    one, other = ("a", "前", "后"), ("b", "", "后")
    kept = with_ignored(working, [other, one])
    assert ignored_places(kept) == {one, other}
    assert kept.extra["ignored"] == [["a", "前", "后"], ["b", "", "后"]]
    assert with_ignored(kept, ()).extra == working.extra


@pytest.mark.parametrize("kept", [None, "x", {}, [1], [["a", "b"]], [["a", "b", 3]], [["a", "b", "c" * 65]]])
def test_what_is_no_place_is_passed_over(working, kept):
    working.extra["ignored"] = kept
    assert ignored_places(working) == frozenset()
