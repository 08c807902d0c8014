"""Taking the clerk's own reports and her colleagues' packs into the phrase library, and removing them again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from assistant.report.errors import AssistantError
from assistant.window.dialog_parts import may_be_written, patterns, pressed_button
from assistant.window.language import tr
from assistant.window.library_work import LibraryWork
from assistant.window.start_folder import documents_folder
from assistant.workbench.opening import SUFFIXES
from assistant.workbench.sentences import describe_error, sentence

if TYPE_CHECKING:
    from assistant.workbench.phrases_shown import Library, Phrase

_PACKS = "短语包 (*.duanyu)"
_MOST_REVIEWED = 500
_MOST_NAMED = 6
"""Files that are told by name where they could not be taken in."""
_Result = TypeVar("_Result")


@dataclass(slots=True)
class _Sum:
    """What an import came to."""

    taken: int = 0
    known: int = 0
    phrases: int = 0
    problems: dict[str, str] = field(default_factory=dict)
    """By the name of the file that was not taken in."""
    left: int = 0
    """Files that were not looked at, because the clerk gave it up."""

    @property
    def told(self) -> str:
        """The sum in words."""
        words = sentence("phrases.imported", count=self.taken, phrases=self.phrases)
        if self.known:
            words += sentence("phrases.known", count=self.known)
        if self.left:
            words = sentence("phrases.given_up", count=self.left) + words
        if self.problems:
            first, *others = self.problems
            words += sentence("phrases.failed", count=len(self.problems), problem=self.problems[first])
            if others:
                words += sentence("phrases.failed_too", names=_listed(others))
        return words


class PhraseIntake(QObject):
    """Imports with progress, lets the result be reviewed, lists and removes sources.

    `library` opens the library, or gives None where it cannot be used.

    Signals:
        told: a sentence for the notice bar (str, bool: whether it is an error).
        library_changed: phrases came or went.
    """

    told = Signal(str, bool)
    library_changed = Signal()

    def __init__(self, window: QWidget, library: Callable[[], Library | None]) -> None:
        super().__init__(window)
        self._window, self._library = window, library
        self.is_at_work = False
        """Whether the library is being changed by another thread."""

    def choose_files(self) -> None:
        """Let the clerk choose reports, and take their phrases into the library."""
        title, kinds = sentence("sources.import"), tr("报告 ({kinds})", kinds=patterns(SUFFIXES))
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(documents_folder()), kinds)
        if names:
            self.import_paths([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Let the clerk choose a folder, and take the phrases of its reports into the library."""
        name = QFileDialog.getExistingDirectory(self._window, sentence("sources.folder"), str(documents_folder()))
        if name:
            self.import_paths([Path(name)])

    def import_paths(self, paths: list[Path]) -> None:
        """Take reports, folders and packs into the library one by one; what was taken in stays when she cancels."""
        from assistant.workbench import phrase_library, phrase_packs

        library = self._library()
        if library is None or self.is_at_work:
            return
        packs = [path for path in paths if path.suffix.lower() == phrase_packs.PACK_SUFFIX]
        for pack in packs:
            self._take_pack(library, pack)
        files = phrase_library.report_files([path for path in paths if path not in packs])
        if files:
            self._take_reports(library, files)
        elif not packs:
            self.told.emit(sentence("phrases.no_files"), False)

    def _take_reports(self, library: Library, files: list[Path]) -> None:
        from assistant.workbench import phrase_examples, phrase_review

        work: LibraryWork[tuple[_Sum, list[Phrase]]] = LibraryWork(
            self._window, sentence("phrases.importing"), steps=len(files) + 1, can_be_given_up=True
        )
        try:
            total, found = self._worked(library, work, lambda own: _mined(own, files, work))
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            self.library_changed.emit()
            return
        self.told.emit(total.told, bool(total.problems))
        if found:
            from assistant.window.phrase_review_dialog import PhraseReviewDialog

            dialog = PhraseReviewDialog(
                self._window, found, total.told, lambda phrase: phrase_examples.example_of(library, phrase)
            )
            if dialog.exec() == QDialog.DialogCode.Accepted and (decisions := dialog.decisions):
                self._sorted(library, lambda own: phrase_review.decide_and_rank(own, decisions))
            dialog.deleteLater()
        self.library_changed.emit()  # last: what learns anew on another thread then would slow the review down

    def _sorted(self, library: Library, change: Callable[[Library], None]) -> None:
        """Change the library and put it in order, beside the window."""
        work: LibraryWork[None] = LibraryWork(self._window, sentence("phrases.sorting"))
        try:
            self._worked(library, work, change)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)

    def _worked(self, library: Library, work: LibraryWork[_Result], action: Callable[[Library], _Result]) -> _Result:
        self.is_at_work = True
        try:
            return work.run(library.path, action)
        finally:
            self.is_at_work = False

    def _take_pack(self, library: Library, path: Path) -> None:
        from assistant.workbench import phrase_packs

        work: LibraryWork[tuple[bool, int]] = LibraryWork(self._window, sentence("phrases.importing"))
        try:
            is_new, count = self._worked(library, work, lambda own: phrase_packs.take_pack(own, path))
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        told = "pack.taken" if is_new else "pack.known"
        self.told.emit(sentence(told, name=path.stem, count=count), False)
        self.library_changed.emit()

    def rebuild(self) -> None:
        """Make a damaged library anew of what can be read of it; nobody may have it open."""
        from assistant.workbench import builtin_phrases, rescued_library

        work: LibraryWork[rescued_library.RescuedLibrary] = LibraryWork(self._window, sentence("library.rebuilding"))
        self.is_at_work = True
        try:
            path = builtin_phrases.own_library_path()
            aside = rescued_library.set_aside(path)
            nameless = sentence("library.nameless")
            found = work.run(path, lambda own: rescued_library.rescue(own, aside, nameless))
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        finally:
            self.is_at_work = False
        words = sentence("library.rebuilt", reports=found.reports, phrases=found.phrases, path=aside)
        self.told.emit(words, False)

    def choose_pack(self) -> None:
        """Let the clerk choose packs, and take them in."""
        folder = str(documents_folder())
        names, _ = QFileDialog.getOpenFileNames(self._window, sentence("sources.pack"), folder, tr(_PACKS))
        if names:
            self.import_paths([Path(name) for name in names])

    def export_pack(self, sources: list[int], path: Path) -> None:
        """Write the phrases of sources as a pack."""
        from assistant.workbench import phrase_packs

        library = self._library()
        if library is None:
            return
        try:
            phrase_packs.write_pack(library, sources, path)
        except AssistantError as error:
            self.told.emit(describe_error(error), True)
            return
        self.told.emit(sentence("pack.written", path=path), False)

    def remove(self, sources: list[int]) -> None:
        """Remove sources with all that came from them."""
        from assistant.workbench import phrase_review

        library = self._library()
        if library is None or self.is_at_work:
            return
        self._sorted(library, lambda own: phrase_review.remove_sources(own, sources))
        self.library_changed.emit()

    def show_sources(self) -> None:
        """Show the sources of the library."""
        from assistant.window.phrase_sources_dialog import PhraseSourcesDialog
        from assistant.workbench import builtin_phrases, phrase_review

        library = self._library()
        if library is None:
            return
        dialog = PhraseSourcesDialog(self._window, builtin_phrases.SOURCE_NAME)

        def refresh() -> None:
            dialog.show_sources(phrase_review.sources_of(library))

        dialog.import_requested.connect(self.choose_files)
        dialog.folder_requested.connect(self.choose_folder)
        dialog.pack_requested.connect(self.choose_pack)
        dialog.export_requested.connect(self._ask_and_export)
        dialog.remove_requested.connect(lambda sources: self._ask_and_remove(dialog, sources))
        self.library_changed.connect(refresh)
        refresh()
        dialog.exec()
        self.library_changed.disconnect(refresh)
        dialog.deleteLater()

    def _ask_and_export(self, sources: list[int]) -> None:
        suggestion = str(documents_folder() / sentence("pack.name"))
        name, _ = QFileDialog.getSaveFileName(self._window, sentence("sources.export"), suggestion, tr(_PACKS))
        if not name:
            return
        from assistant.workbench.exporting import path_with  # not before it is wanted: the start is short
        from assistant.workbench.phrase_packs import PACK_SUFFIX

        path = path_with(Path(name), PACK_SUFFIX)
        if may_be_written(self._window, path, name):
            self.export_pack(sources, path)

    def _ask_and_remove(self, dialog: QDialog, sources: list[int]) -> None:
        box = QMessageBox(dialog)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(sentence("sources.title"))
        box.setText(sentence("sources.ask", count=len(sources)))
        remove = box.addButton(sentence("sources.remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        if pressed_button(box) is remove:
            self.remove(sources)


def _told_of(files: list[Path], done: int) -> str:
    """Return what is being done once so many files are."""
    if done == len(files):
        return sentence("phrases.sorting")
    return sentence("phrases.importing_file", number=done + 1, total=len(files), name=files[done].name)


def _listed(names: list[str]) -> str:
    listed = tr("、").join(names[:_MOST_NAMED])
    return listed + ("…" if len(names) > _MOST_NAMED else "")


def _mined(
    library: Library, files: list[Path], work: LibraryWork[tuple[_Sum, list[Phrase]]]
) -> tuple[_Sum, list[Phrase]]:
    """Take reports in, on the thread of the work; return what came of it and the best new phrases."""
    from assistant.workbench import phrase_library, phrase_review

    total = _Sum()
    before = {source for source, _name, _length in library.sources()}
    work.tell(0, _told_of(files, 0))
    for number, mined in enumerate(phrase_library.mine_files(library, files, lambda: work.is_given_up), 1):
        total.taken += mined.is_new
        total.phrases += mined.phrases if mined.is_new else 0
        total.known += not mined.is_new and mined.error is None
        if mined.error is not None:
            total.problems[mined.path.name] = describe_error(mined.error)
        work.tell(number, _told_of(files, number))
    total.left = len(files) - total.taken - total.known - len(total.problems)
    phrase_library.finish_mining(library)
    new = [source for source, _name, _length in library.sources() if source not in before]
    return total, phrase_review.phrases_new_in(library, new, _MOST_REVIEWED) if new else []
