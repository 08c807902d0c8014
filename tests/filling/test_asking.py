"""Fields: kinds, units, ids, and the markers that are asked for once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.filling.asking import find_fields, with_new_fields
from assistant.filling.labels import unique_labels
from assistant.report.fields import Kind
from assistant.report.model import Report
from tests.report.filled import fill_field


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("完成收入xx亿元。", Kind.NUMBER, "亿元"),
        ("参加X余人次。", Kind.NUMBER, "人次"),
        ("撰写体会X多篇。", Kind.NUMBER, "篇"),
        ("增长X %。", Kind.PERCENT, "%"),
        ("提高X个百分点。", Kind.PERCENT, "个百分点"),
        ("xx月xx日，局党委召开会议。", Kind.DATE, ""),
        ("xx月，宣讲团下沉。", Kind.DATE, "月"),
        ("X年，市财政局获评先进。", Kind.DATE, "年"),
        ("近X年来成效显著。", Kind.NUMBER, "年"),
        ("第X季度考核排名靠前。", Kind.DATE, "季度"),
        ("举办第X届读书节。", Kind.NUMBER, "届"),
        ("第X期培训班开班。", Kind.NUMBER, "期"),
        ("监督电话：XXX-XXXXXXXX", Kind.TEXT, ""),
        ("庆祝建党xx周年大会。", Kind.NUMBER, "周年"),
        ("X市财政局党组。", Kind.PLACE, ""),
        ("xx省全媒体竞赛。", Kind.PLACE, ""),
        ("来xx考察时的讲话。", Kind.PLACE, ""),
        ("XX财政局坚持学习。", Kind.ORG, ""),
        ("xx局党组坚决扛起责任。", Kind.ORG, ""),
        ("在xx电视台播出。", Kind.ORG, ""),
        ("由xx同志任主任。", Kind.PERSON, ""),
        ("青禾县水利局　XXX", Kind.PERSON, ""),
        ("X书记强调，要学习。", Kind.PERSON, ""),
        ("领导小组组长Ｘ强调，要学习。", Kind.PERSON, ""),
        ("尊敬的xx组长，同志们：", Kind.PERSON, ""),
        ("党的十九届X中X会精神。", Kind.SESSION, ""),
        ("推进xx事业高质量发展。", Kind.TEXT, ""),
        ("“xx人讲xx故事”", Kind.TEXT, ""),
        ("被《xx日报》采用。", Kind.TEXT, ""),
        ("谱写“xx篇章”。", Kind.TEXT, ""),
        ("【单位名称】财政总结", Kind.ORG, ""),
        ("完成收入【XX】亿元。", Kind.NUMBER, "亿元"),
        ("于【xx月xx日】召开。", Kind.DATE, ""),
        ("【xx县】财政局", Kind.PLACE, ""),
        ("【20xx年】工作总结", Kind.DATE, ""),
    ],
)
def test_kind_and_unit(text, kind, unit):
    field = find_fields(text)[0]
    assert (field.kind, field.unit) == (kind, unit)


def test_a_session_is_asked_for_once():
    fields = find_fields("学习十九届X中X会精神。\n贯彻十九届X中X会部署。\n召开X次会议。")
    assert [(f.kind, len(f.occurrences)) for f in fields] == [(Kind.SESSION, 2), (Kind.NUMBER, 1)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("全市一般公共预算支出X亿元。", "全市一般公共预算支出"),
        ("其中民生支出X亿元，占比高。", "民生支出"),
        ("全市收入X亿元，增长X%。", "全市收入"),
        ("共收集问题xx条。", "收集问题"),
        ("开展了“四史书籍”XX套，", "四史书籍"),
        ("市财政局X个党支部获评先进。", "市财政局党支部数"),
        ("全年实现X亿元工业投入。", "工业投入"),
        ("全市收入【XX】亿元。", "全市收入"),
    ],
)
def test_labels_of_figures(text, label):
    assert find_fields(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [("【单位名称】召开会议。", "单位名称"), ("【项目：名称】建成。", "名称"), ("{{分管领导}}讲话。", "分管领导")],
)
def test_a_slot_is_asked_for_by_its_own_words(text, label):
    assert find_fields(text)[0].label == label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("全市收入X亿元，增长X%。", ["全市收入", "全市收入增长率"]),
        ("全市收入【XX】亿元，增长【X】%。", ["全市收入", "全市收入增长率"]),
        ("收入完成**万元，增收**万元，增长*%。", ["收入", "收入增收额", "收入增长率"]),
        (
            "全市支出X亿元，其中民生支出X亿元，占一般公共预算支出比重X%。",
            ["全市支出", "民生支出", "民生支出占一般公共预算支出比重"],
        ),
        (
            "税收收入X亿元，税收收入占一般公共预算收入比重X%，较去年同期提高X个百分点。",
            ["税收收入", "税收收入占一般公共预算收入比重", "税收收入占一般公共预算收入比重提高幅度"],
        ),
        (
            "中央资金X亿元、省级资金X万元，分别比上年增长X%和X%。",
            ["中央资金", "省级资金", "中央资金增长率", "省级资金增长率"],
        ),
        ("2024年收入完成X亿元、支出X亿元，同比分别增长5%、X%。", ["2024年收入", "2024年收入（支出）", "支出增长率"]),
        (
            "培训干部X名、群众X名，分别占总数的X%和X%。",
            ["培训干部", "培训干部（群众）", "培训干部占总数比重", "群众占总数比重"],
        ),
        ("城镇居民和农村居民收入分别达到X元、X元。", ["城镇居民", "农村居民收入"]),
        ("2023年、2024年分别投入X万元、X万元。", ["2023年投入", "2024年投入"]),
        ("三个镇分别召开X次、X次会议。", ["三个镇分别召开", "会议"]),
        ("共到位补助资金X亿元，其中中央X亿元、省级X亿元。", ["补助资金", "补助资金（中央）", "补助资金（省级）"]),
        ("xx同志任办公室主任，xx同志为联络员。", ["办公室主任姓名", "联络员姓名"]),
        ("领导小组组长Ｘ强调，要学习。", ["组长姓名"]),
        ("xx月xx日，局党委书记召开动员部署会，深入传达。", ["局党委书记召开动员部署会的日期"]),
        ("参观xx革命历史陈列馆，被《xx日报》采用。", ["“xx革命历史陈列馆”的内容", "“xx日报”的内容"]),
        ("XX财政局坚持学习。", ["“XX财政局”的名称"]),
    ],
)
def test_labels_of_fields_that_hang_together(text, labels):
    assert [f.label for f in find_fields(text)] == labels


def test_no_two_fields_share_a_label():
    labels = [f.label for f in find_fields("投入X万元修路，投入X万元建桥，投入X万元。")]
    assert len(set(labels)) == 3


def test_ids_stay_when_other_parts_change():
    text = "甲乡完成收入xx亿元，投入资金充足。\n乙乡安排支出xx亿元，保障有力有效。"
    before = {f.label: f.id for f in find_fields(text)}
    after = {f.label: f.id for f in find_fields("新的开头段落。\n" + text.replace("甲乡", "甲乡上半年，各部门"))}
    assert before["乙乡安排支出"] == after["乙乡安排支出"]
    assert len(set(before.values())) == 2


def test_numbered_labels_stay_unique():
    assert unique_labels(["次数", "次数（2）", "次数"]) == ["次数", "次数（2）", "次数（3）"]


def test_one_long_paragraph_takes_no_long_time():
    assert len(find_fields("完成XX亿元，占XX%，" * 2000)) > 0


@given(st.text(alphabet="甲乙xX*年月日亿元。\n", max_size=60))
def test_ids_are_unique_and_places_right(text):
    fields = find_fields(text)
    assert len({f.id for f in fields}) == len(fields)
    assert len({f.label for f in fields}) == len(fields)
    for field in fields:
        assert all(text[o.start : o.end] == o.marker for o in field.occurrences)


def test_typed_markers_become_fields_of_their_own():
    report = Report("收入xx亿元。", find_fields("收入xx亿元。"))
    filled = fill_field(report, report.fields[0].id, "12")
    typed = Report(filled.text + "\n支出XX万元。", filled.fields)
    asked = with_new_fields(typed)
    assert [(f.label, f.value) for f in asked.fields] == [("收入", "12"), ("支出", "")]
    assert with_new_fields(asked) is asked
