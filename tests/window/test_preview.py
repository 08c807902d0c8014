"""Preview and print: the pages of the listing, instead of the editor or beside it, with a click to the text."""

from __future__ import annotations

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from assistant.report.fields import Kind
from assistant.window.page_painter import paint_page, prepare
from assistant.window.printing import chosen_pages, make_printer, print_pages
from assistant.workbench.paging import page_report
from assistant.workbench.shipped import shipped_samples

SAMPLE = shipped_samples()[0].path


@pytest.fixture
def previewed(window, qtbot):
    """The main window with a sample open in the preview."""
    window.files.open_sample(SAMPLE)
    window.actions_by_name["preview"].trigger()
    assert window.previews.pane.isVisible()
    return window


def test_preview_stands_in_the_place_of_the_page_and_goes_away(previewed):
    assert not previewed.page.isVisible()
    previewed.actions_by_name["preview"].trigger()
    assert previewed.page.isVisible()
    assert not previewed.previews.pane.isVisible()


def test_preview_stands_beside_the_page_and_follows_the_caret(previewed, qtbot):
    previewed.resize(1366, 768)
    zoom = previewed.page.zoom
    previewed.actions_by_name["preview_beside"].trigger()
    pane = previewed.previews.pane
    assert previewed.page.isVisible()
    assert pane.isVisible()
    last = previewed.desk.working.report.text.rindex("。")
    previewed.page.go_to(last)
    qtbot.waitUntil(lambda: pane.view.page == len(page_report(previewed.desk.working).pages) - 1)
    pane.view.position_requested.emit(0)
    assert previewed.page.caret_position == 0
    assert pane.isVisible()
    previewed.escape()
    assert pane.isVisible()  # only a preview that hides the page goes away
    previewed.actions_by_name["preview_beside"].trigger()
    assert not pane.isVisible()
    assert previewed.page.zoom == zoom


def test_preview_tells_pages_and_goes_to_them(previewed):
    pane = previewed.previews.pane
    count = len(page_report(previewed.desk.working).pages)
    assert pane.page_box.maximum() == count
    pane.page_box.setValue(3)
    assert pane.view.page == 2
    assert pane.page_box.value() == 3


def test_a_click_goes_to_the_text_of_the_line(previewed, qtbot):
    view = previewed.previews.pane.view
    view.set_zoom(50)
    view.go_to_page(1)
    line = page_report(previewed.desk.working).pages[1].lines[10]
    sheet = view.sheet_rect(1)
    paper_row = sheet.top() + round((2098 + 10.5 * 579) / 15 / 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(sheet.center().x(), paper_row))
    assert previewed.page.isVisible()
    assert previewed.page.caret_position == line.line.start


def test_zoom_actions_go_to_the_preview_while_it_is_open(previewed):
    view, page_zoom = previewed.previews.pane.view, previewed.page.zoom
    previewed.actions_by_name["zoom_normal"].trigger()
    previewed.actions_by_name["zoom_in"].trigger()
    assert view.zoom == 110
    assert previewed.page.zoom == page_zoom
    previewed.actions_by_name["zoom_fit"].trigger()
    assert view.sheet_rect(0).width() <= view.viewport().width()


def test_preview_follows_what_is_filled(previewed, qtbot):
    view = previewed.previews.pane.view
    fields = previewed.desk.working.report.fields
    field = next(one for one in fields if one.kind is Kind.NUMBER and len(one.occurrences) == 1)
    previewed.links.fill(field.id, "98765")
    previewed.flush()
    previewed.previews.go_to(field.occurrences[0].start)
    qtbot.waitUntil(lambda: "98765" in view.accessibleDescription())


def test_a_page_has_ink_where_the_listing_has_lines(previewed):
    paged = page_report(previewed.desk.working)
    image = QImage(420, 594, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    prepare(painter, 420 / (11906 / 1440))
    paint_page(painter, paged.drawn(1))
    painter.end()
    scale = 420 / 11906
    rows = [
        min(image.pixelColor(x, y).value() for x in range(60, 360) for y in range(top, top + 14)) < 200
        for top in (round((2098 + row * 579 + 150) * scale) for row in range(22))
    ]
    assert rows == [row in {line.row for line in paged.pages[1].lines} for row in range(22)]


def test_printing_makes_the_pages_that_were_asked_for(previewed, tmp_path):
    paged = page_report(previewed.desk.working)
    printer = make_printer(paged, "报告")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pages(printer, paged)
    pages = PdfReader(tmp_path / "printed.pdf").pages
    assert len(pages) == 2
    assert float(pages[0].mediabox.width) == pytest.approx(595, abs=1)


def test_the_last_page_comes_first_where_the_printer_wants_it(previewed):
    printer = make_printer(page_report(previewed.desk.working), "报告")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(chosen_pages(printer, 3)) == [2, 1, 0]


def test_escape_leads_back_to_the_text(previewed, qtbot):
    qtbot.keyClick(previewed.previews.pane.view, Qt.Key.Key_Escape)
    assert previewed.page.isVisible()


def test_window_and_preview_fit_a_small_screen(window):
    window.resize(1366, 768)
    window.files.open_sample(SAMPLE)
    for wish in ("preview", "preview_beside", "start"):
        window.actions_by_name[wish].trigger()
        QGuiApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1366
        assert window.width() == 1366


def test_pages_of_a_long_report_are_laid_out_beside_the_window(window, tmp_path, qtbot):
    source = tmp_path / "长.txt"
    source.write_text("年度工作总结\n" + "今年以来，各项工作稳步推进。\n" * 2000, "utf-8")
    window.files.open_path(source)
    qtbot.waitUntil(lambda: window.desk.has_report)
    window.actions_by_name["preview_beside"].trigger()
    view = window.previews.pane.view
    window.page.setFocus()
    window.page.insertPlainText("新")
    window.flush()
    qtbot.waitUntil(lambda: view.accessibleDescription().startswith("新年度"), timeout=15000)
