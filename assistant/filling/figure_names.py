"""Names of figures: what a figure counts, in the report's own words, and finding a figure by its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from assistant.filling.figures import Figure, Measure, Passage
from assistant.filling.relation_words import pattern, words_of


@lru_cache(maxsize=2048)
def name_of(figure: Figure) -> str:
    """Return what a figure counts: 税收收入, 发现问题, 项目; "" where its clause does not say.

    The words before it, without verbs and connecting words; the noun behind it where they say too little.
    """
    words = pattern("names", "lead").sub("", figure.words)
    words = pattern("names", "tail").sub("", words)
    words = pattern("names", "verb").sub("", words) or words
    if len(words) < 2 or (len(words) < 3 and _noun(figure)):
        words += _noun(figure)
    return words[-int(words_of("names")["longest"]) :]


def _noun(figure: Figure) -> str:
    found = pattern("names", "noun").match(figure.behind)
    return pattern("names", "noun_end").sub("", found[0].removeprefix("的")) if found is not None else ""


@lru_cache(maxsize=2048)
def bare_name(name: str) -> str:
    """Return a name without what differs between two mentions of one figure: 全县税收收入总额 is 税收收入."""
    bare = re.sub("[“”‘’《》 ]", "", name)
    bare = pattern("names", "scope").sub("", bare)
    return pattern("names", "size").sub("", bare).removesuffix("的")


FAR = 40
"""So many figures back in its paragraph a name, a whole or an amount is still looked for: what is told of figures in a
sentence that has more between them ties nobody's eye either, and a paragraph may be one sentence of 100,000 figures.
"""

Named = Mapping[tuple[str, str], Sequence[Figure]]
"""The quantities of a report by what they count (unit) and their bare names."""


def by_name(passages: Iterable[Passage]) -> Named:
    """Return the quantities of a report by unit and bare name."""
    named: dict[tuple[str, str], list[Figure]] = {}
    for passage in passages:
        for figure in passage:
            if figure.measure is Measure.QUANTITY:
                named.setdefault((figure.counted, bare_name(name_of(figure))), []).append(figure)
    return named


def find_named(name: str, like: Figure, passage: Passage, named: Named) -> Figure | None:
    """Return the figure of this name that counts the same things as `like`.

    The nearest one before it in its paragraph; else the only one of exactly this name in the report.
    """
    wanted = bare_name(name)
    if len(wanted) < 2:
        return None
    here = bisect_left(passage, like.start, key=lambda one: one.start)
    for figure in reversed(passage[max(0, here - FAR) : here]):
        if figure.is_like(like) and is_named(figure, wanted):
            return figure
    everywhere = named.get((like.counted, wanted), ())
    others = [one for one in everywhere[:2] if one is not like]
    return others[0] if len(others) == 1 and len(everywhere) <= 2 else None


def is_named(figure: Figure, name: str) -> bool:
    """Whether a figure is what a name says, give or take 全县, 总额 and what stands in front of longer names."""
    wanted = bare_name(name)
    bare = bare_name(name_of(figure))
    return bare == wanted or (len(wanted) >= 4 and bare.endswith(wanted)) or (len(bare) >= 4 and wanted.endswith(bare))


def shared_names(figure: Figure, count: int) -> list[str]:
    """Return the names of `count` figures, this one first, told in one go: 教育、卫生支出分别为A和B; [] where not."""
    told = re.search("([^，。；：]*)分别[^，。；：]{0,3}$", figure.gap)
    if told is None or figure.measure is not Measure.QUANTITY:
        return []
    ways = (re.split(marks, told[1]) for marks in ("、", "[、和与及]"))
    return next((names for names in ways if len(names) == count), [])
