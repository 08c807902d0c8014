"""Comments in a document that we write ourselves: marks around the words, and the part that holds what is said.

Source: ECMA-376 Part 1, 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.typeset.arrangement import PlacedParagraph
from assistant.writing.markup import WORD_NAMESPACE, XML_HEAD
from assistant.writing.styles import COMMENT_REFERENCE_STYLE, COMMENT_STYLE
from assistant.writing.xml_text import run_text

AUTHOR, INITIALS = "报告助手", "助手"


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark about a span of the text (code points)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    start: int
    end: int


class OwnComments:
    """The comments of one document: each at a paragraph that is drawn, numbered in the order of the text."""

    def __init__(self, comments: Sequence[Comment], placed: Sequence[PlacedParagraph]) -> None:
        self._comments = sorted(comments, key=lambda one: (one.start, one.end)) if placed else []
        self._by_paragraph: dict[int, list[_Mark]] = {}
        index = 0
        for number, comment in enumerate(self._comments):
            while index + 1 < len(placed) and placed[index].end <= comment.start:
                index += 1
            paragraph = placed[index]
            # what stands in a line that is not drawn is said at the nearest words that are
            start = min(max(comment.start, paragraph.start), max(paragraph.start, paragraph.end - 1))
            end = min(max(comment.end, start + 1), paragraph.end)
            self._by_paragraph.setdefault(paragraph.start, []).append(_Mark(number, start, end))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._comments)

    def borders(self, paragraph: PlacedParagraph) -> tuple[int, ...]:
        """Return where a paragraph's runs must be parted."""
        marks = self._by_paragraph.get(paragraph.start, ())
        return tuple(border for mark in marks for border in (mark.start, mark.end))

    def around(self, paragraph: PlacedParagraph, start: int, end: int, runs: str) -> str:
        """Return the runs of text[start:end] with the marks of comments that begin or end there."""
        marks = self._by_paragraph.get(paragraph.start, ())
        begun = "".join(f'<w:commentRangeStart w:id="{mark.number}"/>' for mark in marks if start <= mark.start < end)
        ended = "".join(
            f'<w:commentRangeEnd w:id="{mark.number}"/><w:r><w:rPr><w:rStyle w:val="{COMMENT_REFERENCE_STYLE}"/>'
            f'</w:rPr><w:commentReference w:id="{mark.number}"/></w:r>'
            for mark in marks
            if start < mark.end <= end
        )
        return begun + runs + ended

    def part_xml(self, when: datetime) -> str:
        """Return word/comments.xml."""
        return f"{XML_HEAD}<w:comments {WORD_NAMESPACE}>{''.join(self._comment_xml(when))}</w:comments>"

    def _comment_xml(self, when: datetime) -> Iterator[str]:
        moment = (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
        for number, comment in enumerate(self._comments):
            yield (
                f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{moment:%Y-%m-%dT%H:%M:%SZ}" '
                f'w:initials="{INITIALS}"><w:p><w:pPr><w:pStyle w:val="{COMMENT_STYLE}"/></w:pPr>'
                f'<w:r><w:rPr><w:rStyle w:val="{COMMENT_REFERENCE_STYLE}"/></w:rPr><w:annotationRef/></w:r>'
                '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
                f'<w:t xml:space="preserve">{run_text(comment.text)}</w:t></w:r></w:p></w:comment>'
            )
