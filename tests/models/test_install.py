"""Models of every kind are installed from random ones in the shape of the real files, and translate."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import numpy
import pytest

from translate.config import EngineConfig
from translate.data import Model
from translate.engines import ENGINES
from translate.engines.base import iter_draft
from translate.engines.pieces import Pieces
from translate.engines.punctuation import normalise_punctuation
from translate.errors import ModelError
from translate.models import convert_model, resolve_model
from translate.models.install import Origin, install_folder
from translate.models.installed import (
    default_model,
    find_installed,
    installed_models,
    read_manifest,
    remove_installed,
    set_default,
)

FROM = Origin("a test")
WIDTH, DEPTH = 16, 1


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))


def pieces_of(model: Model) -> list[str]:
    vocabulary = json.loads((model.folder / "vocab.json").read_bytes())
    return sorted(vocabulary, key=vocabulary.__getitem__)


def run(name: str) -> str:
    model = convert_model(resolve_model(name), "int8")
    engine = ENGINES.load("ctranslate2").load(EngineConfig(threads=1), model)
    ((draft,),) = (drafts.values() for drafts in iter_draft(engine, ["Une page."]))
    assert draft.link is not None
    links = draft.link()
    assert links is not None
    assert all(len(row) == len(links.source) - 1 for row in links.weights), "a column for each source piece"
    return draft.text


def write_converted(folder: Path, embedded: Model) -> Path:
    """Write what repositories with a CTranslate2 model hold."""
    assert embedded.converted is not None
    folder.mkdir()
    for name in ("config.json", "model.bin", "source_vocabulary.json", "target_vocabulary.json"):
        shutil.copyfile(embedded.converted / name, folder / name)
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(embedded.folder / name, folder / name)
    return folder


def write_argos(place: Path, embedded: Model) -> Path:
    """Write a package as Argos Translate has it: one folder, with the model in a folder of its own."""
    inner = place.parent / "translate-fr_en-1_0"
    write_converted(place.parent / "converted", embedded)
    inner.mkdir()
    shutil.move(place.parent / "converted", inner / "model")
    shutil.move(inner / "model" / "source.spm", inner / "sentencepiece.model")
    (inner / "model" / "target.spm").unlink()
    about = {"package_version": "1.0", "argos_version": "1.9", "from_code": "fr", "to_code": "en"}
    (inner / "metadata.json").write_text(json.dumps(about), encoding="utf-8")
    with zipfile.ZipFile(place, "w") as archive:
        for path in sorted(inner.rglob("*")):
            archive.write(path, path.relative_to(place.parent))
    return place


def write_marian(folder: Path, embedded: Model, *, decoder: str = "self-attention") -> Path:
    """Write a random Marian model as OPUS-MT's archives hold it."""
    folder.mkdir()
    pieces = pieces_of(embedded)
    random = numpy.random.default_rng(1)

    def some(*shape: int) -> numpy.ndarray:
        return random.normal(0, 0.1, shape).astype(numpy.float32)

    weights = {"Wemb": some(len(pieces), WIDTH), "decoder_ff_logit_out_b": some(1, len(pieces))}
    for side, layers in (("encoder", ("self",)), ("decoder", ("self", "context"))):
        for layer in layers:
            at = f"{side}_l1_{layer}"
            weights |= {f"{at}_W{part}": some(WIDTH, WIDTH) for part in "qkvo"}
            weights |= {f"{at}_b{part}": some(1, WIDTH) for part in "qkvo"}
            weights |= {f"{at}_Wo_ln_{part}": some(1, WIDTH) for part in ("scale", "bias")}
        at = f"{side}_l1_ffn"
        weights |= {f"{at}_W1": some(WIDTH, 32), f"{at}_W2": some(32, WIDTH)}
        weights |= {f"{at}_b1": some(1, 32), f"{at}_b2": some(1, WIDTH)}
        weights |= {f"{at}_ffn_ln_{part}": some(1, WIDTH) for part in ("scale", "bias")}
    settings = {
        "type": "transformer",
        "transformer-decoder-autoreg": decoder,
        "transformer-no-projection": False,
        "transformer-ffn-activation": "swish",
        "transformer-postprocess-emb": "d",
        "transformer-preprocess": "",
        "transformer-postprocess": "dan",
        "transformer-postprocess-top": "",
        "transformer-guided-alignment-layer": "last",
        "transformer-heads": 2,
        "enc-depth": DEPTH,
        "dec-depth": DEPTH,
    }
    text = json.dumps(settings).encode() + b"\0"
    weights["special:model.yml"] = numpy.frombuffer(text, dtype=numpy.int8)
    numpy.savez(folder / "model.npz", **weights)
    quoted = "".join(f"{json.dumps(piece, ensure_ascii=False)}: {number}\n" for number, piece in enumerate(pieces))
    (folder / "opus.vocab.yml").write_text(quoted, encoding="utf-8")
    named = "models:\n  - /elsewhere/model.npz\nvocabs:\n  - /elsewhere/opus.vocab.yml\n  - opus.vocab.yml\n"
    (folder / "decoder.yml").write_text(named, encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(embedded.folder / name, folder / name)
    return folder


def write_hugging_face(folder: Path, embedded: Model, *, is_separate: bool) -> Path:
    """Write a random Marian model as older repositories hold it, with a language token in place of the last piece."""
    import torch
    from transformers import MarianConfig, MarianMTModel

    folder.mkdir()
    source = pieces_of(embedded)
    source[-2] = ">>fra<<"
    target = [*source[:2], *source[-2:1:-1], source[-1]] if is_separate else source
    config = MarianConfig(
        vocab_size=len(source),
        decoder_vocab_size=len(target),
        share_encoder_decoder_embeddings=not is_separate,
        d_model=WIDTH,
        encoder_layers=DEPTH,
        decoder_layers=DEPTH,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=32,
        decoder_ffn_dim=32,
        pad_token_id=len(source) - 1,
        decoder_start_token_id=len(target) - 1,
        eos_token_id=0,
        forced_eos_token_id=None,
    )
    config.architectures = ["MarianMTModel"]
    model = MarianMTModel(config)
    config.save_pretrained(folder)
    torch.save(model.state_dict(), folder / "pytorch_model.bin")
    for name, pieces in (("vocab.json", source), *([("target_vocab.json", target)] if is_separate else [])):
        numbers = {piece: number for number, piece in enumerate(pieces)}
        (folder / name).write_text(json.dumps(numbers), encoding="utf-8")
    settings = {"source_lang": "en", "target_lang": "fr", "separate_vocabs": is_separate, "model_max_length": 512}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(embedded.folder / name, folder / name)
    return folder


def test_a_converted_repository_says_what_it_said_before_and_needs_no_torch(
    embedded: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translate.models.conversion.subprocess.run", None)
    install_folder(write_converted(tmp_path / "repository", embedded), "ready", FROM)
    assert run("ready") == run("fr-en")


def test_an_argos_package_is_installed_with_its_languages(embedded: Model, tmp_path: Path) -> None:
    folder = install_folder(write_argos(tmp_path / "fr_en.argosmodel", embedded), "argos", FROM)
    manifest = read_manifest(folder)
    assert manifest is not None
    assert (manifest.kind, manifest.ends_source) == ("Argos", False)
    assert Pieces(resolve_model("argos")).frame(["a"]) == ["a"]
    assert run("argos")


def test_an_archive_that_is_cut_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cut.argosmodel").write_bytes(b"PK\3\4 and no more")
    with pytest.raises(ModelError, match="not a whole archive"):
        install_folder(tmp_path / "cut.argosmodel", "cut", FROM)
    assert installed_models() == ()


def test_marians_own_files_are_converted_without_a_second_end_piece(embedded: Model, tmp_path: Path) -> None:
    folder = install_folder(write_marian(tmp_path / "opus", embedded), "opus", FROM)
    manifest = read_manifest(folder)
    assert manifest is not None
    assert (manifest.kind, manifest.ends_source) == ("Marian", False)
    run("opus")


def test_a_recurrent_decoder_is_named_as_one_that_cannot_be_taken(embedded: Model, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"autoreg must be 'self-attention'\. CTranslate2 .* SSRU"):
        install_folder(write_marian(tmp_path / "opus", embedded, decoder="rnn"), "opus", FROM)
    assert installed_models() == ()


@pytest.mark.parametrize("is_separate", [False, True])
def test_hugging_face_weights_are_installed_with_their_language_token(
    is_separate: bool, embedded: Model, tmp_path: Path
) -> None:
    folder = install_folder(write_hugging_face(tmp_path / "hf", embedded, is_separate=is_separate), "hf", FROM)
    assert Pieces(resolve_model("hf")).frame(["a"]) == [">>fra<<", "a", "</s>"]
    assert (folder / "target_vocab.json").is_file() == is_separate
    run("hf")


def test_a_token_that_a_model_has_not_is_refused(embedded: Model, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no target-language token >>deu<<"):
        install_folder(write_converted(tmp_path / "r", embedded), "r", FROM, target_token=">>deu<<")


def test_an_installed_folder_is_copied_to_another_machine(
    embedded: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = install_folder(write_converted(tmp_path / "repository", embedded), "ready", FROM)
    before = resolve_model("ready").digest
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "elsewhere"))
    assert resolve_model(str(folder)).digest == before
    install_folder(folder, "copied", FROM)
    assert resolve_model("copied").digest == before


def test_a_default_is_kept_until_its_model_is_removed(embedded: Model, tmp_path: Path) -> None:
    assert default_model() is None
    install_folder(write_converted(tmp_path / "repository", embedded), "ready", FROM)
    set_default("ready")
    assert default_model() == "ready"
    with pytest.raises(ModelError, match="installed already"):
        install_folder(tmp_path / "repository", "ready", FROM)
    remove_installed("ready")
    assert (default_model(), find_installed("ready")) == (None, None)


def test_a_folder_that_cannot_be_written_says_where_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "taken"))
    with pytest.raises(ModelError, match=r"taken.models: cannot keep the model.*set BITEXTE_CACHE to another folder"):
        install_folder(tmp_path, "ready", FROM)


def test_a_folder_that_holds_no_model_lists_what_would_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match=r"no model that bitexte knows.*\.argosmodel"):
        install_folder(tmp_path / "empty", "empty", FROM)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("L’eau « froide » coule…", 'L\'eau "froide" coule...'),
        ("Vraiment\u00a0? Oui\u202f: 5 %.", "Vraiment? Oui: 5%."),
        ("Un – deux — trois", "Un - deux - trois"),
        ("mot( un )mot", "mot (un) mot"),
        ("It's plain.", "It's plain."),
    ],
)
def test_punctuation_is_made_plain(text: str, plain: str) -> None:
    assert normalise_punctuation(text) == plain
    assert normalise_punctuation(plain) == plain


def test_a_model_with_rules_of_its_own_gets_texts_as_they_are(embedded: Model) -> None:
    assert not Pieces(embedded)._wants_plain_punctuation
