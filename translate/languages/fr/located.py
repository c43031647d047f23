"""Offices, banks and cantons of places, « la députée du Gers », « au bord du Tarn », which a small model is asked
in other words.

It takes who is elected in a place for a member of it, and a canton for a township.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.languages.fr.departments import DEPARTMENTS
from translate.languages.fr.places import PLACES
from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import gated, one_of

_OF = r"(?P<of>du\s|de\s(?:la\s|l['’])|des\s|de\s|d['’])"
_OFFICES = {
    "député": "MP for", "députée": "MP for", "sénateur": "senator for", "sénatrice": "senator for",
    "préfet": "prefect of", "préfète": "prefect of",
}  # fmt: skip
_PARTIES = {
    "socialiste": "Socialist", "communiste": "Communist", "écologiste": "Green", "centriste": "centrist",
    "sortant": "outgoing", "sortante": "outgoing", "honoraire": "honorary",
}  # fmt: skip
_OFFICE = gated(
    rf"(?<![\w-])(?:ex-)?(?P<office>{'|'.join(_OFFICES)})(?P<many>s?)(?:\s(?P<party>{'|'.join(_PARTIES)}))?\s{_OF}"
    rf"(?=(?P<place>\p{{Lu}}[\p{{L}}'’-]*)(?![\w'’-])(?!\s\p{{Lu}}))"
)
_TOWNS = PLACES | frozenset("paris bruxelles montréal".split())
_NO_ARTICLE = frozenset({"Nord", "Manche"})
"""Departments that with an article are something else in English."""
_CANTONS = one_of(
    "Vaud, Valais, Genève, Fribourg, Neuchâtel, Jura, Berne, Zurich, Lucerne, Uri, Schwyz, Zoug, Soleure, Saint-Gall"
    ", Schaffhouse, Obwald, Nidwald, Glaris, Appenzell, Argovie, Thurgovie, Tessin, Grisons, Bâle-Ville, Bâle-Campagne"
)
_CANTON = gated(rf"(?<![\w'’-])(?P<capital>[cC])anton\s(?P<of>de\sl['’]|du\s|de\sla\s|des\s|de\s|d['’])(?={_CANTONS})")
_MASCULINE = (
    "Loir, Rhône, Rhin, Tarn, Lot, Verdon, Gardon, Doubs, Thouet, Blavet, Var, Loiret, Gers, Cher, Danube, Pô, Tibre"
    ", Tage, Douro, Neckar, Dniepr, Don, Nil, Congo, Niger, Zambèze, Sénégal, Mississippi, Saint-Laurent, Saguenay"
    ", Tigre, Jourdain, Gange, Mékong, Léman"
)
_RIVERS = one_of(
    f"{_MASCULINE}, Seine, Loire, Garonne, Meuse, Moselle, Marne, Oise, Aisne, Dordogne, Vienne, Creuse, Indre, Allier"
    ", Mayenne, Sarthe, Erdre, Vilaine, Rance, Orne, Eure, Somme, Escaut, Sambre, Lys, Scarpe, Saône, Ain, Isère, Drôme"
    ", Ardèche, Durance, Hérault, Aude, Adour, Ariège, Aveyron, Vézère, Charente, Odet, Ill, Roya, Yonne, Nièvre, Aube"
    ", Corrèze, Arno, Èbre, Tamise, Elbe, Oder, Vistule, Volga, Amazone, Outaouais, Euphrate, Limmat, Aar, Sarine"
)
_BANKS = gated(
    rf"(?<![\w'’-])(?:(?P<at>(?:en|au)\s)bords?|bords)\s(?:du\s|d(?:e\sl)?['’]|de\s(?:la\s)?)(?P<place>{_RIVERS})(?![\w'’-])"
)
_AT_SEA = gated(r"(?<![\w'’-])en\smer(?=\s(?:(?:de\s|d['’])?\p{Lu}\p{L}|du\sNord(?!\w)))")
_STAYS = one_of(
    "habite, habitent, habitait, vit, vivent, vivait, vécu, né, née, nés, partir, part, partis, parti, semaine"
    ", semaines, jours, mois, vacances, séjour, voyage, travaille, filiale, arrivée, arrivés, basé, basée, hôtel, vol"
)
_MAURITIUS = gated(
    rf"(?<=(?<!\w)(?:{_STAYS})\s)à\sMaurice(?![\w'’-]|\s\p{{Lu}})|(?<![\w'’-])à\sl['’][îÎ]le\sMaurice(?!\w)"
)
_EVENTS = {"Accident": "Accident", "Incendie": "Fire"}
_EVENT = gated(rf"\A(?P<event>{'|'.join(_EVENTS)})\sdans(?=\s(?:l['’]|le\s|la\s|les\s)\p{{Lu}})")


def find_located(text: str) -> Iterator[FoundMeasure]:
    """Yield what is told of a place in a French text and is asked otherwise."""
    for match in _OFFICE.finditer(text):
        if match["place"] in DEPARTMENTS or match["place"].lower() in _TOWNS:
            yield FoundMeasure(match.start("office"), match.end(), _office(match))
    for match in _CANTON.finditer(text):
        yield FoundMeasure(*match.span(), f"{match['capital']}anton of ")
    for match in _BANKS.finditer(text):
        banks = f"{'sur les ' * bool(match['at'])}rives"
        yield FoundMeasure(*match.span(), f"{banks} {_of(match['place'])}")
    for match in _AT_SEA.finditer(text):
        yield FoundMeasure(*match.span(), "dans la mer")
    for match in _MAURITIUS.finditer(text):
        yield FoundMeasure(*match.span(), "à Mauritius")
    for match in _EVENT.finditer(text):
        yield FoundMeasure(*match.span(), f"{_EVENTS[match['event']]} in")


def _office(match: regex.Match[str]) -> str:
    """Return who has an office, as *MP for the Gers*."""
    noun, _, of = _OFFICES[match["office"]].partition(" ")
    party = f"{_PARTIES[match['party']]} " if match["party"] else ""
    place, preposition = match["place"], match["of"].replace("’", "'").strip()
    has_article = preposition in ("du", "de la", "de l'", "des") and "-" not in place and place not in _NO_ARTICLE
    return f"{party}{noun}{match['many']} {of} {'the ' * has_article}"


def _of(river: str) -> str:
    """Return a river behind its preposition and its article: « de la Seine »."""
    if river[0] in "AEIOUÈY":
        return f"de l'{river}"
    return f"du {river}" if river in _MASCULINE.split(", ") else f"de la {river}"
