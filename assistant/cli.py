"""The command line: each command reads its words, asks the workbench, and prints a table or JSON.

Exit status 0: done; 1: check found errors or warnings, or a final was refused; 2: unusable input or usage; 130: Ctrl+C.
No Qt is loaded here unless a window is opened.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from assistant import __version__
from assistant.report.errors import AssistantError
from assistant.report.fields import State
from assistant.workbench import (
    annotating,
    answers,
    drafts,
    exporting,
    layouts,
    opening,
    paging,
    scanning,
    sheets,
    shipped,
    tables,
    unit_info,
    working,
)
from assistant.workbench.office import converted_by_office
from assistant.workbench.sentences import describe_error, sentence

DONE, REFUSED, UNUSABLE = 0, 1, 2
INTERRUPTED = 130
"""What shells tell of a command that Ctrl+C ended."""
_COMMANDS = (
    *("scan", "sheet", "reuse", "fill", "export", "layout", "check"),
    *("mine", "phrases", "complete", "demo", "selftest"),
)
_MOST_PHRASES = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    _speak_utf8()
    layouts.find_own_layouts()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not words or (words[0] not in _COMMANDS and not words[0].startswith("-")):
            return _open_window(words)
        options = _parser().parse_args(words)
        run: Callable[[argparse.Namespace], int] = options.run
        status = run(options)
        if sys.stdout is not None:  # started with none, or as a program for windows
            sys.stdout.flush()
        return status
    except exporting.FinalRefusedError as error:
        print(describe_error(error), file=sys.stderr)
        print(tables.open_fields_table(error.fields), file=sys.stderr)
        return REFUSED
    except AssistantError as error:
        print(describe_error(error), file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:
        _end_output()  # its reader went away
        return DONE
    except KeyboardInterrupt:
        print(sentence("interrupted"), file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.filename is not None:  # files are told by their codes
            raise
        print(sentence("output.failed", reason=errno.errorcode.get(error.errno or 0, "")), file=sys.stderr)
        _end_output()
        return UNUSABLE


def _end_output() -> None:
    """Let nothing more be written: Python would complain again when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """JSON and tables are UTF-8 whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one Chinese line."""

    def error(self, message: str) -> NoReturn:
        """End with status 2 and one line on standard error."""
        print(sentence("usage", detail=_in_chinese(message)), file=sys.stderr)
        raise SystemExit(UNUSABLE)


# What argparse complains of most, and the name of our sentence for it.
_COMPLAINTS = (
    (re.compile(r"the following arguments are required: (?P<words>.*)"), "usage.missing"),
    (re.compile(r"unrecognized arguments: (?P<words>.*)"), "usage.unknown"),
    (re.compile(r"argument (?P<words>\S+): expected one argument"), "usage.valueless"),
    (re.compile(r"argument (?P<words>\S+): invalid .* value: .*"), "usage.no_count"),
)


def _in_chinese(message: str) -> str:
    """Return argparse's complaint in Chinese where it is a usual one."""
    for pattern, name in _COMPLAINTS:
        found = pattern.fullmatch(message)
        if found is not None:
            return sentence(name, words=found["words"])
    return message


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="assistant", description=sentence("about"))
    parser.add_argument("--version", action="version", version=f"报告助手 {__version__}")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=sentence(f"command.{name}"), description=sentence(f"command.{name}"))
        sub.set_defaults(run=run)
        return sub

    scan = command("scan", _scan)
    scan.add_argument("file", type=Path, metavar="FILE")
    scan.add_argument("--json", action="store_true")
    check = command("check", _check)
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true")
    check.add_argument("--docx-comments", type=Path, metavar="OUT")
    layout = command("layout", _layout)
    layout.add_argument("file", type=Path, metavar="FILE")
    layout.add_argument("--layout")
    layout.add_argument("--json", action="store_true")
    sheet = command("sheet", _sheet)
    sheet.add_argument("file", type=Path, metavar="FILE")
    sheet.add_argument("--out", type=Path, required=True)
    reuse = command("reuse", _reuse)
    reuse.add_argument("file", type=Path, metavar="FILE")
    reuse.add_argument("--out", type=Path, required=True)
    fill = command("fill", _fill)
    fill.add_argument("file", type=Path, metavar="FILE")
    fill.add_argument("--answers", type=Path, required=True)
    export = command("export", _export)
    export.add_argument("file", type=Path, metavar="FILE")
    for sub in (fill, export):
        sub.add_argument("--out", type=Path, required=True)
        sub.add_argument("--draft", action="store_true")
        sub.add_argument("--comments", action="store_true")
        sub.add_argument("--layout")
    _add_phrase_commands(command)
    command("demo", _demo).add_argument("--out", type=Path, default=Path("报告助手示例"))
    command("selftest", _selftest)
    return parser


def _count(word: str) -> int:
    """Return how many; argparse complains where the word is no number, or one below 0."""
    value = int(word)
    if value < 0:
        raise ValueError(word)
    return value


def _add_phrase_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    mine = command("mine", _mine)
    mine.add_argument("files", type=Path, nargs="+", metavar="FILE")
    mine.add_argument("--library", type=Path, required=True)
    phrases = command("phrases", _phrases)
    phrases.add_argument("query", metavar="QUERY")
    phrases.add_argument("--library", type=Path)
    phrases.add_argument("--section", default="")
    phrases.add_argument("--limit", type=_count, default=20)
    phrases.add_argument("--json", action="store_true")
    command("complete", _complete).add_argument("--library", type=Path)


def _opened(file: Path) -> opening.OpenedReport:
    return opening.open_standard_input() if str(file) == "-" else opening.open_path(file, convert=converted_by_office)


def _scan(options: argparse.Namespace) -> int:
    opened = _opened(options.file)
    if options.json:
        _print_json(scanning.scan_values(opened))
    else:
        print(tables.scan_table(opened))
    return DONE


def _check(options: argparse.Namespace) -> int:
    opened = _opened(options.file)
    found = scanning.check_values(opened)
    if options.docx_comments is not None:
        _refuse_sources(options.docx_comments, options.file)
        count = annotating.write_commented(opened, options.file, options.docx_comments)
        print(sentence("comments.written", count=count, path=options.docx_comments), file=sys.stderr)
    if options.json:
        _print_json(found)
    else:
        print(tables.findings_table(found, opened.source_text))
    return REFUSED if scanning.has_errors_or_warnings(found) else DONE


def _begun(file: Path) -> working.WorkingReport:
    """Return the report to be written elsewhere; what of its source is left out is told."""
    opened = _opened(file)
    for notice in opened.notices:
        print(sentence(notice), file=sys.stderr)
    return working.start_work(opened)


def _sheet(options: argparse.Namespace) -> int:
    _refuse_sources(options.out, options.file)
    rows = sheets.write_sheet_file(working.start_work(_opened(options.file)), options.out)
    print(sentence("sheet.written", path=options.out, count=rows))
    return DONE


def _reuse(options: argparse.Namespace) -> int:
    _refuse_sources(exporting.report_path(options.out), options.file)
    report = unit_info.reused(_begun(options.file))
    path = exporting.save_working(report, options.out)
    stale = sum(field.state is State.STALE for field in report.report.fields)
    print(sentence("reused", path=path, count=stale))
    return DONE


def _fill(options: argparse.Namespace) -> int:
    report = _laid_out(_begun(options.file), options.layout)
    loaded = _loaded_answers(report, options.answers)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)
    applied = answers.apply_answers(report, loaded.answers)
    for field_id, value in applied.misfits:
        label = applied.working.report.field(field_id).label
        print(sentence("answer.misfit", label=label, field=field_id, value=value), file=sys.stderr)
    for field_id in applied.unknown:
        print(sentence("answer.unknown", field=field_id), file=sys.stderr)
    for field_id in applied.suggested:
        print(sentence("answer.suggested", label=applied.working.report.field(field_id).label, field=field_id))
    return _write(applied.working, options)


def _loaded_answers(report: working.WorkingReport, path: Path) -> answers.LoadedAnswers:
    """Read the answers of a sheet, of a draft that came back, or of a JSON file."""
    suffix = path.suffix.lower()
    if suffix == sheets.SUFFIX:
        return sheets.read_sheet_file(report, path)
    if suffix == drafts.SUFFIX:
        draft = drafts.read_draft_file(report, path)
        for change in draft.changes:
            print(sentence("draft.change", old=change.old, new=change.new.strip()))
        return draft.loaded
    return answers.LoadedAnswers(answers.read_answers(path))


def _export(options: argparse.Namespace) -> int:
    return _write(_laid_out(_begun(options.file), options.layout), options)


def _layout(options: argparse.Namespace) -> int:
    values = paging.layout_values(_laid_out(working.start_work(_opened(options.file)), options.layout))
    if options.json:
        _print_json(values)
    else:
        for page in values["pages"]:
            print(sentence("layout.page", number=page["number"], count=len(page["lines"])))
            print("\n".join(page["lines"]))
    return DONE


def _page_painter() -> paging.PagePainter:
    """Return what paints a PDF; Qt is loaded for that alone."""
    try:
        from assistant.window.pdf import paint_pdf
    except ImportError as error:
        raise AssistantError("export.no_painter") from error
    return paint_pdf


def _laid_out(report: working.WorkingReport, layout: str | None) -> working.WorkingReport:
    return report if layout is None else exporting.with_layout(report, layout)


def _refuse_sources(out: Path, *sources: Path | None) -> None:
    """Refuse to write over a file that the command reads from."""
    if any(exporting.is_same_file(out, source) for source in sources):
        raise AssistantError("export.onto_source", path=str(out))


def _write(report: working.WorkingReport, options: argparse.Namespace) -> int:
    _refuse_sources(options.out, options.file, getattr(options, "answers", None))
    if options.out.suffix.lower() == exporting.REPORT_SUFFIX:
        exporting.save_working(report, options.out)
    else:
        painter = _page_painter() if options.out.suffix.lower() == exporting.PDF_SUFFIX else None
        exporting.export_report(report, options.out, draft=options.draft, paint_pdf=painter, comments=options.comments)
    progress = working.progress_of(report.report)
    print(sentence("written", path=options.out, settled=progress.settled, total=progress.total))
    return DONE


def _mine(options: argparse.Namespace) -> int:
    from assistant.workbench import phrase_library  # its libraries take a third of a second to load

    files = phrase_library.report_files(options.files)
    taken = 0
    with phrase_library.library_at(options.library) as library:
        for number, mined in enumerate(phrase_library.mine_files(library, files), 1):
            if mined.error is not None:
                print(describe_error(mined.error), file=sys.stderr)
            else:
                taken += 1
                told = "mine.file" if mined.is_new else "mine.known"
                print(sentence(told, number=number, total=len(files), path=mined.path, count=mined.phrases))
        phrase_library.finish_mining(library)
        print(sentence("mine.done", count=library.count_listed(), path=options.library))
    return DONE if taken else UNUSABLE


def _phrases(options: argparse.Namespace) -> int:
    from assistant.workbench import builtin_phrases, phrase_examples, phrase_library  # take time to load

    with builtin_phrases.library_in_use(options.library) as library:
        found = phrase_library.find_phrases(
            library, options.query, section=options.section, limit=min(options.limit, _MOST_PHRASES)
        )
        examples = phrase_examples.examples_of(library, found) if options.json else {}
    if options.json:
        _print_json(phrase_library.phrase_values(found, examples))
    else:
        print(tables.phrases_table(found))
    return DONE


def _complete(options: argparse.Namespace) -> int:
    from assistant.workbench import builtin_phrases, phrase_library  # its word lists take time to load

    with builtin_phrases.library_in_use(options.library) as library:
        continuations = phrase_library.learnt_continuations(library)
    lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
    phrase_library.answer_requests(continuations, lines, lambda answer: print(answer, flush=True))
    return DONE


def _demo(options: argparse.Namespace) -> int:
    for path in shipped.run_demo(options.out, _page_painter()):
        print(path)
    return DONE


def _selftest(_options: argparse.Namespace) -> int:
    shipped.run_selftest(_page_painter())
    print(sentence("selftest.passed", version=__version__))
    return DONE


def _open_window(words: Sequence[str]) -> int:
    if len(words) > 1:
        print(sentence("usage", detail=" ".join(words)), file=sys.stderr)
        return UNUSABLE
    from assistant.window.application import run_application

    return run_application(Path(words[0]) if words else None)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))
