"""With what something is done, « Étalez la pâte au rouleau »: a French text comes in, what a model is asked goes out.

A small model takes « au » for *to the* wherever it stands: *apply the varnish to the brush*.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.gated import gated, one_of
from translate.text.late import late
from translate.text.measures import FoundMeasure

_SPACE = "[ \u00a0\u202f]"


_HE = one_of(
    "pinceau, rouleau, couteau, crayon, marteau, maillet, tournevis, cutter, scalpel, bistouri, ciseau, burin, "
    "poinçon, fouet, batteur, mixeur, pistolet, chalumeau, stylo, feutre, laser, râteau, sécateur, "
    "taille-haie, balai, chiffon, rabot, emporte-pièce, torchon, plumeau, rasoir, semoir, pulvérisateur, "
    "compas, cric, palan, treuil, multimètre, pied à coulisse, fer à souder, fer à repasser, jet d'eau, "
    "coton-tige, racloir, grattoir, tamis, presse-purée, hachoir"
)
_SHE = one_of(
    "brosse, spatule, truelle, taloche, raclette, fourchette, cuillère, cuiller, pipette, seringue, râpe, "
    "mandoline, bêche, houe, binette, faux, faucille, serpe, hache, tronçonneuse, tondeuse, débroussailleuse, "
    "fourche, pioche, cisaille, riveteuse, pince, scie, perceuse, meuleuse, disqueuse, ponceuse, visseuse, "
    "raboteuse, défonceuse, lime, loupe, serpillière, poche à douille, pelle mécanique, clé dynamométrique, "
    "clé plate, clé à molette, clé en croix, clé Allen, maryse, craie"
)
_OPEN_HE, _OPEN_SHE = one_of("aspirateur, aérographe"), one_of("éponge, agrafeuse, équerre, épuisette, aiguille")
_INSTRUMENT = gated(
    rf"(?<=[\p{{L}}\d]{_SPACE})(?:(?:au{_SPACE}(?P<he>{_HE})|à{_SPACE}l['’](?P<he>{_OPEN_HE}))"
    rf"|à{_SPACE}(?:la{_SPACE}(?P<she>{_SHE})|l['’](?P<she>{_OPEN_SHE})))"
    rf"(?![\w-])(?!{_SPACE}(?:{one_of('du, des, de la, de l, qui, que, dont')})(?!\w))"
)
"""Of what is the tool of somebody, or has a clause, nobody knows."""
_MANY, _STUFF = (
    one_of("ciseaux, cisailles, tenailles"),
    one_of("la cire, la fécule, la colle, la chaux, la soude, l'étain"),
)
_MATERIAL = gated(rf"(?<=[\p{{L}}\d]{_SPACE})(?:aux{_SPACE}(?P<many>{_MANY})|à{_SPACE}(?P<stuff>{_STUFF}))(?![\w-])")
"""What one works with that is many, or no thing."""
_CLEANING = one_of("nettoy, lav, rinc, frott, détartr, dégraiss")
_SOAP = gated(
    rf"(?<=(?<!\w)(?i:{_CLEANING})\p{{Ll}}{{1,4}}{_SPACE}(?:\p{{L}}+['’ ]){{0,4}})"
    rf"au{_SPACE}(?P<soap>{one_of('savon, vinaigre, bicarbonate, liquide vaisselle')})(?!\w)"
)
"""What one cleans with."""
_GIVING = one_of(
    "fix, attach, reli, raccord, ajout, branch, accroch, donn, confi, adapt, accéd, ressembl, préfér, correspond, "
    "appart, connect, assign, apport, alternative, indiqu, demand, bienvenu, compar, suspend, rend, revien, limit, "
    "équip, emmanch, joign, joindre"
)
_TO = late(rf"(?<!\w)(?:{_GIVING}|tire?s?(?!\w)|li(?:er|ez)(?!\w))[^.;:!?]*\Z", regex.I)
"""Before what is none: something is given, joined or likened to it, or shot with it."""
_LEADING = one_of(
    "passez, passer, face, grâce, quant, jusqu, retour, accès, rapport, contrairement, suite, dû, due, lié, liée, "
    "relatif, relative, conforme, identique, prêt, prête, va, vont, aller"
)
_NONE = late(rf"(?<!\w)(?:{_LEADING}){_SPACE}\Z", regex.I)


def find_instruments(text: str) -> Iterator[FoundMeasure]:
    """Yield the tools of a French text with which something is done there, with the words that a model is asked."""
    if " à" not in text and " au" not in text:
        return
    for match in _INSTRUMENT.finditer(text):
        before = text[: match.start()]
        if not _NONE.search(before) and not _TO.search(before):
            one = f"un {match['he']}" if match["he"] else f"une {match['she']}"
            yield FoundMeasure(*match.span(), f"avec {one}")
    for match in _MATERIAL.finditer(text):
        yield FoundMeasure(*match.span(), f"avec des {match['many']}" if match["many"] else f"avec de {match['stuff']}")
    for match in _SOAP.finditer(text):
        yield FoundMeasure(*match.span(), f"avec du {match['soap']}")
