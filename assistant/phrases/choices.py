"""What the clerk has decided about phrases, carried from one library file into another that holds them too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.phrases.library import Library, transaction


@dataclass(frozen=True, slots=True)
class PhraseChoices:
    """Stars, uses and dropped phrases by the keys of the phrases."""

    starred: frozenset[str]
    uses: Mapping[str, int]
    dropped: frozenset[str]


def choices_in(library: Library) -> PhraseChoices:
    """Return what was decided in a library."""
    rows = list(library.connection.execute("SELECT key, pinned, used FROM phrase WHERE pinned OR used"))
    return PhraseChoices(
        frozenset(key for key, pinned, _ in rows if pinned),
        {key: used for key, _, used in rows if used},
        frozenset(key for (key,) in library.connection.execute("SELECT key FROM dropped")),
    )


def take_over(library: Library, choices: PhraseChoices) -> None:
    """Decide the same about the phrases that this library holds; of others nothing is noted."""
    with transaction(library.connection) as connection:
        connection.executemany("UPDATE phrase SET pinned = 1 WHERE key = ?", ((key,) for key in choices.starred))
        connection.executemany(
            "UPDATE phrase SET used = ? WHERE key = ?", ((times, key) for key, times in choices.uses.items())
        )
        keys = [(key,) for key in choices.dropped]
        connection.executemany("INSERT OR IGNORE INTO dropped SELECT key FROM phrase WHERE key = ?", keys)
        connection.executemany("DELETE FROM phrase WHERE key = ?", keys)
        connection.execute("UPDATE state SET value = value + 1 WHERE name = 'changed'")
