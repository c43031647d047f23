"""Sources come in, and their syntax trees and nodes go out: those of the package are read by several tests."""

from __future__ import annotations

import ast
import functools


@functools.cache
def parse(source: str) -> ast.Module:
    return ast.parse(source)


@functools.cache
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Return all nodes, each before those below it; to walk a tree takes longer than to parse its source."""
    return tuple(ast.walk(parse(source)))
