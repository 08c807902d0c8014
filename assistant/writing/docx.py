"""Word documents: a report in a layout, final or draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    official = official or OfficialParts()
    mark = _draft_mark(placed, places) if draft else ""
    sections = _sections(report.text, placed, layout, official, mark)
    pictures = Pictures(layout)
    ends_in_table = bool(placed) and placed[-1].cell is not None
    own_ending = "" if ends_in_table else sections.behind_text
    xml = paragraphs_xml(report.text, placed, places, layout, controls, remarks, own_ending, pictures)
    body = chain(
        [head_xml(first_head(official, layout), layout)],
        with_tables(placed, xml, layout, sections.behind_text if ends_in_table else "") if report.tables else xml,
        [imprint_xml(imprint_of(official, layout), layout, sections.pages_behind)],
    )
    return build_package(
        document_part(body, sections.last),
        [*_parts_beside(layout, remarks, properties), *sections.margins],
        core_properties_part(properties),
        application_properties_part(),
        controls.values() if controls else None,
        pictures.media,
    )


def _parts_beside(layout: Layout, remarks: OwnComments, properties: DocumentProperties) -> list[Part]:
    """Return the parts that the document points to, heads and feet of its pages aside."""
    parts = [
        Part("styles.xml", "styles", styles_part(layout, commented=bool(remarks)), "rIdStyles"),
        Part("settings.xml", "settings", settings_part(layout), "rIdSettings"),
        Part("fontTable.xml", "fontTable", font_table_part(layout), "rIdFonts"),
    ]
    if remarks:
        parts.append(Part("comments.xml", "comments", remarks.part_xml(properties.created), "rIdComments"))
    return parts


@dataclass(frozen=True, slots=True)
class _Sections:
    """The sections of a document: one, or a second one without page numbers behind the text (GB/T 9704 7.5)."""

    margins: tuple[Part, ...]
    """Heads and feet of the pages."""
    behind_text: str
    """What ends the section of the text, or "" where there is but one."""
    last: str
    pages_behind: int


def _sections(
    text: str, placed: tuple[PlacedParagraph, ...], layout: Layout, official: OfficialParts, mark: str
) -> _Sections:
    behind = _pages_behind_text(text, placed, layout, official) if imprint_of(official, layout).parts else 0
    is_letter = first_head(official, layout).is_letter
    margins = margin_parts(layout, mark)
    if behind > 1:
        margins += empty_footers(layout)
    if is_letter:
        margins += first_page_parts(mark)
    numbered = section_xml(layout.page, margin_references(margins), has_title_page=is_letter)
    if behind <= 1:
        return _Sections(tuple(margins), "", numbered, behind)
    last = section_xml(layout.page, margin_references(margins, numbered=False))
    return _Sections(tuple(margins), numbered, last, behind)


def _pages_behind_text(text: str, placed: tuple[PlacedParagraph, ...], layout: Layout, official: OfficialParts) -> int:
    """Return how many pages behind the last one with text are there for the imprint."""
    pages = lay_out_pages(text, placed, layout, official)
    return sum(page.is_blank for page in pages[1:])


def _draft_mark(placed: Iterable[PlacedParagraph], places: list[FieldPlace]) -> str:
    """Return the draft mark; places in lines that are not drawn do not count."""
    states = [place.field.state for _, own_places in places_of(placed, places) for place in own_places]
    return draft_mark_text(states.count(State.OPEN), states.count(State.STALE))
