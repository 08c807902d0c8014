"""HTML from the clipboard of Word, WPS and browsers, and web pages saved as .doc or .html → plain paragraphs.

What the page does not show is left out: styles, scripts, hidden and deleted text, comments. Nothing is loaded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from assistant.reading.document_text import MOST_NESTED, DocumentText, document_text
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
_WITHOUT_END = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
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


@dataclass
class _Page(HTMLParser):
    """One pass over the source."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    open: list[tuple[str, bool]] = field(default_factory=list)
    """Name of each open element, and whether it is not shown."""
    hidden: int = 0
    kept_blanks: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _BLOCKS or tag == "br":
            self.end_line()
        if tag in _WITHOUT_END:
            return
        if len(self.open) >= MOST_NESTED:
            raise AssistantError("file.too_nested", most=MOST_NESTED)
        values = dict(attrs)
        is_hidden = tag in _PASSED_OVER or "hidden" in values or bool(_HIDDEN.search(values.get("style") or ""))
        self.open.append((tag, is_hidden))
        self.hidden += is_hidden
        self.kept_blanks += tag == "pre"

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what was left open within it; one that is not open is passed over."""
        if tag in _BLOCKS:
            self.end_line()
        if all(name != tag for name, _ in self.open[-40:]):
            return
        while self.open:
            name, was_hidden = self.open.pop()
            self.hidden -= was_hidden
            self.kept_blanks -= name == "pre"
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Take text as the page shows it."""
        if self.hidden:
            return
        if self.kept_blanks:
            first, *others = data.split("\n")
            self.pieces.append(first)
            for other in others:
                self.end_line()
                self.pieces.append(other)
        else:
            self.pieces.append(_SPACES.sub(" ", _BREAK.sub("", data)))

    def end_line(self) -> None:
        """End the paragraph; blocks without text make no empty ones."""
        line = (
            re.sub(" {2,}", " ", "".join(self.pieces)).strip(" \xa0") if not self.kept_blanks else "".join(self.pieces)
        )
        line = _AFTER_NUMBER.sub(r"\1", _BULLET.sub("", line))
        if line:
            self.lines.append(line)
        self.pieces.clear()


def hides_text(source: str) -> bool:
    """Whether a page holds text that it does not show, such as tracked changes, hidden text and comments of Word."""
    return re.search(r"<del\b", source, re.I) is not None or _HIDDEN.search(source) is not None


def read_html(source: str) -> DocumentText:
    """Return the paragraphs that a page shows, cells of tables one by one.

    Raises:
        AssistantError: `file.too_nested` (most).
    """
    page = _Page()
    page.feed(source.replace("\0", ""))
    page.close()
    page.end_line()
    return document_text("\n".join(page.lines), ())
