"""The styles part: Normal carries the body text, every other look derives from it."""

from __future__ import annotations

from typing import NamedTuple

from assistant.typeset.arrangement import Look, style_of_look
from assistant.typeset.layout import HEADING_LEVELS, Alignment, Layout, TextStyle
from assistant.writing.markup import (
    WORD_NAMESPACE,
    XML_HEAD,
    alignment,
    exact_spacing,
    first_line_indent,
    font_slots,
    style_run_properties,
)

FOOTER_STYLE = "Footer"
HEADER_STYLE = "Header"
COMMENT_STYLE, COMMENT_REFERENCE_STYLE = "CommentText", "CommentReference"
ENUMERATION_STYLE = "EnumerationLead"
DRAFT_COLOR = "FF0000"


class _StyleName(NamedTuple):
    id: str
    name: str
    """What Word keys on: built-in styles are known by these names, headings in lower case."""
    keep_next: bool = False
    outline: int | None = None
    built_in: bool = True


_NAMES = {
    Look.TITLE: _StyleName("Title", "Title", keep_next=True),
    Look.SUBTITLE: _StyleName("Subtitle", "Subtitle"),
    Look.SALUTATION: _StyleName("Salutation", "Salutation"),
    Look.HEADING_1: _StyleName("Heading1", "heading 1", keep_next=True, outline=0),
    Look.HEADING_2: _StyleName("Heading2", "heading 2", keep_next=True, outline=1),
    Look.HEADING_3: _StyleName("Heading3", "heading 3", keep_next=True, outline=2),
    Look.HEADING_4: _StyleName("Heading4", "heading 4", keep_next=True, outline=3),
    Look.CLOSING: _StyleName("Closing", "Closing"),
    Look.SIGNATURE: _StyleName("Signature", "Signature", keep_next=True),
    Look.DATE: _StyleName("Date", "Date"),
    Look.ATTACHMENT: _StyleName("Attachment", "附件说明", built_in=False),
    Look.CELL: _StyleName("TableText", "表格文字", built_in=False),
    Look.PICTURE: _StyleName("Picture", "图片", built_in=False),
    Look.ATTACHMENT_LABEL: _StyleName("AttachmentLabel", "附件标识", keep_next=True, built_in=False),
    Look.ATTACHMENT_TITLE: _StyleName("AttachmentTitle", "附件标题", keep_next=True, outline=0, built_in=False),
}


def style_id(look: Look) -> str:
    """Return the id of a look's paragraph style, or "" for body text, which is Normal."""
    return _NAMES[look].id if look in _NAMES else ""


def lead_style_id(level: int | None) -> str:
    """Return the id of the character style of a run-in heading, or of an enumeration's lead (None)."""
    return ENUMERATION_STYLE if level is None else f"Heading{level}Char"


def styles_part(layout: Layout, *, commented: bool = False) -> str:
    """Return word/styles.xml; `commented` where the document has comments."""
    looks = "".join(_look_style(look, name, layout) for look, name in _NAMES.items())
    leads = "".join(
        _character_style(
            lead_style_id(level),
            f"heading {level} Char",
            layout.run_in[level - 1],
            # Linked, a table of contents lists a run-in heading by its own words, not by its whole paragraph.
            link=f"Heading{level}" if _is_linked(layout, level) else "",
        )
        for level in HEADING_LEVELS
    )
    if layout.enumeration_lead:
        leads += _character_style(ENUMERATION_STYLE, "列举首句", layout.enumeration_lead)
    return (
        f"{XML_HEAD}<w:styles {WORD_NAMESPACE}>{_defaults(layout)}{_normal(layout)}{_empty_styles()}"
        f"{looks}{leads}{_header(layout)}{_footer(layout)}{_comment_styles() if commented else ''}</w:styles>"
    )


def _defaults(layout: Layout) -> str:
    body = layout.body
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font_slots(body.font, body.latin_font)}"
        f'<w:sz w:val="{body.size}"/><w:szCs w:val="{body.size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _normal(layout: Layout) -> str:
    body = layout.body
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>'
        '<w:widowControl w:val="0"/>'  # otherwise full pages may carry a line less
        # 1 lets a mark hang over the right edge in Word, as is Word's default; LibreOffice reads it the other way
        # round, and 7.4 leaves hanging marks out altogether where the letters are set closer.
        '<w:kinsoku w:val="1"/><w:overflowPunct w:val="1"/><w:topLinePunct w:val="0"/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'  # digits stay half a character wide
        '<w:adjustRightInd w:val="0"/><w:snapToGrid w:val="1"/>'
        f"{exact_spacing(layout.page.pitch)}{first_line_indent(body)}{alignment(body.alignment)}"
        f"</w:pPr><w:rPr>{style_run_properties(body)}</w:rPr></w:style>"
    )


def _empty_styles() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    )


def _look_style(look: Look, name: _StyleName, layout: Layout) -> str:
    if look is Look.CELL:
        style = layout.table
        return _own_style(name, exact_spacing(layout.table_pitch), style.alignment, style_run_properties(style))
    if look is Look.PICTURE:
        # As high as the picture: an exact pitch would cut it off, and a mark of body size would add to it.
        spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        return _own_style(name, spacing, Alignment.CENTRE, '<w:sz w:val="2"/><w:szCs w:val="2"/>')
    return _paragraph_style(name, style_of_look(layout, look), layout)


def _own_style(name: _StyleName, spacing: str, place: Alignment, run_properties: str) -> str:
    """Return the style of what stands off the page's grid, without indent."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name.id}"><w:name w:val="{name.name}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:snapToGrid w:val="0"/>'
        f'{spacing}<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>{alignment(place)}'
        f"</w:pPr><w:rPr>{run_properties}</w:rPr></w:style>"
    )


def _paragraph_style(name: _StyleName, style: TextStyle, layout: Layout) -> str:
    level = None if name.outline is None or not name.built_in else name.outline + 1
    link = f'<w:link w:val="{lead_style_id(level)}"/>' if level and _is_linked(layout, level) else ""
    keep = '<w:keepNext w:val="1"/><w:keepLines w:val="1"/>' if name.keep_next else ""
    outline = "" if name.outline is None else f'<w:outlineLvl w:val="{name.outline}"/>'
    custom = "" if name.built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{name.id}"><w:name w:val="{name.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>{link}<w:qFormat/>'
        f"<w:pPr>{keep}{exact_spacing(layout.page.pitch)}{first_line_indent(style)}{alignment(style.alignment)}{outline}"
        # Headings are blue in the programs' own defaults.
        f"</w:pPr><w:rPr>{style_run_properties(style, color='000000')}</w:rPr></w:style>"
    )


def _is_linked(layout: Layout, level: int) -> bool:
    """Whether stand-alone and run-in headings of a level are set alike: only then can their styles be linked."""
    alone, run_in = layout.headings[level - 1], layout.run_in[level - 1]
    return style_run_properties(alone) == style_run_properties(run_in)


def _character_style(identifier: str, name: str, style: TextStyle, *, link: str = "") -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/>'
        + (f'<w:link w:val="{link}"/>' if link else "")
        + f"<w:qFormat/><w:rPr>{style_run_properties(style, color='000000')}</w:rPr></w:style>"
    )


def _margin_style(identifier: str, name: str, size: int, run_properties: str, justification: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr><w:snapToGrid w:val="0"/>{exact_spacing(size * 10)}'
        '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/>'
        f"{justification}</w:pPr><w:rPr>{run_properties}</w:rPr></w:style>"
    )


def _comment_styles() -> str:
    """Return small type without indent: comments would else be set like the body text, in large type."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{COMMENT_STYLE}"><w:name w:val="annotation text"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        '<w:ind w:left="0" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'
        '<w:rPr><w:spacing w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="{COMMENT_REFERENCE_STYLE}"><w:name w:val="annotation reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>'
    )


def _header(layout: Layout) -> str:
    mark = layout.draft_mark
    return _margin_style(
        HEADER_STYLE, "header", mark.size, style_run_properties(mark, color=DRAFT_COLOR), alignment(mark.alignment)
    )


def _footer(layout: Layout) -> str:
    number = layout.page_number
    run_properties = (
        font_slots(number.font, number.latin_font)
        + '<w:b w:val="0"/><w:bCs w:val="0"/><w:spacing w:val="0"/><w:kern w:val="0"/>'
        + f'<w:sz w:val="{number.size}"/><w:szCs w:val="{number.size}"/>'
    )
    return _margin_style(FOOTER_STYLE, "footer", number.size, run_properties, '<w:jc w:val="center"/>')
