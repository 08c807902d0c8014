"""The package of a Word document: parts by name, parsed without entities, network or more memory than is sane.

Names of parts are only compared with the names in the package; nothing is ever unpacked to disk.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from assistant.reading.document_text import LARGEST_UNPACKED, MOST_PIECES
from assistant.report.errors import AssistantError

LARGEST_PART = 60_000_000
"""Bytes of one part of the text; the XML of a report of a hundred pages has 2 MB."""
MOST_PARTS = 10_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MAIN = "word/document.xml"
# Strict documents (ISO/IEC 29500-1) name everything by other addresses; below this module all are transitional.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


class Package:
    """The parts of an opened document."""

    def __init__(self, data: bytes) -> None:
        """Open the package.

        Raises:
            AssistantError: `file.encrypted`, `file.broken_document`, `file.too_large_unpacked` (limit in bytes),
                `file.too_complex` (most parts).
        """
        if data.startswith(_OLE):
            raise AssistantError("file.encrypted" if _ENCRYPTED in data else "file.broken_document")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, OverflowError) as error:
            raise AssistantError("file.broken_document") from error
        if len(parts) > MOST_PARTS:
            raise AssistantError("file.too_complex", most=MOST_PARTS)
        if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise AssistantError("file.too_large_unpacked", limit=LARGEST_UNPACKED)
        self._parts = {part.filename.lower(): part for part in parts}
        if "[content_types].xml" not in self._parts:
            raise AssistantError("file.broken_document")
        self._main_relations: dict[str, _Element] | None = None
        self.main = self._related("_rels/.rels", "/officeDocument") or _MAIN

    def part(self, kind: str) -> _Element | None:
        """Return the root of a part that the main part is related to as `kind` ("numbering"), or None.

        Raises:
            AssistantError: as `root`.
        """
        folder, name = posixpath.split(self.main)
        related = self._related(f"{folder}/_rels/{name}.rels", f"/{kind}", folder)
        related = related or posixpath.join(folder, f"{kind}.xml")
        return self.root(related) if related.lower() in self._parts else None

    def parts_of_kind(self, kind: str) -> Iterator[_Element]:
        """Yield the roots of all parts that the main part is related to as `kind` ("header"), each once.

        No more than LARGEST_PART bytes of them together are read.

        Raises:
            AssistantError: as `root`.
        """
        found = (one for one in self._relations().values() if one.get("Type", "").endswith(f"/{kind}"))
        left = LARGEST_PART
        for name in dict.fromkeys(self._target_of(relation).lower() for relation in found):
            packed = self._parts.get(name)
            left -= packed.file_size if packed is not None else 0
            if packed is not None and left >= 0:
                yield self.root(name)

    def related_bytes(self, identifier: str, limit: int) -> bytes:
        """Return the bytes of the part that the main part names so; nothing where it lies elsewhere or is too large."""
        relation = self._relations().get(identifier)
        if relation is None or relation.get("TargetMode") == "External":
            return b""
        packed = self._parts.get(self._target_of(relation).lower())
        if packed is None or packed.flag_bits & 1 or packed.file_size > limit:
            return b""
        try:
            with self._zip.open(packed) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
            return b""  # the text is still good
        return data if len(data) <= limit else b""

    def _relations(self) -> dict[str, _Element]:
        """Return the relations of the main part by their ids."""
        if self._main_relations is None:
            folder, name = posixpath.split(self.main)
            relations = f"{folder}/_rels/{name}.rels"
            rows = list(self.root(relations)) if relations.lower() in self._parts else []
            self._main_relations = {row.get("Id", ""): row for row in reversed(rows)}
        return self._main_relations

    def _target_of(self, relation: _Element) -> str:
        folder = posixpath.dirname(self.main)
        return posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/")

    def root(self, name: str) -> _Element:
        """Return the root of a part.

        Raises:
            AssistantError: `file.broken_document`, `file.too_large_unpacked` (limit in bytes), `file.unsafe`,
                `file.too_nested` (most).
        """
        packed = self._parts.get(name.lower())
        if packed is None:
            raise AssistantError("file.broken_document")
        if packed.flag_bits & 1:
            raise AssistantError("file.encrypted")
        try:
            # read at most what the limit allows, whatever size the package claims
            with self._zip.open(packed) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as error:
            raise AssistantError("file.broken_document") from error
        if len(data) > LARGEST_PART:
            raise AssistantError("file.too_large_unpacked", limit=LARGEST_PART)
        return _parsed(data)

    def _related(self, relations: str, kind: str, folder: str = "") -> str | None:
        """Return the name of the part that a list of relations names for `kind`; links out of the package are none."""
        if relations.lower() not in self._parts:
            return None
        for relation in self.root(relations):
            if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        return None


def _parsed(data: bytes) -> _Element:
    # Every element and attribute costs a hundred bytes once parsed: 60 MB of <a/> would be two gigabytes.
    if max(data.count(b"<"), data.count(b"=")) > 2 * MOST_PIECES:
        raise AssistantError("file.too_complex", most=MOST_PIECES)
    for strict, transitional in _STRICT:
        data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "xcessive depth" in str(error):
            raise AssistantError("file.too_nested", most=256) from error
        if "ntity" in str(error) and b"<!" in data[:4096]:
            raise AssistantError("file.unsafe") from error
        raise AssistantError("file.broken_document") from error
    # Word writes no document type; entities are what one is there for.
    if root.getroottree().docinfo.internalDTD is not None:
        raise AssistantError("file.unsafe")
    return root
