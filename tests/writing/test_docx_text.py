"""Any text goes in and comes out of a document, but for what XML cannot hold."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.text.run import Run
from hypothesis import given
from hypothesis import strategies as st

from assistant.report.model import Role
from assistant.typeset.layout import load_layout
from assistant.writing.docx import write_docx
from assistant.writing.xml_text import run_text, xml_text
from tests.writing.ooxml_schema import W, complaints
from tests.writing.report_values import PROPERTIES, Line, field_at, heading, report_of

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
PADDING = " \t\u3000\u00a0"
LAYOUT = load_layout()


def text_of(paragraph):
    """Return a paragraph's text, what stands in content controls too."""
    return "".join(Run(element, paragraph).text for element in paragraph._p.iter(W + "r"))


any_line = st.text(
    st.one_of(
        st.characters(exclude_characters="\n\r"),
        st.sampled_from("&<>\"'\t\x00\x0b\x1f\x7f\u2028\ufffe𠮷😀“”——…·×  年X12]]>"),
    ),
    max_size=40,
)
any_role = st.sampled_from([role for role in Role if role not in (Role.HEADING, Role.NOISE)])


def written(lines, fields=(), draft=False):
    report, paragraphs = report_of(lines, fields)
    return write_docx(report, paragraphs, LAYOUT, draft=draft, properties=PROPERTIES)


@given(st.lists(st.builds(Line, any_line, any_role), min_size=1, max_size=6), st.booleans())
def test_any_text_comes_back(lines, draft):
    document = written(lines, draft=draft)
    assert complaints(document) == []
    # a long title is broken into balanced lines
    texts = [text_of(one).replace("\n", "") for one in docx.Document(io.BytesIO(document)).paragraphs]
    expected = [FORBIDDEN.sub("", line.text.strip(PADDING)) for line in lines if line.text.strip(PADDING)]
    # Blank lines and the breaks of a long title are the layout's; a line of forbidden characters alone leaves one too.
    assert [text.replace("\n", "") for text in texts if text] == [text for text in expected if text]


@given(any_line.filter(lambda text: text), any_line, st.integers(0, 40), st.integers(1, 10))
def test_text_comes_back_however_runs_are_cut(words, rest, start, length):
    line = heading(2, "（一）", words, f"。{rest}尾")
    marker = line.text[start % len(line.text) :][:length]
    field = field_at(line.text, marker)
    document = docx.Document(io.BytesIO(written([line], (field,), draft=True)))
    assert text_of(document.paragraphs[0]) == FORBIDDEN.sub("", line.text)


@pytest.mark.parametrize("control", [*range(0x20), 0x7F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_forbidden_characters_are_dropped_and_tabs_kept(control):
    if control == 0x0A:
        return  # never inside a line
    expected = "ab" if FORBIDDEN.match(chr(control)) else f"a{chr(control)}b"
    document = docx.Document(io.BytesIO(written([Line(f"a{chr(control)}b")])))
    assert document.paragraphs[0].text == expected


def test_escaping():
    assert xml_text('a&b<c>"d"\t') == "a&amp;b&lt;c&gt;&quot;d&quot;&#9;"
    assert run_text("a\tb&") == 'a</w:t><w:tab/><w:t xml:space="preserve">b&amp;'
    assert run_text("没有") == "没有"
