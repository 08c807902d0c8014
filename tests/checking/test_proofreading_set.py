"""What the checks find in passages that were written to measure them (tests/cases/proofreading.txt)."""

import pytest

from tests.checking.marked_texts import measure, passages

FORMAL = ("typo", "width", "numbering", "punctuation", "measure-word", "noise", "spacing", "repeat", "quote")


@pytest.fixture(scope="module")
def told():
    return measure(list(passages()))


def test_clean_passages_are_left_alone(told):
    assert told.clean_alarms == []


def test_nothing_right_is_doubted_beside_slips(told):
    assert len(told.alarms) <= 2, told.alarms


def test_slips_are_found(told):
    formal = sum(told.planted[kind] for kind in FORMAL)
    assert sum(told.found[kind] for kind in FORMAL) >= 0.8 * formal, told.notes
    assert told.found.total() >= 0.7 * told.planted.total(), told.notes


def test_what_is_found_is_mended_exactly(told):
    assert told.fixed.total() >= 0.9 * told.found.total(), told.notes
