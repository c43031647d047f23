"""Pieces: the model's vocabulary, its normalisation and its stated limit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import sentencepiece
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.data import Model
from translate.engines.pieces import Pieces
from translate.errors import ModelError
from translate.models import resolve_model
from translate.models.target_pieces import read_target_pieces


@pytest.fixture
def folder(tmp_path: Path, embedded: Model) -> Path:
    return Path(shutil.copytree(embedded.folder, tmp_path / "model"))


def test_typographic_and_plain_forms_have_the_same_pieces(embedded: Model) -> None:
    one, other = Pieces(embedded).encode(["L’été : « oui »", 'L\'été : "oui"'])
    assert one == other


def test_control_characters_that_part_words_part_pieces(embedded: Model) -> None:
    pieces = Pieces(embedded)
    parted, joined = pieces.encode(["le chat noir", "le chatnoir"])
    assert parted != joined
    for blank in "\x0b\x0c\x1c\x1d\x1e\x1f\x85\t\n":
        assert blank.isspace() and pieces.encode([f"le chat{blank}noir"]) == [parted]
    assert pieces.encode(["le chat\x07noir"]) == [joined]  # a bell parts nothing


def test_pieces_make_the_text_again(embedded: Model) -> None:
    pieces = Pieces(embedded)
    for text in ("The sitting is open.", "Été 2024 : 12,5 %", "🙂 x"):
        assert pieces.decode(pieces.encode([text])[0]) == text


@pytest.mark.parametrize(("stated", "limit"), [(64, 64), (512, 500), (1e30, 500), (None, 500), ("many", 500)])
def test_the_limit_is_the_one_the_model_states(folder: Path, stated: object, limit: int) -> None:
    (folder / "tokenizer_config.json").write_text(json.dumps({"model_max_length": stated}))
    assert Pieces(resolve_model(str(folder))).limit() == limit


def test_a_model_that_states_no_limit_has_its_positions(folder: Path) -> None:
    (folder / "tokenizer_config.json").unlink()
    assert Pieces(resolve_model(str(folder))).limit() == 500


def test_a_vocabulary_of_both_sides_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    load = sentencepiece.SentencePieceProcessor

    def load_noted(*, model_file: str) -> sentencepiece.SentencePieceProcessor:
        read.append(Path(model_file).name)
        return load(model_file=model_file)

    monkeypatch.setattr(sentencepiece, "SentencePieceProcessor", load_noted)
    Pieces(Model("m", folder, ""))
    assert read == ["source.spm"]
    with (folder / "target.spm").open("ab") as file:  # a field that SentencePiece passes over
        file.write(b"\xfa\x3e\x01x")
    Pieces(Model("m", folder, ""))
    assert read == ["source.spm", "source.spm", "target.spm"]


@pytest.mark.parametrize("name", ["source.spm", "target.spm"])
def test_a_broken_vocabulary_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"broken")
    with pytest.raises(ModelError, match=f"{name}: not a SentencePiece model"):
        Pieces(resolve_model(str(folder)))


def test_a_broken_tokenizer_config_is_named(folder: Path) -> None:
    (folder / "tokenizer_config.json").write_text("[")
    with pytest.raises(ModelError, match=r"tokenizer_config\.json: not a JSON object"):
        Pieces(resolve_model(str(folder))).limit()


@settings(deadline=None)  # the first example loads the vocabulary
@given(st.text(max_size=40))
def test_a_target_is_spelled_with_pieces_that_the_model_may_write(embedded: Model, text: str) -> None:
    pieces = Pieces(embedded)
    written = read_target_pieces(embedded.folder)
    assert written is not None
    (spelled,) = pieces.encode_target([text])
    assert not set(spelled) - set(written)
    assert pieces.decode(spelled) == pieces.decode(pieces.encode([text])[0])


def test_a_piece_that_only_french_has_is_spelled_with_shorter_ones(embedded: Model) -> None:
    pieces = Pieces(embedded)
    ((french,), (spelled)) = pieces.encode(["toujours"])[0], pieces.encode_target(["toujours"])[0]
    assert french == "▁toujours"
    assert len(spelled) > 1
    assert pieces.decode(spelled) == "toujours"


def test_a_character_is_written_by_its_own_piece_and_read_by_its_bytes_too(embedded: Model) -> None:
    pieces = Pieces(embedded)
    assert pieces.has("é")
    assert not pieces.has("Æ")
    assert pieces.reads("é")
    assert pieces.reads("Æ")
