"""Forms: which stretches of a report are phrases, what their form is worth, and the category they belong to.

The words, patterns and points stand in `resources/phrases/forms.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from assistant.phrases.stretches import Stretches, stretch_pattern
from assistant.report.model import Role
from assistant.resources import load_rules

CATEGORIES = ("开头", "过渡", "做法", "成效", "问题", "打算", "结尾", "固定表述", "称谓")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("{", "}"))
_THREE_HAN = re.compile("(?:[^一-龥]*[一-龥]){3}")
_NO_HAN = stretch_pattern("^[^一-龥]+$")
_PAIRED = stretch_pattern("[“”《》（）{}].*")
_LOOSE, _CLAUSE_ENDS = " 　、。！？\t", "，：:；,"
_SLOT = re.compile(r"\{[^{}]*\}")
_ROLES = {Role.SALUTATION: "称谓", Role.CLOSING: "结尾"}
_MOST_SLOTS_SHARE = 0.34
_REMEMBERED = 1 << 12
"""Headings whose worth is remembered: those of other reports are looked through again for each section."""


def trimmed(stretch: str) -> str:
    """Return a stretch without number, enumeration word and connecting word in front."""
    lead = _lead().match(stretch)
    return stretch[lead.end() :] if lead is not None else stretch


def clauses_of(sentence: str) -> list[str]:
    """Return the clauses of a sentence, each as `trimmed` and without blanks and marks at its ends."""
    # at the end of the sentence nothing is found once more
    found = _clause().findall(sentence)[:-1]
    return [clause if clause[-1:] not in _LOOSE else clause.rstrip(_LOOSE) for clause in found]


def fits(stretch: str, form: str) -> bool:
    """Tell whether a stretch is long and short enough for a phrase of this form."""
    shortest, longest = limits()[form]
    return shortest <= len(stretch) <= longest


@lru_cache(maxsize=_REMEMBERED)
def is_phrase(stretch: str, form: str) -> bool:
    """Tell whether a stretch is long enough, whole, of Chinese words, and no known slip."""
    return len(stretch) >= limits()[form][0] and not broken_ones(Stretches([stretch]))


def broken_ones(stretches: Stretches, quoted: Collection[int] = ()) -> set[int]:
    """Return the indices of those that are not whole, not of Chinese words, or known slips.

    `quoted` are those whose beginning and end the report itself has marked.
    """
    starts, ends, *others = _never()
    broken = (stretches.holding(starts) | stretches.holding(ends)).difference(quoted)
    broken.update(*(stretches.holding(pattern) for pattern in others))
    for index in stretches.holding(_PAIRED) - broken:
        stretch = stretches.each[index]
        for first, last in _PAIRS:
            if stretch.count(first) != stretch.count(last):
                broken.add(index)
                break
        else:
            if "{" in stretch and _is_mostly_slots(stretch):
                broken.add(index)
    return broken


def _is_mostly_slots(stretch: str) -> bool:
    words = _SLOT.sub("", stretch)
    return _THREE_HAN.match(words) is None or len(stretch) - len(words) > len(stretch) * _MOST_SLOTS_SHARE + 2


@lru_cache(maxsize=_REMEMBERED)
def form_points(phrase: str, form: str) -> float:
    """Return what the form of a phrase is worth."""
    return points_of(Stretches([phrase]), [form])[0]


def points_of(phrases: Stretches, forms: Sequence[str]) -> list[float]:
    """Return what the forms of phrases are worth."""
    of_form = _thousandths()
    points = [of_form[form] for form in forms]
    for pattern, worth in _forms():
        for index in phrases.holding(pattern):
            points[index] += worth
    return [worth / 1000 for worth in points]


def category_of_place(section: str, role: Role, *, is_last: bool) -> tuple[str, bool]:
    """Return the category of what stands in a paragraph below a heading, and whether its words cannot change that.

    `is_last` says whether the paragraph is one of the last.
    """
    sure = _ROLES.get(role)
    return (sure, True) if sure else ("结尾" if is_last else _category_of_section(section), False)


def categories_of(phrases: Stretches, places: Sequence[tuple[str, bool]]) -> list[str]:
    """Return the categories of phrases, given those of their places as `category_of_place` tells them."""
    found = [category for category, _is_sure in places]
    for name, patterns in reversed(_categories().items()):
        for pattern in patterns:
            for index in phrases.holding(pattern):
                if not places[index][1]:
                    found[index] = name
    return found


@lru_cache(maxsize=_REMEMBERED)
def _category_of_section(section: str) -> str:
    if not section:
        return "开头"
    return next((name for pattern, name in _sections() if pattern.search(section)), "做法")


@cache
def _categories() -> dict[str, tuple[re.Pattern[str], ...]]:
    rules = load_rules("phrases", "forms.toml")["category"]["words"]
    return {name: tuple(map(stretch_pattern, patterns)) for name, patterns in rules.items()}


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(f"[{_LOOSE}]*{_lead().pattern.removeprefix('^')}([^{_CLAUSE_ENDS}]*)(?:[{_CLAUSE_ENDS}]|$)")


@cache
def _lead() -> re.Pattern[str]:
    rules = load_rules("phrases", "forms.toml")["lead"]
    parts = (f"(?:{rules[name].removeprefix('^')})?" for name in ("label", "enumeration", "filler", "subject"))
    return re.compile("^" + "".join(parts))


@cache
def limits() -> dict[str, tuple[int, int]]:
    """Return how many characters a phrase of each form has at least and at most."""
    lengths = load_rules("phrases", "forms.toml")["length"]
    found = dict.fromkeys(_points(), (int(lengths["shortest"]), int(lengths["longest"])))
    found |= dict.fromkeys(("clause", "repeated"), (int(lengths["shortest"]), int(lengths["longest_clause"])))
    found |= dict.fromkeys(("quoted", "fixed"), (int(lengths["shortest_word"]), int(lengths["longest_clause"])))
    return found | dict.fromkeys(("group", "parallel_list"), (int(lengths["shortest"]), int(lengths["longest_group"])))


@cache
def _points() -> dict[str, float]:
    return {name: float(points) for name, points in load_rules("phrases", "forms.toml")["points"].items()}


@cache
def _thousandths() -> dict[str, int]:
    # whole numbers, so that the order of adding does not tell
    return {name: round(points * 1000) for name, points in _points().items()}


@cache
def _never() -> tuple[re.Pattern[str], ...]:
    """Return what a phrase never begins with, ends with, and holds."""
    rules = load_rules("phrases", "forms.toml")["never"]
    slips = "|".join(map(re.escape, rules["slips"]))
    sources = (rules["starts"], rules["ends"], rules["foreign"], slips)
    return (*map(stretch_pattern, sources), _NO_HAN)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], int], ...]:
    rules = load_rules("phrases", "forms.toml")["form"]
    return tuple((stretch_pattern(form["pattern"]), round(form["points"] * 1000)) for form in rules)


@cache
def _sections() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = load_rules("phrases", "forms.toml")["category"]["sections"]
    return tuple((re.compile(pattern), name) for pattern, name in rules)
