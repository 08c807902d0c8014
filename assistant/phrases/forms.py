"""Forms: which stretches of a report are phrases, what their form is worth, and the category they belong to.

The words, patterns and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.report.model import Role
from assistant.resources import load_rules

CATEGORIES = ("开头", "过渡", "做法", "成效", "问题", "打算", "结尾", "固定表述", "称谓")
_PAIRS = ("“”", "《》", "（）")
_ROLES = {Role.SALUTATION: "称谓", Role.CLOSING: "结尾"}
_MOST_SLOTS_SHARE = 0.34


def trimmed(stretch: str) -> str:
    """Return a stretch without number, enumeration word and connecting word in front."""
    for name in ("label", "enumeration", "filler"):
        stretch = _pattern("lead", name).sub("", stretch)
    return stretch.strip()


def length_limit(form: str) -> int:
    """Return how many characters a phrase of this form may have."""
    lengths = load_rules("phrases", "forms.toml")["length"]
    if form in ("clause", "quoted"):
        return int(lengths["longest_clause"])
    return int(lengths["longest_group"] if form in ("group", "parallel_list") else lengths["longest"])


def is_phrase(stretch: str, form: str) -> bool:
    """Tell whether a stretch is whole, of Chinese words, and no known slip."""
    shortest = 2 if form == "quoted" else int(load_rules("phrases", "forms.toml")["length"]["shortest"])
    if len(stretch) < shortest or not any("一" <= c <= "龥" for c in stretch):
        return False
    if any(stretch.count(pair[0]) != stretch.count(pair[1]) for pair in _PAIRS):
        return False
    slotted = sum(map(len, re.findall(r"\{[^}]*\}", stretch)))
    if slotted > len(stretch) * _MOST_SLOTS_SHARE + 2:
        return False
    return not any(pattern.search(stretch) for pattern in _never())


def form_points(phrase: str, form: str) -> float:
    """Return what the form of a phrase is worth."""
    points = float(load_rules("phrases", "forms.toml")["points"][form])
    return points + sum(worth for pattern, worth in _forms() if pattern.search(phrase))


def categories_of(phrase: str, section: str, role: Role, *, is_last: bool) -> str:
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
def _never() -> tuple[re.Pattern[str], ...]:
    rules = load_rules("phrases", "forms.toml")["never"]
    slips = "|".join(map(re.escape, rules["slips"]))
    return tuple(map(re.compile, (rules["starts"], rules["ends"], slips, rules["foreign"])))


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
