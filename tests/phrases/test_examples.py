"""Examples: the sentence that holds a phrase, with slots and left-out words."""

import pytest

from assistant.phrases.examples import LONGEST, example_in
from assistant.phrases.library import open_library
from assistant.phrases.mine import mine_report
from assistant.phrases.search import search_phrases
from assistant.reading.structure import paragraphs_of
from assistant.workbench.builtin_phrases import library_in_use
from assistant.workbench.phrase_examples import example_of

TEXT = "工作总结\n（一）建立组织机构，明确责任分工。局里成立专班。\n"
TEXT += "今年共收集问题xx条，并已解决xx条，群众满意。\n坚持不懈。\n"


@pytest.mark.parametrize(
    ("phrase", "example"),
    [
        ("共收集问题{数}条，已解决{数}条", "今年共收集问题xx条，并已解决xx条，群众满意。"),
        ("建立组织机构，明确责任分工", "（一）建立组织机构，明确责任分工。局里成立专班。"),
        ("群众满意", "今年共收集问题xx条，并已解决xx条，群众满意。"),
        ("没有这句", ""),
        ("{数}条", "今年共收集问题xx条，并已解决xx条，群众满意。"),
    ],
)
def test_the_sentence_is_found(phrase, example):
    assert example_in(TEXT, phrase) == example


def test_a_long_sentence_is_cut_around_the_phrase():
    example = example_in("甲" * 60 + "，" + "丙" * 40 + "，压实责任，" + "乙" * 40 + "，丁。", "压实责任", 60)
    assert example == "…压实责任，" + "乙" * 40 + "，丁。"
    assert len(example_in("甲" * 300 + "压实责任" + "乙" * 300 + "。", "压实责任")) <= LONGEST


def test_every_phrase_of_an_own_report_has_its_example(tmp_path):
    text = TEXT + "一、主要做法\n着力破解发展难题，为企业发展营造良好环境，取得实效。\n"
    library = open_library(tmp_path / "library")
    library.add_report("a.txt", text, text.split("\n"), mine_report(text, paragraphs_of(text)))
    found = {one.text: example_of(library, one) for one in search_phrases(library, "", limit=100)}
    library.close()
    assert found["着力破解发展难题"] == "着力破解发展难题，为企业发展营造良好环境，取得实效。"
    assert {one for phrase, one in found.items() if "收集" in phrase} == {
        "今年共收集问题xx条，并已解决xx条，群众满意。"
    }


def test_nearly_all_built_in_phrases_have_one():
    with library_in_use(None) as library:
        found = search_phrases(library, "", limit=400)
        without = [one.text for one in found if not example_of(library, one)]
        assert example_of(library, search_phrases(library, "主体责任")[0])
    assert len(without) < 8
