"""What stands in the margins: page numbers at the foot, the draft mark at the head."""

from __future__ import annotations

import re

from assistant.typeset.layout import Layout, NumberPosition, PageNumber
from assistant.writing.markup import WORD_NAMESPACE, XML_HEAD, font_slots
from assistant.writing.package import Part
from assistant.writing.settings import has_even_pages
from assistant.writing.styles import FOOTER_STYLE, HEADER_STYLE
from assistant.writing.xml_text import run_text

_KINDS = {"Default": "default", "Even": "even", "First": "first"}
_LAST_WORD = re.compile(".*(?=[A-Z])")
"""What stands before the last word of a relation's id."""
_NO_NUMBER = f'{XML_HEAD}<w:ftr {WORD_NAMESPACE}><w:p><w:pPr><w:pStyle w:val="{FOOTER_STYLE}"/></w:pPr></w:p></w:ftr>'
_EMPTY_FOOTER = "rIdFooterEmpty"
_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'


def margin_parts(layout: Layout, draft_mark: str) -> list[Part]:
    """Return headers (only where there is a draft mark) and footers, in the order of their references."""
    even = has_even_pages(layout)
    parts = []
    if draft_mark:
        header = _header(draft_mark)
        parts.append(Part("header1.xml", "header", header, "rIdHeaderDefault"))
        if even:
            parts.append(Part("header2.xml", "header", header, "rIdHeaderEven"))
    if layout.page_number.position is not NumberPosition.NONE:
        parts.append(Part("footer1.xml", "footer", _footer(layout.page_number, is_even=False), "rIdFooterDefault"))
        if even:
            parts.append(Part("footer2.xml", "footer", _footer(layout.page_number, is_even=True), "rIdFooterEven"))
    return parts


def empty_footers(layout: Layout) -> list[Part]:
    """Return footers for pages without a number; one that is left out would be that of the pages before."""
    kinds = ("Default", "Even") if has_even_pages(layout) else ("Default",)
    return [
        Part(f"footer{number}.xml", "footer", _NO_NUMBER, f"{_EMPTY_FOOTER}{kind}")
        for number, kind in enumerate(kinds, 3)
    ]


def first_page_parts(draft_mark: str) -> list[Part]:
    """Return header and footer of a first page that has no number."""
    parts = [Part("header5.xml", "header", _header(draft_mark), "rIdHeaderFirst")] if draft_mark else []
    return [*parts, Part("footer5.xml", "footer", _NO_NUMBER, "rIdFooterFirst")]


def margin_references(parts: list[Part], *, numbered: bool = True) -> str:
    """Return the references to headers and footers, for the head of w:sectPr; `numbered` False for empty footers."""
    return "".join(
        f'<w:{part.kind}Reference w:type="{_KINDS[_LAST_WORD.sub("", part.relation_id)]}" r:id="{part.relation_id}"/>'
        for part in sorted(parts, key=lambda one: one.kind, reverse=True)
        if part.kind != "footer" or part.relation_id.startswith(_EMPTY_FOOTER) != numbered
    )


def draft_mark_text(open_places: int, stale_places: int) -> str:
    """Return what stands at the head of every page of a draft."""
    counts = [f"{open_places} 处未填"] if open_places else []
    counts += [f"{stale_places} 处待核"] if stale_places else []
    return f"草稿：尚有 {'、'.join(counts)}" if counts else "草稿"


def _header(draft_mark: str) -> str:
    return (
        f'{XML_HEAD}<w:hdr {WORD_NAMESPACE}><w:p><w:pPr><w:pStyle w:val="{HEADER_STYLE}"/></w:pPr>'
        f'<w:r>{_HINT}<w:t xml:space="preserve">{run_text(draft_mark)}</w:t></w:r></w:p></w:hdr>'
    )


def _footer(number: PageNumber, *, is_even: bool) -> str:
    properties = f"<w:rPr>{font_slots(number.font, number.latin_font, hint=True)}</w:rPr>"

    def run(content: str) -> str:
        return f"<w:r>{properties}{content}</w:r>"

    def words(text: str) -> str:
        return run(f'<w:t xml:space="preserve">{run_text(text)}</w:t>')

    field = (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(f"<w:t>{2 if is_even else 1}</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
    )
    return (
        f'{XML_HEAD}<w:ftr {WORD_NAMESPACE}><w:p><w:pPr><w:pStyle w:val="{FOOTER_STYLE}"/>'
        f"{_footer_place(number, is_even=is_even)}</w:pPr>"
        f"{words(number.before)}{field}{words(number.after)}</w:p></w:ftr>"
    )


def _footer_place(number: PageNumber, *, is_even: bool) -> str:
    if number.position is NumberPosition.CENTRE:
        return '<w:jc w:val="center"/>'
    side = "left" if is_even else "right"
    return (
        f'<w:ind w:{side}Chars="{number.indent}" w:{side}="{number.indent_twips}"'
        ' w:firstLineChars="0" w:firstLine="0"/>'
        f'<w:jc w:val="{side}"/>'
    )
