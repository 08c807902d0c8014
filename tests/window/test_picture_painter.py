"""Pictures on page, paper and in files that pretend: as large as they are looked at, and no larger."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QUrl
from PySide6.QtGui import QImage, QTextDocument

from assistant.report.model import Report
from assistant.report.pictures import PICTURE_SIGN, Picture
from assistant.window import picture_painter
from assistant.window.page import PageEditor
from assistant.window.picture_painter import PRINTED, SHOWN, image_of, make_ready
from assistant.workbench.live_text import roles_of
from tests.reading.word_tables import png

WHOLE = (0.0, 0.0, 0.0, 0.0)


def picture(width, height, kind="png", crop=WHOLE):
    if kind == "png":
        return Picture(png(width, height), kind, 100.0, 50.0, crop=crop)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind.upper())
    return Picture(buffer.data().data(), kind, 100.0, 50.0, crop=crop)


@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp"])
def test_a_small_picture_keeps_its_pixels(qapp, kind):
    assert image_of(picture(80, 60, kind)).size().toTuple() == (80, 60)


def test_a_picture_that_was_made_ready_is_not_unpacked_again(qapp, monkeypatch):
    one = picture(2400, 1200, "jpeg")
    make_ready([one, one])
    monkeypatch.setattr(picture_painter, "_unpacked", lambda *_: pytest.fail("unpacked again"))
    assert image_of(one, SHOWN).size().toTuple() == (SHOWN, SHOWN // 2)
    assert not picture_painter._ready


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_large_picture_has_as_many_pixels_as_paper_shows(qapp, kind):
    assert image_of(picture(4960, 1240, kind)).size().toTuple() == (PRINTED, PRINTED // 4)
    assert image_of(picture(4960, 1240, kind), 1200).size().toTuple() == (1200, 300)


def test_what_is_left_of_a_cropped_picture_is_as_sharp(qapp):
    assert image_of(picture(4960, 1240, crop=(0.25, 0.0, 0.5, 0.0)), 1240).size().toTuple() == (1240, 1240)


def test_a_picture_that_would_fill_the_memory_is_none(qapp):
    """Of 100 million pixels; the file has some thousand bytes."""
    assert image_of(picture(10_000, 10_000)).isNull()


def test_a_picture_that_lies_about_its_size_is_none(qapp):
    data = png(10, 10)
    head = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 0, 0, 0, 0)
    lie = data[:16] + head + struct.pack(">I", zlib.crc32(b"IHDR" + head)) + data[33:]
    assert image_of(Picture(lie, "png", 10.0, 10.0)).isNull()


def test_pictures_beyond_measure_are_frames(qtbot):
    head = png(80, 60)[:16] + struct.pack(">II", 7_000, 7_000) + png(80, 60)[24:]
    many = [Picture(head + bytes([number]), "png", 40.0, 30.0) for number in range(5)]
    page = PageEditor(derive=roles_of)
    qtbot.addWidget(page)
    page.load(Report("\n".join(["前"] + [PICTURE_SIGN] * 10), pictures=tuple(many * 2)))
    assert page._page.objects._framed == {"picture:5", *(f"picture:{number}" for number in range(6, 11))}
    page.load(Report(f"前\n{PICTURE_SIGN}", pictures=(many[0],)))
    assert page._page.objects._framed == set()


@pytest.mark.parametrize("data", [picture(400, 300).data, b"\xd7\xcd\xc6\x9a"])
@pytest.mark.parametrize("size", [(5_000.0, 0.5), (0.5, 5_000.0)])
def test_a_picture_that_is_stretched_beyond_measure_stays_small(qtbot, data, size):
    page = PageEditor(derive=roles_of)
    qtbot.addWidget(page)
    page.load(Report(f"前\n{PICTURE_SIGN}", pictures=(Picture(data, "png", *size),)))
    kind = QTextDocument.ResourceType.ImageResource.value
    shown = page.document().resource(kind, QUrl("picture:1"))
    assert 0 < shown.width() <= 1200
    assert 0 < shown.height() <= 1200
