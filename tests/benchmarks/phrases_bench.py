"""Phrases: mining against jieba's cutting of the same text, search against LIKE, completion against a plain table.

Mined is text that does not repeat: the samples with other words in other places; in one row every report comes eight
times. Mining is what is done from the paragraphs of a report that was read to its phrases. "Read, mine, keep" is
all that `assistant mine` does: reports are cleaned, told apart into paragraphs, mined, and taken into a library that is
then ready for searching. With `long` a million phrases are searched and ten million characters mined in one piece; the
row "twice the text" shows how the cost grows: near 2 is in step with the text.
"""

from __future__ import annotations

import gc
import itertools
import random
import sqlite3
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import jieba

from assistant.phrases.continuations import Continuations
from assistant.phrases.initials import initials_of
from assistant.phrases.library import Library, open_library
from assistant.phrases.mine import Mined, mine_report
from assistant.phrases.search import rank_phrases, search_phrases
from assistant.reading.clean import clean_text
from assistant.reading.structure import paragraphs_of
from assistant.report.model import Paragraph
from assistant.workbench.phrase_library import find_phrases, finish_mining, library_at, take_in
from assistant.workbench.shipped import shipped_samples
from tests.benchmarks.measure import Row, compare

_QUERIES = {
    "1 character": ("责", "工", "学"),
    "2 characters": ("责任", "落实"),
    "4 characters": ("党史学习", "明确责任"),
}
_INITIALS = ("zzld", "mqzr", "dsxx")
_SHOWN = 20
_Reports = list[tuple[str, tuple[Paragraph, ...]]]
"""Texts with their paragraphs."""
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
    half, whole = _distinct_reports(texts, size), _distinct_reports(texts, 2 * size)
    _mine(_read(texts))  # so that rules and word lists are loaded
    yield _against_jieba("mine", _mine, _read(half), rounds=3, aim=0.6)
    yield _against_jieba("mine, all eight times:", _mine, _read(["\n".join([text] * 8) for text in half[::8]]), aim=0.6)
    yield _against_jieba("read, mine, keep", _keep, _read(half), rounds=3, aim=None)
    once, twice = _read(half), _read(whole)
    yield compare("mine twice the text", lambda: _mine(twice), lambda: _mine(once), rounds=3, aim=2.2)
    if long:
        large = _read(["\n".join(_distinct_reports(texts, 10_000_000))])
        yield _against_jieba("mine", _mine, large, aim=0.6)
        yield _against_jieba("read, mine, keep", _keep, large, aim=None)


def _read(texts: Sequence[str]) -> _Reports:
    return [(text, paragraphs_of(text)) for text in texts]


def _against_jieba(
    what: str, action: Callable[[_Reports], int], reports: _Reports, *, aim: float | None, rounds: int = 1
) -> Row:
    return compare(
        f"{what} {sum(len(text) for text, _paragraphs in reports):,} characters / jieba",
        lambda: action(reports),
        lambda: [list(jieba.cut(text)) for text, _paragraphs in reports],
        rounds=rounds,
        aim=aim,
    )


def _distinct_reports(texts: list[str], characters: int) -> list[str]:
    """Return reports of so many characters: every third word is another one of its length, figures are others."""
    chance = random.Random(2026)
    cut = [list(jieba.cut(text)) for text in texts]
    others: defaultdict[int, list[str]] = defaultdict(list)
    for word in itertools.chain.from_iterable(cut):
        if len(word) > 1 and "一" <= word[0] <= "龥":
            others[len(word)].append(word)

    def replaced(word: str) -> str:
        if word.isdecimal():
            return str(chance.randrange(10 ** len(word)))
        return chance.choice(others[len(word)]) if len(word) in others and chance.random() < 1 / 3 else word

    made, total = [], 0
    for words in itertools.cycle(cut):
        if total >= characters:
            break
        made.append("".join(replaced(word) if len(word) > 1 else word for word in words))
        total += len(made[-1])
    return made


def _keep(reports: _Reports) -> int:
    with tempfile.TemporaryDirectory() as folder, library_at(Path(folder) / "library") as library:
        for number, (text, _paragraphs) in enumerate(reports):
            take_in(library, str(number), clean_text(text).text)
        finish_mining(library)
        return library.count()


def _mine(reports: _Reports) -> int:
    gc.disable()  # as an import does
    try:
        return sum(len(mine_report(text, paragraphs)) for text, paragraphs in reports)
    finally:
        gc.enable()


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
        yield from _slowest(library, count)
        plain.close()
        library.close()


def _slowest(library: Library, count: int) -> Iterator[Row]:
    """Yield how long all but one of a hundred different queries take, against the ten milliseconds they may."""
    chance = random.Random(2026)
    texts = [text for (text,) in library.connection.execute("SELECT text FROM phrase WHERE id % 1999 = 0")]
    parts = {
        f"{length} characters": [
            text[at : at + length] for text in texts if (at := chance.randrange(8)) + length <= len(text)
        ]
        for length in (1, 2, 4)
    }
    parts["initials"] = [initials_of(text)[:4] for text in texts]
    for what, queries in parts.items():
        found = dict.fromkeys(query for query in queries if query.strip())
        for how, filters in (("", {}), (", category and section", {"category": "做法", "section": "主要做法和成效"})):
            times = sorted(_milliseconds(library, query, filters) for query in found)
            yield Row(f"p99 of {count:,}, {what}{how}", times[int(len(times) * 0.99)], 10.0, 1.0)


def _milliseconds(library: Library, query: str, filters: dict[str, str]) -> float:
    started = time.perf_counter()
    find_phrases(library, query, limit=_SHOWN, **filters)
    return (time.perf_counter() - started) * 1000


def _made_phrases(texts: list[str], count: int) -> list[Mined]:
    """Return so many different phrases, made of the clauses of the samples two by two."""
    found = {one.text: one for text in texts for one in mine_report(text, paragraphs_of(text))}
    clauses = sorted(found)
    chance = random.Random(2026)
    made: dict[str, None] = {}
    while len(made) < count:
        made[chance.choice(clauses) + chance.choice(clauses)] = None
    return [Mined(text, "clause", chance.random() * 5 + 0.5, "做法", "") for text in made]


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
