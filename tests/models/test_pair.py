"""The pair that a model says it translates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.data import Model
from translate.errors import ModelError
from translate.models.pair import stated_pair


def a_model(folder: Path, name: str = "mine", settings: object = None) -> Model:
    if settings is not None:
        (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    return Model(name, folder, "")


def test_the_embedded_model_says_what_it_translates(embedded: Model) -> None:
    assert stated_pair(embedded) == ("fr", "en")


@pytest.mark.parametrize(
    "settings",
    [{}, {"source_lang": "fr"}, {"source_lang": "fr", "target_lang": ""}, {"source_lang": 1, "target_lang": 2}, []],
)
def test_a_model_may_say_nothing(settings: object, tmp_path: Path) -> None:
    assert stated_pair(a_model(tmp_path, "opus-mt-fr-en", settings)) is None


def test_a_model_without_settings_says_nothing(tmp_path: Path) -> None:
    assert stated_pair(a_model(tmp_path)) is None


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("Helsinki-NLP/opus-mt-fr-en", ("fr", "en")),
        ("Helsinki-NLP/opus-mt-tc-big-fra-deu", ("fra", "deu")),
        ("Helsinki-NLP/opus-mt-ROMANCE-en", None),
        ("someone/marian", None),
    ],
)
def test_a_name_of_the_hub_may_say_it(name: str, pair: tuple[str, str] | None, tmp_path: Path) -> None:
    assert stated_pair(a_model(tmp_path, name)) == pair


def test_settings_count_for_more_than_the_name(tmp_path: Path) -> None:
    model = a_model(tmp_path, "someone/opus-mt-fr-en", {"source_lang": "de", "target_lang": "en"})
    assert stated_pair(model) == ("de", "en")


def test_settings_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "tokenizer_config.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match=r"tokenizer_config\.json: cannot be read as JSON"):
        stated_pair(Model("mine", tmp_path, ""))
