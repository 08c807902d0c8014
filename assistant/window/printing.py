"""Printing through the system's dialog, by the painter that paints preview and PDF."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from assistant.window.page_painter import paint_page, prepare
from assistant.workbench.printing import PagedReport


def make_printer(paged: PagedReport, title: str) -> QPrinter:
    """Return a printer set to A4, whole pages and, for pages numbered on the outside, both sides of the paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    paper = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    if paged.is_two_sided:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def ask_and_print(parent: QWidget, paged: PagedReport, title: str) -> bool:
    """Show the system's print dialog and print; return whether anything was printed."""
    printer = make_printer(paged, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(paged.pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted and print_pages(printer, paged)


def print_pages(printer: QPrinter, paged: PagedReport) -> bool:
    """Print the pages that the printer asks for; return whether it took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    prepare(painter, printer.resolution())
    chosen = list(chosen_pages(printer, len(paged.pages)))
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    for number, index in enumerate(chosen * copies):
        if number:
            printer.newPage()
        paint_page(painter, paged.drawn(index))
    return painter.end()


def chosen_pages(printer: QPrinter, count: int) -> range:
    """Return the indexes of the pages to print, the last one first where the printer wants it so."""
    first, last = 1, count
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = min(printer.fromPage(), count), min(printer.toPage() or count, count)
    pages = range(first - 1, last)
    return pages[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else pages
