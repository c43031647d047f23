"""Inflected forms: a word as a text has it comes in, the words that a dictionary has it under go out.

Each lemma is of a class, and a class is its forms' endings, each with the ending of the lemma in whose place it stands:
« chevaux » is « cheval » where (*ux*, *l*) is one of its class. A form is looked up by its endings, the longest first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from operator import eq
from pathlib import Path
from typing import NamedTuple

from translate.alignment.blocks import Blocks, write_blocks
from translate.alignment.shipped import FOLDER
from translate.languages.codes import base_code

_KEPT = 1 << 12
"""Forms whose lemmas are remembered."""
_FEW = 6_000
"""Lemmas that are looked up before all of them are unpacked."""
_NONE: Mapping[str, set[int]] = {}
_CLASS = "*"
"""What a line of a class begins with; these come first."""
_BEHIND_CLASSES = chr(ord(_CLASS) + 1)


class Ending(NamedTuple):
    """How a form ends, and how its lemma ends in place of that."""

    form: str
    lemma: str


class Lemma(NamedTuple):
    """A word that a form is of, with its part of speech: `n`, `v`, `adj` and others."""

    text: str
    part: str


class Forms:
    """The classes of a language's lemmas.

    :param path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked = 0
        self._lines_of: Callable[[str], str | None] = self._unpacked
        """Returns parts and classes of a lemma, a line for each."""
        self.lemmas_of = lru_cache(maxsize=_KEPT)(self._find)

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks(self._path)

    @cached_property
    def _classes(self) -> tuple[Mapping[str, Mapping[str, set[int]]], Mapping[str, list[int]]]:
        """By the ending of a form those of its lemma, with their classes; and how long endings are, by their last
        letter."""
        classes: dict[str, dict[str, set[int]]] = {}
        for line in self._blocks.before(_BEHIND_CLASSES):
            key, _, pairs = line.partition("\t")
            number = int(key[len(_CLASS) :])
            for pair in pairs.split():
                form, _, lemma = pair.partition("/")
                classes.setdefault(form, {}).setdefault(lemma, set()).add(number)
        lengths: dict[str, set[int]] = {}
        for form in classes:
            lengths.setdefault(form[-1:], set()).add(len(form))
        return classes, {letter: sorted(some) for letter, some in lengths.items()}

    @cached_property
    def _endings(self) -> Mapping[int, list[Ending]]:
        """Of each class."""
        endings: dict[int, list[Ending]] = {}
        for form, lemmas in self._classes[0].items():
            for lemma, numbers in lemmas.items():
                for number in numbers:
                    endings.setdefault(number, []).append(Ending(form, lemma))
        return endings

    @cached_property
    def _lemmas(self) -> Mapping[str, str]:
        """Parts and classes of each lemma, a line for each."""
        cells = self._blocks.text().replace("\n", "\t").split("\t")
        first = 2 * bisect_left(cells[::2], _BEHIND_CLASSES)
        keys, rests = cells[first::2], cells[first + 1 :: 2]
        lemmas = dict(zip(keys, rests, strict=True))
        for place in [place for place, is_same in enumerate(map(eq, keys, keys[1:]), 1) if is_same]:
            before = rests[place - 1] if keys[place - 2] != keys[place] else lemmas[keys[place]]
            lemmas[keys[place]] = f"{before}\n{rests[place]}"
        return lemmas

    def _unpacked(self, lemma: str) -> str | None:
        """Return what the file says of a lemma; of few lemmas no more of it is unpacked than they need."""
        self._asked += 1
        if self._asked > _FEW:
            self._lines_of = self._lemmas.get
            return self._lines_of(lemma)
        return "\n".join(self._blocks.find(lemma)) if lemma and lemma[0] != _CLASS else None

    def parts_of(self, lemma: str) -> frozenset[str]:
        """Return the parts of speech of a lemma in small letters; empty where there is none such."""
        known = self._lines_of(lemma)
        return frozenset([part for part, _ in _iter_classes(known)]) if known else frozenset()

    def forms_of(self, lemma: str) -> set[str]:
        """Return the forms of a lemma in small letters, but for itself; none where there is none such."""
        known = self._lines_of(lemma)
        return {
            lemma.removesuffix(ending.lemma) + ending.form
            for _, number in (_iter_classes(known) if known else ())
            for ending in self._endings.get(number, ())
        }

    def _find(self, form: str) -> list[Lemma]:
        """Return the lemmas of a form in small letters, other than itself, in order."""
        classes, lengths = self._classes
        lines_of, size = self._lines_of, len(form)
        found = set()
        for end in [size, *(size - length for length in lengths.get(form[-1:], ()) if length <= size)]:
            for other, numbers in classes.get(form[end:], _NONE).items():
                if known := lines_of(form[:end] + other):
                    found |= {Lemma(form[:end] + other, part) for part, one in _iter_classes(known) if one in numbers}
        return sorted(found)


@cache
def find_forms(language: str) -> Forms | None:
    """Return the forms of a language that ship with its dictionary into whatever other; None where none do."""
    path = next(iter(sorted(FOLDER.glob(f"{base_code(language)}-*.forms.npz"))), None)
    return Forms(path) if path else None


def _iter_classes(lines: str) -> Iterator[tuple[str, int]]:
    """Yield parts of speech with their classes."""
    for line in lines.split("\n"):
        part, _, number = line.partition(" ")
        yield part, int(number)


def write_forms(path: Path, lemmas: Mapping[Lemma, frozenset[Ending]]) -> None:
    """Write the forms of lemmas, by their endings."""
    classes = sorted({tuple(sorted(endings)) for endings in lemmas.values()})
    numbers = {endings: number for number, endings in enumerate(classes)}
    lines = [
        f"{_CLASS}{number:04}\t{' '.join(f'{form}/{lemma}' for form, lemma in endings)}"
        for endings, number in numbers.items()
    ]
    lines += sorted(
        f"{lemma.text}\t{lemma.part} {numbers[tuple(sorted(endings))]}" for lemma, endings in lemmas.items()
    )
    write_blocks(path, lines)
