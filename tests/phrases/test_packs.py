"""Packs: what is written is read back; what is foreign, damaged or overdone is refused in one sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.phrases.forms import CATEGORIES
from assistant.phrases.library import open_library
from assistant.phrases.mine import mine_report
from assistant.phrases.packs import MOST_PHRASES, phrases_in
from assistant.phrases.review import sources_of
from assistant.phrases.search import search_phrases
from assistant.reading.structure import paragraphs_of
from assistant.report.errors import AssistantError
from assistant.workbench.phrase_packs import take_pack, write_pack

ONE = "工作总结\n一、主要做法\n（一）加强组织领导，明确责任分工\n王小明同志完成投资xx万元，坚持党史学习教育常态化。\n"
GOOD = {"text": "压实工作责任", "category": "做法", "section": "主要做法", "points": 2.5}


def pack(*phrases, **more):
    return json.dumps({"format": "baogao-phrases", "version": 1, "phrases": list(phrases), **more}).encode()


@pytest.fixture
def library(tmp_path):
    library = open_library(tmp_path / "library")
    library.add_report("a.txt", ONE, ONE.split("\n"), mine_report(ONE, paragraphs_of(ONE)))
    yield library
    library.close()


def test_a_pack_comes_back_as_it_was_written(library, tmp_path):
    path = tmp_path / "给同事.duanyu"
    write_pack(library, [sources_of(library)[0].id], path)
    assert "a.txt" not in path.read_text("utf-8")
    other = open_library(tmp_path / "other")
    assert take_pack(other, path) == (True, library.count())
    assert take_pack(other, path) == (False, library.count())
    ours = {(one.text, one.category) for one in search_phrases(library, "", limit=100)}
    assert {(one.text, one.category) for one in search_phrases(other, "", limit=100)} == ours
    other.remove_source(sources_of(other)[0].id)
    assert other.count() == 0
    other.close()


def test_a_pack_of_the_first_release_is_read(library):
    """The file was written once, by its release, and never again."""
    path = Path(__file__).parent / "released" / "0.1.0.duanyu"
    assert take_pack(library, path) == (True, 11)
    found = {one.text: one for one in search_phrases(library, "", limit=100)}
    assert found["压实工作责任，推动任务落实"].category == "做法"
    assert "0.1.0.duanyu" in {name for name, _ in found["压实工作责任，推动任务落实"].sources}


def test_a_name_that_windows_forbids_is_refused(library, tmp_path):
    for name in ("给同事?.duanyu", "con.duanyu", "一:二.duanyu"):
        with pytest.raises(AssistantError) as refused:
            write_pack(library, [sources_of(library)[0].id], tmp_path / name)
        assert refused.value.code == "file.bad_name"
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".duanyu"]


def test_own_choices_are_kept(library, tmp_path):
    found = {one.text: one for one in search_phrases(library, "", limit=100)}
    library.drop_phrase(found["坚持党史学习教育常态化"].id)
    library.pin_phrase(found["加强组织领导，明确责任分工"].id, pinned=True)
    path = tmp_path / "pack.duanyu"
    words = ("坚持党史学习教育常态化", "加强组织领导、明确责任分工", "压实工作责任")
    path.write_bytes(pack(*({**GOOD, "text": text, "category": "结尾", "points": 1e9} for text in words)))
    take_pack(library, path)
    found = {one.text: one for one in search_phrases(library, "", limit=100)}
    assert "坚持党史学习教育常态化" not in found
    assert found["加强组织领导，明确责任分工"].category != "结尾"
    assert found["加强组织领导，明确责任分工"].pinned
    assert found["压实工作责任"].score < 10


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b'{"format": "baogao-phrases", "version": true, "phrases": []}',
        b'{"format": "other", "version": 1, "phrases": []}',
        pack({**GOOD, "text": 7}),
        pack({**GOOD, "text": "一"}),
        pack({**GOOD, "text": "，。、"}),
        pack({**GOOD, "text": "压" * 121}),
        pack({**GOOD, "text": "压实\n责任"}),
        pack({**GOOD, "text": "压实\ue000责任"}),
        pack({**GOOD, "text": "压实{责任"}),
        pack({**GOOD, "category": "别的"}),
        pack({**GOOD, "category": ["做法"]}),
        pack({**GOOD, "points": True}),
        pack({**GOOD, "points": float("nan")}),
        pack({**GOOD, "points": 10**400}),
        pack({**GOOD, "pinned": 1}),
        pack({"text": "压实工作责任"}),
        pack("压实工作责任"),
        json.dumps({"format": "baogao-phrases", "version": 1, "phrases": {}}).encode(),
    ],
)
def test_what_is_no_pack_is_refused(data):
    with pytest.raises(AssistantError) as refused:
        phrases_in(data)
    assert refused.value.code == "pack.broken"


def test_limits_and_newer_programs():
    with pytest.raises(AssistantError, match=r"pack\.newer"):
        phrases_in(pack(GOOD, version=2))
    with pytest.raises(AssistantError, match=r"pack\.too_many"):
        phrases_in(pack(*[0] * (MOST_PHRASES + 1)))


def test_a_refused_pack_leaves_the_library_as_it_was(library, tmp_path):
    path = tmp_path / "pack.duanyu"
    path.write_bytes(pack(GOOD, {**GOOD, "text": 7}))
    before = library.count()
    with pytest.raises(AssistantError) as refused:
        take_pack(library, path)
    assert refused.value.parameters == {"number": 2, "path": str(path)}
    assert library.count() == before


_KEYS = st.sampled_from(["format", "version", "phrases", "text", "category", "section", "points"])
_LEAVES = st.none() | st.booleans() | st.floats() | st.text()
_VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner), max_leaves=12)


@settings(max_examples=60)
@given(_VALUES)
def test_any_json_is_read_or_refused(value):
    for document in (value, {"format": "baogao-phrases", "version": 1, "phrases": value}):
        data = json.dumps(document).encode("utf-8", "surrogatepass")
        try:
            found = phrases_in(data)
        except AssistantError as error:
            found = error.code.partition(".")[0]
        assert found in ("pack", [])


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            lambda text, category: {**GOOD, "text": text, "category": category},
            st.from_regex(r"[一-龥]{2,30}", fullmatch=True),
            st.sampled_from(CATEGORIES),
        ),
        max_size=20,
    )
)
def test_what_is_well_formed_is_read_whole(phrases):
    assert {one.text for one in phrases_in(pack(*phrases))} == {one["text"] for one in phrases}
