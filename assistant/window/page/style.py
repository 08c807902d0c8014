"""What a sheet looks like: faces, sizes and margins in printers' measures, and the colours of screen and paper.

Nothing here knows a document; `Measures` turns points and millimetres into pixels at one zoom.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

_FANGSONG = ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong", "华文仿宋")
_XIAOBIAOSONG = ("方正小标宋简体", "方正小标宋_GBK", "小标宋", "FZXiaoBiaoSong-B05S", "宋体", "SimSun", "STSong")
_HEI = ("黑体", "SimHei", "STHeiti", "Microsoft YaHei")
_KAI = ("楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312", "STKaiti", "华文楷体")
# Qt takes the first family that is installed, so every list ends with the free faces of its own kind.
_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "AR PL SungtiL GB", "AR PL UMing CN", "serif")
_SANS = ("Noto Sans CJK SC", "WenQuanYi Micro Hei", "sans-serif")
_FREE_FANG = ("FandolFang R", "FandolFang")
_FREE_KAI = ("FandolKai", "LXGW WenKai", "AR PL UKai CN", "AR PL KaitiM GB")


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The layout of a sheet; the defaults are those of GB/T 9704-2012."""

    width: float = 210.0
    """Width of the sheet, millimetres; the margins below are millimetres too."""
    height: float = 297.0
    top: float = 37.0
    bottom: float = 35.0
    left: float = 28.0
    right: float = 26.0
    size: float = 16.0
    """Size of body and headings, points."""
    pitch: float = 15.75
    """From one character of the body to the next, points: 28 to a line."""
    line: float = 28.95
    """From one line to the next, points."""
    title_size: float = 22.0
    cell_size: float = 12.0
    """Size of text in tables, points."""
    cell_line: float = 18.0
    indent: float = 2.0
    """First-line indent, characters."""
    closing_indent: float = 2.0
    """What signature and date keep free on the right, characters."""
    bold_level_3: bool = True
    body_faces: tuple[str, ...] = (*_FANGSONG, *_FREE_FANG, *_SERIF)
    title_faces: tuple[str, ...] = (*_XIAOBIAOSONG, *_SERIF)
    level_1_faces: tuple[str, ...] = (*_HEI, *_SANS)
    level_2_faces: tuple[str, ...] = (*_KAI, *_FREE_KAI, *_SERIF)


_NARROW = 6.0
"""Millimetres of margin that a sheet keeps where there is no room for more."""


def without_margins(style: PageStyle) -> PageStyle:
    """Return a style with the same lines on a sheet that is hardly wider than they are."""
    width = style.width - style.left - style.right + 2 * _NARROW
    return replace(style, width=width, top=2 * _NARROW, bottom=2 * _NARROW, left=_NARROW, right=_NARROW)


@dataclass(frozen=True, slots=True)
class Measures:
    """Pixels at one zoom."""

    style: PageStyle
    per_point: float
    """Pixels to a point, zoom included."""

    def points(self, value: float) -> float:
        """Return a length in points as pixels."""
        return value * self.per_point

    def millimetres(self, value: float) -> float:
        """Return a length in millimetres as pixels."""
        return value * 72 / 25.4 * self.per_point

    def characters(self, value: float) -> float:
        """Return a length in body characters as pixels."""
        return self.points(value * self.style.pitch)

    def type_size(self, points: float) -> int:
        """Return a type size in pixels; Qt sets type in whole pixels only."""
        return max(1, round(self.points(points)))


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of desk, paper and fields, as #rrggbb or #aarrggbb."""

    desk: str
    sheet: str
    edge: str
    """The border of the sheet."""
    shadow: str
    text: str
    quiet_text: str
    """Lines that are no part of the report."""
    open_field: str
    """Ground of a field that waits for its value."""
    open_edge: str
    filled_field: str
    filled_line: str
    waived_line: str
    stale_field: str
    stale_edge: str
    selection: str
    selected_text: str
    current: str
    """Outline of the field at the caret."""
    match: str
    """Ground of a place that was searched for."""
    error: str
    warning: str
    hint: str


LIGHT = Colours(
    desk="#e7e8eb",
    sheet="#ffffff",
    edge="#cfd2d8",
    shadow="#000000",
    text="#1b1c1f",
    quiet_text="#8b9099",
    open_field="#ffe7b0",
    open_edge="#dca23c",
    filled_field="#eef4f0",
    filled_line="#7fa38e",
    waived_line="#9aa0aa",
    stale_field="#fde0d6",
    stale_edge="#d9795a",
    selection="#b9d3fb",
    selected_text="#14171c",
    current="#2457c5",
    match="#fff27a",
    error="#d13438",
    warning="#c77700",
    hint="#6b8fb5",
)
DARK = Colours(
    desk="#17191d",
    sheet="#2a2d33",
    edge="#3d424b",
    shadow="#000000",
    text="#dcdee2",
    quiet_text="#868d98",
    open_field="#5c4719",
    open_edge="#c2933c",
    filled_field="#2f3a36",
    filled_line="#64907b",
    waived_line="#7d8490",
    stale_field="#5a352b",
    stale_edge="#d28268",
    selection="#3a5c96",
    selected_text="#f4f6fa",
    current="#84abff",
    match="#6b6318",
    error="#ff8080",
    warning="#e8b04a",
    hint="#7fa4cc",
)
