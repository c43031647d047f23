"""Inflected forms: a word as a text has it comes in, the words that a dictionary has it under go out.

Each lemma is of a class, and a class is its forms' endings, each with the ending of the lemma in whose place it stands:
« chevaux » is « cheval » where (*ux*, *l*) is one of its class. A form is looked up by its endings, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from translate.alignment.blocks import Blocks, write_blocks
from translate.alignment.lexicon import FOLDER
from translate.languages.codes import base_code

_KEPT = 20_000
"""Forms whose lemmas are remembered."""
_CLASS = "*"
"""What a line of a class begins with."""


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
        self._found: dict[str, list[Lemma]] = {}

    @cached_property
    def _read(self) -> tuple[list[dict[str, set[str]]], dict[str, str], int]:
        """The classes, by the ending of the form those of the lemma; the lemmas' parts and classes; the longest ending.

        A lemma has one part and class a line.
        """
        classes: list[dict[str, set[str]]] = []
        lemmas: dict[str, str] = {}
        for line in Blocks(self._path).lines():
            key, _, rest = line.partition("\t")
            if key.startswith(_CLASS):
                endings: dict[str, set[str]] = {}
                for pair in rest.split():
                    form, _, lemma = pair.partition("/")
                    endings.setdefault(form, set()).add(lemma)
                classes.append(endings)
            else:
                lemmas[key] = f"{lemmas[key]}\n{rest}" if key in lemmas else rest
        longest = max((len(form) for endings in classes for form in endings), default=0)
        return classes, lemmas, longest

    @cached_property
    def _lemma_endings(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for endings in self._read[0]:
            for form, lemmas in endings.items():
                found.setdefault(form, set()).update(lemmas)
        return found

    def lemmas_of(self, form: str) -> list[Lemma]:
        """Return the lemmas of a form in small letters, other than itself, in order."""
        found = self._found.get(form)
        if found is None:
            if len(self._found) > _KEPT:
                self._found.clear()
            found = self._found[form] = self._find(form)
        return found

    def parts_of(self, lemma: str) -> frozenset[str]:
        """Return the parts of speech of a lemma in small letters; empty where there is none such."""
        known = self._read[1].get(lemma)
        return frozenset(part for part, _ in _iter_classes(known)) if known else frozenset()

    def _find(self, form: str) -> list[Lemma]:
        classes, lemmas, longest = self._read
        found = set()
        for length in range(min(longest, len(form)) + 1):
            stem, ending = form[: len(form) - length], form[len(form) - length :]
            for other in self._lemma_endings.get(ending, ()):
                if known := lemmas.get(stem + other):
                    for part, number in _iter_classes(known):
                        if other in classes[number].get(ending, ()):
                            found.add(Lemma(stem + other, part))
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
