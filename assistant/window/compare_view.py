"""Two states of a report side by side, changed words marked; equal paragraphs are folded to one line."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from assistant.window.in_parts import InParts
from assistant.window.look import GAP, Colours
from assistant.workbench.comparing import PairOfParagraphs, Span
from assistant.workbench.sentences import sentence

_BESIDE = 1
"""Equal paragraphs that are shown before and behind a change."""
_AT_ONCE = 40
"""Rows that are laid out between two keys."""
_LONGEST_EQUAL = 60
"""Characters of an equal paragraph that are shown: it only says where one is."""
_NAMING = 12
"""Characters at the begin of a long paragraph that tell which one it is."""
_LONGEST_BETWEEN = 160
"""Characters between two changes of a paragraph up to which all are shown, so that a change is found at a glance."""


class CompareView(QTextBrowser):
    """Shows pairs of paragraphs; each changed one can carry a link to take its former state back.

    Signals:
        restore_requested: take the former paragraph of a pair back (index of the pair).
    """

    restore_requested = Signal(int)

    def __init__(self, parent: QWidget, colours: Colours) -> None:
        super().__init__(parent)
        self._colours = colours
        self.setOpenLinks(False)
        self.setAccessibleName(sentence("compare.name"))
        self.anchorClicked.connect(self._follow)
        self._rest = InParts[Iterator[str]](self, self._parts_of)

    def show_pairs(
        self, pairs: Sequence[PairOfParagraphs], heads: tuple[str, str], *, restorable: frozenset[int] | None = None
    ) -> None:
        """Show what differs under two headings; `restorable` are the pairs with a link to take them back."""
        head = "".join(f'<td width="50%"><b>{html.escape(one)}</b></td>' for one in heads)
        rows = self._rows(pairs, restorable)
        first = "".join(islice(rows, _AT_ONCE))
        if not first:
            first = f'<tr><td colspan="2">{html.escape(sentence("compare.equal"))}</td></tr>'
        self.setHtml(_table(f"<tr>{head}</tr>{first}"))
        self._rest.show(rows, at_once=False)

    def _parts_of(self, rows: Iterator[str]) -> Iterator[None]:
        """Add the rows that are left, some at a time: laying out hundreds of changes takes a while."""
        while more := "".join(islice(rows, _AT_ONCE)):
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertHtml(_table(more))
            yield

    def _rows(self, pairs: Sequence[PairOfParagraphs], restorable: frozenset[int] | None) -> Iterator[str]:
        changed = [number for number, pair in enumerate(pairs) if not pair.is_equal]
        near = {n + by for n in changed for by in range(-_BESIDE, _BESIDE + 1)}
        folded = 0
        for number, pair in enumerate(pairs):
            if number not in near:
                folded += 1
                continue
            if folded:
                yield self._folded(folded)
                folded = 0
            yield self._row(number, pair, restorable)
        if folded and changed:
            yield self._folded(folded)

    def _folded(self, count: int) -> str:
        words = html.escape(sentence("compare.folded", count=count))
        return f'<tr><td colspan="2" style="color:{self._colours.muted}">{words}</td></tr>'

    def _row(self, number: int, pair: PairOfParagraphs, restorable: frozenset[int] | None) -> str:
        if pair.is_equal:
            shown = pair.after_text[:_LONGEST_EQUAL] + ("…" if len(pair.after_text) > _LONGEST_EQUAL else "")
            cell = f'<td style="color:{self._colours.muted}">{html.escape(shown)}</td>'
            return f"<tr>{cell}{cell}</tr>"
        before = _marked(pair.before_text, pair.before_marks, self._colours.error_soft, "line-through")
        after = _marked(pair.after_text, pair.after_marks, self._colours.accent_soft, "underline")
        if restorable is not None and number not in restorable:
            words = html.escape(sentence("compare.only_whole"))
            before += f'<br><span style="color:{self._colours.muted}">{words}</span>'
        elif restorable is not None:
            words = html.escape(sentence("compare.restore"))
            before += f'<br><a href="restore:{number}" style="color:{self._colours.accent}">{words}</a>'
        return f"<tr><td>{before}</td><td>{after}</td></tr>"

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "restore":
            self.restore_requested.emit(int(link.path()))


def _table(rows: str) -> str:
    return f'<table width="100%" cellpadding="{GAP}" cellspacing="0">{rows}</table>'


def _marked(text: str, marks: Sequence[Span], colour: str, line: str) -> str:
    pieces, done = [], 0
    for start, end in marks:
        words = html.escape(text[start:end])
        pieces += [
            html.escape(_folded_within(text[done:start], is_first=not done, is_last=False)),
            f'<span style="background-color:{colour};text-decoration:{line}">{words}</span>',
        ]
        done = end
    rest = text[done:]
    return "".join([*pieces, html.escape(_folded_within(rest, is_first=False, is_last=True) if marks else rest)])


def _folded_within(text: str, *, is_first: bool, is_last: bool) -> str:
    """Return what stands between two changes, of a long stretch only what is next to them."""
    if len(text) <= _LONGEST_BETWEEN:
        return text
    if is_first:
        return f"{text[:_NAMING]}……{text[-_LONGEST_EQUAL:]}"
    return f"{text[:_LONGEST_EQUAL]}……" + ("" if is_last else text[-_LONGEST_EQUAL:])
