"""French times, durations, rates and amounts: a text comes in, where they stand and their values go out.

A small model reads `14 h` as two words that mean little to it, and says `14`, `14:` or `2 noon`; but it copies `14:00`.
So that is what it is asked, and where a duration is meant, as in `toutes les 6 h`, the value says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from translate.languages.fr.clock import CLOCK
from translate.languages.fr.months import NAMES
from translate.languages.fr.weekdays import WEEKDAYS
from translate.text.amounts.measures import Amount, FoundMeasure, Hours, Rate
from translate.text.dates.clock import read_part
from translate.text.late import late

_SPACE = "[ \u00a0\u2009\u202f]"
_NOT_BEFORE = r"(?<![\w.,:])(?<!(?<!h)/)"
_PART_OF_HOUR = (
    rf"(?:[0-5]\d(?=\s*(?:[.,;:!?)]|\Z)(?!\d)|{_SPACE}(?:à|et|le|au|pour|précises)(?!\w))"
    rf"|(?:et{_SPACE}(?:quart|demie?)|moins{_SPACE}(?:le{_SPACE}quart|cinq|dix|vingt|\d))(?!\w))"
)
"""What follows « heures » and is part of the time: « 14 heures 30 », « 6 heures et quart »."""
_HOUR_PATTERN = (
    rf"{_NOT_BEFORE}(?<!(?<!h[ \u00a0\u2009\u202f]?\d)\d[ \u00a0\u2009\u202f–-])(?P<hours>\d{{1,3}}){_SPACE}?"
    rf"(?:h(?:eures?(?={_SPACE}{_PART_OF_HOUR}))?(?:{_SPACE}?(?P<minutes>[0-5]\d)(?!\d)(?P<min>{_SPACE}?(?:min|mn)\b)?)?|H{_SPACE}?(?P<minutes>[0-5]\d)(?!\d))"
    rf"(?!\w|{_SPACE}\d|\.\d|/(?!\d+{_SPACE}?h))"
)
_HOURS, _HOURS_IN_CAPITALS = late(_HOUR_PATTERN), late(_HOUR_PATTERN, regex.I)
_LETTERED = late(r"(?:\b(?:paragraphe|alinéa|article|point|lettre|annexe|partie|section)s?\s+|\()\Z", regex.I)
"""What comes before a paragraph, such as « 7h », or a figure in base 16."""
_WEEKDAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_MONTH = "|".join(NAMES.split())
_CLOCK_BEFORE = late(
    rf"(?<!\w)(?:à|dès|vers|il\s+est|avant|heures?|midi|matin|soir|demain|hier|{_WEEKDAY}|{_MONTH}|(?:19|20)\d\d)[\s:,(]*"
    r"(?:partir\s+de\s+)?\Z",
    regex.I,
)
_AT_BEFORE = late(
    rf"(?<!\w)(?:{_WEEKDAY}|{_MONTH}|(?:19|20)\d\d|matin|soir|demain|hier|(?<!de\s)midi|arriv(?:e|ent|era|eront|er|ée?s?|ait)|le\s\d{{1,2}}|(?:le|du)\s\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?)s?,?{_SPACE}(?P<at>à{_SPACE})\Z",
    regex.I,
)
"""After a day a model takes « à » for *to*, so it gets *at*."""
_TO_BEFORE = late(rf"(?<![\w'’])à{_SPACE}\Z", regex.I)
_CALLER = (
    r"(?<!\w)(?:autobus|bus|autocar|car|train|tram|tramway|métro|navette|ferry|bateau|camion|facteur|livreur|médecin"
    "|infirmière|infirmier)s?"
)
"""What passes at a time, and not to one."""
_NOT_AT_BEFORE = late(
    rf"(?<!\w)(?:(?:report|décal|repouss|avanc|déplac|ramen|prolong|chang|étend|(?<!{_CALLER}\s)pass)\w*(?:\s+\w+){{0,2}}"
    rf"|(?:d[eu]|dès|entre|depuis)\s(?!(?:{'|'.join(WEEKDAYS.names)})\s\d{{1,2}}(?:er)?\s+\Z)(?:[^.;]{{0,40}}\dh?[^.;,]{{0,20}}|mi(?:di|nuit))|\d{_SPACE}?h(?:{_SPACE}?\d\d)?)\s+\Z",
    regex.I,
)
"""What makes *to* of « à » before a time: something moves there, or a range ends."""
_COLON = late(rf"(?<![\w'’])à{_SPACE}(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?!\d|:\d)", regex.I)
_EVERY_BEFORE = late(r"(?<!\w)tou(?:te)?s\s+les\s+(?:\d+\s?à\s?)?\Z", regex.I)
_CLOCK_AFTER = late(
    r"\s*(?:(?:et|à)\s+mi(?:di|nuit)|du\s+(?:matin|soir)|de\s+l['’]après|précises?\b|pile\b|UTC|GMT|\(?heure)", regex.I
)
LASTS_BEFORE = late(
    r"(?<!\w)(?:(?:tou(?:te)?s\s+)?les|des|par|chaque|pendant|durant|sous|en|dans|(?:plus|moins)\s+de|au\s+(?:moins|plus)"
    r"|au\s+bout\s+de|minimum|maximum|dur(?:e(?:r|ra|nt|ront)?|ait|aient|a|èrent)|duré|cuire)(?:\s+\w+)?\s*\Z|(?<!\w)(?<!vous\s)(?:compte[rz]|prévoyez|prévoir)(?:\s+environ)?\s*\Z"
    r"|(?<!\w)(?:reposer|lever|sécher|mariner|tremper|mijote[rz]|bouillir|frémir|infuse[rz]|refroidir|gonfler|rôtir|dorer|griller|macérer|pousser|chauffer"
    r"|égoutter|congeler|cuisez|faut|faudra|mis|pause)(?:\s+(?!à\s)[\w'’]+){0,2}\s*\Z"
    r"|(?<!\w)(?:durée|délai|temps|autonomie|cuisson|préparation|repos|attente)(?:\s+[\w'’-]+){0,4}\s*:?\s*\Z",
    regex.I,
)
LASTS_AFTER = late(
    r"\s*(?:d['’](?!ici)|de\s+(?!l['’]|la\s+(?:nuit|mat))|par\s+(?:jour|semaine|mois|an)|ouvr|supplément|consécuti)",
    regex.I,
)
_WORKED_BEFORE = late(
    rf"(?:\A|[\n;|•·(/+]|[–—-]{_SPACE}|\d{_SPACE}?[€:]{_SPACE}?)\s*(?:main-d['’]œuvre|déplacement|dépannage|repassage|ménage|nettoyage"
    r"|tonte|montage|pose|trajet|conduite|baby-sitting|intervention)(?:\s+[\w'’-]+){0,3}\s*[:,–—-]?\s*\Z",
    regex.I,
)
"""Work on a line of a bill, which below seven hours is no time of the day: « Main-d'œuvre, 2 h 30 »."""
_MAY_LAST_AFTER = late(
    r"\s*(?:plus\s+t|sur\s|avant\s+(?:le|la|l['’])|après|au\s+(?:max|min|moins|plus|réf|frais|four)|max|min)", regex.I
)
_FROM_BEFORE = late(r"(?<!\w)de\s+\Z", regex.I)
_UNTIL_BEFORE = late(r"(?<!\w)(?:pour|d['’]ici|après)\s+\Z", regex.I)
_OR_BEFORE = late(rf"\d+{_SPACE}?h(?:{_SPACE}?\d\d)?\s+ou\s+\Z", regex.I)
_RANGE = r"\s*(?:à|et|-|–|—)\s*"
_RANGE_AFTER = late(rf"{_RANGE}\d{{1,2}}{_SPACE}?h(?:{_SPACE}?\d\d)?", regex.I)
_RANGE_BEFORE = late(rf"\d{{1,2}}{_SPACE}?h(?:{_SPACE}?\d\d)?{_RANGE}\Z", regex.I)
_DAY, _NOON, _MORNING = 24, 12, 7
"""Hours; the last two from which a time of the day is meant where nothing says that something lasts."""
_WINDOW = 80
"""Characters that are looked at before a time."""

_PER = rf"{_SPACE}?(?:/|sur){_SPACE}?"
_ROUND_THE_CLOCK = late(
    rf"{_NOT_BEFORE}24(?:{_SPACE}?(?:h|heures){_PER}24|/24{_SPACE}?(?:h|heures))(?!\w)",
    regex.I,
)
_DAYS_A_WEEK = late(
    rf"{_NOT_BEFORE}(?P<days>[1-7])(?:{_SPACE}?(?:j|jours?){_PER}7|/7{_SPACE}?(?:j|jours))(?!\w)",
    regex.I,
)
_HOURS_PER = late(
    rf"{_NOT_BEFORE}(?P<hours>\d+){_SPACE}?h{_SPACE}?/{_SPACE}?(?P<unit>jour|semaine|mois|an)(?!\w)", regex.I
)
_MINUTES = late(rf"{_NOT_BEFORE}(?<!h )(?P<amount>\d+){_SPACE}?(?P<unit>min|mn)(?!\w|\.\w|/|{_SPACE}\d)")
_DAYS = late(rf"{_NOT_BEFORE}(?P<amount>\d+){_SPACE}?j(?![\w/'’])")
_WORDED = late(
    rf"{_NOT_BEFORE}(?<!\d{_SPACE})(?P<amount>(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d+)(?:,\d+)?){_SPACE}(?P<unit>[cdh]?[lL]|ha|s)(?![\w/'’²³·⋅])"
)
_WORDS = {"l": "litre", "cl": "centilitre", "dl": "décilitre", "hl": "hectolitre", "ha": "hectare", "s": "seconde"}
"""By the symbol: the word, of which a model makes one of its own."""
_STAND_INS = {"cl": "ml", "dl": "ml", "hl": "ml"}
"""Symbols of which a model makes words, `25 click of soup`, and one that it copies; of a half it is asked in words."""
_PART = late(rf"{_NOT_BEFORE}(?P<part>[½¼]){_SPACE}?(?P<unit>[cd]?[lL])(?![\w/'’])")
_PARTS = {"½": "demi", "¼": "quart"}
_QUARTER_HOUR = late(rf"{_NOT_BEFORE}(?P<part>1/4|1/2|3/4){_SPACE}(?:d['’])?h(?:eure)?(?!\w)")
_QUARTER_HOURS = {"1/4": "un quart d'heure", "1/2": "une demi-heure", "3/4": "trois quarts d'heure"}
_EXACT = late(rf"{_SPACE}(?:pile|précises?)(?!\w)")
_BYTES = late(rf"(?<![\w.,])(?P<amount>\d+(?:,\d+)?){_SPACE}?(?P<prefix>[KkMGTP]i?)o(?!\w)")
_MINUTES_AND_SECONDS = late(rf"{_NOT_BEFORE}(?P<minutes>\d+){_SPACE}?min{_SPACE}?(?P<seconds>\d+){_SPACE}?s(?!\w)")
_HOURS_TO_SECONDS = late(
    rf"{_NOT_BEFORE}(?P<hours>\d{{1,3}}){_SPACE}?h{_SPACE}?(?P<minutes>\d{{1,2}}){_SPACE}?(?:min|mn){_SPACE}?"
    rf"(?P<seconds>\d{{1,2}}){_SPACE}?s(?!\w)"
)
_HEIGHT = late(rf"{_NOT_BEFORE}(?P<metres>[12]){_SPACE}?m{_SPACE}?(?P<centimetres>\d\d)(?![\w,.]|{_SPACE}\d)")
_INCHES = late(
    r"(?<![\w.,′'’]|\A\p{L}+\sde\s)(?<!(?:^|[\s(«“=;,])\"[^\"\n]{0,99})(?P<amount>\d+,\d+)[\"″](?=[\s,.;:)×]|\Z)"
)
_DOTTED = late(r"(?<![\w.,/-])\d{1,3}(?:\.\d{3})+,\d+(?![\w.,/-]?\d|\w)")
"""Thousands with full stops, as business letters have them: « 1.250,50 »."""
_HINT = late(
    rf"\d[\"″]|\d\.\d{{3}}|[\d½¼]{_SPACE}?(?:[hHjJlLs]|mi?n|m\s?\d|[KkMGTP]i?o|[cd][lL]|:[0-5]\d|{_SPACE}d['’]h)"
)


def find_measures(text: str) -> Iterator[FoundMeasure]:
    """Yield the measures of a French text, kind by kind."""
    if _HINT.search(text):
        yield from _iter_rates(text)
        yield from _iter_hours(text)
        yield from _iter_units(text)


def _iter_rates(text: str) -> Iterator[FoundMeasure]:
    """Yield `24 h/24`, `7 j/7`, `35 h/semaine`. The first two a model gets in the target language, which it copies."""
    for match in _ROUND_THE_CLOCK.finditer(text):
        yield FoundMeasure(*match.span(), "", Rate("24", "hour", "day"))
    for match in _DAYS_A_WEEK.finditer(text):
        yield FoundMeasure(*match.span(), "", Rate(match["days"], "day", "week"))
    for match in _HOURS_PER.finditer(text):
        yield FoundMeasure(*match.span(), f"{_count(match['hours'], 'heure')} par {match['unit'].lower()}")


def _iter_units(text: str) -> Iterator[FoundMeasure]:
    for match in _MINUTES.finditer(text):
        amount = match["amount"]
        yield FoundMeasure(*match.span(), _count(amount, "minute"), Amount(amount, "min"))
    for match in _MINUTES_AND_SECONDS.finditer(text):
        asked = f"{_count(match['minutes'], 'minute')} {_count(match['seconds'], 'seconde')}"
        yield FoundMeasure(*match.span(), asked)
    for match in _HEIGHT.finditer(text):
        amount = f"{match['metres']},{match['centimetres']}"
        yield FoundMeasure(*match.span(), f"{amount} m", Amount(amount, "m"))
    for match in _WORDED.finditer(text):
        amount, unit = match["amount"], match["unit"]
        word = _WORDS[unit.lower()]
        asked = f"{amount} {word}" if amount == "1" else f"{amount} {word}s"
        if unit.lower() in _STAND_INS:
            asked = f"{amount} {_STAND_INS[unit.lower()]}"
        yield FoundMeasure(*match.span(), asked, Amount(amount, unit))
    for match in _PART.finditer(text):
        part, word = match["part"], _WORDS[match["unit"].lower()]
        asked = f"un {_PARTS[part]}-{word}" if part == "½" else f"un {_PARTS[part]} de {word}"
        yield FoundMeasure(*match.span(), asked, Amount(part, match["unit"]))
    for match in _QUARTER_HOUR.finditer(text):
        yield FoundMeasure(*match.span(), _QUARTER_HOURS[match["part"]])
    for match in _DOTTED.finditer(text) if "." in text else ():
        yield FoundMeasure(*match.span(), match[0].replace(".", " "))
    for match in _INCHES.finditer(text):
        yield FoundMeasure(*match.span(), f"{match['amount']} inch", Amount(match["amount"], '"'))
    for match in _DAYS.finditer(text):
        yield FoundMeasure(*match.span(), _count(match["amount"], "jour"))
    for match in _BYTES.finditer(text):
        prefix = "k" if match["prefix"] == "K" else match["prefix"]
        amount = match["amount"]
        yield FoundMeasure(*match.span(), f"{amount}{prefix}B", Amount(amount, f"{prefix}B"))  # with a space, they part


def _iter_hours(text: str) -> Iterator[FoundMeasure]:
    for match in _HOURS_TO_SECONDS.finditer(text):
        yield FoundMeasure(*match.span(), "", Hours(match["hours"], match["minutes"], True, seconds=match["seconds"]))
    for match in _COLON.finditer(text):
        start, end = match.span()
        if not _NOT_AT_BEFORE.search(text, max(0, start - _WINDOW), start):
            yield FoundMeasure(start, end, match[0], Hours(match["hours"], match["minutes"], lasts=False, is_at=True))
    pattern = _HOURS_IN_CAPITALS if text.isupper() else _HOURS
    for match in pattern.finditer(text):
        hours, minutes = match["hours"], match["minutes"] or ""
        if not minutes and (part := read_part(text, match.end(), CLOCK)) and int(hours) <= _DAY:
            yield _parted(text, match, part)
            continue
        if match.end() - match.start() == len(hours) + 1 and _LETTERED.search(text, 0, match.start()):
            continue
        if not minutes and _EVERY_BEFORE.search(text, max(0, match.start() - _WINDOW), match.start()):
            yield FoundMeasure(*match.span(), _count(hours, "heure"))
        elif not _EXACT.match(text, match.end()) and (
            at := _AT_BEFORE.search(text, max(0, match.start() - _WINDOW), match.start())
        ):
            yield FoundMeasure(at.start("at"), match.end(), "", Hours(hours, minutes, lasts=False, is_at=True))
        else:
            yield _hours(text, match, f"{hours}:{minutes or '00'}", Hours(hours, minutes, _lasts(text, match)))


def _parted(text: str, match: regex.Match[str], part: tuple[int, int]) -> FoundMeasure:
    """Return a time that is said by the part of an hour: « 10 h moins le quart » is 9:45."""
    end, more = part
    hours, minutes = divmod(int(match["hours"]) * 60 + more, 60)
    if more > 0 and _lasts(text, match):
        return FoundMeasure(match.start(), end, f"{_count(match['hours'], 'heure')} {minutes} minutes")
    value = Hours(str(hours % _DAY), f"{minutes:02}", lasts=False)
    to = _TO_BEFORE.search(text, max(0, match.start() - _WINDOW), match.start())
    if to is None or _NOT_AT_BEFORE.search(text, max(0, to.start() - _WINDOW), to.start()):
        return FoundMeasure(match.start(), end, "", value)
    return FoundMeasure(to.start(), end, "", replace(value, is_at=True))


def _hours(text: str, match: regex.Match[str], asked: str, value: Hours) -> FoundMeasure:
    to = _TO_BEFORE.search(text, max(0, match.start() - _WINDOW), match.start()) if value.lasts is False else None
    end = match.end()
    if exact := _EXACT.match(text, end):
        end, value = exact.end(), replace(value, is_exact=True)
    if to is None or _NOT_AT_BEFORE.search(text, max(0, to.start() - _WINDOW), to.start()):
        return FoundMeasure(match.start(), end, asked, value)
    return FoundMeasure(to.start(), end, f"{to[0]}{asked}", replace(value, is_at=True))


def _lasts(text: str, match: regex.Match[str]) -> bool | None:
    """Tell a duration from a time of the day; None where nothing beside it tells."""
    start, end = match.span()
    before = text[max(0, start - _WINDOW) : start]
    if match["min"] or int(match["hours"]) > _DAY:
        return True
    upto = _RANGE_AFTER.match(text, end)
    is_opened = upto and int(match["hours"]) >= _MORNING and _FROM_BEFORE.search(before)
    if is_opened or _CLOCK_AFTER.match(text, upto.end() if upto else end):
        return False
    if either := _OR_BEFORE.search(before):
        before = before[: either.start()]
    if LASTS_AFTER.match(text, upto.end() if upto else end) or LASTS_BEFORE.search(before):
        return True
    if upto or _RANGE_BEFORE.search(before) or _CLOCK_BEFORE.search(before):
        return False
    if int(match["hours"]) < _MORNING and _WORKED_BEFORE.search(before):
        return True
    may_last = _MAY_LAST_AFTER.match(text, end) is not None
    return may_last if may_last or (int(match["hours"]) > _NOON and _UNTIL_BEFORE.search(before)) else None


def _count(amount: str, unit: str) -> str:
    return f"{amount} {unit}" if int(amount) == 1 else f"{amount} {unit}s"
