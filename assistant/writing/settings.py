"""The settings part: how Word is to lay the document out."""

from __future__ import annotations

from assistant.typeset.layout import Layout, NumberPosition
from assistant.writing.markup import WORD_NAMESPACE, XML_HEAD

# What Chinese Word itself writes; without compatibilityMode 15 it opens in compatibility mode.
_COMPATIBILITY = (
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + "</w:compat>"
)


def has_even_pages(layout: Layout) -> bool:
    """Return whether even pages have headers and footers of their own."""
    return layout.page_number.position is NumberPosition.OUTSIDE


def settings_part(layout: Layout) -> str:
    """Return word/settings.xml."""
    even = "<w:evenAndOddHeaders/>" if has_even_pages(layout) else ""
    return (
        f'{XML_HEAD}<w:settings {WORD_NAMESPACE}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>'
        f"{even}"
        # Marks keep their full width, so that a line holds its 28 characters.
        f'<w:characterSpacingControl w:val="doNotCompress"/>{_COMPATIBILITY}'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )
