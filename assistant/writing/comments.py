"""Comments: remarks put into a copy of a Word document, each at the words it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import cast

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, NAMESPACE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import Element, SubElement, tostring

from assistant.writing.own_comments import AUTHOR, INITIALS, Comment
from assistant.writing.package import undated_entry

__all__ = ["AUTHOR", "Comment", "with_comments"]


def with_comments(data: bytes, text: str, comments: Sequence[Comment]) -> bytes:
    """Return a copy of a .docx with comments; `text` is its text as it was read, paragraphs joined by newlines.

    A comment on words that stand in no paragraph of their own (a table's row read as one line) is put at the
    paragraph before them; nothing else of the document is changed.
    """
    document = Document(io.BytesIO(data))
    placed = list(_paragraphs_at(document, text))
    # From the end, so that runs that are parted do not move those still to come.
    for comment in sorted(comments, key=lambda one: one.start, reverse=True):
        before = [(start, paragraph) for start, paragraph in placed if start <= comment.start]
        if before or placed:
            start, paragraph = before[-1] if before else placed[0]
            _comment_on(document, paragraph, comment.start - start, comment.end - start, comment.text)
    return _packed(document)


def _packed(document: WordDocument) -> bytes:
    """Return the file of a document.

    python-docx itself dates its parts by the clock; where its battery is empty it says 1970, which a .zip cannot.
    """
    package = document.part.package
    kinds = [(part.partname, part.content_type) for part in package.parts]
    files = [(CONTENT_TYPES_URI, _content_types(kinds)), (PACKAGE_URI.rels_uri, package.rels.xml)]
    for part in package.parts:
        files.append((part.partname, part.blob))
        if len(part.rels):
            files.append((part.partname.rels_uri, part.rels.xml))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in files:
            target.writestr(undated_entry(name.membername), data)
    return out.getvalue()


def _content_types(kinds: Sequence[tuple[str, str]]) -> bytes:
    space = NAMESPACE.OPC_CONTENT_TYPES
    types = Element(f"{{{space}}}Types", nsmap=cast("dict[str, str]", {None: space}))
    SubElement(types, f"{{{space}}}Default", Extension="rels", ContentType=CONTENT_TYPE.OPC_RELATIONSHIPS)
    for name, kind in kinds:
        SubElement(types, f"{{{space}}}Override", PartName=name, ContentType=kind)
    return tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)


def _paragraphs_at(document: WordDocument, text: str) -> Iterator[tuple[int, Paragraph]]:
    """Yield (first code point, paragraph) for the paragraphs that are found again in the text, in order."""
    lines, starts, position = text.split("\n"), [], 0
    for line in lines:
        starts.append(position)
        position += len(line) + 1
    following = 0
    for element in document.element.body.iter(qn("w:p")):
        assert isinstance(element, CT_P)
        paragraph = Paragraph(element, document)
        printed = paragraph.text.replace("\n", "").strip()
        there = (i for i in range(following, len(lines)) if lines[i].strip() == printed)
        number = next(there, None) if printed else None
        if number is not None:
            indent = len(lines[number]) - len(lines[number].lstrip())
            printed_indent = len(paragraph.text) - len(paragraph.text.lstrip())
            yield starts[number] + indent - printed_indent, paragraph
            following = number + 1


def _comment_on(document: WordDocument, paragraph: Paragraph, start: int, end: int, text: str) -> None:
    runs = _runs_between(paragraph, start, max(end, start + 1)) or list(paragraph.runs)[-1:]
    if runs:
        document.add_comment([runs[0], runs[-1]], text=text, author=AUTHOR, initials=INITIALS)


def _runs_between(paragraph: Paragraph, start: int, end: int) -> list[Run]:
    """Return the runs that hold just the characters from `start` up to `end`, parting those that hold more."""
    found, position = [], 0
    for run in list(paragraph.runs):
        first, last = position, position + len(run.text)
        position = last
        if last <= start or first >= end:
            continue
        if first < start and _is_plain(run):
            run = _parted(run, start - first)
            first = start
        if last > end and _is_plain(run):
            _parted(run, end - first)
        found.append(run)
    return found


def _is_plain(run: Run) -> bool:
    """Whether a run holds nothing but one piece of text."""
    inner = [child for child in run._r if child.tag != qn("w:rPr")]
    return len(inner) == 1 and inner[0].tag == qn("w:t")


def _parted(run: Run, at: int) -> Run:
    """Part a run in two of the same look and return the second."""
    text, second = run.text, deepcopy(run._r)
    run._r.addnext(second)
    rest = Run(second, run._parent)
    run.text, rest.text = text[:at], text[at:]
    return rest
