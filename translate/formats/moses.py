"""Moses: a pair of plain texts, `news.fr` and `news.en`, whose lines correspond."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from typing import TextIO

from translate.data import Bitext, Origin, TranslationUnit, Variant
from translate.errors import FormatError
from translate.files import replace_files, text_layer
from translate.formats.base import Format, Header, Remark, Report, Verdict, stem_of, strict
from translate.formats.codes import mend_code, primary
from translate.formats.fields import make_name
from translate.formats.packing import ENDINGS, packed_ending
from translate.formats.sources import open_text
from translate.formats.units import Dropped, Units
from translate.languages.codes import TWO_LETTER_CODES
from translate.records import dataclass

# Everything that one tool or another takes for the end of a line.
_LINE_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Moses:
    name: str = "moses"
    holds: frozenset[str] = frozenset({"languages"})

    def claims(self, path: Path) -> bool:
        return _code_of(path) is not None

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return tuple(
            stem.with_name(f"{stem.name}.{language}") for language in (header.source_language, header.target_language)
        )

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, path.with_suffix("").suffix if path.suffix in ENDINGS else path.suffix)

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[MosesWriter]:
        paths = self.paths(stem, header)
        if paths[0] == paths[1]:
            raise FormatError(f"source and target are both '{header.source_language}'; two files cannot share a name.")
        with replace_files(*paths) as (first, second), text_layer(first) as source, text_layer(second) as target:
            yield MosesWriter(source, target, paths, report)

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read the pair that `path` is one of; its language is the source where no `header` says otherwise."""
        source, target, header = _pair(path, header)

        units = Units(lambda units: _read(source, target, header, units))
        return Bitext(header.source_language, header.target_language, units, header.signature)


class MosesWriter:
    def __init__(self, source: TextIO, target: TextIO, paths: tuple[Path, ...], report: Report) -> None:
        self._sides, self._paths, self._report = (source, target), paths, report
        self._dropped = Dropped(paths[0], FORMAT, report)
        self._line = 0

    def write(self, unit: TranslationUnit) -> None:
        self._line += 1
        self._dropped.note(unit)
        for file, path, variant in zip(self._sides, self._paths, (unit.source, unit.target), strict=True):
            text = _SURROGATE.sub("", _LINE_BREAK.sub(" ", variant.text))
            if self._line == 1:  # There it would be taken for the mark of an encoding.
                text = text.lstrip("\ufeff")
            if text != variant.text:
                message = "line breaks became spaces, and characters that are not allowed in plain text were removed."
                self._report(Remark(Verdict.FIXED, path, self._line, message, unit.name, variant.text))
            file.write(text + "\n")


def _read(source: Path, target: Path, header: Header, units: Units) -> Iterator[TranslationUnit]:
    with open_text(source) as one, open_text(target) as other:
        for left, right in zip_longest(one.lines(), other.lines()):
            if left is None or right is None:
                short, line = (source, one.line) if left is None else (target, other.line)
                full = target if left is None else source
                message = f"ends here, but {full.name} has more lines; both must have the same number."
                raise FormatError(message, path=short, line=line)
            number, text = left
            units.line = number
            yield TranslationUnit(
                name=make_name(number, text),
                source=Variant(header.source_language, text),
                target=Variant(header.target_language, right[1]),
                origin=Origin.MEMORY,
            )


def _code_of(path: Path) -> str | None:
    suffixes = [suffix for suffix in path.suffixes if suffix not in ENDINGS]
    code = mend_code(suffixes[-1][1:]) if suffixes else None
    return code if code and primary(code) in TWO_LETTER_CODES else None


def _pair(path: Path, header: Header | None) -> tuple[Path, Path, Header]:
    """Find the other file, and the languages, by names alone."""
    packed = packed_ending(path.name)
    code = _code_of(path)
    plain = path.with_suffix("") if packed else path
    stem = plain.with_suffix("") if code else plain
    if header is not None:
        sides = [stem.with_name(f"{stem.name}.{c}{packed}") for c in (header.source_language, header.target_language)]
        for side in sides:
            if not side.is_file():
                raise FormatError("is missing; a Moses pair is two files, such as news.fr and news.en.", path=side)
        return sides[0], sides[1], header
    if code is None:
        raise FormatError("has no language in its name; name it like news.fr, or give the languages.", path=path)
    others = [p for p in sorted(stem.parent.glob("*")) if _is_sibling(p, path, stem, packed)]
    if len(others) != 1:
        found = ", ".join(p.name for p in others) or "none"
        message = f"needs exactly one text in another language next to it (found: {found}); give the languages."
        raise FormatError(message, path=path)
    return path, others[0], Header(code, _code_of(others[0]) or "")


def _is_sibling(other: Path, path: Path, stem: Path, packed: str) -> bool:
    code = _code_of(other)
    if other == path or code is None or packed_ending(other.name) != packed:
        return False
    plain = other.with_suffix("") if packed else other
    return plain.with_suffix("") == stem


FORMAT = Moses()
