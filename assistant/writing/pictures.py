"""Pictures in OOXML: each a drawing in a line of text, its bytes in a part of their own.

Source: ECMA-376 Part 1, 20.4.2.8 (wp:inline) and 20.2 (pictures).
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.report.pictures import Picture
from assistant.typeset.arrangement import PlacedParagraph
from assistant.typeset.layout import Layout
from assistant.typeset.tables import CELL_MARGIN, column_edges, picture_size
from assistant.writing.xml_text import xml_text

_EMU_PER_TWIP = 635
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_CONTENT_TYPES = {"emf": "image/x-emf", "wmf": "image/x-wmf"}


@dataclass(frozen=True, slots=True)
class Media:
    """The bytes of a picture as a part of the package."""

    name: str
    """File name below word/ ("media/image1.png")."""
    data: bytes
    relation_id: str

    @property
    def extension(self) -> str:
        """The last part of its name."""
        return self.name.rpartition(".")[2]

    @property
    def content_type(self) -> str:
        """By which the package names its kind."""
        return _CONTENT_TYPES.get(self.extension, f"image/{self.extension}")


class Pictures:
    """The pictures of one document: numbers them, and keeps the bytes of equal ones once."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._media: dict[bytes, Media] = {}
        self._drawn = 0

    @property
    def media(self) -> tuple[Media, ...]:
        """The parts that hold the bytes of what was drawn so far."""
        return tuple(self._media.values())

    def run(self, paragraph: PlacedParagraph) -> str:
        """Return the run that shows the picture of a paragraph."""
        picture = paragraph.picture
        assert picture is not None
        self._drawn += 1
        number = len(self._media) + 1
        media = self._media.setdefault(
            picture.data, Media(f"media/image{number}.{picture.kind}", picture.data, f"rIdPicture{number}")
        )
        width, height = picture_size(picture, self._room(paragraph), self._layout.page.text_height)
        return _drawing(picture, media, self._drawn, round(width * _EMU_PER_TWIP), round(height * _EMU_PER_TWIP))

    def _room(self, paragraph: PlacedParagraph) -> int:
        if paragraph.cell is None:
            return self._layout.page.text_width
        edges, cell = column_edges(paragraph.cell.table, self._layout), paragraph.cell.table.cells[paragraph.cell.index]
        return max(1, edges[cell.column + cell.column_span] - edges[cell.column] - 2 * CELL_MARGIN)


def _drawing(picture: Picture, media: Media, number: int, width: int, height: int) -> str:
    described = f' descr="{xml_text(picture.description)}"' if picture.description else ""
    left, top, right, bottom = (round(share * 100_000) for share in picture.crop)
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(picture.crop) else ""
    return (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        f' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="图片 {number}"{described}/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{media.name.rpartition("/")[2]}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{media.relation_id}"/>{crop}<a:stretch><a:fillRect/></a:stretch>'
        "</pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
