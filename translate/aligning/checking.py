"""A document and its translation come in, the units that are checked go out.

Where both have the same layout, as a translation in place has, blocks are paired as they stand; else they are aligned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.aligning.aligner import Aligner
from translate.aligning.pairing import Pair
from translate.config import Config
from translate.data import Bitext, Note, Origin, TranslationUnit, Variant
from translate.documents import READERS, Source
from translate.documents.discovery import kind_of
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.errors import FormatError, UsageError
from translate.formats import format_to_read, pairs_of, read_bitext
from translate.run.placed import PlacedBlock, is_translatable, segment
from translate.segmentation import Segmenter, load_segmenter
from translate.text.naming import unit_names

_ANY_DATA = "json"
"""The bilingual format under whose ending other things are far more common."""
_TABLES = ("csv", "tsv")
_JOINTS = re.compile(r"[._ -]+")
_CODE = re.compile(r"[a-z]{2}")


def are_documents(paths: Sequence[Path]) -> bool:
    """Tell whether paths are a document and its translation: two, of kinds that are no bilingual format."""
    if len(paths) != 2 or any(path.suffix.lower() not in KINDS_BY_SUFFIX for path in paths):
        return False
    return _are_tables(paths) or not any(_is_bilingual(path) for path in paths)


def _are_tables(paths: Sequence[Path]) -> bool:
    """Tell whether two tables are one in two languages: by their names, and by their columns, which name none."""
    if any(kind_of(path) not in _TABLES for path in paths):
        return False
    words = [[word for word in _JOINTS.split(path.stem.lower()) if not _CODE.fullmatch(word)] for path in paths]
    try:
        return paths[0].stem != paths[1].stem and words[0] == words[1] and not any(pairs_of(path) for path in paths)
    except FormatError:
        return False


def _is_bilingual(path: Path) -> bool:
    """Tell whether a file is a bitext: by its name, and of JSON, which any data may be, by what it has."""
    try:
        name = format_to_read(path)
        if name == _ANY_DATA:
            read_bitext(path, report=lambda remark: None)
    except (UsageError, FormatError):
        return False
    return True


def pair_to_check(source: Path, target: Path, config: Config) -> Bitext:
    """Return the units of a document and its translation, in order.

    :raises DocumentError: where one cannot be read, or the two are no translations of each other.
    """
    sources = [Source(path, path.name, kind_of(path)) for path in (source, target)]
    units = tuple(_in_place(sources[0], sources[1], config) or _aligned(sources[0], sources[1], config))
    return Bitext(config.source_language, config.target_language, units, "")


def _in_place(source: Source, target: Source, config: Config) -> list[TranslationUnit] | None:
    """Return the units of two documents of one layout; None where that of the other is another one."""
    one = _blocks(source, config, config.source_language)
    other = _blocks(target, config, config.target_language)
    places = [[(placed.block.part, placed.block.context) for placed in side] for side in (one, other)]
    if source.kind != target.kind or places[0] != places[1]:
        return None
    with unit_names(source.name) as name_of:
        return [
            _unit(name_of(texts[0].text), source.name, texts, placed)
            for placed, translated in zip(one, other, strict=True)
            for texts in _variants(placed, translated, config)
        ]


def _blocks(source: Source, config: Config, language: str) -> list[PlacedBlock]:
    srx = Path(config.segmentation.srx) if config.segmentation.srx else None
    segmenter: Segmenter = load_segmenter(language, srx)
    reader = READERS.load(source.kind)
    document = reader.read(source.path, name=source.name, language=language, config=config.documents)
    return [placed for placed in segment(document, segmenter) if is_translatable(placed.block.text)]


def _variants(one: PlacedBlock, other: PlacedBlock, config: Config) -> Iterator[tuple[Variant, Variant]]:
    """Yield the segments of two blocks, by twos; where one has more of them, the blocks as they are."""
    codes = config.source_language, config.target_language
    if len(one.segments) == len(other.segments):
        for pair in zip(one.segments, other.segments, strict=True):
            source, target = (
                Variant(code, piece.text, codes=piece.codes) for code, piece in zip(codes, pair, strict=True)
            )
            yield source, target
    else:
        source, target = (
            Variant(code, placed.block.text, codes=placed.block.codes)
            for code, placed in zip(codes, (one, other), strict=True)
        )
        yield source, target


def _unit(name: str, document: str, texts: tuple[Variant, Variant], placed: PlacedBlock) -> TranslationUnit:
    place = ", ".join(part for part in (placed.block.part, placed.block.context) if part)
    notes = (Note(place),) if place else ()
    return TranslationUnit(name, *texts, Origin.HUMAN, document=document, notes=notes)


def _aligned(source: Source, target: Source, config: Config) -> Iterator[TranslationUnit]:
    aligner = Aligner(config, None)
    aligned = aligner.align(Pair(source.path.stem, source, target))
    for unit, _ in aligner.iter_units(aligned):
        yield replace(unit, score=None)
