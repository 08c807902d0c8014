"""Checking a report against jieba's cutting of the same text; one edited paragraph against one cut of a paragraph."""

from __future__ import annotations

from itertools import count

import jieba

from assistant.checking.rules import check_lines
from assistant.checking.words_of import cut, likelihood
from assistant.reading.structure import paragraphs_of
from assistant.report.model import Report
from assistant.workbench.proofreading import check
from tests.benchmarks.measure import Row, compare, report_text

_numbers = count()


def _fresh(text: str) -> str:
    """Return the text with every line changed, so that nothing is kept from before."""
    return "\n".join(f"{line}第{next(_numbers)}次" if line.strip() else line for line in text.split("\n"))


def _check_all(text: str) -> None:
    fresh = _fresh(text)
    for kept in (cut, likelihood):
        kept.cache_clear()
    check_lines(Report(fresh), paragraphs_of(fresh))


def _check_again(text: str) -> None:
    edited = f"{text}\n今年以来，全局认真抓好第{next(_numbers)}项工作，取得明显成效。"
    check(Report(edited), paragraphs_of(edited))


def rows(long: bool) -> list[Row]:
    """Return the rows of this bench."""
    jieba.initialize()
    whole, sample = report_text(100_000), report_text(6_000)
    _check_all(sample)
    check(Report(sample), paragraphs_of(sample))
    return [
        compare(
            "check 100,000 characters / jieba cuts them",
            lambda: _check_all(whole),
            lambda: list(jieba.cut(whole)),
            rounds=5 if long else 3,
            aim=3,
        ),
        compare(
            "check a sample with one new paragraph / jieba",
            lambda: _check_again(sample),
            lambda: list(jieba.cut(sample)),
            rounds=9,
            aim=None,
        ),
    ]
