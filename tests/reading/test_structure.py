"""Structure: the reports in small of tests/cases/structure.txt, and what holds for every text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.structure import enumerations_in, heading_extent, paragraphs_of
from assistant.report.model import Role

_TAGS = {
    "title": Role.TITLE,
    "sub": Role.SUBTITLE,
    "sal": Role.SALUTATION,
    "body": Role.BODY,
    "close": Role.CLOSING,
    "sign": Role.SIGNATURE,
    "date": Role.DATE,
    "attach": Role.ATTACHMENT,
}


def _blocks():
    text = (Path(__file__).parent.parent / "cases" / "structure.txt").read_text("utf-8")
    text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    for block in text.split("====\n"):
        yield [tuple(line.split("\t", 1)) for line in block.splitlines() if line]


@pytest.mark.parametrize("block", list(_blocks()), ids=lambda block: block[0][1][:12])
def test_report_in_small(block):
    paragraphs = paragraphs_of("\n".join(line for _, line in block))
    for (tag, line), paragraph in zip(block, paragraphs, strict=True):
        heading = re.fullmatch(r"([1-4])(r?)([?!]?)", tag)
        if heading is None:
            assert (paragraph.role, line) == (_TAGS[tag], line)
            continue
        assert (paragraph.role, paragraph.level, paragraph.run_in, line) == (
            Role.HEADING,
            int(heading[1]),
            bool(heading[2]),
            line,
        )
        assert (paragraph.number is None) == (heading[3] == "?")
        if heading[3] == "!":
            assert paragraph.expected_number is not None


def test_missing_number_is_told():
    lines = ["一、甲", "（一）抓学习。好。", "加强作风建设。好。", "（三）抓落实。好。"]
    assert paragraphs_of("\n".join(lines))[2].expected_number == "（二）"


@pytest.mark.parametrize(
    ("words", "length", "run_in"),
    [
        ("主要工作", 4, False),
        ("认真履职。局总支坚持学习。", 4, True),
        ("学习“好。坏”的做法。后文。", 10, True),
        ("存在问题：学习不够。", 4, True),
        ("抓收入：依法征收", 3, True),
    ],
)
def test_where_a_heading_ends(words, length, run_in):
    assert heading_extent(words) == (length, run_in)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("一是抓收入。二是抓支出；三是抓改革。", ("一是", "二是", "三是")),
        ("一要增强主动性。二要增强前瞻性。", ("一要", "二要")),
        ("一靠党建，二靠改革。", ("一靠", "二靠")),
        ("统一是关键。唯一要求是落实。", ()),
        ("一在", ()),
    ],
)
def test_enumerations(line, words):
    assert enumerations_in(line) == words


def test_the_clerks_own_role_wins():
    text = "工作总结\n今年以来，成绩显著。"
    assert paragraphs_of(text, [("今年以来，成绩显著。", Role.CLOSING)])[1].role is Role.CLOSING


@given(st.text(alphabet="一二（）1.、。：甲乙 \n同志们年月日附件xx—", max_size=80))
def test_one_paragraph_a_line(text):
    paragraphs = paragraphs_of(text)
    assert "\n".join(p.text_of(text) for p in paragraphs) == text
    for p in paragraphs:
        assert (p.level is not None) == (p.role is Role.HEADING)
        assert p.start <= p.heading_start <= p.heading_end <= p.end
