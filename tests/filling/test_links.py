"""Links: which markers are one value, and what the clerk makes of them."""

import pytest

from assistant.filling.asking import find_fields
from assistant.filling.relinking import likely_same, relink
from assistant.report.fields import Link


def groups(text):
    """Return, for each field with several places, the words behind each place."""
    several = [field for field in find_fields(text) if len(field.occurrences) > 1]
    return [[text[o.start : o.end + 3] for o in field.occurrences] for field in several]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("尊敬的xx组长：\n感谢xx组长到会指导。\n请xx组长讲话。", 3),
        ("学习十九届X中X会精神。\n贯彻十九届X中X会部署。", 2),
        ("X市财政局召开会议。\nX市委作出部署。\n全力支持X市发展。", 3),
        ("自治区党委X书记指出，要学习。X书记强调，要落实。", 2),
        ("xx局党组研究部署。\n印发《xx局实施方案》。\nxx局3个支部召开会议。", 3),
        ("推进xx事业发展。\n全市xx部门联动。\n提升xx服务水平。", 3),
        ("XX财政局坚持学习。\nXX财政局落实制度。", 2),
        ("庆祝中国共产党成立xx周年大会，举办中国共产党成立xx周年书画展。", 2),
        ("参观xx红军独立师展陈馆、xx红军独立师师部旧址。", 2),
        ("全市一般公共预算支出X亿元。\n全市一般公共预算支出X亿元，用于民生。", 2),
        ("2025年度述职报告\nA县水利局局长 xxx\n我认真履职。\n述职人：xxx", 2),
        ("述职报告\n【校长姓名】\n我认真履职。\n述职人：【校长姓名】", 2),
        ("我任○○街道办事处主任。\n○○街道辖12个社区。", 2),
        ("XX区直机关工委工作总结\n全年工作有序。\n中共XX区直属机关工作委员会", 2),
    ],
)
def test_linked(text, places):
    assert max(len(field.occurrences) for field in find_fields(text)) == places


@pytest.mark.parametrize(
    "text",
    [
        "由xx同志任主任，xx同志任联络员。",
        "党的XX大以来，成绩显著。党的XX大报告指出，要坚持。",
        "区XX局、区XX局、区XX服务中心参加。",
        "市委X书记讲话，县委X书记表态。",
        "报请xx局党组第四巡回指导组同意，xx局党组召开会议。",
        "走访xx村党支部，慰问xx村党支部。",
        "推进xx项目建设，加快xx项目建设。",
        "收入X亿元，支出X亿元。",
        "3月X日召开会议，5月X日举办培训。",
        "XX财政局与XX民政局联合发文。",
        "xx县财政局、XX县财政局。",
        "全市一般公共预算支出X亿元，县级一般公共预算支出X亿元。",
        "被《xx日报》《xx晚报》采用。",
        "推进xx事业发展，参观xx纪念馆。",
        "2025年度述职报告\nA县水利局局长 xxx\n我认真履职。\n述职人：×××",
        "支出【数字】万元，整改【数字】项。",
        "述职报告\n述职人：xxx\n我认真履职。\nA县水利局局长 xxx",
        "走访○○街道、○○街道办事处。",
    ],
)
def test_not_linked(text):
    assert groups(text) == []


def test_one_session_is_certain_and_the_city_is_suggested():
    session, city = find_fields("学习十九届X中X会精神，X市召开会议，贯彻十九届X中X会精神，X市委部署。")
    assert [o.link for o in session.occurrences] == [Link.CERTAIN, Link.CERTAIN]
    assert [o.link for o in city.occurrences] == [Link.CERTAIN, Link.SUGGESTED]


def test_relinking_takes_places_out_and_joins_others():
    text = "X市财政局。\nX市委。\nX市政府。\nX省政府。"
    city, province = find_fields(text)
    assert likely_same(city, [city, province]) == (province,)
    known = {city.id: city, province.id: province}
    kept, alone = relink(text, city, keep={0, 2}, join=[], known=known)
    assert [(o.start, o.link) for o in kept.occurrences] == [(0, Link.CERTAIN), (12, Link.CERTAIN)]
    assert [o.start for o in alone.occurrences] == [7]
    assert alone.id not in known
    (both,) = relink(text, city, keep={0, 1, 2}, join=[province], known=known)
    assert [text[o.start + 1] for o in both.occurrences] == ["市", "市", "市", "省"]
    with pytest.raises(ValueError, match="places"):
        relink(text, city, keep=set(), join=[], known=known)
