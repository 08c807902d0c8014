"""Names that tell whose report it was: what the answer book knows is no stranger."""

import pytest

from assistant.checking.rules import check_report
from assistant.filling.asking import find_fields
from assistant.reading.structure import paragraphs_of
from assistant.report.model import Report

BOOK = {"county": "青禾县", "unit": "青禾县财政局", "secretary": "周知远"}
MASKED = "xx县工作总结\n收入xx亿元，支出xx亿元，结余xx亿元，青禾县委领导多次到红水乡调研，周知远同志陪同。"
FINISHED = "青禾县财政局工作总结\n青禾县收入12亿元。青禾县支出8亿元。在白云县委的领导下，周知远同志带队调研。"


def names(text, entries):
    report = Report(text, find_fields(text))
    found = check_report(report, paragraphs_of(text), entries=entries)
    return [text[one.start : one.end] for one in found if one.rule == "word-name"]


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        (MASKED, {}, ["青禾县", "红水乡", "周知远"]),
        # a town in a report that names the own county is one of its towns
        (MASKED, BOOK, []),
        (MASKED.replace("青禾县委", "白云县委"), BOOK, ["白云县", "红水乡"]),
        (FINISHED, {}, []),
        (FINISHED, BOOK, ["白云县"]),
        (FINISHED.replace("白云县", "青禾县"), BOOK, []),
    ],
)
def test_strangers(text, entries, expected):
    assert names(text, entries) == expected
