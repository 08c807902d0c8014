"""The panels: each title once, places kept from one window to the next, sane on another screen, and put back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from assistant.window.main_window import MainWindow
from assistant.window.panels import put_into
from assistant.workbench.preferences import load_settings, save_settings, sealed
from tests.window.places import panels, prepare

_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "范文.txt"
    made.write_text("青禾县工作总结\n一、收入\n完成xx万元。", "utf-8")
    return made


@pytest.fixture
def another(qtbot, path):
    """Returns a fresh window with the report open, as on the next day."""

    def make(width=1366, height=768):
        made = MainWindow()
        qtbot.addWidget(made, before_close_func=lambda w: w.desk.clear())
        made.resize(width, height)
        with qtbot.waitExposed(made):
            made.show()
        made.files.open_path(path)
        settle()
        return made

    return make


def settle():
    for _ in range(10):
        QApplication.processEvents()


def docks(window):
    return window.outline_dock, window.fill_dock, window.proofing.dock, window.phrases._dock


def test_each_title_is_shown_once(another):
    window = another()
    outline, fill, check, phrases = docks(window)
    for one in (fill, check, phrases):
        assert one.titleBarWidget().height() == 0
    assert outline.titleBarWidget() is None
    check.hide()
    phrases.hide()
    settle()
    assert fill.titleBarWidget() is None
    check.show()
    settle()
    assert fill.titleBarWidget().height() == check.titleBarWidget().height() == 0


def test_places_widths_and_hidden_panels_are_there_on_the_next_day(another):
    first = another()
    outline, fill, check, phrases = docks(first)
    first.resizeDocks([outline, fill], [230, 410], Qt.Orientation.Horizontal)
    phrases.hide()
    first.addDockWidget(_LEFT, check)
    settle()
    widths = outline.width(), fill.width()
    assert widths[1] == 410
    first.close()
    second = another()
    outline, fill, check, phrases = docks(second)
    assert (outline.width(), fill.width()) == widths
    assert (fill.isVisible(), check.isVisible(), phrases.isVisible()) == (True, True, False)
    assert second.dockWidgetArea(check) is _LEFT
    second.show_start_page()
    assert not any(one.isVisible() for one in docks(second))


def test_panels_stay_as_they_were_when_another_report_is_opened(another, path):
    window = another()
    outline, _fill, check, _phrases = docks(window)
    outline.hide()
    check.raise_()
    window.show_start_page()
    window.files.open_path(path)
    settle()
    assert not outline.isVisible()
    assert not check.visibleRegion().isEmpty()


def test_what_a_room_or_the_full_screen_hides_is_not_kept_as_hidden(another, qtbot):
    first = another()
    qtbot.keyClick(first.page, Qt.Key.Key_F6)
    assert not docks(first)[1].isVisible()
    first.close()
    second = another()
    assert all(one.isVisible() or one in second.tabifiedDockWidgets(docks(second)[1]) for one in docks(second)[:2])
    qtbot.keyClick(second.page, Qt.Key.Key_F11)
    assert not docks(second)[0].isVisible()
    second.close()
    assert docks(another())[0].isVisible()


@pytest.mark.parametrize("places", ["nonsense", "00000000:AAAA", sealed(b""), sealed(b"other")])
def test_damaged_places_give_the_usual_ones(another, places):
    save_settings(replace(load_settings(), panel_places=places, window_geometry=places))
    window = another()
    assert all(not one.isHidden() for one in docks(window))
    assert not docks(window)[1].visibleRegion().isEmpty()


def test_everything_is_put_back(another):
    window = another()
    usual = [one.geometry() for one in docks(window)[:2]]
    outline, fill, check, phrases = docks(window)
    window.addDockWidget(_LEFT, fill)
    outline.hide()
    phrases.hide()
    window.previews.share = 70
    settle()
    window.actions_by_name["reset_panels"].trigger()
    settle()
    assert [one.geometry() for one in docks(window)[:2]] == usual
    assert set(window.tabifiedDockWidgets(fill)) == {check, phrases}
    assert not fill.visibleRegion().isEmpty()
    assert window.previews.share == 50


def test_a_smaller_window_leaves_the_page_the_larger_part(another):
    first = another(1900, 900)
    first.resizeDocks(docks(first)[:2], [500, 700], Qt.Orientation.Horizontal)
    settle()
    first.close()
    second = another(1100, 700)
    assert sum(one.width() for one in docks(second)[:2]) < 1100 * 0.6


@pytest.mark.parametrize(
    ("stood", "stands"),
    [
        ((100, 50, 600, 400), (100, 50, 600, 400)),
        ((1500, 900, 600, 400), (400, 300, 600, 400)),
        ((-300, -40, 600, 400), (0, 0, 600, 400)),
        ((0, 0, 1900, 1000), (0, 0, 1000, 700)),
    ],
)
def test_a_window_is_put_into_its_screen(qtbot, stood, stands):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setGeometry(*stood)
    put_into(widget, QRect(0, 0, 1000, 700))
    assert widget.geometry() == QRect(*stands)


def test_the_share_of_a_preview_beside_the_page_is_kept(another, qtbot):
    first = another()
    qtbot.keyClick(first.page, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    first.previews._split.moveSplitter(400, 1)
    share = first.previews.share
    assert share != 50
    first.close()
    assert another().previews.share == share


def test_zoom_by_the_wheel_is_kept(another, qtbot):
    window = another()
    window.page.set_zoom(70)
    before = load_settings().zoom
    window.page.zoom_chosen.emit(80)
    assert (before, load_settings().zoom) == (100, 80)


def test_the_panel_in_front_is_in_front_again_behind_full_screen(another, qtbot):
    window = another()
    window.proofing.show_panel()
    qtbot.waitUntil(lambda: not window.check_dock.visibleRegion().isEmpty())
    for panel in (window.check_dock, window.fill_dock):
        window.panels.bring_to_front(panel)
        qtbot.waitUntil(lambda panel=panel: not panel.visibleRegion().isEmpty())
        window.actions_by_name["full_screen"].trigger()
        assert panel.isHidden()
        assert window.notices.isVisible()
        window.actions_by_name["full_screen"].trigger()
        qtbot.waitUntil(lambda panel=panel: not panel.visibleRegion().isEmpty())
        assert not window.notices.isVisible()


@pytest.fixture
def sizes(window):
    """The sizes that the window takes, from when the list is cleared."""
    seen = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if watched is window and event.type() is QEvent.Type.Resize:
                seen.append(event.size().toTuple())
            return False

    watch = Watch(window)
    window.installEventFilter(watch)
    return seen


@pytest.mark.parametrize("size", [(680, 400), (911, 512), (1000, 700)])  # 911: 1366 pixels at 150 %
def test_the_window_keeps_its_size_whatever_opens_and_closes(window, sizes, size, qtbot):
    prepare(window)
    settle()
    window.resize(*size)
    settle()
    sizes.clear()
    for opens in panels(window).values():
        opens()
        settle()
        window.escape()
        window.escape()
        window.previews.close()
        settle()
    for name in ("preview", "preview_beside", "find", "preview", "answers", "answers", "reset_panels"):
        window.actions_by_name[name].trigger()
        settle()
    for dock in docks(window):
        for _ in range(2):
            dock.toggleViewAction().trigger()
            settle()
    assert sizes == []
    window.actions_by_name["full_screen"].trigger()
    settle()
    window.actions_by_name["full_screen"].trigger()
    qtbot.waitUntil(lambda: window.size().toTuple() == size)


def test_panels_make_way_where_the_middle_has_no_room_and_come_back(window, qtbot):
    prepare(window)
    outline, fill, check, _phrases = docks(window)
    window.resize(850, 700)
    window.panels.bring_to_front(check)
    settle()
    widths = outline.width(), check.width()
    window.actions_by_name["find"].trigger()
    qtbot.waitUntil(outline.isHidden)
    assert check.isVisible()
    window.resize(700, 700)
    qtbot.waitUntil(check.isHidden)
    outline.toggleViewAction().trigger()  # what the clerk opens all the same stays open
    settle()
    assert outline.isVisible()
    window.escape()
    window.resize(850, 700)
    qtbot.waitUntil(lambda: outline.isVisible() and check.isVisible() and fill.visibleRegion().isEmpty())
    assert (outline.width(), check.width()) == widths


def test_panels_that_made_way_are_there_on_the_next_day(another):
    first = another(911, 512)
    first.actions_by_name["preview_beside"].trigger()
    settle()
    assert docks(first)[0].isHidden()
    first.close()
    assert not any(one.isHidden() for one in docks(another()))
