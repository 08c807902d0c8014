"""Run and paragraph properties in OOXML; the order of children is fixed by the schema and Word insists on it."""

from __future__ import annotations

from assistant.typeset.layout import Alignment, TextStyle
from assistant.writing.xml_text import xml_text

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION_NAMESPACE = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

_ALIGNMENTS = {
    Alignment.LEFT: "left",
    Alignment.CENTRE: "center",
    Alignment.RIGHT: "right",
    Alignment.JUSTIFY: "both",
}


def font_slots(font: str, latin_font: str, *, hint: bool = False) -> str:
    """Return w:rFonts with literal names in all four slots; theme fonts make WPS ask for missing ones."""
    east, latin = xml_text(font), xml_text(latin_font)
    hint_attribute = ' w:hint="eastAsia"' if hint else ""
    return f'<w:rFonts{hint_attribute} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def style_run_properties(style: TextStyle, *, color: str = "") -> str:
    """Return the content of w:rPr in a style; everything is said, for derived styles inherit the rest."""
    off = "" if style.bold else ' w:val="0"'
    return (
        font_slots(style.font, style.latin_font)
        + f"<w:b{off}/><w:bCs{off}/>"
        + (f'<w:color w:val="{color}"/>' if color else "")
        + f'<w:spacing w:val="{style.letter_spacing}"/><w:kern w:val="0"/>'
        + f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    )


def exact_spacing(pitch: int) -> str:
    """Return w:spacing with lines exactly `pitch` twips apart: the one line height all programs agree on."""
    return f'<w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="exact"/>'


def first_line_indent(style: TextStyle) -> str:
    """Return w:ind of a style, in characters for Word and in twips for LibreOffice, which ignores characters.

    Zeros are written too: what is left out is inherited from Normal.
    """
    return (
        f'<w:ind w:left="0" w:right="0" w:firstLineChars="{style.first_line}" '
        f'w:firstLine="{style.twips(style.first_line)}"/>'
    )


def alignment(value: Alignment) -> str:
    """Return w:jc."""
    return f'<w:jc w:val="{_ALIGNMENTS[value]}"/>'
