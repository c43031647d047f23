"""The segments of documents and of bilingual files as what a memory is asked, each with its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from translate.config import Config
from translate.data import Segment, Variant
from translate.documents import READERS, Source, find_sources
from translate.documents.discovery import kind_of
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.errors import FormatError, UsageError
from translate.formats import Header, Remark, Verdict, format_to_read, read_bitext, strict
from translate.memory.matches import Query
from translate.run.placed import segment
from translate.segmentation import Segmenter

_MEMORY = ".tmx"
_NO_VARIANT = "no variant in"
"""How remarks on units begin that lack one of the languages."""


def iter_documents(
    arguments: Iterable[str], config: Config, segmenter: Segmenter
) -> Iterator[tuple[str, Iterator[Query]]]:
    """Yield the name of each document or bilingual file that `arguments` name, and its segments.

    A file whose name is that of a bilingual format, and of no document, gives the sources of its units; so does a
    memory in TMX, which is a document only where translations are missing.

    :raises DocumentError: where a file is missing or of an unknown ending.
    """
    for argument in arguments:
        path = Path(argument)
        if path.is_file() and _is_bilingual(path):
            yield path.name, chain(_iter_units(path, config), _iter_waiting(path, config, segmenter))
            continue
        for source in find_sources([argument], config=config.documents).sources:
            yield source.name, iter_queries(source, config, segmenter)


def iter_queries(source: Source, config: Config, segmenter: Segmenter) -> Iterator[Query]:
    """Yield the segments of a document, in order; those without letters too.

    :raises DocumentError: where it cannot be read.
    """
    reader = READERS.load(source.kind)
    document = reader.read(source.path, name=source.name, language=config.source_language, config=config.reading)
    return with_neighbours(piece for placed in segment(document, segmenter) for piece in placed.segments)


def with_neighbours(segments: Iterable[Segment]) -> Iterator[Query]:
    """Yield consecutive segments with the texts beside them."""
    before: str | None = None
    current: Segment | None = None
    for following in chain(segments, (None,)):
        if current is not None:
            after = following.text if following is not None else None
            yield Query(current.text, current.codes, before, after, has_context=True)
            before = current.text
        current = following


def _is_bilingual(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending in KINDS_BY_SUFFIX and ending != _MEMORY:
        return False
    try:
        format_to_read(path)
    except UsageError:
        return False
    return True


def _iter_units(path: Path, config: Config) -> Iterator[Query]:
    sides = _iter_sources(path, Header(config.source_language, config.target_language, ""))
    return with_neighbours(Segment(one.text, 0, len(one.text), one.codes) for one in sides)


def _iter_sources(path: Path, header: Header) -> Iterator[Variant]:
    """Yield the sources of the units that have a target; of a memory in TMX, some may wait for theirs."""
    is_memory = path.suffix.lower() == _MEMORY
    waiting: list[Remark] = []

    def report(remark: Remark) -> None:
        if is_memory and remark.verdict is Verdict.REJECTED and remark.message.startswith(_NO_VARIANT):
            waiting.append(remark)
        else:
            strict(remark)

    has_pairs = False
    try:
        for unit in read_bitext(path, header, report=report).units:
            has_pairs = True
            if unit.target.text.strip() or not is_memory:
                yield unit.source
    except FormatError:
        if has_pairs or not waiting:
            raise


def _iter_waiting(path: Path, config: Config, segmenter: Segmenter) -> Iterator[Query]:
    """Yield the segments of a memory in TMX that wait for a translation; of other bilingual files, none."""
    if path.suffix.lower() == _MEMORY:
        yield from iter_queries(Source(path, path.name, kind_of(path)), config, segmenter)
