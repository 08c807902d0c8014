"""Locks: this window's report carries a lock file; a report that somebody else works on is asked about."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from assistant.report.errors import AssistantError
from assistant.window.autosave import Autosave
from assistant.window.desk import Desk
from assistant.window.dialog_parts import pressed_button
from assistant.window.file_flow import Access
from assistant.window.language import tr
from assistant.workbench.sentences import sentence

if TYPE_CHECKING:
    from assistant.workbench.saving import LockHolder

_TOUCH_EVERY = 5 * 60_000
"""Milliseconds after which the lock is touched again."""
_LONG_IDLE = 30
"""Minutes after which a lock that nobody touches is said to be idle; generous, since clocks differ."""
_log = logging.getLogger(__name__)


class LockFlow(QObject):
    """Takes, keeps and releases the lock of the report on the desk."""

    def __init__(self, window: QWidget, desk: Desk, autosave: Autosave) -> None:
        super().__init__(window)
        self._window, self._desk, self._autosave = window, desk, autosave
        self._locked: Path | None = None
        desk.file_changed.connect(self._follow)
        timer = QTimer(self)
        timer.timeout.connect(self._touch)
        timer.start(_TOUCH_EVERY)

    def access_to(self, path: Path) -> Access:
        """Ask how a report may be opened that somebody else works on; others are opened for work."""
        from assistant.workbench.saving import holder_of  # not before it is wanted: the start is short

        session = self._session()
        if session is None or (holder := holder_of(path, session)) is None:
            return Access.EDIT
        return self._ask(path, holder)

    def may_replace(self, path: Path) -> bool:
        """Ask whether a report is to take the place of one that somebody else works on; others may be replaced."""
        from assistant.workbench.saving import holder_of

        session = self._session()
        if session is None or (holder := holder_of(path, session)) is None:
            return True
        box = self._box(path, holder)
        box.setInformativeText(sentence("lock.replace"))
        over = box.addButton(sentence("save.over"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        return pressed_button(box) is over

    def end(self) -> None:
        """Release the lock: the window closes."""
        self._release()

    def _session(self) -> str | None:
        try:
            return self._autosave.session.id
        except AssistantError as error:
            _log.info("no locks: %s", error.code)
            return None

    def _follow(self) -> None:
        wanted = None if self._desk.is_read_only else self._desk.path
        if wanted == self._locked:
            return
        self._release()
        if wanted is not None and (session := self._session()) is not None:
            from assistant.workbench.saving import take_lock

            # whoever holds it still was asked about when the file was opened, or chosen to be replaced
            take_lock(wanted, session, by_force=True)
            self._locked = wanted

    def _touch(self) -> None:
        if self._locked is not None and (session := self._session()) is not None:
            from assistant.workbench.saving import touch_lock

            touch_lock(self._locked, session)

    def _release(self) -> None:
        if self._locked is not None and (session := self._session()) is not None:
            from assistant.workbench.saving import release_lock

            release_lock(self._locked, session)
        self._locked = None

    def _box(self, path: Path, holder: LockHolder) -> QMessageBox:
        """Return a warning that says who works on a report."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(sentence("lock.title"))
        from assistant.workbench.recovering import time_of
        from assistant.workbench.saving import minutes_idle

        when = time_of(holder.when_iso).strftime(tr("%m月%d日 %H:%M"))
        words = sentence("lock.held", path=path, user=holder.user, host=holder.host, when=when)
        idle = minutes_idle(path)
        box.setText(words + (sentence("lock.idle", minutes=idle) if idle >= _LONG_IDLE else ""))
        return box

    def _ask(self, path: Path, holder: LockHolder) -> Access:
        box = self._box(path, holder)
        box.setInformativeText(sentence("lock.choices"))
        copy = box.addButton(sentence("lock.copy"), QMessageBox.ButtonRole.AcceptRole)
        look = box.addButton(sentence("lock.read_only"), QMessageBox.ButtonRole.AcceptRole)
        edit = box.addButton(sentence("lock.edit"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(copy)
        box.setEscapeButton(cancel)
        clicked = pressed_button(box)
        chosen = {copy: Access.COPY, look: Access.READ_ONLY, edit: Access.EDIT}
        return next((access for button, access in chosen.items() if button is clicked), Access.NONE)
