"""The phrase library as window and command line use it: taking in reports, searching, completing."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from assistant.phrases.continuations import Continuations
from assistant.phrases.faults import telling
from assistant.phrases.library import Library, Phrase, open_library
from assistant.phrases.mine import mine_report, phrases_from_repeats
from assistant.phrases.search import rank_phrases, search_phrases
from assistant.phrases.slots import names_in, with_slots
from assistant.reading.clean import clean_text
from assistant.reading.structure import paragraphs_of
from assistant.report.errors import AssistantError
from assistant.storage.names import refuse_forbidden_name, shown_name
from assistant.workbench.opening import SUFFIXES, read_source

DEFAULT_LIMIT = 20
MOST_LEARNT = 400_000
MOST_COMPARED = 300_000
_Found = TypeVar("_Found")
_REPORT_SUFFIXES = {*SUFFIXES, ".md"}


@dataclass(frozen=True, slots=True)
class MinedFile:
    """What became of one file of an import."""

    path: Path
    is_new: bool = False
    """False where it was in the library already or could not be read."""
    phrases: int = 0
    """Different phrases in it."""
    error: AssistantError | None = None


@contextmanager
def library_at(path: Path) -> Iterator[Library]:
    """Open a library file for a while; it is made where there is none.

    Raises:
        AssistantError: `library.unusable`, `file.bad_name` where it would be made, and what becomes of the file
            while it is open, as `telling`.
    """
    if not path.exists():
        refuse_forbidden_name(path)
    with telling(path):
        library = open_library(path)
        try:
            yield library
        finally:
            library.close()


def report_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are meant: those named, and the reports in the folders named, sorted, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in _REPORT_SUFFIXES and p.is_file())
            found.update(dict.fromkeys(p for p in inside if not p.name.startswith(("~$", "."))))
        else:
            found[path] = None
    return list(found)


class GivenUpError(Exception):
    """The import was given up in the middle of a report."""


def mine_files(
    library: Library, files: Sequence[Path], is_given_up: Callable[[], bool] = lambda: False
) -> Iterator[MinedFile]:
    """Take files into the library one by one; each is in it when it is yielded.

    A file that cannot be used, or taken in, is told and passed over. Where it is given up, nothing is kept of the
    report that is being looked at.
    """
    for path in files:
        try:
            text = clean_text(read_source(path)).text
        except AssistantError as error:
            yield MinedFile(path, error=error)
            continue
        try:
            taken = take_in(library, shown_name(path), text, is_given_up)
        except GivenUpError:
            return
        except AssistantError as error:
            yield MinedFile(path, error=error)
            continue
        yield MinedFile(path, *taken)
        if is_given_up():
            return


def take_in(
    library: Library, name: str, text: str, is_given_up: Callable[[], bool] = lambda: False
) -> tuple[bool, int]:
    """Take the clean text of one report into the library; return whether it was new, and how many phrases it has.

    Raises:
        GivenUpError: it was given up before it was taken in.
    """
    with _no_collecting():
        paragraphs = paragraphs_of(text)
        if is_given_up():
            raise GivenUpError
        mined = mine_report(text, paragraphs)
        if is_given_up():
            raise GivenUpError
        lines = [line for paragraph in paragraphs if (line := paragraph.text_of(text).strip())]
        is_new = library.add_report(name, text, lines, mined)
        return is_new, len({one.text for one in mined})


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles meanwhile.

    A report's many thousands of small objects hold none, and the window stands still while all are looked through.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def finish_mining(library: Library) -> None:
    """Find what the newest reports have in common, and make the library ready for searching."""
    from assistant.phrases.repeated import repeated_stretches  # the word list takes a second to load

    if library.is_ranked():
        return
    with _no_collecting():
        sources, lines = [], []
        for source, paragraphs in library.paragraphs(MOST_COMPARED):
            sources += [source] * len(paragraphs)
            text = "\n".join(paragraphs)
            lines += with_slots(text, names_in(text)).split("\n")
        library.add_repeated(phrases_from_repeats(repeated_stretches(lines), sources))
    rank_phrases(library)


def phrase_values(phrases: Sequence[Phrase], examples: Mapping[int, str]) -> dict[str, object]:
    """Return phrases by the contract of the command line; `examples` by their ids."""
    return {
        "phrases": [
            {
                "text": phrase.text,
                "category": phrase.category,
                "score": phrase.score,
                "sources": [{"file": name, "section": section} for name, section in phrase.sources],
                "example": examples[phrase.id],
            }
            for phrase in phrases
        ]
    }


def find_phrases(
    library: Library, query: str, *, section: str = "", category: str = "", limit: int = DEFAULT_LIMIT
) -> list[Phrase]:
    """Return the best phrases for a query."""
    return search_phrases(library, query, section=section, category=category, limit=limit)


def read_from(library: Library, look: Callable[[Library], _Found]) -> _Found:
    """Return what `look` finds in a library.

    Raises:
        AssistantError: as `telling`, where the file is damaged or gone meanwhile.
    """
    with telling(library.path):
        return look(library)


def learnt_continuations(library: Library | None) -> Continuations:
    """Return completion that has learnt the library's reports, ready for the report being written."""
    return continuations_of(reports_to_learn(library) if library is not None else ())


def reports_to_learn(library: Library) -> list[Sequence[str]]:
    """Return the paragraphs of the reports that completion learns; a library is read on one thread only."""
    return [list(lines) for _source, lines in library.paragraphs(MOST_LEARNT)]


def continuations_of(reports: Iterable[Sequence[str]]) -> Continuations:
    """Return completion that has learnt these reports; takes a while, on any thread."""
    continuations = Continuations()
    for lines in reports:
        continuations.begin_report()
        continuations.learn(lines)
    continuations.begin_report()
    return continuations


def answer_requests(continuations: Continuations, lines: Iterable[str], answer: Callable[[str], None]) -> None:
    """Answer one JSON request a line, by the contract of the command line.

    Raises:
        AssistantError: `completion.request` (line) where a line is no request.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        completions: list[str] = []
        request = _request_of(line, number)
        if "learn" in request:
            continuations.learn(_lines_of(str(request["learn"])))
        else:
            completions = continuations.complete(str(request.get("before", "")), str(request.get("section") or ""))
        answer(json.dumps({"completions": completions}, ensure_ascii=False))


def _lines_of(paragraph: str) -> list[str]:
    return [line.strip() for line in paragraph.split("\n") if line.strip()]


def _request_of(line: str, number: int) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except ValueError as error:
        raise AssistantError("completion.request", line=number) from error
    if not isinstance(request, dict):
        raise AssistantError("completion.request", line=number)
    return request
