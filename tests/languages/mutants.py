"""A rule file comes in, the same file without one of its parts goes out: each alternative, each entry, one by one."""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from types import CodeType, ModuleType
from unittest.mock import patch

import regex

from translate.languages import Language

_OPENING = re.compile(r"\((?:\?(?:P<\w+>|<[=!]|-?\w*:|[=!]))?")
_QUOTED = re.compile(r"\w*(\"\"\"|\"|')")


def iter_mutants(source: str) -> Iterator[tuple[str, str | ast.Module]]:
    """Yield what was left out of a module, and the module without it, as text or parsed; only until the next is asked.

    Alternatives of regular expressions and entries of lists, sets and dictionaries are left out; what is left may be no
    expression at all.
    """
    yield from _without_alternatives(source)
    yield from _without_entries(source)


def language_with(path: Path, source: str | ast.Module) -> Language | None:
    """Return a language whose rule file has another source; None where that cannot be run."""
    package = f"translate.languages.{path.parent.name}"
    import_module(package)  # its other modules, which are not to be imported again for each mutant
    mutant = ModuleType(f"{package}.{path.stem}")
    whole = ModuleType(package)
    mutant.__dict__["__file__"] = str(path)
    whole.__dict__["__file__"] = str(path.with_name("__init__.py"))
    try:
        exec(compile(source, str(path), "exec"), mutant.__dict__)
        with patch.dict(sys.modules, {mutant.__name__: mutant}):
            exec(_together(path.with_name("__init__.py")), whole.__dict__)
    except (regex.error, re.error, SyntaxError, LookupError, TypeError, ValueError):
        return None
    language: Language = whole.__dict__["LANGUAGE"]
    return language


@cache
def _together(path: Path) -> CodeType:
    return compile(path.read_text(encoding="utf-8"), str(path), "exec")


def _without_alternatives(source: str) -> Iterator[tuple[str, str]]:
    for start, end in _strings(source):
        body = source[start:end]
        for first, bars, last in _groups(body):
            for number, (low, high) in enumerate(zip([first, *(bar + 1 for bar in bars)], [*bars, last], strict=True)):
                rest = body[:low] + body[high + 1 :] if number < len(bars) else body[: low - 1] + body[high:]
                yield body[low:high], source[:start] + rest + source[end:]


def _strings(source: str) -> Iterator[tuple[int, int]]:
    """Yield the places of what stands in the strings of a module, docstrings apart."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    statements = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Expr)]
    docstrings = {node.lineno for node in statements if isinstance(node, ast.Constant)}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.STRING and token.start[0] not in docstrings:
            opening = _QUOTED.match(token.string)
            assert opening
            start, end = (starts[line - 1] + column for line, column in (token.start, token.end))
            yield start + opening.end(), end - len(opening[1])


def _groups(pattern: str) -> Iterator[tuple[int, list[int], int]]:
    """Yield where each group with alternatives begins, where its bars stand, and where it ends."""
    opened: list[tuple[int, list[int]]] = [(0, [])]
    is_class, place = False, 0
    while place < len(pattern):
        character = pattern[place]
        step = 1
        if character == "\\":
            step = 2
        elif is_class:
            is_class = character != "]"
        elif character == "[":
            is_class = True
        elif opening := _OPENING.match(pattern, place):
            step = len(opening[0])
            opened.append((place + step, []))
        elif character == "|":
            opened[-1][1].append(place)
        elif character == ")" and len(opened) > 1:
            first, bars = opened.pop()
            if bars:
                yield first, bars, place
        place += step
    if opened[0][1]:
        yield *opened[0], len(pattern)


def _without_entries(source: str) -> Iterator[tuple[str, ast.Module]]:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        entries = _entries(node)
        for place, entry in enumerate(entries if len(entries) > 1 else []):
            shown = ast.unparse(entry)
            if isinstance(entry, ast.Constant) and shown != "...":
                with _left_out(node, place):
                    yield shown, tree


@contextmanager
def _left_out(node: ast.AST, place: int) -> Iterator[None]:
    lists = (node.keys, node.values) if isinstance(node, ast.Dict) else (_entries(node),)
    taken = [entries.pop(place) for entries in lists]
    try:
        yield
    finally:
        for entries, entry in zip(lists, taken, strict=True):
            entries.insert(place, entry)


def _entries(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key is not None] if None not in node.keys else []
    return node.elts if isinstance(node, ast.List | ast.Tuple | ast.Set) else []
