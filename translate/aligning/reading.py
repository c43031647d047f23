"""Two documents come in as files, and out come their segments, in the right languages, with marks where parts begin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from translate.aligning.pairing import Pair
from translate.alignment import Side
from translate.config import Config
from translate.data import Span
from translate.errors import DocumentError
from translate.files import digest_of
from translate.languages import Language, base_code
from translate.languages.identification import guess_language
from translate.run.placed import PlacedBlock, PlacedSegment, segment
from translate.run.survey import survey
from translate.segmentation import Segmenter

HARD_DELIMITERS = frozenset({".EOA", ".EOP", ".EOD"})
"""Lines that part a document with one segment a line: end of article, of part, of document. They are no segments."""
_NUMBER_ALONE = r"\s*[IVXLC]+\s*\.?\s*$"
_SAMPLE_CHARACTERS = 20_000
_SMALLEST_SHARE_OF_VOTES = 0.5
_MIN_VOTES = 6


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document of a pair: its segments in order, and for each 1 where a paragraph begins, 2 for a part, else 0."""

    path: Path
    segments: tuple[PlacedSegment, ...]
    marks: tuple[int, ...]

    def side(self, language: str) -> Side:
        return Side(language, tuple(placed.segment.text for placed in self.segments), self.marks)


def read_pair(pair: Pair, config: Config, segmenters: tuple[Segmenter, Segmenter]) -> tuple[ReadDocument, ReadDocument]:
    """Read and segment both documents of a pair.

    :raises DocumentError: where one cannot be read, has no text, or is in another language; where both are the same,
        or swapped.
    """
    paths = pair.source.path, pair.target.path
    if paths[0].resolve() == paths[1].resolve() or digest_of(paths[0]) == digest_of(paths[1]):
        raise DocumentError(f"is the same document as {paths[1]}.", path=paths[0])
    languages = config.source_language, config.target_language
    begins = begins_part(config.languages)
    lenient = replace(config, documents=replace(config.documents, verify_language=False))
    read: list[ReadDocument] = []
    samples: list[str] = []
    for source, language, segmenter in zip((pair.source, pair.target), languages, segmenters, strict=True):
        document = survey(source, replace(lenient, source_language=language)).document
        read.append(_collect(document.path, segment(document, segmenter), document.kind == "segments", begins))
        samples.append(_sample(read[-1].segments))
    if config.documents.verify_language:
        _verify_languages(pair, samples, languages)
    if samples[0] == samples[1]:
        raise DocumentError(f"has the same text as {paths[1]}.", path=paths[0])
    return read[0], read[1]


def _sample(segments: Sequence[PlacedSegment]) -> str:
    parts: list[str] = []
    length = 0
    for placed in segments:
        parts.append(placed.segment.text)
        length += len(placed.segment.text)
        if length > _SAMPLE_CHARACTERS:
            break
    return " ".join(parts)[:_SAMPLE_CHARACTERS]


@cache
def begins_part(languages: tuple[Language, ...]) -> Callable[[str], bool]:
    """Return what tells whether a paragraph begins a part of a document, in any of `languages`: *Chapter II*, *IV.*"""
    words = "|".join(word for language in languages for word in language.headings)
    heading = re.compile(rf"(?i)\s*(?:{words})\b|{_NUMBER_ALONE}" if words else rf"(?i){_NUMBER_ALONE}")
    return lambda text: bool(heading.match(text))


def _collect(
    path: Path, blocks: Iterator[PlacedBlock], has_segment_a_line: bool, begins: Callable[[str], bool]
) -> ReadDocument:
    """Gather the segments of a document, and mark where paragraphs and parts begin."""
    placed: list[PlacedSegment] = []
    marks: list[int] = []
    mark = 1
    for block in blocks:
        text = block.block.text.strip()
        if not text or (has_segment_a_line and text in HARD_DELIMITERS):
            mark = 2 if text else max(mark, 1)
            continue
        if not has_segment_a_line:
            mark = 2 if begins(text) or block.block.lead.lstrip().startswith("#") else 1
        for piece in block.segments:
            span = Span(block.number, block.offset + piece.start, block.offset + piece.end)
            placed.append(PlacedSegment(piece, block.block, span))
            marks.append(mark)
            mark = 0
    if not placed:
        raise DocumentError("has no segments.", path=path)
    return ReadDocument(path, tuple(placed), tuple(marks))


def _verify_languages(pair: Pair, samples: Sequence[str], languages: tuple[str, str]) -> None:
    """:raises DocumentError: where a document is plainly in another language, or the two are swapped."""
    found = [guess_language(sample) for sample in samples]
    wanted = [base_code(language) for language in languages]
    wrong = [
        guess.language is not None
        and guess.language != language
        and guess.votes[guess.language] >= _MIN_VOTES
        and guess.share(language) < _SMALLEST_SHARE_OF_VOTES
        for guess, language in zip(found, wanted, strict=True)
    ]
    if all(wrong) and [guess.language for guess in found] == wanted[::-1]:
        raise DocumentError(
            f"seems to be in '{wanted[1]}', and {pair.target.path} in '{wanted[0]}': swapped. Name the source first.",
            path=pair.source.path,
        )
    for source, guess, language, is_wrong in zip((pair.source, pair.target), found, wanted, wrong, strict=True):
        if is_wrong and guess.language is not None:
            raise DocumentError(
                f"seems to be in '{guess.language}', not '{language}': {guess.votes[guess.language]} of its function "
                f"words are '{guess.language}', {guess.votes.get(language, 0)} '{language}'. "
                "Give --any-language to align it anyway.",
                path=source.path,
            )
