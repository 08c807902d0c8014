"""Rules about fixed formulas of politics and law (`resources/wording/formulas.toml`): order, wording, quotation marks.

They are compared with a dated list and never mended without the clerk.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import permutations
from typing import Any

from assistant.checking.findings import Finding, Severity
from assistant.checking.lines import FIELD, Line
from assistant.checking.needed import Sieve
from assistant.resources import load_rules

_FEWEST_MEMBERS = 2
_LEAST_SHARE = 0.6


def _rules() -> dict[str, Any]:
    return load_rules("wording", "formulas.toml")


@cache
def _series() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    found = []
    for one in _rules()["series"]:
        members = tuple(one["members"])
        any_member = "|".join(sorted(map(re.escape, members), key=len, reverse=True))
        behind = one.get("behind", "")
        pattern = re.compile(
            rf"(?<!、)(?P<list>(?:{any_member})(?:、(?:{any_member}))+)(?P<rest>、)?" + (behind and f"(?={behind})")
        )
        found.append((members, pattern))
    return tuple(found)


@cache
def _any_member() -> re.Pattern[str]:
    """Return the pattern of a member with 、 behind: most lines hold none."""
    members = {re.escape(member) for one in _rules()["series"] for member in one["members"]}
    return re.compile(f"(?:{'|'.join(sorted(members, key=len, reverse=True))})、")


def formula_order(line: Line) -> Iterator[Finding]:
    """Yield a set whose members stand in another order than the fixed one, or of which one is missing."""
    if not _any_member().search(line.prose):
        return
    for members, pattern in _series():
        for found in pattern.finditer(line.prose):
            printed = found["list"].split("、")
            if found["rest"] or printed == list(members):
                continue
            share = len(set(printed)) / len(members)
            if len(printed) < _FEWEST_MEMBERS or share < _LEAST_SHARE:
                continue
            is_moved = len(set(printed)) == len(members)
            yield Finding(
                found.start("list"),
                found.end("list"),
                "word-formula",
                Severity.WARNING if is_moved or len(printed) + 1 == len(members) else Severity.HINT,
                fix="、".join(members),
                parameters={"printed": found["list"], "why": "formula.order", "order": "、".join(members)},
            )


@cache
def _joined() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return formulas of several parts side by side, and the pattern of their parts in any other order."""
    found = []
    for one in _rules()["joined"]["list"].split():
        parts = one.split("-")
        orders = ["、?".join(order) for order in permutations(parts) if list(order) != parts]
        found.append(("".join(parts), re.compile("|".join(orders))))
    return tuple(found)


@cache
def _sieve_of_joined() -> Sieve:
    return Sieve([pattern for _, pattern in _joined()])


def formula_joined(line: Line) -> Iterator[Finding]:
    """Yield a formula whose parts stand side by side in another order than the fixed one: 学懂做实弄通."""
    text = line.prose
    joined = _joined()
    for place in _sieve_of_joined().to_try(text):
        right, pattern = joined[place]
        for found in pattern.finditer(text):
            yield Finding(
                *found.span(),
                "word-formula",
                Severity.WARNING,
                fix=right,
                parameters={"printed": found[0], "why": "formula.order", "order": right},
            )


@cache
def _wordings() -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    return tuple((re.compile(one["find"].replace("F", FIELD)), one) for one in _rules()["wording"])


@cache
def _sieve() -> Sieve:
    return Sieve([pattern for pattern, _ in _wordings()])


def formula_wording(line: Line) -> Iterator[Finding]:
    """Yield a formula in another wording than the fixed one."""
    wordings = _wordings()
    for place in _sieve().to_try(line.prose):
        pattern, one = wordings[place]
        for found in pattern.finditer(line.prose):
            if found.end() == found.start():
                continue
            fix = one.get("fix")
            if fix is not None and line.prose.startswith(fix, found.start()):
                continue
            yield Finding(
                found.start(),
                found.end(),
                "word-formula",
                Severity(one.get("severity", "warning")),
                fix=fix,
                parameters={"printed": found[0], "why": one["why"]},
            )


@cache
def _quoted() -> re.Pattern[str]:
    terms = [re.escape(term) for term in _rules()["quoted"]["certain"]]
    return re.compile(rf"(?<![“‘《〈0-9一二三四五六七八九十])(?:{'|'.join(terms)})")


@cache
def _likely() -> re.Pattern[str]:
    terms = [re.escape(term) for term in _rules()["quoted"]["likely"]]
    return re.compile("|".join(terms))


def formula_quotes(line: Line) -> Iterator[Finding]:
    """Yield a name that stands in quotation marks by rule and does not here."""
    is_quoted: Callable[[int], bool] | None = None
    for pattern, severity in ((_quoted(), Severity.WARNING), (_likely(), Severity.HINT)):
        for found in pattern.finditer(line.prose):
            is_quoted = is_quoted or inside_of([*quoted_spans(line.prose), *_unquoted(line.prose)])
            if is_quoted(found.start()):
                continue
            yield Finding(
                found.start(),
                found.end(),
                "mark-quotes-missing",
                severity,
                fix=f"“{found[0]}”",
                parameters={"printed": found[0]},
            )


def _unquoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield formulas in which a name stands without quotation marks: 党政同责、一岗双责."""
    for formula in _rules()["quoted"]["unless"]:
        yield from ((found.start(), found.end()) for found in re.finditer(re.escape(formula), text))


def inside_of(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Return a function that tells whether a place lies in one of the spans; it costs a look-up, however many."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)

    def is_inside(place: int) -> bool:
        index = bisect_right(starts, place) - 1
        return index >= 0 and place < ends[index]

    return is_inside


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans in quotation marks, the marks included."""
    return [found.span() for found in _QUOTES.finditer(text)]


_QUOTES = re.compile(r"“[^“”\n]*”|‘[^‘’\n]*’|\"[^\"\n]*\"|「[^「」\n]*」")
