"""From markers to fields: each marker gets kind, unit and label, and markers of one value become one field."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count

from assistant.filling.cells import CellWords, words_of_cells
from assistant.filling.kinds import Guess, guess_kind
from assistant.filling.labels import label_for, unique_labels
from assistant.filling.links import Bond, Seen, bonds_of
from assistant.filling.markers import KEPT_LINES, LONGEST_KEPT, Marker, find_markers, markers_in_line
from assistant.report.fields import Field, Link, Occurrence
from assistant.report.model import Report, lines_with_offsets
from assistant.report.tables import Table

_CONTEXT = 10
_BLANKS = " 　"
# Words farther from a marker say nothing of it, and a paragraph may be the whole report.
_FARTHEST = 300


def find_fields(text: str, tables: Sequence[Table] = ()) -> tuple[Field, ...]:
    """Return the fields of a text, in the order of their first occurrence; in cells the grid tells what is asked."""
    found = [(start, one) for start, line in lines_with_offsets(text) for one in _seen_in_line(line)]
    if tables:
        found = list(_with_words_of_cells(text, tables))
    groups: dict[Hashable, list[tuple[int, Seen, Bond]]] = {}
    for (start, one), bond in zip(found, bonds_of([one for _, one in found]), strict=True):
        groups.setdefault(bond.key, []).append((start, one, bond))
    members = list(groups.values())
    ids = _ids([group[0][1] for group in members])
    labels = unique_labels([_label(one, bond) for _, one, bond in (group[0] for group in members)])
    return tuple(
        Field(field_id, group[0][1].guess.kind, label, group[0][1].guess.unit, _occurrences(group))
        for field_id, label, group in zip(ids, labels, members, strict=True)
    )


def field_at(text: str, start: int) -> Field | None:
    """Return the marker that begins at a code point as a field of its own, or None."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    for one in _seen_in_line(line):
        if one.marker.start == start - line_start:
            occurrence = Occurrence(start, start + len(one.marker.text), one.marker.text)
            label = label_for(one.marker, one.guess, one.before, one.behind)
            return Field(_ids([one])[0], one.guess.kind, label, one.guess.unit, (occurrence,))
    return None


def field_of_span(text: str, start: int, end: int) -> Field:
    """Return the text between two code points of one line as an open field of its own: it is its marker."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    one = _seen(line, Marker(start - line_start, end - line_start, text[start:end], "marked"))
    label = label_for(one.marker, one.guess, one.before, one.behind)
    occurrence = Occurrence(start, end, one.marker.text)
    return Field(_ids([one])[0], one.guess.kind, label, one.guess.unit, (occurrence,))


def with_new_fields(report: Report) -> Report:
    """Return the report with a field for every marker that stands in none yet.

    Used when text was typed or pasted: what is masked there must be asked for as well.
    """
    is_free = _free_places(report)
    free_starts = {m.start for m in find_markers(report.text) if is_free(m.start, m.end)}
    if not free_starts:
        return report
    free = []
    for field in find_fields(report.text, report.tables):
        places = tuple(place for place in field.occurrences if place.start in free_starts)
        if places:
            free.append(replace(field, occurrences=places))
    new = fields_apart(free, {field.id: field for field in report.fields})
    return replace(report, fields=tuple(sorted((*report.fields, *new), key=lambda field: field.start)))


def fields_apart(fields: Iterable[Field], known: Mapping[str, Field]) -> tuple[Field, ...]:
    """Return new fields with ids and labels that none of the known fields has."""
    ids = set(known)
    # the next number of each id: many fields may have the same words around them
    numbers: dict[str, Iterator[int]] = {}
    apart = []
    for field in fields:
        field_id = field.id
        if field_id in ids:
            following = numbers.setdefault(field.id, count(2))
            field_id = next(numbered for n in following if (numbered := f"{field.id}-{n}") not in ids)
        ids.add(field_id)
        apart.append(replace(field, id=field_id))
    labels = unique_labels([*(field.label for field in known.values()), *(field.label for field in apart)])
    return tuple(replace(field, label=label) for field, label in zip(apart, labels[len(known) :], strict=True))


def _free_places(report: Report) -> Callable[[int, int], bool]:
    """Return a function that tells whether a span of the text meets no occurrence of any field."""
    taken = sorted((place.start, place.end) for field in report.fields for place in field.occurrences)
    ends = [end for _, end in taken]

    def is_free(start: int, end: int) -> bool:
        index = bisect_right(ends, start)
        return index == len(taken) or taken[index][0] >= end

    return is_free


def _seen_in_line(line: str) -> tuple[Seen, ...]:
    """Return the markers of a line with what it says about them; places are counted from its beginning."""
    markers = markers_in_line(line)
    return _kept_seen(line) if markers and len(line) <= LONGEST_KEPT else tuple(_seen(line, one) for one in markers)


@lru_cache(maxsize=KEPT_LINES)
def _kept_seen(line: str) -> tuple[Seen, ...]:
    return tuple(_seen(line, one) for one in markers_in_line(line))


def _seen(line: str, marker: Marker) -> Seen:
    before = line[max(0, marker.start - _FARTHEST) : marker.start].rstrip(_BLANKS)
    behind = line[marker.end : marker.end + _FARTHEST].lstrip(_BLANKS)
    return Seen(marker, before, behind, guess_kind(marker, before, behind))


def _with_words_of_cells(text: str, tables: Sequence[Table]) -> Iterator[tuple[int, Seen]]:
    cells = words_of_cells(text, tables)
    for number, (start, line) in enumerate(lines_with_offsets(text)):
        for one in _seen_in_line(line):
            yield start, _in_cell(one, cells[number]) if number in cells else one


def _in_cell(one: Seen, words: CellWords) -> Seen:
    """Return a marker with the words of its row and column in front; those beside it in the cell say more."""
    before = words.before + one.before
    if one.before or one.behind:
        return replace(one, before=before)
    guess = guess_kind(one.marker, before, words.behind)
    if words.kind is not None and not guess.unit and one.marker.form not in ("slot", "session", "date"):
        guess = Guess(words.kind, "")
    return Seen(one.marker, before, words.behind, guess)


def _occurrences(group: Sequence[tuple[int, Seen, Bond]]) -> tuple[Occurrence, ...]:
    """Return the occurrences of a field's markers; the first of them is the field, whatever its links."""
    return tuple(
        Occurrence(
            start + one.marker.start, start + one.marker.end, one.marker.text, bond.link if number else Link.CERTAIN
        )
        for number, (start, one, bond) in enumerate(group)
    )


def _label(one: Seen, bond: Bond) -> str:
    return bond.label or label_for(one.marker, one.guess, one.before, one.behind)


def _ids(firsts: Sequence[Seen]) -> list[str]:
    """Return an id for each field: a short hash of the words around its first marker.

    Ids made from the context stay the same when other parts of the text change, and an answer meant for
    another text finds no field rather than a wrong one.
    """
    used: dict[str, int] = {}
    ids = []
    for first in firsts:
        context = "\x1f".join((first.before[-_CONTEXT:], first.marker.text, first.behind[:_CONTEXT]))
        digest = "f" + hashlib.blake2b(context.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
        used[digest] = used.get(digest, 0) + 1
        ids.append(digest if used[digest] == 1 else f"{digest}-{used[digest]}")
    return ids
