"""What is nested without end is refused as what is no JSON or TOML, wherever it is read."""

from __future__ import annotations

import ast
import json
import tomllib
from pathlib import Path

import pytest

import translate
from translate.files import from_json, from_toml

PACKAGE = Path(translate.__file__).parent
DEEP = ["[" * 100_000, '{"a":' * 50_000, '{"a":[' * 50_000]


@pytest.mark.parametrize("text", DEEP)
def test_nested_json_is_no_json(text: str) -> None:
    for content in (text, text.encode()):
        with pytest.raises(json.JSONDecodeError, match="values are nested too deeply"):
            from_json(content)


@pytest.mark.parametrize("text", ["a = " + "[" * 20_000, "a = " + "{b=" * 20_000])
def test_nested_toml_is_no_toml(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError, match="values are nested too deeply"):
        from_toml(text)


def test_what_can_be_read_is_read() -> None:
    assert from_json('{"a": [1, null]}') == from_json(b'{"a": [1, null]}') == {"a": [1, None]}
    assert from_toml("a = 1\n[b]\nc = 'd'") == {"a": 1, "b": {"c": "d"}}
    for wrong in ("", "[", b"\xff", "nul"):
        with pytest.raises(ValueError):
            from_json(wrong)


def reads_bare(tree: ast.Module) -> list[int]:
    """Return the lines that parse JSON or TOML where nobody waits for what nesting without end raises."""
    safe: set[ast.AST] = set()
    for node in ast.walk(tree):
        handlers = [handler.type for handler in node.handlers] if isinstance(node, ast.Try) else []
        items = [item.context_expr for item in node.items] if isinstance(node, ast.With) else []
        if any("RecursionError" in ast.dump(one) for one in [*handlers, *items] if one is not None):
            safe.update(inner for part in getattr(node, "body", []) for inner in ast.walk(part))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and ast.unparse(node.func) in ("json.loads", "json.load", "tomllib.loads", "tomllib.load")
        and node not in safe
        and not any(word.arg == "strict" for word in node.keywords)  # a single text between its marks
    ]


def test_nobody_reads_json_or_toml_without_a_bound() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    wrong = {
        str(path.relative_to(PACKAGE)): lines
        for path, text in texts.items()
        if ("json.load" in text or "tomllib.load" in text) and (lines := reads_bare(ast.parse(text)))
    }
    assert wrong == {}
