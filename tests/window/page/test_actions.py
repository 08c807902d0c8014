"""Random edits: the mirror is the document at any time, and undo of everything restores text and runs exactly."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from assistant.report.fields import Field, Kind, Occurrence, State
from assistant.window.page import PageEditor, PastedText, Run, ValueChange
from tests.window.page.typing_keys import compose, derive, press, replace_all, report, shown, type_text, undo_all

START = "‹a:xx›县关于‹b:2024|xx›年的报告\n\n一、总体‹c:××›。增长‹a:xx›😀‹b:2024|xx›\n第二段‹a:xx›‹c:××›"

POSITIONS = st.integers(0, 60)
ACTIONS = st.one_of(
    st.tuples(st.just("go"), POSITIONS, st.integers(0, 6)),
    st.tuples(st.just("field"), st.sampled_from("abc"), st.integers(0, 2)),
    st.tuples(st.just("type"), st.sampled_from(["1", "石", "一、", "😀", "甲乙"])),
    st.tuples(st.just("press"), st.sampled_from(["backspace", "delete", "enter", "left", "right", "tab", "home"])),
    st.tuples(st.just("erase word")),
    st.tuples(st.just("compose"), st.sampled_from(["", "石家庄", "𬭩"])),
    st.tuples(st.just("fill"), st.sampled_from("abc"), st.sampled_from(["", "12", "某市", "😀"])),
    st.tuples(st.just("flag"), st.sampled_from("abc"), st.sampled_from([None, State.WAIVED, State.STALE])),
    st.tuples(st.just("paste"), st.sampled_from(["甲", "甲\n乙", "丙\n"])),
    st.tuples(st.just("paste field"), st.sampled_from("abd")),
    st.tuples(st.just("cut")),
    st.tuples(st.just("copy")),
    st.tuples(st.just("paste own")),
    st.tuples(st.just("replace"), st.sampled_from(["段", "县", "x"]), st.sampled_from(["", "节"])),
    st.tuples(st.just("mark"), POSITIONS),
    st.tuples(st.just("unmark"), st.sampled_from("abc")),
    st.tuples(st.just("insert below")),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("flush")),
    st.tuples(st.just("events")),
    st.tuples(st.just("zoom"), st.sampled_from([100, 150])),
)


def act(editor: PageEditor, name: str, *given: object) -> None:
    if name == "go":
        editor.go_to(given[0], given[0] + given[1])
    elif name == "field":
        editor.go_to_field(*given)
    elif name == "type":
        type_text(editor, given[0])
    elif name == "press":
        press(editor, given[0])
    elif name == "erase word":
        press(editor, "backspace", control=True)
    elif name == "compose":
        compose(editor, "s", "shi", commit=given[0])
    elif name == "fill":
        editor.set_values([ValueChange(given[0], given[1])])
    elif name == "flag":
        editor.set_values([ValueChange(given[0], flag=given[1])])
    elif name == "paste":
        editor.insert_text(given[0])
    elif name == "paste field":
        editor.clean_paste = lambda text: PastedText(text, (Run(1, 3, given[0], "xx"),))
        editor.insert_text("有xx个")
        editor.clean_paste = PastedText
    elif name in ("cut", "copy"):
        getattr(editor, name)()
    elif name == "paste own":
        editor.paste()
    elif name == "replace":
        replace_all(editor, *given)
    elif name == "mark":
        start = min(given[0], len(editor.snapshot().text))
        text = editor.snapshot().text[start : start + 2]
        if text and "\n" not in text and not any(r.start < start + 2 and r.end > start for r in editor.snapshot().runs):
            editor.mark_as_field(start, start + len(text), Field("n", Kind.TEXT, "", "", (Occurrence(0, 1, text),)))
    elif name == "unmark":
        editor.unmark(given[0])
    elif name == "insert below":  # as a stranger to the editor would
        cursor = QTextCursor(editor.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("外来\n一行")
    elif name in ("undo", "redo", "flush"):
        getattr(editor, name)()
    elif name == "events":
        QApplication.processEvents()
    elif name == "zoom":
        editor.set_zoom(given[0])


def check(editor: PageEditor) -> None:
    assert editor._page.mirror.read_all() == editor._page.mirror.lines
    assert editor.document().isModified() == editor.is_modified


# the value typed first shortens an earlier line when it is carried there, which moves the caret of the next step
CARRY_MOVES_THE_CARET = [("field", "a", 1), ("type", "1"), ("press", "delete"), ("undo",), ("type", "1")]


@given(actions=st.lists(ACTIONS, max_size=25))
@example(actions=CARRY_MOVES_THE_CARET)
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_of_everything_restores_text_and_runs(qapp, actions):
    editor = PageEditor(derive=derive)
    editor.load(report(START))
    first = editor.snapshot()
    for action in actions:
        act(editor, *action)
        check(editor)
    editor.flush()
    last = editor.snapshot()
    steps = undo_all(editor)
    check(editor)
    assert editor.snapshot() == first
    assert not editor.is_modified
    for _ in range(steps):
        editor.redo()
        check(editor)
    assert editor.snapshot() == last
    editor.deleteLater()


@given(actions=st.lists(ACTIONS, max_size=15))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_snapshot_agrees_about_each_field(qapp, actions):
    """All whole occurrences of a field tell one value, in every snapshot that is told."""
    editor = PageEditor(derive=derive)
    editor.load(report(START))
    told = []
    editor.snapshot_changed.connect(told.append)
    for action in actions:
        act(editor, *action)
        editor.flush()
    for snapshot in told:
        values: dict[str, set[str]] = {}
        for run in snapshot.runs:
            text = snapshot.text[run.start : run.end]
            values.setdefault(run.field_id, set()).add("" if text == run.marker else text)
        assert all(len(found) == 1 for found in values.values()), shown(editor)
    editor.deleteLater()
