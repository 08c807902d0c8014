"""What the window needs to know of phrases before the library is opened; loads no word lists."""

from assistant.phrases.continuations import Continuations
from assistant.phrases.forms import CATEGORIES
from assistant.phrases.library import Library, Phrase

__all__ = ["CATEGORIES", "Continuations", "Library", "Phrase"]
