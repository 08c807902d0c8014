"""Rules about the year of a report: one that fell behind from the report that served as sample."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checking.findings import Examined, Finding, Severity
from assistant.report.model import Paragraph, Role

_YEAR_HEAD = re.compile(r"(20[0-9]{2})年")
_PLAN = re.compile(r"思路|打算|计划|安排|工作重点|下一步|展望|举措")
_PART = re.compile("半年|季度|月|阶段|专项|汛期")
_LOOKS_BACK = re.compile("总结|述职|述责|述廉")
_BACK = re.compile(r"上年度|去年|回顾|近年来|历年|五年|三年|整改落实|整改情况|以来")
_DATE = re.compile(r"(20[0-9]{2})年(?:[0-9]{1,2}月)")
_OPENING = re.compile(
    r"(20[0-9]{2})年(?:上半年|度|)(?=[，,](?!与|同|和|比|较)[^，。]{0,8}(?:局|委|党组|公司|学校|院|全[省市县区镇乡]|我[省市县区镇乡]|在[省市县区]))"
)


def plan_years(examined: Examined) -> Iterator[Finding]:
    """Yield last year's number at the head of a plan for this one: 三、2024年工作思路, then 2023年，…将.

    A plan whose heading names no year is for the one after the report's.
    """
    planned: int | None = None
    reported = _year_of_title(examined, whole=True)
    text = examined.report.text
    for paragraph in examined.paragraphs:
        line = paragraph.text_of(text)
        if paragraph.role is Role.HEADING and (paragraph.level or 1) == 1:
            year = _YEAR_HEAD.search(line)
            told = int(year[1]) if year is not None else reported + 1 if reported is not None else None
            planned = told if _PLAN.search(line) else None
        elif planned is not None:
            found = re.match(rf"{planned - 1}年(?=[，,][^。]{{0,40}}(?:将|要|继续))", line)
            if found is not None:
                yield _finding(paragraph, found, planned, Severity.WARNING)


def years_left_standing(examined: Examined) -> Iterator[Finding]:
    """Yield last year's number in a report on this one: behind its text as a date, or where a paragraph begins.

    Told where the title names one year only; sections that look back or ahead have years of their own.
    """
    year = _year_of_title(examined)
    if year is None:
        return
    text, looks_elsewhere = examined.report.text, False
    own = len(re.findall(f"{year}年", text))
    for paragraph in examined.paragraphs:
        line = paragraph.text_of(text)
        if paragraph.role is Role.HEADING and (paragraph.level or 1) == 1:
            looks_elsewhere = bool(_PLAN.search(line) or _BACK.search(line))
        if paragraph.role is Role.DATE:
            found = _DATE.search(line)
            # a report on a year is dated in it, or early in the next one
            if found is not None and int(found[1]) < year:
                yield _finding(paragraph, found, None, Severity.WARNING, length=5)
        elif paragraph.role is Role.BODY and not looks_elsewhere:
            found = _OPENING.match(line)
            if found is not None and int(found[1]) == year - 1 and own > 1:
                yield _finding(paragraph, found, year, Severity.WARNING, length=5)


def _year_of_title(examined: Examined, *, whole: bool = False) -> int | None:
    """Return the only year that the title names, where the report tells of it and of no span of years.

    `whole` leaves out reports on a part of the year: their plans are for the rest of it.
    """
    text = examined.report.text
    titles = "".join(p.text_of(text) for p in examined.paragraphs if p.role is Role.TITLE)
    years = set(re.findall("20[0-9]{2}", titles))
    if whole and (_PART.search(titles) or not _LOOKS_BACK.search(titles)):
        return None
    is_span = re.search("20[0-9]{2}[年]?(?:[—–~～-]|至|、|和)", titles) or _PLAN.search(titles)
    return int(next(iter(years))) if len(years) == 1 and not is_span else None


def _finding(
    paragraph: Paragraph, found: re.Match[str], right: int | None, severity: Severity, *, length: int | None = None
) -> Finding:
    start = paragraph.start + found.start()
    printed = found[0] if length is None else found[0][:length]
    fix = f"{right}年" if right is not None else None
    return Finding(
        start,
        start + len(printed),
        "figure-year",
        severity,
        fix=fix,
        parameters={"printed": printed, "right": fix or "本年或下一年"},
    )
