"""Rules about punctuation marks and characters (GB/T 15834-2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.checking.findings import Finding, Severity
from assistant.checking.formulas import inside_of, quoted_spans
from assistant.checking.lines import FIELD, HAN, NAME, Line
from assistant.report.model import Role
from assistant.resources import load_rules

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF = re.compile(r"[,;:?!]")
_WORD = re.compile(f"[{HAN}{FIELD}{NAME}”’》）〉%℃]")
_ANY = re.compile(f"[{HAN}{FIELD}{NAME}”’》）〉%℃“‘《（A-Za-z0-9]")
_PERIOD = re.compile(
    rf"(?<=[{HAN}{FIELD}0-9][{HAN}{FIELD}%”）])\.(?=[{HAN}“]|$)|(?<=[{HAN}]{{2}})．(?=[{HAN}“]|$)"
    rf"|(?<=[{HAN}])o(?=(?!型)[{HAN}（“]|$)"
)
"""A full stop that is none; scanned text has a letter in its place."""
_POINT = re.compile(rf"(?<=[0-9{FIELD}][{HAN}])\.(?=[0-9{FIELD}]+(?:\.[0-9]+)?[{HAN}])")
"""A 、 between two figures with their units: 142条.228.2公里."""
_BEHIND_FIGURE = re.compile(f"[{HAN}“《]")
_CHINESE, _HAN_CHARACTER = re.compile(f"[{HAN}{FIELD}]"), re.compile(f"[{HAN}]")
_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]")
_NEAR = 24
"""More than any pattern looks back."""
_SPACED_ROLES = (Role.TITLE, Role.SUBTITLE, Role.SIGNATURE, Role.DATE, Role.SALUTATION, Role.ATTACHMENT)


def _finding(line: Line, start: int, end: int, rule: str, severity: Severity, fix: str | None) -> Finding:
    return Finding(
        start, end, rule, severity, fix=fix, parameters={"printed": line.text[start:end], "right": fix or ""}
    )


def half_width(line: Line) -> Iterator[Finding]:
    """Yield half-width marks and brackets among Chinese (GB/T 15834-2011 clause 4, forms of the marks)."""
    text = line.masked
    for found in _HALF.finditer(text):
        before, behind = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        if found[0] == ":" and before == behind == FIELD:
            continue  # a masked time or ratio: XX:XX
        is_chinese = bool(_WORD.fullmatch(before)) or (before.isdigit() and bool(_BEHIND_FIGURE.match(behind)))
        if is_chinese and (not behind or _ANY.match(behind) or behind == " "):
            yield _finding(line, *found.span(), "mark-half-width", Severity.ERROR, _WIDE[found[0]])
    for found in _PERIOD.finditer(text):
        if found.start() >= line.label_end:
            yield _finding(line, *found.span(), "mark-half-width", Severity.WARNING, "。")
    for found in _POINT.finditer(text):
        yield _finding(line, *found.span(), "mark-half-width", Severity.WARNING, "、")
    for found in _BRACKETS.finditer(text):
        inner = found[0][1:-1]
        if found[0][0] + found[0][-1] == "（）" or found.start() < line.label_end:
            continue
        around = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        if _CHINESE.search(inner) or (inner and _HAN_CHARACTER.search(around)):
            fix = f"（{line.text[found.start() + 1 : found.end() - 1]}）"
            yield _finding(line, *found.span(), "mark-half-width", Severity.ERROR, fix)


_PAIRS = {"）": "（", "》": "《", "〉": "〈", "】": "【", "〕": "〔"}
_HALVES = re.compile("[（）《》〈〉【】〔〕]")
_LIST_LABEL = re.compile(r"(?:^|[，。；：、 　])[(（]?[0-9一二三四五六七八九十①-⑳a-zA-Z]{1,3}$")


def unpaired(line: Line) -> Iterator[Finding]:
    """Yield brackets and title marks without their other half."""
    stack: list[tuple[int, str]] = []
    text = line.masked.replace("(", "（").replace(")", "）")
    for found in _HALVES.finditer(text):
        place, character = found.start(), found[0]
        if character not in _PAIRS:
            stack.append((place, character))
        elif stack and stack[-1][1] == _PAIRS[character]:
            stack.pop()
        elif character == "）" and _LIST_LABEL.search(text, max(0, place - _NEAR), place):
            continue
        elif any(one == _PAIRS[character] for _, one in stack):
            while stack[-1][1] != _PAIRS[character]:
                left = stack.pop()[0]
                yield _finding(line, left, left + 1, "mark-unpaired", Severity.ERROR, None)
            stack.pop()
        else:
            yield _finding(line, place, place + 1, "mark-unpaired", Severity.ERROR, None)
    for place, character in stack:
        end = _end_of_title(text, place) if character == "《" else place
        fix = line.text[place:end] + "》" if end > place else None
        yield _finding(line, place, max(end, place + 1), "mark-unpaired", Severity.ERROR, fix)


_TITLE = re.compile(
    f"《(?!关于)[{HAN}{FIELD}]{{2,40}}?(?:方案|意见|办法|规划|计划|细则)(?=的通知)"
    f"|《[{HAN}{FIELD}0-9（）〔〕“”、]{{2,60}}?(?:方案|意见|通知|办法|规定|条例|规划|计划|清单|制度|细则|决定|纲要|公约|报告|决议|准则)"
    "(?=[，。；]|印发|等文件|$)"
)


def _end_of_title(text: str, start: int) -> int:
    """Return where a title ends that no 》 closes: behind the name of its kind; else its start."""
    found = _TITLE.match(text, start)
    return found.end() if found is not None else start


_QUOTE = re.compile("[“”]")


def quotes(line: Line) -> Iterator[Finding]:
    """Yield quotation marks that have no partner, face the wrong way, or stand inside a pair of their own kind."""
    marks = [(found.start(), found[0]) for found in _QUOTE.finditer(line.masked)]
    directions = "".join(mark for _, mark in marks)
    alternating = "“”" * (len(marks) // 2)
    if directions == alternating:
        return
    if len(marks) % 2 == 0 and re.fullmatch("(?:“”)*(?:“(?:“”)+”(?:“”)*)+", directions):
        yield from _nested(line, marks)
        return
    wrong = [place for (place, mark), right in zip(marks, alternating, strict=False) if mark != right]
    if len(marks) % 2 == 0 and len(wrong) <= max(1, len(marks) // 3):
        for place in wrong:
            right = "”" if line.masked[place] == "“" else "“"
            yield _finding(line, place, place + 1, "mark-quotes", Severity.ERROR, right)
        return
    yield from _without_partner(line, marks)


def _nested(line: Line, marks: list[tuple[int, str]]) -> Iterator[Finding]:
    depth = 0
    for place, mark in marks:
        depth += 1 if mark == "“" else -1
        if mark == "“" and depth == 2:
            start = place
        elif mark == "”" and depth == 1:
            fix = f"‘{line.text[start + 1 : place]}’"
            yield _finding(line, start, place + 1, "mark-quotes-nested", Severity.WARNING, fix)


def _without_partner(line: Line, marks: list[tuple[int, str]]) -> Iterator[Finding]:
    is_open = -1
    for place, mark in marks:
        if mark == "“":
            if is_open >= 0:
                yield _left_over(line, is_open)
            is_open = place
        elif is_open < 0:
            yield _left_over(line, place)
        else:
            is_open = -1
    if is_open >= 0:
        yield _left_over(line, is_open)


def _left_over(line: Line, place: int) -> Finding:
    """Return the finding about a mark without partner; right behind a closing one it is one too many."""
    is_behind_another = line.masked[max(0, place - 1) : place] == "”"
    if is_behind_another and not _OPEN_MEMBER.match(line.masked, place):
        return _finding(line, place, place + 1, "mark-quotes", Severity.ERROR, "")
    found = _HALF_PAIR.match(line.masked, place)
    if found is not None:  # “三会一课’
        return _finding(line, found.end() - 1, found.end(), "mark-quotes", Severity.ERROR, "”")
    name = _OPEN_NAME.match(line.masked, place)
    if name is not None:
        return _finding(line, place, name.end(), "mark-quotes", Severity.ERROR, line.text[place : name.end()] + "”")
    return _finding(line, place, place + 1, "mark-quotes", Severity.ERROR, None)


_HALF_PAIR = re.compile("“[^“”‘’，。；]{1,20}’")
_OPEN_NAME = re.compile(
    f"“[{HAN}]{{2,10}}?(?=主题活动|专题活动|专项行动|志愿服务|活动|行动|方式|制度|机制|工程|计划|意识|要求|模式|理念|原则|做法|问题|现象|工作法)"
    f"|(?<=[{HAN}”])“[{HAN}]{{2,8}}(?=[，。；])"
    f"|“[{HAN}]{{2,20}}?(?:先进单位|先进集体|优秀单位|文明单位|示范[县区镇村市点]|先进个人)(?=[，。；、])"
)
_OPEN_MEMBER = re.compile(f"“[{HAN}]{{3,6}}。")
"""A name that is no longer than a few characters up to a word that usually follows one, or up to the clause's end."""


_STRAIGHT = re.compile(r"\"([^\"\n“”]*)\"|＂([^＂\n“”]*)＂")


def ascii_quotes(line: Line) -> Iterator[Finding]:
    """Yield straight quotation marks around Chinese (GB/T 15834-2011 4.8.2)."""
    for found in _STRAIGHT.finditer(line.masked):
        if _HAN_CHARACTER.search(found[0]):
            inner = line.text[found.start() + 1 : found.end() - 1]
            yield _finding(line, *found.span(), "mark-ascii-quotes", Severity.ERROR, f"“{inner}”")


_DOUBLED = re.compile(r"[，。；：、？！][，。；：、][，。；：、]*|，(?=[）》])|(?<=[（《“])[，。；、]")
_BEHIND_QUOTED = re.compile("(?<=[。！？])”[。，；]")
_STRENGTH = "、，；：。"


def doubled_marks(line: Line) -> Iterator[Finding]:
    """Yield two marks side by side where only one can stand."""
    for found in _DOUBLED.finditer(line.masked):
        if line.masked[found.end() : found.end() + 1] == "”" and len(found[0]) == 1:
            continue
        strongest = max(found[0], key=_STRENGTH.find) if found[0][0] not in "？！" else found[0][0]
        fix = strongest if len(found[0]) > 1 else ""
        yield _finding(line, *found.span(), "mark-doubled", Severity.ERROR, fix)
    for found in _BEHIND_QUOTED.finditer(line.masked):
        yield _finding(line, *found.span(), "mark-doubled", Severity.HINT, "”")


_BLANKS = "[ \t\u3000\xa0\u2002-\u200a]+"
_BLANK = re.compile(_BLANKS)
_SPACE = re.compile(
    rf"(?<=[{HAN}，。；：、！？”》）（“《%{FIELD}{NAME}]){_BLANKS}(?=[{HAN}，。；：、！？“《（”》）%{FIELD}{NAME}])"
)
_SPACE_AT_FIGURE = re.compile(
    rf"(?<=[0-9{FIELD}]){_BLANKS}(?=[%％‰])|(?<=[{HAN}]){_BLANKS}(?=[0-9])|(?<=[0-9]){_BLANKS}(?=[{HAN}])"
)


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"(?:{load_rules('filling', 'names.toml')['people']['titles']}|同志)$")


_LAST_NAME = re.compile(rf"[{HAN}{FIELD}]{{2,4}}[ \u3000]*(?:）[ \u3000]*)?$")
_SIGNED = re.compile(rf"（[{HAN}{FIELD}]{{3,20}}$")
_LONE_BEFORE, _LONE_BEHIND = re.compile(rf"(?:^|[^{HAN}])[{HAN}]$"), re.compile(rf"[{HAN}](?:[^{HAN}]|$)")


def _is_titled_name(text: str, start: int, end: int) -> bool:
    """Whether a blank parts a title, or in brackets an office, from the name behind it at a line's end: 局长 张三."""
    is_last = _LAST_NAME.match(text, end) is not None
    if is_last and text.rstrip().endswith("）"):
        return _SIGNED.search(text, max(0, start - _NEAR), start) is not None
    return is_last and _title().search(text, max(0, start - _NEAR), start) is not None


def _at_quote(text: str, start: int, end: int) -> bool:
    """Whether a blank stands right inside a quotation mark: “保护自然 ”."""
    return text[start - 1] == "“" or text[end] == "”"


def spaces(line: Line) -> Iterator[Finding]:
    """Yield blanks inside a sentence; titles, names and dates may be spaced out."""
    if line.role in _SPACED_ROLES:
        return
    text = line.masked
    if text.count("\t") > 1 or not _BLANK.search(text):
        return  # a row of a table, or nothing to look at
    is_quoted = inside_of([*quoted_spans(text), *(found.span() for found in re.finditer("《[^《》]*》", text))])
    for found in _SPACE.finditer(text):
        if found.start() <= line.label_end and line.label_end:
            # 第一部分 has no mark of its own, and a blank stands for one
            if text[line.label_end - 1] not in "分章编篇":
                yield _finding(line, *found.span(), "mark-space", Severity.WARNING, "")
        elif not line.is_bare_heading and (not is_quoted(found.start()) or _at_quote(text, *found.span())):
            before = _LONE_BEFORE.search(text, max(0, found.start() - _NEAR), found.start())
            is_name = before is not None and _LONE_BEHIND.match(text, found.end())
            if not is_name and not _is_titled_name(text, *found.span()):
                yield _finding(line, *found.span(), "mark-space", Severity.WARNING, "")
    for found in _SPACE_AT_FIGURE.finditer(text):
        is_sign = text[found.end()] in "%％‰"
        yield _finding(line, *found.span(), "mark-space", Severity.WARNING if is_sign else Severity.HINT, "")


_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ％．]+")
_FULL_WIDTH_DIGIT = re.compile("[０-９Ａ-Ｚａ-ｚ]")


def full_width(line: Line) -> Iterator[Finding]:
    """Yield full-width digits, letters and signs of figures (GB/T 15835-2011 5.1.7.1)."""
    for found in _FULL_WIDTH.finditer(line.masked):
        if _FULL_WIDTH_DIGIT.search(found[0]) and found.start() >= line.label_end:
            fix = "".join(chr(ord(one) - 0xFEE0) for one in found[0])
            yield _finding(line, *found.span(), "mark-full-width", Severity.WARNING, fix)


_DASHES = (
    (re.compile(rf"(?<=[{HAN}”])(?:--+|－－+|––+|──+)(?=[{HAN}“])"), "——", Severity.WARNING),
    (re.compile(r"\.{3,}|。{3,}|(?<!…)…(?!…)|…{3,}"), "……", Severity.WARNING),
)


def dashes(line: Line) -> Iterator[Finding]:
    """Yield dashes and ellipses of another form than —— and …… (GB/T 15834-2011 4.10, 4.11)."""
    for pattern, right, severity in _DASHES:
        for found in pattern.finditer(line.masked):
            yield _finding(line, *found.span(), "mark-dash", severity, right)


_ISSUE = re.compile(
    rf"(?<=[{HAN}{FIELD}])(?:[\[（(【﹝［]((?:19|20)[0-9]{{2}})[\]）)】﹞］]第?0*|〔((?:19|20)[0-9]{{2}})〕(?:第0*|0+))([0-9{FIELD}]{{1,4}})号"
)


def issue_number(line: Line) -> Iterator[Finding]:
    """Yield an issue number whose year does not stand in 〔〕 (GB/T 9704-2012 7.2.5)."""
    for found in _ISSUE.finditer(line.masked):
        number = line.text[found.start(3) : found.end(3)]
        yield _finding(
            line, *found.span(), "mark-issue-number", Severity.ERROR, f"〔{found[1] or found[2]}〕{number}号"
        )


_BETWEEN_NAMES = re.compile("(?<=[”》])、(?=[“《])")


def between_names(line: Line) -> Iterator[Finding]:
    """Yield 、 between quoted names or titles, where usually none stands (GB/T 15834-2011 4.5.3.5)."""
    for found in _BETWEEN_NAMES.finditer(line.masked):
        yield _finding(line, *found.span(), "mark-between-names", Severity.HINT, "")


_CLAUSE = re.compile(
    "通过|以|对|在|为|使|把|将|要|设|不断|切实|进一步|积极|促|推|加强|提|确保|营造|形成|并|同时|引导|组织|深入|主动"
)
_MIXED = re.compile(
    r"(?:通过|采取|运用|利用)(?:落实|开展|实施|组织)?(?P<list>[^。；：]{6,90}?)等(?:方式|形式|措施|手段|途径|方法|举措|政策|活动|载体|渠道|环节|问题|内容)"
)
_COUNTED = re.compile(
    rf"(?<![0-9{FIELD}])(?:[0-9{FIELD}]++(?:余|多)?[次个场期篇项件条份名人户亿万][^，。；：、]{{1,14}}、){{2,}}[0-9{FIELD}]+(?:余|多)?[次个场期篇项件条份名人户][^，。；：、]{{1,14}}(?P<at>，)(?=[0-9{FIELD}]+(?:余|多)?[次个场期篇项件条份名人户][^，。；：、]{{1,14}}。)"
)


_REFRAIN = re.compile(
    rf"(?:^|(?<=[，。；：了到]))(?P<word>[{HAN}])[^，。；：、]{{1,7}}、(?P=word)[^，。；：、]{{1,7}}(?P<at>，)"
    r"(?=(?P=word)[^，。；：、]{1,7}[。；])"
)
"""Three short members that begin alike: 有记录、有心得，有成效."""


def mixed_list(line: Line) -> Iterator[Finding]:
    """Yield a ， among the 、 of one list."""
    for found in _MIXED.finditer(line.masked):
        listed, start = found["list"], found.start("list")
        pieces = re.split("[，、]", listed)
        if any(_CLAUSE.match(piece) for piece in pieces):
            continue
        if "、" in listed and "，" in listed and len(pieces) > 2 and all(2 <= len(one) <= 14 for one in pieces):
            for comma in re.finditer("，", listed):
                place = start + comma.start()
                yield _finding(line, place, place + 1, "mark-list", Severity.HINT, "、")
    for found in _REFRAIN.finditer(line.masked):
        yield _finding(line, *found.span("at"), "mark-list", Severity.HINT, "、")
    for found in _COUNTED.finditer(line.masked):
        yield _finding(line, *found.span("at"), "mark-list", Severity.WARNING, "、")


_COLONS = re.compile(r"：[^。；！？：“”]{1,40}：")


def colons(line: Line) -> Iterator[Finding]:
    """Yield a second colon in one sentence (GB/T 15834-2011 4.7.3.5)."""
    for found in _COLONS.finditer(line.masked):
        yield _finding(line, found.end() - 1, found.end(), "mark-colon", Severity.HINT, None)


_LAST_WORDS = re.compile("特此(?:报告|汇报|说明|总结|函复|函告|通知)[，、；：,;.]")


def sentence_end(line: Line) -> Iterator[Finding]:
    """Yield a paragraph of whole sentences that ends without a mark, or with one that cannot end it."""
    text = line.masked.rstrip()
    if _LAST_WORDS.fullmatch(text):
        yield _finding(line, len(text) - 1, len(text), "mark-end", Severity.WARNING, "。")
    if not (line.role is Role.BODY or line.run_in) or len(text) < 30 or "。" not in text:
        return
    if text[-1] in "，、":
        yield _finding(line, len(text) - 1, len(text), "mark-end", Severity.WARNING, "。")
    elif _HAN_CHARACTER.match(text[-1]):
        yield _finding(line, len(text) - 1, len(text), "mark-end", Severity.HINT, line.text[len(text) - 1] + "。")
