"""The English of the window: every text is marked, translated, fits its Chinese, and is what the program loads."""

import re
from string import Formatter

import pytest

from assistant.window.language import plain
from tests.translations import (
    COMPILED,
    ENGLISH,
    compile_translations,
    literals,
    literals_of_window,
    read_translations,
    written,
)

REMEDY = "run: python3 dev.py translations, then fill in the new texts in resources/translations/assistant_en.ts"


def parameters(text):
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}


def access_keys(text):
    return len(re.findall(r"&(?!&)", text.replace("&&", "")))


@pytest.fixture(scope="module")
def translated():
    return {key: english for key, english in read_translations().items() if english}


def test_every_text_of_the_window_can_be_translated():
    loose = [f"{one.file}:{one.line} {one.text}" for one in literals_of_window() if not one.is_translated]
    assert not loose, "pass these to tr() of assistant/window/language.py, f-strings as tr('… {name}', name=…)"


def test_texts_are_found_where_they_stand():
    source = '"""文档"""\nHEADS = ("甲", "b")\ndef f(x):\n    """文档"""\n    g(tr("乙 {x}", x="丙"), "丁")\n'
    found = {one.text: one.is_translated for one in literals(source, "x.py")}
    assert found == {"甲": True, "乙 {x}": True, "丙": False, "丁": False}


def test_the_translation_file_holds_the_texts_of_the_program():
    assert ENGLISH.read_text("utf-8") == written(read_translations()), REMEDY


def test_every_text_is_finished():
    assert not [key for key, english in read_translations().items() if not english], REMEDY


def test_the_compiled_file_is_that_of_the_translations(tmp_path):
    compile_translations(ENGLISH, tmp_path / "new.qm")
    assert COMPILED.read_bytes() == (tmp_path / "new.qm").read_bytes(), REMEDY


def test_a_translation_keeps_parameters_access_keys_and_endings(translated):
    for (context, text), english in translated.items():
        where = f"{context}: {text!r} -> {english!r}"
        if context != "removals":
            assert parameters(english) == parameters(text), where
        if context == "window":
            assert access_keys(english) == access_keys(text), where
        assert plain(english).endswith("…") == plain(text).endswith("…"), where
        assert english.count("\n") == text.count("\n"), where
        assert english.partition("\t")[2] == text.partition("\t")[2], where
        if text[:1].isspace():
            assert english[:1].isspace(), where
