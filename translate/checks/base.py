"""What a check is: it takes a unit and the thresholds, and says what it found; it never decides and never raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Protocol

from translate.config import CheckConfig
from translate.data import CodeKind, Issue, TranslationUnit, Variant
from translate.languages import Language, find_language
from translate.languages.identification import is_function_word
from translate.records import dataclass
from translate.text import words
from translate.text.protected.kept import OMITTED, without_kept
from translate.text.protected.kinds import Family
from translate.text.usage.formulas import Closings

TEXTS_KEPT = 256
"""Sides of units whose answers are remembered: those of a batch, which are all judged before the rest is measured."""
MAX_SHOWN = 5
"""How many findings a message spells out."""

REPORTED_APART = frozenset({Family.PLACEHOLDER, Family.ADDRESS, Family.TAG})
"""Families of what is kept whose loss a check of its own reports, with the figures and brackets that they have."""


_HOLDING = frozenset({"image", "link", "x-note", "x-change"})


class Check(Protocol):
    """One measurement of a unit: a pure function of the unit and the thresholds."""

    @property
    def name(self) -> str: ...

    def check(self, unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
        """Return what is to be said of `unit`, most important first; nothing where all is well."""
        ...


@dataclass(frozen=True, slots=True)
class PlainCheck:
    """A check made of one function."""

    name: str
    measure: Callable[[TranslationUnit, CheckConfig], Iterable[Issue]]
    has_words: Callable[[Language, Language], bool] = lambda source, target: True
    """Whether there are words for source and target without which it says nothing."""

    def check(self, unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
        return self.measure(unit, config)


@lru_cache(maxsize=TEXTS_KEPT)
def split_words(text: str) -> tuple[str, ...]:
    """Return the runs of letters of `text`, as they are written. Several checks of one unit share the answer."""
    return tuple(words.split_words(text))


def split_lowered_words(text: str) -> tuple[str, ...]:
    """Return the runs of letters of `text`, in lower case."""
    return words.split_lowered(text)


@lru_cache(maxsize=TEXTS_KEPT)
def words_of(variant: Variant) -> str:
    """Return what of a side is words of its language: the text without inline codes and without what is kept as it is.

    Addresses, file names and identifiers of programs are made of words too, but of no sentence.
    """
    text, position = variant.text, 0
    parts: list[str] = []
    for code in variant.codes:
        parts += text[position : code.start], OMITTED if code.kind is CodeKind.ISOLATED else ""
        position = code.end
    return without_kept("".join([*parts, text[position:]]) if parts else text)


def without_held(variant: Variant) -> str:
    """Return the text of a side without codes that have words of their own, which are translated by themselves: notes,
    titles of links."""
    if not any(code.type in _HOLDING for code in variant.codes):
        return variant.text
    parts: list[str] = []
    position = 0
    for code in variant.codes:
        if code.type in _HOLDING:
            parts += variant.text[position : code.start], OMITTED if code.kind is CodeKind.ISOLATED else ""
            position = code.end
    return "".join([*parts, variant.text[position:]])


def without_names(words: Iterable[str]) -> Iterator[str]:
    """Yield words, as they are written, but for the function words of names: « rue de la Mer », « Le Monde »."""
    waiting: list[str] = []
    for word in words:
        if is_function_word(word.lower()):
            waiting.append(word)
            continue
        if not word[0].isupper():
            yield from waiting
        waiting = []
        yield word
    yield from waiting


def closings_of(unit: TranslationUnit) -> tuple[Closings, Closings]:
    """Return how letters close in the language of the source and in that of the target."""
    return find_language(unit.source.language).closings, find_language(unit.target.language).closings


def write_out(text: str, language: Language) -> str:
    """Return `text` with its abbreviations written out: of « tkt », « ne t'inquiète pas »."""
    for start, end, whole in reversed(list(language.find_abbreviations(text))):
        text = text[:start] + whole + text[end:]
    return text


def quote(text: str, limit: int = 40) -> str:
    """Return `text` shortened for a message."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def enumerate_found(items: Iterable[str]) -> str:
    """Return the first few of `items` for a message, in their order, each once; `nothing` where there are none."""
    shown = [quote(item) for item in dict.fromkeys(items)]
    more = ", …" if len(shown) > MAX_SHOWN else ""
    return ", ".join(shown[:MAX_SHOWN]) + more if shown else "nothing"
