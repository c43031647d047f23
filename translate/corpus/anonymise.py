"""Placeholders in the place of persons, addresses, telephone and account numbers, alike on both sides of a unit.

Persons are found behind a title or by a first name that the language has in its list; a surname that was found once is
replaced wherever it stands. A name that is neither is not found: look at the result before it leaves the house.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import partial

from translate.data import InlineCode, TranslationUnit, Variant
from translate.executors.base import Executor
from translate.executors.parts import map_each
from translate.languages import Language, find_language
from translate.records import dataclass
from translate.text.late import late_plain
from translate.text.protected.kept import find_kept

NAME = "NAME"
_KINDS = {
    "e-mail address": "EMAIL",
    "telephone number": "PHONE",
    "account number": "ACCOUNT",
    "bank code": "BANK",
    "VAT number": "VAT",
    "network address": "IP",
    "number plate": "PLATE",
}
_CAPITALISED = late_plain(r"[^\W\d_a-z][\w'’]*(?:-[^\W\d_]\w*)*")
_GAP = late_plain(r"[ \u00a0\u202f]+")
_MOST_WORDS = 4
"""Words of the longest name."""
_SHORTEST = 3
"""Letters of the shortest surname that is replaced wherever it stands."""


@dataclass(slots=True)
class Names:
    """What was found, each with its placeholder: the map that undoes it."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    """How many values of a kind have a placeholder."""
    counts: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, str] = field(default_factory=dict)
    """Words that are replaced wherever they stand, with the name that they were found in."""

    def placeholder(self, kind: str, value: str) -> str:
        """Return what stands for a value: the same for the same one, `[NAME_1]`."""
        if (kind, value) not in self.numbers:
            self.kinds[kind] += 1
            self.numbers[kind, value] = self.kinds[kind]
        return f"[{kind}_{self.numbers[kind, value]}]"

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield placeholders with their values."""
        for (kind, value), number in self.numbers.items():
            yield f"[{kind}_{number}]", value


def collect_names(units: Iterable[TranslationUnit], names: Names, *, executor: Executor | None = None) -> None:
    """Find the surnames of a whole corpus, which later stand without their titles too.

    :param executor: has the workers that look for them; None looks in this process.
    """
    for _, found in map_each(_collecting, units, executor):
        for last, name in found:
            names.surnames.setdefault(last, name)


def _collecting() -> Callable[[TranslationUnit], list[tuple[str, str]]]:
    return _surnames_of


def _surnames_of(unit: TranslationUnit) -> list[tuple[str, str]]:
    """Return surnames, each with the name that it was found in."""
    found: list[tuple[str, str]] = []
    for side in (unit.source, unit.target):
        language = find_language(side.language)
        for start, end in _persons(side.text, language):
            name = side.text[start:end]
            last = _words(name)[-1] if _words(name) else ""
            if len(last) >= _SHORTEST and last.lower() not in language.names.surnames:
                found.append((last, name))
    return found


def anonymise(
    units: Iterable[TranslationUnit], names: Names, *, executor: Executor | None = None
) -> Iterator[TranslationUnit]:
    """Yield units with placeholders, and without what else tells who they are about: authors, notes, suggestions.

    :param names: with the surnames of :func:`collect_names`; it is filled, in the order of the units.
    :param executor: has the workers that look for what is to be replaced; None looks in this process.
    """
    for unit, kinds in map_each(partial(_finding, frozenset(names.surnames)), units, executor):
        pattern = _pattern(kinds)
        source, target = (_replaced(side, pattern, kinds, names) for side in (unit.source, unit.target))
        around = [_replaced_text(text, pattern, kinds, names) for text in (unit.context_before, unit.context_after)]
        yield replace(
            unit,
            source=source,
            target=target,
            context_before=around[0],
            context_after=around[1],
            notes=(),
            edits=(),
            issues=(),
            suggestions=(),
            properties=(),
        )


def _finding(surnames: Collection[str]) -> Callable[[TranslationUnit], dict[str, str]]:
    """Return what says, of a unit, what is to be replaced, and the kind of each."""

    def find(unit: TranslationUnit) -> dict[str, str]:
        return {value: kind for side in (unit.source, unit.target) for kind, value in _find(side, surnames)}

    return find


def _find(side: Variant, surnames: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield kinds and values of what is to be replaced in a text."""
    text, language = side.text, find_language(side.language)
    for kept in find_kept(text):
        if kept.kind.name in _KINDS:
            yield _KINDS[kept.kind.name], text[kept.start : kept.end]
    for start, end in _persons(text, language):
        yield NAME, text[start:end]
    for word in _words(text):
        if word in surnames:
            yield NAME, word


def _persons(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of names of persons."""
    if language.titles is not None:
        for person in language.titles.iter_persons(text, in_full=True):
            yield person.first, person.last
    for match in _CAPITALISED.finditer(text):
        first = match[0].partition("-")[0].lower()
        if first not in language.names.first_names:
            continue
        end = match.end()
        for _ in range(_MOST_WORDS - 1):
            gap = _GAP.match(text, end)
            following = _CAPITALISED.match(text, gap.end()) if gap else None
            if following is None:
                break
            end = following.end()
        if end > match.end():
            yield match.start(), end


def _words(text: str) -> list[str]:
    return [match[0] for match in _CAPITALISED.finditer(text)]


def _pattern(found: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these values as whole words, the longest first; None for none."""
    values = sorted(found, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(value)}(?!\w)" for value in values)) if values else None


def _replaced_text(
    text: str | None, pattern: re.Pattern[str] | None, kinds: Mapping[str, str], names: Names
) -> str | None:
    if text is None or pattern is None:
        return text
    return pattern.sub(lambda match: names.placeholder(kinds[match[0]], match[0]), text)


def _replaced(side: Variant, pattern: re.Pattern[str] | None, kinds: Mapping[str, str], names: Names) -> Variant:
    """Return a text with placeholders, its codes where they belong; what lies across a code is left."""
    if pattern is None:
        return side
    parts: list[str] = []
    shifts: list[tuple[int, int]] = []
    at = moved = 0
    for match in pattern.finditer(side.text):
        if any(code.start < match.end() and match.start() < code.end for code in side.codes):
            continue
        new = names.placeholder(kinds[match[0]], match[0])
        names.counts[kinds[match[0]]] += 1
        parts += [side.text[at : match.start()], new]
        at = match.end()
        moved += len(new) - len(match[0])
        shifts.append((match.end(), moved))
    codes = tuple(_shifted(code, shifts) for code in side.codes)
    return replace(side, text="".join([*parts, side.text[at:]]), codes=codes, span=None)


def _shifted(code: InlineCode, shifts: list[tuple[int, int]]) -> InlineCode:
    by = next((moved for end, moved in reversed(shifts) if end <= code.start), 0)
    return replace(code, start=code.start + by, end=code.end + by)
