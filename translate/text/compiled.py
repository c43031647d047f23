"""An expression of `regex` comes in, and it comes out compiled: from the cache folder where an earlier process left it.

Compiling takes a millisecond and more, and a start needs some 250 expressions; making one of what is kept takes a
fiftieth of that. What is kept are the arguments of the call by which `regex` has its expressions unpickled.
"""

from __future__ import annotations

import atexit
import copyreg
import hashlib
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from translate.files import read_kept, write_kept

if TYPE_CHECKING:
    from typing import TypeAlias

_MOST_KEPT = 1024
"""Expressions in a file; one that grew beyond that begins anew."""
_MOST_CHARACTERS = 20_000
"""Of an expression that is kept: longer ones hold a termbase's or a document's words, and no other run needs them."""

_Key: TypeAlias = "tuple[str, int]"
"""An expression and its flags."""

_made: dict[_Key, tuple[Any, ...]] = {}
"""What this process compiled, as it is kept."""


def compile_kept(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return an expression, compiled.

    :raises regex.error: where it is none.
    """
    flags = int(flags)
    known = _kept().get((pattern, flags))
    if known is not None:
        return _unpickler()(*known)
    found = regex.compile(pattern, flags)
    if len(_made) < _MOST_KEPT and _is_worth_keeping(pattern, flags):
        if not _made:
            atexit.register(keep_made)
        _, _made[pattern, flags] = _reduce(found)
    return found


def keep_made() -> None:
    """Write down what this process compiled, beside what was kept before."""
    if not _made:
        return
    kept = {**_read(), **_made}
    write_kept(_place(), kept if len(kept) <= _MOST_KEPT else _made)
    _made.clear()


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


@cache
def _kept() -> dict[_Key, tuple[Any, ...]]:
    """Return what earlier processes kept, read once."""
    return _read()


def _read() -> dict[_Key, tuple[Any, ...]]:
    kept: dict[_Key, tuple[Any, ...]] = read_kept(_place()) or {}
    return kept
