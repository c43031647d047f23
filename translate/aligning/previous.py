"""A new version of a document: the old one and its translation come in; what they give for the new one goes out.

They are aligned, and their units are a memory. What several segments of the old one became together stays together in
the new one, so that an unchanged paragraph comes back as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from translate.aligning.aligner import Aligner, load_scorer, needs_hypotheses
from translate.aligning.hypotheses import Translator
from translate.aligning.keyed import join, keyed_units
from translate.aligning.pairing import Pair
from translate.config import Config
from translate.data import Bitext, InlineCode, Segment, TranslationUnit, Variant
from translate.documents import READERS, Source
from translate.documents.discovery import kind_of
from translate.errors import DocumentError
from translate.formats import write_bitext
from translate.memory.percentage import percentage
from translate.records import dataclass
from translate.run.journal import Journal
from translate.segmentation import Segmenter

_ALIKE = 50
"""From this percentage on, a paragraph is a changed one, and not another."""
_SURELY_ALIKE = 75
"""The same of one that moved, too."""
_MOST_COMPARED = 40_000
"""Pairs of paragraphs that are compared wherever they stand, in a second or so."""
_MOST_JOINED = 6
"""Segments that are one in the translation at most."""


@dataclass(frozen=True, slots=True)
class Previous:
    """What an old version and its translation have in common."""

    units: tuple[TranslationUnit, ...]
    paragraphs: tuple[str, ...]
    """Of the old version."""

    @property
    def joined(self) -> frozenset[str]:
        """The texts of several segments that have one translation."""
        return frozenset(unit.source.text for unit in self.units if not unit.alignment.startswith("1-"))

    def write(self, folder: Path, config: Config) -> Path:
        """Write the units as a file that is a memory, and return it."""
        bitext = Bitext(*config.written_codes, self.units, "")
        (path,) = write_bitext(bitext, folder / "previous", "jsonl")
        return path


def read_previous(old: Path, translation: Path, config: Config) -> Previous:
    """Align a document with its translation, files of strings by their keys, and keep what the checks accept.

    :raises DocumentError: where one cannot be read, or they are no translations of each other.
    """
    for path in (old, translation):
        if not path.is_file():
            raise DocumentError("no such file.", path=path)
    source, target = (Source(path, path.name, kind_of(path)) for path in (old, translation))
    units = keyed_units(source, target, config)
    if units is None:
        units = _aligned(source, target, config)
    return Previous(tuple(map(_tied, units)), tuple(paragraphs_of(source, config)))


def _aligned(source: Source, target: Source, config: Config) -> list[TranslationUnit]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="bitexte-")))
        translator = Translator(config, stack.enter_context(Journal(folder))) if needs_hypotheses(config) else None
        aligner = Aligner(config, translator, load_scorer(config))
        aligned = aligner.align(Pair(source.name, source, target))
        return [unit for unit, is_accepted in aligner.iter_units(aligned) if is_accepted]


def paragraphs_of(source: Source, config: Config) -> Iterator[str]:
    """Yield the texts of a document's paragraphs."""
    reader = READERS.load(source.kind)
    document = reader.read(source.path, name=source.name, language=config.source_language, config=config.reading)
    yield from (block.text for block in document.blocks if block.text.strip())


def _tied(unit: TranslationUnit) -> TranslationUnit:
    """Return a unit whose target has the codes of its source: the same by kind and type, in order; others go."""
    waiting = list(unit.source.codes)
    codes: list[InlineCode] = []
    for code in unit.target.codes:
        own = next((one for one in waiting if (one.kind, one.type) == (code.kind, code.type)), None)
        if own is not None:
            waiting.remove(own)
            codes.append(replace(code, id=own.id, pair=own.pair, attributes=own.attributes))
    return replace(unit, target=Variant(unit.target.language, unit.target.text, unit.target.span, tuple(codes)))


class Joining(Segmenter):
    """Parts texts as another segmenter does, but leaves together what has one translation.

    :param joined: the texts that stay together.
    """

    def __init__(self, segmenter: Segmenter, joined: frozenset[str]) -> None:
        self.language, self.signature = segmenter.language, segmenter.signature
        self._segmenter, self._joined = segmenter, joined

    def segment(self, text: str, codes: Sequence[InlineCode] = ()) -> tuple[Segment, ...]:
        segments = self._segmenter.segment(text, codes)
        if len(segments) < 2:
            return segments
        kept: list[Segment] = []
        place = 0
        while place < len(segments):
            end = self._end(text, segments, place)
            one = segments[place]
            kept.append(one if end == place + 1 else join(text, codes, one.start, segments[end - 1].end))
            place = end
        return tuple(kept)

    def _end(self, text: str, segments: Sequence[Segment], place: int) -> int:
        start = segments[place].start
        for end in range(min(len(segments), place + _MOST_JOINED), place + 1, -1):
            if text[start : segments[end - 1].end] in self._joined:
                return end
        return place + 1


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a paragraph: `unchanged`, `moved`, `changed`, `new` or `removed`."""

    kind: str
    old: str
    new: str
    percentage: int = 0
    """How alike the two are, where it is changed."""


def changes_between(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Return what became of each paragraph, in the order of the new version."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    blocks = [(old[first:last], new[begin:end]) for kind, first, last, begin, end in found if kind != "equal"]
    # what stands in the old version, but elsewhere
    moved = Counter(chain(*(was for was, _ in blocks))) & Counter(chain(*(now for _, now in blocks)))
    left, come = moved.copy(), moved.copy()
    changes: list[Change] = []
    for kind, first, last, begin, end in found:
        if kind == "equal":
            changes += (Change("unchanged", text, text, 100) for text in new[begin:end])
        else:
            was = [text for text in old[first:last] if not _took(left, text)]
            changes += _changed(was, new[begin:end], come)
    return _paired(changes)


def _took(counts: Counter[str], text: str) -> bool:
    """Take one of a text from what is counted; tell whether there was any."""
    if not counts[text]:
        return False
    counts[text] -= 1
    return True


def _changed(old: Sequence[str], new: Sequence[str], moved: Counter[str]) -> Iterator[Change]:
    """Yield what became of paragraphs between two that did not change: each is changed from the one most like it."""
    waiting = list(old)
    for text in new:
        if _took(moved, text):
            yield Change("moved", text, text, 100)
            continue
        best, place = _most_alike(text, waiting)
        if best >= _ALIKE:
            yield Change("changed", waiting.pop(place), text, best)
        else:
            yield Change("new", "", text)
    yield from (Change("removed", text, "") for text in waiting)


def _most_alike(text: str, others: Sequence[str]) -> tuple[int, int]:
    """Return the highest percentage, and the place of the first that has it."""
    best, place = max(((percentage(other, text), -place) for place, other in enumerate(others)), default=(0, 0))
    return best, -place


def _paired(changes: Sequence[Change]) -> list[Change]:
    """Return changes where what is new is changed from what was removed elsewhere, if that is like it."""
    gone = [change.old for change in changes if change.kind == "removed"]
    new = sum(change.kind == "new" for change in changes)
    if not gone or not 0 < new * len(gone) <= _MOST_COMPARED:
        return list(changes)
    paired, taken = list[Change](), Counter[str]()
    for change in changes:
        best, place = _most_alike(change.new, gone) if change.kind == "new" else (0, 0)
        if best >= _SURELY_ALIKE:
            taken[gone[place]] += 1
            paired.append(Change("changed", gone.pop(place), change.new, best))
        else:
            paired.append(change)
    return [change for change in paired if not (change.kind == "removed" and _took(taken, change.old))]
