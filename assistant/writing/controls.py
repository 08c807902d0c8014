"""Content controls of a draft: where a field is open, Word lets a colleague type, in all places of the field at once.

Three things tell a place apart when a draft comes back, because programs keep different ones of them: the control's
tag (Word), the bookmark around it (LibreOffice, WPS), and the value bound to it in a data part of the package.

Source: ECMA-376 Part 1, 17.5.2 (structured document tags), 17.5.2.6 (w:dataBinding), 17.13.6 (bookmarks).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.report.fields import Field
from assistant.report.model import Report
from assistant.writing.markup import XML_HEAD
from assistant.writing.package import DataItem
from assistant.writing.pieces import FieldPlace
from assistant.writing.xml_text import xml_text

VALUES_NAMESPACE = "urn:baogao:draft:values"
BOOKMARK = "baogao_"
_ITEM_ID = "{6C0B6F0E-5B0C-4E57-9D6E-8F1B6C5E2A31}"
_MOST_ALIAS = 64
"""Word takes no longer title of a control."""
_NOT_IN_NAMES = re.compile("[^0-9A-Za-z]")


def bookmark_key(field_id: str) -> str:
    """Return the part of a bookmark's name that tells the field; Word takes letters, digits and _ there."""
    return _NOT_IN_NAMES.sub(lambda found: f"_{ord(found.group()):x}_", field_id)


class DraftControls:
    """The controls of one draft: numbers them, and collects the values they are bound to."""

    def __init__(self, report: Report) -> None:
        self._text = report.text
        self._fields = [field for field in report.fields if field.state.blocks_final]
        self._heads = {field.id: self._head(number, field) for number, field in enumerate(self._fields, 1)}
        self._placed = 0

    # A combo box without a list, for LibreOffice sets plain text controls (w:text) without their yellow and puts the
    # bound value in place of what was typed; Word binds both kinds, and lets one type into both.
    def _head(self, number: int, field: Field) -> tuple[str, str, str]:
        """Return what stands before the control's own number, behind it, and the bookmark's name."""
        return (
            f'<w:alias w:val="{xml_text(field.label[:_MOST_ALIAS])}"/><w:tag w:val="{xml_text(field.id)}"/>',
            f"<w:dataBinding w:prefixMappings=\"xmlns:d='{VALUES_NAMESPACE}'\" "
            f'w:xpath="/d:values[1]/d:value[{number}]" w:storeItemID="{_ITEM_ID}"/><w:comboBox/>',
            f"{BOOKMARK}{bookmark_key(field.id)}_",
        )

    def around(self, place: FieldPlace, runs: str, properties: str) -> str:
        """Return the runs of a place inside a control with a bookmark; `properties` is the w:rPr of what is typed."""
        self._placed += 1
        named, bound, bookmark = self._heads[place.field.id]
        return (
            f'<w:bookmarkStart w:id="{self._placed}" w:name="{bookmark}{self._placed}"/>'
            f'<w:sdt><w:sdtPr>{properties}{named}<w:id w:val="{self._placed}"/>{bound}</w:sdtPr>'
            f'<w:sdtContent>{runs}</w:sdtContent></w:sdt><w:bookmarkEnd w:id="{self._placed}"/>'
        )

    def values(self) -> DataItem | None:
        """Return the data part with what stands in every field now; None where no field is open or stale."""
        if not self._fields:
            return None
        values = "".join(self._values())
        return DataItem(f'{XML_HEAD}<values xmlns="{VALUES_NAMESPACE}">{values}</values>', _ITEM_ID)

    def _values(self) -> Iterable[str]:
        for field in self._fields:
            shown = xml_text(self._text[field.start : field.occurrences[0].end])
            # what stood there first tells later whether somebody has filled it
            yield f'<value field="{xml_text(field.id)}" was="{shown}">{shown}</value>'
