"""What the window needs to know of phrases before the library is opened; loads no word lists."""

from assistant.phrases.continuations import Continuations
from assistant.phrases.forms import CATEGORIES
from assistant.phrases.further import Further, Furthers
from assistant.phrases.initials import spelt_with
from assistant.phrases.library import Library, Phrase
from assistant.phrases.review import Decision, SourceEntry
from assistant.phrases.slots import as_typed

__all__ = [
    "CATEGORIES",
    "Continuations",
    "Decision",
    "Further",
    "Furthers",
    "Library",
    "Phrase",
    "SourceEntry",
    "as_typed",
    "spelt_with",
]
