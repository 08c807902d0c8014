"""Where a long title goes on in its second line, as preview, print and documents break it."""

from __future__ import annotations

from assistant.typeset.titles import title_breaks

_EXAMPLE = "关于进一步加强全县一般公共预算收入组织工作的情况汇报"


def title_lines(title: str, capacity: float) -> tuple[int, ...]:
    """Return the code points of a title at which its further lines begin; () where it fits into one line.

    `capacity` is the width of a line in Chinese characters.
    """
    return title_breaks(title, capacity)


def read_dictionary() -> None:
    """Read what the first of all titles has to wait for."""
    title_breaks(_EXAMPLE, len(_EXAMPLE) / 2 + 1)
