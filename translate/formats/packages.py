"""Packages of translation tools: the XLIFF files in a `.sdlppx`, `.mqout`, `.mqxlz`, `.xlz` … are one bitext.

They are read and never written. What else lies in a package, such as references and memories, is passed over, and so
are the copies in the source language that Trados puts beside its files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.data import Bitext, TranslationUnit
from translate.formats.base import Header, Remark, Report, UnnamedLanguagesError, Verdict, strict
from translate.formats.pairs import absent, agrees
from translate.formats.sources import names_in_package
from translate.formats.units import Units
from translate.formats.xliff.format import FORMAT as XLIFF
from translate.records import dataclass

_Named = tuple[Path, Header]


@dataclass(frozen=True, slots=True)
class Package:
    """The format."""

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read the files of a package in one pair of languages: the one that is stated, or else that of the first."""
        named = _named(path)
        if not named:
            parts = [path / name for name in names_in_package(path)]
            if header is None:
                raise UnnamedLanguagesError("does not say in which languages its files are.", path=path)
            return _joined([XLIFF.read(part, header, report=report) for part in parts], parts)
        wanted = header or Header("", "")
        read = [(part, found) for part, found in named if _has(found, wanted)]
        if not read:
            raise absent(path, wanted, {(found.source_language, found.target_language): 0 for _, found in named})
        first = read[0][1]
        for part, found in named:
            if not _has(found, first):
                message = f"is in {found.source_language}–{found.target_language}, and is left out."
                report(Remark(Verdict.LOST, part, None, message, is_of_pair=True))
        parts = list(dict.fromkeys(part for part, found in read if _has(found, first)))
        return _joined([XLIFF.read(part, first, report=report) for part in parts], parts)

    def pairs(self, path: Path) -> tuple[Header, ...]:
        """Return the languages of each file."""
        found = [found for _, found in _named(path)]
        return tuple({(one.source_language, one.target_language): one for one in found}.values())


def _named(path: Path) -> list[_Named]:
    """Return the files that name both languages, each with these."""
    parts = [path / name for name in names_in_package(path)]
    return [(part, pair) for part in parts for pair in XLIFF.pairs(part)]


def _has(found: Header, wanted: Header) -> bool:
    return agrees(found.source_language, wanted.source_language) and agrees(
        found.target_language, wanted.target_language
    )


def _joined(bitexts: Sequence[Bitext], parts: Sequence[Path]) -> Bitext:
    """Return the units of all files; where there are several, a name begins with that of the file."""
    if len(bitexts) == 1:
        return bitexts[0]

    def start(units: Units) -> Iterator[TranslationUnit]:
        for bitext, part in zip(bitexts, parts, strict=True):
            inner = bitext.units
            units.follow(inner)
            for unit in inner:
                yield replace(unit, name=f"{part.name}#{unit.name}")

    return Bitext(bitexts[0].source_language, bitexts[0].target_language, Units(start), "")


FORMAT = Package()
