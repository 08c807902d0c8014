"""Pasting: what other programs put on the clipboard becomes plain paragraphs."""

from __future__ import annotations

from assistant.reading.document_text import plain_text
from assistant.report.errors import AssistantError


def pasted_text(plain: str, html: str) -> str:
    """Return the text that a clipboard offers in one or both forms, lines parted by newlines; "" where there is none.

    Plain text goes first: it holds automatic numbers as they are printed. But the plain text of Word also holds what
    its page does not show, deleted text and comments among it; then the page is read.
    """
    return plain_text(_better_form(plain, html))


def _better_form(plain: str, html: str) -> str:
    if not html:
        return plain
    from assistant.reading.html import hides_text, read_html  # lxml is slow to load: not before it is wanted

    if not plain or hides_text(html):
        try:
            return read_html(html).text or plain
        except AssistantError:
            return plain
    return plain
