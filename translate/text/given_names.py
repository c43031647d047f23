"""Given names that languages write each their way, *Pierre*, *Peter*: two texts come in, what was renamed goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late

_WORD = late(r"(?<![\p{L}'’-]|['’]\p{L})\p{Lu}\p{Ll}+(?![\p{L}-])")


@dataclass(frozen=True, slots=True, eq=False)
class GivenNames:
    """The given names of a language that others write otherwise."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """By a name, small: what it is in Latin, by which those of two languages meet."""
    renamed_before: str = "(?!)"
    """Pattern of what stands before those that are translated: *pope*, *saint*."""
    renamed_behind: str = "(?!)"
    """Pattern of what stands behind them: the number of a king."""


NO_GIVEN_NAMES = GivenNames()


def find_renamed(source: str, own: GivenNames, target: str, other: GivenNames) -> Iterator[tuple[int, int, str]]:
    """Yield the characters [start, end) of names in `target` that people of `source` do not have, and theirs.

    Saints, popes and kings are called otherwise in each language; whoever else is mentioned is not.
    """
    if not own.keys or not other.keys:
        return
    before, behind = _compiled(own.renamed_before), _compiled(own.renamed_behind)
    kept: dict[str, str] = {}
    renamed: set[str] = set()
    for match in _WORD.finditer(source):
        key = own.keys.get(match[0].lower())
        if key is None:
            continue
        if before.search(source, 0, match.start()) or behind.match(source, match.end()):
            renamed.add(key)
        kept.setdefault(key, match[0])
    there = {match[0] for match in _WORD.finditer(source)}
    for match in _WORD.finditer(target) if kept else ():
        key = other.keys.get(match[0].lower(), "")
        if key in kept and key not in renamed and match[0] not in there:
            yield *match.span(), kept[key]


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return compile_kept(rf"(?:{pattern})", regex.I)
