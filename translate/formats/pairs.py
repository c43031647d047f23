"""Which two languages of a file are read: those that the user states, or else its own; and what is left out, said once.

A stated language agrees with one of the file whatever the region; the exact region goes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from translate.data import Bitext, Origin, TranslationUnit
from translate.errors import FormatError, shown
from translate.formats.base import Header, Remark, Report, Verdict
from translate.formats.codes import agree, primary
from translate.formats.units import Units

Languages = tuple[str, ...]


def absent(path: Path, wanted: Header, found: Mapping[Languages, int] | Mapping[tuple[str, str], int]) -> FormatError:
    """Return the error of a file that has units, but none in the languages that are stated."""
    there = ", ".join(f"{'–'.join(code or '?' for code in codes)} ({n:,})" for codes, n in found.items())
    asked = f"{wanted.source_language or 'any language'} to {wanted.target_language or 'any language'}"
    message = f"has no units from {asked}; it has {there or 'none'}. Give --source-language and --target-language."
    return FormatError(message, path=path)


def agrees(found: str, wanted: str) -> bool:
    """Tell whether a code of a file is the one that is stated; one that is not stated or not known is."""
    return not wanted or not found or agree(found, wanted)


def choose(found: Mapping[Languages, int], wanted: Header | None, source: str | None) -> Header | None:
    """Return the languages to read of units in several; None where no unit has them.

    :param found: how many units are in which languages, as the units name them.
    :param source: the language that the file names as its source; None where it names none.
    """
    asked = wanted or Header("", "")
    totals: Counter[str] = Counter()
    for codes, count in found.items():
        for code in dict.fromkeys(codes):
            totals[code] += count
    first = next((codes for codes in found if len(set(codes)) > 1), next(iter(found), ()))
    one = _best(totals, asked.source_language or source or (first[0] if first else ""), exclude="")
    if one is None and not asked.source_language and first:
        one = first[0]
    if one is None:
        return None
    beside: Counter[str] = Counter()
    for codes, count in found.items():
        if any(agree(code, one) for code in codes):
            for code in dict.fromkeys(codes):
                beside[code] += count
    is_regional = agree(asked.target_language or "", one) if asked.target_language else _is_one_language(beside)
    others = {code: n for code, n in beside.items() if (code != one if is_regional else not agree(code, one))}
    other = _best(others, asked.target_language, exclude=one) if asked.target_language else _most(others)
    if other is None:
        return None
    if is_regional:
        return Header(one, other)
    source = one if one == asked.source_language else _shared(beside, one)
    return Header(source, other if other == asked.target_language else _shared(beside, other))


def _best(totals: Mapping[str, int], wanted: str, *, exclude: str) -> str | None:
    """Return the code that is stated, or else the one of its language that most units have."""
    if wanted in totals and wanted != exclude:
        return wanted
    return _most({code: n for code, n in totals.items() if agree(code, wanted) and code != exclude})


def _most(totals: Mapping[str, int]) -> str | None:
    return max(totals, key=totals.__getitem__, default=None)


def _is_one_language(totals: Mapping[str, int]) -> bool:
    return len({primary(code) for code in totals}) == 1


def _shared(totals: Mapping[str, int], code: str) -> str:
    """Return the code that all units of a language share, or else the language without region."""
    codes = {other for other in totals if agree(other, code)}
    return code if len(codes) == 1 else primary(code)


def say_left_out(found: Mapping[Languages, int], header: Header, path: Path, report: Report) -> None:
    """Report each language whose variants are left out, with the number of units that have one."""
    left: Counter[str] = Counter()
    for codes, count in found.items():
        source = _picked(codes, header.source_language)
        target = _picked([code for code in codes if code != source], header.target_language)
        for code in Counter(codes) - Counter([source, target]):
            left[code] += count
    for code, count in left.items():
        message = f"the language {shown(code)} is left out: {count:,} {'unit has' if count == 1 else 'units have'} it."
        report(Remark(Verdict.LOST, path, None, message, is_of_pair=True))


def _picked(codes: Sequence[str], wanted: str) -> str:
    """Return the code of a unit that is read for a language: exactly that, or the first of another region."""
    return wanted if wanted in codes else next((code for code in codes if agree(code, wanted)), "")


def pairs_of(found: Mapping[Languages, int], source: str | None) -> tuple[Header, ...]:
    """Return the pairs of units in several languages: their source with each other one.

    Regions that stand in one unit are languages of their own; those that no unit has both of are one language.

    :param source: the language that the file names as its source; None where it names none.
    """
    apart = {
        code
        for codes in found
        for code in codes
        if any(code != other and primary(code) == primary(other) for other in codes)
    }
    pairs: dict[tuple[str, str], None] = {}
    for codes in found:
        known = [code if code in apart else primary(code) for code in codes]
        one = next((code for code in known if source and (code == source or agree(code, source))), known[0])
        pairs.update(dict.fromkeys((one, code) for code in known if code != one))
    return tuple(Header(*pair) for pair in pairs)


def in_direction(bitext: Bitext, wanted: Header | None, path: Path, report: Report) -> Bitext:
    """Return a bitext of two languages in the direction that is stated.

    :raises FormatError: where it is in other languages.
    """
    found = (bitext.source_language, bitext.target_language)
    if wanted is None or (agrees(found[0], wanted.source_language) and agrees(found[1], wanted.target_language)):
        return bitext
    if not (agrees(found[1], wanted.source_language) and agrees(found[0], wanted.target_language)):
        raise absent(path, wanted, {found: sum(1 for _ in bitext.units)})
    message = f"is from {found[0]} to {found[1]}; its units are turned round."
    report(Remark(Verdict.FIXED, path, None, message))
    inner = bitext.units

    def turned(units: Units) -> Iterator[TranslationUnit]:
        units.follow(inner)
        for unit in inner:
            yield turn(unit)

    return Bitext(found[1], found[0], Units(turned), bitext.signature)


def turn(unit: TranslationUnit) -> TranslationUnit:
    """Return the unit with its sides exchanged; what was measured or noted of the old target is left out."""
    shape = "-".join(reversed(unit.alignment.split("-")))
    origin = Origin.MEMORY if unit.origin is Origin.MACHINE else unit.origin
    return replace(
        unit,
        source=unit.target,
        target=unit.source,
        origin=origin,
        score=None,
        issues=(),
        edits=(),
        alignment=shape,
        context_before=None,
        context_after=None,
    )


class Refusals:
    """Passes remarks on, and keeps the first and the number of those about rejected units."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.first: Remark | None = None
        self.count = 0

    def __call__(self, remark: Remark) -> None:
        if remark.verdict is Verdict.REJECTED:
            self.first = self.first or remark
            self.count += 1
        self._report(remark)


def never_empty(bitext: Bitext, path: Path, refusals: Refusals) -> Bitext:
    """Return a bitext that fails at its end where it had units, and none could be read."""
    inner = bitext.units

    def guarded(units: Units) -> Iterator[TranslationUnit]:
        is_empty = True
        units.follow(inner)
        for unit in inner:
            is_empty = False
            yield unit
        first = refusals.first
        if is_empty and first is not None:
            message = f"none of its {refusals.count:,} units can be read: {first.message}"
            raise FormatError(message, path=path, line=first.line)

    return Bitext(bitext.source_language, bitext.target_language, Units(guarded), bitext.signature)
