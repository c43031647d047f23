"""Two documents come in as files, and out come their segments, in the right languages, with marks where parts begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

from translate.aligning.furniture import find_furniture
from translate.aligning.headings import begins_part
from translate.aligning.pairing import Pair
from translate.aligning.paragraphs import (
    Aside,
    Paragraph,
    as_paragraphs,
    join_over_pages,
    lines_of,
    set_aside,
    shown_lines,
)
from translate.aligning.tongues import Tongues
from translate.alignment import CELL, Side
from translate.config import Config
from translate.data import Document
from translate.documents import Source
from translate.errors import DocumentError
from translate.files import digest_of
from translate.languages import Language, base_code
from translate.languages.identification import guess_language
from translate.records import dataclass
from translate.run.placed import PlacedSegment, segment
from translate.run.survey import survey
from translate.segmentation import Segmenter

HARD_DELIMITERS = frozenset({".EOA", ".EOP", ".EOD"})
"""Lines that part a document with one segment a line: end of article, of part, of document. They are no segments."""
SEGMENTS = "segments"
"""Kind of documents whose lines are segments, as they are."""
_MIXED = "mixed"
"""Kind of several documents of several kinds."""
_SAMPLE_CHARACTERS = 20_000
_SMALLEST_SHARE_OF_VOTES = 0.5
_MIN_VOTES = 6


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document of a pair: its segments in order, and for each 1 where a paragraph begins, 2 for a part, else 0."""

    path: Path
    segments: tuple[PlacedSegment, ...]
    marks: tuple[int, ...]
    asides: tuple[Aside | None, ...]
    """Why a segment takes no part; None for one that does."""

    @property
    def kept(self) -> list[int]:
        """The places of the segments that take part."""
        return [place for place, aside in enumerate(self.asides) if aside is None]

    def side(self, language: str) -> Side:
        """Return what is aligned: the segments that take part."""
        kept = self.kept
        texts = tuple(self.segments[place].segment.text for place in kept)
        return Side(language, texts, tuple(self.marks[place] for place in kept))


def read_pair(pair: Pair, config: Config, segmenters: tuple[Segmenter, Segmenter]) -> tuple[ReadDocument, ReadDocument]:
    """Read and segment both documents of a pair.

    :raises DocumentError: where one cannot be read, has no text, or is in another language; where both are the same,
        or swapped.
    """
    languages = config.source_language, config.target_language
    documents, sides = (_split if pair.is_bilingual else _read)(pair, config, segmenters)
    samples = [_sample(side) for side in sides]
    if config.documents.verify_language and not pair.is_bilingual:
        _verify_languages(pair, samples, languages)
        sides = _without_foreign(sides, languages)
    if samples[0] == samples[1]:
        raise DocumentError(f"has the same text as {pair.target.path}.", path=pair.source.path)
    if not config.alignment.keep_furniture and all(document.kind != SEGMENTS for document in documents):
        sides = _without_furniture(documents, sides, config.languages, segmenters)
    begins = begins_part(config.languages)
    one, other = (
        _collect(document.path, side, document.kind == SEGMENTS, begins)
        for document, side in zip(documents, sides, strict=True)
    )
    return one, other


def _read(
    pair: Pair, config: Config, segmenters: tuple[Segmenter, Segmenter]
) -> tuple[list[Document], list[list[Paragraph]]]:
    """Return two documents with their paragraphs."""
    for source, target in product(*pair.sides):
        if source.path.resolve() == target.path.resolve() or digest_of(source.path) == digest_of(target.path):
            raise DocumentError(f"is the same document as {target.path}.", path=source.path)
    languages = config.source_language, config.target_language
    documents = [_survey(side, language, config) for side, language in zip(pair.sides, languages, strict=True)]
    sides = [
        as_paragraphs(segment(document, segmenter)) for document, segmenter in zip(documents, segmenters, strict=True)
    ]
    return documents, sides


def _split(
    pair: Pair, config: Config, segmenters: tuple[Segmenter, Segmenter]
) -> tuple[list[Document], list[list[Paragraph]]]:
    """Return a document twice, with its paragraphs in one and in the other language."""
    document = _survey((pair.source,), config.source_language, config)
    sides = [as_paragraphs(segment(document, segmenter)) for segmenter in segmenters]
    tongues = Tongues(config.source_language, config.target_language)
    texts = [paragraph.block.text for paragraph in sides[0]]
    plain = tongues.plain(texts)
    counts = plain.count(False), plain.count(True)
    if not all(counts):
        raise DocumentError(
            f"is in one language: {counts[0]} of its paragraphs are plainly in '{config.source_language}', {counts[1]} "
            f"in '{config.target_language}'; expected both. Name a source and a target, without --bilingual.",
            path=document.path,
        )
    labels = tongues.all(texts)
    parts = [
        [paragraph for paragraph, label in zip(side, labels, strict=True) if label is is_second]
        for side, is_second in zip(sides, (False, True), strict=True)
    ]
    return [document, document], parts


def _survey(sources: Sequence[Source], language: str, config: Config) -> Document:
    """Read documents of a language to their ends, as one; which language they are in shows later."""
    lenient = replace(config, source_language=language, documents=replace(config.documents, verify_language=False))
    documents = [survey(source, lenient).document for source in sources]
    if len(documents) == 1:
        return documents[0]
    kinds = {document.kind for document in documents}
    blocks = [block for document in documents for block in document.blocks]
    return replace(documents[0], kind=kinds.pop() if len(kinds) == 1 else _MIXED, blocks=blocks)


def _without_foreign(sides: Sequence[list[Paragraph]], languages: tuple[str, str]) -> list[list[Paragraph]]:
    """Return the paragraphs of both documents with those set aside that are in the language of the other one."""
    texts = [[paragraph.block.text for paragraph in side] for side in sides]
    result = []
    for number, side in enumerate(sides):
        tongues = Tongues(languages[number], languages[1 - number])
        found = tongues.foreign(texts[number], frozenset(texts[1 - number]))
        result.append(set_aside(side, dict.fromkeys(found, Aside.LANGUAGE)) if found else side)
    return result


def _without_furniture(
    documents: Sequence[Document],
    sides: Sequence[list[Paragraph]],
    languages: tuple[Language, Language],
    segmenters: tuple[Segmenter, Segmenter],
) -> list[list[Paragraph]]:
    """Return the paragraphs of both documents with furniture set aside, and whole where it stood within one."""
    lines = [lines_of(side, document.kind) for document, side in zip(documents, sides, strict=True)]
    one, other = (shown_lines(*each) for each in zip(sides, lines, strict=True))
    found = find_furniture((one, other), languages)
    result = []
    for language, side, ranges, numbers, segmenter in zip(languages, sides, lines, found, segmenters, strict=True):
        places = {place: Aside.FURNITURE for number in numbers for place in ranges[number]}
        result.append(join_over_pages(set_aside(side, places), language.code, segmenter) if places else side)
    return result


def _sample(paragraphs: Iterable[Paragraph]) -> str:
    parts: list[str] = []
    length = 0
    for paragraph in paragraphs:
        for piece in paragraph.segments:
            parts.append(piece.text)
            length += len(piece.text)
        if length > _SAMPLE_CHARACTERS:
            break
    return " ".join(parts)[:_SAMPLE_CHARACTERS]


def _collect(
    path: Path, paragraphs: Iterable[Paragraph], has_segment_a_line: bool, begins: Callable[[str], bool]
) -> ReadDocument:
    """Gather the segments of a document, and mark where paragraphs and parts begin."""
    placed: list[PlacedSegment] = []
    marks: list[int] = []
    asides: list[Aside | None] = []
    mark = 1
    between = ""
    for paragraph in paragraphs:
        text = paragraph.block.text.strip()
        between, after = between + paragraph.block.lead, paragraph.block.trail
        if not text or (has_segment_a_line and text in HARD_DELIMITERS):
            mark = 2 if text else max(mark, 1)
            continue
        if not has_segment_a_line:
            mark = 2 if begins(text) or paragraph.block.lead.lstrip().startswith("#") else 1
            mark = CELL if placed and _parts_cells(between) else mark
        between = after
        for piece in paragraph.segments:
            placed.append(PlacedSegment(piece, paragraph.block, paragraph.span(piece)))
            marks.append(mark)
            asides.append(paragraph.aside)
            mark = 0
    if all(asides):
        raise DocumentError("has no segments.", path=path)
    return ReadDocument(path, tuple(placed), tuple(marks), tuple(asides))


def _parts_cells(between: str) -> bool:
    """Tell whether what stands between two blocks is the gap between two cells of a line of text."""
    return bool(between) and "\n" not in between and not between.strip(" \t\u00a0.…·_|")


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
