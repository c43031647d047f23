"""Sources come in, and their syntax trees go out: those of the package are read by several tests."""

from __future__ import annotations

import ast
import functools


@functools.cache
def parse(source: str) -> ast.Module:
    return ast.parse(source)
