"""What joins French nouns to one: « gants de jardin », « pot en terre cuite », « sécateur à manche en bois »."""

from __future__ import annotations

from translate.languages.compounds import Joints

JOINTS = Joints(
    of=frozenset({"de", "d", "du", "des", "en"}),
    bare=frozenset({"de", "d"}),
    having=frozenset({"à", "au", "aux", "avec"}),
    articles=frozenset({"la", "l"}),
)
