"""Decisions about phrases: dropped ones are not learnt again, changed ones stay, nothing twice."""

import pytest

from assistant.phrases.library import open_library
from assistant.phrases.mine import mine_report
from assistant.phrases.review import EDITED, Decision, decide, phrases_new_in, sources_of
from assistant.phrases.search import rank_phrases, search_phrases
from assistant.reading.structure import paragraphs_of

ONE = "工作总结\n一、主要做法\n（一）加强组织领导，明确责任分工\n坚持党史学习教育常态化。\n"
OTHER = "情况汇报\n一、主要做法\n（一）加强组织领导，明确责任分工\n强化督导检查。坚持党史学习教育常态化。\n"


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path / "library")
    put(library, "a.txt", ONE)
    yield library
    library.close()


def put(library, name, text):
    library.add_report(name, text, text.split("\n"), mine_report(text, paragraphs_of(text)))


def by_text(library):
    return {phrase.text: phrase for phrase in search_phrases(library, "", limit=1000)}


def test_dropped_ones_are_not_learnt_again(library):
    one = by_text(library)["坚持党史学习教育常态化"]
    decide(library, [Decision(one.id, is_kept=False)])
    put(library, "b.txt", OTHER)
    assert "坚持党史学习教育常态化" not in by_text(library)


def test_other_words_take_the_place_of_the_old_ones_for_good(library):
    one = by_text(library)["坚持党史学习教育常态化"]
    decide(library, [Decision(one.id, text="坚持党史学习教育常态化长效化", category="打算", pinned=True)])
    put(library, "b.txt", OTHER)
    found = by_text(library)
    assert "坚持党史学习教育常态化" not in found
    changed = found["坚持党史学习教育常态化长效化"]
    assert (changed.category, changed.pinned) == ("打算", True)
    assert search_phrases(library, "长效化")[0].id == one.id


def test_a_changed_category_is_not_taken_back_by_another_report(library):
    one = by_text(library)["坚持党史学习教育常态化"]
    decide(library, [Decision(one.id, category="打算")])
    put(library, "b.txt", OTHER)
    assert by_text(library)["坚持党史学习教育常态化"].category == "打算"


def test_a_changed_phrase_stays_when_its_report_goes(library):
    one = by_text(library)["坚持党史学习教育常态化"]
    decide(library, [Decision(one.id, text="坚持学习常态化")])
    library.remove_source(sources_of(library)[0].id)
    assert list(by_text(library)) == ["坚持学习常态化"]
    assert [source.name for source in sources_of(library)] == [EDITED]


def test_words_that_are_known_already_make_one_phrase_of_two(library):
    found = by_text(library)
    one, other = found["坚持党史学习教育常态化"], found["加强组织领导，明确责任分工"]
    decide(library, [Decision(one.id, pinned=True), Decision(one.id, text="加强组织领导、明确责任分工")])
    after = by_text(library)
    assert "坚持党史学习教育常态化" not in after
    assert after["加强组织领导、明确责任分工"].id == other.id
    assert after["加强组织领导、明确责任分工"].pinned


def test_new_phrases_are_those_that_no_other_source_has(library):
    put(library, "b.txt", OTHER)
    rank_phrases(library)
    newest = sources_of(library)[-1].id
    assert [phrase.text for phrase in phrases_new_in(library, [newest], 100)] == ["强化督导检查", "督导检查"]


def test_stars_uses_and_drops_are_seen_without_ranking_anew(library):
    found = by_text(library)
    state = library.connection.execute("SELECT value FROM state WHERE name = 'ranked'").fetchone()
    starred, used = found["坚持党史学习教育常态化"], found["加强组织领导，明确责任分工"]
    last = list(found.values())[-1]
    library.pin_phrase(last.id, pinned=True)
    assert search_phrases(library, "")[0].id == last.id
    assert search_phrases(library, "", category=last.category)[0].id == last.id
    assert search_phrases(library, last.text)[0].pinned
    assert all(one.id != last.id for one in search_phrases(library, "没有这样的短语"))
    before = search_phrases(library, starred.text)[0].score
    library.note_use(starred.id)
    assert search_phrases(library, starred.text)[0].score > before
    library.drop_phrase(used.id)
    assert used.text not in by_text(library)
    assert library.connection.execute("SELECT value FROM state WHERE name = 'ranked'").fetchone() == state
