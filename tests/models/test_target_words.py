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
from translate.models.target_words import TARGET_WORDS, format_target_words, read_target_words
from translate.text.words import fold


@given(st.sets(st.text(min_size=1).map(fold).filter(lambda word: word and list(map(len, word.split())) == [len(word)])))
def test_a_list_comes_back_as_it_went_out(tmp_path_factory: pytest.TempPathFactory, words: set[str]) -> None:
    folder = tmp_path_factory.mktemp("model")
    (folder / TARGET_WORDS).write_text(format_target_words(words), encoding="utf-8")
    assert read_target_words(folder) == words


def test_without_a_list_nobody_knows_what_was_read(tmp_path: Path) -> None:
    assert read_target_words(tmp_path) is None


def test_a_list_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / TARGET_WORDS).write_bytes(b"the\n\xe9t\xe9\n")
    with pytest.raises(ModelError, match=r"target_words\.txt: cannot be read as UTF-8"):
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
