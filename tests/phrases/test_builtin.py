"""The built-in phrases: readable lines, short, judged by a reader, and taken into the clerk's library once."""

from pathlib import Path

import pytest

from assistant.phrases.forms import CATEGORIES
from assistant.resources import read_resource
from assistant.workbench.builtin_phrases import LONGEST, SOURCE_NAME, library_in_use, rebuild_builtin, take_in_builtin
from assistant.workbench.phrase_library import find_phrases, learnt_continuations

JUDGED = Path(__file__).parent.parent / "cases" / "phrases_judged.txt"


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


def test_a_reader_keeps_four_of_five():
    judged = [line.split("\t") for line in JUDGED.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(judged) == 100
    assert [verdict for verdict, _ in judged].count("keep") >= 80


def test_the_clerk_finds_them_without_doing_anything():
    with library_in_use(None) as library:
        assert find_phrases(library, "wwqzbss")[0].text == "我为群众办实事"
        assert any("责任" in offer or "分工" in offer for offer in learnt_continuations(library).complete("明确责"))
        take_in_builtin(library)
        assert [name for _id, name, _length in library.sources()] == [SOURCE_NAME]


def test_rebuilding_without_the_reports_leaves_their_file_alone(tmp_path):
    assert [path.name for path in rebuild_builtin(None, tmp_path)] == ["from_samples.tsv", "headings_from_samples.tsv"]
