"""The list of rules, in the order in which they look at a report.

Rules about a line know nothing but that line; their findings are kept, so that an edited paragraph alone is looked at
again. Rules about the report see all of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from assistant.checking import (
    attachments,
    confusions,
    dates,
    deleted_masks,
    dropped,
    expressions,
    figures,
    formulas,
    marks,
    measures,
    near_words,
    numbering,
    placeholders,
    same_sound,
    structure,
    units,
    words,
    years,
)
from assistant.checking.findings import Examined, Finding, Severity
from assistant.checking.lines import Line, lines_of
from assistant.report.model import Paragraph, Report

Rule = Callable[[Examined], Iterable[Finding]]
LineRule = Callable[[Line], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    placeholders.open_fields,
    placeholders.stale_fields,
    placeholders.waived_fields,
    deleted_masks.deleted_masks,
    numbering.number_missing,
    numbering.number_form,
    numbering.number_sequence,
    structure.enumerations,
    structure.mixed_enumerations,
    structure.stated_counts,
    structure.stated_items,
    structure.only_children,
    structure.empty_sections,
    structure.heading_ends,
    attachments.attachments,
    structure.missing_parts,
    figures.contradictions,
    figures.crowded_sentences,
    units.mixed_units,
    years.plan_years,
    years.years_left_standing,
    dates.periods,
    words.quoted_elsewhere,
    words.requests,
    words.residues,
    words.repeated_sentences,
    words.foreign_names,
)

# Of two findings of these at one place the first stands: what is sure comes before what is likely.
LINE_RULES: tuple[LineRule, ...] = (
    marks.half_width,
    marks.ascii_quotes,
    marks.unpaired,
    marks.quotes,
    marks.dashes,
    marks.doubled_marks,
    marks.spaces,
    marks.full_width,
    marks.issue_number,
    marks.mixed_list,
    marks.between_names,
    marks.colons,
    marks.sentence_end,
    dates.impossible_dates,
    dates.backward_ranges,
    formulas.formula_wording,
    formulas.formula_order,
    formulas.formula_joined,
    confusions.confusions,
    dropped.dropped_characters,
    dropped.unfinished_words,
    expressions.expressions,
    measures.measure_slips,
    near_words.near_phrases,
    near_words.near_idioms,
    near_words.near_endings,
    same_sound.same_sound,
    near_words.near_combinations,
    words.doubled_words,
    words.doubled_characters,
    dropped.lost_characters,
    formulas.formula_quotes,
    words.long_sentences,
)

_USUAL_MAY_BE_MEANT = ("word-missing",)
_MAY_OVERLAP = ("word-long-sentence",)
_MOST_LINES = 20_000
_MOST_IN_LINE = 300
"""Findings of one line: who has so many of them in a paragraph mends none by hand."""


def go_on() -> None:
    """Neither wait nor stop."""


def check_report(
    report: Report,
    paragraphs: Sequence[Paragraph],
    rules: Sequence[Rule] = RULES,
    *,
    entries: Mapping[str, str] | None = None,
    breathe: Callable[[], None] = go_on,
) -> tuple[Finding, ...]:
    """Return the findings of all rules in the order of the text.

    `entries` are those of the answer book. `breathe` is called after every line and every rule: it may wait, or stop
    the check by an error of its own.
    """
    examined = Examined(report, tuple(paragraphs), entries or {})
    found = _doubted_where_usual(check_lines(report, paragraphs, breathe=breathe), report.text)
    taken = {(one.start, one.end) for one in found}
    for rule in rules:
        breathe()
        found += [
            one for one in rule(examined) if not one.rule.startswith("mark-") or (one.start, one.end) not in taken
        ]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule)))


def _doubted_where_usual(found: Iterable[Finding], text: str) -> list[Finding]:
    """Return findings, those about half words that a report has more than once as hints: 越级访 is what it calls it."""
    kept = list(found)
    usual = Counter(text[one.start : one.end] for one in kept if one.rule in _USUAL_MAY_BE_MEANT)
    return [
        replace(one, severity=Severity.HINT)
        if one.rule in _USUAL_MAY_BE_MEANT and usual[text[one.start : one.end]] > 1
        else one
        for one in kept
    ]


def check_lines(
    report: Report, paragraphs: Sequence[Paragraph], *, breathe: Callable[[], None] = go_on
) -> list[Finding]:
    """Return what the rules about single lines find; lines seen before cost nothing."""
    found = []
    for start, line in lines_of(report, paragraphs):
        breathe()
        found += [replace(one, start=start + one.start, end=start + one.end) for one in findings_of(line)]
    return found


def findings_of(line: Line) -> tuple[Finding, ...]:
    """Return the findings about one line, places counted from its beginning."""
    kept = _kept.get(line)
    if kept is None:
        if len(_kept) >= _MOST_LINES:
            _kept.clear()
        kept = _kept[line] = _looked_at(line)
    return kept


_kept: dict[Line, tuple[Finding, ...]] = {}


def _looked_at(line: Line) -> tuple[Finding, ...]:
    found: list[Finding] = []
    taken: list[tuple[int, int]] = []  # in the order of the line; no two overlap, so neighbours alone are compared
    for one in islice(chain.from_iterable(rule(line) for rule in LINE_RULES), _MOST_IN_LINE):
        if one.rule not in _MAY_OVERLAP:
            at = bisect_left(taken, (one.start, one.end))
            if any(one.start < end and start < one.end for start, end in taken[max(0, at - 1) : at + 1]):
                continue
            taken.insert(at, (one.start, one.end))
        found.append(one)
    return tuple(found)
