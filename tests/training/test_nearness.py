"""The half of a source that is nearer to a wanted text is drawn more often; its mean weight stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.conftest import write_pairs
from translate.data import Model
from translate.errors import TrainingError, UsageError
from translate.training.nearness import Nearness, nearer_half
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


@given(st.lists(st.floats(-3, 3), max_size=30))
def test_half_of_the_scores_are_near_and_none_of_them_below_the_others(scores: list[float]) -> None:
    near = nearer_half(scores)
    assert sum(near) == len(scores) // 2
    chosen = [score for score, own in zip(scores, near, strict=True) if own]
    assert not chosen or min(chosen) >= max(score for score, own in zip(scores, near, strict=True) if not own)


def test_the_nearer_half_of_a_source_weighs_more_with_its_copies(tmp_path: Path, embedded: Model) -> None:
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
    source = DataSource(str(write_pairs(tmp_path / "corpus.tsv", [*debate, *news])), 0.6, like=str(like), lean=0.5)
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
    assert weights == {"news": {0.9}, "debate": {0.3}, "nothing": {2.0}}
    assert len(examples) == 2 * 121
    assert np.isclose(examples.weight[:-2].mean(), 0.6)
    assert key != key_of(replace(recipe, data=(replace(source, lean=0.4), other)), vocabulary.digest)
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


def test_like_is_relative_to_the_recipe_and_lean_is_a_share(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text('[[data]]\npath = "a.tsv"\nlike = "news.fr"\n', encoding="utf-8")
    assert load_recipe(path).data[0].like == str(tmp_path / "news.fr")
    path.write_text('[[data]]\npath = "a.tsv"\nlike = "news.fr"\nlean = 1.5\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"'lean' is 1\.5; expected 0 to 1"):
        load_recipe(path)
