"""Phrases in the window: the library behind panel and completion, importing, inserting."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.completion import GREY, LIST, OFF, Completion
from assistant.window.desk import Desk
from assistant.window.file_flow import FileFlow
from assistant.window.look import Colours, colours_for
from assistant.window.page.editor import PageEditor
from assistant.window.panels import Panel
from assistant.window.phrase_intake import PhraseIntake
from assistant.window.phrase_panel import PhrasePanel
from assistant.window.side_work import SideWork
from assistant.workbench.phrase_forms import as_typed
from assistant.workbench.sentences import describe_error, sentence

if TYPE_CHECKING:
    from assistant.window.further_flow import FurtherFlow
    from assistant.workbench.phrases_shown import Continuations, Library, Phrase

_Found = TypeVar("_Found")
_MOST_SHOWN = 100
_REST = 2000
"""Milliseconds after a report was opened; the library takes half a second to load."""
_LEARNT_AT_ONCE = 50
"""Lines that are learnt before keys are given way to."""
_LEAST_TYPED = 2
"""Characters of a clause after which a continuation is shown."""


class PhraseFlow(QObject):
    """Brings library, panel and page together; the library is opened when it is needed first.

    Signals:
        told: a sentence for the clerk (text, whether something went wrong).
        rebuild_offered: the library is damaged and can be made anew (text).
    """

    told = Signal(str, bool)
    rebuild_offered = Signal(str)

    def __init__(
        self,
        parent: QMainWindow,
        desk: Desk,
        page: PageEditor,
        files: FileFlow,
        actions: Actions,
        dock: Panel,
    ) -> None:
        """Put the panel into its dock."""
        super().__init__(parent)
        self._window = parent
        self._desk, self._page = desk, page
        self.panel = PhrasePanel(parent)
        self._fill_dock(parent, dock)
        self._library: Library | None = None
        self._opening = Lock()
        self._learning = Lock()
        """Held while learning has the library's file open."""
        self._is_refused = False
        self._learnt: Continuations | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self.learn_aside)
        self._aside = SideWork(self)
        self.completion = Completion(parent, page)
        self.completion.offers = self._offers
        self.completion.set_mode(files.settings.completion)
        self.completion.paragraph_finished.connect(self._learn)
        self._place: tuple[int, int] = (-1, -1)
        self._learnt_lines: set[str] = set()
        self.menus = [self._mode_menu(files)]
        actions.menu("phrase").insertMenu(actions["import_phrases"], self.menus[0])
        self.intake = PhraseIntake(parent, self._opened)
        self._connect_panel()
        actions["phrases"].triggered.connect(lambda _checked=False: self.start_search())
        actions["further"].triggered.connect(lambda _checked=False: self.further.start())
        actions["import_phrases"].triggered.connect(lambda _checked=False: self.intake.choose_files())
        actions["phrase_sources"].triggered.connect(lambda _checked=False: self.intake.show_sources())
        parent.destroyed.connect(lambda: self.close())
        self._follow(files)

    def _fill_dock(self, parent: QMainWindow, dock: Panel) -> None:
        """Give the dock its two tabs; the second is filled when it is wanted first."""
        self._tabs = QTabWidget(parent)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.panel, sentence("phrases.tab"))
        self._further: FurtherFlow | None = None
        self._further_page = QWidget(parent)
        self._tabs.addTab(self._further_page, sentence("further.tab"))
        self._tabs.currentChanged.connect(lambda index: self.further.refresh() if index else None)
        self._dock = dock
        dock.put(self._tabs)

    def _connect_panel(self) -> None:
        """Let the wishes of the panel reach page, library and intake."""
        panel, intake = self.panel, self.intake
        panel.look_for, panel.example_of = self._find, self._example_of
        panel.insert_requested.connect(self._insert)
        panel.pin_requested.connect(self._pin)
        panel.drop_requested.connect(self._drop)
        panel.import_requested.connect(intake.choose_files)
        panel.sources_requested.connect(intake.show_sources)
        panel.files_dropped.connect(intake.import_paths)
        panel.left.connect(self._page.setFocus)
        intake.told.connect(self.told)
        intake.library_changed.connect(self._take_changes)

    def _follow(self, files: FileFlow) -> None:
        """Learn anew with each report that is opened, take the theme's colours, tell what happened as files do."""
        self._dock.visibilityChanged.connect(lambda is_seen: self.panel.come_to_sight() if is_seen else None)
        files.opened.connect(lambda _opened: self.forget_report())
        files.settings_changed.connect(lambda: self.set_colours(colours_for(files.settings.theme)))
        scheme_changed = QGuiApplication.styleHints().colorSchemeChanged
        scheme_changed.connect(lambda _scheme: self.set_colours(colours_for(files.settings.theme)))
        self.set_colours(colours_for(files.settings.theme))
        self.told.connect(files.told)

    def forget_report(self) -> None:
        """Say that another report lies on the desk: completion learns anew, when the window has come to rest."""
        self._learnt = None
        self._aside.drop()
        self.completion.hide()
        self._resting.start()

    @property
    def has_learnt(self) -> bool:
        """Whether continuations can be shown."""
        return self._learnt is not None

    def learn_aside(self) -> None:
        """Learn from library and report beside the window; word lists and a new library are got ready there, too."""
        if not self._desk.has_report or self.intake.is_at_work or self._is_refused:
            return
        lines = [line.strip() for line in self._desk.working.report.text.split("\n") if line.strip()]
        breathe = self._aside.breathe

        def learn() -> Continuations | AssistantError:
            from assistant.workbench import builtin_phrases, phrase_library

            try:
                with self._learning:
                    breathe()  # where the library was closed meanwhile nothing is learnt of it
                    with self._opening:
                        library = builtin_phrases.open_own_library()
                    with closing(library):
                        reports = phrase_library.read_from(library, phrase_library.reports_to_learn)
            except AssistantError as error:
                return error
            learnt = phrase_library.continuations_of(reports)
            for first in range(0, len(lines), _LEARNT_AT_ONCE):
                breathe()
                learnt.learn(lines[first : first + _LEARNT_AT_ONCE])
            learnt.likeliest("")  # the first look loads a word list
            return learnt

        self._aside.begin(learn, lambda learnt: self._take_learnt(learnt, set(lines)))

    def _take_learnt(self, learnt: Continuations | AssistantError, lines: set[str]) -> None:
        if isinstance(learnt, AssistantError):
            self._refuse(learnt)
            return
        self._learnt, self._learnt_lines = learnt, lines
        self._place = (-1, -1)

    def set_colours(self, colours: Colours) -> None:
        """Draw with the colours of a theme."""
        self._colours = colours
        self.panel.set_colours(colours)
        if self._further is not None:
            self._further.panel.set_colours(colours)
        self.completion.set_colours(colours)

    @property
    def further(self) -> FurtherFlow:
        """这一节还可以写; made when it is wanted first."""
        if self._further is None:
            from assistant.window.further_flow import FurtherFlow  # not before it is wanted: the start is short

            self._further = FurtherFlow(self._window, self._desk, self._page, self._opened)
            self._further.panel.set_colours(self._colours)
            self._further.told.connect(self.told)
            self._further.shown.connect(lambda: self._show_tab(self._further_page))
            column = QVBoxLayout(self._further_page)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(self._further.panel)
        return self._further

    def start_search(self) -> None:
        """Put the caret into the search for phrases."""
        self._show_tab(self.panel)
        self.panel.start_typing()

    def _show_tab(self, page: QWidget) -> None:
        self._dock.show()
        self._dock.raise_()
        self._tabs.setCurrentWidget(page)

    def close(self) -> None:
        """Close the library, so that its file may be moved; it is opened again when it is needed."""
        self._resting.stop()
        self._aside.drop()
        if self._further is not None:
            self._further.let_go()
        with self._learning:  # what has it open on another thread closes it first
            pass
        if self._library is not None:
            self._library.close()
            self._library = None

    def open_again(self) -> None:
        """Show and learn what a library holds that was made anew."""
        self._is_refused = False
        self.forget_report()
        if self._desk.has_report:
            self.panel.refresh()

    def _opened(self) -> Library | None:
        if self._library is None and not self._is_refused:
            from assistant.workbench import builtin_phrases  # its libraries take a third of a second to load

            try:
                with self._opening:
                    self._library = builtin_phrases.open_own_library()
            except AssistantError as error:
                self._refuse(error)
        return self._library

    def _refuse(self, error: AssistantError) -> None:
        """Leave a library alone that cannot be read, and tell so once."""
        self.close()
        self._is_refused = True
        if error.code == "library.unusable":
            self.rebuild_offered.emit(describe_error(AssistantError("library.damaged", **error.parameters)))
        else:
            self.told.emit(describe_error(error), True)

    def _read(self, look: Callable[[Library], _Found], nothing: _Found) -> _Found:
        """Return what `look` finds in the library, `nothing` where there is none that can be read."""
        library = self._opened()
        if library is None or self.intake.is_at_work:
            return nothing
        from assistant.workbench import phrase_library

        try:
            return phrase_library.read_from(library, look)
        except AssistantError as error:
            self._refuse(error)
            return nothing

    def rebuild(self) -> None:
        """Make a damaged library anew, of what can be read of it."""
        self.close()
        self.intake.rebuild()
        self.open_again()

    def _take_changes(self) -> None:
        self.learn_aside()
        self.panel.refresh()

    def _find(self, query: str, category: str) -> list[Phrase]:
        from assistant.workbench import phrase_library

        section = self._section()

        def look(library: Library) -> list[Phrase]:
            return phrase_library.find_phrases(library, query, section=section, category=category, limit=_MOST_SHOWN)

        return self._read(look, [])

    def _example_of(self, phrase: Phrase) -> str:
        from assistant.workbench import phrase_examples

        return self._read(lambda library: phrase_examples.example_of(library, phrase), "")

    def _insert(self, phrase: Phrase) -> None:
        self._page.insert_text(as_typed(phrase.text))
        self._page.flush()
        self._page.setFocus()
        self._change(lambda library: library.note_use(phrase.id))

    def _pin(self, phrase: Phrase) -> None:
        self._change(lambda library: library.pin_phrase(phrase.id, pinned=not phrase.pinned))
        self.panel.refresh()

    def _drop(self, phrase: Phrase) -> None:
        self._change(lambda library: library.drop_phrase(phrase.id))
        self.panel.refresh()

    def _change(self, change: Callable[[Library], None]) -> None:
        """Change the library; what keeps it from being written is told."""
        if self._library is not None:
            try:
                change(self._library)
            except AssistantError as error:
                self.told.emit(describe_error(error), True)

    def _section(self) -> str:
        """Return the heading above the caret."""
        if not self._desk.has_report:
            return ""
        report, at = self._desk.working.report, self._page.caret_position
        heading = ""
        for paragraph in self._desk.working.paragraphs:
            if paragraph.start > at:
                break
            heading = paragraph.heading_of(report.text) or heading
        return heading

    def _offers(self, before: str) -> list[str]:
        """Return what probably follows, where the clause has begun or the paragraph is empty."""
        clause = re.split("[，。；：！？]", before)[-1]
        if self._learnt is None or (before and len(clause) < _LEAST_TYPED):
            return []
        self._stand_at_caret(self._learnt)
        section = self._section()
        if self.completion.mode == LIST:
            return self._learnt.short_list(before, section)
        likeliest = self._learnt.likeliest(before, section)
        return [likeliest] if likeliest else []

    def _stand_at_caret(self, learnt: Continuations) -> None:
        """Tell completion what stands above the caret, where that is another place than before."""
        block = self._page.textCursor().block()
        place = (block.blockNumber(), self._page.document().blockCount())
        if place == self._place:
            return
        self._place = place
        above = []
        block = self._page.document().begin()
        while block.isValid() and block.blockNumber() < place[0]:
            if block.text().strip():
                above.append(block.text().strip())
            block = block.next()
        learnt.stand_behind(above)

    def _learn(self, paragraph: str) -> None:
        """Learn a paragraph of the report when it has been finished, once."""
        line = paragraph.strip()
        if self._learnt is not None and line and line not in self._learnt_lines:
            self._learnt_lines.add(line)
            self._learnt.learn([line])
            self._place = (-1, -1)

    def _mode_menu(self, files: FileFlow) -> QMenu:
        """Return the menu in which the clerk says how continuations are shown."""
        menu = QMenu(sentence("completion.menu"), self._window)
        group = QActionGroup(menu)
        for mode in (OFF, GREY, LIST):
            action = menu.addAction(sentence(f"completion.{mode}"))
            action.setCheckable(True)
            action.setChecked(mode == files.settings.completion)
            action.setData(mode)
            group.addAction(action)

        def choose(action: QAction) -> None:
            self.completion.set_mode(action.data())
            files.keep_settings(completion=action.data())

        group.triggered.connect(choose)
        return menu
