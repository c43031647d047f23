"""Beads as text, `[0, 1]:[2]` a line, and how well they agree with beads made by hand, as vecalign measures it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path

from translate.errors import FormatError
from translate.records import dataclass
from translate.text.late import late_plain

Numbers = tuple[int, ...]
Link = tuple[Numbers, Numbers]
"""0-based numbers of the source and of the target segments of a bead."""
_LINE = late_plain(r"\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\](?:\s*:.*)?\s*")


@dataclass(frozen=True, slots=True)
class Measure:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Agreement:
    """`strict`: a bead is right where it is equal. `lax`: where it shares a source and a target with a gold bead."""

    strict: Measure
    lax: Measure


def evaluate(gold: Iterable[Link], test: Iterable[Link]) -> Agreement:
    """Compare beads; deletions count on neither side (Thompson & Koehn 2019)."""
    wanted = {link for link in gold if link[0] and link[1]}
    found = {link for link in test if link[0] and link[1]}
    right = len(wanted & found)
    strict = Measure(right / max(1, len(found)), right / max(1, len(wanted)))
    lax = Measure(
        _count_touching(found, wanted) / max(1, len(found)), _count_touching(wanted, found) / max(1, len(wanted))
    )
    return Agreement(strict, lax)


class Shape(StrEnum):
    """What beads are measured by themselves."""

    ONE = "1-1"
    MANY = "n-m"


def shape_of(link: Link) -> Shape | None:
    """Return the shape of a bead; None of a deletion."""
    if not link[0] or not link[1]:
        return None
    return Shape.ONE if len(link[0]) == len(link[1]) == 1 else Shape.MANY


def evaluate_shape(gold: Sequence[Link], test: Sequence[Link], shape: Shape) -> Agreement:
    """Compare beads of one shape: precision of those found, recall of those made by hand, against all of the other."""
    wanted, found = ({link for link in links if shape_of(link) is shape} for links in (gold, test))
    others = [{link for link in links if shape_of(link)} for links in (gold, test)]
    strict = Measure(len(found & others[0]) / max(1, len(found)), len(wanted & others[1]) / max(1, len(wanted)))
    lax = Measure(
        _count_touching(found, others[0]) / max(1, len(found)), _count_touching(wanted, others[1]) / max(1, len(wanted))
    )
    return Agreement(strict, lax)


def evaluate_deletions(gold: Iterable[Link], test: Iterable[Link]) -> Measure:
    """Compare the segments without a counterpart."""
    wanted, found = ({side for link in links if not shape_of(link) for side in _lone(link)} for links in (gold, test))
    right = len(wanted & found)
    return Measure(right / max(1, len(found)), right / max(1, len(wanted)))


def count_false(gold: Sequence[Link], test: Sequence[Link]) -> int:
    """Return how many beads with two sides share no pair of segments with a bead made by hand."""
    found = [link for link in test if shape_of(link)]
    return len(found) - _count_touching(found, [link for link in gold if shape_of(link)])


def _lone(link: Link) -> list[Link]:
    return [*(((number,), ()) for number in link[0]), *(((), (number,)) for number in link[1])]


def _count_touching(links: Iterable[Link], others: Iterable[Link]) -> int:
    by_source: dict[int, list[Link]] = {}
    for other in others:
        for number in other[0]:
            by_source.setdefault(number, []).append(other)
    return sum(
        any(set(link[1]) & set(other[1]) for number in link[0] for other in by_source.get(number, ())) for link in links
    )


def read_beads(path: Path) -> list[Link]:
    """Read a file of beads; what comes after a second colon, such as vecalign's cost, is passed over.

    :raises FormatError: with the line that is no bead, or where the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise FormatError(f"the beads cannot be read: {exc}.", path=path) from exc
    links = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        if not found:
            raise FormatError(f"expected a bead such as [0, 1]:[2], not '{line[:40]}'.", path=path, line=number)
        links.append((_numbers(found[1]), _numbers(found[2])))
    return links


def _numbers(text: str) -> Numbers:
    return tuple(int(part) for part in text.replace(",", " ").split())


def format_beads(links: Sequence[Link]) -> str:
    """Return beads as lines that :func:`read_beads` reads."""
    return "".join(f"{list(source)}:{list(target)}\n" for source, target in links)
