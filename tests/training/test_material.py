"""What a new model may write: what it learnt from, what its forerunner wrote, and single characters always."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from translate.data import Model
from translate.models import resolve_model
from translate.target_pieces import TARGET_PIECES
from translate.training.examples import Examples
from translate.training.folders import load_folder
from translate.training.material import RAREST_TARGET_PIECE, find_target_pieces
from translate.training.vocabulary import Vocabulary


@pytest.fixture
def vocabulary(embedded: Model) -> Vocabulary:
    return Vocabulary(embedded.folder)


def examples_of(vocabulary: Vocabulary, pieces: dict[str, int]) -> Examples:
    target = np.repeat([vocabulary.numbers[piece] for piece in pieces], list(pieces.values())).astype(np.int32)
    none = np.zeros(0, np.int32)
    at = np.asarray([0, len(target)], np.int64)
    return Examples(none, np.zeros(2, np.int64), target, at, np.ones(1, np.float32), "", {})


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
