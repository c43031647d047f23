"""What a language writes its own way, times, durations, units, abbreviations: what the model gets, and what is said.

The source's language finds them as values, the target's writes them; where the model copies what it got, what is said
stands in its place afterwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex

from translate.care.typography import Replacement
from translate.languages import Language
from translate.text.measures import FoundMeasure, Value, WrittenMeasure

Find = Callable[[str], Sequence["Measure"]]


@dataclass(frozen=True, slots=True)
class Measure:
    """Characters [start, end) of a source. The model gets `asked` in their place; where it copies that, say `said`.

    `made` is a pattern of what the model makes of it, where that is no copy: of « 30 secondes », `30 seconds`.
    """

    start: int
    end: int
    asked: str
    said: str
    made: str = ""


_POWER = regex.compile(r"(?<![^\W\d_])(?:[kcmdhµ]m|m|h?a|ft|in)[²³](?!\w)")
_FORMULA = regex.compile(r"(?<!\w)(?:[A-Z][a-z]?[₀-₉]*)*[A-Z][a-z]?[₀-₉]+(?:[A-Z][a-z]?[₀-₉]*)*(?!\w)")
_SCRIPT = regex.compile("[²³₀-₉]")


def measures_between(source: Language, target: Language) -> Find:
    """Return what finds the measures of a source, in order, without overlap; none where either side knows of none."""
    find, write = source.find_measures, target.write_measure
    if find is None or write is None:
        return lambda text: ()

    def find_measures(text: str) -> list[Measure]:
        found = [_written(one, write) for one in find(text)]
        found += _iter_scripts(text)
        if source.find_abbreviations:
            found += (Measure(start, end, words, words) for start, end, words in source.find_abbreviations(text))
        return _apart(text, found)

    return find_measures


def edits_of(measures: Sequence[Measure], target: str, *, shouting: bool = False) -> list[Replacement]:
    """Return what to write in `target` where the model copied what it got, in order.

    :param shouting: `target` was put in capitals.
    """
    edits: list[Replacement] = []
    position = 0
    for measure in measures:
        if measure.said == measure.asked:
            continue
        copy = measure.made or regex.escape(measure.asked).replace(",", "[.,]")
        pattern = rf"(?<![\w.:]){copy}(?!\w|:\d)"
        if not measure.asked[0].isdecimal():  # `m2` of `85m2`
            pattern = rf"(?<![^\W\d_]){regex.escape(measure.asked)}(?!\w)"
        found = regex.search(pattern, target, regex.I if shouting else 0, pos=position)
        if found:
            position = found.end()
            said = measure.said.replace(",", ".") if "." in found[0] else measure.said
            edits.append((found.start(), found.end(), said.upper() if shouting else said))
    return edits


def _written(found: FoundMeasure, write: Callable[[Value], WrittenMeasure]) -> Measure:
    if found.value is None:
        return Measure(found.start, found.end, found.asked, found.asked)
    written = write(found.value)
    return Measure(found.start, found.end, found.asked or written.said, written.said, written.made)


def _iter_scripts(text: str) -> Iterator[Measure]:
    """Yield units with a raised figure, `m²`, and formulas of chemistry, `CO₂`: the model gets `m2` and `CO2`."""
    if _SCRIPT.search(text):
        for match in (*_POWER.finditer(text), *_FORMULA.finditer(text)):
            yield Measure(match.start(), match.end(), unicodedata.normalize("NFKC", match[0]), match[0])


def _apart(text: str, found: Sequence[Measure]) -> list[Measure]:
    """Return the first and longest of those that overlap, without such as are asked what the text has already."""
    kept: list[Measure] = []
    for measure in sorted(found, key=lambda measure: (measure.start, -measure.end)):
        if not kept or measure.start >= kept[-1].end:
            kept.append(measure)
    return [measure for measure in kept if measure.asked == measure.said or measure.asked not in text]
