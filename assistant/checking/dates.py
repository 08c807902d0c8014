"""Rules about dates and years: days that do not exist, weekdays, ranges that run backwards, years that fell behind."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from assistant.checking.findings import Examined, Finding, Severity
from assistant.checking.lines import Line
from assistant.report.model import Role

_DATE = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号](?P<week>（?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天]))?"
)
_WEEKDAYS = "一二三四五六日"
_LEAP = 2024


_MONTH = re.compile("(?<![0-9第])(1[3-9]|[2-9][0-9])月份?(?=[，。、；底初末至—]|以来)")


def impossible_dates(line: Line) -> Iterator[Finding]:
    """Yield a date that no calendar has, and a weekday that is not that day's."""
    if "月" not in line.masked:
        return
    for found in _DATE.finditer(line.masked):
        year = int(found["year"]) if found["year"] else _LEAP
        month, day = int(found["month"]), int(found["day"])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            yield _told(found, "figure-date-impossible", Severity.ERROR, printed=found[0])
        elif found["weekday"] and found["year"]:
            right = _WEEKDAYS[date(year, month, day).weekday()]
            if right != found["weekday"].replace("天", "日"):
                start = found.start("weekday")
                yield Finding(
                    start,
                    start + 1,
                    "figure-weekday",
                    Severity.ERROR,
                    fix=right,
                    parameters={"printed": found[0], "right": right},
                )
    for found in _MONTH.finditer(line.masked):
        yield _told(found, "figure-date-impossible", Severity.ERROR, printed=found[0])


_RANGE = re.compile(
    r"(?<![0-9.])(?P<first>[0-9]+(?:\.[0-9]+)?)(?P<unit>年|月|%|万元|亿元|岁|人|)[—－–~～至](?P<second>[0-9]+(?:\.[0-9]+)?)(?P<unit2>年|月|%|万元|亿元|岁|人)(?![0-9])"
)


def backward_ranges(line: Line) -> Iterator[Finding]:
    """Yield a range whose first figure is larger than its second: 2026—2023年."""
    for found in _RANGE.finditer(line.masked):
        if found["unit"] not in ("", found["unit2"]):
            continue
        is_month = found["unit2"] == "月"
        if (
            float(found["first"]) > float(found["second"])
            and not is_month
            and "由" not in line.masked[max(0, found.start() - 6) : found.start()]
        ):
            yield _told(found, "figure-range-order", Severity.WARNING, printed=found[0])


_HALF = re.compile("上半年|半年|[一二三]季度|第[一二三]季度")
_WHOLE = re.compile(
    r"全年(?=(?:全[市县区]|实现|完成|累计|共|一般公共预算|财政)[^，。；]{0,16}(?:完成|实现|达|增长|\*|x|X|[0-9]))"
)


def periods(examined: Examined) -> Iterator[Finding]:
    """Yield figures of a whole year in a report on half of it, as a hint."""
    text = examined.report.text
    titles = [p.text_of(text) for p in examined.paragraphs if p.role is Role.TITLE]
    half = _HALF.search("".join(titles)) if titles else None
    if half is None:
        return
    for paragraph in examined.paragraphs:
        for found in _WHOLE.finditer(paragraph.text_of(text)):
            before = paragraph.text_of(text)[max(0, found.start() - 8) : found.start()]
            if not re.search("去年|上年|确保|力争|预计|预算|任务|目标|占|年初", before):
                yield Finding(
                    paragraph.start + found.start(),
                    paragraph.start + found.end(),
                    "figure-period",
                    Severity.HINT,
                    parameters={"printed": found[0], "period": half[0]},
                )


def _told(found: re.Match[str], rule: str, severity: Severity, **parameters: object) -> Finding:
    return Finding(*found.span(), rule, severity, parameters=parameters)
