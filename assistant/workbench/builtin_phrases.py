"""The built-in phrases: readable files in `resources/phrases`, made from reports, and taken into the clerk's library.

Each line of a file is a phrase with category, heading it came from and points, parted by tabs, sorted by category
and text, so that a change is seen in a diff. `dev.py phrases` makes them anew.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from assistant.phrases.examples import example_in
from assistant.phrases.faults import telling
from assistant.phrases.forms import CATEGORIES
from assistant.phrases.further import KnownHeading, known_headings
from assistant.phrases.library import Library, open_library
from assistant.phrases.mine import Mined
from assistant.phrases.search import search_phrases
from assistant.report.errors import AssistantError
from assistant.resources import read_resource, resource_path
from assistant.storage.folders import data_folder
from assistant.workbench.opening import open_path
from assistant.workbench.phrase_library import finish_mining, library_at, mine_files, report_files
from assistant.workbench.shipped import shipped_samples

OWN_LIBRARY = "短语库.sqlite"
LONGEST = 60
"""Characters of a phrase that may be carried."""
SOURCE_NAME = "内置短语"
_FILES = ("from_reports.tsv", "from_samples.tsv")
HEADINGS = ("headings_from_reports.tsv", "headings_from_samples.tsv")
"""Files of the headings of these reports: genre, kind, whether highest, heading, frame, source, parted by tabs."""
EXAMPLES = "examples_from_reports.tsv"
"""File of phrases and examples, parted by a tab: for those of real reports that our own samples do not hold."""
_LEAST_OF_SAMPLES = 1.3
"""Score of a phrase of our own samples that is carried: they tell of many trades, and plain clauses serve one alone."""
_SLOT = re.compile(r"\{[^{}]*\}")


@contextmanager
def library_in_use(path: Path | None) -> Iterator[Library]:
    """Open the named library, which must be there, or the clerk's own one, which holds the built-in phrases too.

    Raises:
        AssistantError: `library.missing`, `library.unusable`, `folder.unusable`, and what becomes of the file while
            it is open, as `telling`.
    """
    if path is not None and not path.is_file():
        raise AssistantError("library.missing", path=str(path))
    library = open_own_library() if path is None else open_library(path)
    with telling(library.path):
        try:
            yield library
        finally:
            library.close()


def own_library_path() -> Path:
    """Return where the clerk's own library lies.

    Raises:
        AssistantError: `folder.unusable`.
    """
    return data_folder() / OWN_LIBRARY


def open_own_library() -> Library:
    """Open the clerk's own library with the built-in phrases of this program.

    Raises:
        AssistantError: `library.unusable`, `folder.unusable`.
    """
    library = open_library(own_library_path())
    try:
        with telling(library.path):
            take_in_builtin(library)
    except AssistantError:
        library.close()
        raise
    return library


def take_in_builtin(library: Library) -> None:
    """Bring the built-in phrases of the library up to those of this program; the clerk's own stay as they are."""
    texts = [read_resource("phrases", name) for name in _FILES if resource_path("phrases", name).is_file()]
    text = "".join(texts)
    if not text or library.has_source_named(SOURCE_NAME, text):
        return
    for source, name, _length in library.sources():
        if name == SOURCE_NAME:
            library.remove_source(source)
    mined = list(_read(text))
    lines = [line.strip() for sample in shipped_samples() for line in sample.path.read_text("utf-8").split("\n")]
    lines += [_SLOT.sub("xx", one.text) for one in mined]
    library.add_report(SOURCE_NAME, text, [line for line in lines if line], mined)


def rebuild_builtin(reports: Path | None, folder: Path | None = None) -> Iterator[Path]:
    """Make the files anew and yield them: from the reports in a folder, where there is one, and from our samples."""
    folder = folder or resource_path("phrases")
    samples = resource_path("samples")
    sources = ((reports, _FILES[0], HEADINGS[0], 0.0), (samples, _FILES[1], HEADINGS[1], _LEAST_OF_SAMPLES))
    for source, phrases, headings, least in sources:
        if source is not None and source.is_dir():
            made = {phrases: _listing(source, least), headings: _headings(source)}
            if source != samples:
                made[EXAMPLES] = _examples(made[phrases], source)
            for name, listing in made.items():
                (folder / name).write_text(listing, "utf-8", newline="\n")
                yield folder / name


def _examples(listing: str, source: Path) -> str:
    """Return the examples of phrases that our own samples do not have, one a line; short pieces of the reports."""
    reports = "\n".join(open_path(path).report.text for path in sorted(source.glob("*.txt")))
    own = text_of_samples()
    found = []
    for line in listing.splitlines():
        phrase = line.split("\t")[0]
        example = "" if example_in(own, phrase) else example_in(reports, phrase, LONGEST)
        if len(example) > len(phrase):
            found.append(f"{phrase}\t{example}\n")
    return "".join(found)


@cache
def text_of_samples() -> str:
    """Return the text of the shipped samples."""
    return "\n".join(sample.path.read_text("utf-8") for sample in shipped_samples())


@cache
def examples_carried() -> dict[str, str]:
    """Return the examples of built-in phrases that the shipped samples do not hold."""
    if not resource_path("phrases", EXAMPLES).is_file():
        return {}
    lines = (line.partition("\t") for line in read_resource("phrases", EXAMPLES).splitlines())
    return {phrase: example for phrase, _tab, example in lines}


def _headings(source: Path) -> str:
    """Return the headings of the reports in a folder, one a line, sorted.

    Real reports are not named, and no more of one is carried than `LONGEST` characters in a row: a run-in heading and
    the sentence behind it are one stretch of the report.
    """
    is_own = source == resource_path("samples")
    found: set[KnownHeading] = set()
    for path in sorted(source.glob("*.txt")):
        opened = open_path(path)
        for one in known_headings(opened.report.text, opened.paragraphs, path.stem if is_own else ""):
            fits = is_own or len(one.heading) + len(one.frame) <= LONGEST
            found.add(one if fits else replace(one, frame=""))
    fields = sorted((one.genre, one.kind, str(int(one.is_top)), one.heading, one.frame, one.source) for one in found)
    return "".join("\t".join(field) + "\n" for field in fields)


def _listing(source: Path, least: float = 0.0) -> str:
    """Return the phrases of the reports in a folder that have a score of `least` or more."""
    files = [path for path in report_files([source]) if path.suffix == ".txt"]
    with tempfile.TemporaryDirectory() as place, library_at(Path(place) / "library") as library:
        for _mined in mine_files(library, files):
            pass
        finish_mining(library)
        found = search_phrases(library, "", limit=10**6)
    kept = [one for one in found if one.score >= least and len(one.text) <= LONGEST and "\t" not in one.text]
    kept.sort(key=lambda one: (CATEGORIES.index(one.category), one.text))
    return "".join(f"{one.text}\t{one.category}\t{_section(one.sources)}\t{one.score:.2f}\n" for one in kept)


def _section(sources: Sequence[tuple[str, str]]) -> str:
    return next((section for _name, section in sources if section and len(section) <= LONGEST), "")


def _read(text: str) -> Iterator[Mined]:
    for line in text.splitlines():
        phrase, category, section, points = line.split("\t")
        yield Mined(phrase, "builtin", float(points), category, section)


if __name__ == "__main__":
    for _path in rebuild_builtin(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        pass
