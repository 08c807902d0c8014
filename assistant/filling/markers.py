"""Markers: the masked runs of a text, in every style, and the compounds that are one question.

What a mask looks like, and what only looks like one, stands in `resources/filling/markers.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_letters

from assistant.report.model import lines_with_offsets
from assistant.resources import load_rules

KEPT_LINES, LONGEST_KEPT = 8192, 4000
"""What was found in so many lines of at most so many characters is kept: a report is looked through again after
every change, and few of its lines have changed. A longer line would be held again for every change of it.
"""
_LONGEST_KEPT_STRETCH = 40
# More than what stands before or behind a run that decides whether it is a mask.
_NEAR = 32
# Marks of one kind, for the patterns of compounds.
_ONE_EACH = str.maketrans("xＸｘ✕✖＊〇◯▲■＿", "XXX××*○○△□_")
# (mark, fewest of a run, what may go on behind a blank)
_WHOLE_RUNS = (
    ("X", 1, "(?: X){0,30}+"),
    (r"\*", 1, r"(?: \*{1,30}+){0,30}+"),
    *((mark, 1, "") for mark in "×○△□●某"),
    ("_", 2, ""),
)
_DIGITS = "0123456789０１２３４５６７８９"
_BRACKETS = {"【": "】", "[": "]", "［": "］", "{": "}", "｛": "｝"}
"""Brackets in which templates set what is to be filled in; those of document numbers, 〔20xx〕, stay."""
_BULLETS = frozenset("*＊○〇●■□△▲")
_BEFORE_MARKS = frozenset(_DIGITS + ".．")


@dataclass(frozen=True, slots=True)
class Marker:
    """A masked run, or a compound of several that is one value."""

    start: int
    """First code point in the text."""
    end: int
    text: str
    form: str
    """The style of a run (latin, cross, star, circle, underline, mou, slot), or date, session, formula, contact."""


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    marks: frozenset[str]
    """Every run holds one of them."""
    mark: re.Pattern[str]
    """Finds one of them."""
    run: re.Pattern[str]
    not_before: re.Pattern[str] | None
    not_behind: re.Pattern[str] | None
    never: tuple[re.Pattern[str], ...]


@cache
def _styles() -> tuple[_Style, ...]:
    return tuple(
        _Style(
            style["name"],
            frozenset(style["marks"]),
            re.compile(f"[{re.escape(style['marks'])}]"),
            re.compile(style["run"]),
            re.compile(f"(?:{style['not_before']})$") if style["not_before"] else None,
            re.compile(style["not_behind"]) if style["not_behind"] else None,
            tuple(re.compile(pattern) for pattern in style["never"]),
        )
        for style in load_rules("filling", "markers.toml")["style"]
    )


def holds_mask(text: str) -> bool:
    """Whether any character of a text is one that blots out values."""
    return _mask_character().search(text) is not None


@cache
def _mask_character() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(mark for style in _styles() for mark in style.marks)))}]")


@cache
def _compounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # over a line with `_ONE_EACH`: classes of characters are slow to compile, and there would be some hundred of them
    # A run is taken from its beginning and as a whole: tried from each of its marks it would take the square of them.
    whole = "|".join(rf"(?<!{mark}){mark}{{{least},}}+{behind}" for mark, least, behind in _WHOLE_RUNS)
    run = rf"[0-9０-９]{{0,3}}(?:{whole})[0-9]{{0,2}}"
    blank = {"M": f"(?:{run})", "D": f"(?:[0-9]{{1,4}}|{run})"}
    rules = load_rules("filling", "markers.toml")["compound"]
    return tuple(
        (form, re.compile(re.sub("[MD]", lambda letter: blank[letter[0]], pattern)))
        for form, patterns in rules.items()
        if form != "signs"
        for pattern in patterns
    )


@cache
def _compound_signs() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(load_rules('filling', 'markers.toml')['compound']['signs'])}]")


@cache
def _compound_characters() -> frozenset[str]:
    """Return the characters that compounds are made of."""
    marks = "".join(mark for style in _styles() for mark in style.marks)
    sources = "".join(pattern.pattern for _, pattern in _compounds())
    return frozenset(sources + _DIGITS + ascii_letters + marks)


@cache
def _compound_stretch() -> re.Pattern[str]:
    """Return the pattern of a stretch of these characters; no compound reaches beyond its stretch."""
    return re.compile(f"[{re.escape(''.join(sorted(_compound_characters())))}]+")


def find_markers(text: str) -> tuple[Marker, ...]:
    """Return the markers of a text in order; they never overlap and never cross a line."""
    return tuple(
        Marker(start + one.start, start + one.end, one.text, one.form)
        for start, line in lines_with_offsets(text)
        for one in markers_in_line(line)
    )


def markers_in_line(line: str) -> tuple[Marker, ...]:
    """Return the markers of one line in order, their places counted from its beginning."""
    if _mask_character().search(line) is None:
        return ()
    return _kept_markers(line) if len(line) <= LONGEST_KEPT else _sorted_markers(line)


@lru_cache(maxsize=KEPT_LINES)
def _kept_markers(line: str) -> tuple[Marker, ...]:
    return _sorted_markers(line)


def _sorted_markers(line: str) -> tuple[Marker, ...]:
    return tuple(sorted(_markers_in_line(line), key=lambda marker: marker.start))


def _markers_in_line(line: str) -> Iterator[Marker]:
    runs = _runs(line)
    emphasis = _emphasis(line)
    if emphasis:
        emphasised = bytearray(len(line))
        for first, last in emphasis:
            emphasised[first:last] = b"\1" * (last - first)
        runs = [run for run in runs if not emphasised[run.start()]]
    compounds = list(_compounds_in_line(line, runs))
    bare = {run.span() for run in runs} | {(first, last) for _form, first, last in compounds}
    runs = [run for run in runs if not _is_bracketed_mask(line, *run.span(), bare)]
    slots = [run.span() for run in runs if line[run.start()] in _BRACKETS]
    compounds = [one for one in compounds if not _lies_in(slots, one[1], one[2])]
    taken = bytearray(len(line) if compounds else 0)
    for form, first, last in compounds:
        if not any(taken[first:last]):
            taken[first:last] = b"\1" * (last - first)
            yield _with_brackets(line, first, last, form)
    behind = 0
    for run in runs:
        first, last = run.span()
        if first >= behind and not any(taken[first:last]):
            behind = last
            yield _with_brackets(line, first, last, _style_of(run))


def _is_bracketed_mask(line: str, first: int, last: int, bare: Collection[tuple[int, int]]) -> bool:
    """Whether a slot holds nothing but a mask or a compound: 【xx】 says no more than xx does."""
    return line[first] in _BRACKETS and (first + 1, last - 1) in bare


def _lies_in(slots: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether a compound stands in one of the slots, which are in the order of the line, beside other words."""
    at = bisect_left(slots, (first,)) - 1
    return at >= 0 and last < slots[at][1]


def _with_brackets(line: str, first: int, last: int, form: str) -> Marker:
    """Return the marker, with the brackets right around it: they are there to be replaced as well."""
    if first and last < len(line) and _BRACKETS.get(line[first - 1]) == line[last]:
        first, last = first - 1, last + 1
    return Marker(first, last, line[first:last], form)


def _compounds_in_line(line: str, runs: list[re.Match[str]]) -> Iterator[tuple[str, int, int]]:
    """Yield form, start and end of compounds around runs; the patterns are slow, so only stretches are tried."""
    for first, last, inside in _stretches_with_runs(line, runs):
        spans = tuple((run.start() - first, run.end() - first) for run in inside)
        find = _kept_compounds if last - first <= _LONGEST_KEPT_STRETCH else _compounds_in_stretch
        for form, start, end in find(line[first:last], spans):
            yield form, first + start, first + end


def _compounds_in_stretch(stretch: str, spans: tuple[tuple[int, int], ...]) -> tuple[tuple[str, int, int], ...]:
    """Return form, start and end of the compounds of a stretch, given where its runs stand."""
    plain = stretch.translate(_ONE_EACH)
    starts = [start for start, _end in spans]
    found = []
    for form, pattern in _compounds():
        for whole in pattern.finditer(plain):
            begin = bisect_left(starts, whole.start())
            if begin and spans[begin - 1][1] > whole.start():
                continue  # the end of a run that is no part of it
            if any(end <= whole.end() for _start, end in spans[begin : bisect_left(starts, whole.end())]):
                found.append((form, whole.start(), whole.end()))
    return tuple(found)


# XX年, X月X日: the same few stretches come again and again, and what stands around them tells nothing.
_kept_compounds = lru_cache(maxsize=KEPT_LINES)(_compounds_in_stretch)


def _stretches_with_runs(line: str, runs: list[re.Match[str]]) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Yield the stretches that may hold compounds, with their runs."""
    signs = _compound_signs()
    starts = [run.start() for run in runs]
    characters, last = _compound_characters(), 0
    for run in runs:
        found = _compound_stretch().match(line, run.start()) if run.start() >= last else None
        if found is None:
            continue
        first, last = found.span()
        while first > 0 and line[first - 1] in characters:
            first -= 1
        if signs.search(line, first, last) is None:
            continue
        inside = [one for one in runs[bisect_left(starts, first) : bisect_left(starts, last)] if one.end() <= last]
        if any(one.end() - one.start() < last - first for one in inside):
            yield first, last, inside


def _style_of(run: re.Match[str]) -> str:
    return next(style.name for style in _styles() if style.run is run.re)


def _runs(line: str) -> list[re.Match[str]]:
    marks = set(_mask_character().findall(line))
    found = [
        run
        for style in _styles()
        if not style.marks.isdisjoint(marks)
        for run in _runs_of(style, line)
        if _is_mask(style, run, line) and not _is_bullet(run, line)
    ]
    # a slot such as 【XX部门】 goes before the runs inside it
    return sorted(found, key=lambda run: (run.start(), -run.end()))


def _runs_of(style: _Style, line: str) -> Iterator[re.Match[str]]:
    """Yield the runs of a style: each begins with a mark, or with digits before it.

    Looking for marks is many times faster than trying the pattern at every place.
    """
    last = 0
    mark = style.mark.search(line)
    while mark is not None:
        at = mark.start()
        while at > last and line[at - 1] in _BEFORE_MARKS:
            at -= 1
        run = style.run.match(line, at)
        while run is None and at < mark.start():
            at += 1
            run = style.run.match(line, at)
        last = mark.end()
        if run is not None:
            yield run
            last = run.end()
        mark = style.mark.search(line, last)


def _is_mask(style: _Style, run: re.Match[str], line: str) -> bool:
    if style.not_before is not None and style.not_before.search(line[max(0, run.start() - _NEAR) : run.start()]):
        return False
    if style.not_behind is not None and style.not_behind.match(line, run.end()):
        return False
    return not any(pattern.search(run[0]) for pattern in style.never)


def _is_bullet(run: re.Match[str], line: str) -> bool:
    """Whether a single mark is a list bullet, a footnote star or a box to tick."""
    if run[0] not in _BULLETS:
        return False
    rules = load_rules("filling", "markers.toml")["bullet"]
    if run.start() == len(line) - len(line.lstrip()) and re.search(rules["line_start"], line.lstrip()):
        return True
    if re.match(rules["check_box"], line[run.start() : run.start() + _NEAR]):
        return True
    before, behind = line[max(0, run.end() - _NEAR) : run.end()], line[run.end() : run.end() + _NEAR]
    return bool(re.search(rules["footnote"], before) and re.search(rules["footnote_behind"], behind))


def _emphasis(line: str) -> list[tuple[int, int]]:
    """Return the spans of stars that are Markdown emphasis and no masks; what they enclose may hold masks."""
    if "**" not in line:
        return []
    rules = load_rules("filling", "markers.toml")["emphasis"]
    found = []
    for pair in re.finditer(rules["pattern"], line):
        before, behind = line[max(0, pair.start() - _NEAR) : pair.start()], line[pair.end() : pair.end() + _NEAR]
        opens = re.search(rules["before"], before) and not re.search(rules["inner_not"], pair[1])
        is_sure = pair[1][-1] in "：。" or re.search(rules["inner_sure"], pair[1])
        closes = is_sure or re.search(rules["behind"], behind)
        if opens and closes:
            found += [(pair.start(), pair.start(1)), (pair.end(1), pair.end())]
    return found
