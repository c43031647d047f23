"""Settings come from TOML; what is unknown or of the wrong type is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.config import Config, load_config
from translate.errors import UsageError


def load(folder: Path, text: str) -> Config:
    path = folder / "bitexte.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path)


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, "") == Config()


def test_values_are_taken_and_the_others_stay(tmp_path: Path) -> None:
    config = load(
        tmp_path, '[engine]\nbeam = 2\nrevision = "abc"\n[output]\nformats = ["tsv"]\n[checks]\nscore_error = 3\n'
    )
    assert (config.engine.beam, config.engine.revision, config.engine.name) == (2, "abc", "ctranslate2")
    assert (config.output.formats, config.checks.score_error) == (("tsv",), 3.0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("beam = 4", "unknown key 'beam'. Known: alignment, checks, documents, engine"),
        ("[engine]\nbeams = 4", r"\[engine\]: unknown key 'beams'"),
        ('[engine]\nbeam = "4"', "'beam' must be of type int, not '4'"),
        ("[engine]\nbeam = true", "'beam' must be of type int"),
        ("[engine]\nrevision = 4", r"'revision' must be of type str \| None"),
        ('[output]\nformats = "tmx"', "'formats' must be a list of strings"),
        ("engine = 4", r"'engine' is a table; write \[engine\]"),
        ("[engine", "not a TOML file"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load(tmp_path, text)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.toml: cannot read"):
        load_config(tmp_path / "nowhere.toml")
