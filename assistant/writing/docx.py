"""Word documents: a report in a layout, final or draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from assistant.report.fields import State
from assistant.report.model import Paragraph, Report
from assistant.typeset.arrangement import PlacedParagraph
from assistant.typeset.layout import Layout
from assistant.typeset.objects import arrange_report
from assistant.typeset.official import OfficialParts
from assistant.typeset.official_lines import imprint_of
from assistant.typeset.pages import first_head, lay_out_pages
from assistant.writing.body import document_part, paragraphs_xml, section_xml
from assistant.writing.controls import DraftControls
from assistant.writing.font_table import font_table_part
from assistant.writing.official import head_xml, imprint_xml
from assistant.writing.own_comments import Comment, OwnComments
from assistant.writing.package import Part, build_package
from assistant.writing.page_margins import (
    draft_mark_text,
    empty_footers,
    first_page_parts,
    margin_parts,
    margin_references,
)
from assistant.writing.pictures import Pictures
from assistant.writing.pieces import FieldPlace, field_places, places_of
from assistant.writing.properties import DocumentProperties, application_properties_part, core_properties_part
from assistant.writing.settings import settings_part
from assistant.writing.styles import styles_part
from assistant.writing.tables import with_tables

__all__ = ["DocumentProperties", "write_docx"]


def write_docx(
    report: Report,
    paragraphs: tuple[Paragraph, ...],
    layout: Layout,
    *,
    draft: bool,
    properties: DocumentProperties,
    official: OfficialParts | None = None,
    comments: Sequence[Comment] = (),
) -> bytes:
    """Return the report as a .docx; the same input gives the same bytes.

    In a draft every open or stale place is a yellow content control bound to its field's value, and the head of each
    page says how many there are. A final shows none: whether there may be one is for the caller to decide.
    `official` gives it the head and the imprint of an issued document, `comments` remarks at their words.
    """
    placed = arrange_report(report, paragraphs, layout)
    # Only a draft needs to find its fields again; in a final one run reads better than three.
    places = field_places(report) if draft else []
    controls = DraftControls(report) if draft else None
    remarks = OwnComments(comments, placed)
    mark = _draft_mark(placed, places) if draft else ""
    margins = margin_parts(layout, mark)
    official = official or OfficialParts()
    imprint = imprint_of(official, layout)
    behind = _pages_behind_text(report.text, placed, layout, official) if imprint.parts else 0
    if behind > 1:
        margins += empty_footers(layout)
    head = first_head(official, layout)
    if head.is_letter:
        margins += first_page_parts(mark)
    numbered = section_xml(layout.page, margin_references(margins), has_title_page=head.is_letter)
    pictures = Pictures(layout)
    ending = numbered if behind > 1 else ""
    ends_in_table = bool(placed) and placed[-1].cell is not None
    own_ending = "" if ends_in_table else ending
    xml = paragraphs_xml(report.text, placed, places, layout, controls, remarks, own_ending, pictures)
    body = chain(
        [head_xml(head, layout)],
        with_tables(placed, xml, layout, ending if ends_in_table else "") if report.tables else xml,
        [imprint_xml(imprint, layout, behind)],
    )
    last = section_xml(layout.page, margin_references(margins, numbered=False)) if behind > 1 else numbered
    document = document_part(body, last)
    parts = [
        Part("styles.xml", "styles", styles_part(layout, commented=bool(remarks)), "rIdStyles"),
        Part("settings.xml", "settings", settings_part(layout), "rIdSettings"),
        Part("fontTable.xml", "fontTable", font_table_part(layout), "rIdFonts"),
        *margins,
    ]
    if remarks:
        parts.append(Part("comments.xml", "comments", remarks.part_xml(properties.created), "rIdComments"))
    return build_package(
        document,
        parts,
        core_properties_part(properties),
        application_properties_part(),
        controls.values() if controls else None,
        pictures.media,
    )


def _pages_behind_text(text: str, placed: tuple[PlacedParagraph, ...], layout: Layout, official: OfficialParts) -> int:
    """Return how many pages behind the last one with text are there for the imprint."""
    pages = lay_out_pages(text, placed, layout, official)
    return sum(page.is_blank for page in pages[1:])


def _draft_mark(placed: Iterable[PlacedParagraph], places: list[FieldPlace]) -> str:
    """Return the draft mark; places in lines that are not drawn do not count."""
    states = [place.field.state for _, own_places in places_of(placed, places) for place in own_places]
    return draft_mark_text(states.count(State.OPEN), states.count(State.STALE))
