"""What a picture costs, read from its head alone."""

import struct

import pytest

from assistant.report.pictures import pixels_to_unpack
from tests.reading.word_tables import png


@pytest.mark.parametrize(
    ("data", "kind", "pixels"),
    [
        (png(80, 60), "png", 4800),
        (b"GIF89a" + struct.pack("<HH", 80, 60), "gif", 4800),
        (b"BM" + bytes(16) + struct.pack("<ii", 80, -60), "bmp", 4800),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x11\x08" + struct.pack(">HH", 60, 80) + b"\x03", "jpeg", 600),
        (b"\xff\xd8\xff\xe0", "jpeg", 0),
        (png()[:20], "png", 0),
        (b"\xd7\xcd\xc6\x9a", "wmf", 0),
    ],
)
def test_the_pixels_of_a_picture_stand_in_its_head(data, kind, pixels):
    assert pixels_to_unpack(data, kind) == pixels
