"""Settings come from TOML; what is unknown or of the wrong type is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from translate.config import Config
from translate.config_file import find_config, load_config
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
        ("beam = 4", "unknown key 'beam'. Known: alignment, care, checks, documents, engine"),
        ("[engine]\nbeams = 4", r"\[engine\]: unknown key 'beams'"),
        ('[engine]\nbeam = "4"', "'beam' must be of type int, not '4'"),
        ("[engine]\nbeam = true", "'beam' must be of type int"),
        ("[engine]\nbeam = 0", "engine: beam = 0; expected 1 or more"),
        ("[engine]\nthreads = -1", "engine: threads = -1; expected 0 or more"),
        ("[engine]\nrevision = 4", r"'revision' must be of type str \| None"),
        ('[output]\nformats = "tmx"', "'formats' must be a list of strings"),
        ("engine = 4", r"'engine' is a table; write \[engine\]"),
        ("[engine", "not a TOML file"),
        ('[documents]\ninclude = ["hidden", "notes"]', "text to include 'notes'. Known: hidden, json_ld"),
        ('[documents]\nskip = ["hidden"]', "text to skip 'hidden'. Known: alt, comments, headers, index"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        load(tmp_path, text)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.toml: cannot read"):
        load_config(tmp_path / "nowhere.toml")


def leaves(table: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield each setting with the tables that it lies in, and its default."""
    for field in fields(table):  # type: ignore[arg-type]
        value = getattr(table, field.name)
        if is_dataclass(value):
            yield from leaves(value, (*path, field.name))
        else:
            yield (*path, field.name), value


SETTINGS = dict(leaves(Config()))


def toml_of(path: tuple[str, ...], value: str) -> str:
    *tables, key = path
    return "".join(f"[{table}]\n" for table in tables) + f"{key} = {value}\n"


NAMES = {
    "include": '["hidden"]',
    "skip": '["alt", "comments"]',
    "fuzzy_as": '"draft"',
    "level": '"paragraph"',
    "pdf_as": '"docx"',
    "filled_as": '"reviewed"',
    "required": '["x => y"]',
}
"""Settings that take names of a list."""


def written(path: tuple[str, ...], value: object) -> str:
    """Return a value of TOML of the type that the default has, and another than it."""
    if path[-1] in NAMES:
        return NAMES[path[-1]]
    match value:
        case bool():
            return "false" if value else "true"
        case int():
            return str(value + 1)
        case float():
            return str(value + 0.5)
        case tuple():
            return '["x", "y"]'
        case _:
            return '"x"'


@pytest.mark.parametrize("path", SETTINGS, ids=".".join)
def test_each_setting_can_be_given_in_its_table(path: tuple[str, ...], tmp_path: Path) -> None:
    default = SETTINGS[path]
    found = dict(leaves(load(tmp_path, toml_of(path, written(path, default)))))
    assert found[path] != default
    assert type(found[path]) is type(default) or default is None
    assert {key: value for key, value in found.items() if key != path} == {
        key: value for key, value in SETTINGS.items() if key != path
    }


@pytest.mark.parametrize("path", SETTINGS, ids=".".join)
def test_each_setting_refuses_a_value_of_another_type(path: tuple[str, ...], tmp_path: Path) -> None:
    wrong = ["{a = 1}", "1979-05-27"]
    wrong += {bool: ["1", '"yes"'], int: ["1.5", "true", '"1"'], float: ["true", '"1"'], tuple: ['"x"', "[1]"]}.get(
        type(SETTINGS[path]), ["1", "true", "[]"]
    )
    for value in wrong:
        with pytest.raises(UsageError, match=rf"bitexte\.toml.*: '{path[-1]}' must be (of type|a list of strings)"):
            load(tmp_path, toml_of(path, value))


def test_a_whole_number_will_do_for_a_fraction(tmp_path: Path) -> None:
    value = load(tmp_path, "[checks]\nscore_error = 3\n").checks.score_error
    assert (value, type(value)) == (3.0, float)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "not a TOML file: 'utf-8' codec"),
        (b"a = 1\na = 2", "not a TOML file: Cannot overwrite a value"),
        (b"[engine]\nbeam = 2\n[engine]\n", "not a TOML file: "),
        (b"[[engine]]\nbeam = 2\n", r"'engine' is a table; write \[engine\]"),
        (b"[engine.deep]\nbeam = 2\n", r"\[engine\]: unknown key 'deep'"),
        (b"[engines]\nbeam = 2\n", "unknown key 'engines'"),
        (b"a = " + b"[" * 20_000, "not a TOML file: values are nested too deeply"),
        (b'"' + b"a" * 99 + b'" = 1', "unknown key 'a{39}…'"),
        (b'"a\\nb" = 1', "unknown key 'a b'"),
        (b'[engine]\nbeam = "' + b"a" * 99 + b'"', "must be of type int, not 'a{39}…'"),
    ],
)
def test_what_is_no_configuration_is_said(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "bitexte.toml").write_bytes(content)
    with pytest.raises(UsageError, match=message):
        load_config(tmp_path / "bitexte.toml")


def test_a_path_may_be_a_string(tmp_path: Path) -> None:
    (tmp_path / "bitexte.toml").write_text("[engine]\nbeam = 2\n", encoding="utf-8")
    assert load_config(str(tmp_path / "bitexte.toml")).engine.beam == 2
    with pytest.raises(UsageError, match=r"nowhere\.toml: cannot read the configuration"):
        load_config(str(tmp_path / "nowhere.toml"))


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read the configuration: Is a directory"):
        load_config(tmp_path)


RANGES = {
    ("engine", "beam"): "1 or more",
    ("engine", "batch_pieces"): "1 or more",
    ("repair", "min_coverage"): "0 to 1",
    ("repair", "part_pieces"): "1 or more",
    ("memory", "fuzzy"): "0 to 100",
    ("checks", "score_error"): "0 to 100",
    ("checks", "max_repetitions"): "1 or more",
    ("checks", "length_warning"): "0 or more",
    ("alignment", "min_similarity"): "0 to 100",
    ("documents", "max_pages"): "1 or more",
}


@pytest.mark.parametrize("path", RANGES, ids=".".join)
def test_a_number_out_of_its_range_is_refused_with_file_name_and_range(path: tuple[str, str], tmp_path: Path) -> None:
    below = "-1.0" if isinstance(SETTINGS[path], float) else "-1"
    with pytest.raises(UsageError) as caught:
        load(tmp_path, toml_of(path, below))
    assert str(caught.value).endswith(f"bitexte.toml: {path[0]}: {path[1]} = {below}; expected {RANGES[path]}.")


def test_every_number_has_a_range(tmp_path: Path) -> None:
    """Whatever is added later: no number may be as small as can be, but a logarithm."""
    for path, value in SETTINGS.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)) or path[-1] == "min_log_probability":
            continue
        with pytest.raises(UsageError, match="expected"):
            load(tmp_path, toml_of(path, str(type(value)(-1_000_000))))


def test_relative_paths_start_from_the_folder_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    config = load(
        tmp_path,
        '[engine]\nglossary = "terms.tsv"\nmodel = "mine"\n[memory]\nfiles = ["a.tmx", "/b.tmx"]\n'
        '[segmentation]\nsrx = "r.srx"\n',
    )
    assert config.engine.glossary == str(tmp_path / "terms.tsv")
    assert config.engine.model == str(tmp_path / "mine")
    assert config.memory.files == (str(tmp_path / "a.tmx"), str(Path("/b.tmx")))
    assert config.segmentation.srx == str(tmp_path / "r.srx")
    assert (
        load(tmp_path, '[engine]\nmodel = "Helsinki-NLP/opus-mt-fr-en"\n').engine.model == "Helsinki-NLP/opus-mt-fr-en"
    )


def test_the_nearest_configuration_upwards_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) is None or tmp_path not in find_config(deep).parents  # type: ignore[union-attr]
    (tmp_path / "bitexte.toml").write_text("", encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert find_config(deep) == tmp_path / "bitexte.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.bitexte.engine]\nbeam = 3\n", encoding="utf-8")
    assert find_config(deep) == tmp_path / "a" / "pyproject.toml"
    (deep / "pyproject.toml").write_text("[tool", encoding="utf-8")
    assert find_config(deep) == tmp_path / "a" / "pyproject.toml"
    assert load_config(tmp_path / "a" / "pyproject.toml").engine.beam == 3


def test_what_is_wrong_in_a_project_file_is_named_with_its_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.bitexte.engine]\nbeams = 3\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"pyproject\.toml \[tool\.bitexte\] \[engine\]: unknown key 'beams'"):
        load_config(tmp_path / "pyproject.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('forbidden = ["(x"]', r"checks: '\(x' is no regular expression: missing \)"),
        ('required = ["x"]', "checks: required = 'x'; expected 'pattern of the source => pattern of the target'"),
        ('required = ["x => [y"]', r"checks: '\[y' is no regular expression"),
    ],
)
def test_a_pattern_that_is_none_is_refused(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=message):
        load(tmp_path, f"[checks]\n{text}\n")
