"""Salvage: what can still be read of a damaged library file, row by row, is taken over into a new one.

Damage is met in pages: behind a row that cannot be read the next ones are looked for in growing steps. Rows that
belong to lost ones go; paragraphs whose report is lost are kept under a name of their own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from assistant.phrases.faults import FAULTS
from assistant.phrases.library import Library, transaction

_FARTHEST_STEP = 1 << 24
_UNREADABLE = "\ufffd"
_TABLES: dict[str, dict[str, type]] = {
    "source": {"id": int, "name": str, "digest": str, "length": int},
    "paragraph": {"rowid": int, "source": int, "text": str},
    "phrase": {"id": int, "text": str, "key": str, "category": str, "points": float, "pinned": int, "used": int},
    "origin": {"phrase": int, "source": int, "section": str, "times": int},
}
"""Tables with their columns; the first one is the number by which the rows are ordered."""
_TIDIED = (
    "INSERT OR IGNORE INTO source (id, name, digest, length) "
    "SELECT source, :name || ' ' || source, 'salvaged ' || source, sum(length(text)) FROM paragraph "
    "WHERE source NOT IN (SELECT id FROM source) GROUP BY source",
    "DELETE FROM origin WHERE phrase NOT IN (SELECT id FROM phrase) OR source NOT IN (SELECT id FROM source)",
    "DELETE FROM phrase WHERE pinned = 0 AND id NOT IN (SELECT phrase FROM origin)",
    "UPDATE state SET value = value + 1 WHERE name = 'changed'",
)


def salvage_into(library: Library, damaged: Path, nameless: str) -> None:
    """Take over what can be read of a damaged file into a new, empty library; the file is not written to.

    `nameless` is the name of reports whose own name is lost. Nothing is taken over from what is no library at all.

    Raises:
        AssistantError: as `telling`, where the new library cannot be written.
    """
    connection = library.connection
    connection.execute("PRAGMA foreign_keys = OFF")  # rows come in any order
    try:
        with closing(_opened(damaged)) as source, transaction(connection):
            for table, columns in _TABLES.items():
                marks = ", ".join("?" * len(columns))
                insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"
                connection.executemany(insert, _rows(source, table, columns))
            connection.executemany("INSERT OR IGNORE INTO dropped VALUES (?)", _keys(source))
            for statement in _TIDIED:
                connection.execute(statement, {"name": nameless} if ":name" in statement else {})
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _opened(damaged: Path) -> sqlite3.Connection:
    source = sqlite3.connect(f"file:{quote(str(damaged))}?mode=ro", uri=True)
    source.text_factory = lambda text: text.decode("utf-8", "replace")
    return source


def _rows(source: sqlite3.Connection, table: str, columns: Mapping[str, type]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table that can be read, in the order of their number."""
    number = next(iter(columns))
    query = f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED WHERE {number} > ? ORDER BY {number}"
    last, step = -1, 0
    while step <= _FARTHEST_STEP:
        try:
            for row in source.execute(query, (last + step,)):
                if _is_readable(row, columns.values()) and row[0] >= last:
                    last, step = row[0], 0
                    yield row
        except FAULTS:
            step = 2 * step + 1
        else:
            return


def _keys(source: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """Yield the keys of dropped phrases, from the beginning and from the end as far as they can be read."""
    for order in ("", "DESC"):
        try:
            rows = source.execute(f"SELECT key FROM dropped ORDER BY key {order}")
            yield from (row for row in rows if _is_readable(row, (str,)))
        except FAULTS:
            continue
        return


def _is_readable(row: tuple[Any, ...], types: Iterable[type]) -> bool:
    """Tell whether a row holds what its table is made for; damaged pages may tell anything."""
    return all(
        isinstance(value, wanted) and not (isinstance(value, str) and _UNREADABLE in value)
        for value, wanted in zip(row, types, strict=True)
    )
