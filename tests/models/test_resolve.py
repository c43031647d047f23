"""A model's name leads to a whole folder, and to the hub only when it must."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from translate.data import Model
from translate.errors import ModelError
from translate.models import convert_model, resolve_model
from translate.models.folder import REQUIRED_FILES

COMMIT = "a" * 40


@pytest.fixture
def folder(tmp_path: Path, embedded: Model) -> Path:
    """A copy of the embedded model without its converted form."""
    return Path(shutil.copytree(embedded.folder, tmp_path / "model", ignore=shutil.ignore_patterns("ctranslate2-*")))


@pytest.fixture
def hub_cache(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A hub cache that holds `someone/opus-fr-en`, as huggingface_hub lays it out."""
    cache = tmp_path / "hub"
    repository = cache / "models--someone--opus-fr-en"
    shutil.copytree(folder, repository / "snapshots" / COMMIT)
    (repository / "refs").mkdir()
    (repository / "refs" / "main").write_text(COMMIT)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(cache))
    return cache


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> NoReturn:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_the_embedded_model_is_found_by_name() -> None:
    model = resolve_model("fr-en")
    assert (model.name, len(model.digest)) == ("fr-en", 64)


def test_the_converted_form_that_ships_is_of_the_weights_that_ship(embedded: Model) -> None:
    assert embedded.converted == embedded.folder / "ctranslate2-int8"


def test_the_embedded_model_takes_a_hundred_megabytes_at_most(embedded: Model) -> None:
    assert sum(path.stat().st_size for path in embedded.folder.rglob("*") if path.is_file()) <= 100e6


def test_a_folder_is_taken_with_the_same_digest(folder: Path, embedded: Model) -> None:
    assert resolve_model(str(folder)).digest == embedded.digest


def test_one_byte_more_is_another_digest(folder: Path, embedded: Model) -> None:
    with (folder / "config.json").open("a") as file:
        file.write("\n")
    assert resolve_model(str(folder)).digest != embedded.digest


@pytest.mark.parametrize("name", REQUIRED_FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"{name} missing"):
        resolve_model(str(folder))


def test_missing_weights_are_named(folder: Path) -> None:
    (folder / "model.safetensors").unlink()
    with pytest.raises(ModelError, match=r"expected model.safetensors or pytorch_model.bin"):
        resolve_model(str(folder))


def test_a_config_that_is_no_json_is_named(folder: Path) -> None:
    (folder / "config.json").write_text("{")
    with pytest.raises(ModelError, match=r"config.json: cannot be read as JSON"):
        resolve_model(str(folder))


def test_a_model_of_another_kind_is_refused(folder: Path) -> None:
    (folder / "config.json").write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(ModelError, match="'bert'; expected 'marian'"):
        resolve_model(str(folder))


def test_weights_that_are_cut_short_are_refused_by_the_converter(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:100_000])
    with pytest.raises(ModelError, match="cannot convert this model"):
        convert_model(resolve_model(str(folder)), "int8")


def test_an_unknown_name_says_what_would_do() -> None:
    with pytest.raises(ModelError, match=r"Unknown model 'fr_en'. Give a built-in model \(fr-en\), an installed one"):
        resolve_model("fr_en")


@pytest.mark.usefixtures("hub_cache", "no_network")
@pytest.mark.parametrize("revision", [None, "main", COMMIT])
def test_a_cached_hub_model_never_asks_the_hub(monkeypatch: pytest.MonkeyPatch, revision: str | None) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE")
    assert resolve_model("someone/opus-fr-en", revision=revision).folder.name == COMMIT


@pytest.mark.usefixtures("hub_cache", "no_network")
def test_offline_a_model_that_is_not_cached_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE")
    with pytest.raises(ModelError, match="not in the cache of this machine"):
        resolve_model("someone/else", offline=True)


@pytest.mark.usefixtures("hub_cache", "no_network")
def test_the_offline_variable_forbids_the_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError, match="not in the cache of this machine"):
        resolve_model("someone/else")
