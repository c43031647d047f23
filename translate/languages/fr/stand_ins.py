"""French words that stand for rare ones: frequent, of one sense, of either gender, with and without a vowel first."""

from __future__ import annotations

from translate.languages.stand_ins import StandIns

STAND_INS = StandIns(
    masculine=("chapeau", "arbre", "couteau", "soldat"),
    feminine=("chaise", "église", "voiture", "étoile"),
    verbs=("trouver", "utiliser", "garder", "ouvrir", "choisir", "vendre"),
    without_object=("travailler", "chanter"),
    adjectives=("rouge",),
    adverbs=("lentement", "souvent"),
    demonyms=("italien",),
    places=("Londres",),
    families=("Martin", "Lambert"),
    no_families=("es",),
    organisations=("UNICEF", "UNESCO", "UEFA"),
    organisation_leads={
        **dict.fromkeys(("le ", "la ", "les ", "l'"), "l'"),
        **dict.fromkeys(("au ", "aux ", "à "), "à l'"),
        **dict.fromkeys(("du ", "des ", "de ", "d'"), "de l'"),
    },
    feminine_words=frozenset({"la", "une", "cette", "ma", "ta", "sa"}),
    plurals={"chapeau": "chapeaux", "couteau": "couteaux"},
    endings={"faites": "ez", "font": "ent", "fait": "e", "faire": "er", "mettre": "er", "mets": "es", "met": "e"},
    orders=("ez",),
    opening="aeiouyàâæéèêëîïôœùû",
)
