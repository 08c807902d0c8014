"""Pictures of a .docx: their bytes, their size on the page, and what cannot be taken over.

Source: ECMA-376 Part 1, 20.4 (drawings), 20.1.8.13 (a:blip), 20.1.8.55 (a:srcRect); VML as Word writes it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from lxml.etree import _Element

from assistant.reading.docx_package import Package
from assistant.report.pictures import MOST_PIXELS, Picture, pixels_to_unpack

MOST_PICTURES = 200
LARGEST_PICTURES = 40_000_000
"""Bytes of all pictures of a document together."""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
BLIP, IMAGE_DATA = f"{_A}blip", f"{_VML}imagedata"
_MM_PER_EMU = 1 / 36_000
_MM_PER_UNIT = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96}
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|in|cm|mm|px)")
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x01\x00\x00\x00", "emf"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\x00\x09\x00", "wmf"),
)
_FRAMED = ("tiff", "emf", "wmf")
_MOST_INNER = 2_000
"""Elements of one drawing that are looked through; that of a picture has some forty."""
_DEFAULT_MM = (80.0, 60.0)


@dataclass(slots=True)
class PictureReader:
    """Takes the pictures of one document, and notes what it cannot take."""

    package: Package
    noted: set[str] = field(default_factory=set)
    _taken: int = 0
    _bytes: int = 0
    _pixels: int = 0
    _counted: set[bytes] = field(default_factory=set)
    """Pictures whose pixels are counted: one that stands in several places is unpacked once."""

    def take(self, mark: _Element) -> Picture | None:
        """Return the picture that an a:blip or v:imagedata stands for, or None."""
        self._taken += 1
        if self._taken > MOST_PICTURES or self._bytes > LARGEST_PICTURES:  # and nothing more is unpacked
            self.noted.add("notice.pictures")
            return None
        data = self._data_of(mark)
        kind = next((kind for head, kind in _KINDS if data.startswith(head)), "")
        self._bytes += len(data)
        if data not in self._counted:
            self._counted.add(data)
            self._pixels += pixels_to_unpack(data, kind)
        if not kind or self._bytes > LARGEST_PICTURES or self._pixels > MOST_PIXELS:
            self.noted.add("notice.pictures")
            return None
        if kind in _FRAMED:
            self.noted.add("notice.pictures_framed")
        width, height = _size_of(mark)
        return Picture(data, kind, round(width, 2), round(height, 2), _words_of(mark), _crop_of(mark))

    def _data_of(self, mark: _Element) -> bytes:
        relation = mark.get(f"{_R}embed") or mark.get(f"{_R}id") or ""
        return self.package.related_bytes(relation, LARGEST_PICTURES) if relation else b""


def is_moved(mark: _Element) -> bool:
    """Whether a picture floats on its page, and so gets another place."""
    return _above(mark, f"{_WP}anchor") is not None


def _above(mark: _Element, tag: str) -> _Element | None:
    return next(mark.iterancestors(tag), None)


def _inner(element: _Element, tag: str) -> _Element | None:
    """Return the first element of this name; one that stands far behind the beginning is not looked for."""
    return next((one for one in islice(element.iter(), _MOST_INNER) if one.tag == tag), None)


def _size_of(mark: _Element) -> tuple[float, float]:
    """Return width and height in millimetres."""
    picture = _above(mark, f"{_PIC}pic")
    drawing = _above(mark, f"{_W}drawing")
    found = None
    if drawing is not None and len(list(islice(drawing.iter(BLIP), 2))) == 1:
        found = _inner(drawing, f"{_WP}extent")
    if found is None and picture is not None:
        found = _inner(picture, f"{_A}ext")
    if found is not None:
        sizes = [_emu(found.get(key)) * _MM_PER_EMU for key in ("cx", "cy")]
    else:
        shape = next((one for one in mark.iterancestors() if one.get("style")), None)
        lengths = dict.fromkeys(("width", "height"), 0.0)
        for name, number, unit in _LENGTH.findall(shape.get("style", "") if shape is not None else ""):
            lengths[name] = float(number) * _MM_PER_UNIT[unit] if number.count(".") < 2 else 0.0
        sizes = list(lengths.values())
    if min(sizes) < 0.5 or max(sizes) > 5_000:
        return _DEFAULT_MM
    return sizes[0], sizes[1]


def _emu(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 12 else 0


def _words_of(mark: _Element) -> str:
    drawing = _above(mark, f"{_W}drawing")
    told = _inner(drawing, f"{_WP}docPr") if drawing is not None else None
    return " ".join((told.get("descr", "") if told is not None else "").split())[:200]


def _crop_of(mark: _Element) -> tuple[float, float, float, float]:
    parent = mark.getparent() if mark.tag == BLIP else None
    rect = parent.find(f"{_A}srcRect") if parent is not None else None
    if rect is None:
        return (0.0, 0.0, 0.0, 0.0)
    shares = [_emu(rect.get(side)) / 100_000 for side in ("l", "t", "r", "b")]
    if shares[0] + shares[2] >= 0.99 or shares[1] + shares[3] >= 0.99:
        return (0.0, 0.0, 0.0, 0.0)
    return (shares[0], shares[1], shares[2], shares[3])
