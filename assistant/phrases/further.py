"""What a section could say as well: headings and points that other reports of the genre have there.

A report's outline is held against those of others. What a heading or a section speaks of is told by the words of
`resources/phrases/points.toml`; a point that this section does not make is offered with the headings under which
other reports make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.phrases.forms import form_points, is_phrase, trimmed
from assistant.phrases.library import Phrase
from assistant.phrases.slots import with_slots
from assistant.report.model import Paragraph, Role
from assistant.report.outline import Section, all_sections
from assistant.resources import load_rules

_SENTENCE = re.compile(r"[^。！？；]+[。！？]?")
_CLAUSE = re.compile(r"[，。：；]")
_LEAD = re.compile(r"(?:^|(?<=[。；：]))[一二三四五六七八九十][是要]([^，。；]{2,30})")
_SHORTEST_FRAME, _LONGEST_FRAME, _LONGEST_HEADING, _LONGEST_PART = 12, 60, 40, 12
_BEGINNING = 400
_DEEPEST = 4
_SAME_GENRE, _OWN, _FOREIGN, _LEAST_FIT = 1.5, 3.0, 6.0, 1.5
_MOST_SPECIFIC, _MOST_SPECIFIC_PART = 0.5, 0.3
_HEADINGS_A_POINT = 2
_DEFAULT_KIND = "做法"
_ASKED_FOR = ("方面", "情况")


@dataclass(frozen=True, slots=True)
class KnownHeading:
    """A heading of another report."""

    genre: str
    """One of the genres of `points.toml`, or ""."""
    kind: str
    """What kind of section it stands in, by its own words and those of the headings above it."""
    is_top: bool
    """Whether it is of the report's highest level."""
    heading: str
    """Its own words, with slots as {名称}."""
    frame: str = ""
    """The first sentence below it, with slots, or ""."""
    source: str = ""
    """Name of the report."""
    is_own: bool = False
    """Whether it is one of the clerk's own reports."""


@dataclass(frozen=True, slots=True)
class Further:
    """Something that the section, or the report, does not say yet."""

    point: str
    """What it is about, as a word: 组织领导, 督导检查 …; for a missing part of the report its kind: 问题, 打算 …."""
    heading: str
    frame: str
    """Sentences for below the heading, with slots, or ""."""
    sources: tuple[str, ...]
    """Names of reports that have it."""
    level: int
    """1 to 4: the level that the heading gets."""
    at: int
    """Index of the paragraph in front of which the new section belongs."""
    is_part: bool = False
    """Whether it is a part that the whole report lacks."""


@dataclass(frozen=True, slots=True)
class Furthers:
    """What is offered for a place in a report."""

    section: str
    """Number and words of the section's heading, "" in front of the first one."""
    points: tuple[Further, ...]
    sentences: tuple[Phrase, ...]
    """Sentences with slots from like sections."""


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    order: int
    pattern: re.Pattern[str]
    heading: str


@dataclass(frozen=True, slots=True)
class _Point:
    name: str
    kinds: tuple[str, ...]
    words: re.Pattern[str]
    heading: str
    frame: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The report for which something is looked for."""

    text: str
    paragraphs: Sequence[Paragraph]
    genre: str
    common: frozenset[str]
    """Pairs of characters that belong to no trade but this one."""


def genre_of(title: str, beginning: str = "") -> str:
    """Return the genre that a title tells of, else that the first lines tell of, else ""."""
    named = (name for pattern, name in _genres("genres") if pattern.search(title))
    return next(named, "") or next((name for pattern, name in _genres("beginnings") if pattern.search(beginning)), "")


def kind_of(headings: Sequence[str]) -> str:
    """Return the kind of a section by its heading and those above it, the nearest first."""
    for heading in headings:
        for kind in _kinds():
            if kind.pattern.search(heading):
                return kind.name
    return _DEFAULT_KIND


def known_headings(
    text: str, paragraphs: Sequence[Paragraph], source: str, *, is_own: bool = False
) -> Iterator[KnownHeading]:
    """Yield the headings of a report, in the order of the text, so far as they can be used again."""
    genre = _genre_of_report(text, paragraphs)
    above: list[tuple[int, str]] = []
    for section in all_sections(paragraphs):
        while above and above[-1][0] >= section.level:
            above.pop()
        heading = with_slots(paragraphs[section.first].heading_of(text)).strip("。， 　")
        kind = kind_of([one for _level, one in reversed(above)] or [heading])
        is_top = not above
        above.append((section.level, heading))
        if len(heading) <= _LONGEST_HEADING and (is_phrase(heading, "heading") or _is_part(heading)):
            yield KnownHeading(genre, kind, is_top, heading, _frame_of(text, paragraphs, section), source, is_own)


def _is_part(heading: str) -> bool:
    """Tell whether a heading names a part of the report alone: 下一步打算."""
    return len(heading) <= _LONGEST_PART and any(kind.pattern.search(heading) for kind in _kinds())


def title_of(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """Return the title of a report with its subtitle, or ""."""
    return "".join(p.text_of(text) for p in paragraphs if p.role in (Role.TITLE, Role.SUBTITLE))


def further_points(
    text: str, paragraphs: Sequence[Paragraph], position: int, known: Sequence[KnownHeading]
) -> list[Further]:
    """Return what the section at a code point does not say yet, then the parts that the report lacks, best first."""
    wanted = _Wanted(text, paragraphs, _genre_of_report(text, paragraphs), _common_pairs(text, known))
    every = all_sections(paragraphs)
    path = sections_at(paragraphs, position)
    found = list(_of_section(wanted, path, known)) if path else []
    return found + list(_missing_parts(wanted, every, known))


def sections_at(paragraphs: Sequence[Paragraph], position: int) -> list[Section]:
    """Return the sections that hold a code point, the outermost first."""
    return [
        one
        for one in all_sections(paragraphs)
        if paragraphs[one.first].start <= position <= paragraphs[one.last - 1].end
    ]


def _of_section(wanted: _Wanted, path: Sequence[Section], known: Sequence[KnownHeading]) -> Iterator[Further]:
    """Yield the points that the section lacks; for one without sub-sections below another, what that one lacks."""
    text, paragraphs = wanted.text, wanted.paragraphs
    section = path[-1]
    is_leaf = not section.children and len(path) > 1
    said = _claims(text, paragraphs, path[-2] if is_leaf else section)
    kind = kind_of([paragraphs[one.first].heading_of(text) for one in reversed(path)])
    level = section.level if is_leaf else min(section.level + 1, _DEEPEST)
    at = _before_blanks(wanted, section.last)
    of_kind = [one for one in known if one.kind == kind and _is_point(one, wanted.genre)]
    offers: list[tuple[float, Further]] = []
    for point in _points():
        if kind not in point.kinds or point.words.search(said):
            continue
        having = [one for one in of_kind if point.words.search(one.heading)]
        worth = sum(_SAME_GENRE if one.genre == wanted.genre else 1.0 for one in having)
        fits = {one: _fit(one, wanted) for one in having}
        best = sorted((one for one in having if fits[one] >= _LEAST_FIT), key=lambda one: -fits[one])
        best.append(KnownHeading(wanted.genre, kind, is_top=False, heading=point.heading))
        for one in _different(best)[:_HEADINGS_A_POINT]:
            sources = tuple(dict.fromkeys(other.source for other in having if other.heading == one.heading))
            frame = one.frame if _is_frame_for(one.frame, point, wanted) else point.frame
            offers.append((worth, Further(point.name, one.heading, frame, sources, level, at)))
    offers.sort(key=lambda offer: -offer[0])
    yield from (further for _worth, further in offers)


def _missing_parts(wanted: _Wanted, every: Sequence[Section], known: Sequence[KnownHeading]) -> Iterator[Further]:
    """Yield the kinds of parts that reports of the genre have and this one lacks, in the order of a report."""
    text, paragraphs, genre = wanted.text, wanted.paragraphs, wanted.genre
    highest = min((one.level for one in every), default=1)
    top = [one for one in every if one.level == highest]
    kinds = [kind_of([paragraphs[one.first].heading_of(text)]) for one in top]
    orders = {kind.name: kind.order for kind in _kinds()}
    present = {kind_of([paragraphs[one.first].heading_of(text)]) for one in every} | ({_DEFAULT_KIND} if top else set())
    for kind in sorted((kind for kind in _kinds() if kind.name not in present), key=lambda kind: kind.order):
        having = [one for one in known if one.is_top and one.genre == genre and one.kind == kind.name]
        if not genre or not having:
            continue
        best = min(having, key=lambda one: (_specific(one.heading, wanted), len(one.heading)))
        is_known = _specific(best.heading, wanted) <= _MOST_SPECIFIC_PART
        frame = best.frame if is_known and _specific(best.frame, wanted) <= _MOST_SPECIFIC else ""
        before = [one for one, of in zip(top, kinds, strict=True) if orders[of] <= kind.order]
        at = before[-1].last if before else top[0].first if top else _behind_body(paragraphs)
        sources = tuple(dict.fromkeys(one.source for one in having))
        heading = best.heading if is_known else kind.heading
        yield Further(kind.name, heading, frame, sources, highest, _before_blanks(wanted, at), is_part=True)


def _behind_body(paragraphs: Sequence[Paragraph]) -> int:
    """Return where the first section of a report without headings belongs: in front of signature and date."""
    ends = (Role.ATTACHMENT, Role.SIGNATURE, Role.DATE, Role.CLOSING)
    return next((index for index, one in enumerate(paragraphs) if one.role in ends), len(paragraphs))


def _before_blanks(wanted: _Wanted, at: int) -> int:
    """Return the place in front of the empty lines that stand in front of paragraph `at`."""
    while at and not wanted.paragraphs[at - 1].text_of(wanted.text).strip():
        at -= 1
    return at


def _claims(text: str, paragraphs: Sequence[Paragraph], section: Section) -> str:
    """Return what a section claims to speak of: its headings, the leads of its enumerations, first clauses."""
    lines: list[str] = []
    for paragraph in paragraphs[section.first : section.last]:
        line = paragraph.text_of(text)
        heading = paragraph.heading_of(text)
        lines += [heading] if heading else [_CLAUSE.split(line, maxsplit=1)[0]]
        lines += _LEAD.findall(line)
    return "\n".join(lines)


def _is_point(one: KnownHeading, genre: str) -> bool:
    """Tell whether a heading names a point, not only the part of the report or what one genre is asked for."""
    if one.is_top and any(kind.pattern.search(one.heading) for kind in _kinds()):
        return False
    return one.genre == genre or not one.heading.endswith(_ASKED_FOR)


def _fit(one: KnownHeading, wanted: _Wanted) -> float:
    """Return how well a heading fits: genre, worth of its form, one point only, no words that are another trade's."""
    points = sum(bool(point.words.search(one.heading)) for point in _points())
    genre = (_SAME_GENRE if one.genre == wanted.genre else 0.0) + (_OWN if one.is_own else 0.0)
    return genre + form_points(one.heading, "heading") - max(points - 1, 0) - _FOREIGN * _specific(one.heading, wanted)


def _is_frame_for(frame: str, point: _Point, wanted: _Wanted) -> bool:
    return bool(point.words.search(frame)) and _specific(frame, wanted) <= _MOST_SPECIFIC


def _specific(words: str, wanted: _Wanted) -> float:
    """Return the share of the words' pairs of characters that neither this report nor several others have."""
    pairs = _pairs(words)
    return len(pairs - wanted.common) / len(pairs) if pairs else 1.0


def _common_pairs(text: str, known: Sequence[KnownHeading]) -> frozenset[str]:
    """Return the pairs of characters that this report has, or at least two others in headings and frames."""
    met: dict[str, str] = {}
    common = set(_pairs(text))
    for one in known:
        for pair in _pairs(one.heading + " " + one.frame):
            if met.setdefault(pair, one.source) != one.source:
                common.add(pair)
    for point in _points():
        common |= _pairs(point.heading + " " + point.frame)
    return frozenset(common)


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1) if words[at : at + 2].isalpha()}


def _genre_of_report(text: str, paragraphs: Sequence[Paragraph]) -> str:
    return genre_of(title_of(text, paragraphs), text[:_BEGINNING])


def _different(headings: Sequence[KnownHeading]) -> list[KnownHeading]:
    return list({one.heading: one for one in reversed(headings)}.values())[::-1]


def _frame_of(text: str, paragraphs: Sequence[Paragraph], section: Section) -> str:
    """Return the first sentence below a heading, where it is one that can be used again."""
    head = paragraphs[section.first]
    line = text[head.heading_end : head.end].lstrip("。：: 　")
    if not line and section.first + 1 < section.last and paragraphs[section.first + 1].role is Role.BODY:
        line = paragraphs[section.first + 1].text_of(text)
    sentence = trimmed(with_slots(next(iter(_SENTENCE.findall(line)), "").strip()))
    if not _SHORTEST_FRAME <= len(sentence) <= _LONGEST_FRAME or not is_phrase(sentence.rstrip("。！？"), "frame"):
        return ""
    return sentence


@cache
def _genres(rule: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), name) for pattern, name in load_rules("phrases", "points.toml")[rule])


@cache
def _kinds() -> tuple[_Kind, ...]:
    kinds = load_rules("phrases", "points.toml")["kind"]
    return tuple(_Kind(one["name"], one["order"], re.compile(one["pattern"]), one["heading"]) for one in kinds)


@cache
def _points() -> tuple[_Point, ...]:
    return tuple(
        _Point(one["name"], tuple(one["kinds"]), re.compile(one["words"]), one["heading"], one["frame"])
        for one in load_rules("phrases", "points.toml")["point"]
    )
