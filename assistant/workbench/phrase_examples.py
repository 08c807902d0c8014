"""Examples of phrases: out of the clerk's own reports, and for built-in phrases out of what the program carries."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.phrases.examples import example_in
from assistant.phrases.library import Library, Phrase
from assistant.workbench.builtin_phrases import SOURCE_NAME, examples_carried, text_of_samples

_MOST_REPORTS = 8
"""Reports that are looked through for one example."""


def example_of(library: Library, phrase: Phrase) -> str:
    """Return a sentence that holds a phrase, from the newest of its reports, "" where none tells it."""
    for source, name in library.sources_of(phrase.id)[:_MOST_REPORTS]:
        is_own = name != SOURCE_NAME
        example = example_in(library.text_of(source) if is_own else text_of_samples(), phrase.text)
        if not example and not is_own:
            example = examples_carried().get(phrase.text, "")
        if example:
            return example
    return ""


def examples_of(library: Library, phrases: Iterable[Phrase]) -> dict[int, str]:
    """Return the examples of phrases by their ids."""
    return {phrase.id: example_of(library, phrase) for phrase in phrases}
