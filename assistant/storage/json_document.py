"""A JSON object in a file that the clerk may edit by hand: settings, answer book.

Nothing in such a file can keep the program from starting: what cannot be read is as if it were not there, and told
only to the log, without its content. A file that is damaged is set aside, so that saving does not write over it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from assistant.report.errors import AssistantError
from assistant.storage.atomic import read_file, write_atomically

LARGEST_BYTES = 4 << 20
SET_ASIDE = ".damaged"
"""Behind the name of a file that could not be read."""
_log = logging.getLogger(__name__)

Check = Callable[[object], object]
"""Returns the usable value, or None for a value that is not."""


def read_checked(
    folder: Callable[[], Path], name: str, checks: Mapping[str, Check], *, is_own: bool = True
) -> tuple[dict[str, object], dict[str, object]]:
    """Return the usable values of the known keys, and the keys that nobody here knows but that can be written again.

    `folder` gives the folder of the file, and may raise AssistantError as reading may. A file that is missing, too
    large, damaged or no object gives two empty mappings; one of the program's own is set aside then.
    """
    document, is_damaged = _read_object(folder, name)
    if is_own and is_damaged:
        _set_aside(folder() / name)
    known: dict[str, object] = {}
    for key, check in checks.items():
        if key not in document:
            continue
        value = check(document[key])
        if value is None:
            _log.info("%s: %s is unusable (%s), default taken", name, key, type(document[key]).__name__)
        else:
            known[key] = value
    unknown = {key: value for key, value in document.items() if key not in checks and _can_be_kept(name, value)}
    return known, unknown


def write_with_unknown(path: Path, document: Mapping[str, object], unknown: Mapping[str, object]) -> None:
    """Write a document, and after it the unknown keys that it does not use itself.

    Raises:
        AssistantError: those of `write_atomically`; the old file is untouched.
    """
    whole = {**document, **{key: value for key, value in unknown.items() if key not in document}}
    try:
        data = json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8")
    except UnicodeEncodeError:
        # Half a surrogate pair, pasted, or a file name on Linux that is no UTF-8: as an escape it comes back as it was.
        data = json.dumps(whole, ensure_ascii=True, indent=1).encode("ascii")
    write_atomically(path, data + b"\n")


def remove_set_aside(folder: Path) -> None:
    """Remove the damaged files that were set aside in a folder; what cannot be removed stays."""
    for path in folder.glob(f"*{SET_ASIDE}"):
        with suppress(OSError):
            path.unlink()


def _read_object(folder: Callable[[], Path], name: str) -> tuple[dict[str, object], bool]:
    """Return the object in a file, and whether the file holds none although it could be looked at."""
    try:
        data = read_file(folder() / name, limit_bytes=LARGEST_BYTES)
        document: object = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except AssistantError as error:
        if error.code != "file.missing":
            _log.info("%s: %s, defaults taken", name, error.code)
        return {}, error.code == "file.too_large"
    except (ValueError, RecursionError) as error:
        _log.info("%s: no JSON (%s), defaults taken", name, type(error).__name__)
        return {}, True
    if not isinstance(document, dict):
        _log.info("%s: no JSON object (%s), defaults taken", name, type(document).__name__)
        return {}, True
    return document, False


def _set_aside(path: Path) -> None:
    """Keep a damaged file under another name; the last one, where there were several."""
    with suppress(OSError):
        path.replace(path.with_name(path.name + SET_ASIDE))


def _can_be_kept(name: str, value: object) -> bool:
    """Whether a value of unknown meaning can be written again: 1e999 and very deep nesting can be read only."""
    try:
        json.dumps(value, indent=1, allow_nan=False)
    except (ValueError, RecursionError) as error:
        _log.info("%s: unknown key cannot be kept (%s)", name, type(error).__name__)
        return False
    return True


def _refuse(name: str) -> NoReturn:
    # NaN and Infinity are no JSON, though Python reads them.
    raise ValueError(name)
