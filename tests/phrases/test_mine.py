"""Mining: which stretches of a report are phrases."""

import pytest

from assistant.phrases.mine import mine_report
from assistant.reading.structure import paragraphs_of


def mined(text):
    return {one.text: one for one in mine_report(text, paragraphs_of(text))}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("（一）建立组织机构，明确责任分工。领导小组由局长任组长。", "建立组织机构，明确责任分工"),
        ("一是提高政治站位，全面动员部署。二是抓好落实。", "提高政治站位，全面动员部署"),
        ("增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "四个意识"),
        ("增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "增强“四个意识”、坚定“四个自信”、做到“两个维护”"),
        ("增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "坚定“四个自信”"),
        ("作风持续好转，做到“为公理财，为民服务”。", "为公理财，为民服务"),
        ("坚持党的领导，“以政领财、财随政行”，取得实效。", "以政领财、财随政行"),
        ("共收集问题xx条，已解决xx条，长期坚持解决xx条。", "共收集问题{数}条，已解决{数}条，长期坚持解决{数}条"),
        ("按照学史明理、学史增信、学史崇德、学史力行的要求，精心组织。", "学史明理、学史增信、学史崇德、学史力行"),
        ("达到了学党史、悟思想、办实事、开新局的目的。", "达到了学党史、悟思想、办实事、开新局的目的"),
        ("要以史为鉴、开创未来，埋头苦干、勇毅前行。", "埋头苦干、勇毅前行"),
    ],
)
def test_found(text, phrase):
    assert phrase in mined(text)


@pytest.mark.parametrize("slip", ["鲜明的人们立场", "的要求", "结合“主题"])
def test_slips_and_broken_stretches_are_not_learnt(slip):
    assert slip not in mined(f"深刻理解，{slip}，三会一课”活动。")


def test_phrase_knows_its_section_and_category():
    found = mined("工作总结\n一、存在的问题\n学用结合还有差距。\n二、下一步打算\n坚持以学促干。")
    assert (found["学用结合还有差距"].section, found["学用结合还有差距"].category) == ("存在的问题", "问题")
    assert found["坚持以学促干"].section == "下一步打算"


def test_plans_in_the_last_paragraph_are_no_closing():
    text = "总结\n一、下一步打算\n一要健全长效机制。二要夯实工作基础。\n"
    found = {one.text: one.category for one in mine_report(text, paragraphs_of(text))}
    assert found["健全长效机制"] == "打算"
