"""Two corpora become one by the source that they share: targets go back to duplicates, or two targets become a pair.

Both are sorted by their source on the disk, merged, and what comes of it sorted back: memory holds one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from struct import Struct

from translate.corpus.external import Record, pack, sort_records, unpack
from translate.corpus.steps import Drop, Tally, forget
from translate.data import State, TranslationUnit
from translate.errors import UsageError
from translate.formats import Header

NO_MATCH = "no such source in the other corpus"
_Join = Callable[[TranslationUnit, TranslationUnit], TranslationUnit]
_LEFT, _RIGHT = 1, 0
_DIGEST_BYTES = 24
"""So many that no two sources ever share them."""
_PLACE, _SIZE, _MARK = Struct(">Q"), Struct("<I"), Struct("<BQ")


def expand_units(
    units: Iterable[TranslationUnit], lean: Iterable[TranslationUnit], tally: Tally, drop: Drop = forget
) -> Iterator[TranslationUnit]:
    """Give each unit the target of the first unit of `lean` with its source, as it was checked and judged there.

    Units come in their order. One whose source is not there, or not translated, is dropped.
    """
    return _join(units, (unit for unit in lean if unit.standing is not State.UNTRANSLATED), _take_target, tally, drop)


def join_units(
    units: Iterable[TranslationUnit], others: Iterable[TranslationUnit], tally: Tally, drop: Drop = forget
) -> Iterator[TranslationUnit]:
    """Pair the target of each unit with that of the first of `others` with the same source: its source is the pivot.

    Units come in their order, without what was found of the old pair.
    """
    return _join(units, others, _pair_targets, tally, drop)


def joined_header(one: Header, other: Header) -> Header:
    """Return the languages of what :func:`join_units` makes.

    :raises UsageError: where the corpora have no source language in common, or the same target language.
    """
    sources, targets = ([_base(h.source_language), _base(h.target_language)] for h in (one, other))
    if sources[0] != targets[0]:
        raise UsageError(f"the corpora share no source language: {one.source_language}, {other.source_language}.")
    if sources[1] == targets[1]:
        raise UsageError(
            f"both corpora are in {one.target_language}: nothing to pair; corpus expand takes targets over."
        )
    return Header(one.target_language, other.target_language, one.signature)


def _base(code: str) -> str:
    return code.partition("-")[0].lower()


def _take_target(unit: TranslationUnit, other: TranslationUnit) -> TranslationUnit:
    return replace(
        unit,
        target=other.target,
        origin=other.origin,
        score=other.score,
        issues=other.issues,
        alignment=other.alignment,
        edits=other.edits,
        state=other.state,
        suggestions=other.suggestions,
    )


def _pair_targets(unit: TranslationUnit, other: TranslationUnit) -> TranslationUnit:
    return TranslationUnit(unit.name, unit.target, other.target, unit.origin, document=unit.document)


def _join(
    units: Iterable[TranslationUnit], others: Iterable[TranslationUnit], join: _Join, tally: Tally, drop: Drop
) -> Iterator[TranslationUnit]:
    sides = _marked(units, _LEFT), _marked(others, _RIGHT)
    matched = _match(sort_records(record for side in sides[::-1] for record in side))
    for _, data in sort_records(matched):
        (size,) = _SIZE.unpack_from(data)
        unit = unpack(memoryview(data)[_SIZE.size : _SIZE.size + size])
        tally.read += 1
        if len(data) == _SIZE.size + size:
            tally.dropped[NO_MATCH] += 1
            drop(unit)
        else:
            tally.kept += 1
            yield join(unit, unpack(memoryview(data)[_SIZE.size + size :]))


def _marked(units: Iterable[TranslationUnit], side: int) -> Iterator[Record]:
    """Yield units by the digest of their source, behind side and place; sorting keeps their order."""
    for place, unit in enumerate(units):
        digest = blake2b(unit.source.text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).digest()
        yield digest, _MARK.pack(side, place) + pack(unit)


def _match(records: Iterator[Record]) -> Iterator[Record]:
    """Yield each unit of the left by its place, with the first of the right that has its source, both as bytes."""
    for _, group in groupby(records, key=itemgetter(0)):
        first: bytes | None = None
        for _, data in group:
            side, place = _MARK.unpack_from(data)
            packed = data[_MARK.size :]
            if side == _LEFT:
                yield _PLACE.pack(place), _SIZE.pack(len(packed)) + packed + (first or b"")
            elif first is None:
                first = packed
