"""The reports that the clerk has taken into her phrase library, and how they are forgotten without a trace."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from assistant.phrases.choices import PhraseChoices, choices_in, take_over
from assistant.phrases.library import files_beside, open_library
from assistant.report.errors import AssistantError
from assistant.workbench.builtin_phrases import SOURCE_NAME, own_library_path, take_in_builtin

_FRESH = "短语库.new"


def imported_reports() -> tuple[str, ...]:
    """Return the names of the reports in the clerk's library, in the order in which they came.

    Raises:
        AssistantError: `library.unusable`, `folder.unusable`.
    """
    path = own_library_path()
    if not path.is_file():
        return ()
    library = open_library(path)
    try:
        return tuple(name for _, name, _ in library.sources() if name != SOURCE_NAME)
    finally:
        library.close()


def forget_imported() -> None:
    """Make the clerk's library anew, of the built-in phrases alone with her stars; nobody else may have it open.

    A new file, because a removed row leaves its words in the old one. A library that cannot be read is removed too.

    Raises:
        AssistantError: `library.in_use` (path) where another window has it open; it is as it was.
    """
    path = own_library_path()
    if not path.is_file():
        return
    choices = _choices_at(path)
    if any(one.exists() for one in files_beside(path)):
        # what another window has written beside the file would be taken for changes of the new one
        raise AssistantError("library.in_use", path=str(path))
    fresh = _made_anew(path.with_name(_FRESH), choices)
    try:
        fresh.replace(path)
    except OSError as error:
        _remove(fresh)
        raise AssistantError("library.in_use", path=str(path)) from error


def _choices_at(path: Path) -> PhraseChoices:
    """Return what was decided in a library; closing it writes back what stands beside the file."""
    try:
        library = open_library(path)
    except AssistantError:
        for one in files_beside(path):
            with suppress(OSError):
                one.unlink()
        return PhraseChoices(frozenset(), {}, frozenset())
    try:
        return choices_in(library)
    finally:
        library.close()


def _made_anew(path: Path, choices: PhraseChoices) -> Path:
    _remove(path)
    library = open_library(path)
    try:
        take_in_builtin(library)
        take_over(library, choices)
    finally:
        library.close()
    return path


def _remove(path: Path) -> None:
    for one in (path, *files_beside(path)):
        with suppress(OSError):
            one.unlink()
