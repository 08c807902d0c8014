"""Drafts filled as colleagues' programs fill them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

from lxml import etree

from tests.writing.ooxml_schema import W, parts_of

_DOCUMENT, _DATA = "word/document.xml", "customXml/item1.xml"


def _rewritten(draft: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for part, data in parts_of(draft).items():
            package.writestr(part, change(data) if part == name else data)
    return buffer.getvalue()


def typed_into_controls(draft: bytes, values: Mapping[str, str]) -> bytes:
    """Put values into every control, by its tag, and leave the bound data as it was."""

    def change(data: bytes) -> bytes:
        root = etree.fromstring(data)
        for control in root.iter(W + "sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag").get(W + "val")
            if tag in values:
                first, *others = control.find(W + "sdtContent").iter(W + "t")
                first.text = values[tag]
                for other in others:
                    other.text = ""
        return etree.tostring(root, encoding="utf-8")

    return _rewritten(draft, _DOCUMENT, change)


def put_into_data(draft: bytes, values: Mapping[str, str]) -> bytes:
    """Change the bound data alone, as Word will show it in all places when it opens the draft."""

    def change(data: bytes) -> bytes:
        root = etree.fromstring(data)
        for value in root:
            value.text = values.get(value.get("field"), value.text)
        return etree.tostring(root, encoding="utf-8")

    return _rewritten(draft, _DATA, change)


def without_controls(draft: bytes) -> bytes:
    """Take the controls away and leave their content and the bookmarks."""
    away = re.compile(rb"<w:sdtPr.*?</w:sdtPr>|</?w:sdt>|</?w:sdtContent>")
    return _rewritten(draft, _DOCUMENT, lambda data: away.sub(b"", data))


def without_bookmarks(draft: bytes) -> bytes:
    """Take the bookmarks away."""
    return _rewritten(draft, _DOCUMENT, lambda data: re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", data))


def with_titles_alone(draft: bytes) -> bytes:
    """Leave of what tells a control's field its title alone."""
    away = re.compile(rb"<w:(?:tag|dataBinding|bookmarkStart|bookmarkEnd) [^>]*/>")
    return _rewritten(draft, _DOCUMENT, lambda data: away.sub(b"", data))


def without_prefixes(draft: bytes) -> bytes:
    """Leave of what tells a control's field its binding, without the namespaces, as some programs write it."""
    away = re.compile(rb"<w:(?:tag|alias|bookmarkStart|bookmarkEnd) [^>]*/>| w:prefixMappings=\"[^\"]*\"")
    return _rewritten(draft, _DOCUMENT, lambda data: away.sub(b"", data))


def without_ends_of_bookmarks(draft: bytes) -> bytes:
    """Lose where bookmarks end."""
    return _rewritten(draft, _DOCUMENT, lambda data: re.sub(rb"<w:bookmarkEnd[^>]*/>", b"", data))


def with_words_changed(draft: bytes, old: str, new: str) -> bytes:
    """Replace words of the text."""
    assert old.encode() in parts_of(draft)[_DOCUMENT]
    return _rewritten(draft, _DOCUMENT, lambda data: data.replace(old.encode(), new.encode()))
