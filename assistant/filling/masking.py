"""Masking (脱敏): from a finished report to a sample (范文) that can be passed on.

Figures, dates, sessions and names are masked, and filled fields get their own markers back. Every mask is one that
the program's own finder of markers reads back. Words for it stand in `resources/filling/masking.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from assistant.filling.figures_in_text import Found, find_figures
from assistant.filling.markers import Marker, find_markers
from assistant.filling.names_in_text import find_names
from assistant.report.fields import Field, Kind, State
from assistant.report.model import Report
from assistant.resources import load_rules

DEFAULT_STYLE = "xx"
_NAMES = (Kind.PLACE, Kind.ORG, Kind.PERSON)
_COMPOUNDS = ("date", "session", "formula")
_HAN = "一-龥"
_SHORTEST_NAME, _LONGEST_PERSON = 2, 4
_NUMERAL = re.compile("[0-9０-９]+|[〇○零一二三四五六七八九十百]+")
# Stands for text that no rule may match.
_CLOSED = "\0"


@dataclass(frozen=True, slots=True)
class MaskedSpot:
    """A place of the report that is masked."""

    start: int
    """First code point in the report's text, as it was."""
    end: int
    original: str
    mask: str
    """What stands there instead."""
    kind: Kind
    places: int = 1
    """How many places of the report hold this original."""


@dataclass(frozen=True, slots=True)
class MaskedReport:
    """A report's text with its values masked."""

    text: str
    spots: tuple[MaskedSpot, ...]
    """In the order of the text; they never overlap."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that is masked wherever it stands."""

    text: str
    mask: str
    kind: Kind


def mask_report(
    report: Report, *, entries: Mapping[str, str] | None = None, style: str = DEFAULT_STYLE
) -> MaskedReport:
    """Return the text of a report with every value masked that belongs to its year or its unit.

    Filled fields get their own markers back, open and waived ones stay. `entries` are those of the answer book: the
    names in them are masked wherever they stand. `style` is the mask of a value, one that `find_markers` reads.
    """
    return masked_again(report.text, _spots(report, entries or {}, style), style)


def masked_again(text: str, spots: Sequence[MaskedSpot], style: str = DEFAULT_STYLE) -> MaskedReport:
    """Return a text with just these of its spots masked, each by a mask that reads back as one of its own."""
    spots = tuple(spots)
    for attempt in range(len(_other_masks(Kind.TEXT, style, style))):
        unread = _unread(text, spots)
        if not unread:
            break
        spots = tuple(
            replace(spot, mask=_other_masks(spot.kind, spot.mask, style)[attempt]) if index in unread else spot
            for index, spot in enumerate(spots)
        )
    return MaskedReport(_with_masks(text, spots), spots)


def _with_masks(text: str, spots: Sequence[MaskedSpot]) -> str:
    parts, done = [], 0
    for spot in spots:
        parts += [text[done : spot.start], spot.mask]
        done = spot.end
    return "".join((*parts, text[done:]))


# --- masks that read back


@cache
def _words(section: str) -> dict[str, Any]:
    words: dict[str, Any] = load_rules("filling", "masking.toml")[section]
    return words


@cache
def _name_words(section: str) -> dict[str, Any]:
    words: dict[str, Any] = load_rules("filling", "names.toml")[section]
    return words


def _other_masks(kind: Kind, mask: str, style: str) -> list[str]:
    """Return masks to be tried in turn where one is not read back."""
    return [*(mask.replace(style, other) for other in _words("style")["others"]), f"【{_words('slots')[kind]}】"]


def _unread(text: str, spots: Sequence[MaskedSpot]) -> set[int]:
    """Return the indices of the spots that no marker of the masked text belongs to, or one of the spot before."""
    markers = find_markers(_with_masks(text, spots))
    ends = [marker.end for marker in markers]
    unread: set[int] = set()
    last: Marker | None = None
    by = 0
    for index, spot in enumerate(spots):
        start = spot.start + by
        by += len(spot.mask) - (spot.end - spot.start)
        at = bisect_left(ends, start + 1)
        marker = markers[at] if at < len(markers) and markers[at].start < start + len(spot.mask) else None
        is_merged = marker is not None and marker is last and marker.form not in _COMPOUNDS
        if marker is None or is_merged:
            unread.add(index)
        last = marker
    return unread


# --- spots


def _spots(report: Report, entries: Mapping[str, str], style: str) -> tuple[MaskedSpot, ...]:
    text = report.text
    own = _field_spots(report, style)
    taken = bytearray(len(text))
    open_places = [(marker.start, marker.end) for marker in find_markers(text)]
    open_places += [(p.start, p.end) for f in report.fields for p in f.occurrences if f.state is State.WAIVED]
    for start, end in (*open_places, *((spot.start, spot.end) for spot in own)):
        taken[start:end] = b"\1" * (end - start)
    readable = _covered(text, open_places)
    figures = find_figures(readable)
    names = _names_to_mask(
        _covered(readable, [(one.start, one.end) for one in figures]), entries, _values_of_names(own), style
    )
    spots = [*own, *_name_spots(text, taken, names)]
    closed = _covered(text, _taken_spans(taken))
    spots += [_figure_spot(text, one, style) for one in find_figures(closed)]
    spots.sort(key=lambda spot: spot.start)
    counts = Counter((spot.kind, spot.original) for spot in spots)
    return tuple(replace(spot, places=counts[spot.kind, spot.original]) for spot in spots)


def _covered(text: str, spans: Collection[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in spans:
        characters[start:end] = _CLOSED * (end - start)
    return "".join(characters)


def _taken_spans(taken: bytearray) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(b"\1+", taken)]


def _field_spots(report: Report, style: str) -> list[MaskedSpot]:
    """Return the places of fields that show a value; those that show a marker stay."""
    found = []
    for field in report.fields:
        for place in field.occurrences:
            shown = report.text[place.start : place.end]
            if field.state is State.WAIVED or shown == place.marker != field.value or find_markers(shown):
                continue
            mask = place.marker if find_markers(place.marker) else _mask_of_value(field, shown, style)
            found.append(MaskedSpot(place.start, place.end, shown, mask, field.kind))
    return found


def _values_of_names(spots: Sequence[MaskedSpot]) -> list[tuple[Kind, str]]:
    return list(dict.fromkeys((spot.kind, spot.original) for spot in spots if spot.kind in _NAMES))


def _mask_of_value(field: Field, shown: str, style: str) -> str:
    """Return a mask for a field whose marker is no mask: one of a report that was made from a finished one."""
    form = {Kind.DATE: "date", Kind.SESSION: "session"}.get(field.kind, "figure")
    if field.kind in _NAMES:
        titles = _name_words("people")["titles"]
        last = re.search(f"(?:{_last_words()}|{titles}|{'|'.join(_words('units')['suffixes'])})$", shown)
        return style + (last[0] if last is not None else "")
    return _mask_of(shown, field.kind, form, style)


def _name_spots(text: str, taken: bytearray, names: Sequence[_Name]) -> Iterator[MaskedSpot]:
    """Yield every place of the names, the longer names first, so that 青禾县 is no 青禾 with a rest."""
    for name in sorted(names, key=lambda name: -len(name.text)):
        start = text.find(name.text)
        while start >= 0:
            end = start + len(name.text)
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield MaskedSpot(start, end, name.text, name.mask, name.kind)
            start = text.find(name.text, start + 1)


def _figure_spot(text: str, one: Found, style: str) -> MaskedSpot:
    # a closed character inside, as in a date that is filled in part, is no part of the value
    mask = _mask_of(one.text, one.kind, one.form, style)
    return MaskedSpot(one.start, one.end, text[one.start : one.end], mask, one.kind)


def _mask_of(value: str, kind: Kind, form: str, style: str) -> str:
    """Return a mask in the form of a value: xx月xx日 for 3月5日, 二十届X中全会, xx余 for 30余."""
    if kind is Kind.SESSION:
        return _mask_of_session(value, style)
    if kind is Kind.DATE and "、" not in value:
        return _NUMERAL.sub(lambda numeral: _mask_of_date(numeral[0], style), value)
    if kind is Kind.TEXT and re.match(r"[〔［\[（(]", value):
        return _NUMERAL.sub(lambda numeral: _mask_of_date(numeral[0], style), value)
    if kind is Kind.TEXT and re.search("[+＋]", value):
        return re.sub("[0-9]+", style, value)
    about = re.search("[余多来]$", value) if form == "figure" else None
    return style + (about[0] if about is not None else "")


def _mask_of_date(numeral: str, style: str) -> str:
    """Return 20xx for a year, in digits or not; xx for a month, a day or an hour."""
    if len(numeral) != len("2025"):
        return style
    return ("19" if numeral[:2] in ("19", "１９", "一九") else "20") + style


def _mask_of_session(value: str, style: str) -> str:
    """Return 二十届X中全会 for 二十届四中全会, and xx for the numerals of other meetings."""
    single = _words("style")["single"].get(style, style[:1])
    if re.search("中(?:、|和|及)?", value) and "全会" in value and "次" not in value:
        return re.sub("[0-9０-９一二三四五六七八九十]+(?=中)", single, value)
    return re.sub("(?<=第)[0-9０-９一二三四五六七八九十百零]+(?=[届次])|^[一二三四五六七八九十]+(?=届)", style, value)


# --- names


def _names_to_mask(
    text: str, entries: Mapping[str, str], values: Iterable[tuple[Kind, str]], style: str
) -> tuple[_Name, ...]:
    """Return the names that a text, the answer book's entries and the values of fields tell, each once.

    Of a place its last word stays (xx县), and so does the last word of a unit (xx中学); 财政局 alone is no name.
    """
    found: list[_Name] = []
    for one in find_names(text, None):
        found += _person(text, one.text, style) if one.kind is Kind.PERSON else _place(one.text, style)
    for key, value in entries.items():
        found += _entry(text, key, value.strip(), style)
    for kind, value in values:
        if kind is Kind.PERSON:
            found += _person(text, value, style)
        elif kind is Kind.PLACE:
            found += _place(value, style)
        else:
            found += _unit(value, style)
    names: dict[str, _Name] = {}
    for name in found:
        if len(name.text) >= _SHORTEST_NAME and not _is_generic(name.text):
            names.setdefault(name.text, name)
    return tuple(names.values())


@cache
def _last_words() -> str:
    places = _name_words("places")
    return "|".join(sorted((*places["upper"], *places["lower"]), key=len, reverse=True))


@cache
def _bureau() -> re.Pattern[str]:
    words = _name_words("bureaus")
    industries = "|".join(sorted(words["industries"], key=len, reverse=True))
    return re.compile(rf"(?:{words['levels']})?(?:{industries})(?:{words['kinds']})?")


def _is_generic(name: str) -> bool:
    """Whether a name is one that every county has: 财政, 县财政局, 全县."""
    return _bureau().fullmatch(name) is not None or re.fullmatch(rf"[全我各本](?:{_last_words()})", name) is not None


def _entry(text: str, key: str, value: str, style: str) -> Iterator[_Name]:
    """Yield the names in an entry of the answer book; an own entry is a name as a whole."""
    kinds = _words("entries")
    if not value or key in kinds["leave"]:
        return
    if key in kinds["people"]:
        yield from _person(text, value, style)
    elif key in kinds["places"]:
        yield from _place(value, style)
    elif key in kinds["units"] or value.endswith(tuple(_words("units")["suffixes"])):
        yield from _unit(value, style)
    else:
        yield from (
            _place(value, style) if re.search(f"(?:{_last_words()})$", value) else (_Name(value, style, Kind.TEXT),)
        )


def _place(name: str, style: str) -> Iterator[_Name]:
    """Yield a place by its stem; one of a single character, or that is a common word, with its last word too."""
    last = re.search(f"(?:{_last_words()})$", name)
    stem = name[: last.start()] if last is not None else name
    if last is not None and (len(stem) < _SHORTEST_NAME or stem in _name_words("places")["common"]):
        yield _Name(name, style + last[0], Kind.PLACE)
    yield _Name(stem, style, Kind.PLACE)


def _unit(value: str, style: str) -> Iterator[_Name]:
    """Yield the places in a unit's name (青禾 of 青禾县财政局), or its own name where it holds none."""
    places = [found[0] for found in re.finditer(rf"[{_HAN}]{{1,6}}?(?:{_last_words()})", value)]
    places = [place for place in places if not _is_generic(place)]
    if places:
        for place in places:
            yield from _place(place, style)
        return
    bureau = next((found for found in _bureau().finditer(value) if found.end() == len(value)), None)
    if bureau is not None:
        yield _Name(value[: bureau.start()], style, Kind.PLACE)
        return
    suffix = next((word for word in _words("units")["suffixes"] if value.endswith(word)), "")
    yield _Name(value.removesuffix(suffix), style, Kind.ORG)


def _person(text: str, name: str, style: str) -> Iterator[_Name]:
    """Yield a person, and where the text calls that person by surname and title: 周局长."""
    words = _name_words("people")
    title = re.fullmatch(f"(.)({words['titles']})", name)
    if title is not None:
        yield _Name(name, style + title[2], Kind.PERSON)
        return
    yield _Name(name, style, Kind.PERSON)
    if _SHORTEST_NAME <= len(name) <= _LONGEST_PERSON:
        for called in re.finditer(f"{re.escape(name[0])}({words['titles']})", text):
            yield _Name(called[0], style + called[1], Kind.PERSON)
