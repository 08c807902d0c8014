"""Links that the clerk decides: which places become one field, and whose value they get."""

import pytest

from assistant.report.fields import State
from assistant.workbench.linking import field_with_value, fields_relinked
from assistant.workbench.opening import open_text
from assistant.workbench.working import start_work
from tests.workbench.answered import answer_field, waive_field

TEXT = "X市财政局召开会议。\nX市委作出部署。\n由xx镇负责。\n支出较多。xx镇完成任务。"


@pytest.fixture
def working():
    return start_work(open_text(TEXT))


def test_only_the_ticked_places_of_each_field_become_one(working):
    city, town, other = working.report.fields
    assert [len(one.occurrences) for one in (city, town, other)] == [2, 1, 1]
    _, made = fields_relinked(working, city.id, {(city.id, 0), (town.id, 0)})
    assert [[TEXT[place.start : place.end + 1] for place in one.occurrences] for one in made] == [
        ["X市", "xx镇"],
        ["X市"],
    ]
    _, (joined, rest) = fields_relinked(working, town.id, {(town.id, 0), (city.id, 1)})
    assert (joined.id, [place.start for place in joined.occurrences]) == (
        town.id,
        [city.occurrences[1].start, town.start],
    )
    assert (rest.id, [place.start for place in rest.occurrences]) == (city.id, [0])


@pytest.mark.parametrize(
    ("answers", "value"),
    [
        ({}, None),
        ({1: "双河"}, "双河"),
        ({2: "双河"}, "双河"),
        ({1: "双河", 2: "青石"}, "双河"),
        ({1: "12"}, None),  # a misfit is no value
        ({1: "12", 2: "青石"}, "青石"),
    ],
)
def test_an_open_field_gets_the_value_of_the_one_that_is_joined(working, answers, value):
    ids = [field.id for field in working.report.fields]
    for index, answer in answers.items():
        working, _ = answer_field(working, ids[index], answer)
    giver = field_with_value(working, ids[1], {(ids[1], 0), (ids[2], 0)})
    assert (giver.value if giver else None) == value


def test_joined_values_that_differ_and_waived_ones_are_nobodys(working):
    ids = [field.id for field in working.report.fields]
    differing, _ = answer_field(working, ids[1], "双河")
    differing, _ = answer_field(differing, ids[2], "青石")
    assert field_with_value(differing, ids[0], {(ids[0], 0), (ids[1], 0), (ids[2], 0)}) is None
    waived = waive_field(working, ids[2])
    assert waived.report.field(ids[2]).state is State.WAIVED
    assert field_with_value(waived, ids[1], {(ids[1], 0), (ids[2], 0)}) is None
