"""What an order of French ends with where it is about a thing that was named before: « rincez-le »."""

from __future__ import annotations

from translate.text.gated import one_of

_HANDLED = one_of(
    "pos, rinc, nettoy, rempliss, vid, branch, débranch, enlev, retir, rang, coup, essuy"
    ", vers, frott, mélang, chauff, tremp, dévis, viss, insér, sauvegard, télécharg, imprim, conserv, cliqu, supprim"
    ", désactiv, renomm, copi, coch, décoch, pli, dépli, recycl, démont, coll, utilis, enregistr"
)
_LEFT = one_of("sécher, refroidir, cuire, mijoter, tremper, décongeler, fondre, gonfler, ouvert, fermé")
_PERSON = one_of(
    "il, elle, lui, son, sa, ses, homme, femme, garçon, fille, fils, enfant, bébé, père, mère, frère, sœur, mari, ami"
    ", amie, patient, patiente, malade, blessé, blessée"
)
OBJECTS = (
    rf"(?<!(?<!\w)(?:{_PERSON})(?!\w).*)(?:(?:{_HANDLED})ez-l[ea]|laissez-l[ea] (?:{_LEFT}))"
    rf"(?!.*(?<!\w)(?:{_PERSON})(?!\w))"
)
