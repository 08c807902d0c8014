"""A copy of the clerk's document with the findings as Word comments."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from assistant.reading.clean import source_positions
from assistant.report.errors import AssistantError
from assistant.storage.answer_book import load_answer_book
from assistant.storage.atomic import read_file, write_atomically
from assistant.storage.names import refuse_forbidden_name
from assistant.workbench.exporting import document_bytes
from assistant.workbench.opening import LARGEST_BYTES, OpenedReport
from assistant.workbench.proofreading import check, load_choices
from assistant.workbench.sentences import comment_of
from assistant.workbench.working import start_work

_SUFFIX = ".docx"


def write_commented(opened: OpenedReport, source: Path, out: Path) -> int:
    """Write a copy of the source as .docx with a comment for every finding; return how many there are.

    A Word document is copied as it is; any other text is laid out first.

    Raises:
        AssistantError: `comments.name` for another suffix than .docx, `file.bad_name`, and those of reading and
            writing files.
    """
    if out.suffix.lower() != _SUFFIX:
        raise AssistantError("comments.name", path=str(out))
    refuse_forbidden_name(out)
    # python-docx takes a tenth of a second to load
    from assistant.writing.comments import Comment, with_comments

    if opened.encoding == "docx":
        data, text = read_file(source, limit_bytes=LARGEST_BYTES), opened.source_text
        to_source = opened.to_source
    else:
        # open places are marked by their comments, so that every run holds plain text
        data = document_bytes(start_work(opened), _SUFFIX, draft=False, when=datetime.now(UTC))
        text, to_source = opened.report.text, source_positions(())
    found = check(opened.report, opened.paragraphs, load_choices(), entries=load_answer_book().entries())
    comments = [
        Comment(to_source(one.start), to_source(max(one.start, one.end - 1)) + 1, comment_of(one)) for one in found
    ]
    write_atomically(out, with_comments(data, text, comments))
    return len(comments)
