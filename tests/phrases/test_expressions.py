"""Set expressions and frames inside clauses, names as slots, and words that begin or end like a broken piece."""

import pytest

from assistant.phrases.mine import mine_report
from assistant.phrases.slots import names_in, with_slots
from assistant.reading.structure import paragraphs_of


def mined(text):
    return {one.text: one for one in mine_report(text, paragraphs_of(text))}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("我们认真履行一岗双责要求并抓好整改。", "一岗双责"),
        ("持续深化放管服改革和营商环境建设。", "放管服改革"),
        ("始终不忘初心、牢记使命抓落实。", "不忘初心、牢记使命"),
        ("局党组坚持以高质量发展为主线谋划工作。", "坚持以{内容}为主线"),
        ("局党组把安全生产作为重中之重来抓。", "把{内容}作为重中之重"),
        ("在县委、县政府的坚强领导下开展工作。", "在{内容}的坚强领导下"),
        (
            "走访企业，共收集问题12条，已解决9条，长期坚持解决3条。",
            "共收集问题{数}条，已解决{数}条，长期坚持解决{数}条",
        ),
        ("为全县经济社会发展提供了坚强保障。", "为{内容}提供坚强保障"),
    ],
)
def test_they_are_found_inside_clauses(text, phrase):
    assert phrase in mined(text)


def test_an_expression_inside_a_longer_one_is_not_told_again():
    found = mined("履行全面从严治党主体责任。")
    assert "全面从严治党主体责任" in found
    assert "全面从严治党" not in found


@pytest.mark.parametrize(
    "phrase",
    [
        "坚持问题导向",
        "与时俱进",
        "坚持实事求是",
        "中央八项规定精神",
        "着力破解发展难题",
        "及时化解矛盾纠纷",
        "就业优先政策落地见效",
        "上下联动抓落实",
        "担当作为",
        "积极应对",
        "内部管理更加规范",
        "前瞻性谋划重点工作",
        "乡村振兴战略",
        "现将有关情况汇报如下",
        "为企业发展营造良好环境",
    ],
)
def test_whole_clauses_are_phrases(phrase):
    assert phrase in mined(f"{phrase}，工作取得实效。")


@pytest.mark.parametrize("piece", ["的工作取得进展", "和各部门协同", "上取得进展", "工作方面的", "按照要求通过"])
def test_broken_pieces_are_none(piece):
    assert piece not in mined(f"今年，{piece}，工作取得实效。")


def test_names_of_places_and_people_become_slots():
    line = "助力青禾县红石镇木耳产业发展，向周知远、孙明亮等先进人物学习，走访{数}户"
    slotted = "助力{地区}{地区}木耳产业发展，向{姓名}、{姓名}等先进人物学习，走访数户"
    assert with_slots(line, names_in(line)) == slotted
    assert with_slots("为基层办实事", names_in(line)) == "为基层办实事"
    assert names_in("项目区建成，一些村得到实惠，向县委汇报。") is None
    assert names_in("坚持实事求是，开展工作。") is None
    assert not [phrase for phrase in mined(f"一、主要做法\n{line}。\n") if "红石" in phrase or "明亮" in phrase]


def test_who_acts_is_no_part_of_a_phrase():
    assert "始终坚持把抓好党建工作放在首位" in mined("局总支始终坚持把抓好党建工作放在首位。")
