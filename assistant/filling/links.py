"""Links: which markers of a report are one value, told by the words around them.

A wrong link writes a wrong value, a missing one only asks once more: where it is unsure, nothing is linked.
Rules and words stand in `resources/filling/links.toml`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from assistant.filling.kinds import Guess
from assistant.filling.markers import KEPT_LINES, Marker
from assistant.report.fields import Kind, Link
from assistant.resources import load_rules


@dataclass(frozen=True, slots=True)
class Seen:
    """A marker with what its line says about it."""

    marker: Marker
    before: str
    behind: str
    guess: Guess


@dataclass(frozen=True, slots=True)
class Bond:
    """What ties markers together: those with equal keys are one value."""

    key: Hashable
    link: Link
    label: str = ""
    """The name of the value, or "" where the words around its first marker must give it."""


def bonds_of(seen: Sequence[Seen]) -> list[Bond]:
    """Return a bond for every marker of a report, in the same order."""
    trades = _trades(seen)
    persons = _Persons()
    bonds = []
    for number, one in enumerate(seen):
        bonds.append(
            _session(one)
            or persons.bond(one)
            or _of_slot(one)
            or _by_rule(one)
            or _of_trade(one, trades)
            or Bond(_alone(number), Link.CERTAIN)
        )
    return _with_author(seen, _with_same_words(seen, bonds))


def _alone(number: int) -> Hashable:
    """Return the key of a marker that shares its value with no other."""
    return ("alone", number)


@cache
def _rules() -> dict[str, Any]:
    return load_rules("filling", "links.toml")


def _session(one: Seen) -> Bond | None:
    # 十九届X中X会 told twice is one session; 党的X大 may be another one each time
    return Bond((Kind.SESSION, one.marker.text), Link.CERTAIN) if one.marker.form == "session" else None


def _of_slot(one: Seen) -> Bond | None:
    """Return the bond of a slot that tells whose name it wants, or None."""
    if one.marker.form != "slot":
        return None
    name = one.marker.text.strip("【】[]{}｛｝〔〕（）()　 ")
    return Bond(("slot", name), Link.SUGGESTED) if re.search(_rules()["slots"]["names"], name) else None


def _with_author(seen: Sequence[Seen], bonds: Sequence[Bond]) -> list[Bond]:
    """Tie the name in the signature to that below the title, where each stands once and both are printed alike."""
    rules, tied = _rules()["author"], list(bonds)
    persons = [number for number, one in enumerate(seen) if one.guess.kind is Kind.PERSON and not one.behind.strip()]
    above = [number for number in persons if re.search(rules["byline"], seen[number].before)]
    below = [number for number in persons if re.match(rules["signature"], seen[number].before)]
    if len(above) == len(below) == 1 and above < below and _printed(seen, above) == _printed(seen, below):
        tied[below[0]] = Bond(tied[above[0]].key, Link.SUGGESTED, tied[above[0]].label)
    return tied


def _printed(seen: Sequence[Seen], numbers: Sequence[int]) -> str:
    return seen[numbers[0]].marker.text


@lru_cache(maxsize=KEPT_LINES)
def _by_rule(one: Seen) -> Bond | None:
    for rule in _rules()["rule"]:
        if one.guess.kind.value not in rule["kinds"]:
            continue
        behind = re.match(rule["behind"], one.behind)
        if behind is None or ("before" in rule and not re.search(rule["before"], one.before)):
            continue
        if "before_not" in rule and re.search(rule["before_not"], one.before):
            continue
        if rule.get("listed") and _stands_in_list(one):
            continue
        words = behind.groupdict()
        key = (rule["name"], one.marker.text, *sorted(words.items()))
        return Bond(key, Link(rule["link"]), rule["label"].format(marker=one.marker.text, **words))
    return None


def _stands_in_list(one: Seen) -> bool:
    """Whether a marker printed alike stands beside it in a list parted by 、: these are different things."""
    mask = re.escape(one.marker.text)
    return bool(re.match(f"[^，。；]{{0,8}}、[^，。；、]{{0,4}}{mask}", one.behind)) or bool(
        re.search(f"{mask}[^，。；、]{{0,8}}、[^，。；、]{{0,4}}$", one.before)
    )


class _Persons:
    """Titled persons in the order of the text: a title without organ means the one named last."""

    def __init__(self) -> None:
        self._organs: dict[tuple[str, str], str] = {}

    def bond(self, one: Seen) -> Bond | None:
        """Return the bond of a titled person, or None."""
        if one.guess.kind is not Kind.PERSON:
            return None
        rules = _rules()["persons"]
        title = re.match(rules["title"], one.behind)
        if title is None:
            return None
        who = (one.marker.text, title["title"])
        organ = re.search(rules["organ"], one.before)
        if organ is not None:
            self._organs[who] = organ["organ"]
        link = Link.CERTAIN if title["title"] in rules["certain"] else Link.SUGGESTED
        return Bond(("person", *who, self._organs.get(who, "")), link, f"{title['title']}姓名")


def _trades(seen: Sequence[Seen]) -> Counter[str]:
    """Return how often each mask stands where only the name of a trade can stand."""
    first = re.compile(_rules()["trade"]["first"])
    return Counter(one.marker.text for one in seen if one.guess.kind is Kind.TEXT and first.match(one.behind))


def _of_trade(one: Seen, trades: Counter[str]) -> Bond | None:
    rules = _rules()["trade"]
    often = trades[one.marker.text]
    if one.guess.kind is not Kind.TEXT or often == 0 or not _may_be_trade(one, often):
        return None
    return Bond(("trade", one.marker.text), Link.SUGGESTED, rules["label"])


def _may_be_trade(one: Seen, often: int) -> bool:
    rules = _rules()["trade"]
    if re.match(rules["first"], one.behind):
        return True
    if re.search(rules["name_before"], one.before) or re.match(rules["name_behind"], one.behind):
        return often >= rules["very_often"] and re.match(rules["inside_ok"], one.behind) is not None
    if often >= rules["very_often"]:
        return True
    return often >= rules["often"] and re.match(rules["second"], one.behind) is not None


def _with_same_words(seen: Sequence[Seen], bonds: Sequence[Bond]) -> list[Bond]:
    """Tie markers that nothing else ties where the words around them are the same; the clerk is asked."""
    tied = list(bonds)
    first_with: dict[Hashable, int] = {}
    for number, one in enumerate(seen):
        if bonds[number].key != _alone(number):
            continue
        for words in _telling_words(one):
            first = first_with.setdefault(words, number)
            if first != number:
                tied[number] = Bond(tied[first].key, Link.SUGGESTED)
                break
    return tied


@lru_cache(maxsize=KEPT_LINES)
def _telling_words(one: Seen) -> tuple[Hashable, ...]:
    """Return the words around a marker that leave no doubt which value it is."""
    rules = _rules()["same_words"]
    found: list[Hashable] = []
    clause = re.split("[，。；：、！？]", one.before)[-1]
    if one.guess.kind in (Kind.PLACE, Kind.ORG, Kind.TEXT):
        name = re.match(r"[一-龥”》]+", one.behind)
        if name is not None and len(name[0]) >= rules["name_behind"] and not re.match(rules["generic"], name[0]):
            found.append(("behind", one.marker.text, name[0][: rules["name_behind"]]))
        if len(clause) >= rules["name_before"]:
            found.append(("before", one.marker.text, clause[-rules["name_before"] :]))
    elif one.guess.kind is Kind.NUMBER and one.guess.unit == rules["anniversary"]:
        found.append(("anniversary", clause[-4:]))
    elif one.guess.kind in (Kind.NUMBER, Kind.PERCENT) and len(clause) >= rules["figure_before"]:
        found.append(("figure", one.guess.unit, clause))
    return tuple(found)
