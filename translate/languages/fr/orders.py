"""Orders whose verb says little, « Mettez l'appareil hors tension »: a French text comes in, what a model is asked goes
out.

What such a verb means stands behind its object, and a small model takes the two apart: *put the device off-voltage*.
What else belongs to such orders, and is taken for another thing, is asked otherwise too: « coupez en dés », *thimbles*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import GatedTable, gated, one_of
from translate.text.late import late
from translate.text.words import straighten

_Ask = Callable[[regex.Match[str]], Iterator[FoundMeasure]]
_SPACE = "[ \u00a0\u202f]"
_OBJECT = (
    rf"(?:(?:{one_of('le, la, les, vos, votre, ce, cet, cette, ces, un, une')}){_SPACE}|l['’])"
    rf"(?:(?!(?:{one_of('qui, que, puis, ou, en, hors, et, si')})(?!\w))\p{{Ll}}[\p{{Ll}}'’-]*{_SPACE}){{1,5}}?"
)
_STATES = {
    "hors tension": ("éteignez", "éteindre"), "sous tension": ("allumez", "allumer"),
    "en marche": ("démarrez", "démarrer"), "en route": ("démarrez", "démarrer"), "à l'arrêt": ("arrêtez", "arrêter"),
}  # fmt: skip
"""What a thing is put in, and the verb that says so alone."""
_POWERED = one_of("appareil, installation, équipement, imprimante, chauffage")
"""What is switched on, where a model lights a computer."""
_MACHINES = one_of(
    "moteur, pompe, machine, appareil, four, outil, chauffage, chaudière, ventilateur, véhicule, voiture, "
    "installation, compresseur, lave-linge, lave-vaisselle, climatiseur, générateur"
)
"""What is started and stopped, where a child is put on its way."""
_OFF, _ON, _GOING = f"hors{_SPACE}tension", f"sous{_SPACE}tension", one_of("en marche, en route, à l'arrêt")
_OTHERS = rf"s?{_SPACE}(?:\p{{Ll}}+{_SPACE}){{0,2}}"
_PUT = gated(
    rf"(?<!\w)(?P<put>mettez|mettre){_SPACE}{_OBJECT}(?:(?P<state>{_OFF})"
    rf"|(?<=(?<!\w)(?:{_POWERED}){_OTHERS})(?P<state>{_ON})"
    rf"|(?<=(?<!\w)(?:{_MACHINES}){_OTHERS})(?P<state>{_GOING}))(?!\w)",
    regex.I,
)
_ITS = rf"{_SPACE}(?:(?:{one_of('le, la, les, votre, vos')}){_SPACE}|l['’])"
_PUT_ON = gated(
    rf"(?<!\w)(?P<put>mettez|mettre){_SPACE}(?:(?P<state>{_OFF})(?={_ITS})"
    rf"|(?P<state>{_ON})(?={_ITS}(?:{_POWERED})s?(?!\w))|(?P<state>{_GOING})(?={_ITS}(?:{_MACHINES})s?(?!\w)))",
    regex.I,
)
_DONE = {
    "cuire": "Cook", "chauffer": "Heat", "préchauffer": "Préchauffez", "sécher": "Dry", "tremper": "Soak",
    "égoutter": "Drain", "décongeler": "Thaw",
}  # fmt: skip
"""What a thing is put to do: mostly in the other language, of which a model copies the verb that begins a text."""
_PUT_TO = gated(rf"\A(?P<put>Mettez|Mettre){_SPACE}{_OBJECT}à{_SPACE}(?P<act>{'|'.join(_DONE)})(?!\w)")
_BOILED = gated(
    rf"(?<!\w)(?P<bring>(?:port|amen)(?P<ending>ez|er)){_SPACE}{_OBJECT}(?P<boil>à{_SPACE}ébullition)(?!\w)", regex.I
)
_STEP = gated(
    rf"\A(?:Attention|Prenez{_SPACE}garde){_SPACE}à{_SPACE}la{_SPACE}marche"
    rf"(?={_SPACE}?[.!]?\Z|{_SPACE}en{_SPACE}(?:{one_of('sortant, entrant, descendant, montant')})(?!\w))"
)
_TABLE = gated(
    rf"(?<!\w)(?P<put>mett(?:ez|re)){_SPACE}la{_SPACE}table(?={_SPACE}?[.,;!]|{_SPACE}pour(?!\w)|\Z)", regex.I
)
_NO_VERBS = one_of("autre, votre, notre, quatre, loisir, plaisir, hier, partir de")
_REMEMBER = gated(
    rf"(?<![\w-])Pensez(?:{_SPACE}bien)?(?={_SPACE}à{_SPACE}(?:vous{_SPACE})?(?!(?:{_NO_VERBS})(?!\w))\p{{Ll}}+(?:er|ir|re)(?!\w))"
)
_BY_HAND = gated(
    rf"(?<=(?<!\w)(?i:serr|viss|desserr|resserr)\p{{Ll}}{{1,2}}{_SPACE})à{_SPACE}la{_SPACE}main"
    rf"(?!{_SPACE}(?:{one_of('courante, gauche, droite, de, du')})(?!\w))(?!\w)"
)
_PANS = one_of("casserole, poêle, cocotte, plat, marmite, faitout, sauce, crème, lait, préparation, mélange")
_OFF_HEAT = gated(
    rf"(?<=(?<!\w)(?i:retir|ôt|enlev)(?:ez|er){_SPACE}(?:(?:{one_of('le, la, les')}){_SPACE}(?:{_PANS})s?{_SPACE})?)"
    rf"du{_SPACE}feu(?={_SPACE}?[.,;:!]|{_SPACE}(?:et|puis|dès)(?!\w)|\Z)"
)
_CUT = {
    "dés": "cubes", "rondelles": "tranches", "lamelles": "fines tranches",
    "quartiers": "quarters", "lanières": "strips",
}  # fmt: skip
_CUTTING = one_of("coup, découp, taill, détaill, éminc, tranch")
_CUT_IN = gated(
    rf"(?<=(?<!\w)(?i:{_CUTTING})(?:e[rz]|ée?s?|e|ent|ons|ant)(?:-les?|-la)?{_SPACE}(?:\p{{L}}+['’ ]){{0,5}}"
    rf"en{_SPACE}(?:(?:{one_of('petits, petites, gros, grosses, fines')}){_SPACE})?)(?P<shape>{'|'.join(_CUT)})(?!\w)"
)
"""Shapes that a model takes for other things, *thimbles* and *washers*."""
_TOWNS = late(rf"(?<!\w)(?i:{one_of('ville, commune, territoire, capitale, agglomération')})s?(?!\w)")
"""What has other « quartiers » than an apple."""
_RATES = {"l'heure": "hour", "la journée": "day", "la semaine": "week", "la nuit": "night", "la minute": "minute"}
_PAID = gated(
    rf"(?<=(?<!\w)(?:{one_of('payé, rémunéré, facturé, loué')})e?s?{_SPACE})à{_SPACE}"
    rf"(?P<rate>{one_of(', '.join(_RATES))})(?={_SPACE}?[.,;:!?)]|{_SPACE}(?:{one_of('et, ou, par, pour')})(?!\w)|\Z)"
)
_UNITS = {"mètre": "the metre", "kilo": "the kilo", "litre": "the litre", "poids": "weight"}
_SOLD = gated(
    rf"(?<=(?<!\w)(?:{one_of('vend, vendent, vendu, vendus, vendue, vendues')}){_SPACE})au{_SPACE}"
    rf"(?P<unit>{'|'.join(_UNITS)})(?!\w|{_SPACE}d[eu](?!\w))"
)
_LONG = {"courtes": "short", "longues": "long"}
_SLEEVES = gated(rf"(?<=\p{{L}}{_SPACE})à{_SPACE}manches{_SPACE}(?P<long>{'|'.join(_LONG)})(?!\w)")
_TIMES = one_of("seconde, minute, heure, jour, semaine, mois")
_AFTER = gated(
    rf"(?<!\w)au{_SPACE}bout{_SPACE}d(?:e{_SPACE}|['’])(?!l[ae](?!\w)|ce)"
    rf"(?=[\w-]+{_SPACE}(?:{_TIMES})s?(?!\w|{_SPACE}de{_SPACE}(?:{one_of('chemin, route, marche')})(?!\w)))",
    regex.I,
)
_STREWN_WITH = one_of(
    "saupoudr, parsem, napp, badigeonn, imbib, imprégn, asperg, tartin, assaisonn, tapiss, enrob, humect"
)
_STREWING = (
    rf"(?:{_STREWN_WITH})e[rz]|(?:{one_of('garni, farci')})(?:r|ssez)|(?:{one_of('recouvr, couvr')})(?:ez|ir)"
    rf"|{one_of('enduire, enduisez, arrosez, arroser, entourez, entourer')}"
)
"""Orders; a « tartine » and a « garniture » are of something."""
_SUBSTANCE = one_of(
    "beurre, huile, farine, sucre, sel, poivre, chocolat, crème, fromage, persil, colle, peinture, vernis, graisse, "
    "miel, confiture, sauce, sirop, œuf, eau, alcool, papier, film, paille, terre, sable, caramel, chapelure, coulis, "
    "glaçage, cannelle, cacao, fruits, fraises, légumes, herbes, cire, enduit, mortier, plâtre, tissu, mousse"
)
_MANY = one_of(
    "nombreux, nombreuses, divers, diverses, multiples, plus, moins, très, autres, tels, telles, certains, certaines, "
    "toute, toutes, tout, tous, façon, manière, même, la, l, grands, grandes, larges, longs, longues, vastes, "
    "petits, petites, nouveaux, nouvelles, nouveau, temps, suite, abord, préférence, urgence, partout, haut, bas, "
    "ridicule, honte, gloire, bienveillance"
)
_COVERS = one_of("torchon, feuille, linge, couche, film, filet, peu, gelée, couvercle, sirop, bâche")
_STREWABLE = one_of(
    "gâteau, gâteaux, moule, moules, plat, plats, plaque, poulet, rôti, viande, poisson, pizza, tarte, tartes, gratin, "
    "crêpes, biscuits, pâte, pain, peau, surface, mur, murs, dessus, tout, chiffon, coton, oie"
)
"""Where no pot of jam, salad of fruit or field of strawberries is meant, and no child's shoulders."""
_STREWN = gated(
    rf"(?<!\w)(?i:{_STREWING}){_SPACE}"
    rf"(?P<object>(?:(?:{one_of('le, la, les, votre, vos')}){_SPACE}|l['’])(?:{_STREWABLE}){_SPACE})?"
    rf"(?P<of>d(?:e{_SPACE}|['’]))(?!(?:{_MANY})(?!\w))"
    rf"(?:(?P<own>une?{_SPACE}(?:{_COVERS})(?!\w))|(?P<thing>(?:{_SUBSTANCE})(?!\w))|(?P<bare>[\p{{Ll}}-]+))"
)
"""What a thing is strewn with; behind the thing none but what nobody takes for its own: « le fond de tarte »."""
_LOCKED = gated(
    rf"(?<!\w)(?P<close>ferme[zr]){_SPACE}{_OBJECT}(?P<key>à{_SPACE}clef?|à{_SPACE}clé|à{_SPACE}double{_SPACE}tour)(?!\w)",
    regex.I,
)
_PARTS = one_of("roue, pneu, phare, pare-chocs, amortisseur, vitre, clignotant")
_FRONT = gated(
    rf"(?<=(?<!\w)(?i:{_PARTS})[sx]?{_SPACE})avant(?={_SPACE}(?:gauche|droite?)s?(?!\w))"
    rf"|(?<=(?<!\w)(?i:{one_of('plaquette, disque, étrier')})s?{_SPACE}de{_SPACE}freins?{_SPACE})avant"
    rf"(?={_SPACE}?(?:\Z|[.,;:!?)])|{_SPACE}(?:{one_of('a, ont, est, sont, et, ou, doivent')})(?!\w))"
)
"""Of the parts of a vehicle, where a model takes « avant » for *before*."""


def _put(match: regex.Match[str]) -> Iterator[FoundMeasure]:
    yield from _both(match, "put", _state_of(match), match.start("state"), "")


def _put_on(match: regex.Match[str]) -> Iterator[FoundMeasure]:
    verb = _state_of(match)
    yield FoundMeasure(*match.span(), verb[0].upper() + verb[1:] if match["put"][0].isupper() else verb)


def _state_of(match: regex.Match[str]) -> str:
    return _STATES[straighten(match["state"].lower())][match["put"].lower() == "mettre"]


def _cut(match: regex.Match[str]) -> Iterator[FoundMeasure]:
    if match["shape"] != "quartiers" or not _TOWNS.search(match.string[: match.start()]):
        yield FoundMeasure(*match.span("shape"), _CUT[match["shape"]])


def _strewn(match: regex.Match[str]) -> Iterator[FoundMeasure]:
    if match["own"] or match["thing"] or not match["object"]:
        is_many = not match["own"] and (match["thing"] or match["bare"]).endswith("s")
        yield FoundMeasure(*match.span("of"), "avec des " if is_many else "avec ")


def _both(match: regex.Match[str], verb: str, said: str, start: int, instead: str) -> Iterator[FoundMeasure]:
    """Yield what is asked for a verb, and for what stands behind its object, with the space before that."""
    yield FoundMeasure(*match.span(verb), said[0].upper() + said[1:] if match[verb][0].isupper() else said)
    yield FoundMeasure(start - 1, match.end(), instead)


def _plainly(ask: Callable[[regex.Match[str]], str], group: str = "") -> _Ask:
    """Return what asks in other words for a match, or for one group of it."""
    return lambda match: iter([FoundMeasure(*match.span(group or 0), ask(match))])


_ASKED: GatedTable[_Ask] = GatedTable(
    [
        (_PUT, _put),
        (_PUT_ON, _put_on),
        (_PUT_TO, lambda match: _both(match, "put", _DONE[match["act"]], match.start("act") - len("à "), "")),
        (_BOILED, lambda match: _both(match, "bring", f"amen{match['ending']}", match.start("boil"), " to the boil")),
        (_STEP, _plainly(lambda match: "Mind the step")),
        (
            _TABLE,
            _plainly(lambda match: f"{'dD'[match[0][0].isupper()]}resse{'rz'[match['put'][-1] == 'z']} la table"),
        ),
        (_REMEMBER, _plainly(lambda match: "Veillez")),
        (_BY_HAND, _plainly(lambda match: "manuellement")),
        (_OFF_HEAT, _plainly(lambda match: "from the heat")),
        (_CUT_IN, _cut),
        (_PAID, _plainly(lambda match: f"by the {_RATES[match['rate'].replace('’', chr(39))]}")),
        (_SOLD, _plainly(lambda match: f"by {_UNITS[match['unit']]}")),
        (_SLEEVES, _plainly(lambda match: f"{_LONG[match['long']]}-sleeved")),
        (_STREWN, _strewn),
        (
            _LOCKED,
            lambda match: _both(match, "close", f"verrouille{match['close'][-1]}", match.start("key"), ""),
        ),
        (_AFTER, _plainly(lambda match: f"{'aA'[match[0][0].isupper()]}près ")),
        (_FRONT, _plainly(lambda match: "front")),
    ]
)


def find_orders(text: str) -> Iterator[FoundMeasure]:
    """Yield the parts of a French text by which a model is asked in a verb that says all."""
    for pattern, ask in _ASKED.opened(text):
        for match in pattern.finditer(text):
            yield from ask(match)
