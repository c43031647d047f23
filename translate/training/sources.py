"""Data sources: a bilingual file gives its sentence pairs, one after the other; what is faulty has a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from translate.data import Variant
from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext
from translate.records import dataclass
from translate.training.recipe import DataSource

_HINT = "Fix it, or use --skip-faulty to skip and count such pairs."


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation, each on one line, without markup."""

    source: str
    target: str


def iter_pairs(data: DataSource, header: Header, *, skip_faulty: bool, counts: Counter[str]) -> Iterator[Pair]:
    """Yield the pairs of a source.

    :param skip_faulty: leave out, and count as `unreadable` or `empty`, what is an error otherwise.
    :raises FormatError: where the file cannot be read, or has no pair in the two languages; for a pair that cannot be
        read or has an empty side, unless they are skipped.
    """
    path = Path(data.path)
    faults: list[Remark] = []

    def report(remark: Remark) -> None:
        if remark.verdict is not Verdict.REJECTED:
            return
        if not skip_faulty and not _is_foreign(remark):
            raise FormatError(f"{remark.message.rstrip('.')}. {_HINT}", path=path, line=remark.line)
        faults.append(remark)

    units = read_bitext(path, header, report=report).units
    read = 0
    for number, unit in enumerate(units, 1):
        pair = Pair(_plain(unit.source), _plain(unit.target))
        if pair.source and pair.target:
            read += 1
            yield pair
        elif skip_faulty:
            counts["empty"] += 1
        else:
            side = "target" if pair.source else "source"
            line = getattr(units, "line", None)
            where = "" if line else f"unit {number} ('{unit.name}'): "
            raise FormatError(f"{where}the {side} is empty. {_HINT}", path=path, line=line)
    counts["unreadable"] += len(faults)
    if not read:
        languages = f"{header.source_language} and {header.target_language}"
        first = f" {faults[0]}" if faults else ""
        raise FormatError(f"has no pair in {languages}; give the languages of the file.{first}", path=path)


def _is_foreign(remark: Remark) -> bool:
    """Tell whether a unit was rejected for being in other languages, as many are in a memory of several."""
    return remark.message.startswith("no variant in")


def _plain(variant: Variant) -> str:
    """Return the text of a variant without its inline codes, white space collapsed."""
    text, kept, at = variant.text, [], 0
    for code in variant.codes:
        kept.append(text[at : code.start])
        at = code.end
    return " ".join("".join((*kept, text[at:])).split())
