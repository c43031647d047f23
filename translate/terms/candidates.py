"""The texts of one language come in, what may be a term in each goes out: noun-like phrases of one to four words."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import field

import numpy as np
from numpy.typing import NDArray

from translate.languages import Language
from translate.records import dataclass
from translate.terms.inflections import Inflections, plain
from translate.text.late import late_plain

Integers = NDArray[np.int64]

_TOKEN = late_plain(r"[^\W\d_]+(?:[-_.][^\W_]+)*|[^\s'’‐‑]")
"""A word, or any other sign, which no term spans."""
_GLUE = "'’-‐‑"
"""What ties a word to the one before it."""
LONGEST = 4
"""Words of the longest term, those that join its nouns not counted."""
_MOST_JOINTS = 2
_SHORTEST = 2
"""Letters of a word that can be a term by itself."""
_NOUN, _ADJECTIVE = "n", "adj"
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(slots=True)
class Candidates:
    """The candidates of texts by number: text t has `numbers[starts[t] : starts[t + 1]]`, each once, in order."""

    numbers: Integers
    starts: Integers
    counts: Integers
    """By number: how many texts have it."""
    words: list[tuple[int, ...]]
    """By number: its words, as numbers of lemmas."""
    surfaces: list[str]
    """By number: how it is written most often; one word in the singular, and small, if it is ever so written."""
    determined: NDArray[np.float64]
    """By number: in what share of its places a determiner stands before it."""


@dataclass(slots=True)
class Gathering:
    """Texts of one language, gathered word by word."""

    language: Language
    inflections: Inflections = field(init=False)
    words: array[int] = field(default_factory=lambda: array("i"))
    """Of all texts, as numbers of their forms."""
    starts: list[int] = field(default_factory=lambda: [0])
    """Text t has `words[starts[t] : starts[t + 1]]`."""
    forms: list[str] = field(default_factory=list)
    glue: bytearray = field(default_factory=bytearray)
    """By word: what stands before it, as a place in `_GLUE`."""
    _numbers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.inflections = Inflections(self.language)

    def add(self, text: str) -> None:
        """Take a text in."""
        numbers, forms = self._numbers, self.forms
        for match in _TOKEN.finditer(text):
            form = match[0]
            number = numbers.get(form)
            if number is None:
                number = numbers[form] = len(forms)
                forms.append(form)
            self.words.append(number)
            self.glue.append(_GLUE.find(text[match.start() - 1]) + 1 if match.start() else 0)
        self.starts.append(len(self.words))

    def text_of(self, start: int, length: int) -> str:
        """Return words as they stand in their text, the first in small letters but where it is always in capitals."""
        parts = []
        for at in range(start, start + length):
            before = _GLUE[self.glue[at] - 1] if self.glue[at] else " "
            parts += [before, self.forms[self.words[at]]]
        return "".join(parts[1:])


_BARRIER, _CONTENT, _JOINT = 0, 1, 2
Kinds = Callable[[str], frozenset[str]]
"""Gives the parts of speech of a word in small letters, `n`, `adj` and others; none where nobody knows."""


def find_candidates(gathering: Gathering, kinds_of: Kinds, least: int) -> Candidates:
    """Return the candidates that `least` texts or more have.

    A candidate begins and ends with a word that is no function word; where the nouns of a language are joined by small
    words, up to two of those may stand between two words. At one end stands what can be a noun.
    """
    language = gathering.language
    lemmas, ids = _lemmas_of(gathering)
    kinds = np.array([_kind_of(form, language) for form in gathering.forms], np.int8)
    smalls = [plain(form) for form in gathering.forms]
    parts = [kinds_of(small) or kinds_of(lemmas[own]) for small, own in zip(smalls, ids.tolist(), strict=True)]
    is_noun = np.array([not some or _NOUN in some for some in parts])
    is_adjective = np.array([not some or _ADJECTIVE in some for some in parts])
    words = np.array(gathering.words, np.int64)
    texts = np.repeat(np.arange(len(gathering.starts) - 1), np.diff(gathering.starts))
    of, kind = ids[words], kinds[words]
    noun, adjective = is_noun[words], is_adjective[words]
    found: list[tuple[Integers, Integers, Integers, Integers]] = []
    for length in range(1, LONGEST + _MOST_JOINTS + 1):
        last = len(words) - length + 1
        if last < 1:
            break
        start = np.arange(last)
        end = start + length - 1
        joints = np.zeros(last, np.int64)
        good = (texts[:last] == texts[end]) & (kind[:last] == _CONTENT) & (kind[end] == _CONTENT)
        for inner in range(1, length - 1):
            good &= kind[start + inner] != _BARRIER
            joints += kind[start + inner] == _JOINT
        good &= (joints <= _MOST_JOINTS) & (length - joints <= LONGEST)
        good &= (noun[start] & (noun[end] | adjective[end])) | (adjective[start] & noun[end])
        start = start[good]
        mixed = np.zeros(len(start), np.uint64)
        for inner in range(length):
            mixed = (mixed * _MIX + of[start + inner].astype(np.uint64) + np.uint64(1)) * _SPREAD
            mixed ^= mixed >> np.uint64(29)
        found.append((mixed.view(np.int64), texts[start], start, np.full(len(start), length)))
    if not any(len(keys) for keys, *_ in found):
        empty = np.zeros(0, np.int64)
        return Candidates(empty, np.zeros(len(gathering.starts), np.int64), empty, [], [], empty.astype(np.float64))
    keys, owners, starts, lengths = (np.concatenate(column) for column in zip(*found, strict=True))
    return _numbered(gathering, lemmas, of, (keys, owners, starts, lengths), least)


def _numbered(
    gathering: Gathering,
    lemmas: list[str],
    of: Integers,
    found: tuple[Integers, Integers, Integers, Integers],
    least: int,
) -> Candidates:
    """Number what is found in `least` texts or more, in order of its first place."""
    keys, owners, starts, lengths = found
    is_determiner = np.array([plain(form) in gathering.language.determiners for form in gathering.forms])
    determined = is_determiner[np.array(gathering.words)[np.maximum(starts - 1, 0)]] & (starts > 0)
    order = np.lexsort((starts, owners, keys))
    determined = determined[order]
    keys, owners, starts, lengths = keys[order], owners[order], starts[order], lengths[order]
    is_new = np.ones(len(keys), bool)
    is_new[1:] = (keys[1:] != keys[:-1]) | (owners[1:] != owners[:-1])
    firsts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    counts = np.add.reduceat(is_new.astype(np.int64), firsts)
    shares = np.add.reduceat(determined.astype(np.float64), firsts) / np.diff(np.append(firsts, len(keys)))
    kept = np.flatnonzero(counts >= least)
    place = np.full(len(counts), -1, np.int64)
    by_place = kept[np.argsort(starts[firsts[kept]], kind="stable")]
    place[by_place] = np.arange(len(by_place))
    group = np.repeat(np.arange(len(counts)), np.diff(np.append(firsts, len(keys))))
    mine = is_new & (place[group] >= 0)
    numbers, texts = place[group[mine]], owners[mine]
    sort = np.lexsort((numbers, texts))
    bounds = np.searchsorted(texts[sort], np.arange(len(gathering.starts)))
    surfaces, words = [], []
    ends = np.append(firsts[1:], len(keys))
    for number in by_place:
        first = firsts[number]
        length = int(lengths[first])
        own = of[starts[first] : starts[first] + length]
        words.append(tuple(int(word) for word in own))
        surfaces.append(_surface(gathering, lemmas, starts[first : ends[number]], own))
    return Candidates(numbers[sort], bounds.astype(np.int64), counts[by_place], words, surfaces, shares[by_place])


def _surface(gathering: Gathering, lemmas: list[str], starts: Integers, own: Integers) -> str:
    """Return how a candidate is written most often; one word as its lemma, if it is ever so written."""
    length = len(own)
    written = Counter(tuple(gathering.words[start : start + length]) for start in starts[:_LOOKED_AT].tolist())
    forms = gathering.forms
    if length == 1:
        return _word_written(Counter({forms[word]: count for (word,), count in written.items()}), gathering.language)
    best_words = min(written, key=lambda some: (-written[some], [forms[word] for word in some]))
    start = next(start for start in starts.tolist() if tuple(gathering.words[start : start + length]) == best_words)
    return gathering.text_of(start, length)


_CAPITALS = 5
"""Of so many places of a word, one in small letters tells that it has no capital of its own."""
_LOOKED_AT = 200
"""Places of a candidate at which its spelling is looked up."""


def _word_written(written: Counter[str], language: Language) -> str:
    """Return how a word is written most often, in the singular if it ever is, in small letters if it ever is."""
    smalls = Counter[str]()
    for form, count in written.items():
        small = plain(form)
        singular = next(
            (small.removesuffix(ending) for ending in language.plural_endings if small.removesuffix(ending) in written),
            small,
        )
        smalls[singular] += count
    best = min(smalls, key=lambda small: (-smalls[small], small))
    spellings = [form for form in written if plain(form) == best]
    if written[best] * _CAPITALS >= sum(written[form] for form in spellings) or not spellings:
        return best
    return min(spellings, key=lambda form: (-written[form], form))


def _kind_of(form: str, language: Language) -> int:
    small = plain(form)
    joints = language.joints
    if small in joints.of or small in joints.having or (joints.of and small in joints.articles):
        return _JOINT if joints.of else _BARRIER
    if small in language.function_words or small in language.linking_words or small in language.determiners:
        return _BARRIER
    is_word = len(small) >= _SHORTEST and small.replace("-", "").isalpha()
    return _CONTENT if is_word else _BARRIER


def _lemmas_of(gathering: Gathering) -> tuple[list[str], Integers]:
    """Return lemmas, and by form the number of its own: a noun's or adjective's, where it can be of one."""
    smalls = list(dict.fromkeys(map(plain, gathering.forms)))
    pluralise = gathering.language.pluralise
    known = set(smalls)
    singular = {}
    for small in smalls if pluralise else ():
        plural = pluralise(small) if pluralise else ""
        if plural in known and plural != small:
            singular[plural] = small
    lemma_of = {small: singular.get(small) or gathering.inflections.lemma_of(small) for small in smalls}
    lemmas = list(dict.fromkeys(lemma_of.values()))
    numbers = {lemma: number for number, lemma in enumerate(lemmas)}
    return lemmas, np.array([numbers[lemma_of[plain(form)]] for form in gathering.forms], np.int64)
