"""Rules about words that need the line or the whole report: doubled ones, long sentences, requests, leftovers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate

from assistant.checking.findings import Examined, Finding, Severity
from assistant.checking.formulas import inside_of, quoted_spans
from assistant.checking.lines import HAN, Line
from assistant.checking.runs import Spotter
from assistant.checking.words_of import cut, is_known, likelihood, stands_alone
from assistant.filling.names_in_text import find_names
from assistant.report.fields import State
from assistant.report.model import Role
from assistant.resources import load_rules

_LONGEST_SENTENCE = 120
_SENTENCE = re.compile("[^。！？；]+[。！？；]?")
_DOUBLED_WORD = re.compile(rf"([{HAN}]{{2,4}})\1")
_DOUBLED_LONG = re.compile(rf"([{HAN}]{{3,12}})\1")
_DOUBLED_PART = re.compile(rf"([{HAN}]{{2}})\1")
_REFRAIN = re.compile("[一二两三四五六七八九十百千万几多很极更最好][^一]*|.*[着了].*")
"""What is said twice on purpose: 一大盏一大盏, 很远很远, 走着走着."""
_LEAST_GAIN_OF_PART = 12.0
_MAY_DOUBLE = frozenset(
    ("研究", "学习", "讨论", "商量", "合计", "考虑", "琢磨", "一个", "一次", "一件", "一项", "一步", "一笔", "一户")
)
_DOUBLED_PARTICLE = re.compile(
    r"的的(?!确|士)|(?<!为)了了(?![解断])|是是(?!非)|和和(?![睦谐气平美])|与与|在在|把把(?!关)|对对(?!口|联|象|策|照|接|等|外|手|比)|将将(?!军|士|领|会|近)|为为(?!民|人|何|什|了|政|官)|被被|而而|及及(?!时)|从从(?!严|业|众|容|事)|以以|(?<![常])进进(?!出)|行行(?!业|政|动|为|有)|等等等"
)


_DOUBLED_CHARACTER = re.compile(rf"([{HAN}])\1")
_LEAST_GAIN = 6.5
"""How much likelier a text must be without the second of two equal characters (natural logarithm)."""
_LEAST_GAIN_IN_FRONT = 7.6
"""The same where the second begins a word."""
_NUMERALS = frozenset("一二三四五六七八九十百千万亿")
_MAY_MEET = frozenset("城项国局部司股站市县区省党委会军班组院所科处厅镇乡村校队团社网室线点")
"""Characters that end a name and begin what is said of it: 财政局局长, 交通部部长."""
_AROUND = 4


def doubled_words(line: Line) -> Iterator[Finding]:
    """Yield a word that is written twice."""
    text = line.prose
    for found in _DOUBLED_WORD.finditer(text):
        word, middle = found[1], found.start() + len(found[1])
        if (
            len(set(word)) == 1
            or word in _MAY_DOUBLE
            or _REFRAIN.fullmatch(word)
            or not is_known(word)
            or is_known(found[0])
        ):
            continue
        if word in _places():
            continue
        is_end_a_border = stands_alone(text, middle, found.end())
        if is_end_a_border or stands_alone(text, found.start(), middle):
            yield Finding(*found.span(), "word-doubled", Severity.WARNING, fix=word, parameters={"printed": found[0]})
    yield from _doubled_parts(text)
    for found in _DOUBLED_PARTICLE.finditer(text):
        if stands_alone(text, found.start(), found.end()):
            yield Finding(
                *found.span(), "word-doubled", Severity.WARNING, fix=found[0][0], parameters={"printed": found[0]}
            )


@cache
def _places() -> frozenset[str]:
    """Return names of cities: 徐州徐州工业园区 may be meant."""
    known: str = load_rules("filling", "names.toml")["places"]["known"]
    return frozenset(known.split())


def _doubled_parts(text: str) -> Iterator[Finding]:
    """Yield what is written twice though it is no word: 保障工程保障工程, 任重道远道远."""
    for found in (*_DOUBLED_LONG.finditer(text), *_DOUBLED_PART.finditer(text)):
        part, (start, end) = found[1], found.span()
        if len(set(part)) == 1 or is_known(found[0]) or _REFRAIN.fullmatch(part):
            continue
        if len(part) == 2 and not _is_border(text, (start + end) // 2):
            continue  # 构建|共建|共治 holds 建共 twice
        if len(part) == 2 and (is_known(part) or _gain(text, start, end, part) < _LEAST_GAIN_OF_PART):
            continue
        yield Finding(start, end, "word-doubled", Severity.WARNING, fix=part, parameters={"printed": found[0]})


def _is_border(text: str, place: int) -> bool:
    """Whether a word of the text ends at a place."""
    before, behind = _RUN_BEFORE.search(text[max(0, place - _AROUND) : place]), _RUN_BEHIND.match(text, place)
    left = len(before[0]) if before else 0
    return left in accumulate(map(len, cut((before[0] if before else "") + (behind[0] if behind else ""))))


def _gain(text: str, start: int, end: int, right: str) -> float:
    """Return how much likelier a text is with something else in place of a span (natural logarithm)."""
    before, behind = _RUN_BEFORE.search(text[max(0, start - _AROUND) : start]), _RUN_BEHIND.match(text, end)
    left, rest = before[0] if before else "", behind[0] if behind else ""
    return likelihood(left + right + rest) - likelihood(left + text[start:end] + rest)


def doubled_characters(line: Line) -> Iterator[Finding]:
    """Yield a character that is written twice at the border of a word: 水质质达标, 完成成投资."""
    text = line.prose
    for found in _DOUBLED_CHARACTER.finditer(text):
        start, end = found.span()
        if text[start - 1 : end] == "工作作":
            continue  # 就工作作简要汇报
        if found[1] in _NUMERALS or text[max(0, start - 1) : start] == "一" or _is_paired(text, start, end):
            continue
        least = _least_gain(text, start, end)
        if least is not None and _gain(text, start, end, found[1]) >= least:
            yield Finding(start, end, "word-doubled", Severity.WARNING, fix=found[1], parameters={"printed": found[0]})


def _is_paired(text: str, start: int, end: int) -> bool:
    """Whether another two equal characters stand beside these: 愉愉快快."""
    return any(len(two) == 2 and two[0] == two[1] for two in (text[max(0, start - 2) : start], text[end : end + 2]))


def _least_gain(text: str, start: int, end: int) -> float | None:
    """Return what two equal characters must gain by becoming one, None where both belong to words of their own."""
    before, behind = _RUN_BEFORE.search(text[max(0, start - _AROUND) : start]), _RUN_BEHIND.match(text, end)
    left = len(before[0]) if before else 0
    position, ends, words = 0, set[int](), dict[int, int]()
    for word in cut(text[start - left : end + (len(behind[0]) if behind else 0)]):
        words[position] = len(word)
        position += len(word)
        if len(word) > 1:
            ends.add(position)
    if words.get(left + 1) == 1 and left + 1 in ends:
        return _LEAST_GAIN
    if words.get(left) == 1 and words.get(left + 1, 0) > 1 and text[start] not in _MAY_MEET:
        return _LEAST_GAIN_IN_FRONT
    return None


_RUN_BEFORE = re.compile(rf"[{HAN}]{{1,{_AROUND}}}$")
_RUN_BEHIND = re.compile(rf"[{HAN}]{{1,{_AROUND}}}")


def long_sentences(line: Line) -> Iterator[Finding]:
    """Yield a sentence of more than 120 characters, as a hint."""
    if line.role is not Role.BODY or len(line.text) <= _LONGEST_SENTENCE:
        return
    for found in _SENTENCE.finditer(line.text):
        length = len(found[0].strip())
        if length > _LONGEST_SENTENCE:
            start = found.start() + len(found[0]) - len(found[0].lstrip())
            yield Finding(start, found.end(), "word-long-sentence", Severity.HINT, parameters={"length": length})


_QUOTED = re.compile(rf"“([{HAN}]{{5,14}})”")
_OFTEN = 3


def quoted_elsewhere(examined: Examined) -> Iterator[Finding]:
    """Yield a name without quotation marks that has them everywhere else in the report."""
    text = examined.report.text
    often = {name: times for name, times in Counter(_QUOTED.findall(text)).items() if times >= _OFTEN}
    is_inside = inside_of(quoted_spans(text) + [found.span() for found in re.finditer("《[^《》\n]*》", text)])
    for name, times in often.items():
        bare = [found.start() for found in re.finditer(re.escape(name), text) if not is_inside(found.start())]
        if len(bare) > 0 and len(bare) * _OFTEN <= times:
            for start in bare:
                yield Finding(
                    start,
                    start + len(name),
                    "mark-quotes-missing",
                    Severity.WARNING,
                    fix=f"“{name}”",
                    parameters={"printed": name},
                )


_REQUEST = re.compile(
    "(?:妥否|当否|可否|是否妥当)[，,]?请(?:予)?(?:批示|审批|批准|批复)|请(?:予)?(?:批准|批复|审批)(?=[。！]|$)"
)


def requests(examined: Examined) -> Iterator[Finding]:
    """Yield a request in a report: 报告 asks for nothing (党政机关公文处理工作条例 第十五条)."""
    text = examined.report.text
    titles = "".join(p.text_of(text) for p in examined.paragraphs if p.role is Role.TITLE)
    if not titles.endswith(("报告", "汇报", "总结")):
        return
    for paragraph in examined.paragraphs[-4:]:
        for found in _REQUEST.finditer(paragraph.text_of(text)):
            yield Finding(
                paragraph.start + found.start(),
                paragraph.start + found.end(),
                "word-request",
                Severity.WARNING,
                parameters={"printed": found[0]},
            )


@cache
def _trade_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    trades: dict[str, list[str]] = load_rules("wording", "trades.toml")["trades"]
    return tuple((trade, (trade, *words)) for trade, words in trades.items())


@lru_cache(maxsize=4096)
def _trades_in(line: str) -> tuple[str, ...]:
    """Return the trades whose words a line holds, one entry a word; lines stay, so that an edit costs one of them."""
    trades, spotter = _trades_by_word()
    return tuple(trade for _, word in spotter.find(line) for trade in trades[word])


@cache
def _trades_by_word() -> tuple[dict[str, list[str]], Spotter]:
    trades: dict[str, list[str]] = {}
    for trade, words in _trade_words():
        for word in words:
            trades.setdefault(word, []).append(trade)
    return trades, Spotter(trades)


def residues(examined: Examined) -> Iterator[Finding]:
    """Yield words of another trade in a report of this one: 民政事业 in a report about 财政."""
    text = examined.report.text
    rules = load_rules("wording", "trades.toml")
    trades: dict[str, list[str]] = rules["trades"]
    counts = Counter(dict.fromkeys(trades, 0))
    for paragraph in examined.paragraphs:
        counts.update(_trades_in(paragraph.text_of(text)))
    if not any(times <= rules["most_foreign"] and trade in text for trade, times in counts.items()):
        return
    own = max(counts, key=lambda trade: counts[trade])
    if counts[own] < rules["fewest_own"]:
        return
    behind = "|".join(rules["behind"])
    for trade, times in counts.items():
        if trade == own or times > rules["most_foreign"] or trade not in text:
            continue
        pattern = re.compile(
            rf"(?<![、和与及“《{HAN}])(?:为|推动|推进|促进|全[市县区省]|我[市县区局]|新时代|做好|从事|结合)?(?P<at>{trade})(?=(?:{behind}))|(?<=[为动进市县区省局代好事合])(?P<b>{trade})(?=(?:{behind}))"
        )
        for found in pattern.finditer(text):
            group = "at" if found["at"] is not None else "b"
            yield Finding(
                *found.span(group), "word-residue", Severity.HINT, fix=own, parameters={"printed": trade, "own": own}
            )


_LEAST_REPEATED = 22


def repeated_sentences(examined: Examined) -> Iterator[Finding]:
    """Yield a long sentence that stands in the report already; a hint, as some refrains are meant."""
    text = examined.report.text
    seen: set[str] = set()
    for paragraph in examined.paragraphs:
        if paragraph.role is not Role.BODY and not paragraph.run_in:
            continue
        for found in re.finditer("[^。！？；\n]+[。！？；]?", paragraph.text_of(text)):
            sentence = found[0].strip()
            if found[0][-1] in "。！？；" and len(sentence) >= _LEAST_REPEATED and sentence in seen:
                start = paragraph.start + found.end() - len(sentence)
                yield Finding(start, start + len(sentence), "word-repeated", Severity.HINT)
            if found[0][-1] in "。！？；":
                seen.add(sentence)


_FEWEST_OPEN = 3
_SELDOM = 2
"""A name that a report tells no oftener than this is not what it is about."""


def foreign_names(examined: Examined) -> Iterator[Finding]:
    """Yield names of places and people that tell whose report it was; hints.

    In a masked report all that were left standing; in a finished one what is seldom named and not in the answer
    book, where the book says which unit is the own one.
    """
    report = examined.report
    is_masked = sum(field.state is State.OPEN for field in report.fields) >= _FEWEST_OPEN
    if not is_masked and not any(examined.entries.get(name) for name in ("county", "city", "unit")):
        return
    is_field = inside_of((place.start, place.end) for field in report.fields for place in field.occurrences)
    told: set[str] = set()
    for found in find_names(report.text, examined.entries or None):
        name = report.text[found.start : found.end]
        if name in told or any(map(is_field, range(found.start, found.end))):
            continue
        told.add(name)
        if is_masked or report.text.count(name) <= _SELDOM:
            yield Finding(found.start, found.end, "word-name", Severity.HINT, parameters={"printed": name})
