"""PDF files with text: lines by their place, joined to paragraphs; page numbers and running titles left out.

A PDF knows no paragraphs. A line goes on in the next where it is full and the next is not indented.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdf
from pypdf._text_extraction._layout_mode._fixed_width_page import recurse_to_target_op, set_font_operation
from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager
from pypdf._text_extraction._layout_mode._text_state_params import TextStateParams
from pypdf.errors import DependencyError, LimitReachedError
from pypdf.generic import ContentStream

from assistant.reading.document_text import DocumentText, document_text
from assistant.report.errors import AssistantError
from assistant.report.numbering import read_label

MOST_PAGES = 500
MOST_COMMANDS = 300_000
"""Drawing commands of all pages; a report of fifty pages has some 50,000."""
_LARGEST_STREAM = 20_000_000
_LARGEST_CONTENT = 30_000_000
"""Bytes that the pages draw by, each page's own, unpacked."""
_FEWEST_CHARACTERS = 10
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")
_PAGE_NUMBER = re.compile(r"[-—–－─·• ]{0,4}\d{1,4}[-—–－─·• ]{0,4}|第 ?\d{1,4} ?页.{0,12}|\d{1,4} ?/ ?\d{1,4}")
# A blank that the page shows between a Chinese character and its neighbour is none of the text.
_BLANK = re.compile("(?<=[\u3000-\uffef“”‘’…—]) +| +(?=[\u3000-\uffef“”‘’…—])")
_END = "。！？；：!?;:"
# What stays together at a line's end: brackets and the sign behind, a word or number, marks that begin no line.
_UNBREAKABLE = re.compile("[“‘（《〈【]*(?:[!-~]+|.)[，。、；：？！）》〉】”’…—]*")
_FEWEST_PAGES_OF_A_TITLE = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line; lengths in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    height: float
    size: float
    page: int


def read_pdf(data: bytes) -> DocumentText:
    """Return the text of a PDF file.

    Raises:
        AssistantError: `file.encrypted`, `file.no_text` where its pages are pictures or its signs have no meaning,
            `file.too_complex` (most), `file.broken_pdf`.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise AssistantError("file.encrypted")
            if len(reader.pages) > MOST_PAGES:
                raise AssistantError("file.too_complex", most=MOST_PAGES)
            lines = list(_lines(reader))
    except AssistantError:
        raise
    except DependencyError as error:
        raise AssistantError("file.encrypted") from error
    except LimitReachedError as error:
        raise AssistantError("file.too_large_unpacked", limit=_LARGEST_STREAM) from error
    except Exception as error:
        # whatever pypdf trips over in a damaged file, the clerk is told the same
        raise AssistantError("file.broken_pdf") from error
    text = "".join(line.text for line in lines)
    if len(text) < _FEWEST_CHARACTERS or len(_UNREADABLE.findall(text)) * 4 > len(text):
        raise AssistantError("file.no_text")
    return document_text("\n".join(_paragraphs(_without_page_lines(lines))), ("notice.pdf",))


_LIMITS: dict[str, Any] = {
    "stream_parsing_work_maximum_count": 2 * MOST_COMMANDS,
    "jbig2dec_binary": None,
    "maximum_declared_stream_length": 50_000_000,
    **dict.fromkeys(
        [
            f"{filter_}_maximum_output_length"
            for filter_ in ("array_based_stream", "jbig2", "lzw", "run_length", "zlib", "brotli")
        ],
        _LARGEST_STREAM,
    ),
}


def _lines(reader: pypdf.PdfReader) -> Iterator[_Line]:
    """Yield the lines of all pages, each from top to bottom."""
    count = size = 0
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        if contents is None:
            continue
        size += len(contents.get_data())
        if size > _LARGEST_CONTENT:
            raise AssistantError("file.too_large_unpacked", limit=_LARGEST_CONTENT)
        commands = ContentStream(contents, reader, "bytes").operations
        count += len(commands)
        if count > MOST_COMMANDS:
            raise AssistantError("file.too_complex", most=MOST_COMMANDS)
        pieces = _shown(commands, page)
        yield from _lines_of(pieces, number) if pieces else _plain_lines(page, number)


def _shown(commands: list[Any], page: pypdf.PageObject) -> list[TextStateParams]:
    """Return every piece of text that a page draws, with its place.

    Programs draw the quotation marks of a line before or behind its Chinese characters: only places tell the order.
    """
    fonts, state = page._layout_mode_fonts(), TextStateManager()
    operations = iter(commands)
    found: list[TextStateParams] = []
    for operands, operator in operations:
        if operator in (b"BT", b"q"):
            target: Any = b"ET" if operator == b"BT" else b"Q"
            found += recurse_to_target_op(operations, state, target, fonts)[1]
        elif operator == b"Tf":
            set_font_operation(state, fonts, operands)
        elif operator == b"cm":
            state.add_cm(*operands)
        else:
            state.set_state_param(operator, operands)
    return [piece for piece in found if piece.text.strip() and not piece.rotated]


def _lines_of(pieces: list[TextStateParams], page: int) -> Iterator[_Line]:
    """Yield the lines that pieces of the same height make, from top to bottom and left to right."""
    rows: list[list[TextStateParams]] = []
    for piece in sorted(pieces, key=lambda one: -one.ty):
        if rows and abs(rows[-1][0].ty - piece.ty) < 0.4 * max(piece.font_height, 1.0):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda one: one.tx)
        text = row[0].text
        for before, piece in pairwise(row):
            wide = piece.tx - before.displaced_tx > 0.2 * piece.font_height
            text += (" " if wide else "") + piece.text
        text = _BLANK.sub("", text.strip())
        if text:
            size = max(piece.font_height for piece in row)
            yield _Line(text, row[0].tx, max(piece.displaced_tx for piece in row), row[0].ty, size, page)


def _plain_lines(page: pypdf.PageObject, number: int) -> Iterator[_Line]:
    """Yield the lines of a page whose text stands in drawn forms; nothing is known of their places."""
    for index, text in enumerate(page.extract_text().split("\n")):
        if text.strip():
            yield _Line(_BLANK.sub("", text.strip()), 0.0, 0.0, -float(index), 1.0, number)


def _without_page_lines(lines: list[_Line]) -> list[_Line]:
    """Leave out page numbers, and titles that run along the edge of most pages."""
    by_page: dict[int, list[_Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    edges = [line for page in by_page.values() for line in _edges(page)]
    times = Counter(re.sub(r"\d+", "", line.text) for line in edges)
    often = max(_FEWEST_PAGES_OF_A_TITLE, len(by_page) * 0.6)
    gone = {
        id(line) for line in edges if _PAGE_NUMBER.fullmatch(line.text) or times[re.sub(r"\d+", "", line.text)] >= often
    }
    return [line for line in lines if id(line) not in gone]


def _edges(page: list[_Line]) -> list[_Line]:
    """Return the highest and the lowest line of a page."""
    highest, lowest = max(page, key=lambda line: line.height), min(page, key=lambda line: line.height)
    return [highest] if highest is lowest else [highest, lowest]


def _paragraphs(lines: list[_Line]) -> Iterator[str]:
    """Yield the text of the lines with full lines joined to what follows."""
    if not lines:
        return
    margin, edge = _margins(lines)
    text, before = lines[0].text, lines[0]
    gap = _usual_gap(lines)
    for line in lines[1:]:
        if _goes_on(before, line, margin, edge, gap):
            text += (" " if text[-1].isascii() and line.text[0].isascii() and text[-1].isalpha() else "") + line.text
        else:
            yield text
            text = line.text
        before = line
    yield text


def _margins(lines: list[_Line]) -> tuple[float, float]:
    """Return where most lines begin, and where the full ones end."""
    longest = sorted(lines, key=lambda line: line.right - line.left)[len(lines) // 2 :]
    margin = min(Counter(round(line.left) for line in longest).most_common(2))[0]
    rights = sorted(line.right for line in longest)
    return float(margin), rights[len(rights) // 2]


def _usual_gap(lines: list[_Line]) -> float:
    gaps = [
        round(before.height - line.height, 1)
        for before, line in pairwise(lines)
        if before.page == line.page and before.height > line.height
    ]
    return Counter(gaps).most_common(1)[0][0] if gaps else 0.0


def _goes_on(before: _Line, line: _Line, margin: float, edge: float, gap: float) -> bool:
    first = _UNBREAKABLE.match(line.text)
    needed = sum(0.5 if sign.isascii() else 1.0 for sign in first[0]) if first else 1.0
    # A line is full where the beginning of the next one would have found no room in it.
    is_full = edge - before.right < (min(needed, 12.0) + 0.3) * before.size
    is_indented = line.left > margin + 0.8 * line.size
    is_other = abs(line.size - before.size) > 0.15 * before.size
    is_parted = line.page == before.page and gap > 0 and before.height - line.height > 1.6 * gap
    if not is_full or is_indented or is_other or is_parted:
        return False
    # Where paragraphs are not indented, a full line that ends its sentence before a number ends its paragraph too.
    return not (before.text[-1] in _END and read_label(line.text) is not None)
