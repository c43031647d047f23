"""Test sets: text pairs, bilingual files and tables of systems give sources, references and hypotheses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.errors import FormatError
from translate.formats import Header, read_bitext
from translate.formats.fields import unescape
from translate.formats.packing import plain_name
from translate.formats.sources import open_text
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class TestSet:
    """Segments with a human translation each. `sources` is None where only references are at hand."""

    __test__ = False  # pytest takes the name for a test

    name: str
    sources: tuple[str, ...] | None
    references: tuple[str, ...]


def read_lines(path: Path) -> tuple[str, ...]:
    """Return the segments of a plain text, one a line; only a line feed ends a line.

    :raises FormatError: where it cannot be read, is not UTF-8 (or UTF-16 with its mark), or is empty.
    """
    with open_text(path) as text:
        lines = tuple(line for _, line in text.lines())
    if not lines:
        raise FormatError("is empty; expected one segment per line.", path=path)
    return lines


def read_pair(references: Path, sources: Path | None = None) -> TestSet:
    """Read a test set from plain texts whose lines correspond.

    :raises FormatError: where the texts are not of one length, or a reference is empty.
    """
    lines = read_lines(references)
    source_lines = read_lines(sources) if sources is not None else None
    if sources is not None and source_lines is not None:
        check_length(sources, len(source_lines), references, len(lines))
    for number, line in enumerate(lines, 1):
        if not line.strip():
            message = "the reference is empty; delete this line from every file."
            raise FormatError(message, path=references, line=number)
    return TestSet(references.name, source_lines, lines)


def read_test_set(path: Path, header: Header) -> TestSet:
    """Read sources and references from a bilingual file: TMX, JSON, TSV, or one of a Moses pair.

    :raises FormatError: where a unit cannot be read or has an empty side, or no unit is in the two languages.
    """
    units = tuple(read_bitext(path, header).units)
    for number, unit in enumerate(units, 1):
        if not unit.source.text.strip() or not unit.target.text.strip():
            side = "source" if not unit.source.text.strip() else "target"
            raise FormatError(f"unit {number} ('{unit.name}') has an empty {side}; delete it.", path=path)
    if not units:
        pair = f"{header.source_language} and {header.target_language}"
        raise FormatError(f"has no unit in {pair}; give the languages of the file.", path=path)
    return TestSet(path.name, tuple(u.source.text for u in units), tuple(u.target.text for u in units))


def is_table(path: Path) -> bool:
    """Tell whether `path` is a TSV with a column `reference`, as :func:`read_table` takes it."""
    if not plain_name(path.name).endswith(".tsv"):
        return False
    with open_text(path) as text:
        _, first = next(text.lines(), (1, ""))
    return "reference" in first.split("\t")


def read_table(path: Path) -> tuple[TestSet, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Read a TSV whose columns are `source` (if any), `reference`, and one a system, named as the system.

    :raises FormatError: with the line, where a row has not as many cells as the first, or an empty reference.
    """
    columns: dict[str, list[str]] = {}
    with open_text(path) as text:
        for line, content in text.lines():
            cells = content.split("\t")
            if line == 1:
                if len(set(cells)) != len(cells):
                    raise FormatError("two columns have the same name; rename one.", path=path, line=1)
                columns = {cell: [] for cell in cells}
                continue
            if len(cells) != len(columns):
                message = f"{len(cells)} columns; expected {len(columns)}, as in the first line."
                raise FormatError(message, path=path, line=line)
            for column, cell in zip(columns.values(), cells, strict=True):
                column.append(unescape(cell))
            if not columns["reference"][-1].strip():
                raise FormatError("the reference is empty; delete this line.", path=path, line=line)
    references = columns.pop("reference", [])
    if not references:
        raise FormatError("has column names but no rows.", path=path)
    sources = columns.pop("source", None)
    test = TestSet(path.name, tuple(sources) if sources is not None else None, tuple(references))
    return test, tuple((name, tuple(column)) for name, column in columns.items())


def check_length(path: Path, lines: int, other: Path | str, expected: int) -> None:
    """:raises FormatError: where `path` has not as many segments as the test set."""
    if lines != expected:
        message = f"has {lines} segments, and {other} has {expected}; both files must have the same number."
        raise FormatError(message, path=path)


def find_targets(path: Path, header: Header, sources: Sequence[str]) -> tuple[str, ...]:
    """Return the target that a bilingual file has for each source; the file may be in another order or hold more.

    A source that stands several times in both takes the targets in order.

    :raises FormatError: where the file lacks some of the sources.
    """
    known: dict[str, list[str]] = {}
    for unit in read_bitext(path, header).units:
        known.setdefault(unit.source.text, []).append(unit.target.text)
    missing = [number for number, source in enumerate(sources) if source not in known]
    if missing:
        message = (
            f"has no unit for {len(missing)} of the {len(sources)} segments of the test set, the first of them "
            f"number {missing[0] + 1}: '{sources[missing[0]][:40]}'. Translate them too, or take them out."
        )
        raise FormatError(message, path=path)
    taken: dict[str, int] = {}
    found = []
    for source in sources:
        at = taken.get(source, 0)
        found.append(known[source][min(at, len(known[source]) - 1)])
        taken[source] = at + 1
    return tuple(found)
