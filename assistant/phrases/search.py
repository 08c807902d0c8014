"""Search: phrases by any part of their text, several words, or initials of their pinyin, best first.

The index holds one token a character, in the order of rank, so that the first hits are the best ones (measured at
a million phrases).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from operator import add
from typing import NamedTuple

from assistant.phrases.initials import initials_of
from assistant.phrases.library import Library, Phrase, transaction
from assistant.phrases.ranking import listing_floor, rank_score, section_fit

_LATIN = re.compile(r"[A-Za-z]+")
# Stands behind the last letter, so that it begins a pair too.
_END = "0"
_TOKEN = re.compile(r"\w")
# Hits that are compared by how well they fit the section.
_COMPARED = 200
# Hits looked for besides: dropped phrases stay in the index until it is made anew.
_SPARE = 20
_SELECT_TOUCHED = (
    "SELECT id, text, category, points, pinned, used, "
    "(SELECT sum(times) FROM origin WHERE origin.phrase = id), (SELECT count(*) FROM origin WHERE origin.phrase = id) "
    "FROM (SELECT * FROM phrase WHERE pinned = 1 OR used > 0 ORDER BY pinned DESC, used DESC LIMIT 300) AS phrase"
)
_SELECT = (
    "SELECT phrase.id, phrase.text, phrase.category, listed.score, phrase.pinned "
    "FROM listed JOIN phrase ON phrase.id = listed.phrase "
)


def rank_phrases(library: Library) -> None:
    """Make the ranked list and the search index anew, where phrases have changed since they were made."""
    if library.is_ranked():
        return
    connection = library.connection
    with transaction(connection):
        if library.is_ranked():  # by another thread, meanwhile
            return
        connection.create_function("rank_score", 5, rank_score, deterministic=True)
        connection.execute("DELETE FROM listed")
        connection.execute(
            "INSERT INTO listed (phrase, score) "
            # most stand once in one report, and Python is not asked for those
            "SELECT phrase.id, CASE WHEN pinned OR used OR count(*) > 1 OR coalesce(sum(times), 1) > 1 "
            "THEN rank_score(points, coalesce(sum(times), 1), count(*), pinned, used) ELSE points END AS score "
            "FROM phrase LEFT JOIN origin ON origin.phrase = phrase.id GROUP BY phrase.id "
            "HAVING score >= ? ORDER BY score DESC, length(text), text",
            (listing_floor(),),
        )
        connection.execute("INSERT INTO found (found) VALUES ('delete-all')")
        connection.executemany(
            "INSERT INTO found (rowid, characters, letters, category) VALUES (?, ?, ?, ?)", _tokens(connection)
        )
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
    match = _match_of(query, category)
    if not match and query.strip():
        return []
    wanted = _Wanted(match, section, limit)
    rows = _merged(library, _matching(library, wanted), _touched(library, query.split(), category), section)
    if not rows and _LATIN.fullmatch(query.strip()):
        # dsjy: the initials of 党史学习教育 with some left out
        pattern = re.compile(".*".join(query.strip().lower()))
        scattered = _Wanted(_match_of(" ".join(query.strip()), category), section, _COMPARED)
        rows = [row for row in _matching(library, scattered) if pattern.search(initials_of(row.text))]
    return [_phrase(library.connection, row) for row in rows[:limit]]


class _Wanted(NamedTuple):
    match: str
    section: str
    limit: int


class _Row(NamedTuple):
    """A phrase without its sources, which are looked up for those alone that are shown."""

    id: int
    text: str
    category: str
    score: float
    pinned: int


def _matching(library: Library, wanted: _Wanted) -> list[_Row]:
    """Return the best phrases of the ranked list."""
    compared = max(wanted.limit, _COMPARED) if wanted.section else wanted.limit
    clause = ""
    values: tuple[str | int, ...] = (compared,)
    if wanted.match:
        clause = "WHERE listed.rank IN (SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid LIMIT ?) "
        values = (wanted.match, compared + _SPARE, compared)
    rows = library.connection.execute(f"{_SELECT}{clause}ORDER BY listed.rank LIMIT ?", values)
    return [_Row._make(row) for row in rows]


def _touched(library: Library, words: Sequence[str], category: str) -> list[_Row]:
    """Return the starred and used phrases that hold every word, with the score that they have now."""
    rows = library.connection.execute(_SELECT_TOUCHED).fetchall()
    found = []
    for phrase, text, own_category, points, pinned, used, times, documents in rows:
        if category not in ("", own_category) or not all(_holds(text, word) for word in words):
            continue
        score = rank_score(points, times or 1, max(documents, 1), pinned, used)
        found.append(_Row(phrase, text, own_category, score, pinned))
    return found


def _holds(text: str, word: str) -> bool:
    tokens = "".join(_TOKEN.findall(word))
    return tokens in "".join(_TOKEN.findall(text)) or (
        bool(_LATIN.fullmatch(word)) and word.lower() in initials_of(text)
    )


def _merged(library: Library, ranked: Sequence[_Row], touched: Sequence[_Row], section: str) -> list[_Row]:
    """Return both together, each phrase once, best first."""
    if not touched and not section:
        return list(ranked)
    rows = list({row.id: row for row in (*ranked, *touched)}.values())
    fits = _fits(library.connection, [row.id for row in rows], section) if section else {}
    rows.sort(key=lambda row: -row.score - fits.get(row.id, 0.0))
    return rows


def _fits(connection: sqlite3.Connection, phrases: Sequence[int], section: str) -> dict[int, float]:
    """Return how well each phrase fits the section, best of the headings it came from."""
    query = "SELECT phrase, section FROM origin WHERE phrase IN (SELECT value FROM json_each(?))"
    fits: dict[int, float] = {}
    by_heading: dict[str, float] = {}
    for phrase, heading in connection.execute(query, (json.dumps(phrases),)):
        fit = by_heading.get(heading)
        if fit is None:
            fit = by_heading[heading] = section_fit(section, heading)
        fits[phrase] = max(fits.get(phrase, 0.0), fit)
    return fits


def _phrase(connection: sqlite3.Connection, row: _Row) -> Phrase:
    sources = connection.execute(
        "SELECT source.name, origin.section FROM origin JOIN source ON source.id = origin.source "
        "WHERE origin.phrase = ? ORDER BY source.id LIMIT 20",
        (row.id,),
    )
    return Phrase(row.id, row.text, row.category, round(row.score, 3), tuple(sources), bool(row.pinned))


def _tokens(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str, str]]:
    query = "SELECT rank, text, category FROM listed JOIN phrase ON phrase.id = listed.phrase ORDER BY rank"
    for rank, text, category in connection.execute(query):
        yield rank, " ".join(text), " ".join(_pairs(initials_of(text) + _END)), category


def _pairs(letters: str) -> list[str]:
    return list(map(add, letters, letters[1:]))


def _match_of(query: str, category: str) -> str:
    """Return the query in the language of FTS5, "" where it holds nothing to look for."""
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
    if category and (words or not query.strip()):
        words.append(f'category : "{category}"')
    return " AND ".join(f"({word})" for word in words)
