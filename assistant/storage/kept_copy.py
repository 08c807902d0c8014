"""A copy of a report in the data folder: one line that says what it is, then the bytes of a report file.

Recovery copies and versions are such files. The line holds a digest of what follows, so that a copy that is not
whole is known as such.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file
from assistant.storage.report_file import LARGEST_BYTES, SavedReport, decode_report

FORMAT = "baogao-copy"
_LONGEST_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class CopyHead:
    """What a copy is; every text may be "" where there is nothing to say."""

    report_id: str
    """Names the report over all its copies."""
    when_iso: str
    """When the copy was made, ISO 8601 with time zone."""
    reason: str
    """Why it was made: a word of `versions.Reason`, or "unsaved"."""
    name: str = ""
    """What the clerk calls it."""
    title: str = ""
    path: str = ""
    """The report file, with its folder."""
    source: str = ""
    """The file that the report was read from, with its folder."""
    file_digest: str = ""
    """Digest of the report file as it was when it was last read or written."""


def digest_of(data: bytes) -> str:
    """Return a digest by which equal bytes are known."""
    return hashlib.sha256(data).hexdigest()


def encode_copy(head: CopyHead, body: bytes) -> bytes:
    """Return the bytes of a copy; `body` is what `encode_report` gave."""
    line = {"format": FORMAT, "version": 1, "digest": digest_of(body), "size": len(body)} | asdict(head)
    # as escapes: a path on Linux may hold half a surrogate pair
    return json.dumps(line, ensure_ascii=True).encode("ascii") + b"\n" + body


def read_head(path: Path) -> CopyHead:
    """Return what a copy says of itself, without looking at the report in it.

    Raises:
        AssistantError: `copy.broken` (path), and those of `read_file`.
    """
    try:
        with path.open("rb") as file:
            line = file.readline(_LONGEST_HEAD)
    except OSError as error:
        raise AssistantError("copy.broken", path=str(path)) from error
    return _head_of(line, path)[0]


def read_body(path: Path) -> tuple[CopyHead, bytes]:
    """Return what a copy says of itself, and the bytes of the report file in it.

    Raises:
        AssistantError: `copy.broken` (path), and those of `read_file`.
    """
    line, _, body = read_file(path, limit_bytes=LARGEST_BYTES + _LONGEST_HEAD).partition(b"\n")
    head, digest = _head_of(line, path)
    if digest_of(body) != digest:
        raise AssistantError("copy.broken", path=str(path))
    return head, body


def read_copy(path: Path) -> tuple[CopyHead, SavedReport]:
    """Return what a copy says of itself, and the report in it.

    Raises:
        AssistantError: `copy.broken` (path), and those of `read_file` and `decode_report`.
    """
    head, body = read_body(path)
    return head, decode_report(body)


def _head_of(line: bytes, path: Path) -> tuple[CopyHead, str]:
    try:
        parsed: object = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise AssistantError("copy.broken", path=str(path)) from error
    if not isinstance(parsed, dict) or parsed.get("format") != FORMAT:
        raise AssistantError("copy.broken", path=str(path))
    texts = {one.name: parsed.get(one.name, "") for one in fields(CopyHead)}
    digest = parsed.get("digest")
    if not isinstance(digest, str) or not all(isinstance(text, str) for text in texts.values()):
        raise AssistantError("copy.broken", path=str(path))
    return CopyHead(**texts), digest
