"""Cross-mentions follow their sections through every edit of the outline."""

import pytest

from assistant.reading.structure import paragraphs_of
from assistant.report.mentions import find_mentions
from assistant.report.sections import (
    demote_section,
    insert_section,
    move_section,
    promote_section,
    remove_section,
    set_levels,
)
from tests.report.marked import marked_report

TEXT = (
    "工作总结\n一、甲事\n详见第三部分。上述（二）所列⟦a:xx⟧项，见第二部分（一）。\n（一）甲一\n正文。\n（二）甲二\n按照（一）办理。\n"
    "二、乙事\n（一）乙一\n见（一），另见《规划》第三部分。\n三、丙事\n如第一部分所述⟦b:xx⟧人，第九部分没有。"
)
HEADS = ("一、甲事", "（一）甲一", "（二）甲二", "二、乙事", "（一）乙一", "三、丙事")


def edited(edit):
    report = marked_report(TEXT)
    paragraphs = paragraphs_of(report.text)
    lines = report.text.split("\n")
    first = {head: lines.index(head) for head in HEADS}
    made = edit(report, paragraphs, first)
    for field in made.fields:
        assert [made.text[place.start : place.end] for place in field.occurrences] == ["xx"]
    return made.text.split("\n")


def test_what_is_a_mention():
    report = marked_report(TEXT)
    found = find_mentions(report.text, paragraphs_of(report.text))
    lines = report.text.split("\n")
    assert [(report.text[one.start : one.end], lines[one.target]) for one in found] == [
        ("第三部分", "三、丙事"),
        ("（二）", "（二）甲二"),
        ("第二部分（一）", "（一）乙一"),
        ("（一）", "（一）甲一"),
        ("（一）", "（一）乙一"),
        ("第一部分", "一、甲事"),
    ]


def test_a_part_that_moves_takes_its_mentions_along():
    lines = edited(lambda r, p, first: move_section(r, p, first["三、丙事"], before=first["一、甲事"]))
    assert lines[1:3] == ["一、丙事", "如第二部分所述xx人，第九部分没有。"]
    assert lines[4] == "详见第一部分。上述（二）所列xx项，见第三部分（一）。"
    assert lines[-1] == "见（一），另见《规划》第三部分。"


def test_a_section_that_moves_within_its_part():
    lines = edited(lambda r, p, first: move_section(r, p, first["（二）甲二"], before=first["（一）甲一"]))
    assert lines[2] == "详见第三部分。上述（一）所列xx项，见第二部分（一）。"
    assert lines[4] == "按照（二）办理。"


def test_a_section_that_goes_to_another_part_is_named_with_it():
    lines = edited(lambda r, p, first: move_section(r, p, first["（二）甲二"], after=first["（一）乙一"]))
    assert lines[2] == "详见第三部分。上述第二部分（二）所列xx项，见第二部分（一）。"
    assert lines[lines.index("（二）甲二") + 1] == "按照第一部分（一）办理。"


def test_promoted_and_demoted_sections_are_named_by_their_new_numbers():
    lines = edited(lambda r, p, first: promote_section(r, p, first["（二）甲二"]))
    assert lines[2] == "详见第四部分。上述第二部分所列xx项，见第三部分（一）。"
    lines = edited(lambda r, p, first: demote_section(r, p, first["三、丙事"]))
    assert lines[2] == "详见第二部分（二）。上述（二）所列xx项，见第二部分（一）。"


def test_inserted_and_removed_sections():
    lines = edited(lambda r, p, first: insert_section(r, p, at=first["二、乙事"], level=1, heading="新事"))
    assert lines[2] == "详见第四部分。上述（二）所列xx项，见第三部分（一）。"
    lines = edited(lambda r, p, first: remove_section(r, p, first["二、乙事"]))
    assert lines[2] == "详见第二部分。上述（二）所列xx项，见第二部分（一）。"


def test_a_numeral_that_grows_moves_the_fields_behind_it():
    heads = "".join(f"\n{number}、第{number}事" for number in "一二三四五六七八九十")
    report = marked_report(f"总结{heads}\n见第十部分，完成⟦a:xx⟧项。")
    paragraphs = paragraphs_of(report.text)
    made = insert_section(report, paragraphs, at=1, level=1, heading="新事")
    assert made.text.endswith("见第十一部分，完成xx项。")
    place = made.fields[0].occurrences[0]
    assert made.text[place.start : place.end] == "xx"


def test_a_heading_made_text_leaves_its_mentions_alone():
    lines = edited(lambda r, p, first: set_levels(r, p, [first["三、丙事"]], None))
    assert lines[2].startswith("详见第三部分。")


@pytest.mark.parametrize("text", ["", "总结\n正文第一部分。", "总结\n一、甲\n见（一）。"])
def test_without_a_section_of_that_number_there_is_no_mention(text):
    assert find_mentions(text, paragraphs_of(text)) == ()


def test_the_words_this_part_go_when_the_section_stands_in_another_one():
    report = marked_report(
        "总结\n一、甲事\n（一）甲一\n正文。\n（二）甲二\n详见本部分（一），本部分的（一）。\n二、乙事"
    )
    made = promote_section(report, paragraphs_of(report.text), 4)
    assert made.text.split("\n")[4:6] == ["二、甲二", "详见第一部分（一），第一部分（一）。"]
