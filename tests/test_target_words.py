"""The words that a model has read: folded, kept in order, and no part of the model's digest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Model
from translate.errors import ModelError
from translate.models.folder import digest_of
from translate.target_words import TARGET_WORDS, fold, format_target_words, iter_words, read_target_words


@given(st.sets(st.text(min_size=1).map(fold).filter(lambda word: word and list(map(len, word.split())) == [len(word)])))
def test_a_list_comes_back_as_it_went_out(tmp_path_factory: pytest.TempPathFactory, words: set[str]) -> None:
    folder = tmp_path_factory.mktemp("model")
    (folder / TARGET_WORDS).write_text(format_target_words(words), encoding="utf-8")
    assert read_target_words(folder) == words


@given(st.text())
def test_folding_is_done_at_once_and_knows_no_capitals(word: str) -> None:
    assert fold(fold(word)) == fold(word)
    assert fold(word.upper().lower()) == fold(fold(word.upper()))


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Nébouy", "nebouy"), ("ÖTZTAL", "otztal"), ("straße", "strasse"), ("don", "don"), ("ﬁn", "fin")],
)
def test_accents_and_capitals_make_no_other_word(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_words_are_runs_of_letters() -> None:
    assert [word[0] for word in iter_words("Isn’t it 12km, Mr_X?")] == ["Isn", "t", "it", "km", "Mr", "X"]


def test_without_a_list_nobody_knows_what_was_read(tmp_path: Path) -> None:
    assert read_target_words(tmp_path) is None


def test_a_list_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / TARGET_WORDS).write_bytes(b"the\n\xe9t\xe9\n")
    with pytest.raises(ModelError, match=r"target_words\.txt: it cannot be read as UTF-8"):
        read_target_words(tmp_path)


def test_the_list_is_no_part_of_the_digest(embedded: Model, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(embedded.folder, tmp_path / "model", ignore=shutil.ignore_patterns("ctranslate2-*")))
    (folder / TARGET_WORDS).unlink()
    assert digest_of(folder) == digest_of(embedded.folder)


def test_the_embedded_model_knows_what_it_has_read(embedded: Model) -> None:
    words = read_target_words(embedded.folder)
    assert words is not None
    assert {"the", "parliament", "database", "said"} <= words
    assert {"gouveren", "compemed"}.isdisjoint(words)
    assert list(map(fold, words)) == list(words)
