"""The library file: whole reports or nothing, nothing twice, dropped phrases stay dropped, sources go with theirs."""

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from assistant.phrases.library import open_library
from assistant.phrases.mine import mine_report
from assistant.phrases.review import sources_of
from assistant.phrases.search import rank_phrases, search_phrases
from assistant.reading.structure import paragraphs_of
from assistant.report.errors import AssistantError
from assistant.workbench.phrase_library import mine_files

RELEASED = Path(__file__).parent / "released"
ONE = "工作总结\n一、主要做法\n（一）加强组织领导，明确责任分工。坚持党史学习教育常态化，完成投资xx万元。\n"
OTHER = "情况汇报\n一、存在问题\n（一）学习还不够深入。坚持党史学习教育常态化，学用结合还有差距。\n"


def put(library, name, text):
    paragraphs = paragraphs_of(text)
    return library.add_report(name, text, text.split("\n"), mine_report(text, paragraphs))


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path / "library")
    yield library
    library.close()


def texts(library, query, **options):
    return [phrase.text for phrase in search_phrases(library, query, **options)]


def test_phrases_know_their_sources_and_sections(library):
    assert put(library, "a.txt", ONE)
    assert put(library, "b.txt", OTHER)
    found = search_phrases(library, "党史学习教育常态化")[0]
    assert [name for name, _ in found.sources] == ["a.txt", "b.txt"]
    assert found.text == "坚持党史学习教育常态化"


def test_the_same_text_is_taken_in_once(library):
    assert put(library, "a.txt", ONE)
    assert not put(library, "copy.txt", ONE)
    assert [name for _id, name, _length in library.sources()] == ["a.txt"]


@pytest.mark.parametrize("query", ["责", "责任", "明确责任", "mqzr", "责任 组织", "dsjy"])
def test_search_finds(library, query):
    put(library, "a.txt", ONE)
    put(library, "b.txt", OTHER)
    wanted = "坚持党史学习教育常态化" if query == "dsjy" else "加强组织领导，明确责任分工"
    assert wanted in texts(library, query)


def test_search_finds_nothing_where_a_word_is_missing(library):
    put(library, "a.txt", ONE)
    assert texts(library, "责任 天气") == []
    assert texts(library, "“") == []


def test_section_and_category(library):
    put(library, "a.txt", ONE)
    put(library, "b.txt", OTHER)
    assert texts(library, "", section="存在问题")[0] in OTHER
    assert texts(library, "", category="问题")
    assert all(phrase.category == "问题" for phrase in search_phrases(library, "", category="问题"))


def test_dropped_phrases_are_not_learnt_again(library):
    put(library, "a.txt", ONE)
    found = {phrase.text: phrase.id for phrase in search_phrases(library, "常态化")}
    library.drop_phrase(found["坚持党史学习教育常态化"])
    put(library, "b.txt", OTHER)
    assert "坚持党史学习教育常态化" not in texts(library, "常态化")


def test_a_source_goes_with_all_that_came_from_it_alone(library):
    put(library, "a.txt", ONE)
    put(library, "b.txt", OTHER)
    library.remove_source(library.sources()[0][0])
    assert "坚持党史学习教育常态化" in texts(library, "常态化")
    assert texts(library, "明确责任") == []


def test_pinned_phrases_come_first(library):
    put(library, "a.txt", ONE)
    last = search_phrases(library, "", limit=100)[-1]
    library.pin_phrase(last.id, pinned=True)
    assert texts(library, "")[0] == last.text


@pytest.mark.parametrize("content", [b"not a database, but long enough to be one" * 50, None])
def test_foreign_files_are_refused(tmp_path, content):
    path = tmp_path / "library"
    if content is None:
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE other (x)")
        connection.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(AssistantError) as refused:
        open_library(path)
    assert refused.value.code == "library.unusable"
    assert path.read_bytes() == before


@pytest.mark.parametrize(("looks", "taken"), [(1, 0), (2, 0), (3, 1), (4, 1), (6, 2)])
def test_given_up_in_the_middle_the_library_holds_whole_reports(library, tmp_path, looks, taken):
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for file, text in zip(files, (ONE, OTHER, ONE * 2), strict=True):
        file.write_text(text, "utf-8")
    answers = iter([False] * (looks - 1) + [True] * 9)
    mined = list(mine_files(library, files, lambda: next(answers)))
    assert [one.is_new for one in mined] == [True] * taken
    assert [name for _, name, _ in library.sources()] == [f"{number}.txt" for number in range(taken)]


@pytest.mark.parametrize("version", [1, 2])
def test_a_library_of_an_earlier_version_is_taken_over(tmp_path, version):
    library = open_library(tmp_path / "library")
    put(library, "a.txt", ONE)
    rank_phrases(library)
    if version == 1:
        library.connection.execute("ALTER TABLE phrase ADD COLUMN example TEXT NOT NULL DEFAULT ''")
    library.connection.execute("DROP TABLE found")
    library.connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5 (characters, letters, content = '', prefix = '1')"
    )
    library.connection.execute(f"PRAGMA user_version = {version}")
    library.close()
    library = open_library(tmp_path / "library")
    assert put(library, "b.txt", OTHER)
    assert [name for name, _ in search_phrases(library, "党史学习教育常态化")[0].sources] == ["a.txt", "b.txt"]
    library.close()


@pytest.mark.parametrize("version", [1, 2])
def test_a_library_of_every_released_version_is_taken_over(tmp_path, version):
    """The files were written once, by their release, and never again."""
    shutil.copy(RELEASED / f"0.1.0-version-{version}.library", tmp_path / "library")
    library = open_library(tmp_path / "library")
    rank_phrases(library)
    found = {one.text: one for one in search_phrases(library, "", limit=100)}
    starred = found["加强组织领导，明确责任分工"]
    assert (starred.pinned, starred.category, starred.sources[0][0]) == (True, "做法", "甲.txt")
    assert "坚持党史学习教育常态化" not in found  # dropped by the clerk
    assert [source.name for source in sources_of(library)] == ["甲.txt"]
    assert put(library, "b.txt", OTHER)
    library.remove_source(next(one.id for one in sources_of(library) if one.name == "甲.txt"))
    library.close()


def test_killed_in_the_middle_of_an_import_the_library_holds_whole_reports(tmp_path):
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from assistant.workbench.phrase_library import library_at, take_in
        with library_at(Path(sys.argv[1])) as library:
            for number in range(100000):
                take_in(library, str(number), f"总结\\n一、做法\\n坚持党建引领{number}，推动改革发展。\\n" * 20)
                print(number, flush=True)
    """)
    path = tmp_path / "library"
    with subprocess.Popen([sys.executable, "-c", script, path], stdout=subprocess.PIPE, text=True) as importing:
        done = -1
        for line in importing.stdout:
            done = int(line)
            if done == 12:
                importing.kill()
    library = open_library(path)
    assert len(library.sources()) in (done + 1, done + 2)
    assert library.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert [len(lines) for _, lines in library.paragraphs(10**9)] == [60] * len(library.sources())
    rank_phrases(library)
    assert texts(library, "党建引领")
    library.close()
