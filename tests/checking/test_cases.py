"""The cases of tests/cases/checking.txt: what each rule finds and what it leaves alone."""

import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.report.fields import State
from assistant.storage.check_choices import CheckChoices
from assistant.workbench.opening import OpenedReport, open_text
from assistant.workbench.proofreading import check
from assistant.workbench.scanning import noise_findings
from assistant.workbench.sentences import rule_ids

CASES = Path(__file__).parent.parent / "cases" / "checking.txt"
PLACE = re.compile("【(?P<printed>[^【】→]+(?:【[^【】]*】[^【】→]*)?)(?P<has>→(?P<fix>[^】]*))?】")
GIVEN = re.compile("〘(?P<state>[a-z]+)(?:=(?P<words>[^〘〙]*))?〙")
FEWEST = 3


def read_cases():
    rule = ""
    for row in CASES.read_text("utf-8").splitlines():
        if row.startswith("["):
            rule = row[1:-1]
        elif row[:2] in ("+ ", "- "):
            yield (
                rule,
                row[0],
                row[2:].replace("⏎", "\n").replace("¶", "本段为说明文字。" * 90).replace("§", "9个、" * 101),
            )


def opened(text: str) -> tuple[OpenedReport, CheckChoices]:
    """Return a case as a report: 〘stale〙 gives its fields that state, 〘own=甲=乙〙 is a word of the clerk's."""
    state, own = None, ()
    while given := GIVEN.match(text):
        text = text[given.end() :]
        if given["state"] == "own":
            own = (tuple(given["words"].split("=")),)
        else:
            state = State(given["state"])
    report = open_text(text)
    if state is not None:
        fields = tuple(replace(field, state=state, value=field.value or "x") for field in report.report.fields)
        report = replace(report, report=replace(report.report, fields=fields))
    return report, CheckChoices(own=own)


def findings(text, rule):
    """Return (start, end, printed, fix) of what one rule says about a case, places counted in its own text."""
    report, choices = opened(text)
    found = [(one, report.report.text) for one in check(report.report, report.paragraphs, choices)]
    found += [(one, report.source_text) for one in noise_findings(report)]
    return [(one.start, one.end, told[one.start : one.end], one.fix) for one, told in found if one.rule == rule]


@pytest.mark.parametrize(("rule", "marked"), [(rule, text) for rule, sign, text in read_cases() if sign == "+"])
def test_hits(rule, marked):
    place = PLACE.search(marked)
    if place is None:
        assert findings(marked, rule)
        return
    text = marked[: place.start()] + place["printed"] + marked[place.end() :]
    start = place.start() - sum(len(given[0]) for given in GIVEN.finditer(marked))
    assert (start, start + len(place["printed"]), place["printed"], place["fix"]) in findings(text, rule)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, sign, text in read_cases() if sign == "-"])
def test_near_misses(rule, text):
    assert findings(text, rule) == []


def test_every_rule_has_cases_on_both_sides():
    counts = defaultdict(lambda: [0, 0])
    for rule, sign, _text in read_cases():
        counts[rule]["+-".index(sign)] += 1
    assert set(counts) <= set(rule_ids())
    assert {rule: counts[rule] for rule in rule_ids() if min(counts[rule]) < FEWEST} == {}


def test_the_names_of_rules_are_those_that_the_checks_tell():
    root = Path(__file__).parents[2]
    places = [*(root / "assistant").rglob("*.py"), *(root / "resources" / "wording").glob("*.toml")]
    told = {
        rule
        for path in places
        if path.name != "sentences.toml"
        for rule in re.findall(
            r'"((?:placeholder|structure|mark|figure|word|noise)-[a-z]+(?:-[a-z]+)*)"', path.read_text("utf-8")
        )
    }
    assert told == set(rule_ids())
