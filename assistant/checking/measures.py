"""Rules about measure words behind figures (`resources/wording/measures.toml`): 9坐危桥, 300万员, 36个名标兵."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.lines import FIELD, HAN, Line
from assistant.checking.needed import Sieve
from assistant.checking.words_of import is_known
from assistant.resources import load_rules

_FIGURE = f"[0-9０-９{FIELD}][余多]?|[0-9０-９{FIELD}][百千万亿][余多]?"
_YEAR = re.compile("(?:19|20)[0-9]{2}$")
_ENDS = re.compile("[，。；：、！？）”]|$|以上|以下|左右|以内")
_NEVER_VERBS = "坐各明铭量亮员圆顿"
"""Slips that count before another word too; the others may begin a clause there."""


@cache
def _slips() -> dict[str, str]:
    """Return the right measure by every slip of it."""
    rows = (row.split() for row in load_rules("wording", "measures.toml")["slips"].splitlines() if row.strip())
    return {wrong: right for right, *slips in rows for wrong in slips}


@cache
def _ends_of_names() -> frozenset[str]:
    """Return slips that are none behind a mask: X委 may be 党委."""
    return frozenset(load_rules("wording", "measures.toml")["end_names"].split())


@cache
def _any_slip() -> re.Pattern[str]:
    slips = "|".join(sorted(_slips(), key=len, reverse=True))
    begins = "".join(sorted({slip[0] for slip in _slips()}))
    return re.compile(f"(?:{_FIGURE})(?=[{begins}])(?P<at>{slips})")


@cache
def _doubled() -> re.Pattern[str]:
    pairs = "|".join(load_rules("wording", "measures.toml")["doubled"].split())
    return re.compile(f"(?:{_FIGURE})(?P<at>{pairs})")


@cache
def _of_nouns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns of a measure that does not go with its noun, and the right one."""
    found = []
    for one in load_rules("wording", "measures.toml")["noun"]:
        figure = f"(?:{_FIGURE})"
        around = (
            f"{figure}(?P<at>{one['wrong']})(?={one['behind']})|(?:{one['before']})(?:约|共|近|达)?[0-9０-９]{{0,6}}"
            f"{figure}(?P<b>{one['wrong']})(?=[^{HAN}]|$)"
        )
        found.append((re.compile(around), one["right"]))
    return tuple(found)


@cache
def _sieve() -> Sieve:
    return Sieve([pattern for pattern, _ in _of_nouns()])


def measure_slips(line: Line) -> Iterator[Finding]:
    """Yield a measure word of the wrong character behind a figure."""
    text = line.prose
    for found in _any_slip().finditer(text):
        wrong = found["at"]
        if text[found.start("at") - 1] == FIELD and wrong in _ends_of_names():
            continue
        if not _YEAR.search(text, max(0, found.start("at") - 4), found.start("at")) and _stands_by_itself(
            text, found.end("at"), wrong
        ):
            yield _finding(line, *found.span("at"), _slips()[wrong])
    of_nouns = _of_nouns()
    for place in _sieve().to_try(text):
        pattern, right = of_nouns[place]
        for found in pattern.finditer(text):
            group = "at" if found["at"] is not None else "b"
            yield _finding(line, *found.span(group), right)
    for found in _doubled().finditer(text):
        second = found["at"][1:]
        behind = text[found.end("at") :][:2]
        if not is_known(second + behind[:1]) and (_ENDS.match(behind) or is_known(behind)):
            yield _finding(line, found.start("at"), found.start("at") + 1, "")


def _stands_by_itself(text: str, end: int, wrong: str) -> bool:
    """Whether the slip is no part of a longer word: 3展 but not 2026展望."""
    if _ENDS.match(text, end):
        return True
    may_go_on = len(wrong) > 1 or wrong in _NEVER_VERBS
    return may_go_on and all(not is_known(wrong[-1] + text[end : end + length]) for length in (1, 2, 3))


def _finding(line: Line, start: int, end: int, right: str) -> Finding:
    printed = line.text[start:end]
    why = "measure.other" if right else "measure.doubled"
    told = {"printed": printed, "why": why, "right": right}
    return Finding(start, end, "word-measure", Severity.WARNING, fix=right, parameters=told)
