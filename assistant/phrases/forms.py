"""Forms: which stretches of a report are phrases, what their form is worth, and the category they belong to.

The words, patterns and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.report.model import Role
from assistant.resources import load_rules

CATEGORIES = ("开头", "过渡", "做法", "成效", "问题", "打算", "结尾", "固定表述", "称谓")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
_HAN = re.compile("[一-龥]")
_SLOT = re.compile(r"\{[^{}]*\}")
_ROLES = {Role.SALUTATION: "称谓", Role.CLOSING: "结尾"}
_MOST_SLOTS_SHARE = 0.34


def trimmed(stretch: str) -> str:
    """Return a stretch without number, enumeration word and connecting word in front."""
    return _lead().sub("", stretch, count=1)


def length_limit(form: str) -> int:
    """Return how many characters a phrase of this form may have."""
    return _limits()[form]


def is_phrase(stretch: str, form: str) -> bool:
    """Tell whether a stretch is whole, of Chinese words, and no known slip."""
    shortest = 2 if form == "quoted" else _limits()["shortest"]
    if len(stretch) < shortest or not _HAN.search(stretch) or _never().search(stretch):
        return False
    if any(stretch.count(first) != stretch.count(last) for first, last in _PAIRS):
        return False
    if "{" in stretch and len(_HAN.findall(_SLOT.sub("", stretch))) < 3:
        return False
    if "{" in stretch:
        slotted = sum(map(len, _SLOT.findall(stretch)))
        return slotted <= len(stretch) * _MOST_SLOTS_SHARE + 2
    return True


def form_points(phrase: str, form: str) -> float:
    """Return what the form of a phrase is worth."""
    return _points()[form] + sum(worth for pattern, worth in _forms() if pattern.search(phrase))


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
    parts = (f"(?:{rules[name].removeprefix('^')})?" for name in ("label", "enumeration", "filler"))
    return re.compile("^" + "".join(parts))


@cache
def _limits() -> dict[str, int]:
    lengths = load_rules("phrases", "forms.toml")["length"]
    limits = dict.fromkeys(_points(), int(lengths["longest"])) | {"shortest": int(lengths["shortest"])}
    limits |= dict.fromkeys(("clause", "quoted", "repeated"), int(lengths["longest_clause"]))
    return limits | dict.fromkeys(("group", "parallel_list"), int(lengths["longest_group"]))


@cache
def _points() -> dict[str, float]:
    return {name: float(points) for name, points in load_rules("phrases", "forms.toml")["points"].items()}


@cache
def _never() -> re.Pattern[str]:
    rules = load_rules("phrases", "forms.toml")["never"]
    slips = "|".join(map(re.escape, rules["slips"]))
    return re.compile(f"{rules['starts']}|{rules['ends']}|{slips}|{rules['foreign']}")


@cache
def _forms() -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple(
        (re.compile(form["pattern"]), float(form["points"])) for form in load_rules("phrases", "forms.toml")["form"]
    )


@cache
def _sections() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), name) for pattern, name in _category_rules())


def _category_rules() -> list[tuple[str, str]]:
    rules: list[tuple[str, str]] = load_rules("phrases", "forms.toml")["category"]["sections"]
    return rules
