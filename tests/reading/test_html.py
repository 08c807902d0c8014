"""HTML as Word, WPS and browsers put it on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.html import read_html
from assistant.report.errors import AssistantError

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=ProgId content=Word.Document>
<style><!-- p.MsoNormal {mso-style-parent:"";} --></style><xml><w:View>Normal</w:View></xml></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>一、<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>收入情况<span lang=EN-US>
<o:p></o:p></span></p>
<p class=MsoNormal>完成<del cite="mailto:a"><span>11</span></del><ins>12</ins>亿元，增长<span lang=EN-US>X.X%</span>，
税收<br>占比提高。<span style='display:none;mso-hide:all'>隐藏</span></p>
<div style='mso-element:comment'><p>批注文字</p></div>
<!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (WORD, "一、收入情况\n完成12亿元，增长X.X%，税收\n占比提高。"),
        ("<div>甲</div><div>乙<span>丙</span></div>丁", "甲\n乙丙\n丁"),
        ("<p>甲&nbsp;乙&amp;&lt;&#19993;</p>", "甲\xa0乙&<丙"[:-1] + "\u4e19"),
        ("<table><tr><td>项目</td><td>金额</td></tr><tr><td>税收<td>12</table>", "项目\n金额\n税收\n12"),
        ("<ul><li>一是<li>二是</ul>", "一是\n二是"),
        ("<p>甲<script>x()</script><style>a{}</style>乙", "甲乙"),
        ("<pre>甲  乙\n丙</pre>", "甲  乙\n丙"),
        ("<p>甲\n乙</p><p>a\nb</p>", "甲乙\na b"),
        ("<ruby>拼<rt>pin</rt></ruby>", "拼"),
        ("没有标记", "没有标记"),
        ("</p></div><b>甲<p>乙", "甲\n乙"),
    ],
)
def test_what_the_page_shows(source, text):
    assert read_html(source).text == text


def test_nested_without_end():
    with pytest.raises(AssistantError, match=r"file\.too_nested"):
        read_html("<b>" * 100_000)
    assert read_html("</b>" * 100_000 + "x").text == "x"


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<pre>", "</pre>", "<del>", "</del>", "<!--", "-->", "<![if x]>", "a", "&", "<"]
        )
    )
)
def test_any_tags_give_text(parts):
    read_html("".join(parts)).text.encode("utf-8")
