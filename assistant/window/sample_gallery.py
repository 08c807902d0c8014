"""The gallery of 从范文开始: the shipped samples by genre, and the first page of the chosen one."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from assistant.report.model import Role
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_LARGE, HEAD_SIZE, SMALL_SIZE, Colours, icon, interface_font
from assistant.workbench.gallery import PreviewLine, SamplePreview, preview_of
from assistant.workbench.sentences import sentence
from assistant.workbench.shipped import ShippedSample

_SAMPLE = Qt.ItemDataRole.UserRole
_LIST_WIDTH, _LEAST_LIST_WIDTH = 290, 150
_CENTRED = (Role.TITLE, Role.SUBTITLE, Role.DATE)


class SampleGallery(QWidget):
    """Shows what samples there are; arrow keys choose, Enter begins.

    Signals:
        sample_requested: begin from a shipped sample (object: Path).
    """

    sample_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._previews: dict[str, SamplePreview] = {}
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
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.about)
        head.addLayout(words, 1)
        head.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignTop)
        shown = QVBoxLayout()
        shown.setSpacing(GAP)
        shown.addLayout(head)
        shown.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_LARGE)
        row.addWidget(self.list, 2)
        row.addLayout(shown, 3)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
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
        if sample.title not in self._previews:
            self._previews[sample.title] = preview_of(sample)
        found = self._previews[sample.title]
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

    def _begin(self) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(_SAMPLE) is not None:
            self.sample_requested.emit(item.data(_SAMPLE).path)


def _html(found: SamplePreview) -> str:
    outline = "".join(
        f'<p style="margin: 2px 0 2px {(heading.level - 1) * 18}px">{escape(heading.text)}</p>'
        for heading in found.outline
    )
    page = "".join(_paragraph(line) for line in found.first_page)
    return f"<h4>{sentence('gallery.outline')}</h4>{outline}<hr/><h4>{sentence('gallery.first_page')}</h4>{page}"


def _paragraph(line: PreviewLine) -> str:
    words = escape(line.text)
    if line.role is Role.TITLE:
        return f'<p align="center" style="font-size: large; font-weight: bold">{words}</p>'
    if line.role in _CENTRED:
        return f'<p align="center">{words}</p>'
    if line.role is Role.HEADING:
        return f'<p style="text-indent: 24px; font-weight: bold">{words}</p>'
    indent = 0 if line.role is Role.SALUTATION else 24
    return f'<p style="text-indent: {indent}px">{words}</p>'
