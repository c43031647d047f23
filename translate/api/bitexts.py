"""Bilingual files are read and written, and pairs are checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from translate.api.settings import StrPath, require_texts, settle
from translate.checks import check_unit, load_checks
from translate.config import Config
from translate.corpus import CorpusChecks
from translate.data import Bitext, Origin, TranslationUnit, Variant
from translate.errors import UsageError
from translate.formats import Header, place_of
from translate.formats import read_bitext as read
from translate.text.naming import unit_names


def read_bitext(path: StrPath, *, source_language: str | None = None, target_language: str | None = None) -> Bitext:
    """Read a bilingual file in the format that its name tells: TMX, XLIFF, PO, JSON (Lines), TSV, CSV, Moses, Parquet.

    The units are read from the file while they are iterated, which can be done more than once.

    :param source_language: BCP 47 code, for a format that does not say (TSV, CSV), or where a TMX file holds more than
        two languages. Both languages are given, or none.
    :raises UsageError: where the name tells no format.
    :raises FormatError: with the line, at once or while the units are read.
    """
    header = None
    if source_language and target_language:
        header = Header(source_language, target_language)
    elif source_language or target_language:
        raise UsageError("give both source_language and target_language, or none.")
    return read(Path(path), header)


def write_bitext(path: StrPath, bitext: Bitext) -> tuple[Path, ...]:
    """Write a bilingual file in the format that its name tells, and return the files made: two for Moses, else one.

    A file that is there already is replaced when the new one is whole.

    :raises UsageError: where the name tells no format, or one that is not written so.
    :raises FormatError: for a unit that the format cannot hold, such as one with an empty side in TMX.
    :raises OutputError: where the disk refuses; what was there before is untouched then.
    """
    plugin, stem = place_of(Path(path))
    header = Header.of(bitext)
    with plugin.open(stem, header) as writer:
        for unit in bitext.units:
            writer.write(unit)
    return plugin.paths(stem, header)


def check(
    pairs: Iterable[TranslationUnit | tuple[str, str]],
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    config: Config | None = None,
) -> list[TranslationUnit]:
    """Return a unit for each pair, in order, with the issues that the checks find in it and among all of them.

    A unit with an issue of severity error is one that bitexte would refuse. Issues that a unit had before are
    replaced.

    :param pairs: units, or plain pairs of a source and its target.
    :param source_language: BCP 47 code of plain pairs; units say their own.
    :param config: its table `checks` holds the thresholds, and which checks are switched off.
    :raises UsageError: for what is neither a unit nor a pair, a language code that is none, or a check that does not
        exist.
    """
    settled = settle(config, source_language, target_language)
    checks = load_checks(settled.checks)
    units = _units_of(pairs, settled)
    with CorpusChecks.open(settled.checks) as corpus:
        corpus.add(units)
        corpus.finish()
        return [replace(unit, issues=check_unit(unit, checks, settled.checks) + corpus.check(unit)) for unit in units]


def _units_of(pairs: Iterable[TranslationUnit | tuple[str, str]], config: Config) -> list[TranslationUnit]:
    source_code, target_code = config.written_codes
    units: list[TranslationUnit] = []
    given: Iterable[Any] = pairs
    with unit_names("") as name_of:
        for number, pair in enumerate(given):
            if isinstance(pair, TranslationUnit):
                units.append(pair)
                continue
            if not isinstance(pair, tuple | list) or len(pair) != 2:
                raise UsageError(f"pair {number}: expected a TranslationUnit, or a tuple of a source and its target.")
            source, target = require_texts(pair, f"pair {number}, text")
            sides = Variant(source_code, source), Variant(target_code, target)
            units.append(TranslationUnit(name_of(source), *sides, Origin.HUMAN))
    return units
