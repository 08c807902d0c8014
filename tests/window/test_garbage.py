"""Cycles are collected at the window's own times."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from assistant.window.garbage import GarbageRounds


class _Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def rounds(qapp):
    parent = QObject()
    made = GarbageRounds(parent)
    made.begin()
    yield made
    made.end()


def test_many_old_objects_are_not_looked_at_while_the_clerk_may_type(rounds, monkeypatch):
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationActive)
    knot = _Knot()
    gone = weakref.ref(knot)
    many = [[] for _ in range(60_000)]
    rounds.collect()
    rounds.collect()
    del knot
    rounds._look_at_all()
    assert gone() is not None
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: Qt.ApplicationState.ApplicationInactive)
    rounds._look_at_all()
    assert gone() is None
    assert len(many) == 60_000


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
