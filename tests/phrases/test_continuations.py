"""Completion: what is learnt comes back where it fits, from the library's reports and the one being written."""

import pytest

from assistant.phrases.continuations import MOST_OFFERS, Continuations
from assistant.phrases.offers import best_offers

REPORT = [
    "一、主要做法",
    "（一）加强领导，压实责任",
    "坚持以习近平新时代中国特色社会主义思想为指导，全面落实主体责任。一是加强学习。二是抓好落实。",
    "（二）完善制度，规范管理",
    "坚持以习近平新时代中国特色社会主义思想为指导，完成收入xx万元，增长X%。",
]


@pytest.fixture
def learnt():
    continuations = Continuations()
    continuations.learn(REPORT)
    continuations.begin_report()
    return continuations


def test_nothing_learnt_offers_nothing():
    assert Continuations().complete("坚持以") == []


def test_repeated_stretch_comes_back_whole(learnt):
    assert "习近平新时代中国特色社会主义思想为指导，" in learnt.complete("坚持以")[:5]


def test_offers_are_few_different_and_worth_taking(learnt):
    offers = learnt.complete("坚持")
    assert 0 < len(offers) <= MOST_OFFERS
    assert len(set(offers)) == len(offers)
    assert all(len(offer) > 1 for offer in offers)


def test_offers_end_before_a_mask(learnt):
    assert not any("\ue000" in offer or "xx" in offer for offer in learnt.complete("完成"))
    assert "收入" in learnt.complete("完成")


def test_next_number_is_put_in(learnt):
    learnt.learn(["三、存在问题", "（一）学习不够。", "（二）完善不够。"])
    assert any(offer.startswith("（三）") for offer in learnt.complete(""))


def test_learns_from_the_report_being_written(learnt):
    assert learnt.complete("扎实开展清廉") == []
    learnt.learn(["扎实开展清廉机关建设。"])
    assert learnt.complete("扎实开展清廉")[0].startswith("机关")


def test_learns_from_the_unfinished_paragraph():
    continuations = Continuations()
    assert continuations.complete("清廉机关建设有成效，清廉")[:1] != []


def test_offers_save_most_keys_together():
    votes = {"ab": 1.0, "abcdef": 0.9, "xy": 0.5, "abc": 0.95, "q": 5.0}
    assert best_offers(votes, 3) == ["abcdef", "xy", "ab"]
    assert best_offers({}, 3) == []


def test_what_is_shown_ends_with_its_clause_and_stands_behind_the_right_lines():
    learnt = Continuations()
    learnt.learn(
        ["一、主要做法", "（一）加强组织领导", "成立专班，压实责任。", "（二）强化理论武装", "坚持读原著、学原文。"] * 3
    )
    learnt.begin_report()
    report = ["一、主要做法", "（一）加强组织领导", "成立专班，压实责任。", "二、下一步打算", "坚持下去。"]
    learnt.learn(report)
    learnt.stand_behind(report[:3])
    assert learnt.likeliest("").startswith("（二）强化理论武装")
    learnt.stand_behind(report[:1])
    assert learnt.likeliest("").startswith("（一）加强组织领导")
    assert learnt.short_list("（一）加强组")[0] == "织领导"


def test_a_list_holds_no_two_beginnings_of_one_thing_and_no_open_quotation():
    learnt = Continuations()
    learnt.learn(
        ["坚持“三保”支出优先。", "坚持“三会一课”制度。", "坚持以案促改、以案促治。", "坚持以案促改、以案促建。"]
    )
    learnt.begin_report()
    offers = learnt.short_list("坚持")
    assert offers
    assert not [one for one in offers if one.count("“") > one.count("”")]
    assert not [one for one in offers for other in offers if one != other and other.startswith(one)]


def test_an_offer_shown_unasked_ends_with_a_word():
    learnt = Continuations()
    learnt.learn(["以习近平新时代中国特色社会主义思想为指导。", "走中国特色社会主义道路。", "建设中国特色社会主义。"])
    learnt.begin_report()
    for before in ("坚持走中", "中国特", "学习习近平新"):
        shown = before + learnt.likeliest(before)
        assert shown.endswith(("特色", "社会主义", "社会主义道路", "时代", "思想", "指导")), shown
        assert all(not one.endswith(("社会", "社", "主")) for one in learnt.short_list(before))


def test_a_place_just_written_counts_more():
    learnt = Continuations()
    learnt.begin_report()
    learnt.learn(
        ["完善制度体系。", *(f"第{number}件事已经办好，群众满意。" for number in range(200)), "完善制度机制。"]
    )
    assert learnt.complete("完善制度")[0].startswith("机制")
