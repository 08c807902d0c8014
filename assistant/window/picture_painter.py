"""Pictures of a report as Qt shows them; a kind that Qt cannot read is shown as a frame that says so."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPen

from assistant.report.pictures import MOST_PIXELS, Picture, pixels_to_unpack

_FRAME = QColor("#8b9099")
_WORDS = "〔图片〕"
PRINTED = 2_480
"""Pixels: the width of a sheet of A4 at 300 to the inch."""
SHOWN = 1_200
"""Pixels of a picture's longer side that the page keeps: twice the width of its lines at full size."""
_ready: dict[tuple[Picture, int], QImage] = {}
"""Pictures that were unpacked beside the window and not asked for yet."""
_MOST_PIXELS = {"jpeg": 250_000_000}
"""Of the largest picture that is shown; cameras of telephones reach 200 million."""
_MOST_PIXELS_OF_OTHERS = 50_000_000


def paint_picture(painter: QPainter, place: QRectF, picture: Picture) -> None:
    """Draw a picture at its place, whatever the painter's unit is."""
    image = image_of(picture)
    if not image.isNull():
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image)
        return
    painter.setPen(QPen(_FRAME, max(1.0, place.width() / 400)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _WORDS)


def make_ready(pictures: Iterable[Picture]) -> None:
    """Unpack pictures for the page that is about to show them; called beside the window, for each takes a while."""
    _ready.clear()
    pixels = 0
    for picture in dict.fromkeys(pictures):
        pixels += pixels_to_unpack(picture.data, picture.kind)
        if pixels <= MOST_PIXELS:  # the page leaves the rest out
            _ready[picture, SHOWN] = _unpacked(picture, SHOWN)


@functools.lru_cache(maxsize=16)
def image_of(picture: Picture, longest: int = PRINTED) -> QImage:
    """Return the picture as Qt has it, cropped, with at most so many pixels on its longer side.

    A null image where Qt cannot read its kind, or where it would take seconds and half of the memory.
    """
    found = _ready.pop((picture, longest), None)
    return _unpacked(picture, longest) if found is None else found


def _unpacked(picture: Picture, longest: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(picture.data)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS.get(picture.kind, _MOST_PIXELS_OF_OTHERS):
        return QImage()
    left, top, right, bottom = picture.crop
    shown = max(size.width() * (1 - left - right), size.height() * (1 - top - bottom))
    if shown > longest:  # a JPEG is not even unpacked as a whole then
        share = longest / shown
        reader.setScaledSize(QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share))))
    image = reader.read()
    if image.isNull() or not any(picture.crop):
        return image
    width, height = image.width(), image.height()
    return image.copy(
        round(width * left),
        round(height * top),
        max(1, round(width * (1 - left - right))),
        max(1, round(height * (1 - top - bottom))),
    )
