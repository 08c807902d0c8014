"""Continuations: what probably comes next while a report is typed, from learnt text and from the report itself.

Every place of the learnt text that agrees with the last characters typed votes for what stood there next: the
more characters agree, and the more of what stands before it was just typed too, the more its vote counts; the further
it goes, the less. Those are offered which save most keys together. The measured numbers stand in
`resources/phrases/completion.toml`.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import add
from typing import Any, NamedTuple

from assistant.lexicon import cut_words
from assistant.phrases.offers import best_offers
from assistant.phrases.running_text import MASK, NEXT, NUMBERED, Counting, RunningLine, running_line, spelt_out
from assistant.resources import load_rules

MOST_OFFERS = 8
_LONGEST_OFFER = 30
_LONGEST_AGREEMENT = 16
# Places looked at in one answer; more cost time and change nothing.
_MOST_PLACES = 300
_ENOUGH_PLACES = 40
_MOST_LOOSE_PLACES = 150
# Characters typed last, and characters before a place, that tell whether both speak of the same.
_TOLD, _AROUND = 60, 40
# A vote is followed until so little of it is left.
_LEAST_SHARE = 0.01
# So much of all votes the first character of a continuation needs to be shown unasked.
_LEAST_SURE = 0.25
# The same for one of a list.
_LEAST_LISTED = 0.015
# So much of an offer's votes its longer form must keep to be shown to the end of the clause, and what ends one.
_LEAST_ROUNDED = 0.4
_ENDS = "，。；：、"
_LONGEST_REST = 6
"""Characters behind an offer that tell where its last word ends."""
_MARKS_BEHIND, _MARKS_BEFORE = "，。、；：", "，。、；：”“"


class _Place(NamedTuple):
    """A place in a text that agrees with what has been typed."""

    text: str
    position: int
    agreement: int
    factor: float


class Continuations:
    """Learnt text, indexed by the two characters before each place. Not safe for use by two threads."""

    def __init__(self) -> None:
        """Begin with nothing learnt."""
        self._text = ""
        # Arrays and not lists: a million lists and numbers would make Python's collector hold up the window.
        self._behind_two: defaultdict[str, array[int]] = defaultdict(_no_places)
        self._behind_one: defaultdict[str, array[int]] = defaultdict(_no_places)
        self._meetings: dict[str, tuple[float, ...]] = {}
        self._own_start = 0
        self._counting = Counting()
        self._last_line = ""

    def begin_report(self) -> None:
        """Say that what is learnt from here on belongs to another report, the one being written."""
        self._own_start = len(self._text)
        self._counting = Counting()
        self._last_line = ""

    def stand_behind(self, above: Sequence[str]) -> None:
        """Say which lines of the report stand above the paragraph that is typed."""
        counting, last = Counting(), ""
        for number, line in enumerate(above, 1):
            if line[:1] in NUMBERED or number == len(above):
                running = running_line(line, counting)
                counting, last = running.counting, running.text
        self._counting, self._last_line = counting, last

    def learn(self, lines: Iterable[str]) -> None:
        """Learn finished paragraphs, in the order of their report."""
        first = len(self._text)
        pieces = [self._text]
        for line in lines:
            running = running_line(line, self._counting)
            self._counting, self._last_line = running.counting, running.text
            pieces.append("\n" + running.text)
        text = self._text = "".join(pieces)
        behind_two, behind_one = self._behind_two, self._behind_one
        for position in range(max(first, 1), len(text)):
            behind_two[text[position - 1 : position + 1]].append(position + 1)
            behind_one[text[position]].append(position + 1)
        self._meetings.clear()

    def complete(self, before: str, section: str = "") -> list[str]:
        """Return what may follow `before`, the text of the paragraph so far, best first.

        `section` is the heading above; it stands for the line before where none has been learnt.
        """
        line, votes = self._votes(before, section)
        offers = []
        for offer in best_offers(votes, MOST_OFFERS):
            printed = spelt_out(offer, before, line, self._counting)
            if printed is not None and printed not in offers:
                offers.append(printed)
        return offers

    def likeliest(self, before: str, section: str = "") -> str:
        """Return the one continuation that is likely enough to be shown unasked, or ""."""
        line, votes = self._votes(before, section)
        total = sum(vote for text, vote in votes.items() if len(text) == 1)
        for offer in best_offers(votes, MOST_OFFERS):
            rounded = self._finished(offer, votes)
            if votes[offer[0]] >= _LEAST_SURE * total and _is_whole(rounded):
                return spelt_out(rounded, before, line, self._counting) or ""
        return ""

    def short_list(self, before: str, section: str = "") -> list[str]:
        """Return the continuations that are likely enough to be listed unasked, best first."""
        line, votes = self._votes(before, section)
        total = sum(vote for text, vote in votes.items() if len(text) == 1)
        listed: list[str] = []
        for offer in best_offers(votes, MOST_OFFERS):
            rounded = self._finished(offer, votes)
            is_other = not any(one.startswith(rounded) or rounded.startswith(one) for one in listed)
            if is_other and _is_whole(rounded) and votes[offer[0]] >= _LEAST_LISTED * total:
                listed.append(rounded)
        printed = (spelt_out(offer, before, line, self._counting) for offer in listed)
        return list(dict.fromkeys(one for one in printed if one))

    def _finished(self, offer: str, votes: Mapping[str, float]) -> str:
        """Return the offer up to the end of its clause, where that is nearly as likely, else to the end of its word.

        People read whole words; where a word ends, the latest place of the learnt text tells that has the offer.
        """
        rounded = _rounded(offer, votes)
        at = self._text.rfind(offer)
        if rounded != offer or offer[-1] in _ENDS or at < 0:
            return rounded
        first, end = max(self._text.rfind("\n", 0, at) + 1, at - _AROUND), at + len(offer)
        words = cut_words(self._text[first : end + _LONGEST_REST])
        reached = next(place for place in accumulate(map(len, words), initial=first) if place >= end)
        longer = self._text[at:reached]
        return offer if any(sign in longer for sign in ("\n", MASK, NEXT)) else longer

    def _votes(self, before: str, section: str) -> tuple[RunningLine, dict[str, float]]:
        """Return the running form of `before`, and how likely each continuation is, in one unit."""
        line = running_line(before, self._counting)
        context = (self._last_line or section) + "\n" + line.text
        votes: defaultdict[str, float] = defaultdict(float)
        told = _pairs(context[-_TOLD:])
        worth = {pair: self._worth(pair) for pair in told}
        places = list(self._places(context, line.text))
        shared = _shares_of(places)
        for place in places:
            end = place.position - place.agreement
            common = told & _pairs(place.text[max(0, end - _AROUND) : end]) if end > 0 else ()
            alike = 1 + sum(worth[pair] for pair in common)
            self._vote(place, place.factor * alike * shared[place.agreement], votes)
        return line, votes

    def _worth(self, pair: str) -> float:
        """Return what it adds to a place that this pair stands around it too: the rarer the pair, the more."""
        numbers = _numbers()
        rarity = math.log((len(self._text) + 1) / (len(self._behind_two.get(pair, ())) + 1)) / numbers["rare_pair"]
        return float(numbers["common_pair"] * min(rarity, 1.0) ** 3)

    def _places(self, context: str, paragraph: str) -> Iterator[_Place]:
        """Yield the places that agree with the end of the context in two characters or more; else in one."""
        key = context[-2:]
        text = self._text
        positions = self._positions(context, key)
        for position in positions:
            yield _Place(text, position, _agreement(text, position, context), self._nearness(position))
        yield from _places_within(paragraph, context, key)
        if len(positions) < _ENOUGH_PLACES:
            known = set(positions)
            for position in self._behind_one.get(context[-1], ())[-_MOST_LOOSE_PLACES:]:
                if position not in known:
                    yield _Place(text, position, 1, self._nearness(position))

    def _nearness(self, position: int) -> float:
        """Return how much a place counts: more in the report being written, most where that has just been written."""
        if position < self._own_start:
            return 1.0
        numbers = _numbers()
        just_said = math.exp((position - len(self._text)) / numbers["forgotten_after"])
        return float(numbers["own_report"] * (1 + numbers["just_said"] * just_said))

    def _positions(self, context: str, key: str) -> Sequence[int]:
        """Return the places behind `key`; where there are too many, those that agree longest and the latest."""
        positions: Sequence[int] = self._behind_two.get(key, ())
        if len(positions) <= _MOST_PLACES:
            return positions
        found: dict[int, None] = {}
        for length in (8, 6, 4, 3):
            wanted = context[-length:]
            at = self._text.rfind(wanted)
            while at >= 0 and len(found) < _MOST_PLACES // 2:
                found[at + length] = None
                at = self._text.rfind(wanted, 0, at + length - 1)
            if len(found) >= _MOST_PLACES // 4:
                break
        for position in positions[-_MOST_PLACES // 2 :]:
            found[position] = None
        return sorted(found)

    def _vote(self, place: _Place, factor: float, votes: defaultdict[str, float]) -> None:
        weights = _numbers()["agreement"]
        share = float(factor * weights[min(place.agreement, len(weights) - 1)])
        least = share * _LEAST_SHARE
        text, first, met, meetings = place.text, place.position, place.agreement, self._meetings
        previous = text[first - 1]
        for position in range(first, min(first + _LONGEST_OFFER, len(text))):
            character = text[position]
            if character in ("\n", MASK):
                break
            goes_on = meetings.get(previous + character) or self._meeting(previous, character)
            share *= goes_on[met if met < len(goes_on) else -1]
            if share < least:
                break
            votes[text[first : position + 1]] += share
            previous = character
            met += 1

    def _meeting(self, previous: str, character: str) -> tuple[float, ...]:
        """Return how surely `character` follows `previous` again, by the number of characters that have agreed."""
        pair = previous + character
        found = _goes_on()[self._closeness(previous, character)]
        self._meetings[pair] = found
        return found

    def _closeness(self, previous: str, character: str) -> str:
        if previous in _MARKS_BEHIND:
            return "behind_mark"
        if character in _MARKS_BEFORE:
            return "before_mark"
        one, other = len(self._behind_one.get(previous, ())), len(self._behind_one.get(character, ()))
        together = len(self._behind_two.get(previous + character, ()))
        by_chance = max(one * other, 1) / max(len(self._text), 1)
        limits = _numbers()["hanging_together"]
        for name in ("firm", "close", "near"):
            if together >= limits[name] * by_chance:
                return name
        return "apart"


def _shares_of(places: Iterable[_Place]) -> dict[int, float]:
    """Return how much of a vote is left to each place by its agreement: many that agree as long or longer share it."""
    counts = Counter(place.agreement for place in places)
    found, number, crowd = {}, 0, float(_numbers()["crowd"])
    for agreement in sorted(counts, reverse=True):
        number += counts[agreement]
        found[agreement] = number**-crowd
    return found


def _pairs(words: str) -> set[str]:
    return set(map(add, words, words[1:]))


def _no_places() -> array[int]:
    return array("I")


def _numbers() -> dict[str, Any]:
    return load_rules("phrases", "completion.toml")


@cache
def _goes_on() -> dict[str, tuple[float, ...]]:
    return {name: tuple(values) for name, values in load_rules("phrases", "completion.toml")["goes_on"].items()}


def _rounded(offer: str, votes: Mapping[str, float]) -> str:
    """Return the offer up to the end of its clause, where the votes say that it is nearly as likely."""
    if offer[-1] in _ENDS:
        return offer
    least = _LEAST_ROUNDED * votes[offer]
    longer = (text for text in votes if text[-1] in _ENDS and text.startswith(offer) and votes[text] >= least)
    whole = min(longer, key=len, default=offer)
    return whole.rstrip(_ENDS) if whole != offer else offer


def _is_whole(offer: str) -> bool:
    """Tell whether no quotation and no title is left open."""
    return all(offer.count(opening) <= offer.count(closing) for opening, closing in ("“”", "《》"))


def _agreement(text: str, position: int, context: str) -> int:
    """Return how many characters before the position agree with the end of the context; two are known to."""
    length = 2
    most = min(_LONGEST_AGREEMENT, position, len(context))
    while length < most and text[position - length - 1] == context[-length - 1]:
        length += 1
    return length


def _places_within(paragraph: str, context: str, key: str) -> Iterator[_Place]:
    """Yield the places of the unfinished paragraph itself."""
    factor = float(load_rules("phrases", "completion.toml")["own_paragraph"])
    at = paragraph.find(key)
    while 0 <= at < len(paragraph) - 2:
        yield _Place(paragraph, at + 2, _agreement(paragraph, at + 2, context), factor)
        at = paragraph.find(key, at + 1)
