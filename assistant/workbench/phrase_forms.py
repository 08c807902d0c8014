"""What the window needs to know of phrases from its start on; loads neither the library nor word lists."""

from assistant.phrases.forms import CATEGORIES
from assistant.phrases.slots import as_typed

__all__ = ["CATEGORIES", "as_typed"]
