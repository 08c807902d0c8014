"""Labels: the short name of a field, taken from the words around its first marker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.filling.kinds import Guess
from assistant.filling.markers import Marker
from assistant.report.fields import Kind

_CLAUSE = re.compile(r"[，。；：、！？,;:!?\s“”‘’《》（）()]")
_LONGEST = 16
_VERB_LEAD = re.compile(
    "^(?:一是|二是|三是|四是|五是|其中|共|并|已|及|和|与|以及|同时|截至目前|目前|今年以来|今年|全年|先后|累计|共计|"
    "完成|实现|达到|达|投入|下达|拨付|争取|获得|发放|开展|组织|召开|举办|收集|印发|购置|组建|覆盖)+"
)
_VERB_TAIL = re.compile("(?:约|共|达|为|达到|完成|实现|共计|累计|总计|合计|近|超过|超|至|到|了|分别)+$")
_KIND_WORDS = {
    Kind.PLACE: "地名",
    Kind.ORG: "名称",
    Kind.PERSON: "姓名",
    Kind.TEXT: "内容",
    Kind.SESSION: "会议",
    Kind.DATE: "日期",
}


def label_for(marker: Marker, guess: Guess, before: str, behind: str) -> str:
    """Return a short name for the value of a marker; not yet unique in its report.

    A figure is named by the words of its clause that stand before it, a name by the word it belongs to.
    """
    if marker.form == "session":
        return "会议届次"
    if marker.form == "slot":
        return marker.text.strip("【】[]{}｛｝〔〕（）()　 ").split("：")[-1] or "待填内容"
    if guess.kind in (Kind.NUMBER, Kind.PERCENT):
        return _figure_label(before, behind, guess.unit)
    if guess.kind is Kind.DATE:
        return _date_label(marker, behind, guess.unit)
    return _name_label(marker, guess.kind, before, behind)


def _figure_label(before: str, behind: str, unit: str) -> str:
    words = _last_clause(before)
    subject = _VERB_TAIL.sub("", _VERB_LEAD.sub("", words)) or _VERB_TAIL.sub("", words)
    change = re.search("(?:同比)?(?:增长|下降|增加|减少|提高|降低|上升|增收|减收)$", subject)
    if change is not None and change.start() < 3:
        earlier = _VERB_LEAD.sub("", _last_clause(before[: len(before) - len(words)].rstrip("，,、 ")))
        named = re.sub(r"[0-9.XxＸｘ×*＊○〇]+.{0,4}$", "", earlier)
        subject = named[-_LONGEST:] + subject
    if len(subject) < 2:
        follows = re.match(r"[^，。；：、！？“”《》（）\s]{1,10}", behind.lstrip()[len(unit) :])
        subject = (subject + (follows[0] if follows else "")) or "数值"
    return subject[-_LONGEST:]


def _date_label(marker: Marker, behind: str, unit: str) -> str:
    rest = behind if marker.form == "date" else behind[len(unit) :]
    event = re.match(r"[，,]?([^，。；：！？“”《》\s]{2,})", rest)
    words = event[1][:12] if event is not None else ""
    named = {"年": "年份", "月": "月份", "日": "日期"}.get(unit, "日期")
    return f"{words}的{named}" if words else named


def _name_label(marker: Marker, kind: Kind, before: str, behind: str) -> str:
    behind_words = re.match(r"[^，。；：、！？“”《》（）\s]{1,6}", behind)
    before_words = re.search(r"[^，。；：、！？“”《》（）\s]{1,4}$", before)
    context = marker.text + behind_words[0] if behind_words else (before_words[0] if before_words else "") + marker.text
    return f"“{context}”的{_KIND_WORDS[kind]}"


def _last_clause(before: str) -> str:
    parts = _CLAUSE.split(before)
    return parts[-1] if parts[-1] or len(parts) == 1 else parts[-2]


def unique_labels(labels: Sequence[str]) -> list[str]:
    """Return the labels with later equal ones numbered: 次数, 次数（2）, 次数（3）."""
    seen: dict[str, int] = {}
    unique = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        unique.append(label if seen[label] == 1 else f"{label}（{seen[label]}）")
    return unique
