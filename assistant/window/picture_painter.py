"""Pictures of a report as Qt shows them; a kind that Qt cannot read is shown as a frame that says so."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from assistant.report.pictures import Picture

_FRAME = QColor("#8b9099")
_WORDS = "〔图片〕"


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


@functools.lru_cache(maxsize=32)
def image_of(picture: Picture) -> QImage:
    """Return the picture as Qt has it, cropped; a null image where Qt cannot read its kind."""
    image = QImage.fromData(QByteArray(picture.data))
    left, top, right, bottom = picture.crop
    if image.isNull() or not any(picture.crop):
        return image
    width, height = image.width(), image.height()
    return image.copy(
        round(width * left),
        round(height * top),
        max(1, round(width * (1 - left - right))),
        max(1, round(height * (1 - top - bottom))),
    )
