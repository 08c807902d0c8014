"""The head of a letter (信函格式) in OOXML: frames, for it stands above and below the text area.

Source: GB/T 9704-2012 10.1. Word and LibreOffice both begin the text below the frames at its head.
"""

from __future__ import annotations

from assistant.typeset.letter import LETTER_GAP, LETTER_THICK, LETTER_THIN
from assistant.typeset.official_lines import Head, Rule
from assistant.writing.markup import exact_spacing

_RED = "FF0000"
_TINY = 20


def letter_frames(head: Head, mark_runs: str) -> str:
    """Return the frames with the organ's name and the two double lines; `mark_runs` are the runs of the name."""
    thick, thin, low_thin, low_thick = head.rules
    mark, first = head.lines[0], head.lines[1] if len(head.lines) > 1 else None
    text_top = first.top if first else thin.top + LETTER_THIN + LETTER_GAP
    return "".join(
        (
            _frame(thick, mark.top, thick.top + LETTER_THICK, "bottom", LETTER_THICK, mark_runs, mark.height),
            _frame(thin, thin.top, text_top, "top", LETTER_THIN),
            _frame(low_thin, low_thin.top, low_thin.top + LETTER_THIN + LETTER_GAP, "top", LETTER_THIN),
            _frame(low_thick, low_thick.top - LETTER_GAP, low_thick.top + LETTER_THICK, "bottom", LETTER_THICK),
        )
    )


def _frame(rule: Rule, top: float, foot: float, side: str, thickness: int, runs: str = "", height: int = _TINY) -> str:
    """Return one paragraph in a frame with a red line above or below; a rule of 1 point has size 8."""
    border = f'<w:{side} w:val="single" w:sz="{thickness * 8 // 20}" w:space="0" w:color="{_RED}"/>'
    return (
        f'<w:p><w:pPr><w:framePr w:w="{rule.width}" w:h="{round(foot - top)}" w:hRule="exact" w:hSpace="0" '
        f'w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="{rule.left}" w:y="{round(top)}"/>'
        f'<w:pBdr>{border}</w:pBdr><w:snapToGrid w:val="0"/>{exact_spacing(height)}'
        f'<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>{runs}</w:p>'
    )
