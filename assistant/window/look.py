"""The look of the window: colours, spacing and type sizes as named values, in one place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from assistant.resources import read_resource, resource_path
from assistant.window.language import ENGLISH, spoken_language

GAP_SMALL, GAP, GAP_LARGE, GAP_HUGE = 4, 8, 16, 32
"""Distances between things, in pixels."""
ROUND = 6
"""Radius of corners."""
TEXT_SIZE, SMALL_SIZE, HEAD_SIZE, TITLE_SIZE = 10, 9, 12, 22
"""Type sizes of the interface, in points."""
_FAMILIES = ["Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei"]
_LATIN_FAMILIES = ["Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans"]
"""Before the others where the window speaks English: Chinese faces draw its marks too wide."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    handle: str
    accent: str
    on_accent: str
    accent_soft: str
    open: str
    open_soft: str
    done: str
    error: str
    error_soft: str


LIGHT = Colours(
    window="#f3f4f6",
    surface="#ffffff",
    raised="#fafbfc",
    text="#1f2329",
    muted="#6b7280",
    line="#dfe2e7",
    handle="#c3c8d0",
    accent="#2457c5",
    on_accent="#ffffff",
    accent_soft="#e6edfb",
    open="#b45309",
    open_soft="#fdeccb",
    done="#2f7d4f",
    error="#c02626",
    error_soft="#fde8e8",
)
DARK = Colours(
    window="#1d2025",
    surface="#262a30",
    raised="#2d3138",
    text="#e4e6ea",
    muted="#9aa1ac",
    line="#3b4048",
    handle="#555c67",
    accent="#6f9bff",
    on_accent="#10141c",
    accent_soft="#2f3d5c",
    open="#f0b45a",
    open_soft="#54421f",
    done="#74c69a",
    error="#ff8a8a",
    error_soft="#4d2a2c",
)


def is_dark(theme: str) -> bool:
    """Whether a theme ("system", "light", "dark") means dark now."""
    if theme == "system":
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme == "dark"


def colours_for(theme: str) -> Colours:
    """Return the colours of a theme."""
    return DARK if is_dark(theme) else LIGHT


def interface_font(size: int = TEXT_SIZE, *, bold: bool = False) -> QFont:
    """Return the font of the interface in a size (points)."""
    font = QFont()
    font.setFamilies(_LATIN_FAMILIES + _FAMILIES if spoken_language() == ENGLISH else _FAMILIES)
    font.setPointSize(size)
    font.setBold(bold)
    return font


def apply_look(application: QApplication, colours: Colours) -> None:
    """Give the whole application the colours and style sheet of a theme."""
    application.setPalette(_palette(colours))
    drawn = {"chevron": "chevron", "chevron_up": "chevron_up", "cross": "close"}
    drawn["tick"] = "tick_dark" if colours is DARK else "tick"
    pictures = {key: resource_path("icons", f"{name}.svg").as_posix() for key, name in drawn.items()}
    names = {field.name: getattr(colours, field.name) for field in fields(colours)}
    sheet = Template(read_resource("window", "look.qss")).substitute(names, round=ROUND, **pictures)
    application.setStyleSheet(sheet)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return one of the program's icons in a colour, sharp at every scale up to 300 %."""
    drawing = QSvgRenderer(QByteArray(read_resource("icons", f"{name}.svg").replace("currentColor", colour).encode()))
    found = QIcon()
    for scale in (1, 2, 3):
        picture = QPixmap(QSize(size * scale, size * scale))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter, QRectF(0, 0, size * scale, size * scale))
        painter.end()
        picture.setDevicePixelRatio(scale)
        found.addPixmap(picture)
    return found
