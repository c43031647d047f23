"""What French writes its own way, times, durations, units, abbreviations: what the model gets, and what English says.

A small model reads `14 h` as two words that mean little to it, and says `14`, `14:` or `2 noon`; but it copies `14:00`.
So that is what it gets, and where a duration is meant, as in `toutes les 6 h`, the copy becomes `6 hours` afterwards.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from translate.care.typography import Edit
from translate.languages.fr.abbreviations import iter_abbreviations


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


_SPACE = "[ \u00a0\u2009\u202f]"
_NOT_BEFORE = r"(?<![\w.,:])(?<!(?<!h)/)"
_HOUR_PATTERN = (
    rf"{_NOT_BEFORE}(?<!\d[ \u00a0\u2009\u202f–-])(?P<hours>\d{{1,3}}){_SPACE}?"
    rf"(?:h(?:{_SPACE}?(?P<minutes>[0-5]\d)(?!\d)(?P<min>{_SPACE}?(?:min|mn)\b)?)?|H{_SPACE}?(?P<minutes>[0-5]\d)(?!\d))"
    rf"(?!\w|{_SPACE}\d|\.\d|/(?!\d+{_SPACE}?h))"
)
_HOURS, _HOURS_IN_CAPITALS = regex.compile(_HOUR_PATTERN), regex.compile(_HOUR_PATTERN, regex.I)
_LETTERED = regex.compile(r"(?:\b(?:paragraphe|alinéa|article|point|lettre|annexe|partie|section)s?\s+|\()\Z", regex.I)
"""What comes before a paragraph, such as « 7h », or a figure in base 16."""
_WEEKDAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_CLOCK_BEFORE = regex.compile(
    rf"(?<!\w)(?:à|dès|vers|avant|heures?|midi|matin|soir|demain|hier|{_WEEKDAY}|{_MONTH}|(?:19|20)\d\d)[\s:,(]*"
    r"(?:partir\s+de\s+)?\Z",
    regex.I,
)
_CLOCK_AFTER = regex.compile(r"\s*(?:du\s+(?:matin|soir)|de\s+l['’]après|précises?\b|pile\b|UTC|GMT|\(?heure)", regex.I)
_LASTS_BEFORE = regex.compile(
    r"(?<!\w)(?:(?:tou(?:te)?s\s+)?les|des|par|chaque|pendant|durant|sous|en|dans|(?:plus|moins)\s+de|au\s+(?:moins|plus)"
    r"|au\s+bout\s+de|minimum|maximum|dure(?:ra|nt)?|duré|reposer|cuire)(?:\s+\w+)?\s*\Z"
    r"|(?<!\w)(?:durée|délai|temps|autonomie|cuisson|préparation|repos|attente)(?:\s+[\w'’-]+){0,4}\s*:?\s*\Z",
    regex.I,
)
_LASTS_AFTER = regex.compile(
    r"\s*(?:d['’](?!ici)|de\s+(?!l['’]|la\s+(?:nuit|mat))|par\s+(?:jour|semaine|mois|an)|ouvr|supplément|consécuti)",
    regex.I,
)
_MAY_LAST_AFTER = regex.compile(
    r"\s*(?:plus\s+t|sur\s|avant\s+(?:le|la|l['’])|après|au\s+(?:max|min|moins|plus|réf|frais|four)|max|min)", regex.I
)
_RANGE = r"\s*(?:à|et|-|–|—)\s*"
_RANGE_AFTER = regex.compile(rf"{_RANGE}\d{{1,2}}{_SPACE}?h(?:{_SPACE}?\d\d)?", regex.I)
_RANGE_BEFORE = regex.compile(rf"\d{{1,2}}{_SPACE}?h(?:{_SPACE}?\d\d)?{_RANGE}\Z", regex.I)
_DAY = 24

_PER = rf"{_SPACE}?(?:/|sur){_SPACE}?"
_ROUND_THE_CLOCK = regex.compile(rf"{_NOT_BEFORE}24{_SPACE}?(?:h|heures){_PER}24(?!\w)", regex.I)
_DAYS_A_WEEK = regex.compile(rf"{_NOT_BEFORE}(?P<days>[1-7]){_SPACE}?(?:j|jours?){_PER}7(?!\w)", regex.I)
_HOURS_PER = regex.compile(
    rf"{_NOT_BEFORE}(?P<hours>\d+){_SPACE}?h{_SPACE}?/{_SPACE}?(?P<unit>jour|semaine|mois|an)(?!\w)", regex.I
)
_MINUTES = regex.compile(rf"{_NOT_BEFORE}(?<!h )(?P<amount>\d+){_SPACE}?(?P<unit>min|mn)(?!\w|\.\w|/|{_SPACE}\d)")
_DAYS = regex.compile(rf"{_NOT_BEFORE}(?P<amount>\d+){_SPACE}?j(?![\w/'’])")
_WORDED = regex.compile(rf"{_NOT_BEFORE}(?P<amount>\d+(?:,\d+)?){_SPACE}(?P<unit>[cdh]?l|ha|s)(?![\w/'’²³])")
_WORDS = {
    "l": ("litre", "lit(?:re|er)s?"),
    "cl": ("centilitre", "centilit(?:re|er)s?"),
    "dl": ("décilitre", "d[ée]cilit(?:re|er)s?"),
    "hl": ("hectolitre", "hectolit(?:re|er)s?"),
    "ha": ("hectare", "hectares?"),
    "s": ("seconde", "seconde?s?"),
}
"""By the symbol, which the model does not copy: the French word, and what it makes of that."""
_BYTES = regex.compile(rf"(?<![\w.,])(?P<amount>\d+(?:,\d+)?){_SPACE}?(?P<prefix>[KkMGTP]i?)o(?!\w)")
_POWER = regex.compile(r"(?<![^\W\d_])(?:[kcmdhµ]m|m|h?a|ft|in)[²³](?!\w)")
_FORMULA = regex.compile(r"(?<!\w)(?:[A-Z][a-z]?[₀-₉]*)*[A-Z][a-z]?[₀-₉]+(?:[A-Z][a-z]?[₀-₉]*)*(?!\w)")
_HINT = regex.compile(rf"\d{_SPACE}?(?:[hHjJls]|mi?n|[KkMGTP]i?o|[cd]l)")
_SCRIPT = regex.compile("[²³₀-₉]")


def find_measures(text: str) -> list[Measure]:
    """Return the measures of a French text, in order, without overlap."""
    found: list[Measure] = []
    if _HINT.search(text):
        found += _iter_rates(text)
        found += _iter_hours(text)
        found += _iter_units(text)
    if _SCRIPT.search(text):
        for match in (*_POWER.finditer(text), *_FORMULA.finditer(text)):
            found.append(Measure(match.start(), match.end(), unicodedata.normalize("NFKC", match[0]), match[0]))
    found += (Measure(start, end, words, words) for start, end, words in iter_abbreviations(text))
    kept: list[Measure] = []
    for measure in sorted(found, key=lambda measure: (measure.start, -measure.end)):
        if not kept or measure.start >= kept[-1].end:
            kept.append(measure)
    return [measure for measure in kept if measure.asked == measure.said or measure.asked not in text]


def edits_of(measures: Sequence[Measure], target: str, *, shouting: bool = False) -> list[Edit]:
    """Return what to write in `target` where the model copied what it got, in order.

    :param shouting: `target` was put in capitals.
    """
    edits: list[Edit] = []
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


def _iter_rates(text: str) -> Iterator[Measure]:
    """Yield `24 h/24`, `7 j/7`, `35 h/semaine`. The first two go to the model in English, which it copies."""
    for match in _ROUND_THE_CLOCK.finditer(text):
        yield _as_asked(match, "24 hours a day")
    for match in _DAYS_A_WEEK.finditer(text):
        yield _as_asked(match, f"{_count(match['days'], 'day')} a week")
    for match in _HOURS_PER.finditer(text):
        yield _as_asked(match, f"{_count(match['hours'], 'heure')} par {match['unit'].lower()}")


def _iter_units(text: str) -> Iterator[Measure]:
    for match in _MINUTES.finditer(text):
        amount = match["amount"]
        yield Measure(*match.span(), _count(amount, "minute"), f"{amount} min")
    for match in _WORDED.finditer(text):
        amount, unit = match["amount"], match["unit"]
        word, made = _WORDS[unit]
        asked = f"{amount} {word}" if amount == "1" else f"{amount} {word}s"
        yield Measure(*match.span(), asked, f"{amount} {unit}", rf"{amount.replace(',', '[.,]')}[ -]{made}")
    for match in _DAYS.finditer(text):
        yield _as_asked(match, _count(match["amount"], "jour"))
    for match in _BYTES.finditer(text):
        prefix = "k" if match["prefix"] == "K" else match["prefix"]
        amount = match["amount"]
        yield Measure(*match.span(), f"{amount}{prefix}B", f"{amount} {prefix}B")  # with a space, the two part


def _iter_hours(text: str) -> Iterator[Measure]:
    pattern = _HOURS_IN_CAPITALS if text.isupper() else _HOURS
    for match in pattern.finditer(text):
        hours, minutes = match["hours"], match["minutes"]
        if match.end() - match.start() == len(hours) + 1 and _LETTERED.search(text, 0, match.start()):
            continue
        asked = f"{hours}:{minutes or '00'}"
        lasts = _lasts(text, match)
        if lasts:
            said = _count(hours, "hour") + (f" {_count(minutes, 'minute')}" if minutes else "")
        else:
            said = asked if minutes or lasts is False else f"{hours} h"
        yield Measure(*match.span(), asked, said)


def _lasts(text: str, match: regex.Match[str]) -> bool | None:
    """Tell a duration from a time of the day; None where nothing beside it tells."""
    start, end = match.span()
    before = text[:start]
    if match["min"] or int(match["hours"]) > _DAY:
        return True
    if _CLOCK_AFTER.match(text, end):
        return False
    upto = _RANGE_AFTER.match(text, end)
    if _LASTS_AFTER.match(text, upto.end() if upto else end) or _LASTS_BEFORE.search(before):
        return True
    if upto or _RANGE_BEFORE.search(before) or _CLOCK_BEFORE.search(before):
        return False
    return True if _MAY_LAST_AFTER.match(text, end) else None


def _as_asked(match: regex.Match[str], asked: str) -> Measure:
    return Measure(*match.span(), asked, asked)


def _count(amount: str, unit: str) -> str:
    return f"{amount} {unit}" if int(amount) == 1 else f"{amount} {unit}s"
