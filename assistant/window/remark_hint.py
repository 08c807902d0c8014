"""What the pointer is told over underlined words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.window.language import tr
from assistant.workbench.advice import Remark


def words_at(remarks: Sequence[Remark], position: int) -> str:
    """Return what is remarked on what stands at a code point, of several remarks the one on the fewest characters.

    Sentences that are too long are not underlined, and nothing is told over them.
    """
    here = [
        one
        for one in remarks
        if one.rule != "word-long-sentence" and one.start <= position < max(one.end, one.start + 1)
    ]
    found = min(here, key=lambda one: one.end - one.start, default=None)
    return "" if found is None else "\n".join((found.message, tr("右键可以修改或忽略。")))
