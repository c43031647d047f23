"""A segment over the model's limit is parted at clause boundaries, so that nothing is ever truncated.

An engine does not know which language its texts are in: they are parted at the words of all languages that are known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import regex

from translate.languages import find_language, known_languages
from translate.languages.identification import is_function_word
from translate.text.compiled import compile_kept
from translate.text.late import late

_STRONG_MARK = late(r"(?<=[.!?…;:][»”\")\]]*\s+)(?=\S)|(?<=\s)(?=[–—]\s)")
_COMMA = late(r"(?<=[,)»]\s+)(?=\S)")
_SPACE = late(r"(?<=\s)(?=\S)")

_ENDED = late(r"[.!?…][»”\")\]\s]*$")
_STOPPED = late(r"(?<!\.\w?)\.$")
_FIRST_WORD = late(r"\p{Lu}\p{Ll}*+(?!\p{L})")
_FEW = 4
"""Words of a source that may begin with a name, the small ones before it counted."""
_SHORTEST = 6
"""Letters of the shortest word that its ending tells."""


def part(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Part `text` into strings that fit; joined, they are `text`, character for character.

    Parts at the boundaries of the best kind that suffices, nearest the middle first, so that the parts are of like
    length. Where no boundary is left, between characters.

    :param fits: tells whether a string is within the limit; must hold for every single character.
    """
    if fits(text) or len(text) < 2:
        return [text]
    cut = _best_cut(text)
    return part(text[:cut], fits) + part(text[cut:], fits)


def _best_cut(text: str) -> int:
    """Return the offset to part at: of the best kind in the middle two thirds, else anywhere."""
    middle, margin = len(text) / 2, len(text) / 3
    for boundary in _boundaries():
        offsets = [match.start() for match in boundary.finditer(text) if 0 < match.start() < len(text)]
        central = [offset for offset in offsets if abs(offset - middle) <= margin]
        if central:
            return min(central, key=lambda offset: abs(offset - middle))
    words = [match.start() for match in _SPACE.finditer(text) if 0 < match.start() < len(text)]
    return min(words, key=lambda offset: abs(offset - middle)) if words else len(text) // 2


@cache
def _boundaries() -> tuple[regex.Pattern[str], ...]:
    """Return patterns of where to part, from the best place to the worst.

    After strong marks, after commas, before conjunctions and relative pronouns, at any white space, which stays with
    the part before it.
    """
    words = sorted({word for code in known_languages() for word in find_language(code).clause_openers})
    return _STRONG_MARK, _COMMA, compile_kept(rf"(?<=\s)(?=(?:{'|'.join(words)})\s)"), _SPACE


@cache
def _capital_words() -> frozenset[str]:
    return frozenset(word for code in known_languages() for word in find_language(code).capital_words)


@cache
def _common_endings() -> tuple[str, ...]:
    return tuple(sorted({end for code in known_languages() for end in find_language(code).common_endings}))


def mend_seams(sources: Sequence[str], targets: Sequence[str]) -> list[str]:
    """Make one sentence of targets that were translated part by part; every one keeps its length.

    Where the source goes on, a full stop that the model put there becomes the source's own mark, or a comma, and a
    word after it small, as the source's word is, where it is a function word, or ends as no name does.
    """
    mended = list(targets)
    for number in range(len(mended) - 1):
        before, after = sources[number].rstrip(), sources[number + 1].lstrip()
        if _ENDED.search(before):
            continue
        if _STOPPED.search(mended[number]):
            mended[number] = mended[number][:-1] + (before[-1] if before.endswith((";", ":", ",")) else ",")
        word = _FIRST_WORD.match(mended[number + 1])
        if word and after[:1].islower() and word[0] not in _capital_words() and _is_common(word[0].lower(), after):
            mended[number + 1] = word[0].lower() + mended[number + 1][word.end() :]
    return mended


def _is_common(word: str, source: str) -> bool:
    """Tell whether a word, in small letters, is no name: a function word, or by its ending beside a source that does
    not begin with a name."""
    beginning = source.split(maxsplit=_FEW)[:_FEW]
    has_name = any(letter.isupper() for one in beginning for letter in one)
    return is_function_word(word) or (not has_name and len(word) >= _SHORTEST and word.endswith(_common_endings()))
