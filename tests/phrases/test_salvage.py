"""A damaged library file gives back what can be read of it, and is not written to."""

import random
import sqlite3

import pytest

from assistant.phrases.library import open_library
from assistant.phrases.salvage import salvage_into
from assistant.phrases.search import rank_phrases, search_phrases
from assistant.workbench.phrase_library import finish_mining, take_in

PAGE = 4096


def report(number):
    lines = (f"{line}.坚持党建引领，抓好第{number}类第{line}项工作，推动发展迈上新台阶。" for line in range(150))
    return "\n".join((f"第{number}份总结", *lines))


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """Return a library of six reports with a star and a dropped phrase."""
    path = tmp_path_factory.mktemp("library") / "whole"
    library = open_library(path)
    for number in range(6):
        take_in(library, f"{number}.txt", report(number))
    finish_mining(library)
    one, other = search_phrases(library, "坚持党建引领", limit=2)
    library.pin_phrase(one.id, pinned=True)
    library.drop_phrase(other.id)
    library.close()
    return path.read_bytes()


@pytest.fixture
def whole(tmp_path, content):
    path = tmp_path / "whole"
    path.write_bytes(content)
    return path


def salvaged(tmp_path, damaged):
    library = open_library(tmp_path / "new")
    salvage_into(library, damaged, "找回的材料")
    return library


def told(library):
    tables = ("source", "paragraph", "phrase", "origin", "dropped")
    return {table: set(library.connection.execute(f"SELECT * FROM {table}")) for table in tables}


def test_all_of_a_whole_library_is_taken_over(tmp_path, whole):
    old, new = open_library(whole), salvaged(tmp_path, whole)
    assert told(new) == told(old)
    assert not new.is_ranked()
    rank_phrases(new)
    assert [(one.text, one.pinned) for one in search_phrases(new, "", limit=1)] == [("坚持党建引领", True)]
    old.close()
    new.close()


def test_a_page_of_a_table_costs_the_rows_in_it(tmp_path, content):
    pages, kept = len(content) // PAGE, []
    for page in range(1, pages, pages // 12):
        damaged = tmp_path / "damaged"
        damaged.write_bytes(content[: page * PAGE] + b"\xff" * PAGE + content[(page + 1) * PAGE :])
        new = salvaged(tmp_path, damaged)
        rows = new.connection.execute("SELECT count(*) FROM paragraph").fetchone()[0]
        kept.append(rows / 906)
        assert new.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert new.connection.execute("PRAGMA foreign_key_check").fetchone() is None
        new.close()
        (tmp_path / "new").unlink()
    assert sorted(kept)[1] > 0.9  # a page that holds a table together costs more


def test_reports_whose_name_is_lost_are_kept(tmp_path, whole):
    with sqlite3.connect(whole) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM source WHERE id = 2")
    connection.close()
    new = salvaged(tmp_path, whole)
    assert [name for _id, name, _length in new.sources()] == [
        "0.txt",
        "找回的材料 2",
        "2.txt",
        "3.txt",
        "4.txt",
        "5.txt",
    ]
    assert new.text_of(2).startswith("第1份总结\n0.坚持党建引领")
    new.close()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_in_the_file_it_is_left_as_it_was(tmp_path, content, seed):
    chance, changed = random.Random(seed), bytearray(content)
    for _ in range(60):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    damaged = tmp_path / "damaged"
    damaged.write_bytes(changed[: chance.choice((100, 5_000, len(changed)))])
    before = damaged.read_bytes()
    new = salvaged(tmp_path, damaged)
    assert new.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rank_phrases(new)
    new.close()
    assert damaged.read_bytes() == before
