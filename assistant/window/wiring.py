"""Who hears whom in the main window: its parts' facts and wishes, and its actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from assistant.window.language import tr
from assistant.window.page import MOST_PASTED
from assistant.workbench.sentences import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.report.errors import AssistantError
    from assistant.window.main_window import MainWindow


def connect_first(window: MainWindow) -> None:
    """Let what a report wants that is opened before there are panels reach the window."""
    window.files.opened.connect(window.show_opened)
    window.files.reopened.connect(window.load_page)
    window.files.told.connect(lambda words, wrong: window.notices.tell(words, wrong=wrong))
    window.desk.file_changed.connect(window.show_title)
    window.page.zoom_changed.connect(window.status_line.show_zoom)
    window.page.paste_told.connect(lambda words: window.notices.tell(words, wrong=True))
    window.page.paste_refused.connect(
        lambda count: window.notices.tell(sentence("paste.too_long", characters=count, most=MOST_PASTED), wrong=True)
    )

    def rescue(path: Path, error: AssistantError) -> bool:
        window.furnishing.finish()
        return window.keeping.rescue.offer(path, error)

    window.files.rescue = rescue


def connect_panels(window: MainWindow) -> None:
    """Let what the parts of the window tell and wish reach the parts that act on it."""
    _connect_words(window)
    _connect_edits(window)
    _connect_status(window)
    _connect_menu(window)
    window.files.field_requested.connect(lambda _field_id: window.rooms.close())
    window.files.field_requested.connect(window.go_to_field)
    window.files.position_requested.connect(lambda _position: window.rooms.close())
    window.files.position_requested.connect(window.go_to)
    window.keeping.traces.library_changing.connect(window.phrases.close)
    window.keeping.traces.library_changed.connect(window.phrases.open_again)
    window.phrases.rebuild_offered.connect(lambda words: _offer_rebuild(window, words))
    window.keeping.traces.own_work_changed.connect(window.proofing.read_choices_again)
    window.rooms.about_to_open.connect(window.previews.close)
    window.rooms.links_requested.connect(window.links.show_links)
    window.rooms.sheet_wanted.connect(lambda out: (window.sheets.write if out else window.sheets.read)())
    window.rooms.export_requested.connect(window.files.export)
    window.proofing.remarks_changed.connect(window.showing.show_remarks)
    window.proofing.looking_changed.connect(window.status_line.show_looking)
    window.files.reused.connect(window.keeping.versions.keep_basis)
    window.files.reused.connect(window.years.offer)
    window.page.enter_field = window.rooms.ask_beside
    window.page.tooltip_at = window.proofing.words_at
    window.writing.full_screen_left.connect(window.notices.forget)
    window.page.travelled.connect(window.notices.forget)
    window.desk.report_changed.connect(window.showing.show_report)
    window.previews.room_wanted.connect(window.panels.make_way)
    window.outline.position_requested.connect(lambda position: _go_to_section(window, position))
    window.outline.tree.further_requested.connect(lambda first: window.phrases.further.start_at(first))
    window.page.cursorPositionChanged.connect(window.showing.show_position)
    window.page.zoom_chosen.connect(window.set_zoom)
    window.panels.was_reset.connect(window.previews.share_evenly)


def _connect_menu(window: MainWindow) -> None:
    """Let the page's context menu offer what can be done at its place."""
    from assistant.window.page_menu import PageMenu  # not before it is wanted: the start is short

    PageMenu(
        window.page,
        window.desk,
        window.actions_by_name,
        proofing=window.proofing,
        bridge=window.bridge,
        links=window.links,
    )


def _connect_status(window: MainWindow) -> None:
    """Let a click on the status line lead to what it tells of."""
    from assistant.window.status_flow import StatusFlow  # not before it is wanted: the start is short

    StatusFlow(
        window.status_line,
        window.page,
        window.actions_by_name,
        show_remarks=window.proofing.show_panel,
        set_zoom=window.set_zoom,
    )


def _go_to_section(window: MainWindow, position: int) -> None:
    """Show a section of the outline in the room that is open, else in the page."""
    if not window.rooms.go_to_section(position):
        window.go_to(position)


def _connect_words(window: MainWindow) -> None:
    """Let the notice bar say what flows tell and offer."""
    from assistant.window.language_flow import LanguageFlow  # not before it is wanted: the start is short
    from assistant.window.start_folder import show_folder

    tell = window.notices.tell
    for flow in (
        *(window.bridge, window.finding, window.writing, window.sheets, window.drafts, window.tables, window.masks),
        *(window.unit, window.years, window.rooms, window.official, window.proofing, window.sections),
    ):
        flow.told.connect(lambda words, wrong: tell(words, wrong=wrong))
    LanguageFlow(window, window.files, window.actions_by_name).told.connect(tell)
    window.sheets.written.connect(
        lambda text, folder: tell(text, action=tr("打开文件夹"), wish=lambda: show_folder(folder))
    )
    window.years.offered.connect(lambda text: tell(text, action=tr("年份顺延…"), wish=window.years.run))
    window.unit.offered.connect(lambda text: tell(text, action=tr("查看并采用"), wish=window.unit.propose))


def _connect_edits(window: MainWindow) -> None:
    """Let edits that flows and rooms wish reach the report, those of fields by way of their links."""
    for wisher in (window.sheets, window.tables, window.years, window.rooms, window.proofing):
        wisher.edits_requested.connect(window.links.take)
    for giver in (window.drafts, window.unit):
        giver.values_requested.connect(window.links.fill_all)
    window.drafts.text_requested.connect(window.bridge.change_text)
    window.writing.section_change_requested.connect(window.sections.change)
    window.bridge.links_questioned.connect(window.links.ask_about)


def connect_filling(window: MainWindow) -> None:
    """Let the wishes of the fill panel reach links, page and rooms."""
    from assistant.window.tab_order import read_in_order
    from assistant.workbench.preferences import unsealed

    window.fill_panel.interview_requested.connect(window.rooms.open_interview)
    window.fill_panel.table_requested.connect(window.rooms.open_answers)
    window.fill_panel.reuse_requested.connect(window.files.reuse)
    window.fill_panel.value_requested.connect(window.links.fill)
    window.fill_panel.links_requested.connect(window.links.show_links)
    window.links.same_named.connect(
        lambda words, field_id: window.notices.tell(
            words, action=tr("一并填写…"), wish=lambda: window.links.join_same_named(field_id)
        )
    )
    window.fill_panel.waive_requested.connect(window.bridge.toggle_waived)
    window.fill_panel.confirm_requested.connect(window.bridge.confirm)
    window.fill_panel.card.doubt_requested.connect(window.bridge.doubt)
    window.fill_panel.value_insisted.connect(window.bridge.insist)
    window.fill_panel.card.source_entered.connect(window.bridge.note_source)
    window.fill_panel.all_settled.connect(window.tell_all_settled)
    window.fill_panel.field_requested.connect(window.page.go_to_field)
    window.page.field_at_caret_changed.connect(window.fill_panel.choose_field)
    window.rooms.columns = unsealed(window.files.settings.answer_columns)
    for panel in (window.outline, window.fill_panel, window.proofing.panel, window.phrases.panel):
        read_in_order(panel)


def connect_export(window: MainWindow) -> None:
    """Let exporting know what is ignored and lead to findings; let the status line count other pages."""
    window.files.is_ignored = window.proofing.is_ignored
    window.files.findings_requested.connect(window.rooms.close)
    window.files.findings_requested.connect(window.proofing.show_panel)
    window.files.export_left.connect(
        lambda: window.notices.tell(sentence("export.left"), action=tr("回到导出"), wish=window.files.export)
    )
    window.files.exported.connect(lambda words, path: _tell_exported(window, words, path))
    window.files.opened.connect(lambda _opened: window.pages.forget())
    window.files.reopened.connect(window.pages.forget)
    window.files.opened.connect(lambda _opened: window.finding.look_everywhere())
    window.files.reopened.connect(window.finding.look_everywhere)
    window.bridge.misfit_left.connect(
        lambda words, field_id: window.notices.tell(words, action=tr("去改"), wish=lambda: window.go_to_field(field_id))
    )


def _offer_rebuild(window: MainWindow, words: str) -> None:
    """Tell that the phrase library is damaged, and offer to make it anew."""
    from assistant.workbench.sentences import sentence

    window.notices.tell(words, wrong=True, action=sentence("library.rebuild"), wish=window.phrases.rebuild)


def _tell_exported(window: MainWindow, words: str, path: Path) -> None:
    """Tell that a file was written, and offer to open it or its folder with what the system has for that."""
    from assistant.workbench.sentences import sentence

    def open_with_system(place: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            window.notices.tell(sentence("export.no_program", path=path), wrong=True)

    window.notices.tell(
        words,
        action=tr("打开文件"),
        wish=lambda: open_with_system(path),
        other=(tr("打开所在文件夹"), lambda: open_with_system(path.parent)),
    )


def _edit_at_focus(window: MainWindow, what: str) -> None:
    """Cut, copy, paste or select all where the focus is, else in the page, unless a room hides it."""
    place: QWidget | None = window.focusWidget()
    if isinstance(place, QComboBox) and place.isEditable():
        place = place.lineEdit()
    if not callable(getattr(place, "copy", None)):  # neither line nor text nor table
        place = window.page if window.page.isVisible() else None
    act = getattr(place, what, None)
    if act is not None:
        act()


def connect_start_page(window: MainWindow) -> None:
    """Let the wishes of the start page reach the flow that opens files."""
    window.start_page.open_requested.connect(window.files.choose_and_open)
    window.start_page.paste_requested.connect(window.files.open_clipboard)
    window.start_page.reuse_requested.connect(window.files.choose_and_reuse)
    window.start_page.outline_requested.connect(window.files.begin_from_outline)
    window.start_page.sample_requested.connect(window.files.open_sample)
    window.start_page.recent_requested.connect(window.files.open_path)
    window.start_page.file_dropped.connect(window.files.open_path)


def connect_actions(window: MainWindow) -> None:
    """Let each menu entry, button and key do what it says."""
    from assistant.window.tab_order import DialogPlaces

    for name, wish in _wishes(window).items():
        window.actions_by_name[name].triggered.connect(lambda _checked=False, wish=wish: wish())
    for theme in ("light", "dark", "system"):
        window.actions_by_name[theme].triggered.connect(lambda _checked=False, theme=theme: window.set_theme(theme))
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: window.apply_theme())
    DialogPlaces(window)
    QShortcut(QKeySequence("Escape"), window.workspace, window.escape)


def _wishes(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what each action does, by its name."""
    return {
        "open": window.files.choose_and_open,
        "paste_new": window.files.open_clipboard,
        "outline_new": window.files.begin_from_outline,
        "start": window.leave_to_start_page,
        "save": window.files.save,
        "save_as": window.files.save_as,
        "export": window.files.export,
        "reuse": window.files.reuse,
        "reuse_file": window.files.choose_and_reuse,
        "unit": window.unit.edit,
        "propose": window.unit.propose,
        "official": window.official.run,
        "next_year": window.years.run,
        "write_sheet": window.sheets.write,
        "read_sheet": window.sheets.read,
        "read_draft": window.drafts.run,
        "take_table": window.tables.run,
        "mask": window.masks.run,
        "quit": window.close,
        "cut": lambda: _edit_at_focus(window, "cut"),
        "copy": lambda: _edit_at_focus(window, "copy"),
        "paste": lambda: _edit_at_focus(window, "paste"),
        "select_all": lambda: _edit_at_focus(window, "selectAll"),
        "undo": window.page.undo,
        "redo": window.page.redo,
        "find": window.finding.open,
        "next_open": lambda: window.next_open(forward=True),
        "previous_open": lambda: window.next_open(forward=False),
        "fill": window.start_filling,
        "zoom_in": lambda: window.set_zoom(window.previews.zoomed.zoom + 10),
        "zoom_out": lambda: window.set_zoom(window.previews.zoomed.zoom - 10),
        "zoom_normal": lambda: window.set_zoom(100),
        "zoom_fit": window.fit_width,
        "help": window.help.show_help,
        "keys": window.help.show_keys,
        "about": window.help.show_about,
    }
