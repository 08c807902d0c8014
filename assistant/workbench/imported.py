"""The reports that the clerk has taken into her phrase library, and how they are forgotten without a trace."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from assistant.phrases.choices import PhraseChoices, choices_in, take_over
from assistant.phrases.library import open_library
from assistant.report.errors import AssistantError
from assistant.storage.folders import data_folder
from assistant.workbench.builtin_phrases import OWN_LIBRARY, SOURCE_NAME, take_in_builtin

_FRESH = "短语库.new"
_BESIDE = ("-wal", "-shm", "-journal")


def imported_reports() -> tuple[str, ...]:
    """Return the names of the reports in the clerk's library, in the order in which they came.

    Raises:
        AssistantError: `library.unusable`, `folder.unusable`.
    """
    path = data_folder() / OWN_LIBRARY
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
    path = data_folder() / OWN_LIBRARY
    if not path.is_file():
        return
    choices = _choices_at(path)
    if any(_beside(path, ending).exists() for ending in _BESIDE):
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
        for ending in _BESIDE:
            with suppress(OSError):
                _beside(path, ending).unlink()
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
    for one in (path, *(_beside(path, ending) for ending in _BESIDE)):
        with suppress(OSError):
            one.unlink()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
