"""A rule about set phrases of reports that lost a character: 坚实步 for 坚实步伐, 急难愁 for 急难愁盼.

The phrases are those of `resources/wording/collocations.toml`. What is left must be half a word, and nothing that
reports say in its own right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.genre import continuation, genre, is_said, set_phrases
from assistant.checking.lines import Line
from assistant.checking.near_words import STANDS_ALONE
from assistant.checking.runs import Run, Spotter, runs_of
from assistant.checking.words_of import cut, is_known, stands_alone

_SHORTEST, _LONGEST = 4, 8
_WORD = 2
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
                parameters={"printed": rest, "why": "phrase.incomplete", "phrase": phrase},
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
                parameters={"printed": tail, "why": "phrase.incomplete", "phrase": tail + rest},
            )


_ALONE = (
    STANDS_ALONE
    | _VERBS
    | frozenset(
        "的了和与是有为对从等于以将把被让使也都更最不各本该全每其此这那万亿元个项次名件家户处场人年月日第党政市县区镇乡村局委一总虽按难餐部"
        "出提走共保办较完我先未同差心理间成误给开达增挤及论安"
        "访诉判审批评考选招贷税费险补"
        "河湖江海山路桥城园校院店厂所站楼房街港田林水电网品车船书报信款物料药农工商学医兵官民师生"
    )
)
"""Characters that often are words of their own: beside them nothing is missing."""


def lost_characters(line: Line) -> Iterator[Finding]:
    """Yield half a word in a run where reports only have the whole of it: 坚实撑, 专项整行动, 优结构.

    Of two words ABCD one character is missing but for the first; what is left stands in no report.
    """
    for run in runs_of(line.prose):
        place = 0
        for index, word in enumerate(run.words):
            if len(word) == 1 and word not in _ALONE:
                sure = _lost_last(run, index, place) or _lost_inside(run, index, place)
                found = sure or _lost_second(run, index, place)
                # 信息通 between 、 is a form of its own
                if found is not None and len(found[1]) < len(run.text):
                    start, printed, right = found
                    yield Finding(
                        run.start + start,
                        run.start + start + len(printed),
                        "word-missing",
                        Severity.WARNING if sure else Severity.HINT,
                        fix=right,
                        parameters={"printed": printed, "why": "phrase.incomplete", "phrase": right},
                    )
            place += len(word)


_PARTICLES = frozenset("的地得了着过")
_Lost = tuple[int, str, str]
"""Place in the run, what is printed, what it should be."""


def _lost_last(run: Run, index: int, place: int) -> _Lost | None:
    """Return 专项整 of 专项整治 before another word; a character that stands there by itself is a wrong one."""
    if place < _WORD or index + 1 == len(run.words):
        return None
    head, behind = run.text[place - _WORD : place + 1], run.words[index + 1]
    if behind in _PARTICLES or is_said(head[-1] + behind[0]) or is_known(head[-1] + behind[0]):
        return None
    rest = continuation(head)
    if rest is None or rest == behind[0] or not is_known(head[-1] + rest):
        return None
    printed = head + behind if len(behind) == 1 and behind not in _ALONE else head
    return place - _WORD, printed, head + rest


def _lost_inside(run: Run, index: int, place: int) -> _Lost | None:
    """Return 坚实撑 of 坚实支撑."""
    before, last = run.words[index - 1] if index else "", run.words[index]
    behind = run.text[place + 1 : place + 2]
    if len(before) != _WORD or is_said(before[-1] + last) or (behind and is_said(last + behind)):
        return None
    strings = genre().strings
    lost = [one for one in strings.behind(before) if before + one + last in strings and is_known(one + last)]
    is_lost = len(lost) == 1 and before + last not in strings
    return (place - _WORD, before + last, before + lost[0] + last) if is_lost else None


def _lost_second(run: Run, index: int, place: int) -> _Lost | None:
    """Return 优结构 of 优化结构."""
    first, behind = run.words[index], run.words[index + 1] if index + 1 < len(run.words) else ""
    if len(behind) != _WORD or is_said(first + behind[0]) or (place and is_said(run.text[place - 1 : place + 1])):
        return None
    strings = genre().strings
    if first + behind in strings:
        return None
    lost = [one for one in strings.behind(first) if first + one + behind in strings and is_known(first + one)]
    return (place, first + behind, first + lost[0] + behind) if len(lost) == 1 else None


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
