"""Checks of a report as window and command line run them, with the clerk's own choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.checking.findings import Finding, Severity
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
    "CheckChoices",
    "check",
    "export_check_choices",
    "import_check_choices",
    "is_usable_word",
    "load_choices",
    "off_for",
    "save_check_choices",
    "switchable_rules",
    "unit_of",
    "wants",
    "with_own_word",
    "with_rule_off",
    "with_words_left_alone",
]

_NO_CHOICES = CheckChoices()


def _go_on() -> None:
    """Neither wait nor stop."""


def check(
    report: Report,
    paragraphs: Sequence[Paragraph],
    choices: CheckChoices = _NO_CHOICES,
    *,
    entries: Mapping[str, str] | None = None,
    breathe: Callable[[], None] = _go_on,
) -> tuple[Finding, ...]:
    """Return all findings about a report in the order of the text, as far as the clerk wants them.

    `entries` are those of the answer book; `breathe` is called between small pieces of work, and may wait or stop it
    by an error of its own.
    """
    # The dictionaries of jieba and pypinyin take a tenth of a second to load, which the start need not wait for.
    from assistant.checking.rules import check_report

    found = check_report(report, paragraphs, entries=entries, breathe=breathe)
    wanted = wants(choices, unit_of(entries))
    kept = [one for one in (*found, *_own_words(report, choices)) if wanted(one.rule, _printed(one, report))]
    return tuple(sorted(kept, key=lambda one: (one.start, one.end, one.rule)))


def unit_of(entries: Mapping[str, str] | None) -> str:
    """Return under which name the answer book's unit has rules switched off; "" where the book names none."""
    return (entries or {}).get("unit", "")


def wants(choices: CheckChoices, unit: str = "") -> Callable[[str, str], bool]:
    """Return what tells whether the clerk wants to hear of a rule about some printed words.

    Rules are switched off by her, or for the unit for which she writes. What is not filled in can never be switched
    off: it must not slip into print.
    """
    alone, off = set(choices.left_alone), {*choices.off, *off_for(choices, unit)}
    return lambda rule, printed: rule.startswith("placeholder-") or (rule not in off and (rule, printed) not in alone)


def off_for(choices: CheckChoices, unit: str) -> tuple[str, ...]:
    """Return the ids of the rules that are switched off for a unit."""
    return tuple(rule for name, rule in choices.unit_off if name == unit)


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
