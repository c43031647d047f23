"""French ranges of hours, « 1,5 à 2 h », « 14 h à 16 h »: a text comes in, where they stand and their values go out.

A model takes « à » before hours for *at*, and what it gets as a time it leaves as one; but it copies `2:00-2:30`, and
of « 2-3 heures » it makes hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from translate.languages.fr.measures import LASTS_AFTER, LASTS_BEFORE
from translate.text.late import late
from translate.text.measures import FoundMeasure, HourRange

_SPACE = "[ \u00a0\u2009\u202f]"
_RANGE = late(
    rf"(?<![\w.,:/]|\d[ –-])(?P<low>\d{{1,3}}(?:,\d)?)(?P<hour>{_SPACE}?h(?:{_SPACE}?(?P<low_minutes>[0-5]\d))?)?"
    rf"(?P<joint>{_SPACE}à{_SPACE}|{_SPACE}et{_SPACE}|{_SPACE}?[–-]{_SPACE}?)"
    rf"(?P<high>\d{{1,3}}(?:,\d)?){_SPACE}?h(?:{_SPACE}?(?P<high_minutes>[0-5]\d))?(?![\w/]|{_SPACE}?\d|{_SPACE}?min\b|[.,]\d)"
)
_OF, _BETWEEN = late(r"(?<!\w)de\s+\Z", regex.I), late(r"(?<!\w)entre\s+\Z", regex.I)
_FROM = late(r"(?<!\w)(?:d[eu]|dès|depuis)\s+(?:[^.;]{0,40}\s)?\Z", regex.I)
"""Where this stands before a range, a model takes « à » for *to*."""
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
_DAY, _MORNING = 24, 7
"""Hours of a day; and the first that offices, shops and meetings have."""
_WINDOW = 80
"""Characters that are looked at before a range."""


def find_hour_ranges(text: str) -> Iterator[FoundMeasure]:
    """Yield the ranges of hours of a French text, in order: durations, and times of the day that nothing else opens."""
    end: int = 0
    lasts: bool | None = None
    for match in _RANGE.finditer(text) if "h" in text else ():
        before = text[max(0, match.start() - _WINDOW) : match.start()]
        if not match["hour"] and _NUMBERED.search(before):
            continue
        joint, (low, high) = match["joint"].strip(), (match["low"], match["high"])
        minutes = (match["low_minutes"] or "", match["high_minutes"] or "")
        is_next = end > 0 and _AND_BEFORE.fullmatch(text, end, match.start())
        end, lasts = match.end(), lasts if is_next else _lasts(match, before, text)
        if lasts is None:
            continue
        value = HourRange((_hours(low), _hours(high)), minutes, lasts)
        if joint == "et":
            if lasts and _BETWEEN.search(before) and not (match["hour"] or any(minutes)):
                yield FoundMeasure(match.start("high"), match.end(), f"{high} heures")
        elif lasts and not any(minutes):
            yield FoundMeasure(*match.span(), f"{low}-{high} heures", value)
        elif lasts or (joint == "à" and _is_clock(match) and not _FROM.search(before)):
            times = (f"{one}:{part or '00'}" for one, part in zip((low, high), minutes, strict=True))
            yield FoundMeasure(*match.span(), "-".join(times), value)


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
    if _hours(match["high"]) > _DAY or "," in match["low"] + match["high"]:
        return True
    of = _OF.search(before)
    if of and low >= _MORNING:
        return False
    if LASTS_AFTER.match(text, match.end()) or LASTS_BEFORE.search(before[: of.start()] if of else before):
        return True
    if _CLOCK_BEFORE.search(before) or (of and match["hour"]):
        return False
    is_sure = low < _MORNING or match["hour"] or match["joint"].strip() == "à"
    return low < _MORNING or not match["hour"] if is_sure else None


def _hours(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))
