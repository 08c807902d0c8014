"""Kinds and units: what sort of value a marker stands for, told by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.filling.markers import Marker
from assistant.report.fields import Kind
from assistant.resources import load_rules

_DECIMAL = re.compile(r"[^0-9][.．][^0-9]|,")
_FORM_KINDS = {"date": Kind.DATE, "session": Kind.SESSION, "formula": Kind.TEXT, "contact": Kind.TEXT}
_SLOT_KINDS = (
    ("时间|日期", Kind.DATE),
    ("地点|地名", Kind.PLACE),
    ("姓名|责任人|负责人|领导", Kind.PERSON),
    ("单位|部门", Kind.ORG),
    ("数|金额", Kind.NUMBER),
    ("[XxＸ×*○某](?:省|市|县|区|州|旗|镇|乡|村|街道|社区)[】］｝}\\]]$", Kind.PLACE),
    ("[XxＸ×*○某](?:局|委|办|厅|院|校|公司|中心)[】］｝}\\]]$", Kind.ORG),
    ("[XxＸ×*○某][年月日][】］｝}\\]]$", Kind.DATE),
)


@dataclass(frozen=True, slots=True)
class Guess:
    """The kind of a marker and its unit as printed behind it, or ""."""

    kind: Kind
    unit: str


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: Kind
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None

    def matches(self, before: str, behind: str) -> bool:
        # what stands behind first: it is looked for in one place alone
        return (self.behind is None or self.behind.match(behind) is not None) and (
            self.before is None or self.before.search(before) is not None
        )


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            Kind(rule["kind"]),
            re.compile(rule["before"]) if "before" in rule else None,
            re.compile(rule["behind"]) if "behind" in rule else None,
        )
        for rule in load_rules("filling", "kinds.toml")["rule"]
    )


@cache
def unit_source(name: str) -> str:
    """Return the source of a pattern for a unit of a number or a percent, without groups that capture."""
    units = load_rules("filling", "kinds.toml")["units"]
    words = "|".join(map(re.escape, sorted(units[name], key=len, reverse=True)))
    large = units["large"] if name == "number" else ""
    return rf"{large}(?:{words})"


@cache
def _unit_pattern(name: str) -> re.Pattern[str]:
    more = load_rules("filling", "kinds.toml")["units"]["more"]
    return re.compile(rf"\s?{more}({unit_source(name)})")


def guess_kind(marker: Marker, before: str, behind: str) -> Guess:
    """Return kind and unit of a marker, given its line before and behind it."""
    if marker.form in _FORM_KINDS:
        return Guess(_FORM_KINDS[marker.form], "")
    if marker.form == "slot":
        return _guess_slot(marker.text, behind)
    guessed = _guess_unit(before, behind)
    if guessed is None and _DECIMAL.search(marker.text):
        guessed = Guess(Kind.NUMBER, "")
    return guessed or Guess(next(rule.kind for rule in _rules() if rule.matches(before, behind)), "")


def _guess_slot(text: str, behind: str) -> Guess:
    kind = next((kind for words, kind in _SLOT_KINDS if re.search(words, text)), None)
    return _guess_unit("", behind) or Guess(kind or Kind.TEXT, "")


def _guess_unit(before: str, behind: str) -> Guess | None:
    """Return date, percent or number where a unit of it stands behind the marker."""
    if behind[:1] not in _unit_beginnings() and not behind[:1].isspace():
        return None
    span, year, years_before, month, day = _unit_rules()
    if (spanned := span.match(behind)) is not None:
        rest = _guess_unit(before, behind[spanned.end() :])
        return rest if rest is not None and rest.kind is not Kind.DATE else None
    if before.endswith("第") and behind[:1] in tuple("次届期批轮"):
        return Guess(Kind.NUMBER, behind[0])
    in_year = year.match(behind)
    if in_year is not None and not years_before.search(before):
        return Guess(Kind.DATE, in_year[0])
    for unit, rule in (("月", month), ("日", day)):
        if rule.match(behind):
            return Guess(Kind.DATE, unit)
    percent = _unit_pattern("percent").match(behind)
    if percent is not None:
        return Guess(Kind.PERCENT, percent[1])
    number = _unit_pattern("number").match(behind)
    if number is not None and not _is_word(behind[number.start(1) :], number[1]):
        return Guess(Kind.NUMBER, number[1])
    return Guess(Kind.NUMBER, "年") if behind.startswith("年") else None


@cache
def _unit_beginnings() -> frozenset[str]:
    """Return the characters with which a unit, or what stands before one, may begin."""
    units = load_rules("filling", "kinds.toml")["units"]
    words = "".join(unit[0] for unit in (*units["number"], *units["percent"]))
    patterns = "".join(units[name] for name in ("span", "year", "month", "day", "more", "large"))
    return frozenset(words + patterns + "次届期批轮年")


@cache
def _unit_rules() -> tuple[re.Pattern[str], ...]:
    units = load_rules("filling", "kinds.toml")["units"]
    return tuple(re.compile(units[name]) for name in ("span", "year", "years_before", "month", "day"))


def _is_word(behind: str, unit: str) -> bool:
    """Whether what looks like a unit begins a longer word: 人民, 名单, 项目 behind a name."""
    return any(len(word) > len(unit) and behind.startswith(word) for word in _words_by_beginning().get(behind[:1], ()))


@cache
def _words_by_beginning() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word in load_rules("filling", "kinds.toml")["units"]["number_not"]:
        words.setdefault(word[0], []).append(word)
    return words
