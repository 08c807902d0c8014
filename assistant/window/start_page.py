"""The start page: open a file, begin from a sample, or go on with a recent report."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_HUGE, GAP_LARGE, HEAD_SIZE, TITLE_SIZE, Colours, icon, interface_font
from assistant.window.sample_gallery import SampleGallery
from assistant.window.tab_order import read_in_order
from assistant.workbench.preferences import RecentFile
from assistant.workbench.shipped import ShippedSample

_WIDTH = 1280
_ROW = 54
_WIDE = 1120
"""Pixels from which on all buttons stand in one row."""
_LOW = 600
"""Heights below this have no room for big buttons, in pixels."""
_BUTTON, _LOW_BUTTON = 72, 44
_AFTER_PAINT = 50
"""Milliseconds after which the page itself is seen."""
_TITLE, _ABOUT = "title", "about"
_SMALLEST = QSize(680, 400)
_PATH = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Shows where to begin.

    Signals:
        open_requested: choose a file to open.
        paste_requested: make a report of the clipboard's text.
        reuse_requested: choose a finished report to begin from.
        outline_requested: choose an outline to begin from.
        sample_requested: begin from a shipped sample (object: Path).
        recent_requested: open a recent report (object: Path).
        file_dropped: open a file that was dropped here (object: Path).
    """

    open_requested = Signal()
    paste_requested = Signal()
    reuse_requested = Signal()
    outline_requested = Signal()
    sample_requested = Signal(object)
    recent_requested = Signal(object)
    file_dropped = Signal(object)
    _continued = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._open = self._big_button(tr("打开文件…"), tr("Word、文本或报告助手文件"), self.open_requested)
        self._reuse = self._big_button(tr("从去年的报告开始…"), tr("数字、日期、名称逐项核实"), self.reuse_requested)
        self._paste = self._big_button(tr("粘贴文本"), tr("从网页、Word、WPS 复制"), self.paste_requested)
        self._outline = self._big_button(tr("从提纲开始…"), tr("选文种，改标题，再动笔"), self.outline_requested)
        self._continue = self._big_button(tr("继续上次的报告"), "", self._continued)
        self._continue.setMinimumHeight(60)
        self._continue.hide()
        self.gallery = SampleGallery(self)
        self.gallery.sample_requested.connect(self.sample_requested)
        self._recent = self._list(tr("最近的报告"))
        self._continued.connect(lambda: self.recent_requested.emit(Path(self._recent.item(0).data(_PATH))))
        self._recent.itemActivated.connect(lambda item: self.recent_requested.emit(Path(item.data(_PATH))))
        self._recent.itemClicked.connect(lambda item: self.recent_requested.emit(Path(item.data(_PATH))))
        self._nothing = QLabel(tr("还没有打开过报告。打开或保存过的报告会列在这里。"), self)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self._arrange()

    def _big_button(self, title: str, about: str, wish: SignalInstance) -> QPushButton:
        button = QPushButton(f"  {title}\n  {about}", self)
        button.setProperty(_TITLE, title)
        button.setProperty(_ABOUT, about)
        button.setMinimumHeight(_BUTTON)
        button.setIconSize(QSize(28, 28))
        button.setStyleSheet("text-align: left; padding: 10px 18px;")
        button.setAccessibleName(title)
        button.clicked.connect(wish)
        return button

    def _list(self, name: str) -> QListWidget:
        found = QListWidget(self)
        found.setAccessibleName(name)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setTextElideMode(Qt.TextElideMode.ElideRight)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setCursor(Qt.CursorShape.PointingHandCursor)
        return found

    def _arrange(self) -> None:
        self._title = QLabel(tr("报告助手"), self)
        self._title.setFont(interface_font(TITLE_SIZE, bold=True))
        about = QLabel(tr("打开一份范文，填好占位符，导出符合公文格式的 Word 文档。全程不联网。"), self)
        about.setObjectName("muted")
        about.setWordWrap(True)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(GAP_LARGE)
        lists = QHBoxLayout()
        lists.setSpacing(GAP_LARGE)
        lists.addWidget(self._card(tr("从范文开始"), self.gallery), 8)
        lists.addWidget(self._card(tr("最近"), self._nothing, self._recent), 3)
        inner = QWidget(self)
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(GAP_LARGE)
        column.addWidget(self._title)
        column.addWidget(about)
        column.addSpacing(GAP)
        column.addWidget(self._continue)
        column.addLayout(self._buttons)
        column.addLayout(lists, 1)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(inner, 10)
        outer.addStretch(1)
        self._fit()
        read_in_order(self)

    def _place_buttons(self, *, columns: int) -> None:
        for number, button in enumerate((self._open, self._reuse, self._outline, self._paste)):
            self._buttons.addWidget(button, number // columns, number % columns)
        for column in range(4):
            self._buttons.setColumnStretch(column, 1 if column < columns else 0)

    def minimumSizeHint(self) -> QSize:
        """Return a size that a screen of 1366 pixels has at 150 % too; it holds as well for the pages of a report."""
        return _SMALLEST

    def showEvent(self, event: QShowEvent) -> None:
        """Read the first sample of the gallery once the page itself is seen."""
        super().showEvent(event)
        QTimer.singleShot(_AFTER_PAINT, self.gallery, self.gallery.show_first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the buttons in one row where there is room for it, else in two."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the lists their room: on a low screen the buttons say less and the title is left out."""
        is_low, is_wide = self.height() < _LOW, self.width() >= _WIDE
        self._title.setVisible(not is_low)
        margin = GAP if is_low else GAP_HUGE
        outer = self.layout()
        assert outer is not None
        outer.setContentsMargins(margin, margin, margin, margin)
        for button in (self._open, self._reuse, self._outline, self._paste):
            title, about = button.property(_TITLE), button.property(_ABOUT)
            button.setText(f"  {title}" if is_low else f"  {title}\n  {about}")
            button.setToolTip(about)
            button.setMinimumHeight(_LOW_BUTTON if is_low else _BUTTON)
            button.setStyleSheet(f"text-align: left; padding: 6px {8 if is_low else 18}px;")
        self._place_buttons(columns=4 if is_low or is_wide else 2)

    def _card(self, title: str, *parts: QWidget) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        head = QLabel(title, card)
        head.setFont(interface_font(HEAD_SIZE, bold=True))
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        column.addWidget(head)
        for part in parts:
            column.addWidget(part)
        column.setStretchFactor(parts[-1], 1)
        column.addStretch(0)
        return card

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._continue.setIcon(icon("recent", colours.accent, 28))
        self._open.setIcon(icon("open", colours.accent, 28))
        self._reuse.setIcon(icon("redo", colours.accent, 28))
        self._outline.setIcon(icon("sample", colours.accent, 28))
        self._paste.setIcon(icon("paste", colours.accent, 28))
        self.gallery.set_colours(colours)
        for index in range(self._recent.count()):
            self._recent.item(index).setIcon(icon("recent", colours.muted))

    def take_keys(self) -> None:
        """Put the keyboard where most go on from: the report that was open last, else the button that opens one."""
        (self._open if self._continue.isHidden() else self._continue).setFocus()

    def show_samples(self, samples: tuple[ShippedSample, ...]) -> None:
        """List the shipped samples."""
        self.gallery.show_samples(samples)

    def show_recent(self, recent: tuple[RecentFile, ...]) -> None:
        """List the reports opened lately, newest first."""
        self._recent.clear()
        for one in recent:
            path = Path(one.path)
            title = one.title or path.stem
            where = path.parent.name if path.stem == title else path.name  # the same words twice say nothing
            item = QListWidgetItem(f"{title}\n{_day(one.opened_iso)} · {where}", self._recent)
            item.setData(_PATH, one.path)
            item.setToolTip(one.path)
            item.setSizeHint(QSize(0, _ROW))
        self._show_last(recent[0] if recent else None)
        self._nothing.setVisible(not recent)
        self._recent.setVisible(bool(recent))

    def _show_last(self, last: RecentFile | None) -> None:
        """Offer the report that was open last, by name, above everything else."""
        self._continue.setVisible(last is not None)
        if last is not None:
            name = last.title or Path(last.path).stem
            told = f"{name} · {_day(last.opened_iso)}"
            self._continue.setText(tr("  继续上次的报告\n  {told}", told=told))
            self._continue.setToolTip(last.path)
            self._continue.setAccessibleName(tr("继续上次的报告：{name}", name=name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a dragged file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for a dropped file to be opened."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.file_dropped.emit(Path(url.toLocalFile()))
                return


def _day(iso: str) -> str:
    """Return when that was, as one says it: 今天 9:05, 昨天 16:20, 3月1日, 2025年3月1日."""
    try:
        when = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    now = datetime.now().astimezone()
    days = (now.date() - when.date()).days
    if days in (0, 1):
        return f"{tr('昨天') if days else tr('今天')} {when.hour}:{when.minute:02}"
    words = tr("{month}月{day}日") if when.year == now.year else tr("{year}年{month}月{day}日")
    return words.format(year=when.year, month=when.month, day=when.day)
