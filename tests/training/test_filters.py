"""Filters remove what they say, guises change what they say, and a vocabulary keeps every character."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sentencepiece
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.conftest import PAIRS
from translate.data import Model
from translate.errors import ModelError, TrainingError
from translate.training.augment import capitals, plain, titles, typographic, unpunctuated
from translate.training.filters import PIECES, SCORE, SCORED, Filters, format_counts, format_material
from translate.training.recipe import DataSource, FilterRecipe, Recipe
from translate.training.sources import Pair
from translate.training.vocabulary import Vocabulary, make_vocabulary


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("Le rapport est adopté par le conseil.", "The report is adopted by the council.", None),
        ("OK", "OK", None),
        ("Linux", "Linux", None),
        ("mot " * 200, "word " * 200, "length"),
        ("Oui.", "Yes, and what is more we would do it again at once, come what may, and twice over.", "ratio"),
        ("Copyright Free Software Foundation", "Copyright Free Software Foundation", "untranslated"),
        ("The report is adopted by the council.", "The report was adopted by the council.", "language"),
        ("Le rapport est adopté par le conseil.", "Le rapport a été adopté par le conseil.", "language"),
        ("« To be or not to be » est de lui.", "“To be or not to be” is his.", None),
    ],
)
def test_a_pair_is_left_out_for_the_reason_that_is_given(source: str, target: str, reason: str | None) -> None:
    assert Filters(FilterRecipe(), "fr", "en").reason_against(Pair(source, target)) == reason


def test_a_twin_is_a_duplicate_and_another_translation_is_not() -> None:
    filters = Filters(FilterRecipe(), "fr", "en")
    pairs = [Pair("Un mot.", "A word."), Pair("Un mot.", "One word."), Pair("Un mot.", "A word.")]
    assert [filters.reason_against(pair) for pair in pairs] == [None, None, "duplicate"]


def test_the_guises_are_those_of_headlines_and_of_both_kinds_of_punctuation() -> None:
    pair = Pair('L\'été arrive dans "la ville" !', 'Summer comes to "the town"!')
    assert capitals(pair) == Pair('L\'ÉTÉ ARRIVE DANS "LA VILLE" !', 'SUMMER COMES TO "THE TOWN"!')
    assert titles(pair) == Pair('L\'été Arrive Dans "la Ville" !', 'Summer Comes to "the Town"!')
    assert unpunctuated(pair) == Pair('L\'été arrive dans "la ville"', 'Summer comes to "the town"')
    curly = typographic(pair)
    assert curly == Pair("L’été arrive dans «\u00a0la ville\u00a0» !", pair.target)
    assert curly is not None and plain(curly) == pair
    assert unpunctuated(Pair("Un titre", "A title.")) is None
    assert typographic(Pair("Un titre", "A title")) is None


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    texts = [text for pair in PAIRS for text in pair]
    return make_vocabulary(tmp_path_factory.mktemp("vocabulary"), texts, pieces=340, threads=1)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=30))
def test_no_character_is_unknown(vocabulary: Vocabulary, text: str) -> None:
    (numbers,) = vocabulary.encode_source([text])
    assert vocabulary.unknown not in numbers.tolist()


def test_a_new_vocabulary_normalises_as_the_embedded_one_does(vocabulary: Vocabulary, embedded: Model) -> None:
    old = sentencepiece.SentencePieceProcessor(model_file=str(embedded.folder / "source.spm"))
    new = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary.folder / "source.spm"))
    texts = [
        "l’été ‘b’ ‚c",
        "« a » «\u00a0b\u202f» “c” „d”",
        "a – b — c − ‐ ‑",
        "1\u202f000\u00a0km\u2009x",
        "… œ ﬁ № ™ ½ x² ①",
        "e\u0301 a\u0300 각",
        "a\u200bb\ufeffc\u00add \x01e",
        "a \t b",
    ]
    assert [new.normalize(text) for text in texts] == [old.normalize(text) for text in texts]


def test_the_files_of_a_vocabulary_are_those_of_marian(vocabulary: Vocabulary) -> None:
    assert (vocabulary.end, vocabulary.unknown, vocabulary.pad) == (0, 1, len(vocabulary) - 1)
    (numbers,) = vocabulary.encode_target(["The mayor adopts report 30."])
    assert vocabulary.decode([*numbers.tolist(), vocabulary.end, 5]) == "The mayor adopts report 30."


def test_a_letter_that_is_used_has_a_piece_in_both_cases(tmp_path: Path) -> None:
    texts = ["Ça va, Noël ? Où est l'île ?", *(text for pair in PAIRS for text in pair)] * 30
    made = make_vocabulary(tmp_path / "v", texts, pieces=340, threads=1)
    single = {piece.removeprefix("▁") for piece in made.numbers if len(piece.removeprefix("▁")) == 1}
    assert set("ÇçËëÙùÎî") <= single
    assert not set("ñÑ") & single


def test_too_little_text_for_a_vocabulary_is_an_error_with_advice(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="Give more data"):
        make_vocabulary(tmp_path / "v", [], pieces=300, threads=1)


def test_a_broken_vocabulary_is_an_error(vocabulary: Vocabulary, tmp_path: Path) -> None:
    vocabulary.save(tmp_path)
    (tmp_path / "vocab.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        Vocabulary(tmp_path)


def reason(source: str, target: str, **changes: object) -> str | None:
    recipe = replace(FilterRecipe(verify_language=False), **changes)  # type: ignore[arg-type]
    return Filters(recipe, "fr", "en").reason_against(Pair(source, target))


@pytest.mark.parametrize(
    ("characters", "expected"),
    [((600, 600), None), ((601, 600), "length"), ((600, 601), "length"), ((1, 601), "length")],
)
def test_either_side_may_have_so_many_characters(characters: tuple[int, int], expected: str | None) -> None:
    assert reason("m" * characters[0], "w" * characters[1]) == expected


@given(st.integers(1, 200), st.integers(1, 200), st.sampled_from([1.0, 1.5, 2.5]))
def test_the_longer_side_may_be_so_many_times_the_shorter_with_room_for_both(
    one: int, other: int, ratio: float
) -> None:
    short, long = sorted((one, other))
    expected = "ratio" if long + 15 > ratio * (short + 15) else None
    assert reason("m" * one, "w" * other, max_ratio=ratio) == expected


@pytest.mark.parametrize(
    ("text", "changes", "expected"),
    [
        ("GNU General Public License", {}, "untranslated"),
        ("Public License", {}, None),
        ("GNU General Public License", {"drop_untranslated": False}, None),
    ],
)
def test_three_words_alike_are_untranslated(text: str, changes: dict[str, object], expected: str | None) -> None:
    assert reason(text, text, **changes) == expected


def test_what_was_refused_for_another_reason_has_no_twin() -> None:
    """The second is the first that is fit, and not a duplicate; the third is one, in either order of the sources."""
    filters = Filters(replace(FilterRecipe(verify_language=False), max_characters=5), "fr", "en")
    pairs = [Pair("Un mot.", "A word."), Pair("Mot", "Word"), Pair("Mot", "Word"), Pair("mot", "Word")]
    assert [filters.reason_against(pair) for pair in pairs] == ["length", None, "duplicate", None]
    keeping = Filters(FilterRecipe(drop_duplicates=False, verify_language=False), "fr", "en")
    assert [keeping.reason_against(pair) for pair in pairs] == [None] * 4


@pytest.mark.parametrize(("languages", "expected"), [(("fr", "en"), "language"), (("fr-CA", "en-GB"), "language")])
def test_a_region_does_not_hide_a_wrong_language(languages: tuple[str, str], expected: str) -> None:
    pair = Pair("The report is adopted by the council.", "The report was adopted by the council.")
    assert Filters(FilterRecipe(), *languages).reason_against(pair) == expected


def test_counts_are_shown_for_the_reasons_that_removed_anything() -> None:
    counts = {
        "a": {"read": 10, "kept": 7, "length": 3, "copies": 2},
        "b": {"read": 5, "kept": 4, "noise": 1},
    }
    assert format_counts(counts) == [
        ("source", "read", "length", "noise", "kept", "copies"),
        ("a", "10", "3", "0", "7", "2"),
        ("b", "5", "0", "1", "4", "0"),
    ]


def test_the_table_of_the_material_shows_what_each_source_gives_and_its_share_of_the_draws() -> None:
    recipe = Recipe(data=(DataSource("x/a.tsv", weight=0.5), DataSource("x/b.tsv", weight=3.0)))
    counts = {
        "a": {"read": 10, "kept": 7, "length": 3, "copies": 2, PIECES: 1_200, SCORE: -10_500, SCORED: 7},
        "b": {"read": 5, "kept": 4, "noise": 1, PIECES: 100},
        "all": {"read": 15, "kept": 11},
    }
    assert format_material(recipe, counts) == [
        ("source", "read", "kept", "copies", "subwords", "weight", "draws", "score", "length", "noise"),
        ("a", "10", "7", "2", "1,200", "0.5", "66.7%", "-1.50", "3", "0"),
        ("b", "5", "4", "0", "100", "3", "33.3%", "", "0", "1"),
        ("all", "15", "11", "2", "1,300", "", "", "", "3", "1"),
    ]
