"""The built-in phrases: readable lines, short, judged by a reader, and taken into the clerk's library once."""

import hashlib
from pathlib import Path

import pytest

from assistant.phrases.forms import CATEGORIES
from assistant.resources import read_resource
from assistant.workbench.builtin_phrases import LONGEST, SOURCE_NAME, library_in_use, rebuild_builtin, take_in_builtin
from assistant.workbench.phrase_library import find_phrases, learnt_continuations

CASES = Path(__file__).parent.parent / "cases"


@pytest.mark.parametrize(("name", "reports"), [("from_reports.tsv", 5), ("from_samples.tsv", 16)])
def test_lines_are_phrases_that_may_be_carried(name, reports):
    lines = [line.split("\t") for line in read_resource("phrases", name).splitlines()]
    assert 20 * reports < len(lines) <= 300 * reports
    for text, category, section, points in lines:
        assert 2 <= len(text) <= LONGEST
        assert len(section) <= LONGEST
        assert category in CATEGORIES
        assert float(points) >= 0.5
    assert lines == sorted(lines, key=lambda line: (CATEGORIES.index(line[1]), line[0]))


def test_a_heading_of_a_real_report_and_its_sentence_are_short_together():
    lines = [line.split("\t") for line in read_resource("phrases", "headings_from_reports.tsv").splitlines()]
    assert len(lines) > 50
    assert any(frame for *_, frame, _source in lines)
    assert all(len(heading) + len(frame) <= LONGEST for *_, heading, frame, _source in lines)


@pytest.mark.parametrize(
    ("listing", "cases", "kept"),
    [("from_reports.tsv", "phrases_judged.txt", 84), ("from_samples.tsv", "sample_phrases_judged.txt", 80)],
)
def test_a_reader_keeps_most_of_what_is_drawn_from_the_library_as_it_is(listing, cases, kept):
    phrases = [line.split("\t")[0] for line in read_resource("phrases", listing).splitlines()]
    drawn = sorted(phrases, key=lambda phrase: hashlib.sha256(f"2026 {phrase}".encode()).digest())[:100]
    lines = (CASES / cases).read_text("utf-8").splitlines()
    judged = [line.split("\t") for line in lines if not line.startswith("#")]
    assert sorted(phrase for _, phrase in judged) == sorted(drawn)
    assert [verdict for verdict, _ in judged].count("keep") == kept


def test_the_real_reports_give_no_more_than_a_reader_can_look_through():
    assert len(read_resource("phrases", "from_reports.tsv").splitlines()) <= 1500


def test_the_clerk_finds_them_without_doing_anything():
    with library_in_use(None) as library:
        assert find_phrases(library, "wwqzbss")[0].text == "我为群众办实事"
        assert "任分工" in learnt_continuations(library).complete("建立组织机构，明确责")
        take_in_builtin(library)
        assert [name for _id, name, _length in library.sources()] == [SOURCE_NAME]


def test_rebuilding_without_the_reports_leaves_their_file_alone(tmp_path):
    assert [path.name for path in rebuild_builtin(None, tmp_path)] == ["from_samples.tsv", "headings_from_samples.tsv"]
