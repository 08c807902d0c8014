"""Parts and wholes: 其中…, 已…, …合计, A个中的B个, told by the words between two figures of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.filling.figure_names import FAR, Named, find_named, name_of, shared_names
from assistant.filling.figures import Figure, Measure, Passage
from assistant.filling.relation_formulas import parts_formula, tie
from assistant.filling.relation_words import complements, pattern
from assistant.filling.totals import find_totals, is_merger
from assistant.report.relations import OperandRole, Relation, RelationKind


@dataclass(frozen=True, slots=True)
class Parts:
    """What a paragraph says about parts and wholes."""

    relations: tuple[Relation, ...]
    whole_of: Mapping[Figure, Figure]
    """For each part its whole; also tells which percent a 占比 is."""


@dataclass(frozen=True, slots=True)
class _Among:
    """A whole with the list of parts that the text opens behind it."""

    whole: Figure
    parts: tuple[Figure, ...]
    is_whole: bool
    """Whether the parts are told to be all of it."""
    is_certain: bool


def is_increase(figure: Figure) -> bool:
    """Whether the figure tells by how much the one before it grew."""
    return any(pattern("growth", way).fullmatch(figure.words) for way in ("increase", "decrease"))


def is_base_told_inline(passage: Passage, index: int) -> bool:
    """Whether a percent or multiple of this very figure follows: 占申报总额A的X%, 是去年A的X倍."""
    following = passage[index + 1] if index + 1 < len(passage) else None
    return (
        following is not None
        and following.measure in (Measure.PERCENT, Measure.TIMES)
        and pattern("share", "of_inline_gap").search(following.gap) is not None
    )


def nearest_first(index: int) -> range:
    """Return the places of the `FAR` figures before one, the nearest first."""
    return range(index - 1, max(-1, index - 1 - FAR), -1)


def quantities_before(passage: Passage, index: int) -> Iterator[int]:
    """Yield the figures of the same sentence before `index` that count like it, nearest first, up to `FAR` back.

    Increases and the bases of inline percents are passed over: nothing is a part of them.
    """
    figure = passage[index]
    for before in nearest_first(index):
        one = passage[before]
        if one.sentence != figure.sentence:
            return
        if one.is_like(figure) and not is_increase(one) and not is_base_told_inline(passage, before):
            yield before


def find_parts(passage: Passage, named: Named) -> Parts:
    """Return the relations between parts and wholes of a paragraph."""
    found: list[Relation] = []
    whole_of: dict[Figure, Figure] = {}
    for among in _lists(passage):
        found += _told_by_list(among)
        whole_of |= dict.fromkeys(among.parts, among.whole)
    listed = set(whole_of)
    for index, figure in enumerate(passage):
        if figure.measure is Measure.QUANTITY and figure not in whole_of:
            whole = _whole_of_single(passage, index, named, whole_of)
            if whole is not None:
                whole_of[figure] = whole
                found.append(_part_of(whole, [figure]))
    for among in _complete_runs(passage, whole_of, listed):
        found.append(_sum_of(among))
        whole_of |= {part: among.whole for part in among.parts if part not in whole_of}
    found += find_totals(passage)
    found += _limits(passage)
    return Parts(tuple(found), whole_of)


def _part_of(whole: Figure, parts: Sequence[Figure], names: Sequence[str] = ()) -> Relation:
    members = [(OperandRole.WHOLE, whole), *((OperandRole.PART, part) for part in parts)]
    return tie(RelationKind.PART_LE_WHOLE, members, parts_formula(whole, parts, names, joined=False))


def _sum_of(among: _Among) -> Relation:
    names = shared_names(among.parts[0], len(among.parts))
    members = [(OperandRole.WHOLE, among.whole), *((OperandRole.PART, part) for part in among.parts)]
    told = parts_formula(among.whole, among.parts, names, joined=True)
    return tie(RelationKind.SUM, members, told, is_certain=among.is_certain)


# --- Lists: 其中…、… -------------------------------------------------------------------------------------------------


def _lists(passage: Passage) -> Iterator[_Among]:
    done = -1
    for index, figure in enumerate(passage):
        if index <= done or figure.measure is not Measure.QUANTITY:
            continue
        whole = _whole_of_list(passage, index)
        if whole is None or not whole.is_like(figure):
            continue
        parts = [index, *_goes_on(passage, index)]
        done = parts[-1]
        members = tuple(passage[part] for part in parts)
        is_whole, is_certain = _makes_up(whole, members)
        yield _Among(whole, members, is_whole, is_certain)


def _whole_of_list(passage: Passage, index: int) -> Figure | None:
    """Return the whole of a list of parts that begins with this figure."""
    figure = passage[index]
    if pattern("parts", "among").search(figure.gap):
        return next((passage[before] for before in quantities_before(passage, index)), None)
    within = pattern("parts", "within").search(figure.gap)
    if within is not None and index > 0:
        whole = find_named(within["name"], figure, passage[max(0, index - FAR) : index], {})
        return whole if whole is not None and whole.start < figure.start else None
    return None


def _goes_on(passage: Passage, first: int) -> Iterator[int]:
    """Yield the other figures of a list of parts; what is told of a member is passed over.

    What joins the first two joins the rest: behind A、B a comma or semicolon ends the list.
    """
    join = ""
    last, last_index = passage[first], first
    between = ""
    for index in range(first + 1, len(passage)):
        figure = passage[index]
        between += figure.gap
        if figure.sentence != last.sentence or index - last_index > FAR:
            return
        if figure.measure is not Measure.QUANTITY or is_increase(figure) or is_base_told_inline(passage, index):
            continue
        mark = _strongest_mark(between)
        ends = mark > (join or "；") or not figure.is_like(last) or _begins_anew(figure.words)
        opens = any(pattern("parts", name).search(figure.gap) for name in ("among", "within"))
        if ends or opens:
            return
        join = join or mark
        yield index
        last, last_index, between = figure, index, ""


def _strongest_mark(between: str) -> str:
    """Return the mark that parts two members most; in code order 、 comes before ； and ，."""
    if "；" in between or ";" in between:
        return "；"
    return "，" if re.search("[，,]", between) else "、"


def _begins_anew(words: str) -> bool:
    return pattern("parts", "not_in_list").match(words) is not None or is_total(words)


def is_total(words: str) -> bool:
    """Whether the words call the figure a total: 四项合计."""
    return pattern("total", "words").fullmatch(words) is not None


def _makes_up(whole: Figure, parts: Sequence[Figure]) -> tuple[bool, bool]:
    """Return whether the parts make up the whole, and whether that is certain."""
    if len(parts) < 2:
        return False, False
    names = [name_of(part) for part in parts]
    if _is_complement(names) or all(len(name) > 1 and name in whole.words for name in names):
        return True, True
    told_in_one = pattern("parts", "in_all").search(whole.words) or pattern("parts", "distributed").match(
        parts[0].words
    )
    # 其中A亿元用于甲，B亿元用于乙: figures first, purposes behind.
    nameless = not any(pattern("parts", "among_word").sub("", part.words) for part in parts)
    return told_in_one is not None or nameless, False


def _is_complement(names: Sequence[str]) -> bool:
    """Whether the names are members of one set that makes up a whole: 税收 and 非税."""
    for members, all_needed in complements():
        hits = [next((i for i, member in enumerate(members) if member.search(name)), None) for name in names]
        if None not in hits and len(set(hits)) == len(hits) >= (len(members) if all_needed else 2):
            return True
    return False


def _told_by_list(among: _Among) -> Iterator[Relation]:
    names = shared_names(among.parts[0], len(among.parts))
    yield _part_of(among.whole, among.parts, names)
    if among.is_whole:
        yield _sum_of(among)


# --- One part behind its whole: 已解决…, 其中有… ----------------------------------------------------------------------


def _whole_of_single(passage: Passage, index: int, named: Named, whole_of: Mapping[Figure, Figure]) -> Figure | None:
    figure = passage[index]
    nearest = next(quantities_before(passage, index), None)
    if is_merger(passage, index):
        return None
    if nearest is not None and nearest == index - 1 and pattern("parts", "of_these").match(figure.gap):
        return passage[nearest]
    if pattern("parts", "and_so_on").search(figure.words):
        return _same_noun(passage, index)
    if not pattern("parts", "nothing_more").match(figure.behind):
        return None
    if pattern("parts", "done").match(figure.words) or pattern("parts", "verb").match(figure.words):
        return whole_of.get(passage[nearest], passage[nearest]) if nearest is not None else None
    told = pattern("parts", "named_done").match(figure.words)
    return find_named(told["name"], figure, passage, named) if told is not None else None


def _same_noun(passage: Passage, index: int) -> Figure | None:
    """Return the earlier figure that counts the same noun: 收集问题A个，…等B个问题均已办理."""
    told = pattern("parts", "all_done").match(passage[index].behind)
    noun = told["noun"] if told is not None else ""
    if len(noun) < 2:
        return None
    before = quantities_before(passage, index)
    return next((passage[one] for one in before if noun in passage[one].words + passage[one].behind[:8]), None)


# --- Runs that make up their whole: 已解决…长期坚持解决…, 保留…核减… --------------------------------------------------


def _complete_runs(passage: Passage, whole_of: Mapping[Figure, Figure], listed: Collection[Figure]) -> Iterator[_Among]:
    index = 1
    while index < len(passage):
        run = _run_from(passage, index) if passage[index] not in listed else []
        whole = _whole_of_run(passage, index, whole_of) if len(run) > 1 else None
        if whole is not None and _settles(run):
            yield _Among(whole, tuple(run), True, True)
        index += max(1, len(run))


def _run_from(passage: Passage, index: int) -> list[Figure]:
    """Return adjacent figures that count alike in one segment, the first of them not a whole of the others."""
    run: list[Figure] = []
    for at in range(index, len(passage)):
        figure = passage[at]
        joined = not run or (figure.is_like(run[-1]) and figure.segment == run[-1].segment)
        if not joined or figure.measure is not Measure.QUANTITY or "其中" in figure.gap or not _is_status(figure):
            break
        run.append(figure)
    return run


def _is_status(figure: Figure) -> bool:
    if is_total(figure.words) or is_increase(figure):
        return False
    tells = any(pattern("parts", name).match(figure.words) for name in ("done", "status"))
    pairs = (members for members, all_needed in complements() if not all_needed)
    return tells or any(member.search(figure.words) for members in pairs for member in members)


def _settles(run: Sequence[Figure]) -> bool:
    """Whether the run says what became of all: one part done and another not, or a pair such as 保留 and 核减."""
    done = any(pattern("parts", "done").match(figure.words) for figure in run)
    status = any(pattern("parts", "status").match(figure.words) for figure in run)
    return (done and status) or _is_complement([figure.words for figure in run])


def _whole_of_run(passage: Passage, index: int, whole_of: Mapping[Figure, Figure]) -> Figure | None:
    told = whole_of.get(passage[index])
    return told or next((passage[before] for before in quantities_before(passage, index)), None)


def _limits(passage: Passage) -> Iterator[Relation]:
    """Yield 余额A，控制在B的限额以内: A ≤ B."""
    for index, figure in enumerate(passage):
        is_limit = pattern("parts", "limit_before").search(figure.words)
        if is_limit and pattern("parts", "limit_behind").match(figure.behind):
            before = next(quantities_before(passage, index), None)
            if before is not None:
                yield _part_of(figure, [passage[before]])
