"""Traces: what the program remembers of reports besides the clerk's own files, and how it is removed."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum

from assistant.report.errors import AssistantError
from assistant.storage.answer_book import AnswerBook, load_answer_book, save_answer_book
from assistant.storage.check_choices import load_check_choices, save_check_choices
from assistant.storage.folders import data_folder, settings_folder
from assistant.storage.json_document import remove_set_aside
from assistant.storage.recovery import bytes_of_unsaved, remove_unsaved, unsaved_copies
from assistant.storage.versions import bytes_of_versions, remove_all_versions


class Trace(StrEnum):
    """A kind of trace."""

    RECENT = "recent"
    VERSIONS = "versions"
    RECOVERY = "recovery"
    LIBRARY = "library"
    LOGS = "logs"
    LEFT_ALONE = "left_alone"
    OWN_WORDS = "own_words"
    ANSWER_BOOK = "answer_book"


OWN_WORK = (Trace.LEFT_ALONE, Trace.OWN_WORDS, Trace.ANSWER_BOOK)
"""What the clerk has put together herself: it serves every later report, and would have to be entered anew."""


def bytes_of(trace: Trace) -> int:
    """Return how much room a kind of trace takes; 0 where that is little or cannot be told."""
    with suppress(AssistantError, OSError):
        if trace is Trace.VERSIONS:
            return bytes_of_versions()
        if trace is Trace.RECOVERY:
            return sum(bytes_of_unsaved(copy.path) for copy in unsaved_copies())
    return 0


def number_of(trace: Trace) -> int:
    """Return how many reports the library, or entries the clerk's own work, consists of; 0 for the others."""
    if trace is Trace.LEFT_ALONE:
        return len(load_check_choices().left_alone)
    if trace is Trace.OWN_WORDS:
        return len(load_check_choices().own)
    if trace is Trace.ANSWER_BOOK:
        return len(load_answer_book().entries())
    if trace is Trace.LIBRARY:
        from assistant.workbench.imported import imported_reports  # phrases are slow to load and seldom forgotten

        with suppress(AssistantError):
            return len(imported_reports())
    return 0


def remove_traces(chosen: Collection[Trace]) -> None:
    """Remove versions, recovery copies of windows that ended, imported reports, logs, and the clerk's own entries.

    Recent files are the settings' business. A library that cannot be changed now leaves the other kinds removed.

    Raises:
        AssistantError: `folder.unusable`, `library.in_use` (path), `library.unusable` (path), and those of writing
            the files of the clerk's own entries.
    """
    if Trace.VERSIONS in chosen:
        remove_all_versions()
    if Trace.RECOVERY in chosen:
        for copy in unsaved_copies():
            remove_unsaved(copy.path)
    if Trace.LOGS in chosen:
        from assistant.storage.logs import remove_old_logs  # not before it is wanted: the start is short

        remove_old_logs()
    _remove_own_work(chosen)
    for folder in (data_folder, settings_folder):
        with suppress(AssistantError):
            remove_set_aside(folder())  # what cannot be read may hold anything
    if Trace.LIBRARY in chosen:
        from assistant.workbench.imported import forget_imported

        forget_imported()


def _remove_own_work(chosen: Collection[Trace]) -> None:
    if Trace.ANSWER_BOOK in chosen:
        save_answer_book(AnswerBook())
    if Trace.LEFT_ALONE in chosen or Trace.OWN_WORDS in chosen:
        choices = load_check_choices()
        kept = replace(
            choices,
            left_alone=() if Trace.LEFT_ALONE in chosen else choices.left_alone,
            own=() if Trace.OWN_WORDS in chosen else choices.own,
        )
        save_check_choices(kept)
