"""Days and months that French texts abbreviate, « lun. 3 fév. »: where they stand, and their names in full."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.languages.fr.weekdays import WEEKDAYS
from translate.text.amounts.measures import DayRange, FoundMeasure, Meaning
from translate.text.late import late
from translate.text.words import split_lowered

_SPACE = "[ \u00a0\u2009\u202f]"
_DAYS = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "merc": "mercredi", "jeu": "jeudi", "ven": "vendredi",
    "vend": "vendredi", "sam": "samedi", "dim": "dimanche",
}  # fmt: skip
_MONTHS = {
    "janv": "janvier", "jan": "janvier", "févr": "février", "fév": "février", "avr": "avril", "juil": "juillet",
    "juill": "juillet", "sept": "septembre", "oct": "octobre", "nov": "novembre", "déc": "décembre",
}  # fmt: skip
_DAY = "|".join(_DAYS)
_MONTH = "|".join(_MONTHS)
_REST = "(?:di|edi|credi|dredi|anche)?"
"""What an abbreviated day lacks."""
_ABBREVIATED_DAY = late(
    rf"(?<![\w.])(?P<name>{_DAY})\.(?<!dim\.(?={_SPACE}?:))(?:(?<=lun.|ven.|sam.|dim.)|(?<=[,;/]{_SPACE}?\w+\.)|(?={_SPACE}?[-–/,:;&]|{_SPACE}(?:\d|au|à|et|ou)))",
    regex.I,
)
_ABBREVIATED_MONTH = late(
    rf"(?<=(?:\d|1er){_SPACE})(?P<name>{_MONTH})(?:\.|(?={_SPACE}\d{{4}}(?!\d)))"
    rf"|(?<![\w.])(?P<name>{_MONTH})\.(?={_SPACE}?(?:[-–/,;]|(?:19|20)\d\d(?!\d)))"
    rf"|(?<=(?<!\w)(?:en|dès|fin|début|depuis){_SPACE})(?P<name>{_MONTH})\.",
    regex.I,
)
_RANGE = late(
    rf"(?<![\w.])(?P<first>{_DAY}){_REST}\.?{_SPACE}?[-–]{_SPACE}?(?P<last>{_DAY}){_REST}(?:\.|(?!\w))", regex.I
)
_FULL = "|".join(WEEKDAYS.names)
_WEEK = late(
    rf"(?<!\w)du{_SPACE}(?P<first>{_FULL}|(?:{_DAY})(?=\.)){{1}}\.?{_SPACE}au{_SPACE}(?:(?P<last>{_FULL})|(?P<last>{_DAY})\.)(?!\w|{_SPACE}\d)",
    regex.I,
)
"""A small model says « of Monday to Friday », or *on* for « au »."""
_CLOSED_SENTENCE = late(r"\s*\p{Lu}(?:[^\s]*\s+){2,}\S+\.")
"""A sentence of three words or more that ends with an abbreviation: its point is the sentence's too."""
_FORMAT = late(r"(?<![\w./-])(?:jj?(?P<sign>[/.-])mm?(?P=sign)|mm[/.-])a{2,4}(?![\w/-]|\.\w)", regex.I)
"""How a form asks for a date, « jj/mm/aaaa »."""
_FIELDS = str.maketrans("jaJA", "dyDY")
_NAMES = frozenset({*_DAYS, *_DAYS.values(), *_MONTHS})
_HINT = late(rf"(?<!\w)(?:{_DAY}|{_MONTH})(?:(?!\p{{L}})|{_REST}(?:{_SPACE}?[-–]|{_SPACE}au))", regex.I)


def find_dates(text: str) -> Iterator[FoundMeasure]:
    """Yield the formats of dates, and the abbreviated names of days and months, kind by kind, in words that a model
    knows."""
    for match in _FORMAT.finditer(text) if "aa" in text or "AA" in text else ():
        said = match[0].translate(_FIELDS)
        yield FoundMeasure(*match.span(), said, Meaning(said, is_many=False))
    if _NAMES.isdisjoint(split_lowered(text)) or not _HINT.search(text):
        return
    for match in _RANGE.finditer(text):
        first, last = (_DAYS[match[name].lower()] for name in ("first", "last"))
        of = "Du" if match[0][0].isupper() and not text[: match.start()].strip() else "du"
        asked = f"{of} {first} au {last}"
        yield FoundMeasure(*match.span(), asked.upper() if text.isupper() else asked)
    for match in _WEEK.finditer(text):
        written = (match[name].lower() for name in ("first", "last"))
        days = (WEEKDAYS.names[_DAYS.get(one, one)] for one in written)
        yield FoundMeasure(*match.span(), "", DayRange(*days))
    for pattern, names in ((_ABBREVIATED_DAY, _DAYS), (_ABBREVIATED_MONTH, _MONTHS)):
        for match in pattern.finditer(text):
            name = names[match["name"].lower()]
            end = match.end()
            if match[0].endswith(".") and not (text[end:].strip() or text.isupper()):
                end -= _CLOSED_SENTENCE.fullmatch(text, 0, end) is not None
            yield FoundMeasure(match.start(), end, _in_case_of(match[0], name, text))


def _in_case_of(written: str, name: str, text: str) -> str:
    if text.isupper():
        return name.upper()
    return name.capitalize() if written[0].isupper() else name
