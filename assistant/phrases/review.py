"""Review: what the clerk decides about phrases after an import: keep, drop, star, other words, another category."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.phrases.forms import CATEGORIES
from assistant.phrases.library import Library, Phrase, digest_of, key_of, transaction

EDITED = "自己修改的短语"
"""Name of the source of phrases whose words or category the clerk has changed; they stay when their report goes."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided about one phrase; what is left None stays as it is."""

    phrase: int
    """Its id."""
    is_kept: bool = True
    pinned: bool | None = None
    text: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source of the library as it is listed."""

    id: int
    name: str
    length: int
    """Characters of the report."""
    phrases: int
    """Phrases that came from it."""


def decide(library: Library, decisions: Iterable[Decision]) -> None:
    """Carry out decisions, all or none; dropped phrases and the old words of changed ones are not learnt again."""
    with transaction(library.connection) as connection:
        for decision in decisions:
            if not decision.is_kept:
                _drop(connection, decision.phrase)
                continue
            if decision.pinned is not None:
                values = (int(decision.pinned), decision.phrase)
                connection.execute("UPDATE phrase SET pinned = ? WHERE id = ?", values)
            if decision.text is not None or decision.category is not None:
                _change(connection, decision)
        connection.execute("UPDATE state SET value = value + 1 WHERE name = 'changed'")


def phrases_new_in(library: Library, sources: Sequence[int], limit: int) -> list[Phrase]:
    """Return the best phrases that only these sources have; the library must be ranked."""
    marks = ", ".join("?" * len(sources))
    rows = library.connection.execute(
        "SELECT phrase.id, phrase.text, phrase.category, listed.score, phrase.pinned, "
        "(SELECT section FROM origin WHERE origin.phrase = phrase.id LIMIT 1) "
        "FROM listed JOIN phrase ON phrase.id = listed.phrase "
        f"WHERE EXISTS (SELECT 1 FROM origin WHERE origin.phrase = phrase.id AND source IN ({marks})) "
        f"AND NOT EXISTS (SELECT 1 FROM origin WHERE origin.phrase = phrase.id AND source NOT IN ({marks})) "
        "ORDER BY listed.rank LIMIT ?",
        (*sources, *sources, limit),
    )
    return [Phrase(row[0], row[1], row[2], row[3], (("", row[5]),), bool(row[4])) for row in rows]


def sources_of(library: Library) -> list[SourceEntry]:
    """Return the sources with the number of their phrases, in the order in which they came."""
    rows = library.connection.execute(
        "SELECT id, name, length, (SELECT count(*) FROM origin WHERE origin.source = source.id) FROM source ORDER BY id"
    )
    return [SourceEntry(*row) for row in rows]


def _drop(connection: sqlite3.Connection, phrase: int) -> None:
    connection.execute("INSERT OR IGNORE INTO dropped SELECT key FROM phrase WHERE id = ?", (phrase,))
    connection.execute("DELETE FROM phrase WHERE id = ?", (phrase,))


def _change(connection: sqlite3.Connection, decision: Decision) -> None:
    """Give a phrase other words or another category; where the words are known already, the two become one."""
    row = connection.execute(
        "SELECT key, text, category, pinned FROM phrase WHERE id = ?", (decision.phrase,)
    ).fetchone()
    if row is None:
        return
    old_key, old_text, old_category, pinned = row
    text = " ".join((decision.text or "").split()) or old_text
    category = decision.category if decision.category in CATEGORIES else old_category
    key, phrase = key_of(text), decision.phrase
    same = connection.execute("SELECT id FROM phrase WHERE key = ? AND id <> ?", (key, phrase)).fetchone()
    if key != old_key:
        connection.execute("INSERT OR IGNORE INTO dropped VALUES (?)", (old_key,))
        connection.execute("DELETE FROM dropped WHERE key = ?", (key,))
    if same is not None:
        connection.execute("DELETE FROM phrase WHERE id = ?", (phrase,))
        phrase = same[0]
        connection.execute("UPDATE phrase SET pinned = max(pinned, ?) WHERE id = ?", (pinned, phrase))
    values = (text, key, category, phrase)
    connection.execute("UPDATE phrase SET text = ?, key = ?, category = ? WHERE id = ?", values)
    connection.execute("INSERT OR IGNORE INTO origin VALUES (?, ?, '', 1)", (phrase, _edited_source(connection)))


def _edited_source(connection: sqlite3.Connection) -> int:
    connection.execute(
        "INSERT OR IGNORE INTO source (name, digest, length) VALUES (?, ?, 0)", (EDITED, digest_of(EDITED))
    )
    found = connection.execute("SELECT id FROM source WHERE digest = ?", (digest_of(EDITED),)).fetchone()
    return int(found[0])
