"""The gallery of 从范文开始: genres, preview of the chosen sample, and beginning by keyboard."""

import pytest
from PySide6.QtCore import Qt

from assistant.resources import load_rules
from assistant.window.sample_gallery import SampleGallery
from assistant.workbench.gallery import preview_of
from assistant.workbench.opening import open_path
from assistant.workbench.shipped import shipped_samples

SAMPLES = shipped_samples()


@pytest.fixture
def gallery(qtbot):
    made = SampleGallery(None)
    made.show_samples(SAMPLES)
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_samples_stand_under_their_genres(gallery):
    rows = [gallery.list.item(index) for index in range(gallery.list.count())]
    heads = [row.text() for row in rows if row.flags() == Qt.ItemFlag.NoItemFlags]
    assert set(heads) == set(load_rules("samples", "index.toml")["genres"])
    assert len(heads) == len(set(heads))
    assert len(rows) == len(heads) + len(SAMPLES)


def test_nothing_is_read_before_a_sample_is_chosen(qtbot):
    gallery = SampleGallery(None)
    gallery.show_samples(SAMPLES)
    qtbot.addWidget(gallery)
    assert gallery.preview.toPlainText() == ""
    assert not gallery.begin.isEnabled()


def test_keys_choose_and_begin(gallery, qtbot):
    gallery.list.setFocus()
    gallery.list.setCurrentRow(0)
    qtbot.keyClick(gallery.list, Qt.Key.Key_Down)
    assert gallery.list.currentItem().text() == SAMPLES[0].title
    shown = preview_of(SAMPLES[0])
    qtbot.waitUntil(lambda: gallery.title.text() == shown.title)
    assert gallery.title.text() == shown.title
    assert f"{shown.fields} 项待填" in gallery.about.text()
    words = gallery.preview.toPlainText()
    assert "一、上半年主要工作" in words
    assert "今年是“十五五”规划的开局之年" in gallery.pages.accessibleDescription()
    qtbot.keyClick(gallery.list, Qt.Key.Key_Down)
    assert gallery.list.currentItem().text() == SAMPLES[1].title
    with qtbot.waitSignal(gallery.sample_requested) as begun:
        qtbot.keyClick(gallery.list, Qt.Key.Key_Return)
    assert begun.args == [SAMPLES[1].path]


def test_the_button_begins(gallery, qtbot):
    gallery.list.setCurrentRow(1)
    with qtbot.waitSignal(gallery.sample_requested) as begun:
        qtbot.mouseClick(gallery.begin, Qt.MouseButton.LeftButton)
    assert begun.args == [SAMPLES[0].path]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.title)
def test_a_preview_tells_title_outline_and_first_page(sample):
    shown = preview_of(sample)
    text = open_path(sample.path).report.text
    assert text.startswith(shown.title)
    assert [heading.text[:2] for heading in shown.outline if heading.level == 1][:3] == ["一、", "二、", "三、"]
    assert all(heading.text in text for heading in shown.outline)
    assert 2 <= len(shown.paged.pages) <= 12


def test_the_chosen_sample_is_seen_as_it_is_printed_and_by_its_outline(gallery, qtbot):
    gallery.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: gallery.pages.accessibleDescription() != "")
    assert gallery.pages.isVisible()
    sheet = gallery.pages.sheet_rect(0)
    assert gallery.pages.viewport().rect().contains(sheet.topLeft())
    assert 0 < sheet.width() <= gallery.pages.viewport().width()
    picture = gallery.pages.grab().toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(sheet.left(), sheet.right(), 3) for y in range(60, 200, 3)}
    assert "#ffffff" in inks
    assert min(inks) < "#606060"
    gallery.which.setCurrentIndex(1)
    assert not gallery.pages.isVisible()
    assert gallery.preview.isVisible()


def test_of_samples_passed_by_with_the_arrow_key_only_the_last_is_shown(gallery, qtbot):
    gallery.list.setFocus()
    gallery.list.setCurrentRow(1)
    for _ in range(3):
        qtbot.keyClick(gallery.list, Qt.Key.Key_Down)
    last = preview_of(gallery.list.currentItem().data(Qt.ItemDataRole.UserRole))
    qtbot.waitUntil(lambda: gallery.title.text() == last.title)
    assert gallery.pages.accessibleDescription().startswith(last.title)
