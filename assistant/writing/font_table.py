"""The font table part: what Word may take where a font is not installed.

No font is embedded: none of them may be given away.
"""

from __future__ import annotations

from assistant.typeset.layout import FontFace, Layout
from assistant.writing.markup import WORD_NAMESPACE, XML_HEAD
from assistant.writing.xml_text import xml_text

_GB2312_CHARSET = "86"
_FAMILIES = {"宋体": "auto", "方正小标宋简体": "auto"}


def font_table_part(layout: Layout) -> str:
    """Return word/fontTable.xml.

    Source: ECMA-376 Part 1, 17.8.3.1 (w:altName: names parted by commas, tried in order).
    """
    named = {face.name for face in layout.fonts}
    styles = (layout.body, layout.title, layout.subtitle, *layout.headings, *layout.run_in, layout.page_number)
    latin = sorted({style.latin_font for style in styles} - named)
    fonts = "".join(map(_chinese_font, layout.fonts)) + "".join(map(_latin_font, latin))
    return f"{XML_HEAD}<w:fonts {WORD_NAMESPACE}>{fonts}</w:fonts>"


def _chinese_font(face: FontFace) -> str:
    alternatives = f'<w:altName w:val="{xml_text(",".join(face.fallbacks))}"/>' if face.fallbacks else ""
    return (
        f'<w:font w:name="{xml_text(face.name)}">{alternatives}<w:charset w:val="{_GB2312_CHARSET}"/>'
        f'<w:family w:val="{_FAMILIES.get(face.name, "modern")}"/><w:pitch w:val="default"/></w:font>'
    )


def _latin_font(name: str) -> str:
    return (
        f'<w:font w:name="{xml_text(name)}"><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
