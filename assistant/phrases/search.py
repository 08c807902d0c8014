"""Search: phrases by any part of their text, several words, or initials of their pinyin, best first.

The index holds one token a character, in the order of rank, so that the first hits are the best ones (measured at
a million phrases).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

from assistant.phrases.initials import initials_of
from assistant.phrases.library import Library, Phrase, transaction
from assistant.phrases.ranking import listing_floor, rank_score, section_fit

_LATIN = re.compile(r"[A-Za-z]+")
# Stands behind the last letter, so that it begins a pair too.
_END = "0"
_TOKEN = re.compile(r"\w")
# Hits that are compared by how well they fit the section.
_COMPARED = 200
_SELECT = (
    "SELECT phrase.id, phrase.text, phrase.category, listed.score, phrase.example, phrase.pinned "
    "FROM listed JOIN phrase ON phrase.id = listed.phrase "
)


def rank_phrases(library: Library) -> None:
    """Make the ranked list and the search index anew, where phrases have changed since they were made."""
    connection = library.connection
    with transaction(connection):
        if library.is_ranked():
            return
        connection.create_function("rank_score", 5, rank_score, deterministic=True)
        connection.execute("DELETE FROM listed")
        connection.execute(
            "INSERT INTO listed (phrase, score) "
            "SELECT phrase.id, rank_score(points, coalesce(sum(times), 1), count(*), pinned, used) AS score "
            "FROM phrase LEFT JOIN origin ON origin.phrase = phrase.id GROUP BY phrase.id "
            "HAVING score >= ? ORDER BY score DESC, length(text), text",
            (listing_floor(),),
        )
        connection.execute("INSERT INTO found (found) VALUES ('delete-all')")
        connection.executemany("INSERT INTO found (rowid, characters, letters) VALUES (?, ?, ?)", _tokens(connection))
        connection.execute(
            "UPDATE state SET value = (SELECT value FROM state WHERE name = 'changed') WHERE name = 'ranked'"
        )


def search_phrases(
    library: Library, query: str, *, section: str = "", category: str = "", limit: int = 20
) -> list[Phrase]:
    """Return the best phrases that hold every word of the query; all where it is empty.

    Words are parted by spaces; a word of Latin letters is looked for in the initials too. Phrases that were found
    under headings like `section` come first.
    """
    rank_phrases(library)
    match = _match_of(query)
    if match is None and query.strip():
        return []
    phrases = _matching(library, match, section=section, category=category, limit=limit)
    if not phrases and _LATIN.fullmatch(query.strip()):
        # dsjy: the initials of 党史学习教育 with some left out
        scattered = _match_of(" ".join(query.strip()))
        wanted = re.compile(".*".join(query.strip().lower()))
        found = _matching(library, scattered, section=section, category=category, limit=_COMPARED)
        phrases = [phrase for phrase in found if wanted.search(initials_of(phrase.text))]
    return phrases[:limit]


def _matching(library: Library, match: str | None, *, section: str, category: str, limit: int) -> list[Phrase]:
    where: list[str] = []
    values: list[str | int] = []
    if match:
        where.append("listed.rank IN (SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid LIMIT ?)")
        values += [match, -1 if category else max(limit, _COMPARED) if section else limit]
    if category:
        where.append("phrase.category = ?")
        values.append(category)
    clause = f"WHERE {' AND '.join(where)} " if where else ""
    values.append(max(limit, _COMPARED) if section else limit)
    rows = library.connection.execute(f"{_SELECT}{clause}ORDER BY listed.rank LIMIT ?", values).fetchall()
    phrases = [_phrase(library.connection, row) for row in rows]
    if section:
        phrases.sort(key=lambda phrase: -phrase.score - section_fit(section, phrase.sources))
    return phrases


def _phrase(connection: sqlite3.Connection, row: tuple[int, str, str, float, str, int]) -> Phrase:
    sources = connection.execute(
        "SELECT source.name, origin.section FROM origin JOIN source ON source.id = origin.source "
        "WHERE origin.phrase = ? ORDER BY source.id LIMIT 20",
        (row[0],),
    )
    return Phrase(row[0], row[1], row[2], round(row[3], 3), tuple(sources), row[4], bool(row[5]))


def _tokens(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    rows = connection.execute("SELECT rank, text FROM listed JOIN phrase ON phrase.id = listed.phrase ORDER BY rank")
    for rank, text in rows:
        yield rank, " ".join(text), " ".join(_pairs(initials_of(text) + _END))


def _pairs(letters: str) -> list[str]:
    return [letters[at : at + 2] for at in range(len(letters) - 1)]


def _match_of(query: str) -> str | None:
    """Return the query in the language of FTS5, None where it holds nothing to look for."""
    words = []
    for word in query.split():
        tokens = _TOKEN.findall(word)
        if not tokens:
            continue
        wanted = f'characters : "{" ".join(tokens)}"'
        if _LATIN.fullmatch(word):
            pairs = _pairs(word.lower())
            letters = f'"{" ".join(pairs)}"' if pairs else f"{word.lower()} *"
            wanted = f"{wanted} OR letters : {letters}"
        words.append(wanted)
    return " AND ".join(f"({word})" for word in words) if words else None
