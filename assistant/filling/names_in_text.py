"""Names in a finished text: places, bureaus and people that belong to the unit which wrote it.

They are found by their last word (县, 镇, 局 …) or the title beside them; every place of a found name is found.
Words and known names stand in `resources/filling/names.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.filling.figures_in_text import Found
from assistant.report.fields import Kind, Link
from assistant.resources import load_rules

_HAN = "一-龥"
_LONGEST_STEM = 3
_LONGEST_RUN = 12
_LONGEST_PERSON = 4
_RUN = re.compile(rf"[{_HAN}]{{0,{_LONGEST_RUN}}}$")
# Stands for text that belongs to a field already.
_CLOSED = "\0"


@dataclass(frozen=True, slots=True)
class _Place:
    stem: str
    suffix: str
    is_lower: bool
    """Whether it is a town, village or street of a county."""

    @property
    def name(self) -> str:
        return self.stem + self.suffix


def find_names(text: str, entries: Mapping[str, str] | None) -> tuple[Found, ...]:
    """Return every place of the names in a text that the answer book does not confirm, in order.

    Names of whole places are found first, then the same places told without 县 or 市, then bureaus and people.
    Without entries all places and people are returned; bureaus are told apart from the unit's own by the book alone.
    """
    values = tuple(value for value in (entries or {}).values() if value)
    places = _foreign_places(text, values)
    taken = bytearray(len(text))
    found: list[Found] = []
    whole = [place.name for place in places]
    bare = [place.stem for place in places if not place.is_lower]
    people = [name for name in _people(text) if not _is_own_person(name, values)]
    # Longer names first, so that 青禾县 is no 青禾 with a rest, and 李明华 no 李明.
    for kind, names in ((Kind.PLACE, whole), (Kind.PERSON, people), (Kind.PLACE, bare)):
        found += _all_places(text, taken, kind, names)
    found += _all_places(text, taken, Kind.ORG, _foreign_bureaus(text, values))
    return tuple(sorted(found, key=lambda one: one.start))


def names_told(text: str) -> dict[str, Kind]:
    """Return the places and people that a text names, as `find_names` finds them, without where they stand."""
    places = _foreign_places(text, ())
    names = dict.fromkeys((place.name for place in places), Kind.PLACE)
    return dict.fromkeys(_people(text), Kind.PERSON) | names


def places_of_name(text: str, name: str) -> Iterator[tuple[int, Link]]:
    """Yield where a name stands in a text, places apart, and how sure it is that it is the name there.

    A name that is a common word too (和平, 高峰) is sure only beside 县 or 同志.
    """
    beside = re.compile(
        rf"(?:{'|'.join(_words('places')['upper'])})|(?:{_words('people')['forms']}|{_words('people')['titles']})"
    )
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        is_sure = name not in _words("places")["common"] or beside.match(text, end) is not None
        yield start, Link.CERTAIN if is_sure else Link.SUGGESTED
        start = text.find(name, end)


def _all_places(text: str, taken: bytearray, kind: Kind, names: Iterable[str]) -> Iterator[Found]:
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        for start, link in places_of_name(text, name):
            end = start + len(name)
            # Behind a field "县" is the end of that place's name, and the bureau begins behind it.
            is_cut = kind is Kind.ORG and text[start - 1 : start] == _CLOSED and name[0] in _words("bureaus")["levels"]
            if not is_cut and not any(taken[start:end]):
                taken[start:end] = b"\1" * len(name)
                yield Found(start, end, name, kind, "", "name", link)


# --- places


@cache
def _words(section: str) -> dict[str, Any]:
    words: dict[str, Any] = load_rules("filling", "names.toml")[section]
    return words


@cache
def _known_stems() -> frozenset[str]:
    return frozenset(_words("places")["known"].split())


@cache
def _suffixes() -> re.Pattern[str]:
    words = _words("places")
    parts = []
    for suffix in (*words["upper"], *words["lower"]):
        never = words["not_behind"].get(suffix)
        parts.append(suffix + (f"(?!{never})" if never else ""))
    return re.compile("|".join(parts))


def _places(text: str) -> tuple[_Place, ...]:
    """Return the places that a text names, each once: those with a known name, and those that stand like a name."""
    found: list[_Place] = []
    lower = frozenset(_words("places")["lower"])
    for suffix in _suffixes().finditer(text):
        run = _RUN.search(text[max(0, suffix.start() - _LONGEST_RUN) : suffix.start()])
        before = run[0] if run is not None else ""
        is_lower = suffix[0] in lower
        place = _Place(_stem_of(before, suffix[0]), suffix[0], is_lower)
        if place.stem in _known_stems() or (place.stem and _stands_like_a_name(text, suffix, place)):
            found.append(place)
    return tuple(dict.fromkeys(found))


def _stem_of(before: str, suffix: str) -> str:
    """Return the name that ends in front of a suffix, given the characters before it, or "" where none is sure."""
    stems = _known_stems()
    known = next((before[-n:] for n in (5, 4, 3, 2) if before[-n:] in stems), "")
    if suffix in ("省", "自治区") or (known and suffix == "市"):
        return known
    common, verbs, cuts = _marks_of_stems()
    if before.endswith(common):
        return next(word for word in common if before.endswith(word))
    stem = cuts.split(before)[-1]
    while stem.startswith(verbs):
        stem = stem.removeprefix(next(verb for verb in verbs if stem.startswith(verb)))
    if suffix.startswith("自治"):
        return stem if re.fullmatch(rf"[{_HAN}]{{1,4}}族(?:[{_HAN}]{{1,2}}族)*", stem) else ""
    is_generic = not 2 <= len(stem) <= _LONGEST_STEM or stem.endswith(_generic_before(suffix))
    return "" if is_generic else stem


@cache
def _marks_of_stems() -> tuple[tuple[str, ...], tuple[str, ...], re.Pattern[str]]:
    """Return names that are common words, verbs that stand before a name, and what parts it from the words before."""
    words = _words("places")
    return tuple(words["common"]), tuple(words["verbs"]), re.compile(f"[{words['cuts']}]")


@cache
def _generic_before(suffix: str) -> tuple[str, ...]:
    words = _words("places")
    return (*words["generic"], *words["generic_before"].get(suffix, ""))


def _stands_like_a_name(text: str, suffix: re.Match[str], place: _Place) -> bool:
    """Whether the words around an unknown place are those around a name.

    One with 县 or 市 stands before a bureau or government, behind a larger place, or begins a line; a town or village
    is one of a list, or is gone to.
    """
    words = _words("places")
    start = suffix.start() - len(place.stem)
    before = text[max(0, start - 3) : start]
    behind = text[suffix.end() : suffix.end() + _LONGEST_RUN]
    if place.is_lower:
        is_gone_to = re.search(rf"(?:{words['lower_before']})$", before) is not None
        return is_gone_to or re.match(words["lower_behind"], behind) is not None
    return (
        re.match(words["upper_behind"], behind) is not None
        or re.search("[省市县]$", before) is not None
        or not before.strip()
        or before.endswith("\n")
    )


def _foreign_places(text: str, values: tuple[str, ...]) -> tuple[_Place, ...]:
    """Return the places that no entry names; towns and villages only where the report is not the unit's own."""
    places = _places(text)
    foreign = tuple(place for place in places if not _is_confirmed(place, values))
    is_own = any(not place.is_lower for place in set(places) - set(foreign))
    return tuple(place for place in foreign if not (place.is_lower and is_own))


def _is_confirmed(place: _Place, values: tuple[str, ...]) -> bool:
    return any(place.name in value or value == place.stem for value in values)


# --- bureaus


@cache
def _bureau_pattern() -> re.Pattern[str]:
    words = _words("bureaus")
    industries = "|".join(sorted(words["industries"], key=len, reverse=True))
    return re.compile(
        rf"(?P<level>{words['levels']})?(?P<name>(?P<industry>{industries})(?P<kind>{words['kinds']})(?!员))"
    )


def _foreign_bureaus(text: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the report's own bureau, where the book's unit is another one.

    Its own bureau is the one whose industry the report tells most often: what the book says of the own unit
    contradicts nothing that is said of others.
    """
    if not any(re.search(rf"(?:{_words('bureaus')['kinds']})$", value) for value in values):
        return ()
    found = list(_bureau_pattern().finditer(text))
    if not found:
        return ()
    own_industry = Counter(match["industry"] for match in found).most_common(1)[0][0]
    places = tuple(place.name for place in _places(text))
    names = (_bureau_name(text, match, places) for match in found if match["industry"] == own_industry)
    return tuple(name for name in dict.fromkeys(names) if not any(value.endswith(name) for value in values))


def _bureau_name(text: str, match: re.Match[str], places: tuple[str, ...]) -> str:
    """Return a bureau's name with its level (区财政局), without one that ends the name of a place (青禾县)."""
    level: str = match["level"] or ""
    name: str = match["name"]
    is_of_place = text[: match.start("name")].endswith((*places, _CLOSED + level))
    return name if is_of_place else level + name


# --- people


def _han_without(characters: str) -> str:
    """Return the Chinese characters but for these, as ranges for a pattern."""
    first, last = _HAN[0], _HAN[-1]
    ends = [chr(ord(character) - 1) for character in sorted(characters)]
    starts = [chr(ord(character) + 1) for character in sorted(characters)]
    return "".join(f"{one}-{other}" for one, other in zip([first, *starts], [*ends, last], strict=True))


@cache
def _person_patterns() -> tuple[re.Pattern[str], ...]:
    words = _words("people")
    given = rf"(?!{words['not_given']})[{_HAN}]"
    surname = rf"(?:{'|'.join(words['compound_surnames'])}|[{words['surnames']}])"
    firsts = words["surnames"] + "".join(one[0] for one in words["compound_surnames"])
    name = rf"(?P<name>(?=[{firsts}])(?!{words['not_names']}){surname}{given}(?:{given})?)"
    begins = f"[^{_han_without('由和与了到对向被经受')}]"  # quicker than looking back from every character
    with_title = rf"(?P<name>[{words['surnames']}](?:{words['titles']}))"
    return (
        re.compile(rf"(?:{words['titles']})[ \u3000]*{name}(?={words['behind']})", re.MULTILINE),
        # signature lines: 述职人：李小明, 县财政局 李小明
        re.compile(rf"(?:{words['signers']})[：: \u3000]+{name}(?=[ \u3000]*$)", re.MULTILINE),
        re.compile(rf"^[^，。；\n]{{2,24}}(?:{words['offices']})[ \u3000]+{name}(?=[ \u3000]*$)", re.MULTILINE),
        re.compile(rf"{begins}{name}(?=(?:{words['forms']}|{words['titles']}))", re.MULTILINE),
        re.compile(rf"{begins}{with_title}(?={words['behind']})", re.MULTILINE),
    )


def _people(text: str) -> Iterator[str]:
    """Yield the names of people: 周知远 beside a title or 同志, and 王局长 where no more is told."""
    national = tuple(_words("people")["national"])
    for pattern in _person_patterns():
        for match in pattern.finditer("\n" + text):
            if not match["name"].startswith(national):
                yield match["name"]


def _is_own_person(name: str, values: tuple[str, ...]) -> bool:
    is_surname = re.fullmatch(rf".(?:{_words('people')['titles']})", name) is not None
    return any(
        value.startswith(name[0]) and len(value) <= _LONGEST_PERSON if is_surname else name in value for value in values
    )
