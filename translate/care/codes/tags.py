"""Tags of HTML in a plain text come in, codes go out: what is raised or lowered in a word belongs to it there too."""

from __future__ import annotations

import regex

from translate.data import CodeKind, InlineCode
from translate.text.late import late

_TAG = late(
    r"(?P<whole><(?P<code>kbd|code|samp|var)>[^<>]*</(?P=code)>(?:[+/-]<(?P<other>kbd|code|samp|var)>[^<>]*</(?P=other)>)*)"
    r"|<(?P<end>/?)(?P<name>sub|sup)>",
    regex.IGNORECASE,
)
_TYPES = {"sub": "subscript", "sup": "superscript"}


def find_tags(text: str) -> tuple[InlineCode, ...]:
    """Return the tags `sub` and `sup` of a plain text as codes, and keys and code with their tags; no others.

    Nothing is returned where one of them has no other half.
    """
    if "<" not in text:
        return ()
    codes: list[InlineCode] = []
    opened: list[tuple[str, int]] = []
    for match in _TAG.finditer(text):
        name = (match["name"] or "").lower()
        if match["whole"]:
            codes.append(InlineCode(*match.span(), CodeKind.ISOLATED, None, "code"))
        elif not match["end"]:
            opened.append((name, match.start()))
            codes.append(InlineCode(*match.span(), CodeKind.START, match.start(), _TYPES[name]))
        elif opened and opened[-1][0] == name:
            codes.append(InlineCode(*match.span(), CodeKind.END, opened.pop()[1], _TYPES[name]))
        else:
            return ()
    return () if opened else tuple(codes)
