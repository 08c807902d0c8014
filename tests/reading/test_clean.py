"""Cleaning: noise goes, the record maps back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.clean import clean_text, source_positions


def cleaned(source):
    result = clean_text(source)
    return result.text, [(r.reason, r.text) for r in result.removals]


@pytest.mark.parametrize(
    ("source", "text", "reasons"),
    [
        ("甲。\n\n\n乙。\n", "甲。\n乙。", ["blank_line"] * 3),
        ("\n甲。", "甲。", ["blank_line"]),
        ("甲。 \n乙。　", "甲。\n乙。", ["trailing_blank"] * 2),
        ("　　甲。\n    乙。", "甲。\n乙。", ["leading_blank"] * 2),
        ("##paidbegin##（二）乙。丙。\n##paidend##", "（二）乙。丙。", ["site_mark"] * 2),
        ("甲。\n— 3 —\n乙。", "甲。\n乙。", ["page_line"]),
        ("甲。\n第 3 页 共 5 页\n乙。", "甲。\n乙。", ["page_line"]),
        ("甲。\nhttps://www.example.cn/a?b=1\n乙。", "甲。\n乙。", ["site_line"]),
        ("来源：某某网\n甲。", "甲。", ["site_line"]),
        ("甲。\n--来源网络，仅供参考--", "甲。", ["site_line"]),
        ("甲：【更多公文素材,微信:ab01】\n乙。", "甲：\n乙。", ["site_mark"]),
        ("甲\u200b乙。", "甲乙。", ["invisible"]),
        ("##paidbegin##\u200b（一）", "（一）", ["site_mark", "invisible"]),
    ],
)
def test_noise(source, text, reasons):
    found, removals = cleaned(source)
    assert found == text
    assert [reason for reason, _ in removals] == reasons


def test_a_line_broken_in_mid_sentence_is_joined():
    source = "（六）加强制度建设。局总支坚持\n用制度管人，加强内部管理。"
    assert cleaned(source) == (source.replace("\n", ""), [("broken_line", "\n")])


@pytest.mark.parametrize(
    "source",
    [
        "关于开展专项工作情况的总结报告材料汇编\n今年以来，工作顺利。",
        "一、主要工作\n今年以来，工作顺利。",
        "今年以来，工作顺利。主要做法如下：\n坚持制度管人。",
        "局总支坚持制度。推进改革\n一是抓收入。",
        "局总支坚持制度。推进改革\n（二）抓支出。",
        "局总支坚持制度。推进改革\n　　抓支出。",
        "第三季度完成收入3亿元。\n页面清爽。",
        # three lines of one length are no wrapped text where others are longer
        "推进城区老旧供水管网改造一期建设项目\n推进乡镇污水处理设施提标改造建设项目\n推进县域城乡公交一体化换乘中心的项目\n"
        "全年实施重点项目三个，分别由住建、生态环境、交通部门负责推进",
    ],
)
def test_whole_lines_are_not_joined(source):
    assert "\n" in cleaned(source)[0]


@pytest.mark.parametrize(
    "line",
    [
        "编制了《编辑工作手册》。",
        "来源于一般公共预算的收入为3亿元。",
        "登录系统次数大幅增加。",
        "以上建议仅供参考，请各单位结合实际落实。",
        "开通【微信公众号】宣传",
        "更多群众得到实惠。",
        "2023",
        "1.坚持",
    ],
)
def test_sentences_of_a_report_are_no_noise(line):
    assert cleaned(f"甲。\n{line}")[0].endswith(line)


@given(st.text(alphabet="甲乙。，、一（）##paidend 　\n\u200b-—3 页第", max_size=80))
def test_the_record_says_just_what_went(source):
    result = clean_text(source)
    rebuilt, done = [], 0
    for removal in result.removals:
        assert done <= removal.start < removal.end
        assert source[removal.start : removal.end] == removal.text
        rebuilt.append(source[done : removal.start])
        done = removal.end
    assert "".join(rebuilt) + source[done:] == result.text
    to_source = source_positions(result.removals)
    assert all(source[to_source(i)] == c for i, c in enumerate(result.text))


@given(st.text(alphabet="甲乙。，一、（二）##paidend 　\n", max_size=60))
def test_what_is_clean_stays_as_it_is(source):
    once = clean_text(source).text
    if "##" not in once and clean_text(once).text != once:
        # joining lines can make a line that breaks off again; a second pass may only join further
        assert clean_text(once).text.replace("\n", "") == once.replace("\n", "")
