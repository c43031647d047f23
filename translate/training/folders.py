"""Model folders in Hugging Face Marian format: one gives a shape and exact weights, and these give a folder again."""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch import Tensor

from translate.data import Model
from translate.errors import ModelError, TrainingError
from translate.files import from_json, make_folder, replace_file, write_text
from translate.models import convert_model, resolve_model
from translate.models.folder import weights_of
from translate.models.phrase_table import PHRASE_TABLE, Translation, format_phrase_table
from translate.models.target_pieces import TARGET_PIECES
from translate.models.target_words import TARGET_WORDS, format_target_words
from translate.records import dataclass
from translate.training.model import ACTIVATIONS, Shape
from translate.training.vocabulary import END, PAD, UNKNOWN, Vocabulary

Weights = dict[str, Tensor]
MAX_POSITIONS = 512
_SHARED = "model.shared.weight"
_BIAS = "final_logits_bias"
# What the network has no room for: other values than these change what a model says.
_NEEDED = {
    "static_position_embeddings": True,
    "share_encoder_decoder_embeddings": True,
    "normalize_embedding": False,
    "scale_embedding": True,
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model to go on from. `longest` is the longest source that it states, in pieces."""

    model: Model
    shape: Shape
    weights: Weights
    vocabulary: Vocabulary
    longest: int


def load_folder(model: Model) -> Loaded:
    """Load a Marian folder, of ours or another's (Helsinki-NLP/opus-mt-…), to train it on.

    :raises ModelError: where its files are broken, or its vocabulary does not fit its weights.
    :raises TrainingError: where it is built in a way that the network here is not.
    """
    config = from_json((model.folder / "config.json").read_bytes())
    for key, value in _NEEDED.items():
        if config.get(key, value) != value:
            raise TrainingError(f"{model.name} has {key} = {config[key]!r}; only models with {value!r} can be trained.")
    activation = config.get("activation_function", "relu")
    if activation not in ACTIVATIONS:
        raise TrainingError(f"{model.name} uses '{activation}'; known: {', '.join(sorted(ACTIVATIONS))}.")
    vocabulary = Vocabulary(model.folder)
    raw = _read_weights(weights_of(model.folder))
    table = raw.get(_SHARED, raw.get("model.encoder.embed_tokens.weight"))
    if table is None or _BIAS not in raw:
        missing = _SHARED if table is None else _BIAS
        raise ModelError(f"{model.folder}: its weights have no '{missing}'; is it a Marian model?")
    check_fit(vocabulary, int(table.shape[0]), str(model.folder))
    try:
        shape = Shape(
            vocabulary=len(vocabulary),
            pad=vocabulary.pad,
            d=config["d_model"],
            ffn=config["encoder_ffn_dim"],
            heads=config["encoder_attention_heads"],
            encoder_layers=config["encoder_layers"],
            decoder_layers=config["decoder_layers"],
            activation=activation,
            positions=config.get("max_position_embeddings", MAX_POSITIONS),
        )
    except KeyError as exc:
        raise ModelError(f"{model.folder / 'config.json'}: has no {exc}; download or copy the model again.") from exc
    weights = {name.removeprefix("model."): tensor.float() for name, tensor in raw.items()}
    weights |= {"shared.weight": table.float(), "bias": raw[_BIAS].reshape(-1).float()}
    return Loaded(model, shape, weights, vocabulary, _stated_length(model.folder, shape.positions))


def check_fit(vocabulary: Vocabulary, rows: int, what: str) -> None:
    """:raises ModelError: where weights with `rows` embeddings do not belong to the vocabulary."""
    if len(vocabulary) != rows:
        raise ModelError(
            f"{what}: the vocabulary does not fit the weights: vocab.json of {vocabulary.folder} has "
            f"{len(vocabulary)} pieces, and the embedding has {rows} rows. Use the files of one model."
        )


def write_folder(
    folder: Path,
    shape: Shape,
    weights: Weights,
    vocabulary: Vocabulary,
    *,
    languages: tuple[str, str],
    longest: int,
    written: Sequence[str] | None = None,
    read: Set[str] | None = None,
    phrases: Mapping[str, Translation] | None = None,
) -> None:
    """Write weights and vocabulary as a Marian folder, in float16.

    :param longest: longest source seen in training, in pieces: where the engine parts a segment.
    :param written: pieces that the model may write; None for all.
    :param read: words of the target language that it has read, folded; None where nobody knows.
    :param phrases: its phrase table.
    :raises OutputError: where the disk refuses.
    """
    make_folder(folder)
    vocabulary.save(folder)
    if written is not None:
        write_text(folder / TARGET_PIECES, "".join(f"{piece}\n" for piece in written))
    if read is not None:
        write_text(folder / TARGET_WORDS, format_target_words(read))
    if phrases:
        write_text(folder / PHRASE_TABLE, format_phrase_table(phrases))
    named = {f"model.{name}": tensor for name, tensor in weights.items() if name != "bias"}
    named[_BIAS] = weights["bias"][None]
    half = {name: tensor.half().contiguous() for name, tensor in named.items()}
    with replace_file(folder / "model.safetensors") as file:
        file.write(save(half, metadata={"format": "pt"}))
    for name, content in _settings(shape, vocabulary, languages, longest).items():
        write_text(folder / name, json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def convert_folder(folder: Path) -> Model:
    """Put the int8 form for CTranslate2 beside the weights of `folder`, and return the model.

    :raises ModelError: where the converter refuses the weights.
    """
    model = convert_model(resolve_model(str(folder)), "int8")
    place = folder / "ctranslate2-int8"
    if model.converted is not None and model.converted != place:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(model.converted, place)
    return replace(model, converted=place)


def _read_weights(path: Path) -> Weights:
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        loaded: Weights = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as exc:
        raise ModelError(
            f"{path}: the weights cannot be read: it is damaged, or holds code beside them, which is never run; "
            "download the model again, or its form with .safetensors."
        ) from exc
    except (SafetensorError, RuntimeError, OSError, ValueError, EOFError) as exc:
        reason = (str(exc).splitlines() or [type(exc).__name__])[0]
        raise ModelError(f"{path}: the weights cannot be read ({reason}); download or copy the model again.") from exc
    return loaded


def _stated_length(folder: Path, positions: int) -> int:
    path = folder / "tokenizer_config.json"
    stated = from_json(path.read_bytes()).get("model_max_length") if path.is_file() else None
    return min(int(stated), positions) if isinstance(stated, int | float) and stated > 0 else positions


def _settings(shape: Shape, vocabulary: Vocabulary, languages: tuple[str, str], longest: int) -> dict[str, Any]:
    """Return the content of config.json, generation_config.json and tokenizer_config.json."""
    special = {"bos_token_id": vocabulary.end, "eos_token_id": vocabulary.end, "pad_token_id": shape.pad}
    start = {"decoder_start_token_id": shape.pad, "forced_eos_token_id": vocabulary.end, **special}
    sides = {
        f"{side}_{key}": value
        for side, layers in (("encoder", shape.encoder_layers), ("decoder", shape.decoder_layers))
        for key, value in (
            ("layers", layers),
            ("ffn_dim", shape.ffn),
            ("attention_heads", shape.heads),
            ("layerdrop", 0.0),
        )
    }
    config = {
        "model_type": "marian",
        "architectures": ["MarianMTModel"],
        "activation_function": shape.activation,
        "d_model": shape.d,
        "vocab_size": shape.vocabulary,
        "decoder_vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "is_encoder_decoder": True,
        "tie_word_embeddings": True,
        "dtype": "float16",
        "use_cache": True,
        **dict.fromkeys(("dropout", "attention_dropout", "activation_dropout"), 0.0),
        **_NEEDED,
        **sides,
        **start,
    }
    generation = {**start, "num_beams": 4, "max_length": shape.positions, "bad_words_ids": [[shape.pad]]}
    flags = dict.fromkeys(("lstrip", "normalized", "rstrip", "single_word"), False) | {"special": True}
    tokenizer = {
        "tokenizer_class": "MarianTokenizer",
        "model_max_length": longest,
        "source_lang": languages[0],
        "target_lang": languages[1],
        "eos_token": END,
        "unk_token": UNKNOWN,
        "pad_token": PAD,
        "separate_vocabs": False,
        "sp_model_kwargs": {},
        "added_tokens_decoder": {
            str(vocabulary.numbers[piece]): {"content": piece, **flags} for piece in (END, UNKNOWN, PAD)
        },
    }
    return {"config.json": config, "generation_config.json": generation, "tokenizer_config.json": tokenizer}
