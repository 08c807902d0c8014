"""The library file: phrases with their sources, and the text that completion learns from, in one SQLite file.

A file of reports is taken in as one transaction each, so that a process killed in between leaves the library
complete up to the last finished file. The list by rank and the index for searching are made anew where they are
older than the phrases; stars and uses do not make them older, for at a million phrases that takes half a minute:
search looks at starred and used phrases besides.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.phrases.faults import FAULTS, code_of, file_of, telling
from assistant.phrases.mine import Mined
from assistant.report.errors import AssistantError

VERSION = 3
_APPLICATION = 0x62676479
_MARKS = re.compile(r"[，。；：、！？“”‘’《》（）()\s]+")
_SCHEMA = """
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, length INTEGER NOT NULL);
CREATE TABLE paragraph (source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, text TEXT NOT NULL);
CREATE INDEX paragraph_source ON paragraph (source);
CREATE TABLE phrase (id INTEGER PRIMARY KEY, text TEXT NOT NULL, key TEXT NOT NULL UNIQUE, category TEXT NOT NULL,
  points REAL NOT NULL, pinned INTEGER NOT NULL DEFAULT 0, used INTEGER NOT NULL DEFAULT 0);
CREATE TABLE origin (phrase INTEGER NOT NULL REFERENCES phrase ON DELETE CASCADE,
  source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE, section TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (phrase, source)) WITHOUT ROWID;
CREATE INDEX origin_source ON origin (source);
CREATE TABLE dropped (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE listed (rank INTEGER PRIMARY KEY, phrase INTEGER NOT NULL, score REAL NOT NULL);
CREATE VIRTUAL TABLE found USING fts5 (characters, letters, category, content = '', prefix = '1');
INSERT INTO state VALUES ('changed', 0), ('ranked', 0);
"""
_TOUCHED = "CREATE INDEX IF NOT EXISTS phrase_touched ON phrase (id) WHERE pinned = 1 OR used > 0"
# The first programs kept an example of every phrase, which is now looked up in the reports; categories were not found.
_NEW_INDEX = (
    "DROP TABLE found",
    next(statement for statement in _SCHEMA.split(";\n") if "fts5" in statement),
    "UPDATE state SET value = -1 WHERE name = 'ranked'",
)
_STATEMENTS = {
    0: tuple(statement for statement in _SCHEMA.split(";\n") if statement.strip()),
    1: ("ALTER TABLE phrase DROP COLUMN example", *_NEW_INDEX),
    2: _NEW_INDEX,
}
"""What makes a library of this version out of a new file and out of those of earlier ones."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the library as it is shown."""

    id: int
    text: str
    category: str
    score: float
    sources: tuple[tuple[str, str], ...]
    """(name of the file, heading of the section) of each report it was found in."""
    pinned: bool = False


class Library:
    """An open library file; used by the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take over an open connection; `open_library` makes one."""
        self.connection = connection

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return file_of(self.connection)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def has_source(self, digest: str) -> bool:
        """Tell whether a report with this text was taken in already."""
        return self.connection.execute("SELECT 1 FROM source WHERE digest = ?", (digest,)).fetchone() is not None

    def has_source_named(self, name: str, text: str) -> bool:
        """Tell whether the text was taken in under this name."""
        query = "SELECT 1 FROM source WHERE name = ? AND digest = ?"
        return self.connection.execute(query, (name, digest_of(text))).fetchone() is not None

    def add_report(self, name: str, text: str, lines: Iterable[str], mined: Sequence[Mined]) -> bool:
        """Take in one report, whole or not at all; return whether it was new.

        `lines` are its paragraphs, `mined` its phrases. Phrases that the clerk dropped are passed over.
        """
        digest = digest_of(text)
        if self.has_source(digest):
            return False
        found = _by_key(mined)
        with transaction(self.connection) as connection:
            values = (name, digest, len(text))
            source = connection.execute("INSERT INTO source (name, digest, length) VALUES (?, ?, ?)", values).lastrowid
            connection.executemany("INSERT INTO paragraph VALUES (?, ?)", ((source, line) for line in lines))
            for key in found.keys() & _dropped(connection):
                del found[key]
            _add_phrases(connection, int(source or 0), found)
            connection.execute("UPDATE state SET value = value + 1 WHERE name = 'changed'")
        return True

    def add_repeated(self, mined: Mapping[int, Sequence[Mined]]) -> None:
        """Add phrases that were found by comparing reports, by the id of the report; known ones are left alone."""
        with transaction(self.connection) as connection:
            dropped = _dropped(connection)
            for source, phrases in mined.items():
                rows = [(one, key_of(one.text)) for one in phrases]
                rows = [(one, key) for one, key in rows if key not in dropped]
                connection.executemany(
                    "INSERT OR IGNORE INTO phrase (text, key, category, points) VALUES (?, ?, ?, ?)",
                    ((one.text, key, one.category, one.points) for one, key in rows),
                )
                connection.executemany(
                    "INSERT OR IGNORE INTO origin SELECT id, ?, ?, ? FROM phrase WHERE key = ?",
                    ((source, one.section, one.times, key) for one, key in rows),
                )
            connection.execute("UPDATE state SET value = value + 1 WHERE name = 'changed'")

    def remove_source(self, source: int) -> None:
        """Remove a report, and every phrase that came from it alone and is not pinned."""
        with transaction(self.connection) as connection:
            connection.execute("DELETE FROM source WHERE id = ?", (source,))
            connection.execute(
                "DELETE FROM phrase WHERE pinned = 0 AND NOT EXISTS (SELECT 1 FROM origin WHERE phrase = phrase.id)"
            )
            connection.execute("UPDATE state SET value = value + 1 WHERE name = 'changed'")

    def drop_phrase(self, phrase: int) -> None:
        """Take a phrase out for good: it is not learnt again."""
        with transaction(self.connection) as connection:
            connection.execute("INSERT OR IGNORE INTO dropped SELECT key FROM phrase WHERE id = ?", (phrase,))
            connection.execute("DELETE FROM phrase WHERE id = ?", (phrase,))

    def pin_phrase(self, phrase: int, *, pinned: bool) -> None:
        """Set or take away the star of a phrase; starred ones come first."""
        with transaction(self.connection) as connection:
            connection.execute("UPDATE phrase SET pinned = ? WHERE id = ?", (int(pinned), phrase))

    def note_use(self, phrase: int) -> None:
        """Count that the clerk took a phrase; what is used comes earlier."""
        with transaction(self.connection) as connection:
            connection.execute("UPDATE phrase SET used = used + 1 WHERE id = ?", (phrase,))

    def sources(self) -> list[tuple[int, str, int]]:
        """Return (id, name, characters) of the reports taken in, in the order in which they came."""
        return list(self.connection.execute("SELECT id, name, length FROM source ORDER BY id"))

    def text_of(self, source: int) -> str:
        """Return the paragraphs of a report, one a line."""
        rows = self.connection.execute("SELECT text FROM paragraph WHERE source = ? ORDER BY rowid", (source,))
        return "\n".join(text for (text,) in rows)

    def sources_of(self, phrase: int) -> list[tuple[int, str]]:
        """Return (id, name) of the reports that a phrase was found in, the newest first."""
        query = "SELECT id, name FROM source WHERE id IN (SELECT source FROM origin WHERE phrase = ?) ORDER BY id DESC"
        return list(self.connection.execute(query, (phrase,)))

    def paragraphs(self, most: int, *, without: str = "") -> Iterator[tuple[int, list[str]]]:
        """Yield id and paragraphs of each report, the newest reports of `most` characters together, oldest first.

        Of a newest report that is longer by itself, so much of its beginning. Sources named `without` are left out.
        """
        chosen: list[int] = []
        total = 0
        query = "SELECT id, length FROM source WHERE name <> ? ORDER BY id DESC"
        for source, length in self.connection.execute(query, (without,)):
            if chosen and total + length > most:
                break
            chosen.append(source)
            total += length
        for source in reversed(chosen):
            text = self.text_of(source)
            end = len(text) if len(text) <= most else max(text.rfind("\n", 0, most), 0) or most
            yield source, text[:end].split("\n")

    def is_ranked(self) -> bool:
        """Tell whether the ranked list is as new as the phrases."""
        states = dict(self.connection.execute("SELECT name, value FROM state"))
        return bool(states["ranked"] == states["changed"])

    def count(self) -> int:
        """Return how many phrases there are, with those that are not good enough to be listed."""
        return int(self.connection.execute("SELECT count(*) FROM phrase").fetchone()[0])

    def count_listed(self) -> int:
        """Return how many phrases a search can find; the library must be ranked."""
        return int(self.connection.execute("SELECT count(*) FROM listed").fetchone()[0])


def open_library(path: Path) -> Library:
    """Open a library file, or make one; a file that could not be made a library is taken away again.

    Raises:
        AssistantError: `library.unusable` where it is no library, is damaged, or cannot be written, `library.newer`
            where a later program made it; else as `telling`.
    """
    is_new = not path.exists()
    try:
        connection = sqlite3.connect(path, isolation_level=None, timeout=20)
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            if is_new:
                _take_away(path)
            raise
    except FAULTS as error:
        code = code_of(error)
        raise AssistantError(code if code == "file.no_space" else "library.unusable", path=str(path)) from error
    return Library(connection)


def files_beside(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may keep beside a library: what is not written back to it yet."""
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))


def _take_away(path: Path) -> None:
    for one in (path, *files_beside(path)):
        with suppress(OSError):
            one.unlink()


def digest_of(text: str) -> str:
    """Return what tells one report's text from another's."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def key_of(phrase: str) -> str:
    """Return what a phrase has in common with its variants: its text without punctuation."""
    return _MARKS.sub("", phrase)


def _keys_of(phrases: Sequence[str]) -> list[str]:
    """Return the keys of phrases, all in one go."""
    keys = _MARKS.sub("", "\0".join(phrases)).split("\0") if phrases else []
    return keys if len(keys) == len(phrases) else [key_of(phrase) for phrase in phrases]


def _prepare(connection: sqlite3.Connection) -> None:
    # a library may come from anybody: what its tables are made with does nothing but hold them
    connection.execute("PRAGMA trusted_schema = OFF")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    is_empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if version > VERSION and connection.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION:
        raise AssistantError("library.newer", path=str(file_of(connection)))
    if version > VERSION or (version == 0 and not is_empty):
        raise sqlite3.DatabaseError("not a library of this version")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # In kilobytes and pages: a large import looks up keys all over the file and writes the same pages again.
    connection.execute("PRAGMA cache_size = -32000")
    connection.execute("PRAGMA wal_autocheckpoint = 8000")
    if version == VERSION:
        return
    with transaction(connection):
        for statement in _STATEMENTS[version]:
            connection.execute(statement)
        connection.execute(_TOUCHED)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Do several changes of the file together or not at all.

    Raises:
        AssistantError: as `telling`.
    """
    with telling(file_of(connection)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk may have ended it
                connection.execute("ROLLBACK")
            raise


def _dropped(connection: sqlite3.Connection) -> set[str]:
    return {key for (key,) in connection.execute("SELECT key FROM dropped")}


def _by_key(mined: Iterable[Mined]) -> dict[str, Mined]:
    """Return phrases by their keys: variants are one phrase, found as often as all of them."""
    found: dict[str, Mined] = {}
    phrases = list(mined)
    for one, key in zip(phrases, _keys_of([one.text for one in phrases]), strict=True):
        known = found.get(key)
        if known is not None:
            times, points = known.times + one.times, max(known.points, one.points)
            one = known._replace(times=times, points=points)
        found[key] = one
    return found


def _add_phrases(connection: sqlite3.Connection, source: int, found: Mapping[str, Mined]) -> None:
    keys = json.dumps(list(found))
    # looked up one by one: a list of half a million keys to look in takes a second to make
    query = "SELECT phrase.key, phrase.id, points FROM json_each(?) CROSS JOIN phrase ON phrase.key = json_each.value"
    known = {key: (phrase, points) for key, phrase, points in connection.execute(query, (keys,))}
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM phrase").fetchone()
    new = [(last + number, key) for number, key in enumerate((key for key in found if key not in known), 1)]
    connection.executemany(
        "INSERT INTO phrase (id, text, key, category, points) VALUES (?, ?, ?, ?, ?)",
        ((phrase, (one := found[key]).text, key, one.category, one.points) for phrase, key in new),
    )
    connection.executemany(
        "UPDATE phrase SET points = ? WHERE id = ?",
        ((found[key].points, phrase) for key, (phrase, points) in known.items() if found[key].points > points),
    )
    ids = sorted([*((phrase, key) for key, (phrase, _points) in known.items()), *new])
    connection.executemany(
        "INSERT INTO origin (phrase, source, section, times) VALUES (?, ?, ?, ?)",
        ((phrase, source, (one := found[key]).section, one.times) for phrase, key in ids),
    )
