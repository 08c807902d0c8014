"""A rule about set phrases of reports that lost a character: 坚实步 for 坚实步伐, 急难愁 for 急难愁盼.

The phrases are those of `resources/wording/collocations.toml`. What is left must be half a word, and nothing that
reports say in its own right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.genre import continuation, genre, set_phrases
from assistant.checking.lines import Line
from assistant.checking.runs import Spotter, runs_of
from assistant.checking.words_of import cut, is_known, stands_alone

_SHORTEST, _LONGEST = 4, 8
_VERBS = frozenset("学讲看听问干抓管查改促建治帮带")
"""Characters with which a clause of its own form ends: 领导带头学、支部集中学."""


@cache
def _damaged() -> Mapping[str, str]:
    """Return every phrase by what is left of it without one character; what two phrases leave is left out.

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
    return {rest: found[rest] for rest in found.keys() - twice - phrases}


@cache
def _spotter() -> Spotter:
    return Spotter(_damaged())


def dropped_characters(line: Line) -> Iterator[Finding]:
    """Yield a set phrase that lost a character."""
    text, last = line.prose, -1
    for start, rest in _spotter().find(text):
        phrase = _damaged()[rest]
        if start != last and _is_damage(text, start, rest, phrase):
            last = start
            yield Finding(
                start,
                start + len(rest),
                "word-missing",
                Severity.WARNING,
                fix=phrase,
                parameters={"printed": rest, "why": "似为“{phrase}”，缺一个字", "phrase": phrase},
            )


_CLAUSE_END = "，。；！？"
_MAY_END = frozenset("中时上下内外前后间里重大多") | _VERBS


def unfinished_words(line: Line) -> Iterator[Finding]:
    """Yield half a word at a clause's end where reports always have the whole of it: 形成齐抓共管的良好局."""
    text = line.prose
    for run in runs_of(text):
        if len(run.text) < _SHORTEST - 1 or len(run.words[-1]) > 1 or run.text[-1] in _MAY_END:
            continue
        if text[run.end : run.end + 1] not in _CLAUSE_END:
            continue
        tail = run.text[-_SHORTEST + 1 :]
        rest = continuation(tail)
        if rest is not None and is_known(tail[-1] + rest):
            yield Finding(
                run.end - 1,
                run.end,
                "word-missing",
                Severity.WARNING,
                fix=tail[-1] + rest,
                parameters={"printed": tail, "why": "似为“{phrase}”，缺一个字", "phrase": tail + rest},
            )


def _is_damage(line: str, start: int, rest: str, phrase: str) -> bool:
    is_said = rest in genre().strings if not phrase.startswith(rest) else rest[-_SHORTEST + 1 :] in genre().ends
    if is_said:
        return False  # 河湖长 of 河湖长制 ends clauses too
    run = next(run for run in runs_of(line) if run.start <= start < run.end)
    text, start = run.text, start - run.start
    end = start + len(rest)
    if phrase.startswith(rest):
        # the last character is missing, and half a word ends the clause; 情况明、责任清 is a form of its own
        if not end == len(text) > len(rest) or rest[-1] in _VERBS or cut(rest)[-1] != rest[-1]:
            return False
    elif _singles(rest) <= _singles(phrase):
        return False
    return stands_alone(text, start, end)


def _singles(text: str) -> int:
    return sum(len(word) == 1 for word in cut(text))
