"""Guises change what they say and nothing else; a copy comes as often as its chance."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import TrainingError
from translate.training.augment import GUISES, Copier, capitals, plain, titles, typographic, unpunctuated
from translate.training.recipe import AugmentRecipe, DataSource, Recipe
from translate.training.sources import Pair

NONE = AugmentRecipe(0.0, 0.0, 0.0, 0.0, 0.0)
PLAIN_TEXT = st.text(st.sampled_from("abcé lL'\" .!-"), min_size=1, max_size=30)


@given(PLAIN_TEXT, PLAIN_TEXT)
def test_case_and_nothing_else_is_changed_for_headlines(source: str, target: str) -> None:
    for guise in (capitals, titles):
        made = guise(Pair(source, target))
        assert made is not None
        assert (made.source.lower(), made.target.lower()) == (source.lower(), target.lower())


def unspaced(text: str) -> str:
    """Return a text without the spaces beside its quotation marks, which belong to guillemets."""
    return re.sub(r'\s*"\s*', '"', text)


@given(PLAIN_TEXT, PLAIN_TEXT)
def test_typography_is_undone_by_plainness(source: str, target: str) -> None:
    made = typographic(Pair(source, target))
    if made is not None:
        assert made.target == target
        undone = plain(made)
        assert undone is not None
        assert unspaced(undone.source) == unspaced(source)
    else:
        assert plain(Pair(source, target)) is None  # it was plain, with nothing to write otherwise


@given(PLAIN_TEXT, PLAIN_TEXT)
def test_a_pair_without_its_final_marks_has_none_left_and_both_sides(source: str, target: str) -> None:
    made = unpunctuated(Pair(source, target))
    both = source[-1] in ".!?…" and target[-1] in ".!?…"
    assert made is None or both
    if made is not None:
        assert source.startswith(made.source) and target.startswith(made.target)
        assert made.source and made.target
        assert made.source[-1] not in ".!?… " and made.target[-1] not in ".!?… "


@pytest.mark.parametrize(
    ("guise", "source", "target", "expected"),
    [
        (titles, "le maire de la ville", "the mayor of the town", ("Le Maire de la Ville", "The Mayor of the Town")),
        (titles, "l'état d'urgence", "a state of need", ("L'état D'urgence", "A State of Need")),
        (titles, "mot " * 31, "word " * 31, None),
        (titles, "m" * 120, "w", ("M" + "m" * 119, "W")),
        (titles, "m" * 121, "w", None),
        (unpunctuated, "Vraiment\u00a0?!", "Really?!", ("Vraiment", "Really")),
        (unpunctuated, "Fin...", "The end…", ("Fin", "The end")),
        (unpunctuated, "...", "Well.", None),
        (unpunctuated, "Oui.", "Yes", None),
        (typographic, "l'an 'un'", "x", ("l’an 'un'", "x")),
        (typographic, 'dit "oui"', "x", ("dit «\u00a0oui\u00a0»", "x")),
        (typographic, "rien", "x", None),
        (plain, "«\u202fOui\u202f» – l’un… “b”", "“x”", ('"Oui" - l\'un... "b"', "“x”")),
        (plain, "rien", "x", None),
        (capitals, "ß et ŀ", "x", ("SS ET Ŀ", "X")),
    ],
)
def test_each_guise_by_example(guise: object, source: str, target: str, expected: tuple[str, str] | None) -> None:
    made = guise(Pair(source, target))  # type: ignore[operator]
    assert made == (None if expected is None else Pair(*expected))


@pytest.mark.parametrize("name", list(GUISES))
@pytest.mark.parametrize(("chance", "least", "most"), [(0.0, 0, 0), (0.3, 220, 380), (1.0, 1000, 1000)])
def test_a_copy_is_made_as_often_as_its_chance_says(name: str, chance: float, least: int, most: int) -> None:
    pairs = [Pair('L\'été, "oui" – fin.', "The end.")] * 1000
    recipe = Recipe(augmentation=replace(NONE, **{name: chance}))
    copies = Copier(recipe).copy(pairs, range(1000), DataSource("a"), random.Random(1))
    assert least <= len(copies) <= most
    assert all(copy == GUISES[name](pairs[0]) for copy, _ in copies)
    numbers = [number for _, number in copies]
    assert numbers == sorted(set(numbers))


def test_the_same_seed_makes_the_same_copies() -> None:
    pairs = [Pair(f"Le mot {n}.", f"Word {n}.") for n in range(200)]
    copier = Copier(Recipe(augmentation=AugmentRecipe(0.2, 0.2, 0.2, 0.2, 0.2)))
    runs = [copier.copy(pairs, range(200), DataSource("a"), random.Random(seed)) for seed in (3, 3, 4)]
    assert runs[0] == runs[1] != runs[2]


@pytest.mark.parametrize("kind", ["fragments", "hints"])
def test_phrases_can_be_neither_cut_nor_hinted_where_no_lexicon_ships(kind: str) -> None:
    recipe = Recipe(target_language="sw", data=(DataSource("/x/news.tsv", **{kind: 0.2}), DataSource("b.tsv")))  # type: ignore[arg-type]
    with pytest.raises(TrainingError, match=rf"news: '{kind}' needs a lexicon, and no lexicon ships for fr→sw; leave"):
        Copier(recipe)
