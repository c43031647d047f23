"""What every bilingual format can do: read a bitext, and write one unit after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from pathlib import Path
from typing import Protocol, runtime_checkable

from translate.data import Bitext, TranslationUnit
from translate.errors import FormatError, UsageError, shortened
from translate.records import dataclass

logger = logging.getLogger(__name__)
_MOST_NAMED, _MOST_SAID = 100, 400
"""Characters of a unit's name, and of what is said of it, in a message."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of all its units. Languages are BCP 47 codes, with a region or without."""

    source_language: str
    target_language: str
    signature: str = ""

    @classmethod
    def of(cls, bitext: Bitext) -> Header:
        return cls(bitext.source_language, bitext.target_language, bitext.signature)


class UnnamedLanguagesError(FormatError):
    """A file does not say in which languages it is."""


class Verdict(StrEnum):
    """What became of the thing a remark speaks of."""

    FIXED = "fixed"
    """It was wrong, and is right now."""
    LOST = "lost"
    """It was left out, because the format, or our model of it, has no place for it."""
    LEFT_OUT = "left out"
    """The unit was not written, because nobody has translated it, and the format holds translations."""
    REJECTED = "rejected"
    """The unit was left out, because it cannot be what it should."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was not taken over as it stood. `line` is 1-based; `content` is what was found, in the raw."""

    verdict: Verdict
    path: Path
    line: int | None
    message: str
    unit: str | None = None
    """Name of the unit, where it has one."""
    content: str | None = None
    is_of_pair: bool = False
    """Whether it speaks of units in other languages than are read, which another reading of the file takes."""

    def __str__(self) -> str:
        place = str(self.path) if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.verdict}: {self.of_unit}"

    @property
    def of_unit(self) -> str:
        """The message, behind the name of the unit, on one line."""
        unit = "" if self.unit is None else f"unit '{shortened(self.unit, _MOST_NAMED)}': "
        return unit + shortened(self.message, _MOST_SAID)


Report = Callable[[Remark], None]
"""Receives each remark as it is made; `list.append` will do."""


def strict(remark: Remark) -> None:
    """Report of those who gave none: a rejected unit is an error, everything else goes to the log.

    :raises FormatError: for a rejected unit.
    """
    if remark.verdict is Verdict.REJECTED:
        raise FormatError(remark.of_unit, path=remark.path, line=remark.line)
    logger.log(logging.WARNING if remark.verdict is Verdict.LOST else logging.INFO, "%s", remark)


class Writer(Protocol):
    """Takes units in order; the file appears under its name, whole, when the context ends without an error."""

    def write(self, unit: TranslationUnit) -> None: ...


@runtime_checkable
class MeasuredWriter(Writer, Protocol):
    """A writer of one file that can tell how large a unit is before it is written."""

    @property
    def size(self) -> int:
        """Bytes written, before they are packed."""
        ...

    def format(self, unit: TranslationUnit) -> bytes:
        """Return what stands for `unit` in the file; nothing where it is rejected."""
        ...

    def put(self, data: bytes) -> None: ...


class Readable(Protocol):
    """What reads a bilingual file."""

    def read(self, path: Path, header: Header | None = None, *, report: Report = strict) -> Bitext:
        """Read a file, streaming its units, which can be iterated more than once.

        :param header: the languages where the format does not hold them, or which two to take where it holds more.
        :param report: receives units that are wrong, and what is fixed or lost; the rest is read.
        :raises FormatError: with the line, at once or while the units are read.
        """
        ...


class Format(Readable, Protocol):
    """A bilingual file format. Its options, where it has any, are the fields of its dataclass."""

    @property
    def name(self) -> str: ...

    @property
    def holds(self) -> frozenset[str]:
        """Which of :data:`FIELDS` a file of this format keeps."""
        ...

    def claims(self, path: Path) -> bool:
        """Tell, by its name alone, whether `path` is of this format."""
        ...

    def paths(self, stem: Path, header: Header) -> tuple[Path, ...]:
        """Return the files that writing to `stem` makes: one for most formats, two for Moses (`stem.fr`, `stem.en`).

        `stem` is the path without the format's own extension; it may itself contain dots.
        """
        ...

    def place(self, path: Path) -> tuple[Format, Path]:
        """Return how to write what `path` names: the format, with the options that the name asks for, and the stem.

        :raises UsageError: where the name asks for what the format does not write, such as `.json.gz`.
        """
        ...

    def open(self, stem: Path, header: Header, *, report: Report = strict) -> AbstractContextManager[Writer]:
        """Write to temporary files beside `paths(stem, header)`, and rename them when the context ends well.

        :param report: receives what is lost or fixed on the way, and units the format must not hold.
        :raises OutputError: where the disk refuses; nothing is left behind then.
        :raises FormatError: for a unit that is rejected, where no `report` takes it.
        """
        ...


@runtime_checkable
class ManyPairs(Protocol):
    """A format whose files may be in more than two languages."""

    def pairs(self, path: Path) -> tuple[Header, ...]:
        """Return the pairs of languages of a file, in its order; none where it has no units in two.

        :raises FormatError: where it cannot be read.
        """
        ...


def stem_of(path: Path, ending: str) -> Path:
    """Return `path` without `ending`, in whatever case it is written.

    :raises UsageError: where the name goes on behind it, as in `.json.gz`.
    """
    if path.name.lower().endswith(ending):
        return path.with_name(path.name[: -len(ending)])
    raise UsageError(f"{path}: only .tmx can be written compressed; expected a name that ends in {ending}.")


FIELDS = frozenset(
    {
        "languages",
        "signature",
        "name",
        "origin",
        "state",
        "score",
        "issues",
        "document",
        "alignment",
        "codes",
        "spans",
        "context_before",
        "context_after",
        "properties",
        "notes",
        "edits",
        "suggestions",
    }
)
"""What a bitext has beside its texts: the fields of a unit, `codes` and `spans` of its variants, and the header."""
