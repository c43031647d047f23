"""Two texts come in, and how alike they are in per cent goes out: OmegaT's third figure, and those beside it.

    percentage = floor(100 · (m - d) / m), m = the tokens of the longer text, d = the Levenshtein distance in tokens

Tokens are those of OmegaT's `WordIterator` over Java's word boundaries: words, numbers, tags, runs of spaces, and any
other character alone. The first 1,000 tokens of a text count.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter

from rapidfuzz.distance import Levenshtein

from translate.memory.matches import EXACT
from translate.records import dataclass
from translate.text.late import late, late_plain

LONGEST = 1000
"""Tokens of a text that are compared."""

_TAG = "</[a-z]+[0-9]+>|<[a-z]+[0-9]+/?>"


def _token(
    letter: str, digit: str, *, in_word: str, in_number: str, before: str, after: str, alphanumeric: str
) -> tuple[str, str]:
    """Return the expressions of what joins letters and digits, and of what may stand beside `&`."""
    word = f"(?:{letter}+(?:{in_word}{letter}+)*)"
    number = f"(?:{digit}+(?:{in_number}{digit}+)*)"
    mixed = (
        f"(?:{word}(?:{number}{word})*(?:{number}{after}?)?|(?:{number}{word})+(?:{number}{after}?)?|{number}{after}?)"
    )
    joined = f"(?>{alphanumeric}{mixed})"
    marked = f"{before}(?:{number}{word})*(?:{number}{after}?)?"
    return f"{mixed}|{marked}", joined


def _whole() -> str:
    """Return the expression of a token of any text."""
    ignored = r"[\p{Mn}\p{Me}\p{Cf}]*"  # marks and format characters stay with what they follow
    ideographs = r"\p{Han}\p{Hiragana}\p{Katakana}"
    mixed, joined = _token(
        rf"(?:[\p{{L}}--[{ideographs}]]{ignored})",
        rf"(?:\p{{N}}{ignored})",
        in_word=rf"(?:[\p{{Pd}}\p{{Pc}}\u00ad\u2027\"'.]{ignored})",
        in_number=rf"(?:[\"',\u066b.]{ignored})",
        before=rf"(?:[\p{{Sc}}#.--[\u00a2]]{ignored})",
        after=rf"(?:[\u00a2%\u066a\u2030\u2031]{ignored})",
        alphanumeric=r"(?=[\p{L}\p{Nd}])",
    )
    return rf"{_TAG}|{joined}&{joined}|&{joined}|[\p{{Zs}}\t]+|{mixed}|[{ideographs}]+|.{ignored}"


def _simple() -> str:
    """Return the same for texts of :data:`_SIMPLE_TEXT`, in what Python's own expressions know: many times as fast."""
    mixed, joined = _token(
        "[a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u024f]",
        "[0-9]",
        in_word="[-\u2010-\u2015\u2027_\"'.]",
        in_number="[\"',.]",
        before="[$\u00a3-\u00a5\u20ac#.]",
        after="[\u00a2%\u2030]",
        alphanumeric="",
    )
    return f"[ \t\u00a0\u2009\u202f]+|{joined}(?:&{joined})?|&{joined}|{_TAG}|{mixed}|."


_V1_DOTALL = 0x100 | 0x10
"""`regex.V1 | regex.DOTALL`, and the latter alone for Python's own expressions."""
_TOKEN = late(_whole(), _V1_DOTALL)
_SIMPLE_TOKEN = late_plain(_simple(), 0x10)
_SIMPLE_TEXT = late_plain(
    "[\t\n\r -~\u00a0-\u00ac\u00ae-\u00b1\u00b4-\u00b8\u00ba\u00bb\u00bf-\u024f\u2009\u2010-\u2022\u2026\u2027\u202f"
    "\u2030\u2039\u203a\u20ac]*"
)
"""No marks, no format characters, no numbers that are not of decimal digits, no ideographs."""
TAG = late_plain(_TAG)
_DIGITS = late_plain("[0-9]+")
_SPACES = late_plain("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
# Each beside what does the same for texts of `_SIMPLE_TEXT`: a short run need not load `regex`.
_IS_NUMBER = (
    late("[\\p{Sc}#.]?\\p{Nd}[\\p{Nd}\"',.]*[\u00a2%\u2030]?", 0x100),
    late_plain("[$\u00a2-\u00a5\u20ac#.]?[0-9][0-9\"',.]*[\u00a2%\u2030]?"),
)
_PARTS = (
    late(r'[\p{Pd}"&]|(?<=\p{L})\.(?!\p{L})', 0x100),
    late_plain(r'[-\u2010-\u2015"&]|(?<=[^\W\d_])\.(?![^\W\d_])'),
)
_HAS_LETTER = late(r"\p{L}", 0x100), late_plain(r"[^\W\d_]")
_HAS_DIGIT = late(r"\p{Nd}", 0x100), _DIGITS
WORD_ALONE = late_plain("[a-z\u00df-\u00f6\u00f8-\u00ff]+")
"""What is one token, and one word: most of what has not been met yet."""
_APOSTROPHE, _IN_WORD = "\u2019", "\u2027"
"""An apostrophe, and what stands for it where it is to be part of a word."""
_SEPARATORS = (
    " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What Unicode counts as separators: its categories Zs, Zl and Zp."""
_SINGLE_SPACE = " "
_KNOWN, _KNOWN_PARTS = 1 << 14, 1 << 16
"""Tokens, and what stands between spaces, of which the answers are remembered: most texts have no others."""


def lowered(text: str) -> str:
    """Return a text in NFC and small letters: of it tokens are made."""
    return unicodedata.normalize("NFC", text).lower()


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between single spaces, and the space behind it, in tokens, words and masked tokens."""

    tokens: tuple[str, ...]
    words: tuple[str, ...]
    masked: tuple[str, ...]


class _Parted:
    """A text in tokens, words and masked tokens; the latter two when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._small = small = lowered(text)
        parts = list(map(_part_of, small.split(_SINGLE_SPACE)))
        self._parts: list[_Part] | None = None if None in parts else parts  # type: ignore[assignment]
        """None where a text has runs of spaces: it is parted as a whole."""
        self.tokens = self._joined("tokens")[:-1] if self._parts else tuple(parted(small))

    @cached_property
    def words(self) -> tuple[str, ...]:
        if self._parts:
            return self._joined("words")
        return tuple(chain.from_iterable(map(_words_in, parted(self._small.replace(_APOSTROPHE, _IN_WORD)))))

    @cached_property
    def masked(self) -> tuple[str, ...]:
        if self._parts:
            return self._joined("masked")[:-1]
        plain = _SPACES.sub(_SINGLE_SPACE, self._small.replace(_APOSTROPHE, "'"))
        return tuple(map(_masked, parted(plain)))

    def _joined(self, name: str) -> tuple[str, ...]:
        return tuple(chain.from_iterable(map(attrgetter(name), self._parts or ())))


_parted = lru_cache(maxsize=64)(_Parted)


def tokens(text: str) -> tuple[str, ...]:
    """Return the tokens of a text in NFC and small letters; joined, they are that text."""
    return _parted(text).tokens


@lru_cache(maxsize=_KNOWN_PARTS)
def _part_of(part: str) -> _Part | None:
    """Return a part between single spaces; None where a space is part of a run."""
    if WORD_ALONE.fullmatch(part):
        alone = part, _SINGLE_SPACE
        return _Part(alone, (part,), alone)
    if not part or is_space(part[0]) or is_space(part[-1]):
        return None
    found = *parted(part), _SINGLE_SPACE
    has_mark = _APOSTROPHE in part
    words = chain.from_iterable(map(_words_in, parted(part.replace(_APOSTROPHE, _IN_WORD)) if has_mark else found))
    plain = _SPACES.sub(_SINGLE_SPACE, part.replace(_APOSTROPHE, "'"))
    masked = map(_masked, found if plain == part else (*parted(plain), _SINGLE_SPACE))
    return _Part(found, tuple(words), tuple(masked))


def parted(small: str) -> list[str]:
    """Return the tokens of what is in NFC and small letters."""
    return (_SIMPLE_TOKEN if _is_simple(small) else _TOKEN).findall(small)


def _is_simple(small: str) -> bool:
    return _SIMPLE_TEXT.fullmatch(small) is not None


def folded_tokens(text: str) -> list[str]:
    """Return the tokens of a text, a single space as part of the token before it: half as many."""
    folded: list[str] = []
    for token in parted(lowered(text)):
        if token == _SINGLE_SPACE and folded and not is_space(folded[-1]):
            folded[-1] += token
        else:
            folded.append(token)
    return folded


def is_space(token: str) -> bool:
    """Tell whether a token is a run of spaces."""
    first = token[0]
    return first.isspace() and (first == "\t" or unicodedata.category(first) == "Zs")


def word_tokens(text: str) -> tuple[str, ...]:
    """Return the parts of words, without spaces, punctuation, tags, and whatever holds a digit."""
    return _parted(text).words


@lru_cache(maxsize=_KNOWN)
def _words_in(token: str) -> tuple[str, ...]:
    if token.isalpha():
        return (token,)
    if len(token) == 1 or is_tag(token):
        return ()
    parts, letter, digit = (pair[_is_simple(token)] for pair in (_PARTS, _HAS_LETTER, _HAS_DIGIT))
    return tuple(part for part in parts.split(token) if letter.search(part) and not digit.search(part))


def masked_tokens(text: str) -> tuple[str, ...]:
    """Return the tokens with each number as `#`, each tag without its number, one apostrophe and one kind of space."""
    return _parted(text).masked


@lru_cache(maxsize=_KNOWN)
def _masked(token: str) -> str:
    if token.isalpha() or token == _SINGLE_SPACE:
        return token
    if _IS_NUMBER[_is_simple(token)].fullmatch(token):
        return "#"
    return _DIGITS.sub("", token) if is_tag(token) else token


def is_tag(token: str) -> bool:
    """Tell whether a token is a tag as OmegaT shows it: `<g1>`, `</g1>`, `<x2/>`."""
    return token[0] == "<" and TAG.fullmatch(token) is not None


def share(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the whole per cent, rounded down, of two lists of tokens; 0 where both are empty."""
    longer = max(len(one), len(other))
    if not longer:
        return 0
    return EXACT * (longer - Levenshtein.distance(one[:LONGEST], other[:LONGEST])) // longer


def percentage(one: str, other: str) -> int:
    """Return OmegaT's third figure, 0 to 100: 100 where the texts differ in nothing but capital letters."""
    return share(tokens(one), tokens(other))


def words_percentage(one: str, other: str) -> int:
    """Return OmegaT's second figure, without stemming: the same over :func:`word_tokens`."""
    return share(word_tokens(one), word_tokens(other))


def percentage_after_repair(one: str, other: str) -> int:
    """Return the percentage once numbers, tags, apostrophes and spaces are put right; 99 at most where any had to be.

    It is never below :func:`percentage`.
    """
    plain = share(tokens(one), tokens(other))
    return plain if tokens(one) == tokens(other) else max(plain, share(masked_tokens(one), masked_tokens(other)) - 1)


def count_words(text: str) -> int:
    """Return how many tokens with a letter or a digit a text has, tags apart: what OmegaT counts as words."""
    return sum(map(_is_word, tokens(text)))


@lru_cache(maxsize=_KNOWN)
def _is_word(token: str) -> bool:
    if token.isalpha():
        return True
    letter, digit = (pair[_is_simple(token)] for pair in (_HAS_LETTER, _HAS_DIGIT))
    return not is_tag(token) and (letter.search(token) or digit.search(token)) is not None


def count_characters(text: str) -> tuple[int, int]:
    """Return the characters of a text without spaces, and with them."""
    return len(text) - sum(map(text.count, _SEPARATORS)), len(text)
