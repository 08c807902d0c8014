"""Core and application properties: what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from assistant import __version__
from assistant.writing.markup import XML_HEAD
from assistant.writing.xml_text import xml_text

APPLICATION = "报告助手"


@dataclass(frozen=True, slots=True)
class DocumentProperties:
    """Who wrote what, when."""

    title: str
    author: str
    """May be ""."""
    created: datetime
    """In UTC where it names no time zone; finer than a second is dropped."""


def core_properties_part(properties: DocumentProperties) -> str:
    """Return docProps/core.xml."""
    created = properties.created
    created = created.replace(tzinfo=UTC) if created.tzinfo is None else created.astimezone(UTC)
    moment = f"{created.year:04}-{created:%m-%dT%H:%M:%SZ}"  # %Y has no leading zeros on Linux
    author = xml_text(properties.author)
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml_text(properties.title)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified><dc:language>zh-CN</dc:language>'
        "</cp:coreProperties>"
    )


def application_properties_part() -> str:
    """Return docProps/app.xml."""
    return (
        f'{XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{APPLICATION}</Application><AppVersion>{_application_version()}</AppVersion></Properties>"
    )


def _application_version() -> str:
    """Return the version in the only form that AppVersion may have: XX.YYYY (ECMA-376 Part 1, 22.2.2.3)."""
    major, minor, patch = (int(number) for number in __version__.split(".")[:3])
    return f"{major:02}.{minor:02}{patch:02}"
