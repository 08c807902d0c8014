"""Phrase packs as files: written for colleagues, taken into the library beside what is there already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from assistant.phrases.library import Library
from assistant.phrases.packs import pack_of, phrases_in
from assistant.phrases.search import rank_phrases
from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file, write_atomically
from assistant.storage.names import refuse_forbidden_name, shown_name

PACK_SUFFIX = ".duanyu"
LARGEST_PACK = 32 << 20
"""Bytes of a pack that is read."""
_SLOT = re.compile(r"\{[^{}]*\}")


def write_pack(library: Library, sources: Iterable[int], path: Path) -> None:
    """Write the phrases of some sources as a pack.

    Raises:
        AssistantError: `file.bad_name` (path), and those of `write_atomically`; an old file is untouched.
    """
    refuse_forbidden_name(path)
    write_atomically(path, pack_of(library, sources))


def take_pack(library: Library, path: Path) -> tuple[bool, int]:
    """Take a pack into the library as a source of its own; return whether it was new, and how many phrases it has.

    Phrases that are known keep words, category and star; dropped ones stay dropped.

    Raises:
        AssistantError: `pack.*` (path) and `file.*`; the library is as it was.
    """
    data = read_file(path, limit_bytes=LARGEST_PACK)
    try:
        mined = phrases_in(data)
    except AssistantError as error:
        raise AssistantError(error.code, **{**error.parameters, "path": str(path)}) from error
    lines = [_SLOT.sub("xx", one.text) for one in mined]
    is_new = library.add_report(shown_name(path), data.decode("utf-8-sig"), lines, mined)
    rank_phrases(library)
    return is_new, len(mined)
