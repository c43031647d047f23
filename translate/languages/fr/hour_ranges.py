"""French ranges of hours, « 1,5 à 2 h », « 14 h à 16 h »: a text comes in, where they stand and their values go out.

A model takes « à » before hours for *at*, and what it gets as a time it leaves as one; but it copies `14:00-16:00`, and
of « 2-3 heures » it makes hours, of « 60-90 minutes » minutes. Behind a verb, « mijotez de 1 h à 1 h 30 », it is asked
« pendant » in place of « de », of which it makes *from* and what not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from translate.languages.fr.measures import LASTS_AFTER, LASTS_BEFORE
from translate.text.amounts.measures import FoundMeasure, HourRange, Hours, Meaning
from translate.text.gated import gated
from translate.text.late import late

_SPACE = "[ \u00a0\u2009\u202f]"
_RANGE = late(
    rf"(?<![\w.,:/]|\d[ –-])(?P<low>\d{{1,3}}(?:,\d)?)"
    rf"(?:(?P<hour>{_SPACE}?h(?:eures)?(?:{_SPACE}?(?P<low_minutes>[0-5]\d))?)|(?P<short>{_SPACE}?(?:min|mn|minutes)))?"
    rf"(?P<joint>{_SPACE}à{_SPACE}|{_SPACE}et{_SPACE}|{_SPACE}?[–-]{_SPACE}?)"
    rf"(?P<high>\d{{1,3}}(?:,\d)?){_SPACE}?h(?P<word>eures)?(?:{_SPACE}?(?P<high_minutes>[0-5]\d))?(?![\w/]|{_SPACE}?\d|{_SPACE}?min\b|[.,]\d)"
)
_NOON_ON = gated(
    rf"(?<=(?<!\w)(?:de|entre){_SPACE})midi(?={_SPACE}(?:à|et){_SPACE}\d)|(?<=(?<!\w)avant{_SPACE})midi(?={_SPACE}?(?:[.,;!?)]|\Z))",
    regex.I,
)
"""At the end of a range a model knows it."""
_OF, _BETWEEN = late(r"(?<!\w)de\s+\Z", regex.I), late(r"(?<!\w)entre\s+\Z", regex.I)
_FROM = late(r"(?<!\w)(?:d[eu]|dès|depuis)\s+(?:[^.;]{0,40}\s)?\Z", regex.I)
"""Where this stands before a range, a model takes « à » for *to*."""
_DOES = late(
    r"(?<!\w)(?:laiss\w+|cui(?:re|t|sez|sent)|(?:mijot|infus|macér|refroidi|chauff|bouilli)\w*)(?!\w)[^.;:!?\d]{0,40}\Z"
    r"|(?<!\w)(?:dure(?:nt|r|ra)?|duré|prend(?:re|ra)?|compte[rz]|prévo(?:ir|yez)|fau(?:t|dra)|repos\w+|lever|sécher|marin\w+"
    r"|tremper|attend\w*)(?:\s[\w'’]+){0,2}\s+\Z",
    regex.I,
)
"""A verb that says what is done for some time, or that it takes some."""
_SOAKS = late(r"(?<!\w)(?:infus|macér|marin|tremp)\w*\s+\Z", regex.I)
_LENGTH = late(r"(?<!\w)(?:durée|délai|temps|pause|période|trajet|séjour)\s+(?:[\w'’-]+\s+){0,2}\Z", regex.I)
"""A noun whose length is told: « un trajet de 2 h à 3 h »."""
_CLOCK_BEFORE = late(
    r"(?<!\w)(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|midi|matin|soir|ouvert|ferm|accueil|permanence|horaire"
    r"|heures|(?:19|20)\d\d|janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc)[^.;!?\d]{0,30}\Z",
    regex.I,
)
_NUMBERED = late(
    r"(?<!\w)(?:l[ea]|du|au|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|salle|groupe|niveau|étape|classe|chambre"
    r"|porte|quai|voie|table|équipe|séance|cours|étage|n[°º]|numéro)\s+\Z",
    regex.I,
)
"""Behind this a number is no hour: « jeudi 3 à 9 h »."""
_AND_BEFORE = late(r"\s*(?:,|;|/|et|puis|ou)\s*(?:de\s+)?")
"""What joins a range to the one before it, which is of its kind."""
_CLOCK_AFTER = late(r"\s*(?:du\s+(?:matin|soir)|de\s+l['’]après|UTC|GMT|\(?heure)", regex.I)
_EACH_AFTER = late(r"\s*par\s+(?:jour|nuit|semaine|mois|an)(?!\w)", regex.I)
_DAY, _NOON, _MORNING = 24, 12, 7
"""Hours of a day and of half of it; and the first that offices, shops and meetings have."""
_WINDOW = 80
"""Characters that are looked at before a range."""
_Time = tuple[Decimal, str]
"""Hours, and minutes in figures: empty where none are written."""


def find_hour_ranges(text: str) -> Iterator[FoundMeasure]:
    """Yield the ranges of hours of a French text, in order: durations, and times of the day that nothing else opens."""
    for match in _NOON_ON.finditer(text):
        yield FoundMeasure(*match.span(), "12:00", Meaning("noon", is_many=False))
    end: int = 0
    lasts: bool | None = None
    for match in _RANGE.finditer(text) if "h" in text else ():
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        if not (match["hour"] or match["short"]) and _NUMBERED.search(before):
            continue
        low, high = _ends(match)
        is_next = end > 0 and _AND_BEFORE.fullmatch(text, end, match.start())
        end, lasts = match.end(), lasts if is_next else bool(match["short"]) or _lasts(match, before, text)
        is_between = _BETWEEN.search(before) is not None
        if not (lasts or match["hour"]) and (is_between or _OF.search(before)) and _is_clock(match):
            yield from _opened(match, is_sure=not (is_between or match["word"]))
        if lasts is None or (match["word"] and not (lasts and match["joint"].strip() == "et")):
            continue
        value = HourRange((low[0], high[0]), (low[1], high[1]), lasts)
        if match["joint"].strip() == "et":
            if lasts and is_between and not (match["hour"] or any(value.minutes)):
                yield FoundMeasure(match.start("high"), match.end(), f"{match['high']} heures")
        elif lasts:
            start, asked = _led(match, before, _duration(match, low, high))
            yield FoundMeasure(start, match.end(), asked, value)
        elif match["joint"].strip() == "à" and _is_clock(match) and not _FROM.search(before):
            times = (f"{hours:f}:{part or '00'}" for hours, part in (low, high))
            yield FoundMeasure(*match.span(), "-".join(times), value)


def _opened(match: regex.Match[str], *, is_sure: bool) -> Iterator[FoundMeasure]:
    """Yield the times of a range that « de » or « entre » opens and whose first lacks its sign: « de 9 à 12 h ».

    :param is_sure: its last is known to be a time of the day by what stands there.
    """
    yield FoundMeasure(*match.span("low"), f"{match['low']}:00", Hours(match["low"], "", lasts=False))
    if is_sure:
        return
    high, minutes = match["high"], match["high_minutes"] or ""
    yield FoundMeasure(match.start("high"), match.end(), f"{high}:{minutes or '00'}", Hours(high, minutes, lasts=False))


def _ends(match: regex.Match[str]) -> tuple[_Time, _Time]:
    """Return both ends in hours and minutes."""
    low = (Decimal(0), match["low"]) if match["short"] else (_hours(match["low"]), match["low_minutes"] or "")
    return low, (_hours(match["high"]), match["high_minutes"] or "")


def _duration(match: regex.Match[str], low: _Time, high: _Time) -> str:
    """Return the words for a range of durations that a model knows, in minutes where one end has some."""
    if not (low[1] or high[1]):
        return f"{match['low']}-{match['high']} heures"
    return "-".join(f"{60 * hours + int(part or 0):f}" for hours, part in (low, high)) + " minutes"


def _led(match: regex.Match[str], before: str, asked: str) -> tuple[int, str]:
    """Return where a range of durations begins and what is asked for it, with the « de » of a verb or a colon."""
    of = _OF.search(before)
    if of is None or _LENGTH.search(before, 0, of.start()):
        return match.start(), asked
    start = match.start() - len(before) + of.start()
    if before[: of.start()].rstrip().endswith(":"):
        return start, asked
    return (start, f"pendant {asked}") if _DOES.search(before, 0, of.start()) else (match.start(), asked)


def _is_clock(match: regex.Match[str]) -> bool:
    """Tell whether a range may be of times of the day; over midnight where both are written as times."""
    is_of_day = max(_hours(match["low"]), _hours(match["high"])) <= _DAY
    return is_of_day and (match["hour"] is not None or _is_rising(match))


def _is_rising(match: regex.Match[str]) -> bool:
    low, high = ((_hours(match[name]), match[f"{name}_minutes"] or "") for name in ("low", "high"))
    return low < high


def _lasts(match: regex.Match[str], before: str, text: str) -> bool | None:
    """Tell a range of durations from one of times of the day; None of « 10-12 h », where nothing tells."""
    low = _hours(match["low"])
    if not _is_rising(match) or _CLOCK_AFTER.match(text, match.end()):
        return False
    of = _OF.search(before)
    is_span = match["word"] and _hours(match["high"]) <= _NOON and not _CLOCK_BEFORE.search(before)
    is_span = is_span or _hours(match["high"]) > _DAY or "," in match["low"] + match["high"]
    if is_span or (of and _EACH_AFTER.match(text, match.end())):
        return True
    if of and low >= _MORNING:
        return _SOAKS.search(before, 0, of.start()) is not None
    own = before[: of.start()] if of else before
    may_last = low < _MORNING and (_DOES.search(own) or _LENGTH.search(own))
    if may_last or LASTS_AFTER.match(text, match.end()) or LASTS_BEFORE.search(own):
        return True
    if _CLOCK_BEFORE.search(before) or (of and match["hour"]):
        return False
    is_sure = low < _MORNING or match["hour"] or match["joint"].strip() == "à"
    return low < _MORNING or not match["hour"] if is_sure else None


def _hours(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))
