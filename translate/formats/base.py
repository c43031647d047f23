"""What every bilingual format can do: read a bitext, and write one unit after the other."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translate.data import Bitext, TranslationUnit


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of all its units."""

    source_language: str
    target_language: str
    signature: str


class Writer(Protocol):
    """Takes units in order; the file appears under its name, whole, when the context ends without an error."""

    def write(self, unit: TranslationUnit) -> None: ...


class Format(Protocol):
    """A bilingual file format."""

    @property
    def name(self) -> str: ...

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        """Return the files that writing to `stem` makes: one for most formats, two for Moses (`stem.fr`, `stem.en`).

        `stem` is the path without the format's own extension; it may itself contain dots.
        """
        ...

    def open(self, stem: Path, header: Header) -> AbstractContextManager[Writer]:
        """Write to temporary files beside `paths(stem, header)`, and rename them when the context ends well.

        :raises OutputError: where the disk refuses; nothing is left behind then.
        """
        ...

    def read(self, path: Path, header: Header | None = None) -> Bitext:
        """Read a file, streaming its units. `header` gives the languages where the format does not hold them.

        :raises FormatError: with the line, while the units are read.
        """
        ...
