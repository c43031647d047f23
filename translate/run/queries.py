"""The segments of documents and of bilingual files as what a memory is asked, each with its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from translate.config import Config
from translate.data import Segment
from translate.documents import READERS, Source, find_sources
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.errors import UsageError
from translate.formats import Header, format_to_read, read_bitext
from translate.memory.matches import Query
from translate.run.placed import segment
from translate.segmentation import Segmenter

_MEMORY = ".tmx"


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
            yield path.name, _iter_units(path, config)
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
    header = Header(config.source_language, config.target_language, "")
    sides = (unit.source for unit in read_bitext(path, header).units)
    return with_neighbours(Segment(one.text, 0, len(one.text), one.codes) for one in sides)
