"""Days of a month in French texts that name no month, « avant le 15 », spans of days, days that come again and those
when something is due: where they stand, and what a model is asked for them.

A small model copies a number, *before 15*; of an ordinal it makes one. « Inclus » behind a span it puts before it, and
« courant juin » is the current one to it.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.languages.fr.months import NAMES
from translate.languages.fr.weekdays import WEEKDAYS
from translate.text.amounts.measures import FoundMeasure, Spelled
from translate.text.gated import gated, one_of

_SPACE = "[ \u00a0\u202f]"
_MONTH = "|".join(NAMES.split())
_DAY = r"(?P<day>[2-9]|[12]\d|3[01])"
_DATED = "courrier|courriel|mail|lettre|message|facture|matinée|soirée|nuit|journée"
"""What is told by its day; several meetings may have a number."""
_LASTING = one_of(
    "ouvert, ouverte, ouverts, ouvertes, fermé, fermée, fermés, fermées, valable, valables, disponible, disponibles"
    ", absent, absente, inscription, inscriptions, candidatures, réservations, vacances, congés, offre, prolongé"
    ", prolongée, exposition"
)
"""What lasts until a day, where another number may be a page or a score."""
_COUNT = one_of(
    "numéro, numéros, chiffre, chiffres, nombre, comptez, bus, tram, ligne, page, pages, chapitre, étage"
    ", chambre, maison, rue, case, dossard"
)
_COUNTED = gated(rf"(?<!\w)(?:{_COUNT})(?!\w)", regex.I)
_END = (
    rf"(?=\s*(?:[.,;:!?)]|\Z)(?!\d)|{_SPACE}(?:du|de{_SPACE}(?:chaque|ce)){_SPACE}mois(?!\w)"
    rf"|{_SPACE}au{_SPACE}(?:soir|matin)(?!\w))"
)
_BARE = gated(
    rf"(?<=(?<!\w)(?:(?:avant|après|depuis|dès|d['’]ici|au{_SPACE}plus{_SPACE}tard){_SPACE}le|d['’]ici{_SPACE}au"
    rf"|à{_SPACE}compter{_SPACE}du|(?:{_LASTING})(?!\w)[^.;:\d]{{0,30}}(?:jusqu['’]au|à{_SPACE}partir{_SPACE}du)|(?:{_DATED})(?:{_SPACE}n°{_SPACE}?\S+)?{_SPACE}du|(?:report|décal|avanc|repouss)ée?s?{_SPACE}au"
    rf"|(?:payé|dû|payable|versée?s?){_SPACE}le){_SPACE}){_DAY}{_END}",
    regex.I,
)
"""A day that a preposition, what is held on it or a verb tells to be one."""
_RESUMED = gated(
    rf"(?<=\d(?:er)?{_SPACE}(?:{_MONTH})(?!\w)[^.;\d]{{1,40}}[,;]{_SPACE}(?:et{_SPACE})?le{_SPACE}){_DAY}"
    rf"(?={_SPACE}(?:(?:ne|il|elle|on|nous|je|aussi|est|sera|non)(?!\w)|[cn]['’]))"
)
"""A day behind one with its month: « le 8 mai est férié, le 9 ne l'est pas »."""
_SPAN = gated(
    rf"(?<!\w)du{_SPACE}(?P<first>\d{{1,2}}(?:er)?)(?={_SPACE}au{_SPACE}\d{{1,2}}{_SPACE}(?P<month>{_MONTH})(?:{_SPACE}\d{{4}})?{_SPACE}inclus(?!\w))",
    regex.I,
)
_DURING = gated(
    rf"(?<!\w)(?<!(?:en|\d|compte|exercice|mois|prix|taux){_SPACE})courant(?={_SPACE}(?:{_MONTH})(?!\w))", regex.I
)

_EVERY_OTHER = gated(
    rf"(?<![\w'’])une?{_SPACE}(?P<noun>{'|'.join(WEEKDAYS.names)}|jour|mois|semaine|week-end|matin|soir|an){_SPACE}sur{_SPACE}deux(?!\w)",
    regex.I,
)
_PART_OF_YEAR = gated(
    rf"(?<!\w)(?P<rank>[1-4])(?:er|e|ème|nd){_SPACE}(?P<part>trimestre|semestre)(?={_SPACE}20\d\d(?!\d))"
)
_RANKS = {"1": "premier", "2": "deuxième", "3": "troisième", "4": "quatrième"}
_MONEY = one_of("loyer, loyers, solde, montant, somme, cotisation, cotisations, acompte, échéance, intérêts, reste")
_DUE = gated(
    rf"(?<=(?<!\w)(?:(?i:{_MONEY}){_SPACE}(?:est{_SPACE}|sont{_SPACE})?(?:dû|dus|dues?)|payables?|exigibles?){_SPACE})au"
    rf"(?={_SPACE}\d{{1,2}}(?:er)?{_SPACE}\p{{Ll}}{{3}})"
)
"""Of money; what else is due to a day, that day caused."""


def find_days(text: str) -> Iterator[FoundMeasure]:
    """Yield the days without a month of a French text, the first days of spans, and what says *during* a month."""
    for pattern in (_BARE, _RESUMED):
        for match in pattern.finditer(text):
            if _COUNTED.search(text, 0, match.start()):
                continue
            yield FoundMeasure(*match.span("day"), f"{match['day']}e", Spelled(int(match["day"]), "day"))
    for match in _SPAN.finditer(text):
        yield FoundMeasure(*match.span("first"), f"{match['first']} {match['month'].lower()}")
    for match in _DURING.finditer(text):
        yield FoundMeasure(*match.span(), "En" if match[0][0].isupper() else "en")
    for match in _EVERY_OTHER.finditer(text):
        yield FoundMeasure(*match.span(), f"{'E' if match[0][0].isupper() else 'e'}very other {match['noun'].lower()}")
    for match in _DUE.finditer(text):
        yield FoundMeasure(*match.span(), "le")
    for match in _PART_OF_YEAR.finditer(text):
        yield FoundMeasure(*match.span(), f"{_RANKS[match['rank']]} {match['part']} de")
