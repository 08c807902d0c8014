"""Slots: figures, dates, names and masks of a report's sentences become named gaps, written {名称}."""

from __future__ import annotations

import re
from functools import cache

from assistant.filling.kinds import guess_kind
from assistant.filling.markers import markers_in_line
from assistant.filling.names_in_text import find_names
from assistant.report.fields import Kind
from assistant.resources import load_rules

_CONTEXT = 20
_SLOT = re.compile(r"\{([^{}]*)\}")
# Figures are printed as xx, so that their label comes from the words around them; other slots are named.
_FIGURE_SLOTS, _FIGURE_MASK = ("数", "内容"), "xx"
# Stand for the braces of a name's slot until the report's own braces are gone.
_NAMED = {0xE002: "{", 0xE003: "}"}
_DIGIT = re.compile("[0-9]")
_BRACES = str.maketrans("", "", "{}")


def names_in(text: str) -> re.Pattern[str] | None:
    """Return the pattern of the names of places and people that a report tells, None where it tells none."""
    found = {one.text: _names()[one.kind.value] for one in find_names(text, None) if _is_sure(one.text, one.kind)}
    for listed in _listed_people().finditer(text):
        found |= dict.fromkeys(listed[1].split("、"), _names()["person"])
    if not found:
        return None
    kinds: dict[str, list[str]] = {}
    for name, slot in found.items():
        kinds.setdefault(slot, []).append(re.escape(name))
    groups = (f"(?P<{slot}>{'|'.join(sorted(names, key=len, reverse=True))})" for slot, names in kinds.items())
    return re.compile("|".join(groups))


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


def with_slots(line: str, names: re.Pattern[str] | None = None) -> str:
    """Return one line of a report with its masks, figures, dates and `names` as slots."""
    if names is not None:
        masks = [(marker.start, marker.end) for marker in markers_in_line(line)]
        line = names.sub(lambda name: name[0] if _touches(name, masks) else f"\ue002{name.lastgroup}\ue003", line)
    slotted = _with_marks_as_slots(line)
    return slotted.translate(_NAMED) if names is not None else slotted


def _touches(name: re.Match[str], masks: list[tuple[int, int]]) -> bool:
    return any(start < name.end() and name.start() < end for start, end in masks)


def _with_marks_as_slots(line: str) -> str:
    pieces, position = [], 0
    for marker in markers_in_line(line):
        before, behind = line[max(0, marker.start - _CONTEXT) : marker.start], line[marker.end : marker.end + _CONTEXT]
        kind = guess_kind(marker, before, behind).kind
        pieces += [_without_figures(line[position : marker.start]), "{" + _names()[kind.value] + "}"]
        position = marker.end
    pieces.append(_without_figures(line[position:]))
    return "".join(pieces)


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
