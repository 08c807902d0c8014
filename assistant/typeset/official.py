"""What an issued document has besides its text: the head above the red line, and the imprint at its very end.

Source: GB/T 9704-2012 7.2 (版头) and 7.4 (版记).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date

_COPY_NUMBER = re.compile(r"\d{6}")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:★(?:长期|\d{1,2}(?:年|个月)))?")
_NUMBER = re.compile(r"[^〔〕\[\]（）()\s]+〔\d{4}〕[1-9]\d*号")
_MINUTES = re.compile(r"第[1-9]\d*[号期]|〔\d{4}〕[1-9]\d*号|\d{4}年第[1-9]\d*[号期]")
"""Minutes are numbered for themselves, 第12号; the standard leaves their form to custom (10.3)."""
_DATE = re.compile(r"(\d{4})年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日")
LETTER = "letter"
URGENCIES = ("特急", "加急")


@dataclass(frozen=True, slots=True)
class OfficialParts:
    """The parts of head and imprint; "" where the document has none."""

    organ: str = ""
    """发文机关标志: the organ's name, with or without 文件."""
    number: str = ""
    """发文字号, 机关代字〔2026〕1号."""
    copy_number: str = ""
    """份号, six digits."""
    secrecy: str = ""
    """密级和保密期限, 机密★1年."""
    urgency: str = ""
    """特急 or 加急."""
    signer: str = ""
    """签发人, several parted by blanks; only documents to superiors have one."""
    copies_to: str = ""
    """抄送机关."""
    issuer: str = ""
    """印发机关."""
    issued: str = ""
    """印发日期, 2026年1月8日."""
    form: str = ""
    """LETTER for 信函格式, "" for that of documents."""

    @property
    def is_letter(self) -> bool:
        """Whether it is a letter."""
        return self.form == LETTER

    @property
    def has_head(self) -> bool:
        """Whether anything stands above the red line."""
        return bool(self.organ or self.number)

    @property
    def has_imprint(self) -> bool:
        """Whether there is an imprint; that of a letter tells no more than who gets copies [10.1]."""
        return bool(self.copies_to or ((self.issuer or self.issued) and not self.is_letter))


def official_from(data: object) -> OfficialParts:
    """Return the parts out of a report file; what is no text there is left out."""
    if not isinstance(data, Mapping):
        return OfficialParts()
    known = {one.name for one in fields(OfficialParts)}
    return OfficialParts(**{k: v for k, v in data.items() if k in known and isinstance(v, str)})


def official_values(parts: OfficialParts) -> dict[str, str]:
    """Return the parts that are there, for the report file."""
    return {name: value for name, value in asdict(parts).items() if value}


def official_problems(parts: OfficialParts) -> Iterator[str]:
    """Yield the names of parts that are not written as the standard asks."""
    if parts.copy_number and not _COPY_NUMBER.fullmatch(parts.copy_number):
        yield "copy_number"
    if parts.secrecy and not _SECRECY.fullmatch(parts.secrecy):
        yield "secrecy"
    if parts.urgency and parts.urgency not in URGENCIES:
        yield "urgency"
    is_minutes = parts.organ.endswith("纪要")
    if parts.number and not (_NUMBER.fullmatch(parts.number) or (is_minutes and _MINUTES.fullmatch(parts.number))):
        yield "number"
    if (parts.number or parts.signer) and not parts.organ:
        yield "organ"
    if parts.issued and not is_full_date(parts.issued):
        yield "issued"


def is_full_date(text: str) -> bool:
    """Whether a text is a day of the calendar in the form 2026年1月8日, without leading zeros."""
    found = _DATE.fullmatch(text)
    try:
        return found is not None and bool(date(*map(int, found.groups())))
    except ValueError:
        return False


def tidy_number(text: str) -> str:
    """Return a 发文字号 with the brackets of the standard in place of others, without 第 and leading zeros.

    Source: GB/T 9704-2012 7.2.5.
    """
    text = "".join(text.split())
    return re.sub(r"[\[（(【﹝〔［](\d{4})[\]）)】﹞〕］](?:第)?0*([1-9]\d*)号?$", r"〔\1〕\2号", text)
