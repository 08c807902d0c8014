"""Labels: the short name of a field, by which a colleague knows the value without seeing the report.

A figure is named by the words of its clause before it, a share by part and whole, a date by its event, a
name by the word it belongs to. The words stand in `resources/filling/labels.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from assistant.filling.kinds import Guess
from assistant.filling.markers import Marker
from assistant.filling.respective import respective_of
from assistant.report.fields import Kind
from assistant.resources import load_rules

_CLAUSE_END = re.compile(r"[，。；：、！？,;:!?\s“”‘’《》（）()]")
_SENTENCE_END = re.compile("[。！？；]")
_FIGURE = re.compile(r"[0-9.XxＸｘ×*＊○〇_＿【】]+\s?(?:余|多)?[一-龥%％]{0,3}$")
_SHORTEST_SUBJECT = 3
_KIND_WORDS = {
    Kind.PLACE: "地名",
    Kind.ORG: "名称",
    Kind.PERSON: "姓名",
    Kind.TEXT: "内容",
    Kind.SESSION: "会议届次",
    Kind.DATE: "日期",
}
_DATE_WORDS = {"年": "年份", "月": "月份", "日": "日期", "学年": "学年", "季度": "季度"}


def _rules(part: str) -> dict[str, Any]:
    rules: dict[str, Any] = load_rules("filling", "labels.toml")[part]
    return rules


def label_for(marker: Marker, guess: Guess, before: str, behind: str) -> str:
    """Return a short name for the value of a marker; not yet unique in its report.

    `before` and `behind` are the rest of the marker's line.
    """
    if marker.form == "session":
        return _KIND_WORDS[Kind.SESSION]
    if marker.form == "contact":
        return str(_rules("contact")["mail" if "@" in marker.text else "telephone"])
    if marker.form == "slot":
        return marker.text.strip("【】[]{}｛｝〔〕（）()　 ").split("：")[-1] or "待填内容"
    if guess.kind in (Kind.NUMBER, Kind.PERCENT):
        return _shortened(_figure_label(before, behind, guess))
    if guess.kind is Kind.DATE:
        return _date_label(marker, behind, guess.unit)
    return _name_label(marker, guess.kind, before, behind)


def _shortened(label: str) -> str:
    longest = int(load_rules("filling", "labels.toml")["longest"])
    return label if len(label) <= longest else label[-longest:].lstrip("的和与及")


def _figure_label(before: str, behind: str, guess: Guess) -> str:
    rules = _rules("figure")
    respective = respective_of(before, behind)
    if respective is not None:
        if guess.kind is Kind.PERCENT and respective.whole:
            return f"{_bare(respective.subject)}占{respective.whole}比重"
        change = re.search(rules["change"], respective.verb)
        if change is not None:
            return _bare(respective.subject) + _change_word(change["what"], guess.kind)
        return _bare(respective.subject) + _bare(respective.verb)
    clause, earlier = _last_clause(before)
    change = re.search(rules["change"], clause)
    if change is not None:
        head = clause[: change.start()]
        # 比上年的3.20亿元增长X%: what grows stands before what it is held against
        held_against = re.match(rules["held_against"], head) is not None and _FIGURE.search(head) is not None
        subject = ("" if held_against else _bare(head)) or _subject_before(earlier)
        return subject + _change_word(change["what"], guess.kind)
    share = re.match(rules["share"], clause) if guess.kind is Kind.PERCENT else None
    if share is not None:
        return f"{_subject_before(earlier)}占{share['whole']}比重"
    subject = _bare(clause)
    counted = _counted(behind, guess.unit)
    if counted:
        return f"{subject}{counted}数"
    if re.match(rules["part"], subject) and (whole := _first_subject(before)) and whole != subject:
        return f"{whole}（{subject}）" if subject else whole
    return subject or _thing_behind(behind, guess.unit) or "数值"


def _change_word(what: str, kind: Kind) -> str:
    """Return 增长率 or 增加额 for 增长."""
    words = _rules("figure")["rate" if kind is Kind.PERCENT else "amount"]
    return str(words.get(what, what))


@lru_cache(maxsize=4096)
def _bare(clause: str) -> str:
    """Return a clause without the words that say nothing of what is counted."""
    rules = _rules("figure")
    words = re.sub(rules["tail"], "", re.sub(rules["filler"], "", clause))
    bare = re.sub(rules["lead"], "", words)
    return re.sub(rules["tail"], "", bare if len(bare) >= _SHORTEST_SUBJECT else words)


def _last_clause(before: str) -> tuple[str, str]:
    """Return the clause right before a marker, and what stands before it in the line."""
    parts = [found.end() for found in _CLAUSE_END.finditer(before)]
    start = parts[-1] if parts else 0
    if start == len(before) and before[-1:] in "”’》）)" and len(parts) > 1:
        opening = max(before.rfind(c) for c in "“‘《（(")
        return before[opening + 1 : start - 1], before[:opening] if opening >= 0 else ""
    return before[start:], before[:start]


def _subject_before(earlier: str) -> str:
    """Return what the figure before this one counts, within the same sentence."""
    sentence = _SENTENCE_END.split(earlier)[-1].rstrip("，,、 ")
    for clause in reversed(re.split("[，、]", sentence)):
        figure = _FIGURE.search(clause)
        subject = _bare(clause[: figure.start()] if figure is not None else clause)
        if len(subject) >= 2 and not re.search(_rules("figure")["change"], clause[: figure.start()] if figure else ""):
            return subject
    return ""


def _first_subject(before: str) -> str:
    """Return what the first figure of the sentence counts: the whole of which the later ones are parts."""
    sentence = _SENTENCE_END.split(before)[-1]
    for clause in re.split("[，、：]", sentence)[:-1]:
        figure = _FIGURE.search(clause)
        if figure is not None and len(_bare(clause[: figure.start()])) > 3:
            return _bare(clause[: figure.start()])
    return ""


def _counted(behind: str, unit: str) -> str:
    """Return what is counted where it is named behind the unit: X个党支部."""
    rules = _rules("figure")
    if unit not in rules["counted_units"]:
        return ""
    found = re.match(rules["counted"], _behind_unit(behind, unit))
    return found[0] if found is not None else ""


def _thing_behind(behind: str, unit: str) -> str:
    """Return the words behind a figure that nothing before it names."""
    found = re.match(r"[一-龥]{1,6}", _behind_unit(behind, unit))
    return found[0] if found is not None else ""


def _behind_unit(behind: str, unit: str) -> str:
    rest = behind.lstrip()
    at = rest.find(unit) if unit else -1
    return rest[at + len(unit) :] if 0 <= at <= 2 else rest


def _date_label(marker: Marker, behind: str, unit: str) -> str:
    rules = _rules("event")
    rest = behind if marker.form == "date" else behind[len(unit) :]
    found = re.match(r"[，,]?([^，。；：！？“”《》\s]{2,})", rest)
    named = _DATE_WORDS.get(unit, "日期")
    if found is None:
        return named
    words = found[1][: rules["longest"]]
    ends = [end.end() for end in re.finditer(rules["end"], words)]
    return f"{words[: ends[-1]] if ends else words[:12]}的{named}"


def _name_label(marker: Marker, kind: Kind, before: str, behind: str) -> str:
    rules = _rules("name")
    if kind is Kind.PERSON:
        role = re.match(rules["role"], behind)
        if role is not None:
            return f"{role['role']}姓名"
        title = re.search(rules["title"], before)
        if title is not None:
            return f"{title[0].rstrip('：:')}姓名"
    pattern = rules.get(kind.value)
    whole = re.match(pattern, behind) if pattern is not None else None
    if whole is None:
        whole = re.match(r"[^，。；：、！？“”《》（）\s]{1,4}", behind)
    if whole is not None:
        return f"“{marker.text}{whole[0]}”的{_KIND_WORDS[kind]}"
    ahead = re.search(r"[^，。；：、！？“”《》（）\s]{1,4}$", before)
    return f"“{ahead[0] if ahead is not None else ''}{marker.text}”的{_KIND_WORDS[kind]}"


def unique_labels(labels: Sequence[str]) -> list[str]:
    """Return the labels with later equal ones numbered: 次数, 次数（2）, 次数（3）."""
    used: set[str] = set()
    times: dict[str, int] = {}
    unique = []
    for label in labels:
        numbered = label
        while numbered in used:
            times[label] = times.get(label, 1) + 1
            numbered = f"{label}（{times[label]}）"
        used.add(numbered)
        unique.append(numbered)
    return unique
