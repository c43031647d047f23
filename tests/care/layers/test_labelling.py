"""Labels with a number: the words go to the engine alone, and the number stands behind what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.alignment.dictionary import find_dictionary
from translate.care.layers.labelling import iter_labelled
from translate.care.phrases.labels import Labels
from translate.data import CodeKind, Hypothesis, InlineCode, Passage
from translate.languages import UNDETERMINED, Language, find_language

FR, EN = find_language("fr"), find_language("en")


def shout(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
    for passage in passages:
        yield {passage: Hypothesis(passage.text.upper(), -1.0)}


def made(*passages: Passage, target: Language = EN) -> dict[Passage, str]:
    done = iter_labelled(passages, shout, FR, target)
    return {passage: one.text for some in done for passage, one in some.items()}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Bon de commande n° CMD-12", "BON DE COMMANDE No CMD-12"),
        ("BON N° 4", "BON No 4"),
        ("Lot nº12/b :", "LOT No 12/b:"),
        ("Voir le bon n° 4.", "VOIR LE BON N° 4."),  # a sentence
        ("Le bon n° 4 est là", "LE BON N° 4 EST LÀ"),
        ("n° 4", "N° 4"),
        ("Bon n° à voir", "BON N° À VOIR"),
        ("Il y a là tout ce bon n° 4", "IL Y A LÀ TOUT CE BON N° 4"),  # too many words
    ],
)
def test_the_words_of_a_label_are_translated_alone(text: str, target: str) -> None:
    assert made(Passage(text)) == {Passage(text): target}


def test_a_label_with_codes_and_a_target_without_sign_are_left_to_the_engine() -> None:
    coded = Passage("Bon n° 4", (InlineCode(0, 0, CodeKind.ISOLATED),))
    assert made(coded) == {coded: "BON N° 4"}
    assert made(Passage("Bon n° 4"), target=UNDETERMINED) == {Passage("Bon n° 4"): "BON N° 4"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Facture F-2024-12", "FACTURE F-2024-12"),
        ("Facture F12 :", "FACTURE F12:"),
        ("Norme F-2024-12", "NORME F-2024-12"),  # no label: left to the engine whole
        ("Facture F2024 payée", "FACTURE F2024 PAYÉE"),
    ],
)
def test_a_code_stays_behind_a_label(text: str, target: str) -> None:
    dictionary = find_dictionary("fr", "en")
    assert dictionary is not None
    labels = Labels(dictionary, FR, EN)
    asked: list[str] = []

    def note(passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        asked.extend(passage.text for passage in passages)
        return shout(passages)

    done = {one: made for some in iter_labelled([Passage(text)], note, FR, EN, labels) for one, made in some.items()}
    assert done[Passage(text)].text == target
    assert asked == [text.partition(" F")[0] if target[:1] == "F" and "PAY" not in target else text]


@given(st.lists(st.sampled_from(["Bon n° 1", "Bon n° 2", "Bon", "Lot n° 1", "Il dort."]).map(Passage), unique=True))
def test_every_passage_comes_back_once(passages: list[Passage]) -> None:
    found = [passage for some in iter_labelled(passages, shout, FR, EN) for passage in some]
    assert sorted(found, key=str) == sorted(set(passages), key=str)
