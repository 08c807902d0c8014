"""What the tests of the page do and look at: Chinese keys, the input method, small reports."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from assistant.report.fields import Field, Kind, Occurrence, State
from assistant.report.model import Paragraph, Report, Role, lines_with_offsets
from assistant.report.numbering import read_label
from assistant.window.page import PageEditor
from assistant.window.page.search import Query

_KEYS = {
    "backspace": (Qt.Key.Key_Backspace, ""),
    "delete": (Qt.Key.Key_Delete, ""),
    "enter": (Qt.Key.Key_Return, "\r"),
    "left": (Qt.Key.Key_Left, ""),
    "right": (Qt.Key.Key_Right, ""),
    "home": (Qt.Key.Key_Home, ""),
    "end": (Qt.Key.Key_End, ""),
    "tab": (Qt.Key.Key_Tab, "\t"),
    "f8": (Qt.Key.Key_F8, ""),
}


def derive(text: str, _tables: object = ()) -> tuple[Paragraph, ...]:
    """A small stand-in: the first line is the title, numbered lines are headings, the rest is body."""
    found = []
    for start, line in lines_with_offsets(text):
        if not line:
            continue
        label = read_label(line)
        role = Role.HEADING if label else Role.BODY
        if not found:
            role = Role.TITLE
        stop = line.find("。")
        run_in = role is Role.HEADING and 0 <= stop < len(line) - 1
        end = start + (stop if run_in else len(line))
        found.append(
            Paragraph(
                start,
                start + len(line),
                role,
                label.level if label and role is Role.HEADING else None,
                heading_start=start,
                heading_end=end if role is Role.HEADING else start,
                run_in=run_in,
            )
        )
    return tuple(found)


def report(text: str, **states: State) -> Report:
    """Make a report of a text in which ‹a:xx› is an occurrence of field a with marker xx."""
    plain, places, rest = "", {}, text
    while rest:
        before, mark, rest = rest.partition("‹")
        plain += before
        if mark:
            inner, _, rest = rest.partition("›")
            name, _, shown = inner.partition(":")
            shown, _, marker = shown.partition("|")
            places.setdefault(name, []).append(Occurrence(len(plain), len(plain) + len(shown), marker or shown))
            plain += shown
    fields = tuple(
        Field(name, Kind.TEXT, name, "", tuple(own), state=states.get(name, State.OPEN)) for name, own in places.items()
    )
    return Report(plain, fields)


def shown(editor: PageEditor) -> str:
    """Return text and runs of an editor in the notation of `report`, without markers."""
    snapshot = editor.snapshot()
    text, done = "", 0
    for run in snapshot.runs:
        text += snapshot.text[done : run.start] + f"‹{run.field_id}:{snapshot.text[run.start : run.end]}›"
        done = run.end
    return text + snapshot.text[done:]


def press(editor: PageEditor, *names: str, shift: bool = False, control: bool = False) -> None:
    """Press keys by name, or type single characters."""
    held = Qt.KeyboardModifier.NoModifier
    if shift:
        held |= Qt.KeyboardModifier.ShiftModifier
    if control:
        held |= Qt.KeyboardModifier.ControlModifier
    for name in names:
        key, text = _KEYS.get(name, (0, name))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(editor, QKeyEvent(kind, key, held, text))


def type_text(editor: PageEditor, text: str) -> None:
    """Type characters one by one (QTest cannot type Chinese)."""
    for character in text:
        press(editor, character)


def compose(editor: PageEditor, *preedits: str, commit: str = "") -> None:
    """Let the input method show each preedit in turn, then commit."""
    for preedit in preedits:
        QApplication.sendEvent(editor, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def undo_all(editor: PageEditor) -> int:
    """Undo everything; return in how many steps."""
    for steps in itertools.count():
        if not editor.can_undo:
            return steps
        editor.undo()
    raise AssertionError


def replace_all(editor: PageEditor, words: str, new: str) -> int:
    """Replace words everywhere outside fields; return in how many places."""
    return editor.replace_spans([(*place, new) for place in editor.places_of(Query(words))])
