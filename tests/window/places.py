"""Every panel, room and dialog of the window, each opened as the clerk opens it where that needs no file chooser.

Used by the tests that walk through all of them, and by `dev.py screenshots`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QWidget

from assistant.window.batch_dialog import BatchDialog
from assistant.window.draft_dialog import DraftDialog
from assistant.window.help_window import HelpWindow
from assistant.window.layout_dialog import LayoutDialog
from assistant.window.link_batch_dialog import LinkBatchDialog, LinkQuestion
from assistant.window.main_window import MainWindow
from assistant.window.phrase_review_dialog import PhraseReviewDialog
from assistant.window.table_dialog import TableDialog
from assistant.window.taking_dialog import TakingDialog
from assistant.workbench.answers import read_answers
from assistant.workbench.draft_text import TextChange
from assistant.workbench.drafts import ReturnedValue
from assistant.workbench.field_edits import FieldEdit
from assistant.workbench.linking import place_choices
from assistant.workbench.phrase_library import Phrase
from assistant.workbench.shipped import shipped_samples
from assistant.workbench.table_import import asked_figures, read_table_file
from assistant.workbench.taking import Proposal, Verdict
from assistant.workbench.unit_info import AnswerBook, save_answer_book
from assistant.workbench.versions import Reason

BOOK = AnswerBook(province="江南省", city="安澜市", county="青禾县", unit="青禾县财政局", industry="财政")


def prepare(window: MainWindow, share: float = 0.3) -> None:
    """Open a shipped sample and fill some of it with its example answers; a version of each stage is kept."""
    save_answer_book(BOOK)
    sample = shipped_samples()[0]
    window.files.open_sample(sample.path)
    window.keeping.versions.keep(Reason.NAMED, name="送审稿")
    answers = read_answers(sample.answers)
    fields = window.desk.working.report.fields
    filled = [(field.id, answers[field.id].value) for field in fields[: int(len(fields) * share)]]
    half = len(filled) // 2
    window.bridge.fill_all(dict(filled[1:half]))  # the name of the county is proposed by the own unit's values
    window.keeping.versions.keep(Reason.EXPORT)
    window.bridge.fill_all(dict(filled[half:] if share < 1 else filled))


def first_open(window: MainWindow) -> str:
    """Return the first field that is not filled."""
    return next(field.id for field in window.desk.working.report.fields if field.state.blocks_final)


def linked(window: MainWindow) -> str:
    """Return a field with several places."""
    return next(field.id for field in window.desk.working.report.fields if len(field.occurrences) > 1)


def panels(window: MainWindow) -> dict[str, Callable[[], QWidget]]:
    """Return what opens each panel and room, by its name; each returns the widget."""

    def outline() -> QWidget:
        return window.outline

    def fill_panel() -> QWidget:
        window.go_to_field(first_open(window))
        return window.fill_panel

    def check_panel() -> QWidget:
        window.actions_by_name["next_remark"].trigger()
        return window.proofing.panel

    def phrases() -> QWidget:
        window.phrases.start_search()
        return window.phrases.panel

    def further() -> QWidget:
        window.phrases.further.start()
        return window.phrases.further.panel

    def find_bar() -> QWidget:
        window.find_bar.open_bar("财政")
        return window.find_bar

    def interview() -> QWidget:
        window.rooms.open_interview()
        return window.rooms.interview

    def review() -> QWidget:
        window.rooms.open_interview()
        window.rooms.interview.show_review()
        return window.rooms.interview

    def answers() -> QWidget:
        window.rooms.open_answers()
        return window.rooms.answers

    def preview() -> QWidget:
        window.previews.toggle()
        return window.previews.pane

    def beside() -> QWidget:
        window.previews.toggle(beside=True)
        return window.previews.pane

    def popup() -> QWidget:
        window.page.go_to_field(first_open(window))
        window.rooms.ask_beside(first_open(window))
        return window.rooms.popup

    def notice() -> QWidget:
        window.notices.tell("这是一句提示。", action="查看并采用")
        return window.notices

    def characters() -> QWidget:
        window.writing.show_characters()
        return window.writing.characters

    def help_pages() -> QWidget:
        window.help.show_help()
        return window.findChild(HelpWindow)

    opens = (fill_panel, check_panel, phrases, further, find_bar, interview, review, answers, preview, beside, popup)
    return {one.__name__: one for one in (outline, *opens, notice, characters, help_pages)}


def dialogs(window: MainWindow, folder: Path) -> dict[str, Callable[[], object]]:
    """Return what opens each modal dialog, by its name; each returns when the dialog is closed."""
    flows: dict[str, Callable[[], object]] = {
        "about": window.help.show_about,
        "keys": window.help.show_keys,
        "export": window.files.export,
        "check_choices": window.proofing.edit_choices,
        "count": window.writing.show_counts,
        "go_to": window.writing.go_to_place,
        "mask": window.masks.run,
        "official": window.official.run,
        "outline": window.files.begin_from_outline,
        "phrase_sources": window.phrases.intake.show_sources,
        "unit": window.unit.edit,
        "proposals": window.unit.propose,
        "versions": window.keeping.versions.run,
        "traces": window.keeping.traces.run,
        "links": lambda: window.links.show_links(linked(window)),
        "recovery": lambda: _recover(window),
    }
    return flows | _made(window, folder)


def _recover(window: MainWindow) -> None:
    window.keeping.autosave.run_and_wait()
    window.keeping.autosave.session.end()  # as that of a killed process
    window.keeping.recovery.run()


def _made(window: MainWindow, folder: Path) -> dict[str, Callable[[], object]]:
    working = window.desk.working
    some = working.report.fields[:4]
    values = [ReturnedValue(one.id, one.label, "xx", "12.5", "new") for one in some]
    changes = [TextChange(0, 2, "财政", "青禾", "青禾县财政局上半年工作总结")]
    edits = [
        Proposal(FieldEdit(one.id, "12.5", "预算股"), one.label, one.unit, "", "12.5", "一般公共预算收入", verdict)
        for one, verdict in zip(some, (Verdict.NEW, Verdict.REPLACES, Verdict.DOUBTFUL, Verdict.MISFIT), strict=True)
    ]
    phrases = [
        Phrase(1, "把纪律和规矩挺在前面", "固定表述", 1.0, (("讲话.txt", "一、工作"),), "把纪律和规矩挺在前面。")
    ]
    return {
        "links_of_all": lambda: LinkBatchDialog(window, [_question(window, linked(window))]).exec(),
        "batch": lambda: BatchDialog(window, [one.label for one in some], ["预算股", "国库股"]).exec(),
        "draft": lambda: DraftDialog(window, values, changes, ["有一处内容没有读到。"]).exec(),
        "layout": lambda: LayoutDialog(window, "公文", working).exec(),
        "phrase_review": lambda: PhraseReviewDialog(
            window, phrases, "收录 1 份报告，新增 1 条短语。", lambda _phrase: ""
        ).exec(),
        "table": lambda: TableDialog(window, _tables(folder), asked_figures(working)).exec(),
        "taking": lambda: TakingDialog(window, "读取采集表", edits, ["第 3 行没有编号，没有采用。"]).exec(),
    }


def _question(window: MainWindow, field_id: str) -> LinkQuestion:
    label = window.desk.working.report.field(field_id).label
    return LinkQuestion(field_id, label, "青禾", place_choices(window.desk.working, field_id))


def _tables(folder: Path) -> tuple:
    book = Workbook()
    sheet = book.active
    sheet.title = "月报"
    sheet.append(["指标", "本月", "累计"])
    sheet.append(["全县一般公共预算收入", 3.2, 12.5])
    sheet.append(["税收收入", 2.1, 9.8])
    path = folder / "月报.xlsx"
    book.save(path)
    return read_table_file(path)
