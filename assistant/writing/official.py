"""Head and imprint of an issued document in OOXML, at the places that typesetting gives them.

Source: GB/T 9704-2012 7.2 and 7.4; reference layout-rules 6.7.
"""

from __future__ import annotations

from assistant.typeset.layout import Layout
from assistant.typeset.official_lines import (
    IMPRINT_EM,
    IMPRINT_LINE,
    RULE_GAP,
    THICK,
    Head,
    Imprint,
    ImprintPart,
    OfficialLine,
    OfficialWords,
    grid_shift,
    imprint_style,
)
from assistant.writing.letter import letter_frames
from assistant.writing.markup import exact_spacing
from assistant.writing.xml_text import run_text, xml_text

_RED = "FF0000"
_TINY = 20
"""Height of a paragraph that is there for its properties alone."""


def head_xml(head: Head, layout: Layout) -> str:
    """Return the paragraphs above the title, the two blank lines under the red line included; "" without a head."""
    if not head.lines:
        return ""
    page = layout.page
    if head.is_letter:
        mark, *fields = head.lines
        frames = letter_frames(head, "".join(_run(words, tab="") for words in mark.words))
        return frames + "".join(_head_line(line, "", layout) for line in fields) + _blank(2 * page.pitch, page.pitch)
    paragraphs = []
    foot = page.top + grid_shift(page)
    for line in head.lines:
        paragraphs.append(_blank(round(line.top - foot), page.pitch))
        border = ""
        if line is head.lines[-1]:
            rule = f'w:sz="{THICK // 20 * 8}" w:space="{RULE_GAP // 20}" w:color="{_RED}"'
            border = f'<w:pBdr><w:bottom w:val="single" {rule}/></w:pBdr>'
        paragraphs.append(_head_line(line, border, layout))
        foot = line.top + line.height
    below = page.top + grid_shift(page) + head.height - foot - RULE_GAP - THICK
    return "".join(paragraphs) + _blank(round(below), page.pitch)


def imprint_xml(imprint: Imprint, layout: Layout, pages_before: int) -> str:
    """Return the imprint on the page where the text ends, or so many pages behind it; "" where there is none.

    No table: LibreOffice sets one that is as wide as the text area in the text, wherever it belongs. And a frame for
    each part: in a frame whose paragraphs have different borders it forgets borders and place.
    """
    if not imprint.parts:
        return ""
    width = layout.page.text_width
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width - IMPRINT_EM}"/></w:tabs>'
    paragraphs = []
    for number, part in enumerate(imprint.parts):
        frame = (
            f'<w:framePr w:w="{width}" w:h="{part.height}" w:hRule="exact" w:hSpace="0" '
            f'w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{layout.page.left}" w:y="{part.top}"/>'
        )
        rules = _rules(is_first=number == 0, is_last=number == len(imprint.parts) - 1) if imprint.rules else ""
        paragraphs.append(_imprint_paragraph(part, frame + rules + tab, layout))
    # A new section begins on a page of its own: only a single page before needs a break.
    blank = _line("", _TINY, "left", breaks=pages_before == 1) if pages_before else ""
    if pages_before > 1:
        blank += _line("", _TINY, "left", breaks=True)
    return blank + "".join(paragraphs) + _line("", _TINY, "left")


def _rules(*, is_first: bool, is_last: bool) -> str:
    """Return the rules of one part: thick ones outside, a thin one between two."""
    rule = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="000000"/>'
    return f"<w:pBdr>{rule.format('top', 8 if is_first else 6)}{rule.format('bottom', 8) if is_last else ''}</w:pBdr>"


def _imprint_paragraph(part: ImprintPart, placed: str, layout: Layout) -> str:
    style = imprint_style(layout)
    right = 0 if "\t" in part.text else IMPRINT_EM  # the tab stop stands behind a right indent
    way = f'w:hanging="{part.hanging}"' if part.hanging else 'w:firstLine="0"'
    indent = f'w:left="{part.left}" w:right="{right}" w:firstLineChars="0" {way}'
    return (
        f'<w:p><w:pPr>{placed}<w:snapToGrid w:val="0"/>{exact_spacing(IMPRINT_LINE)}<w:ind {indent}/>'
        '<w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:spacing w:val="0"/>'
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{run_text(part.text)}</w:t></w:r></w:p>'
    )


def _head_line(line: OfficialLine, border: str, layout: Layout) -> str:
    """Return one line; what does not stand at its left edge stands behind a tab."""
    tabs, runs = [], []
    for words in line.words:
        is_tabbed = bool(words.left) and not line.is_centred
        if is_tabbed:
            side, place = ("right", layout.page.text_width) if words.ends_right else ("left", round(words.left))
            tabs.append(f'<w:tab w:val="{side}" w:pos="{place}"/>')
        runs.append(_run(words, tab="\t" if is_tabbed else ""))
    stops = f"<w:tabs>{''.join(tabs)}</w:tabs>" if tabs else ""
    return _line("".join(runs), line.height, "center" if line.is_centred else "left", border, stops)


def _blank(height: int, pitch: int) -> str:
    """Return empty lines of the page's pitch, or one of another height."""
    if height <= 0:
        return ""
    count, rest = divmod(height, pitch)
    return _line("", height, "left") if rest else _line("", pitch, "left") * count


def _line(runs: str, height: int, place: str, border: str = "", tabs: str = "", *, breaks: bool = False) -> str:
    new_page = "<w:pageBreakBefore/>" if breaks else ""
    return (
        f'<w:p><w:pPr>{new_page}{border}{tabs}<w:snapToGrid w:val="0"/>{exact_spacing(height)}'
        f'<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{place}"/></w:pPr>{runs}</w:p>'
    )


def _run(words: OfficialWords, tab: str) -> str:
    style = words.style
    slot = f'<w:rFonts w:hint="eastAsia" w:eastAsia="{xml_text(style.font)}"/>'
    colour = f'<w:color w:val="{_RED}"/>' if words.is_red else ""
    look = f'<w:spacing w:val="{style.letter_spacing}"/><w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    text = run_text(tab + words.text)
    return f'<w:r><w:rPr>{slot}{colour}{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
