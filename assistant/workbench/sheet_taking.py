"""Collection sheets that came back, several at once: what each would change, and where two of them disagree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.names import shown_name
from assistant.workbench.sentences import describe_error, sentence
from assistant.workbench.sheets import asked_rows, read_sheet_file
from assistant.workbench.taking import Proposal, Verdict, proposals_from_answers
from assistant.workbench.working import WorkingReport


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """What sheets that came back offer."""

    proposals: tuple[Proposal, ...]
    """In the order of the text; a field for which sheets disagree has one for each answer."""
    problems: tuple[str, ...]
    """Sentences about rows, and about whole files, that could not be taken."""


def read_sheet_files(
    working: WorkingReport, paths: Sequence[Path], *, go_on: Callable[[], None] = lambda: None
) -> SheetsRead:
    """Return what the sheets in these files offer; a file that cannot be used keeps none of the others out.

    `go_on` is called before each of them; its error stops it there.

    Raises:
        AssistantError: `sheet.*` or `file.*` where there is one file only and it cannot be used.
    """
    offered: dict[str, list[Proposal]] = {}
    problems: list[str] = []
    asked = asked_rows(working)
    for path in paths:
        go_on()
        try:
            loaded = read_sheet_file(working, path, asked)
        except AssistantError as error:
            if len(paths) == 1:
                raise
            problems.append(describe_error(error))
            continue
        is_one = len(paths) == 1
        problems += loaded.problems if is_one else [_of_file(path, told) for told in loaded.problems]
        for proposal in proposals_from_answers(working, loaded.answers):
            named = proposal if is_one else replace(proposal, name=shown_name(path))
            offered.setdefault(proposal.edit.field_id, []).append(named)
    places = {field.id: number for number, field in enumerate(working.report.fields)}
    found = [one for i in sorted(offered, key=lambda i: places[i]) for one in _agreed(offered[i])]
    return SheetsRead(tuple(found), tuple(problems))


def _of_file(path: Path, told: str) -> str:
    return sentence("sheet.problem_in_file", path=path, told=told)


def _agreed(offers: Sequence[Proposal]) -> list[Proposal]:
    """Return one proposal for a field on which all sheets agree, else one for each answer, none of them preferred."""
    answers = {one.new: one for one in reversed(offers) if one.verdict is not Verdict.ABOUT}
    if not answers:
        return [offers[0]]
    distinct = [one for one in offers if answers.get(one.new) is one]
    if len(distinct) == 1:
        return distinct
    return [one if one.verdict is Verdict.MISFIT else replace(one, verdict=Verdict.DIFFERS) for one in distinct]
