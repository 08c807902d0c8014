"""Offers: out of many possible continuations, the few that together save most keys."""

from __future__ import annotations

import heapq
from collections.abc import Mapping

_MOST_COMPARED = 60


def best_offers(votes: Mapping[str, float], most: int) -> list[str]:
    """Return up to `most` continuations of two characters or more, the one that saves most keys first.

    `votes` says how likely the text goes on with each continuation, in any unit. A typed character and a taken
    offer cost one key each, so an offer of n characters saves n - 1; of two offers that begin alike the longer
    one saves only what it adds where both come true.
    """
    worth = {text: vote * (len(text) - 1) for text, vote in votes.items() if len(text) > 1}
    compared = heapq.nlargest(_MOST_COMPARED, worth, key=worth.__getitem__)
    saved = dict.fromkeys(compared, 1)
    gain = {text: worth[text] for text in compared}
    chosen: list[str] = []
    while gain and len(chosen) < most:
        best = max(gain, key=gain.__getitem__)
        if gain[best] <= 0:
            break
        del gain[best]
        chosen.append(best)
        for text in gain:
            if text.startswith(best):
                saved[text] = max(saved[text], len(best))
            elif not best.startswith(text):
                continue
            gain[text] = _gain(text, saved[text], votes, chosen)
    return chosen


def _gain(text: str, saved: int, votes: Mapping[str, float], chosen: list[str]) -> float:
    """Return what an offer adds to the chosen ones: where a longer chosen one comes true, it adds nothing."""
    longer = sum(votes[one] for one in chosen if one.startswith(text))
    return (votes[text] - longer) * (len(text) - saved)
