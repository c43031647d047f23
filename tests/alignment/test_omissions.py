"""What a target leaves out of its source is found and named; what it says in other words is not."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.answers import beginning_of, has_answers, load_answers
from translate.alignment.omissions import THRESHOLD, Answering
from translate.languages import find_language

SENTENCE = "Le gardien ouvre la grille, arrose les fleurs, ramasse les feuilles et ferme la cave."
LEFT_OUT = [
    (SENTENCE, "The caretaker opens the gate, waters the flowers and closes the cellar.", ["ramasse les feuilles"]),
    (
        "Le médecin, qui revenait de vacances, a reçu trente malades.",
        "The doctor received thirty patients.",
        ["revenait de vacances"],
    ),
    ("Prenez du riz, du lait, du sucre et une orange.", "Take rice, milk and an orange.", ["sucre"]),
    (
        "Dans le panier : œufs, farine, miel, noix et cerises.",
        "In the basket: eggs, flour, nuts and cherries.",
        ["miel"],
    ),
    ("Copier et remplacer", "Copy", ["remplacer"]),
    ("La salle est grande, mais elle manque de lumière.", "The room is large.", ["manque de lumière"]),
    (
        "Marteau, tournevis, pince, scie, équerre, mètre, niveau, lime, rabot",
        "Hammer, saw, square, file, plane",
        ["tournevis, pince", "mètre, niveau"],
    ),
    (
        "Le conseil a voté le budget et nommé un nouveau directeur.",
        "The council voted the budget.",
        ["nommé un nouveau directeur"],
    ),
    (
        "Les parents demandent depuis deux ans que la mairie répare les trottoirs, "
        "car plusieurs personnes y sont tombées.",
        "Parents have been asking the town hall for two years to repair the pavements.",
        ["car plusieurs personnes y sont tombées"],
    ),
    (
        "Le film, tourné en Bretagne pendant l'hiver, raconte la vie d'un pêcheur.",
        "The film tells the story of a fisherman's life.",
        ["tourné en Bretagne pendant l'hiver"],
    ),
]
SAID = [
    (SENTENCE, "The caretaker opens the gate, waters the flowers, gathers the leaves and closes the cellar."),
    ("Il pleut des cordes depuis ce matin.", "It has been raining cats and dogs since this morning."),
    ("Fermez la porte, s'il vous plaît.", "Please close the door."),
    ("Le conseil a voté le budget et nommé un directeur.", "The council voted the budget and appointed a director."),
    ("Oui.", "Yes."),
    ("Fichier", "File"),
    ("Prenez du riz, du lait, du sucre et une orange.", "Take rice, milk, sugar and an orange."),
    ("", ""),
]


@pytest.fixture(scope="module")
def finder() -> Answering:
    answers = load_answers("fr", "en")
    assert answers is not None
    return Answering(answers, find_language("fr"), find_language("en"))


@pytest.mark.parametrize(("source", "target", "expected"), LEFT_OUT)
def test_what_is_left_out_is_named(finder: Answering, source: str, target: str, expected: list[str]) -> None:
    found = sorted(finder.find(source, target), key=lambda one: one.start)
    assert [source[one.start : one.end] for one in found] == expected
    assert all(one.score >= THRESHOLD for one in found)


@pytest.mark.parametrize(("source", "target"), SAID)
def test_of_what_is_said_nothing_is_missing(finder: Answering, source: str, target: str) -> None:
    assert finder.find(source, target) == []


@given(source=st.text(max_size=80), target=st.text(max_size=80))
@settings(max_examples=80, deadline=None)
def test_what_is_found_lies_within_the_source_without_overlap(finder: Answering, source: str, target: str) -> None:
    found = sorted(finder.find(source, target), key=lambda one: one.start)
    assert all(0 <= one.start < one.end <= len(source) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_runs_that_are_passed_over_would_not_reach_the_threshold(
    finder: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = [pair[:2] for pair in (*LEFT_OUT, *SAID)]
    pairs += [(f"{one[0]} {other[0]}", f"{one[1]} {other[1]}") for one, other in product(pairs, pairs)]
    pairs += [(f"{one[0]} {other[0]}", other[1]) for one, other in product(pairs[:13], pairs[:13])]
    found = [finder.find(*pair) for pair in pairs]
    monkeypatch.setattr("translate.alignment.omissions._ROUNDING", 100.0)  # so that every run is scored
    assert [finder.find(*pair) for pair in pairs] == found
    assert sum(map(bool, found)) > len(pairs) / 4


def test_every_member_that_is_lost_is_named(finder: Answering) -> None:
    source = "Sur la table : du beurre, des fraises, du jambon, des cerises, du miel et un melon."
    found = finder.find(source, "On the table: butter, ham, cherries and a melon.")
    assert sorted(source[one.start : one.end] for one in found) == ["fraises", "miel"]


def test_texts_of_hundreds_of_words_are_not_looked_at(finder: Answering) -> None:
    assert finder.find("maison " * 400, "garden") == []


def test_words_are_one_that_begin_alike_whatever_letters_are_doubled() -> None:
    assert beginning_of("litterature") == beginning_of("literature") == "lite"
    assert beginning_of("mer") == ""


def test_rates_and_answers_are_of_the_words_that_were_met() -> None:
    answers = load_answers("fr", "en")
    assert answers is not None
    assert "hous" in answers.of("maison")
    rate = answers.source_rate("maison")
    assert rate is not None
    assert rate > 0.9
    assert answers.of("zzzz") == frozenset()
    assert answers.source_rate("zzzz") is None
    assert answers.target_rate("zzzz") is None


def test_other_pairs_have_no_answers() -> None:
    assert has_answers("fr-CA", "en-GB")
    assert not has_answers("de", "en")
    assert load_answers("de", "en") is None


LONG = "Les actions de la compagnie Kermadec ont augmenté de 1,5 % pour atteindre les 67,94 dollars."


@pytest.mark.parametrize(
    ("target", "is_whole"),
    [
        ("Kermadec shares rose 1.5% to $67.94.", True),
        ("The shares of the Kermadec company have", False),
        ("Markets close.", False),
    ],
)
def test_a_terse_target_says_most_and_comes_to_the_end(finder: Answering, target: str, is_whole: bool) -> None:
    assert finder.is_summed_up(LONG, target) is is_whole
