"""Cycles are collected at the window's own times."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QObject

from assistant.window.garbage import GarbageRounds


class _Knot:
    def __init__(self) -> None:
        self.itself = self


def test_a_cycle_goes_with_the_next_round(qapp):
    parent = QObject()
    rounds = GarbageRounds(parent)
    rounds.begin()
    try:
        assert not gc.isenabled()
        knot = _Knot()
        gone = weakref.ref(knot)
        del knot
        assert gone() is not None
        rounds.collect()
        assert gone() is None
    finally:
        rounds.end()
    assert gc.isenabled()
