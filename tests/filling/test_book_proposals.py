"""Proposals from the answer book: what fits, and where nothing is proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling.asking import find_fields
from assistant.filling.proposals_from_book import book_proposals, front_part
from assistant.report.edits import keep_answer
from assistant.report.fields import Kind, State
from assistant.report.model import Report
from tests.report.filled import fill_field, set_state

BOOK = {
    "province": "江南省",
    "city": "安澜市",
    "county": "青禾县",
    "unit": "青禾县财政局",
    "unit_short": "县财政局",
    "industry": "财政",
    "superior": "安澜市财政局",
    "secretary": "周知远",
    "head": "周知远",
    "联系电话": "0000-1234567",
}
CITY = {**BOOK, "unit": "安澜市气象局", "unit_short": "市气象局", "industry": "气象", "superior": "江南省气象局"}


def proposed(text, entries=BOOK):
    """Return what is proposed for the first field of a text that is not its first line."""
    text = "标题\n" + text
    report = Report(text, find_fields(text))
    return book_proposals(report, entries).get(report.fields[0].id, "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("xx省全媒体竞赛。", "江南"),
        ("X市财政系统总结大会。", "安澜"),
        ("2022年，X市委召开会议。", "安澜"),
        ("xx县委、县政府部署。", "青禾"),
        ("xx县财政局坚持学习。", "青禾"),
        ("XX财政局党组坚持学习。", "县"),
        ("xx局党组坚决扛起责任。", "县财政"),
        ("印发《xx局党史学习教育简报》。", "县财政"),
        ("我县xx局坚持学习。", "财政"),
        ("报请xx局党组党史学习教育第四巡回指导组同意。", "安澜市财政"),
        ("市xx局党组要求。", "财政"),
        ("推进xx事业高质量发展。", "财政"),
        ("全市xx部门党员干部。", "财政"),
        ("加快推进xx现代化建设。", "财政"),
        ("以优质xx服务增强获得感。", "财政"),
        ("学习总书记对xx工作重要指示。", "财政"),
        ("局党组xx书记强调。", "周知远"),
        ("局xx局长指出。", "周知远"),
        ("由局党组书记、局长xx同志任组长。", "周知远"),
        ("县财政局局长xx主持会议。", "周知远"),
        ("成立由局党组书记、局长xx同志任组长的专班。", "周知远"),
        ("由【单位名称】负责。", "青禾县财政局"),
        ("由【联系电话】负责。", "0000-1234567"),
    ],
)
def test_what_fits_what_is_printed(text, value):
    assert proposed(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "xx区财政局坚持学习。",
        "xx镇食用菌基地建成。",
        "xx水库除险加固。",
        "来xx市考察时的讲话。",
        "赴xx县学习。",
        "在xx电视台播出。",
        "xx公司捐资。",
        "各xx局要抓好落实。",
        "xx局面良好。",
        "财政xx工作扎实。",
        "开展xx工作检查。",
        "“xx服务”品牌。",
        "视察南方时对xx工作的要求。",
        "谱写“xx篇章”。",
        "被《xx日报》采用。",
        "县委xx书记强调。",
        "市委书记xx同志听取汇报。",
        "市长xx同志听取汇报。",
        "副局长xx同志负责。",
        "县税务局局长xx主持会议。",
        "xx同志任办公室主任。",
        "完成收入xx亿元。",
        "xx月xx日召开。",
    ],
)
def test_nothing_where_it_is_not_sure(text):
    assert proposed(text) == ""


def test_a_title_has_the_full_name():
    text = "xx局工作总结\nxx局坚持学习。"
    report = Report(text, find_fields(text))
    assert next(iter(book_proposals(report, BOOK).values())) == "青禾县财政"


def test_a_city_bureau():
    assert proposed("xx局党组坚决扛起责任。", CITY) == "市气象"
    assert proposed("全市xx局系统。", CITY) == "气象"
    assert proposed("省xx局党组要求。", CITY) == "气象"
    assert proposed("X市气象局。", CITY) == "安澜"


def test_two_heads_are_not_one():
    assert proposed("由局党组书记、局长xx同志任组长。", {**BOOK, "head": "沈怀谦"}) == ""


def test_two_cities_are_not_one():
    assert proposed("X市召开会议。", {"city": "安澜市", "county": "云溪市"}) == ""
    assert proposed("X市财政局。", {"city": "安澜市", "county": "云溪市", "unit": "云溪市财政局"}) == "云溪"


def test_only_open_fields_without_an_answer():
    text = "标题\nxx事业发展。\nX市委部署。\nxx省竞赛。\nxx县委部署。"
    report = Report(text, find_fields(text))
    industry, city, province, county = (field.id for field in report.fields)
    report = fill_field(report, industry, "民政")
    report = set_state(report, city, State.WAIVED)
    report = keep_answer(report, province, "别处")
    assert book_proposals(report, BOOK) == {county: "青禾"}


def test_an_empty_book_proposes_nothing():
    text = "X市财政局xx事业，由【单位名称】xx同志负责。"
    assert book_proposals(Report(text, find_fields(text)), {}) == {}
    assert book_proposals(Report(text, find_fields(text)), dict.fromkeys(BOOK, " ")) == {}


_CHARACTERS = st.sampled_from("xX*省市县区局财政党组书记长同志事业部门工作对全第一指导、。，【】单位名称青禾\n")


@given(st.text(_CHARACTERS, max_size=50), st.dictionaries(st.sampled_from([*BOOK]), st.text(_CHARACTERS, max_size=8)))
def test_no_text_and_no_book_crash(text, entries):
    report = Report(text, find_fields(text))
    proposals = book_proposals(report, entries)
    assert set(proposals) <= {field.id for field in report.fields}
    assert all(value.strip() == value and value for value in proposals.values())


@given(st.text("青禾县财政局", min_size=1, max_size=8), st.text("青禾县财政局党组", max_size=8))
def test_the_filled_text_reads_as_the_name(name, behind):
    part = front_part(name, "", behind)
    assert not part or any((part + behind[:n]) == name for n in range(1, len(behind) + 1))


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_proposals_on_the_real_samples_are_names(samples_dir, number):
    text = next(samples_dir.glob(f"{number}*.txt")).read_text("utf-8")
    report = Report(text, find_fields(text))
    proposals = book_proposals(report, BOOK)
    assert {report.field(field_id).kind for field_id in proposals} <= {Kind.PLACE, Kind.ORG, Kind.PERSON, Kind.TEXT}
