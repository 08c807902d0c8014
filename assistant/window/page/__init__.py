"""The page: the open report as a printed sheet that can be typed into.

`PageEditor` (editor.py) is the widget. The QTextDocument owns the text; every occurrence of a field is a run
of it. The page knows fields only by id, marker, link and flag, and roles only through `derive`.
"""

from assistant.window.page.clipboard import PastedText
from assistant.window.page.editor import MOST_PASTED, PageEditor
from assistant.window.page.edits import ValueChange
from assistant.window.page.look import Look
from assistant.window.page.painting import Mark, Severity
from assistant.window.page.runs import Run, Snapshot
from assistant.window.page.style import DARK, LIGHT, Colours, PageStyle

__all__ = [
    "DARK",
    "LIGHT",
    "MOST_PASTED",
    "Colours",
    "Look",
    "Mark",
    "PageEditor",
    "PageStyle",
    "PastedText",
    "Run",
    "Severity",
    "Snapshot",
    "ValueChange",
]
