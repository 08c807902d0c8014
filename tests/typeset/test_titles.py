"""Long titles: whole words, lines that fit, and a shape."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.typeset.titles import title_breaks

CAPACITY = 20.1


def lines_of(title):
    offsets = (0, *title_breaks(title, CAPACITY), len(title))
    return [title[start:end] for start, end in itertools.pairwise(offsets)]


@pytest.mark.parametrize(
    "title", ["2025年工作总结", "在全市党史学习教育总结会议上的讲话", "", "关于二〇二五年度全县重点工作情况的报告"]
)
def test_title_that_fits_stays_on_one_line(title):
    assert lines_of(title) == [title]


# broken by hand, by the rules of reference layout-rules 6.9
@pytest.mark.parametrize(
    "lines",
    [
        ["关于2025年度全县农业农村", "工作情况和2026年工作安排的报告"],
        ["在全县推进新型城镇化和城乡融合", "发展暨人居环境整治工作现场会上的讲话"],
        ["青禾市住房和城乡建设局", "关于2025年法治政府建设年度工作情况的报告"],
        ["XX市人民政府办公室关于进一步", "加强和规范政务公开工作的实施意见"],
        ["关于学习贯彻", "习近平新时代中国特色社会主义思想", "主题教育工作情况的总结报告"],
        ["安澜市文化广电和旅游局", "开展文化市场综合执法专项整治情况的汇报"],
        ["在全县深入推进乡村振兴暨农村人居", "环境整治工作会议上的讲话"],
        ["xx局党组书记xxx同志", "在全局系统全面从严治党工作", "会议暨警示教育大会上的讲话提纲"],
    ],
)
def test_title_breaks_at_whole_words_in_a_shape(lines):
    assert lines_of("".join(lines)) == lines


WORDS = ["关于", "全县", "2025年度", "农业农村", "工作", "情况", "的", "和", "《条例》", "第十八届"]
WORDS += ["XX", "会议", "贯彻落实", "、", "（试行）", "在", "局", "报告", "暨"]


@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=28).map("".join))
def test_breaks_never_part_marks_or_figures(title):
    lines = lines_of(title)
    assert "".join(lines) == title
    for line, behind in itertools.pairwise(lines):
        assert line[-1] not in "《（"
        assert behind[0] not in "》）、的"
        assert not (line[-1].isdigit() and behind[0] in "0123456789年")
        assert not (line[-1] == "X" and behind[0] == "X")
        assert len(line) >= 4
