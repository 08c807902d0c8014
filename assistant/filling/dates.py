"""Dates as answers: read in the ways people type them, cut to the parts that the marker shows."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from assistant.report.numbering import numeral_value

_RANGE = re.compile(r"\s*(?:至|到|—+|－|–|～|~)\s*")
_CHINESE = "〇零一二三四五六七八九十"
_WRITTEN = re.compile(
    rf"(?:(?P<y>\d{{2,4}}|[{_CHINESE}]{{2,4}})\s*年)?\s*"
    rf"(?:(?P<m>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s*月份?)?\s*"
    rf"(?:(?P<d>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s*[日号])?"
)
_PLAIN = re.compile(
    r"(?:(?P<y>\d{4})[-/.])?(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|(?P<y2>\d{4})[-/.](?P<m2>\d{1,2})"
    r"|(?P<y3>(?:19|20)\d{2})(?P<m3>\d{2})(?P<d3>\d{2})"
)
_LIMITS = {"年": (1, 9999), "月": (1, 12), "日": (1, 31)}
_LONGEST_FEBRUARY_YEAR = 2024


@dataclass(frozen=True, slots=True)
class DateParts:
    """What an answer says of a date, as it was typed; None for what it leaves out."""

    year: str | None
    month: str | None
    day: str | None

    def part(self, name: str) -> str | None:
        """Return the part called 年, 月 or 日, without leading zeros (GB/T 9704-2012 clause 7.3.5.4)."""
        found = {"年": self.year, "月": self.month, "日": self.day}[name]
        return (found.lstrip("0") or "0") if found is not None else None


def read_date(text: str) -> DateParts | None:
    """Return the parts of one date, or None where the text is none or there is no such day."""
    written = _WRITTEN.fullmatch(text)
    if written is not None and any(written.groups()):
        parts = DateParts(written["y"], written["m"], written["d"])
    else:
        plain = _PLAIN.fullmatch(text)
        if plain is None:
            return None
        year, month = plain["y"] or plain["y2"] or plain["y3"], plain["m"] or plain["m2"] or plain["m3"]
        parts = DateParts(year, month, plain["d"] or plain["d3"])
    return parts if _exists(parts) else None


def _exists(parts: DateParts) -> bool:
    values = {name: numeral_value(part) for name in _LIMITS if (part := parts.part(name)) is not None}
    for name, value in values.items():
        lowest, highest = _LIMITS[name]
        if value is None or not lowest <= value <= highest:
            return False
    month, day = values.get("月"), values.get("日")
    if month is None or day is None:
        return True
    year = values.get("年") or _LONGEST_FEBRUARY_YEAR
    return day <= calendar.monthrange(year, month)[1]


def shaped_date(text: str, shown: str) -> str | None:
    """Return the parts of a date that a marker shows ("月日"), or None where the answer lacks one of them."""
    parts = read_date(text)
    if parts is None:
        return None
    found = [parts.part(name) for name in shown]
    if any(part is None for part in found):
        return None
    return "".join(f"{part}{name}" for part, name in zip(found, shown, strict=True))


def shaped_range(text: str) -> str | None:
    """Return a span of dates as printed (3月5日至7日), or one whole date; None where it is neither."""
    ends = _RANGE.split(text)
    if len(ends) == 1:
        return shaped_date(text, "月日")
    if len(ends) != 2 or read_date(ends[0]) is None or read_date(ends[1]) is None:
        return None
    return "至".join(_as_written(end) for end in ends)


def _as_written(text: str) -> str:
    parts = read_date(text)
    if parts is None:
        return text
    return "".join(f"{part}{name}" for name in _LIMITS if (part := parts.part(name)) is not None)


def lone_part(text: str, unit: str) -> str | None:
    """Return the figure of a marker in front of 年, 月 or 日, cut out of a whole date where one was typed."""
    bare = text.removesuffix(unit).strip()
    lowest, highest = _LIMITS[unit]
    value = numeral_value(bare)
    if value is not None and lowest <= value <= highest and (unit != "年" or len(bare) in (2, 4)):
        return bare.lstrip("0") or "0"
    parts = read_date(text)
    return parts.part(unit) if parts is not None else None
