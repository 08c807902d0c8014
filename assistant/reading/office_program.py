"""Word or WPS, where the computer has one, as the reader of last resort: it saves a copy of a document as .docx.

Our own reader comes first, for it needs nobody and runs nothing. What it refuses, or reads as garbage, is copied to a
private folder and given to the installed program by `resources/reading/save_as_docx.js`, in a process of its own:
hidden, read-only, no macros, no questions, ended after a time limit. On other systems than Windows there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from assistant.reading.doc import read_doc
from assistant.reading.document_text import DocumentText
from assistant.reading.docx import read_docx
from assistant.report.errors import AssistantError
from assistant.resources import resource_path

MOST_SECONDS = 60.0
"""A program that was not begun today takes up to twenty seconds; a question that nobody sees takes for ever."""
LARGEST_BYTES = 50 << 20
_POLL_SECONDS = 0.1
_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_CODES = {3: "office.missing", 4: "office.refused", 5: "office.refused"}
# What our own reader could not make out, and another program may; not what is too large, or asks for a password.
_MAY_BE_READ = ("file.broken_document", "file.not_word", "file.works")
# Then the clerk is told what our own reader found.
_SAYS_NOTHING = ("office.missing", "folder.unusable")

_PROBE = 20_000
_MOST_STRANGE = 0.1
_LEAST_COMMON = 0.6
_FEW = 50

Conversion = Callable[[bytes, str], bytes]
"""Takes the bytes of a document and its suffix, returns it as .docx, raises AssistantError `office.*`."""


def read_doc_or_convert(data: bytes, suffix: str, convert: Conversion) -> DocumentText:
    """Return the text of a binary Word or WPS document, by another program where ours refuses it or reads garbage.

    Raises:
        AssistantError: as `read_doc`, where there is no other program, else what became of it (`office.*`).
    """
    own, refusal = _own_reading(data)
    if own is not None and not looks_broken(own.text):
        return own
    try:
        document = read_docx(convert(data, suffix))
    except AssistantError as error:
        if own is not None:
            return own
        if refusal is not None and error.code in _SAYS_NOTHING:
            raise refusal from None
        raise
    return DocumentText(document.text, (*document.notices, "notice.office"))


def _own_reading(data: bytes) -> tuple[DocumentText | None, AssistantError | None]:
    try:
        return read_doc(data), None
    except AssistantError as error:
        if error.code not in _MAY_BE_READ:
            raise
        return None, error


def looks_broken(text: str) -> bool:
    """Whether a text is what comes of bytes read in a wrong way: hardly any of it is Chinese as it is written."""
    probe = [sign for sign in text[:_PROBE] if not sign.isspace()]
    if not probe:
        return True
    strange = sum(sign == "\ufffd" or "\ue000" <= sign < "\uf900" or "\x80" <= sign < "\u0250" for sign in probe)
    if strange > _MOST_STRANGE * len(probe):
        return True
    # evenly spread over all characters, less than half of them would be common ones
    chinese = [sign for sign in probe if "\u3400" <= sign < "\ua000"]
    return len(chinese) >= _FEW and sum(map(_is_common, chinese)) < _LEAST_COMMON * len(chinese)


def _is_common(sign: str) -> bool:
    """Whether a character is one of GB 2312, or of the frequent half of Big5."""
    return bool(sign.encode("gb2312", "ignore")) or b"" < sign.encode("big5", "ignore") < b"\xc6\xa1"


def office_command(system: str = os.name) -> tuple[str, ...] | None:
    """Return the words that begin the script, to be followed by its three arguments; None where there is no Windows."""
    if system != "nt":
        return None
    windows = os.environ.get("SYSTEMROOT", r"C:\Windows")
    script = resource_path("reading", "save_as_docx.js")
    return (rf"{windows}\System32\cscript.exe", "//B", "//Nologo", "//E:JScript", str(script))


def convert_with_office(
    data: bytes,
    suffix: str,
    folder: Path,
    *,
    command: Sequence[str] | None,
    seconds: float = MOST_SECONDS,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """Return a document as .docx, saved by the program that `command` begins; blocks for `seconds` at most.

    A copy of the document lies in `folder` meanwhile, nothing of it stays. `is_cancelled` is asked ten times a second.

    Raises:
        AssistantError: `office.missing` where there is no such program, `office.refused` where it could not open or
            save, `office.too_slow` (seconds), `office.cancelled`.
    """
    if command is None:
        raise AssistantError("office.missing")
    with _private_folder(folder) as place:
        source, made, begun = place / f"copy{suffix}", place / "made.docx", place / "begun.txt"
        try:
            source.write_bytes(data)
            status = _run([*command, str(source), str(made), str(begun)], begun, seconds, is_cancelled)
            if status == 0 and 0 < made.stat().st_size <= LARGEST_BYTES:
                return made.read_bytes()
        except OSError as error:
            raise AssistantError("office.missing") from error
        raise AssistantError(_CODES.get(status, "office.refused"))


@contextmanager
def _private_folder(folder: Path) -> Iterator[Path]:
    place = folder / uuid.uuid4().hex
    try:
        place.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise AssistantError("office.missing") from error
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _run(words: list[str], begun: Path, seconds: float, is_cancelled: Callable[[], bool]) -> int:
    """Run the script; return its exit status. Where it takes too long it is ended, with the program that it began."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet, creationflags=_NO_CONSOLE) as process:
        for _ in range(max(1, int(seconds / _POLL_SECONDS))):
            if is_cancelled():
                _end(process, begun)
                raise AssistantError("office.cancelled")
            with suppress(subprocess.TimeoutExpired):
                return process.wait(_POLL_SECONDS)
        _end(process, begun)
    raise AssistantError("office.too_slow", seconds=int(seconds))


def _end(process: subprocess.Popen[bytes], begun: Path) -> None:
    process.kill()
    process.wait()
    if os.name != "nt":
        return
    # Word does not end with the script that began it. The ids are those of processes begun by COM alone.
    with suppress(OSError):
        for number in begun.read_text("ascii", "ignore").split():
            if number.isdigit():
                call = ["taskkill", "/F", "/PID", number]
                subprocess.run(call, check=False, capture_output=True, creationflags=_NO_CONSOLE)
