"""The error tree. Each message says what was found, what was expected and what to do.

BitexteError                  exit 1
├── UsageError                exit 2: the command line or the configuration asks for what does not exist
│   └── UnknownNameError      an engine, format, check … that is not in its table
├── DocumentError             an input document cannot be read
│   └── UnrelatedError        two documents are no translations of each other
├── RuleError                 a segmentation rule or file is wrong
├── GlossaryError             a glossary cannot be read, or contradicts itself
├── ModelError                a model folder or hub name cannot be used
├── EngineError               an engine failed while it was translating
├── TrainingError             a training run cannot go on, or not with these settings
├── FormatError               a bilingual file cannot be read or written as its format asks
└── OutputError               the output folder or the disk refuses
    ├── ForeignFileError      a file stands there that bitexte did not write
    └── LockedError           another run works on the same output folder
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class BitexteError(Exception):
    """Any failure that the user can act on; the command line prints it as one line."""

    exit_code = 1


class UsageError(BitexteError):
    """The command line, the call or the configuration asks for what does not exist; exit code 2."""

    exit_code = 2


class UnknownNameError(UsageError):
    """`name` is not in the table of `kind`."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"Unknown {kind} '{name}'. Known: {', '.join(sorted(known))}.")


class LocatedError(BitexteError):
    """A failure at a place: `path`, and where known a 1-based `line` and `column`."""

    def __init__(
        self, message: str, *, path: Path | str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        self.path, self.line, self.column = path, line, column
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)


class DocumentError(LocatedError):
    """An input document cannot be read, or is not what it should be."""


class UnrelatedError(DocumentError):
    """Two documents are no translations of each other."""


class RuleError(LocatedError):
    """A segmentation rule or file is wrong."""


class GlossaryError(LocatedError):
    """A glossary cannot be read, or contradicts itself."""


class ModelError(BitexteError):
    """A model folder or hub name cannot be used."""


class EngineError(BitexteError):
    """An engine failed while it was translating."""


class TrainingError(BitexteError):
    """A training run cannot go on, or not with these settings."""


class FormatError(LocatedError):
    """A bilingual file cannot be read or written as its format asks."""


class OutputError(BitexteError):
    """The output folder or the disk refuses."""


class ForeignFileError(OutputError):
    """A file that bitexte did not write, or that somebody changed since, stands where an output goes."""


class LockedError(OutputError):
    """Another run works on the same output folder."""
