"""The help: pages in Markdown, found by words, and the keys that no menu shows."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from assistant.resources import load_rules, read_resource


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of the help."""

    id: str
    title: str
    text: str
    """Markdown, its first line the title."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What a key does in one place of the window."""

    place: str
    keys: tuple[str, ...]
    """Each does it; spelt as Qt does ("Alt+Up")."""
    what: str


@functools.cache
def help_pages(language: str = "zh") -> tuple[HelpPage, ...]:
    """Return all pages in a language ("zh" or "en"), in the order in which a new clerk would read them."""
    return tuple(
        _page(topic["id"], read_resource("help", *_folder(language), topic["file"]))
        for topic in load_rules("help", "topics.toml")["topics"]
    )


def _folder(language: str) -> tuple[str, ...]:
    """Return where the pages of a language lie: Chinese beside the topics, others in folders of their own."""
    return () if language == "zh" else (language,)


def _page(page_id: str, text: str) -> HelpPage:
    return HelpPage(page_id, text.partition("\n")[0].removeprefix("# "), text)


def find_help(query: str, language: str = "zh") -> tuple[HelpPage, ...]:
    """Return the pages that hold every word of `query` (parted by white space), best first; all for an empty query.

    A page with the words in its title comes before one that only mentions them, then the one that mentions them more.
    """
    words = query.casefold().split()

    def fit(page: HelpPage) -> tuple[int, int]:
        title, text = page.title.casefold(), page.text.casefold()
        return sum(word in title for word in words), sum(text.count(word) for word in words)

    found = [page for page in help_pages(language) if all(word in page.text.casefold() for word in words)]
    return tuple(sorted(found, key=fit, reverse=True))


def keys_of_places() -> tuple[KeyRow, ...]:
    """Return the keys that work in one place of the window only and stand in no menu."""
    return tuple(
        KeyRow(block["place"], (keys,), what)
        for block in load_rules("help", "topics.toml")["keys"]
        for keys, what in block["rows"]
    )


def licences(language: str = "zh") -> str:
    """Return the parts the program stands on and their licences, as Markdown."""
    return read_resource("help", *_folder(language), "licences.md")
