"""分别: figures that are told side by side for things named side by side before them.

财政收入X亿元、税收X亿元，分别增长X%和X% tells two rates, one for each amount; A、B分别完成X亿元、X亿元 two amounts.
The words stand in `resources/filling/labels.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.filling.kinds import unit_source
from assistant.resources import load_rules

_SENTENCE = re.compile("[。！？；]")
_JOINT = "[、，,和与及]"


@dataclass(frozen=True, slots=True)
class Respective:
    """What one of the figures behind 分别 belongs to."""

    subject: str
    """The words in front of the figure's partner, or its name; not yet bare of verbs."""
    verb: str
    """What stands between 分别 and the first figure: 比上年增长, 完成."""

    @property
    def whole(self) -> str:
        """What the figures are shares of: 总数 in 分别占总数的X%; "" where they are none."""
        found = re.search(_rules()["share"], self.verb)
        return found["whole"] if found is not None else ""


def _rules() -> dict[str, str]:
    rules: dict[str, str] = load_rules("filling", "labels.toml")["respective"]
    return rules


@cache
def _figure() -> str:
    return rf"{_rules()['figure']}(?:{unit_source('percent')}|{unit_source('number')})"


def respective_of(before: str, behind: str) -> Respective | None:
    """Return what a figure belongs to by its place behind 分别, or None where the numbers of both do not agree.

    `before` and `behind` are the rest of the figure's line.
    """
    head, word, tail = _SENTENCE.split(before)[-1].rpartition("分别")
    if not word:
        return None
    figure = _figure()
    head = re.sub(_rules()["compared"], "", head)
    told = re.fullmatch(rf"(?P<verb>[^，。；、：]{{0,10}}?)(?P<figures>(?:{figure}(?:{_JOINT}|以及))*)", tail)
    if told is None or re.search(figure, told["verb"]):
        return None
    earlier = len(re.findall(figure, told["figures"]))
    rest = re.match(
        rf"(?:{unit_source('percent')}|{unit_source('number')})(?P<figures>(?:(?:{_JOINT}|以及){figure})*)", behind
    )
    count = earlier + 1 + (len(re.findall(figure, rest["figures"])) if rest is not None else 0)
    names = _partners(head, count, figure) if head.endswith(("，", ",")) else _names(head, count)
    return Respective(names[earlier], told["verb"]) if names else None


def _partners(head: str, count: int, figure: str) -> list[str]:
    """Return the words before each of the last `count` figures of a sentence; empty where there are fewer."""
    parts = re.split(figure, head)[:-1][-count:]
    words = [re.split("[，、：；,（）]", part)[-1].removeprefix("和") for part in parts]
    return words if len(words) == count > 1 and all(len(word) > 1 for word in words) else []


def _names(head: str, count: int) -> list[str]:
    """Return the names of a list right in front of 分别; empty where there are not `count` of them."""
    named = [name for name in re.split("[、和与及]|以及", re.split("[，：；,]", head)[-1]) if name]
    return named if len(named) == count > 1 else []
