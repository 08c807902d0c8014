"""The program's icon as .ico and .png, drawn from its SVG by Qt: `python icon.py SVG ICO`."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256)


def png(source: Path, size: int) -> bytes:
    """Return the icon as PNG; size in pixels."""
    application = QGuiApplication.instance() or QGuiApplication(["icon", "-platform", "offscreen"])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    del application
    return bytes(held.data())


def write_png(source: Path, target: Path, size: int) -> None:
    """Write one size into a .png file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(png(source, size))


def write_icon(source: Path, target: Path) -> None:
    """Write all sizes into one .ico file."""
    pictures = [png(source, size) for size in SIZES]
    place = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(SIZES, pictures, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    target.write_bytes(head + b"".join(pictures))


if __name__ == "__main__":
    write_icon(Path(sys.argv[1]), Path(sys.argv[2]))
