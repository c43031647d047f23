"""A corpus in parts, `memory.001.tmx`, `memory.002.tmx`, …: for tools that take so many units, or so many bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from translate.data import TranslationUnit
from translate.errors import UsageError
from translate.files import together
from translate.formats.base import Format, Header, MeasuredWriter, Report, Writer, strict
from translate.records import dataclass
from translate.text.late import late_plain

TAIL_BYTES = 64
"""Room that is left for what ends a file."""
_LIMIT = late_plain(r"([0-9]+(?:\.[0-9]+)?)\s*(|units|B|[kKMG]B?)")
_FACTORS = {"B": 1, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Limit:
    """Of one part: `units`, or `size` in bytes before packing."""

    units: int | None = None
    size: int | None = None


def parse_limit(text: str) -> Limit:
    """Return what `50000` (units), `10MB` or `1GB` says.

    :raises UsageError: where it says nothing.
    """
    match = _LIMIT.fullmatch(text.strip())
    if match is None:
        raise UsageError(f"'{text}' is not a size for --split; expected units such as 50000, or a size such as 10MB.")
    if match[2] in ("", "units"):
        if not match[1].isdigit() or int(match[1]) < 1:
            raise UsageError(f"'{text}' is not a number of units; expected 1 or more.")
        return Limit(units=int(match[1]))
    size = int(float(match[1]) * _FACTORS[match[2][0].upper()])
    if size < 1_000:
        raise UsageError(f"'{text}' is too small for --split; expected at least 1kB.")
    return Limit(size=size)


class SplitWriter:
    """Begins a new part where a unit would make the one before too large. A part holds one unit at least."""

    def __init__(self, plugin: Format, stem: Path, header: Header, limit: Limit, report: Report) -> None:
        self._plugin, self._stem, self._header = plugin, stem, header
        self._limit, self._report = limit, report
        self._stack = ExitStack()
        self._writer: Writer
        self._count = 0
        self.parts: list[tuple[Path, ...]] = []
        """Files of each part."""
        self._begin()

    def write(self, unit: TranslationUnit) -> None:
        if self._limit.size is None:
            if self._count == self._limit.units:
                self._begin()
            self._writer.write(unit)
            self._count += 1
            return
        writer = self._measured()
        data = writer.format(unit)
        if self._count and data and writer.size + len(data) + TAIL_BYTES > self._limit.size:
            self._begin()
            writer = self._measured()
            data = writer.format(unit)
        writer.put(data)
        self._count += bool(data)

    def __enter__(self) -> SplitWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def _measured(self) -> MeasuredWriter:
        if not isinstance(self._writer, MeasuredWriter):
            raise UsageError(f"{self._plugin.name} can only be split by units; give their number.")
        return self._writer

    def _begin(self) -> None:
        self._stack.close()
        stem = self._stem.with_name(f"{self._stem.name}.{len(self.parts) + 1:03}")
        self._writer = self._stack.enter_context(self._plugin.open(stem, self._header, report=self._report))
        self.parts.append(self._plugin.paths(stem, self._header))
        self._count = 0


@contextmanager
def open_split(
    plugin: Format, stem: Path, header: Header, limit: Limit, *, report: Report = strict
) -> Iterator[SplitWriter]:
    """Write parts beside `stem`; they appear together when the context ends well.

    Parts of an earlier, longer run are removed then: an import of all parts would read their units as well.

    :raises OutputError: where the disk refuses; earlier parts are untouched then.
    """
    with together() as batch:
        with SplitWriter(plugin, stem, header, limit, report) as writer:
            yield writer
        kept = {path.name for part in writer.parts for path in part}
        for path in parts_beside(plugin, stem, header):
            if path.name not in kept:
                batch.remove(path)


def parts_beside(plugin: Format, stem: Path, header: Header) -> list[Path]:
    """Return the parts that lie beside `stem`, in order."""
    shape = re.compile(re.escape(stem.name) + r"\.[0-9]{3,}")
    found = []
    for whole in plugin.paths(stem, header):
        ending = whole.name[len(stem.name) :]
        names = (path for path in stem.parent.iterdir() if path.name.endswith(ending))
        found += [path for path in names if shape.fullmatch(path.name.removesuffix(ending))]
    return sorted(found)
