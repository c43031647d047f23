"""Directives of format strings: a message with its flags comes in, what a translation of it must have goes out.

After *GNU gettext manual, 15.3*: the flag of a message, `c-format`, says which language reads its `%s`. A translation
may give numbered and named directives in another order; others are taken in the order of the arguments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_C = (
    r"%(?:\d+\$)?[-+ #0'I]*(?:\*(?:\d+\$)?|\d+)?(?:\.(?:\*|\d+)?)?(?:hh?|ll?|[Lqjzt])?"
    r"(?:[diouxXeEfFgGaAcsCSpnm@%]|<PRI\w+>)"
)
_BRACES = r"\{\{|\}\}|\{[^{}]*\}"
_PATTERNS = {
    "c-format": _C,
    "objc-format": _C,
    "gcc-internal-format": _C,
    "lua-format": _C,
    "javascript-format": _C,
    "python-format": r"%(?:\(\w+\))?[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?[diouxXeEfFgGcrsa%]",
    "python-brace-format": _BRACES,
    "csharp-format": _BRACES,
    "java-format": _BRACES,
    "perl-brace-format": _BRACES,
    "php-format": r"%(?:\d+\$)?[-+]?(?:0|'.)?-?\d*(?:\.\d+)?[bcdeEfFgGosuxX%]",
    "perl-format": _C,
    "ruby-format": r"%<\w+>[-+ #0]*\d*(?:\.\d+)?[a-zA-Z]|%\{\w+\}|%[-+ #0]*\d*(?:\.\d+)?[a-zA-Z%]",
    "sh-format": r"\$\{\w+\}|\$\w+",
    "qt-format": r"%L?\d{1,2}",
    "qt-plural-format": r"%L?n",
    "kde-format": r"%\d+",
    "kde-kuit-format": r"%\d+",
    "boost-format": r"%\d+%|%\|[^|]*\||" + _C,
}
_NAMED = re.compile(r"%(?:L?\d|\(|<|\{|n\b|\d+\$)|\{|\$")
_WORD = re.compile(r"[\w-]+")


def directives_of(flags: str, text: str) -> tuple[str, ...]:
    """Return the directives of a text that its flags name, sorted where their order says nothing.

    :param flags: what stands in the comment `#,`.
    """
    known = [_PATTERNS[flag] for flag in _WORD.findall(flags) if flag in _PATTERNS]
    found = [directive for pattern in known for directive in re.findall(pattern, text)]
    return tuple(sorted(found) if _are_named(found) else found)


def _are_named(directives: Iterable[str]) -> bool:
    return all(_NAMED.match(one) or one == "%%" for one in directives)
