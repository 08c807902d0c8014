"""Texts that grow to any length in one shape: what makes a rule look again and again at what it has seen."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from assistant.report.errors import AssistantError
from assistant.storage.report_file import decode_report, encode_report
from assistant.workbench.answers import Answer, apply_answers
from assistant.workbench.drafts import read_draft_file
from assistant.workbench.exporting import document_bytes, saved_of, with_markers_asked
from assistant.workbench.opening import OpenedReport, open_text, opened_from
from assistant.workbench.proofreading import check
from assistant.workbench.scanning import scan_values
from assistant.workbench.unit_info import reused
from assistant.workbench.working import start_work

_SENTENCE = "全县完成税收收入XX亿元，比上年增长XX%，占一般公共预算收入的XX%，其中增值税XX亿元、所得税XX亿元。"


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece))


def _numbered(piece: str) -> Callable[[int], str]:
    """Return a shape whose pieces differ by a number, so that nothing seen before is found again."""
    return lambda length: "".join(
        piece.format(number=number, part=number % 9 + 1) for number in range(length // len(piece))
    )


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    return lambda length: opening * (length // 2) + closing * (length // 2)


SHAPES: dict[str, Callable[[int], str]] = {
    "parts": _repeated("共9个"),
    "parts in a list": _repeated("其中9个、"),
    "parts done": _repeated("已完成9个，"),
    "totals": _repeated("9个、9个合计9个，"),
    "growth": _repeated("收入9亿元，增长9%，占9%，"),
    "growth of many": _numbered("收入{number}亿元，比上年增加{part}亿元，增长{part}%，"),
    "rates without owner": _repeated("增长9%，"),
    "rates with a subject": _repeated("收入合计增长9%，"),
    "rates of parts": _repeated("整改率9%，"),
    "points": _repeated("提高9个百分点，"),
    "times": _repeated("是去年9个的9倍，"),
    "masked figures": _repeated("共X个"),
    "masked sentences": _repeated(_SENTENCE),
    "masked sentences in paragraphs": _repeated(_SENTENCE + "\n"),
    "masks with blanks": _repeated("X "),
    "masks with marks": _repeated("X、"),
    "masks": _repeated("X"),
    "one mask": lambda length: "X" * (length - 1) + "1",
    "stars and blanks": lambda length: "* " * (length // 2 - 1) + "1",
    "figures and a mask": lambda length: "9" * (length - 3) + "X年1",
    "addresses": _repeated("X@X.X"),
    "masks of all sorts": _repeated("XX亿元、xx%、××县、X月X日、张某、【单位】、**人、＿＿个，"),
    "crowded sentences": _repeated(("收入9亿元，增长9%，占9%，" * 20) + "全年良好。"),
    "stars": _repeated("*"),
    "low lines": _repeated("＿"),
    "circles": _repeated("○"),
    "slots": _repeated("【单位】"),
    "somebody": _repeated("某"),
    "masked dates": _repeated("X年X月X日"),
    "masked years": _repeated("XX年工作，"),
    "masked years in paragraphs": _repeated("XX年工作\n"),
    "masked sessions": _repeated("十九届X中X会"),
    "masked people": _repeated("张XX同志"),
    "masked places": _repeated("XX县XX局"),
    "dates": _repeated("2025年1月1日"),
    "years": _repeated("2025年"),
    "years of plans": _repeated("十四五时期2025年"),
    "percents": _repeated("100%"),
    "digits": _repeated("1"),
    "digits with points": _repeated("1."),
    "digits with commas": _repeated("1,"),
    "ranges": _repeated("1—"),
    "quotes": _repeated("“”"),
    "quotes opened": _repeated("“"),
    "quotes nested": _nested("“", "”"),
    "corner quotes opened": _repeated("「"),
    "ascii quotes": _repeated('"'),
    "titles": _repeated("《》"),
    "titles with words": _numbered("《条例{number}》，"),
    "brackets": _repeated("（）"),
    "brackets opened": _repeated("（"),
    "brackets nested": _nested("（", "）"),
    "ordinals": _repeated("第X条"),
    "numbers of articles": _numbered("第{number}条"),
    "heads of level one": _repeated("一、"),
    "heads of level two": _repeated("（一）"),
    "enumerations": _repeated("一是"),
    "enumerations in sentences": _repeated("一是抓好工作。二是抓好工作。"),
    "stated counts": _repeated("三项工作："),
    "one letter": _repeated("a"),
    "one character": _repeated("的"),
    "no marks": _repeated("坚持不懈抓好各项工作落实到位"),
    "full stops": _repeated("。"),
    "commas": _repeated("，"),
    "dashes": _repeated("—"),
    "dots": _repeated("…"),
    "blanks": lambda length: "一" + " " * (length - 2) + "二",
    "wide blanks": lambda length: "一" + "　" * (length - 2) + "二",
    "tabs": lambda length: "一" + "\t" * (length - 2) + "二",
    "emoji": _repeated("\U0001f600"),
    "marks of direction": _repeated("一\u202e"),
    "joined letters": _repeated("e\u0301"),
    "paragraphs of one character": _repeated("一\n"),
    "different paragraphs": _numbered("第{number}件事已经办好。\n"),
    "equal paragraphs": _repeated("第一件事已经全部办好，群众满意。\n"),
    "headings": _repeated("一、工作\n"),
    "headings of two levels": _repeated("一、工作\n（一）税收\n"),
    "headings of level three": _repeated("1.工作\n"),
    "different headings": _numbered("{number}.工作\n"),
    "headings with runs": _repeated("（一）抓好工作。落实到位。\n"),
    "salutations": _repeated("同志们：\n"),
    "signatures": _repeated("XX县财政局\n2025年1月1日\n"),
    "attachments": _repeated("附件：1.表\n"),
    "labels of attachments": _repeated("附件1\n"),
    "attachments in a row": _numbered("附件{number}：表\n"),
    "empty paragraphs": _repeated("\n\n一\n"),
    "page lines": _repeated("— 1 —\n"),
    "broken lines": _repeated("抓好工作落\n"),
    "people": _numbered("张三{part}同志任局长，"),
    "places": _numbered("青禾{part}县、"),
    "names of offices": _repeated("青禾县财政局和青禾县民政局，"),
    "requests": _repeated("请领导同志们批评指正。"),
    "web addresses": _repeated("www.a.com "),
    "expressions": _repeated("在县委县政府的坚强领导下，"),
    "equal long sentences": _repeated("我们坚持以人民为中心的发展思想推动各项工作再上新的台阶。"),
    "anniversaries": _repeated("中国共产党成立9周年，"),
    "figures told again": _repeated("全县税收收入累计完成9亿元，"),
    "figures told of ages": _repeated("建党X周年。"),
}
"""A text of about so many characters by the name of its shape."""


def opened(shape: str, length: int) -> OpenedReport:
    """Return a report in a shape; one with too many markers is refused in a sentence, and shortened.

    Raises:
        AssistantError: `file.empty` where the shape is nothing but noise.
    """
    text = SHAPES[shape](length)
    try:
        return open_text(text)
    except AssistantError as error:
        if error.code != "file.too_many_markers":
            raise
    return open_text(text[: length // 4])


def steps(report: OpenedReport, folder: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what the commands do with a report, by name; one step may need the one before."""
    working = start_work(report)
    yield "scan", lambda: scan_values(report)
    yield "check", lambda: check(report.report, report.paragraphs)
    yield "fill", lambda: apply_answers(working, {field.id: Answer("12") for field in report.report.fields})
    draft = folder / "draft.docx"
    now = datetime.now(UTC)
    yield (
        "export",
        lambda: draft.write_bytes(document_bytes(with_markers_asked(working), ".docx", draft=True, when=now)),
    )
    yield "read back", lambda: read_draft_file(working, draft)
    yield "save", lambda: opened_from(decode_report(encode_report(saved_of(working), compact=True)), "")
    yield "reuse", lambda: reused(working)
