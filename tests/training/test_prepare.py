"""Data becomes examples: what is kept, what is held out and what is counted depends on the pairs alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.training.conftest import PAIRS, Silent, write_pairs
from translate.data import Model
from translate.errors import TrainingError
from translate.training.filters import PIECES, SCORE, SCORED
from translate.training.material import compare, find_examples, find_sources
from translate.training.noise import noise_scorer
from translate.training.prepare import Prepared, key_of, prepare, sample_texts
from translate.training.recipe import (
    AugmentRecipe,
    DataSource,
    FilterRecipe,
    Recipe,
    ScheduleRecipe,
    ValidationRecipe,
    VocabularyRecipe,
)
from translate.training.sources import Pair
from translate.training.vocabulary import Vocabulary

NO_GUISE = AugmentRecipe(0.0, 0.0, 0.0, 0.0, 0.0)


@pytest.fixture
def vocabulary(embedded: Model) -> Vocabulary:
    return Vocabulary(embedded.folder)


def recipe_of(*sources: DataSource, held_out: int = 0, longest: int = 60, **filters: object) -> Recipe:
    return Recipe(
        data=sources,
        augmentation=NO_GUISE,
        filters=replace(FilterRecipe(verify_language=False), **filters),  # type: ignore[arg-type]
        schedule=ScheduleRecipe(longest=longest),
        validation=ValidationRecipe(segments=held_out),
    )


def made_of(recipe: Recipe, vocabulary: Vocabulary, **more: object) -> Prepared:
    return prepare(recipe, vocabulary, "", **{"scorer": None, "threads": 1, **more})  # type: ignore[arg-type]


def targets_of(prepared: Prepared, vocabulary: Vocabulary) -> list[str]:
    return [vocabulary.decode(prepared.examples.pair(row)[1].tolist()) for row in range(len(prepared.examples))]


def test_the_same_pairs_are_held_out_in_whatever_order_the_data_comes(tmp_path: Path, vocabulary: Vocabulary) -> None:
    chosen = []
    for seed in range(3):
        shuffled = random.Random(seed).sample(PAIRS, len(PAIRS))
        path = write_pairs(tmp_path / f"{seed}.tsv", shuffled)
        prepared = made_of(recipe_of(DataSource(str(path)), held_out=5), vocabulary)
        assert not {pair.target for pair in prepared.validation} & set(targets_of(prepared, vocabulary))
        chosen.append(prepared.validation)
        assert prepared.examples.counts["all"]["held out"] == 5
    assert len(chosen[0]) == 5
    assert chosen[0] == chosen[1] == chosen[2]


def test_a_twentieth_at_most_is_held_out_and_of_the_heaviest_source(tmp_path: Path, vocabulary: Vocabulary) -> None:
    light = write_pairs(tmp_path / "light.tsv", [(f"Rien {n}.", f"Nothing {n}.") for n in range(100)])
    heavy = write_pairs(tmp_path / "heavy.tsv", PAIRS[:50])
    recipe = recipe_of(DataSource(str(light), 0.5), DataSource(str(heavy), 1.0), held_out=400)
    prepared = made_of(recipe, vocabulary)
    assert len(prepared.validation) == 2
    assert {(pair.source, pair.target) for pair in prepared.validation} < set(PAIRS[:50])


def test_every_pair_of_a_source_text_that_is_held_out_is_hidden(tmp_path: Path, vocabulary: Vocabulary) -> None:
    """Its other translations too, in a lighter source: what is judged was never read."""
    twins = [(source, target.replace("number", "no.")) for source, target in PAIRS]
    one, other = write_pairs(tmp_path / "a.tsv", PAIRS), write_pairs(tmp_path / "b.tsv", twins)
    recipe = recipe_of(DataSource(str(one), 1.0), DataSource(str(other), 0.5), held_out=3)
    prepared = made_of(recipe, vocabulary)
    hidden = {pair.target for pair in prepared.validation}
    hidden |= {target.replace("number", "no.") for target in hidden}
    assert not hidden & set(targets_of(prepared, vocabulary))
    assert prepared.examples.counts["all"]["held out"] == 6


@pytest.mark.parametrize(("longest", "kept"), [(60, 3), (3, 1), (2, 0)])
def test_pairs_longer_than_the_model_shall_read_are_counted(
    tmp_path: Path, vocabulary: Vocabulary, longest: int, kept: int
) -> None:
    pairs = [("Oui.", "Yes."), ("Le maire lit le rapport.", "Yes, sir."), ("Non.", "The mayor reads the report.")]
    path = write_pairs(tmp_path / "corpus.tsv", pairs)
    recipe = recipe_of(DataSource(str(path)), longest=longest, max_ratio=99.0)
    if not kept:
        with pytest.raises(TrainingError, match=r"no training data left: the filters removed all pairs .*pieces"):
            made_of(recipe, vocabulary)
        return
    counts = made_of(recipe, vocabulary).examples.counts["corpus"]
    assert (counts["read"], counts["kept"], counts.get("pieces", 0)) == (3, kept, 3 - kept)


@pytest.mark.parametrize(("share", "noisy"), [(0.0, 0), (0.1, 4), (0.13, 5), (1.0, 40)])
def test_the_noisiest_share_of_each_source_is_left_out(
    tmp_path: Path, vocabulary: Vocabulary, share: float, noisy: int
) -> None:
    one, other = write_pairs(tmp_path / "a.tsv", PAIRS[:40]), write_pairs(tmp_path / "b.tsv", PAIRS[40:80])

    def scorer(pairs: Sequence[Pair]) -> list[float]:
        return [float(PAIRS.index((pair.source, pair.target))) for pair in pairs]

    recipe = recipe_of(DataSource(str(one)), DataSource(str(other)), noisiest_share=share)
    if noisy == 40:
        with pytest.raises(TrainingError, match="no training data left"):
            made_of(recipe, vocabulary, scorer=scorer)
        return
    prepared = made_of(recipe, vocabulary, scorer=scorer if share else None)
    expected = [target for _, target in [*PAIRS[noisy:40], *PAIRS[40 + noisy : 80]]]
    assert targets_of(prepared, vocabulary) == expected
    assert prepared.examples.counts["all"]["kept"] == len(expected)


def test_a_copy_goes_with_its_pair_and_one_that_reads_the_same_is_none(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = write_pairs(tmp_path / "corpus.tsv", [("12–14", "12–14"), ("Un mot.", "A word.")])
    recipe = replace(recipe_of(DataSource(str(path))), augmentation=replace(NO_GUISE, plain=1.0, capitals=1.0))
    prepared = made_of(recipe, vocabulary)
    assert targets_of(prepared, vocabulary) == ["12-14", "A word.", "A WORD."]
    assert prepared.examples.is_copy.tolist() == [False, False, True]


def test_each_source_is_noted_when_it_is_read(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = write_pairs(tmp_path / "corpus.tsv", [*PAIRS[:5], PAIRS[0]])
    notes: list[str] = []
    made_of(recipe_of(DataSource(str(path))), vocabulary, note=notes.append)
    assert notes == ["corpus: 5 of 6 pairs kept"]


@pytest.mark.parametrize(("wanted", "least", "most"), [(1_000_000, 192, 192), (50, 25, 80)])
def test_a_vocabulary_is_made_of_a_sample_that_is_the_same_every_time(
    tmp_path: Path, wanted: int, least: int, most: int
) -> None:
    path = write_pairs(tmp_path / "corpus.tsv", PAIRS)
    recipe = replace(recipe_of(DataSource(str(path))), vocabulary=VocabularyRecipe(sample_pairs=wanted))
    texts = list(sample_texts(recipe))
    assert least <= len(texts) / 2 <= most
    assert texts == list(sample_texts(recipe))
    assert set(zip(texts[::2], texts[1::2], strict=True)) <= set(PAIRS)


@pytest.mark.parametrize(
    "changed",
    [
        {"random_seed": 2},
        {"target_language": "en-GB"},
        {"filters": FilterRecipe(max_ratio=3.0)},
        {"augmentation": AugmentRecipe(plain=0.5)},
        {"schedule": ScheduleRecipe(longest=61)},
        {"validation": ValidationRecipe(segments=1)},
    ],
)
def test_whatever_decides_the_examples_is_in_their_key(tmp_path: Path, changed: dict[str, object]) -> None:
    path = write_pairs(tmp_path / "corpus.tsv", PAIRS)
    recipe = recipe_of(DataSource(str(path)))
    key = key_of(recipe, "a vocabulary")
    assert key_of(replace(recipe, **changed), "a vocabulary") != key  # type: ignore[arg-type]
    assert key_of(recipe, "another one") != key
    assert key_of(replace(recipe, name="other", schedule=replace(recipe.schedule, updates=9)), "a vocabulary") == key


def test_prepared_data_is_taken_from_the_work_folder_until_something_changes(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    recipe = recipe_of(DataSource(str(write_pairs(tmp_path / "corpus.tsv", PAIRS))), held_out=4)
    listener = Silent()
    arguments = vocabulary, find_sources(recipe, tmp_path), tmp_path, 1, listener
    first, held_out = find_examples(recipe, *arguments)
    again, same = find_examples(recipe, *arguments)
    assert listener.notes.count("preparing the data") == 1
    assert (len(first), held_out) == (len(again), same)
    assert len(held_out) == 4
    find_examples(replace(recipe, random_seed=3), *arguments)
    assert listener.notes.count("preparing the data") == 2


@pytest.mark.parametrize(
    ("segments", "expected"), [(400, [0, 1, 2, 3, 4, 5]), (3, [0, 2, 4]), (4, [0, 1, 3, 4]), (0, [])]
)
def test_files_to_validate_by_are_spread_over_as_many_segments_as_wanted(
    tmp_path: Path, vocabulary: Vocabulary, segments: int, expected: list[int]
) -> None:
    data = DataSource(str(write_pairs(tmp_path / "corpus.tsv", PAIRS)))
    files = write_pairs(tmp_path / "a.tsv", PAIRS[:2]), write_pairs(tmp_path / "b.tsv", PAIRS[2:6])
    validation = ValidationRecipe(segments=segments, files=tuple(map(str, files)))
    recipe = replace(recipe_of(data), validation=validation)
    examples, held_out = find_examples(recipe, vocabulary, find_sources(recipe, tmp_path), tmp_path, 1, Silent())
    assert [(pair.source, pair.target) for pair in held_out] == [PAIRS[number] for number in expected]
    sides = [{side for pair in PAIRS[:6] for side in pair}, {side for pair in PAIRS for side in pair}]
    assert sides[0] < sides[1]
    kept = [pair for pair in PAIRS if sides[0].isdisjoint(pair)]
    assert len(examples) == len(kept)  # nothing is held out, and no side of what it is judged by is learnt
    assert examples.counts["corpus"]["test text"] == len(PAIRS) - len(kept)


def test_a_run_goes_on_by_the_same_recipe_alone(tmp_path: Path) -> None:
    before = {"random_seed": 1, "data.a.tsv": 1.0, "old": 3}
    compare(before, {"random_seed": 1, "data.a.tsv": 1.0, "new setting": 5}, tmp_path)
    with pytest.raises(
        TrainingError, match=r"another recipe \(random_seed: 1 then, 2 now; data\.b\.tsv: None then, 2\.0"
    ):
        compare(before, {"random_seed": 2, "data.a.tsv": 1.0, "data.b.tsv": 2.0}, tmp_path)
    with pytest.raises(TrainingError, match=r"data\.a\.tsv: 1\.0 then, None now.*Give another --out"):
        compare(before, {"random_seed": 1}, tmp_path)


def test_noise_is_judged_by_a_model_only_where_some_is_to_be_dropped() -> None:
    assert noise_scorer(Recipe()) is None
    scorer = noise_scorer(Recipe(filters=FilterRecipe(noisiest_share=0.1)))
    assert scorer is not None
    pairs = [
        Pair("La séance est ouverte.", "The sitting is open."),
        Pair("La séance est ouverte.", "My grey horse eats eleven apples."),
        Pair("mot " * 2000, "word"),
    ]
    right, wrong, endless = scorer(pairs)
    assert 0 > right > wrong > endless == -float("inf")


def test_pieces_and_scores_are_counted_of_what_is_kept(tmp_path: Path, vocabulary: Vocabulary) -> None:
    first, second = write_pairs(tmp_path / "a.tsv", PAIRS[:20]), write_pairs(tmp_path / "b.tsv", PAIRS[20:30])
    recipe = recipe_of(DataSource(str(first), noisiest=0.5), DataSource(str(second), noisiest=0.0), noisiest_share=0.1)
    scores = {Pair(*pair): -float(place) for place, pair in enumerate(PAIRS)}

    def score(pairs: Sequence[Pair]) -> list[float]:
        return [scores[pair] for pair in pairs]

    counts = made_of(recipe, vocabulary, scorer=score).examples.counts
    pieces = [len(one) for one in vocabulary.encode_target([target for _, target in PAIRS[:30]], threads=1)]
    assert counts["a"][PIECES] == sum(pieces[:10])
    assert counts["b"][PIECES] == sum(pieces[20:])
    assert (counts["a"][SCORED], counts["a"][SCORE]) == (10, -45_000)
    assert SCORED not in counts["b"]


def test_a_sample_reads_each_source_by_its_weight_and_evens_what_was_read(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    lines = [(f"Il y a {n} maisons.", f"There are {n} houses.") for n in range(2_000)]
    sources = [
        DataSource(str(write_pairs(tmp_path / name, part)), weight)
        for name, part, weight in (
            ("rare.tsv", lines[:1_000], 0.5),
            ("common.tsv", lines[1_000:1_900], 2.0),
            ("few.tsv", lines[1_900:], 20.0),
        )
    ]
    recipe = recipe_of(*sources, sample=0.1)
    prepared = made_of(recipe, vocabulary)
    counts = prepared.examples.counts
    assert counts["few"]["read"] == 100
    assert 25 <= counts["rare"]["read"] <= 80  # 50 are expected
    assert 130 <= counts["common"]["read"] <= 230  # 180 are
    assert {source.drawn(0.1)[1] for source in sources} == {1.0, 2.0}
    assert targets_of(made_of(recipe, vocabulary), vocabulary) == targets_of(prepared, vocabulary)
