"""`bitexte config` prints what holds and where it comes from, as a configuration."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from translate.config import Config
from translate.config_file import load_config


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "bitexte.toml").write_text(
        '[engine]\nbeam = 2\nname = "echo"\nglossary = "terms.tsv"\n', encoding="utf-8"
    )
    (tmp_path / "terms.tsv").write_text("séance\tsitting\n", encoding="utf-8")
    (tmp_path / "work" / "a.txt").write_text("La séance est ouverte.\n", encoding="utf-8")
    return tmp_path


def test_each_setting_is_printed_with_where_it_comes_from(folder: Path, run_in: RunIn) -> None:
    found = json.loads(run_in(folder / "work", "config", "--json", "--quotes", "curly").output)
    place = str(folder / "bitexte.toml")
    assert found["engine.beam"] == {"value": 2, "from": place}
    assert found["engine.glossary"] == {"value": str(folder / "terms.tsv"), "from": place}
    assert found["output.quotes"] == {"value": "curly", "from": "command line"}
    assert found["engine.threads"] == {"value": 0, "from": "default"}
    assert found["engine.revision"]["value"] is None


def test_what_is_printed_is_a_configuration_that_says_the_same(folder: Path, run_in: RunIn) -> None:
    said = run_in(folder / "work", "config", "--numbers", "as_is").output
    (folder / "again.toml").write_text(said, encoding="utf-8")
    again = load_config(folder / "again.toml")
    assert (again.engine.beam, again.engine.name, again.output.numbers) == (2, "echo", "as_is")
    assert said.startswith(f"# {folder / 'bitexte.toml'}\n")


def test_the_configuration_above_the_working_folder_holds_for_a_run(folder: Path, run_in: RunIn) -> None:
    found = run_in(folder / "work", "translate", "a.txt", "--out", "-")
    assert (found.code, found.output) == (0, "La séance est ouverte.\n")  # by the engine echo


def test_the_command_line_overrides_the_configuration(folder: Path, run_in: RunIn) -> None:
    found = json.loads(run_in(folder / "work", "config", "--json", "--beam", "5").output)
    assert found["engine.beam"] == {"value": 5, "from": "command line"}


def test_without_a_configuration_the_defaults_hold(tmp_path: Path, run_in: RunIn) -> None:
    found = json.loads(run_in(tmp_path, "config", "--json").output)
    assert {row["from"] for row in found.values()} == {"default"}
    assert found["engine.beam"]["value"] == Config().engine.beam


def test_nonsense_is_refused_with_the_name_of_the_key_and_its_range(folder: Path, run_in: RunIn) -> None:
    (folder / "work" / "bitexte.toml").write_text("[engine]\nbeam = 0\n", encoding="utf-8")
    found = run_in(folder / "work", "translate", "a.txt")
    assert found.code == 2
    assert found.error.endswith("bitexte.toml: engine: beam = 0; expected 1 or more.\n")
