"""Expressions that are compiled, and modules that are imported, when a text first needs them: a start needs few."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from translate.text.compiled import compile_kept, compile_plain

if TYPE_CHECKING:
    import regex


def late(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return an expression of `regex` that is compiled when it is first used; that module is imported then too."""
    return cast("regex.Pattern[str]", _Late(compile_kept, pattern, flags))


def late_plain(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression of Python's own module that is compiled when it is first used."""
    return cast("re.Pattern[str]", _Late(compile_plain, pattern, flags))


def late_module(name: str) -> Any:
    """Return a module that is imported when something of it is first asked for."""
    return _LateModule(name)


class _LateModule:
    """Stands for a module; what was asked of it once is as fast as that of the module itself."""

    def __init__(self, name: str) -> None:
        self._name_of_module = name

    def __getattr__(self, name: str) -> Any:
        found = getattr(import_module(self._name_of_module), name)
        setattr(self, name, found)
        return found


class _Late:
    """Stands for an expression; what was asked of it once is as fast as that of the expression itself."""

    def __init__(self, compile_pattern: Callable[[str, int], object], pattern: str, flags: int) -> None:
        self._make = compile_pattern, pattern, flags

    def __getattr__(self, name: str) -> object:
        compile_pattern, pattern, flags = self._make
        found = getattr(compile_pattern(pattern, flags), name)
        setattr(self, name, found)
        return found
