"""Phrases: mining against jieba's cutting of the same text, search against LIKE, completion against a plain table.

With `long` a million phrases are searched and a million characters mined; the row "twice the text" shows how the cost
of mining grows: near 2 is in step with the text.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import jieba

from assistant.phrases.continuations import Continuations
from assistant.phrases.library import Library, open_library
from assistant.phrases.mine import Mined, mine_report
from assistant.phrases.search import rank_phrases, search_phrases
from assistant.reading.structure import paragraphs_of
from assistant.workbench.shipped import shipped_samples
from tests.benchmarks.measure import Row, compare

_QUERIES = {
    "1 character": ("责", "工", "学"),
    "2 characters": ("责任", "落实"),
    "4 characters": ("党史学习", "明确责任"),
}
_INITIALS = ("zzld", "mqzr", "dsxx")
_SHOWN = 20
_STEP = 7
"""Every seventh place of a report is answered."""


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench."""
    texts = [sample.path.read_text("utf-8") for sample in shipped_samples()]
    return [*_mining(texts, long), *_searching(texts, 1_000_000 if long else 100_000), _completing(texts)]


def _mining(texts: list[str], long: bool) -> Iterator[Row]:
    jieba.setLogLevel("ERROR")
    jieba.initialize()
    size = 500_000 if long else 100_000
    half, whole = list(_reports(texts, size)), list(_reports(texts, 2 * size))
    yield compare(
        f"mine {size:,} characters / jieba cuts them",
        lambda: _mine(half),
        lambda: [list(jieba.cut(text)) for text in half],
        rounds=3,
        aim=0.8,
    )
    yield compare("mine twice the text", lambda: _mine(whole), lambda: _mine(half), rounds=3, aim=2.2)


def _reports(texts: list[str], characters: int) -> Iterator[str]:
    """Yield reports until there are so many characters."""
    total = 0
    for text in itertools.cycle(texts):
        if total >= characters:
            return
        yield text
        total += len(text)


def _mine(texts: list[str]) -> int:
    return sum(len(mine_report(text, paragraphs_of(text))) for text in texts)


def _searching(texts: list[str], count: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        library = open_library(Path(folder) / "library")
        library.add_report("bench", "bench", [], _made_phrases(texts, count))
        rank_phrases(library)
        plain = _plain_table(library)
        for what, queries in _QUERIES.items():
            yield compare(
                f"search {count:,} phrases, {what} / LIKE, best {_SHOWN}",
                _each(queries, lambda query: search_phrases(library, query, limit=_SHOWN)),
                _each(queries, lambda query: _like(plain, query)),
                rounds=5,
                aim=None,
            )
        yield compare(
            f"search {count:,} phrases, initials / LIKE of letters",
            _each(_INITIALS, lambda query: search_phrases(library, query, limit=_SHOWN)),
            _each(("责任", "落实", "学习"), lambda query: _like(plain, query)),
            rounds=5,
            aim=None,
        )
        plain.close()
        library.close()


def _made_phrases(texts: list[str], count: int) -> list[Mined]:
    """Return so many different phrases, made of the clauses of the samples two by two."""
    found = {one.text: one for text in texts for one in mine_report(text, paragraphs_of(text))}
    clauses = sorted(found)
    chance = random.Random(2026)
    made: dict[str, None] = {}
    while len(made) < count:
        made[chance.choice(clauses) + chance.choice(clauses)] = None
    return [Mined(text, "clause", chance.random() * 5 + 0.5, "做法", "", "") for text in made]


def _plain_table(library: Library) -> sqlite3.Connection:
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE TABLE phrase (text TEXT, points REAL)")
    plain.executemany(
        "INSERT INTO phrase VALUES (?, ?)", library.connection.execute("SELECT text, points FROM phrase").fetchall()
    )
    return plain


def _like(plain: sqlite3.Connection, query: str) -> list[tuple[str]]:
    best = "SELECT text FROM phrase WHERE text LIKE ? ORDER BY points DESC LIMIT ?"
    return plain.execute(best, (f"%{query}%", _SHOWN)).fetchall()


def _each(queries: tuple[str, ...], ask: Callable[[str], object]) -> Callable[[], object]:
    return lambda: [ask(query) for query in queries]


def _completing(texts: list[str]) -> Row:
    learnt = Continuations()
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts[1:]:
        learnt.begin_report()
        learnt.learn(line.strip() for line in text.split("\n") if line.strip())
        for at in range(2, len(text)):
            table[text[at - 2 : at]].update(text[at : at + length] for length in range(2, 11))
    learnt.begin_report()
    typed = [
        line[:at] for line in texts[0].split("\n") if line.strip() for at in range(2, len(line.strip()), _STEP)
    ]  # fmt: skip
    return compare(
        f"{len(typed)} completions / table of continuations",
        lambda: [learnt.complete(before) for before in typed],
        lambda: [table[before[-2:]].most_common(5) for before in typed],
        rounds=3,
        aim=None,
    )
