"""Where head and imprint of an issued document stand: one result for preview, print, PDF and DOCX.

Lengths are twips, from the paper's left and top edges unless a name says otherwise.

Source: GB/T 9704-2012 7.2 and 7.4; reference layout-rules 2.2 and 2.5. Positions are those that LibreOffice gives to
the DOCX; glyphs stand a little below the top of their line, which the constants allow for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.typeset.layout import Alignment, Layout, Page, TextStyle
from assistant.typeset.layout_table import TWIPS_PER_MM
from assistant.typeset.lines import Stretch, advances, break_lines, gaps
from assistant.typeset.official import OfficialParts

RULE_GAP = 140
"""Between the line of the number and the red line: with the air below its characters this makes 4 mm."""
THICK, THIN = 20, 15
"""Rules of 0.35 and 0.25 mm, in the steps that Word knows."""
IMPRINT_EM, IMPRINT_LINE = 280, 420
"""4号: the width of a character and the height of a line."""
_ORGAN_TOP_MM, _FOOT_MM = 72, 35
_MOST_ORGAN_POINTS = 48
_BEARING = -0.02
"""How far the ink of a character begins below the top of a line as high as the character, in its height."""
_BLANK_LINES = 2
"""Above the number, and between the red line and the title [7.2.5, 7.3.1]."""
_SIGNERS_IN_A_ROW = 2
_SIGNER_LABEL = "签发人："
_COPIES_LABEL = "抄送："


@dataclass(frozen=True, slots=True)
class OfficialWords:
    """Words in one style."""

    text: str
    style: TextStyle
    left: float
    """From the text area's left edge."""
    is_red: bool = False
    ends_right: bool = False
    """Whether they end at the text area's right edge, however wide they come out."""


@dataclass(frozen=True, slots=True)
class OfficialLine:
    """One line of head or imprint."""

    words: tuple[OfficialWords, ...]
    top: float
    height: int
    is_centred: bool = False

    @property
    def text(self) -> str:
        """What stands in it, as it is listed."""
        return "　".join(words.text for words in self.words)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn across the page."""

    left: int
    top: float
    width: int
    thickness: int
    is_red: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the title; without lines where there is nothing."""

    lines: tuple[OfficialLine, ...] = ()
    rules: tuple[Rule, ...] = ()
    height: int = 0
    """What it takes of the text area, the blank lines below the red line included."""
    is_letter: bool = False
    """Whether it is that of a letter: the first page then has no number."""


@dataclass(frozen=True, slots=True)
class ImprintPart:
    """One part between two rules."""

    text: str
    """A tab stands in front of what ends at the right."""
    top: int
    left: int
    """Indent of all lines but the first."""
    hanging: int
    lines: tuple[OfficialLine, ...]

    @property
    def height(self) -> int:
        """Its lines with the rule above them."""
        return len(self.lines) * IMPRINT_LINE


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands at the foot of the last page; without parts where there is nothing, without rules in a letter."""

    parts: tuple[ImprintPart, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def top(self) -> int:
        """Where it begins."""
        return self.parts[0].top

    @property
    def lines(self) -> tuple[OfficialLine, ...]:
        """The lines of all parts."""
        return tuple(line for part in self.parts for line in part.lines)


def grid_shift(page: Page) -> float:
    """Return how far the first line stands below the top margin: a grid stands in the middle of the text area."""
    return (page.text_height - page.lines * page.pitch) / 2 if page.grid else 0.0


def width_of(text: str, style: TextStyle) -> float:
    """Return the width of words in one style."""
    stretches = [Stretch(len(text), style)]
    return sum(advances(text, 0, stretches)) + sum(gaps(text, 0, stretches).values())


def head_of(parts: OfficialParts, layout: Layout) -> Head:
    """Return the head of a document with these parts."""
    if not parts.has_head:
        return Head()
    page, body = layout.page, replace(layout.body, first_line=0)
    black = replace(body, font=layout.headings[0].font)
    origin = page.top + grid_shift(page)
    lines: list[OfficialLine] = []
    top = origin
    for text, style in ((parts.copy_number, body), (parts.secrecy, black), (parts.urgency, black)):
        if text:
            lines.append(OfficialLine((OfficialWords(text, style, 0),), top, page.pitch))
            top += page.pitch
    style = _organ_style(parts.organ, layout)
    size = style.size * 10
    top += max(20, round(_ORGAN_TOP_MM * TWIPS_PER_MM - page.top - size * _BEARING) - len(lines) * page.pitch)
    left = (page.text_width - width_of(parts.organ, style)) / 2
    lines.append(OfficialLine((OfficialWords(parts.organ, style, left, True),), top, size, is_centred=True))
    top += size + _BLANK_LINES * page.pitch
    for line in _number_lines(parts, layout, body, top):
        lines.append(line)
        top += page.pitch
    rule = Rule(page.left, top + RULE_GAP, page.text_width, THICK, True)
    height = round(top - origin) + RULE_GAP + THICK + _BLANK_LINES * page.pitch
    return Head(tuple(lines), (rule,), height)


def _organ_style(organ: str, layout: Layout) -> TextStyle:
    """Return the style of 发文机关标志: so large that it fits one line [7.2.4]."""
    style = replace(layout.title, letter_spacing=0, size=2, bold=False)
    room = int(layout.page.text_width / max(1.0, width_of(organ, style) / 20) / 10)
    return replace(style, size=min(_MOST_ORGAN_POINTS * 2, room))


def _number_lines(parts: OfficialParts, layout: Layout, body: TextStyle, top: float) -> Iterator[OfficialLine]:
    """Yield the line of the number; with signers, who come two in a row, it stands on the last one's [7.2.5, 7.2.6]."""
    page = layout.page
    if not parts.signer:
        left = (page.text_width - width_of(parts.number, body)) / 2
        yield OfficialLine((OfficialWords(parts.number, body, left),), top, page.pitch, is_centred=True)
        return
    names_style = replace(body, font=layout.headings[1].font)
    names = parts.signer.split()
    rows = ["　".join(names[i : i + _SIGNERS_IN_A_ROW]) for i in range(0, len(names), _SIGNERS_IN_A_ROW)]
    label = width_of(_SIGNER_LABEL, body)
    left = page.text_width - body.cell - label - max(width_of(row, names_style) for row in rows)
    for index, row in enumerate(rows):
        words = [OfficialWords(row, names_style, left + label)]
        if index == 0:
            words.insert(0, OfficialWords(_SIGNER_LABEL, body, left))
        if index == len(rows) - 1 and parts.number:
            words.insert(0, OfficialWords(parts.number, body, body.cell))
        yield OfficialLine(tuple(words), top + index * page.pitch, page.pitch)


def imprint_style(layout: Layout) -> TextStyle:
    """Return the style of the imprint: 4号仿宋 [7.4.2]."""
    return replace(
        layout.body, size=28, letter_spacing=0, bold=False, alignment=Alignment.LEFT, first_line=0, blank_lines_before=0
    )


def imprint_of(parts: OfficialParts, layout: Layout) -> Imprint:
    """Return the imprint, the last rule of which stands at the foot of the text area [7.4.1]."""
    if not parts.has_imprint:
        return Imprint()
    page = layout.page
    told: list[tuple[str, int, int]] = []
    if parts.copies_to:
        text = f"{_COPIES_LABEL}{parts.copies_to.rstrip('。')}。"
        told.append((text, 4 * IMPRINT_EM, len(_COPIES_LABEL) * IMPRINT_EM))
    if (parts.issuer or parts.issued) and not parts.is_letter:
        told.append((f"{parts.issuer}\t{parts.issued}印发" if parts.issued else parts.issuer, IMPRINT_EM, 0))
    foot = page.height - max(page.bottom, round(_FOOT_MM * TWIPS_PER_MM))
    broken = [_imprint_lines(text, left, hanging, layout) for text, left, hanging in told]
    top = foot - sum(map(len, broken)) * IMPRINT_LINE
    found, rules = [], []
    for number, ((text, left, hanging), rows) in enumerate(zip(told, broken, strict=True)):
        thickness = 0 if parts.is_letter else THIN if number else THICK
        rules.append(Rule(page.left, top, page.text_width, thickness))
        lines = tuple(
            OfficialLine(row, top + thickness + index * IMPRINT_LINE, IMPRINT_LINE) for index, row in enumerate(rows)
        )
        found.append(ImprintPart(text, top, left, hanging, lines))
        top += len(rows) * IMPRINT_LINE
    rules.append(Rule(page.left, foot - THICK, page.text_width, THICK))
    return Imprint(tuple(found), () if parts.is_letter else tuple(rules))


def _imprint_lines(text: str, left: int, hanging: int, layout: Layout) -> list[tuple[OfficialWords, ...]]:
    """Return what stands in each line of one part, one character in from both edges [7.4.2, 7.4.3]."""
    style, width = imprint_style(layout), layout.page.text_width
    words, tab, behind = text.partition("\t")
    if tab:
        date_left = width - IMPRINT_EM - width_of(behind, style)
        return [(OfficialWords(words, style, left), OfficialWords(behind, style, date_left))]
    room = width - IMPRINT_EM
    lines = break_lines(words, 0, [Stretch(len(words), style)], room - left + hanging, room - left)
    return [
        (OfficialWords(words[line.start : line.end], style, left if index else left - hanging),)
        for index, line in enumerate(lines)
    ]
