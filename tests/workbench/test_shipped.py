"""Every shipped sample goes through the whole job: scan, fill with its example answers, check, final document."""

from collections import Counter
from itertools import combinations, pairwise

import pytest

from assistant.report.model import Role
from assistant.report.outline import outline_of
from assistant.resources import load_rules, resource_path
from assistant.workbench.answers import apply_answers, read_answers
from assistant.workbench.exporting import export_report
from assistant.workbench.opening import open_path
from assistant.workbench.scanning import check_values
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.working import blocking_fields, start_work

SAMPLES = shipped_samples()
_EACH = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)


def _faults(opened):
    """Return the rules of what is wrong with a report; hints are a matter of taste."""
    return [finding["rule"] for finding in check_values(opened)["findings"] if finding["severity"] != "hint"]


def test_the_index_lists_what_ships():
    texts = {path.stem for path in resource_path("samples").glob("*.txt")}
    assert [sample.title for sample in SAMPLES] == list(dict.fromkeys(sample.title for sample in SAMPLES))
    assert {sample.title for sample in SAMPLES} == texts
    assert {sample.genre for sample in SAMPLES} <= set(load_rules("samples", "index.toml")["genres"])


@_EACH
def test_a_sample_becomes_a_final_report(sample, tmp_path):
    working = start_work(open_path(sample.path))
    answers = read_answers(sample.answers)
    assert set(answers) == {field.id for field in working.report.fields}
    applied = apply_answers(working, answers)
    assert blocking_fields(applied.working.report) == ()
    final = tmp_path / "定稿.docx"
    export_report(applied.working, final, draft=False)
    printed = open_path(final)
    assert printed.report.text.rstrip() == applied.working.report.text.rstrip()
    assert printed.report.fields == ()
    assert _faults(printed) == []


@_EACH
def test_a_sample_is_whole(sample):
    opened = open_path(sample.path)
    characters = len("".join(opened.report.text.split()))
    assert 2000 <= characters <= 4000
    roles = {paragraph.role for paragraph in opened.paragraphs}
    assert Role.TITLE in roles
    assert max(paragraph.level or 0 for paragraph in opened.paragraphs) == (
        2 if sample.title == "财政工作会议讲话" else 3
    )
    if "讲话" in sample.title or sample.genre == "述职报告":
        assert Role.SALUTATION in roles
    places = sum(len(field.occurrences) for field in opened.report.fields)
    assert _faults(opened) == ["placeholder-open"] * places


@_EACH
def test_a_sample_has_one_mask_style(sample):
    marks = {occurrence.marker for field in open_path(sample.path).report.fields for occurrence in field.occurrences}
    if sample.mask == "【】":
        assert all(mark[0] + mark[-1] == "【】" for mark in marks)
    else:
        assert {
            character for mark in marks for character in mark if not (character.isdigit() or character in "年月日至.")
        } <= set(sample.mask)


def _shape(path):
    """Return the tree of headings: for every section of level 1 the numbers of its children and theirs."""
    return tuple(
        tuple(len(child.children) for child in section.children) for section in outline_of(open_path(path).paragraphs)
    )


def test_no_two_samples_are_built_alike():
    shapes = Counter(_shape(sample.path) for sample in SAMPLES)
    assert max(shapes.values()) == 1


def test_no_two_samples_share_a_long_stretch():
    texts = [sample.path.read_text("utf-8") for sample in SAMPLES]
    stretches = [{text[at : at + 24] for at in range(len(text) - 23)} for text in texts]
    assert all(not one & other for one, other in combinations(stretches, 2))


def test_samples_of_one_genre_stand_together():
    genres = [sample.genre for sample in SAMPLES]
    changes = sum(before != behind for before, behind in pairwise(genres))
    assert changes == len(set(genres)) - 1
