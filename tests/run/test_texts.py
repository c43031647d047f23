"""Texts without a file go down the corridor one by one, and each comes back as soon as it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from translate.config import Config, EngineConfig
from translate.data import Hypothesis, Passage
from translate.errors import DocumentError, EngineError
from translate.run.loading import Tools, load_tools
from translate.run.texts import Texts, opened_texts


class Shouting:
    """A translator that returns texts in capitals, one a batch, but for those that it is told to leave out."""

    signature = "shouting"

    def __init__(self, *left_out: str) -> None:
        self.left_out = left_out
        self.asked: list[str] = []

    def iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        for passage in passages:
            self.asked.append(passage.text)
            if passage.text not in self.left_out:
                yield {passage: Hypothesis(passage.text.upper(), -0.5)}


@pytest.fixture(scope="module")
def tools() -> Tools:
    return load_tools(replace(Config(), engine=EngineConfig(name="rotate")))


def make(tools: Tools, translator: Shouting) -> Texts:
    return Texts(tools, translator)


def test_what_stands_between_segments_stays(tools: Tools) -> None:
    texts = make(tools, Shouting())
    (done,) = texts.translate([texts.read("Un chat dort.  Un chien\naboie.\n\n  Fin.\n", "x")])
    assert done.target == "UN CHAT DORT.  UN CHIEN\nABOIE.\n\n  FIN.\n"
    assert [unit.source.text for unit, _ in done.units] == ["Un chat dort.", "Un chien", "aboie.", "Fin."]


def test_a_text_is_read_in_composed_characters_and_named_by_them(tools: Tools) -> None:
    texts = make(tools, Shouting())
    one, other = texts.translate([texts.read("L'e\u0301te\u0301.", "x"), texts.read("L'\u00e9t\u00e9.", "y")])
    assert one.source == other.source == "L'\u00e9t\u00e9."
    assert one.name.partition("-")[0] == other.name.partition("-")[0]


def test_texts_come_in_order_and_a_segment_of_several_is_asked_for_once(tools: Tools) -> None:
    texts = make(tools, shouting := Shouting())
    done = texts.translate([texts.read(text, "x") for text in ("Un. Deux.", "Deux. Trois.", "12")])
    assert [one.target for one in done] == ["UN. DEUX.", "DEUX. TROIS.", "12"]
    assert shouting.asked == ["Un.", "Deux.", "Trois."]


def test_a_text_is_done_with_its_last_segment_and_does_not_wait_for_others(tools: Tools) -> None:
    texts = make(tools, shouting := Shouting())
    documents = [texts.read(text, "x") for text in ("Un. Deux. Trois.", "12", "Deux.")]
    asked_when_done = {place: len(shouting.asked) for place, _ in texts.iter_done(documents)}
    assert asked_when_done == {1: 0, 2: 2, 0: 3}


def test_what_nobody_waits_for_is_neither_asked_for_nor_written(tools: Tools) -> None:
    texts = make(tools, shouting := Shouting())
    documents = [texts.read(text, "x") for text in ("Un.", "Deux.", "Trois.")]
    assert [place for place, _ in texts.iter_done(documents, is_wanted=lambda place: place != 1)] == [0, 2]
    assert shouting.asked == ["Un.", "Trois."]


def test_nothing_more_is_asked_for_once_nobody_waits(tools: Tools) -> None:
    texts = make(tools, shouting := Shouting())
    documents = [texts.read(text, "x") for text in ("Un. Deux. Trois.", "Quatre.")]
    assert list(texts.iter_done(documents, is_wanted=lambda place: not shouting.asked)) == []
    assert shouting.asked == ["Un."]


def test_what_the_engine_leaves_out_is_an_error_that_counts_it(tools: Tools) -> None:
    texts = make(tools, Shouting("Deux.", "Trois."))
    documents = [texts.read("Un. Deux. Trois.", "x")]
    for ask in texts.translate, texts.iter_done:
        with pytest.raises(EngineError, match=r"The engine returned nothing for 2 segments\."):
            list(ask(documents))


def test_a_text_that_cannot_be_read_is_an_error_by_its_name(tools: Tools) -> None:
    with pytest.raises(DocumentError, match="text 3"):
        make(tools, Shouting()).read("Un\0mot.", "text 3")


def test_texts_and_pages_are_translated_by_the_engine_of_the_configuration(tools: Tools) -> None:
    with opened_texts(tools) as texts:
        (done,) = texts.translate([texts.read("Abc 12 km.", "x")])
        ((_, page),) = texts.iter_done([texts.read_page('<p class="a">Un <b>chat</b>.</p>', "x")])
    assert done.target == "Nop 12 xz."
    assert page.target == '<p class="a">Ha <b>pung</b>.</p>'
