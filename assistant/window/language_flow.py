"""The choice of the window's language, in the menu 视图: kept in the settings, spoken from the next start on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow

from assistant.window.actions import Actions
from assistant.window.file_flow import FileFlow
from assistant.window.language import CHINESE, ENGLISH, LANGUAGES

_MENU = "语言 Language"
_NOTICES = {
    CHINESE: "下次启动程序时，界面改为简体中文。The window will be in Chinese when the program is started again.",
    ENGLISH: "下次启动程序时，界面改为英语。The window will be in English when the program is started again.",
}
"""In both languages, for whoever sits before the window now."""


class LanguageFlow(QObject):
    """Keeps the language that is chosen.

    Signals:
        told: words for the clerk.
    """

    told = Signal(str)

    def __init__(self, window: QMainWindow, files: FileFlow, actions: Actions) -> None:
        super().__init__(window)
        self._files = files
        view = actions.menu("view")
        view.addSeparator()
        menu = view.addMenu(_MENU)
        menu.setObjectName("language_menu")
        group = QActionGroup(self)
        for language, name in LANGUAGES:
            action = group.addAction(menu.addAction(name))
            action.setObjectName(f"language_{language}")
            action.setCheckable(True)
            action.setChecked(language == files.settings.language)
            action.triggered.connect(lambda _checked=False, language=language: self._choose(language))

    def _choose(self, language: str) -> None:
        if language != self._files.settings.language:
            self._files.keep_settings(language=language)
            self.told.emit(_NOTICES[language])
