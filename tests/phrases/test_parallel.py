"""Parallel stretches: lists and groups cut free from their sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.phrases.parallel import parallel_groups, parallel_lists


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("受到了一次全面深刻的政治教育、思想淬炼、精神洗礼", "政治教育、思想淬炼、精神洗礼"),
        ("切实做到级级负责、层层有责", "级级负责、层层有责"),
        ("全市财政收入继续保持稳中有进、稳中提质的良好势头", "稳中有进、稳中提质"),
        ("形成党员带头、党员示范的格局", "党员带头、党员示范"),
        ("认真听取干部群众的意见、意见箱中的建议", None),
        ("整个党史学习教育求实、务实、扎实", "求实、务实、扎实"),
        ("党的创造力、凝聚力、战斗力大大提升", "创造力、凝聚力、战斗力"),
        ("大力弘扬高标准、严要求、快节奏的工作作风", "高标准、严要求、快节奏"),
        ("作为坚定理想信念、提升本领能力、强化实干担当的有力抓手", "坚定理想信念、提升本领能力、强化实干担当"),
        ("班子成员、局属各单位和各股室主要负责同志率先垂范、带头推进", "率先垂范、带头推进"),
        ("推动线上学习可听、可读、可看、可交流", "可听、可读、可看、可交流"),
        (
            "党员走进农村社区访百姓、走进园区访企业、走进城区访项目",
            "走进农村社区访百姓、走进园区访企业、走进城区访项目",
        ),
        ("坚持为民惠民便民、岗位学雷锋、亮党员身份等活动", "岗位学雷锋、亮党员身份"),
        ("镇党委、政府", None),
    ],
)
def test_a_list_is_cut_free(clause, found):
    assert list(parallel_lists(clause)) == ([found] if found else [])


def test_a_group_may_begin_inside_a_clause():
    assert list(parallel_groups(["使总支成员各负其责", "各尽其职"])) == ["各负其责，各尽其职"]


def test_a_group_that_is_too_long_is_found_by_its_parts():
    clauses = ["勿忘昨天的苦难辉煌", "无愧今天的使命担当", "不负明天的伟大梦想"]
    clauses += ["以史为鉴、开创未来", "埋头苦干、勇毅前行", "敢于斗争、善于斗争"]
    assert "，".join(clauses[:3]) in list(parallel_groups(clauses))


@given(st.text(alphabet="、的了党员责任"))
def test_any_clause_gives_parts_of_itself(clause):
    for run in parallel_lists(clause):
        assert run in clause
