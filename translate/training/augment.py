"""Augmentation: copies of a pair in other guises, and phrases cut out of it, so that a headline is nothing new."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable

from translate.alignment.lexicon import load_lexicon
from translate.alignment.shipped import has_lexicon
from translate.errors import TrainingError
from translate.training.fragments import Fragments, join_directions
from translate.training.hints import Hinter
from translate.training.recipe import DataSource, Recipe
from translate.training.sources import Pair

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ELISION = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_STRAIGHT = re.compile(r'"([^"]+)"')
_FINAL = ".!?…"
_SMALL_LETTERS = 3
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " ", "…": "..."}
)
_GUILLEMETS = re.compile("«\\s*|\\s*»")


def capitals(pair: Pair) -> Pair | None:
    """LE MAIRE A DIT OUI."""
    return Pair(pair.source.upper(), pair.target.upper())


def titles(pair: Pair) -> Pair | None:
    """Le Maire a Dit Oui; of long sentences nobody makes titles."""
    if len(pair.source) > 120:
        return None
    return Pair(_title(pair.source), _title(pair.target))


def unpunctuated(pair: Pair) -> Pair | None:
    """Without the final mark, which both sides must have."""
    if pair.source[-1] not in _FINAL or pair.target[-1] not in _FINAL:
        return None
    source, target = pair.source.rstrip(_FINAL + " \u00a0\u202f"), pair.target.rstrip(_FINAL + " ")
    return Pair(source, target) if source and target else None


def typographic(pair: Pair) -> Pair | None:
    """The source with ’ and « »; the target stays."""
    source = _STRAIGHT.sub("«\u00a0\\1\u00a0»", _ELISION.sub("’", pair.source))
    return Pair(source, pair.target) if source != pair.source else None


def plain(pair: Pair) -> Pair | None:
    """The source in ASCII punctuation; the target stays."""
    source = _GUILLEMETS.sub('"', pair.source).translate(_PLAIN)
    return Pair(source, pair.target) if source != pair.source else None


GUISES: dict[str, Callable[[Pair], Pair | None]] = {
    "capitals": capitals,
    "titles": titles,
    "unpunctuated": unpunctuated,
    "typographic": typographic,
    "plain": plain,
}
"""By the name of their chance in the recipe. A guise returns None for a pair that cannot wear it."""


class Copier:
    """Makes the copies that a recipe asks for.

    :raises TrainingError: where phrases are to be cut or hinted, and no lexicon ships for the languages.
    """

    def __init__(self, recipe: Recipe) -> None:
        self._guises = [(guise, float(getattr(recipe.augmentation, name))) for name, guise in GUISES.items()]
        self._fragments: Fragments | None = None
        self._hinters: dict[str, Hinter] = {}
        wanting = {kind: [one.name for one in recipe.data if getattr(one, kind)] for kind in ("fragments", "hints")}
        languages = recipe.languages
        for kind, names in wanting.items():
            if names and not has_lexicon(*languages):
                missing = f"no lexicon ships for {'→'.join(languages)}"
                raise TrainingError(f"{', '.join(names)}: '{kind}' needs a lexicon, and {missing}; leave it out.")
        if any(wanting.values()):
            self._fragments = Fragments(join_directions(load_lexicon(*languages)), *languages)

    def copy(
        self, pairs: Iterable[Pair], numbers: Iterable[int], data: DataSource, rng: random.Random
    ) -> list[tuple[Pair, int]]:
        """Return copies of pairs of a source, each with the number of its pair."""
        guises = self._guises
        if (fragments := self._fragments) and data.fragments:
            guises = [*guises, (lambda pair: fragments.cut(pair, rng), data.fragments)]
        if fragments and data.hints:
            hinter = self._hinters.setdefault(data.name, Hinter(fragments, data.hints))
            guises = [*guises, (lambda pair: hinter.copy(pair, rng), 1.0)]
        return [
            (copy, number)
            for pair, number in zip(pairs, numbers, strict=True)
            for guise, chance in guises
            if rng.random() < chance and (copy := guise(pair)) is not None
        ]


def _title(text: str) -> str:
    def capitalise(match: re.Match[str]) -> str:
        word = match[0]
        is_small = len(word) <= _SMALL_LETTERS and match.start() > 0
        return word if is_small else word[0].upper() + word[1:]

    return _WORD.sub(capitalise, text)
