"""Plain text: the report's text for Notepad and WPS."""

from __future__ import annotations

import codecs

from assistant.report.model import Report


def write_text(report: Report, *, newline: str = "\r\n") -> bytes:
    """Return the report's text in UTF-8 with a byte order mark, its lines ended by `newline`.

    Notepad and WPS of older Windows take a file without the mark for GBK. Open fields stand there as their markers.
    """
    return codecs.BOM_UTF8 + report.text.replace("\n", newline).encode("utf-8", "replace")
