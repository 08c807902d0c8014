"""HTML from the clipboard of Word, WPS and browsers, and web pages saved as .doc or .html → plain paragraphs.

What the page does not show is left out: styles, scripts, hidden and deleted text, comments. Nothing is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from assistant.reading.document_text import MOST_CHARACTERS, DocumentText, document_text
from assistant.report.errors import AssistantError

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset"}
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main"}
    | {"nav", "ol", "option", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_PASSED_OVER = frozenset(
    {"head", "style", "script", "title", "template", "noscript", "textarea", "select", "button", "svg", "math"}
    | {"iframe", "object", "del", "audio", "video", "canvas", "rt", "rp", "xml"}
)
_MOST_NESTED = 200
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment", re.I)
_SPACES = re.compile("[ \t\n\r\f]+")
# A line break of the source between two Chinese characters is none of the text.
_BREAK = re.compile(
    "(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef，。、；：？！“”‘’（）《》…—])[ \t]*[\r\n]\\s*"
    "(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef，。、；：？！“”‘’（）《》…—])"
)
# The tab that Word draws between an automatic number and its text, as blanks.
_AFTER_NUMBER = re.compile("^([（(]?[0-9一二三四五六七八九十]{1,4}[、.．）)])[ \xa0]+")
_BULLET = re.compile("^[·•\uf0b7\uf06c\uf0d8§Øl][ \xa0]{2,}")


@dataclass(slots=True)
class Page:
    """One pass over the source, told by the parser what begins and ends (the target interface of lxml)."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    open: list[bool] = field(default_factory=list)
    """Of each open element whether it is not shown."""
    hidden: int = 0
    kept_blanks: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        if tag in _BLOCKS or tag == "br":
            self.end_line()
        if len(self.open) >= _MOST_NESTED:
            raise AssistantError("file.too_nested", most=_MOST_NESTED)
        is_hidden = tag in _PASSED_OVER or "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
        self.open.append(is_hidden)
        self.hidden += is_hidden
        self.kept_blanks += tag == "pre"

    def end(self, tag: str) -> None:
        """Close the innermost element."""
        if tag in _BLOCKS:
            self.end_line()
        self.hidden -= self.open.pop()
        self.kept_blanks -= tag == "pre"

    def data(self, text: str) -> None:
        """Take text as the page shows it."""
        if self.hidden:
            return
        if self.kept_blanks:
            first, *others = text.split("\n")
            self.pieces.append(first)
            for other in others:
                self.end_line()
                self.pieces.append(other)
        else:
            self.pieces.append(text)

    def close(self) -> None:
        """End the last paragraph."""
        self.end_line()

    def end_line(self) -> None:
        """End the paragraph; blocks without text make no empty ones."""
        if not self.pieces:
            return
        line = "".join(self.pieces)
        self.pieces.clear()
        if not self.kept_blanks:
            line = _SPACES.sub(" ", _BREAK.sub("", line)).strip(" \xa0")
        line = _AFTER_NUMBER.sub(r"\1", _BULLET.sub("", line))
        if line:
            self.take_line(line)

    def take_line(self, line: str) -> None:
        """Keep a paragraph."""
        self.lines.append(line)


def hides_text(source: str) -> bool:
    """Whether a page holds text that it does not show, such as tracked changes, hidden text and comments of Word."""
    return re.search(r"<del\b", source, re.I) is not None or _HIDDEN.search(source) is not None


def read_html(source: str) -> DocumentText:
    """Return the paragraphs that a page shows, cells of tables one by one.

    Raises:
        AssistantError: `file.too_nested` (most), `file.too_long` (characters, most).
    """
    page = Page()
    feed(page, source)
    return document_text("\n".join(page.lines), ())


def feed(page: Page, source: str) -> None:
    """Tell a page what begins and ends in a source.

    Raises:
        AssistantError: `file.too_nested` (most), `file.too_long` (characters, most).
    """
    if len(source) > MOST_CHARACTERS:
        raise AssistantError("file.too_long", characters=len(source), most=MOST_CHARACTERS)
    parser = etree.HTMLParser(
        target=cast(Any, page), encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        parser.feed(source.replace("\0", "").encode("utf-8", "ignore"))
        parser.close()
    except etree.XMLSyntaxError:
        # a page without any element; what was read until then counts
        page.close()
