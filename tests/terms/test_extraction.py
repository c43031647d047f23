"""Bilingual terms of a corpus: noun-like phrases that stand in the same units, the surest first."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from translate.languages import find_language
from translate.terms.candidates import Gathering, find_candidates
from translate.terms.extraction import extract_terms

FRENCH, ENGLISH = find_language("fr"), find_language("en")
THINGS = [
    ("la pompe à chaleur", "the heat pump"),
    ("le réservoir", "the tank"),
    ("les vannes d'arrêt", "the stop valves"),
    ("le compteur", "the meter"),
    ("la clé étrangère", "the foreign key"),
]
FRAMES = [
    ("Vérifiez {}.", "Check {}."),
    ("Ici, on remplace {} sans outil.", "Here, you replace {} without any tool."),
    ("Il regarde {} et sourit.", "He looks at {} and smiles."),
    ("Nettoyez {} chaque mois.", "Clean {} every month."),
]
UNITS = [(one.format(s), other.format(t)) for (one, other), (s, t) in product(FRAMES, THINGS)]


def test_terms_come_before_all_else_with_count_and_example() -> None:
    found = extract_terms(UNITS, FRENCH, ENGLISH, 20)
    first = {(pair.source, pair.target) for pair in found[:8]}
    assert {("pompe à chaleur", "heat pump"), ("réservoir", "tank"), ("compteur", "meter")} <= first
    assert {("vannes d'arrêt", "stop valves"), ("clé étrangère", "foreign key")} <= first
    for pair in found:
        assert 3 <= pair.count <= len(UNITS)
        source, target = UNITS[pair.unit]
        assert pair.source[:4].lower() in source.lower()
        assert pair.target[:4].lower() in target.lower()
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


def test_no_more_are_listed_than_are_wanted() -> None:
    assert len(extract_terms(UNITS, FRENCH, ENGLISH, 2)) == 2
    assert extract_terms([], FRENCH, ENGLISH, 2) == []
    assert extract_terms([("Bonjour.", "Hello.")], FRENCH, ENGLISH, 2) == []


def test_a_candidate_begins_and_ends_with_a_word_of_content() -> None:
    texts = Gathering(FRENCH)
    for source, _ in UNITS:
        texts.add(source)
    found = find_candidates(texts, texts.inflections.kinds_of, 3)
    assert "pompe à chaleur" in found.surfaces
    assert not {"pompe à", "à chaleur", "la pompe à chaleur"} & set(found.surfaces)


@given(st.lists(st.text(st.sampled_from("ab é',.-\n"), max_size=30), max_size=8))
def test_counts_are_of_texts(texts: list[str]) -> None:
    gathering = Gathering(FRENCH)
    for text in texts:
        gathering.add(text)
    found = find_candidates(gathering, lambda word: frozenset(), 1)
    assert len(found.starts) == len(texts) + 1
    counts = [0] * len(found.counts)
    for start, end in zip(found.starts, found.starts[1:], strict=False):
        numbers = found.numbers[start:end].tolist()
        assert numbers == sorted(set(numbers))
        for number in numbers:
            counts[number] += 1
    assert counts == found.counts.tolist()
