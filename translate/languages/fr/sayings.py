"""What everyday French says in figures, « il n'y a pas un chat »: a text comes in, what a model is asked goes out.

A small model takes them by the word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from translate.text.gated import GatedTable, gated, one_of
from translate.text.measures import FoundMeasure

_SPACE = "[ \u00a0\u202f]"
_AM = {"ai": "suis", "as": "es", "a": "est", "avons": "sommes", "avez": "êtes", "ont": "sont"}
_HAVE = "|".join(_AM)
_END = rf"(?={_SPACE}?(?:[.,!?…]|\Z))"
_BEING = one_of("suis, es, est, sommes, êtes, sont, était, étaient")
_SHE_IS = rf"(?<=(?<!\w)(?:{_BEING}){_SPACE})"
_LONG_AGO = gated(rf"(?<!\w)ça{_SPACE}fait{_SPACE}un{_SPACE}bail(?!\w)", regex.I)
_FED_UP = gated(rf"(?<=(?<!\w)en{_SPACE}(?:{_HAVE}){_SPACE})marre(?!\w)")
_FANCY = gated(
    rf"(?<!\w)ça{_SPACE}(?P<whom>te|vous){_SPACE}dit{_SPACE}d(?:e{_SPACE}|['’])(?=\p{{Ll}}+(?:er|ir|re)(?!\w))", regex.I
)
_LONGING = gated(rf"(?<!\w)il{_SPACE}me{_SPACE}tarde(?={_SPACE}d)", regex.I)
_COLD = gated(rf"(?<!\w)(?P<catch>pris|prendre|prend|prends|prenez){_SPACE}froid(?!\w)")
_CAUGHT = {"pris": "attrapé", "prendre": "attraper", "prend": "attrape", "prends": "attrapes", "prenez": "attrapez"}
_BLUE = gated(rf"(?<![\w-])(?P<i>j['’])?(?P<have>{_HAVE}){_SPACE}le{_SPACE}cafard(?!\w)", regex.I)
_POURING = gated(
    rf"(?<=(?<!\w)(?:pleut|pleuvait|pleuvoir){_SPACE})(?:{one_of('des cordes, à verse, à torrents')})(?!\w)"
)
_LAZY = gated(rf"(?<![\w-])(?P<i>j['’])?(?P<have>{_HAVE}){_SPACE}la{_SPACE}flemme{_SPACE}d(?:e{_SPACE}|['’])", regex.I)
_CROSS = gated(rf"(?<!\w)fait{_SPACE}la{_SPACE}(?:tête|gueule)(?!\w|{_SPACE}d)")
_OUT_OF_STOCK = gated(rf"{_SHE_IS}en{_SPACE}rupture(?:{_SPACE}de{_SPACE}stock)?(?!\w|{_SPACE}de{_SPACE})")
_CROWD = gated(
    rf"(?<!\w)un{_SPACE}monde{_SPACE}fou(?!\w)|(?<=(?<!\w)il{_SPACE}y{_SPACE}a{_SPACE})du{_SPACE}monde{_END}", regex.I
)
_NOBODY = gated(rf"(?<=(?<!\w)(?:n['’]y{_SPACE}(?:a|avait)){_SPACE})pas{_SPACE}un{_SPACE}chat(?!\w)")
_CALL = gated(rf"\AOn{_SPACE}s['’]appelle(?=[^?]*\?)")
_MEET = gated(rf"\AOn{_SPACE}se{_SPACE}voit(?=[^?]*\?)")
_TIRED = gated(
    rf"(?<=(?<!\w)(?i:{one_of('je suis, tu es, nous sommes, vous êtes, on est')}){_SPACE})crev(?P<ending>ée?s?)(?!\w)"
)
_JOBLESS = gated(rf"{_SHE_IS}au{_SPACE}chômage(?!\w|{_SPACE}(?:partiel|technique))")
_UNDECLARED = gated(rf"(?<=(?<!\w)(?:pay|travaill|employ|embauch)(?!eur)\p{{Ll}}{{1,4}}{_SPACE})au{_SPACE}noir(?!\w)")
_DIZZY = gated(rf"(?<=(?<!\w)(?:{_HAVE}){_SPACE})la{_SPACE}tête{_SPACE}qui{_SPACE}tourne(?!\w)")
_HUNGRY = gated(rf"(?<=(?<!\w)(?:{_HAVE}){_SPACE})(?P<how>la{_SPACE}dalle|un{_SPACE}creux){_END}")
_THINGS = one_of("le, la, les, un, une, des, votre, ton, ta, tes, mon, ma, mes")
_PICK_UP = gated(rf"(?<!\w)(?P<come>pass(?:er|ez)){_SPACE}prendre(?={_SPACE}(?:{_THINGS})(?!\w))", regex.I)
_LIMBS = one_of(
    "au genou, aux genoux, au pied, aux pieds, au coude, au poignet, au bras, aux bras, à la cheville, à la main, "
    "aux mains, à la hanche, à la gorge, à la jambe, aux jambes, au doigt, à l'épaule"
)
_PAINS = gated(rf"(?<=(?<!\w)(?:{_HAVE}){_SPACE})mal(?={_SPACE}(?:{_LIMBS})(?!\w))")
_SICK = gated(rf"(?<=(?<!\w)(?:{_HAVE}){_SPACE})mal{_SPACE}au{_SPACE}c(?:œ|oe)ur(?!\w)")
_BILLS = one_of("facture, factures, loyer, loyers, cotisation, cotisations, échéance, amende")
_SETTLED = gated(rf"(?<=(?<!\w)(?i:{_BILLS})(?!\w)[^.;:!?]{{1,50}}{_SPACE})réglé(?P<ending>e?s?)(?!\w)")
_RINSED = gated(rf"(?<!\w)à{_SPACE}grande{_SPACE}eau(?!\w)")

_ASKED: GatedTable[Callable[[regex.Match[str]], str]] = GatedTable(
    [
        (_LONG_AGO, lambda match: f"{match[0][0]}a fait longtemps"),
        (_FED_UP, lambda match: "assez"),
        (_FANCY, lambda match: f"{'vV'[match[0][0].isupper()]}{'eux-tu ' if match['whom'] == 'te' else 'oulez-vous '}"),
        (_LONGING, lambda match: f"{'jJ'[match[0][0].isupper()]}'ai hâte"),
        (_COLD, lambda match: f"{_CAUGHT[match['catch']]} un rhume"),
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
        (_UNDECLARED, lambda match: "illégalement"),
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
