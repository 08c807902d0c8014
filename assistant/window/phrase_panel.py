"""The phrase panel 短语: look for set expressions, see where they come from, put them into the report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.window.dragging import carry_row
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, Colours
from assistant.window.phrase_rows import PHRASE, PhraseDelegate, PhraseRows
from assistant.workbench.phrase_forms import CATEGORIES
from assistant.workbench.sentences import sentence

if TYPE_CHECKING:
    from assistant.workbench.phrases_shown import Phrase

_QUIET = 60
"""Milliseconds without a key after which is looked for phrases."""


class _PhraseList(QListView):
    """The phrases, of which one can be dragged into the text."""

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the phrase beside the pointer."""
        carry_row(self, self.currentIndex(), Qt.DropAction.CopyAction)


class PhrasePanel(QWidget):
    """Lists the phrases that fit what is looked for.

    Signals:
        insert_requested: put a phrase where the caret is (object: Phrase).
        pin_requested: set or take away a phrase's star (object: Phrase).
        drop_requested: never show a phrase again (object: Phrase).
        import_requested: learn phrases from the clerk's own reports.
        sources_requested: show what was learnt from.
        files_dropped: learn from files and folders that were dropped here (list of paths).
        left: back to the page.
    """

    insert_requested = Signal(object)
    pin_requested = Signal(object)
    drop_requested = Signal(object)
    import_requested = Signal()
    sources_requested = Signal()
    files_dropped = Signal(list)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.look_for: Callable[[str, str], list[Phrase]] = lambda query, category: []
        """Finds the phrases for (query, category or "")."""
        self.example_of: Callable[[Phrase], str] = lambda phrase: ""
        """Finds the sentence of a report in which a phrase stands, or ""."""
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(sentence("phrases.search"))
        self._words.setToolTip(sentence("phrases.search_hint"))
        self._words.setClearButtonEnabled(True)
        self._words.setAccessibleName(tr("查找短语"))
        self._words.installEventFilter(self)
        self._category = QComboBox(self)
        self._category.addItems([tr("全部"), *map(tr, CATEGORIES)])
        self._category.setAccessibleName(tr("短语类别"))
        self._build_list()
        self.setAcceptDrops(True)
        self._words.setAcceptDrops(False)  # what is dropped there is for the panel
        self._arrange()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self.refresh)
        self._words.textChanged.connect(lambda _text: self._quiet.start())
        self._category.currentIndexChanged.connect(lambda _index: self.refresh())
        self._list.doubleClicked.connect(self._insert)
        self._list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_example())

    def _build_list(self) -> None:
        self._rows = PhraseRows(self)
        self._rows.example_of = lambda phrase: self.example_of(phrase)
        self._list = _PhraseList(self)
        self._delegate = PhraseDelegate(self._list)
        self._list.setModel(self._rows)
        self._list.setItemDelegate(self._delegate)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("短语"))
        self._list.installEventFilter(self)
        self._list.setDragEnabled(True)
        self._nothing = QLabel(sentence("phrases.nothing"), self)
        self._nothing.setObjectName("muted")
        self._nothing.setMargin(GAP * 2)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.hide()
        self._example = QLabel(self)
        self._example.setObjectName("muted")
        self._example.setWordWrap(True)
        self._example.setTextFormat(Qt.TextFormat.PlainText)
        self._example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._example.hide()

    def _build_buttons(self) -> None:
        self._insert_button = QPushButton(tr("插入"), self)
        self._insert_button.setToolTip(tr("插入到光标处（回车）"))
        self._pin_button = QPushButton(tr("星标"), self)
        self._pin_button.setToolTip(tr("设为常用，排在最前；再按一次取消"))
        self._drop_button = QPushButton(tr("不再显示"), self)
        self._example_button = QPushButton(tr("例句"), self)
        self._example_button.setCheckable(True)
        self._example_button.setShortcut("Alt+L")
        self._example_button.setToolTip(sentence("phrases.example_hint"))
        self._example_button.toggled.connect(lambda _is_on: self._show_example())
        self._import_button = QPushButton(tr("导入我的材料…"), self)
        self._import_button.setToolTip(sentence("phrases.import_hint"))
        self._sources_button = QPushButton(sentence("phrases.sources"), self)
        self._sources_button.setToolTip(sentence("phrases.sources_hint"))
        self._sources_button.clicked.connect(self.sources_requested)
        self._insert_button.clicked.connect(lambda: self._emit(self.insert_requested))
        self._pin_button.clicked.connect(lambda: self._emit(self.pin_requested))
        self._drop_button.clicked.connect(lambda: self._emit(self.drop_requested))
        self._import_button.clicked.connect(self.import_requested)

    def _arrange(self) -> None:
        self._build_buttons()
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self._category)
        buttons = QHBoxLayout()
        for button in (self._insert_button, self._pin_button, self._example_button, self._drop_button):
            buttons.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(GAP, GAP_SMALL, GAP, GAP)
        below.addWidget(self._example)
        below.addLayout(buttons)
        own = QHBoxLayout()
        own.addWidget(self._import_button, 2)
        own.addWidget(self._sources_button, 1)
        below.addLayout(own)
        head = QWidget(self)
        head.setLayout(top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._list, 1)
        column.addLayout(below)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for phrases when the panel comes to sight."""
        super().showEvent(event)
        self.come_to_sight()

    def come_to_sight(self) -> None:
        """Look for phrases, once it is clear that the panel is to be seen."""
        self._quiet.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take dragged files and folders."""
        if _paths_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for dropped files and folders to be learnt from, when the drag is over."""
        paths = _paths_in(event)
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.files_dropped.emit(paths))

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._delegate.colours = colours
        self._list.viewport().update()

    def start_typing(self) -> None:
        """Put the caret into the search."""
        self._words.setFocus()
        self._words.selectAll()

    def refresh(self) -> None:
        """Look again."""
        self._quiet.stop()
        if self.visibleRegion().isEmpty():  # hidden, or behind another tab
            return
        query = self._words.text().strip()
        category = CATEGORIES[at - 1] if (at := self._category.currentIndex()) > 0 else ""
        phrases = self.look_for(query, category)
        self._delegate.words = [word for word in query.split() if not word.isascii()]
        self._delegate.letters = [word for word in query.split() if word.isascii() and word.isalpha()]
        self._rows.show_phrases(phrases)
        self._nothing.setVisible(not phrases)
        self._list.setVisible(bool(phrases))
        if phrases:
            self._list.setCurrentIndex(self._rows.index(0))
        self._show_example()

    def _show_example(self) -> None:
        """Show the sentence in which the chosen phrase stands, where the clerk wants to see it."""
        phrase = self.current if self._example_button.isChecked() else None
        self._example.setVisible(phrase is not None)
        if phrase is not None:
            example = self.example_of(phrase)
            self._example.setText(
                sentence("phrases.example", text=example) if example else sentence("phrases.no_example")
            )

    @property
    def current(self) -> Phrase | None:
        """The chosen phrase."""
        found: Phrase | None = self._list.currentIndex().data(PHRASE)
        return found

    def _insert(self, _index: QModelIndex) -> None:
        self._emit(self.insert_requested)

    def _emit(self, signal: SignalInstance) -> None:
        if self.current is not None:
            signal.emit(self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter inserts, Up and Down choose while the search has the caret, Escape goes back to the page."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._quiet.isActive():
                self.refresh()
            self._emit(self.insert_requested)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if watched is self._words and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = min(max(self._list.currentIndex().row() + step, 0), self._rows.rowCount() - 1)
            self._list.setCurrentIndex(self._rows.index(row))
            return True
        return super().eventFilter(watched, event)


def _paths_in(event: QDropEvent) -> list[Path]:
    """Return the files and folders of this computer that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
