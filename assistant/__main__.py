"""`python -m assistant` and the command `assistant`: to the window by the shortest way, or to the command line."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main() -> int:
    """Run what the words of the command line ask for, and return the exit status."""
    words = sys.argv[1:]
    if not words or (len(words) == 1 and not words[0].startswith("-") and Path(words[0]).suffix):
        # no command has a dot; what belongs to commands alone takes a third of the start to load
        gc.disable()  # nothing is garbage yet; the window collects at times of its own
        from assistant.window.application import run_application

        return run_application(Path(words[0]) if words else None)
    from assistant.cli import main as run_command

    return run_command(words)


if __name__ == "__main__":
    sys.exit(main())
