"""The package: parts, their types and relations, zipped so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.writing.markup import XML_HEAD
from assistant.writing.pictures import Media

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE_TYPE = "application/vnd.openxmlformats-package"
_OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships"
_DATA, _DATA_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
_DATA_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_MS_DOS = 0
_COMPRESSION = 3
"""One eighth more bytes than zlib's own level in half the time."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the package below word/ that the document refers to."""

    name: str
    """File name below word/ ("styles.xml")."""
    kind: str
    """Last word of its content type and relation ("styles", "footer")."""
    xml: str
    relation_id: str


@dataclass(frozen=True, slots=True)
class DataItem:
    """A data part below customXml/ to which content controls are bound."""

    xml: str
    item_id: str
    """The GUID, in braces, by which w:dataBinding names it."""


def build_package(
    document: str,
    parts: list[Part],
    core: str,
    application: str,
    data: DataItem | None = None,
    media: Sequence[Media] = (),
) -> bytes:
    """Return the .docx: the main document, what it refers to, the properties, and data bound to controls."""
    overrides = [("word/document.xml", f"{_WORD_TYPE}.document.main+xml")]
    overrides += [(f"word/{part.name}", f"{_WORD_TYPE}.{part.kind}+xml") for part in parts]
    overrides += [
        ("docProps/core.xml", f"{_PACKAGE_TYPE}.core-properties+xml"),
        ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    relations = [(part.relation_id, f"{_OFFICE_RELATION}/{part.kind}", part.name) for part in parts]
    relations += [(one.relation_id, f"{_OFFICE_RELATION}/image", one.name) for one in media]
    if data:
        overrides.append((_DATA_PROPERTIES, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"))
        relations.append(("rIdData", f"{_OFFICE_RELATION}/customXml", f"../{_DATA}"))
    files = [
        ("[Content_Types].xml", _content_types(overrides, media)),
        ("_rels/.rels", _package_relations()),
        ("docProps/core.xml", core),
        ("docProps/app.xml", application),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", _relations(relations)),
        *((f"word/{part.name}", part.xml) for part in parts),
        *(_data_files(data) if data else ()),
    ]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, xml in files:
            package.writestr(undated_entry(name), xml.encode("utf-8"), compresslevel=_COMPRESSION)
        for one in media:
            package.writestr(undated_entry(f"word/{one.name}"), one.data, compresslevel=_COMPRESSION)
    return buffer.getvalue()


def _data_files(data: DataItem) -> list[tuple[str, str]]:
    """Source: ECMA-376 Part 1, 15.2.5 and 22.5 (custom XML data storage and its properties)."""
    kind = f"{_OFFICE_RELATION}/customXmlProps"
    return [
        (_DATA, data.xml),
        (
            _DATA_PROPERTIES,
            f'{XML_HEAD}<ds:datastoreItem ds:itemID="{data.item_id}" xmlns:ds="{_DATA_NAMESPACE}"/>',
        ),
        ("customXml/_rels/item1.xml.rels", _relations([("rId1", kind, "itemProps1.xml")])),
    ]


def undated_entry(name: str) -> zipfile.ZipInfo:
    """Return an entry that depends on neither clock nor operating system."""
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _MS_DOS
    return entry


def _content_types(overrides: list[tuple[str, str]], media: Sequence[Media]) -> str:
    kinds = dict.fromkeys((one.extension, one.content_type) for one in media)
    defaults = "".join(f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in kinds)
    entries = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        f'{XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE_TYPE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{entries}</Types>'
    )


def _package_relations() -> str:
    return _relations(
        [
            ("rId1", f"{_OFFICE_RELATION}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE_RELATION}/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE_RELATION}/extended-properties", "docProps/app.xml"),
        ]
    )


def _relations(relations: list[tuple[str, str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>' for identifier, kind, target in relations
    )
    return f'{XML_HEAD}<Relationships xmlns="{_PACKAGE_RELATION}">{entries}</Relationships>'
