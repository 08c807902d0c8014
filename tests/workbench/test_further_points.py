"""这一节还可以写 over the built-in headings and the clerk's own reports, and how it is put into the report."""

from dataclasses import replace

from assistant.phrases.further import Further
from assistant.phrases.library import open_library
from assistant.report.model import Report
from assistant.workbench.builtin_phrases import take_in_builtin
from assistant.workbench.further_points import furthers_at, insertion
from assistant.workbench.opening import open_path
from assistant.workbench.phrase_library import take_in
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.working import start_work, with_report

RUN_IN = "关于安全生产的情况汇报\n一、主要做法\n（一）高位推动。加强领导。\n（二）压实责任。签订责任书。\n"


def working_of(text):
    working = start_work(open_path(shipped_samples()[0].path))
    return with_report(replace(working, known_fields={}), Report(text))


def test_built_in_headings_and_sentences_are_offered(tmp_path):
    library = open_library(tmp_path / "library")
    take_in_builtin(library)
    working = start_work(open_path(shipped_samples()[1].path))
    offered = furthers_at(working, working.report.text.index("存在的主要问题"), library)
    assert offered.section == "二、存在的主要问题"
    assert any(one.sources for one in offered.points)
    assert offered.sentences
    library.close()


def test_own_reports_are_looked_at(tmp_path):
    library = open_library(tmp_path / "library")
    take_in(
        library, "我的汇报.txt", "关于消防工作的情况汇报\n一、主要做法\n（一）强化宣传引导，讲好消防故事\n进社区。\n"
    )
    offered = furthers_at(working_of(RUN_IN), RUN_IN.index("签订"), library)
    own = [one for one in offered.points if one.sources == ("我的汇报",)]
    assert [one.heading for one in own] == ["强化宣传引导，讲好消防故事"]
    library.close()


def test_heading_and_sentence_are_numbered_and_run_in_like_their_neighbours():
    further = Further("督导检查", "强化督导检查", "开展督导{数}次。", (), 2, 4)
    edit = insertion(working_of(RUN_IN), further)
    assert edit.replacement.text.endswith("（三）强化督导检查。开展督导xx次。")


def test_heading_and_sentence_are_two_lines_where_neighbours_are():
    text = "总结\n一、主要做法\n（一）高位推动\n加强领导。\n（二）压实责任\n签订责任书。\n二、打算\n略。\n"
    further = Further("督导检查", "强化督导检查", "开展督导{数}次。", (), 2, 6)
    edit = insertion(working_of(text), further)
    assert "（三）强化督导检查\n开展督导xx次。" in edit.replacement.text
