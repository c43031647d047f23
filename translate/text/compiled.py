"""An expression comes in, and it comes out compiled: from the cache folder where an earlier process left it.

Compiling takes a millisecond and more, and a start needs some 350 expressions; making one of what is kept takes a
fiftieth of that. What is kept are the arguments of the call by which `regex` has its expressions unpickled, and of
the one that ends Python's own way of compiling one.
"""

from __future__ import annotations

import copyreg
import hashlib
import re
import sys
import zlib
from array import array
from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from translate.files import Remembered

if TYPE_CHECKING:
    import regex

_MOST_KEPT = 1024
"""Expressions in a file."""
_LOCALE, _DEBUG = int(re.LOCALE), int(re.DEBUG)
"""As plain numbers: with its class each question takes longer than to make an expression."""
_MOST_CHARACTERS = 20_000
"""Of an expression that is kept: longer ones hold a termbase's or a document's words, and no other run needs them."""


def compile_kept(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    """Return an expression, compiled.

    :raises regex.error: where it is none.
    """
    import regex  # late: a short run has no such expression

    flags = int(flags)
    if not _is_worth_keeping(pattern, flags):
        return regex.compile(pattern, flags)
    arguments = _made.find((pattern, flags), lambda key: _reduce(regex.compile(*key))[1])
    return _unpickler()(*arguments)


def compile_plain(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression of Python's own module, compiled.

    :raises re.error: where it is none.
    """
    flags = int(flags)
    end = _find_plain_end()
    if end is None or len(pattern) > _MOST_CHARACTERS or flags & _DEBUG:
        return re.compile(pattern, flags)
    packed, *others = _made_plain.find((pattern, flags), lambda key: _reduce_plain(*key))
    code = array("I", zlib.decompress(packed)).tolist()
    compiled: re.Pattern[str] = end(*others[:2], code, *others[2:])
    return compiled


def keep_made() -> None:
    """Write down what this process compiled, beside what was kept before."""
    _made.write()
    _made_plain.write()


def _is_worth_keeping(pattern: str, flags: int) -> bool:
    depends_on_locale = flags & _LOCALE or "(?L" in pattern  # a flag that both modules have
    return not depends_on_locale and len(pattern) <= _MOST_CHARACTERS and type(pattern) is str


@cache
def _find_plain_end() -> Callable[..., re.Pattern[str]] | None:
    """Return what ends Python's way of compiling an expression, which checks its code; None where it is another way."""
    names = ("_parser.parse", "_compiler._code", "_compiler._sre.compile")
    try:
        *_, end = (attrgetter(name)(re) for name in names)
    except AttributeError:
        return None
    found: Callable[..., re.Pattern[str]] = end
    return found


def _reduce_plain(pattern: str, flags: int) -> tuple[Any, ...]:
    """Return what `re` gives to its last step, as :func:`re.compile` does it; the code is packed, and comes first.

    Lists of it made a file of 4 MB, which each command would read.
    """
    inner: Any = re
    parsed = inner._parser.parse(pattern, flags)
    groups: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    code = array("I", map(int, inner._compiler._code(parsed, flags)))  # some are of a class of their own
    packed = zlib.compress(code.tobytes(), 1)
    return packed, pattern, int(flags | parsed.state.flags), parsed.state.groups - 1, groups, tuple(names)


def _reduce(compiled: regex.Pattern[str]) -> tuple[Callable[..., regex.Pattern[str]], tuple[Any, ...]]:
    """Return what makes an expression, and of what, as `regex` says it to pickle."""
    made: Any = copyreg.dispatch_table[type(compiled)](compiled)
    call, arguments = made
    return call, arguments


@cache
def _unpickler() -> Callable[..., regex.Pattern[str]]:
    import regex

    return _reduce(regex.compile(""))[0]


@cache
def _place(*, is_plain: bool = False) -> str:
    """Return where expressions are kept that this `regex`, or this Python alone, made on this kind of machine."""
    made_by = "re, packed"
    if not is_plain:
        import regex

        made_by = regex.__version__
    facts = (made_by, sys.version, sys.platform, sys.byteorder, sys.maxsize)
    return f"expressions/{hashlib.sha256(repr(facts).encode()).hexdigest()[:16]}"


_made: Remembered[tuple[str, int]] = Remembered(_place, _MOST_KEPT)
"""By expression and flags what makes it."""
_made_plain: Remembered[tuple[str, int]] = Remembered(partial(_place, is_plain=True), _MOST_KEPT)
"""The same of Python's own."""
