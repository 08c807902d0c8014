"""The lean dictionary says what jieba's own says."""

from __future__ import annotations

import math

import jieba
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.lexicon import ALL_FREQUENCIES, Frequencies, cut_words, frequencies
from assistant.phrases.tokenizer import tokenizer
from assistant.workbench.shipped import shipped_samples


@pytest.mark.parametrize(
    ("piece", "frequency"),
    [
        ("经济", 48718),
        ("一刻不", 0),
        ("小", 57969),
        ("江", 6083),
        ("B超", 3),
        ("龍龍龍", None),
        ("", None),
        ("\ud800", None),
    ],
)
def test_words_and_beginnings_of_words(piece, frequency):
    found = frequencies()
    assert found.get(piece) == frequency
    assert (piece in found) is (frequency is not None)


def test_a_piece_that_begins_no_word_is_no_key():
    with pytest.raises(KeyError):
        frequencies()["龍龍龍"]


def test_a_text_is_cut_as_jieba_cuts_it():
    text = shipped_samples()[0].path.read_text("utf-8")[:2000]
    assert list(tokenizer().cut(text, HMM=False)) == list(jieba.cut(text, HMM=False))
    assert list(tokenizer().cut(text)) == list(jieba.cut(text))


@given(st.text(st.sampled_from("农村集体经济发展B超GDP2023年％%.,，。、-_#&+ \t\r\n\u3000é龍犇𠮷")))
@example("完成GDP3.5%，其中A股-B股\r\n增长 12.3个百分点")
def test_any_text_is_cut_as_jieba_cuts_it(text):
    assert cut_words(text) == jieba.lcut(text, HMM=False)


def test_words_of_a_class_and_length():
    rows = "一心一意 100 i\n一心 7 i\n一心一德 2 l\n心心相印 5 n\n".encode()
    assert list(Frequencies(rows).words_of_classes("[il]", length=4)) == [("一心一意", 100), ("一心一德", 2)]


def test_the_best_cut_is_that_of_jieba():
    text = "农村集体经济发展和国务院扶贫开发领导小组办公室的中华人民共和国乡村振兴促进法犇骉"
    _, steps = frequencies().route(text, 1)
    words, place = [], 0
    while place < len(text):
        words.append(text[place : steps[place]])
        place = steps[place]
    assert words == jieba.lcut(text, HMM=False)


def test_a_cut_is_as_likely_as_its_words_together():
    likely, _ = frequencies().route("农村集体", 1)
    counts = [frequencies().get("农村"), frequencies().get("集体")]
    assert likely == pytest.approx(sum(math.log(count / ALL_FREQUENCIES) for count in counts))
    unknown, _ = frequencies().route("犇骉", 0.5)
    assert unknown < frequencies().route("犇骉", 1)[0]
