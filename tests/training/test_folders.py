"""A model folder gives back the weights that went into it, and one that does not fit is refused by name."""

from __future__ import annotations

import json
import pickle
import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.pickled import Evil
from tests.training.conftest import PAIRS
from translate.data import Model
from translate.errors import ModelError, TrainingError
from translate.models import resolve_model
from translate.models.target_pieces import TARGET_PIECES, read_target_pieces
from translate.models.target_words import TARGET_WORDS, read_target_words
from translate.training.folders import MAX_POSITIONS, Loaded, load_folder, write_folder
from translate.training.model import Marian, Shape
from translate.training.vocabulary import Vocabulary, make_vocabulary


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    texts = [text for pair in PAIRS for text in pair]
    return make_vocabulary(tmp_path_factory.mktemp("vocabulary"), texts, pieces=340, threads=1)


@pytest.fixture(scope="module")
def shape(vocabulary: Vocabulary) -> Shape:
    return Shape(
        vocabulary=len(vocabulary), pad=vocabulary.pad, d=16, ffn=24, heads=2, encoder_layers=2, decoder_layers=1,
        positions=128,
    )  # fmt: skip


@pytest.fixture(scope="module")
def weights(shape: Shape) -> dict[str, torch.Tensor]:
    torch.manual_seed(2)
    made = {name: tensor.detach().clone() for name, tensor in Marian(shape).named_parameters()}
    return {**made, "bias": torch.randn(shape.vocabulary)}


@pytest.fixture
def folder(tmp_path: Path, vocabulary: Vocabulary, shape: Shape, weights: dict[str, torch.Tensor]) -> Path:
    write_folder(tmp_path / "model", shape, weights, vocabulary, languages=("fr", "en"), longest=77)
    return tmp_path / "model"


def load(folder: Path) -> Loaded:
    return load_folder(resolve_model(str(folder)))


def change(path: Path, **values: object) -> None:
    """Change the values of a JSON file; None takes one out."""
    content = {**json.loads(path.read_bytes()), **values}
    path.write_text(json.dumps({key: value for key, value in content.items() if value is not None}), encoding="utf-8")


def test_what_was_written_is_loaded_in_half_precision(
    folder: Path, shape: Shape, weights: dict[str, torch.Tensor], vocabulary: Vocabulary
) -> None:
    loaded = load(folder)
    assert (loaded.shape, loaded.longest, loaded.vocabulary.digest) == (shape, 77, vocabulary.digest)
    for name, tensor in weights.items():
        assert torch.equal(loaded.weights[name], tensor.half().float()), name


def test_lists_lie_beside_the_weights_where_they_are_known(
    folder: Path, tmp_path: Path, shape: Shape, weights: dict[str, torch.Tensor], vocabulary: Vocabulary
) -> None:
    assert read_target_pieces(folder) is None
    assert read_target_words(folder) is None
    listed = tmp_path / "listed"
    pieces, words = ["</s>", "<unk>", "a", "<pad>"], {"the", "mayor"}
    write_folder(
        listed, shape, weights, vocabulary, languages=("fr", "en"), longest=9, written=pieces, read=words, phrases={}
    )
    assert read_target_pieces(listed) == pieces
    assert read_target_words(listed) == words
    names = [{path.name for path in one.iterdir()} for one in (listed, folder)]
    assert names[0] - names[1] == {TARGET_PIECES, TARGET_WORDS}


@pytest.mark.parametrize(
    ("stated", "expected"), [(50, 50), (9999, 128), (0, 128), (-3, 128), (1e30, 128), (None, 128), ("many", 128)]
)
def test_the_longest_source_is_what_the_model_states_as_far_as_its_positions(
    folder: Path, stated: object, expected: int
) -> None:
    change(folder / "tokenizer_config.json", model_max_length=stated)
    assert load(folder).longest == expected


def test_a_model_without_a_statement_reads_as_far_as_its_positions(folder: Path) -> None:
    (folder / "tokenizer_config.json").unlink()
    change(folder / "config.json", max_position_embeddings=None)
    loaded = load(folder)
    assert loaded.longest == loaded.shape.positions == MAX_POSITIONS


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("scale_embedding", False, r"has scale_embedding = False; only models with True can be trained"),
        ("normalize_embedding", True, r"has normalize_embedding = True; only models with False"),
        ("static_position_embeddings", False, "static_position_embeddings = False"),
        ("share_encoder_decoder_embeddings", False, "share_encoder_decoder_embeddings = False"),
        ("activation_function", "tanh", r"uses 'tanh'; known: gelu, relu, silu, swish"),
    ],
)
def test_a_model_that_is_built_in_another_way_is_refused(folder: Path, key: str, value: object, message: str) -> None:
    change(folder / "config.json", **{key: value})
    with pytest.raises(TrainingError, match=message):
        load(folder)


def test_weights_that_are_cut_short_or_of_another_kind_are_refused(folder: Path) -> None:
    path = folder / "model.safetensors"
    whole = path.read_bytes()
    path.write_bytes(whole[:-50])
    with pytest.raises(
        ModelError, match=r"model\.safetensors: the weights cannot be read .*download or copy the model again"
    ):
        load(folder)
    path.write_bytes(whole)
    tensors = load_file(path)
    del tensors["model.shared.weight"]
    save_file(tensors, path)
    with pytest.raises(ModelError, match=r"its weights have no 'model\.shared\.weight'; is it a Marian model\?"):
        load(folder)


def test_weights_of_an_older_model_are_read_from_pytorch_with_its_own_name_for_the_embedding(
    folder: Path, weights: dict[str, torch.Tensor]
) -> None:
    path = folder / "model.safetensors"
    tensors = load_file(path)
    tensors["model.encoder.embed_tokens.weight"] = tensors.pop("model.shared.weight")
    torch.save(tensors, folder / "pytorch_model.bin")
    path.unlink()
    assert torch.equal(load(folder).weights["shared.weight"], weights["shared.weight"].half().float())
    place = folder / "was run"
    for content in b"nonsense", pickle.dumps({"model.shared.weight": Evil(place)}, protocol=2):
        (folder / "pytorch_model.bin").write_bytes(content)
        with pytest.raises(
            ModelError,
            match=r"pytorch_model\.bin: the weights cannot be read.* code .* never run; download",
        ) as raised:
            load(folder)
        assert "\n" not in str(raised.value)
        assert not place.exists()


def test_a_vocabulary_of_another_size_names_both_sizes(folder: Path, embedded: Model) -> None:
    for name in ("source.spm", "target.spm", "vocab.json"):
        shutil.copyfile(embedded.folder / name, folder / name)
    with pytest.raises(ModelError, match=r"has 12000 pieces, and the embedding has \d+ rows\. Use the files of one"):
        load(folder)


@pytest.mark.parametrize("key", ["d_model", "encoder_layers", "encoder_attention_heads"])
def test_a_configuration_without_a_size_is_refused_by_its_name(folder: Path, key: str) -> None:
    change(folder / "config.json", **{key: None})
    with pytest.raises(ModelError, match=rf"config\.json.*'{key}'"):
        load(folder)


def test_weights_without_a_bias_are_refused(folder: Path) -> None:
    path = folder / "model.safetensors"
    save_file({name: tensor for name, tensor in load_file(path).items() if name != "final_logits_bias"}, path)
    with pytest.raises(ModelError, match=r"its weights have no 'final_logits_bias'; is it a Marian model\?"):
        load(folder)
