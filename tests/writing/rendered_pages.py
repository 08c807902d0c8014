"""Measuring rendered pages: lines and their places out of pdftotext, ink out of pdftoppm."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

DPI = 600
PIXELS_PER_MM = DPI / 25.4
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
_FOOT_POINTS = 745
"""The text area ends at 262 mm (742.7 pt)."""


class RenderedLine(NamedTuple):
    """One line of a page; lengths in points from the paper's left and top edges."""

    left: float
    top: float
    right: float
    text: str


def pages_of(bbox: str) -> list[list[RenderedLine]]:
    """Return the lines of every page, top down, out of what `pdftotext -bbox` prints; the foot included."""
    return [_lines(page) for page in bbox.split("<page ")[1:]]


def body_of(page: list[RenderedLine]) -> list[RenderedLine]:
    """Return the page's lines without its foot."""
    return [line for line in page if line.top < _FOOT_POINTS]


def _lines(page: str) -> list[RenderedLine]:
    words = [(float(x0), float(y0), float(x1), text) for x0, y0, x1, _, text in _WORD.findall(page)]
    rows: list[list[tuple[float, float, float, str]]] = []
    for word in sorted(words, key=lambda word: word[1]):
        if rows and word[1] - rows[-1][0][1] < 8:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [
        RenderedLine(min(w[0] for w in row), row[0][1], max(w[2] for w in row), "".join(w[3] for w in sorted(row)))
        for row in rows
    ]


class Dash(NamedTuple):
    """The two dashes beside a page number; millimetres from the paper's left and top edges."""

    left: float
    right: float
    middle: float


def page_number_dashes(pdf: Path, page: int) -> Dash:
    """Return where the ink of the dashes beside the number of this page (from 1) stands."""
    top_mm, height_mm = 263, 12
    top = round(top_mm * PIXELS_PER_MM)
    call = ["pdftoppm", "-r", str(DPI), "-gray", "-f", str(page), "-l", str(page)]
    call += [
        "-x",
        "0",
        "-y",
        str(top),
        "-W",
        str(round(210 * PIXELS_PER_MM)),
        "-H",
        str(round(height_mm * PIXELS_PER_MM)),
    ]
    image = subprocess.run([*call, str(pdf)], capture_output=True, check=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+\d+\s", image)
    assert head, "no grey image"
    width, height = int(head[1]), int(head[2])
    ink = image[head.end() :].translate(bytes(1 if grey < 128 else 0 for grey in range(256)))
    stroke = b"\1" * round(2.5 * PIXELS_PER_MM)  # no digit has so long a stroke
    rows = [row for row in range(height) if stroke in ink[row * width : (row + 1) * width]]
    assert rows, "no dash at the foot of the page"
    middle_row = ink[rows[len(rows) // 2] * width :][:width]
    return Dash(
        middle_row.index(1) / PIXELS_PER_MM,
        (middle_row.rindex(1) + 1) / PIXELS_PER_MM,
        (top + (rows[0] + rows[-1] + 1) / 2) / PIXELS_PER_MM,
    )


def ink_rows(pdf: Path, page: int) -> list[float]:
    """Return the rows with ink of a page (from 1) above its foot, in millimetres from the paper's top, in order."""
    width, height = round(210 * PIXELS_PER_MM), round(264.5 * PIXELS_PER_MM)
    call = ["pdftoppm", "-r", str(DPI), "-gray", "-f", str(page), "-l", str(page)]
    call += ["-x", "0", "-y", "0", "-W", str(width), "-H", str(height), str(pdf)]
    image = subprocess.run(call, capture_output=True, check=True).stdout
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+\d+\s", image)
    assert head, "no grey image"
    width, ink = int(head[1]), image[head.end() :].translate(bytes(1 if grey < 128 else 0 for grey in range(256)))
    return [row / PIXELS_PER_MM for row in range(height) if 1 in ink[row * width : (row + 1) * width]]
