"""The dictionary of two languages that ships: a word or phrase comes in, what it is in the other language goes out.

Words are found by their lemmas, accents and all: « bailleur » is not « bâilleur ».
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from translate.alignment.blocks import Blocks
from translate.alignment.forms import Forms, Lemma
from translate.alignment.shipped import FOLDER
from translate.alignment.topics import Topics
from translate.alignment.unlisted import UnlistedWords
from translate.files import read_model_lines
from translate.languages import base_code, find_language

PARTS = frozenset({"n", "nm", "nf", "nmf", "nmpl", "nfpl", "adj", "v", "prop", "adv", "phrase"})
"""Parts of speech of the words that ship."""
NAME, NOUN, VERB, ADVERB, ADJECTIVE = "prop", "n", "v", "adv", "adj"
_AROUND_LABELS = " \u00a0\u202f:*"
_ENTRIES = 1 << 12
_COMMENT, _MORE, _TOPIC, _LABEL = "#", "-", "@", "!"
"""How a line begins that is none of the data, how a word ends that may be longer, and how a topic begins and a word
that tells a sense in short texts alone."""
_PAIRS, _WORDS = 1 << 11, 1 << 13
_MOST_BASES = 4
"""Lemmas of a word of a phrase that are tried."""
_KNOWN_WELL = 100
"""Times that a word was seen in training for it to need no help."""
_FEW = 3.0
"""Times that a word was seen that nobody counted, on average: those up to 20 are not in the file."""


class Entry(NamedTuple):
    """A word or phrase with its part of speech, and its equivalents, the best first."""

    french: str
    part: str
    english: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Its part of speech without gender and number."""
        return "n" if self.part.startswith("n") else self.part


class Found(NamedTuple):
    """An entry of a form, and whether the form is another than the lemma."""

    entry: Entry
    is_inflected: bool


class Sense(NamedTuple):
    """An entry that holds where one of some words stands near: whole words, beginnings of words, words of a topic."""

    entry: Entry
    near: frozenset[str]
    begins: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()
    in_labels: tuple[str, ...] = ()
    """How words begin that tell it in short texts alone."""


class _Senses(Mapping[str, "list[Sense]"]):
    """The senses of words, by the lines of a file; those of a word are read when somebody asks for it."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines: dict[str, list[str]] = {}
        self._read: dict[str, list[Sense]] = {}
        for line in lines:
            if not line.startswith(_COMMENT):
                self._lines.setdefault(line.partition("\t")[0], []).append(line)

    def __getitem__(self, word: str) -> list[Sense]:
        found = self._read.get(word)
        if found is None:
            found = self._read[word] = [_sense_of(line) for line in self._lines[word]]
        return found

    def __contains__(self, word: object) -> bool:
        return word in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _sense_of(line: str) -> Sense:
    french, part, english, words = line.split("\t")
    near = words.split(" ")
    in_labels = tuple(word[1:].removesuffix(_MORE) for word in near if word.startswith(_LABEL) and word[1:])
    begins = tuple(word.removesuffix(_MORE) for word in near if word.endswith(_MORE) and word[0] != _LABEL)
    topics = frozenset(word.removeprefix(_TOPIC) for word in near if word.startswith(_TOPIC))
    return Sense(Entry(french, part, tuple(english.split("|"))), frozenset(near), begins, topics, in_labels)


class Dictionary:
    """Entries by their lemmas, forms, words that every model knows, and labels.

    Nothing is read before it is asked for.

    :param stem: of the files' names, `fr-en`.
    """

    def __init__(self, folder: Path, stem: str) -> None:
        self.folder, self._stem = folder, stem
        self.find = lru_cache(maxsize=_ENTRIES)(self._find)
        self.times_seen = lru_cache(maxsize=_WORDS)(self._find_times)
        self._variants = lru_cache(maxsize=_PAIRS)(self._find_variants)

    @cached_property
    def _entries(self) -> list[Blocks]:
        paths = (self.folder / f"{self._stem}.{part}.npz" for part in ("words", "wiktionary"))
        return [Blocks(path) for path in paths if path.is_file()]

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self.folder / f"{self._stem}.forms.npz")

    @cached_property
    def _unlisted(self) -> UnlistedWords:
        return UnlistedWords(find_language(self._stem.partition("-")[0]), self._forms.lemmas_of)

    @cached_property
    def _counts(self) -> Blocks:
        """How often words were seen, as twice the logarithm of it."""
        return Blocks(self.folder / f"{self._stem}.known.npz")

    @cached_property
    def fixed_phrases(self) -> frozenset[str]:
        """Phrases that are looked up wherever they stand, their words in small letters and without plural endings."""
        path = self.folder / f"{self._stem}.phrases.npz"
        return frozenset(Blocks(path).lines()) if path.is_file() else frozenset()

    @cached_property
    def senses(self) -> Mapping[str, list[Sense]]:
        """By the word that has several, the senses that the words near it tell."""
        return _Senses(read_model_lines(self.folder / f"{self._stem}.senses.tsv") or [])

    @cached_property
    def topics(self) -> Topics:
        """The words that tell what a text is about."""
        return Topics(read_model_lines(self.folder / f"{self._stem}.topics.tsv") or [])

    @cached_property
    def labels(self) -> dict[str, str]:
        """Labels and their translations, as both are written."""
        lines = read_model_lines(self.folder / f"{self._stem}.labels.tsv") or []
        return dict(line.partition("\t")[::2] for line in lines)

    def find_label(self, source: str) -> str | None:
        """Return what is listed for a text that is a label, maybe with a colon or in capitals; None for any other."""
        label = source.strip(_AROUND_LABELS)
        return self.labels.get(label.capitalize() if label.isupper() else label)

    def is_label(self, source: str, target: str) -> bool:
        """Tell whether a text is a label, and another its translation as listed."""
        said = self.find_label(source)
        return said is not None and said.casefold() == target.strip(_AROUND_LABELS).casefold()

    def knows_well(self, word: str) -> bool:
        """Tell whether models have met a word, in small letters, often enough to need no help."""
        return self.times_seen(word) > _KNOWN_WELL

    def is_counted(self, word: str) -> bool:
        """Tell whether models have met a word, in small letters, more than a few times."""
        return self.times_seen(word) > _FEW

    def _find_times(self, word: str) -> float:
        """Return about how often texts for training have a word, in small letters; few times where nobody counted."""
        found = self._counts.find(word)
        return math.exp(int(found[0]) / 2) if found else _FEW

    def entries(self, phrase: str) -> list[Entry]:
        """Return the entries of a word or phrase in small letters, as it is."""
        return [entry for blocks in self._entries for entry in map(_parse, blocks.find(phrase))]

    def has_beginning(self, beginning: str) -> bool:
        """Tell whether there is a word or phrase, in small letters, that begins so."""
        return any(blocks.has_beginning(beginning) for blocks in self._entries)

    def iter_entries(self) -> Iterator[Entry]:
        """Yield all entries."""
        yield from (_parse(line.partition("\t")[2]) for blocks in self._entries for line in blocks.lines())

    def says(self, word: str) -> bool:
        """Tell whether a word is all of an equivalent."""
        ends = [f"{before}{word}{behind}" for before in "\t|" for behind in "|\n"]
        return any(blocks.has_within(end) for blocks in self._entries for end in ends)

    def _find(self, form: str) -> tuple[Found, ...]:
        """Return the entries of a word in small letters, and those of its lemmas; else those that it may be of."""
        form = self._spelled(form)
        found = [
            Found(one, True)
            for lemma, part in self._forms.lemmas_of(form)
            for one in self.entries(lemma)
            if one.kind == part
        ]
        is_rare = bool(found) and not any(one.entry.kind != VERB or self.is_counted(one.entry.french) for one in found)
        bases = self._unlisted.iter_participles(form) if is_rare else ()  # « ensoleillée »; not « soignée »
        found[:0] = [Found(one, True) for base in bases for one in self.entries(base) if one.kind == ADJECTIVE]
        found = [*self._find_singular(form, found), *found]
        singular = {said for one in found if one.entry.kind == NOUN for said in one.entry.english}
        own = (one for one in self.entries(form) if one.kind != NOUN or not _is_plural_of(one, singular))
        return (*(Found(one, False) for one in own), *found) or self._find_unlisted(form)

    def _find_singular(self, form: str, found: Sequence[Found]) -> list[Found]:
        """Return the entries of a plural's own singular where its lemma is another word: « pelleteuses »."""
        endings = self._unlisted.plural_endings if found else ()
        singular = form.removesuffix(next((one for one in endings if form.endswith(one)), form))
        is_lemma = not singular or any(one.entry.french.lower() == singular for one in found)
        entries = () if is_lemma else self.entries(singular)
        return [Found(one, True) for one in entries if one.kind == NOUN]

    def _find_unlisted(self, form: str) -> tuple[Found, ...]:
        for word, kinds in self._unlisted.iter_candidates(form):
            entries = [one for one in self.entries(word) if one.french.islower() and (not kinds or one.kind in kinds)]
            if entries:
                return tuple(Found(one, True) for one in entries)
        return ()

    def _spelled(self, form: str) -> str:
        """Return a word as it is here: « bœuf » for « boeuf »."""
        spelled = self._unlisted.with_ligatures(form)
        return spelled if spelled != form and (self.entries(spelled) or self._forms.lemmas_of(spelled)) else form

    def lemmas_of(self, form: str) -> list[Lemma]:
        """Return the lemmas of a form in small letters, other than itself."""
        return self._forms.lemmas_of(form)

    def phrase(self, words: Iterable[str]) -> tuple[Found, ...]:
        """Return the entries of words, in small letters, as a phrase; the first words may be inflected."""
        words = tuple(map(self._spelled, words))
        for heads, is_inflected in self._variants(words[:2]):
            if entries := self.entries(_joined((*heads, *words[2:]))):
                return tuple(Found(entry, is_inflected) for entry in entries)
        return ()

    def _bases_of(self, word: str) -> list[str]:
        """Return the words that a word of a phrase may be a form of."""
        lemmas = [lemma.text for lemma in islice(self._forms.lemmas_of(word), _MOST_BASES)]
        others = islice(self._unlisted.iter_bases(word), 1 if lemmas else None)  # « familles nombreuses »
        return list(dict.fromkeys((*lemmas, *others)))

    def _find_variants(self, words: tuple[str, ...]) -> list[tuple[tuple[str, ...], bool]]:
        """Return how the first words of a phrase may stand in the dictionary, and whether they are other forms there.

        Nearly no two words that stand side by side begin a phrase of it.
        """
        variants = dict.fromkeys(_iter_variants(words, self._bases_of))
        return [(heads, heads != words) for heads in variants if self.has_beginning(_joined(heads))]


def _is_plural_of(entry: Entry, singular: Set[str]) -> bool:
    """Tell whether all that an entry has is what its lemma has, and more behind it: *nuts* for « écrous »."""
    return bool(singular) and all(said not in singular and said.startswith(tuple(singular)) for said in entry.english)


def _joined(words: Iterable[str]) -> str:
    return " ".join(words).replace("' ", "'")


def _iter_variants(words: tuple[str, ...], bases_of: Callable[[str], list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield one or two words, and the lemmas of the first, and of the second where that agrees with it."""
    yield words
    firsts = bases_of(words[0]) if words else []
    for first in firsts:
        yield (first, *words[1:])
    if len(words) > 1:
        for second in bases_of(words[1]):
            for first in (words[0], *firsts):
                yield (first, second)


def _parse(rest: str) -> Entry:
    french, part, english = rest.split("\t")
    return Entry(french, sys.intern(part), tuple(english.split("|")))


def format_entry(key: str, entry: Entry) -> str:
    """Return the line of an entry."""
    return f"{key}\t{entry.french}\t{entry.part}\t{'|'.join(entry.english)}"


@cache
def find_dictionary(source_language: str, target_language: str) -> Dictionary | None:
    """Return the dictionary that ships for two languages; None where none does."""
    stem = f"{base_code(source_language)}-{base_code(target_language)}"
    return Dictionary(FOLDER, stem) if (FOLDER / f"{stem}.words.npz").is_file() else None
