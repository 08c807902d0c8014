"""The preview: pages with a bar above that shows the page number, zooms, prints and leads back to the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL
from assistant.window.preview_view import PreviewView
from assistant.workbench.printing import PagedReport
from assistant.workbench.sentences import sentence

_STEP = 10


class PreviewPane(QWidget):
    """Shows the pages of a report.

    Signals:
        position_requested: go to this code point of the text (int).
        print_requested: print what is shown.
        closed: the clerk wants the text back.
        beside_requested: show the pages beside the text, or in its place (bool).
    """

    position_requested = Signal(int)
    print_requested = Signal()
    closed = Signal()
    beside_requested = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.view = PreviewView(self)
        self.view.position_requested.connect(self.position_requested)
        self.view.page_changed.connect(self._show_page)
        self.view.zoom_changed.connect(self._show_zoom)
        self.page_box = QSpinBox(self)
        self.page_box.setAccessibleName(tr("页码"))
        self.page_box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.page_box.setMinimum(1)
        self.page_box.setKeyboardTracking(False)
        self.page_box.valueChanged.connect(self._go_to_page)
        self._count = QLabel(self)
        self._state = QLabel(self)
        self._state.setObjectName("open")
        self._state.setWordWrap(True)
        self._state.setContentsMargins(GAP, 0, GAP, GAP_SMALL)
        self._percent = QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self._state)
        column.addWidget(self.view, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(GAP, GAP_SMALL, GAP, GAP_SMALL)
        bar.setSpacing(GAP)
        bar.addWidget(QLabel(tr("第"), self))
        bar.addWidget(self.page_box)
        bar.addWidget(self._count)
        bar.addStretch(1)
        self._wide_only = [
            self._button(tr("缩小"), lambda: self.view.set_zoom(self.view.zoom - _STEP)),
            self._percent,
            self._button(tr("放大"), lambda: self.view.set_zoom(self.view.zoom + _STEP)),
            self._button(tr("适合页宽"), self.view.fit_width),
            self._button(tr("打印…"), self.print_requested.emit),
        ]
        for part in self._wide_only:
            bar.addWidget(part)
        self._beside = self._button("", lambda: self.beside_requested.emit(not self._is_beside))
        self._close = self._button("", self.closed.emit)
        for button in (self._beside, self._close):
            button.setProperty("quiet", True)
            bar.addWidget(button)
        self.show_beside(beside=False)
        return bar

    def _button(self, text: str, wish: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self, autoDefault=True)
        button.clicked.connect(lambda _checked=False: wish())
        return button

    def show_beside(self, *, beside: bool) -> None:
        """Name the buttons for pages that stand beside the text, or in its place."""
        self._is_beside = beside
        self._beside.setText(tr("单独显示") if beside else tr("并排显示"))
        self._close.setText(tr("关闭预览") if beside else tr("返回编辑"))
        self._fit_bar()

    def minimumSizeHint(self) -> QSize:
        """Return a size that has room for the bar without what menu and keys have too."""
        smallest = super().minimumSizeHint()
        return QSize(smallest.width() - self._width_of_rest(), smallest.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the bar have what there is room for."""
        super().resizeEvent(event)
        self._fit_bar()

    def _width_of_rest(self) -> int:
        return sum(part.sizeHint().width() + GAP for part in self._wide_only if not part.isHidden())

    def _fit_bar(self) -> None:
        """Show what menu and keys have too where there is room for all of it."""
        least = self.minimumSizeHint().width()
        whole = least + sum(part.sizeHint().width() + GAP for part in self._wide_only)
        for part in self._wide_only:
            part.setVisible(self.width() >= whole)

    def show_report(self, paged: PagedReport) -> None:
        """Show the pages of a report."""
        count = len(paged.pages)
        self.page_box.setMaximum(count)
        self._count.setText(tr("页，共 {count} 页", count=count))
        self._state.setText(sentence("preview.draft") if paged.draft_mark else "")
        self._state.setVisible(bool(paged.draft_mark))
        self.view.show_report(paged)
        self._show_zoom(self.view.zoom)

    def _show_page(self, index: int) -> None:
        self.page_box.blockSignals(True)
        self.page_box.setValue(index + 1)
        self.page_box.blockSignals(False)

    def _show_zoom(self, percent: int) -> None:
        self._percent.setText(f"{percent}%")

    def _go_to_page(self, number: int) -> None:
        self.view.go_to_page(number - 1)
