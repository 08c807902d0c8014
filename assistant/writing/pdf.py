"""What a painted PDF still lacks: bookmarks, true properties, and the same bytes for the same input."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, Fit, IndirectObject, NameObject

from assistant.writing.properties import APPLICATION, DocumentProperties


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of the outline."""

    title: str
    level: int
    """From 1; an entry stands below the last one of a smaller level."""
    page: int
    """Index of the page, from 0."""
    top: float
    """Points from the paper's top edge."""


def finish_pdf(painted: bytes, bookmarks: Sequence[Bookmark], properties: DocumentProperties) -> bytes:
    """Return the painted pages with outline and properties, without the painter's own clock and random numbers."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(painted)))
    writer.metadata = None
    created = properties.created if properties.created.tzinfo else properties.created.replace(tzinfo=UTC)
    moment = f"D:{created.astimezone(UTC):%Y%m%d%H%M%S}+00'00'"
    writer.add_metadata(
        {
            "/Title": properties.title,
            "/Author": properties.author,
            "/Creator": APPLICATION,
            "/Producer": APPLICATION,
            "/CreationDate": moment,
            "/ModDate": moment,
        }
    )
    writer.root_object.pop(NameObject("/Metadata"), None)
    _add_outline(writer, bookmarks)
    writer._ID = None
    plain = _bytes_of(writer)
    digest = ByteStringObject(hashlib.sha256(plain).digest()[:16])
    writer._ID = ArrayObject((digest, digest))
    return _bytes_of(writer)


def _add_outline(writer: PdfWriter, bookmarks: Sequence[Bookmark]) -> None:
    above: list[tuple[int, IndirectObject]] = []
    for one in bookmarks:
        while above and above[-1][0] >= one.level:
            above.pop()
        height = float(writer.pages[one.page].mediabox.height)
        entry = writer.add_outline_item(
            title=one.title,
            page_number=one.page,
            parent=above[-1][1] if above else None,
            fit=Fit.xyz(left=0, top=height - one.top, zoom=0),
        )
        above.append((one.level, entry))
    if bookmarks:
        writer.page_mode = "/UseOutlines"


def _bytes_of(writer: PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
