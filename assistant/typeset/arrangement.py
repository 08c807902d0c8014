"""From derived paragraphs to what stands on paper: title block, blank lines, places of signature and date.

Preview, print, PDF and DOCX all draw these values, so that they cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from assistant.report.model import Paragraph, Role
from assistant.report.pictures import Picture
from assistant.report.tables import Table
from assistant.typeset.layout import Alignment, Layout, TextStyle
from assistant.typeset.titles import title_breaks, title_reach

_PADDING = " \t\u3000\u00a0"
"""What people put around a line to push it into place; indents and alignment do that here."""
_FRONT_ROLES = frozenset({Role.TITLE, Role.SUBTITLE, Role.SIGNATURE, Role.DATE})
_SENTENCE_END = "。"
_MOST_NOTES = 2
_BLANK_LINES_FOR_SEAL = 2
"""A seal, four lines high, then begins less than a line below the text, and the date stands in its lower half."""
_ATTACHMENT_LABEL = re.compile(r"附件[：:]?\s*")
_ATTACHMENT_HEAD = re.compile(r"附[ \u3000]*[件表录][ \u3000]*[0-9０-９一二三四五六七八九十]{0,3}")
"""What stands alone at the head of an attachment's own page."""
_ATTENDANCE = re.compile(r"(?:出席|请假|列席)[：:](?=.)")
"""Who was there, at the end of minutes (GB/T 9704-2012 10.3)."""
_ATTENDANCE_LABEL = "出席："
_ATTACHMENT_NUMBER = re.compile(r"\d{1,2}[.．、]\s*")


class Look(StrEnum):
    """The style in which a paragraph is drawn; mostly its role, but a date under the title looks like a subtitle."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    SALUTATION = "salutation"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    HEADING_4 = "heading_4"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    DATE = "date"
    ATTACHMENT = "attachment"
    ATTACHMENT_LABEL = "attachment_label"
    ATTACHMENT_TITLE = "attachment_title"
    CELL = "cell"
    PICTURE = "picture"


_HEADING_LOOKS = (Look.HEADING_1, Look.HEADING_2, Look.HEADING_3, Look.HEADING_4)


@dataclass(frozen=True, slots=True)
class Lead:
    """The first sentence of a paragraph that is set in another style than the rest."""

    end: int
    """Code point behind its last character, its 。 included."""
    level: int | None
    """Level of the run-in heading, or None for an enumeration (一是…。)."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """The cell in which a line stands."""

    table: Table
    index: int
    """Of the cell in its table."""


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """One paragraph as it is drawn."""

    start: int
    """First code point that is drawn, counted in the report's text."""
    end: int
    look: Look
    lead: Lead | None = None
    right: int = 0
    """Indent from the right margin, in hundredths of a character."""
    left: int = 0
    """Indent of all lines but the first from the left margin, in twips; 0 where the look's own indent counts."""
    hanging: int = 0
    """How far the first line stands left of `left`, in twips."""
    blank_lines_before: int = 0
    breaks: tuple[int, ...] = ()
    """Code points of the report's text at which a long title's further lines begin."""
    reach: int = 0
    """How far its lines may reach into each margin, in twips."""
    starts_page: bool = False
    """Whether it stands at the head of a page."""
    keeps_next: bool = False
    """Whether the page may not end behind it, whatever its look."""
    cell: CellPlace | None = None
    """Where it stands in a table."""
    align: Alignment | None = None
    """Where its lines stand, if not where the look's style says."""
    picture: Picture | None = None
    """What is drawn in the place of its text."""


Objects = Mapping[int, tuple[PlacedParagraph, ...]]
"""What is drawn in the place of lines in cells and lines with pictures, by their first code point."""


def arrange(
    text: str, paragraphs: Sequence[Paragraph], layout: Layout, objects: Objects | None = None
) -> tuple[PlacedParagraph, ...]:
    """Return the paragraphs in the order they are drawn; noise and empty lines are left out.

    Blank lines are the layout's matter: text from web pages has one after every paragraph.

    Source: GB/T 9704-2012 7.3; reference layout-rules 2.3, 2.4, 3.1.
    """
    objects = objects or {}
    drawn = [
        paragraph
        for paragraph in paragraphs
        if paragraph.role is not Role.NOISE and (paragraph.text_of(text).strip(_PADDING) or paragraph.start in objects)
    ]
    placed: list[PlacedParagraph] = []
    for part in _parts(text, drawn):
        arranged = list(_arranged(text, part, layout, objects, after_text=bool(placed)))
        placed += _with_ending_kept(text, _with_attendance(text, arranged, layout), layout)
    return tuple(placed)


def _parts(text: str, drawn: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """Yield the main text, then each attachment that has pages of its own, its label first."""
    heads = [index for index in range(1, len(drawn)) if _is_attachment_head(text, drawn, index)]
    for first, behind in pairwise((0, *heads, len(drawn))):
        yield drawn[first:behind]


def _is_attachment_head(text: str, drawn: Sequence[Paragraph], index: int) -> bool:
    """Whether this paragraph is the label above an attachment, and not above a list of names."""
    paragraph = drawn[index]
    if paragraph.role is not Role.ATTACHMENT or index + 1 == len(drawn):
        return False
    following = drawn[index + 1]
    is_list = following.role is Role.ATTACHMENT and _ATTACHMENT_NUMBER.match(following.text_of(text).strip(_PADDING))
    return not is_list and bool(_ATTACHMENT_HEAD.fullmatch(paragraph.text_of(text).strip(_PADDING)))


def _arranged(
    text: str, drawn: Sequence[Paragraph], layout: Layout, objects: Objects, *, after_text: bool
) -> Iterator[PlacedParagraph]:
    """Yield the paragraphs of one part: the main text, or an attachment behind it."""
    heading = _attachment_looks(text, drawn)
    front = len(heading) + _front_length(drawn[len(heading) :])
    places = _ClosingPlaces(text, drawn[front:], seal=layout.seal)
    previous: Look | None = None
    text_begun = False
    for index, paragraph in enumerate(drawn):
        if paragraph.start in objects:
            yield from objects[paragraph.start]
            previous, text_begun = Look.BODY, True
            continue
        look = heading[index] if index < len(heading) else _look(paragraph, in_front=index < front, begun=text_begun)
        text_begun = text_begun or (index >= front and look is not Look.SALUTATION)
        start, end = trimmed(text, paragraph)
        left, hanging = _attachment_indent(text[start:end], layout.attachment) if look is Look.ATTACHMENT else (0, 0)
        is_title = look in (Look.TITLE, Look.ATTACHMENT_TITLE) or (look is Look.SUBTITLE and text[start] == "—")
        title, capacity = text[start:end] if is_title else "", layout.page.text_width / style_of_look(layout, look).cell
        yield PlacedParagraph(
            start=start,
            end=end,
            look=look,
            lead=_lead(text, paragraph, layout, end),
            right=places.of(paragraph.role, text[start:end]) if look in (Look.SIGNATURE, Look.DATE) else 0,
            left=left,
            hanging=hanging,
            blank_lines_before=_blank_lines(previous, look, layout, after_front=index == front),
            breaks=tuple(start + offset for offset in title_breaks(title, capacity)),
            reach=title_reach(title, capacity),
            starts_page=after_text and index == 0,
        )
        previous = look


def _with_attendance(text: str, placed: list[PlacedParagraph], layout: Layout) -> list[PlacedParagraph]:
    """Set the list of those present that ends minutes: labels like a heading, names one below the other.

    Source: GB/T 9704-2012 10.3: one blank line, two characters in, the label 黑体, further lines under the first name.
    """
    titles = "".join(text[one.start : one.end] for one in placed if one.look is Look.TITLE)
    end = len(placed)
    while end and placed[end - 1].look in (Look.SIGNATURE, Look.DATE):
        end -= 1
    begin = end
    while begin and placed[begin - 1].look is Look.BODY and _ATTENDANCE.match(text, placed[begin - 1].start):
        begin -= 1
    if begin == end or "纪要" not in titles:
        return placed
    hanging = layout.body.twips(100 * len(_ATTENDANCE_LABEL))
    left = layout.body.twips(layout.body.first_line) + hanging
    listed = [
        replace(
            one,
            lead=Lead(one.start + len(_ATTENDANCE_LABEL), 1),
            left=left,
            hanging=hanging,
            blank_lines_before=1 if index == 0 else 0,
        )
        for index, one in enumerate(placed[begin:end])
    ]
    return [*placed[:begin], *listed, *placed[end:]]


def _with_ending_kept(text: str, placed: list[PlacedParagraph], layout: Layout) -> list[PlacedParagraph]:
    """Keep signature, date and note on one page with the names of attachments and a last line of text before them.

    A signature may not stand on a page without text (GB/T 9704-2012 7.3.5.5). A paragraph of several lines before it
    is left alone: programs differ in whether they part one that is kept with the next.
    """
    ending = [index for index, one in enumerate(placed) if one.look in (Look.SIGNATURE, Look.DATE)]
    if not ending:
        return placed
    begin, end = ending[0], ending[-1]
    if len(placed) - 1 - end <= _MOST_NOTES:
        end = len(placed) - 1
    while begin and placed[begin - 1].look is Look.ATTACHMENT:
        begin -= 1
    if begin and placed[begin - 1].look in (Look.BODY, Look.CLOSING):
        before = placed[begin - 1]
        indent = style_of_look(layout, before.look).first_line / 100
        begin -= width_in_characters(text[before.start : before.end]) + indent < layout.page.characters
    return [replace(one, keeps_next=True) if begin <= index < end else one for index, one in enumerate(placed)]


def _attachment_looks(text: str, drawn: Sequence[Paragraph]) -> tuple[Look, ...]:
    """Return the looks of the label and title above an attachment; none where the part is the main text.

    A whole file may be an attachment: then its label is the first line, and what follows is the title as always.
    """
    if not drawn or not _is_attachment_head(text, drawn, 0):
        return ()
    titled = len(drawn) > 1 and drawn[1].role is Role.ATTACHMENT
    return (Look.ATTACHMENT_LABEL, Look.ATTACHMENT_TITLE) if titled else (Look.ATTACHMENT_LABEL,)


def style_of_look(layout: Layout, look: Look) -> TextStyle:
    """Return the layout's style for this look."""
    if look in (Look.CELL, Look.PICTURE):
        return layout.table
    if look in _HEADING_LOOKS:
        return layout.headings[_HEADING_LOOKS.index(look)]
    if look is Look.ATTACHMENT_LABEL:
        return layout.attachment_label
    return layout.attachment_title if look is Look.ATTACHMENT_TITLE else layout.style_of(Role(look.value))


def width_in_characters(line: str) -> float:
    """Return the width of a line in Chinese characters; digits and Latin letters count one half."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in line)


def _front_length(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many paragraphs the title block has: title, subtitle, and name and date lines under them."""
    if not paragraphs or paragraphs[0].role not in (Role.TITLE, Role.SUBTITLE):
        return 0
    for index, paragraph in enumerate(paragraphs):
        if paragraph.role not in _FRONT_ROLES:
            return index
    return len(paragraphs)


def _look(paragraph: Paragraph, *, in_front: bool, begun: bool) -> Look:
    if paragraph.role is Role.HEADING:
        # A run-in heading's paragraph is body text: an outline level would put all of it into the navigation
        # pane, and keeping it with the next would leave pages half empty.
        return Look.BODY if paragraph.run_in else _HEADING_LOOKS[(paragraph.level or 1) - 1]
    if in_front and paragraph.role is not Role.TITLE:
        return Look.SUBTITLE
    if paragraph.role is Role.SALUTATION and begun:
        return Look.BODY  # only at the head of the text; later ones open an indented paragraph
    if paragraph.role in (Role.CELL, Role.PICTURE):
        return Look.BODY
    return Look(paragraph.role.value)


def _blank_lines(previous: Look | None, look: Look, layout: Layout, *, after_front: bool) -> int:
    if previous is None or previous is look:
        return 0
    own = style_of_look(layout, look).blank_lines_before
    if previous is Look.ATTACHMENT_LABEL:
        return max(own, 1)
    if layout.seal and look in (Look.SIGNATURE, Look.DATE) and previous is not Look.SIGNATURE:
        return max(own, _BLANK_LINES_FOR_SEAL)
    return max(own, layout.blank_lines_after_front) if after_front else own


def trimmed(text: str, paragraph: Paragraph) -> tuple[int, int]:
    """Return first and last code point of a paragraph without the blanks at its ends."""
    line = paragraph.text_of(text)
    start = paragraph.start + len(line) - len(line.lstrip(_PADDING))
    return start, max(start, paragraph.start + len(line.rstrip(_PADDING)))


def _lead(text: str, paragraph: Paragraph, layout: Layout, end: int) -> Lead | None:
    if paragraph.role is Role.HEADING and paragraph.run_in:
        lead_end = paragraph.heading_end
        if text[lead_end : lead_end + 1] == _SENTENCE_END:
            lead_end += 1
        return Lead(min(lead_end, end), paragraph.level or 1)
    if layout.enumeration_lead and paragraph.role is Role.BODY and paragraph.enumerations:
        line = text[paragraph.start : end]
        if line.lstrip(_PADDING).startswith(paragraph.enumerations[0]) and _SENTENCE_END in line:
            return Lead(paragraph.start + line.index(_SENTENCE_END) + 1, None)
    return None


class _ClosingPlaces:
    """Right indents of signature and date at the end of a text, in hundredths of a character.

    Source: GB/T 9704-2012. With a seal (7.3.5.1) the date ends four characters from the margin and the signature is
    centred over it. Without (7.3.5.2) the signature ends two characters from the margin and the date begins two
    characters right of it; where the date is longer, it ends two characters from the margin instead.
    """

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], *, seal: bool) -> None:
        def widest(role: Role) -> float:
            lines = (paragraph.text_of(text).strip(_PADDING) for paragraph in paragraphs if paragraph.role is role)
            return max((width_in_characters(line) for line in lines), default=0)

        self._signature, self._date, self._seal = widest(Role.SIGNATURE), widest(Role.DATE), seal

    def of(self, role: Role, line: str) -> int:
        """Return the indent of one line of signature or date."""
        own, signature, date = width_in_characters(line), self._signature, self._date
        if not signature or not date:
            return 400 if self._seal else 200
        if self._seal:
            # a signature that would pass the right margin ends there, and the date stands centred under it
            middle = max(4 + date / 2, signature / 2)
            return round(100 * (middle - own / 2))
        if date <= signature:
            return 200 if role is Role.SIGNATURE else round(100 * (signature - date))
        return round(100 * (4 + date - signature)) if role is Role.SIGNATURE else 200


def _attachment_indent(line: str, style: TextStyle) -> tuple[int, int]:
    """Return (left, hanging) in twips so that a name's further lines begin under its first character.

    Source: GB/T 9704-2012 7.3.4. Digits are half a character wide, the full stop a quarter (Times New Roman).
    """
    label = _ATTACHMENT_LABEL.match(line)
    behind_label = label.end() if label else 0
    number = _ATTACHMENT_NUMBER.match(line, behind_label)
    if not label and not number:
        return 0, 0
    em = style.size * 10
    number_width = sum(
        (em if width_in_characters(character) == 1 else em // 4 if character in ". " else em // 2)
        + style.letter_spacing
        for character in (number.group() if number else "")
    )
    label_width = style.twips(100 * len("附件："))
    left = style.twips(style.first_line) + label_width + number_width
    return left, (label_width if label else 0) + number_width
