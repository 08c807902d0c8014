"""Head and imprint of an issued document in OOXML.

Source: GB/T 9704-2012 7.2 and 7.4; reference layout-rules 2.2, 2.5, 6.7. Positions are measured in the PDF that
LibreOffice makes; glyphs stand a little below the top of their line, which the constants allow for.
"""

from __future__ import annotations

from assistant.typeset.arrangement import width_in_characters
from assistant.typeset.layout import Layout
from assistant.typeset.layout_table import TWIPS_PER_MM
from assistant.typeset.official import OfficialParts
from assistant.writing.markup import exact_spacing
from assistant.writing.xml_text import run_text, xml_text

_RED = "FF0000"
_ORGAN_TOP_MM, _FOOT_MM = 72, 262
_MOST_ORGAN_POINTS = 48
_BEARING = -0.02
"""How far the ink of a character begins below the top of a line as high as the character, in its height."""
_LINE_SPACE = 7
"""Points between the line of the number and the red line."""
_IMPRINT_SIZE, _IMPRINT_EM, _IMPRINT_LINE = 28, 280, 420
"""4号: in half-points; the width of a character and the height of a line in twips."""


def head_xml(parts: OfficialParts, layout: Layout) -> str:
    """Return the paragraphs above the title, the two blank lines under the red line included; "" without a head."""
    if not parts.has_head:
        return ""
    page = layout.page
    black = layout.headings[0].font
    notes = [(parts.copy_number, layout.body.font), (parts.secrecy, black), (parts.urgency, black)]
    lines = [_line(_run(text, font), page.pitch, "left") for text, font in notes if text]
    width = max(1.0, width_in_characters(parts.organ))
    size = min(_MOST_ORGAN_POINTS * 2, int(page.text_width / width / 10))
    above = round(_ORGAN_TOP_MM * TWIPS_PER_MM - page.top - size * 10 * _BEARING) - len(lines) * page.pitch
    lines.append(_line("", max(above, 20), "left"))
    organ = _run(parts.organ, layout.title.font, size=size, color=_RED, spacing=0)
    lines.append(_line(organ, size * 10, "center"))
    lines.append(_line("", page.pitch, "left") * 2)
    lines.append(_number_line(parts, layout))
    return "".join(lines) + _line("", page.pitch, "left") * 2


def imprint_xml(parts: OfficialParts, layout: Layout) -> str:
    """Return the imprint, frames of which the last rule stands at the foot of the text area; "" where there is none.

    No table: LibreOffice sets one that is as wide as the text area in the text, wherever it belongs. And a frame for
    each part: in a frame whose paragraphs have different borders it forgets borders and place.
    """
    if not parts.has_imprint:
        return ""
    page = layout.page
    rows: list[tuple[int, str, str]] = []
    if parts.copies_to:
        told = f"抄送：{parts.copies_to.rstrip('。')}。"
        across = page.text_width - 5 * _IMPRINT_EM
        count = -(-round((width_in_characters(told) - 3) * _IMPRINT_EM) // across)
        rows.append((count, told, 'w:left="1120" w:right="280" w:firstLineChars="0" w:hanging="840"'))
    if parts.issuer or parts.issued:
        line = f"{parts.issuer}\t{parts.issued}印发" if parts.issued else parts.issuer
        rows.append((1, line, 'w:left="280" w:right="0" w:firstLineChars="0" w:firstLine="0"'))
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{page.text_width - _IMPRINT_EM}"/></w:tabs>'
    top = round(_FOOT_MM * TWIPS_PER_MM) - sum(count for count, _, _ in rows) * _IMPRINT_LINE
    paragraphs = []
    for number, (count, text, indent) in enumerate(rows):
        frame = (
            f'<w:framePr w:w="{page.text_width}" w:h="{count * _IMPRINT_LINE}" w:hRule="exact" w:hSpace="0" '
            f'w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{page.left}" w:y="{top}"/>'
        )
        rules = _rules(is_first=number == 0, is_last=number == len(rows) - 1)
        paragraphs.append(_imprint_paragraph(text, frame + rules + tab, indent))
        top += count * _IMPRINT_LINE
    return "".join(paragraphs) + _line("", 20, "left")


def _rules(*, is_first: bool, is_last: bool) -> str:
    """Return the rules of one part: thick ones outside, a thin one between two."""
    rule = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="000000"/>'
    return f"<w:pBdr>{rule.format('top', 8 if is_first else 6)}{rule.format('bottom', 8) if is_last else ''}</w:pBdr>"


def _imprint_paragraph(text: str, placed: str, indent: str) -> str:
    return (
        f'<w:p><w:pPr>{placed}<w:snapToGrid w:val="0"/>{exact_spacing(_IMPRINT_LINE)}<w:ind {indent}/>'
        '<w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:spacing w:val="0"/>'
        f'<w:sz w:val="{_IMPRINT_SIZE}"/><w:szCs w:val="{_IMPRINT_SIZE}"/></w:rPr>'
        f'<w:t xml:space="preserve">{run_text(text)}</w:t></w:r></w:p>'
    )


def _number_line(parts: OfficialParts, layout: Layout) -> str:
    """Return the line of the number, with the signers on it where there are any, and the red line under it."""
    style, page = layout.body, layout.page
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="{_LINE_SPACE}" w:color="{_RED}"/></w:pBdr>'
    if not parts.signer:
        return _line(_run(parts.number, style.font), page.pitch, "center", border)
    tabs = (
        f'<w:tabs><w:tab w:val="left" w:pos="{style.twips(100)}"/>'
        f'<w:tab w:val="right" w:pos="{page.text_width - style.twips(100)}"/></w:tabs>'
    )
    signer = "　".join(parts.signer.split())
    runs = _run(f"\t{parts.number}\t签发人：", style.font) + _run(signer, layout.headings[1].font)
    return _line(runs, page.pitch, "left", border, tabs)


def _line(runs: str, height: int, place: str, border: str = "", tabs: str = "") -> str:
    return (
        f'<w:p><w:pPr>{border}{tabs}<w:snapToGrid w:val="0"/>{exact_spacing(height)}'
        f'<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{place}"/></w:pPr>{runs}</w:p>'
    )


def _run(text: str, font: str, *, size: int = 0, color: str = "", spacing: int | None = None) -> str:
    slot = f'<w:rFonts w:hint="eastAsia" w:eastAsia="{xml_text(font)}"/>'
    colour = f'<w:color w:val="{color}"/>' if color else ""
    apart = "" if spacing is None else f'<w:spacing w:val="{spacing}"/>'
    sizes = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    return f'<w:r><w:rPr>{slot}{colour}{apart}{sizes}</w:rPr><w:t xml:space="preserve">{run_text(text)}</w:t></w:r>'
