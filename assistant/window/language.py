"""The languages of the window: its texts stand in the code in Chinese, English comes from Qt's translation file.

The Chinese window loads no translator at all. Texts of tables (menus, heads of columns) stay Chinese in the table and
are translated where they are shown. What belongs to a report (marks, labels, numbers of headings, names of faces,
comments for colleagues) is content and the same in both languages.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from assistant.resources import resource_path
from assistant.workbench.sentences import speak_with

CHINESE, ENGLISH = "zh", "en"
LANGUAGES = ((CHINESE, "简体中文"), (ENGLISH, "English"))
"""The languages and their own names, which no translation changes."""
CONTEXT = "window"
"""Where the texts of this room stand in the translation file; those of the core stand in contexts of their own."""


def tr(text: str, /, **parameters: object) -> str:
    """Return a text in the language of the window, its `{parameters}` filled in."""
    shown = QCoreApplication.translate(CONTEXT, text)
    return shown.format(**parameters) if parameters else shown


def spoken_language() -> str:
    """Return the language that the window speaks now: it is that of Qt's dates and numbers."""
    return ENGLISH if QLocale().language() is QLocale.Language.English else CHINESE


def plain(text: str) -> str:
    """Return a translated text without its access key: 文件(&F) and &File become 文件 and File."""
    return re.sub(r"\(&.\)|&", "", text)


def choose_language(application: QApplication, language: str) -> None:
    """Let the window speak a language; Qt's own texts and dates follow it."""
    if language == ENGLISH:
        speak_english(application)
        return
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def speak_english(application: QApplication) -> QTranslator:
    """Show English from now on, in what is made from now on; the translator is returned so that it can be taken off."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    translator = QTranslator(application)
    if translator.load(str(resource_path("translations", "assistant_en.qm"))):
        application.installTranslator(translator)
        speak_with(QCoreApplication.translate)
    return translator
