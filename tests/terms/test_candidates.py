"""What may be a term: how words become candidates, and how these are written."""

from __future__ import annotations

from functools import cache

import pytest

from translate.languages import find_language
from translate.terms.candidates import Candidates, Gathering, find_candidates
from translate.terms.equivalents import Equivalents

FRENCH, ENGLISH = find_language("fr"), find_language("en")


@cache
def known() -> Equivalents:
    """What is known of both languages, which takes its time to read."""
    return Equivalents(FRENCH, ENGLISH)


def candidates_of(code: str, *texts: str, least: int = 1) -> Candidates:
    language = find_language(code)
    gathering = Gathering(language)
    for text in texts:
        gathering.add(text)
    kinds = gathering.inflections.kinds_of
    if code == "en":
        kinds = known().parts_of_target
    return find_candidates(gathering, kinds, least)


@pytest.mark.parametrize(
    ("code", "text", "found", "not_found"),
    [
        ("fr", "le nom de fichier", {"nom de fichier", "nom", "fichier"}, {"nom de", "de fichier"}),
        ("fr", "une pompe à chaleur", {"pompe à chaleur"}, {"une pompe"}),
        ("fr", "la base de données vide", {"base de données", "base de données vide"}, {"données, vide"}),
        ("fr", "le tuyau, la vanne", {"tuyau", "vanne"}, {"tuyau vanne"}),
        ("fr", "l'écran d'accueil", {"écran d'accueil"}, {"l'écran"}),
        ("fr", "il mangera vite", set(), {"mangera"}),
        ("en", "the heat pump", {"heat pump", "heat", "pump"}, {"the heat pump"}),
        ("en", "a foreign key", {"foreign key", "key"}, {"a foreign key"}),
        ("en", "the read-only file", {"read-only file"}, set()),
        ("en", "version 12 of x", {"version"}, {"12"}),
    ],
)
def test_candidates_are_noun_phrases(code: str, text: str, found: set[str], not_found: set[str]) -> None:
    surfaces = set(candidates_of(code, text).surfaces)
    assert found <= surfaces
    assert not not_found & surfaces


def test_forms_of_a_word_are_one_candidate_in_the_singular() -> None:
    found = candidates_of("fr", "les vannes", "des vannes", "la vanne", "Vannes")
    assert found.surfaces == ["vanne"]
    assert found.counts.tolist() == [4]
    assert candidates_of("en", "the valves", "a valve").surfaces == ["valve"]


@pytest.mark.parametrize(
    ("texts", "surface"),
    [
        (["Le serveur", "un serveur"], "serveur"),
        (["Hydrolux", "chez Hydrolux", "par Hydrolux"], "Hydrolux"),
        (["par IBM", "chez IBM"], "IBM"),
        (["Pompe à chaleur", "une pompe à chaleur", "la pompe à chaleur"], "pompe à chaleur"),
    ],
)
def test_a_candidate_is_written_as_it_mostly_is(texts: list[str], surface: str) -> None:
    assert surface in candidates_of("fr", *texts, least=len(texts)).surfaces


def test_rare_candidates_are_left_out_and_texts_keep_their_numbers() -> None:
    found = candidates_of("fr", "la vanne", "", "la vanne et le tuyau", least=2)
    assert found.surfaces == ["vanne"]
    assert found.starts.tolist() == [0, 1, 1, 2]
    assert found.determined.tolist() == [1.0]


def test_a_word_without_determiners_is_told_from_one_with_them() -> None:
    found = candidates_of("fr", "une ville général", "un maire général", "la ville", "le maire")
    shares = dict(zip(found.surfaces, found.determined.tolist(), strict=True))
    assert shares["général"] == 0.0
    assert shares["ville"] == 1.0


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("fichier", "file", True),
        ("fichier", "files", True),
        ("compte courant", "current account", True),
        ("symptôme", "symptom", True),
        ("fichier", "spoon", False),
        ("fichier", "file name", False),
    ],
)
def test_equivalents_are_those_of_the_dictionary_and_cognates(source: str, target: str, expected: bool) -> None:
    assert known().are_equivalent(source, target) is expected


def test_a_word_of_no_lexicon_that_stays_is_an_identifier() -> None:
    assert known().is_identifier("KeyError", "keyerror")
    assert not known().is_identifier("table", "table")
    assert not known().is_identifier("serveur", "server")


def test_languages_without_a_dictionary_have_cognates_only() -> None:
    none = Equivalents(find_language("de"), ENGLISH)
    assert none.are_equivalent("Symptom", "symptoms")
    assert not none.are_equivalent("Schraube", "screw")
    assert none.parts_of_target("screw") == frozenset()
