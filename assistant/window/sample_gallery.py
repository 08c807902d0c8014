"""The gallery of 从范文开始: the shipped samples by genre, and the pages and outline of the chosen one."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, SMALL_SIZE, Colours, icon, interface_font
from assistant.window.preview_view import PreviewView
from assistant.window.side_work import SideWork
from assistant.workbench.gallery import SamplePreview, preview_of
from assistant.workbench.sentences import sentence
from assistant.workbench.shipped import ShippedSample

_SAMPLE = Qt.ItemDataRole.UserRole
_LOW = 320
"""Pixels of height below which the title is left out."""
_LIST_WIDTH, _LEAST_LIST_WIDTH = 290, 150


class SampleGallery(QWidget):
    """Shows what samples there are; arrow keys choose, Enter begins.

    Signals:
        sample_requested: begin from a shipped sample (object: Path).
    """

    sample_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._previews: dict[str, SamplePreview] = {}
        self._shown_sample = ""
        self.list = self._make_list()
        self.title = QLabel(sentence("gallery.nothing_chosen"), self)
        self.title.setFont(interface_font(HEAD_SIZE, bold=True))
        self.title.setWordWrap(True)
        self.about = QLabel(self)
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.preview = QTextBrowser(self)
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self.preview.setAccessibleName(sentence("gallery.preview"))
        self.preview.setTabChangesFocus(True)
        self.pages = PreviewView(self)
        self.pages.setAccessibleName(sentence("gallery.pages_of"))
        self.pages.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self._shown = QStackedWidget(self)
        self._shown.addWidget(self.pages)
        self._shown.addWidget(self.preview)
        self.which = QTabBar(self)
        self.which.setAccessibleName(sentence("gallery.which"))
        for name in ("gallery.pages", "gallery.outline"):
            self.which.addTab(sentence(name))
        self.which.currentChanged.connect(self._shown.setCurrentIndex)
        self._aside = SideWork(self)
        self.begin = QPushButton(sentence("gallery.begin"), self)
        self.begin.setProperty("primary", True)
        self.begin.setEnabled(False)
        self.begin.clicked.connect(self._begin)
        self._arrange()

    def _make_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(sentence("gallery.list"))
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMinimumWidth(_LEAST_LIST_WIDTH)
        made.setMaximumWidth(_LIST_WIDTH)
        made.currentItemChanged.connect(self._show)
        made.itemActivated.connect(self._begin)
        return made

    def _arrange(self) -> None:
        choices = QHBoxLayout()
        choices.addWidget(self.which, 0, Qt.AlignmentFlag.AlignBottom)
        choices.addStretch(1)
        choices.addWidget(self.begin)
        shown = QVBoxLayout()
        shown.setSpacing(GAP)
        shown.addWidget(self.title)
        shown.addWidget(self.about)
        shown.addLayout(choices)
        shown.addWidget(self._shown, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_LARGE)
        row.addWidget(self.list, 2)
        row.addLayout(shown, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages their room on a low screen: the title stands on them as well."""
        super().resizeEvent(event)
        self.title.setVisible(self.height() >= _LOW)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self.pages.set_desk_colour(colours.line)
        for index in range(self.list.count()):
            item = self.list.item(index)
            if item.data(_SAMPLE) is not None:
                item.setIcon(icon("sample", colours.muted))
            else:
                item.setForeground(QColor(colours.muted))

    def show_samples(self, samples: tuple[ShippedSample, ...]) -> None:
        """List the samples under their genres, in the order given."""
        self.list.clear()
        genre = ""
        for sample in samples:
            if sample.genre != genre:
                genre = sample.genre
                self._add_genre(genre)
            item = QListWidgetItem(sample.title, self.list)
            item.setData(_SAMPLE, sample)
            item.setToolTip(sample.title)

    def show_first(self) -> None:
        """Show the first sample where none is chosen: an empty frame says nothing."""
        if self.list.currentRow() < 0:
            rows = range(self.list.count())
            self.list.setCurrentRow(next((row for row in rows if self.list.item(row).data(_SAMPLE) is not None), -1))

    @property
    def is_settled(self) -> bool:
        """Whether the pages of the chosen sample are shown, not those of another one or none."""
        item = self.list.currentItem()
        sample = item.data(_SAMPLE) if item is not None else None
        return sample is not None and self._shown_sample == sample.title

    def _add_genre(self, genre: str) -> None:
        item = QListWidgetItem(tr(genre), self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(interface_font(SMALL_SIZE, bold=True))
        item.setSizeHint(QSize(0, 30))

    def _show(self, item: QListWidgetItem | None) -> None:
        sample = item.data(_SAMPLE) if item is not None else None
        self.begin.setEnabled(sample is not None)
        if sample is None:
            return
        found = self._previews.get(sample.title)
        if found is None:
            self._aside.begin(lambda: preview_of(sample), lambda made: self._take(sample, made))
        else:
            self._aside.drop()
            self._tell(sample, found)

    def _take(self, sample: ShippedSample, found: SamplePreview) -> None:
        """Show what was laid out beside the window."""
        self._previews[sample.title] = found
        self._tell(sample, found)

    def _tell(self, sample: ShippedSample, found: SamplePreview) -> None:
        self._shown_sample = sample.title
        self.title.setText(found.title)
        self.about.setText(
            sentence(
                "gallery.about",
                industry=sample.industry,
                length=sample.length // 100 * 100,
                fields=found.fields,
                mask=sample.mask,
            )
        )
        self.preview.setHtml(_html(found))
        self.pages.show_report(found.paged)
        self.pages.fit_width()
        self.pages.go_to(0)

    def _begin(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(_SAMPLE) is not None:
            self.sample_requested.emit(item.data(_SAMPLE).path)


def _html(found: SamplePreview) -> str:
    return "".join(
        f'<p style="margin: 2px 0 2px {(heading.level - 1) * 18}px">{escape(heading.text)}</p>'
        for heading in found.outline
    )
