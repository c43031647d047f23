"""A hint gives the translation of a term behind it, in a share of the draws, and its marks are only ever read."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.conftest import write_pairs
from tests.training.test_fragments import fragments, translations
from translate.data import Model
from translate.errors import TrainingError
from translate.models.target_pieces import read_target_pieces
from translate.training.augment import Copier
from translate.training.folders import load_folder
from translate.training.hints import hint
from translate.training.material import find_target_pieces
from translate.training.prepare import prepare
from translate.training.recipe import AugmentRecipe, DataSource, FilterRecipe, Recipe, ScheduleRecipe, ValidationRecipe
from translate.training.sources import Pair
from translate.training.vocabulary import CLOSES, MARKS, OPENS, Vocabulary

MEETING = Pair("La réunion du comité est finie.", "The committee meeting is over.")
NO_GUISE = AugmentRecipe(0.0, 0.0, 0.0, 0.0, 0.0)


@pytest.fixture(scope="module")
def vocabulary(embedded: Model) -> Vocabulary:
    return Vocabulary(embedded.folder)


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Join the lexicon's directions, which takes a second, once for all tests."""
    monkeypatch.setattr("translate.training.augment.load_lexicon", lambda *languages: None)
    monkeypatch.setattr("translate.training.augment.join_directions", lambda lexicon: translations())


def test_a_hint_stands_behind_its_term_and_changes_nothing_else() -> None:
    made = {hint(MEETING, fragments(), random.Random(seed)) for seed in range(20)}
    assert made == {
        Pair(f"La réunion{OPENS}meeting{CLOSES} du comité est finie.", MEETING.target),
        Pair(f"La réunion du comité{OPENS}committee{CLOSES} est finie.", MEETING.target),
        Pair(f"La réunion du comité{OPENS}committee meeting{CLOSES} est finie.", MEETING.target),
    }


@pytest.mark.parametrize(("source", "target"), [("Il a dit oui.", "He said yes."), ("Xyz qkw", "Zzz"), ("", "")])
def test_a_pair_without_a_sure_term_gets_no_hint(source: str, target: str) -> None:
    assert hint(Pair(source, target), fragments(), random.Random(1)) is None


def test_a_term_that_begins_another_word_is_hinted_where_it_stands_alone() -> None:
    pair = Pair("Le portail a une porte.", "The gateway has a door.")
    made = {hint(pair, fragments(), random.Random(seed)) for seed in range(20)}
    assert Pair(f"Le portail a une porte{OPENS}door{CLOSES}.", pair.target) in made


@pytest.mark.parametrize("text", [MEETING.source, "L'école, la ville et le maire.", "12 km/h à Paris"])
def test_the_pieces_of_a_hinted_text_are_its_own_with_those_of_the_hint_between(
    vocabulary: Vocabulary, text: str
) -> None:
    place = text.index(" ")
    (plain,) = vocabulary.encode_source([text])
    (left,) = vocabulary.encode_source([text[:place]])
    (given_pieces,) = vocabulary.encode_target(["town hall"])
    (hinted, beside) = vocabulary.encode_source([f"{text[:place]}{OPENS}town hall{CLOSES}{text[place:]}", text])
    opens, closes = (vocabulary.numbers[mark] for mark in MARKS)
    end = len(left)
    assert hinted.tolist() == [*plain[:end], opens, *given_pieces, closes, *plain[end:]]
    assert beside.tolist() == plain.tolist()


@given(st.text(), st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=3))
def test_no_piece_of_a_text_is_lost_however_many_hints_it_has(
    vocabulary: Vocabulary, begin: str, rest: list[tuple[str, str]]
) -> None:
    begin, *others = (
        one.replace(OPENS, "").replace(CLOSES, "") for one in (begin, *(part for two in rest for part in two))
    )
    hints, between = others[::2], others[1::2]
    text = begin + "".join(f"{OPENS}{one}{CLOSES}{after}" for one, after in zip(hints, between, strict=True))
    plain, hinted = (row.tolist() for row in vocabulary.encode_source([begin + "".join(between), text]))
    opens, closes = (vocabulary.numbers[mark] for mark in MARKS)
    kept, inside = [], False
    for piece in hinted:
        inside = inside or piece == opens
        kept += [] if inside else [piece]
        inside = inside and piece != closes
    assert kept == plain
    assert hinted.count(opens) == hinted.count(closes) == len(rest)


@pytest.mark.parametrize(("share", "each"), [(0.1, 1), (0.1, 4), (0.3, 1), (0.5, 1)])
def test_of_what_is_drawn_the_share_of_the_recipe_has_a_hint(linked: None, share: float, each: int) -> None:
    """Also where but each fourth pair has a term, and whatever the chunks in which they come."""
    copier = Copier(Recipe(augmentation=NO_GUISE, data=(DataSource("a", hints=share),)))
    pairs = [
        Pair("Le maire lit la lettre.", "The mayor reads the letter.") if n % each == 0 else Pair("Oui.", "Yes.")
        for n in range(1000)
    ]
    rng = random.Random(1)
    copies = []
    for begin in range(0, 1000, 100):
        chunk = range(begin, begin + 100)
        copies += copier.copy([pairs[n] for n in chunk], chunk, DataSource("a", hints=share), rng)
    assert all(OPENS in copy.source and CLOSES in copy.source for copy, _ in copies)
    assert all(copy.target == pairs[number].target for copy, number in copies)
    assert len(copies) / (len(copies) + len(pairs)) == pytest.approx(share, abs=0.005)
    assert copier.copy(pairs, range(1000), DataSource("b"), random.Random(1)) == []


def test_the_marks_reach_the_examples_and_are_never_said(
    linked: None, tmp_path: Path, vocabulary: Vocabulary, embedded: Model
) -> None:
    path = write_pairs(
        tmp_path / "a.tsv", [(f"Le maire lit la lettre {n}.", f"The mayor reads the letter {n}.") for n in range(300)]
    )
    recipe = Recipe(
        data=(DataSource(str(path), hints=0.25),),
        augmentation=NO_GUISE,
        filters=FilterRecipe(verify_language=False),
        schedule=ScheduleRecipe(longest=60),
        validation=ValidationRecipe(segments=0),
    )
    examples = prepare(recipe, vocabulary, "", scorer=None, threads=1).examples
    marks = [vocabulary.numbers[mark] for mark in MARKS]
    hinted = [bool(np.isin(marks, examples.pair(row)[0]).all()) for row in range(len(examples))]
    assert hinted == examples.is_copy.tolist()
    assert sum(hinted) / len(hinted) == pytest.approx(0.25, abs=0.01)
    assert not np.isin(examples.target, marks).any()
    assert set(read_target_pieces(embedded.folder) or ()) >= set(MARKS)  # older models list them
    for loaded in (None, load_folder(embedded)):
        assert set(find_target_pieces(examples, vocabulary, loaded) or MARKS).isdisjoint(MARKS)


def test_a_vocabulary_without_pieces_for_the_marks_is_named(tmp_path: Path, vocabulary: Vocabulary) -> None:
    vocabulary.save(tmp_path)
    path = tmp_path / "vocab.json"
    path.write_text(path.read_text(encoding="utf-8").replace("<0xFE>", "<0xFE-not>"), encoding="utf-8")
    with pytest.raises(TrainingError, match=r"lacks <0xFE> and <0xFF>, which mark hints; leave 'hints' out"):
        Vocabulary(tmp_path).encode_source([f"a{OPENS}b{CLOSES}"])
