"""Slots: figures, dates, names and masks of a report's sentences become named gaps, written {名称}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from assistant.filling.kinds import guess_kind
from assistant.filling.markers import markers_in_line
from assistant.filling.names_in_text import names_told
from assistant.report.fields import Kind
from assistant.report.model import lines_with_offsets
from assistant.resources import load_rules

_CONTEXT = 20
_SLOT = re.compile(r"\{([^{}]*)\}")
# Figures are printed as xx, so that their label comes from the words around them; other slots are named.
_FIGURE_SLOTS, _FIGURE_MASK = ("数", "内容"), "xx"
# Stand for the braces of slots until the report's own braces are gone; a mask's is told from a name's, for the
# title of a paper goes with the names in it, and not with a mask.
_NAME, _MASK, _CLOSED = "\ue002", "\ue004", "\ue003"
_BRACES_OF_SLOTS = ((_NAME, "{"), (_MASK, "{"), (_CLOSED, "}"))
_DIGIT = re.compile("[0-9]")
_BRACES = str.maketrans("", "", "{}")


class Names:
    """The names of places and people that a report tells, each with the name of its slot."""

    def __init__(self, slots: Mapping[str, str]) -> None:
        """Make one pattern of all names, longer ones first."""
        self._slots = slots
        self._pattern = re.compile("|".join(re.escape(name) for name in sorted(slots, key=len, reverse=True)))

    def places_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and slot of each name in a text, in order."""
        for found in self._pattern.finditer(text):
            yield found.start(), found.end(), self._slots[found[0]]


def names_in(text: str) -> Names | None:
    """Return the names of places and people that a report tells, None where it tells none."""
    found = {name: _names()[kind.value] for name, kind in names_told(text).items() if _is_sure(name, kind)}
    for listed in _listed_people().finditer(text):
        found |= dict.fromkeys(listed[1].split("、"), _names()["person"])
    return Names(found) if found else None


def _is_sure(name: str, kind: Kind) -> bool:
    """Tell whether a found name can be nothing else: a place with 县 or 村 behind a stem that is no common word."""
    if kind is not Kind.PLACE:
        return True
    places, common = (
        load_rules("filling", "names.toml")["places"],
        load_rules("phrases", "forms.toml")["slots"]["common"],
    )
    ends = next((end for end in (*places["upper"], *places["lower"]) if name.endswith(end)), "")
    return bool(ends) and name.removesuffix(ends) not in common


def with_slots(text: str, names: Names | None = None) -> str:
    """Return lines of a report with their masks, figures, dates and `names` as slots."""
    masks = list(_masks_in(text))
    gaps = masks if names is None else sorted([*masks, *_apart_from(masks, names.places_in(text))])
    pieces, position = [], 0
    for start, end, slot in gaps:
        pieces += [text[position:start], slot]
        position = end
    slotted = _without_figures("".join([*pieces, text[position:]]))
    for sign, brace in _BRACES_OF_SLOTS:
        slotted = slotted.replace(sign, brace)
    return slotted


def _masks_in(text: str) -> Iterator[tuple[int, int, str]]:
    for first, line in lines_with_offsets(text):
        for marker in markers_in_line(line):
            start, end = marker.start, marker.end
            kind = guess_kind(marker, line[max(0, start - _CONTEXT) : start], line[end : end + _CONTEXT]).kind
            yield first + start, first + end, f"{_MASK}{_names()[kind.value]}{_CLOSED}"


def _apart_from(
    masks: Sequence[tuple[int, int, str]], names: Iterable[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Yield the names that touch no mask; both stand in order."""
    ahead = iter(masks)
    mask = next(ahead, None)
    for start, end, slot in names:
        while mask is not None and mask[1] <= start:
            mask = next(ahead, None)
        if mask is None or end <= mask[0]:
            yield start, end, f"{_NAME}{slot}{_CLOSED}"


def as_typed(phrase: str) -> str:
    """Return a phrase as it is put into a report: each slot a mask, so that it becomes an open field."""
    return _SLOT.sub(lambda slot: _FIGURE_MASK if slot[1] in _FIGURE_SLOTS else f"【{slot[1]}】", phrase)


def _without_figures(text: str) -> str:
    """Return finished text with its figures, dates and own papers as slots."""
    if "{" in text or "}" in text:
        text = text.translate(_BRACES)
    if _DIGIT.search(text):
        for pattern, name in _figures():
            text = pattern.sub(name, text)
    return _paper().sub("《{文件}》", text) if "《" in text else text


@cache
def _listed_people() -> re.Pattern[str]:
    """Return the pattern of lists of people: 廖某某、孙某等先进人物."""
    surnames = load_rules("filling", "names.toml")["people"]["surnames"]
    name = f"[{surnames}][一-龥]{{1,2}}"
    return re.compile(rf"(?<=[向学习])({name}(?:、{name})+)(?=等?(?:先进|同志|英雄|模范|典型|楷模|烈士|优秀))")


@cache
def _figures() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_rules("phrases", "forms.toml")["slots"]
    return tuple((re.compile(pattern), "{" + name + "}") for pattern, name in rules["figures"])


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(load_rules("phrases", "forms.toml")["slots"]["paper"])


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = load_rules("phrases", "forms.toml")["slots"]["names"]
    return names
