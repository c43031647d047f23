"""An expression of `regex` comes in, and it comes out compiled: from the cache folder where an earlier process left it.

Compiling takes a millisecond and more, and a start needs some 250 expressions; making one of what is kept takes a
fiftieth of that. What is kept are the arguments of the call by which `regex` has its expressions unpickled.
"""

from __future__ import annotations

import copyreg
import hashlib
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import regex

from translate.files import Remembered

_MOST_KEPT = 1024
"""Expressions in a file."""
_MOST_CHARACTERS = 20_000
"""Of an expression that is kept: longer ones hold a termbase's or a document's words, and no other run needs them."""


def compile_kept(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return an expression, compiled.

    :raises regex.error: where it is none.
    """
    flags = int(flags)
    if not _is_worth_keeping(pattern, flags):
        return regex.compile(pattern, flags)
    arguments = _made.find((pattern, flags), lambda key: _reduce(regex.compile(*key))[1])
    return _unpickler()(*arguments)


def keep_made() -> None:
    """Write down what this process compiled, beside what was kept before."""
    _made.write()


def _is_worth_keeping(pattern: str, flags: int) -> bool:
    depends_on_locale = flags & regex.LOCALE or "(?L" in pattern
    return not depends_on_locale and len(pattern) <= _MOST_CHARACTERS and type(pattern) is str


def _reduce(compiled: regex.Pattern[str]) -> tuple[Callable[..., regex.Pattern[str]], tuple[Any, ...]]:
    """Return what makes an expression, and of what, as `regex` says it to pickle."""
    made: Any = copyreg.dispatch_table[type(compiled)](compiled)
    call, arguments = made
    return call, arguments


@cache
def _unpickler() -> Callable[..., regex.Pattern[str]]:
    return _reduce(regex.compile(""))[0]


@cache
def _place() -> str:
    """Return where expressions are kept that this `regex` made for this Python on this kind of machine."""
    facts = (regex.__version__, sys.version, sys.platform, sys.byteorder, sys.maxsize)
    return f"expressions/{hashlib.sha256(repr(facts).encode()).hexdigest()[:16]}"


_made: Remembered[tuple[str, int]] = Remembered(_place, _MOST_KEPT)
"""By expression and flags what makes it."""
