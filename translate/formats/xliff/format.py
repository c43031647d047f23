"""XLIFF, which a translator reviews in a CAT tool: 1.2 or 2.1 is written, 1.0 to 2.2 read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.data import Bitext, TranslationUnit
from translate.files import replace_file
from translate.formats.base import FIELDS, Format, Header, Report, stem_of, strict
from translate.formats.packing import plain_name
from translate.formats.units import Dropped, Notes, Units
from translate.formats.xliff import txml, v12, v21
from translate.formats.xliff.copies import tell_copies
from translate.formats.xliff.languages import languages_of, pairs_of
from translate.formats.xliff.units import XliffWriter, events_of
from translate.formats.xmlstream import Whole
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class Xliff:
    """`ending` tells which version is written; whatever the name, the content tells which is read."""

    name: str
    ending: str
    holds: frozenset[str] = FIELDS - {"edits"}

    def claims(self, path: Path) -> bool:
        return plain_name(path.name).endswith(self.ending)

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        return (stem.with_name(stem.name + self.ending),)

    def place(self, path: Path) -> tuple[Format, Path]:
        return self, stem_of(path, self.ending)

    @contextmanager
    def open(self, stem: Path, header: Header, *, report: Report = strict) -> Iterator[XliffWriter]:
        path = self.paths(stem, header)[0]
        dialect = v12.Xliff12() if self.name == "xliff" else v21.Xliff21()
        with replace_file(path) as file:
            writer = XliffWriter(file, path, header, dialect, Dropped(path, self, report), report)
            yield writer
            writer.close()

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a file of any version, or TXML; `header` gives the languages where the file does not."""
        found = languages_of(path, header, report)
        read = {"1": v12.read_units, "2": v21.read_units, "txml": txml.read_units}[found.version]

        def start(units: Units) -> Iterator[TranslationUnit]:
            notes = Notes(path, report)
            return tell_copies(read(path, found, notes, units), path, notes)

        # What stands first in a file of ours is where its signature is.
        first = next((event.element for event in events_of(path) if isinstance(event, Whole)), None)
        signature = "" if first is None else (v21 if found.version == "2" else v12).signature_of(first)
        units = Units(start)
        return Bitext(found.header.source_language, found.header.target_language, units, signature)

    def pairs(self, path: Path) -> tuple[Header, ...]:
        """Return the languages of each `<file>` that has units."""
        return pairs_of(path)


FORMAT = Xliff("xliff", ".xlf")
FORMAT_2 = Xliff("xliff2", ".xliff")
