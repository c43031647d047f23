"""What a language writes its own way, times, durations, units, abbreviations: what the model gets, and what is said.

The source's language finds them as values, the target's writes them; where the model copies what it got, what is said
stands in its place afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import regex

from translate.care.replacing import Replacement
from translate.languages import Language
from translate.records import dataclass
from translate.text.amounts.measures import Amount, Dose, FoundMeasure, Money, Value, WrittenMeasure
from translate.text.amounts.signs import find_signs
from translate.text.dates.digit_dates import find_digit_dates
from translate.text.late import late
from translate.text.numbers.figures import Figures
from translate.text.overlaps import set_apart

Find = Callable[[str], Sequence["Measure"]]


@dataclass(frozen=True, slots=True)
class Measure:
    """Characters [start, end) of a source. The model gets `asked` in their place; where it copies that, say `said`.

    `made` is a pattern of what the model makes of it, where that is no copy: of « 30 secondes », `30 seconds`. Where it
    `is_masked` the model gets a placeholder. Where it `is_placed` the step that asks so writes what is said itself.
    """

    start: int
    end: int
    asked: str
    said: str
    made: str = ""
    is_masked: bool = False
    is_placed: bool = False

    @property
    def is_ours(self) -> bool:
        """Tell whether what is said is known, and not the model's to find."""
        return self.said != self.asked or bool(self.made)


BETWEEN = "{between}"
"""In what is said, the words that the model put between two amounts."""
_SIGNED = late("[²³₀-₉]")
_FRACTION = late(r"(?<![\w/.,-])([1-9])/([2-9])(?![\w/]|[.,-]\d)")
"""Of which a model makes a range: *1-2 bag*."""
_SPACES = "[ \u00a0\u2009\u202f]"
_ASKED_PARTS = late(rf"(?<=\d)(?P<mark>[,.])(?=\d)|(?<=\d)(?P<group>{_SPACES})(?=\d{{3}}(?!\d))|(?P<space>\s)")
_MADE_PARTS = {"mark": "[.,]", "group": "[ ,.\u00a0\u202f]?", "space": r"\s?"}


def measures_between(source: Language, target: Language, *, rewrites: bool = True) -> Find:
    """Return what finds the measures of a source, in order, without overlap; none where either side knows of none.

    :param rewrites: an amount of money in figures is written as the target writes it; one with a scale always is.
    """
    find, write_value = source.find_measures, target.write_measure
    if find is None or write_value is None:
        return lambda text: ()
    rewrite = figures_between(source.figures, target.figures)

    def write(value: Value) -> WrittenMeasure:
        return write_value(replace(value, amount=rewrite(value.amount)) if isinstance(value, Amount | Dose) else value)

    def find_measures(text: str) -> list[Measure]:
        found = [_written(one, write) for one in find(text) if rewrites or not _is_plain_money(one.value)]
        found += (
            Measure(start, end, asked, rewrite(text[start:end]), _range_of(_FRACTION.fullmatch(asked), text))
            for start, end, asked in find_signs(text)
        )
        found += (
            Measure(one.start, one.end, one.asked, text[one.start : one.end], one.made)
            for one in find_digit_dates(text)
        )
        found += (
            Measure(*one.span(), one[0], one[0], made)
            for one in _FRACTION.finditer(text)
            if (made := _range_of(one, text))
        )
        for start, end, words in source.find_abbreviations(text):
            found.append(Measure(start, end, words, words, target.made_of.get(words.lower(), "")))
        return _apart(text, found)

    return find_measures


def _range_of(fraction: regex.Match[str] | None, text: str) -> str:
    """Return the pattern of the range that a model makes of a fraction; empty where the text has it, as a score too."""
    ranges = [f"{fraction[1]}{dash}{fraction[2]}" for dash in "-–"] if fraction else []
    return "" if any(one in text for one in ranges) else "|".join(ranges)


def edits_of(measures: Sequence[Measure], target: str, *, shouting: bool = False) -> list[Replacement]:
    """Return what to write in `target` where the model copied what it got, in order.

    :param shouting: `target` was put in capitals.
    """
    edits: list[Replacement] = []
    position = 0
    for measure in measures:
        if not measure.is_ours or measure.is_placed:
            continue
        matches = regex.finditer(_pattern_of(measure), target, regex.I if shouting else 0)
        free = [match for match in matches if not any(s < match.end() and match.start() < e for s, e, _ in edits)]
        found = next((match for match in free if match.start() >= position), free[0] if free else None)
        if found:
            position = found.end()
            said = measure.said
            if BETWEEN in said:
                first, _, second = said.partition(BETWEEN)
                said = first + found["between"] + second if found["between"] else second
            edits.append((found.start(), found.end(), said.upper() if shouting and not _SIGNED.search(said) else said))
    return sorted(edits)


def is_lost(measure: Measure, target: str) -> bool:
    """Tell whether `target` does not say what is to be said for a measure."""
    return measure.is_ours and BETWEEN not in measure.said and measure.said not in target


def _pattern_of(measure: Measure) -> str:
    """Return what a model makes of a measure: what it `made`, or the copy of what it was asked, its figures and spaces
    maybe in the target's way."""
    asked, place, copy = measure.asked, 0, ""
    for match in _ASKED_PARTS.finditer(asked):
        copy += regex.escape(asked[place : match.start()]) + _MADE_PARTS[str(match.lastgroup)]
        place = match.end()
    copy += regex.escape(asked[place:])
    before = r"(?<![\w.:])" if asked[0].isdecimal() else r"(?<![^\W\d_])" if asked[0].isalpha() else ""
    after = r"(?!\w|:\d)" if asked[-1].isalnum() else ""
    copy = f"(?i:{copy})"  # `10 kohm` comes back as `10 Kohm`
    return f"{before}(?:(?i:{measure.made})|{copy}){after}" if measure.made else f"{before}{copy}{after}"


def _written(found: FoundMeasure, write: Callable[[Value], WrittenMeasure]) -> Measure:
    if found.value is None:
        return Measure(found.start, found.end, found.asked, found.asked)
    written = write(found.value)
    asked = found.asked or written.asked or written.said
    return Measure(found.start, found.end, asked, written.said, written.made)


def _is_plain_money(value: Value | None) -> bool:
    return isinstance(value, Money) and value.scale == 1


def figures_between(source: Figures | None, target: Figures | None) -> Callable[[str], str]:
    """Return what writes the numbers of a text that stands in the source as the target does."""
    if source is None or target is None:
        return lambda text: text
    number = late(rf"(?<![\w.,]){source.pattern}(?![\w.,]?\d)")
    return lambda text: number.sub(lambda match: target.write(match["whole"], match["part"] or ""), text)


def _apart(text: str, found: Sequence[Measure]) -> list[Measure]:
    """Return the first and longest of those that overlap, without such as are asked what else the text has already."""
    kept = set_apart(found)
    ends = [0, *(measure.end for measure in kept)]
    starts = [*(measure.start for measure in kept), len(text)]
    rest = "\n".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return [measure for measure in kept if measure.asked == measure.said or not _has(rest, measure.asked)]


def _has(text: str, asked: str) -> bool:
    """Tell whether a text has words already, and not only within others: « son » in « sont »."""
    return asked in text and regex.search(rf"(?<!\w){regex.escape(asked)}(?!\w)", text) is not None
