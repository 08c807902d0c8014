"""The one place through which the program reads its data files (rules, layouts, samples, sentences).

In a wheel the data lies in `assistant/_resources`; in a checkout in the top-level `resources` folder.
"""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

_PACKED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"


def resource_path(*parts: str) -> Path:
    """Return where the data file or folder named by `parts` lies."""
    root = _PACKED if _PACKED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)


def read_resource(*parts: str) -> str:
    """Return the text of a data file (UTF-8)."""
    return resource_path(*parts).read_text("utf-8")


@functools.cache
def load_rules(*parts: str) -> dict[str, Any]:
    """Return a TOML data file as a dictionary; it is read once and must not be changed."""
    return tomllib.loads(read_resource(*parts))
