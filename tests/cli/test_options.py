"""Each option overrides its setting in the file, and what neither says is the default."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from translate.cli import COMMANDS, command_parser
from translate.cli.align import _config_of as config_of_align
from translate.cli.options import config_of
from translate.config import Config
from translate.errors import UsageError

SETTINGS = """
source_language = "fr-BE"
target_language = "en-US"
[documents]
encoding = "cp1252"
front_matter = ["tagline"]
include = ["json_ld"]
skip = ["index"]
[segmentation]
srx = "file.srx"
[engine]
name = "echo"
model = "file-model"
revision = "abc"
device = "cuda"
beam = 2
threads = 3
batch_pieces = 512
glossary = "file.tbx"
[memory]
files = ["file.tmx"]
[care]
without = ["measures"]
[alignment]
scorer = "labse"
scorer_model = "file-scorer"
min_score = 10
min_similarity = 20
[output]
formats = ["tsv"]
quotes = "curly"
numbers = "english"
source_code = "fr-LU"
target_code = "en-IE"
"""
OPTIONS = [
    ("--source-language", "fr-CA", "source_language", "fr-BE"),
    ("--target-language", "en-GB", "target_language", "en-US"),
    ("--encoding", "latin-1", "documents.encoding", "cp1252"),
    ("--srx", "own.srx", "segmentation.srx", "file.srx"),
    ("--engine", "ctranslate2", "engine.name", "echo"),
    ("--model", "own-model", "engine.model", "file-model"),
    ("--revision", "def", "engine.revision", "abc"),
    ("--device", "cpu", "engine.device", "cuda"),
    ("--beam", "7", "engine.beam", 2),
    ("--threads", "5", "engine.threads", 3),
    ("--batch-pieces", "99", "engine.batch_pieces", 512),
    ("--glossary", "own.tbx", "engine.glossary", "file.tbx"),
    ("--quotes", "straight", "output.quotes", "curly"),
    ("--numbers", "as_is", "output.numbers", "english"),
    ("--source-code", "fr-CH", "output.source_code", "fr-LU"),
    ("--target-code", "en-NZ", "output.target_code", "en-IE"),
]
LISTS = [
    (["--memory", "a.tmx", "--memory", "b.tmx"], "memory.files", ("a.tmx", "b.tmx"), ("file.tmx",)),
    (["--front-matter", "title,hero.text"], "documents.front_matter", ("title", "hero.text"), ("tagline",)),
    (["--include", "hidden,sheet_names"], "documents.include", ("hidden", "sheet_names"), ("json_ld",)),
    (["--skip", "alt", "--skip", "notes"], "documents.skip", ("alt", "notes"), ("index",)),
    (["--format", "tmx,json", "--format", "moses"], "output.formats", ("tmx", "json", "moses"), ("tsv",)),
    (["--without", "casing,names", "--no-repair"], "care.without", ("casing", "names", "repair"), ("measures",)),
]
SWITCHES = [
    ("--join-lines", "documents.join_lines", False, True),
    ("--any-language", "documents.verify_language", True, False),
    ("--offline", "engine.offline", False, True),
    ("--edits", "output.edits", False, True),
]
SCORES = [
    ("--scorer", "none", "alignment.scorer", "labse"),
    ("--scorer-model", "own", "alignment.scorer_model", "file-scorer"),
    ("--min-score", "0", "alignment.min_score", 10.0),
    ("--min-similarity", "0", "alignment.min_similarity", 20.0),
]


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "bitexte.toml"
    path.write_text(SETTINGS, encoding="utf-8")
    return path


def parsed(*arguments: object) -> argparse.Namespace:
    given = [str(argument) for argument in arguments]
    return command_parser(given).parse_args(given)


def value_of(config: Config, name: str) -> object:
    found: object = config
    for part in name.split("."):
        found = getattr(found, part)
    return found


def beside(settings: Path, name: str, held: object) -> object:
    """Return what a configuration means where it names a file: one beside it."""
    if name not in ("segmentation.srx", "engine.glossary", "memory.files"):
        return held
    return (
        tuple(str(settings.parent / one) for one in held)
        if isinstance(held, tuple)
        else str(settings.parent / str(held))
    )


@pytest.mark.parametrize(("option", "given", "name", "held"), OPTIONS)
def test_an_option_overrides_the_file(settings: Path, option: str, given: str, name: str, held: object) -> None:
    kind = type(held)
    assert value_of(config_of(parsed("translate", "--config", settings)), name) == beside(settings, name, held)
    assert value_of(config_of(parsed("translate", "--config", settings, option, given)), name) == kind(given)  # type: ignore[call-arg]
    assert value_of(config_of(parsed("translate", option, given)), name) == kind(given)  # type: ignore[call-arg]
    assert value_of(config_of(parsed("translate")), name) == value_of(Config(), name)


@pytest.mark.parametrize(("arguments", "name", "given", "held"), LISTS)
def test_a_list_of_the_command_line_replaces_that_of_the_file(
    settings: Path, arguments: list[str], name: str, given: tuple[str, ...], held: tuple[str, ...]
) -> None:
    assert value_of(config_of(parsed("translate", "--config", settings)), name) == beside(settings, name, held)
    assert value_of(config_of(parsed("translate", "--config", settings, *arguments)), name) == given


@pytest.mark.parametrize(("option", "name", "off", "on"), SWITCHES)
def test_a_switch_turns_on_and_leaves_the_file_alone_where_it_is_not_given(
    tmp_path: Path, option: str, name: str, off: bool, on: bool
) -> None:
    table, _, key = name.partition(".")
    path = tmp_path / "on.toml"
    path.write_text(f"[{table}]\n{key} = {str(on).lower()}\n", encoding="utf-8")
    assert value_of(config_of(parsed("translate")), name) is off
    assert value_of(config_of(parsed("translate", option)), name) is on
    assert value_of(config_of(parsed("translate", "--config", path)), name) is on


@pytest.mark.parametrize(("option", "given", "name", "held"), SCORES)
def test_the_aligner_has_options_of_its_own_and_nought_is_a_value(
    settings: Path, option: str, given: str, name: str, held: object
) -> None:
    assert value_of(config_of_align(parsed("align", "--config", settings)), name) == held
    expected = given if isinstance(held, str) else float(given)
    assert value_of(config_of_align(parsed("align", "--config", settings, option, given)), name) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[engine]\nbeams = 4\n", r"unknown key 'beams'\. Known: .*beam"),
        ("[engines]\n", r"unknown key 'engines'\. Known: .*engine"),
        ("engine = 4\n", r"'engine' is a table; write \[engine\]"),
        ("[engine]\nbeam = '4'\n", r"\[engine\]: 'beam' must be of type int, not '4'"),
        ("[engine]\nbeam = true\n", "must be of type int, not True"),
        ("[output]\nformats = 'tmx'\n", "'formats' must be a list of strings, not 'tmx'"),
        ("[output]\nformats = ['tmx', 4]\n", "must be a list of strings"),
        ("[documents]\nencoding = 4\n", r"'encoding' must be of type .*str"),
        ("[alignment]\nmin_score = 'high'\n", "'min_score' must be of type float, not 'high'"),
        ("[engine\n", "not a TOML file"),
    ],
)
def test_what_is_wrong_in_a_file_of_settings_is_said_with_its_table(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bitexte.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        config_of(parsed("translate", "--config", path))


@pytest.mark.parametrize("code", ["french", "f", "fr_", "12", "fr-"])
def test_what_is_no_language_code_is_refused(code: str) -> None:
    for option in ("--source-language", "--target-code"):
        with pytest.raises(UsageError, match=code):
            config_of(parsed("translate", option, code))


@pytest.mark.parametrize(
    ("command", "arguments", "expected"),
    [
        ("translate", ["--beam", "0"], "0 is not a whole number above 0"),
        ("translate", ["--beam", "many"], "many is not a whole number above 0"),
        ("translate", ["--threads", "-1"], "-1 is not a whole number above 0"),
        ("translate", ["--batch-pieces", "1.5"], "1.5 is not a whole number above 0"),
        ("align", ["--min-score", "101"], "101 is not a number from 0 to 100"),
        ("align", ["--min-score", "nan"], "nan is not a number from 0 to 100"),
        ("align", ["--min-similarity", "high"], "high is not a number from 0 to 100"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_words(
    command: str, arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        parsed(command, *arguments)
    assert f"argument {arguments[0]}: {expected}. " in capsys.readouterr().err


@pytest.mark.parametrize("command", list(COMMANDS))
def test_no_option_is_explained_with_less_than_a_word_or_without_a_place_for_its_value(command: str) -> None:
    parser = command_parser([command])
    (commands,) = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in commands.choices[command]._actions:
        assert action.help or isinstance(action, argparse._SubParsersAction), action.dest
        if action.nargs is None and action.option_strings:
            assert action.metavar or action.choices, action.dest


def help_of(command: str, option: str) -> str:
    parser = command_parser([command])
    (commands,) = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return str(next(a.help for a in commands.choices[command]._actions if option in a.option_strings))


@pytest.mark.parametrize(("command", "may"), [("translate", True), ("align", True), ("convert", False)])
def test_a_format_is_said_to_be_repeatable_where_it_is(command: str, may: bool) -> None:
    assert ("repeated" in help_of(command, "--format")) == may


def test_an_instruction_set_is_promised_to_make_texts_equal_only_where_it_is_pinned() -> None:
    assert help_of("translate", "--isa").endswith("; avx2 or avx512 for equal texts on different processors")
