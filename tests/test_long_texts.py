"""Work on a text grows with its length, not with its square: counted calls, so that no machine is too slow for it.

`dev.py bench fuzz` goes through all shapes with every command, and looks at the time.
"""

import sys

import pytest

from tests.long_texts import SHAPES, opened, steps

SHORT, TIMES = 1_500, 4
MOST = 7.0
"""Times the calls for a text four times as long; work that grows with the square makes it 16."""
FEW = 30_000
"""Calls that are not worth counting: what is loaded, and pieces of a paragraph that are looked at the first time."""


def calls_of(work):
    """Return how many functions are called while something is done; steps of generators count too."""
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def work_on(shape, length, folder, wanted):
    report = opened(shape, length)
    for name, step in steps(report, folder):
        if name in wanted:
            step()


def assert_linear(shape, folder, wanted):
    work_on(shape, SHORT // 5, folder, wanted)  # what is loaded at the first time is not counted
    short = calls_of(lambda: work_on(shape, SHORT, folder, wanted))
    long = calls_of(lambda: work_on(shape, SHORT * TIMES, folder, wanted))
    assert long <= MOST * max(short, FEW), (shape, short, long)


@pytest.mark.parametrize(
    "shape",
    [
        "parts", "parts done", "rates without owner", "rates of parts", "times", "masked years", "figures told again",
        "masked years in paragraphs", "ordinals", "masked dates", "quotes nested", "brackets nested", "masked sessions",
        "one character", "no marks", "paragraphs of one character", "headings", "titles with words", "enumerations",
    ],
)  # fmt: skip
def test_scan_and_check_grow_with_the_text(shape, tmp_path):
    assert_linear(shape, tmp_path, ("scan", "check"))


@pytest.mark.parametrize("shape", ["masked years in paragraphs", "masked people", "percents", "masked sentences"])
def test_other_commands_grow_with_the_text(shape, tmp_path):
    assert_linear(shape, tmp_path, ("fill", "export", "read back", "save", "reuse"))


def test_every_shape_is_as_long_as_asked():
    assert all(0 < len(shape(3_000)) <= 6_000 for shape in SHAPES.values())
