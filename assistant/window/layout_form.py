"""The form in which a clerk changes a layout: page, type, page number, ending."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from assistant.window.language import tr
from assistant.window.look import GAP, GAP_SMALL
from assistant.workbench.layout_editing import Layout, TextStyle, face_names, font_sizes

_TWIPS_PER_MM, _TWIPS_PER_POINT = 1440 / 25.4, 20
_MARGINS = (("top", "上"), ("bottom", "下"), ("left", "左"), ("right", "右"))
_KINDS = (
    ("title", "标题"),
    ("body", "正文"),
    ("heading_1", "一级标题"),
    ("heading_2", "二级标题"),
    ("heading_3", "三级标题"),
    ("heading_4", "四级标题"),
    ("run_in_3", "段内三级标题"),
)
_POSITIONS = (("outside", "单页居右、双页居左"), ("centre", "居中"), ("none", "不排页码"))


def _style(layout: Layout, kind: str) -> TextStyle:
    name, _, level = kind.rpartition("_")
    if name == "heading":
        return layout.headings[int(level) - 1]
    if name == "run_in":
        return layout.run_in[int(level) - 1]
    return layout.title if kind == "title" else layout.body


class LayoutForm(QScrollArea):
    """Shows the values of a layout that clerks change most.

    Signals:
        value_entered: another value for a key of the layout's file (str, object).
        lines_entered: so many lines a page are wanted (int).
        characters_entered: so many characters a line are wanted (int).
    """

    value_entered = Signal(str, object)
    lines_entered = Signal(int)
    characters_entered = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filling = False
        self._shown: list[Callable[[Layout], None]] = []
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setSpacing(GAP)
        column.addLayout(self._name_and_page(inner))
        column.addLayout(self._type(inner))
        column.addLayout(self._ends(inner))
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows take the keys
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Return a size in which no row is cut, with a scroll bar beside them."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.widget().minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def show_layout(self, layout: Layout) -> None:
        """Show what a layout says."""
        with self._quiet():
            for show in self._shown:
                show(layout)

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        self._filling = True
        yield
        self._filling = False

    def _tell(self, key: str, value: object) -> None:
        if not self._filling:
            self.value_entered.emit(key, value)

    # -- page --------------------------------------------------------------------------------------

    def _name_and_page(self, inner: QWidget) -> QGridLayout:
        grid = _grid()
        self.name = QLineEdit(inner)
        self.name.setAccessibleName(tr("版式名称"))
        self.name.editingFinished.connect(lambda: self._tell("name", " ".join(self.name.text().split()) or "我的版式"))
        self._shown.append(lambda layout: self.name.setText(layout.name))
        grid.addWidget(QLabel(tr("名称"), inner), 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 4)
        grid.addWidget(QLabel(tr("页边距（毫米）"), inner), 1, 0)
        for column, (side, word) in enumerate(_MARGINS, 1):
            grid.addWidget(self._margin(side, tr(word)), 1, column)
        self.lines = self._count(tr("每页行数"), 5, 60, self.lines_entered, lambda layout: layout.page.lines, tr(" 行"))
        self.characters = self._count(
            tr("每行字数"), 10, 60, self.characters_entered, lambda layout: layout.page.characters, tr(" 字")
        )
        self.pitch = QDoubleSpinBox(inner)
        self.pitch.setAccessibleName(tr("行距"))
        self.pitch.setRange(10, 100)
        self.pitch.setDecimals(2)
        self.pitch.setSingleStep(0.05)
        self.pitch.setSuffix(tr(" 磅"))
        self.pitch.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.pitch.setKeyboardTracking(False)
        self.pitch.valueChanged.connect(lambda value: self._tell("page.pitch_pt", round(value * 20) / 20))
        self._shown.append(lambda layout: self.pitch.setValue(layout.page.pitch / _TWIPS_PER_POINT))
        grid.addWidget(QLabel(tr("行与字"), inner), 2, 0)
        grid.addWidget(self.lines, 2, 1)
        grid.addWidget(self.characters, 2, 2)
        grid.addWidget(QLabel(tr("固定行距"), inner), 2, 3, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.pitch, 2, 4)
        return grid

    def _margin(self, side: str, word: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setAccessibleName(tr("{word}边距", word=word))
        box.setPrefix(f"{word} ")
        box.setRange(5, 100)
        box.setDecimals(2)
        box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._tell(f"page.margin_{side}_mm", round(value, 2)))
        self._shown.append(lambda layout: box.setValue(_millimetres(getattr(layout.page, side))))
        return box

    def _count(
        self, word: str, least: int, most: int, entered: SignalInstance, value: Callable[[Layout], int], suffix: str
    ) -> QSpinBox:
        box = QSpinBox(self)
        box.setAccessibleName(word)
        box.setRange(least, most)
        box.setSuffix(suffix)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda count: None if self._filling else entered.emit(count))
        self._shown.append(lambda layout: box.setValue(value(layout)))
        return box

    # -- type --------------------------------------------------------------------------------------

    def _type(self, inner: QWidget) -> QGridLayout:
        grid = _grid()
        for row, (kind, name) in enumerate(_KINDS):
            word = tr(name)
            grid.addWidget(QLabel(word, inner), row, 0)
            grid.addWidget(self._face(kind, word), row, 1)
            grid.addWidget(self._size(kind, word), row, 2)
            grid.addWidget(self._bold(kind, word), row, 3)
        grid.setColumnStretch(1, 1)
        return grid

    def _face(self, kind: str, word: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(tr("{word}字体", word=word))
        box.setEditable(True)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.addItems(face_names())
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.textActivated.connect(lambda name: self._tell(f"text.{kind}.font", name.strip()))
        edit = box.lineEdit()
        assert edit is not None, "an editable box has a line"
        edit.editingFinished.connect(lambda: self._tell(f"text.{kind}.font", box.currentText().strip()))
        self._shown.append(lambda layout: box.setEditText(_style(layout, kind).font))
        return box

    def _size(self, kind: str, word: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(tr("{word}字号", word=word))
        for name, points in font_sizes():
            box.addItem(tr(name), points)
        box.activated.connect(lambda index: self._tell(f"text.{kind}.size_pt", box.itemData(index)))

        def show(layout: Layout) -> None:
            points = _style(layout, kind).size / 2
            if box.findData(points) < 0:
                box.addItem(tr("{points:g} 磅", points=points), points)
            box.setCurrentIndex(box.findData(points))

        self._shown.append(show)
        return box

    def _bold(self, kind: str, word: str) -> QCheckBox:
        box = QCheckBox(tr("加粗"), self)
        box.setAccessibleName(tr("{word}加粗", word=word))
        box.toggled.connect(lambda checked: self._tell(f"text.{kind}.bold", checked))
        self._shown.append(lambda layout: box.setChecked(_style(layout, kind).bold))
        return box

    # -- page number and ending --------------------------------------------------------------------

    def _ends(self, inner: QWidget) -> QGridLayout:
        grid = _grid()
        position = QComboBox(inner)
        position.setAccessibleName(tr("页码"))
        for value, word in _POSITIONS:
            position.addItem(tr(word), value)
        position.activated.connect(lambda index: self._tell("page_number.position", position.itemData(index)))
        self._shown.append(
            lambda layout: position.setCurrentIndex(position.findData(layout.page_number.position.value))
        )
        self.seal = QCheckBox(tr("落款处留出盖章位置"), inner)
        self.seal.toggled.connect(lambda checked: self._tell("ending.seal", checked))
        self._shown.append(lambda layout: self.seal.setChecked(layout.seal))
        lead = QCheckBox(tr("“一是…”等首句加粗"), inner)
        lead.toggled.connect(lambda checked: self._tell("text.enumeration_lead.bold", checked))
        self._shown.append(
            lambda layout: lead.setChecked(layout.enumeration_lead is not None and layout.enumeration_lead.bold)
        )
        grid.addWidget(QLabel(tr("页码"), inner), 0, 0)
        grid.addWidget(position, 0, 1)
        grid.addWidget(self.seal, 1, 1)
        grid.addWidget(lead, 2, 1)
        grid.setColumnStretch(2, 1)
        return grid


def _millimetres(twips: int) -> float:
    """Return a length as a clerk would write it: 37 for what is 37.01 after it was rounded to twips."""
    exact = twips / _TWIPS_PER_MM
    return next(round(exact, digits) for digits in (0, 1, 2, 3) if round(round(exact, digits) * _TWIPS_PER_MM) == twips)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(GAP_SMALL)
    return grid
