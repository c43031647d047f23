"""Where and when one meets, « Rendez-vous devant la mairie »: a French text comes in, its first words go out.

A small model takes them for an order to go or to render, and « rendez-vous avec » for one too.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.languages.fr.weekdays import WEEKDAYS
from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import GatedTable, gated

_SPACE = "[ \u00a0\u202f]"
_MEET = gated(
    rf"\ARendez-vous(?={_SPACE}(?:(?:à(?!{_SPACE}(?:la{_SPACE}(?:page|section|rubrique)|l['’](?:adresse|étape|onglet|annexe))(?!\w))"
    rf"|au(?!{_SPACE}(?:chapitre|point)(?!\w))|devant|chez(?!{_SPACE}(?:l[ae]|une?|mon|ma){_SPACE}|{_SPACE}l['’])|dans(?={_SPACE}une?(?!\w))|vers){_SPACE}"
    rf"|le{_SPACE}(?:\d{{1,2}}(?:er)?{_SPACE}\p{{Ll}}{{3}}|{'|'.join(WEEKDAYS.names)}|(?:lun|mar|mer|jeu|ven|sam|dim)\."
    rf"|mois{_SPACE}prochain)"
    rf"|(?:demain|après-demain|ce{_SPACE}soir|ce{_SPACE}matin|cet{_SPACE}après-midi|l['’]an(?:née)?{_SPACE}prochaine?"
    rf"|la{_SPACE}semaine{_SPACE}prochaine)(?!\w)))"
)
_ON_A_DAY = gated(rf"\ARendez-vous(?={_SPACE}(?:{'|'.join(WEEKDAYS.names)})(?!\w))")
_ON = gated(rf"\ARendez-vous{_SPACE}le(?={_SPACE}[%{{$]\S)")
"""Before what stands for a date."""
_AT = gated(rf"(?<=\ARendez-vous{_SPACE}le{_SPACE}[%{{$]\S{{1,24}}{_SPACE})à(?={_SPACE}[%{{$]\S)")
"""Before what stands for a time or a place, behind a date."""
_GO = gated(
    rf"\ARendez-vous(?={_SPACE}(?:à{_SPACE}(?:la{_SPACE}(?:page|section|rubrique)|l['’](?:adresse|étape|onglet|annexe))|au{_SPACE}(?:chapitre|point))(?!\w))"
)
_WITH = gated(
    rf"\ARendez-vous(?={_SPACE}avec{_SPACE}(?:[%{{$]\S|\p{{Lu}}|(?:le|un){_SPACE}(?:médecin|dentiste|notaire|maire|conseiller|directeur)(?!\w)))"
)
"""Whom one meets: « rendez-vous avec vos papiers au guichet » is an order."""
_AT_DOCTORS = gated(
    rf"\ARendez-vous{_SPACE}chez(?={_SPACE}(?:l[ae]|une?|mon|ma){_SPACE}\p{{Ll}}|{_SPACE}l['’]\p{{Ll}})"
)
_ASKED = GatedTable(
    [
        (_MEET, "See you"),
        (_ON_A_DAY, "See you le"),
        (_ON, "See you on"),
        (_AT, "at"),
        (_GO, "Allez"),
        (_WITH, "Appointment"),
        (_AT_DOCTORS, "Appointment avec"),
    ]
)


def find_meetings(text: str) -> Iterator[FoundMeasure]:
    """Yield the words of a French text that say where or when one meets, as a model is asked them."""
    for pattern, asked in _ASKED.opened(text):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span(), asked)
