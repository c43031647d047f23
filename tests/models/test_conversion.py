"""The conversion to CTranslate2 is made once, kept by content, and safe when two processes make it at once."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.converting import converting_in_a_process
from tests.models.test_install import write_marian
from tests.pickled import Evil
from translate.config import EngineConfig
from translate.data import Model
from translate.engines import ENGINES, translate
from translate.errors import ModelError
from translate.files import cache_folder
from translate.models import conversion, convert_model, resolve_model
from translate.models.target_pieces import TARGET_PIECES

CONVERT = """
import sys
from translate.models import convert_model, resolve_model
print(convert_model(resolve_model(sys.argv[1]), "int8").converted)
assert not {"torch", "transformers"} & sys.modules.keys()
"""


@pytest.fixture
def bare(tmp_path: Path, embedded: Model) -> Model:
    """The embedded model without its converted form."""
    folder = shutil.copytree(embedded.folder, tmp_path / "model", ignore=shutil.ignore_patterns("ctranslate2-*"))
    return resolve_model(str(folder))


@pytest.mark.slow
def test_two_processes_convert_one_model_at_once(bare: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))
    command = [sys.executable, "-c", CONVERT, str(bare.folder)]

    def convert(_: int) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, capture_output=True, text=True, check=False)

    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(convert, range(2)))
    assert [run.returncode for run in runs] == [0, 0], [run.stderr for run in runs]
    assert runs[0].stdout == runs[1].stdout
    assert len(list((tmp_path / "cache" / "ctranslate2").iterdir())) == 1
    made = Path(runs[0].stdout.strip())
    shipped = Path(str(resolve_model("fr-en").folder)) / "ctranslate2-int8"
    assert (made / "model.bin").read_bytes() == (shipped / "model.bin").read_bytes()


@pytest.mark.slow
def test_a_model_is_converted_with_the_pieces_that_it_may_write(
    bare: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))
    (bare.folder / TARGET_PIECES).unlink()
    whole = convert_model(resolve_model(str(bare.folder)), "float32")
    assert whole.converted is not None
    every = json.loads((whole.converted / "shared_vocabulary.json").read_bytes())
    kept = [piece for piece in every if not piece.startswith("▁p")]
    written = "".join(f"{piece}\n" for piece in [*kept, "<pad>"])
    (bare.folder / TARGET_PIECES).write_text(written, encoding="utf-8")
    model = convert_model(resolve_model(str(bare.folder)), "float32")
    assert model.converted is not None
    assert json.loads((model.converted / "source_vocabulary.json").read_bytes()) == every
    assert json.loads((model.converted / "target_vocabulary.json").read_bytes()) == kept
    texts = ["Le président parle au peuple.", "Le prix est payé."]
    config = EngineConfig(threads=1, compute_type="float32")
    drafts = [
        [draft.text for draft in translate(ENGINES.load(name).load(config, model), texts)]
        for name in ("ctranslate2", "transformers")
    ]
    assert drafts[0] == drafts[1], "both engines leave out the same pieces"
    assert not any(word.startswith("p") for text in drafts[0] for word in text.split())


def test_a_list_of_pieces_that_does_not_fit_stops_the_conversion(bare: Model) -> None:
    (bare.folder / TARGET_PIECES).write_text("zzzz\n", encoding="utf-8")
    with converting_in_a_process(), pytest.raises(ModelError, match=r"target_pieces\.txt:1: 'zzzz' is not in vocab"):
        convert_model(resolve_model(str(bare.folder)), "int8")


def test_a_finished_conversion_is_not_made_again(bare: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    place = cache_folder() / "ctranslate2" / f"{bare.digest[:32]}-int8"
    shutil.copytree(resolve_model("fr-en").folder / "ctranslate2-int8", place)
    monkeypatch.setattr(conversion.subprocess, "run", None)
    assert convert_model(bare, "int8").converted == place
    shutil.rmtree(place)


def test_a_converted_form_of_other_weights_is_not_trusted(bare: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(resolve_model("fr-en").folder / "ctranslate2-int8", bare.folder / "ctranslate2-int8")
    (bare.folder / "ctranslate2-int8" / "source.sha256").write_text("0" * 64)
    asked: list[str] = []
    monkeypatch.setattr(conversion, "_convert", lambda model, place, stored: asked.append(stored))
    convert_model(bare, "int8_float32")
    assert asked == ["int8"]


def test_an_unknown_compute_type_is_an_error(bare: Model) -> None:
    with pytest.raises(ModelError, match=r"Unknown compute type 'int4'\. Known: bfloat16"):
        convert_model(replace(bare), "int4")


def test_a_cache_that_cannot_be_written_is_an_error(
    bare: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "file"))
    with pytest.raises(ModelError, match="cannot keep the converted model"):
        convert_model(bare, "int8")


@pytest.mark.slow
def test_code_in_the_weights_of_a_model_is_not_run(
    bare: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))
    (bare.folder / "model.safetensors").unlink()
    (bare.folder / "pytorch_model.bin").write_bytes(pickle.dumps({"model.shared.weight": Evil(tmp_path / "was run")}))
    with pytest.raises(ModelError):
        convert_model(resolve_model(str(bare.folder)), "int8")
    assert not (tmp_path / "was run").exists()


@pytest.mark.slow
def test_code_in_the_weights_of_marian_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, embedded: Model
) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))
    folder = write_marian(tmp_path / "marian", embedded)
    with (folder / "model.npz").open("wb") as file:
        np.savez(file, Wemb=np.array([Evil(tmp_path / "was run")], dtype=object))
    with pytest.raises(ModelError):
        convert_model(resolve_model(str(folder)), "int8")
    assert not (tmp_path / "was run").exists()
