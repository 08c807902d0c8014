"""Checks of a report as window and command line run them, with the clerk's own choices."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.checking.findings import Examined, Finding, Severity
from assistant.report.model import Paragraph, Report
from assistant.storage.check_choices import (
    CheckChoices,
    export_check_choices,
    import_check_choices,
    is_usable_choice,
    load_check_choices,
    save_check_choices,
)
from assistant.workbench.sentences import rule_ids

__all__ = [
    "LONG_TEXT",
    "CheckChoices",
    "check",
    "check_at_once",
    "export_check_choices",
    "import_check_choices",
    "is_ready",
    "is_usable_word",
    "load_choices",
    "make_ready",
    "save_check_choices",
    "slices",
    "switchable_rules",
    "with_own_word",
    "with_rule_off",
    "with_words_left_alone",
]

LONG_TEXT = 60_000
"""Characters from which rules that see the whole report take longer than typing may wait."""
_NO_CHOICES = CheckChoices()
_ready = threading.Event()


def check(
    report: Report,
    paragraphs: Sequence[Paragraph],
    choices: CheckChoices = _NO_CHOICES,
    *,
    only_kept: bool = False,
    only_lines: bool = False,
    entries: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Return all findings about a report in the order of the text, as far as the clerk wants them.

    `only_kept` leaves out lines that were not looked at before, `only_lines` the rules that see the whole report;
    `entries` are those of the answer book.
    """
    # The dictionaries of jieba and pypinyin take a tenth of a second to load, which the start need not wait for.
    from assistant.checking.rules import RULES, check_report

    rules = () if only_lines else RULES
    found = check_report(report, paragraphs, rules, only_kept=only_kept, entries=entries)
    alone, off = set(choices.left_alone), set(choices.off)
    kept = [
        one
        for one in found
        # what is not filled in can never be switched off: it must not slip into print
        if one.rule.startswith("placeholder-")
        or (one.rule not in off and (one.rule, _printed(one, report)) not in alone)
    ]
    own = [one for one in _own_words(report, choices) if one.rule not in off]
    return tuple(sorted(kept + own, key=lambda one: (one.start, one.end, one.rule)))


def check_at_once(
    report: Report,
    paragraphs: Sequence[Paragraph],
    choices: CheckChoices = _NO_CHOICES,
    *,
    entries: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Return what can be said without waiting: figures and numbers of headings, and of lines looked at before all.

    Of a long report only the lines.
    """
    if is_ready():
        is_long = len(report.text) > LONG_TEXT
        return check(report, paragraphs, choices, only_kept=True, only_lines=is_long, entries=entries)
    from assistant.checking import deleted_masks, figures, numbering  # a report is shown before it is looked at

    examined = Examined(report, tuple(paragraphs))
    rules = (
        deleted_masks.deleted_masks,
        numbering.number_missing,
        numbering.number_form,
        numbering.number_sequence,
        figures.contradictions,
    )
    found = [one for rule in rules for one in rule(examined) if one.rule not in choices.off]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule)))


def _printed(finding: Finding, report: Report) -> str:
    return report.text[finding.start : finding.end]


def _own_words(report: Report, choices: CheckChoices) -> Iterator[Finding]:
    for wrong, right in choices.own:
        start = report.text.find(wrong)
        while start >= 0:
            yield Finding(
                start,
                start + len(wrong),
                "word-own",
                Severity.WARNING,
                fix=right,
                parameters={"printed": wrong, "right": right},
            )
            start = report.text.find(wrong, start + len(wrong))


def switchable_rules() -> tuple[str, ...]:
    """Return the ids of the rules that the clerk may switch off: not those about what is not filled in."""
    return tuple(
        rule
        for rule in rule_ids()
        if not rule.startswith(("placeholder-", "noise-")) and rule not in ("structure-broken-line", "word-own")
    )


def is_usable_word(word: str) -> bool:
    """Whether a word can be kept as one of the clerk's own: one line of up to sixty characters."""
    return is_usable_choice(word)


def with_own_word(choices: CheckChoices, wrong: str, right: str) -> CheckChoices:
    """Return the choices with a wrong word of the clerk's own, and what belongs in its place."""
    return replace(choices, own=tuple({**dict(choices.own), wrong: right}.items()))


def load_choices() -> CheckChoices:
    """Return the clerk's choices."""
    return load_check_choices()


def with_rule_off(choices: CheckChoices, rule: str) -> CheckChoices:
    """Return the choices with a rule switched off."""
    return replace(choices, off=tuple(dict.fromkeys((*choices.off, rule))))


def with_words_left_alone(choices: CheckChoices, rule: str, words: str) -> CheckChoices:
    """Return the choices with words that a rule is to leave alone, wherever they stand."""
    return replace(choices, left_alone=tuple(dict.fromkeys((*choices.left_alone, (rule, words)))))


def make_ready() -> None:
    """Load the dictionaries beside other work; `is_ready` says when they are there."""
    threading.Thread(target=_load_dictionaries, name="dictionaries", daemon=True).start()


def _load_dictionaries() -> None:
    from assistant.checking.rules import check_report

    # a line of its own that every rule looks at once
    line = "一二三四，坚持不懈抓好各项工作。"
    check_report(Report(line), ())
    _warm(line)
    _ready.set()


def _warm(text: str) -> None:
    from assistant.checking.rules import check_lines
    from assistant.report.model import Role

    check_lines(Report(text), (Paragraph(0, len(text), Role.BODY),))


def is_ready() -> bool:
    """Whether the dictionaries are loaded, so that a check does not make the window wait."""
    return _ready.is_set()


def slices(report: Report, paragraphs: Sequence[Paragraph]) -> Iterator[None]:
    """Look at the lines of a report that were not looked at before, one at each step."""
    from assistant.checking.lines import lines_of
    from assistant.checking.rules import findings_of, is_kept

    for _, line in lines_of(report, paragraphs):
        if not is_kept(line):
            findings_of(line)
            yield
