"""Old documents through Word or WPS, where one is installed: where the copies lie, and who may wait for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.storage.folders import office_folder


def converted_by_office(
    data: bytes,
    suffix: str,
    *,
    is_cancelled: Callable[[], bool] = lambda: False,
    command: Sequence[str] | None = None,
) -> bytes:
    """Return a binary Word or WPS document as .docx; blocks for a minute at most.

    `command` begins another program than the one of this system.

    Raises:
        AssistantError: `office.missing`, `office.refused`, `office.too_slow`, `office.cancelled`, `folder.unusable`.
    """
    from assistant.reading.office_program import convert_with_office, office_command  # seldom needed

    words = command or office_command()
    return convert_with_office(data, suffix, office_folder(), command=words, is_cancelled=is_cancelled)


def has_office_command() -> bool:
    """Whether this system has what begins Word or WPS; whether one is installed is seen when it is begun."""
    from assistant.reading.office_program import office_command

    return office_command() is not None
