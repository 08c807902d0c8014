"""The cases of tests/cases/checking.txt: what each rule finds and what it leaves alone."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from assistant.checking.findings import Finding
from assistant.checking.rules import check_report
from assistant.reading.structure import paragraphs_of
from assistant.report.model import Report

CASES = Path(__file__).parent.parent / "cases" / "checking.txt"
PLACE = re.compile("【(?P<printed>[^【】→]+(?:【[^【】]*】[^【】→]*)?)(?P<has>→(?P<fix>[^】]*))?】")


def read_cases():
    rule = ""
    for row in CASES.read_text("utf-8").splitlines():
        if row.startswith("["):
            rule = row[1:-1]
        elif row[:2] in ("+ ", "- "):
            yield rule, row[0], row[2:].replace("⏎", "\n")


def findings(text, rule) -> list[Finding]:
    report = Report(text)
    return [one for one in check_report(report, paragraphs_of(text)) if one.rule == rule]


@pytest.mark.parametrize(("rule", "marked"), [(rule, text) for rule, sign, text in read_cases() if sign == "+"])
def test_hits(rule, marked):
    place = PLACE.search(marked)
    if place is None:
        assert findings(marked, rule)
        return
    text = marked[: place.start()] + place["printed"] + marked[place.end() :]
    told = [(one.start, text[one.start : one.end], one.fix) for one in findings(text, rule)]
    assert (place.start(), place["printed"], place["fix"]) in told


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, sign, text in read_cases() if sign == "-"])
def test_near_misses(rule, text):
    assert findings(text, rule) == []


def test_every_rule_about_lines_has_cases():
    counts = defaultdict(lambda: [0, 0])
    for rule, sign, _text in read_cases():
        counts[rule]["+-".index(sign)] += 1
    few = {rule: both for rule, both in counts.items() if min(both) < 3 and rule not in TOLD_ELSEWHERE}
    assert few == {}


TOLD_ELSEWHERE = {"word-long-sentence", "structure-only-child", "word-residue"}
