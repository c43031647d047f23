"""Fragments are phrases of a pair that translate each other; a source has them as pairs of its own."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.conftest import write_pairs
from translate.alignment.lexicon import load_lexicon
from translate.data import Model
from translate.errors import TrainingError, UsageError
from translate.training.fragments import LONGEST, MOST, Fragments, join_directions
from translate.training.material import compare
from translate.training.prepare import key_of, prepare
from translate.training.recipe import AugmentRecipe, DataSource, Recipe, ScheduleRecipe, ValidationRecipe, load_recipe
from translate.training.sources import Pair
from translate.training.vocabulary import Vocabulary

MEETING = Pair(
    "La réunion du comité aura lieu dans la salle du Parlement européen.",
    "The committee meeting will take place in the room of the European Parliament.",
)


@cache
def translations() -> dict[str, dict[str, float]]:
    return join_directions(load_lexicon("fr", "en"))


def fragments() -> Fragments:
    return Fragments(translations(), "fr", "en")


def phrases(pair: Pair) -> set[tuple[str, str]]:
    return {(f.source, f.target) for f in fragments().iter_fragments(pair)}


def test_phrases_translate_each_other_whatever_the_order_of_their_words() -> None:
    found = phrases(MEETING)
    assert {
        ("réunion", "meeting"),
        ("réunion du comité", "committee meeting"),
        ("Parlement européen", "European Parliament"),
    } <= found
    assert ("comité", "committee meeting") not in found


def test_a_phrase_begins_behind_an_article_and_does_not_cross_a_mark() -> None:
    found = phrases(Pair("Le rapport, la résolution et le vote.", "The report, the resolution and the vote."))
    assert {("rapport", "report"), ("résolution", "resolution"), ("vote", "vote")} <= found
    assert not [source for source, _ in found if "," in source or source.startswith(("le ", "la "))]


def test_a_phrase_with_a_word_that_nothing_translates_is_none() -> None:
    pair = Pair("Le rapport zzyx du comité.", "The report of the committee.")
    assert ("rapport zzyx du comité", "report of the committee") not in phrases(pair)
    pair = Pair("Le rapport du comité.", "The report zzyx of the committee.")
    assert phrases(pair) == {("rapport", "report"), ("comité", "committee")}


FRENCH = st.sampled_from(("le", "la", "rapport", "comité", ",", "Parlement", "européen", "du", "vote"))
ENGLISH = st.sampled_from(("the", "report", "committee", ".", "European", "Parliament", "of", "vote"))


@given(st.lists(FRENCH, max_size=12).map(" ".join), st.lists(ENGLISH, max_size=12).map(" ".join))
def test_a_phrase_stands_in_its_pair_and_is_short(source: str, target: str) -> None:
    for one, other in phrases(Pair(source, target)):
        assert one in source
        assert other in target
        assert max(len(one.split()), len(other.split())) <= LONGEST


def test_a_phrase_is_cut_a_few_times_only_and_some_get_a_capital() -> None:
    pair = Pair("Il faut un rapport.", "A report is needed.")
    same = fragments()
    cut = [same.cut(pair, random.Random(n)) for n in range(20)]
    assert len([one for one in cut if one]) == MOST
    rng = random.Random(1)
    every = {one for _ in range(50) if (one := fragments().cut(pair, rng))}
    assert every == {Pair("rapport", "report"), Pair("Rapport", "Report")}


def test_a_pair_without_words_that_translate_each_other_has_none() -> None:
    assert fragments().cut(Pair("Oh !", "Well."), random.Random(1)) is None


def make(tmp_path: Path, share: float, language: str = "en") -> Recipe:
    pairs = [
        (f"Le vote du Parlement numéro {n} est clos.", f"The vote of Parliament number {n} is closed.")
        for n in range(40)
    ]
    source = DataSource(str(write_pairs(tmp_path / "corpus.tsv", pairs)), fragments=share)
    return Recipe(
        data=(source,),
        target_language=language,
        augmentation=AugmentRecipe(0.0, 0.0, 0.0, 0.0, 0.0),
        schedule=ScheduleRecipe(longest=60),
        validation=ValidationRecipe(segments=0),
    )


def test_phrases_become_examples_and_count_as_copies(tmp_path: Path, embedded: Model) -> None:
    vocabulary = Vocabulary(embedded.folder)
    plain, cut = make(tmp_path, 0.0), make(tmp_path, 1.0)
    assert key_of(plain, "") != key_of(cut, "")
    assert len(prepare(plain, vocabulary, "", scorer=None, threads=1).examples) == 40
    examples = prepare(cut, vocabulary, "", scorer=None, threads=1).examples
    targets = [vocabulary.decode(examples.pair(row)[1].tolist()) for row in range(len(examples))]
    short = [target for target in targets if len(target.split()) < 6]
    assert short
    assert len(targets) == 40 + len(short) == 40 + examples.counts["all"]["copies"]
    again = prepare(cut, vocabulary, "", scorer=None, threads=1).examples
    assert targets == [vocabulary.decode(again.pair(row)[1].tolist()) for row in range(len(again))]


def test_languages_without_a_lexicon_are_an_error(tmp_path: Path, embedded: Model) -> None:
    with pytest.raises(TrainingError, match="corpus: 'fragments' needs a lexicon, and no lexicon ships for fr→de"):
        prepare(make(tmp_path, 0.5, "de"), Vocabulary(embedded.folder), "", scorer=None, threads=1)


def test_a_run_does_not_go_on_with_other_phrases(tmp_path: Path) -> None:
    plain, cut = make(tmp_path, 0.0), make(tmp_path, 0.5)
    compare(plain.decisive(), plain.decisive(), tmp_path)
    for before, now in ((plain, cut), (cut, plain), (cut, replace(cut, data=make(tmp_path, 0.4).data))):
        with pytest.raises(TrainingError, match=r"another recipe \(data\.corpus\.tsv fragments: "):
            compare(before.decisive(), now.decisive(), tmp_path)


def test_fragments_is_a_share(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text('[[data]]\npath = "a.tsv"\nfragments = 3\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"'fragments' is 3.*; expected 0 to 1"):
        load_recipe(path)
