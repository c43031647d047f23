"""What is said of persons and places, « natif de Brest », « à deux heures de Paris », which a model is asked otherwise.

A small model takes « muté » for *mutated*, and says *to* of where somebody works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from translate.languages.fr.communes import COMMUNES
from translate.languages.fr.first_names import FIRST_NAMES
from translate.languages.fr.places import PLACES
from translate.languages.fr.women import EITHER, WOMEN
from translate.text.amounts.measures import Coded, FoundMeasure
from translate.text.gated import GatedTable, gated, one_of
from translate.text.late import late

_SPACE = "[ \u00a0\u202f]"
_OF = rf"(?:de{_SPACE}|d['’])"
_NAME = r"\p{Lu}[\p{L}'’-]+"
_TOWN = rf"(?=(?P<town>(?:L[ae]s?{_SPACE})?{_NAME}))"
"""Looked up behind what matches."""
_BEING = one_of("suis, es, est, sommes, êtes, sont, étais, était, étaient, serai, sera, seront, été")
_NUMBERS = {
    "une": "one", "un": "one", "deux": "two", "trois": "three", "quatre": "four", "cinq": "five", "six": "six",
    "dix": "10", "quinze": "15", "vingt": "20", "trente": "30", "quarante": "40",
}  # fmt: skip
_ABROAD = {
    "Alger": "Algiers", "Anvers": "Antwerp", "Athènes": "Athens", "Barcelone": "Barcelona", "Berlin": "Berlin",
    "Bruxelles": "Brussels", "Cologne": "Cologne", "Copenhague": "Copenhagen", "Cracovie": "Kraków", "Dublin": "Dublin",
    "Florence": "Florence", "Gand": "Ghent", "Genève": "Geneva", "Gênes": "Genoa", "Hambourg": "Hamburg",
    "Lisbonne": "Lisbon", "Londres": "London", "Louvain": "Leuven", "Lausanne": "Lausanne", "Madrid": "Madrid",
    "Milan": "Milan", "Montréal": "Montreal", "Moscou": "Moscow", "Munich": "Munich", "Naples": "Naples",
    "Prague": "Prague", "Québec": "Quebec", "Rome": "Rome", "Séville": "Seville", "Tunis": "Tunis", "Turin": "Turin",
    "Varsovie": "Warsaw", "Venise": "Venice", "Vienne": "Vienna", "Zurich": "Zurich",
}  # fmt: skip
"""Towns elsewhere, as the other language calls them."""
_UNITS = {"h": "hour", "heure": "hour", "min": "minute", "minute": "minute", "jour": "day"}
_MEN = frozenset(
    """
    acteur agriculteur agent ambulancier animateur apiculteur apprenti architecte artisan assistant avocat banquier
    bijoutier boucher boulanger brocanteur cadre caissier charcutier charpentier chauffeur chef chercheur chirurgien
    coiffeur commerçant comptable conducteur conseiller consultant couvreur créateur cuisinier curé directeur docteur
    enseignant entraîneur entrepreneur facteur formateur fromager gardien gérant horloger horticulteur huissier
    infirmier informaticien ingénieur instituteur jardinier magasinier maraîcher marchand masseur maçon mécanicien
    médecin menuisier militaire musicien médiateur opérateur ouvrier paysan peintre pharmacien plombier policier
    pompier poissonnier professeur programmeur psychiatre pâtissier restaurateur retraité représentant responsable
    réalisateur salarié serrurier serveur sculpteur tailleur technicien teinturier traducteur traiteur vendeur
    vigneron viticulteur électricien éleveur éditeur livreur routier maître-nageur préparateur surveillant éducateur
    épicier étudiant expert-comptable
    """.split()
)
"""What men are by trade; women, and who may be either, are known otherwise."""
_NO_COMPLEMENT = rf"(?:{one_of('à, au, aux, va, part, est, a, vient, pour, vers, et, ou, qui, de, du, des, en')})(?!\w)"
_NATIVE = gated(
    rf"(?:(?<=\A)|(?<=,{_SPACE})|(?<=(?<!\w)(?:{_BEING}){_SPACE}))[Nn]ati(?:f|ve)s?{_SPACE}{_OF}(?=\p{{Lu}})"
)
_COMING = gated(rf"\AOriginaires?{_SPACE}{_OF}(?=\p{{Lu}})")
_MOVED = gated(
    rf"(?<!\w)mut(?P<ending>ée?s?|er)(?={_SPACE}(?:(?:à|en|aux){_SPACE}\p{{Lu}}|aux?{_SPACE}\p{{Ll}}|dans{_SPACE}l))"
)
_MOVE = gated(
    rf"(?<=(?<!\w)(?:[Ss]a|[Mm]a|[Ll]a|[Uu]ne|leur|votre|[Dd]emande{_SPACE}de){_SPACE})mutation(?={_SPACE}(?:à|pour){_SPACE}\p{{Lu}})"
)
_LAW = gated(
    rf"(?<=(?<!\w)étudi\w{{1,5}}{_SPACE})le{_SPACE}droit(?:{_SPACE}(?P<at>à)(?={_SPACE}\p{{Lu}})|(?={_SPACE}(?:au|en)(?!\w)))"
)
_LAW_DEGREE = gated(rf"(?<!\w)(?P<first>[Ll])icence{_SPACE}(?:de|en){_SPACE}droit(?!{_SPACE}\p{{L}}{{4}})")
_VISITING = gated(
    rf"(?:(?<=\A)|(?<=,{_SPACE})|(?<=(?<!\w)(?:{_BEING}){_SPACE}))(?P<first>[Dd])e{_SPACE}passage(?={_SPACE}(?:à{_SPACE}\p{{Lu}}\p{{L}}*|aux?|en|chez)(?!\w))"
)
_HEADED = gated(rf"(?<={_SPACE})(?:a|ont|avons|avez){_SPACE}mis{_SPACE}le{_SPACE}cap{_SPACE}sur(?!\w)")
_HEADING = gated(rf"\ACap{_SPACE}sur(?={_SPACE}(?:l[ae]s?{_SPACE}|l['’])?\p{{Lu}})")
_TWINNED = gated(
    rf"(?<!aison{_SPACE})(?<!aisons{_SPACE})(?<!\w)jumelée?s?{_SPACE}(?:avec|à)(?={_SPACE}(?:la{_SPACE}|une{_SPACE}|celle{_SPACE}|\p{{Lu}}))"
)
_BEATEN = gated(rf"\ABattue?s?(?={_SPACE}(?:par|à|au|chez)(?!\w))")
_RESIDENT = gated(rf"\AHabitante?{_SPACE}{_OF}(?=\p{{Lu}}[^,]{{1,30}},)")
_ACCOUNTANT = gated(rf"(?P<first>[Cc])omptable(?={_SPACE}chez(?!\w))")
_CALLS = gated(rf"(?<!\w)se{_SPACE}déplace(?P<many>nt)?{_SPACE}à{_SPACE}domicile")
_WEATHER = gated(
    rf"(?<!\w)(?P<first>[Ii])l{_SPACE}fait{_SPACE}un{_SPACE}temps(?={_SPACE}(?:"
    rf"{one_of('superbe, magnifique, splendide, radieux, affreux, épouvantable, idéal, maussade, agréable')})(?!\w))"
)
_SCHOOLED = gated(rf"(?<!\w)(?P<tense>est|sont|était|étaient){_SPACE}scolarisée?s?(?={_SPACE}(?:à|aux?|en|dans)(?!\w))")
_TO_SCHOOL = {"est": "va", "sont": "vont", "était": "allait", "étaient": "allaient"}
_RETIRES = gated(rf"(?<!\w)part(?P<many>ent)?{_SPACE}(?:à{_SPACE}la|en){_SPACE}retraite(?!\w)")
_COACH = gated(
    rf"(?<=(?<!\w)(?:[Ll]e|[Uu]n|[Cc]e|[Nn]otre|du){_SPACE})car(?={_SPACE}(?:pour{_SPACE}\p{{Lu}}|part|arriv|quitte))"
)
_DROVE = gated(rf"(?<!\w)roul(?P<ending>é|er)(?={_SPACE}{_OF}{_NAME}{_SPACE}(?:à|jusqu))")
_ELECTED = gated(rf"\AÉlue?s?(?={_SPACE}(?:député|maire|sénat|conseill|président|délégué|adjoint))")
_LIVES = gated(rf"(?<=(?:\p{{Lu}}\p{{L}}+|(?<!\w)(?:il|elle|qui)){_SPACE})vit(?={_SPACE}chez(?!\w))")
_CANCELLED = gated(
    rf"(?<=(?<!\w)(?:[Tt]rains?|TER|TGV|RER|[Vv]ols?|[Ff]erry)(?!\w)[^.,;:!?]{{0,40}}{_SPACE}(?:est|sont|sera|seront|été){_SPACE})supprim(?P<ending>ée?s?)(?!\w)"
)
_SAILS = gated(rf"(?<!\w)appareill(?P<ending>e|era)(?={_SPACE}(?:à{_SPACE}\d|pour{_SPACE}|{_OF}\p{{Lu}}))")
_WIDOWED = gated(rf"\AVeu(?P<sex>f|ve){_SPACE}depuis(?!\w)")
_REMARRIED = gated(rf"(?<!\w)s(?:['’]est|e{_SPACE}sont){_SPACE}remariée?s?(?!\w)")
_LOVE = gated(rf"(?<!\w)Bons{_SPACE}baisers{_SPACE}{_OF}(?=\p{{Lu}})")
_COTTAGE = gated(rf"\AGîte{_SPACE}(?:pour|de)(?={_SPACE}(?:\d|deux|quatre|six|huit|dix)[\w{_SPACE[1:-1]}]*personnes)")
_METALS = {"or": "golden", "argent": "silver", "diamant": "diamond", "platine": "platinum"}
_WEDDING = gated(rf"(?<!\w)noces{_SPACE}d(?:['’]|e{_SPACE})(?P<metal>{'|'.join(_METALS)})(?!\w)")
_EASTER = gated(rf"(?<!\w)à(?={_SPACE}Pâques)")
_LIVING = gated(
    rf"(?<=\p{{Lu}}[\p{{L}}-]+,?{_SPACE})domiciliée?(?={_SPACE}(?:(?:à|aux?|en){_SPACE}\p{{Lu}}|au{_SPACE}\d))"
)
_HOME = gated(rf"(?<!\w)(?P<tense>est|sont|était|étaient){_SPACE}domiciliée?s?(?={_SPACE}(?:à|aux?|en)(?!\w))")
_AT_HOME = {"est": "habite", "sont": "habitent", "était": "habitait", "étaient": "habitaient"}
_POSTED = gated(rf"(?<=(?<!\w)(?:{_BEING}){_SPACE})en{_SPACE}poste(?={_SPACE}(?:à|aux?|en){_SPACE}\p{{Lu}})")
_BORN = gated(rf"(?<![\w'’-])Née?s?{_SPACE}à(?={_SPACE}\p{{Lu}})")
_ISLAND = gated(rf"(?<=,{_SPACE})à{_SPACE}La{_SPACE}Réunion(?!\w)")
_DIED = gated(rf"\A(?:Mort|Décédé)e?{_SPACE}à(?={_SPACE}\p{{Lu}})")
_NICKNAMED = gated(rf"(?<={_SPACE})surnommée?s?(?={_SPACE})")
_KNOWN = gated(rf"(?<=\p{{Lu}}\p{{L}}+,{_SPACE})dite?(?={_SPACE}[«“])")
_OUTSKIRTS = gated(rf"(?<!\w)aux{_SPACE}portes{_SPACE}{_OF}(?=\p{{Lu}})")
_KEEPS = gated(
    rf"(?<!\w)t(?:ien(?P<many>nen)?t|en(?P<past>ait))(?={_SPACE}une?{_SPACE}(?:"
    rf"{one_of('bar, boutique, brasserie, épicerie, hôtel, librairie, magasin, pharmacie, restaurant')})(?!\w))"
)
_ASKED: GatedTable[Callable[[regex.Match[str]], str]] = GatedTable(
    [
        (_DIED, lambda match: "Died in"),
        (_NICKNAMED, lambda match: "nicknamed"),
        (_KNOWN, lambda match: "known as"),
        (_OUTSKIRTS, lambda match: "on the outskirts of "),
        (_KEEPS, lambda match: "gérait" if match["past"] else f"gère{'nt' * bool(match['many'])}"),
        (_BORN, lambda match: "Born in"),
        (_ISLAND, lambda match: "in Réunion"),
        (_NATIVE, lambda match: f"{'Ff'[match[0][0].islower()]}rom "),
        (_COMING, lambda match: "From "),
        (_MOVED, lambda match: f"transfér{match['ending']}"),
        (_MOVE, lambda match: "transfer"),
        (_LAW, lambda match: f"law{' in' * bool(match['at'])}"),
        (_LAW_DEGREE, lambda match: "Law degree" if match["first"] == "L" else "law degree"),
        (_VISITING, lambda match: f"{'eE'[match['first'] == 'D']}n visite"),
        (_HEADED, lambda match: "headed for"),
        (_HEADING, lambda match: "Heading for"),
        (_TWINNED, lambda match: "twinned with"),
        (_BEATEN, lambda match: "Beaten"),
        (_RESIDENT, lambda match: "As a resident of "),
        (_ACCOUNTANT, lambda match: f"{'aA'[match['first'] == 'C']}ccountant"),
        (_CALLS, lambda match: f"vien{'nent' if match['many'] else 't'} chez vous"),
        (_WEATHER, lambda match: f"{'lL'[match['first'] == 'I']}e temps est"),
        (_SCHOOLED, lambda match: f"{_TO_SCHOOL[match['tense']]} à l'école"),
        (_RETIRES, lambda match: "prennent leur retraite" if match["many"] else "prend sa retraite"),
        (_COACH, lambda match: "coach"),
        (_DROVE, lambda match: "conduit" if match["ending"] == "é" else "conduire"),
        (_ELECTED, lambda match: "Elected"),
        (_LIVES, lambda match: "habite"),
        (_CANCELLED, lambda match: f"annul{match['ending']}"),
        (_SAILS, lambda match: "sails" if match["ending"] == "e" else "will sail"),
        (_WIDOWED, lambda match: "A widower for" if match["sex"] == "f" else "A widow for"),
        (_REMARRIED, lambda match: "remarried"),
        (_LOVE, lambda match: "Best wishes from "),
        (_COTTAGE, lambda match: "Cottage pour"),
        (_WEDDING, lambda match: f"{_METALS[match['metal']]} wedding anniversary"),
        (_EASTER, lambda match: "at"),
        (_LIVING, lambda match: "qui habite"),
        (_HOME, lambda match: _AT_HOME[match["tense"]]),
        (_POSTED, lambda match: "posted"),
    ]
)
_KIN = one_of("cousin, cousine, ami, amie, oncle, tante, copain, copine, neveu, nièce")
_LEAVING = gated(rf"\ADépart{_SPACE}{_OF}{_TOWN}")
_VISIT = gated(rf"(?<!\w)(?P<first>[Vv])isite{_SPACE}{_OF}{_TOWN}")
_COUSIN = gated(rf"(?<=(?<!\w)(?:{_KIN})s?{_SPACE}){_OF}{_TOWN}")
_LAKE = gated(rf"(?<!\w)(?P<lead>[Ll]e|du){_SPACE}lac{_SPACE}{_OF}{_TOWN}")
_LED = {"Le": "", "le": "", "du": "de "}
_OFF_TO = gated(rf"\ADirection(?={_SPACE}{_NAME}{_SPACE}?[,!]){_SPACE}{_TOWN}")
_OF_TOWNS: GatedTable[Callable[[regex.Match[str]], str]] = GatedTable(
    [
        (_LEAVING, lambda match: "Departure from "),
        (_VISIT, lambda match: f"{match['first']}isit to "),
        (_COUSIN, lambda match: "from "),
        (_LAKE, lambda match: f"{_LED[match['lead']]}Lake "),
        (_OFF_TO, lambda match: "Heading for "),
    ]
)
_FAR = gated(
    rf"(?<!\w)à{_SPACE}(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)}){_SPACE}(?P<unit>{'|'.join(_UNITS)})s?"
    rf"(?:{_SPACE}(?:en{_SPACE}|{_OF})(?P<by>train|voiture|bus|avion|bateau|vélo))?{_SPACE}{_OF}"
    rf"(?=\p{{Lu}}|la{_SPACE}(?:mer|gare|plage|frontière)(?!\w)|l['’](?:aéroport|océan)(?!\w))"
)
"""How far off something is, in time."""
_RUNS = gated(
    rf"(?<!\w)(?:{one_of('par[st], parti, départ, arriv, quitt, décoll, embarqu, rendez, rentr, revien, lèv')})"
    rf"|(?<!\w)(?:{one_of('train, vol, car, bus, avion, ferry')})(?!\w)",
    regex.I,
)
"""Before it, it may be the time when something leaves: « part à 8 h de Lyon »."""
_BY = {"voiture": "car", "avion": "plane", "bateau": "boat", "vélo": "bike"}
_TO_NAME = gated(rf"\AÀ{_SPACE}(?P<name>{_NAME})(?=,|{_SPACE}et{_SPACE}{_NAME},)")
"""To whom something is given: « À Thomas, pour ses quarante ans »."""

_AT = rf"(?P<at>à){_SPACE}(?P<town>{_NAME})"
"""Without the town, which keeps what guards it."""
_AT_NAME = late(r"[àÀ][ \u00a0\u202f]\p{Lu}")
"""Without which nothing is looked for that stands before a name."""
_WORKS = late(
    rf"(?:(?<=\A)|(?<=[,:–]{_SPACE})|(?<=\()|(?<=(?<!\w)(?:{_BEING}|comme){_SPACE}))(?P<who>\p{{L}}[\p{{Ll}}-]+)"
    rf"(?:{_SPACE}(?:{_OF}\p{{Ll}}+|(?!{_NO_COMPLEMENT})\p{{Ll}}+)){{0,2}}{_SPACE}{_AT}(?!{_SPACE}\p{{Lu}})"
)
"""Where somebody works, behind what he is: « notaire à Dole »."""
_BESIDE = gated(
    rf"(?<!\w)chez{_SPACE}(?:(?:{one_of('le, la, un, une, son, sa, mon, ma, mes, des')}){_SPACE}|l['’])"
    rf"\p{{Ll}}[\p{{Ll}}-]+{_SPACE}{_AT}"
)
_IN_STATE = gated(rf"(?<!\w)(?:{one_of('neige, pleut, meublée?s?, battue?s?, dit oui, attendue?s?')}){_SPACE}{_AT}")
_WISHED = gated(
    rf"(?<!\w)(?:{one_of('anniversaire, bienvenue, bravo, félicitations, chance, rétablissement')}){_SPACE}"
    rf"(?P<at>à){_SPACE}(?P<name>(?-i:{_NAME}))",
    regex.I,
)
"""To whom something is wished."""
_PLAYS = gated(rf"(?<!\w)de{_SPACE}(?P<who>\p{{Lu}}\p{{Ll}}+){_SPACE}{_AT}(?!{_SPACE}\p{{Lu}})")
"""Behind a first name, which is no place to go from."""


def find_whereabouts(text: str) -> Iterator[FoundMeasure]:
    """Yield what a French text says of persons and places that a model is asked otherwise."""
    for pattern, ask in _ASKED.opened(text):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span(), ask(match))
    for pattern, ask in _OF_TOWNS.opened(text):
        for match in pattern.finditer(text):
            if _is_town(match["town"]):
                yield FoundMeasure(*match.span(), ask(match))
    yield from _find_distances(text)
    if _AT_NAME.search(text):
        yield from _find_settled(text)


def _find_distances(text: str) -> Iterator[FoundMeasure]:
    for match in _FAR.finditer(text):
        unit = _UNITS[match["unit"]]
        if unit != "hour" or match["by"] or not _RUNS.search(text[: match.start()]):
            number = _NUMBERS.get(match["number"], match["number"])
            by = f" by {_BY.get(match['by'], match['by'])}" if match["by"] else ""
            yield FoundMeasure(*match.span(), f"{number} {unit}{'s' * (number not in ('1', 'one'))}{by} from ")


def _find_settled(text: str) -> Iterator[FoundMeasure]:
    """Yield where somebody is and stays, and to whom something is given."""
    for pattern in (_WORKS, _BESIDE, _IN_STATE, _PLAYS):
        for match in pattern.finditer(text):
            who, town = match.groupdict().get("who") or "", match["town"]
            is_meant = not who or (
                _is_called(who) if who[0].isupper() and pattern is _PLAYS else _is_worker(who.lower())
            )
            if is_meant and _is_town(town):
                yield FoundMeasure(*match.span("at"), match["at"], Coded("in", _ABROAD.get(town, town)))
    for match in _WISHED.finditer(text):
        if _is_called(match["name"]):
            yield FoundMeasure(*match.span("at"), match["at"], Coded("to", match["name"]))
    for match in _TO_NAME.finditer(text):
        if _is_called(match["name"]):
            yield FoundMeasure(*match.span(), match[0], Coded("To", match["name"]))


def _is_called(name: str) -> bool:
    """Tell whether somebody is called by a name, and no place."""
    small = name.lower()
    return small in FIRST_NAMES and small not in PLACES and small not in COMMUNES


def _is_town(name: str) -> bool:
    """Tell whether a name is a town's that nobody is called by."""
    small = name.lower()
    return name in _ABROAD or (small not in FIRST_NAMES and (small in PLACES or small in COMMUNES))


def _is_worker(word: str) -> bool:
    return word in _MEN or word in WOMEN or word in EITHER
