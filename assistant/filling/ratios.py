"""Percentages: shares, growth rates, multiples and changes in percentage points, told by a figure's own clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.filling.figure_names import FAR, Named, bare_name, find_named, is_named, name_of
from assistant.filling.figures import Figure, Measure, Passage
from assistant.filling.parts import is_base_told_inline, is_increase, nearest_first, quantities_before
from assistant.filling.relation_formulas import Member, formula, role_name, tie
from assistant.filling.relation_words import pattern
from assistant.report.relations import OperandRole as Role
from assistant.report.relations import Relation, RelationKind


def find_ratios(passage: Passage, named: Named, whole_of: Mapping[Figure, Figure]) -> Iterator[Relation]:
    """Yield shares, growth, increases, multiples and changes in points of a paragraph."""
    told_with_rate: set[Figure] = set()
    for index, figure in enumerate(passage):
        if figure.measure is Measure.PERCENT:
            for relation, increase in _growth(passage, index):
                told_with_rate |= {increase} if increase is not None else set()
                yield relation
            yield from _share(passage, index, named, whole_of)
        elif figure.measure is Measure.POINTS:
            yield from _points(passage, index)
        elif figure.measure is Measure.TIMES:
            yield from _times(passage, index)
    for index, figure in enumerate(passage):
        if figure.measure is Measure.QUANTITY and figure not in told_with_rate:
            yield from _increase(passage, index)


# --- Growth ---------------------------------------------------------------------------------------------------------


def _growth(passage: Passage, index: int) -> Iterator[tuple[Relation, Figure | None]]:
    """Yield the growth that a percent tells, and the amount of the increase where one is told too."""
    rate = passage[index]
    told = pattern("growth", "rate").fullmatch(rate.words)
    owner = _owner(passage, index) if told is not None else _named_owner(passage, index)
    told = told or pattern("growth", "named_rate").fullmatch(rate.words)
    if told is None or owner is None:
        return
    amount = passage[owner]
    falls = pattern("growth", "down").match(told["sign"]) is not None
    percent = (Role.DECLINE if falls else Role.PERCENT, rate)
    names = {"amount": name_of(amount), "percent": role_name("decline_percent" if falls else "growth_percent")}
    base = _base_of(passage, owner)
    yearly = pattern("growth", "yearly").search(rate.words) is not None
    if base is not None and yearly == (base.year is not None and amount.year is not None):
        members = [(Role.BASE, base), (Role.AMOUNT, amount), percent]
        names |= {"base": name_of(base), "amount": _told_apart(amount, base)}
        years = [(Role.BASE_YEAR, base), (Role.AMOUNT_YEAR, amount)] if yearly else []
        told_formula = formula("growth_yearly" if yearly else "growth_base", names)
        yield tie(RelationKind.GROWTH, members, told_formula, years=years), None
        return
    increase = None if yearly else _increase_beside(passage, owner, index)
    if increase is not None and _tells_fall(increase) == falls:
        members = [(Role.AMOUNT, amount), (Role.DECREASE if falls else Role.INCREASE, increase), percent]
        names["increase"] = pattern("growth", "against").sub("", increase.words)
        template = "growth_decrease" if falls else "growth_increase"
        yield tie(RelationKind.GROWTH, members, formula(template, names)), increase
        return
    yield tie(RelationKind.GROWTH, [(Role.AMOUNT, amount), percent], formula("growth_alone", names)), None


def _told_apart(amount: Figure, base: Figure) -> str:
    own, earlier = name_of(amount), name_of(base)
    return own if own and own != earlier and not _goes_to(amount) else role_name("amount")


def _owner(passage: Passage, index: int) -> int | None:
    """Return the amount that a percent without a subject of its own speaks of."""
    rate = passage[index]
    for before in nearest_first(index):
        one = passage[before]
        if one.segment != rate.segment:
            return None
        passed_over = is_increase(one) or is_base_told_inline(passage, before) or _is_told_as_base(passage, before)
        if one.measure is Measure.QUANTITY and not passed_over:
            return before
    return None


def _named_owner(passage: Passage, index: int) -> int | None:
    """Return the amount that a percent with a subject speaks of: 税收收入增长X%; named in the same sentence."""
    rate = passage[index]
    told = pattern("growth", "named_rate").fullmatch(rate.words)
    if told is None or len(told["name"]) < 3:
        return None
    for before in nearest_first(index):
        one = passage[before]
        if one.sentence != rate.sentence:
            return None
        if one.measure is Measure.QUANTITY and name_of(one) == told["name"]:
            return before
    return None


def _base_of(passage: Passage, owner: int) -> Figure | None:
    """Return the earlier figure an amount is told against: 由A增加到B, 比上年的A."""
    amount = passage[owner]
    before = passage[owner - 1] if owner else None
    if before is not None and before.is_like(amount) and before.sentence == amount.sentence and _goes_to(amount):
        return before if pattern("growth", "from").search(before.words) else None
    following = passage[owner + 1] if owner + 1 < len(passage) else None
    if following is not None and following.is_like(amount) and pattern("growth", "than").search(following.words):
        return following
    return None


def _is_told_as_base(passage: Passage, index: int) -> bool:
    """Whether a figure is the earlier one of the figure before it: B of 收入A，比上年的B增长."""
    return index > 0 and _base_of(passage, index - 1) is passage[index]


def _goes_to(amount: Figure) -> bool:
    return pattern("growth", "to").match(amount.gap) is not None


def _increase_beside(passage: Passage, owner: int, rate: int) -> Figure | None:
    """Return the amount of the increase, told between amount and rate or right behind the rate."""
    amount = passage[owner]
    beside = [*passage[owner + 1 : rate], *passage[rate + 1 : rate + 2]]
    fitting = (
        one
        for one in beside
        if one.measure is Measure.QUANTITY and one.unit.dimension == amount.unit.dimension and is_increase(one)
    )
    found = next(fitting, None)
    return found if found is not None and found.segment == amount.segment else None


def _tells_fall(figure: Figure) -> bool:
    return pattern("growth", "decrease").fullmatch(figure.words) is not None


def _increase(passage: Passage, index: int) -> Iterator[Relation]:
    """Yield an increase told without a rate: 收入A，比上年增加B; 由A增加到B，增加C."""
    figure = passage[index]
    # 增加到B，年均增长P%，净增C: the rate stands between
    at = index - 2 if index > 1 and passage[index - 1].measure is Measure.PERCENT else index - 1
    before = passage[at] if at >= 0 else None
    if not is_increase(figure) or before is None or not before.is_like(figure) or before.segment != figure.segment:
        return
    falls = _tells_fall(figure)
    change = (Role.DECREASE if falls else Role.INCREASE, figure)
    base = _base_of(passage, at)
    if _is_told_as_base(passage, at):
        before, base = passage[at - 1], before
    names = {"amount": name_of(before), "increase": pattern("growth", "against").sub("", figure.words)}
    if base is not None:
        names |= {"base": name_of(base), "amount": _told_apart(before, base)}
        members: list[Member] = [(Role.BASE, base), (Role.AMOUNT, before), change]
        yield tie(RelationKind.INCREASE, members, formula("decrease" if falls else "increase", names))
    elif not is_increase(before):
        template = "decrease_alone" if falls else "increase_alone"
        yield tie(RelationKind.INCREASE, [(Role.AMOUNT, before), change], formula(template, names))


# --- Shares ---------------------------------------------------------------------------------------------------------


def _share(passage: Passage, index: int, named: Named, whole_of: Mapping[Figure, Figure]) -> Iterator[Relation]:
    """Yield the share that a percent tells: part, whole and percent; the whole is left out where none is told."""
    percent = passage[index]
    told = _told_share(passage, index, named, whole_of)
    if told is None:
        return
    part, whole, base_name = told
    names = {"part": name_of(part), "percent": _percent_name(percent)}
    members = [(Role.PART, part), (Role.PERCENT, percent)]
    if whole is not None:
        told_formula = formula("share", names | {"whole": name_of(whole)})
        yield tie(RelationKind.SHARE, [(Role.WHOLE, whole), *members], told_formula)
    elif base_name:
        yield tie(RelationKind.SHARE, members, formula("share_of_plan", names | {"base_name": base_name}))


def _told_share(
    passage: Passage, index: int, named: Named, whole_of: Mapping[Figure, Figure]
) -> tuple[Figure, Figure | None, str] | None:
    """Return part, whole and the name of the whole."""
    percent = passage[index]
    if index and is_base_told_inline(passage, index - 1):
        return _inline_share(passage, index)
    if pattern("share", "bare").fullmatch(percent.words):
        part = _part_of_bare(passage, index)
        return (part, whole_of[part], "") if part is not None and part in whole_of else None
    rate = pattern("share", "rate").fullmatch(percent.words)
    if rate is not None:
        return _rate_of_part(passage, index, rate["verb"], whole_of)
    plan = pattern("share", "of_plan").fullmatch(percent.words)
    of = pattern("share", "of").fullmatch(percent.words)
    part = _part_by_name(passage, index, of["part"] if of is not None else "")
    if part is None or (plan is None and of is None):
        return None
    base_name = of["base"] if of is not None else plan["base"] if plan is not None else ""
    whole = _whole_called(base_name, whole_of.get(part)) or find_named(base_name, part, passage, named)
    is_whole = whole is not part and not (whole is not None and _is_some_of(whole, base_name))
    return part, whole if is_whole else None, base_name


def _is_some_of(figure: Figure, name: str) -> bool:
    """Whether a figure counts only some of what a name totals: 超过10万元的行政村 are not the 行政村总数."""
    return bool(pattern("share", "total").search(name) and pattern("share", "some").search(figure.words))


def _whole_called(name: str, whole: Figure | None) -> Figure | None:
    """Return the whole that a list of parts has, where 占… speaks of it by a shorter name: 占党员总数的."""
    if whole is None:
        return None
    fits = bare_name(name_of(whole)).endswith(bare_name(name)) or pattern("share", "this_whole").fullmatch(name)
    return whole if fits else None


def _inline_share(passage: Passage, index: int) -> tuple[Figure, Figure, str] | None:
    """Return the share in 核减资金A，占申报总额B的C%."""
    whole = passage[index - 1]
    if whole.measure is not Measure.QUANTITY or not pattern("share", "of_inline").search(whole.words):
        return None
    part = next((passage[before] for before in quantities_before(passage, index - 1)), None)
    return (part, whole, "") if part is not None else None


def _part_of_bare(passage: Passage, index: int) -> Figure | None:
    owner = _owner(passage, index)
    return passage[owner] if owner is not None else None


def _part_by_name(passage: Passage, index: int, name: str) -> Figure | None:
    """Return the part that a share speaks of: the figure of that name, else the amount right before."""
    if len(name) < 2:
        return _part_of_bare(passage, index)
    amounts = [one for one in passage[max(0, index - FAR) : index] if one.measure is Measure.QUANTITY]
    return next((one for one in reversed(amounts) if is_named(one, name) or name_of(one).startswith(name)), None)


def _rate_of_part(
    passage: Passage, index: int, verb: str, whole_of: Mapping[Figure, Figure]
) -> tuple[Figure, Figure, str] | None:
    """Return the share in 发现问题A个，已整改B个，整改率为C%; 限期整改 is not done yet."""
    percent = passage[index]
    for before in nearest_first(index):
        part = passage[before]
        if part.sentence != percent.sentence:
            return None
        is_done = not pattern("parts", "status").match(part.words)
        if part.measure is Measure.QUANTITY and verb in part.words and is_done:
            earlier = next((passage[one] for one in quantities_before(passage, before)), None)
            whole = whole_of.get(part, earlier)
            return (part, whole, "") if whole is not None else None
    return None


def _percent_name(percent: Figure) -> str:
    rate = pattern("share", "rate").fullmatch(percent.words)
    found = re.search(r"[^，]*?(?:率|进度|比例)", percent.words) if rate is not None else None
    return found[0] if found is not None else ""


# --- Points and multiples -------------------------------------------------------------------------------------------


def _points(passage: Passage, index: int) -> Iterator[Relation]:
    """Yield 比重A%，比上年提高B个百分点, and 由A%提高到B%，提高C个百分点."""
    points = passage[index]
    falls = pattern("points", "down").fullmatch(points.words) is not None
    percent = passage[index - 1] if index else None
    if not falls and not pattern("points", "up").fullmatch(points.words):
        return
    if percent is None or percent.measure is not Measure.PERCENT or percent.segment != points.segment:
        return
    names = {"percent": name_of(percent), "points": ""}
    members: list[Member] = [(Role.PERCENT, percent), (Role.POINTS_DOWN if falls else Role.POINTS, points)]
    earlier = passage[index - 2] if index > 1 else None
    is_told = earlier is not None and earlier.measure is Measure.PERCENT and _goes_to(percent)
    if earlier is not None and is_told and pattern("growth", "from").search(earlier.words):
        names |= {"base": name_of(earlier), "percent": _told_apart(percent, earlier)}
        template = "pp_change_down" if falls else "pp_change"
        yield tie(RelationKind.PP_CHANGE, [(Role.BASE, earlier), *members], formula(template, names))
    else:
        template = "pp_change_down_alone" if falls else "pp_change_alone"
        yield tie(RelationKind.PP_CHANGE, members, formula(template, names))


def _times(passage: Passage, index: int) -> Iterator[Relation]:
    """Yield 完成A，是B的C倍."""
    base = passage[index - 1] if index else None
    if base is None or base.measure is not Measure.QUANTITY or not pattern("share", "ratio").match(passage[index].gap):
        return
    if not pattern("share", "ratio_base").search(base.words) and not pattern("share", "ratio_base").search(base.gap):
        return
    part = next((passage[before] for before in quantities_before(passage, index - 1)), None)
    if part is not None:
        names = {"part": name_of(part), "whole": name_of(base), "times": ""}
        members = [(Role.PART, part), (Role.WHOLE, base), (Role.TIMES, passage[index])]
        yield tie(RelationKind.RATIO, members, formula("ratio", names))
