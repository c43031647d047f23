"""What closes a letter: formulas, of which twenty French words are two English ones, and the name below them."""

from __future__ import annotations

from collections.abc import Callable

import regex

_ENGLISH = regex.compile(
    r"(?:yours (?:faithfully|sincerely|truly)|(?:with )?(?:my |our )?(?:kind|best|warm)(?:est)? (?:regards|wishes)"
    r"|(?:kind |best )?regards|(?:sincerely|respectfully)(?: yours)?|cordially)\s?[,.]?",
    regex.IGNORECASE,
)
_FRENCH = regex.compile(
    r"\b(?:agré(?:er|ez)|recev(?:oir|ez)|croire|croyez|salutations|sentiments|considération|respects|cordialement)\b",
    regex.IGNORECASE,
)
_SIGNATURE = regex.compile(
    r"\s*(?!MM?\.)(?:\p{Lu}\.?[-\s]?)*\p{Lu}\.\s?"
    r"(?:(?:d['’]|de |du |des |la |le |von |van )*(?P<name>\p{Lu}[\p{L}'’-]+)\s*){1,3}"
)


def is_signature(text: str, is_name: Callable[[str], bool]) -> bool:
    """Tell whether a text is initials and a surname alone, `J.-B. Tolkien`: it is the same in every language.

    :param is_name: tells names from words: behind a single letter, for `B. Conclusion` is a heading.
    """
    match = _SIGNATURE.fullmatch(text)
    if match is None:
        return False
    return text.count(".") > 1 or all(map(is_name, match.captures("name")))


def is_closing(source: str, target: str) -> bool:
    """Tell whether one side is an English formula to close a letter with, and the other a French one."""
    return any(
        len(english) < 40 and _ENGLISH.fullmatch(english.strip()) is not None and _FRENCH.search(french) is not None
        for french, english in ((source, target), (target, source))
    )
