"""Reports put together by hand: the writers are tested without the rooms that derive roles and fields."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

from assistant.report.fields import Field, Kind, Occurrence, State
from assistant.report.model import Paragraph, Report, Role
from assistant.writing.docx import DocumentProperties

PROPERTIES = DocumentProperties("年度工作总结", "办公室", datetime(2026, 1, 8, 9, 30, tzinfo=UTC))
CHARACTERS = "全面推进各项重点工作坚持稳中求进抓好落实提升服务水平"
"""Chinese without punctuation, to be repeated."""


class Line(NamedTuple):
    """One paragraph to be: its text and role; headings by number and words, body text behind them is run in."""

    text: str
    role: Role = Role.BODY
    level: int | None = None
    number: str = ""
    words: str = ""
    enumerations: tuple[str, ...] = ()


def heading(level: int, number: str, words: str, rest: str = "") -> Line:
    """Return a heading; with `rest` (which begins with the 。) it is run in."""
    return Line(number + words + rest, Role.HEADING, level, number, words)


def chinese(length: int) -> str:
    """Return so many Chinese characters without punctuation."""
    return (CHARACTERS * (length // len(CHARACTERS) + 1))[:length]


def report_of(lines: Iterable[Line], fields: tuple[Field, ...] = ()) -> tuple[Report, tuple[Paragraph, ...]]:
    """Return the report that these lines make, and its paragraphs."""
    lines = list(lines)
    paragraphs, start = [], 0
    for line in lines:
        words = start + len(line.number)
        paragraphs.append(
            Paragraph(
                start=start,
                end=start + len(line.text),
                role=line.role,
                level=line.level,
                number=line.number or None,
                heading_start=words,
                heading_end=words + len(line.words),
                run_in=bool(line.words) and len(line.number + line.words) < len(line.text),
                enumerations=line.enumerations,
            )
        )
        start += len(line.text) + 1
    return Report("\n".join(line.text for line in lines), fields), tuple(paragraphs)


def field_at(report_text: str, marker: str, state: State = State.OPEN, which: int = 0) -> Field:
    """Return a field at the `which`-th place (from 0) where `marker` stands."""
    start = -1
    for _ in range(which + 1):
        start = report_text.index(marker, start + 1)
    occurrence = Occurrence(start, start + len(marker), marker)
    return Field(f"f{start}", Kind.NUMBER, "数", "", (occurrence,), state=state)


FULL_REPORT_LINES = (
    Line("关于2025年工作情况的报告", Role.TITLE),
    Line("——在全局干部大会上", Role.SUBTITLE),
    Line("（2026年1月8日）", Role.DATE),
    Line("同志们：", Role.SALUTATION),
    Line("现将“三项行动”情况汇报如下——"),
    heading(1, "一、", "主要成效"),
    heading(2, "（一）", "服务更加有力", "。全年办理XX件…卡尔·马克思“12345”热线。"),
    heading(2, "（二）", "机制更加健全"),
    heading(3, "1.", "建立台账", "。一是登记。二是销号。"),
    heading(4, "（1）", "按月调度", "。按月通报XX次。"),
    Line("##paidbegin##", Role.NOISE),
    Line("各位同志，", Role.SALUTATION),
    Line("特此报告。", Role.CLOSING),
    Line("附件：1.任务清单", Role.ATTACHMENT),
    Line("2.统计表", Role.ATTACHMENT),
    Line("某某市财政局办公室", Role.SIGNATURE),
    Line("2026年1月8日", Role.DATE),
)
"""A paragraph of every role."""
