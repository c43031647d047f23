"""The error tree. Each message says what was found, what was expected and what to do, on one line.

What stands in a file is named through :func:`shown`, so that no message is longer, or another, than it should be.

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

import re
from collections.abc import Iterable
from pathlib import Path
from reprlib import Repr

MOST_SHOWN = 40
"""Characters of a text that a message shows."""
_MOST_OF_A_REASON = 100
_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a terminal would obey: signs that move, colour, delete or turn what is shown."""
_WRITTEN = Repr()
_WRITTEN.maxstring = _WRITTEN.maxother = MOST_SHOWN


def on_one_line(text: str) -> str:
    """Return `text` with spaces for line breaks, and with control characters written out (`\\x1b`)."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROLS.sub(lambda match: ascii(match[0])[1:-1], _BREAKS.sub(" ", text))


def shortened(text: str, most: int = MOST_SHOWN) -> str:
    """Return a text or a name of a file for a message: on one line, of `most` characters at most."""
    text = on_one_line(text[: 2 * most])
    return text if len(text) <= most else f"{text[: most - 1]}…"


def reason_of(exc: BaseException) -> str:
    """Return what a library says of a fault, for a message: the first line, of 100 characters at most."""
    said = str(exc).strip()
    return shortened(said.splitlines()[0].rstrip(" .,"), _MOST_OF_A_REASON) if said else type(exc).__name__


def shown(value: object) -> str:
    """Return what a file holds as a message shows it: a text in quotes, None as `missing`, all else as Python does."""
    if isinstance(value, str):
        return f"'{shortened(value)}'"
    return "missing" if value is None else shortened(_WRITTEN.repr(value))


class BitexteError(Exception):
    """Any failure that the user can act on; the command line prints it as one line.

    :param messages: made one line each.
    """

    exit_code = 1

    def __init__(self, *messages: str) -> None:
        super().__init__(*map(on_one_line, messages))

    def __str__(self) -> str:
        return "\n".join(self.args)


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
        self, *messages: str, path: Path | str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        self.path, self.line, self.column = path, line, column
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(*(f"{place}: {message}" if place else message for message in messages))


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
