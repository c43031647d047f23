"""What joins French nouns to one: « gants de jardin », « pot en terre cuite », « sécateur à manche en bois »."""

from __future__ import annotations

from translate.languages.compounds import Joints

JOINTS = Joints(
    of=frozenset({"de", "d", "du", "des", "en"}),
    bare=frozenset({"de", "d"}),
    having=frozenset({"à", "au", "aux"}),
    participles=("é", "ée", "és", "ées"),
    agreeing=("e", "es", "s"),
    linking={"avec": "with", "sans": "without"},
    coordinating={"et": "and", "ou": "or"},
    articles=frozenset({"la", "l"}),
    denying=frozenset({"non"}),
    preposed=frozenset(
        """
        ancien anciens ancienne anciennes bon bons bonne bonnes dernier derniers dernière dernières
        prochain prochains prochaine prochaines premier premiers première premières petit petits petite
        petites grand grands grande grandes haut hauts haute hautes futur futurs future futures mauvais
        mauvaise jeune jeunes faux fausse fausses vieux vieille vieilles faible faibles
        nouvelle nouvelles
        """.split()
    ),
)
