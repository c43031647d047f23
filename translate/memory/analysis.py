"""Analysis: the segments of documents come in; how many there are in each band of matches goes out, for a quote.

A text that the memory has is counted there wherever it stands; one that it has not, and that came before in the
project, is a repetition; any other falls into the band of its best match.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import tee

from translate.errors import UsageError
from translate.memory.earlier import Earlier
from translate.memory.matches import EXACT, IN_CONTEXT, Match, Query, Score
from translate.memory.percentage import count_characters, count_words, is_tag, tokens
from translate.records import dataclass

CONTEXT, REPETITION, FULL, NEW = "context", "repetition", "100", "new"
INTERNAL = "internal"
_GIVEN = frozenset({CONTEXT, FULL, REPETITION})
"""Bands of what is there already."""
USUAL_BOUNDS = (95, 85, 75, 50)
_ASIAN = "\u2e80"
"""First of the characters of Asian scripts."""

LookUp = Callable[[Iterable[Query]], Iterable[Sequence[Match]]]
"""Gives the matches of queries, the best first, in the order of the queries, some of which it takes ahead."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much text there is."""

    segments: int = 0
    words: int = 0
    """As OmegaT counts them: tokens with a letter or a digit."""
    characters: int = 0
    """Without spaces."""
    characters_with_spaces: int = 0
    asian_characters: int = 0
    """Ideographs, kana and Hangul, which some price lists count instead of words."""
    tags: int = 0
    numbers: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.segments + other.segments,
            self.words + other.words,
            self.characters + other.characters,
            self.characters_with_spaces + other.characters_with_spaces,
            self.asian_characters + other.asian_characters,
            self.tags + other.tags,
            self.numbers + other.numbers,
        )


def count(query: Query) -> Counts:
    """Return the counts of a segment."""
    text = query.source
    parts = tokens(text)
    numbers = sum(part[0].isdecimal() for part in parts)
    asian = 0 if max(text, default="") < _ASIAN else sum(character >= _ASIAN for character in text)
    return Counts(
        1, count_words(text), *count_characters(text), asian, sum(map(is_tag, parts)) + len(query.codes), numbers
    )


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands of matches, from best to worst."""

    bounds: tuple[int, ...] = USUAL_BOUNDS
    """The lowest percentage of each, falling, between 100 and 0."""
    has_internal: bool = False
    """Whether matches within the project have bands of their own."""

    def __post_init__(self) -> None:
        if list(self.bounds) != sorted(set(self.bounds), reverse=True) or not all(0 < b < EXACT for b in self.bounds):
            given = ",".join(map(str, self.bounds))
            raise UsageError(f"the bands '{given}' are not whole per cent from 99 to 1 that fall, such as 95,85,75,50.")

    @property
    def fuzzy(self) -> tuple[str, ...]:
        """The names of the bands below 100."""
        tops = (EXACT, *self.bounds)
        return tuple(f"{low}-{top - 1}" for top, low in zip(tops, self.bounds, strict=False))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all bands, in order."""
        internal = tuple(f"{INTERNAL} {name}" for name in self.fuzzy) if self.has_internal else ()
        return (CONTEXT, REPETITION, FULL, *self.fuzzy, *internal, NEW)

    def of(self, percentage: int) -> str:
        """Return the name of the band of a match."""
        if percentage >= EXACT:
            return CONTEXT if percentage >= IN_CONTEXT else FULL
        return next((name for low, name in zip(self.bounds, self.fuzzy, strict=True) if percentage >= low), NEW)


@dataclass(frozen=True, slots=True)
class DocumentAnalysis:
    """The counts of a document in each band, or of all documents."""

    name: str
    bands: Mapping[str, Counts]
    """Every band of :attr:`Bands.names`."""
    cross_file: Counts = Counts()
    """Of the repetitions, those of which the first one stands in another document."""

    @property
    def total(self) -> Counts:
        return sum(self.bands.values(), Counts())


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast words are translated; None where nobody said."""

    words_per_hour: int | None = None
    """Of a person, weighted by the rates of bands."""
    words_per_second: float | None = None
    """Of this machine, which takes no exact match and no repetition for work."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What there is to translate, document by document."""

    documents: tuple[DocumentAnalysis, ...]
    bands: Bands
    rates: Mapping[str, int] = field(default_factory=dict)
    """By band, how much of a new word one of it counts, in per cent; a band that is not named counts in full."""
    pace: Pace = Pace()

    @property
    def total(self) -> DocumentAnalysis:
        """The sum over the documents."""
        bands = {
            name: sum((document.bands[name] for document in self.documents), Counts()) for name in self.bands.names
        }
        return DocumentAnalysis("total", bands, sum((document.cross_file for document in self.documents), Counts()))

    def weighted_words(self, document: DocumentAnalysis) -> float:
        """Return the words of a document, each band at its rate."""
        return sum(self.weighted_band(name, counts) for name, counts in document.bands.items())

    def weighted_band(self, name: str, counts: Counts) -> float:
        """Return the words of a band at its rate."""
        return counts.words * self.rates.get(name, 100) / 100

    def hours(self, document: DocumentAnalysis) -> float | None:
        """Return how long a person takes for a document."""
        pace = self.pace.words_per_hour
        return self.weighted_words(document) / pace if pace else None

    def seconds(self, document: DocumentAnalysis) -> float | None:
        """Return how long the machine takes for a document."""
        pace = self.pace.words_per_second
        words = sum(counts.words for name, counts in document.bands.items() if name not in _GIVEN)
        return words / pace if pace else None


def analyse(
    documents: Iterable[tuple[str, Iterable[Query]]],
    look_up: LookUp | None,
    *,
    bands: Bands | None = None,
    rates: Mapping[str, int] | None = None,
    score: Score = Score.ALL,
    repetitions_first: bool = False,
) -> Analysis:
    """Count what documents have in each band.

    :param documents: the name of each, and its segments with their neighbours.
    :param look_up: gives the matches of the memory from the lowest band on; None for no memory.
    :param rates: see :attr:`Analysis.rates`.
    :param score: the figure that the memory was asked for; matches within the project go by it too.
    :param repetitions_first: a text that came before is a repetition even where the memory has it.
    """
    bands = bands or Bands()
    known = dict(rates or {})
    for name in known:
        if name not in bands.names:
            raise UsageError(f"'{name}' is no band; known: {', '.join(bands.names)}.")
    earlier = Earlier(bands.bounds[-1], score) if bands.has_internal and bands.bounds else None
    project = _Project(bands, repetitions_first, {}, earlier)
    tallies = dict[int, _Tally]()
    for place, query, percentage in _iter_best(_iter_places(documents, tallies, bands), look_up):
        tallies[place].add(query, percentage, project)
    done = tuple(DocumentAnalysis(tally.name, tally.bands, tally.cross_file) for tally in tallies.values())
    return Analysis(done, bands, known)


@dataclass(frozen=True, slots=True)
class _Project:
    """What all documents share. `first` has by text the document that it stood in first."""

    bands: Bands
    repetitions_first: bool
    first: dict[str, str]
    earlier: Earlier | None


@dataclass(slots=True)
class _Tally:
    """What has been counted of a document."""

    name: str
    bands: dict[str, Counts]
    cross_file: Counts = Counts()

    def add(self, query: Query, percentage: int, project: _Project) -> None:
        counts = count(query)
        is_first = query.source not in project.first
        before = project.first.setdefault(query.source, self.name)
        band = _band_of(query.source, percentage, is_first, project)
        self.bands[band] += counts
        if band == REPETITION and before != self.name:
            self.cross_file += counts


def _iter_places(
    documents: Iterable[tuple[str, Iterable[Query]]], tallies: dict[int, _Tally], bands: Bands
) -> Iterator[tuple[int, Query]]:
    """Yield each segment that has a text with the place of its document, for which a tally is begun."""
    for place, (name, queries) in enumerate(documents):
        tallies[place] = _Tally(name, dict.fromkeys(bands.names, Counts()))
        yield from ((place, query) for query in queries if query.source.strip())


def _iter_best(segments: Iterator[tuple[int, Query]], look_up: LookUp | None) -> Iterator[tuple[int, Query, int]]:
    """Yield each segment with what its best match in the memory is worth."""
    if look_up is None:
        yield from ((place, query, 0) for place, query in segments)
        return
    here, ahead = tee(segments)
    for (place, query), matches in zip(here, look_up(query for _, query in ahead), strict=True):
        yield place, query, max((match.worth for match in matches), default=0)


def _band_of(text: str, percentage: int, is_first: bool, project: _Project) -> str:
    band = project.bands.of(percentage)
    if not is_first and (project.repetitions_first or band not in (CONTEXT, FULL)):
        return REPETITION
    if project.earlier is None or not is_first:
        return band
    within = project.earlier.best(text) if band not in (CONTEXT, FULL) else 0
    project.earlier.add(text)
    if within <= percentage:
        return band
    inner = project.bands.of(min(within, EXACT - 1))
    return band if inner == NEW else f"{INTERNAL} {inner}"
