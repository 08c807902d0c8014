"""Every action of the main window: name, shortcut, icon, in menus and tool bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from assistant.window.language import plain, tr
from assistant.window.look import Colours, icon

if TYPE_CHECKING:
    from assistant.workbench.help_pages import KeyRow


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs_report: bool = True
    hint: str = ""
    in_bar: str = ""
    """Shorter words for the tool bar."""
    belongs_to_focus: bool = False
    """Its keys are those of whatever has the focus, page, line or table; the menu only shows them."""


_MENUS: tuple[tuple[str, str, tuple[_Entry | None, ...]], ...] = (
    (
        "file",
        "文件(&F)",
        (
            _Entry("open", "打开…", ("Ctrl+O",), "open", needs_report=False, hint="打开文件"),
            _Entry("paste_new", "从剪贴板新建", ("Ctrl+Shift+N",), needs_report=False),
            _Entry("outline_new", "从提纲新建…", ("Ctrl+N",), needs_report=False, hint="选文种，调整提纲，再开始写"),
            _Entry(
                "reuse_file", "从去年的报告开始…", needs_report=False, hint="选做好的报告，数字、日期、名称逐项核实"
            ),
            _Entry("reuse", "以当前报告为底稿新建", hint="数字、日期、名称沿用原内容，逐项核实"),
            _Entry("start", "关闭，回到开始页", ("Ctrl+W", "Alt+Home"), hint="关闭报告，回到开始页"),
            None,
            _Entry("save", "保存", ("Ctrl+S",), "save", hint="保存报告"),
            _Entry("save_as", "另存为…", ("Ctrl+Shift+S", "F12")),
            _Entry("mask", "脱敏另存为范文…", hint="隐去数字、日期和名称，另存为范文"),
            None,
            _Entry("official", "版头和版记…", hint="发文机关标志、发文字号、抄送、印发等"),
            _Entry("preview", "预览", ("F9", "Ctrl+F2"), "preview", hint="按版式逐页预览，与打印、PDF 一致"),
            _Entry("preview_beside", "并排预览", ("Shift+F9",), hint="左边编辑，右边看打印的样子"),
            _Entry("export", "导出…", ("Ctrl+E",), "export", hint="导出 Word 文档"),
            _Entry("print", "打印…", ("Ctrl+P",)),
            None,
            _Entry("versions", "历史版本…", hint="与以前的版本对照，整份或按段恢复"),
            _Entry("recover", "恢复未保存的报告…", needs_report=False),
            _Entry("traces", "清除痕迹…", needs_report=False, hint="清除最近文件、历史版本、恢复副本和日志"),
            None,
            _Entry("quit", "退出", ("Ctrl+Q",), needs_report=False),
        ),
    ),
    (
        "edit",
        "编辑(&E)",
        (
            _Entry("undo", "撤销", ("Ctrl+Z",), "undo"),
            _Entry("redo", "重做", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
            None,
            _Entry("cut", "剪切", ("Ctrl+X",), belongs_to_focus=True),
            _Entry("copy", "复制", ("Ctrl+C",), belongs_to_focus=True),
            _Entry("paste", "粘贴", ("Ctrl+V",), belongs_to_focus=True),
            _Entry("select_all", "全选", ("Ctrl+A",), belongs_to_focus=True),
            None,
            _Entry("find", "查找和替换", ("Ctrl+F", "Ctrl+H"), "find", in_bar="查找"),
            _Entry("go_to", "定位…", ("Ctrl+G",), hint="到某一页或某一节"),
            _Entry("characters", "特殊字符…", ("Alt+Shift+S",), hint="〔〕、①、㎡、℃ 等键盘上没有的字符"),
        ),
    ),
    (
        "fill",
        "填空(&T)",
        (
            _Entry("next_open", "下一处未填", ("F8",), "next"),
            _Entry("previous_open", "上一处未填", ("Shift+F8",), "previous"),
            _Entry("fill", "填写当前项", ("F2",)),
            _Entry("interview", "逐项填写", ("F6",), "interview", hint="一项一项地问，填好一项接着下一项"),
            _Entry("answers", "填空表", ("F7",), hint="全部待填项列成表格，可批量填写、与 Excel 互相粘贴"),
            None,
            _Entry("mark_field", "选中文字设为待填项", ("Ctrl+M",)),
            _Entry("unmark_field", "待填项改为文字", ("Ctrl+Shift+M",), hint="光标处的待填项改为普通文字，不再管理"),
            None,
            _Entry("next_year", "年份顺延…", hint="沿用的年份、日期改为下一年，先看改动哪些"),
            _Entry("unit", "单位信息…", needs_report=False),
            _Entry("propose", "采用单位信息…"),
            None,
            _Entry("write_sheet", "导出采集表…", hint="导出采集表，请各科室填写"),
            _Entry("read_sheet", "读取采集表…", hint="采用填好的采集表"),
            _Entry("read_draft", "读回草稿…", hint="采用同事在草稿（Word）中填写的内容"),
            _Entry("take_table", "从表格取数…", hint="从任意 Excel 表格中按名称取数"),
        ),
    ),
    (
        "paragraph",
        "段落(&D)",
        (
            _Entry("heading_1", "一级标题", ("Ctrl+1",)),
            _Entry("heading_2", "二级标题", ("Ctrl+2",)),
            _Entry("heading_3", "三级标题", ("Ctrl+3",)),
            _Entry("heading_4", "四级标题", ("Ctrl+4",)),
            _Entry("body_text", "正文", ("Ctrl+0",)),
            None,
            _Entry("section_up", "本节上移", ("Alt+Shift+Up",)),
            _Entry("section_down", "本节下移", ("Alt+Shift+Down",)),
            _Entry("section_raise", "本节升一级", ("Alt+Shift+Left",)),
            _Entry("section_lower", "本节降一级", ("Alt+Shift+Right",)),
            None,
            _Entry("section_insert", "在本节后插入一节"),
            _Entry("section_remove", "删除本节", hint="连同其中的小节一起删除，可以撤销"),
        ),
    ),
    (
        "phrase",
        "短语(&P)",
        (
            _Entry("phrases", "查找短语", ("Ctrl+K",)),
            _Entry("further", "这一节还可以写", ("Ctrl+Shift+K",), hint="同类报告写了、这一节还没写的标题和句子"),
            None,
            _Entry("import_phrases", "导入我的材料…", needs_report=False, hint="从自己以前的报告中提取短语"),
            _Entry("phrase_sources", "短语来源和短语包…", needs_report=False, hint="已收录的材料，短语包的导入和导出"),
        ),
    ),
    (
        "check",
        "检查(&C)",
        (
            _Entry("next_remark", "下一处检查结果", ("F4",)),
            _Entry("previous_remark", "上一处检查结果", ("Shift+F4",)),
            _Entry("fix_remark", "按建议修改", ("Alt+Return",)),
            None,
            _Entry("count", "字数统计…", ("Ctrl+Shift+G",), hint="与 Word 的字数统计一致"),
            None,
            _Entry("check_choices", "检查设置…", needs_report=False, hint="启用或关闭规则，不提示的词，单位词表"),
        ),
    ),
    (
        "view",
        "视图(&V)",
        (
            _Entry("zoom_in", "放大", ("Ctrl++", "Ctrl+=")),
            _Entry("zoom_out", "缩小", ("Ctrl+-",)),
            _Entry("zoom_normal", "实际大小", ("Ctrl+Alt+0",)),
            _Entry("zoom_fit", "适合页宽", ("Ctrl+9",)),
            _Entry("full_screen", "全屏写作", ("F11",), hint="只留正文，再按 F11 或 Esc 退出"),
            None,
            _Entry("reset_panels", "恢复默认布局", hint="各栏放回原来的位置和宽度"),
            None,
            _Entry("light", "浅色", needs_report=False),
            _Entry("dark", "深色", needs_report=False),
            _Entry("system", "跟随系统", needs_report=False),
        ),
    ),
    (
        "help",
        "帮助(&H)",
        (
            _Entry("help", "使用说明", ("F1",), needs_report=False, hint="打开所在之处的说明"),
            _Entry("keys", "快捷键", ("Ctrl+/",), needs_report=False, hint="列出全部快捷键"),
            _Entry("about", "关于报告助手", needs_report=False),
        ),
    ),
)
_ICON = 20
_THEMES = ("light", "dark", "system")
_WORDS_GO_FIRST = (
    ("undo", "redo"),
    ("find",),
    ("open", "save"),
    ("previous_open", "next_open"),
    ("preview", "interview"),
)
"""The buttons of the tool bar that a narrow window shows without words, those known from elsewhere first."""
_TOOL_BAR = ("open", "save", None, "undo", "redo", "find", None, "previous_open", "next_open", "interview", "preview")


class _ToolBar(QToolBar):
    """A tool bar whose buttons drop their words where there is no room for all of them."""

    def _show_words(self, names: Sequence[str], *, shown: bool) -> None:
        style = Qt.ToolButtonStyle
        for action in self.actions():
            button = self.widgetForAction(action)
            if action.objectName() in names and isinstance(button, QToolButton):
                button.setToolButtonStyle(style.ToolButtonTextBesideIcon if shown else style.ToolButtonIconOnly)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words beside the icons where they fit: in a narrow bar one button after the other loses them."""
        super().resizeEvent(event)
        for names in _WORDS_GO_FIRST:
            self._show_words(names, shown=True)
        for names in _WORDS_GO_FIRST:
            if self.sizeHint().width() <= self.width():
                return
            self._show_words(names, shown=False)


class Actions:
    """The actions by name, and the menus and tool bar that show them."""

    def __init__(self, window: QMainWindow) -> None:
        self._entries: dict[str, _Entry] = {}
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self.before: Callable[[str], object] = lambda name: None
        """Is told the name of an action that was chosen, before anything is done."""
        for name, title, entries in _MENUS:
            menu = window.menuBar().addMenu(tr(title))
            self._menus[name] = menu
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._make(window, entry))
        themes = QActionGroup(window)
        for name in _THEMES:
            themes.addAction(self._actions[name]).setCheckable(True)
        self.tool_bar = self._make_tool_bar(window)

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def show_theme(self, theme: str) -> None:
        """Tick the theme that is chosen: light, dark or system."""
        self._actions[theme if theme in _THEMES else _THEMES[-1]].setChecked(True)

    def menu(self, name: str) -> QMenu:
        """Return a menu by its name: file, edit, fill, paragraph, phrase, check, view or help."""
        return self._menus[name]

    def all_keys(self) -> list[KeyRow]:
        """Return what every key of a menu does, in the order of the menus."""
        from assistant.workbench.help_pages import KeyRow  # not before it is wanted: the start is short

        return [
            KeyRow(plain(tr(title)), entry.shortcuts, tr(entry.text).rstrip("…"))
            for _name, title, entries in _MENUS
            for entry in entries
            if entry is not None and entry.shortcuts
        ]

    def _make(self, window: QWidget, entry: _Entry) -> QAction:
        action = QAction(tr(entry.text), window)
        action.setShortcuts([QKeySequence(keys) for keys in entry.shortcuts])
        if entry.belongs_to_focus:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        keys = tr("（{keys}）", keys=entry.shortcuts[0]) if entry.shortcuts else ""
        action.setToolTip(tr(entry.hint or entry.text).rstrip("…") + keys)
        action.setObjectName(entry.name)
        action.triggered.connect(lambda _checked=False, name=entry.name: self.before(name))
        if entry.in_bar:
            action.setIconText(tr(entry.in_bar))
        window.addAction(action)  # its keys work while the menus are hidden, too
        self._entries[entry.name] = entry
        self._actions[entry.name] = action
        return action

    def _make_tool_bar(self, window: QMainWindow) -> QToolBar:
        bar = _ToolBar(tr("工具栏"), window)
        bar.setMovable(False)
        bar.setObjectName("tool_bar")
        bar.setIconSize(QSize(_ICON, _ICON))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in _TOOL_BAR:
            if name is None:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[name])
        window.addToolBar(bar)
        return bar

    def enable(self, *, has_report: bool) -> None:
        """Enable what makes sense with, or without, an open report."""
        for name, entry in self._entries.items():
            self._actions[name].setEnabled(has_report or not entry.needs_report)

    def set_colours(self, colours: Colours) -> None:
        """Draw the icons with the colours of a theme."""
        for name, entry in self._entries.items():
            if entry.icon:
                self._actions[name].setIcon(icon(entry.icon, colours.text))
