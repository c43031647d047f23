"""The documentation says what is true: commands, files, lengths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_shape import LAYERS
from translate.cli import COMMANDS
from translate.config import Config, load_config

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_readme_is_short_and_opens_with_a_sentence() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 120
    assert re.match(r"[A-Z].*\.$", " ".join(lines[2:4]).strip())


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_is_in_the_quick_start(command: str) -> None:
    assert f"bitexte {command}" in (ROOT / "docs" / "quickstart.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_documented_exists(page: Path) -> None:
    for command in re.findall(r"^\s*(?:\$ )?bitexte ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
        assert command in COMMANDS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_linked_exists(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_settings_of_the_quick_start_are_settings(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "quickstart.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    (tmp_path / "bitexte.toml").write_text(block, encoding="utf-8")
    config = load_config(tmp_path / "bitexte.toml")
    assert isinstance(config, Config)
    assert config.output.target_code == "en-GB"


def test_the_table_of_layers_is_the_package_as_it_is() -> None:
    text = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ((?:`\w+` ?)+)\|", text, re.MULTILINE)
    parts = {path.stem for path in (ROOT / "translate").glob("*.py") if not path.stem.startswith("_")}
    parts |= {path.parent.name for path in (ROOT / "translate").glob("*/__init__.py")}
    expected = [layer & parts for layer in LAYERS if layer & parts]
    assert [set(re.findall(r"\w+", row)) for row in rows] == expected
    assert set().union(*expected) == parts


def test_every_page_is_reached_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"docs/{page.name}" in readme for page in PAGES if page.name != "README.md")
