"""The clerk's own library after damage: set aside, made anew with what can be read and the built-in phrases."""

import pytest

from assistant.phrases.library import open_library
from assistant.phrases.search import search_phrases
from assistant.workbench.builtin_phrases import SOURCE_NAME, open_own_library, own_library_path
from assistant.workbench.phrase_library import finish_mining, library_at, take_in
from assistant.workbench.rescued_library import rescue, set_aside

OWN = "一、做法\n（一）擦亮清廉青禾品牌，涵养务实新风。\n（二）锻造青禾铁军，提振实干精神。\n"


@pytest.fixture
def damaged():
    """Return where an own library lies that held a report, a star and a dropped phrase, and is damaged in one page."""
    library = open_own_library()
    take_in(library, "我的总结.txt", OWN)
    finish_mining(library)
    library.pin_phrase(search_phrases(library, "清廉青禾")[0].id, pinned=True)
    library.drop_phrase(search_phrases(library, "高质量发展")[0].id)
    library.close()
    path = own_library_path()
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * 4096 + content[12288:])
    return path


def rescued(path):
    aside = set_aside(path)
    with library_at(path) as library:
        return aside, rescue(library, aside, "找回的材料")


def test_own_material_stars_and_drops_come_back(damaged):
    before = damaged.read_bytes()
    aside, found = rescued(damaged)
    assert (aside.name, aside.read_bytes()) == ("短语库.损坏1.sqlite", before)
    assert found.reports == 1
    library = open_own_library()
    assert {name for _id, name, _length in library.sources()} == {SOURCE_NAME, "我的总结.txt"}
    (starred,) = [one for one in search_phrases(library, "", limit=3) if one.pinned]
    assert starred.text == "擦亮清廉青禾品牌，涵养务实新风"
    assert "高质量发展" not in [one.text for one in search_phrases(library, "高质量发展", limit=50)]
    assert library.count() > 2000
    library.close()


def test_what_is_no_library_leaves_the_built_in_phrases(damaged):
    damaged.write_bytes(b"nothing of a library" * 1000)
    aside, found = rescued(damaged)
    assert (found.reports, found.phrases) == (0, 0)
    library = open_own_library()
    assert search_phrases(library, "高质量发展")
    library.close()
    assert open_library(set_aside(damaged)).count() > 2000
    assert len(list(aside.parent.glob("短语库.损坏*.sqlite"))) == 2
