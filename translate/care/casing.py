"""Capitals: which sources shout or are titles, and how a target gets their case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise

import regex

from translate.languages.identification import is_function_word
from translate.text.late import late
from translate.text.proper_names.names import NameRules

_WORD = late(r"\p{L}+")
_FIGURE = late(r"\p{N}")
_JOINED = late(r"\p{L}+(?:-\p{L}+)*")
_TITLE_WORD = late(r"(?<![\p{L}'’])\p{L}+")
_MIN_LETTERS = 6
_MIN_SHARE = 0.85
_MIN_LENGTH = 4
"""Letters of the longest word of what shouts, and of the words that tell a title."""
_UNIT = late(r"(?<=\d)\s?\p{Ll}{1,3}(?:/\p{Ll}{1,3})?(?![\w'’])")
_JOINT = late("[ \u00a0'’]")
_ALNUM = late(r"[\p{L}\p{N}]+(?:/[\p{L}\p{N}]+)+|[\p{L}\p{N}]{2,}")
_MIXED = late(r"(?=\p{L}*\p{Ll})\p{L}+?\p{Lu}\p{L}*")
"""A word with capitals behind its first letter, and small letters too: « iPhone », « NaOH »."""


class Case(Enum):
    """How a text uses capitals: as its language does, in all letters, or in all words."""

    PLAIN = "plain"
    SHOUTING = "shouting"
    TITLED = "titled"


def case_of(text: str, rules: NameRules, is_name: Callable[[str], bool] = lambda word: False) -> Case:
    """Return how a text uses capitals.

    :param rules: of the language of the text.
    :param is_name: tells names among words with a capital.
    """
    return Case.SHOUTING if is_shouting(text) else Case.TITLED if is_titled(text, rules, is_name) else Case.PLAIN


def put_in(case: Case, text: str, spared: Sequence[str] = ()) -> str:
    """Return `text` in that case, of the same length; words in `spared` stay as they are, and their plurals."""
    if case is Case.PLAIN:
        return text
    for word in spared:  # the model may have written « pH » as *PH*
        for match in list(regex.finditer(rf"(?<!\w){regex.escape(word)}(?=s?(?!\w))", text, regex.I)):
            if match.end() - match.start() == len(word):
                text = text[: match.start()] + word + text[match.end() :]
    return _titled(text, spared) if case is Case.TITLED else _change(text, spared, str.upper, keep_first=False)


def own_words(case: Case, text: str) -> list[str]:
    """Return the words of a text in that case whose capitals are their own: « NaOH » and « kg » in a text in capitals.

    In a title acronyms are among them; in a text in capitals nothing tells those from words.
    """
    if case is Case.SHOUTING:
        words = (word for word in _ALNUM.findall(text) if not word.isupper() or _FIGURE.search(word))
    elif case is Case.TITLED:
        words = (word for word in _ALNUM.findall(text) if any(map(str.isupper, word[1:])))
    else:
        return []
    return list(dict.fromkeys(word for word in words if not word.isdigit()))


@lru_cache(maxsize=256)  # several steps of a text ask
def is_shouting(text: str) -> bool:
    """Tell whether a text is in capitals, « iPhone » and « 50 km/h » apart, and is more than an acronym or two."""
    small = sum(len(word) - 1 for word in text.split() if len(word) > _MIN_LENGTH and _is_small(word))
    if small > (1 - _MIN_SHARE) * len(text):  # found fast of nearly any text
        return False
    text = _UNIT.sub("", _MIXED.sub("", text))
    letters = sum(map(str.isalpha, text))
    if letters < _MIN_LETTERS or sum(map(str.isupper, text)) < _MIN_SHARE * letters:
        return False
    return max(map(len, _WORD.findall(text))) >= _MIN_LENGTH


def _is_small(word: str) -> bool:
    """Tell whether a word is of small letters but maybe for its first."""
    return word.isalpha() and word[1:].islower()


def is_titled(text: str, rules: NameRules, is_name: Callable[[str], bool] = lambda word: False) -> bool:
    """Tell whether the words of a text begin with capitals, function words among them, and are more than names.

    « Marie Et Paul » is a title, and so is « Politique De Confidentialité », but not « Yann Le Goff ». Letters by
    themselves are no function words: « Vitamine C ».
    """
    longer = [word for word in _WORD.findall(text) if len(word) >= _MIN_LENGTH]
    if sum(word[0].isupper() for word in longer) < _MIN_SHARE * len(longer):
        return False
    words = list(_WORD.finditer(text))
    inner = [word[0] for before, word in pairwise(words) if _JOINT.fullmatch(text, before.end(), word.start())]
    inner = [word for word in inner if is_function_word(word.lower()) and not (word.isascii() and len(word) == 1)]
    capital = {word.lower() for word in inner if word[0].isupper()}
    if 2 * len(capital) < len(set(map(str.lower, inner))) or not capital:
        return False
    return bool(capital - rules.words) or (len(longer) > 1 and not any(map(is_name, longer)))


def lower(text: str, spared: Sequence[str] = (), is_name: Callable[[str], bool] = lambda word: False) -> str:
    """Return `text` in small letters, of the same length, but for its first and those that begin names.

    :param spared: strings that stay as they are.
    :param is_name: tells names; in `SAINT-MALO` each word is one if one is.
    """
    lowered = _change(text, spared, str.lower, keep_first=True)
    for match in _JOINED.finditer(text):
        words = list(_WORD.finditer(match[0]))
        if lowered[match.start() : match.end()] != match[0] and any(is_name(word[0]) for word in words):
            for word in words:
                place = match.start() + word.start()
                lowered = lowered[:place] + text[place] + lowered[place + 1 :]
    return lowered


def _titled(text: str, spared: Sequence[str]) -> str:
    """Give every word a capital but function words, of which the first has one too."""
    out = list(text)
    held = _held(text, spared)
    for number, match in enumerate(_TITLE_WORD.finditer(text)):
        capital = match[0][0].upper()
        is_small = number > 0 and is_function_word(match[0].lower())
        if len(capital) == 1 and not is_small and not held[match.start()]:
            out[match.start()] = capital
    return "".join(out)


def _held(text: str, spared: Sequence[str]) -> list[bool]:
    """Return of each character whether it stays."""
    held = [False] * len(text)
    for string in spared:
        for match in regex.finditer(rf"(?<!\w){regex.escape(string)}s?(?!\w)", text):
            held[match.start() : match.end()] = [True] * len(match[0])
    return held


def _change(text: str, spared: Sequence[str], change: Callable[[str], str], *, keep_first: bool) -> str:
    held = _held(text, spared)
    out: list[str] = []
    for character, stays in zip(text, held, strict=True):
        changed = change(character)
        if stays or len(changed) != 1:
            out.append(character)
        elif keep_first and character.isalpha():
            out.append(character)
            keep_first = False
        else:
            out.append(changed)
    return "".join(out)
