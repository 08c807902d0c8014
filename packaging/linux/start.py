"""What the runtime of the Linux packages imports first: it finds the program's packages and starts it.

Its name in a package is `__init__` and the name of the program, which is what the runtime looks for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def run(_name: str) -> None:
    """Start the program; the runtime calls this and ends with the exit status."""
    folder = Path(sys.prefix).parent
    sys.dont_write_bytecode = True  # nothing is written beside the program
    sys.path.append(str(folder / "site"))
    if (folder / "portable").exists():
        os.environ.setdefault("ASSISTANT_HOME", str(folder / "data"))
    # Qt's own libraries carry no plugin for Fcitx, but Fcitx 5 answers where IBus is asked.
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"
    from assistant.cli import main

    sys.exit(main())
