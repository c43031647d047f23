"""What everyday French says in figures, « il n'y a pas un chat »: a text comes in, what a model is asked goes out.

A small model takes them by the word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import GatedTable, gated, one_of

_SPACE = "[ \u00a0\u202f]"
_AM = {"ai": "suis", "as": "es", "a": "est", "avons": "sommes", "avez": "êtes", "ont": "sont"}
_HAVE = "|".join(_AM)
_END = rf"(?={_SPACE}?(?:[.,!?…]|\Z))"
_FULL_STOP = rf"(?={_SPACE}?(?:[.!?…]|\Z))"
_WE = one_of("tu, on, nous, vous")
_THEY = one_of("tu, on, nous, vous, il, elle, ils, elles, qui")
_KIN = one_of("bébé, enfant, fils, fille, femme, mari, mère, père, sœur, frère, ami, amie, voisin, voisine, enfants")
_SOMEBODY = f"(?:{_THEY}|{_KIN}|(?-i:\\p{{Lu}}\\p{{Ll}}+))"
"""Who is alive, behind an article or without: « Marie »."""
_BEING = one_of("suis, es, est, sommes, êtes, sont, était, étaient")
_SHE_IS = rf"(?<=(?<!\w)(?:{_BEING}){_SPACE})"
_LONG_AGO = gated(rf"(?<!\w)ça{_SPACE}fait{_SPACE}un{_SPACE}bail(?!\w|{_SPACE}(?:de|d['’]|commercial|rural))", regex.I)
_FED_UP = gated(rf"(?<=(?<!\w)en{_SPACE}(?:{_HAVE}){_SPACE})marre(?!\w)")
_FANCY = gated(
    rf"(?<=\A|[.!?,…–—-]{_SPACE})ça{_SPACE}(?P<whom>te|vous){_SPACE}dit{_SPACE}d(?:e{_SPACE}|['’])"
    r"(?=\p{Ll}+(?:er|ir|re)(?!\w)[^.!]*\?)",
    regex.I,
)
_LONGING = gated(rf"(?<!\w|s['’])il{_SPACE}me{_SPACE}tarde(?={_SPACE}d)", regex.I)
_DISHES = one_of("soupe, plat, plats, café, thé, lait, repas, eau, pâte, moteur, sauce, bain")
_NO_DISH = f"(?<!(?<!\\w)(?:{_DISHES})(?!\\w)[^.;:!?]{{0,40}})"
_LEFT = one_of("laisse, laissez, laisser, se, le, la, les")
_COLD = gated(
    rf"{_NO_DISH}(?:(?<=(?<![\w'’])(?:j['’]|{_SOMEBODY}{_SPACE}(?:n['’])?)(?:{_HAVE}){_SPACE}(?:pas{_SPACE})?)(?P<catch>pris)"
    rf"|(?<=(?<!\w)(?:je|{_THEY}|ne){_SPACE})(?P<catch>prends?|prenez)"
    rf"|(?<!(?<!\w)(?:{_LEFT}){_SPACE})(?<!\w)(?P<catch>prendre)){_SPACE}froid(?!\w)",
    regex.I,
)
_CAUGHT = {"pris": "attrapé", "prendre": "attraper", "prend": "attrape", "prends": "attrapes", "prenez": "attrapez"}
_AS_LONG = one_of("quand, depuis, aujourd'hui, parce, à cause, le soir, le dimanche, ce matin, ces temps, en ce moment")
_BEHIND = rf"(?={_SPACE}?(?:[.,!?…]|\Z)|{_SPACE}(?:{_AS_LONG})(?!\w))"
_BLUE = gated(
    rf"(?:(?<![\w-])(?P<i>j['’])|(?<=(?<!\w){_SOMEBODY}{_SPACE}))(?P<have>{_HAVE}){_SPACE}le{_SPACE}cafard{_BEHIND}",
    regex.I,
)
_POURING = gated(
    rf"(?<=(?<!\w)(?:pleut|pleuvait|pleuvoir){_SPACE})(?:{one_of('des cordes, à verse, à torrents')})(?!\w)"
)
_LAZY = gated(rf"(?<![\w-])(?P<i>j['’])?(?P<have>{_HAVE}){_SPACE}la{_SPACE}flemme{_SPACE}d(?:e{_SPACE}|['’])", regex.I)
_CROSS = gated(rf"(?<=(?<!\w)(?i:{one_of('il, elle, on, qui')}){_SPACE})fait{_SPACE}la{_SPACE}(?:tête|gueule){_BEHIND}")
_GOODS = one_of("article, articles, produit, produits, modèle, modèles, référence, références, taille, coloris")
_OUT_OF_STOCK = gated(
    rf"{_SHE_IS}en{_SPACE}rupture{_SPACE}de{_SPACE}stock(?!\w|{_SPACE}d(?:e|u|['’]))"
    rf"|(?<=(?<!\w)(?i:{_GOODS}){_SPACE}(?:{_BEING}){_SPACE}(?:actuellement{_SPACE})?)en{_SPACE}rupture{_END}"
)
_CROWD = gated(
    rf"(?<=(?<!\w)y{_SPACE}(?:a|avait|aura){_SPACE})un{_SPACE}monde{_SPACE}fou(?!\w)"
    rf"|(?<=(?<!\w)il{_SPACE}y{_SPACE}a{_SPACE})du{_SPACE}monde{_END}",
    regex.I,
)
_THERE = one_of("dans, sur, ici, dehors, ce, cette, à, au, en")
_NOBODY = gated(
    rf"(?<=(?<!\w)(?:n['’]y{_SPACE}(?:a|avait)){_SPACE})pas{_SPACE}un{_SPACE}chat"
    rf"(?={_SPACE}?(?:[.!?…]|\Z)|{_SPACE}(?:{_THERE})(?!\w))"
)
_DAYS = one_of(
    "demain, plus, ce, cet, cette, quand, vers, la, tout, toujours, bientôt, "
    "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"
)
_SOON = rf"(?={_SPACE}?\?|{_SPACE}(?:{_DAYS})(?!\w)[^?]*\?)"
_CALL = gated(rf"\AOn{_SPACE}s['’]appelle{_SOON}")
_MEET = gated(rf"\AOn{_SPACE}se{_SPACE}voit{_SOON}")
_TIRED = gated(
    rf"(?<=(?<!\w)(?i:{one_of('je suis, tu es, nous sommes, vous êtes, on est')}){_SPACE})crev(?P<ending>ée?s?)(?!\w)"
)
_JOBLESS = gated(rf"{_SHE_IS}au{_SPACE}chômage(?!\w|{_SPACE}(?:partiel|technique))")
_UNDECLARED = gated(
    rf"(?<=(?<!\w)(?:pay|travaill|employ|embauch)(?!eur)\p{{Ll}}{{1,4}}{_SPACE})au{_SPACE}noir(?!\w|{_SPACE}(?:et|de|mat)(?!\w))"
)
_DIZZY = gated(
    rf"(?<=(?<!\w)(?:{_HAVE}){_SPACE})la{_SPACE}tête{_SPACE}qui{_SPACE}tourne(?!\w|{_SPACE}(?:sur|à|vers)(?!\w))"
)
_HUNGRY = gated(
    rf"(?<=(?<!\w)(?i:j['’]|(?:{_WE}){_SPACE})(?:{_HAVE}){_SPACE})(?P<how>la{_SPACE}dalle|un{_SPACE}creux){_FULL_STOP}"
)
_THINGS = one_of("le, la, les, un, une, des, votre, ton, ta, tes, mon, ma, mes")
_FETCHED = one_of(
    "colis, paquet, paquets, clé, clés, clef, clefs, courrier, voiture, sac, sacs, dossier, badge, enfants, affaires, "
    "commande, fils, fille, valise, valises, bagages, carte, document, documents, billets, gâteau, pain, livres"
)
_PICK_UP = gated(
    rf"(?<!\w)(?P<come>pass(?:er|ez)){_SPACE}prendre(?={_SPACE}(?:{_THINGS}){_SPACE}(?:{_FETCHED})(?!\w))", regex.I
)
_LIMBS = one_of(
    "au genou, aux genoux, au pied, aux pieds, au coude, au poignet, au bras, aux bras, à la cheville, à la main, "
    "aux mains, à la hanche, à la gorge, à la jambe, aux jambes, au doigt, à l'épaule"
)
_PAINS = gated(rf"(?<=(?<!\w)(?:{_HAVE}){_SPACE})mal(?={_SPACE}(?:{_LIMBS})(?!\w|{_SPACE}droit(?!\w)))")
_SICK = gated(rf"(?<=(?<!\w)(?:{_HAVE}){_SPACE})mal{_SPACE}au{_SPACE}c(?:œ|oe)ur(?!\w)")
_BILLS = one_of("facture, factures, loyer, loyers, cotisation, cotisations, amende")
_HAS_BEEN = one_of("est, sont, été, sera, seront, soit, était, étaient")
_THE = one_of("la, le, les, votre, vos, cette, ma, ce")
_OTHERWISE = one_of("par la, par le, par les, par l, sur, selon, à l'amiable")
_SETTLED = gated(
    rf"(?<=(?:\A|[.;:!?,–—]{_SPACE}|(?<!\w)(?i:que|si|quand){_SPACE})(?i:(?:{_THE}){_SPACE}|l['’])(?:{_BILLS})(?!\w)"
    rf"(?:(?!{_SPACE}(?:dont|qui)(?!\w))[^,.;:!?]){{1,50}}(?<=(?<!\w)(?:{_HAS_BEEN})){_SPACE}"
    rf"(?:(?:pas|bien|déjà|encore|toujours){_SPACE})*)réglé(?P<ending>e?s?)(?!\w|{_SPACE}(?:{_OTHERWISE})(?!\w))"
)
_RINSED = gated(rf"(?<!\w)à{_SPACE}grande{_SPACE}eau(?!\w)")

_ASKED: GatedTable[Callable[[regex.Match[str]], str]] = GatedTable(
    [
        (_LONG_AGO, lambda match: f"{match[0][0]}a fait longtemps"),
        (_FED_UP, lambda match: "assez"),
        (_FANCY, lambda match: f"{'vV'[match[0][0].isupper()]}{'eux-tu ' if match['whom'] == 'te' else 'oulez-vous '}"),
        (_LONGING, lambda match: f"{'jJ'[match[0][0].isupper()]}'ai hâte"),
        (_COLD, lambda match: f"{_CAUGHT[match['catch'].lower()]} un rhume"),
        (_BLUE, lambda match: f"{_being(match)} déprimé"),
        (_POURING, lambda match: "très fort"),
        (_LAZY, lambda match: f"{_being(match)} trop paresseux pour "),
        (_CROSS, lambda match: "est de mauvaise humeur"),
        (_OUT_OF_STOCK, lambda match: "out of stock"),
        (_CROWD, lambda match: "beaucoup de monde"),
        (_NOBODY, lambda match: "personne"),
        (_CALL, lambda match: "On se téléphone"),
        (_MEET, lambda match: "On se rencontre"),
        (_TIRED, lambda match: f"épuis{match['ending']}"),
        (_JOBLESS, lambda match: "sans emploi"),
        (_UNDECLARED, lambda match: "undeclared"),
        (_DIZZY, lambda match: "le vertige"),
        (_HUNGRY, lambda match: "très faim" if match["how"][0] == "l" else "un peu faim"),
        (
            _PICK_UP,
            lambda match: f"{'vV'[match[0][0].isupper()]}en{'ir' if match['come'][-1] == 'r' else 'ez'} chercher",
        ),
        (_PAINS, lambda match: "des douleurs"),
        (_SICK, lambda match: "des nausées"),
        (_SETTLED, lambda match: f"payé{match['ending']}"),
        (_RINSED, lambda match: "with plenty of water"),
    ]
)


def _being(match: regex.Match[str]) -> str:
    """Return what is, for what has, *je suis* for « j'ai »."""
    am = _AM[match["have"].lower()]
    return f"{match['i'][0]}e {am}" if match["i"] else am


def find_sayings(text: str) -> Iterator[FoundMeasure]:
    """Yield the figures of speech of a French text, with the plain words that a model is asked."""
    for pattern, ask in _ASKED.opened(text):
        for match in pattern.finditer(text):
            yield FoundMeasure(*match.span(), ask(match))
