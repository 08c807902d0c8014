from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from assistant.window.page import PageEditor
from tests.window.page.typing_keys import derive, report


@pytest.fixture
def page(qtbot: QtBot) -> Callable[[str], PageEditor]:
    """Makes an editor that shows a report in the notation of `typing_keys.report`."""

    def make(text: str, **states) -> PageEditor:
        editor = PageEditor(derive=derive)
        qtbot.addWidget(editor)
        editor.resize(900, 700)
        editor.show()
        editor.load(report(text, **states))
        return editor

    return make
