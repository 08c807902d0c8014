"""Examples of phrases: out of the clerk's own reports, and for built-in phrases out of the shipped samples."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from assistant.phrases.examples import example_in
from assistant.phrases.library import Library, Phrase
from assistant.workbench.builtin_phrases import SOURCE_NAME
from assistant.workbench.shipped import shipped_samples

_MOST_REPORTS = 8
"""Reports that are looked through for one example."""


def example_of(library: Library, phrase: Phrase) -> str:
    """Return a sentence that holds a phrase, from the newest of its reports, "" where none tells it."""
    for source, name in library.sources_of(phrase.id)[:_MOST_REPORTS]:
        example = example_in(_samples() if name == SOURCE_NAME else library.text_of(source), phrase.text)
        if example:
            return example
    return ""


def examples_of(library: Library, phrases: Iterable[Phrase]) -> dict[int, str]:
    """Return the examples of phrases by their ids."""
    return {phrase.id: example_of(library, phrase) for phrase in phrases}


@cache
def _samples() -> str:
    return "\n".join(sample.path.read_text("utf-8") for sample in shipped_samples())
