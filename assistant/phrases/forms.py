"""Forms: which stretches of a report are phrases, what their form is worth, and the category they belong to.

The words, patterns and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.report.model import Role
from assistant.resources import load_rules

CATEGORIES = ("开头", "过渡", "做法", "成效", "问题", "打算", "结尾", "固定表述", "称谓")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("{", "}"))
_HAN = re.compile("[一-龥]")
_PAIRED = re.compile("[“”《》（）{}]")
_SLOT = re.compile(r"\{[^{}]*\}")
_ROLES = {Role.SALUTATION: "称谓", Role.CLOSING: "结尾"}
_MOST_SLOTS_SHARE = 0.34
_TAIL = 10
"""Characters at the end of a phrase in which endings are looked for; none is longer."""
_REMEMBERED = 1 << 15
"""Stretches whose worth is remembered: reports say many things alike."""


def trimmed(stretch: str) -> str:
    """Return a stretch without number, enumeration word and connecting word in front."""
    return _lead().sub("", stretch, count=1)


def length_limit(form: str) -> int:
    """Return how many characters a phrase of this form may have."""
    return _limits()[form]


def is_phrase(stretch: str, form: str) -> bool:
    """Tell whether a stretch is whole, of Chinese words, and no known slip."""
    shortest = 2 if form in ("quoted", "fixed") else _limits()["shortest"]
    return len(stretch) >= shortest and _is_whole(stretch)


@lru_cache(maxsize=_REMEMBERED)
def _is_whole(stretch: str) -> bool:
    starts, ends, slips = _never()
    if starts.match(stretch) or ends.search(stretch[-_TAIL:]) or slips.search(stretch) or not _HAN.search(stretch):
        return False
    if _PAIRED.search(stretch) and any(stretch.count(first) != stretch.count(last) for first, last in _PAIRS):
        return False
    if "{" not in stretch:
        return True
    if len(_HAN.findall(_SLOT.sub("", stretch))) < 3:
        return False
    slotted = sum(map(len, _SLOT.findall(stretch)))
    return slotted <= len(stretch) * _MOST_SLOTS_SHARE + 2


def form_points(phrase: str, form: str) -> float:
    """Return what the form of a phrase is worth."""
    return _points()[form] + _worth(phrase)


@lru_cache(maxsize=_REMEMBERED)
def _worth(phrase: str) -> float:
    tail = phrase[-_TAIL:]
    return sum(worth for pattern, worth, is_tail in _forms() if pattern.search(tail if is_tail else phrase))


def category_of(phrase: str, section: str, role: Role, *, is_last: bool) -> str:
    """Return the category of a phrase found under the heading `section` in a paragraph of this role."""
    if role in _ROLES:
        return _ROLES[role]
    if _pattern("category", "transition").search(phrase):
        return "过渡"
    if _pattern("category", "problem").search(phrase):
        return "问题"
    if _pattern("category", "fixed").search(phrase):
        return "固定表述"
    if is_last:
        return "结尾"
    if not section:
        return "开头"
    return next((name for pattern, name in _sections() if pattern.search(section)), "做法")


@cache
def _pattern(*keys: str) -> re.Pattern[str]:
    return re.compile(load_rules("phrases", "forms.toml")[keys[0]][keys[1]])


@cache
def _lead() -> re.Pattern[str]:
    rules = load_rules("phrases", "forms.toml")["lead"]
    parts = (f"(?:{rules[name].removeprefix('^')})?" for name in ("label", "enumeration", "filler", "subject"))
    return re.compile("^" + "".join(parts))


@cache
def _limits() -> dict[str, int]:
    lengths = load_rules("phrases", "forms.toml")["length"]
    limits = dict.fromkeys(_points(), int(lengths["longest"])) | {"shortest": int(lengths["shortest"])}
    limits |= dict.fromkeys(("clause", "quoted", "fixed", "repeated"), int(lengths["longest_clause"]))
    return limits | dict.fromkeys(("group", "parallel_list"), int(lengths["longest_group"]))


@cache
def _points() -> dict[str, float]:
    return {name: float(points) for name, points in load_rules("phrases", "forms.toml")["points"].items()}


@cache
def _never() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what a phrase never begins with, ends with (within its last characters), and holds."""
    rules = load_rules("phrases", "forms.toml")["never"]
    slips = "|".join(map(re.escape, rules["slips"]))
    return re.compile(rules["starts"]), re.compile(rules["ends"]), re.compile(f"{rules['foreign']}|{slips}")


@cache
def _forms() -> tuple[tuple[re.Pattern[str], float, bool], ...]:
    return tuple(
        (re.compile(form["pattern"]), float(form["points"]), form.get("at_end", False))
        for form in load_rules("phrases", "forms.toml")["form"]
    )


@cache
def _sections() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), name) for pattern, name in _category_rules())


def _category_rules() -> list[tuple[str, str]]:
    rules: list[tuple[str, str]] = load_rules("phrases", "forms.toml")["category"]["sections"]
    return rules
