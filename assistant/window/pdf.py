"""PDF files by the same painter as preview and print; the command line loads this where a PDF is asked for."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from assistant.window.page_painter import TWIPS_PER_INCH, paint_page, prepare
from assistant.workbench.paging import PagedReport

_NO_METADATA = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
"""Qt's own packet holds the clock and a random number; the properties are written when the PDF is finished."""
_kept: list[QApplication] = []


def paint_pdf(paged: PagedReport) -> bytes:
    """Return the pages as a PDF with real text."""
    _need_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(TWIPS_PER_INCH)
    sizes = paged.layout.page
    paper = QPageSize(QSizeF(sizes.width / 20, sizes.height / 20), QPageSize.Unit.Point)
    writer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setDocumentXmpMetadata(QByteArray(_NO_METADATA))
    painter = QPainter(writer)
    prepare(painter, TWIPS_PER_INCH)
    for index in range(len(paged.pages)):
        if index:
            writer.newPage()
        paint_page(painter, paged.drawn(index))
    painter.end()
    return bytes(buffer.data().data())


def _need_application() -> None:
    """Fonts want an application; the command line's needs no display, and a broken one would end the program."""
    if QApplication.instance() is not None:
        return
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _kept.append(QApplication(sys.argv[:1]))
