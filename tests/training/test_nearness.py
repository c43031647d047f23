"""The half of a source that is nearer to a wanted text is drawn more often; its mean weight stays."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.conftest import write_pairs
from translate.data import Model
from translate.errors import TrainingError, UsageError
from translate.training.nearness import Nearness, graded
from translate.training.prepare import key_of, prepare
from translate.training.recipe import AugmentRecipe, DataSource, Recipe, ScheduleRecipe, ValidationRecipe, load_recipe
from translate.training.vocabulary import Vocabulary

NEWS = ["La police a arrêté un homme.", "Le match de football a été annulé.", "Un homme a été blessé par la police."]
DEBATE = ["Monsieur le Président, la Commission a adopté la directive.", "La directive de la Commission est adoptée."]


def test_a_text_of_wanted_words_is_nearer() -> None:
    nearness = Nearness(NEWS * 5, [*DEBATE * 20, *NEWS])
    assert nearness.score("La police a blessé un homme.") > nearness.score("La Commission a adopté la directive.")


@given(st.text(), st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_every_text_has_a_score_within_the_bounds_of_a_word(text: str, wanted: list[str], general: list[str]) -> None:
    assert -1.0 <= Nearness(wanted * 9, general * 9).score(text) <= 3.0


@given(st.lists(st.floats(-3, 3), min_size=1, max_size=60), st.floats(1, 20))
def test_factors_rise_with_the_score_and_are_one_in_the_mean(scores: list[float], ratio: float) -> None:
    factors = graded(scores, ratio)
    assert sum(factors) / len(factors) == pytest.approx(1)
    pairs = sorted(zip(scores, factors, strict=True))
    assert all(one[1] <= other[1] + 1e-12 for one, other in pairwise(pairs) if one[0] < other[0])


@pytest.mark.parametrize("ratio", [1.0, 2.0, 5.0])
def test_the_nearest_tenth_comes_so_many_times_as_often_as_the_farthest(ratio: float) -> None:
    factors = sorted(graded([float(n) for n in range(1000)], ratio))
    assert sum(factors[-100:]) / sum(factors[:100]) == pytest.approx(ratio, rel=1e-6)


def test_the_nearer_pairs_of_a_source_weigh_more_with_their_copies(tmp_path: Path, embedded: Model) -> None:
    like = tmp_path / "news.fr"
    like.write_text("\n".join(NEWS * 5), encoding="utf-8")
    news = [
        (f"{line[:-1]} numéro {n}.", f"News of a man and of the police, number {n}.")
        for n in range(20)
        for line in NEWS
    ]
    debate = [
        (f"{line[:-1]} numéro {n}.", f"Debate on a directive of the Commission, number {n}.")
        for n in range(30)
        for line in DEBATE
    ]
    source = DataSource(str(write_pairs(tmp_path / "corpus.tsv", [*debate, *news])), 0.6, like=str(like), lean=5.0)
    other = DataSource(str(write_pairs(tmp_path / "other.tsv", [("Rien du tout.", "Nothing at all.")])), 2.0)
    recipe = Recipe(
        data=(source, other),
        augmentation=AugmentRecipe(1.0, 0.0, 0.0, 0.0, 0.0),
        schedule=ScheduleRecipe(longest=60),
        validation=ValidationRecipe(segments=0),
    )
    vocabulary = Vocabulary(embedded.folder)
    key = key_of(recipe, vocabulary.digest)
    examples = prepare(recipe, vocabulary, key, scorer=None, threads=1).examples
    weights: dict[str, set[float]] = {}
    for row in range(len(examples)):
        word = vocabulary.decode(examples.pair(row)[1].tolist()).split()[0].lower()
        weights.setdefault(word, set()).add(round(float(examples.weight[row]), 3))
    assert min(weights["news"]) > max(weights["debate"])
    assert max(weights["news"]) / min(weights["debate"]) == pytest.approx(5 ** (1 / 0.9), rel=0.02)
    assert weights["nothing"] == {2.0}
    assert len(examples) == 2 * 121
    assert np.isclose(examples.weight[:-2].mean(), 0.6)
    assert key != key_of(replace(recipe, data=(replace(source, lean=4.0), other)), vocabulary.digest)
    like.write_text("Autre chose.", encoding="utf-8")
    assert key != key_of(recipe, vocabulary.digest)


def test_what_a_source_shall_be_like_must_be_there_and_be_text(tmp_path: Path, embedded: Model) -> None:
    path = write_pairs(tmp_path / "corpus.tsv", [("Un.", "One.")])
    recipe = Recipe(data=(DataSource(str(path), like=str(tmp_path / "absent.fr")),))
    with pytest.raises(TrainingError, match=r"absent\.fr: not found"):
        key_of(recipe, "")
    (tmp_path / "latin.fr").write_bytes("été".encode("latin-1"))
    recipe = Recipe(data=(DataSource(str(path), like=str(tmp_path / "latin.fr")),))
    with pytest.raises(TrainingError, match=r"latin\.fr: not UTF-8"):
        prepare(recipe, Vocabulary(embedded.folder), "", scorer=None, threads=1)


def test_like_is_relative_to_the_recipe_and_lean_is_one_or_more(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text('[[data]]\npath = "a.tsv"\nlike = "news.fr"\n', encoding="utf-8")
    assert load_recipe(path).data[0].like == str(tmp_path / "news.fr")
    path.write_text('[[data]]\npath = "a.tsv"\nlike = "news.fr"\nlean = 0.5\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"'lean' is 0\.5; expected 1, for no difference, or more"):
        load_recipe(path)
