"""Help on the place where one is: F1 opens its page, in dialogs too; all keys; 关于."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from assistant import __version__
from assistant.report.errors import AssistantError
from assistant.window.actions import Actions
from assistant.window.language import spoken_language, tr
from assistant.window.look import LIGHT, Colours
from assistant.workbench.help_pages import KeyRow, keys_of_places, licences
from assistant.workbench.preferences import data_folder
from assistant.workbench.sentences import sentence

PAGES_OF_PLACES = {
    "StartPage": "start",
    "OutlinePanel": "outline",
    "OutlineDialog": "outline",
    "FillPanel": "fill",
    "LinkDialog": "fill",
    "InterviewRoom": "fill",
    "AnswerRoom": "fill",
    "FieldPopup": "fill",
    "LinkBatchDialog": "fill",
    "BatchDialog": "fill",
    "TakingDialog": "offices",
    "GoDialog": "write",
    "CountDialog": "write",
    "CharacterPanel": "write",
    "PhrasePanel": "phrases",
    "PhraseReviewDialog": "phrases",
    "PhraseSourcesDialog": "phrases",
    "CheckPanel": "check",
    "CheckChoicesDialog": "check",
    "PageEditor": "write",
    "FindBar": "write",
    "UnitDialog": "write",
    "ProposalDialog": "write",
    "PreviewPane": "layout",
    "LayoutDialog": "layout",
    "OfficialDialog": "layout",
    "ExportDialog": "export",
    "DraftDialog": "offices",
    "TableDialog": "offices",
    "MaskDialog": "reuse",
    "VersionDialog": "keep",
    "RecoveryDialog": "keep",
    "TracesDialog": "privacy",
}
"""The page of the help for each place, by the class of its widget."""


class HelpFlow(QObject):
    """Opens the help, the list of keys, and 关于, over whichever window is in front."""

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._colours = LIGHT
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._reach)

    def set_colours(self, colours: Colours) -> None:
        """Show what is opened from now on in the colours of a theme."""
        self._colours = colours

    def _reach(self, window: QWindow | None) -> None:
        """Let F1 work in a dialog as well: the main window's own shortcuts rest while a dialog is open."""
        for widget in QApplication.topLevelWidgets():
            is_new = isinstance(widget, QDialog) and not widget.property("has_help")
            if is_new and window is not None and widget.windowHandle() is window:
                widget.setProperty("has_help", True)
                QShortcut(QKeySequence("F1"), widget, self.show_help)

    def page_of_place(self) -> str:
        """Return the page for the widget that has the focus, or for its nearest known parent."""
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        while widget is not None:
            page = PAGES_OF_PLACES.get(type(widget).__name__)
            if page is not None:
                return page
            widget = widget.parentWidget()
        return "start"

    def show_help(self) -> None:
        """Open the help at the page of the place where one is."""
        from assistant.window.help_window import HelpWindow

        page = self.page_of_place()
        parent = QApplication.activeWindow() or self._window
        if isinstance(parent, HelpWindow):
            return
        help_window = parent.findChild(HelpWindow) or HelpWindow(parent, self._colours)
        help_window.show_page(page)

    def show_keys(self) -> None:
        """List every key."""
        from assistant.window.keys_dialog import KeysDialog

        dialog = KeysDialog(self._window, [*self._actions.all_keys(), *map(_translated, keys_of_places())])
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Show version, data folder and licences."""
        from assistant.window.about_dialog import AboutDialog

        try:
            folder = data_folder()
        except AssistantError:
            folder = None
        about = sentence("about.text", version=__version__)
        parts = licences(spoken_language())
        dialog = AboutDialog(self._window, self._colours, about=about, data_folder=folder, licences=parts)
        dialog.exec()
        dialog.deleteLater()


def _translated(row: KeyRow) -> KeyRow:
    return KeyRow(tr(row.place), row.keys, tr(row.what))
