"""A phrase table is counted from pairs: what translates a phrase mostly, and often enough."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.training.conftest import Silent, with_updates
from translate.alignment.lexicon import load_lexicon
from translate.models.phrase_table import PHRASE_TABLE, Translation, read_phrase_table
from translate.training.fragments import Fragments, join_directions
from translate.training.phrases import make_phrase_table
from translate.training.recipe import Recipe
from translate.training.sources import Pair
from translate.training.train import train

NONE = Fragments({}, "fr", "de")


@cache
def fragments_of_french() -> Fragments:
    return Fragments(join_directions(load_lexicon("fr", "en")), "fr", "en")


def table(*pairs: tuple[str, str], fragments: Fragments | None = None) -> dict[str, Translation]:
    return make_phrase_table([Pair(*pair) for pair in pairs], fragments or fragments_of_french())


def test_a_phrase_cut_out_of_three_sentences_is_known() -> None:
    sentences = [
        ("Il faut lire le rapport.", "One must read the report."),
        ("Où est le rapport ?", "Where is the report?"),
        ("Ce rapport est bon.", "This report is good."),
    ]
    assert table(*sentences)["rapport"] == Translation("report", 3, 3)
    assert "rapport" not in table(*sentences[:2])


def test_names_keep_their_capitals_and_headings_do_not() -> None:
    sentence = ("Il parle au Parlement européen.", "He speaks to the European Parliament.")
    assert table(*[sentence] * 5)["parlement européen"].text == "European Parliament"
    assert table(("Valeurs possibles", "Possible values"), fragments=NONE) == {}
    known = table(*[("Valeurs possibles", "Possible values")] * 2, ("TVA", "VAT"), fragments=NONE)
    assert known == {"valeurs possibles": Translation("possible values", 6, 6), "tva": Translation("VAT", 3, 3)}


def test_a_word_that_is_a_pair_by_itself_is_known_at_once() -> None:
    assert table(("Souris", "Maus"), fragments=NONE) == {"souris": Translation("maus", 3, 3)}


def test_a_phrase_that_is_said_in_many_ways_is_not_known() -> None:
    pairs = [("Vol", english) for english in ("Flight", "Theft", "Volume")]
    assert table(*pairs, fragments=NONE) == {}
    assert table(*pairs, ("Vol", "Flight"), fragments=NONE) == {"vol": Translation("flight", 6, 12)}


def test_a_function_word_is_no_phrase() -> None:
    assert table(*[("Son", "His")] * 9, fragments=NONE) == {}


def test_shouted_sentences_teach_no_spelling() -> None:
    assert table(*[("IL FAUT LIRE LE RAPPORT.", "ONE MUST READ THE REPORT.")] * 9) == {}


def test_a_model_that_goes_on_keeps_its_phrases_and_learns_those_of_its_memory(
    recipe: Recipe, tmp_path: Path, quickly: None
) -> None:
    corpus = Path(recipe.data[0].path)
    corpus.write_text(corpus.read_text(encoding="utf-8") + "Le maire\tThe mayor\n", encoding="utf-8")
    first = train(with_updates(recipe, 2), tmp_path / "first", Silent())
    table = read_phrase_table(first.folder)
    assert table is None or table.look_up("Le maire") is None  # once is not enough from scratch
    (first.folder / PHRASE_TABLE).write_text("chat\tcat\t9\t9\nle maire\tthe lord\t9\t9\n", encoding="utf-8")
    again = train(replace(with_updates(recipe, 2), init=str(first.folder)), tmp_path / "second", Silent())
    table = read_phrase_table(again.folder)
    assert table is not None
    assert table.look_up("chat") == Translation("cat", 9, 9)
    assert table.look_up("Le maire") == Translation("The mayor", 3, 3)
