"""What an order of French ends with where it is about a thing that was named before: « rincez-le »."""

from __future__ import annotations

from translate.text.gated import one_of

_HANDLED = one_of(
    "pos, rinc, nettoy, rempliss, vid, branch, débranch, enlev, retir, rang, remplac, install, coup, ajout, essuy"
    ", vers, frott, mélang, chauff, tremp, dévis, viss, insér, sauvegard, télécharg, imprim, conserv, cliqu, supprim"
    ", désactiv, renomm, copi, coch, décoch, pli, dépli, recycl, démont, dépos, jet, coll, utilis, enregistr"
)
_LEFT = one_of("sécher, refroidir, reposer, cuire, mijoter, tremper, agir, décongeler, fondre, gonfler, ouvert, fermé")
OBJECTS = rf"(?:{_HANDLED})ez-l[ea]|laissez-l[ea] (?:{_LEFT})"
