"""jieba with its model of unknown words, for mining alone: its code and the model take memory."""

from __future__ import annotations

import logging
from functools import cache

import jieba

from assistant.lexicon import ALL_FREQUENCIES, frequencies

jieba.setLogLevel(logging.WARNING)


@cache
def tokenizer() -> jieba.Tokenizer:
    """Return a jieba that cuts with the lean dictionary, exactly as with its own."""
    made = jieba.Tokenizer()
    made.FREQ, made.total, made.initialized = frequencies(), ALL_FREQUENCIES, True
    return made
