"""A damaged library of the clerk's is made anew: set aside, and what can be read of it taken over."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.phrases.choices import choices_in, take_over
from assistant.phrases.library import Library, files_beside
from assistant.phrases.salvage import salvage_into
from assistant.phrases.search import rank_phrases
from assistant.report.errors import AssistantError
from assistant.workbench.builtin_phrases import SOURCE_NAME, take_in_builtin

_MOST_ASIDE = 1000


@dataclass(frozen=True, slots=True)
class RescuedLibrary:
    """What was found again of a damaged library."""

    reports: int
    """Reports and packs of the clerk's own."""
    phrases: int
    """Phrases that came from these, or that she starred."""


def set_aside(path: Path) -> Path:
    """Give a damaged library another name beside its old one, and return that; nothing of it is lost.

    Raises:
        AssistantError: `library.busy` (path) where another window has it open.
    """
    names = (path.with_name(f"{path.stem}.损坏{number}{path.suffix}") for number in range(1, _MOST_ASIDE))
    aside = next(name for name in names if not name.exists())
    try:
        path.replace(aside)
    except OSError as error:
        raise AssistantError("library.busy", path=str(path)) from error
    for one, other in zip(files_beside(path), files_beside(aside), strict=True):
        with suppress(OSError):
            one.replace(other)
    return aside


def rescue(library: Library, damaged: Path, nameless: str) -> RescuedLibrary:
    """Fill a new library with what can be read of a damaged one, and with the built-in phrases; make it searchable.

    Raises:
        AssistantError: as `telling`, where the new library cannot be written.
    """
    salvage_into(library, damaged, nameless)
    choices = choices_in(library)
    for source, name, _length in library.sources():
        if name == SOURCE_NAME:  # some of it may be lost, and all of it is at hand
            library.remove_source(source)
    take_in_builtin(library)
    take_over(library, choices)
    rank_phrases(library)
    own = [source for source, name, _length in library.sources() if name != SOURCE_NAME]
    marks = ", ".join("?" * len(own))
    query = f"SELECT count(*) FROM phrase WHERE pinned OR id IN (SELECT phrase FROM origin WHERE source IN ({marks}))"
    (phrases,) = library.connection.execute(query, own).fetchone()
    return RescuedLibrary(len(own), phrases)
