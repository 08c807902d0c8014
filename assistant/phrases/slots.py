"""Slots: figures, dates, names and masks of a report's sentences become named gaps, written {名称}."""

from __future__ import annotations

import re
from functools import cache

from assistant.filling.kinds import guess_kind
from assistant.filling.markers import find_markers
from assistant.resources import load_rules

_CONTEXT = 20
_SLOT = re.compile(r"\{([^{}]*)\}")
# Figures are printed as xx, so that their label comes from the words around them; other slots are named.
_FIGURE_SLOTS, _FIGURE_MASK = ("数", "内容"), "xx"
_BRACES = str.maketrans("", "", "{}")


def with_slots(line: str) -> str:
    """Return a line of a report with its masks, figures and dates as slots."""
    pieces, position = [], 0
    for marker in find_markers(line):
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
    for pattern, name in _figures():
        text = pattern.sub(name, text)
    return text


@cache
def _figures() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_rules("phrases", "forms.toml")["slots"]
    figures = [(re.compile(pattern), "{" + name + "}") for pattern, name in rules["figures"]]
    return (*figures, (re.compile(rules["paper"]), "《{文件}》"))


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = load_rules("phrases", "forms.toml")["slots"]["names"]
    return names
