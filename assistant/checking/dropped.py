"""A rule about set phrases of reports that lost a character: 坚实步 for 坚实步伐, 急难愁 for 急难愁盼.

The phrases are those of `resources/wording/collocations.toml`. What is left must be half a word, and nothing that
reports say in its own right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.genre import continuation, genre, set_phrases
from assistant.checking.lines import HAN, Line
from assistant.checking.words_of import cut, is_known, stands_alone

_SHORTEST, _LONGEST = 4, 8
_RUN = re.compile(f"[{HAN}]{{{_SHORTEST - 1},}}")
_VERBS = frozenset("学讲看听问干抓管查改促建治帮带")
"""Characters with which a clause of its own form ends: 领导带头学、支部集中学."""


@cache
def _damaged() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return (what is left, phrase) of every phrase without one character, by the first characters of what is left.

    What two phrases leave is left out.
    Of a phrase of four characters only the last one may be missing: of 工作思路 the rest 工作路 could be anything.
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    phrases = {phrase for phrase in set_phrases() if _SHORTEST <= len(phrase) <= _LONGEST}
    for phrase in phrases:
        places = range(1, len(phrase)) if len(phrase) > _SHORTEST else (len(phrase) - 1,)
        for place in places:
            rest = phrase[:place] + phrase[place + 1 :]
            if found.setdefault(rest, phrase) != phrase:
                twice.add(rest)
    by_head: dict[str, list[tuple[str, str]]] = {}
    for rest in sorted(found.keys() - twice - phrases, key=len, reverse=True):
        by_head.setdefault(rest[: _SHORTEST - 1], []).append((rest, found[rest]))
    return {head: tuple(pairs) for head, pairs in by_head.items()}


def dropped_characters(line: Line) -> Iterator[Finding]:
    """Yield a set phrase that lost a character."""
    damaged = _damaged()
    for run in _RUN.finditer(line.prose):
        text, offset = run[0], run.start()
        for start in range(len(text) - _SHORTEST + 2):
            for rest, phrase in damaged.get(text[start : start + _SHORTEST - 1], ()):
                if text.startswith(rest, start) and _is_damage(text, start, rest, phrase):
                    yield Finding(
                        offset + start,
                        offset + start + len(rest),
                        "word-missing",
                        Severity.WARNING,
                        fix=phrase,
                        parameters={"printed": rest, "why": "似为“{phrase}”，缺一个字", "phrase": phrase},
                    )
                    break


_CLAUSE_END = "，。；！？"
_MAY_END = frozenset("中时上下内外前后间里重大多") | _VERBS


def unfinished_words(line: Line) -> Iterator[Finding]:
    """Yield half a word at a clause's end where reports always have the whole of it: 形成齐抓共管的良好局."""
    text = line.prose
    for run in _RUN.finditer(text):
        tail = run[0][-_SHORTEST + 1 :]
        rest = continuation(tail)
        if rest is None or tail[-1] in _MAY_END or text[run.end() : run.end() + 1] not in _CLAUSE_END:
            continue
        if is_known(tail[-1] + rest) and len(cut(run[0])[-1]) == 1:
            yield Finding(
                run.end() - 1,
                run.end(),
                "word-missing",
                Severity.WARNING,
                fix=tail[-1] + rest,
                parameters={"printed": tail, "why": "似为“{phrase}”，缺一个字", "phrase": tail + rest},
            )


def _is_damage(text: str, start: int, rest: str, phrase: str) -> bool:
    end = start + len(rest)
    if not stands_alone(text, start, end):
        return False
    if phrase.startswith(rest):
        # the last character is missing, and half a word ends the clause; 情况明、责任清 is a form of its own
        if rest[-_SHORTEST + 1 :] in genre().ends:
            return False  # 河湖长 of 河湖长制 ends clauses too
        return end == len(text) > len(rest) and cut(rest)[-1] == rest[-1] and rest[-1] not in _VERBS
    return rest not in genre().strings and _singles(rest) > _singles(phrase)


def _singles(text: str) -> int:
    return sum(len(word) == 1 for word in cut(text))
