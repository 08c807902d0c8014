"""Markers: the masked runs of a text, in every style, and the compounds that are one question.

What a mask looks like, and what only looks like one, stands in `resources/filling/markers.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.report.model import lines_with_offsets
from assistant.resources import load_rules

# Every run of every style holds one of these; lines without any, the most of a report, are passed over.
_MASK_CHARACTER = re.compile("[XxＸｘ×✕✖*＊○〇◯△▲□■●_＿某…【\\[{｛〔（(]")


# Behind every run of a compound, or behind its last but one, stands one of these.
_IN_COMPOUNDS = frozenset("年月日届中会全时分+-—～~至到.． ")


@dataclass(frozen=True, slots=True)
class Marker:
    """A masked run, or a compound of several that is one value."""

    start: int
    """First code point in the text."""
    end: int
    text: str
    form: str
    """The style of a run (latin, cross, star, circle, underline, mou, slot), or date, session, formula."""


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    run: re.Pattern[str]
    not_before: re.Pattern[str] | None
    not_behind: re.Pattern[str] | None
    never: tuple[re.Pattern[str], ...]


@cache
def _styles() -> tuple[_Style, ...]:
    return tuple(
        _Style(
            style["name"],
            re.compile(style["run"]),
            re.compile(f"(?:{style['not_before']})$") if style["not_before"] else None,
            re.compile(style["not_behind"]) if style["not_behind"] else None,
            tuple(re.compile(pattern) for pattern in style["never"]),
        )
        for style in load_rules("filling", "markers.toml")["style"]
    )


@cache
def _compounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    marks = r"[XxＸｘ]+(?: [XxＸｘ])*|[×✕✖]+|[*＊]+(?: [*＊]+)*|[○〇◯]+|[△▲]+|[□■]+|●+|[_＿]{2,}|某+"
    run = rf"[0-9０-９]{{0,3}}(?:{marks})[0-9]{{0,2}}"
    blank = {"M": f"(?:{run})", "D": f"(?:[0-9]{{1,4}}|{run})"}
    rules = load_rules("filling", "markers.toml")["compound"]
    return tuple(
        (form, re.compile(re.sub("[MD]", lambda letter: blank[letter[0]], pattern)))
        for form, patterns in rules.items()
        for pattern in patterns
    )


def find_markers(text: str) -> tuple[Marker, ...]:
    """Return the markers of a text in order; they never overlap and never cross a line."""
    found: list[Marker] = []
    for start, line in lines_with_offsets(text):
        if _MASK_CHARACTER.search(line):
            found += sorted(_markers_in_line(start, line), key=lambda marker: marker.start)
    return tuple(found)


def _markers_in_line(start: int, line: str) -> Iterator[Marker]:
    emphasised = _emphasis(line)
    runs = [run for run in _runs(line) if not any(a <= run.start() < b for a, b in emphasised)]
    taken = bytearray(len(line))
    for form, pattern in _compounds() if _may_be_compound(line, runs) else ():
        for whole in pattern.finditer(line):
            inside = [run for run in runs if whole.start() <= run.start() and run.end() <= whole.end()]
            if inside and not any(taken[whole.start() : whole.end()]):
                taken[whole.start() : whole.end()] = b"\1" * len(whole[0])
                yield Marker(start + whole.start(), start + whole.end(), whole[0], form)
    for run in runs:
        if not any(taken[run.start() : run.end()]):
            taken[run.start() : run.end()] = b"\1" * len(run[0])
            yield Marker(start + run.start(), start + run.end(), run[0], _style_of(run))


def _may_be_compound(line: str, runs: list[re.Match[str]]) -> bool:
    """Whether some run stands beside a character that compounds are made with; the patterns are slow."""
    return any(line[run.end() : run.end() + 1] in _IN_COMPOUNDS for run in runs if run.end() < len(line))


def _style_of(run: re.Match[str]) -> str:
    return next(style.name for style in _styles() if style.run is run.re)


def _runs(line: str) -> list[re.Match[str]]:
    found = [
        run
        for style in _styles()
        for run in style.run.finditer(line)
        if _is_mask(style, run, line) and not _is_bullet(run, line)
    ]
    # a slot such as 【XX部门】 goes before the runs inside it
    return sorted(found, key=lambda run: (run.start(), -run.end()))


def _is_mask(style: _Style, run: re.Match[str], line: str) -> bool:
    if style.not_before is not None and style.not_before.search(line[: run.start()]):
        return False
    if style.not_behind is not None and style.not_behind.match(line, run.end()):
        return False
    return not any(pattern.search(run[0]) for pattern in style.never)


def _is_bullet(run: re.Match[str], line: str) -> bool:
    """Whether a single mark is a list bullet, a footnote star or a box to tick."""
    if len(run[0]) > 1:
        return False
    rules = load_rules("filling", "markers.toml")["bullet"]
    if run.start() == len(line) - len(line.lstrip()) and re.search(rules["line_start"], line.lstrip()):
        return True
    if re.match(rules["check_box"], line[run.start() :]):
        return True
    before, behind = line[: run.end()], line[run.end() :]
    return bool(re.search(rules["footnote"], before) and re.search(rules["footnote_behind"], behind))


def _emphasis(line: str) -> list[tuple[int, int]]:
    """Return the spans of stars that are Markdown emphasis and no masks; what they enclose may hold masks."""
    rules = load_rules("filling", "markers.toml")["emphasis"]
    found = []
    for pair in re.finditer(rules["pattern"], line):
        opens = re.search(rules["before"], line[: pair.start()]) and not re.search(rules["inner_not"], pair[1])
        is_sure = pair[1][-1] in "：。" or re.search(rules["inner_sure"], pair[1])
        closes = is_sure or re.search(rules["behind"], line[pair.end() :])
        if opens and closes:
            found += [(pair.start(), pair.start(1)), (pair.end(1), pair.end())]
    return found
