"""这一节还可以写: what the section at the caret does not say yet, and how it is put into the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.phrases.further import Further, Furthers, KnownHeading, further_points, known_headings, sections_at
from assistant.phrases.library import Library, Phrase
from assistant.phrases.search import search_phrases
from assistant.phrases.slots import as_typed
from assistant.reading.structure import paragraphs_of
from assistant.resources import read_resource, resource_path
from assistant.workbench.builtin_phrases import HEADINGS, SOURCE_NAME
from assistant.workbench.outlining import OutlineEdit, add_written
from assistant.workbench.working import WorkingReport

_OWN_TEXT = 150_000
"""Characters of the clerk's own reports, the newest, whose outlines are looked at."""
_SEARCHED, _SENTENCES = 120, 8
_SHORTEST_SENTENCE = 12
_MOST_SHARED = 0.6


def furthers_at(working: WorkingReport, position: int, library: Library | None) -> Furthers:
    """Return what the section at a code point could say as well."""
    text, paragraphs = working.report.text, working.paragraphs
    known = (*_builtin_headings(), *(own_headings(library) if library is not None else ()))
    points = further_points(text, paragraphs, position, known)
    path = sections_at(paragraphs, position)
    if not path or library is None:
        return Furthers("", tuple(points), ())
    head, tail = paragraphs[path[-1].first], paragraphs[path[-1].last - 1]
    heading = head.heading_of(text)
    found = search_phrases(library, "", section=heading, limit=_SEARCHED)
    own = text[head.start : tail.end]
    sentences = [one for one in found if _is_sentence(one) and _shared(one.text, own) < _MOST_SHARED]
    return Furthers((head.number or "") + heading, tuple(points), tuple(sentences[:_SENTENCES]))


def own_headings(library: Library) -> tuple[KnownHeading, ...]:
    """Return the headings of the clerk's own reports in a library, the newest reports."""
    names = {source: name for source, name, _length in library.sources() if name != SOURCE_NAME}
    found: list[KnownHeading] = []
    for source, lines in library.paragraphs(_OWN_TEXT, without=SOURCE_NAME):
        found += _headings_of("\n".join(lines), names[source].rsplit(".", 1)[0])
    return tuple(found)


@lru_cache(maxsize=64)
def _headings_of(text: str, name: str) -> tuple[KnownHeading, ...]:
    return tuple(known_headings(text, paragraphs_of(text), name, is_own=True))


@lru_cache(maxsize=1)
def _builtin_headings() -> tuple[KnownHeading, ...]:
    lines = [
        line.split("\t")
        for name in HEADINGS
        if resource_path("phrases", name).is_file()
        for line in read_resource("phrases", name).splitlines()
    ]
    return tuple(
        KnownHeading(genre, kind, top == "1", heading, frame, source)
        for genre, kind, top, heading, frame, source in lines
    )


def insertion(working: WorkingReport, further: Further) -> OutlineEdit | None:
    """Return the edit that adds the heading with its sentence; a run-in one where its neighbours are run-in."""
    neighbours = [p for p in working.paragraphs if p.level == further.level]
    frame = as_typed(further.frame)
    heading = as_typed(further.heading)
    if frame and neighbours and sum(p.run_in for p in neighbours) * 2 > len(neighbours):
        return add_written(working, further.at, further.level, f"{heading}。{frame}")
    return add_written(working, further.at, further.level, heading, (frame,) if frame else ())


def _is_sentence(phrase: Phrase) -> bool:
    return len(phrase.text) >= _SHORTEST_SENTENCE and ("{" in phrase.text or "，" in phrase.text)


def _shared(words: str, text: str) -> float:
    pairs: Sequence[str] = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in text for pair in pairs) / len(pairs)
