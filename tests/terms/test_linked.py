"""Two terms are linked where each content word of one is linked to a word of the other in the texts that have both."""

from __future__ import annotations

from translate.alignment.word_links import WordLink, iter_word_links
from translate.languages import find_language
from translate.terms.extraction import extract_terms
from translate.terms.linked import LinkedTerms

FRENCH, ENGLISH = find_language("fr"), find_language("en")
LINKED = LinkedTerms(
    [WordLink("pomp", "pump", 9), WordLink("chaleur", "heat", 8), WordLink("cave", "cellar", 3)], FRENCH, ENGLISH
)


def test_each_word_of_both_terms_must_be_linked() -> None:
    assert LINKED.are_linked("pompe à chaleur", "heat pump", 9)
    assert LINKED.are_linked("pompes", "pump", 9)
    assert not LINKED.are_linked("pompe à chaleur", "pump", 9)
    assert not LINKED.are_linked("pompe", "heat pump", 9)
    assert not LINKED.are_linked("pompe", "cellar", 3)


def test_links_must_be_frequent_for_the_texts_that_have_both_terms() -> None:
    assert LINKED.are_linked("cave", "cellar", 7)
    assert not LINKED.are_linked("cave", "cellar", 8)


def test_terms_without_content_are_not_linked() -> None:
    assert not LINKED.are_linked("à", "heat", 1)
    assert not LINKED.are_linked("chaleur", "the", 1)
    assert not LinkedTerms([], FRENCH, ENGLISH).are_linked("pompe", "pump", 1)


def test_of_two_terms_that_stand_in_the_same_units_the_linked_one_is_surer() -> None:
    frames = [
        ("Le moteur et le compteur sont neufs.", "The engine and the meter are new."),
        ("Ici, le moteur et le compteur brillent.", "Here the engine and the meter shine."),
        ("Il faut le moteur et le compteur.", "You need the engine and the meter."),
    ]
    links = list(iter_word_links(frames, FRENCH, ENGLISH))
    plain = {(pair.source, pair.target): pair.score for pair in extract_terms(frames, FRENCH, ENGLISH, 50)}
    linked = {(pair.source, pair.target): pair.score for pair in extract_terms(frames, FRENCH, ENGLISH, 50, links)}
    assert linked["moteur", "engine"] > plain["moteur", "engine"]
    assert linked["compteur", "meter"] > plain["compteur", "meter"]
    assert {pair: score for pair, score in linked.items() if score > plain[pair]}.keys() == {
        ("moteur", "engine"),
        ("compteur", "meter"),
    }
