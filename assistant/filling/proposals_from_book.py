"""Proposals from the answer book (单位信息): what it knows for fields that ask for the own unit's names.

Told by the words around a field's first place, as `resources/filling/answer_book.toml` lists them. A proposal
completes what is printed: 青禾 where 县财政局 stands behind. Nothing is proposed where it is not sure, and
nothing is filled here: the clerk accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assistant.report.fields import Field, Kind, State
from assistant.report.model import Report
from assistant.resources import load_rules

_KINDS = (Kind.PLACE, Kind.ORG, Kind.PERSON, Kind.TEXT)
_NEAR = 8


@dataclass(frozen=True, slots=True)
class _Spot:
    """A field's first place: its marker, and its line before and behind it."""

    marker: str
    before: str
    behind: str
    is_first_line: bool


def book_proposals(report: Report, entries: Mapping[str, str]) -> Mapping[str, str]:
    """Return values for open fields by field id, in the order of the text.

    `entries` holds the answer book by the names of its attributes (`unit`, `city` …), and its own entries by theirs.
    """
    known = {name: value.strip() for name, value in entries.items() if value.strip()}
    proposals = {}
    for field in report.fields:
        if field.state is State.OPEN and not field.value and field.kind in _KINDS:
            value = _proposal(field, _spot(report.text, field), known)
            if value:
                proposals[field.id] = value
    return proposals


def front_part(name: str, before: str, behind: str) -> str:
    """Return the part of a name that is missing between what is printed before and behind, "" where it does not fit.

    ("青禾县财政局", "", "财政局党组") gives 青禾县, ("青禾县财政局", "青禾县", "局") gives 财政.
    """
    levels = _words("bureau")["levels"]
    printed = next((n for n in range(min(len(name) - 1, len(behind)), 0, -1) if behind.startswith(name[-n:])), 0)
    if not printed:
        return ""
    part = name[:-printed]
    if before[-1:] and before[-1] in levels:
        _, _, part = part.partition(before[-1])
    return part


def _words(section: str) -> Any:
    return load_rules("filling", "answer_book.toml")[section]


def _spot(text: str, field: Field) -> _Spot:
    place = field.occurrences[0]
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    behind = text[place.end : end if end >= 0 else len(text)]
    return _Spot(place.marker, text[start : place.start], behind, not text[:start].strip())


def _proposal(field: Field, spot: _Spot, entries: Mapping[str, str]) -> str:
    named = _named_entry(field, spot, entries)
    if named:
        return named
    if field.kind is Kind.PERSON:
        return _person(spot, entries)
    if field.kind is Kind.PLACE:
        return _place(spot, entries)
    bureau = _bureau(spot, entries) if field.kind is Kind.ORG else ""
    return bureau or _industry(spot, entries)


def _ends(pattern: str, text: str) -> bool:
    return re.search(f"(?:{pattern})$", text) is not None


# --- slots and own entries


def _named_entry(field: Field, spot: _Spot, entries: Mapping[str, str]) -> str:
    """Return the entry that a slot or the field's label names."""
    slot = spot.marker.strip("【】[]{}｛｝〔〕（）() 　")
    name = slot.split("：")[-1] if slot != spot.marker else ""
    return entries.get(_words("slots").get(name, name), "") or entries.get(field.label, "")


# --- places


def _place(spot: _Spot, entries: Mapping[str, str]) -> str:
    """Return the province, city or county whose last word stands behind the spot; the unit's own place before all."""
    if _ends(_words("place_words")["not_before"], spot.before):
        return ""
    own = front_part(entries.get("unit", ""), spot.before, spot.behind)
    if own and spot.behind[0] in _words("bureau")["levels"]:
        return own
    fitting = {
        value
        for rule in _words("place")
        if re.match(rule["behind"], spot.behind)
        and (value := _without_last_word(entries.get(rule["entry"], ""), spot.behind, rule["behind"]))
    }
    return fitting.pop() if len(fitting) == 1 else ""


def _without_last_word(name: str, behind: str, last_words: str) -> str:
    """Return 青禾 for 青禾县 before 县, and 青禾 for 青禾; "" for a name that ends in another such word."""
    word = re.match(last_words, behind)
    if word is not None and name.endswith(word[0]):
        return name.removesuffix(word[0])
    return "" if re.search("(?:省|市|县|区|州|旗)$", name) else name


# --- bureaus


def _bureau(spot: _Spot, entries: Mapping[str, str]) -> str:
    words = _words("bureau")
    if re.match(words["not_behind"], spot.behind) or _ends(words["not_before"], spot.before):
        return ""
    for name in _bureaus_that_fit(spot, entries):
        part = front_part(name, spot.before, spot.behind)
        if part:
            return part
    return ""


def _bureaus_that_fit(spot: _Spot, entries: Mapping[str, str]) -> Iterator[str]:
    """Yield the names that the spot may mean, the likeliest first: a title has the full name, the text the short."""
    words = _words("bureau")
    superior = entries.get("superior", "")
    if re.match(words["superior_behind"], spot.behind) or _ends(words["superior_before"], spot.before):
        yield superior
        return
    unit, short = entries.get("unit", ""), entries.get("unit_short", "")
    yield from (unit, short) if spot.is_first_line else (short, unit)
    if spot.before[-1:] and spot.before[-1] in words["levels"]:
        yield superior


# --- the industry


def _industry(spot: _Spot, entries: Mapping[str, str]) -> str:
    words, industry = _words("industry"), entries.get("industry", "")
    if not industry or industry in spot.before[-_NEAR:] or _ends(words["not_before"], spot.before):
        return ""
    near = spot.before[-_NEAR:]
    is_work = (
        spot.behind.startswith("工作")
        and _ends(words["work_before"], near)
        and not re.search(words["work_not_near"], near)
    )
    return industry if is_work or re.match(words["behind"], spot.behind) else ""


# --- people


def _person(spot: _Spot, entries: Mapping[str, str]) -> str:
    words = _words("person")
    near = re.split("[，,。；：！？]", spot.before)[-1]
    if _ends(f"(?:{words['not_own']})[^，。；]{{0,6}}", near) or _is_of_other_bureau(near, entries):
        return ""
    secretary, head = entries.get("secretary", ""), entries.get("head", "")
    if re.match(words["secretary_behind"], spot.behind):
        return secretary
    if re.match(words["head_behind"], spot.behind):
        return head
    if not re.match(words["name_behind"], spot.behind):
        return ""
    if _ends(words["head_before"], near):
        both = _ends(f"{words['secretary_before']}、(?:{words['head_before']})", near)
        return head if not both or secretary in ("", head) else ""
    return secretary if _ends(words["secretary_before"], near) else ""


def _is_of_other_bureau(near: str, entries: Mapping[str, str]) -> bool:
    """Whether the title belongs to a bureau that the book does not know (县税务局局长)."""
    units = [entries.get(name, "") for name in ("unit", "unit_short")]
    bureau = re.search(f"({_words('person')['bureau']})(?:党组)?(?:书记|局长|、)*$", near)
    return bureau is not None and not any(unit and bureau[1].endswith(unit) for unit in units)
