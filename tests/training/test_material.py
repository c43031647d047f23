"""What a new model may write and has read: what it learnt from, and what its forerunner wrote and read."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from translate.data import Model
from translate.errors import TrainingError
from translate.models import resolve_model
from translate.models.target_pieces import TARGET_PIECES
from translate.models.target_words import TARGET_WORDS
from translate.training.examples import ExampleBuilder, Examples
from translate.training.folders import load_folder
from translate.training.material import RAREST_TARGET_PIECE, find_target_pieces, find_target_words
from translate.training.prepare import find_digests, key_of
from translate.training.recipe import DataSource, Recipe
from translate.training.vocabulary import Vocabulary


@pytest.fixture
def vocabulary(embedded: Model) -> Vocabulary:
    return Vocabulary(embedded.folder)


def examples_of(vocabulary: Vocabulary, pieces: dict[str, int]) -> Examples:
    target = np.repeat([vocabulary.numbers[piece] for piece in pieces], list(pieces.values())).astype(np.int32)
    none = np.zeros(0, np.int32)
    return Examples.of([(none, target)])


def test_pieces_of_the_targets_bytes_and_single_characters_are_written(vocabulary: Vocabulary) -> None:
    written = find_target_pieces(examples_of(vocabulary, {"▁the": 1}), vocabulary, None)
    assert written is not None
    assert {"▁the", "▁", "e", "▁a", "<0x00>", "</s>", "<unk>", "<pad>"} <= set(written)
    assert {"▁toujours", "▁and"} & set(written) == set()
    assert written == [piece for piece in vocabulary.numbers if piece in set(written)]


def test_a_piece_that_hardly_ever_comes_is_not_written(vocabulary: Vocabulary) -> None:
    many = examples_of(vocabulary, {"▁the": 3 * RAREST_TARGET_PIECE, "▁and": 3, "▁toujours": 2})
    written = find_target_pieces(many, vocabulary, None)
    assert written is not None
    assert "▁and" in written
    assert "▁toujours" not in written


def test_a_model_that_goes_on_writes_what_it_wrote_before(vocabulary: Vocabulary, embedded: Model) -> None:
    written = find_target_pieces(examples_of(vocabulary, {"▁toujours": 1}), vocabulary, load_folder(embedded))
    assert written is not None
    assert {"▁toujours", "▁the"} <= set(written)


def test_of_a_model_without_a_list_nothing_is_left_out(vocabulary: Vocabulary, embedded: Model, tmp_path: Path) -> None:
    folder = shutil.copytree(embedded.folder, tmp_path / "model", ignore=shutil.ignore_patterns("ctranslate2-*"))
    (folder / TARGET_PIECES).unlink()
    loaded = load_folder(resolve_model(str(folder)))
    assert find_target_pieces(examples_of(vocabulary, {"▁the": 1}), vocabulary, loaded) is None


def examples_from(vocabulary: Vocabulary, *targets: str, copied: str = "") -> Examples:
    builder = ExampleBuilder()
    none = np.zeros(0, np.int32)
    for number, pieces in enumerate(vocabulary.encode_target(targets)):
        builder.add(none, pieces, 1.0, number)
    for pieces in vocabulary.encode_target([copied] * 3):
        builder.add(none, pieces, 1.0, 0, is_copy=True)
    return builder.build((), "", {})


def test_a_model_from_scratch_has_read_the_words_that_stand_twice_in_its_targets(vocabulary: Vocabulary) -> None:
    examples = examples_from(vocabulary, "The CAFÉ isn’t closed.", "the cafe", "a shop", "12 km", copied="shops")
    assert find_target_words(examples, vocabulary, None) == {"the", "cafe"}


def test_a_model_that_goes_on_has_read_each_word_of_its_data_and_what_was_read_before(
    vocabulary: Vocabulary, embedded: Model
) -> None:
    read = find_target_words(examples_from(vocabulary, "a gudgeonlet"), vocabulary, load_folder(embedded))
    assert read is not None
    assert {"gudgeonlet", "the", "parliament"} <= read


def test_what_a_model_without_a_list_has_read_nobody_knows(
    vocabulary: Vocabulary, embedded: Model, tmp_path: Path
) -> None:
    folder = shutil.copytree(embedded.folder, tmp_path / "model", ignore=shutil.ignore_patterns("ctranslate2-*"))
    (folder / TARGET_WORDS).unlink()
    assert (
        find_target_words(examples_from(vocabulary, "the"), vocabulary, load_folder(resolve_model(str(folder)))) is None
    )


def test_files_of_one_name_are_told_apart_and_known_when_they_are_gone(tmp_path: Path) -> None:
    paths = [tmp_path / "a" / "memory.tsv", tmp_path / "b" / "memory.tsv", tmp_path / "a" / "news.fr"]
    for number, path in enumerate([*paths, tmp_path / "a" / "news.en"]):
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"un {number}\tone {number}\n", encoding="utf-8")
    recipe = Recipe(data=tuple(DataSource(str(path)) for path in paths))
    digests = find_digests(recipe, {})
    assert list(digests) == ["0/memory.tsv", "1/memory.tsv", "2/news.fr", "2/news.en"]
    assert len(set(digests.values())) == 4
    key = key_of(recipe, "")

    paths[0].write_text("deux\ttwo\n", encoding="utf-8")
    assert key_of(recipe, "") != key
    shutil.rmtree(tmp_path / "a")
    assert find_digests(recipe, digests) == digests
    assert key_of(recipe, "", digests) == key
    with pytest.raises(TrainingError, match=r"memory\.tsv: not found"):
        find_digests(recipe, {})
