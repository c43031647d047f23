"""The house keeps its shape: layers, sizes, public names."""

from __future__ import annotations

import ast
import functools
import io
import re
import tokenize
import unicodedata
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import translate
from tests.trees import nodes, parse
from translate.languages import ADMINISTRATION, find_language, known_languages
from translate.text.words import split_lowered

PACKAGE = Path(translate.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
PARTS = sorted({path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES})
MAX_MODULE_LINES = 300
MAX_NOUN_LINES = 400
"""Of `data`, for what steps share is one file of nouns."""

# A module imports only from layers before its own, and from its own folder: siblings never import each other.
LAYERS = [
    {"records"},
    {"data", "errors", "__init__"},
    {"registry", "files"},
    {"signature"},
    {"text"},
    {"languages"},
    {"config"},
    {"config_file"},
    {"segmentation", "models", "alignment"},
    {"formats", "terms", "executors"},
    {"documents", "engines", "memory", "checks"},
    {"care"},
    {"run"},
    {"aligning", "corpus", "evaluation", "shards"},
    {"training", "report", "serve"},
    {"api", "cli"},
    {"__main__"},
]
MAX_ROOT_MODULES = 8
MAX_SHARED_MODULES = 12
"""Beside the folders of a part."""
MIN_TEST_RATIO = 0.7


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules_of(part: str) -> list[Path]:
    return [path for path in MODULES if part_of(path) == part]


def modules_in(room: Path) -> list[Path]:
    """Return the module, or those of the folder."""
    return sorted(room.glob("*.py")) if room.is_dir() else [room]


@functools.cache
def source_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return parse(source_of(path))


def layer_of(part: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if part in layer)


def imported_parts(path: Path) -> set[str]:
    """Return the top-level parts of the package that the module imports, wherever the import stands."""
    parts: set[str] = set()
    for node in nodes(source_of(path)):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "translate" else [f"translate.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            pieces = name.split(".")
            if pieces[0] == "translate" and len(pieces) > 1:
                is_part = (PACKAGE / pieces[1]).is_dir() or (PACKAGE / f"{pieces[1]}.py").exists()
                parts.add(pieces[1] if is_part else "__init__")
    return parts


@pytest.mark.parametrize("part", PARTS)
def test_imports_point_downward_only(part: str) -> None:
    if part != "__init__":
        wrong = {
            (str(path), imported)
            for path in modules_of(part)
            for imported in imported_parts(path) - {part}
            if layer_of(imported) >= layer_of(part)
        }
        assert not wrong


@pytest.mark.parametrize(
    ("part", "known"), [("documents", {"html", "office"}), ("care", {"codes", "words"}), ("text", {"dates"})]
)
def test_the_folders_of_a_part_import_in_one_direction(part: str, known: set[str]) -> None:
    """What two families share lies in a third folder, or beside them all."""
    folders = [path.parent for path in (PACKAGE / part).glob("*/__init__.py")]
    told = re.compile(rf"^ *from translate\.{part}\.(\w+)\.", re.MULTILINE)
    asked = {
        folder.name: {other for path in folder.glob("*.py") for other in told.findall(source_of(path))} - {folder.name}
        for folder in folders
    }
    assert set(TopologicalSorter(asked).static_order()) >= known


@pytest.mark.parametrize("part", ["care", "text"])
def test_what_folders_share_asks_for_none_that_asks_for_it(part: str) -> None:
    """A module beside the folders puts them together, or is what they share."""
    told = re.compile(rf"^ *from translate\.{part}\.(\w+)", re.MULTILINE)
    rooms = [path for path in (PACKAGE / part).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    asked = {
        room.stem: {name for path in modules_in(room) for name in told.findall(source_of(path))} - {room.stem}
        for room in rooms
    }
    assert len(set(TopologicalSorter(asked).static_order())) == len(rooms)
    assert sum(room.suffix == ".py" and room.stem != "__init__" for room in rooms) <= MAX_SHARED_MODULES


@pytest.mark.parametrize("part", ["care", "text"])
def test_a_map_has_each_module_once_in_its_folder(part: str) -> None:
    told = ast.get_docstring(tree_of(PACKAGE / part / "__init__.py")) or ""
    rows = [row.split("  ", 1) for row in told.splitlines() if "  " in row]
    mapped = [(name.strip("/") if "/" in name else part, one) for name, modules in rows for one in modules.split()]
    paths = [path for path in modules_of(part) if path.stem != "__init__"]
    assert sorted(mapped) == sorted((path.parent.name, path.stem) for path in paths)


def test_the_root_has_at_most_eight_modules() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= MAX_ROOT_MODULES


def test_a_module_has_at_most_300_lines() -> None:
    for path in MODULES:
        limit = MAX_NOUN_LINES if path == PACKAGE / "data.py" else MAX_MODULE_LINES
        assert len(source_of(path).splitlines()) <= limit, path


def test_a_module_says_what_it_is() -> None:
    assert not [path for path in MODULES if not ast.get_docstring(tree_of(path))]


def test_every_data_class_is_made_in_little_time() -> None:
    """`translate.records` makes them: of those of Python, a start of the command makes hundreds."""
    theirs = re.compile(r"^from dataclasses import .*\bdataclass\b", re.MULTILINE)
    assert not [path for path in MODULES if theirs.search(source_of(path))]


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "helpers", "common", "misc", "tools"}


def test_the_tests_have_seven_lines_for_ten_of_the_package() -> None:
    tests, package = (
        sum(len(path.read_text(encoding="utf-8").splitlines()) for path in folder.rglob("*.py"))
        for folder in (Path(__file__).parent, PACKAGE)
    )
    assert tests / package >= MIN_TEST_RATIO


OUTSIDE = [part for part in PARTS if part != "languages"]
# Not `it` and `pt`: TMX and XLIFF call a code `<it>`, PyTorch calls itself `pt`.
CODES = "|".join(code for code in known_languages() if code not in ("it", "pt"))
NAMED = re.compile(
    rf"(?:{CODES})(?:[-_](?:{CODES}|[A-Z]{{2}}))?|.*(?:[\"'](?:{CODES})[\"']|default: (?:{CODES})\b).*", re.DOTALL
)
DELIMITED = re.compile(r"\w*(?P<mark>\"{3}|'{3}|[\"'])(?P<body>.*)(?P=mark)", re.DOTALL)
LEAST_WORDS = 4
"""Words of the shortest list of function words."""
LEAST_SHARE = 0.7
"""Share of its words that are function words. In the language of our own messages, all are."""


@functools.cache
def docstrings_of(path: Path) -> set[int]:
    """Return the lines on which docstrings begin, those of attributes among them."""
    bodies = [getattr(node, "body", None) for node in nodes(source_of(path))]
    statements = [statement for body in bodies if isinstance(body, list) for statement in body]
    return {s.value.lineno for s in statements if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)}


@functools.cache
def literals_of(path: Path) -> list[str]:
    """Return the string literals of a module as they are written, but for docstrings."""
    source = source_of(path)
    docstrings = docstrings_of(path)
    kinds = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    found = [token.string for token in tokens if token.type in kinds and token.start[0] not in docstrings]
    delimited = [(DELIMITED.fullmatch(literal), literal) for literal in found]
    return [match["body"] if match else literal for match, literal in delimited]


def word_lists_of(path: Path) -> list[list[str]]:
    """Return the words of each string literal, and of the strings of each list, set or dictionary, in small letters."""
    docstrings = docstrings_of(path)
    lists: list[list[str]] = []
    for node in nodes(source_of(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.lineno not in docstrings:
            lists.append(split_lowered(node.value))
        elif isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
            items = node.keys if isinstance(node, ast.Dict) else node.elts
            texts = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            lists.append([word for text in texts for word in split_lowered(text)])
    return lists


@pytest.mark.parametrize("part", OUTSIDE)
def test_no_module_outside_languages_writes_the_letters_of_one(part: str) -> None:
    for path in modules_of(part):
        letters = {c for literal in literals_of(path) for c in literal if not c.isascii()}
        assert not {letter for letter in letters if unicodedata.name(letter, "").startswith("LATIN")}, path


@pytest.mark.parametrize("part", OUTSIDE)
def test_no_module_outside_languages_names_one(part: str) -> None:
    for path in modules_of(part):
        assert not [literal for literal in literals_of(path) if NAMED.fullmatch(literal)], path


@pytest.mark.parametrize("part", OUTSIDE)
def test_no_module_outside_languages_lists_its_function_words(part: str) -> None:
    for path, words in [(module, words) for module in modules_of(part) for words in word_lists_of(module)]:
        for code in known_languages():
            found = [word for word in words if word in find_language(code).function_words and len(word) > 1]
            share = 1 if code == ADMINISTRATION else LEAST_SHARE
            assert len(set(found)) < LEAST_WORDS or len(found) < len(words) * share, (path, code, words)


@pytest.mark.parametrize(
    "source", ['"fr"', "f'{b} \"en\"'", '"en-GB"', '{"de": 1}', '"fr-en"', '"(default: fr)"', 'r"es"', "'nl_NL'"]
)
def test_the_scan_finds_the_name_of_a_language(source: str, tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(f"a = {source}\n", encoding="utf-8")
    assert any(map(NAMED.fullmatch, literals_of(path)))


def test_the_scan_reads_what_is_no_docstring(tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text('"""été"""\na = {"et", "ou", "mais"}\nb = r"[é]"\n"""à"""\n', encoding="utf-8")
    assert literals_of(path) == ["et", "ou", "mais", "[é]"]
    assert word_lists_of(path)[0] == ["et", "ou", "mais"]
