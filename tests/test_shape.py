"""The house keeps its shape: layers, sizes, public names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import translate

PACKAGE = Path(translate.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
MAX_MODULE_LINES = 300

# A module imports only from layers before its own, and from its own folder: siblings never import each other.
LAYERS = [
    {"data", "errors", "__init__"},
    {"registry", "signature", "files"},
    {"text"},
    {"languages"},
    {"config"},
    {"segmentation", "models", "alignment"},
    {"formats", "terms", "executors"},
    {"documents", "engines", "memory", "checks"},
    {"care"},
    {"run"},
    {"aligning", "corpus", "evaluation"},
    {"training", "report", "serve"},
    {"api", "cli"},
    {"__main__"},
]
MAX_ROOT_MODULES = 8


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def layer_of(part: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if part in layer)


def imported_parts(path: Path) -> set[str]:
    """Return the top-level parts of the package that the module imports, wherever the import stands."""
    parts: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_downward_only(path: Path) -> None:
    part = part_of(path)
    for imported in imported_parts(path) - {part}:
        assert part == "__init__" or layer_of(imported) < layer_of(part), f"{part} must not import {imported}"


def test_the_root_has_at_most_eight_modules() -> None:
    assert len(list(PACKAGE.glob("*.py"))) <= MAX_ROOT_MODULES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_has_at_most_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "helpers", "common", "misc", "tools"}
