"""Text files of unknown encoding: bytes → text."""

from __future__ import annotations

from charset_normalizer import from_bytes

from assistant.reading.unicode_text import PROBE, DecodedText, decode_unicode, decoded_as

_SIMPLIFIED_SHARE = 0.9


def decode_text(data: bytes) -> DecodedText:
    """Return the text of a text file and the encoding it was in.

    Tried in this order: byte order mark, UTF-8, UTF-16 without mark, then GB18030 and Big5 by likelihood.

    Raises:
        AssistantError: `file.not_text` where the bytes are no text in any of these encodings.
    """
    shown = decode_unicode(data)
    if shown is not None:
        return shown
    if b"\x00" in data[:PROBE]:
        return decoded_as(data, _utf16_order(data))
    if _reads_as_simplified(data[:PROBE]):
        return decoded_as(data, "gb18030")
    best = from_bytes(data[:PROBE], cp_isolation=["gb18030", "big5"], threshold=0.4).best()
    return decoded_as(data, "big5" if best is not None and best.encoding == "big5" else "gb18030")


def _reads_as_simplified(probe: bytes) -> bool:
    """Whether nearly all Chinese characters lie in GB 2312; half of a Big5 text read as GB 18030 does not.

    The statistics behind `from_bytes` need more than the few words that a short file has.
    """
    signs = [sign for sign in probe.decode("gb18030", "replace") if sign > "\x7f"]
    return len("".join(signs).encode("gb2312", "ignore")) >= 2 * _SIMPLIFIED_SHARE * len(signs)


def _utf16_order(data: bytes) -> str:
    """Return the byte order under which more of the beginning reads as common Chinese or Latin text."""

    def likely(encoding: str) -> int:
        probe = data[: PROBE // 2 * 2].decode(encoding, "replace")
        return sum("一" <= c <= "龥" or " " <= c <= "~" or c in "，。、；：\n" for c in probe)

    return max(("utf-16-le", "utf-16-be"), key=likely)
