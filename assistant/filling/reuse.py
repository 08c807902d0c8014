"""A new report on the basis of a finished one (以此为底稿): what was true then must be confirmed or replaced.

The text stays as it is. Every value in it becomes a stale field: those that were fields already, and the figures,
dates, ordinals and names found in the words between them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.filling.asking import fields_apart
from assistant.filling.figures_in_text import Found, find_figures
from assistant.filling.kinds import Guess
from assistant.filling.labels import label_for
from assistant.filling.markers import Marker
from assistant.filling.names_in_text import find_names, places_of_name
from assistant.report.fields import Field, Kind, Link, Occurrence, State
from assistant.report.model import Report
from assistant.report.numbering import numeral_value

_NAMES = {Kind.PLACE: "地名", Kind.ORG: "单位名称", Kind.PERSON: "姓名"}
_LINKED_KINDS = (*_NAMES, Kind.SESSION)
_SHORTEST_NAME = 2
_SHORTEST_LABEL = 3
_CONTEXT, _ID_CONTEXT = 80, 10
_FIGURE_CONTEXT, _ORDINAL_CONTEXT = 4, 3
# Stands for text that belongs to a field already; no rule matches it. Labels know it as a mask.
_CLOSED, _MASK = "\0", "x"
_YEARS_BACK = 10


def reuse_report(report: Report, *, book: Mapping[str, str] | None = None) -> Report:
    """Return a new report on the text of a finished one, with everything that may be out of date as stale fields.

    A new field's value is what stands in the text, and so is its marker. Fields that the report has become stale and
    keep their own masks as markers; waived ones open again. `book` holds the entries of the answer book: names that
    it confirms stay plain text. Without a book every name that is found is stale.
    """
    kept = _with_plain_places(report.text, _linked_names([_outdated(field) for field in report.fields]))
    closed = _closed(report.text, kept)
    figures = find_figures(closed)
    names = find_names(_covered(closed, figures, _CLOSED), book)
    found = _fields_of(closed, sorted((*figures, *names), key=lambda one: one.start))
    new = fields_apart(found, {field.id: field for field in kept})
    return replace(report, fields=tuple(sorted((*kept, *new), key=lambda field: field.start)))


def proposed_value(field: Field, today_year: int | None = None) -> str:
    """Return what most likely takes the place of a stale value: the next year for a year, "" for anything else.

    With `today_year` nothing is proposed for a year that the next report does not count from: one that lies more
    than ten years back (1949年), or whose successor lies behind next year (到2035年).
    """
    if field.state is not State.STALE or field.kind is not Kind.DATE:
        return ""
    is_digits = re.fullmatch(r"(?:19|20)[0-9]{2}", field.value) is not None
    is_chinese = re.fullmatch("[一二][〇○零一二三四五六七八九]{3}", field.value) is not None
    year = numeral_value(field.value)
    if year is None or not (is_digits or is_chinese):
        return ""
    if today_year is not None and not today_year - _YEARS_BACK <= year <= today_year:
        return ""
    return str(year + 1) if is_digits else "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year + 1))


# --- the fields that the report has


def _outdated(field: Field) -> Field:
    if field.state is State.OPEN or not field.value:
        return replace(field, state=State.OPEN)
    return replace(field, state=State.STALE)


def _linked_names(fields: Iterable[Field]) -> list[Field]:
    """Return the fields with those of one name made one: a name that was asked for twice is changed everywhere."""
    linked: dict[Hashable, Field] = {}
    for field in fields:
        key: Hashable = (field.kind, field.value) if _is_name(field) else field.id
        first = linked.get(key)
        places = (*first.occurrences, *field.occurrences) if first is not None else field.occurrences
        linked[key] = replace(first or field, occurrences=tuple(sorted(places, key=lambda place: place.start)))
    return list(linked.values())


def _is_name(field: Field) -> bool:
    return field.state is State.STALE and field.kind in _LINKED_KINDS and len(field.value) >= _SHORTEST_NAME


def _with_plain_places(text: str, fields: list[Field]) -> list[Field]:
    """Return the fields with every place where one of their names stands in plain text as well."""
    closed = _closed(text, fields)
    for index in sorted(range(len(fields)), key=lambda index: -len(fields[index].value)):
        field = fields[index]
        if not _is_name(field):
            continue
        length = len(field.value)
        more = [Occurrence(at, at + length, field.value, link) for at, link in places_of_name(closed, field.value)]
        places = sorted((*field.occurrences, *more), key=lambda place: place.start)
        fields[index] = replace(field, occurrences=tuple(places))
        closed = _closed(closed, [fields[index]])
    return fields


def _closed(text: str, fields: Iterable[Field]) -> str:
    """Return the text with all places of the fields closed to further search, everything at its place."""
    return _covered(text, (place for field in fields for place in field.occurrences), _CLOSED)


def _covered(text: str, spans: Iterable[Found | Occurrence], by: str) -> str:
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = by * (span.end - span.start)
    return "".join(characters)


# --- new fields


def _fields_of(text: str, found: Sequence[Found]) -> list[Field]:
    groups: dict[Hashable, list[Found]] = {}
    for one in found:
        groups.setdefault(_same_value(text, one), []).append(one)
    masked = _covered(text, found, _MASK).replace(_CLOSED, _MASK)
    # 贯彻二十届三中全会精神 counts nothing, so that what is counted behind it is no part of it
    masked = _covered(masked, (one for one in found if one.kind is Kind.SESSION), "，")
    return [_field_of(text, masked, group) for group in groups.values()]


def _same_value(text: str, one: Found) -> Hashable:
    """Return a key that places of probably one value share."""
    if one.link is not None:
        return (one.kind, one.form, one.text)
    before, behind = _around(text, one)
    is_ordinal = one.form == "ordinal"
    context = behind[len(one.unit) :][:_ORDINAL_CONTEXT] if is_ordinal else before[-_FIGURE_CONTEXT:]
    length = _ORDINAL_CONTEXT if is_ordinal else _FIGURE_CONTEXT
    is_whole = re.fullmatch(f"[一-龥]{{{length}}}", context) is not None
    return (one.kind, one.text, one.unit, context) if is_whole else one.start


def _field_of(text: str, masked: str, group: Sequence[Found]) -> Field:
    first = group[0]
    links = (Link.CERTAIN, *(one.link or Link.SUGGESTED for one in group[1:]))
    return Field(
        id=_id(text, first),
        kind=first.kind,
        label=_label(masked, first),
        unit=first.unit,
        occurrences=tuple(
            Occurrence(one.start, one.end, one.text, link) for one, link in zip(group, links, strict=True)
        ),
        value=first.text,
        state=State.STALE,
    )


def _label(masked: str, one: Found) -> str:
    """Return a name for a value, told by the words around it; old values near it are no part of the name."""
    if one.form == "year":
        return f"年份（原{one.text}）"
    if one.form == "name":
        return f"{_NAMES[one.kind]}“{one.text}”"
    before, behind = _around(masked, one)
    if one.form == "ordinal":
        return _ordinal_label(before, behind, one.unit)
    # A year in front begins no name of a figure: it ends the clause.
    before = re.sub(f"{_MASK}{{4}}年度?", "，", before)
    label = label_for(Marker(one.start, one.end, one.text, one.form), Guess(one.kind, one.unit), before, behind)
    label = re.sub(f"{_MASK}+", "", label) or one.text
    return f"{label}（{one.unit}）" if one.unit and len(label) < _SHORTEST_LABEL else label


def _ordinal_label(before: str, behind: str, unit: str) -> str:
    """Return 自治区第几次党代会 for 自治区第十二次党代会."""
    whose = re.search("[一-龥]{0,4}(?=第$)", before)
    what = re.match("[一-龥]{0,3}" if unit else "[一-龥]{0,5}", behind[len(unit) :])
    lead = re.sub("^.*[和与及以在的]", "", whose[0]) if whose is not None else ""
    return f"{lead}第几{unit}{what[0] if what is not None else ''}"


def _around(text: str, one: Found) -> tuple[str, str]:
    """Return what stands before and behind a value in its line, as far as it can tell anything."""
    before, behind = text[max(0, one.start - _CONTEXT) : one.start], text[one.end : one.end + _CONTEXT]
    return before.rpartition("\n")[2], behind.partition("\n")[0]


def _id(text: str, one: Found) -> str:
    """Return a short hash of the words around a value: the same for the same text, whatever stands elsewhere."""
    before, behind = _around(text, one)
    context = "\x1f".join((before[-_ID_CONTEXT:], one.text, behind[:_ID_CONTEXT]))
    return "r" + hashlib.blake2b(context.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
