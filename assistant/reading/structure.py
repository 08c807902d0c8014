"""Structure: what each line of a report is, derived from its text alone.

Headings are told by their labels (GB/T 9704-2012 clause 7.3.3), the rest by position and wording;
the words stand in `resources/reading/structure.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from assistant.reading.unnumbered import with_missing_numbers
from assistant.report.model import Paragraph, Role, lines_with_offsets
from assistant.report.numbering import Label, read_label
from assistant.report.pictures import PICTURE_SIGN
from assistant.report.tables import Table, lines_of_tables
from assistant.resources import load_rules

_SENTENCE_END = "。！？"
_STOP_OR_PAIR = re.compile("[。！？“”《》（）]")
_LINE_END = re.compile(r"[。！？；：:;!?，,、.…]$")


@cache
def _pattern(*keys: str) -> re.Pattern[str]:
    rules = load_rules("reading", "structure.toml")
    for key in keys[:-1]:
        rules = rules[key]
    return re.compile(rules[keys[-1]])


def _number(*keys: str) -> int:
    return int(load_rules("reading", "structure.toml")[keys[0]][keys[1]])


def paragraphs_of(
    text: str, role_overrides: Sequence[tuple[str, Role]] = (), tables: Sequence[Table] = ()
) -> tuple[Paragraph, ...]:
    """Return one paragraph for every line of `text`, empty lines included (role body).

    Spans are code points into `text`. `role_overrides` are (text of a line, role) pairs set by the clerk. Lines in
    cells of `tables` and lines that are a picture have roles of their own, and say nothing about other lines.
    Those of the last text are kept: the page and the report ask for them one after the other.
    """
    return _paragraphs_of(text, tuple(role_overrides), tuple(tables))


@lru_cache(maxsize=1)
def _paragraphs_of(
    text: str, role_overrides: tuple[tuple[str, Role], ...], tables: tuple[Table, ...]
) -> tuple[Paragraph, ...]:
    apart = _set_apart(text, tables)
    lines = lines_with_offsets(text)
    found = [_labelled(start, line) for number, (start, line) in enumerate(lines) if number not in apart]
    found = _with_front(text, found)
    found = _with_attachments(text, found)
    found = _with_end(text, found)
    found = with_missing_numbers(text, found)
    found = _with_overrides(text, found, dict(role_overrides))
    found = [replace(p, enumerations=words) if (words := enumerations_in(p.text_of(text))) else p for p in found]
    return tuple(sorted((*found, *apart.values()), key=lambda p: p.start) if apart else found)


def _set_apart(text: str, tables: Sequence[Table]) -> dict[int, Paragraph]:
    """Return the paragraphs that are no running text, by the number of their line."""
    if not tables and PICTURE_SIGN not in text:
        return {}
    cells = lines_of_tables(tables)
    return {
        number: Paragraph(
            start,
            start + len(line),
            Role.CELL if number in cells else Role.PICTURE,
            heading_start=start,
            heading_end=start,
        )
        for number, (start, line) in enumerate(lines_with_offsets(text))
        if number in cells or (PICTURE_SIGN in line and not line.strip(f"{PICTURE_SIGN} 　"))
    }


@lru_cache(maxsize=8192)
def enumerations_in(line: str) -> tuple[str, ...]:
    """Return the enumeration words of a line in order: 一是, 二是; other verbs only where two or more agree."""
    words = [found[1] for found in _pattern("enumeration", "word").finditer(line)]
    verbs = [word[-1] for word in words]
    sure = _pattern("enumeration", "sure")
    return tuple(word for word in words if sure.fullmatch(word) or verbs.count(word[-1]) > 1)


def _labelled(start: int, line: str) -> Paragraph:
    """Return a heading where the line begins with a label, else a body paragraph."""
    label = read_label(line)
    end = start + len(line)
    if label is None or _is_list_in_line(line, label):
        return Paragraph(start, end, Role.BODY, heading_start=start, heading_end=start)
    return numbered_heading(start, line, label)


def _is_list_in_line(line: str, label: Label) -> bool:
    """Whether the next numbers stand in the same line: （1）…；（2）…； is a list within a paragraph, no heading."""
    if label.level < 3:
        return False
    parts = _pattern("heading", "list_in_line").split(line[len(label.printed) :])[1:]
    following = [read_label(part) for part in parts]
    return any(one is not None and (one.level, one.value) == (label.level, label.value + 1) for one in following)


def numbered_heading(start: int, line: str, label: Label) -> Paragraph:
    """Return the heading paragraph of a line that begins with `label`."""
    words = len(label.printed) + len(line[len(label.printed) :]) - len(line[len(label.printed) :].lstrip(" 　"))
    length, run_in = heading_extent(line[words:])
    return Paragraph(
        start,
        start + len(line),
        Role.HEADING,
        level=label.level,
        number=label.printed,
        heading_start=start + words,
        heading_end=start + words + length,
        run_in=run_in,
    )


def heading_extent(words: str) -> tuple[int, bool]:
    """Return how many characters of `words` are the heading, and whether body text follows in the paragraph.

    A heading ends before the first 。！？ that stands outside quotes and titles; failing that, before a
    colon with text behind it, if the part before is short enough for a heading.
    """
    longest = _number("heading", "longest")
    colon = words.find("：")
    stop = _first_stop(words)
    if stop is not None and (stop + 1 < len(words.rstrip()) or not 0 < colon <= longest // 2):
        return stop, stop + 1 < len(words.rstrip())
    if 0 < colon <= longest // 2 and colon + 1 < len(words):
        return colon, True
    if len(words) > longest:
        cut = re.search("[，；：]", words)
        return (cut.start() if cut else len(words)), cut is not None
    return len(words.rstrip("；;：: ，,")), False


def _first_stop(words: str) -> int | None:
    """Return where the first 。！？ outside quotes and titles stands."""
    depth = 0
    for mark in _STOP_OR_PAIR.finditer(words):
        if mark[0] in _SENTENCE_END:
            if depth <= 0:
                return mark.start()
        else:
            depth += 1 if mark[0] in "“《（" else -1
    return None


def _with_front(text: str, found: list[Paragraph]) -> list[Paragraph]:
    """Give roles to the lines before the first paragraph of text: title, subtitle, name, date, salutation.

    A file may be an attachment itself: then 附件1 stands above its title.
    """
    result = list(found)
    titled, at_first = False, True
    for index, paragraph in enumerate(found):
        line = paragraph.text_of(text)
        if not line:
            continue
        is_first, at_first = at_first, False
        if not titled and _pattern("attachment", "label").fullmatch(line):
            result[index] = replace(paragraph, role=Role.ATTACHMENT)
            continue
        role = _front_role(line, paragraph, titled=titled, at_first=is_first)
        if role is None:
            break
        titled = titled or role is Role.TITLE
        result[index] = replace(paragraph, role=role, level=None, number=None)
    return [_greeting(text, p) for p in _with_long_title(text, result)]


def _with_long_title(text: str, found: list[Paragraph]) -> list[Paragraph]:
    """Make title lines of what stands between two title lines: a long title printed over several lines."""
    titles = [index for index, paragraph in enumerate(found) if paragraph.role is Role.TITLE]
    if len(titles) < 2:
        return found
    dashed = _pattern("title", "subtitle")
    return [
        replace(p, role=Role.TITLE)
        if titles[0] < index < titles[-1] and p.role is Role.SUBTITLE and not dashed.fullmatch(p.text_of(text))
        else p
        for index, p in enumerate(found)
    ]


def _front_role(line: str, paragraph: Paragraph, *, titled: bool, at_first: bool) -> Role | None:
    if _is_salutation(line):
        return Role.SALUTATION
    if paragraph.role is Role.HEADING:
        return None
    if titled and _pattern("salutation", "organ").fullmatch(line):
        return Role.SALUTATION
    if _pattern("title", "subtitle").fullmatch(line) or (titled and _pattern("title", "draft").fullmatch(line)):
        return Role.SUBTITLE
    if titled and _pattern("front", "date").fullmatch(line):
        return Role.DATE
    if _LINE_END.search(line) or "。" in line or "\t" in line:
        return None
    if titled and re.search("[，、]", line) and len(line) >= _number("front", "sentence"):
        return None
    if not titled and len(line) <= _number("title", "longest"):
        return Role.TITLE
    if titled and not at_first and re.search(_pattern("title", "genre").pattern + "$", line) and len(line) <= 40:
        return Role.TITLE
    return Role.SUBTITLE if titled and len(line) <= _number("front", "name_longest") else None


def _is_salutation(line: str) -> bool:
    return bool(
        _pattern("salutation", "line").fullmatch(line) and not _pattern("salutation", "inner").search(line)
    ) or bool(_pattern("salutation", "greeting").fullmatch(line))


def _greeting(text: str, paragraph: Paragraph) -> Paragraph:
    """Give the role salutation to a line that addresses the audience, wherever it stands."""
    line = paragraph.text_of(text)
    if paragraph.role is Role.BODY and line[-1:] in "：:！!" and len(line) <= 24 and _is_salutation(line):
        return replace(paragraph, role=Role.SALUTATION)
    return paragraph


def _with_end(text: str, found: list[Paragraph]) -> list[Paragraph]:
    """Give roles to the last lines: date, signature, closing; attachments among them have theirs already.

    Attachments on pages of their own stand behind the end, and so may a note in parentheses (附注).
    """
    result = list(found)
    end = next((i for i in range(1, len(found)) if _heads_attachment(text, found, i)), len(found))
    ended = False
    for index in range(end - 1, 0, -1):
        paragraph = found[index]
        line = paragraph.text_of(text)
        if not ended and paragraph.role is Role.BODY and _is_note(line):
            continue
        role = _end_role(line, paragraph) if line else paragraph.role
        if role is None:
            break
        ended = ended or bool(line)
        result[index] = replace(paragraph, role=role)
        if role in (Role.CLOSING, Role.SALUTATION):
            break
    return result


def _is_note(line: str) -> bool:
    return bool(_pattern("attachment", "note").fullmatch(line)) and not _pattern("front", "date").fullmatch(line)


def _end_role(line: str, paragraph: Paragraph) -> Role | None:
    """Return what a line at the report's end is, or None where the end begins behind it."""
    if paragraph.role is Role.ATTACHMENT:
        return Role.ATTACHMENT
    if paragraph.role is not Role.BODY:
        return None
    if _pattern("front", "date").fullmatch(line):
        return Role.DATE
    is_short = len(line) <= _number("front", "name_longest") and not _LINE_END.search(line) and "。" not in line
    if is_short and _pattern("signature", "line").search(line) and not _pattern("signature", "never").search(line):
        return Role.SIGNATURE
    if _pattern("closing", "formula").fullmatch(line):
        return Role.CLOSING
    if _pattern("closing", "call").match(line) or _pattern("closing", "call_anywhere").search(line):
        return Role.CLOSING
    return None


def _heads_attachment(text: str, found: list[Paragraph], index: int) -> bool:
    """Whether a line is 附件1 alone, above an attachment and not above the list of their names."""
    if not _pattern("attachment", "label").fullmatch(found[index].text_of(text)):
        return False
    behind = (found[place] for place in range(index + 1, len(found)))
    following = next((p for p in behind if p.end > p.start), None)
    return following is not None and not _pattern("attachment", "named").match(following.text_of(text))


def _attachment_title(line: str, paragraph: Paragraph) -> bool:
    """Whether the line below 附件1 is the attachment's title."""
    is_short = len(line) <= _number("attachment", "title_longest") and not _LINE_END.search(line)
    return is_short and "。" not in line and paragraph.role is Role.BODY


def _with_attachments(text: str, found: list[Paragraph]) -> list[Paragraph]:
    """Give the role attachment to lines 附件：… anywhere; numbered names that follow 附件： belong to it.

    So do 附件1 above an attachment that has pages of its own, and its title.
    """
    result: list[Paragraph] = []
    in_list = below_label = False
    for index, paragraph in enumerate(found):
        line = paragraph.text_of(text)
        if below_label and line:
            below_label = False
            if _attachment_title(line, paragraph):
                result.append(replace(paragraph, role=Role.ATTACHMENT))
                continue
        if index and paragraph.role is Role.BODY and _heads_attachment(text, found, index):
            result.append(replace(paragraph, role=Role.ATTACHMENT))
            in_list, below_label = False, True
        elif paragraph.role is Role.BODY and _pattern("attachment", "line").fullmatch(line):
            result.append(replace(paragraph, role=Role.ATTACHMENT))
            in_list = True
        elif in_list and paragraph.role is Role.HEADING and paragraph.level == 3 and not _LINE_END.search(line):
            result.append(
                replace(paragraph, role=Role.ATTACHMENT, level=None, number=None, heading_end=paragraph.heading_start)
            )
        else:
            result.append(paragraph)
            in_list = False
    return result


def _with_overrides(text: str, found: list[Paragraph], overrides: dict[str, Role]) -> list[Paragraph]:
    if not overrides:
        return found
    return [replace(p, role=overrides[p.text_of(text)]) if p.text_of(text) in overrides else p for p in found]
