"""Where every piece of text stands on a page: what the painter draws, in preview, print and PDF alike.

All lengths are twips from the paper's left and top edges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.typeset.arrangement import style_of_look
from assistant.typeset.layout import Alignment, Layout, NumberPosition, TextStyle
from assistant.typeset.lines import Stretch, advances, gaps
from assistant.typeset.official_lines import OfficialLine, Rule, width_of
from assistant.typeset.pages import Page, PageLine, row_top, stretches_of, within
from assistant.typeset.tables import Fill, GridLine, PlacedPicture
from assistant.typeset.widths import is_latin

_ASCENT = 0.8
"""The baseline stands at four fifths of a line of exact height, as LibreOffice sets it off the grid."""
_FACE_ASCENT = 0.86
"""How far a Chinese face rises above the baseline, in its height: on a grid, faces stand in the middle of the line."""
_SPACES = " \t\u3000\u00a0"
_INVISIBLE = re.compile("[\x00-\x1f\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text that a draft marks."""

    start: int
    """Code points into the report's text."""
    end: int


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A piece of one line in one font."""

    text: str
    left: float
    baseline: float
    width: float
    families: tuple[str, ...]
    """Fonts to look for, best first."""
    size: int
    """Height of the font."""
    bold: bool
    steps: tuple[float, ...]
    """How far each character moves on: a font that stands in for another may be wider or narrower."""
    is_marked: bool = False
    is_red: bool = False


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Everything that stands on a page."""

    number: int
    width: int
    height: int
    pitch: int
    texts: tuple[DrawnText, ...]
    rules: tuple[Rule, ...] = ()
    grid_lines: tuple[GridLine, ...] = ()
    fills: tuple[Fill, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()


def draw_page(text: str, page: Page, layout: Layout, marked: Sequence[Span] = (), draft_mark: str = "") -> DrawnPage:
    """Return the page's text, its number and, for a draft, the draft mark; `marked` in the order of the text."""
    texts = [piece for line in (*page.lines, *page.repeated) for piece in _line(text, page, line, layout, marked)]
    texts += [piece for line in page.official_lines for piece in _official_line(line, layout)]
    if page.is_numbered:
        texts += _page_number(page.number, layout)
    if draft_mark:
        texts += _draft_mark(draft_mark, layout)
    sizes = layout.page
    left, top = sizes.left, row_top(layout, page, 0)
    return DrawnPage(
        page.number,
        sizes.width,
        sizes.height,
        sizes.pitch,
        tuple(texts),
        page.rules,
        tuple(one.moved(left, top) for one in page.grid_lines),
        tuple(replace(one, left=one.left + left, top=one.top + top) for one in page.fills),
        tuple(replace(one, left=one.left + left, top=one.top + top) for one in page.pictures),
    )


def _line(text: str, page: Page, placed: PageLine, layout: Layout, marked: Sequence[Span]) -> Iterator[DrawnText]:
    line = placed.line
    start, end = line.start, line.end
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    style = style_of_look(layout, placed.paragraph.look)
    stretches = within(stretches_of(placed.paragraph, layout), start, end)
    steps, extra = advances(text, start, stretches), dict(gaps(text, start, stretches))
    left = float(layout.page.left + placed.left)
    slack = line.room - line.width
    spread = 0.0
    alignment = placed.paragraph.align or style.alignment
    if alignment is Alignment.JUSTIFY and not placed.is_last:
        elastic = sum(_is_elastic(text, index) for index in range(start + 1, end))
        spread = slack / elastic if elastic else 0.0
    elif alignment is Alignment.CENTRE:
        left += slack / 2
    elif alignment is Alignment.RIGHT:
        left += slack
    below = _ASCENT * placed.pitch if placed.pitch else _baseline(style, layout)
    baseline = row_top(layout, page, placed.row) + below
    for piece_start, piece_end, piece_style in _pieces(text, start, stretches, marked):
        if piece_start > start:
            left += extra.get(piece_start, 0.0) + spread * _is_elastic(text, piece_start)
        latin = is_latin(text[piece_start])
        inner = 0.0 if latin else spread
        moves = tuple(step + inner for step in steps[piece_start - start : piece_end - start])
        width = sum(moves) - inner
        yield DrawnText(
            _INVISIBLE.sub(" ", text[piece_start:piece_end]),
            left,
            baseline,
            width,
            _families(layout, piece_style.latin_font if latin else piece_style.font, piece_style.font),
            piece_style.size * 10,
            piece_style.bold,
            moves,
            any(span.start < piece_end and piece_start < span.end for span in marked),
        )
        left += width


def _baseline(style: TextStyle, layout: Layout) -> float:
    """Return how far below the top of its row a line's baseline stands (measured in LibreOffice 7.4)."""
    pitch, size = layout.page.pitch, style.size * 10
    return (pitch - size) / 2 + _FACE_ASCENT * size if layout.page.grid else _ASCENT * pitch


def _is_elastic(text: str, position: int) -> bool:
    """Whether a justified line may be stretched in front of this character: not within words and numbers."""
    return not (is_latin(text[position - 1]) and is_latin(text[position]))


def _pieces(
    text: str, start: int, stretches: Sequence[Stretch], marked: Sequence[Span]
) -> Iterator[tuple[int, int, TextStyle]]:
    """Yield parts that are drawn at one go: one style, Chinese or Latin, marked or not."""
    borders = {border for span in marked for border in (span.start, span.end)}
    position = start
    for stretch in stretches:
        begin = position
        for index in range(position + 1, stretch.end + 1):
            if index == stretch.end or index in borders or is_latin(text[index]) != is_latin(text[index - 1]):
                yield begin, index, stretch.style
                begin = index
        position = max(position, stretch.end)


def _families(layout: Layout, name: str, chinese: str) -> tuple[str, ...]:
    found = [name]
    for face in (name, chinese):
        found += [face, *(one for known in layout.fonts if known.name == face for one in known.fallbacks)]
    return tuple(dict.fromkeys(found))


def _page_number(number: int, layout: Layout) -> Iterator[DrawnText]:
    style, page = layout.page_number, layout.page
    if style.position is NumberPosition.NONE:
        return
    em = style.size * 10
    words = (style.before, str(number), style.after)
    widths = [sum(em if not is_latin(one) or one == "—" else em / 2 for one in word) for word in words]
    left = page.left + (page.text_width - sum(widths)) / 2
    if style.position is NumberPosition.OUTSIDE:
        left = page.left + style.indent_twips
        if number % 2:
            left = page.width - page.right - style.indent_twips - sum(widths)
    baseline = page.height - page.footer - em + _ASCENT * em
    for word, width in zip(words, widths, strict=True):
        for part in re.findall(r"[^ ]+", word):
            offset = sum(em if not is_latin(one) else em / 2 for one in word[: word.index(part)])
            moves = tuple(em if not is_latin(one) else em / 2 for one in part)
            families = _families(layout, style.latin_font if is_latin(part[0]) else style.font, style.font)
            yield DrawnText(part, left + offset, baseline, sum(moves), families, em, False, moves)
        left += width


def _official_line(line: OfficialLine, layout: Layout) -> Iterator[DrawnText]:
    for words in line.words:
        left, baseline = layout.page.left + words.left, line.top + _ASCENT * line.height
        yield from _words(words.text, words.style, layout, left, baseline, is_red=words.is_red)


def _draft_mark(words: str, layout: Layout) -> Iterator[DrawnText]:
    style, page = layout.draft_mark, layout.page
    left = page.left + (page.text_width - width_of(words, style)) / 2
    yield from _words(words, style, layout, left, page.header + _ASCENT * style.size * 10, is_red=True)


def _words(
    words: str, style: TextStyle, layout: Layout, left: float, baseline: float, *, is_red: bool
) -> Iterator[DrawnText]:
    """Yield the pieces of words in one style that begin at `left`."""
    stretches = [Stretch(len(words), style)]
    steps, extra = advances(words, 0, stretches), gaps(words, 0, stretches)
    for start, end, _ in _pieces(words, 0, stretches, ()):
        left += extra.get(start, 0.0)
        moves = tuple(steps[start:end])
        families = _families(layout, style.latin_font if is_latin(words[start]) else style.font, style.font)
        size = style.size * 10
        yield DrawnText(words[start:end], left, baseline, sum(moves), families, size, style.bold, moves, is_red=is_red)
        left += sum(moves)
