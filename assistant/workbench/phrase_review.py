"""Reviewing and listing what the phrase library holds, for the window."""

from __future__ import annotations

from assistant.phrases.library import Library, Phrase
from assistant.phrases.review import SourceEntry, decide, sources_of
from assistant.phrases.review import phrases_new_in as _new_in
from assistant.phrases.search import rank_phrases

__all__ = ["SourceEntry", "decide", "phrases_new_in", "sources_of"]


def phrases_new_in(library: Library, sources: list[int], limit: int) -> list[Phrase]:
    """Return the best phrases that only these sources have."""
    rank_phrases(library)
    return _new_in(library, sources, limit)
