"""A line for one value that fits its kind: unit, calendar, values to choose from, and what would be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.report.fields import Field, Kind
from assistant.window.fill_card import ValueEdit
from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL, TEXT_SIZE, interface_font
from assistant.workbench.sentences import kind_word

_MOST_CHIPS = 4
_LONGEST_CHIP = 12
_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
_FIGURES = (Kind.NUMBER, Kind.PERCENT)


class ValueInput(QWidget):
    """Takes the value of one field.

    Signals:
        entered: Enter was pressed in the line.
        typed: the line was changed by the clerk.
    """

    entered = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget, *, size: int = TEXT_SIZE) -> None:
        super().__init__(parent)
        self._field: Field | None = None
        self._reads: Callable[[str], str | None] = lambda text: text
        self._offers: tuple[str, ...] = ()
        self.line = ValueEdit(self)
        self.line.setFont(interface_font(size))
        self.line.setAccessibleName(tr("填写内容"))
        self.line.returnPressed.connect(self.entered)
        self.line.textEdited.connect(lambda _text: self.typed.emit())
        self.line.textChanged.connect(lambda _text: self._show_reading())
        self._unit = QLabel(self)
        self._unit.setFont(interface_font(size))
        self._more = QToolButton(self)
        self._more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._more.clicked.connect(self.open_choice)
        self._reading = QLabel(self)
        self._reading.setWordWrap(True)
        self._chips = [self._chip(number) for number in range(_MOST_CHIPS)]
        self._arrange()

    def _chip(self, number: int) -> QPushButton:
        chip = QPushButton(self)
        chip.setProperty("quiet", True)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda: self._choose(number))
        shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._choose(number))
        return chip

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.line, 1)
        line.addWidget(self._unit)
        line.addWidget(self._more)
        chips = QHBoxLayout()
        chips.setSpacing(GAP_SMALL)
        for chip in self._chips:
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SMALL)
        column.addLayout(line)
        column.addWidget(self._reading)
        column.addLayout(chips)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def show_field(
        self,
        field: Field,
        *,
        reads: Callable[[str], str | None],
        offers: Sequence[str] = (),
        hint: str = "",
        text: str | None = None,
    ) -> None:
        """Ask for a field.

        `reads` tells how an answer goes into the text (None: it does not fit), `offers` are values to choose from,
        `hint` stands in the empty line, `text` in place of the field's value.
        """
        self._field, self._reads, self._offers = field, reads, tuple(offers)
        self.line.setPlaceholderText(hint)
        figures = Qt.InputMethodHint.ImhPreferNumbers if field.kind in _FIGURES else Qt.InputMethodHint.ImhNone
        self.line.setInputMethodHints(figures)
        self._unit.setText(field.unit)
        self._unit.setVisible(bool(field.unit))
        self.line.setText(field.value if text is None else text)
        self._more.setVisible(self._has_calendar or len(self._offers) > _MOST_CHIPS)
        self._more.setText(tr("日历") if self._has_calendar else tr("更多"))
        self._more.setToolTip("Alt+↓")
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(self._offers))
            if number < len(self._offers):
                words = self._offers[number]
                chip.setText(words if len(words) <= _LONGEST_CHIP else words[:_LONGEST_CHIP] + "…")
                chip.setToolTip(tr("{words}（Alt+{number}）", words=words, number=number + 1))
        self._show_reading()

    @property
    def _has_calendar(self) -> bool:
        """Whether a whole day is asked for, not a year or a month alone."""
        field = self._field
        return field is not None and field.kind is Kind.DATE and not field.unit

    def start(self) -> None:
        """Put the caret into the line, all of it chosen."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def open_choice(self) -> None:
        """Open the calendar, or the list of values to choose from."""
        below = self.line.mapToGlobal(QPoint(0, self.line.height()))
        if self._has_calendar:
            _Calendar(self, self.text, self._take_day).open_at(below)
        elif self._offers:
            menu = QMenu(self)
            for words in self._offers:
                menu.addAction(words).triggered.connect(lambda _checked=False, words=words: self._put(words))
            menu.exec(below)
            menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choice with Alt and the down key."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_choice()
            return
        super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        if number < len(self._offers):
            self._put(self._offers[number])

    def _take_day(self, day: QDate) -> None:
        self._put(f"{day.year()}年{day.month()}月{day.day()}日")

    def _put(self, words: str) -> None:
        self.line.setText(words)
        self.line.setFocus()
        self.typed.emit()

    def _show_reading(self) -> None:
        """Tell what would be written where that differs from what is typed, or that it does not fit."""
        if self._field is None:
            return
        text = self.text.strip()
        read = self._reads(text) if text else ""
        is_wrong = read is None
        if is_wrong:
            self._reading.setText(tr("不像{kind}，请核对。", kind=kind_word(self._field.kind)))
        else:
            is_same = read in (text, text.removesuffix(self._field.unit))
            self._reading.setText("" if is_same else tr("将写入：{read}{unit}", read=read, unit=self._field.unit))
        self._reading.setObjectName("wrong" if is_wrong else "muted")
        self.line.setProperty("wrong", is_wrong)
        for widget in (self._reading, self.line):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


class _Calendar(QFrame):
    """A calendar that pops up below a line."""

    def __init__(self, parent: QWidget, text: str, take: Callable[[QDate], None]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self._take = take
        self._calendar = QCalendarWidget(self)
        self._calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for name, words in (("qt_calendar_prevmonth", "‹"), ("qt_calendar_nextmonth", "›")):
            button = self._calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(QIcon())  # Qt's own are green arrows
                button.setText(words)
        for free in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(free, QTextCharFormat())  # Qt's red cannot be read in the dark theme
        # Qt's own hint leaves no room for what the style sheet adds: the last week would be cut
        self._calendar.setMinimumSize(self._calendar.sizeHint() + QSize(GAP * 4, GAP * 4))
        found = _DATE.search(text)
        if found is not None:
            year = int(found[1] or QDate.currentDate().year())
            day = QDate(year, int(found[2]), int(found[3]))
            if day.isValid():
                self._calendar.setSelectedDate(day)
        self._calendar.activated.connect(self._finish)
        self._calendar.clicked.connect(self._finish)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self._calendar)

    def open_at(self, point: QPoint) -> None:
        """Show the calendar with its corner at a point of the screen, moved so that all of it is seen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = min(point.x(), room.right() - self.width())
        self.move(x, min(point.y(), room.bottom() - self.height()))
        self.show()
        self._calendar.setFocus()

    def _finish(self, day: QDate) -> None:
        take, self._take = self._take, lambda _day: None
        self.close()
        take(day)

    def event(self, event: QEvent) -> bool:
        """Close with Escape."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return super().event(event)
