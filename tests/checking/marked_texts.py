"""Passages with slips marked by hand (tests/cases/proofreading.txt), and what the checks find of them.

`python -m tests.checking.marked_texts [--show] [FILE]` prints the figures.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.checking.findings import Finding, Severity
from assistant.filling.asking import find_fields
from assistant.reading.structure import paragraphs_of
from assistant.report.model import Report
from assistant.workbench.proofreading import check

CASES = Path(__file__).parent.parent / "cases" / "proofreading.txt"
_SLIP = re.compile("【(?P<wrong>[^【】→]*)→(?P<right>[^】|]*)\\|(?P<kind>[a-z-]+)】")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip marked by hand: where it stands (code points), what is printed, what belongs there, of which type."""

    start: int
    end: int
    wrong: str
    right: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its slips, and the same without them."""

    name: str
    text: str
    clean: str
    slips: tuple[Slip, ...]


@dataclass(slots=True)
class Measure:
    """What the checks found in passages."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    only_hinted: int = 0
    alarms: list[str] = field(default_factory=list)
    """Errors and warnings about what is right, in passages with slips."""
    clean_alarms: list[str] = field(default_factory=list)
    """The same in passages without any."""
    notes: list[str] = field(default_factory=list)
    hints: int = 0
    characters: int = 0


def passages(path: Path = CASES) -> Iterator[Passage]:
    """Yield the passages of a file of cases."""
    rows = [row for row in path.read_text("utf-8").split("\n") if not row.startswith("# ")]
    parts = re.split(r"(?m)^\[([^\]]+)\]\n", "\n".join(rows))[1:]
    for name, marked in zip(parts[::2], parts[1::2], strict=True):
        yield _passage(name, marked.strip("\n"))


def _passage(name: str, marked: str) -> Passage:
    text, clean, slips, done = "", "", [], 0
    for found in _SLIP.finditer(marked):
        plain, wrong, right = (
            marked[done : found.start()],
            *(found[one].replace("⏎", "\n") for one in ("wrong", "right")),
        )
        text, clean, done = text + plain, clean + plain + right, found.end()
        slips.append(Slip(len(text), len(text) + len(wrong), wrong, right, found["kind"]))
        text += wrong
    return Passage(name, text + marked[done:], clean + marked[done:], tuple(slips))


def findings(text: str) -> Sequence[Finding]:
    """Return what the checks say of a text; open fields are no slips."""
    found = check(Report(text, find_fields(text)), paragraphs_of(text))
    return [one for one in found if not one.rule.startswith("placeholder-")]


def measure(some: Sequence[Passage]) -> Measure:
    """Return what the checks find of the slips, fix exactly, and say of what is right."""
    told = Measure()
    for passage in some:
        told.characters += len(passage.clean)
        told.clean_alarms += [_line(passage.name, passage.clean, one) for one in _grave(findings(passage.clean))]
        found = findings(passage.text)
        for slip in passage.slips:
            _score(told, passage, slip, found)
        besides = [one for one in found if not any(_meets(one, slip) for slip in passage.slips)]
        told.alarms += [_line(passage.name, passage.text, one) for one in _grave(besides)]
        told.hints += sum(one.severity is Severity.HINT for one in besides)
    return told


def _score(told: Measure, passage: Passage, slip: Slip, found: Sequence[Finding]) -> None:
    told.planted[slip.kind] += 1
    mended = passage.text[: slip.start] + slip.right + passage.text[slip.end :]
    meeting = [one for one in found if _meets(one, slip)]
    is_fixed = any(
        one.fix is not None and passage.text[: one.start] + one.fix + passage.text[one.end :] == mended
        for one in meeting
    )
    # a finding about a whole paragraph says nothing of a slip that happens to stand in it
    got = [one for one in meeting if is_fixed or one.end - one.start < _WIDE]
    name = f"{passage.name} {slip.kind}: {slip.wrong or '(nothing)'} -> {slip.right}"
    told.found[slip.kind] += bool(got)
    told.fixed[slip.kind] += is_fixed
    told.only_hinted += bool(got) and all(one.severity is Severity.HINT for one in got)
    if not got:
        told.notes.append(f"missed {name}")
    elif not is_fixed:
        shown = [(passage.text[one.start : one.end], one.fix, one.rule) for one in got]
        told.notes.append(f"not fixed {name} {shown}")


_WIDE = 30


def _meets(one: Finding, slip: Slip) -> bool:
    start = slip.start if slip.wrong else slip.start - 1
    return one.start < max(slip.end, start + 1) and start < max(one.end, one.start + 1)


def _grave(found: Sequence[Finding]) -> list[Finding]:
    return [one for one in found if one.severity is not Severity.HINT]


def _line(name: str, text: str, one: Finding) -> str:
    around = text[max(0, one.start - 8) : one.end + 8]
    return f"alarm {name} {one.rule} {text[one.start : one.end]!r} -> {one.fix!r} in {around!r}"


def main(arguments: Sequence[str]) -> None:
    """Print the figures, with --show every slip that is missed or not fixed exactly."""
    files = [Path(one) for one in arguments if not one.startswith("--")]
    told = measure(list(passages(*files[:1])))
    for line in (
        [*told.notes, *told.alarms, *(f"clean {one}" for one in told.clean_alarms)] if "--show" in arguments else ()
    ):
        print(line)
    for kind, times in told.planted.most_common():
        print(f"{kind:<14}{told.found[kind]:>4} of {times:<4} fixed {told.fixed[kind]}")
    planted, found, fixed = told.planted.total(), told.found.total(), told.fixed.total()
    print(
        f"found {found} of {planted} ({found / planted:.2f}), by hints alone {told.only_hinted}; fixed exactly "
        f"{fixed} ({fixed / max(found, 1):.2f}); false alarms {len(told.alarms)}, in the clean text "
        f"{len(told.clean_alarms)}, of {told.characters} characters; hints besides {told.hints}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
