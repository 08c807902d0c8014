"""The main document part: paragraphs and runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from assistant.typeset.arrangement import Lead, Look, PlacedParagraph, style_of_look
from assistant.typeset.layout import Layout, Page, TextStyle
from assistant.writing.controls import DraftControls
from assistant.writing.markup import RELATION_NAMESPACE, WORD_NAMESPACE, XML_HEAD, alignment
from assistant.writing.own_comments import OwnComments
from assistant.writing.pictures import Pictures
from assistant.writing.pieces import FieldPlace, Piece, pieces_of, places_of
from assistant.writing.styles import lead_style_id, style_id
from assistant.writing.xml_text import run_text, xml_text

_BLANK_LINE = "<w:p/>"
_KEPT_BLANK_LINE = "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>"
_LINE_BREAK = "<w:r><w:br/></w:r>"
_RUN_END = "</w:t></w:r>"
# Word takes the hint for these marks, LibreOffice does not: it sets · and × in the Latin font everywhere, the others
# at the start of a paragraph and behind digits and letters.
_STRAY_MARKS = re.compile("[“”‘’—…·×](?:(?<=[·×])|(?<![\u2e80-\U0010ffff].))[“”‘’—…·×]*")


class _RunHeads(NamedTuple):
    """What stands in front of a run's text."""

    properties: str
    """Their w:rPr."""
    plain: str
    marks: str
    """The same with the Chinese font in the Latin slots too, for marks that are taken for Latin ones."""


class RunMarkup:
    """Heads of runs for one layout, each put together once: a long report has tens of thousands of runs."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._heads: dict[tuple[Look, int | None, bool, bool], _RunHeads] = {}

    def heads(self, look: Look, lead: Lead | None, *, marked: bool) -> _RunHeads:
        """Return the heads of a run in a paragraph of this look; `lead` where it belongs to the paragraph's lead."""
        key = (look, lead.level if lead else None, lead is not None, marked)
        if key not in self._heads:
            style = self._style(look, lead)
            char_style = f'<w:rStyle w:val="{lead_style_id(lead.level)}"/>' if lead else ""
            highlight = '<w:highlight w:val="yellow"/>' if marked else ""
            font = xml_text(style.font)
            plain, marks = (
                f'<w:rPr>{char_style}<w:rFonts w:hint="eastAsia"{slots}/>{highlight}</w:rPr>'
                for slots in ("", f' w:ascii="{font}" w:hAnsi="{font}"')
            )
            self._heads[key] = _RunHeads(
                plain, *(f'<w:r>{properties}<w:t xml:space="preserve">' for properties in (plain, marks))
            )
        return self._heads[key]

    def _style(self, look: Look, lead: Lead | None) -> TextStyle:
        if lead is None:
            return style_of_look(self._layout, look)
        if lead.level is None:
            return self._layout.enumeration_lead or self._layout.body
        return self._layout.run_in[lead.level - 1]


def section_xml(page: Page, margin_references: str, *, has_title_page: bool = False) -> str:
    """Return the properties of a section: paper, margins, grid, and what stands in the margins.

    `has_title_page` where header and footer of its first page are others.
    """
    title_page = "<w:titlePg/>" if has_title_page else ""
    grid = f'<w:docGrid w:type="lines" w:linePitch="{page.pitch}"/>' if page.grid else ""
    return (
        f'<w:sectPr>{margin_references}<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/>'
        f'<w:cols w:space="425"/>{title_page}{grid}</w:sectPr>'
    )


def document_part(paragraphs: Iterable[str], section: str) -> str:
    """Return word/document.xml; `section` describes its last or only section."""
    return (
        f"{XML_HEAD}<w:document {WORD_NAMESPACE} {RELATION_NAMESPACE}><w:body>"
        f"{''.join(paragraphs)}{section}</w:body></w:document>"
    )


def paragraphs_xml(
    text: str,
    placed: tuple[PlacedParagraph, ...],
    places: list[FieldPlace],
    layout: Layout,
    controls: DraftControls | None = None,
    comments: OwnComments | None = None,
    section: str = "",
    pictures: Pictures | None = None,
) -> Iterator[str]:
    """Yield the XML of every paragraph, one by one, with the blank lines above it.

    `places` are the occurrences that get runs of their own; `controls` wraps those whose field blocks a final,
    and `pictures` draws the pictures. `section` is the section that the last paragraph ends, where it is not the
    document's last one.
    """
    markup = RunMarkup(layout)
    is_kept = False
    for paragraph, own_places in places_of(placed, places):
        blank = (_KEPT_BLANK_LINE if is_kept else _BLANK_LINE) * paragraph.blank_lines_before
        is_kept = paragraph.keeps_next
        borders = comments.borders(paragraph) if comments else ()
        if pictures is not None and paragraph.picture is not None:
            runs = pictures.run(paragraph)
        elif own_places or paragraph.lead or paragraph.breaks or borders:
            pieces = pieces_of(paragraph, own_places, borders)
            found = _pieces_xml(text, paragraph, pieces, markup, controls)
            runs = "".join(comments.around(paragraph, *one) if comments else one[2] for one in found)
        else:
            runs = _runs(text, paragraph.start, paragraph.end, markup.heads(paragraph.look, None, marked=False))
        properties = _paragraph_properties(paragraph, layout) + (section if paragraph is placed[-1] else "")
        yield f"{blank}<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"{blank}<w:p>{runs}</w:p>"


def _pieces_xml(
    text: str,
    paragraph: PlacedParagraph,
    pieces: Iterator[Piece],
    markup: RunMarkup,
    controls: DraftControls | None,
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, runs) of the pieces; those of one open place together, in a control."""
    for place, grouped in groupby(pieces, key=lambda piece: piece.place):
        own = list(grouped)
        marked = controls is not None and place is not None and place.field.state.blocks_final
        runs, properties = [], ""
        for piece in own:
            heads = markup.heads(paragraph.look, paragraph.lead if piece.is_lead else None, marked=marked)
            properties = properties or heads.properties
            line_break = _LINE_BREAK if piece.start in paragraph.breaks else ""
            runs.append(line_break + _runs(text, piece.start, piece.end, heads))
        if controls is not None and place is not None and marked:
            yield own[0].start, own[-1].end, controls.around(place, "".join(runs), properties)
        else:
            yield from ((piece.start, piece.end, one) for piece, one in zip(own, runs, strict=True))


def _runs(text: str, start: int, end: int, heads: _RunHeads) -> str:
    """Return the runs of text[start:end]; what stands in front of `start` counts for its first marks."""
    runs = []
    position = start
    for found in _STRAY_MARKS.finditer(text, start, end):
        if position < found.start():
            runs.append(heads.plain + run_text(text[position : found.start()]) + _RUN_END)
        runs.append(heads.marks + found.group() + _RUN_END)
        position = found.end()
    if position < end:
        runs.append(heads.plain + run_text(text[position:end]) + _RUN_END)
    return "".join(runs)


def _paragraph_properties(paragraph: PlacedParagraph, layout: Layout) -> str:
    """Return the content of w:pPr, "" for plain body text."""
    style = style_id(paragraph.look)
    indent = ""
    if paragraph.left:
        # Twips alone: the label ends in digits, which are no whole characters wide.
        indent = f'<w:ind w:left="{paragraph.left}" w:firstLineChars="0" w:hanging="{paragraph.hanging}"/>'
    elif paragraph.right:
        twips = style_of_look(layout, paragraph.look).twips(paragraph.right)
        indent = f'<w:ind w:rightChars="{paragraph.right}" w:right="{twips}" w:firstLineChars="0" w:firstLine="0"/>'
    elif paragraph.reach:
        indent = (
            f'<w:ind w:left="-{paragraph.reach}" w:right="-{paragraph.reach}" w:firstLineChars="0" w:firstLine="0"/>'
        )
    style_element = f'<w:pStyle w:val="{style}"/>' if style else ""
    kept = "<w:keepNext/><w:keepLines/>" if paragraph.keeps_next else ""
    place = alignment(paragraph.align) if paragraph.align else ""
    return style_element + kept + ("<w:pageBreakBefore/>" if paragraph.starts_page else "") + indent + place
