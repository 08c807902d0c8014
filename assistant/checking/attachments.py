"""Rules about attachments: the list 附件：1.… below the text against those behind it (GB/T 9704-2012 7.3.4, 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.checking.findings import Examined, Finding, Severity
from assistant.report.model import Paragraph, Role
from assistant.report.numbering import numeral_value

_NUMERAL = "[0-9０-９一二三四五六七八九十]{1,3}"
_LISTED = re.compile(
    rf"(?:附件[ 　]*(?P<plain>{_NUMERAL})?[：:])?[ 　]*(?:(?P<number>{_NUMERAL})[.．、][ 　]*)?(?P<name>[^\n]+)"
)
_LABEL = re.compile(rf"[【（(]?附件[ 　]*(?P<number>{_NUMERAL})?[】）)]?[：:]?")
_MENTION = re.compile(rf"(?:见|详见|参见|按照|按|填写|填报)(?P<at>附件[ 　]*(?P<number>{_NUMERAL}))")
_ENDS = "。；，、"
_UNNAMED = re.compile("[《》“”（）()0-9A-Za-z 　.．、：:\\-—]")


@dataclass(frozen=True, slots=True)
class _Listed:
    """One name of the list below the text."""

    paragraph: Paragraph
    number: int | None
    number_span: tuple[int, int]
    name: str
    name_end: int


@dataclass(frozen=True, slots=True)
class _Attached:
    """An attachment on pages of its own: its label and, where there is one, its title."""

    label: Paragraph
    number: int | None
    title: Paragraph | None


def attachments(examined: Examined) -> Iterator[Finding]:
    """Yield a mark at the end of an attachment's name, wrong numbers, and names that differ from the titles behind."""
    text = examined.report.text
    listed, attached = _read(examined)
    for one in listed:
        if one.name[-1:] in _ENDS:
            yield Finding(
                one.name_end - 1,
                one.name_end,
                "structure-attachment-end",
                Severity.ERROR,
                fix="",
                parameters={"printed": one.name[-1]},
            )
    yield from _numbers(listed)
    yield from _titles(listed, attached, text)
    yield from _mentions(examined, listed, attached)


def _read(examined: Examined) -> tuple[list[_Listed], list[_Attached]]:
    text = examined.report.text
    listed: list[_Listed] = []
    attached: list[_Attached] = []
    lines = [p for p in examined.paragraphs if p.role is Role.ATTACHMENT and p.text_of(text).strip()]
    for paragraph in lines:
        line = paragraph.text_of(text).rstrip()
        label = _LABEL.fullmatch(line.strip())
        if label is not None:
            attached.append(_Attached(paragraph, numeral_value(label["number"] or ""), None))
        elif attached and attached[-1].title is None and not line.lstrip().startswith("附件"):
            attached[-1] = _Attached(attached[-1].label, attached[-1].number, paragraph)
        elif not attached:
            found = _LISTED.match(line)
            if found is not None:
                group = "number" if found["number"] else "plain"
                span = found.span(group) if found[group] else (0, 0)
                listed.append(
                    _Listed(
                        paragraph,
                        numeral_value(found[group] or ""),
                        (paragraph.start + span[0], paragraph.start + span[1]),
                        found["name"],
                        paragraph.start + found.end("name"),
                    )
                )
    return listed, attached


def _numbers(listed: list[_Listed]) -> Iterator[Finding]:
    """Yield a number of the list that does not follow the one before."""
    for place, one in enumerate(listed, start=1):
        if len(listed) > 1 and one.number is not None and one.number != place:
            printed = str(one.number)
            yield Finding(
                *one.number_span,
                "structure-attachment",
                Severity.ERROR,
                fix=str(place),
                parameters={"why": "attachment.number", "printed": printed, "place": place},
            )


def _titles(listed: list[_Listed], attached: list[_Attached], text: str) -> Iterator[Finding]:
    """Yield titles and numbers of attachments that the list has otherwise, where there are both."""
    if not listed or not attached:
        return
    names = {one.number or place: one for place, one in enumerate(listed, start=1)}
    for place, one in enumerate(attached, start=1):
        number = one.number or place
        if number not in names:
            yield _about(one.label, "attachment.not_listed", number=number)
            continue
        title = one.title.text_of(text).strip() if one.title is not None else ""
        name = names[number].name.rstrip(_ENDS)
        if title and one.title is not None and _bare(title) != _bare(name):
            yield _about(one.title, "attachment.other_title", name=name)
    there = {one.number or place for place, one in enumerate(attached, start=1)}
    for number, listed_one in names.items():
        if number not in there:
            yield _about(listed_one.paragraph, "attachment.not_there", number=number)


def _mentions(examined: Examined, listed: list[_Listed], attached: list[_Attached]) -> Iterator[Finding]:
    """Yield 见附件3 in the text of a report that lists two."""
    if not listed:
        return
    most = max(len(listed), len(attached))
    for paragraph in examined.paragraphs:
        if paragraph.role in (Role.BODY, Role.HEADING):
            for found in _MENTION.finditer(paragraph.text_of(examined.report.text)):
                if (numeral_value(found["number"]) or 0) > most:
                    yield Finding(
                        paragraph.start + found.start("at"),
                        paragraph.start + found.end("at"),
                        "structure-attachment",
                        Severity.WARNING,
                        parameters={"why": "attachment.not_listed", "number": found["number"]},
                    )


def _bare(name: str) -> str:
    return _UNNAMED.sub("", name)


def _about(paragraph: Paragraph, why: str, **of: object) -> Finding:
    told = {"why": why} | of
    return Finding(paragraph.start, paragraph.end, "structure-attachment", Severity.WARNING, parameters=told)
