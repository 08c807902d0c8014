"""Reviewing and listing what the phrase library holds, for the window."""

from __future__ import annotations

from assistant.phrases.library import Library, Phrase
from assistant.phrases.review import Decision, SourceEntry, decide, sources_of
from assistant.phrases.review import phrases_new_in as _new_in
from assistant.phrases.search import rank_phrases

__all__ = ["SourceEntry", "decide", "decide_and_rank", "phrases_new_in", "remove_sources", "sources_of"]


def decide_and_rank(library: Library, decisions: list[Decision]) -> None:
    """Carry out what the clerk decided, and make the library ready for searching."""
    decide(library, decisions)
    rank_phrases(library)


def remove_sources(library: Library, sources: list[int]) -> None:
    """Remove reports with what came from them alone, and make the library ready for searching."""
    for source in sources:
        library.remove_source(source)
    rank_phrases(library)


def phrases_new_in(library: Library, sources: list[int], limit: int) -> list[Phrase]:
    """Return the best phrases that only these sources have."""
    rank_phrases(library)
    return _new_in(library, sources, limit)
