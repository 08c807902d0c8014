"""Text files of unknown encoding: bytes → text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from assistant.report.errors import AssistantError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBE = 200_000
_SIMPLIFIED_SHARE = 0.9
# Control characters that no text file has; tab, newline, form feed, return and the old end-of-file mark may occur.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file with all newlines as line feeds and nothing else changed."""

    text: str
    encoding: str


def decode_text(data: bytes) -> DecodedText:
    """Return the text of a text file and the encoding it was in.

    Tried in this order: byte order mark, UTF-8, UTF-16 without mark, then GB18030 and Big5 by likelihood.

    Raises:
        AssistantError: `file.not_text` where the bytes are no text in any of these encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    try:
        return _decoded(data, "utf-8")
    except AssistantError:
        pass
    if b"\x00" in data[:_PROBE]:
        return _decoded(data, _utf16_order(data))
    if _reads_as_simplified(data[:_PROBE]):
        return _decoded(data, "gb18030")
    best = from_bytes(data[:_PROBE], cp_isolation=["gb18030", "big5"], threshold=0.4).best()
    return _decoded(data, "big5" if best is not None and best.encoding == "big5" else "gb18030")


def _reads_as_simplified(probe: bytes) -> bool:
    """Whether nearly all Chinese characters lie in GB 2312; half of a Big5 text read as GB 18030 does not.

    The statistics behind `from_bytes` need more than the few words that a short file has.
    """
    signs = [sign for sign in probe.decode("gb18030", "replace") if sign > "\x7f"]
    return len("".join(signs).encode("gb2312", "ignore")) >= 2 * _SIMPLIFIED_SHARE * len(signs)


def _utf16_order(data: bytes) -> str:
    """Return the byte order under which more of the beginning reads as common Chinese or Latin text."""

    def likely(encoding: str) -> int:
        probe = data[: _PROBE // 2 * 2].decode(encoding, "replace")
        return sum("一" <= c <= "龥" or " " <= c <= "~" or c in "，。、；：\n" for c in probe)

    return max(("utf-16-le", "utf-16-be"), key=likely)


def _decoded(data: bytes, encoding: str) -> DecodedText:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise AssistantError("file.not_text") from None
    if len(_CONTROLS.findall(text[:_PROBE])) > len(text[:_PROBE]) // 1000:
        raise AssistantError("file.not_text")
    return DecodedText(text.replace("\r\n", "\n").replace("\r", "\n"), encoding.removesuffix("-sig"))
