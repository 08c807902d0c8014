"""Fields of a .docx (w:fldChar): which of what stands between their marks is text; they may stand in each other.

Source: ECMA-376 Part 1, 17.16. Of any depth: what is asked at every run is counted, not looked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

_State = Literal["code", "result", "contents"]


@dataclass(slots=True)
class OpenFields:
    """The fields that have begun and not ended, from the outermost."""

    _states: list[_State] = field(default_factory=list)
    _unread: int = 0
    """How many of them stand at their code, or are tables of contents."""
    _contents: int = 0

    @property
    def is_text(self) -> bool:
        """Whether what comes now is text: the result of every field around it."""
        return not self._unread

    @property
    def in_contents(self) -> bool:
        """Whether a table of contents has begun."""
        return self._contents > 0

    def mark(self, kind: str | None) -> None:
        """Take a mark: begin, separate (from here on the result) or end."""
        if kind == "begin":
            self._push("code")
        elif kind == "separate" and self._states and self._states[-1] == "code":
            self._pop()
            self._push("result")
        elif kind == "end" and self._states:
            self._pop()

    def names_contents(self, code: str) -> bool:
        """Take the code of the innermost field; return whether it is a table of contents."""
        if not self._states or code.split()[:1] != ["TOC"]:
            return False
        self._pop()
        self._push("contents")
        return True

    def _push(self, state: _State) -> None:
        self._states.append(state)
        self._unread += state != "result"
        self._contents += state == "contents"

    def _pop(self) -> None:
        state = self._states.pop()
        self._unread -= state != "result"
        self._contents -= state == "contents"
