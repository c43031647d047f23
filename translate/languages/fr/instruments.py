"""With what something is done, « Étalez la pâte au rouleau »: a French text comes in, what a model is asked goes out.

A small model takes « au » for *to the* wherever it stands: *apply the varnish to the brush*.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.text.amounts.measures import FoundMeasure
from translate.text.gated import gated, one_of
from translate.text.late import late

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
_WORKING = one_of(
    "appliqu, étal, coup, découp, taill, incis, dessin, trac, grav, coll, nettoy, lav, rinc, frott, bross, balay, "
    "ratiss, ramass, enlev, retir, décoll, gratt, racl, ponc, décap, lim, rabot, sci, perc, frapp, enfonc, clou, "
    "agraf, viss, dévis, serr, desserr, resserr, soulev, lev, hiss, mesur, vérifi, contrôl, mélang, fouett, remu, mix, "
    "hach, écras, râp, tamis, tranch, éminc, épluch, essuy, dépoussiér, lustr, liss, égalis, creus, bêch, bin, "
    "désherb, fauch, tronçonn, débroussaill, élagu, ras, épil, repass, mang, coch, annot, soulign, corrig, prélev, "
    "inject, travaill, opér, trait, bless, tu, caramélis, chauff, soud, cultiv, badigeonn"
)
_OTHER_WORKING = one_of(
    "battez, battre, battu, abattez, abattre, abattu, peignez, peindre, peint, fendez, fendre, fendu, tondez, tondre, "
    "tondu, cousez, coudre, cousu, écrivez, écrire, écrit, polissez, polir, poli, remplissez, remplir, rempli, "
    "raccourcissez, raccourcir, servez, servir"
)
_HIM = one_of("il, elle, on, se, je")
_HOW = rf"(?:{_SPACE}(?:\p{{Ll}}+ment|{one_of('bien, pas, ensuite')}))?"
_DETERMINERS = one_of(
    "le, la, les, un, une, des, du, ce, cette, ces, votre, vos, son, sa, ses, leur, leurs, deux, chaque"
)
_NO_THING = one_of(
    "qui, que, puis, pour, en, avant, si, mais, ou, où, dont, quand, est, sont, a, ont, sans, à, au, aux, "
    "grâce, face, quant, jusqu"
)
_OF_ITSELF = one_of(
    "trace, marque, trait, tache, dessin, blessure, plaie, coup, allergi, accès, droit, réaction, résistance, "
    "sensibilité, exposition, recours, attaque, enduit, mortier, bougie, gâteau, courant, "
    "alimentation, capuchon, bouchon, manche, tête"
)
"""Nouns that take such words as their own: « effacez les marques au feutre »."""
_OBJECT = (
    rf"(?:{_SPACE}(?:(?:{_DETERMINERS}){_SPACE}|l['’])"
    rf"(?:(?!(?:{_NO_THING}|et(?!{_SPACE}l[ae]))(?!\w)|qu['’]|(?:{_OF_ITSELF}))[\p{{L}}\d'’-]+{_SPACE}?){{1,5}}(?<!{_SPACE}))?"
)
_DONE = (
    rf"(?:(?:{_WORKING})(?:er|ez|ée?s?|ons|ent|ant)|(?:{_OTHER_WORKING})e?s?"
    rf"|(?<=(?<!\w)(?:(?:{_HIM}){_SPACE}|s['’]))(?:{_WORKING})e)"
)
_WORK = late(rf"(?<![\w-]){_DONE}(?:-l[ae]s?)?(?!\w){_HOW}{_OBJECT}{_SPACE}\Z", regex.I)
"""A verb of what is done with tools, and what it is done to, before the tool: « allergie à la colle » has none."""
_JOINING = one_of("fix, épaissi, li, blanchi")
_JOINED = late(rf"(?<![\w-])(?:{_JOINING})(?:r|ss?ez|er|ez)(?:-l[ae]s?)?(?!\w){_HOW}{_OBJECT}{_SPACE}\Z", regex.I)
"""A verb of what is done with a stuff."""


def find_instruments(text: str) -> Iterator[FoundMeasure]:
    """Yield the tools of a French text with which something is done there, with the words that a model is asked."""
    if " à" not in text and " au" not in text:
        return
    for match in _INSTRUMENT.finditer(text):
        if _WORK.search(text[: match.start()]):
            one = f"un {match['he']}" if match["he"] else f"une {match['she']}"
            yield FoundMeasure(*match.span(), f"avec {one}")
    for match in _MATERIAL.finditer(text):
        before = text[: match.start()]
        if _WORK.search(before) or (match["stuff"] and _JOINED.search(before)):
            said = f"avec des {match['many']}" if match["many"] else f"avec de {match['stuff']}"
            yield FoundMeasure(*match.span(), said)
    for match in _SOAP.finditer(text):
        yield FoundMeasure(*match.span(), f"avec du {match['soap']}")
