"""The pieces that a model may write: a file that does not fit the vocabulary is an error with its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from translate.data import Model
from translate.errors import ModelError
from translate.models.folder import digest_of
from translate.models.target_pieces import TARGET_PIECES, read_target_pieces

SPECIAL = "</s>\n<unk>\n<pad>\n"


@pytest.fixture
def folder(tmp_path: Path, embedded: Model) -> Path:
    return Path(shutil.copytree(embedded.folder, tmp_path / "model", ignore=shutil.ignore_patterns("ctranslate2-*")))


def test_a_model_without_the_list_may_write_everything(folder: Path) -> None:
    (folder / TARGET_PIECES).unlink()
    assert read_target_pieces(folder) is None


def test_the_pieces_come_in_the_order_of_the_vocabulary(folder: Path) -> None:
    (folder / TARGET_PIECES).write_text(f"▁the\n{SPECIAL}", encoding="utf-8")
    assert read_target_pieces(folder) == ["</s>", "<unk>", "▁the", "<pad>"]


def test_the_list_is_part_of_the_digest(folder: Path) -> None:
    before = digest_of(folder)
    (folder / TARGET_PIECES).write_text(f"▁the\n{SPECIAL}", encoding="utf-8")
    assert digest_of(folder) != before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"{SPECIAL}▁the\nzzzz\n".encode(), r"target_pieces\.txt:5: 'zzzz' is not in vocab\.json"),
        (b"</s>\n<pad>\n", r"target_pieces\.txt: <unk> missing"),
        (b"", r"</s>, <unk>, <pad> missing"),
        (SPECIAL.encode() + b"\xe9\n", r"it or vocab\.json cannot be read"),
    ],
)
def test_a_list_that_does_not_fit_is_an_error(folder: Path, content: bytes, message: str) -> None:
    (folder / TARGET_PIECES).write_bytes(content)
    with pytest.raises(ModelError, match=message):
        read_target_pieces(folder)
