"""A word of a short source is lost where nothing in the target is left that could stand for it."""

import pytest

from translate.alignment.answers import load_answers
from translate.alignment.coverage import find_coverage
from translate.alignment.dictionary import find_dictionary
from translate.alignment.lost_words import LEAST, STATED, LostWords
from translate.alignment.omissions import Answering
from translate.languages import find_language

FR, EN = find_language("fr"), find_language("en")


@pytest.fixture(scope="module")
def finder() -> LostWords:
    answers, coverage, dictionary = load_answers("fr", "en"), find_coverage(FR, EN), find_dictionary("fr", "en")
    assert answers and coverage and dictionary
    return LostWords(Answering(answers, FR, EN), coverage, dictionary)


def lost(finder: LostWords, source: str, target: str) -> list[str]:
    return [source[one.start : one.end] for one in finder.find(source, target)]


def test_a_word_without_anything_that_may_stand_for_it_is_lost(finder: LostWords) -> None:
    assert lost(finder, "Le garage est propre et la cave humide.", "The garage is clean and damp.") == ["cave"]


def test_another_word_that_answers_nothing_may_stand_for_it(finder: LostWords) -> None:
    assert lost(finder, "La voiture est propre.", "The limousine is clean.") == []


def test_a_common_word_is_rendered_by_any_equivalent_of_the_dictionary(finder: LostWords) -> None:
    assert lost(finder, "Il prend un café noir.", "He takes black coffee.") == []


def test_words_of_a_phrase_are_rendered_together(finder: LostWords) -> None:
    assert lost(finder, "Le petit déjeuner est servi.", "Breakfast is served.") == []
    assert "premières" in lost(finder, "Les premières semaines passent vite.", "Weeks pass quickly.")


def test_a_word_is_rendered_in_any_of_its_senses(finder: LostWords) -> None:
    assert lost(finder, "Bon trimestre, continuez ainsi !", "Have a good term, go on like this.") == []
    assert lost(finder, "Bon trimestre, continuez ainsi !", "Have a good one, go on like this.") == ["trimestre"]


def test_a_word_with_a_hyphen_is_rendered_as_one(finder: LostWords) -> None:
    source = "Le pare-chocs avant est enfoncé et le phare gauche est brisé."
    assert lost(finder, source, "The front bumper is dented and the left headlight is broken.") == []


def test_names_and_numbers_are_left_to_other_checks(finder: LostWords) -> None:
    assert lost(finder, "Hier, Nolwenn a mangé 34 pommes.", "Yesterday she ate apples.") == []


def test_a_long_text_is_not_looked_at(finder: LostWords) -> None:
    source = "Le garage est propre et la cave humide, mais le jardin est grand et la maison est belle."
    assert lost(finder, source, "The garage is clean and damp.") == []


def test_what_is_found_has_evidence_and_a_place(finder: LostWords) -> None:
    (found,) = finder.find("La porte du garage est ouverte.", "The door is open.")
    assert (found.start, found.end) == (12, 18)
    assert found.evidence >= LEAST


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("Mise à jour interrompue à %d %%", "Update to %d %%", ["interrompue"]),
        ("Mise à jour interrompue", "Update interrupted", []),
        ("Mise à jour interrompue", "Update aborted", []),
        ("Père est en colère contre moi.", "Father is angry with me.", []),  # no verb
        ("Il est monté dans le train.", "He got on the train.", []),  # said of no word before it
    ],
)
def test_a_verb_is_lost_where_all_of_the_target_answers_other_words(
    finder: LostWords, source: str, target: str, words: list[str]
) -> None:
    found = [one for one in finder.find(source, target) if one.evidence >= STATED]
    assert [source[one.start : one.end] for one in found] == words
