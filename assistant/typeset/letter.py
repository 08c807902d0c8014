"""The head of a letter (信函格式): the organ's name and a double red line above, another at the foot of the first page.

Lengths are twips from the paper's left and top edges.

Source: GB/T 9704-2012 10.1; GB/T 33476.2-2016 9.1 for the gap below the first double line.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.typeset.layout import Layout
from assistant.typeset.layout_table import TWIPS_PER_MM
from assistant.typeset.official import OfficialParts
from assistant.typeset.official_lines import Head, OfficialLine, OfficialWords, Rule, grid_shift, width_of

LETTER_THICK, LETTER_THIN, LETTER_GAP = 45, 15, 20
"""The two lines of a double one, and what parts them."""
_MARK_TOP_MM, _RULE_LENGTH_MM, _RULE_FOOT_MM, _BELOW_MARK_MM = 30, 170, 20, 4
_MOST_POINTS = 40
_BEARING = 0.035
"""How far the ink of the name begins above the top of a line as high as the name, in its height."""
_INK_FOOT = 0.89
"""Where the ink of the name ends, in its height below the top of that line."""
_FIELD_INK_GAP_MM = 4.84
_BLANK_LINES = 2
"""Between the last field and the title."""


def letter_head_of(parts: OfficialParts, layout: Layout) -> Head:
    """Return the head of a letter from this organ."""
    page, body = layout.page, replace(layout.body, first_line=0)
    style = replace(layout.title, letter_spacing=0, size=2, bold=False)
    length = round(_RULE_LENGTH_MM * TWIPS_PER_MM)
    size = min(_MOST_POINTS * 2, int(length / max(1.0, width_of(parts.organ, style) / 20) / 10))
    style = replace(style, size=size)
    left = (page.width - length) // 2
    top = round(_MARK_TOP_MM * TWIPS_PER_MM + _BEARING * size * 10)
    middle = (page.width - width_of(parts.organ, style)) / 2 - page.left
    mark = OfficialLine((OfficialWords(parts.organ, style, middle, True),), top, size * 10, is_centred=True)
    rule_top = round(top + _INK_FOOT * size * 10 + _BELOW_MARK_MM * TWIPS_PER_MM)
    foot = page.height - round(_RULE_FOOT_MM * TWIPS_PER_MM)
    thin_top = rule_top + LETTER_THICK + LETTER_GAP
    rules = (
        Rule(left, rule_top, length, LETTER_THICK, True),
        Rule(left, thin_top, length, LETTER_THIN, True),
        Rule(left, foot - LETTER_THICK - LETTER_GAP - LETTER_THIN, length, LETTER_THIN, True),
        Rule(left, foot - LETTER_THICK, length, LETTER_THICK, True),
    )
    # 3号 ink begins this far below the top of its line
    ink = 0.8 * page.pitch - 0.86 * body.size * 10
    start = round(thin_top + LETTER_THIN + _FIELD_INK_GAP_MM * TWIPS_PER_MM - ink)
    lines = _fields(parts, layout, start)
    end = start + (len(lines) + _BLANK_LINES) * page.pitch
    return Head((mark, *lines), rules, round(end - page.top - grid_shift(page)), is_letter=True)


def _fields(parts: OfficialParts, layout: Layout, top: int) -> list[OfficialLine]:
    """Return the lines below the first double line: the number at the right of the first, the others at the left."""
    page, body = layout.page, replace(layout.body, first_line=0)
    black = replace(body, font=layout.headings[0].font)
    told = [(parts.copy_number, body), (parts.secrecy, black), (parts.urgency, black)]
    rows = [[OfficialWords(text, style, 0)] for text, style in told if text] or [[]]
    if parts.number:
        left = page.text_width - width_of(parts.number, body)
        rows[0].append(OfficialWords(parts.number, body, left, ends_right=True))
    return [OfficialLine(tuple(row), top + i * page.pitch, page.pitch) for i, row in enumerate(rows) if row]
