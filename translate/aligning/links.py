"""Files in which a person says what belongs together: lines come in, links of segments go out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from translate.aligning.fixing import Link
from translate.aligning.reading import ReadDocument
from translate.errors import DocumentError, shown
from translate.records import dataclass
from translate.text.late import late_plain

NONE = "-"
"""A side without a segment."""
GUARD_WORDS = 5
_SIDE = late_plain(r"(\d{1,9})(?:-(\d{1,9}))?(?:\s+(.*))?")


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a file, by the segments that take part, and what is wrong with its other lines."""

    links: tuple[Link, ...] = ()
    unfit: tuple[str, ...] = ()


def number_segments(document: ReadDocument) -> list[int]:
    """Return the number of each segment as files have it: from 1, in the order of the document, whatever it is now."""
    spans = [placed.span for placed in document.segments]
    numbers = [0] * len(spans)
    for number, place in enumerate(sorted(range(len(spans)), key=lambda n: (spans[n].block, spans[n].start)), start=1):
        numbers[place] = number
    return numbers


def format_side(numbers: range, text: str) -> str:
    """Return one side of a line: the numbers of segments, from 1, and the first words of `text`, that of the first."""
    if not numbers:
        return NONE
    last = f"-{numbers[-1] + 1}" if len(numbers) > 1 else ""
    return f"{numbers[0] + 1}{last} {_guard(text)}"


def _guard(text: str) -> str:
    return " ".join(text.split()[:GUARD_WORDS])


def read_links(path: Path, documents: tuple[ReadDocument, ReadDocument]) -> Links:
    """Read fixed beads: a line is the segments of the source, a tab and those of the target.

    A line that no longer fits the documents is told, and left out.

    :raises DocumentError: where the file cannot be read, or a line is no such line.
    """
    kept = [{place: number for number, place in enumerate(document.kept)} for document in documents]
    links: list[Link] = []
    unfit: list[str] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for line, fields in _lines(path):
        reason = ""
        sides: list[range] = []
        for field, document, places, used in zip(fields, documents, kept, taken, strict=True):
            numbers, words = _parse(field, path, line)
            reason = reason or _unfit(numbers, words, document, places, used)
            sides.append(numbers)
        if reason or not any(sides):
            unfit.append(f"{path}:{line}: {reason or 'no segment on either side'}; the line is left out.")
            continue
        ranges = []
        for numbers, places, used in zip(sides, kept, taken, strict=True):
            used.update(numbers)
            taking = [places[number] for number in numbers if number in places]
            ranges.append(range(taking[0], taking[-1] + 1) if taking else range(0))
        links.append(Link(ranges[0], ranges[1]))
    return Links(tuple(links), tuple(unfit))


def read_points(path: Path, documents: tuple[ReadDocument, ReadDocument]) -> Links:
    """Read where parts begin: a line is how a segment of the source begins, a tab and how one of the target does.

    :raises DocumentError: where the file cannot be read, or no segment behind those of the line before begins so.
    """
    links: list[Link] = []
    starts = [0, 0]
    for line, fields in _lines(path):
        for side, (field, document) in enumerate(zip(fields, documents, strict=True)):
            starts[side] = _find(field, document, starts[side], path, line)
        links.append(Link(range(starts[0], starts[0]), range(starts[1], starts[1])))
        starts = [start + 1 for start in starts]
    return Links(tuple(links))


def _lines(path: Path) -> Iterator[tuple[int, tuple[str, str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise DocumentError(f"cannot be read: {exc}.", path=path) from exc
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) != 2:
                message = f"expected a source, a tab and a target, not {len(fields)} fields."
                raise DocumentError(message, path=path, line=number)
            yield number, (fields[0].strip(), fields[1].strip())


def _parse(field: str, path: Path, line: int) -> tuple[range, str]:
    if field == NONE:
        return range(0), ""
    found = _SIDE.fullmatch(field)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if found is None or not 0 < first <= last:
        message = f"{shown(field)}: expected segments such as 12 or 12-14, and the first words of the first."
        raise DocumentError(message, path=path, line=line)
    return range(first - 1, last), " ".join((found[3] or "").split())


def _unfit(numbers: range, words: str, document: ReadDocument, places: dict[int, int], used: set[int]) -> str:
    """Return why segments do not fit; nothing where they do."""
    if not numbers:
        return ""
    if numbers[-1] >= len(document.segments):
        return f"{document.path} has {len(document.segments)} segments, not {numbers[-1] + 1}"
    text = " ".join(document.segments[numbers[0]].segment.text.split())
    if not text.startswith(words):
        return f"segment {numbers[0] + 1} of {document.path} begins {shown(_guard(text))}, not {shown(words)}"
    if not used.isdisjoint(numbers):
        return f"segment {min(used.intersection(numbers)) + 1} of {document.path} is in another line"
    if numbers[0] not in places or numbers[-1] not in places:
        return f"a segment of {document.path} was set aside"
    return ""


def _find(words: str, document: ReadDocument, start: int, path: Path, line: int) -> int:
    wanted = " ".join(words.split()).casefold()
    kept = document.kept
    for number in range(start, len(kept)):
        if " ".join(document.segments[kept[number]].segment.text.split()).casefold().startswith(wanted):
            return number
    raise DocumentError(f"no segment of {document.path} begins with {shown(words)} from here on.", path=path, line=line)
